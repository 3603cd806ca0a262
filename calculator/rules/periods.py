"""Months as the calendar counts them: days, working days, four-weekly periods.

A month is a pair (year, month). Nothing here reads a clock.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache

Month = tuple[int, int]

ONE_DAY = timedelta(days=1)
MONTHS = 12
SATURDAY = 5
#: four weeks of a wage period
FOUR_WEEKS = timedelta(weeks=4)
PERIODS_PER_YEAR = 13


def shift(month: Month, by: int) -> Month:
    """The month that lies ``by`` months later (earlier where negative)."""
    index = month[0] * MONTHS + month[1] - 1 + by
    return index // MONTHS, index % MONTHS + 1


def months_from(first: Month, count: int) -> Iterator[Month]:
    """``count`` months in a row."""
    return (shift(first, place) for place in range(count))


def between(first: Month, last: Month) -> int:
    """How many months ``last`` lies after ``first``."""
    return (last[0] - first[0]) * MONTHS + last[1] - first[1]


def as_text(month: Month) -> str:
    """A month as the contract writes it: ``"2026-12"``."""
    return f"{month[0]:04d}-{month[1]:02d}"


def month_of(day: date) -> Month:
    """The month that a day lies in."""
    return day.year, day.month


@lru_cache(maxsize=1024)
def first_day(month: Month) -> date:
    """The first day of a month."""
    return date(month[0], month[1], 1)


@lru_cache(maxsize=1024)
def last_day(month: Month) -> date:
    """The last day of a month."""
    return first_day(shift(month, 1)) - ONE_DAY


@lru_cache(maxsize=4096)
def workdays(first: date, last: date) -> int:
    """Days from Monday to Friday, both days included (WW art. 1b lid 2 b, WIA art. 13 lid 4)."""
    if last < first:
        return 0
    days = (last - first).days + 1
    weeks, rest = divmod(days, 7)
    extra = sum(1 for place in range(rest) if (first.weekday() + place) % 7 < SATURDAY)
    return weeks * SATURDAY + extra


def months_later(day: date, months: int) -> date:
    """The same day of the month, ``months`` later; the first of the next where it doesn't exist.

    So somebody of 29 February has a birthday on 1 March, and two months from 31 December end on
    the last day of February.
    """
    month = shift(month_of(day), months)
    if month[0] >= date.max.year:
        return date.max
    try:
        return date(month[0], month[1], day.day)
    except ValueError:
        return first_day(shift(month, 1))


@lru_cache(maxsize=16)
def four_weekly_periods(year: int) -> tuple[tuple[date, date], ...]:
    """The thirteen wage periods of a year: first and last day.

    They follow the weeks from Monday to Sunday; the first begins on 1 January and the last ends
    on 31 December (Handboek Loonheffingen, aangiftetijdvakken van vier weken).
    """
    january = date(year, 1, 4)
    monday = january - timedelta(days=january.weekday())  # of ISO week 1
    periods = []
    for place in range(PERIODS_PER_YEAR):
        first = monday + place * FOUR_WEEKS
        last = first + FOUR_WEEKS - ONE_DAY
        if place == 0:
            first = date(year, 1, 1)
        if place == PERIODS_PER_YEAR - 1:
            last = date(year, 12, 31)
        periods.append((first, last))
    return tuple(periods)


def weeks_of(period: tuple[date, date]) -> tuple[date, date]:
    """The four whole weeks that a wage period pays: at the turn of the year it is longer or not."""
    first, last = period
    if last == date(last.year, MONTHS, 31):
        return first, first + FOUR_WEEKS - ONE_DAY
    return last - FOUR_WEEKS + ONE_DAY, last


def week_between_years(year: int) -> tuple[date, date] | None:
    """The week that no wage period of four weeks pays, after a year of 53 weeks; else None."""
    first = weeks_of(four_weekly_periods(year)[-1])[1] + ONE_DAY
    last = weeks_of(four_weekly_periods(year + 1)[0])[0] - ONE_DAY
    return (first, last) if first <= last else None


def four_weekly_periods_ending_in(month: Month) -> list[tuple[date, date]]:
    """The wage periods of four weeks that end in a month (AIB art. 4:1 lid 9)."""
    return [period for period in four_weekly_periods(month[0]) if month_of(period[1]) == month]
