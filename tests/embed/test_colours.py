"""A partner's colour: refused where people can't read it, and what follows from it."""

import pytest

from calculator.embed.colours import LEAST, contrast, least_contrast, look_of, schemes


def test_contrast_is_worked_out_as_wcag_does():
    assert contrast("#000000", "#ffffff") == 21
    # the grey that just passes AA on white, and the one that just doesn't
    assert contrast("#767676", "#ffffff") > LEAST > contrast("#777777", "#ffffff")


@pytest.mark.parametrize("dark", [False, True])
def test_our_own_colour_can_be_read(dark):
    assert least_contrast(schemes()[dark]["accent"], dark=dark) >= LEAST


@pytest.mark.parametrize("colour", ["#ffffff", "#ffd100", "#ec0000", "#00a0dd"])
def test_what_is_too_light_for_a_light_screen(colour):
    assert least_contrast(colour, dark=False) < LEAST


@pytest.mark.parametrize("colour", ["#000000", "#1d5c57", "#154273"])
def test_what_is_too_dark_for_a_dark_screen(colour):
    assert least_contrast(colour, dark=True) < LEAST


@pytest.mark.parametrize("dark", [False, True])
def test_whatever_may_be_chosen_gives_buttons_that_can_be_read(dark):
    """Every eleventh colour of a coarse net over all of them."""
    steps = range(0, 256, 17)
    every = [f"#{r:02x}{g:02x}{b:02x}" for r in steps for g in steps for b in steps][::11]
    allowed = [colour for colour in every if least_contrast(colour, dark=dark) >= LEAST]
    assert len(allowed) > 30
    for colour in allowed:
        look = look_of(colour, dark=dark)
        assert contrast(look.on_accent, look.accent) >= LEAST
        assert contrast(look.on_accent, look.accent_strong) >= LEAST
        assert least_contrast(look.accent_strong, dark=dark) >= LEAST
