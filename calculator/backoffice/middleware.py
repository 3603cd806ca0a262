"""What the back office needs and public pages don't: sessions, accounts, messages, CSRF.

Each part is Django's own, and does nothing outside the back office: a public page reads no cookie,
sets none and asks no database who somebody is.
"""

from typing import Any

from django.conf import settings
from django.contrib.auth.middleware import AuthenticationMiddleware
from django.contrib.messages.middleware import MessageMiddleware
from django.contrib.sessions.middleware import SessionMiddleware
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.middleware.csrf import CsrfViewMiddleware
from django.utils import translation


def is_back_office(request: HttpRequest) -> bool:
    """Whether a request is for the back office."""
    return request.path_info.startswith(settings.BACK_OFFICE)


class _OnlyThere:
    """Hands everything else on untouched."""

    get_response: Any

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if not is_back_office(request):
            return self.get_response(request)
        return super().__call__(request)  # type: ignore[misc]

    def process_view(self, request: HttpRequest, *args: Any) -> HttpResponseBase | None:
        """The hook of those that have one."""
        hook = getattr(super(), "process_view", None)
        return hook(request, *args) if hook is not None and is_back_office(request) else None


class Sessions(_OnlyThere, SessionMiddleware):
    """Sessions of editors."""


class Csrf(_OnlyThere, CsrfViewMiddleware):
    """A forged form can change nothing on a public page; here it could."""


class Authentication(_OnlyThere, AuthenticationMiddleware):
    """Who is logged in."""


class Messages(_OnlyThere, MessageMiddleware):
    """What was saved, said once."""


class Dutch:
    """The back office speaks Dutch, whatever the browser prefers.

    Its own pages may know where a form came from: without that a browser sends ``Origin: null``,
    and a form of ours can't be told from a forged one.
    """

    def __init__(self, get_response: Any) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if not is_back_office(request):
            return self.get_response(request)
        with translation.override("nl"):
            response = self.get_response(request)
        response["Referrer-Policy"] = "same-origin"
        return response
