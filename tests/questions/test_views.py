"""The form as a page: what comes back, what stays, and what is never kept."""

import io
import logging
import re
from datetime import date
from html import unescape

import pytest
from django.db import OperationalError
from django.http import QueryDict
from django.test import Client
from django.utils.html import escape, strip_tags
from django.utils.translation import gettext, override

from tests.questions.people import (
    AGENCY_WORKER,
    DAY,
    PEOPLE,
    SINGLE_MOTHER,
    WAJONG_RENTER,
    WW_OWNER,
    Answers,
    as_lists,
    filled_in,
    filled_up,
    form_of,
    ids_of,
    sent,
)
from tests.questions.test_to_contract import REFUSED, REFUSED_AT_ONCE

#: typed in every test of the log; none of it may come back there
TELLING = {
    "birth_date": "13-07-1979",
    "benefit": ["ww"],
    "ww_maandloon": "2741,63",
    "vermogen": "8675309",
    "plan0_gross": "987654zz",
}


@pytest.fixture(autouse=True)
def the_day(monkeypatch):
    """The site believes that it is the day of the expected values."""
    monkeypatch.setattr("django.utils.timezone.localdate", lambda *args, **kwargs: DAY)


def post(client: Client, answers: Answers, language: str = "nl", **other: str) -> str:
    """The page that answers the form."""
    response = client.post(f"/{language}/vragen/", answers | other)
    assert response.status_code == 200
    return response.text


def is_result(html: str) -> bool:
    """Whether a page is an outcome."""
    return 'class="answer__sentence"' in html


def error_of(html: str, name: str) -> str:
    """The message beside a question, '' where there is none."""
    found = re.search(rf'id="id_{name}_error"[^>]*>(.*?)</p>', html, re.S)
    return " ".join(unescape(strip_tags(found[1])).split()) if found else ""


def questions_with_errors(html: str) -> set[str]:
    """The questions that have a message beside them."""
    return {item[3:-6] for item in ids_of(html) if re.fullmatch(r"id_\w+_error", item)}


# --- Errors -------------------------------------------------------------------------------


@pytest.mark.parametrize("person", PEOPLE)
def test_a_filled_in_form_gives_an_outcome(client: Client, person):
    assert is_result(post(client, sent(PEOPLE[person])))


@pytest.mark.parametrize(
    ("person", "change", "name"),
    [*REFUSED_AT_ONCE, *REFUSED],
    ids=[f"{item[2]}-{i}" for i, item in enumerate([*REFUSED_AT_ONCE, *REFUSED])],
)
def test_an_error_of_the_contract_stands_beside_its_question(client: Client, person, change, name):
    html = post(client, sent(filled_up(person | change)))
    assert not is_result(html)
    assert questions_with_errors(html) == {name}
    message = error_of(html, name)
    assert message.startswith("Let op:")
    assert len(message) > len("Let op:") + 10
    # words for a visitor: no names of the contract, no placeholders, no English
    assert not re.search(r"_|%|\{|null|None|required|maximum", message)


@pytest.mark.parametrize(
    ("change", "name"),
    [
        ({"plan0_gross": "veel"}, "plan0_gross"),
        ({"plan0_gross": "1,2,3"}, "plan0_gross"),
        ({"plan0_gross": ""}, "plan0_gross"),
        ({"plan0_hours": "168"}, "plan0_hours"),
        ({"kale_huur": "-1"}, "kale_huur"),
        ({"vermogen": "9" * 30}, "vermogen"),
        ({"birth_date": "31-02-2000"}, "birth_date"),
        ({"birth_date": "gisteren"}, "birth_date"),
        ({"home_kind": "castle"}, "home_kind"),
    ],
)
def test_a_wrong_answer_gets_its_message_and_keeps_what_was_typed(client: Client, change, name):
    # as somebody who had the whole form before them
    answers = sent(WAJONG_RENTER) | change
    html = post(client, answers)
    assert name in questions_with_errors(html)
    kept = filled_in(html)
    known = form_of(answers).fields
    for question, typed in as_lists(answers).items():
        if question in known and question != "home_kind":
            assert kept[question] == typed


def test_text_with_html_in_it_stays_text(client: Client):
    typed = "\"'><script>alert(1)</script>"
    html = post(client, sent(WAJONG_RENTER) | {"plan0_gross": typed})
    assert "<script>alert" not in html
    assert filled_in(html)["plan0_gross"] == [typed]


