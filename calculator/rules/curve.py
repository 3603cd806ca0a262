"""What is left at every wage: the regular month, called many times.

The curve runs over the gross wage per month of the first job of a plan. Amounts in euro per
month.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from calculator.rules import amounts as amounts_of_the_law
from calculator.rules.figures import Figure, Unknown
from calculator.rules.laws import aib
from calculator.rules.laws.aib import Wage
from calculator.rules.money import CENT, EURO, ZERO, down_to_multiple
from calculator.rules.month import gross_month, partner_month
from calculator.rules.outcome import RIGHTS, NetOfMonth, net_of_month
from calculator.rules.situation import Employment, Household, Korting, Plan, per_month

#: no two points are further apart (contract)
STEP = Decimal(25)
#: no two points of a curve that is drawn and told are further apart, as far as somebody may come:
#: this far, or this much beyond the own wage
COARSE_STEP = Decimal(100)
NEAR = Decimal(4500)
BEYOND_OWN = Decimal(500)
#: and beyond that
FAR_STEP = Decimal(500)
#: the curve goes on for a while after the last thing that changed
BEYOND = Decimal(100)
#: a wage above which no right of these laws is left to change
HIGHEST = Decimal(25_000)
#: a drop that is worth naming; rounding makes smaller ones everywhere
WORTH_NAMING = Decimal(5)
#: a fall bit by bit that is worth a warning: the classes of the kinderopvangtoeslag and whole euros
#: of other toeslagen make smaller ones everywhere
WORTH_WARNING = Decimal(20)
#: rights that end at some wage
ENDS = RIGHTS | {"ww", "wga", "iva", "wajong"}


class Point(NamedTuple):
    """A gross wage and what is left of everything."""

    gross: Decimal
    net: Figure


class CurveStep(NamedTuple):
    """A wage at which a right begins or ends: the net just below it and from it on."""

    gross: Decimal
    #: what changes there, such as ``ww.eindigt``
    reasons: tuple[str, ...]
    net_below: Decimal
    net: Decimal
    #: the lowest wage above it from which the net is as high as just below it again, to the cent
    #: or the euro; None: never
    better_off_from: Decimal | None


class Fall(NamedTuple):
    """Wages between which a higher wage leaves less, bit by bit and not at a step."""

    #: the wage from which on less is left, and what is left at it
    gross: Decimal
    net: Decimal
    #: where the least is left
    lowest: Decimal
    lowest_net: Decimal
    #: a wage above it at which as much is left again; None: never
    better_off_from: Decimal | None
    #: where the loonheffingskorting would leave more each month ("work", "benefit"); "" nowhere
    korting: str = ""


@dataclass(slots=True)
class Curve:
    """The points of a plan's curve, in order, the steps in it, and where it falls.

    Every wage of a fall that lies within the curve is one of its points.
    """

    plan: str
    points: list[Point]
    steps: list[CurveStep] = field(default_factory=list)
    falls: list[Fall] = field(default_factory=list)


State = tuple[tuple[str, str], ...]


def curve_of(household: Household, plan: Plan, *, coarse: bool = False) -> Curve | None:
    """The curve of a plan with a job; None where there is none to vary, or its wage can't be.

    ``household`` must hold no problems. At the plan's own wage the curve gives its month.
    ``coarse``: for a curve that is drawn and told. It has the same steps and falls, and fewer
    points where a higher wage leaves more. From which wage on as much is left again it gives in
    whole euros, which people remember.
    """
    place = next((place for place, _ in plan.jobs), None)
    if place is None:
        return None
    road = _Road(household, plan, place)
    near = max(NEAR, road.own + BEYOND_OWN)
    first = road.at(ZERO)
    if isinstance(first.net, Unknown):
        return None
    points: list[Point] = []
    steps: list[CurveStep] = []
    gross = ZERO
    last_change = ZERO
    before: NetOfMonth | None = None
    while gross <= HIGHEST:
        here = road.at(gross)
        points.append(Point(gross, here.net))
        if before is not None and before.rights != here.rights:
            last_change = gross
            steps += road.steps_between(points[-2].gross, gross)
        if gross >= last_change + BEYOND and gross >= road.own and _all_gone(here):
            break
        before = here
        gross += STEP if not coarse else COARSE_STEP if gross < near else FAR_STEP
    if coarse:
        points += [Point(between, road.at(between).net) for between in _left_out(points, steps)]
    for own in (road.own, *(step.gross for step in steps)):
        if own is not None and own <= gross:
            points.append(Point(own, road.at(own).net))
    points = sorted(set(points))
    unit = EURO if coarse else CENT
    steps = [_with_recovery(road, step, points, unit) for step in steps]
    falls = list(_falls(road, points, steps))
    # a table of these points must be able to show where a fall begins, is deepest and is over
    for fall in falls:
        for wage in (fall.gross, fall.lowest, fall.better_off_from):
            if wage is not None and wage <= gross:
                points.append(Point(wage, road.at(wage).net))
    return Curve(plan.id, sorted(set(points)), steps, falls)


class _Road:
    """The month at any wage of one job, everything else staying as it is."""

    def __init__(self, household: Household, plan: Plan, place: int) -> None:
        self.household = household
        self.plan = plan
        self.place = place
        self.amounts = amounts_of_the_law.on(household.rules_date)
        self._partner = partner_month(household, self.amounts, explain=False)
        self._known: dict[Decimal, NetOfMonth] = {}
        work = plan.work[place]
        assert isinstance(work, Employment)  # noqa: S101 -- only jobs have a curve
        self.own = per_month(work, household.rules_date) or ZERO
        #: above its pension contribution a job is the same at every wage, but for that wage
        self._alike_above = work.pension_per_month or ZERO
        self._paid = with_wage(plan, place, HIGHEST)
        regular = gross_month(
            household, self._paid, self.amounts, explain=False, partner=self._partner, payroll=False
        )
        self._wages = regular.wages

    def at(self, gross: Decimal) -> NetOfMonth:
        """The regular month and year with this gross wage per month."""
        if gross not in self._known:
            plan, wages = self._plan_at(gross)
            self._known[gross] = net_of_month(
                self.household, plan, self.amounts, wages=wages, partner=self._partner
            )
        return self._known[gross]

    def _plan_at(self, gross: Decimal) -> tuple[Plan, list[Wage] | None]:
        """The plan with this gross wage per month, and what its jobs pay where it doesn't say."""
        if (
            gross <= self._alike_above
            or isinstance(self._wages, Unknown)
            or self.plan.businesses  # whose year looks at the plan
        ):
            return with_wage(self.plan, self.place, gross), None
        return self._paid, [
            aib.with_gross(self.amounts, wage, gross) if wage.place == self.place else wage
            for wage in self._wages
        ]

    def leaves(self, gross: Decimal, net: Decimal) -> bool:
        """Whether at least ``net`` is left with this gross wage per month."""
        found = self.at(gross).net
        return isinstance(found, Decimal) and found >= net

    def at_other_payer(self, gross: Decimal) -> tuple[str, Figure]:
        """What would be left with the loonheffingskorting at work instead of at the benefit.

        Or the other way round, whichever it isn't now.
        """
        at: Korting = "benefit" if self.plan.loonheffingskorting_at == "work" else "work"
        plan = replace(self.plan, loonheffingskorting_at=at)
        return at, net_of_month(
            self.household,
            with_wage(plan, self.place, gross),
            self.amounts,
            partner=self._partner,
        ).net

    def first_as_good(self, low: Decimal, high: Decimal, net: Decimal, unit: Decimal) -> Decimal:
        """The wage between two from which at least ``net`` is left, to the cent or the euro."""
        low = down_to_multiple(low, unit)
        return self._halved(low, high, lambda wage: not self.leaves(wage, net), unit)[1]

    def steps_between(self, low: Decimal, high: Decimal) -> Iterator[CurveStep]:
        """Every wage between two at which a right begins or ends, to the cent."""
        while self.at(low).rights != self.at(high).rights:
            below, from_ = self._first_change(low, high)
            net_below, net = self.at(below).net, self.at(from_).net
            if isinstance(net_below, Decimal) and isinstance(net, Decimal):
                reasons = tuple(_changes(self.at(below).rights, self.at(from_).rights))
                yield CurveStep(from_, reasons, net_below, net, None)
            low = from_

    def _first_change(self, low: Decimal, high: Decimal) -> tuple[Decimal, Decimal]:
        """The wages, a cent apart, between which the rights stop being those at ``low``."""
        start = self.at(low)
        if low == ZERO and self.at(CENT).rights != start.rights:
            return ZERO, CENT  # with the first cent there is work
        if self.at(high).of_benefits != start.of_benefits:
            # what happens to the toeslagen takes longer to know: look before it only
            below, high = self._halved(
                low, high, lambda wage: self.at(wage).of_benefits == start.of_benefits
            )
            if self.at(below).rights == start.rights:
                return below, high
            high = below
        return self._halved(low, high, lambda wage: self.at(wage).rights == start.rights)

    @staticmethod
    def _halved(
        low: Decimal, high: Decimal, same: Callable[[Decimal], bool], unit: Decimal = CENT
    ) -> tuple[Decimal, Decimal]:
        """The wages, a cent or a euro apart, of which the first is the same and the other isn't."""
        while high - low > unit:
            middle = ((low + high) / 2).quantize(unit)
            if same(middle):
                low = middle
            else:
                high = middle
        return low, high


