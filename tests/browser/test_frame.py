"""The frame around every page, in a real browser."""

import pytest

pytestmark = pytest.mark.browser


#: pages that ask nothing
PAGES = ["", "woorden/", "regels/", "privacy/", "toegankelijkheid/", "openen/"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", PAGES)
def test_every_page_is_accessible_and_fits(live_server, new_page, axe, scheme, path):
    page = new_page(viewport={"width": 320, "height": 800}, color_scheme=scheme)
    for language in ("nl", "en"):
        page.goto(f"{live_server.url}/{language}/{path}")
        assert axe(page) == []
        for width in (320, 640, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_first_tab_skips_to_the_content(live_server, new_page):
    page = new_page()
    page.goto(f"{live_server.url}/nl/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Ga naar de inhoud"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_nothing_is_kept_in_the_browser(live_server, new_page):
    page = new_page()
    page.goto(f"{live_server.url}/nl/")
    assert page.context.cookies() == []
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0


def test_our_own_letters_are_used(live_server, new_page):
    page = new_page()
    page.goto(f"{live_server.url}/nl/")
    page.evaluate("document.fonts.ready")
    assert page.evaluate("document.fonts.check('16px \"Noto Sans\"')")


@pytest.mark.parametrize("width", [320, 1280])
def test_the_rules_can_be_read_with_everything_open(live_server, new_page, axe, width):
    page = new_page(viewport={"width": width, "height": 800})
    page.goto(f"{live_server.url}/nl/regels/?day=01-07-2026")
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
