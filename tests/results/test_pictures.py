"""The pictures: every amount where it belongs, every text inside the drawing."""

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculator.results.pictures import (
    LETTER,
    MARK,
    WIDTH,
    BarsPicture,
    BarValue,
    CurveMark,
    axis_step,
    bars_picture,
    curve_picture,
    room,
    round_down,
    round_up,
    units,
)

AMOUNTS = st.decimals(min_value=-5000, max_value=20_000, places=2)


def bars(*months: tuple[int | None, int | None]) -> BarsPicture:
    """A picture of months with an amount now and with a plan."""
    return bars_picture(
        [
            (
                "jan",
                [
                    BarValue(kind, None if value is None else Decimal(value), f"€ {value}")
                    for kind, value in zip(("now", "plan"), month, strict=True)
                ],
            )
            for month in months
        ]
    )


def widths(picture: BarsPicture) -> list[Decimal]:
    """The width of every bar, in order."""
    return [Decimal(bar.width) for group in picture.groups for bar in group.bars]


def test_coordinates_have_a_point_and_no_needless_digits():
    assert units(Decimal("12.04")) == "12"
    assert units(Decimal("12.06")) == "12.1"
    assert units(Decimal("-3.55")) == "-3.5" or units(Decimal("-3.55")) == "-3.6"
    assert units(Decimal(340)) == "340"


def test_marks_that_say_how_to_read_take_no_room():
    assert room("\u200f\u061c12") == room("12")


def test_a_bar_twice_as_long_is_twice_as_much():
    small, large, *_ = widths(bars((500, 1000), (2000, 2000)))
    assert abs(large - 2 * small) <= Decimal("0.2")


def test_what_is_not_known_has_no_bar():
    picture = bars((500, None))
    known, unknown = picture.groups[0].bars
    assert known.known
    assert not unknown.known
    assert unknown.width == "0"


def test_what_has_to_be_paid_runs_to_the_other_side():
    picture = bars((-500, 1000))
    to_pay, comes_in = picture.groups[0].bars
    zero = Decimal(picture.zero_x)
    assert Decimal(to_pay.x) + Decimal(to_pay.width) == pytest.approx(zero, abs=Decimal("0.1"))
    assert Decimal(comes_in.x) == zero


@given(st.lists(st.tuples(AMOUNTS, AMOUNTS), min_size=1, max_size=24))
def test_bars_and_their_amounts_stay_inside_and_apart(months):
    picture = bars_picture(
        [
            ("dec 2026", [BarValue("now", now, f"€ {now:.0f}"), BarValue("plan", plan, "€ 1")])
            for now, plan in months
        ]
    )
    height = Decimal(picture.height)
    lines = []
    for group in picture.groups:
        for bar in group.bars:
            assert Decimal(bar.x) >= Decimal(group.label_x)
            assert Decimal(bar.x) + Decimal(bar.width) <= WIDTH
            assert Decimal(bar.text_x) + room(bar.text) <= WIDTH + 1
            assert Decimal(bar.y) >= 0
            assert Decimal(bar.y) + Decimal(bar.height) <= height
            lines.append(Decimal(bar.text_y))
    assert all(below - above >= LETTER for above, below in pairwise(lines))


@pytest.mark.parametrize("step", [Decimal(10), Decimal(250)])
@pytest.mark.parametrize("value", [Decimal(-260), Decimal(0), Decimal("249.99"), Decimal(1000)])
def test_rounding_goes_the_right_way_below_nothing_too(value, step):
    assert round_down(value, step) <= value < round_down(value, step) + step
    assert round_up(value, step) - step < value <= round_up(value, step)


def test_an_axis_has_round_values_and_not_too_many():
    assert axis_step(Decimal(0), Decimal(3100), 4) == 1000
    assert axis_step(Decimal(0), Decimal(4500), 4) == 2000
    assert axis_step(Decimal(0), Decimal(25_000), 4) == 10_000


LINE = [(Decimal(0), Decimal(1900)), (Decimal(1000), Decimal(2150)), (Decimal(3100), Decimal(2690))]


def picture_of(*marks: CurveMark, own: tuple[Decimal, Decimal, str] | None = None, line=None):
    """A curve of one line up to 3,100 euro."""
    return curve_picture([line or LINE], Decimal(3100), marks, own, lambda value: f"€ {value:.0f}")


def points(line: str) -> list[tuple[Decimal, Decimal]]:
    """The points of a line of the picture."""
    return [tuple(Decimal(number) for number in point.split(",")) for point in line.split()]


def test_the_line_stays_between_the_axes():
    picture = picture_of()
    found = points(picture.lines[0])
    assert found[0][0] == Decimal(picture.left)
    assert found[-1][0] == Decimal(picture.right)
    assert all(Decimal(picture.top) <= y <= Decimal(picture.bottom) for _, y in found)
    assert [y for _, y in found] == sorted((y for _, y in found), reverse=True)


def test_an_axis_value_stands_where_its_amount_is():
    picture = picture_of()
    by_text = {label.text: Decimal(label.line) for label in picture.y_labels}
    assert set(by_text) >= {"€ 1750", "€ 2000", "€ 2750"}
    assert by_text["€ 2750"] == Decimal(picture.top)
    x_by_text = {label.text: Decimal(label.line) for label in picture.x_labels}
    assert x_by_text["€ 0"] == Decimal(picture.left)
    assert x_by_text["€ 1000"] == points(picture.lines[0])[1][0]


def test_the_same_amount_everywhere_is_a_flat_line():
    flat = [(Decimal(0), Decimal(1000)), (Decimal(3100), Decimal(1000))]
    (_, left), (_, right) = points(picture_of(line=flat).lines[0])
    assert left == right


def test_an_amount_below_nothing_has_its_place():
    below = [(Decimal(0), Decimal(-260)), (Decimal(3100), Decimal(100))]
    picture = picture_of(line=below)
    assert all(y <= Decimal(picture.bottom) for _, y in points(picture.lines[0]))


def test_the_own_wage_is_on_the_line_with_its_words_beside_it():
    for gross, net in LINE:
        picture = picture_of(own=(gross, net, "uw loon"))
        assert (Decimal(picture.own.x), Decimal(picture.own.y)) in points(picture.lines[0])
        width = room("uw loon")
        x = Decimal(picture.own.text_x)
        begins, ends = (x - width, x) if picture.own.anchor == "end" else (x, x + width)
        assert begins >= Decimal(picture.left)
        if picture.own.anchor == "start":
            assert ends <= WIDTH or gross == LINE[-1][0]


def test_marks_never_touch_each_other():
    marks = [
        CurveMark(str(place), Decimal(gross), Decimal(2500), place == 1)
        for place, gross in enumerate((0, 2382, 2450, 2460, 3000, 3001), 1)
    ]
    picture = picture_of(*marks)
    places = [(Decimal(mark.x), Decimal(mark.y)) for mark in picture.marks]
    for place, (x, y) in enumerate(places):
        assert y + MARK <= Decimal(picture.top)
        for other_x, other_y in places[place + 1 :]:
            assert abs(x - other_x) >= 2 * MARK - 2 or abs(y - other_y) >= 2 * MARK
    assert [mark.drop for mark in picture.marks] == [True, *[False] * 5]
    assert all(
        Decimal(mark.line_from) < Decimal(mark.line_to) <= Decimal(picture.bottom)
        for mark in picture.marks
    )
