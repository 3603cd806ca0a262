"""What warnings look at: a step of the regular month, the curve, a month of the calendar."""

from collections.abc import Iterator
from decimal import Decimal

from calculator.rules.calendar import CalendarMonth
from calculator.rules.curve import CurveStep, Fall
from calculator.rules.figures import Unknown
from calculator.rules.guidance.facts import Facts
from calculator.rules.guidance.found import figure
from calculator.rules.guidance.traps.trap import Severity
from calculator.rules.money import ZERO
from calculator.rules.periods import Month
from calculator.rules.situation import per_month
from calculator.rules.steps import Step


def inputs_of(facts: Facts, rule: str) -> dict[str, Decimal]:
    """The figures of one step behind the regular month; empty where the step isn't there."""
    for step in _steps(facts, rule):
        return {name: value for name, value, _ in step.inputs if isinstance(value, Decimal)}
    return {}


def step_value(facts: Facts, rule: str) -> Decimal | None:
    """What one step behind the regular month came to; None where it isn't there or not known."""
    values = (step.value for step in _steps(facts, rule))
    return next((value for value in values if isinstance(value, Decimal)), None)


def _steps(facts: Facts, rule: str) -> Iterator[Step]:
    """The own steps of one rule behind the regular month: not those of the partner's lines."""
    for line in facts.situation.month.lines:
        if line.payer != "partner":
            yield from (step for step in line.steps if step.rule == rule)


def curve_step(facts: Facts, reason: str) -> CurveStep | None:
    """The step of the curve that a rule brings, if it brings one."""
    if facts.curve is None:
        return None
    return next((step for step in facts.curve.steps if reason in step.reasons), None)


def own_wage(facts: Facts) -> Decimal | None:
    """The wage of the job that the curve varies (euro per month)."""
    if facts.curve is None or not facts.plan.jobs:
        return None
    wage = per_month(facts.plan.jobs[0][1], facts.household.rules_date)
    return wage if wage else None


def net_at(facts: Facts, gross: Decimal) -> Decimal | None:
    """What the curve leaves with this wage (both euro per month); None where it isn't known."""
    if facts.curve is None:
        return None
    for point in facts.curve.points:
        if point.gross == gross and isinstance(point.net, Decimal):
            return point.net
    return None


def calendar_month(facts: Facts, month: Month) -> CalendarMonth | None:
    """A month of the calendar; None outside it."""
    return next((it for it in facts.calendar.months if it.month == month), None)


def line_in(month: CalendarMonth, code: str) -> Decimal | None:
    """What UWV pays over a month of a code (euro); None where there is no line or not known."""
    amounts = [line.amount for line in month.lines if line.code == code and line.payer == "uwv"]
    if not amounts or any(isinstance(amount, Unknown) for amount in amounts):
        return None
    return sum((amount for amount in amounts if isinstance(amount, Decimal)), ZERO)


def figure_of(facts: Facts, name: str) -> Decimal:
    """An amount of ``plichten.toml`` by its name."""
    return figure(facts.amounts, f"plichten.{name}")


def figures_of(facts: Facts, **names: str) -> dict[str, Decimal]:
    """Figures by their names in the words."""
    return {name: figure(facts.amounts, key) for name, key in names.items()}


def inside(dip: CurveStep | Fall, own: Decimal) -> bool:
    """Whether a wage lies where less is left than just below a step, or than at a top."""
    first = dip.gross < own if isinstance(dip, Fall) else dip.gross <= own
    return first and (dip.better_off_from is None or own < dip.better_off_from)


def less_than_below(facts: Facts, dip: CurveStep | Fall) -> dict[str, Decimal]:
    """What the own wage leaves less than one just below a step, or at a top; empty outside it.

    ``less`` in euro per month; ``better``: the wage from which more is left again, if there is one.
    """
    own = own_wage(facts)
    net = None if own is None else net_at(facts, own)
    if own is None or net is None or not inside(dip, own):
        return {}
    top = dip.net if isinstance(dip, Fall) else dip.net_below
    amounts = {"less": top - net}
    if dip.better_off_from is not None:
        amounts["better"] = dip.better_off_from
    return amounts


def by_size(facts: Facts, amount: Decimal) -> Severity:
    """How much it matters to pay back so much (euro)."""
    return "high" if amount >= figure_of(facts, "veel_terugbetalen") else "medium"
