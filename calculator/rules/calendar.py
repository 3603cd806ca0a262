"""Month after month, and each calendar year: what is earned, what arrives when, what is settled.

The months are those of :class:`calculator.rules.timeline.Timeline`; here come the income tax and
the toeslagen of each calendar year, on that year's real income. Amounts in euro per month unless
a name says otherwise.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from calculator.rules.amounts import FIRST_AMOUNTS, FIRST_DATE, LAST_DATE, Amounts
from calculator.rules.calendar_year import (
    DECEMBER,
    TOESLAGEN,
    TimelineYear,
    months_of,
    payers_of_month,
    timeline_year,
)
from calculator.rules.figures import Figure, Line, Payer, Unknown, total
from calculator.rules.jobs import MAY, Event
from calculator.rules.money import MONTHS_PER_YEAR
from calculator.rules.payments import Payment, payments_in
from calculator.rules.periods import Month, as_text, between, month_of, months_from, shift
from calculator.rules.settlements import (
    BenefitSettlement,
    KortingElsewhere,
    ToeslagYear,
    benefit_settlements,
    korting_elsewhere,
    toeslagen_of_year,
)
from calculator.rules.situation import (
    WGA,
    WW,
    Household,
    InvalidSituation,
    Plan,
    Problem,
    problems_of,
)
from calculator.rules.timeline import RealMonth, Timeline, amounts_in
from calculator.rules.year import Year

FIRST_MONTH: Month = month_of(FIRST_DATE)
LAST_MONTH: Month = month_of(LAST_DATE)
#: months for which amounts are known; the first half of 2025 only serves the year 2025
FIRST_KNOWN: Month = month_of(FIRST_AMOUNTS)
Certainty = Literal["definite", "provisional"]


@dataclass(slots=True)
class CalendarMonth:
    """One month of a calendar: what is earned over it, and what arrives in it."""

    month: Month
    certainty: Certainty
    net: Figure
    #: nothing of this month is left out of ``net``
    complete: bool
    lines: list[Line]
    payers: list[Payer]
    events: list[Event]
    payments: list[Payment] = field(default_factory=list)

    @property
    def received(self) -> Figure:
        """What arrives on the account in this month (euro); unknown where the month is."""
        if isinstance(self.net, Unknown):
            return self.net
        return total(*(payment.amount for payment in self.payments))


@dataclass(slots=True)
class CalendarYear:
    """The tax and the toeslagen of a calendar year, on its real income (euro per year)."""

    year: int
    certainty: Certainty
    #: what had to be assumed about months outside the calendar
    assumed: list[str]
    figures: Year
    toeslagen: ToeslagYear
    kortingen: list[KortingElsewhere]


@dataclass(slots=True)
class CalendarOutcome:
    """The calendar of one situation."""

    id: str
    months: list[CalendarMonth]
    years: list[CalendarYear]
    settlements: list[BenefitSettlement]


def calendars(
    household: Household, start: Month, months: int, *, plans: Sequence[Plan] | None = None
) -> list[CalendarOutcome]:
    """The calendar of "now" and of every plan, from ``start``, ``months`` months long.

    Plans begin in ``start``; before it everything is as it is now. Months after the last whose
    rules are known are there, but nothing is known of them. Raises :class:`InvalidSituation`
    for answers that can't be, and for a first month that isn't covered.
    """
    problems = [*problems_of(household), *calendar_problems(start)]
    if problems:
        raise InvalidSituation(problems)
    window = list(months_from(start, months))
    last = min(window[-1], LAST_MONTH)
    first = max(shift((start[0], MAY), -int(MONTHS_PER_YEAR)), FIRST_KNOWN)
    end = (min(shift(last, 1)[0], LAST_MONTH[0]), DECEMBER)
    now = Timeline(household, household.now, start=start, first=first, last=end)
    timelines = [now]
    timelines += [
        Timeline(household, plan, start=start, first=first, last=end, now=now)
        for plan in (household.plans if plans is None else plans)
    ]
    # what arrives in December is the toeslag of January
    years = range(start[0], min(shift(last, 1)[0], LAST_MONTH[0]) + 1)
    by_year = [{year: timeline_year(line, year) for year in years} for line in timelines]
    return [
        _calendar(household, line, found, now, by_year[0], window)
        for line, found in zip(timelines, by_year, strict=True)
    ]


def calendar_problems(start: Month) -> list[Problem]:
    """Why a calendar can't begin in this month: there are no rules for it."""
    if FIRST_MONTH <= start <= LAST_MONTH:
        return []
    params = {"first": as_text(FIRST_MONTH), "last": as_text(LAST_MONTH)}
    return [Problem("start_month", "month_not_covered", params)]


