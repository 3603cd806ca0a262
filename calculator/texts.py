"""Texts of the site, looked up once per language.

A page holds hundreds of them. Django looks through all its catalogues for each, and asks which
language is active. Only our own texts are kept, never what is filled in.
"""

from collections.abc import Callable
from functools import cache

from django.utils import translation


@cache
def gettext_in(language: str | None) -> Callable[[str], str]:
    """What gives the texts in one language, whichever is active."""
    known: dict[str, str] = {}

    def gettext(message: str) -> str:
        said = known.get(message)
        if said is None:
            with translation.override(language):
                said = known[message] = translation.gettext(message)
        return said

    return gettext


def gettext(message: str) -> str:
    """A text in the active language: what ``django.utils.translation.gettext`` says."""
    return gettext_in(translation.get_language())(message)