def with_wage(plan: Plan, place: int, gross: Decimal) -> Plan:
    """The plan with another gross wage per month in one job; its pension is never above it."""
    work = plan.work[place]
    assert isinstance(work, Employment)  # noqa: S101 -- only jobs have a curve
    pension = work.pension_per_month
    changed = replace(
        work,
        gross=gross,
        per="month",
        pension_per_month=None if pension is None else min(pension, gross),
        gross_low=None,
        gross_high=None,
    )
    return replace(plan, work=(*plan.work[:place], changed, *plan.work[place + 1 :]))


def _changes(below: State, above: State) -> Iterator[str]:
    """What differs between two states, as ``name.ends`` or ``name.begins`` and the like."""
    now, then = dict(above), dict(below)
    for name in dict.fromkeys((*then, *now)):
        if then.get(name) != now.get(name):
            yield f"{name}.{now.get(name) or 'eindigt'}"


def _all_gone(situation: NetOfMonth) -> bool:
    """Whether no benefit and no toeslag is left that a higher wage could end."""
    return ENDS.isdisjoint(name for name, _ in situation.rights)


def _left_out(points: list[Point], steps: list[CurveStep]) -> list[Decimal]:
    """The wages between two points where a higher wage doesn't leave more.

    Also between the points beside those, where something may fade already; but not where a step
    says all of it.
    """
    doubtful: set[int] = set()
    drops = [step.gross for step in steps if step.net <= step.net_below - WORTH_NAMING]
    pairs = list(pairwise(points))
    for place, (below, above) in enumerate(pairs):
        known = isinstance(below.net, Decimal) and isinstance(above.net, Decimal)
        if known and above.net > below.net:  # type: ignore[operator]
            continue
        doubtful.add(place)
        if not any(below.gross < drop <= above.gross for drop in drops):
            doubtful |= {place - 1, place + 1}
    return [
        gross
        for place in doubtful
        if 0 <= place < len(pairs)
        for gross in _between(pairs[place][0].gross, pairs[place][1].gross)
    ]


