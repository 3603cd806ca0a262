"""The answers to take along, for templates."""

from django.http import HttpRequest
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from calculator.formats import format_date
from calculator.questions.carried import link_of
from calculator.questions.carried_qr import qr_svg
from calculator.questions.form import QuestionsForm


def carried_link(form: QuestionsForm, request: HttpRequest) -> str:
    """The link with the answers; '' where they don't fit."""
    return link_of(form, request)


def carried_qr(link: str) -> SafeString:
    """The link as a QR code; '' where it is too long for one."""
    return qr_svg(link)


def opened_on(request: HttpRequest) -> str:
    """On which day answers that were brought along were made; '' where none were."""
    made = getattr(request, "opened_answers_of", None)
    return format_date(made, get_language() or "nl") if made else ""
