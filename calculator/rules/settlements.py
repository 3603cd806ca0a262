"""What is settled afterwards: toeslagen on the real year, benefits on real wages, the tax credit.

Amounts in euro over the whole period that is settled, unless a name says per month.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal, NamedTuple

from calculator.rules.amounts import FIRST_DATE, LAST_DATE
from calculator.rules.figures import Figure, Line, Unknown, minus, total
from calculator.rules.money import ZERO, cents
from calculator.rules.month import payers_of
from calculator.rules.periods import MONTHS, Month, month_of, shift
from calculator.rules.situation import (
    AT_ONE_PAYER,
    Employment,
    Household,
    Korting,
    Plan,
    Work,
    per_month,
)
from calculator.rules.timeline import RealMonth, Timeline, amounts_in
from calculator.rules.year import Year

Reported = Literal["at_once", "after_three_months", "never"]
#: the first month whose advance knows of a change: a month's advance is paid in the month before
FIRST_ADVANCE_AFTER: dict[Reported, int | None] = {
    "at_once": 1,
    "after_three_months": 4,
    "never": None,
}
#: the months that UWV may hold an estimate (AIB art. 4:1 lid 6: at most twelve)
HELD_MONTHS = (1, 3, 6, 12)
#: settled every month on the statement of income, and again on the wage data (WW art. 22a)
WW_HELD_MONTHS = (1,)
LAST_KNOWN: Month = month_of(LAST_DATE)
JANUARY = 1

MonthLines = Mapping[Month, Mapping[str, Figure]]


class ToeslagSettlement(NamedTuple):
    """One toeslag of a year: what was paid as an advance, and what there is a right to."""

    code: str
    advance: Figure
    right: Figure
    repay: Figure
    extra: Figure
    #: a repayment so small that the final calculation doesn't ask it back (Awir art. 26a)
    not_recovered: Decimal = ZERO


@dataclass(slots=True)
class Scenario:
    """What happens with the toeslagen of a year, depending on when a change is reported."""

    reported: Reported
    by_toeslag: list[ToeslagSettlement]
    #: what to put aside in each month of the plan in this year, to be able to repay (euro)
    set_aside_per_month: Figure
    #: the advances month by month
    advances: dict[Month, dict[str, Figure]]

    @property
    def repay(self) -> Figure:
        """What must be paid back over the year."""
        return total(*(item.repay for item in self.by_toeslag))

    @property
    def extra(self) -> Figure:
        """What comes extra over the year."""
        return total(*(item.extra for item in self.by_toeslag))


@dataclass(slots=True)
class ToeslagYear:
    """The toeslagen of a calendar year in all scenarios (Awir art. 16 to 28)."""

    year: int
    scenarios: dict[Reported, Scenario]
    #: the first and last month in which the final calculation can be expected (art. 19)
    settled_from: Month
    settled_until: Month


def toeslagen_of_year(
    year: int, now: MonthLines, plan: MonthLines, *, start: Month, same: bool
) -> ToeslagYear:
    """The toeslagen of a year: advances on the situation now, rights on what really happens.

    ``now`` and ``plan``: the right of each month, for who stays as now and for the plan, on the
    income of the whole year. ``same``: nothing changes, so there is nothing to report.
    """
    scenarios: dict[Reported, Scenario] = {}
    for reported, months in FIRST_ADVANCE_AFTER.items():
        knows = None if months is None else shift(start, months)
        if same:
            knows = (year, JANUARY)
        scenarios[reported] = _scenario(year, reported, now, plan, start, knows)
    # the return is due before May, the assessment follows within months, the toeslagen after it
    return ToeslagYear(year, scenarios, (year + 1, 7), (year + 1, MONTHS))


def _scenario(
    year: int,
    reported: Reported,
    now: MonthLines,
    plan: MonthLines,
    start: Month,
    knows: Month | None,
) -> Scenario:
    codes = dict.fromkeys(code for lines in (*now.values(), *plan.values()) for code in lines)
    months = sorted(plan)
    found: list[ToeslagSettlement] = []
    advances: dict[Month, dict[str, Figure]] = {month: {} for month in months}
    minimum = amounts_in(min((year + 1, JANUARY), LAST_KNOWN)).awir.terugvordering_minimum.value
    if knows is not None and knows <= months[-1]:
        # an advance that is revised within the year is asked back whole: what is left alone comes
        # of the final calculation only (Awir art. 26a lid 1)
        minimum = ZERO
    for code in codes:
        rights = [plan[month].get(code, ZERO) for month in months]
        right = total(*rights)
        paid = _advances(code, months, now, plan, knows)
        for month, amount in zip(months, paid, strict=True):
            advances[month][code] = amount
        advance = total(*paid)
        difference = minus(advance, right)
        if isinstance(difference, Unknown):
            found.append(ToeslagSettlement(code, advance, right, difference, difference))
        elif difference > minimum:
            found.append(ToeslagSettlement(code, advance, right, difference, ZERO))
        elif difference > ZERO:
            found.append(ToeslagSettlement(code, advance, right, ZERO, ZERO, difference))
        else:
            found.append(ToeslagSettlement(code, advance, right, ZERO, minus(ZERO, difference)))
    repay = total(*(item.repay for item in found))
    count = sum(1 for month in months if month >= start)
    aside = repay
    if isinstance(repay, Decimal):
        aside = cents(repay / count) if count else ZERO
    return Scenario(reported, found, aside, advances)


def _advances(
    code: str,
    months: list[Month],
    now: MonthLines,
    plan: MonthLines,
    knows: Month | None,
) -> list[Figure]:
    """The advance of each month of a year; from ``knows`` on Dienst Toeslagen has the new income.

    What was paid too much by then is taken off the advances that are left, evenly (Awir art. 16
    lid 5, 22 lid 2), but an advance is never below nothing; what was too little is added.
    """
    rights = [plan[month].get(code, ZERO) for month in months]
    before = [now.get(month, {}).get(code, ZERO) for month in months]
    if knows is None:
        return before
    if knows <= (months[0][0], JANUARY):
        return rights
    known = sum(1 for month in months if month < knows)
    paid, left = before[:known], rights[known:]
    too_much = minus(total(*paid), total(*rights[:known]))
    amounts = [right for right in left if isinstance(right, Decimal)]
    if isinstance(too_much, Unknown) or len(amounts) < len(left):
        return [*paid, *(total(too_much, right) for right in left)]
    less = _spread(too_much, amounts)
    return [*paid, *(right - part for right, part in zip(amounts, less, strict=True))]


def _spread(too_much: Decimal, rights: list[Decimal]) -> list[Decimal]:
    """What each of the months that are left takes of it: evenly, but not more than its right."""
    parts = [ZERO for _ in rights]
    rest = too_much
    open_ = list(range(len(rights)))
    while open_ and rest:
        each = cents(rest / len(open_))
        full = [place for place in open_ if rights[place] <= each]
        if not full:
            for place in open_[:-1]:
                parts[place] = each
            parts[open_[-1]] = rest - each * (len(open_) - 1)
            break
        for place in full:
            parts[place] = rights[place]
            rest -= rights[place]
        open_ = [place for place in open_ if place not in full]
    return parts


# --- The loonheffingskorting at another payer -------------------------------------------------


class KortingElsewhere(NamedTuple):
    """What the assessment of a year would be with the credit at this payer (euro per year)."""

    at: str
    assessment: Figure
    #: where the plan has it
    chosen: bool = False


def korting_elsewhere(
    timeline: Timeline, months: list[RealMonth], year: Year
) -> list[KortingElsewhere]:
    """The assessment with the credit at the benefit, at work, at both and at none.

    Only for a year in which both an employer and UWV pay: else there is nothing to choose.
    Holiday pay keeps the rate it has.
    """
    if any(isinstance(real.gross.wages, Unknown) or real.unknown for real in months):
        return []
    works = any(real.gross.wages for real in months)
    uwv = any(_known_positive(line) for real in months for line in real.gross.lines)
    if not (works and uwv) or isinstance(year.withheld, Unknown):
        return []
    as_it_is = _withheld(timeline, months, None)
    found = []
    places: tuple[Korting, ...] = ("benefit", "work", "none", "both")
    for at in places:
        more = minus(_withheld(timeline, months, at), as_it_is)
        chosen = at == timeline.plan.loonheffingskorting_at
        found.append(KortingElsewhere(at, total(year.assessment, more), chosen))
    return found


def _known_positive(line: Line) -> bool:
    return line.payer == "uwv" and isinstance(line.amount, Decimal) and line.amount > ZERO


def _withheld(timeline: Timeline, months: list[RealMonth], at: Korting | None) -> Figure:
    """Payroll tax of the person's months; ``at`` None: as it is, as before a plan begins."""
    now = timeline.plan is timeline.now
    return total(
        *(
            figure
            for real in months
            for figure in _withheld_in(
                timeline, real, at if now or real.month >= timeline.start else None
            )
        )
    )


