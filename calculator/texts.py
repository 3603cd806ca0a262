"""Texts of the site in the active language, looked up once per language.

A page holds hundreds of them, and Django looks through all its catalogues for each. Only our own
texts are kept, never what is filled in.
"""

from django.utils import translation

_known: dict[str | None, dict[str, str]] = {}


def gettext(message: str) -> str:
    """A text in the active language: what ``django.utils.translation.gettext`` says."""
    language = translation.get_language()
    try:
        return _known[language][message]
    except KeyError:
        said = translation.gettext(message)
        _known.setdefault(language, {})[message] = said
        return said
