"""The form and the outcome in a real browser: access, errors, focus, size, and nothing lost."""

import re
import time
from collections.abc import Callable

import pytest
from django.shortcuts import render
from django.utils.translation import gettext, override
from playwright.sync_api import Page, expect

from tests.browser.visiting import visit
from tests.questions.people import (
    AGENCY_WORKER,
    DAY,
    LOW_WAGE,
    SINGLE_MOTHER,
    WAJONG_RENTER,
    Answers,
    filled_up,
    form_of,
    sent,
)

pytestmark = pytest.mark.browser

FIRST = {"shown": "birth_date benefit", "plans": "1"}
THREE_PLANS = sent(filled_up(AGENCY_WORKER | {"plans": "3"}), plans="3")
UNKNOWN = sent(LOW_WAGE, kale_huur="", kale_huur_unknown="on")
#: every page that a visitor can come across
STATES: dict[str, Answers | None] = {
    "empty": None,
    "first_errors": FIRST,
    "new_questions": FIRST | {"birth_date": "14-05-1988", "benefit": ["ww"]},
    "errors": sent(SINGLE_MOTHER) | {"plan0_gross": "veel", "vermogen": "", "works_now": ""},
    "filled": THREE_PLANS | {"language_switch": "1"},
    "result": sent(SINGLE_MOTHER),
    "result_of_three": THREE_PLANS,
    "result_unknown": UNKNOWN,
}


@pytest.fixture(autouse=True)
def the_day(monkeypatch):
    """The site believes that it is the day of the expected values."""
    monkeypatch.setattr("django.utils.timezone.localdate", lambda *args, **kwargs: DAY)


@pytest.fixture
def open_page(live_server) -> Callable[..., None]:
    """Brings a page in a state, as if the form was sent with these answers, all on one page."""

    def open_page(page: Page, answers: Answers | None, language: str = "nl") -> None:
        address = f"{live_server.url}/{language}/vragen/#alles"
        if answers is None:
            page.goto(address)
            return
        visit(page, address, answers)

    return open_page


@pytest.mark.parametrize(
    ("language", "states", "dark"),
    [
        ("nl", ["first_errors", "new_questions", "result_of_three", "result_unknown"], set()),
        ("nl", ["empty", "errors", "filled", "result"], {"errors", "filled", "result"}),
        ("en", ["empty", "errors", "filled", "result"], {"empty", "errors"}),
    ],
)
def test_every_page_is_accessible(new_page, open_page, axe, language, states, dark):
    page = new_page(viewport={"width": 360, "height": 740})
    for state in states:
        open_page(page, STATES[state], language)
        # also what opens later
        page.evaluate("document.querySelectorAll('details').forEach(it => { it.open = true })")
        for scheme in ("light", "dark") if state in dark else ("light",):
            page.emulate_media(color_scheme=scheme)
            assert axe(page) == [], (state, scheme)


def test_no_page_scrolls_sideways(new_page, open_page):
    page = new_page(viewport={"width": 360, "height": 800})
    for state in ("empty", "errors", "filled", "result_of_three", "result_unknown"):
        open_page(page, STATES[state])
        page.evaluate("document.querySelectorAll('details').forEach(it => { it.open = true })")
        # the narrowest that must work, a phone, and a desktop of 1280 px at 200%
        for width in (320, 360, 640):
            page.set_viewport_size({"width": width, "height": 800})
            assert page.evaluate("document.documentElement.scrollWidth") <= width, (state, width)


@pytest.mark.parametrize("script", [True, False], ids=["with_script", "without_script"])
def test_a_wrong_amount_is_explained_beside_it_and_what_was_typed_stays(
    live_server, new_page, open_page, script
):
    page = new_page(viewport={"width": 360, "height": 740}, java_script_enabled=script)
    open_page(page, sent(SINGLE_MOTHER) | {"language_switch": "nl"})
    amount = page.locator("#id_plan0_gross")
    amount.fill("1,2,3")
    page.locator("#id_kale_huur").fill("")
    page.get_by_role("button", name="Bereken", exact=True).click()
    summary = page.locator("#error-summary-title")
    expect(summary).to_be_focused()
    expect(summary).to_be_in_viewport()
    expect(amount).to_have_value("1,2,3")
    expect(page.locator("#id_vermogen")).to_have_value("1.500")
    expect(page.locator("#id_wga_phase_1")).to_be_checked()
    message = page.locator("#id_plan0_gross_error")
    expect(message).to_be_visible()
    # directly above its field, and told to a screen reader with it
    assert 0 < amount.bounding_box()["y"] - message.bounding_box()["y"] < 120
    assert "id_plan0_gross_error" in amount.get_attribute("aria-describedby")
    assert amount.get_attribute("aria-invalid") == "true"
    assert page.title().startswith(gettext_in("nl", "Er mist nog iets"))
    # from the summary to the field
    page.locator(".error-summary a[href='#id_plan0_gross']").click()
    expect(amount).to_be_focused()
    amount.fill("500")
    page.locator("#id_kale_huur").fill("700")
    page.get_by_role("button", name="Bereken", exact=True).click()
    expect(page.locator("#answer")).to_be_in_viewport()


