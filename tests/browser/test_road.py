"""The whole road, one question at a time: everybody, on every screen, in every way."""

import time

import pytest
from django.shortcuts import render
from playwright.sync_api import Page, expect

from calculator.results.printing import Busy, printer
from tests.browser.visiting import go_on, settle, visit, walk
from tests.questions.people import DAY, PEOPLE, filled_up, sent

pytestmark = pytest.mark.browser

PHONE = {"width": 360, "height": 740}
DESKTOP = {"width": 1280, "height": 900}
#: a desktop of 1280 pixels, at 200%
ZOOMED = {"width": 640, "height": 450}

#: what is left with the plan (euro per month), as the tests of the month have it
LEFT = {"nl": "2.193,12", "en": "2,193.12"}


@pytest.fixture(autouse=True)
def the_day(monkeypatch):
    """The site believes that it is the day of the expected values."""
    monkeypatch.setattr("django.utils.timezone.localdate", lambda *args, **kwargs: DAY)


@pytest.fixture
def begin(live_server, new_page):
    """Opens the questions, as from the start page."""

    def begin(language: str = "nl", **options) -> Page:
        page = new_page(**{"viewport": PHONE, **options})
        page.set_default_timeout(15_000)
        page.goto(f"{live_server.url}/{language}/")
        page.locator(".start__begin a").click()
        expect(page.locator(".question--now")).to_have_count(1)
        return page

    return begin


def fits(page: Page) -> bool:
    """Whether nothing has to be scrolled sideways."""
    return page.evaluate(
        "document.documentElement.scrollWidth <= document.documentElement.clientWidth"
    )


def open_all(page: Page) -> None:
    """Open whatever can be opened."""
    page.evaluate("document.querySelectorAll('details').forEach(it => { it.open = true })")


WAYS = {
    "phone": {"viewport": PHONE, "has_touch": True},
    "desktop": {"viewport": DESKTOP},
    "narrowest": {"viewport": {"width": 320, "height": 640}, "has_touch": True},
    "zoomed": {"viewport": ZOOMED, "device_scale_factor": 2},
    "dark": {"viewport": PHONE, "color_scheme": "dark"},
    "forced_colours": {"viewport": DESKTOP, "forced_colors": "active"},
    "less_motion": {"viewport": PHONE, "reduced_motion": "reduce"},
}
JOURNEYS = [
    ("wajong_renter", "nl", "phone"),
    ("wajong_renter", "en", "desktop"),
    ("wajong_dispensatie", "en", "phone"),
    ("ww_owner", "nl", "desktop"),
    ("ww_owner", "en", "narrowest"),
    ("single_mother", "nl", "zoomed"),
    ("single_mother", "en", "phone"),
    ("agency_worker", "nl", "dark"),
    ("agency_worker", "en", "zoomed"),
    ("low_wage", "nl", "forced_colours"),
    ("low_wage", "en", "dark"),
    ("iva_worker", "nl", "narrowest"),
    ("iva_worker", "en", "forced_colours"),
    ("wajong_at_parents", "nl", "less_motion"),
    ("wajong_at_parents", "en", "desktop"),
]


@pytest.mark.parametrize(("person", "language", "way"), JOURNEYS)
def test_everybody_comes_to_an_outcome(begin, axe, person, language, way):
    """On no screen anything has to be scrolled sideways; the outcome is accessible, opened too."""
    page = begin(language, **WAYS[way])
    sideways: list[str] = []
    titles: list[str] = []

    def look(step: str) -> None:
        titles.append(page.title())
        if not fits(page):
            sideways.append(step)

    walk(page, filled_up(PEOPLE[person]), look)
    expect(page.locator("#answer")).to_be_focused()
    expect(page.locator(".answer__sentence").first).to_contain_text("€")
    open_all(page)
    if not fits(page):
        sideways.append("outcome")
    assert sideways == []
    # every question is a page with a title of its own
    assert len(set(titles)) == len(titles)
    assert axe(page) == []
    assert page.context.cookies() == []


