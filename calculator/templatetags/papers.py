"""``{% paper_of field.name as paper %}``: the paper on which an answer stands, or nothing."""

from django import template

from calculator.questions import papers

register = template.Library()


@register.simple_tag
def paper_of(field_name: str) -> papers.Paper | None:
    """The paper for the question with this name; None where there is none."""
    return papers.paper_of(field_name)
