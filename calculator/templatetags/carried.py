"""The answers to take along, for templates: ``{% load carried %}`` first."""

from typing import Any

from django import template
from django.template import Context
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from calculator.formats import format_date
from calculator.questions.carried import link_of
from calculator.questions.carried_qr import qr_svg
from calculator.questions.form import QuestionsForm

register = template.Library()


@register.simple_tag(takes_context=True)
def carried_link(context: Context, form: QuestionsForm) -> str:
    """{% carried_link form as link %}: the link with the answers; '' where they don't fit."""
    return link_of(form, context["request"])


@register.simple_tag
def carried_qr(link: str) -> SafeString:
    """{% carried_qr link as picture %}: the link as a QR code; '' where it is too long for one."""
    return qr_svg(link)


@register.inclusion_tag("carried/opened.html", takes_context=True)
def opened(context: Context) -> dict[str, Any]:
    """{% opened %}: on which day answers that were brought along were made; else nothing."""
    made = getattr(context.get("request"), "opened_answers_of", None)
    return {"day": format_date(made, get_language() or "nl") if made else ""}