@pytest.mark.parametrize(("person", "way"), [("single_mother", "phone"), ("iva_worker", "dark")])
def test_every_question_is_accessible(begin, axe, person, way):
    page = begin("nl", **WAYS[way])
    wrong: dict[str, list[str]] = {}

    def look(step: str) -> None:
        for details in page.locator(".question--now details").all():
            details.evaluate("it => { it.open = true }")
        if found := axe(page):
            wrong[step] = found

    walk(page, filled_up(PEOPLE[person]), look)
    assert wrong == {}


@pytest.mark.parametrize("person", ["ww_owner", "agency_worker", "low_wage", "iva_worker"])
def test_without_script_the_long_form_comes_to_the_same_outcome(live_server, new_page, person):
    answers = filled_up(PEOPLE[person])
    plain = new_page(viewport=PHONE, java_script_enabled=False)
    plain.goto(f"{live_server.url}/nl/vragen/")
    for _time in range(8):
        fill_in_all(plain, answers)
        plain.locator(".long-buttons [name=action]").click()
        if plain.locator("#answer").count():
            break
        expect(plain.locator(".error-summary")).to_have_count(0)
    assert fits(plain)
    page = new_page(viewport=PHONE)
    visit(page, f"{live_server.url}/nl/vragen/", sent(answers))
    amounts = ".money-table__amount"
    assert plain.locator(amounts).all_inner_texts() == page.locator(amounts).all_inner_texts()


def fill_in_all(page: Page, answers) -> None:
    """Answer whatever stands on a page without script."""
    for name, said in answers.items():
        for value in said if isinstance(said, list) else [said]:
            control = page.locator(f"#questions [name={name}]")
            if not control.count():
                continue
            if control.first.evaluate("it => it.tagName") == "SELECT":
                control.select_option(value)
            elif control.first.get_attribute("type") == "text":
                control.fill(value)
            elif control.first.get_attribute("type") != "hidden":
                page.locator(f"#questions [name={name}][value='{value}']").check()


TRANSLATE = """() => {
    // what a translating browser does: every text in elements of its own, with other words
    const seen = new WeakSet();
    const change = node => {
        const texts = [];
        const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) { texts.push(walker.currentNode); }
        for (const text of texts) {
            const parent = text.parentElement;
            if (!parent || seen.has(text) || !text.data.trim()
                || parent.closest('script, style, svg, option, [translate=no]')) { continue; }
            const outer = document.createElement('font'), inner = document.createElement('font');
            const other = document.createTextNode(text.data.replace(/[a-z]+/g, 'x$&'));
            seen.add(other);
            inner.append(other);
            outer.append(inner);
            text.replaceWith(outer);
        }
    };
    change(document.body);
    new MutationObserver(found => found.forEach(one => one.addedNodes.forEach(node => {
        if (node.isConnected && node.nodeType === 1 && node.tagName !== 'FONT') { change(node); }
    }))).observe(document.body, { childList: true, subtree: true });
}"""


def test_a_translating_browser_breaks_nothing(begin):
    page = begin()
    page.evaluate(TRANSLATE)
    walk(page, filled_up(PEOPLE["wajong_renter"]))
    expect(page.locator(".answer__sentence")).to_contain_text(LEFT["nl"])
    expect(page.locator("h1")).to_contain_text("x")
    # trying out, comparing and going back work on changed text too
    page.locator("[data-press='1']").click()
    expect(page.locator(".what-if__answer")).to_be_visible()
    page.locator("[name=try][value=beside]").click()
    expect(page.locator(".answer")).to_have_count(2)
    page.locator("button[name=change]").first.click()
    expect(page.locator(".question--now")).to_have_count(1)


# --- Forth, back and again ----------------------------------------------------------------


def test_back_goes_one_question_back_and_loses_nothing(begin):
    answers = filled_up(PEOPLE["wajong_renter"])
    page = begin()
    walk(page, answers, until="works_now")
    page.go_back()
    expect(page.locator("#id_wajong_garantie_1")).to_be_visible()
    expect(page.locator("#id_wajong_garantie_1")).to_be_checked()
    page.locator("[data-road=back]").click()
    expect(page.locator("[data-step=wajong_arbeidsvermogen]")).to_be_visible()
    # forward again through what was answered already, to the outcome
    walk(page, answers)
    expect(page.locator(".answer__sentence")).to_contain_text(LEFT["nl"])
    # from the outcome back to the last question, with its answer; the address has no answer in it
    page.go_back()
    expect(page.locator("[data-step=others]")).to_be_visible()
    expect(page.locator("#id_others")).to_have_value("0")
    assert page.url.endswith("/nl/vragen/")


