"""Traps of any wage: where a lower one leaves more."""

from collections.abc import Callable

from calculator.rules.curve import WORTH_NAMING, CurveStep, Fall
from calculator.rules.guidance.facts import Facts
from calculator.rules.guidance.traps.looking import curve_step, less_than_below, own_wage
from calculator.rules.guidance.traps.trap import FIRST_EURO, Cost, Trap, Trapped

#: steps of the curve that have a warning of their own
TOLD = frozenset({"ww.eindigt", "ww.te_klein", "loonheffingskorting.work"})


def _more_wage_less_left(facts: Facts) -> Trapped:
    """The own wage lies where a lower one leaves more."""
    own = own_wage(facts)
    if facts.curve is None or own is None:
        return
    dips: list[CurveStep | Fall] = [
        *(
            step
            for step in facts.curve.steps
            if step.net <= step.net_below - WORTH_NAMING
            and step.gross >= FIRST_EURO
            and TOLD.isdisjoint(step.reasons)
        ),
        *facts.curve.falls,
    ]
    for dip in dips:
        below = less_than_below(facts, dip)
        if not below or below["less"] < WORTH_NAMING:
            continue
        if isinstance(dip, Fall) and dip.korting:
            continue  # the credit at the other payer is the answer, not a lower wage
        yield Trap(
            "minder_over",
            "high",
            facts.plan.id,
            "",
            facts.work_paths,
            {"wage": dip.gross, "loon": own} | below,
            cost=Cost(below["less"], "month"),
            variant="fall" if isinstance(dip, Fall) else "step",
        )
        return


def _credit_moves_to_a_small_wage(facts: Facts) -> Trapped:
    """A wage so small that the loonheffingskorting does more at the benefit."""
    step = curve_step(facts, "loonheffingskorting.work")
    below = {} if step is None else less_than_below(facts, step)
    if not below or below["less"] < WORTH_NAMING:
        return
    yield Trap(
        "korting_bij_klein_loon",
        "medium",
        facts.plan.id,
        "Wet LB 1964 art. 23",
        (f"{facts.plan.path}.loonheffingskorting_at", *facts.work_paths),
        below,
        cost=Cost(below["less"], "month"),
    )


TRAPS: tuple[Callable[[Facts], Trapped], ...] = (
    _more_wage_less_left,
    _credit_moves_to_a_small_wage,
)
