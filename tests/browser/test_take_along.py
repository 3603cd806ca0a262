"""Answers taken along in a real browser: a link, a code, a file, and what can't be opened."""

import json
import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.visiting import visit
from tests.questions.people import (
    AGENCY_WORKER,
    DAY,
    SINGLE_MOTHER,
    WAJONG_RENTER,
    Answers,
    filled_up,
    sent,
)

pytestmark = pytest.mark.browser

PHONE = {"viewport": {"width": 360, "height": 740}}
THREE_PLANS = filled_up(AGENCY_WORKER | {"plans": "3"})


@pytest.fixture(autouse=True)
def the_day(monkeypatch):
    """The site believes that it is the day of the expected values."""
    monkeypatch.setattr("django.utils.timezone.localdate", lambda *args, **kwargs: DAY)


@pytest.fixture
def outcome(new_page, live_server) -> Callable[..., Page]:
    """The outcome of some answers."""

    def outcome(answers: Answers, language: str = "nl", **options: object) -> Page:
        page = new_page(**options)
        visit(page, f"{live_server.url}/{language}/vragen/", sent(answers))
        return page

    return outcome


def link_on(page: Page) -> str:
    """The link that an outcome offers."""
    return page.locator("#carried-link").input_value()


def sentences(page: Page) -> list[str]:
    """What somebody keeps, a sentence for every plan."""
    expect(page.locator(".answer__sentence").first).to_be_visible()
    return page.locator(".answer__sentence").all_inner_texts()


# --- The link -----------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_link_gives_the_same_outcome_on_a_phone_and_leaves_no_trace(
    outcome, new_page, live_server, language
):
    before = outcome(WAJONG_RENTER, language)
    link = link_on(before)
    payload = link.partition("#")[2]
    assert len(payload) > 40

    page = new_page(**PHONE)
    page.goto(f"{live_server.url}/{language}/")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(link)
    assert sentences(page) == sentences(before)
    expect(page.locator("html")).to_have_attribute("lang", language)

    # no address that was asked for, none that is shown, and none to go back to has the answers
    assert asked
    assert not [address for address in asked if payload[:20] in address or "#1" in address]
    # the address of a page elsewhere is kept from this one
    entries = page.evaluate("navigation.entries().map(entry => entry.url ?? '')")
    assert {address.partition("#")[2] for address in [page.url, *entries]} <= {"", "answer"}
    assert page.context.cookies() == []
    page.go_back()
    expect(page.locator("#answer")).to_have_count(0)
    assert "#" not in page.url
    assert payload not in page.content()


def test_three_plans_come_along(outcome, new_page):
    before = outcome(THREE_PLANS)
    page = new_page(**PHONE)
    page.goto(link_on(before))
    assert sentences(page) == sentences(before)
    assert len(sentences(page)) == 3


def test_a_link_opens_where_the_page_was_already_there(outcome, new_page):
    before = outcome(WAJONG_RENTER)
    address, _sign, payload = link_on(before).partition("#")
    page = new_page(**PHONE)
    page.goto(address)
    # the link to the content is no link with answers
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#open-file-title")).to_be_visible()
    page.evaluate("payload => { location.hash = payload }", payload)
    assert sentences(page) == sentences(before)
    assert page.url.partition("#")[2] == "answer"
    page.go_back()
    expect(page.locator("#open-file-title")).to_be_visible()
    assert "#" not in page.url
    assert page.locator("[name='carried']").input_value() == ""


def test_what_was_opened_can_be_changed_and_calculated_again(outcome, new_page):
    page = new_page(**PHONE)
    page.goto(link_on(outcome(WAJONG_RENTER)))
    page.get_by_role("button", name="English").click()
    expect(page.locator(".answer__sentence")).to_contain_text("€2,193.12")
    page.get_by_role("button", name="Change my answers").click()
    expect(page.locator("#id_birth_date")).to_have_value("14-05-1997")


def test_while_it_opens_the_page_says_so(outcome, new_page):
    address, _sign, payload = link_on(outcome(WAJONG_RENTER)).partition("#")
    page = new_page(**PHONE)
    sent_along: list[str] = []

    def stay(route: Route) -> None:
        if route.request.method == "POST":
            sent_along.append(route.request.post_data)
            route.fulfill(status=204)  # the browser stays where it is
        else:
            route.fallback()

    page.route("**/openen/", stay)
    page.goto(address)
    page.evaluate("payload => { location.hash = payload }", payload)
    expect(page.get_by_role("status").filter(has_text="Wij openen uw antwoorden")).to_be_visible()
    expect(page.locator("#open-file-title")).to_be_hidden()
    assert "#" not in page.url
    # in the body, as a form is sent
    assert sent_along == [f"carried={payload}"]


