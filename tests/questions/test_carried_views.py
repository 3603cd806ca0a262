"""Saving the answers, and opening them again: what comes back, and what is never kept."""

import io
import json
import logging
import re
from datetime import date
from html import unescape

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.test import Client
from django.utils.html import strip_tags
from django.utils.translation import gettext, override

from calculator.questions.carried import pack, unpack
from calculator.questions.carried_views import FILE_PROBLEMS, LINK_PROBLEMS
from calculator.templating.carried import opened_on
from tests.questions.people import (
    DAY,
    PEOPLE,
    SINGLE_MOTHER,
    WAJONG_RENTER,
    Answers,
    as_lists,
    filled_in,
    form_of,
    ids_of,
    sent,
)

#: typed in the tests of the log; none of it may come back there
TELLING = {"birth_date": "13-07-1979", "benefit": ["ww"], "ww_maandloon": "2741,63"}


@pytest.fixture(autouse=True)
def the_day(monkeypatch):
    """The site believes that it is the day of the expected values."""
    monkeypatch.setattr("django.utils.timezone.localdate", lambda *args, **kwargs: DAY)


def link_text(answers: Answers) -> str:
    """What stands after the # of the link with these answers."""
    return pack(form_of(sent(answers)))


def saved(client: Client, answers: Answers, language: str = "nl") -> bytes:
    """The file with these answers."""
    return client.post(f"/{language}/bewaren/", sent(answers)).content


def open_link(client: Client, text: str, language: str = "nl") -> str:
    """The page that answers a link."""
    response = client.post(f"/{language}/openen/", {"carried": text})
    assert response.status_code == 200
    return response.text


def open_file(client: Client, content: bytes, language: str = "nl") -> str:
    """The page that answers a file."""
    file = SimpleUploadedFile("wat-houd-ik-over.json", content, "application/json")
    response = client.post(f"/{language}/openen/", {"carried_file": file})
    assert response.status_code == 200
    return response.text


def text_of(html: str) -> str:
    """The words of a page."""
    return " ".join(unescape(strip_tags(html)).split())


def sentence_of(html: str) -> str:
    """The answer of an outcome; '' where a page is none."""
    found = re.search(r'class="answer__sentence">(.*?)</p>', html, re.S)
    return text_of(found[1]) if found else ""


# --- Opening ------------------------------------------------------------------------------


@pytest.mark.parametrize("person", PEOPLE)
def test_a_link_and_a_file_give_the_outcome_of_their_answers(client: Client, person):
    answers = PEOPLE[person]
    expected = sentence_of(client.post("/nl/vragen/", sent(answers)).text)
    assert "€" in expected
    assert sentence_of(open_link(client, link_text(answers))) == expected
    assert sentence_of(open_file(client, saved(client, answers))) == expected


def test_what_the_renter_keeps_is_what_the_law_gives(client: Client):
    # worked out by hand in tests/browser/test_journeys.py
    assert "2.193,12" in sentence_of(open_link(client, link_text(WAJONG_RENTER)))
    assert "2,193.12" in sentence_of(open_link(client, link_text(WAJONG_RENTER), "en"))


def test_all_answers_stand_in_the_page_to_go_on_with(client: Client):
    said = filled_in(open_link(client, link_text(SINGLE_MOTHER)))
    for name, values in as_lists(SINGLE_MOTHER).items():
        assert said[name] == values


def test_another_language_keeps_the_outcome_that_was_opened(client: Client):
    html = open_link(client, link_text(WAJONG_RENTER))
    assert 'formaction="/en/openen/"' in html
    response = client.post("/en/openen/", filled_in(html) | {"language_switch": "en"})
    assert "2,193.12" in sentence_of(response.text)


def test_half_the_answers_give_the_form_with_a_kind_question_for_the_rest(client: Client):
    half = {"birth_date": "14-05-1988", "benefit": ["ww"], "ww_maandloon": "2.800"}
    html = open_file(client, saved(client, half))
    assert sentence_of(html) == ""
    assert filled_in(html)["ww_maandloon"] == ["2.800"]
    assert "Er zijn nog een paar vragen" in html
    assert "error-summary" not in html