def test_the_summary_names_every_wrong_question_and_leads_to_it(client: Client):
    html = post(client, sent(WAJONG_RENTER) | {"plan0_gross": "veel", "works_now": ""})
    summary = re.search(r"<section[^>]*error-summary.*?</section>", html, re.S)[0]
    targets = re.findall(r'href="#([^"]*)"', summary)
    assert len(targets) == len(questions_with_errors(html)) > 1
    assert set(targets) <= set(ids_of(html))
    # in the order of the page
    places = [html.index(f'id="{target}"') for target in targets]
    assert places == sorted(places)


def test_every_id_on_a_page_is_there_once(client: Client):
    pages = [
        post(client, {"shown": "birth_date benefit", "plans": "1"}),
        post(client, sent(filled_up(AGENCY_WORKER | {"plans": "3"}), plans="3")),
        post(client, sent(SINGLE_MOTHER) | {"plan0_gross": "x"}),
    ]
    for html in pages:
        ids = ids_of(html)
        assert sorted(ids) == sorted(set(ids))


def test_the_first_page_sent_in_empty_asks_for_both_answers(client: Client):
    html = post(client, {"shown": "birth_date benefit", "plans": "1"})
    assert questions_with_errors(html) == {"birth_date", "benefit"}


def test_a_new_question_is_not_reported_as_an_error_the_first_time(client: Client):
    first = {"shown": "birth_date benefit", "plans": "1", "birth_date": "14-05-1988"}
    html = post(client, first | {"benefit": ["ww"]})
    assert questions_with_errors(html) == set()
    assert "ww_maandloon" in filled_in(html)
    assert 'id="new-questions-title"' in html
    # the same page sent in as it is: now they are missing
    again = {name: value for name, value in filled_in(html).items() if value != [""]}
    html = post(client, again)
    assert {"ww_maandloon", "works_now", "plan0_kind"} <= questions_with_errors(html)
    assert 'id="new-questions-title"' not in html


def test_beside_new_questions_the_old_ones_keep_their_errors(client: Client):
    first = {"shown": "birth_date benefit", "plans": "1", "birth_date": "x", "benefit": ["ww"]}
    assert questions_with_errors(post(client, first)) == {"birth_date"}


def test_the_notice_leads_to_the_first_new_question(client: Client):
    html = post(client, sent(WAJONG_RENTER) | {"has_partner": "yes"})
    notice = re.search(r"<section[^>]*new-questions.*?</section>", html, re.S)[0]
    assert re.findall(r'href="#([^"]*)"', notice) == ["id_partner_birth_date"]


# --- Unknown ------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["kale_huur", "vermogen"])
def test_an_amount_that_somebody_does_not_know_is_asked_again_and_never_counted(
    client: Client, name
):
    html = post(client, sent(WAJONG_RENTER, **{name: "", f"{name}_unknown": "on"}))
    assert not is_result(html)
    assert 'id="answer"' in html
    sentence = html[html.index('id="answer"') : html.index("</h1>", html.index('id="answer"'))]
    assert "€" not in sentence
    assert "niet bekend" in html
    label = str(form_of(WAJONG_RENTER).fields[name].label)
    assert escape(label) in html
    assert f'name="change" value="{name}"' in html


def test_an_unknown_credit_leaves_the_plan_known(client: Client):
    html = post(client, sent(WAJONG_RENTER, now_korting="unknown"))
    # the plan's own amount is known, what it differs from now isn't
    assert is_result(html)
    sentence = re.search(r'class="answer__sentence">(.*?)</p>', html, re.S)[1]
    assert sentence.count("amount") == 1
    assert 'value="now_korting"' in html


# --- Plans --------------------------------------------------------------------------------


def test_adding_and_removing_a_plan_keeps_every_answer_and_reports_nothing(client: Client):
    answers = sent(SINGLE_MOTHER) | {"vermogen": "wrong", "plan0_travel": ""}
    html = post(client, answers, add_plan="1")
    assert questions_with_errors(html) == set()
    kept = filled_in(html)
    assert kept["plans"] == ["2"]
    assert 'name="plan1_kind"' in html
    for name, value in as_lists(answers).items():
        if name not in ("shown", "plans"):
            assert kept[name] == value
    two = sent(filled_up(SINGLE_MOTHER | {"plans": "2", "plan1_gross": "700"}), plans="2")
    html = post(client, two, remove_plan="1")
    kept = filled_in(html)
    assert kept["plans"] == ["1"]
    assert not any(name.startswith("plan1") for name in kept)
    assert kept["plan0_gross"] == ["500"]
    assert questions_with_errors(html) == set()


