"""The road of a change in a real browser: an editor, a colleague, and then the visitor."""

import re
from collections.abc import Callable

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Page, expect

from calculator.municipalities.models import MunicipalScheme
from tests.browser.visiting import visit
from tests.municipalities.records import PASSWORD, ROTTERDAM, UTRECHT, add, editor, file_of, record
from tests.questions.people import WAJONG_RENTER, sent

pytestmark = pytest.mark.browser


@pytest.fixture
def scheme(live_server) -> MunicipalScheme:
    """The individuele inkomenstoeslag of Utrecht, on the site; with three editors."""
    for name, municipality in (("anna", UTRECHT), ("bram", UTRECHT), ("roos", ROTTERDAM)):
        editor(name, municipality)
    return add(UTRECHT)


@pytest.fixture
def log_in(live_server, new_page) -> Callable[..., Page]:
    """A browser of their own for somebody who logs in."""

    def log_in(name: str, **options: object) -> Page:
        page = new_page(**options)
        page.goto(f"{live_server.url}/beheer/")
        page.locator("#id_username").fill(name)
        page.locator("#id_password").fill(PASSWORD)
        with page.expect_navigation():
            page.locator("#login-form [type=submit]").click()
        expect(page.locator("#user-tools")).to_contain_text(name)
        return page

    return log_in


def press(page: Page, name: str) -> None:
    """Press a button and wait for the page that comes."""
    with page.expect_navigation():
        page.get_by_role("button", name=name, exact=True).click()


def amount_of(page: Page, household: str):
    """The amount of a kind of household, in the form."""
    for row in page.locator("#amounts-group tr.has_original").all():
        if row.locator("select[name$=household]").input_value() == household:
            return row.locator("input[name$=value]")
    raise AssertionError(household)


def test_a_change_goes_from_an_editor_past_a_colleague_to_the_visitor(
    live_server, new_page, log_in, scheme
):
    # what visitors read before
    visitor = new_page()
    visit(visitor, f"{live_server.url}/nl/vragen/", sent(WAJONG_RENTER))
    shown = visitor.locator("#scheme-own-iit")
    expect(shown.locator("summary")).to_contain_text("€ 276 per jaar")

    # the editor
    anna = log_in("anna")
    expect(anna.locator("#content-main")).to_contain_text("liep af op 31 december 2024")
    anna.get_by_role("link", name="Individuele inkomenstoeslag").first.click()
    press(anna, "Iets wijzigen")
    expect(anna.get_by_text("Dit is een concept.")).to_be_visible()
    percentage = anna.locator("#id_income_percentage")
    percentage.fill("1300")
    amount_of(anna, "single").fill("291")
    anna.locator("#id_valid_from").fill("01-01-2026")
    anna.locator("#id_valid_until").fill("31-12-2026")
    anna.locator("#id_checked_on").fill("22-11-2026")
    anna.locator("#id_note").fill("Bedragen van 2026.")
    press(anna, "Opslaan")
    expect(anna.locator("#id_income_percentage_error")).to_have_text(
        "Vul een percentage in tussen 90 en 200, bijvoorbeeld 110."
    )
    # what was typed is still there
    expect(percentage).to_have_value("1300")
    expect(amount_of(anna, "single")).to_have_value("291")
    percentage.fill("110")
    press(anna, "Opslaan")
    expect(anna.locator(".messagelist")).to_contain_text("Een collega moet het nakijken")
    draft = anna.locator(".module", has_text="Concept dat wacht")
    expect(draft).to_contain_text("Laatst gewijzigd door anna")
    expect(draft).to_contain_text("31 december 2026")
    expect(draft).to_contain_text("€ 291,00 per jaar")
    # nobody publishes their own
    expect(draft).to_contain_text("U werkte zelf aan dit concept.")
    expect(anna.get_by_role("button", name="Op de site zetten", exact=True)).to_have_count(0)
    visit(visitor, f"{live_server.url}/nl/vragen/", sent(WAJONG_RENTER))
    expect(shown.locator("summary")).to_contain_text("€ 276 per jaar")

    # the colleague
    bram = log_in("bram")
    expect(bram.locator("#content-main")).to_contain_text("gewijzigd door anna")
    bram.goto(anna.url)
    bram.get_by_role("link", name="Wat bezoekers zouden lezen").click()
    expect(bram.get_by_text("Misschien: € 291 per jaar").first).to_be_visible()
    bram.get_by_role("link", name="Terug naar de regeling").click()
    press(bram, "Op de site zetten")
    expect(bram.locator(".messagelist")).to_contain_text("Dit staat nu op de site.")
    history = bram.locator("#history")
    expect(history).to_contain_text("Versie 2: Op de site")
    expect(history).to_contain_text("Gemaakt door anna")
    # on what day, and at what time
    expect(history).to_contain_text(
        re.compile(r"Op de site gezet door bram, \d+ [a-z]+ \d{4}, \d\d:\d\d")
    )
    expect(history).to_contain_text("Bedragen van 2026.")
    history.get_by_text("Versie 1: Vervangen").click()
    expect(history.get_by_text("Van de site door bram")).to_be_visible()

    # the visitor
    visit(visitor, f"{live_server.url}/nl/vragen/", sent(WAJONG_RENTER))
    expect(shown.locator("summary")).to_contain_text("€ 291 per jaar")
    expect(shown.locator("summary")).not_to_contain_text("2024")
    shown.locator("summary").click()
    expect(shown).to_contain_text("Nagekeken op 22 november 2026 door gemeente Utrecht.")
    assert visitor.context.cookies() == []


