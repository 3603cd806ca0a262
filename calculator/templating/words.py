"""Difficult words: explained below the text that uses them, or on the spot.

``{% filter explained %}`` goes once around what a page shows: the section it adds has ids.
``{{ word("maandloon") }}`` takes the code of an entry in ``results/glossary.py`` and gives a block
of its own, so not within a paragraph.
"""

from django.utils.html import format_html
from django.utils.safestring import SafeString
from jinja2 import Environment, pass_environment
from markupsafe import Markup

from calculator.results.glossary import word_of, words_in
from calculator.texts import gettext as _


@pass_environment
def explained(environment: Environment, content: Markup) -> Markup:
    """The content of a page, and after it the section with the words that this content uses."""
    words = words_in(str(content))
    if not words:
        return content
    section = environment.get_template("results/words.html").render(words=words)
    return content + Markup(section)  # noqa: S704 -- a template escapes what it is given


def word(code: str) -> SafeString:
    """One explanation, closed until it is asked for."""
    found = word_of(code)
    term = format_html('<span lang="nl">{}</span>', found.term)
    if found.name != found.term:
        term = format_html("{} ({})", term, found.name)
    return format_html(
        '<details class="details word"><summary class="details__summary">{}</summary>'
        '<div class="details__content"><p class="ams-paragraph">{}</p></div></details>',
        format_html(_("Wat is {term}?"), term=term),
        f"{found.explanation} {found.where}".rstrip(),
    )