@pytest.mark.parametrize(
    ("plans", "button", "then"),
    [("3", "add_plan", "3"), ("1", "remove_plan", "1"), ("99", "add_plan", "2"), ("x", "y", "1")],
)
def test_there_is_always_one_plan_and_never_a_fourth(client: Client, plans, button, then):
    answers = {"shown": "", "plans": plans, "benefit": ["ww"]}
    assert filled_in(post(client, answers, **{button: "1"}))["plans"] == [then]


# --- Language -----------------------------------------------------------------------------


@pytest.mark.parametrize("to", ["nl", "en"])
def test_another_language_keeps_every_answer_and_reports_nothing(client: Client, to):
    answers = sent(WAJONG_RENTER) | {"plan0_gross": "veel", "works_now": "", "vermogen": ""}
    html = post(client, answers, to, language_switch=to)
    assert f'<html lang="{to}"' in html
    assert questions_with_errors(html) == set()
    assert "error-summary" not in html
    kept = filled_in(html)
    for name in ("birth_date", "benefit", "plan0_gross", "kale_huur", "wajong_regime"):
        assert kept[name] == as_lists(answers)[name]


def test_another_language_on_the_result_keeps_the_result(client: Client):
    html = post(client, sent(WAJONG_RENTER))
    carried = filled_in(html)
    carried.pop("change", None)
    assert carried["page"] == ["result"]
    html = post(client, carried, "en", language_switch="en")
    assert is_result(html)
    assert "€2,193.12" in html.replace("\u00a0", "")


def test_the_result_carries_every_answer_along(client: Client):
    for answers in (WW_OWNER, SINGLE_MOTHER, AGENCY_WORKER):
        carried = filled_in(post(client, sent(answers)))
        for name, value in as_lists(answers).items():
            if value:
                assert carried[name] == value


def test_from_the_result_back_to_the_questions(client: Client):
    carried = filled_in(post(client, sent(SINGLE_MOTHER)))
    html = post(client, carried, change="kale_huur")
    assert not is_result(html)
    assert questions_with_errors(html) == set()
    assert filled_in(html)["plan0_gross"] == ["500"]
    assert 'href="#id_kale_huur"' in html
    two = filled_in(post(client, carried, add_plan="1"))
    assert two["plans"] == ["2"]


def test_a_button_that_names_no_question_does_no_harm(client: Client):
    html = post(client, sent(WAJONG_RENTER), change='"><script>')
    assert "<script>" not in html.replace("<script src", "")


# --- Nothing is kept ----------------------------------------------------------------------


def test_no_page_is_kept_in_a_cache_or_sets_a_cookie(client: Client):
    answers = sent(WAJONG_RENTER)
    for response in (
        client.get("/nl/"),
        client.get("/en/"),
        client.get("/nl/vragen/"),
        client.post("/nl/vragen/", answers),
        client.post("/nl/vragen/", answers | {"plan0_gross": "x"}),
        client.post("/nl/vragen/", answers | {"language_switch": "nl"}),
        client.post("/nl/questions/", answers),
    ):
        assert response.status_code == 200
        assert response["Cache-Control"] == "no-store"
        assert "Set-Cookie" not in response.headers
        assert not response.cookies
    assert not client.cookies


def test_an_answer_stands_in_no_address(client: Client):
    html = post(client, sent(WAJONG_RENTER))
    for address in re.findall(r'(?:href|src|action|formaction|hx-post|url)="([^"]*)"', html):
        assert not QueryDict(address.partition("?")[2])
        assert "1997" not in address
    for form in re.findall(r"<form[^>]*>", html):
        assert 'method="post"' in form


def test_answers_in_an_address_are_not_read(client: Client):
    html = client.get("/nl/vragen/?birth_date=14-05-1988&benefit=ww").text
    assert filled_in(html)["birth_date"] == [""]
    assert "1988" not in html.replace("14-05-1988", "", html.count("Voorbeeld: 14-05-1988"))


@pytest.mark.parametrize("address", ["/nl/questions/", "/en/questions/"])
def test_the_questions_alone_are_for_htmx_and_hold_no_errors(client: Client, address):
    html = client.post(address, sent(WAJONG_RENTER) | {"plan0_gross": "x"}).text
    assert html.lstrip().startswith('<div id="sections"')
    assert questions_with_errors(html) == set()
    assert client.get(address).status_code == 405


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