def test_months_later_only_the_month_that_passed_is_asked(client: Client, monkeypatch):
    text = link_text(WAJONG_RENTER)
    later = date(2027, 3, 1)
    monkeypatch.setattr("django.utils.timezone.localdate", lambda *args, **kwargs: later)
    html = open_link(client, text)
    assert sentence_of(html) == ""
    assert "Er zijn nog een paar vragen" in html
    assert "error-summary" not in html
    said = filled_in(html)
    assert said["start"] == [""]
    assert said["birth_date"] == ["14-05-1997"]
    # with that answer the outcome is there, under the rules of that day
    again = client.post("/nl/vragen/", said | {"start": "2027-04"})
    assert "€" in sentence_of(again.text)


def test_the_page_knows_on_which_day_the_answers_were_taken_along(client: Client):
    response = client.post("/nl/openen/", {"carried": link_text(WAJONG_RENTER)})
    day = opened_on(response.wsgi_request)
    shown = text_of(render_to_string("carried/opened.html", {"day": day}))
    assert shown == (
        "Deze antwoorden zijn van 22 november 2026. Wij rekenen met de regels van vandaag."
    )
    assert shown in text_of(response.text)
    # answers that weren't brought along have no such day
    assert opened_on(HttpRequest()) == ""
    assert render_to_string("carried/opened.html", {"day": ""}).strip() == ""


# --- Saving -------------------------------------------------------------------------------


def test_the_file_is_a_download_that_people_can_read(client: Client):
    response = client.post("/nl/bewaren/", sent(WAJONG_RENTER))
    assert response.status_code == 200
    assert response["Content-Type"] == "application/json"
    assert response["Content-Disposition"] == 'attachment; filename="wat-houd-ik-over.json"'
    assert response["Cache-Control"] == "no-store"
    assert '\n    "kale_huur": "650",\n' in response.text
    content = json.loads(response.text)
    assert list(content) == ["format", "version", "made", "answers"]
    assert content["made"] == "2026-11-22"
    assert "shown" not in content["answers"]


def test_two_choices_are_a_list_in_the_file(client: Client):
    content = json.loads(saved(client, WAJONG_RENTER | {"benefit": ["wajong", "ww"]}))
    assert content["answers"]["benefit"] == ["wajong", "ww"]


def test_the_link_on_the_page_leads_to_its_own_answers(client: Client):
    response = client.post("/nl/vragen/", sent(SINGLE_MOTHER))
    context = {"form": form_of(sent(SINGLE_MOTHER)), "show": "qr"}
    html = render_to_string("results/take_along.html", context, response.wsgi_request)
    link = re.search(r'id="carried-link"[^>]* value="([^"]*)"', html)[1]
    address, _sign, text = link.partition("#")
    assert address == "http://testserver/nl/openen/"
    assert dict(unpack(text).answers.lists()) == {
        name: values for name, values in as_lists(sent(SINGLE_MOTHER)).items() if name != "shown"
    }
    assert 'form="questions" formaction="/nl/bewaren/" data-full-page' in html
    assert "<svg" in html


def test_the_qr_code_comes_when_it_is_asked_for(client: Client):
    html = client.post("/nl/vragen/", sent(WAJONG_RENTER)).text
    (button,) = re.findall(r'<button [^>]*name="show" value="qr"[^>]*>[^<]*</button>', html)
    assert 'formaction="/nl/vragen/#qr"' in button
    assert 'aria-label="QR-code' not in html
    asked = client.post("/nl/vragen/", sent(WAJONG_RENTER) | {"page": "result", "show": "qr"}).text
    assert asked.count('aria-label="QR-code') == 1
    assert 'value="qr"' not in asked


