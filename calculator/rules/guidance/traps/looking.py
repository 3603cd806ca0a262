"""What warnings look at: a step of the regular month, the curve, a month of the calendar."""

from decimal import Decimal

from calculator.rules.calendar import CalendarMonth
from calculator.rules.curve import CurveStep, Fall
from calculator.rules.figures import Unknown
from calculator.rules.guidance.facts import Facts
from calculator.rules.guidance.found import figure
from calculator.rules.guidance.traps.trap import Severity
from calculator.rules.money import ZERO
from calculator.rules.periods import Month
from calculator.rules.situation import (
    per_month,
)


def inputs_of(facts: Facts, rule: str) -> dict[str, Decimal]:
    """The figures of one step behind the regular month; empty where the step isn't there."""
    for line in facts.situation.month.lines:
        for step in line.steps:
            if step.rule == rule and line.payer != "partner":
                return {name: value for name, value, _ in step.inputs if isinstance(value, Decimal)}
    return {}


def step_value(facts: Facts, rule: str) -> Decimal | None:
    for line in facts.situation.month.lines:
        for step in line.steps:
            if step.rule == rule and line.payer != "partner" and isinstance(step.value, Decimal):
                return step.value
    return None


def curve_step(facts: Facts, reason: str) -> CurveStep | None:
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
    if facts.curve is None:
        return None
    for point in facts.curve.points:
        if point.gross == gross and isinstance(point.net, Decimal):
            return point.net
    return None


def calendar_month(facts: Facts, month: Month) -> CalendarMonth | None:
    return next((it for it in facts.calendar.months if it.month == month), None)


def line_in(month: CalendarMonth, code: str) -> Decimal | None:
    amounts = [line.amount for line in month.lines if line.code == code and line.payer == "uwv"]
    if not amounts or any(isinstance(amount, Unknown) for amount in amounts):
        return None
    return sum((amount for amount in amounts if isinstance(amount, Decimal)), ZERO)


def figure_of(facts: Facts, name: str) -> Decimal:
    return figure(facts.amounts, f"plichten.{name}")


def figures_of(facts: Facts, **names: str) -> dict[str, Decimal]:
    """Figures by their names in the words."""
    return {name: figure(facts.amounts, key) for name, key in names.items()}


def inside(dip: CurveStep | Fall, own: Decimal) -> bool:
    """Whether a wage lies where less is left than just below a step, or than at a top."""
    first = dip.gross < own if isinstance(dip, Fall) else dip.gross <= own
    return first and (dip.better_off_from is None or own < dip.better_off_from)


def by_size(facts: Facts, amount: Decimal) -> Severity:
    return "high" if amount >= figure_of(facts, "veel_terugbetalen") else "medium"
