"""Traps of any wage: where a lower one leaves more."""

from collections.abc import Callable

from calculator.rules.curve import WORTH_NAMING, CurveStep, Fall
from calculator.rules.guidance.facts import Facts
from calculator.rules.guidance.traps.looking import curve_step, inside, net_at, own_wage
from calculator.rules.guidance.traps.trap import FIRST_EURO, Cost, Trap, Trapped

#: steps of the curve that have a warning of their own
TOLD = frozenset({"ww.eindigt", "ww.te_klein", "loonheffingskorting.work"})


def _more_wage_less_left(facts: Facts) -> Trapped:
    """The own wage lies where a lower one leaves more."""
    own = own_wage(facts)
    if facts.curve is None or own is None:
        return
    net = net_at(facts, own)
    if net is None:
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
        top = dip.net if isinstance(dip, Fall) else dip.net_below
        if not inside(dip, own) or top - net < WORTH_NAMING:
            continue
        if isinstance(dip, Fall) and dip.korting:
            continue  # the credit at the other payer is the answer, not a lower wage
        amounts = {"wage": dip.gross, "loon": own, "less": top - net}
        if dip.better_off_from is not None:
            amounts["better"] = dip.better_off_from
        yield Trap(
            "minder_over",
            "high",
            facts.plan.id,
            "",
            facts.work_paths,
            amounts,
            cost=Cost(top - net, "month"),
            variant="fall" if isinstance(dip, Fall) else "step",
        )
        return


def _credit_moves_to_a_small_wage(facts: Facts) -> Trapped:
    """A wage so small that the loonheffingskorting does more at the benefit."""
    own = own_wage(facts)
    step = curve_step(facts, "loonheffingskorting.work")
    if step is None or own is None or not inside(step, own):
        return
    net = net_at(facts, own)
    if net is None or step.net_below - net < WORTH_NAMING:
        return
    amounts = {"less": step.net_below - net}
    if step.better_off_from is not None:
        amounts["better"] = step.better_off_from
    yield Trap(
        "korting_bij_klein_loon",
        "medium",
        facts.plan.id,
        "Wet LB 1964 art. 23",
        (f"{facts.plan.path}.loonheffingskorting_at", *facts.work_paths),
        amounts,
        cost=Cost(amounts["less"], "month"),
    )


TRAPS: tuple[Callable[[Facts], Trapped], ...] = (
    _more_wage_less_left,
    _credit_moves_to_a_small_wage,
)