def _withheld_in(timeline: Timeline, real: RealMonth, at: Korting | None) -> list[Figure]:
    gross = real.gross
    as_it_is = [payer.withheld for payer in gross.payers if payer.payer != "partner"]
    # before the benefit the credit is at the income of that time
    if at is None or real.korting_before:
        return as_it_is
    wages = gross.wages
    if isinstance(wages, Unknown):
        return [wages]

    def again() -> list[Figure]:
        runs = not isinstance(gross.benefits, Unknown) and bool(gross.benefits)
        where = at
        if at in AT_ONE_PAYER:
            # with one payer in a month there is nothing to choose
            where = at if wages and runs else "work" if wages else "benefit"
        if where == real.plan.loonheffingskorting_at:
            return as_it_is
        plan = replace(real.plan, loonheffingskorting_at=where)
        payers = payers_of(
            real.household, plan, real.amounts, wages, None, gross.lines, explain=False
        )
        return [payer.withheld for payer in payers]

    return timeline.kept(("korting", id(gross), at), again)


# --- Benefits on an estimate ------------------------------------------------------------------


class BenefitSettlement(NamedTuple):
    """A benefit that was paid on the expected income, against another real income (euro)."""

    code: str
    held_months: int
    income: Literal["low", "high"]
    paid: Figure
    right: Figure
    repay: Figure
    extra: Figure
    #: the month in which it is settled
    settled_in: Month


