"""A partner's colour: whether it can be read on our grounds, and what follows from it.

Contrast is that of WCAG 2.2 (1.4.3). The grounds are those of the theme, so that another theme is
another judge.
"""

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

THEME = Path(__file__).parent.parent / "static" / "css" / "theme.css"
_BLOCK = re.compile(r":root \{(.*?)\n\s*\}", re.DOTALL)
_COLOUR = re.compile(r"--([\w-]+): (#[0-9a-f]{6});")
#: what text needs on its ground
LEAST = 4.5
#: what a link or a secondary button stands on
GROUNDS = ("paper", "surface", "surface-soft")
#: a darker (or lighter) shade, for where somebody points: a step at a time
SHADE = 0.3


def blocks() -> list[dict[str, str]]:
    """The colours that each block of the theme names: light, and what dark and print have else."""
    return [dict(_COLOUR.findall(block)) for block in _BLOCK.findall(THEME.read_text("utf-8"))]


@cache
def schemes() -> tuple[dict[str, str], dict[str, str]]:
    """The colours of the theme, light and dark, by their names."""
    light, dark, _print = blocks()
    return light, light | dark


def luminance(colour: str) -> float:
    """Relative luminance of ``#rrggbb``, between 0 and 1, as WCAG defines it."""
    parts = [part / 255 for part in _parts(colour)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, between 1 and 21, as WCAG defines it."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def least_contrast(colour: str, *, dark: bool) -> float:
    """The lowest contrast that a colour has on the grounds of a scheme."""
    theme = schemes()[dark]
    return min(contrast(colour, theme[ground]) for ground in GROUNDS)


class Look(NamedTuple):
    """The colours that follow from one: of links and buttons, pointed at, and the text on them."""

    accent: str
    accent_strong: str
    on_accent: str


def look_of(colour: str, *, dark: bool) -> Look:
    """What a colour means for links and buttons; it must be readable (:func:`least_contrast`)."""
    towards, on_accent = ("#ffffff", "#000000") if dark else ("#000000", "#ffffff")
    # text stands out from it more than the grounds do, which are between it and the text
    return Look(colour, _mixed(colour, towards), on_accent)


def _mixed(colour: str, towards: str) -> str:
    pairs = zip(_parts(colour), _parts(towards), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * SHADE):02x}" for a, b in pairs)


def _parts(colour: str) -> list[int]:
    return [int(colour[at : at + 2], 16) for at in (1, 3, 5)]
