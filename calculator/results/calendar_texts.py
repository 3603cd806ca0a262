"""The small texts that the calendar, the curve and the repayments are made of.

Texts are in the active language; amounts and dates are written as in the language of the page.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal

from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe

from calculator.formats import format_by_pattern, format_by_skeleton, format_money, format_number
from calculator.results import calendar_wording as wording
from calculator.results.cells import Cell
from calculator.rules.figures import Figure, Unknown
from calculator.rules.periods import Month, first_day
from calculator.texts import gettext, gettext_in

HUNDRED = Decimal(100)
#: what is less than this is nothing: a wage below it is no wage, a tax below it is no tax
FIRST_EURO = Decimal(1)
#: no words at all
NOTHING = SafeString("")


class Texts:
    """Amounts, numbers and dates in the language of a page."""

    def __init__(self, language: str) -> None:
        self.language = language
        # most amounts stand on a page several times: now and in a plan, in a table and its total
        self._written: dict[tuple[Decimal, bool, bool], str] = {}
        #: a text of the site
        self.gettext = gettext_in(language)

    def money(self, amount: Decimal, *, whole: bool = False) -> str:
        """An amount in euro; ``whole`` leaves the cents out."""
        # -0 equals 0, but isn't written like it
        key = (amount, amount.is_signed(), whole)
        if key not in self._written:
            self._written[key] = format_money(amount, self.language, whole=whole)
        return self._written[key]

    def wage(self, amount: Decimal) -> str:
        """A wage: without cents where it has none."""
        return self.money(amount, whole=amount == amount.to_integral_value())

    def cell(self, figure: Figure, *, whole: bool = False) -> Cell:
        """An amount of a table, or that it isn't known."""
        if isinstance(figure, Unknown):
            return Cell(self.gettext("niet bekend"), known=False)
        return Cell(self.money(figure, whole=whole))

    def number(self, number: int) -> str:
        """A number of things."""
        return format_number(Decimal(number), self.language)

    def month_name(self, month: Month) -> str:
        """A month without its year: december."""
        return format_by_pattern("LLLL", first_day(month), self.language)

    def short_month(self, month: Month, *, with_year: bool) -> str:
        """A month where there is little room: dec, or dec 2026."""
        if with_year:
            return format_by_skeleton("yMMM", first_day(month), self.language)
        return format_by_pattern("LLL", first_day(month), self.language)

    def month_and_year(self, month: Month) -> str:
        """A month with its year: december 2026."""
        return format_by_skeleton("yMMMM", first_day(month), self.language)

    def day(self, day: date) -> str:
        """A day without its year: 10 december."""
        return format_by_skeleton("MMMMd", day, self.language)

    def day_on_one_line(self, day: date) -> str:
        """A day without its year, for in a sentence: 10 december stays together."""
        return self.day(day).replace(" ", "\N{NO-BREAK SPACE}")


def said(text: str, **amounts: str) -> SafeString:
    """A sentence with its amounts kept together and apart from the words around them."""
    return mixed(text, amounts, {})


def mixed(text: str, amounts: Mapping[str, str], words: Mapping[str, str]) -> SafeString:
    """A sentence with amounts and other words in it."""
    found = {
        name: format_html('<bdi class="amount">{}</bdi>', value) for name, value in amounts.items()
    }
    found |= {name: conditional_escape(value) for name, value in words.items()}
    # every value was escaped above, and the words around them are escaped here
    return mark_safe(conditional_escape(text) % found)  # noqa: S308


def reason_of(figure: Figure) -> str:
    """The code of why an amount isn't known; "" where it is."""
    return figure.reason if isinstance(figure, Unknown) else ""


def reasons_of(figures: Iterable[Figure]) -> list[str]:
    """Why amounts aren't known in words, each reason once."""
    found: dict[str, None] = {}
    for figure in figures:
        if not isinstance(figure, Unknown):
            continue
        if figure.reason:
            found[gettext(wording.REASONS[figure.reason])] = None
        if figure.paths:
            found[gettext(wording.MISSING)] = None
    return list(found)