@pytest.mark.parametrize("end", [slice(None, -5), slice(None, 12)], ids=["a_bit", "nearly_all"])
def test_a_link_that_was_cut_off_is_explained_kindly(outcome, new_page, axe, end):
    address, _sign, payload = link_on(outcome(WAJONG_RENTER)).partition("#")
    page = new_page(**PHONE)
    page.goto(f"{address}#{payload[end]}")
    title = page.get_by_role("heading", name="Deze link kunnen wij niet openen")
    expect(title).to_be_visible()
    expect(title).to_be_focused()
    expect(page.get_by_text("Misschien mist er een stuk aan het eind.")).to_be_visible()
    assert "#" not in page.url
    assert axe(page) == []
    # the other way is still there
    expect(page.locator("#id_carried_file")).to_be_visible()


def test_a_link_of_another_version_and_one_without_end_are_explained(live_server, new_page):
    page = new_page(**PHONE)
    page.goto(f"{live_server.url}/nl/openen/#9.abc")
    expect(page.get_by_text("Deze link is van een andere versie")).to_be_visible()
    page.goto("about:blank")
    page.goto(f"{live_server.url}/nl/openen/#1.{'A' * 100_000}")
    expect(page.get_by_text("Deze link is te lang")).to_be_visible()


# --- The file -----------------------------------------------------------------------------


@pytest.mark.parametrize("script", [True, False], ids=["with_script", "without_script"])
def test_a_file_that_was_saved_gives_the_same_outcome(
    outcome, new_page, live_server, tmp_path, script
):
    before = (
        outcome(SINGLE_MOTHER, java_script_enabled=script) if script else outcome(SINGLE_MOTHER)
    )
    with before.expect_download() as saving:
        before.get_by_role("button", name="Bewaar als bestand").click()
    assert saving.value.suggested_filename == "wat-houd-ik-over.json"
    kept = tmp_path / "wat-houd-ik-over.json"
    saving.value.save_as(kept)
    assert json.loads(kept.read_text("utf-8"))["answers"]["kale_huur"] == "700"
    # the outcome is still there
    expect(before.locator("#answer")).to_be_visible()

    page = new_page(**PHONE, java_script_enabled=script)
    page.goto(f"{live_server.url}/nl/openen/")
    page.locator("#id_carried_file").set_input_files(kept)
    page.get_by_role("button", name="Open dit bestand").click()
    assert sentences(page) == sentences(before)


@pytest.mark.parametrize("script", [True, False], ids=["with_script", "without_script"])
def test_another_file_is_explained_beside_the_field(new_page, live_server, tmp_path, axe, script):
    photo = tmp_path / "photo.jpg"
    photo.write_bytes(b"\xff\xd8\xff\xe0" * 100)
    page = new_page(**PHONE, java_script_enabled=script)
    page.goto(f"{live_server.url}/nl/openen/")
    page.locator("#id_carried_file").set_input_files(photo)
    page.get_by_role("button", name="Open dit bestand").click()
    message = page.locator("#id_carried_file_error")
    expect(message).to_contain_text("Dit is een ander soort bestand.")
    expect(page.locator("#error-summary-title")).to_be_focused()
    if script:
        assert axe(page) == []
    page.locator(".error-summary a[href='#id_carried_file']").click()
    expect(page.locator("#id_carried_file")).to_be_focused()


def test_without_javascript_the_page_says_what_works(outcome, new_page):
    link = link_on(outcome(WAJONG_RENTER))
    page = new_page(**PHONE, java_script_enabled=False)
    page.goto(link)
    explained = page.locator("noscript")
    expect(explained).to_be_visible()
    assert "Een link werkt alleen met JavaScript." in explained.evaluate("part => part.innerText")
    expect(page.locator("#id_carried_file")).to_be_visible()


# --- The page that opens ------------------------------------------------------------------


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_page_that_opens_is_accessible_and_fits(live_server, new_page, axe, language, scheme):
    page = new_page(viewport={"width": 360, "height": 740}, color_scheme=scheme)
    page.goto(f"{live_server.url}/{language}/openen/")
    assert axe(page) == []
    for width in (320, 640):
        page.set_viewport_size({"width": width, "height": 740})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        # large enough for a thumb
        for target in (page.locator("#id_carried_file"), page.locator("main button")):
            assert target.bounding_box()["height"] >= 44
    assert page.context.cookies() == []


# --- The part of the outcome --------------------------------------------------------------


def test_the_part_of_the_outcome_is_accessible_and_fits(outcome, axe):
    page = outcome(THREE_PLANS, **PHONE)
    page.get_by_role("button", name="Laat de QR-code zien").click()
    picture = page.get_by_role("img", name="QR-code")
    expect(picture).to_be_visible()
    assert axe(page) == []
    page.set_viewport_size({"width": 320, "height": 740})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    side = int(re.fullmatch(r"0 0 (\d+) \1", picture.get_attribute("viewBox"))[1])
    box = picture.bounding_box()
    assert box["width"] == pytest.approx(box["height"])
    assert box["width"] / side >= 4