def benefit_settlements(
    household: Household, expected: Timeline, start: Month
) -> list[BenefitSettlement]:
    """What each benefit settles when income turns out lower or higher than expected.

    WIA and Wajong: UWV pays on an estimate for some months (AIB art. 4:1 lid 6); the WW is
    settled month by month on the wage data. Empty where no lower or higher income was told.
    ``expected``: the months as they were told.
    """
    plan = expected.plan
    varied = {
        "low": _varied(plan, "low"),
        "high": _varied(plan, "high"),
    }
    if not any(varied.values()):
        return []
    last = min(shift(start, MONTHS - 1), LAST_KNOWN)
    found: list[BenefitSettlement] = []
    for income in ("low", "high"):
        other = varied[income]
        if other is None:
            continue
        real = Timeline(household, other, start=start, first=start, last=last)
        found += _settle(expected, real, income, start, last)
    return found


def _settle(
    expected: Timeline,
    real: Timeline,
    income: Literal["low", "high"],
    start: Month,
    last: Month,
) -> Iterator[BenefitSettlement]:
    codes = dict.fromkeys(
        line.code
        for timeline in (expected, real)
        for month in timeline.months
        if month.month >= start
        for line in month.gross.lines
        if line.payer == "uwv"
    )
    has_ww = "ww" in codes
    for code in codes:
        monthly = code == "ww" or (code == "toeslagenwet" and has_ww)
        for held in WW_HELD_MONTHS if monthly else HELD_MONTHS:
            if shift(start, held - 1) > last:
                continue
            paid = _sum_of(expected, code, start, held)
            right = _sum_of(real, code, start, held)
            repay = extra = minus(paid, right)
            if isinstance(repay, Decimal) and isinstance(extra, Decimal):
                repay, extra = max(repay, ZERO), max(-extra, ZERO)
            yield BenefitSettlement(
                code, held, income, paid, right, repay, extra, shift(start, held)
            )


def _sum_of(timeline: Timeline, code: str, start: Month, months: int) -> Figure:
    real = (timeline.month(shift(start, count)) for count in range(months))
    return total(
        *(
            line.amount
            for one in real
            if one is not None
            for line in one.gross.lines
            if line.code == code and line.payer == "uwv"
        )
    )


def _with_gross(work: Employment, gross: Decimal) -> Employment:
    """A job with another wage; its pension contribution is never above it."""
    other = replace(work, gross=gross)
    paid, pension = per_month(other, FIRST_DATE), work.pension_per_month
    if paid is None or pension is None:
        return other
    return replace(other, pension_per_month=min(pension, paid))


def _varied(plan: Plan, income: Literal["low", "high"]) -> Plan | None:
    """The plan with the lower or higher income of its work; None where none was told."""
    works: list[Work] = []
    changed = False
    for work in plan.work:
        name = f"gross_{income}" if isinstance(work, Employment) else f"profit_{income}"
        other = getattr(work, name)
        if other is None:
            works.append(work)
            continue
        changed = True
        works.append(
            _with_gross(work, other)
            if isinstance(work, Employment)
            else replace(work, profit_per_year=other)
        )
    return replace(plan, work=tuple(works)) if changed else None
