"""Warnings, duties, reminders and the three questions in a real browser."""

from datetime import date

import pytest
from icalendar import Calendar
from playwright.sync_api import Page, expect

from tests.browser.visiting import visit
from tests.questions.people import PEOPLE, filled_up, sent

pytestmark = pytest.mark.browser


@pytest.fixture
def outcome(new_page, live_server):
    """The outcome of a persona, by name."""

    def open_(name: str, language: str = "nl", **options) -> Page:
        page = new_page(**options)
        visit(page, f"{live_server.url}/{language}/vragen/", sent(filled_up(PEOPLE[name])))
        return page

    return open_


#: the answer, what it is made of, what to do, what can go wrong; then everything else
ORDER = ["Per maand", "Begin hiermee", "Hier kunt u geld verliezen", "Maand voor maand"]


def test_the_dearest_warning_comes_right_after_what_to_do(outcome):
    page = outcome("low_wage")
    headings = page.locator("h2").all_inner_texts()
    shown = [it for it in headings if it in ORDER]
    assert shown == ORDER
    titles = page.locator("#warnings h3").all_inner_texts()
    assert 1 <= len(titles) <= 3
    # a supplement of 438 a month that may never have been asked for, then the wage
    assert titles[:2] == [
        "Krijgt u de toeslag van UWV nog niet? Vraag die aan",
        "Uw WW stopt door uw inkomen",
    ]
    # 87.5% of 1,900 (WW 20 lid 1 c)
    expect(page.locator("#warnings")).to_contain_text("€\xa01.662,50")


def test_duties_open_with_the_keyboard_and_name_their_article(outcome):
    page = outcome("wajong_renter")
    summary = page.locator("#duties summary").first
    summary.focus()
    page.keyboard.press("Enter")
    guide = page.locator("#guide-wijziging-wajong")
    expect(guide).to_be_visible()
    expect(guide).to_contain_text("binnen 1 week nadat u het weet")
    # of the Wajong 2010 only
    expect(guide).to_contain_text("Wajong art. 2:7 lid 1, uwv.nl")
    assert "WW art." not in page.locator("#duties").inner_text()


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_calendar_file_comes_with_one_button(outcome, language, tmp_path):
    page = outcome("agency_worker", language)
    with page.expect_download() as download:
        page.locator("button[name=reminders]").click()
    assert download.value.suggested_filename == "herinneringen.ics"
    file = tmp_path / "reminders.ics"
    download.value.save_as(file)
    calendar = Calendar.from_ical(file.read_bytes())
    days = [event.decoded("DTSTART") for event in calendar.walk("VEVENT")]
    # the WW of the agency worker ends on 14 June, the contract on 30 September
    assert {date(2027, 6, 14), date(2027, 9, 30)} <= set(days)
    # the outcome is still there
    expect(page.locator("#answer")).to_be_visible()
    download.value.delete()


def test_the_three_questions_work_without_javascript(outcome, new_page):
    html = outcome("wajong_renter").content()
    page = new_page(java_script_enabled=False)
    page.set_content(html)
    assert page.locator(".quiz").count() == 3
    page.locator("details:has(.quiz) > summary").click()
    first = page.locator(".quiz").first.locator("details")
    first.nth(1).locator("summary").click()
    expect(first.nth(1)).to_contain_text("€\xa0727,52")
    # one answer at a time
    first.nth(2).locator("summary").click()
    expect(first.nth(2)).to_have_attribute("open", "")
    assert first.nth(1).get_attribute("open") is None


def test_everything_opened_is_accessible_on_a_phone(outcome, axe):
    page = outcome("agency_worker", viewport={"width": 360, "height": 740})
    page.evaluate(
        "document.querySelectorAll('details:not(.quiz__answer)').forEach(d => d.open = true)"
    )
    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_difficult_words_are_explained_below_and_on_their_own_page(outcome):
    page = outcome("single_mother")
    page.locator("section:has(#words-title) summary").click()
    expect(page.locator("#word-maandloon")).to_be_visible()
    assert page.locator("#word-startperiode").count() == 0
    with page.context.expect_page() as opened:
        page.locator("footer a[href$='/woorden/']").click()
    expect(opened.value.locator("h1")).to_have_text("Moeilijke woorden")
    expect(opened.value.locator("#word-startperiode")).to_be_visible()
    # what was filled in isn't lost by looking a word up
    expect(page.locator("#answer")).to_be_visible()