def test_without_a_link_there_is_still_the_file(monkeypatch, rf):
    monkeypatch.setattr("calculator.questions.carried.MAX_TEXT", 10)
    context = {"form": form_of(sent(SINGLE_MOTHER))}
    html = render_to_string("results/take_along.html", context, rf.get("/nl/"))
    assert "carried-link" not in html
    assert "<svg" not in html
    assert "QR" not in html
    assert 'form="questions" formaction="/nl/bewaren/" data-full-page' in html


def test_a_link_that_is_too_long_for_a_code_says_so(monkeypatch, rf):
    monkeypatch.setattr("calculator.questions.carried_qr.MOST_SIGNS", 50)
    context = {"form": form_of(sent(SINGLE_MOTHER))}
    html = render_to_string("results/take_along.html", context, rf.get("/nl/"))
    assert 'id="carried-link"' in html
    assert "<svg" not in html
    assert "Dat past niet in een QR-code." in html


# --- What can't be opened -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "empty"),
        ("1.damaged", "damaged"),
        ("9.AAAA", "unknown_version"),
        ("1." + "A" * 8_000, "too_large"),
    ],
)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_link_that_cant_be_opened_says_why(client: Client, text, code, language):
    html = open_link(client, text, language)
    with override(language):
        assert gettext("Deze link kunnen wij niet openen") in html
        assert str(LINK_PROBLEMS[code]) in unescape(html)
        assert f"<title>{gettext('Het openen lukt niet')}" in html
    # focus goes there, and nothing of the link is on the page
    assert re.search(r'id="error-summary-title" tabindex="-1" autofocus', html)
    assert text == "" or text not in html


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty"),
        (b"\xff\xd8\xff\xe0 a photo", "not_text"),
        (b"Beste meneer,", "not_ours"),
        (b'{"format": "wat-houd-ik-over", "version": 1}', "damaged"),
        (b'{"format": "wat-houd-ik-over", "version": 2}', "unknown_version"),
        (b" " * 62_000 + b"{} too large", "too_large"),
    ],
)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_file_that_cant_be_opened_says_why_beside_the_field(
    client: Client, content, code, language
):
    html = open_file(client, content, language)
    beside = re.search(r'id="id_carried_file_error"[^>]*>(.*?)</p>', html, re.S)[1]
    with override(language):
        assert text_of(beside).endswith(str(FILE_PROBLEMS[code]))
        assert f"<title>{gettext('Het openen lukt niet')}" in html
    field = re.search(r'<input type="file"[^>]*>', html)[0]
    assert 'aria-invalid="true"' in field
    described_by = re.search(r'aria-describedby="([^"]*)"', field)[1].split()
    assert set(described_by) == {"id_carried_file_helptext", "id_carried_file_error"}
    assert set(described_by) <= set(ids_of(html))
    assert 'href="#id_carried_file"' in html


def test_no_file_at_all_asks_for_one(client: Client):
    html = client.post("/nl/openen/", {}).text
    assert str(FILE_PROBLEMS["none"]) in text_of(html)


def test_every_refusal_has_words_of_its_own():
    codes = {"empty", "too_large", "damaged", "unknown_version"}
    assert set(LINK_PROBLEMS) == codes
    assert set(FILE_PROBLEMS) == codes | {"not_text", "not_ours", "none"}
    for problems in (LINK_PROBLEMS, FILE_PROBLEMS):
        assert len({str(text) for text in problems.values()}) == len(problems)


def test_what_is_larger_than_a_page_may_be_is_refused_before_it_is_read(client: Client):
    file = SimpleUploadedFile("wat-houd-ik-over.json", b" " * 70_000)
    response = client.post("/nl/openen/", {"carried_file": file})
    assert response.status_code == 413


@pytest.mark.parametrize("problem", ["", "link", "file"])
def test_every_id_on_the_page_is_there_once(client: Client, problem):
    html = client.get("/nl/openen/").text
    if problem == "link":
        html = open_link(client, "1.AAAA")
    elif problem == "file":
        html = open_file(client, b"no")
    ids = ids_of(html)
    assert len(ids) == len(set(ids))


