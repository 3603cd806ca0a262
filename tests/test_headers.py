"""What every route sends along: who may hold it, what may be kept of it, and no cookie.

A route that isn't in this table fails the test: whoever adds one says what holds for it.
"""

import re

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from calculator.embed.models import Partner
from tests.questions.people import WAJONG_RENTER, filled_up, sent

pytestmark = pytest.mark.django_db

NOBODY, PARTNER = "'none'", "https://www.werkplein.nl"
KEPT_NOWHERE, SAME_FOR_ALL = "no-store", "public"
ANSWERS = sent(filled_up(WAJONG_RENTER))
PAGES = {
    "": "GET",
    "vragen/": "POST",
    "questions/": "POST",
    "wat-als/": "POST",
    "agenda/": "POST",
    "bewaren/": "POST",
    "openen/": "GET",
    "papier/": "POST",
    "woorden/": "GET",
    "regels/": "GET",
    "privacy/": "GET",
    "toegankelijkheid/": "GET",
}
#: by address: how it is asked for, who may hold it in a frame, and what may be kept of it
ROUTES = {
    "/": ("GET", NOBODY, KEPT_NOWHERE),
    "/healthz": ("GET", NOBODY, KEPT_NOWHERE),
    "/api/v1/calculate": ("POST", NOBODY, KEPT_NOWHERE),
    "/api/v1/openapi.json": ("GET", NOBODY, KEPT_NOWHERE),
    "/embed/v1/embed.js": ("GET", NOBODY, SAME_FOR_ALL),
    "/beheer/": ("GET", NOBODY, KEPT_NOWHERE),
    **{f"/nl/{page}": (how, NOBODY, KEPT_NOWHERE) for page, how in PAGES.items()},
    **{
        f"/nl/bij/werkplein/{place}{page}": (how, PARTNER, KEPT_NOWHERE)
        for page, how in PAGES.items()
        for place in ("", "0344/")
    },
    "/nl/bij/werkplein/stijl.css": ("GET", PARTNER, SAME_FOR_ALL),
    "/nl/bij/werkplein/0344/stijl.css": ("GET", PARTNER, SAME_FOR_ALL),
    "/nl/nergens/": ("GET", NOBODY, KEPT_NOWHERE),
    "/nl/bij/onbekend/": ("GET", NOBODY, KEPT_NOWHERE),
}


@pytest.fixture
def partner() -> Partner:
    return Partner.objects.create(code="werkplein", name="Werkplein", origins=PARTNER)


@pytest.mark.parametrize("address", ROUTES)
def test_the_headers_of_a_route(client: Client, partner, address):
    how, holds, keeps = ROUTES[address]
    response = client.post(address, ANSWERS) if how == "POST" else client.get(address)
    assert response.status_code < 500
    policy = dict(
        part.strip().split(" ", 1) for part in response["Content-Security-Policy"].split(";")
    )
    assert policy["frame-ancestors"] == holds
    assert policy["default-src"] == policy["base-uri"] == "'none'"
    assert policy["script-src"] == policy["style-src"] == policy["form-action"] == "'self'"
    assert response.get("X-Frame-Options") == ("DENY" if holds == NOBODY else None)
    assert keeps in response["Cache-Control"]
    assert ("no-store" in response["Cache-Control"]) == (keeps == KEPT_NOWHERE)
    in_back_office = address.startswith("/beheer/")
    assert response["Referrer-Policy"] == ("same-origin" if in_back_office else "no-referrer")
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "camera=()" in response["Permissions-Policy"]
    assert in_back_office or response.cookies == {}


def patterns(resolver: URLResolver, prefix: str = "/"):
    for found in resolver.url_patterns:
        route = prefix + str(found.pattern)
        if isinstance(found, URLPattern):
            yield route
        elif "beheer" not in route:
            yield from patterns(found, route)


def test_every_route_is_in_the_table():
    """Django's own routes of the back office count as one."""
    plain = {
        re.sub(
            r"<slug:partner>|\^?bij/\(\?P<partner>[^)]*\)/\(\?P<municipality>[^)]*\)",
            lambda found: "bij/werkplein/0344" if "municipality" in found[0] else "werkplein",
            route,
        )
        for route in patterns(get_resolver())
    }
    assert {route for route in plain if not route.startswith("/api/")} <= set(ROUTES)
    assert len(plain) > 40
