"""Difficult words: explained below the text that uses them, or on the spot.

``{% load words %}`` first. ``{% explained %}`` goes once around what a page shows: the section it
adds has ids. ``{% word "maandloon" %}`` takes the code of an entry in ``results/glossary.py`` and
gives a block of its own, so not within a paragraph.
"""

from django import template
from django.template import Context, NodeList
from django.template.base import Node, Parser, Token
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from calculator.results.glossary import word_of, words_in

register = template.Library()


class Explained(Node):
    """Its content, and after it the section with the words that this content uses."""

    def __init__(self, nodelist: NodeList) -> None:
        self.nodelist = nodelist

    def render(self, context: Context) -> SafeString:
        content = self.nodelist.render(context)
        words = words_in(content)
        if not words:
            return content
        section = context.template.engine.get_template("results/words.html")
        with context.push(words=words):
            # both were rendered by templates, which escape what they are given
            return mark_safe(content + section.render(context))  # noqa: S308


@register.tag
def explained(parser: Parser, token: Token) -> Explained:
    """{% explained %}...{% endexplained %}: the content and its difficult words."""
    nodelist = parser.parse(("endexplained",))
    parser.delete_first_token()
    return Explained(nodelist)


@register.simple_tag
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