def longest(start: Month) -> int:
    """How many months from ``start`` on there are rules for."""
    return between(start, LAST_MONTH) + 1


# --- The calendar -----------------------------------------------------------------------------


def _calendar(
    household: Household,
    timeline: Timeline,
    years: Mapping[int, TimelineYear],
    now: Timeline,
    years_now: Mapping[int, TimelineYear],
    window: Sequence[Month],
) -> CalendarOutcome:
    start = window[0]
    toeslagen = {
        year: toeslagen_of_year(
            year,
            {month: _toeslagen(lines) for month, lines in years_now[year].lines.items()},
            {month: _toeslagen(lines) for month, lines in found.lines.items()},
            start=start,
            same=timeline is now,
        )
        for year, found in years.items()
    }
    months = [_month(month, timeline, years) for month in window]
    for month in months:
        month.payments = payments_in(month.month, timeline, years, toeslagen)
    return CalendarOutcome(
        id=timeline.plan.id,
        months=months,
        years=[
            CalendarYear(
                year=year,
                certainty=certainty_of(amounts_in((year, DECEMBER))),
                assumed=_assumed(timeline, year, window),
                figures=found.figures,
                toeslagen=toeslagen[year],
                kortingen=korting_elsewhere(timeline, months_of(timeline, year), found.figures),
            )
            for year, found in years.items()
            if year <= window[-1][0] and year <= LAST_MONTH[0]
        ],
        settlements=benefit_settlements(household, timeline, start),
    )


def _month(month: Month, timeline: Timeline, years: Mapping[int, TimelineYear]) -> CalendarMonth:
    real = timeline.month(month)
    if real is None:
        return CalendarMonth(
            month, "provisional", Unknown((), "rules_not_known"), False, [], [], []
        )
    return _calendar_month(real, years[month[0]])


def _toeslagen(lines: list[Line]) -> dict[str, Figure]:
    return {line.code: line.amount for line in lines if line.code in TOESLAGEN}


def _calendar_month(real: RealMonth, year: TimelineYear) -> CalendarMonth:
    """What is earned over a month, holiday pay in it."""
    gross = real.gross
    certainty = certainty_of(real.amounts)
    if real.unknown is not None:
        return CalendarMonth(
            real.month, certainty, real.unknown, False, gross.lines, gross.payers, real.events
        )
    payers, holiday_lines = payers_of_month(real, year)
    net_of_month = year.lines[real.month]
    net = total(*(payer.net for payer in payers), *(line.amount for line in net_of_month))
    incomplete = bool(real.loon_voor_uitkering or real.uitkering_voor_uitkering)
    if incomplete:
        # what came in on the days before the benefit wasn't asked
        net = Unknown((), "voor_uitkering")
    return CalendarMonth(
        real.month,
        certainty,
        net,
        not isinstance(net, Unknown),
        [*gross.lines, *holiday_lines, *net_of_month],
        payers,
        real.events,
    )


def certainty_of(amounts: Amounts) -> Certainty:
    """Whether what is worked out with these amounts rests on provisional ones."""
    found = amounts.loonbelasting.schijven.confidence == "provisional"
    return "provisional" if found else "definite"


def _assumed(timeline: Timeline, year: int, window: Sequence[Month]) -> list[str]:
    """What the figures of a year take for granted about months outside the calendar."""
    said = []
    months = months_of(timeline, year)
    for benefit in timeline.household.benefits:
        if isinstance(benefit, WW):
            said += ["ww_loopt_al"] if benefit.first_day is None else []
            said += ["ww_loopt_door"] if benefit.last_day is None else []
        if isinstance(benefit, WGA) and benefit.phase == "loongerelateerd":
            said += ["wga_loopt_al"] if benefit.first_day is None else []
            said += ["wga_loopt_door"] if benefit.phase_until is None else []
    if any(real.month < window[0] for real in months):
        said.append("ervoor_zoals_nu")
    if any(real.loon_voor_uitkering for real in months):
        said.append("loon_voor_ww")
    if any(real.uitkering_voor_uitkering for real in months):
        said.append("inkomen_voor_wga")
    if any(real.month > window[-1] for real in months):
        said.append("erna_hetzelfde")
    return said
