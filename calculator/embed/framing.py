"""Who may hold a page in a frame: nobody, but for the pages of a partner that partner.

Those stand below ``/<language>/bij/<partner>/``, with the code of a municipality after it where
one is to be filled in. The address is all there is to tell whose page it is: a frame may have no
cookie and no storage.
"""

import re
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse

from calculator.embed.colours import Look
from calculator.embed.models import Partner
from calculator.municipalities.names import municipalities

#: the namespaces of the addresses: without and with a municipality
FRAME, FRAME_OF_PLACE = "frame", "frame_of_place"
_PATH = re.compile(r"/[a-z-]+/bij/([a-z0-9-]+)/")

View = Callable[..., HttpResponseBase]


class FramingMiddleware:
    """Knows whose page is asked for, and lets that partner and nobody else hold the answer."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        found = _PATH.match(request.path_info)
        partner = None
        if found is not None:
            partner = Partner.objects.filter(code=found[1], active=True).first()
        request.partner = partner  # type: ignore[attr-defined]
        response = self.get_response(request)
        if partner is not None:
            # also where something is wrong: the frame would stay empty without a word
            response._csp_replace = {"frame-ancestors": partner.frame_ancestors}  # type: ignore[attr-defined]
            response.xframe_options_exempt = True  # type: ignore[attr-defined]
        return response


def partner_of(request: HttpRequest | None) -> Partner | None:
    """The partner whose page this is; None on a page of our own."""
    return getattr(request, "partner", None)


def in_frame(view: View) -> View:
    """A page of the site as a page of a partner."""

    @wraps(view)
    def framed(
        request: HttpRequest, *args: Any, partner: str, municipality: str = "", **kwargs: Any
    ) -> HttpResponseBase:
        if partner_of(request) is None or (municipality and municipality not in municipalities()):
            raise Http404
        request.place = municipality  # type: ignore[attr-defined]
        return view(request, *args, **kwargs)

    return framed


def place_of(request: HttpRequest) -> str:
    """The name of the municipality that a partner's page fills in; "" where it names none."""
    partner = partner_of(request)
    if partner is None:
        return ""
    code = getattr(request, "place", "") or partner.municipality_id
    named = municipalities().get(code or "")
    return named.name if named is not None else ""


def address_of(request: HttpRequest | None, name: str) -> str:
    """The address of a page of the site, within the same frame where there is one."""
    partner = partner_of(request)
    if partner is None:
        return reverse(name)
    # which language somebody wants is known within a frame
    name = "start" if name == "to_language" else name
    place = getattr(request, "place", "")
    if place:
        return reverse(f"{FRAME_OF_PLACE}:{name}", args=[partner.code, place])
    return reverse(f"{FRAME}:{name}", args=[partner.code])


FONTS = {
    "system": "system-ui, sans-serif",
    "arial": "Arial, Helvetica, sans-serif",
    "verdana": "Verdana, Geneva, sans-serif",
    "serif": "Georgia, 'Times New Roman', serif",
}


def look(request: HttpRequest) -> HttpResponse:
    """The style sheet with what a partner has otherwise than we: tokens of the theme, no more."""
    partner = partner_of(request)
    if partner is None:
        raise Http404
    light, dark = partner.looks
    # on paper every colour is black: that stays
    sheets = [f":root {{ --font: {FONTS[partner.font]}; }}\n"] if partner.font else []
    for scheme, colours in (("light", light), ("dark", dark)):
        if colours is not None:
            tokens = _tokens(colours)
            sheets.append(
                f"@media screen and (prefers-color-scheme: {scheme}) {{\n:root {{\n{tokens}}}\n}}\n"
            )
    response = HttpResponse("".join(sheets), content_type="text/css; charset=utf-8")
    response["Cache-Control"] = "public, max-age=300"
    return response


def _tokens(look_: Look) -> str:
    """The tokens of the theme (static/css/theme.css) that follow from one colour."""
    return "".join(
        f"  --{name.replace('_', '-')}: {colour};\n" for name, colour in look_._asdict().items()
    )
