"""The texts of the templates themselves, kept per language.

A page holds hundreds of them. Looking one up costs more than drawing it: which language is asked
each time, and what is filled in is looked for. Both are done once here. Nothing that is filled in
is kept.
"""

from collections.abc import Callable
from functools import cache, partial
from typing import Any

from django.http import HttpRequest
from django.utils import translation
from markupsafe import Markup

from calculator.embed.framing import address_of, partner_of
from calculator.texts import gettext_in

Texts = Callable[..., Markup]


@cache
def texts_in(language: str | None) -> Texts:
    """What gives the texts in one language; ``given`` is filled in as ``%(name)s``, escaped."""
    forms: dict[str, Markup] = {}
    whole: dict[str, Markup] = {}

    def gettext(message: str, /, **given: Any) -> Markup:
        if not given and message in whole:
            return whole[message]
        form = forms.get(message)
        if form is None:
            # our own texts, in which markup is meant; what is filled in is escaped
            form = forms[message] = Markup(gettext_in(language)(message))  # noqa: S704
        if given:
            return form % given
        text = whole[message] = form % {}
        return text

    return gettext


def gettext(message: str, /, **given: Any) -> Markup:
    """A text in the active language."""
    return texts_in(translation.get_language())(message, **given)


def of_page(request: HttpRequest) -> dict[str, Any]:
    """For the templates of a page: its texts and addresses, and whose page it is.

    Texts come without asking for their language at every text; addresses stay within the page of
    a partner.
    """
    said = texts_in(translation.get_language())
    return {
        "_": said,
        "gettext": said,
        "partner": partner_of(request),
        "url": partial(address_of, request),
    }