def test_another_answer_on_the_way_keeps_the_later_ones(begin):
    answers = filled_up(PEOPLE["wajong_renter"])
    page = begin()
    walk(page, answers)
    page.locator("button[form=questions][name=change]").last.click()
    expect(page.locator("[data-step=birth_date]")).to_be_visible()
    # one answer changes, and it is calculated again at once
    page.locator("#id_birth_date").fill("14-05-1996")
    expect(page.locator("[data-road=next]")).to_have_text("Bereken opnieuw")
    go_on(page)
    expect(page.locator(".answer__sentence")).to_contain_text("€")
    # an answer that brings a question: only that one is asked
    page.locator("button[form=questions][name=change]").last.click()
    page.locator("[data-road=switch]").click()
    page.locator("#id_has_partner_0").check()
    settle(page)
    page.locator("[data-road=switch]").click()
    page.locator("[data-road=next]").click()
    expect(page.locator("[data-step=partner_birth_date]")).to_be_visible()
    expect(page.locator("#id_plan0_gross")).to_have_value("14,99")


def test_a_reload_loses_nothing(begin):
    answers = filled_up(PEOPLE["wajong_renter"])
    page = begin()
    walk(page, answers, until="plan0_gross")
    page.locator("#id_plan0_gross").fill("14,99")
    page.locator("#id_plan0_per").select_option("hour")
    settle(page)
    page.reload()
    expect(page.locator("[data-step=plan0_gross]")).to_be_visible()
    expect(page.locator("#id_plan0_gross")).to_have_value("14,99")
    expect(page.locator("#id_birth_date")).to_have_value("14-05-1997")
    walk(page, answers)
    expect(page.locator(".answer__sentence")).to_contain_text(LEFT["nl"])
    page.reload()
    expect(page.locator(".answer__sentence")).to_contain_text(LEFT["nl"])


def test_who_comes_back_in_the_same_tab_goes_on_or_wipes_it(begin):
    page = begin()
    start = page.url.removesuffix("vragen/")
    walk(page, filled_up(PEOPLE["wajong_renter"]), until="works_now")
    page.goto(start)
    expect(page.locator("#resume")).to_be_visible()
    page.locator("#resume a").first.click()
    expect(page.locator("[data-step=works_now]")).to_be_visible()
    page.goto(start)
    page.locator("#resume a[data-wipe]").click()
    expect(page.locator("#resume")).to_be_hidden()
    page.goto(f"{start}vragen/")
    expect(page.locator("#id_birth_date")).to_have_value("")


def test_what_was_kept_is_gone_after_an_hour(begin):
    page = begin()
    page.clock.install(time=0)
    start = page.url.removesuffix("vragen/")
    walk(page, filled_up(PEOPLE["wajong_renter"]), until="works_now")
    page.clock.set_system_time(61 * 60 * 1000)
    page.goto(start)
    expect(page.locator("#resume")).to_be_hidden()
    assert page.evaluate("sessionStorage.length") == 0


def test_another_tab_knows_nothing(begin, new_page):
    page = begin()
    walk(page, filled_up(PEOPLE["wajong_renter"]), until="works_now")
    other = page.context.new_page()
    other.goto(page.url)
    expect(other.locator("#id_birth_date")).to_have_value("")


@pytest.mark.parametrize("typed", ["", "1,2,3", "-5"])
def test_a_wrong_answer_is_explained_where_it_is(begin, axe, typed):
    page = begin()
    walk(page, filled_up(PEOPLE["wajong_renter"]), until="plan0_gross")
    field = page.locator("#id_plan0_gross")
    field.fill(typed)
    page.keyboard.press("Enter")
    message = page.locator("#id_plan0_gross_error")
    expect(message).to_be_visible()
    expect(field).to_be_focused()
    expect(field).to_have_value(typed)
    assert "id_plan0_gross_error" in field.get_attribute("aria-describedby")
    # only this question was asked, so only this one can be wrong
    expect(page.locator(".ams-error-message:visible")).to_have_count(
        2 if page.locator("#id_plan0_per_error").count() else 1
    )
    assert axe(page) == []