def test_the_outcome_gets_the_focus(new_page, open_page):
    page = new_page()
    open_page(page, sent(SINGLE_MOTHER) | {"language_switch": "nl"})
    page.get_by_role("button", name="Bereken", exact=True).click()
    expect(page.locator("#answer")).to_be_in_viewport()
    expect(page.locator("#answer")).to_be_focused(timeout=1_500)


def gettext_in(language: str, text: str) -> str:
    """A text of ours in a language."""
    with override(language):
        return gettext(text)


@pytest.fixture
def slow_questions(monkeypatch):
    """The questions come back late, as over a bad connection."""
    asked: list[float] = []

    def slowly(request, template, *args, **kwargs):
        if template == "questions/sections.html":
            asked.append(time.monotonic())
            time.sleep(0.6)
        return render(request, template, *args, **kwargs)

    monkeypatch.setattr("calculator.questions.views.render", slowly)
    return asked


def test_typing_on_while_the_questions_refresh_loses_nothing(new_page, open_page, slow_questions):
    page = new_page(viewport={"width": 1280, "height": 900})
    open_page(page, sent(SINGLE_MOTHER) | {"language_switch": "nl"})
    page.locator("#id_has_partner_0").check()  # brings questions, late
    page.locator("#id_vermogen").fill("")
    page.locator("#id_vermogen").press_sequentially("12.345", delay=60)
    page.keyboard.press("Tab")
    page.locator("#id_plan0_gross").fill("612,34")
    page.locator("#id_plan0_travel").fill("")
    page.locator("#id_plan0_travel").press_sequentially("7,5", delay=100)
    expect(page.locator("#id_partner_birth_date")).to_be_visible(timeout=8_000)
    expect(page.locator("#id_vermogen")).to_have_value("12.345")
    expect(page.locator("#id_plan0_gross")).to_have_value("612,34")
    expect(page.locator("#id_plan0_travel")).to_have_value("7,5")
    expect(page.locator("#id_has_partner_0")).to_be_checked()
    expect(page.locator("#id_plan0_travel")).to_be_focused()
    # it comes to rest: no endless asking
    expect(page.locator(".htmx-request")).to_have_count(0)
    page.wait_for_timeout(900)
    assert len(slow_questions) <= 6


def test_new_questions_leave_the_focus_and_the_place_on_the_page(new_page, open_page):
    page = new_page(viewport={"width": 360, "height": 740})
    open_page(page, sent(SINGLE_MOTHER) | {"language_switch": "nl"})
    choice = page.locator("#id_has_partner_0")
    choice.scroll_into_view_if_needed()
    choice.focus()
    before = choice.bounding_box()["y"]
    page.keyboard.press("Space")
    expect(page.locator("#id_partner_birth_date")).to_be_visible()
    expect(page.locator("#id_has_partner_0")).to_be_focused()
    assert abs(page.locator("#id_has_partner_0").bounding_box()["y"] - before) < 4


def test_sending_while_the_questions_refresh_gives_the_outcome(browser, open_page, slow_questions):
    # not new_page: htmx writes to the console that it broke off the first request
    context = browser.new_context()
    page = context.new_page()
    open_page(page, sent(SINGLE_MOTHER) | {"language_switch": "nl"})
    page.locator("#id_plan0_per").select_option("week")
    page.get_by_role("button", name="Bereken", exact=True).click()
    expect(page.locator("#answer")).to_be_visible()
    page.wait_for_timeout(900)
    # the late questions don't replace the outcome
    expect(page.locator("#answer")).to_be_visible()
    context.close()


def test_without_a_connection_nothing_is_lost_and_it_is_said(browser, open_page):
    # not new_page: the browser writes to the console that there is no connection
    context = browser.new_context()
    page = context.new_page()
    open_page(page, sent(SINGLE_MOTHER) | {"language_switch": "nl"})
    notice = page.locator("#no-connection")
    expect(notice).to_be_hidden()
    page.locator("#id_vermogen").fill("4321")
    context.set_offline(True)
    page.get_by_role("button", name="Bereken", exact=True).click()
    expect(notice).to_be_visible()
    expect(page.locator("#id_vermogen")).to_have_value("4321")
    context.set_offline(False)
    page.get_by_role("button", name="Bereken", exact=True).click()
    expect(page.locator("#answer")).to_be_visible()
    expect(notice).to_be_hidden()
    context.close()


