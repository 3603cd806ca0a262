"""Days, months and wage periods: against the calendar itself."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculator.rules.periods import (
    between,
    first_day,
    four_weekly_periods,
    four_weekly_periods_ending_in,
    last_day,
    month_of,
    months_from,
    months_later,
    shift,
    week_between_years,
    workdays,
)

DAYS = st.dates(date(2000, 1, 1), date(2098, 12, 31))
MONTHS = st.tuples(st.integers(2000, 2098), st.integers(1, 12))
#: last day of each of the thirteen periods, Sundays read from a paper calendar, as (month, day)
SUNDAYS = {
    2025: "1-26 2-23 3-23 4-20 5-18 6-15 7-13 8-10 9-7 10-5 11-2 11-30 12-31",
    2026: "1-25 2-22 3-22 4-19 5-17 6-14 7-12 8-9 9-6 10-4 11-1 11-29 12-31",
    2027: "1-31 2-28 3-28 4-25 5-23 6-20 7-18 8-15 9-12 10-10 11-7 12-5 12-31",
}
#: Monday to Friday, month by month
WORKING_DAYS = {
    2025: [23, 20, 21, 22, 22, 21, 23, 21, 22, 23, 20, 23],
    2026: [22, 20, 22, 22, 21, 22, 23, 21, 22, 22, 21, 23],
    2027: [21, 20, 23, 22, 21, 22, 22, 22, 22, 21, 22, 23],
}


@pytest.mark.parametrize("year", SUNDAYS)
def test_four_weekly_periods(year):
    periods = four_weekly_periods(year)
    ends = [tuple(int(part) for part in text.split("-")) for text in SUNDAYS[year].split()]
    assert [last for _, last in periods] == [date(year, month, day) for month, day in ends]
    assert periods[0][0] == date(year, 1, 1)
    for (_, ended), (begins, _) in pairwise(periods):
        assert begins == ended + timedelta(days=1)
        assert begins.weekday() == 0


@pytest.mark.parametrize(
    ("year", "month"), [(2025, 11), (2026, 11), (2027, 12)], ids=["2025", "2026", "2027"]
)
def test_one_month_a_year_has_two_periods(year, month):
    """AIB art. 4:1 lid 9: a wage belongs to the month in which the four weeks end."""
    counts = [len(four_weekly_periods_ending_in((year, place))) for place in range(1, 13)]
    assert counts == [2 if place == month else 1 for place in range(1, 13)]


@given(st.integers(2000, 2098))
def test_thirteen_periods_cover_every_year_without_gap(year):
    periods = four_weekly_periods(year)
    assert len(periods) == 13
    days = [
        first + timedelta(days=place)
        for first, last in periods
        for place in range((last - first).days + 1)
    ]
    whole = (date(year, 12, 31) - date(year, 1, 1)).days + 1
    assert days == [date(year, 1, 1) + timedelta(days=place) for place in range(whole)]
    assert sum(len(four_weekly_periods_ending_in((year, month))) for month in range(1, 13)) == len(
        periods
    )
    assert all((last - first).days == 27 for first, last in periods[1:-1])


@pytest.mark.parametrize("year", WORKING_DAYS)
def test_working_days_of_a_month(year):
    found = [workdays(first_day((year, m)), last_day((year, m))) for m in range(1, 13)]
    assert found == WORKING_DAYS[year]


@given(DAYS, st.integers(-5, 400))
def test_working_days_are_monday_to_friday_counted_one_by_one(first, more):
    last = first + timedelta(days=more)
    days = [first + timedelta(days=place) for place in range(more + 1)]
    assert workdays(first, last) == sum(day.weekday() < 5 for day in days)


@given(DAYS)
def test_a_calendar_week_has_five_working_days(monday):
    """WW art. 1b lid 2 b."""
    assert workdays(monday, monday + timedelta(days=6)) == 5


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2026, 9, 1), 2, date(2026, 11, 1)),
        (date(2026, 9, 16), 2, date(2026, 11, 16)),
        (date(2026, 11, 30), 2, date(2027, 1, 30)),
        # there is no such day: the first of the month after
        (date(2026, 12, 29), 2, date(2027, 3, 1)),
        (date(2026, 12, 31), 2, date(2027, 3, 1)),
        (date(2026, 7, 31), 2, date(2026, 10, 1)),
        (date(2027, 12, 30), 2, date(2028, 3, 1)),
        (date(2027, 12, 29), 2, date(2028, 2, 29)),
        # a birthday on 29 February
        (date(2008, 2, 29), 18 * 12, date(2026, 3, 1)),
        (date(2008, 2, 29), 20 * 12, date(2028, 2, 29)),
        (date(1988, 5, 14), 0, date(1988, 5, 14)),
        (date(9999, 6, 1), 12, date.max),
    ],
)
def test_months_later(day, months, expected):
    assert months_later(day, months) == expected


@given(DAYS, st.integers(0, 800))
def test_months_later_is_the_same_day_or_the_first_of_the_next_month(day, months):
    found = months_later(day, months)
    wanted = shift(month_of(day), months)
    if day.day <= last_day(wanted).day:
        assert (month_of(found), found.day) == (wanted, day.day)
    else:
        assert found == first_day(shift(wanted, 1))


@given(MONTHS, st.integers(-600, 600))
def test_shifting_a_month_counts_months(month, by):
    moved = shift(month, by)
    assert between(month, moved) == by
    assert shift(moved, -by) == month
    assert 1 <= moved[1] <= 12


def test_months_in_a_row_cross_the_year():
    assert list(months_from((2026, 11), 4)) == [(2026, 11), (2026, 12), (2027, 1), (2027, 2)]
    assert list(months_from((2026, 11), 0)) == []


@given(MONTHS)
def test_first_and_last_day(month):
    assert first_day(month).day == 1
    assert month_of(last_day(month)) == month
    assert last_day(month) + timedelta(days=1) == first_day(shift(month, 1))


def test_only_after_a_year_of_53_weeks_a_week_belongs_to_no_period():
    """2026 has 53 weeks: its last runs from Monday 28 December to Sunday 3 January."""
    assert week_between_years(2026) == (date(2026, 12, 28), date(2027, 1, 3))
    assert [year for year in range(2020, 2035) if week_between_years(year)] == [2020, 2026, 2032]
