"""What rights, duties and warnings look at: one situation and all that came of it."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from typing import TypeVar

from calculator.rules import amounts as amounts_of_the_law
from calculator.rules.amounts import Amounts
from calculator.rules.calendar import CalendarOutcome
from calculator.rules.curve import Curve
from calculator.rules.money import ZERO
from calculator.rules.month import TE_KLEIN
from calculator.rules.outcome import RIGHTS, Outcome, SituationOutcome
from calculator.rules.periods import Month, month_of, months_later
from calculator.rules.settlements import Reported
from calculator.rules.situation import (
    IVA,
    WGA,
    WW,
    Benefit,
    Employment,
    Household,
    Plan,
    SelfEmployed,
    Wajong,
    aow_date,
)

B = TypeVar("B", WW, WGA, IVA, Wajong)
#: what Dienst Toeslagen pays
TOESLAGEN = RIGHTS - {"toeslagenwet"}
#: the class of who can earn next to nothing now
NO_CAPACITY = "80-100"


@dataclass
class Facts:
    """One situation: the plan, its outcome, its calendar, and its curve where there is one.

    ``schemes``: the minimum schemes that this situation may bring, by their code.
    """

    household: Household
    plan: Plan
    situation: SituationOutcome
    calendar: CalendarOutcome
    #: the situation of now, of which a plan differs
    now: SituationOutcome
    curve: Curve | None = None
    schemes: Collection[str] = field(default_factory=frozenset)

    @cached_property
    def amounts(self) -> Amounts:
        """The law of the household's date."""
        return amounts_of_the_law.on(self.household.rules_date)

    @property
    def is_now(self) -> bool:
        """Whether this is the situation as it is."""
        return self.plan is self.household.now

    # --- Benefits -------------------------------------------------------------------------

    def _benefit(self, kind: type[B]) -> B | None:
        return next((it for it in self.household.benefits if isinstance(it, kind)), None)

    @cached_property
    def ww(self) -> WW | None:
        """The WW, if there is one."""
        return self._benefit(WW)

    @cached_property
    def wga(self) -> WGA | None:
        """The WGA, if there is one."""
        return self._benefit(WGA)

    @cached_property
    def iva(self) -> IVA | None:
        """The IVA, if there is one."""
        return self._benefit(IVA)

    @cached_property
    def wajong(self) -> Wajong | None:
        """The Wajong, if there is one."""
        return self._benefit(Wajong)

    def wajong_of(self, *regimes: str) -> Wajong | None:
        """The Wajong, if it is of one of these regimes."""
        return self.wajong if self.wajong is not None and self.wajong.regime in regimes else None

    @property
    def wia(self) -> WGA | IVA | None:
        """The WGA or IVA, if there is one."""
        return self.wga or self.iva

    @property
    def for_illness(self) -> WGA | IVA | Wajong | None:
        """The benefit for illness or a handicap, if there is one."""
        return self.wia or self.wajong

    @cached_property
    def benefit_paths(self) -> tuple[str, ...]:
        """Where the benefits stand in the question."""
        return paths_of(self.household.benefits)

    @property
    def near_aow(self) -> bool:
        """Whether the AOW age is so near that nobody has to look for work any more."""
        months = int(self.amounts.plichten.vrijstelling_voor_aow_maanden.value)
        day = self.household.rules_date
        return months_later(day, months) >= aow_date(self.household.birth_date)

    def has(self, right: str) -> bool:
        """Whether the regular month of this situation has a benefit or right."""
        return any(name == right for name, _ in self.situation.rights)

    def form_of(self, right: str) -> str:
        """In which form: ``loonaanvulling`` of a WGA, or "" where it isn't there."""
        return dict(self.situation.rights).get(right, "")

    def line(self, code: str) -> Decimal | None:
        """The sum of the lines of the regular month with this code (euro); None: not known."""
        return line_of(self.situation, code)

    def of_now(self, code: str) -> Decimal | None:
        """The same in the situation of now."""
        return line_of(self.now, code)

    @property
    def ww_runs(self) -> bool:
        """Whether the WW runs in this situation, or nobody knows: a wage can have ended it."""
        if self.ww is None:
            return False
        return self.is_now or self.has("ww") or self.line("ww") is None

    @property
    def ww_is_too_small(self) -> bool:
        """Whether the WW of this situation is too small to be paid (WW art. 41)."""
        return self.form_of("ww") == TE_KLEIN

    # --- Work -----------------------------------------------------------------------------

    @cached_property
    def jobs(self) -> list[Employment]:
        """The paid jobs of this situation."""
        return [job for _, job in self.plan.jobs if job.has_wage]

    @property
    def businesses(self) -> tuple[SelfEmployed, ...]:
        """The work on own account."""
        return self.plan.businesses

    @property
    def startperiode_paths(self) -> tuple[str, ...]:
        """Where the work on own account in a startperiode stands (WW 77a)."""
        return paths_of([one for one in self.businesses if one.startperiode])

    @property
    def own_account_paths(self) -> tuple[str, ...]:
        """Where the work on own account outside a startperiode stands."""
        return paths_of([one for one in self.businesses if not one.startperiode])

    @property
    def work_paths(self) -> tuple[str, ...]:
        """Where the paid work stands in the question."""
        return (*paths_of(self.jobs), *paths_of(self.businesses))

    @property
    def ends(self) -> list[Employment]:
        """The jobs whose last month is known."""
        return [job for job in self.jobs if job.until is not None]

    @property
    def may_work(self) -> bool:
        """Whether somebody with a Wajong can work, or nobody knows: true without a Wajong.

        The Wajong 2015 is only for who never can (Wajong 1a:1).
        """
        wajong = self.wajong
        if wajong is None:
            return True
        return not self.wajong_of("Wajong2015") and wajong.arbeidsvermogen is not False

    # --- Toeslagen ------------------------------------------------------------------------

    @cached_property
    def toeslagen(self) -> tuple[str, ...]:
        """What Dienst Toeslagen pays now or in this situation."""
        rights = {name for name, _ in (*self.now.rights, *self.situation.rights)}
        return tuple(sorted(rights & TOESLAGEN))

    @property
    def childcare_paths(self) -> tuple[str, ...]:
        """Where childcare stands in the question."""
        return tuple(care.path for child in self.household.children for care in child.childcare)

    @property
    def new_childcare(self) -> Decimal | None:
        """The kinderopvangtoeslag that this plan brings and that isn't there now (euro per month).

        None where it isn't known, or there is one now.
        """
        return None if self.of_now("kinderopvangtoeslag") else self.line("kinderopvangtoeslag")

    def repayments(self, reported: Reported) -> list[tuple[int, Decimal]]:
        """What is to be paid back of the toeslagen of each year (euro), if anything is."""
        found = []
        for year in self.calendar.years:
            repay = year.toeslagen.scenarios[reported].repay
            if isinstance(repay, Decimal) and repay > ZERO:
                found.append((year.year, repay))
        return found

    @property
    def _assessments(self) -> Iterator[tuple[int, Decimal]]:
        """The assessments that are known (euro per year; below nothing is to be paid)."""
        for year in self.calendar.years:
            if isinstance(year.figures.assessment, Decimal):
                yield year.year, year.figures.assessment

    @property
    def years_to_pay(self) -> tuple[int, ...]:
        """The years of which tax is to be paid after the year (Wet IB 9.4)."""
        limit = self.amounts.inkomstenbelasting.aanslaggrens.value
        return tuple(year for year, amount in self._assessments if amount < -limit)

    @property
    def years_back(self) -> tuple[int, ...]:
        """The years of which tax comes back to who files a return (Wet IB 9.4)."""
        limit = self.amounts.inkomstenbelasting.teruggaafgrens.value
        return tuple(year for year, amount in self._assessments if amount > limit)

    def months_with(self, event: str) -> list[Month]:
        """The months of the calendar in which something happens."""
        return [
            month.month
            for month in self.calendar.months
            if any(one.code == event for one in month.events)
        ]

    @property
    def first_month(self) -> Month:
        """The month in which the calendar, and a plan, begins."""
        if self.calendar.months:
            return self.calendar.months[0].month
        return month_of(self.household.rules_date)


def line_of(situation: SituationOutcome, code: str) -> Decimal | None:
    """The sum of a code's own lines in the regular month (euro); None where it isn't known."""
    amounts = [
        line.amount
        for line in situation.month.lines
        if line.code == code and line.payer != "partner"
    ]
    known = [amount for amount in amounts if isinstance(amount, Decimal)]
    return None if len(known) < len(amounts) else sum(known, ZERO)


def paths_of(items: Sequence[Benefit | Employment | SelfEmployed]) -> tuple[str, ...]:
    """Where answers stand in the question."""
    return tuple(item.path for item in items)


def facts_of(
    household: Household,
    outcome: Outcome,
    calendars: Sequence[CalendarOutcome],
    curve: Curve | None,
    schemes: Mapping[str, Collection[str]],
) -> list[Facts]:
    """Every situation of a household; ``schemes``: which it may bring, by situation."""
    return [
        Facts(
            household=household,
            plan=plan,
            situation=situation,
            calendar=calendar,
            now=outcome.situations[0],
            curve=curve if curve is not None and curve.plan == plan.id else None,
            schemes=schemes.get(plan.id, ()),
        )
        for plan, situation, calendar in zip(
            (household.now, *household.plans), outcome.situations, calendars, strict=True
        )
    ]
