"""The minimum schemes as visitors meet them in a real browser."""

import pytest
from django.core.management import call_command
from playwright.sync_api import Locator, Page, expect

from calculator.results import scheme_wording as wording
from tests.browser.visiting import visit
from tests.questions.people import SINGLE_MOTHER, WAJONG_RENTER, sent

pytestmark = pytest.mark.browser

PHONE = {"width": 360, "height": 740}
CHECKED = "Nagekeken op 22 november 2026"


def opened(page: Page, code: str) -> Locator:
    """A scheme with its details open."""
    scheme = page.locator(f"#scheme-{code}")
    facts = scheme.locator(".scheme__facts")
    expect(facts).to_be_hidden()
    scheme.locator("summary").click()
    expect(facts).to_be_visible()
    return scheme


@pytest.fixture
def sample_data(live_server):
    """The sample data on the site."""
    call_command("import_schemes", publish=True)


@pytest.mark.parametrize("script", [True, False], ids=["with_script", "without_script"])
@pytest.mark.usefixtures("sample_data")
def test_the_single_mother_sees_what_rotterdam_has(live_server, new_page, script):
    page = new_page(viewport=PHONE, java_script_enabled=script)
    visit(page, f"{live_server.url}/nl/vragen/", sent(SINGLE_MOTHER))
    expect(page.get_by_text("Hieronder staan de regelingen van Rotterdam")).to_be_visible()
    scheme = opened(page, "own-iit")
    summary = scheme.locator("summary")
    expect(summary).to_contain_text("Individuele inkomenstoeslag")
    # a single parent, in 2025
    expect(summary).to_contain_text("€ 300 per jaar")
    expect(scheme).to_contain_text("Misschien. Wij kennen alleen de bedragen van 2025.")
    expect(scheme).to_contain_text("Uw gemeente beslist. Dit is onze inschatting.")
    expect(scheme).to_contain_text(f"{CHECKED} door onze redactie.")
    expect(scheme.get_by_role("link")).to_have_attribute(
        "href", "https://www.rotterdam.nl/individuele-inkomenstoeslag-aanvragen"
    )
    # a child of 6 and one of 13
    for ages, amount in (("4-11", "€ 275 per jaar"), ("12-17", "€ 500 per jaar")):
        tegoed = opened(page, f"own-jeugdtegoed-{ages}")
        expect(tegoed.locator("summary")).to_contain_text(amount)
        expect(tegoed).to_contain_text("bedragen van 2021")
    # its own goes before the general one
    expect(page.locator("#scheme-individuele-inkomenstoeslag")).to_have_count(0)
    expect(page.locator("#scheme-kinderen")).to_have_count(1)


@pytest.mark.usefixtures("sample_data")
def test_the_renter_sees_what_utrecht_has_and_what_the_plan_does_to_it(live_server, new_page):
    page = new_page(viewport=PHONE)
    visit(page, f"{live_server.url}/nl/vragen/", sent(WAJONG_RENTER))
    scheme = opened(page, "own-iit")
    expect(scheme.locator("summary")).to_contain_text("€ 276 per jaar")
    expect(scheme).to_contain_text("Misschien. Wij kennen alleen de bedragen van 2024.")
    expect(scheme).to_contain_text("U was in de 3 jaar ervoor geen student.")
    expect(scheme).to_contain_text(f"{CHECKED} door onze redactie.")
    pas = opened(page, "own-u-pas")
    expect(pas).to_contain_text("Het U-pasbureau beslist.")
    # with the job the income is too high
    expect(page.locator("#schemes")).to_contain_text(wording.CHANGES["loses_perhaps"])
    expect(scheme).to_contain_text(wording.CHANGES_OF_ONE["loses_perhaps"])
    # what doesn't fit stands together, closed, each with its reason
    refused = page.locator("details:has(> summary:has-text('Nu waarschijnlijk niet'))")
    children = refused.locator("#scheme-kinderen")
    expect(children).to_be_hidden()
    refused.locator("summary").click()
    expect(children).to_be_visible()
    expect(children).to_contain_text("Dit is voor gezinnen met een kind onder de 18.")


@pytest.mark.usefixtures("sample_data")
def test_a_municipality_without_data_says_so_and_shows_what_holds_everywhere(live_server, new_page):
    page = new_page(viewport=PHONE)
    visit(page, f"{live_server.url}/nl/vragen/", sent(SINGLE_MOTHER, municipality="Ameland"))
    expect(page.get_by_text("Van Ameland hebben wij nog geen eigen regelingen.")).to_be_visible()
    expect(page.locator("[id^=scheme-own-]")).to_have_count(0)
    expect(page.locator("#schemes")).not_to_contain_text("Rotterdam")
    # Pw art. 35 and 36, and what UWV has
    for code in ("bijzondere-bijstand", "individuele-inkomenstoeslag", "jobcoach"):
        expect(opened(page, code)).to_contain_text(CHECKED)
    likely = opened(page, "tegemoetkoming-arbeidsongeschikten")
    expect(likely).to_contain_text("Waarschijnlijk wel.")
    expect(likely).to_contain_text("UWV beslist.")


@pytest.mark.usefixtures("sample_data")
def test_in_english_what_the_municipality_wrote_is_called_dutch(live_server, new_page):
    page = new_page(viewport=PHONE)
    visit(page, f"{live_server.url}/en/vragen/", sent(WAJONG_RENTER))
    scheme = opened(page, "own-u-pas")
    dutch = scheme.get_by_text("Een pas van de gemeente voor mensen met een laag inkomen.")
    expect(dutch).to_have_attribute("lang", "nl")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(scheme).to_contain_text("22 November 2026")


@pytest.mark.usefixtures("sample_data")
@pytest.mark.parametrize(
    ("answers", "language"),
    [
        (sent(SINGLE_MOTHER), "nl"),
        (sent(WAJONG_RENTER), "en"),
        (sent(SINGLE_MOTHER, municipality="Ameland"), "nl"),
    ],
    ids=["rotterdam", "utrecht", "ameland"],
)
def test_schemes_are_accessible_and_never_scroll_sideways(
    live_server, new_page, axe, answers, language
):
    page = new_page(viewport=PHONE)
    visit(page, f"{live_server.url}/{language}/vragen/", answers)
    page.evaluate("document.querySelectorAll('details').forEach(it => { it.open = true })")
    assert page.locator("#schemes details[open]").count() > 5
    assert axe(page) == []
    for width in (320, 360, 640):
        page.set_viewport_size({"width": width, "height": 740})
        assert page.evaluate("document.documentElement.scrollWidth") <= width, width


@pytest.mark.usefixtures("sample_data")
def test_a_scheme_opens_with_the_keyboard(live_server, new_page):
    page = new_page(viewport=PHONE)
    visit(page, f"{live_server.url}/nl/vragen/", sent(WAJONG_RENTER))
    scheme = page.locator("#scheme-own-iit")
    scheme.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(scheme.locator(".scheme__facts")).to_be_visible()
    page.keyboard.press("Tab")
    expect(scheme.get_by_role("link")).to_be_focused()
