"""The jobs of a timeline: which wage is paid over which month, and when holiday pay comes.

Amounts in euro per month unless a name says otherwise.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple, TypeVar

from calculator.rules.amounts import Amounts
from calculator.rules.laws import aib
from calculator.rules.laws.aib import Wage
from calculator.rules.money import MONTHS_PER_YEAR, ZERO, cents
from calculator.rules.periods import (
    ONE_DAY,
    Month,
    between,
    first_day,
    four_weekly_periods_ending_in,
    last_day,
    month_of,
    shift,
    weeks_of,
    workdays,
)
from calculator.rules.situation import Employment, Plan, need

T = TypeVar("T")

MAY = 5


class Event(NamedTuple):
    """Something that makes a month different, and the day on which it happens (if there is one)."""

    code: str
    day: date | None = None
    path: str = ""


class Spell(NamedTuple):
    """A job at one place of the plan, from day to day; None: it began before, or has no end."""

    place: int
    work: Employment
    first: date | None
    last: date | None

    def covers(self, month: Month) -> bool:
        """Whether the job lasts the whole month: jobs begin and end with a month."""
        return (self.first is None or self.first <= first_day(month)) and (
            self.last is None or self.last >= last_day(month)
        )


class Jobs:
    """The jobs now up to the start of a plan, and those of the plan from then on.

    ``spread_tails``: what a four-weekly job pays after its end counts in the month it is paid.
    """

    def __init__(self, now: Plan, plan: Plan, start: Month, *, spread_tails: bool) -> None:
        self.now = now
        self.plan = plan
        self.start = start
        self.spread_tails = spread_tails
        self._cache: dict[object, Any] = {}
        self._spells = list(self._all_spells())
        self._accrued: dict[int, Decimal] = {}

    def accrued(self) -> dict[int, Decimal]:
        """The holiday pay that was built up and not paid yet, by the place of its job (euro)."""
        return dict(self._accrued)

    def go_on_with(self, accrued: Mapping[int, Decimal]) -> None:
        """Start from what was built up in months that were worked out already."""
        self._accrued = dict(accrued)

    def _kept(self, key: object, make: Callable[[], T]) -> T:
        if key not in self._cache:
            self._cache[key] = make()
        found: T = self._cache[key]
        return found

    def working(self, month: Month) -> frozenset[int]:
        """The places of the jobs that are there the whole month."""
        return frozenset(spell.place for spell in self._spells if spell.covers(month))

    def _all_spells(self) -> Iterator[Spell]:
        """The jobs now, up to the start of the plan, and those of the plan after it."""
        begins = first_day(self.start)
        same = self.plan is self.now
        for place, work in self.now.jobs:
            ends = last_day(work.until) if work.until else None
            if not same:
                ends = min(ends, begins - ONE_DAY) if ends else begins - ONE_DAY
            yield Spell(place, work, None, ends)
        if not same:
            for place, work in self.plan.jobs:
                ends = last_day(work.until) if work.until else None
                if ends is None or ends >= begins:
                    yield Spell(place, work, begins, ends)

    def _continues(self, place: int) -> Spell | None:
        """The job now at this place that a plan goes on with, up to the day it begins."""
        return next(
            (
                spell
                for spell in self._spells
                if spell.place == place
                and spell.first is None
                and spell.last == first_day(self.start) - ONE_DAY
            ),
            None,
        )

    def _accrued_before(self, place: int, month: Month) -> bool:
        """Whether a job built up holiday pay before its first month that is worked out."""
        if month < self.start or self.plan is self.now:
            return True
        before = self._continues(place)
        return before is not None and before.work.vakantiegeld == "yearly"

    def wages(self, month: Month, amounts: Amounts) -> tuple[list[Wage], list[Wage], list[Event]]:
        """The wages paid over a month, and those wages spread evenly (AIB art. 4:1 lid 2, 9).

        :class:`MissingAnswer` where a wage isn't known.
        """
        paid: list[Wage] = []
        spread: list[Wage] = []
        events: list[Event] = []
        for spell in self._spells:
            if spell.first is not None and spell.first > last_day(month):
                continue
            if spell.last is not None and between(month_of(spell.last), month) > 1:
                continue
            regular = self._regular_wage(spell, amounts)
            if spell.covers(month):
                spread.append(regular)
                if month == self.start and spell.first:
                    events += self._at_start(spell, regular, amounts)
                if spell.work.until == month:
                    events.append(Event("contract_eindigt", last_day(month), spell.work.path))
            if spell.work.per != "four_weeks":
                if spell.covers(month):
                    paid.append(regular)
                continue
            wage = _four_weekly(spell, regular, amounts, month)
            if wage is None:
                continue
            if not spell.covers(month) and not self._goes_on(spell, month):
                if spell.last is not None and spell.last < first_day(month):
                    events.append(Event("laatste_loon", None, spell.work.path))
                if self.spread_tails:
                    spread.append(wage)
            same = next((one for one in paid if _same_terms(one, wage)), None)
            if same is not None:
                # a period that began with the old terms of the job and ended with the new
                paid.remove(same)
                wage = _added(same, wage)
            paid.append(wage)
        events += [
            Event("twee_loonperioden", None, wage.work.path)
            for wage in paid
            if (wage.payments or 0) > 1
        ]
        return [_in_cents(wage) for wage in paid], [_in_cents(wage) for wage in spread], events

    def _at_start(self, spell: Spell, regular: Wage, amounts: Amounts) -> Iterator[Event]:
        """What the plan's first month brings: a new job, or another wage in the job there is."""
        before = self._continues(spell.place)
        if before is None:
            yield Event("contract_begint", spell.first, spell.work.path)
        elif self._regular_wage(before, amounts).gross != regular.gross:
            yield Event("loon_verandert", spell.first, spell.work.path)

    def _goes_on_after(self, spell: Spell) -> bool:
        """Whether a plan goes on with the job of a spell."""
        return (
            spell.first is None
            and self._continues(spell.place) == spell
            and any(other.place == spell.place and other.first for other in self._spells)
        )

    def _goes_on(self, spell: Spell, month: Month) -> bool:
        """Whether the job of a spell lasts this month, on other terms."""
        return any(other.place == spell.place and other.covers(month) for other in self._spells)

    def _regular_wage(self, spell: Spell, amounts: Amounts) -> Wage:
        return self._kept(
            ("wage", spell, amounts.day), lambda: aib.wage(amounts, spell.work, spell.place)
        )

    def pay_holiday(
        self, month: Month, amounts: Amounts, paid: list[Wage]
    ) -> dict[int, tuple[Decimal, Decimal]]:
        """Holiday pay of the jobs that is paid in this month: in May, and when a job ends.

        By the place of the job: the amount, and the annual wage of the special table.
        """
        percentage = amounts.minimumloon.vakantiebijslagpercentage.value
        out: dict[int, tuple[Decimal, Decimal]] = {}
        for wage in paid:
            if not wage.vakantiegeld_per_year:
                continue
            before = self._accrued.get(wage.place)
            if before is None:
                before = ZERO
                if self._accrued_before(wage.place, month):
                    # the job was there before the first month that is worked out
                    june = (month[0] - (month[1] <= MAY), MAY + 1)
                    before = wage.vakantiegeld_per_year / MONTHS_PER_YEAR * between(june, month)
            self._accrued[wage.place] = before + wage.gross * percentage
        ending = {
            spell.place
            for spell in self._spells
            if self._last_pay_month(spell) == month and not self._goes_on_after(spell)
        }
        for place, accrued in list(self._accrued.items()):
            if month[1] != MAY and place not in ending:
                continue
            amount = cents(accrued)
            if place in ending:
                del self._accrued[place]
            else:
                self._accrued[place] = ZERO
            last = next((wage for wage in reversed(paid) if wage.place == place), None)
            if amount and last is not None:
                regular = next(
                    self._regular_wage(spell, amounts)
                    for spell in self._spells
                    if spell.place == place and spell.work == last.work
                )
                annual = regular.loon * MONTHS_PER_YEAR + regular.vakantiegeld_per_year
                out[place] = (amount, annual)
        return out

    @staticmethod
    def _last_pay_month(spell: Spell) -> Month | None:
        """The month in which a job pays for the last time."""
        if spell.last is None:
            return None
        last = month_of(spell.last)
        if spell.work.per != "four_weeks":
            return last
        after = shift(last, 1)
        tail = any(
            workdays(first, min(ends, spell.last)) > 0
            for first, ends in map(weeks_of, four_weekly_periods_ending_in(after))
        )
        return after if tail else last