@pytest.mark.parametrize("script", [True, False], ids=["with_script", "without_script"])
def test_another_language_keeps_the_outcome(new_page, open_page, script):
    page = new_page(viewport={"width": 360, "height": 740})
    open_page(page, sent(WAJONG_RENTER) | ({"language_switch": "nl"} if script else {}))
    if script:
        page.get_by_role("button", name="Bereken", exact=True).click()
    expect(page.locator("#answer")).to_be_visible()
    page.get_by_role("button", name="English").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.locator(".answer__sentence")).to_contain_text("€2,193.12")
    page.get_by_role("button", name="Nederlands").click()
    expect(page.locator(".answer__sentence")).to_contain_text("2.193,12")
    assert "?" not in page.url


def test_another_language_keeps_a_half_filled_form(new_page, open_page):
    page = new_page(viewport={"width": 360, "height": 740})
    open_page(page, FIRST | {"birth_date": "14-05-1988", "benefit": ["ww"]})
    page.locator("#id_ww_maandloon").fill("28..00")
    page.get_by_role("button", name="English").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.locator("#id_ww_maandloon")).to_have_value("28..00")
    expect(page.locator("#id_birth_date")).to_have_value("14-05-1988")
    expect(page.locator(".error-summary")).to_have_count(0)


def test_an_amount_in_the_table_leads_to_its_reason(new_page, open_page):
    page = new_page(viewport={"width": 360, "height": 740})
    open_page(page, sent(WAJONG_RENTER))
    page.get_by_role("table").first.get_by_role("link", name="Wajong").click()
    reason = page.locator("details:has(#why-wajong)")
    expect(reason.locator(".steps").first).to_be_visible()
    expect(reason).to_be_in_viewport()


def test_a_missing_answer_leads_to_its_question(new_page, open_page):
    page = new_page(viewport={"width": 360, "height": 740})
    open_page(page, UNKNOWN)
    label = str(form_of(LOW_WAGE).fields["kale_huur"].label)
    page.get_by_role("button", name=label).click()
    link = page.locator("a[href='#id_kale_huur']")
    expect(link).to_be_focused()
    link.click()
    expect(page.locator("#id_kale_huur")).to_be_focused()
    expect(page.locator("#id_kale_huur_unknown")).to_be_checked()


def test_nothing_stays_behind_after_a_visit(new_page, open_page):
    page = new_page()
    open_page(page, sent(WAJONG_RENTER) | {"language_switch": "nl"})
    page.get_by_role("button", name="Bereken", exact=True).click()
    expect(page.locator("#answer")).to_be_visible()
    assert page.context.cookies() == []
    # for this tab alone, until the visitor wipes it
    assert page.evaluate("[localStorage.length, Object.keys(sessionStorage)]") == [0, ["answers"]]
    assert page.evaluate("indexedDB.databases().then(found => found.length)") == 0
    assert page.evaluate("caches.keys().then(found => found.length)") == 0
    assert re.fullmatch(r"http://localhost:\d+/nl/vragen/#answer", page.url)
    assert page.evaluate("history.state") == {"page": "outcome"}
    page.get_by_role("link", name="Antwoorden wissen").click()
    page.wait_for_url("**/nl/")
    assert page.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]
    page.goto(f"{page.url}vragen/")
    expect(page.locator("#id_birth_date")).to_have_value("")


def test_the_browser_offers_nothing_that_a_visitor_before_typed(new_page, open_page):
    page = new_page()
    open_page(page, sent(WAJONG_RENTER) | {"language_switch": "nl"})
    for field in page.locator("#questions input[type=text]").all():
        assert field.get_attribute("autocomplete") == "off"


@pytest.mark.parametrize("script", [True, False], ids=["with_script", "without_script"])
def test_enter_in_a_field_sends_the_form_and_keeps_the_language(new_page, open_page, script):
    page = new_page(java_script_enabled=script)
    if script:
        open_page(page, sent(WAJONG_RENTER) | {"language_switch": "en"}, "en")
        field = page.locator("#id_vermogen")
    else:
        open_page(page, None, "en")
        field = page.locator("#id_birth_date")
    field.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#answer" if script else ".error-summary")).to_have_count(1)
    assert "/en/" in page.url


def test_a_click_right_after_typing_is_not_lost(new_page, open_page):
    page = new_page(viewport={"width": 1280, "height": 900})
    open_page(page, None)
    page.locator("#id_birth_date").click()
    page.keyboard.type("14-05-1988")
    box = page.locator("#id_benefit_0").bounding_box()
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.mouse.down()
    page.wait_for_timeout(120)  # as long as people press
    page.mouse.up()
    expect(page.locator("#id_ww_maandloon")).to_be_visible(timeout=2_000)
    expect(page.locator("#id_benefit_0")).to_be_checked()