def nothing_typed_in(text: str) -> None:
    """No answer of TELLING is in the text."""
    for typed in ("13-07-1979", "1979", "2741", "8675309", "987654zz"):
        assert typed not in text


def test_nothing_typed_is_logged(client: Client, log, caplog):
    client.post("/nl/vragen/", TELLING)
    client.post("/nl/vragen/", sent(TELLING))
    client.post("/nl/questions/", TELLING)
    client.get("/nl/vragen/", TELLING)
    client.post("/nl/vragen/?ww_maandloon=2741,63", TELLING)
    client.get("/nl/nowhere/?ww_maandloon=2741,63")
    nothing_typed_in(log.getvalue() + caplog.text)


@pytest.mark.parametrize(
    ("broken", "address"),
    [
        ("calculator.questions.told.calculate", "/nl/vragen/"),
        ("calculator.questions.told.read", "/nl/vragen/"),
        ("calculator.questions.told.ResultPage", "/nl/vragen/"),
        ("calculator.questions.views.QuestionsForm", "/nl/vragen/"),
        ("calculator.questions.views.QuestionsForm", "/nl/questions/"),
    ],
)
def test_a_crash_tells_where_but_nothing_that_was_typed(
    client: Client, monkeypatch, log, caplog, broken, address
):
    def crash(*args, **kwargs):
        raise ValueError(f"invalid literal: {TELLING['ww_maandloon']!r} {args!r}")

    monkeypatch.setattr(broken, crash)
    client.raise_request_exception = False
    whole = filled_up(TELLING | {"plan0_gross": "1250", "vermogen": "8675309"})
    response = client.post(address, sent(whole))
    assert response.status_code == 500
    assert response["Cache-Control"] == "no-store"
    assert not response.cookies
    assert "ValueError" in log.getvalue()
    nothing_typed_in(log.getvalue() + caplog.text + response.text)
    with override("nl"):
        assert escape(gettext("Er ging iets mis bij ons.")) in response.text


def test_a_pension_contribution_above_the_wage_is_an_error_beside_its_question(client: Client):
    client.raise_request_exception = False
    response = client.post(
        "/nl/vragen/", sent(SINGLE_MOTHER, plan0_gross="100", plan0_pension="200")
    )
    assert response.status_code == 200
    assert questions_with_errors(response.text) == {"plan0_pension"}


def test_a_child_of_18_is_an_error_beside_its_question(client: Client):
    html = post(client, sent(SINGLE_MOTHER, child0_birth_date="1-1-2000"))
    assert questions_with_errors(html) == {"child0_birth_date"}


def test_an_amount_that_is_also_unknown_is_asked_again(client: Client):
    """Neither counted in silence nor thrown away: the visitor says which of the two it is."""
    html = post(client, sent(SINGLE_MOTHER, kale_huur="650", kale_huur_unknown="on"))
    assert questions_with_errors(html) == {"kale_huur"}
    assert 'value="650"' in html


@pytest.mark.parametrize("address", ["/nl/vragen/", "/nl/questions/"])
def test_on_a_date_without_rules_the_site_says_so_and_gives_no_amount(
    client: Client, monkeypatch, address
):
    """Never last year's amounts in silence."""
    monkeypatch.setattr("django.utils.timezone.localdate", lambda: date(2028, 1, 1))
    response = client.post(address, sent(SINGLE_MOTHER))
    assert response.status_code == 503
    assert escape(gettext("Wij kunnen nu niet rekenen")) in response.text
    assert "€" not in response.text


def test_without_a_database_the_page_still_answers_and_says_what_is_missing(client, monkeypatch):
    """The schemes of the municipality can't be read: those of the state are still there."""

    def broken(code):
        raise OperationalError("no such table")

    monkeypatch.setattr("calculator.municipalities.found.schemes_of", broken)
    page = client.post("/nl/vragen/", sent(WAJONG_RENTER)).content.decode()
    assert "Wij kunnen de regelingen van Utrecht nu niet lezen." in page
    assert "Bijzondere bijstand" in page
    assert 'id="answer"' in page


def test_an_unknown_municipality_is_told_beside_the_question_and_nothing_is_lost(client):
    page = client.post("/nl/vragen/", sent(WAJONG_RENTER, municipality="Utrect")).content.decode()
    assert "Bedoelt u Utrecht" in page
    assert 'value="Utrect"' in page
    assert 'value="2.500"' in page
