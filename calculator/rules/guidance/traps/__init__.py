"""Warnings: what costs real money, with the figures of the calendar and the curve.

Every function looks at one trap in one situation. It works nothing out that isn't shown elsewhere:
amounts are those of the regular month, of the calendar or of the curve.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from calculator.rules.guidance.facts import Facts
from calculator.rules.guidance.found import law_for
from calculator.rules.guidance.traps import illness, money, wages, ww
from calculator.rules.guidance.traps.illness import half_pays
from calculator.rules.guidance.traps.looking import inputs_of
from calculator.rules.guidance.traps.trap import (
    MOST_ON_TOP,
    SEVERITIES,
    Cost,
    Severity,
    Trap,
    Trapped,
)

__all__ = [
    "MOST_ON_TOP",
    "SEVERITIES",
    "Cost",
    "Severity",
    "Trap",
    "half_pays",
    "inputs_of",
    "traps_of",
]

TRAPS: tuple[Callable[[Facts], Trapped], ...] = (
    *ww.TRAPS,
    *illness.TRAPS,
    *money.TRAPS,
    *wages.TRAPS,
)


def traps_of(situations: Sequence[Facts]) -> list[Trap]:
    """Every warning of every situation, the one that matters most first.

    What holds in several situations alike is told once, of the first plan that has it.
    """
    found: dict[tuple[object, ...], Trap] = {}
    # a visitor looks at a plan, so what now and a plan share is told of the plan
    for facts in (*situations[1:], *situations[:1]):
        for look in TRAPS:
            for trap in look(facts):
                trap = replace(trap, law=law_for(facts, trap.law))  # noqa: PLW2901
                key = (
                    trap.code,
                    trap.variant,
                    tuple(trap.amounts.items()),
                    trap.months,
                    trap.years,
                    tuple(trap.days.items()),
                )
                told = found.get(key)
                if told is None:
                    found[key] = trap
                elif trap.situation not in (told.situation, *told.also):
                    found[key] = replace(told, also=(*told.also, trap.situation))
    return sorted(found.values(), key=lambda trap: trap.order)
