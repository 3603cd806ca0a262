"""The frame around every page, in a real browser."""

import pytest

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_the_front_page_is_accessible_and_fits(live_server, new_page, axe, scheme, width):
    page = new_page(viewport={"width": width, "height": 800}, color_scheme=scheme)
    page.goto(f"{live_server.url}/nl/")
    assert axe(page) == []
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