# --- The page that explains ---------------------------------------------------------------


def test_the_page_explains_the_link_and_the_file(client: Client):
    response = client.get("/nl/openen/")
    assert response.status_code == 200
    noscript = re.search(r"<noscript>(.*?)</noscript>", response.text, re.S)[1]
    assert "JavaScript" in noscript
    assert re.search(r'<script src="[^"]*open[^"]*\.js" defer>', response.text)
    assert 'type="file"' in response.text
    # the script is for this page alone
    assert "js/open" not in client.get("/nl/").text


def test_nothing_is_opened_from_an_address(client: Client):
    html = client.get("/nl/openen/", {"carried": link_text(WAJONG_RENTER)}).text
    assert sentence_of(html) == ""
    assert "14-05-1997" not in html


@pytest.mark.parametrize(
    ("method", "address"),
    [("get", "/nl/bewaren/"), ("put", "/nl/openen/"), ("put", "/nl/bewaren/")],
)
def test_other_methods_are_refused(client: Client, method, address):
    assert getattr(client, method)(address).status_code == 405


@pytest.mark.parametrize(("method", "address"), [("get", "openen"), ("post", "bewaren")])
def test_without_rules_for_today_the_site_says_so(client: Client, monkeypatch, method, address):
    far = date(2200, 1, 1)
    monkeypatch.setattr("django.utils.timezone.localdate", lambda *args, **kwargs: far)
    response = getattr(client, method)(f"/nl/{address}/")
    assert response.status_code == 503


# --- Nothing is kept ----------------------------------------------------------------------


@pytest.fixture
def log(monkeypatch, caplog):
    """Everything that is written to the log, as it is written."""
    stream = io.StringIO()
    handlers = {
        id(handler): handler
        for name in (None, "django", "django.server", "django.request")
        for handler in logging.getLogger(name).handlers
        if type(handler) is logging.StreamHandler
    }
    assert handlers
    for handler in handlers.values():
        monkeypatch.setattr(handler, "stream", stream)
    caplog.set_level(logging.DEBUG)
    return stream


def nothing_in(text: str, carried: str) -> None:
    """No answer of TELLING and no part of its link is in the text."""
    for typed in ("13-07-1979", "1979", "2741", carried, carried[2:20]):
        assert typed not in text


def test_no_cookie_and_no_copy_in_a_cache(client: Client):
    for response in (
        client.get("/nl/openen/"),
        client.post("/nl/openen/", {"carried": link_text(WAJONG_RENTER)}),
        client.post("/nl/openen/", {"carried": "1.damaged"}),
        client.post("/nl/bewaren/", sent(WAJONG_RENTER)),
    ):
        assert not response.cookies
        assert response["Cache-Control"] == "no-store"


def test_nothing_that_was_carried_is_logged(client: Client, log, caplog):
    text = link_text(TELLING)
    file = saved(client, TELLING)
    open_link(client, text)
    open_link(client, text[:-6])
    open_file(client, file)
    open_file(client, file[:-20])
    client.get(f"/nl/openen/?{text}")
    nothing_in(log.getvalue() + caplog.text, text)


@pytest.mark.parametrize("broken", ["unpack", "sent_again", "respond"])
def test_a_crash_tells_where_but_nothing_that_was_carried(
    client: Client, monkeypatch, log, caplog, broken
):
    def crash(*args, **kwargs):
        raise ValueError(f"invalid: {args!r}")

    monkeypatch.setattr(f"calculator.questions.carried_views.{broken}", crash)
    client.raise_request_exception = False
    text = link_text(TELLING)
    response = client.post("/nl/openen/", {"carried": text})
    assert response.status_code == 500
    assert "ValueError" in log.getvalue()
    nothing_in(log.getvalue() + caplog.text + response.text, text)