def _same_terms(one: Wage, other: Wage) -> bool:
    """Whether two wages of one job are paid in the same way, and can be added up."""
    return (
        one.place == other.place
        and one.payments is not None
        and one.work.vakantiegeld == other.work.vakantiegeld
    )


def _in_cents(wage: Wage) -> Wage:
    """A wage as it is paid."""
    return wage._replace(gross=cents(wage.gross), pension=cents(wage.pension))


def _added(one: Wage, other: Wage) -> Wage:
    """Two parts of what one job pays in a month."""
    return other._replace(
        gross=one.gross + other.gross,
        pension=one.pension + other.pension,
        days=tuple(sorted({*(one.days or ()), *(other.days or ())})),
    )


def _four_weekly(spell: Spell, regular: Wage, amounts: Amounts, month: Month) -> Wage | None:
    """The wages of the periods of four weeks that end in a month, not rounded (AIB 4:1 lid 9)."""
    per_period = need(spell.work.gross, f"{spell.work.path}.gross")
    periods = ZERO
    days: list[date] = []
    for period in four_weekly_periods_ending_in(month):
        first, ends = weeks_of(period)
        begins = max(first, spell.first or first)
        stops = min(ends, spell.last or ends)
        share = Decimal(workdays(begins, stops)) / workdays(first, ends)
        if share:
            periods += share
            days.append(period[1])
    if not days:
        return None
    in_month = MONTHS_PER_YEAR / amounts.dagloon.vierweken_per_jaar.value
    return regular._replace(
        gross=per_period * periods,
        pension=regular.pension * in_month * periods,
        days=tuple(days),
    )