def test_the_second_of_two_editors_keeps_what_was_typed(log_in, scheme):
    anna, bram = log_in("anna"), log_in("bram")
    page = f"{scheme.pk}/change/"
    anna.get_by_role("link", name="Individuele inkomenstoeslag").first.click()
    assert anna.url.endswith(page)
    press(anna, "Iets wijzigen")
    bram.goto(anna.url)
    anna.locator("#id_name").fill("Naam van Anna")
    press(anna, "Opslaan")
    bram.locator("#id_name").fill("Naam van Bram")
    press(bram, "Opslaan")
    expect(bram.get_by_text("anna heeft dit concept veranderd")).to_be_visible()
    expect(bram.locator("#id_name")).to_have_value("Naam van Bram")
    bram.goto(anna.url)
    expect(bram.locator("#history")).to_contain_text("Naam van Anna")
    expect(bram.locator("#history")).not_to_contain_text("Naam van Bram")


def test_an_editor_of_another_municipality_finds_nothing(live_server, log_in, scheme):
    roos = log_in("roos")
    roos.get_by_role("link", name="Regelingen", exact=True).first.click()
    expect(roos.locator("#content")).to_contain_text("0 regelingen")
    expect(roos.locator("#content")).not_to_contain_text("Utrecht")
    version = scheme.published
    for address in (
        f"municipalscheme/{scheme.pk}/change/",
        f"version/{version.pk}/change/",
        f"version/{version.pk}/voorbeeld/",
    ):
        # not with the page itself: the browser writes each 404 to the console
        answer = roos.request.get(f"{live_server.url}/beheer/municipalities/{address}")
        assert answer.status == 404, address
    home = roos.request.get(f"{live_server.url}/beheer/")
    assert home.status == 200


def test_cookies_stay_under_the_back_office_and_end_with_logging_out(live_server, log_in, scheme):
    anna = log_in("anna")
    cookies = anna.context.cookies()
    assert {cookie["name"] for cookie in cookies} == {"beheer", "beheer_csrf"}
    for cookie in cookies:
        assert (cookie["path"], cookie["sameSite"]) == ("/beheer/", "Strict")
        assert cookie["httpOnly"]
    assert anna.evaluate("document.cookie") == ""
    with anna.expect_request("**/nl/") as asked:
        anna.goto(f"{live_server.url}/nl/")
    assert "cookie" not in asked.value.all_headers()
    anna.goto(f"{live_server.url}/beheer/")
    anna.locator("#logout-form button").click()
    anna.goto(f"{live_server.url}/beheer/")
    expect(anna.locator("#id_username")).to_be_visible()


def test_a_file_is_read_or_its_problems_are_told(live_server, log_in, scheme):
    anna = log_in("anna")
    anna.get_by_role("link", name="Regelingen", exact=True).first.click()
    anna.get_by_role("link", name="Bestand inlezen").click()
    wrong = file_of(record(UTRECHT, "u-pas", min_age=99), record(ROTTERDAM))
    right = file_of(record(UTRECHT, "u-pas"))

    def send(text: str) -> None:
        file = {"name": "r.json", "mimeType": "application/json", "buffer": text.encode()}
        anna.locator("#id_file").set_input_files(file)
        press(anna, "Inlezen")

    send(wrong)
    problems = anna.locator("#content-main table")
    expect(problems).to_contain_text("schemes.0.min_age")
    expect(problems).to_contain_text("schemes.1.municipality")
    send(right)
    expect(anna.locator(".messagelist")).to_contain_text("1 concepten gemaakt.")
    expect(anna.locator("#result_list")).to_contain_text("U-pas")


def test_every_page_works_without_breaking_the_policy(live_server, log_in, scheme):
    """The console stays empty: ``new_page`` fails on what the policy stops."""
    User.objects.create_superuser("redactie", "", PASSWORD)
    office = log_in("redactie", viewport={"width": 1280, "height": 900})
    version = scheme.published
    for address, said in (
        ("", "Wat nu aandacht vraagt"),
        ("municipalities/municipalscheme/", "Individuele inkomenstoeslag"),
        ("municipalities/municipalscheme/inlezen/", "Elke regeling in het bestand"),
        (f"municipalities/municipalscheme/{scheme.pk}/change/", "Geschiedenis"),
        (f"municipalities/version/{version.pk}/change/", "Deze versie is niet meer te veranderen."),
        (f"municipalities/version/{version.pk}/voorbeeld/", "vijf verzonnen huishoudens"),
        ("municipalities/municipality/", "Aa en Hunze"),
        ("auth/user/", "anna"),
        (f"auth/user/{User.objects.get(username='anna').pk}/change/", "Utrecht"),
        ("password_change/", "wachtwoord"),
    ):
        office.goto(f"{live_server.url}/beheer/{address}")
        expect(office.locator("#content")).to_contain_text(said)
        # our own style and that of the admin are there
        assert office.evaluate("getComputedStyle(document.querySelector('#header')).display") == (
            "flex"
        )
