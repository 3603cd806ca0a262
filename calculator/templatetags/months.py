"""The rows of a month's tables: there are hundreds on a page, so they are made here at once."""

from collections.abc import Sequence

from django import template
from django.utils.html import conditional_escape as escaped
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext

from calculator.results.calendar_months import CostText, LineText, PaymentText
from calculator.results.cells import Cell

register = template.Library()

ROW = '<tr class="money-table__row">'


@register.filter
def amount(cell: Cell) -> SafeString:
    """An amount as it stands in a table; in other letters where it isn't known."""
    text = escaped(cell.text)
    html = f'<bdi class="amount">{text}</bdi>' if cell.known else f"<em>{text}</em>"
    return mark_safe(html)  # noqa: S308 -- its text was escaped


@register.simple_tag
def payment_rows(payments: Sequence[PaymentText]) -> SafeString:
    """What comes in: the day, what it is and from whom, and how much."""
    around = gettext("rond %(day)s")
    rows = [
        f'{ROW}<td class="money-table__day">'
        f"{escaped(around % {'day': one.day} if one.around else one.day)}</td>"
        f"{_what(one)}{_amount(one.amount)}</tr>"
        for one in payments
    ]
    return mark_safe("".join(rows))  # noqa: S308 -- every text in it was escaped


@register.simple_tag
def cost_rows(costs: Sequence[CostText]) -> SafeString:
    """What goes out of it."""
    rows = [f"{ROW}<td></td>{_what(one)}{_amount(one.cell)}</tr>" for one in costs]
    return mark_safe("".join(rows))  # noqa: S308 -- every text in it was escaped


@register.simple_tag
def line_rows(lines: Sequence[LineText]) -> SafeString:
    """What belongs to the month."""
    rows = [
        f'{ROW}<th scope="row">{escaped(one.label)}</th>{_amount(one.cell)}</tr>' for one in lines
    ]
    return mark_safe("".join(rows))  # noqa: S308 -- every text in it was escaped


def _what(one: PaymentText | CostText) -> str:
    name = one.what if isinstance(one, PaymentText) else one.label
    about = f'<span class="money-table__about">{escaped(one.about)}</span>'
    return f'<th scope="row">{escaped(name)} {about}</th>'


def _amount(cell: Cell) -> str:
    return f'<td class="money-table__amount">{amount(cell)}</td>'
