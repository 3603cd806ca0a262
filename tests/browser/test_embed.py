"""The site on a partner's page in a real browser: two origins, and no cookies at all."""

import json
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import NamedTuple

import pytest
from playwright.sync_api import BrowserContext, Frame, Page, Playwright, expect

from calculator.embed.models import Partner
from calculator.embed.script import integrity
from tests.browser.conftest import FLAGS
from tests.browser.visiting import walk
from tests.questions.people import DAY, WAJONG_RENTER, filled_up

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

#: every cookie and all storage refused, as a careful visitor has it
NO_COOKIES = {"profile": {"default_content_setting_values": {"cookies": 2}}}


@pytest.fixture(autouse=True)
def the_day(monkeypatch):
    """The site believes that it is the day of the expected values."""
    monkeypatch.setattr("django.utils.timezone.localdate", lambda *args, **kwargs: DAY)


class Quiet(SimpleHTTPRequestHandler):
    """Serves a file without telling the console."""

    def log_message(self, *args: object) -> None:
        """Say nothing."""


class OtherSite(NamedTuple):
    """A site of somebody else, under any name below localhost."""

    folder: Path
    port: int

    def address(self, host: str) -> str:
        return f"http://{host}.localhost:{self.port}"

    def write(self, html: str) -> None:
        page = (
            "<!doctype html><html lang=nl><title>Werkplein</title>"
            f"<link rel=icon href=data:,><body>{html}</body></html>"
        )
        (self.folder / "index.html").write_text(page, "utf-8")


@pytest.fixture
def other_site(tmp_path) -> Iterator[OtherSite]:
    folder = tmp_path / "site"
    folder.mkdir()
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    yield OtherSite(folder, server.server_port)
    server.shutdown()
    server.server_close()


@pytest.fixture
def werkplein(other_site) -> Partner:
    partner = Partner(
        code="werkplein",
        name="Werkplein",
        origins=other_site.address("werkplein"),
        municipality_id="0344",
        accent="#7a1f6b",
    )
    partner.full_clean()
    partner.save()
    return partner


@pytest.fixture
def new_context(
    playwright: Playwright, chromium: str, tmp_path
) -> Iterator[Callable[..., tuple[BrowserContext, list[str]]]]:
    """A browser that keeps nothing, with a profile of its own, and what it complains of."""
    contexts = []

    def new_context(**options: object) -> tuple[BrowserContext, list[str]]:
        profile = tmp_path / f"profile{len(contexts)}"
        (profile / "Default").mkdir(parents=True)
        (profile / "Default" / "Preferences").write_text(json.dumps(NO_COOKIES), "utf-8")
        context = playwright.chromium.launch_persistent_context(
            profile, executable_path=chromium, args=FLAGS, locale="nl-NL", **options
        )
        contexts.append(context)
        complaints: list[str] = []
        context.on("weberror", lambda error: complaints.append(str(error.error)))
        context.on(
            "console",
            lambda message: complaints.append(message.text) if message.type == "error" else None,
        )
        return context, complaints

    yield new_context
    for context in contexts:
        context.close()


def line(live_server, **more: str) -> str:
    """The line that a partner puts on its page."""
    told = {"data-partner": "werkplein", "data-language": "nl"} | {
        f"data-{name}": value for name, value in more.items()
    }
    attributes = " ".join(f'{name}="{value}"' for name, value in told.items())
    return (
        f'<script src="{live_server.url}/embed/v1/embed.js" integrity="{integrity()}"'
        f' crossorigin="anonymous" {attributes}></script>'
    )


def frame_of(page: Page) -> Frame:
    """What the frame on a page shows."""
    page.locator("iframe").wait_for()
    frame = page.locator("iframe").element_handle().content_frame()
    frame.wait_for_load_state()
    return frame


def follows(page: Page, frame: Frame) -> None:
    """The frame is as high as what is in it: nothing scrolls within it."""
    page.wait_for_function("() => document.querySelector('iframe').clientHeight !== 640")
    frame.wait_for_function(
        "() => Math.abs(document.body.getBoundingClientRect().height - innerHeight) <= 1"
    )


def test_a_visitor_walks_the_whole_road_within_the_frame(
    new_context, live_server, other_site, werkplein
):
    context, complaints = new_context(viewport={"width": 360, "height": 740})
    other_site.write("<h1>Werkplein</h1>" + line(live_server) + "<footer>Einde</footer>")
    page = context.new_page()
    page.goto(other_site.address("werkplein"))
    frame = frame_of(page)
    assert (
        frame.evaluate("() => { try { return !sessionStorage; } catch { return 'refused'; } }")
        == "refused"
    )
    follows(page, frame)
    start = page.locator("iframe").bounding_box()["height"]
    frame.locator("a[href='/nl/bij/werkplein/vragen/']:visible").first.click()
    frame.wait_for_url("**/vragen/**")
    follows(page, frame)
    assert page.locator("iframe").bounding_box()["height"] != start
    answers = filled_up(WAJONG_RENTER)
    walk(frame, {name: said for name, said in answers.items() if name != "municipality"})
    expect(frame.locator(".answer__sentence")).to_contain_text("2.193")
    follows(page, frame)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    # the beginning of the answer is in sight, however far the question stood down
    assert page.locator("iframe").bounding_box()["y"] >= -1
    assert context.cookies() == []
    assert complaints == []


# --- Who may, and who may not ---------------------------------------------------------------


