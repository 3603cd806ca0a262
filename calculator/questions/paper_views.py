"""The outcome as a PDF to take home, and what somebody sees when that can't be made now."""

import logging

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_POST

from calculator.questions.carried import link_of
from calculator.questions.carried_qr import qr_svg
from calculator.questions.form import QuestionsForm
from calculator.questions.told import answered, told
from calculator.questions.views import NO_RULES, respond
from calculator.results.paper import Paper
from calculator.results.printing import Busy, Failed, PrintingError, TooLong, printer
from calculator.results.todo import tasks
from calculator.rules.situation import is_covered
from calculator.texts import gettext

FILE_NAME = "wat-houd-ik-over.pdf"
STATUS = {Busy: 503, TooLong: 504, Failed: 500}
#: when somebody may try again (seconds)
LATER = "60"

logger = logging.getLogger(__name__)


@sensitive_post_parameters()
@sensitive_variables()
@require_POST
def paper(request: HttpRequest) -> HttpResponse:
    """The outcome of these answers as a PDF; the form again where an answer is missing."""
    today = timezone.localdate()
    if not is_covered(today):
        return render(request, "questions/no_rules.html", status=NO_RULES)
    form = QuestionsForm(request.POST, today=today, language=translation.get_language())
    if not form.is_valid():
        return respond(request, request.POST.copy(), today)
    try:
        with printer.seat():
            page = page_of(form, request)
            content = printer.pdf(page) if page else b""
    except PrintingError as problem:
        return _not_now(request, form, problem)
    if not page:
        return respond(request, request.POST.copy(), today)
    response = HttpResponse(content, content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="{FILE_NAME}"'
    return response


@sensitive_variables()
def page_of(form: QuestionsForm, request: HttpRequest) -> str:
    """The page (HTML) that becomes the PDF; "" where the law can't take an answer."""
    asked = answered(form, form.today)
    if asked is None:
        return ""
    outcome = told(form, *asked)
    link = link_of(form, request)
    parts = {
        "page": outcome.page,
        "calendar": outcome.calendar,
        "schemes": outcome.schemes,
        "guidance": outcome.guidance,
    }
    paper = Paper(**parts, told=list(form.told()), today=form.today)
    first = tasks(outcome.guidance, outcome.schemes)
    context = {**parts, "paper": paper, "tasks": first, "link": link, "qr": _named(qr_svg(link))}
    return render_to_string("paper/paper.html", context)


def _named(picture: SafeString) -> SafeString:
    """A picture with its name inside: that is where a PDF gets the text of a picture from."""
    if not picture:
        return picture
    start, end, rest = picture.partition(">")
    name = format_html("<title>{}</title>", gettext("QR-code met uw antwoorden"))
    # both were escaped where they were made
    return mark_safe(start + end + name + rest)  # noqa: S308


def _not_now(request: HttpRequest, form: QuestionsForm, problem: PrintingError) -> HttpResponse:
    """What happened, with all answers in a form: one press tries again, or goes back."""
    context = {
        "form": form,
        "busy": isinstance(problem, Busy),
        "too_long": isinstance(problem, TooLong),
    }
    response = render(request, "paper/not_now.html", context, status=STATUS[type(problem)])
    if isinstance(problem, Busy):
        response["Retry-After"] = LATER
    elif isinstance(problem, Failed):
        # only where it went wrong: the worker says no more than that
        logger.error("There is no PDF: %s", problem)
    return response
