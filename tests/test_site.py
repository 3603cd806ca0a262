"""What holds for every page: addresses, headers, limits and error pages."""

import io
import json
import logging
import re
from pathlib import Path

import pytest
from django.conf import settings
from django.http import HttpResponse
from django.test import Client, RequestFactory
from django.utils.html import escape
from django.utils.translation import gettext, override

from calculator.middleware import API_BODY_LIMIT, PAGE_BODY_LIMIT, BodyLimitMiddleware

ROOT = Path(__file__).resolve().parent.parent
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))


@pytest.mark.parametrize(
    ("browser", "address"),
    [("", "/nl/"), ("nl", "/nl/"), ("en-GB,en;q=0.9", "/en/"), ("xx,en;q=0.5,nl;q=0.4", "/en/")],
)
def test_the_root_leads_to_the_language_of_the_browser(client: Client, browser, address):
    response = client.get("/", headers={"accept-language": browser})
    assert response.status_code == 302
    assert response["Location"] == address
    assert "Accept-Language" in response["Vary"]


@pytest.mark.parametrize("language", [code for code, _name in settings.LANGUAGES])
def test_each_language_has_a_front_page_in_that_language(client: Client, language):
    response = client.get(f"/{language}/")
    assert response.status_code == 200
    assert f'<html lang="{language}"' in response.text


@pytest.mark.parametrize("address", ["/", "/nl/", "/nowhere", "/healthz", "/api/v1/nowhere"])
def test_no_answer_may_be_kept_framed_or_run_code_of_others(client: Client, address):
    response = client.get(address)
    policy = dict(
        directive.strip().split(" ", 1)
        for directive in response["Content-Security-Policy"].split(";")
    )
    assert policy["default-src"] == policy["frame-ancestors"] == policy["base-uri"] == "'none'"
    for kind in ("script", "style", "font", "img", "connect"):
        assert policy[f"{kind}-src"] == "'self'"
    assert policy["form-action"] == "'self'"
    assert response["Cache-Control"] == "no-store"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["X-Frame-Options"] == "DENY"
    assert response["Referrer-Policy"] == "no-referrer"
    assert "geolocation=()" in response["Permissions-Policy"]
    assert not response.cookies


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_templates_hold_no_inline_style_or_code_and_load_nothing_from_elsewhere(template):
    text = template.read_text("utf-8")
    assert not re.search(r"<style|\sstyle=|\son[a-z]+=|javascript:|\shx-on", text)
    assert not re.search(r"<script(?![^>]*\ssrc=)", text)
    assert not re.search(r"(?:src|href|action)=[\"']?(?:https?:)?//", text)


def test_our_styles_load_nothing_from_elsewhere():
    for path in (ROOT / "calculator" / "static" / "css").glob("*.css"):
        assert not re.search(r"@import|url\([\"']?(?:https?:|//|data:)", path.read_text("utf-8"))


def test_an_unknown_page_says_so_in_the_language_of_the_address(client: Client):
    dutch, english = client.get("/nl/weg/"), client.get("/en/gone/")
    assert dutch.status_code == english.status_code == 404
    assert "Deze pagina bestaat niet." in dutch.text
    assert "This page does not exist." in english.text


def test_an_unknown_api_address_answers_in_json(client: Client):
    response = client.get("/api/v2/nowhere")
    assert response.status_code == 404
    assert json.loads(response.content)["errors"][0]["code"] == "not_found"


def test_an_error_of_ours_is_a_page_in_the_right_language(client: Client, monkeypatch):
    def broken(*args, **kwargs):
        raise ValueError("1250,00")

    client.raise_request_exception = False
    monkeypatch.setattr("calculator.urls.HttpResponse", broken)
    response = client.get("/healthz", headers={"accept-language": "en"})
    assert response.status_code == 500
    assert "Something went wrong on our side." in response.text
    assert "1250,00" not in response.text


def test_the_log_of_an_error_says_where_but_not_what_was_sent(client: Client, monkeypatch):
    def broken(*args, **kwargs):
        raise ValueError("1250,00")

    client.raise_request_exception = False
    monkeypatch.setattr("calculator.urls.HttpResponse", broken)
    stream = io.StringIO()
    monkeypatch.setattr(logging.getLogger("django").handlers[0], "stream", stream)
    client.get("/healthz?maandloon=1250,00")
    log = stream.getvalue()
    assert "ValueError" in log
    assert "urls.py" in log
    assert "1250,00" not in log


@pytest.mark.parametrize(
    ("address", "limit"), [("/nl/vragen/", PAGE_BODY_LIMIT), ("/api/v1/calculate", API_BODY_LIMIT)]
)
def test_a_body_may_be_as_large_as_its_limit_and_no_larger(address, limit):
    middleware = BodyLimitMiddleware(lambda request: HttpResponse("read"))
    for size, status in ((limit, 200), (limit + 1, 413)):
        request = RequestFactory().post(address, b"x" * size, content_type="text/plain")
        assert middleware(request).status_code == status


def test_a_page_that_is_sent_too_much_answers_with_a_page(client: Client):
    response = client.post("/en/vragen/", {"answer": "x" * PAGE_BODY_LIMIT})
    assert response.status_code == 413
    with override("en"):
        assert escape(gettext("Dit is te groot om te verwerken.")) in response.text


def test_an_api_that_is_sent_too_much_answers_in_json(client: Client):
    body = b"x" * (API_BODY_LIMIT + 1)
    response = client.post("/api/v1/calculate", body, content_type="application/json")
    assert response.status_code == 413
    assert response.json()["errors"][0]["code"] == "too_large"


@pytest.mark.parametrize("length", ["-1", "ten", "1e3", "²", "9" * 5000])
def test_a_length_that_is_no_length_is_refused(client: Client, length):
    response = client.post("/nl/vragen/", b"a=1", content_type="text/plain", CONTENT_LENGTH=length)
    assert response.status_code in {400, 413}


def test_a_body_without_a_length_is_not_taken_for_an_empty_form(client: Client):
    response = client.post("/nl/vragen/", CONTENT_LENGTH="", HTTP_TRANSFER_ENCODING="chunked")
    assert response.status_code == 400


def test_health_is_a_word(client: Client):
    assert client.get("/healthz").text == "ok"