def test_a_page_of_somebody_else_gets_an_empty_frame(
    new_context, live_server, other_site, werkplein
):
    context, complaints = new_context()
    other_site.write(line(live_server))
    page = context.new_page()
    page.goto(other_site.address("vreemde"))
    page.wait_for_timeout(1000)
    frame = page.locator("iframe").element_handle().content_frame()
    assert frame.url.startswith("chrome-error:")
    assert any("frame-ancestors" in complaint for complaint in complaints)


def test_every_site_below_a_name_with_a_star(new_context, live_server, other_site, werkplein):
    Partner.objects.update(origins=f"http://*.werkplein.localhost:{other_site.port}")
    context, complaints = new_context()
    other_site.write(line(live_server))
    page = context.new_page()
    page.goto(other_site.address("noord.werkplein"))
    frame = frame_of(page)
    expect(frame.locator("h1")).to_be_visible()
    follows(page, frame)
    assert complaints == []


def test_messages_of_others_change_nothing(new_context, live_server, other_site, werkplein):
    context, _complaints = new_context()
    hostile = (
        "<iframe id=other srcdoc='<script>"
        'parent.postMessage({from: "wat-houd-ik-over", height: 50000}, "*")'
        "</script>'></iframe>"
    )
    other_site.write(f"<div id=ours>{line(live_server)}</div>{hostile}")
    page = context.new_page()
    page.goto(other_site.address("werkplein"))
    ours = page.locator("#ours iframe")
    ours.wait_for()
    frame = ours.element_handle().content_frame()
    expect(frame.locator("h1")).to_be_visible()
    page.wait_for_timeout(500)
    # from another frame, and from the page itself
    page.evaluate("postMessage({ from: 'wat-houd-ik-over', height: 50000 }, '*')")
    page.wait_for_timeout(300)
    height = ours.bounding_box()["height"]
    assert height < 5000
    # what isn't a height is no height, and there is a highest one
    heard = """() => new Promise((done) => {
        addEventListener("message", ({ data }) => done(data), { once: true });
        setTimeout(() => done(null), 700);
    })"""
    strange = page.evaluate_handle(heard)
    assert strange.json_value() is None
    # the frame tells nobody anything who isn't a partner: a message from elsewhere has no answer
    other = page.locator("#other").element_handle().content_frame()
    answer = other.evaluate(
        """(path) => new Promise((done) => {
            addEventListener("message", ({ data }) => done(data));
            parent.frames[0].postMessage({ to: "wat-houd-ik-over", version: 1 }, "*");
            setTimeout(() => done(null), 700);
        })""",
        "",
    )
    assert answer is None
    assert ours.bounding_box()["height"] == height


# --- What a partner chooses -----------------------------------------------------------------


def test_language_municipality_and_colour_are_those_of_the_partner(
    new_context, live_server, other_site, werkplein
):
    context, complaints = new_context(color_scheme="light")
    other_site.write(line(live_server, language="en", municipality="0599"))
    page = context.new_page()
    page.goto(other_site.address("werkplein"))
    frame = frame_of(page)
    assert frame.url.endswith("/en/bij/werkplein/0599/")
    assert frame.evaluate("document.documentElement.lang") == "en"
    button = frame.locator("a.ams-button--primary:visible").first
    assert button.evaluate("it => getComputedStyle(it).backgroundColor") == "rgb(122, 31, 107)"
    frame.locator(".language-switch__item[lang=nl]").click()
    frame.wait_for_url("**/nl/bij/werkplein/0599/")
    follows(page, frame)
    answers = filled_up(WAJONG_RENTER)
    frame.locator("a[href$='/vragen/']:visible").first.click()
    frame.wait_for_url("**/vragen/**")
    walk(frame, {name: said for name, said in answers.items() if name != "municipality"})
    expect(frame.locator("#schemes-title")).to_be_visible()
    expect(frame.locator("body")).to_contain_text("Rotterdam")
    assert complaints == []


def test_the_paper_and_the_link_work_from_within(new_context, live_server, other_site, werkplein):
    context, complaints = new_context(accept_downloads=True)
    other_site.write(line(live_server))
    page = context.new_page()
    page.goto(other_site.address("werkplein"))
    frame = frame_of(page)
    frame.locator("a[href$='/vragen/']:visible").first.click()
    frame.wait_for_url("**/vragen/**")
    walk(frame, filled_up(WAJONG_RENTER))
    with page.expect_download() as download:
        frame.get_by_role("button", name="Maak een pdf").click()
    assert download.value.path().read_bytes().startswith(b"%PDF-")
    link = frame.locator("#carried-link").input_value()
    # outside the frame it opens on the site itself
    opened = context.new_page()
    opened.goto(link)
    expect(opened.locator(".answer__sentence")).to_contain_text("2.193")
    assert complaints == []


def test_without_javascript_an_iframe_does_it(new_context, live_server, other_site, werkplein):
    context, complaints = new_context(java_script_enabled=False)
    other_site.write(
        f'<iframe src="{live_server.url}/nl/bij/werkplein/" title="Wat houd ik over?"'
        ' width="100%" height="900"></iframe>'
    )
    page = context.new_page()
    page.goto(other_site.address("werkplein"))
    frame = frame_of(page)
    frame.locator("a[href$='/vragen/']:visible").first.click()
    expect(frame.locator("#id_birth_date")).to_be_visible()
    assert complaints == []
