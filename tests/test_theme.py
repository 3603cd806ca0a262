"""The design tokens: whoever replaces them keeps what people need to be able to read."""

import re
from pathlib import Path

import pytest

from calculator.embed.colours import blocks, contrast

CSS = Path(__file__).parent.parent / "calculator" / "static" / "css"
LIGHT, DARK, PRINT = blocks()
GROUNDS = ("paper", "surface", "surface-soft")
#: what stands on what, and how much it must differ (WCAG 2.2: 1.4.3, 1.4.6, 1.4.11)
PAIRS = [
    *(("ink", ground, 7) for ground in (*GROUNDS, "warning-soft", "error-soft", "success-soft")),
    *(("ink-soft", ground, 7) for ground in GROUNDS),
    *((text, ground, 4.5) for text in ("accent", "accent-strong") for ground in GROUNDS),
    ("on-accent", "accent", 4.5),
    ("on-accent", "accent-strong", 4.5),
    ("error", "error-soft", 4.5),
    ("error", "paper", 4.5),
    ("success", "success-soft", 4.5),
    *(("edge", ground, 3) for ground in GROUNDS),
    *(("focus", ground, 3) for ground in GROUNDS),
    ("warning", "warning-soft", 3),
    *(
        (f"part-{part}", ground, 3)
        for part in ("work", "benefit", "toeslagen", "partner")
        for ground in ("paper", "surface")
    ),
]


def test_contrast_is_worked_out_as_wcag_does():
    assert contrast("#000000", "#ffffff") == 21
    # the grey that just passes AA on white
    assert 4.5 <= contrast("#767676", "#ffffff") < 4.6


@pytest.mark.parametrize("scheme", ["light", "dark", "print"])
@pytest.mark.parametrize(("text", "ground", "least"), PAIRS)
def test_what_stands_on_a_ground_can_be_read(scheme, text, ground, least):
    # a scheme only names what differs from the light one
    colours = LIGHT | {"light": {}, "dark": DARK, "print": PRINT}[scheme]
    if scheme == "print" and (
        text.startswith("on-") or ground.endswith("-soft") or text == "focus"
    ):
        pytest.skip("no grounds and no focus on paper")
    assert contrast(colours[text], colours[ground]) >= least


def test_dark_names_every_colour():
    assert set(DARK) == set(LIGHT)


@pytest.mark.parametrize("name", ["site.css", "tokens.css", "papers.css"])
def test_only_the_theme_holds_colours(name):
    """One file to replace, and the whole site has another look."""
    text = re.sub(r"/\*.*?\*/", "", (CSS / name).read_text("utf-8"), flags=re.S)
    assert re.findall(r"#[0-9a-fA-F]{3,8}\b|\brgb\(|\bhsl\(", text) == []


@pytest.mark.parametrize("name", ["site.css", "papers.css"])
def test_styles_know_no_left_and_right(name):
    """Arabic reads from the right: only logical properties."""
    text = re.sub(r"/\*.*?\*/", "", (CSS / name).read_text("utf-8"), flags=re.S)
    physical = re.findall(
        r"(?<![\w-])(?:margin|padding|border)-(?:left|right|top|bottom)\b|"
        r"(?<![\w-])(?:left|right|top|bottom|width|height|min-width|max-width)\s*:",
        text,
    )
    assert [it for it in physical if not it.startswith(("min-width", "max-width"))] == []
