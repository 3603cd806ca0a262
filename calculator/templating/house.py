"""What every page needs and Jinja2 doesn't give."""

from typing import Any

from django.conf import settings
from django.forms import BoundField
from django.http import HttpRequest
from django.urls import Resolver404, resolve, translate_url
from django.utils.html import conditional_escape, strip_tags
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, get_language_info, override
from markupsafe import Markup, escape

from calculator.results.cells import Cell


def language_links(request: HttpRequest | None) -> list[dict[str, Any]]:
    """Every offered language: own name, direction, and this same page's address in it.

    An error page has no counterpart in another language; there the address is the front page's.
    """
    path = request.path if request else "/"
    links = []
    for code, _name in settings.LANGUAGES:
        info = get_language_info(code)
        links.append(
            {
                "code": code,
                "name": info["name_local"].capitalize(),
                "direction": "rtl" if info["bidi"] else "ltr",
                "url": _in_language(path, code),
                "current": code == get_language(),
            }
        )
    return links


def _in_language(path: str, code: str) -> str:
    front = f"/{code}/"
    try:
        resolve(path)
    except Resolver404:
        return front
    with override(get_language()):
        address = translate_url(path, code)
    return address if address.startswith(front) else front


def control(field: BoundField, *, example: str = "", unit: str = "", size: str = "") -> SafeString:
    """The field's control with its class and the ids of all that describes it.

    The ids stand in the order of the page: help, example, unit, error.
    """
    widget = field.field.widget
    is_select = getattr(widget, "input_type", "") == "select"
    attrs: dict[str, Any] = {"class": "ams-select" if is_select else "ams-text-input"}
    parts = [
        ("helptext", field.help_text),
        ("example", example),
        ("unit", unit),
        ("error", field.errors),
    ]
    described_by = [f"{field.auto_id}_{part}" for part, present in parts if present]
    if described_by:
        attrs["aria-describedby"] = " ".join(described_by)
    if size and not is_select and "size" not in widget.attrs:
        attrs["size"] = size
    # On a shared computer the browser must not offer the previous visitor's answers. A field
    # that has a purpose of its own (such as "bday") sets it on its widget.
    if "autocomplete" not in widget.attrs:
        attrs["autocomplete"] = "off"
    return field.as_widget(attrs=attrs)


def focus_id(field: BoundField) -> str:
    """The id that a link to this field must go to: of a group, its first choice."""
    if field.use_fieldset:
        return f"{field.auto_id}_0"
    return field.id_for_label or field.auto_id


def amount(cell: Cell) -> Markup:
    """An amount as it stands in a table; in other letters where it isn't known."""
    text = escape(cell.text)
    html = f'<bdi class="amount">{text}</bdi>' if cell.known else f"<em>{text}</em>"
    return Markup(html)  # noqa: S704 -- its text was escaped


def without_tags(text: str) -> SafeString:
    """Text with markup as it is read out; its spaces stay, also the ones within amounts."""
    return mark_safe(strip_tags(conditional_escape(text)))  # noqa: S308 -- it was escaped first
