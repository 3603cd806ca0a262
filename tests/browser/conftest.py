"""A real Chromium for the tests in this folder, closed to everything but the site itself."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Playwright, sync_playwright

AXE = Path(__file__).parent / "vendor" / "axe-core" / "axe.min.js"

# Playwright runs an event loop in this thread; Django would refuse the test database for it.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")


FLAGS = [
    "--no-sandbox",  # the tests may run as root, and only visit our own site
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="session")
def chromium() -> str:
    """Where the browser of this machine is."""
    path = shutil.which("chromium")
    assert path, "Chromium is missing; make test installs it"
    return path


@pytest.fixture(scope="session")
def browser(playwright: Playwright, chromium: str) -> Iterator[Browser]:
    browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
    yield browser
    browser.close()


@pytest.fixture
def new_page(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Opens pages with the options of a browser context (viewport, java_script_enabled ...).

    Fails the test afterwards when a page asked for anything elsewhere, or when the console
    showed an error, such as a breach of the content security policy.
    """
    contexts, complaints = [], []

    def new_page(**options: object) -> Page:
        context = browser.new_context(**{"locale": "nl-NL", **options})
        contexts.append(context)

        def only_here(route):
            if urlsplit(route.request.url).hostname == "localhost":
                route.continue_()
            else:
                complaints.append(f"asked for {route.request.url}")
                route.abort()

        context.route("**/*", only_here)
        page = context.new_page()
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on(
            "console",
            lambda message: complaints.append(message.text) if message.type == "error" else None,
        )
        return page

    yield new_page
    for context in contexts:
        context.close()
    assert complaints == []


@pytest.fixture
def axe() -> Callable[[Page], list[str]]:
    """Checks a page against WCAG 2.2 AA; gives what is wrong, one line each."""

    def axe(page: Page) -> list[str]:
        # As the debugger does, so the page's own content security policy stays as it is.
        page.evaluate(AXE.read_text("utf-8"))
        result = page.evaluate(
            "() => axe.run({runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', "
            "'best-practice']})"
        )
        return [
            f"{violation['id']}: {node['html']}"
            for violation in result["violations"]
            for node in violation["nodes"]
        ]

    return axe
