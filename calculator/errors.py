"""Pages for when something goes wrong: in the visitor's language, JSON under /api/."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext as _


def _answer(request: HttpRequest, status: int, code: str, message: str) -> HttpResponse:
    if request.path_info.startswith("/api/"):
        error = {"path": "", "code": code, "message": message}
        return JsonResponse({"errors": [error]}, status=status)
    return render(request, f"errors/{status}.html", status=status)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return _answer(request, 400, "bad_request", _("Wij begrijpen deze aanvraag niet."))


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return _answer(request, 404, "not_found", _("Deze pagina bestaat niet."))


def too_large(request: HttpRequest) -> HttpResponse:
    return _answer(request, 413, "too_large", _("Dit is te groot om te verwerken."))


def server_error(request: HttpRequest) -> HttpResponse:
    return _answer(request, 500, "server_error", _("Er ging iets mis bij ons."))
