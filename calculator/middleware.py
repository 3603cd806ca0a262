"""What holds for every request: how much may be sent, and which headers go back."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from calculator.errors import bad_request, too_large

GetResponse = Callable[[HttpRequest], HttpResponseBase]

PAGE_BODY_LIMIT = 64 * 1024
API_BODY_LIMIT = 256 * 1024
BACK_OFFICE_BODY_LIMIT = 2 * 1024 * 1024  # a file with schemes

# The site uses none of these; saying so keeps a script that slips in from using them.
PERMISSIONS_POLICY = ", ".join(
    f"{feature}=()"
    for feature in (
        "accelerometer",
        "browsing-topics",
        "camera",
        "display-capture",
        "geolocation",
        "gyroscope",
        "magnetometer",
        "microphone",
        "midi",
        "payment",
        "usb",
    )
)


class BodyLimitMiddleware:
    """Refuses what is too large before anything reads it.

    64 kB for pages (the whole form is a few kB), 256 kB for /api/, 2 MB for the back office.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        limit = PAGE_BODY_LIMIT
        if request.path_info.startswith("/api/"):
            limit = API_BODY_LIMIT
        elif request.path_info.startswith(settings.BACK_OFFICE):
            limit = BACK_OFFICE_BODY_LIMIT
        stated = request.META.get("CONTENT_LENGTH") or ""
        if not stated:
            # Without a length Django reads no body at all. One that comes in chunks would seem
            # empty and the answers in it would be lost in silence; no browser sends a form so.
            if request.META.get("HTTP_TRANSFER_ENCODING"):
                return bad_request(request)
            return self.get_response(request)
        # isdigit alone also accepts digits of other scripts.
        if not (stated.isascii() and stated.isdigit()):
            return bad_request(request)
        if int(stated[:20]) > limit:
            return too_large(request)
        return self.get_response(request)


class ResponseHeadersMiddleware:
    """Nothing with a visitor's answers in it may stay in a cache on a shared computer."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        response["Permissions-Policy"] = PERMISSIONS_POLICY
        same_for_all = request.path_info.startswith(settings.STATIC_URL) or response.get(
            "Cache-Control", ""
        ).startswith("public")
        if not same_for_all:
            response["Cache-Control"] = "no-store"
        return response