@pytest.mark.parametrize("way", ["clipboard", "before"])
def test_the_link_is_copied_and_that_is_said(outcome, way):
    options = {"permissions": ["clipboard-read", "clipboard-write"]} if way == "clipboard" else {}
    page = outcome(WAJONG_RENTER, **PHONE, **options)
    if way == "before":
        page.evaluate("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    button = page.get_by_role("button", name="Kopieer de link")
    button.focus()
    page.keyboard.press("Enter")
    said = page.locator("#carried-link-copied")
    expect(said).to_have_text("De link is gekopieerd.")
    expect(said).to_have_role("status")
    if way == "clipboard":
        assert page.evaluate("navigator.clipboard.readText()") == link_on(page)


def test_a_browser_that_copies_nothing_says_how_to_go_on(outcome):
    page = outcome(WAJONG_RENTER, **PHONE)
    page.evaluate(
        """() => {
            Object.defineProperty(navigator, 'clipboard', {value: undefined});
            document.execCommand = () => false;
        }"""
    )
    page.get_by_role("button", name="Kopieer de link").click()
    expect(page.locator("#carried-link-copied")).to_contain_text("Kopieer hem zelf.")
    field = page.locator("#carried-link")
    chosen = field.evaluate("field => field.value.slice(field.selectionStart, field.selectionEnd)")
    assert chosen == link_on(page)


def test_the_copy_button_is_there_after_an_outcome_that_came_in_later(new_page, live_server):
    page = new_page(**PHONE)
    visit(page, f"{live_server.url}/nl/vragen/", sent(WAJONG_RENTER) | {"change": "birth_date"})
    expect(page.locator("#take-along")).to_have_count(0)
    page.evaluate(
        "document.getElementById('questions').requestSubmit(document.querySelector('[value=calculate]'))"
    )
    expect(page.get_by_role("button", name="Kopieer de link")).to_be_visible()


def test_without_javascript_there_is_no_button_that_does_nothing(outcome, new_page, live_server):
    address = link_on(outcome(WAJONG_RENTER))
    assert address.startswith(live_server.url)
    page = new_page(**PHONE, java_script_enabled=False)
    # evaluate works without the page's own scripts
    visit(page, f"{live_server.url}/nl/vragen/", sent(WAJONG_RENTER))
    expect(page.locator("#carried-link")).to_have_value(address)
    expect(page.locator("[data-copy]")).to_be_hidden()


# --- What comes when it is asked for ------------------------------------------------------

PARTS = {
    "months": ("Alle maanden: Zonder plan", "#other-months", "#other-months .month"),
    "qr": ("Laat de QR-code zien", "#qr", "#qr svg"),
}


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("width", [360, 1280])
def test_a_part_comes_in_its_place_and_has_the_focus(outcome, axe, part, width):
    name, place, content = PARTS[part]
    page = outcome(WAJONG_RENTER, viewport={"width": width, "height": 740})
    answer = page.locator(".answer__sentence").inner_text()
    page.evaluate("() => { window.still = 'here'; }")
    page.get_by_role("button", name=name).focus()
    page.keyboard.press("Enter")
    expect(page.locator(content).first).to_be_visible()
    expect(page.locator(place)).to_be_focused()
    expect(page.get_by_role("button", name=name)).to_have_count(0)
    # the rest of the page is what it was, and nothing of it is in the address
    assert page.evaluate("window.still") == "here"
    assert page.locator(".answer__sentence").inner_text() == answer
    assert page.url.endswith("/nl/vragen/#answer")
    assert axe(page) == []
    page.set_viewport_size({"width": 320, "height": 740})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("part", PARTS)
def test_without_javascript_a_part_comes_with_the_page(outcome, part):
    name, place, content = PARTS[part]
    page = outcome(WAJONG_RENTER, **PHONE, java_script_enabled=False)
    link = link_on(page)
    page.get_by_role("button", name=name).click()
    expect(page.locator(content).first).to_be_visible()
    assert page.url.endswith(f"/nl/vragen/{place}")
    assert link_on(page) == link


@pytest.mark.parametrize("part", PARTS)
def test_a_part_that_does_not_arrive_can_be_asked_for_again(browser, live_server, part):
    # not new_page: the browser writes to the console that there is no connection
    name, _place, content = PARTS[part]
    context = browser.new_context(**PHONE, locale="nl-NL")
    page = context.new_page()
    visit(page, f"{live_server.url}/nl/vragen/", sent(WAJONG_RENTER))
    context.set_offline(True)
    page.get_by_role("button", name=name).click()
    notice = page.locator("#no-connection")
    expect(notice).to_be_visible()
    context.set_offline(False)
    notice.get_by_role("button").click()
    expect(page.locator(content).first).to_be_visible()
    expect(notice).to_be_hidden()
    context.close()