def test_the_language_changes_half_way(begin):
    page = begin()
    walk(page, filled_up(PEOPLE["wajong_renter"]), until="plan0_kind")
    page.get_by_role("button", name="English").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.locator("[data-step=plan0_kind]")).to_be_visible()
    walk(page, filled_up(PEOPLE["wajong_renter"]))
    expect(page.locator(".answer__sentence")).to_contain_text(LEFT["en"])


def test_all_questions_on_one_page_and_back(begin):
    page = begin()
    walk(page, filled_up(PEOPLE["wajong_renter"]), until="works_now")
    page.locator("[data-road=switch]").click()
    expect(page.locator("#id_birth_date")).to_be_visible()
    expect(page.locator("#id_children")).to_be_visible()
    page.locator("[data-road=switch]").click()
    expect(page.locator("[data-step=works_now]")).to_be_visible()
    expect(page.locator("#id_birth_date")).to_be_hidden()


def test_by_keyboard_alone(begin):
    """Typing begins at once; Enter goes on; the first Tab on a choice is its first answer."""
    page = begin("nl", viewport=DESKTOP)
    expect(page.locator(".question--now")).to_have_count(1)
    page.locator("#id_birth_date").focus()
    page.keyboard.type("14-05-1988")
    page.keyboard.press("Enter")
    expect(page.locator("[data-step=benefit]")).to_be_visible()
    expect(page.locator("[data-step=benefit] legend")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator("#id_benefit_0")).to_be_focused()
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    expect(page.locator("#id_ww_maandloon")).to_be_focused()
    page.keyboard.type("2800")
    outline = page.locator("#id_ww_maandloon").evaluate("it => getComputedStyle(it).outlineStyle")
    assert outline != "none"


def test_what_can_be_pressed_is_large_enough(begin):
    """WCAG 2.5.8 asks for 24 pixels; a thumb for more."""
    page = begin()
    small: list[str] = []

    def look(step: str) -> None:
        small.extend(
            page.evaluate(
                """() => [...document.querySelectorAll(
                    'main button, main summary, .choice, main select, main input[type=text]')]
                    .filter(it => it.offsetParent !== null)
                    .filter(it => it.getBoundingClientRect().height < 44)
                    .map(it => it.outerHTML.slice(0, 80))"""
            )
        )

    walk(page, filled_up(PEOPLE["single_mother"]), look)
    look("outcome")
    assert small == []


# --- Waiting ------------------------------------------------------------------------------


@pytest.fixture
def slow(monkeypatch):
    """Every answer comes late, as over a bad connection."""

    def slowly(request, template, *args, **kwargs):
        if request.method == "POST":
            time.sleep(1)
        return render(request, template, *args, **kwargs)

    monkeypatch.setattr("calculator.questions.views.render", slowly)


@pytest.mark.usefixtures("slow")
def test_who_waits_sees_and_hears_that_it_works(begin):
    page = begin()
    page.locator("#id_birth_date").fill("14-05-1988")
    button = page.locator("[data-road=next]")
    button.click()
    expect(page.locator("html.is-waiting")).to_have_count(1)
    expect(button).to_have_text("Een moment")
    expect(page.locator("#status")).to_have_text("Een moment. Wij zijn bezig.")
    # a second press in the meantime asks nothing twice
    button.click()
    expect(page.locator("[data-step=benefit]")).to_be_visible()
    expect(page.locator("html.is-waiting")).to_have_count(0)
    expect(button).to_have_text("Volgende")