def _between(low: Decimal, high: Decimal) -> Iterator[Decimal]:
    """The whole steps between two wages, from low to high."""
    gross = down_to_multiple(low, STEP) + STEP
    while gross < high:
        yield gross
        gross += STEP


def _with_recovery(road: _Road, step: CurveStep, points: list[Point], unit: Decimal) -> CurveStep:
    """From which wage on somebody is as well off as just below a drop."""
    if step.net >= step.net_below - WORTH_NAMING:
        return step
    low = step.gross
    for gross in _above(points, step.gross):
        net = road.at(gross).net
        if isinstance(net, Unknown):
            continue
        if net >= step.net_below:
            high = road.first_as_good(low, gross, step.net_below, unit)
            return step._replace(better_off_from=high)
        low = gross
    return step


def _above(points: list[Point], gross: Decimal) -> Iterator[Decimal]:
    """The wages of the curve above one, and further on where the curve has ended."""
    beyond = points[-1].gross
    further = (beyond + BEYOND * count for count in range(1, int((HIGHEST - beyond) / BEYOND) + 1))
    return (wage for wage in (*(point.gross for point in points), *further) if wage > gross)


def _falls(road: _Road, points: list[Point], steps: list[CurveStep]) -> Iterator[Fall]:
    """Where a higher wage leaves less without a step that says so."""
    nets = {point.gross: point.net for point in points if isinstance(point.net, Decimal)}
    nets |= {step.gross - CENT: step.net_below for step in steps}
    drops = {step.gross for step in steps if step.net <= step.net_below - WORTH_NAMING}
    wages = sorted(gross for gross in nets if gross >= CENT)
    top = lowest = wages[0] if wages else ZERO
    for gross in wages[1:]:
        net = nets[gross]
        # a drop has its own name, and what comes after it is seen from there
        if gross in drops or net >= nets[top]:
            if nets[top] - nets[lowest] >= WORTH_WARNING:
                yield _fall(road, nets, points, top, lowest)
            top = lowest = gross
        elif net < nets[lowest]:
            lowest = gross
    if wages and nets[top] - nets[lowest] >= WORTH_WARNING:
        yield _fall(road, nets, points, top, lowest)


def _fall(
    road: _Road, nets: dict[Decimal, Decimal], points: list[Point], top: Decimal, lowest: Decimal
) -> Fall:
    """A fall from ``top`` to ``lowest``: where it ends, and whether the credit is behind it."""
    better = None
    low = lowest
    for high in _above(points, lowest):
        if road.leaves(high, nets[top]):
            wages = (gross for gross in _between(low, high) if road.leaves(gross, nets[top]))
            better = next(wages, high)
            break
        low = high
    at, other = road.at_other_payer(lowest)
    helps = isinstance(other, Decimal) and other >= nets[lowest] + WORTH_WARNING
    return Fall(top, nets[top], lowest, nets[lowest], better, at if helps else "")
