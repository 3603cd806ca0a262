"""Taking the answers along in a file, and opening them again from a file or a link.

The part of a link after ``#`` never comes here by itself. On the page that opens it our script
takes it out of the address and sends it as a form is sent: in the body, which nothing keeps.
"""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone, translation
from django.utils.translation import gettext_lazy as _
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods

from calculator.questions.carried import (
    FILE_NAME,
    Carried,
    CarriedError,
    file_of,
    read_file,
    sent_again,
    unpack,
)
from calculator.questions.form import QuestionsForm
from calculator.questions.views import NO_RULES, respond
from calculator.rules.situation import is_covered

CONTENT_TYPE = "application/json"

FILE_PROBLEMS = {
    "none": _("Kies eerst een bestand."),
    "empty": _("Dit bestand is leeg. Kies het bestand dat u bij ons heeft bewaard."),
    "too_large": _("Dit bestand is te groot. Kies het bestand dat u bij ons heeft bewaard."),
    "not_text": _("Dit is een ander soort bestand. Kies het bestand dat u bij ons heeft bewaard."),
    "not_ours": _(
        "Dit bestand komt niet van deze site. Kies het bestand dat u hier heeft bewaard."
    ),
    "damaged": _("In dit bestand is iets veranderd. Wij kunnen uw antwoorden niet meer lezen."),
    "unknown_version": _(
        "Dit bestand is van een andere versie van deze site. Wij kunnen het niet lezen."
    ),
}
LINK_PROBLEMS = {
    "empty": _("In deze link staan geen antwoorden."),
    "too_large": _("Deze link is te lang. Er staat meer in dan uw antwoorden."),
    "damaged": _("Deze link is niet heel meer. Misschien mist er een stuk aan het eind."),
    "unknown_version": _(
        "Deze link is van een andere versie van deze site. Wij kunnen hem niet lezen."
    ),
}


class OpenForm(forms.Form):
    """The file with the answers. It is read by ``read_file``, which says what is wrong with it."""

    use_required_attribute = False

    carried_file = forms.FileField(
        label=_("Kies uw bestand"),
        help_text=_("Het bestand heet wat-houd-ik-over.json."),
        required=False,
        widget=forms.FileInput(
            attrs={"class": "ams-text-input", "accept": ".json,application/json"}
        ),
    )


@sensitive_post_parameters()
@sensitive_variables()
@require_http_methods(["POST"])
def save(request: HttpRequest) -> HttpResponse:
    """The answers of a form as a file, also where some are still missing."""
    today = timezone.localdate()
    if not is_covered(today):
        return render(request, "questions/no_rules.html", status=NO_RULES)
    form = QuestionsForm(request.POST, today=today, language=translation.get_language())
    response = HttpResponse(file_of(form), content_type=CONTENT_TYPE)
    response["Content-Disposition"] = f'attachment; filename="{FILE_NAME}"'
    return response


@sensitive_post_parameters()
@sensitive_variables()
@require_http_methods(["GET", "HEAD", "POST"])
def open_answers(request: HttpRequest) -> HttpResponse:
    """The page that opens a link or a file; with one, the outcome or the form of its answers."""
    today = timezone.localdate()
    if not is_covered(today):
        return render(request, "questions/no_rules.html", status=NO_RULES)
    if request.method != "POST":
        return _page(request)
    if "shown" in request.POST:
        # the page that answered stands at this address: its form comes back for another language
        return respond(request, request.POST.copy(), today)
    text = request.POST.get("carried")
    try:
        carried = unpack(text) if text is not None else _from_file(request)
    except CarriedError as error:
        if text is not None:
            return _page(request, link_problem=LINK_PROBLEMS[error.code])
        return _page(request, file_problem=FILE_PROBLEMS[error.code])
    # for the tag that says so on the page that answers
    request.opened_answers_of = carried.made
    return respond(request, sent_again(carried, today, translation.get_language()), today)


def _from_file(request: HttpRequest) -> Carried:
    sent = request.FILES.get("carried_file")
    if sent is None:
        raise CarriedError("none")
    return read_file(sent.read())


def _page(request: HttpRequest, *, link_problem: str = "", file_problem: str = "") -> HttpResponse:
    """The page that opens; an ordinary page, also where something couldn't be opened."""
    form = OpenForm({} if file_problem else None)
    if file_problem:
        form.add_error("carried_file", file_problem)
    context: dict[str, Any] = {"form": form, "link_problem": link_problem}
    return render(request, "carried/open.html", context)