def test_without_a_connection_one_press_tries_again(browser, live_server):
    # not new_page: the browser writes to the console that there is no connection
    context = browser.new_context(viewport=PHONE, locale="nl-NL")
    page = context.new_page()
    page.goto(f"{live_server.url}/nl/vragen/")
    page.locator("#id_birth_date").fill("14-05-1988")
    context.set_offline(True)
    page.locator("[data-road=next]").click()
    notice = page.locator("#no-connection")
    expect(notice).to_be_visible()
    expect(page.locator("#id_birth_date")).to_have_value("14-05-1988")
    context.set_offline(False)
    notice.get_by_role("button").click()
    expect(page.locator("[data-step=benefit]")).to_be_visible()
    expect(notice).to_be_hidden()
    context.close()


def test_when_the_script_does_not_arrive_the_long_form_is_there(browser, live_server):
    # not new_page: the browser writes to the console what failed
    context = browser.new_context(viewport=PHONE)
    page = context.new_page()
    page.route("**/js/questions.js", lambda route: route.abort())
    page.goto(f"{live_server.url}/nl/vragen/")
    expect(page.locator("#id_benefit_0")).to_be_visible()
    expect(page.get_by_role("button", name="Verder", exact=True)).to_be_visible()
    context.close()


# --- Trying out and comparing -------------------------------------------------------------


@pytest.mark.parametrize("language", ["nl", "en"])
def test_other_hours_are_tried_and_put_beside_the_plan(begin, axe, language):
    page = begin(language)
    walk(page, filled_up(PEOPLE["wajong_renter"]))
    field = page.locator("#id_try_amount")
    expect(field).to_have_value("16")
    page.locator("[data-press='1']").click()
    expect(field).to_have_value("17")
    expect(page.locator(".what-if__answer")).to_contain_text("17")
    slider = page.locator("[data-what-if] [type=range]")
    slider.focus()
    page.keyboard.press("ArrowRight")
    expect(field).to_have_value("18")
    expect(page.locator(".what-if__answer")).to_contain_text("18")
    expect(page.locator("#status")).to_contain_text("18")
    tried = page.locator(".what-if__answer strong").first.inner_text()
    assert axe(page) == []
    page.locator("[name=try][value=beside]").click()
    expect(page.locator(".answer")).to_have_count(2)
    expect(page.locator(".answer").nth(1)).to_contain_text(tried)
    assert axe(page) == []
    page.locator("[name=add_plan]").click()
    expect(page.locator("[data-step=plan2_kind]")).to_be_visible()
    # its answers are there already: on through the plan, and it is calculated
    walk(page, {})
    expect(page.locator(".answer")).to_have_count(3)
    expect(page.locator("[name=add_plan]")).to_have_count(0)
    page.locator("[name=drop_plan]").first.click()
    expect(page.locator(".answer")).to_have_count(2)
    assert axe(page) == []


# --- The paper ----------------------------------------------------------------------------


@pytest.mark.parametrize("script", [True, False], ids=["with_script", "without_script"])
def test_the_paper_comes_with_one_button(live_server, new_page, script):
    page = new_page(viewport=PHONE, java_script_enabled=script)
    visit(page, f"{live_server.url}/nl/vragen/", sent(filled_up(PEOPLE["wajong_renter"])))
    with page.expect_download() as download:
        page.get_by_role("button", name="Maak een pdf").click()
    assert download.value.suggested_filename == "wat-houd-ik-over.pdf"
    assert download.value.path().read_bytes().startswith(b"%PDF-")
    expect(page.locator("#answer")).to_be_visible()
    download.value.delete()


def test_a_paper_that_cannot_be_made_now_says_so_and_leads_back(browser, live_server, monkeypatch):
    # not new_page: the browser writes to the console that the server was busy
    def busy(*args, **kwargs):
        raise Busy

    context = browser.new_context(viewport=PHONE, locale="nl-NL")
    page = context.new_page()
    visit(page, f"{live_server.url}/nl/vragen/", sent(filled_up(PEOPLE["wajong_renter"])))
    monkeypatch.setattr(printer, "pdf", busy)
    page.get_by_role("button", name="Maak een pdf").click()
    expect(page.locator("h1")).to_have_text("Uw pdf is er nog niet")
    page.get_by_role("button", name="Terug naar uw uitkomst").click()
    expect(page.locator(".answer__sentence")).to_contain_text(LEFT["nl"])
    context.close()
