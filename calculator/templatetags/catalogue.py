"""``{% translate %}`` and ``{% blocktranslate %}``, with what never changes kept per language.

The same tags as Django's own, and what they can't do better than those is left to them. A page
holds hundreds of texts; Django asks the catalogue for each of them again on every page. Here the
texts of the templates themselves are kept, without anything that is filled in.
"""

from typing import Any

from django import template
from django.template import Context
from django.template.base import (
    Node,
    Parser,
    Token,
    TokenType,
    Variable,
    render_value_in_context,
)
from django.templatetags import i18n
from django.utils.translation import get_language, gettext

register = template.Library()


class Translated(Node):
    """A text without anything to fill in."""

    child_nodelists = ()

    def __init__(self, node: i18n.TranslateNode) -> None:
        self.node = node
        self.known: dict[str | None, str] = {}

    def render(self, context: Context) -> str:
        """The text in the language of the page."""
        language = get_language()
        if language not in self.known:
            self.known[language] = self.node.render(context)
        return self.known[language]


class BlockTranslated(i18n.BlockTranslateNode):
    """A text with something to fill in, without a plural."""

    def __init__(self, node: i18n.BlockTranslateNode) -> None:
        super().__init__(node.extra_context, node.singular, trimmed=node.trimmed)
        self.names = [
            token.contents for token in node.singular if token.token_type == TokenType.VAR
        ]
        self.known: dict[str | None, str] = {}

    def render(self, context: Context, nested: bool = False) -> str:
        """The text in the language of the page, filled in."""
        language = get_language()
        if language not in self.known:
            self.known[language] = gettext(self.render_token_list(self.singular)[0])
        given = {name: value.resolve(context) for name, value in self.extra_context.items()}
        try:
            said: str = self.known[language] % {
                name: render_value_in_context(
                    given[name] if name in given else context[name], context
                )
                for name in self.names
            }
        except (KeyError, ValueError):
            # a name that isn't there, or a translation that can't be filled in: as Django does it
            return super().render(context, nested)
        return said


@register.tag
def translate(parser: Parser, token: Token) -> Node:
    """{% translate "text" %}"""
    node = i18n.do_translate(parser, token)
    expression = node.filter_expression
    constant = isinstance(expression.var, Variable) and expression.var.literal is not None
    simple = constant and not (expression.filters or node.asvar or node.message_context)
    return Translated(node) if simple else node


@register.tag
def blocktranslate(parser: Parser, token: Token) -> Node:
    """{% blocktranslate trimmed %}text with {{ amount }}{% endblocktranslate %}"""
    node: Any = i18n.do_block_translate(parser, token)
    simple = not (node.plural or node.counter or node.asvar or node.message_context)
    return BlockTranslated(node) if simple else node
