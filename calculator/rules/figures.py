"""Known and unknown amounts, and the lines that an outcome is made of."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple, TypeVar

from calculator.rules.amounts import Amount, DateNotCovered
from calculator.rules.money import ZERO
from calculator.rules.situation import MissingAnswer
from calculator.rules.steps import Step, Steps

T = TypeVar("T")


class Unknown(NamedTuple):
    """An amount that can't be given: the answers that would settle it, or the reason why not."""

    paths: tuple[str, ...]
    reason: str = ""

    def and_(self, other: "Unknown") -> "Unknown":
        """Both: everything that is missing, each once, in the order of first appearance."""
        return Unknown(
            tuple(dict.fromkeys((*self.paths, *other.paths))), self.reason or other.reason
        )


Figure = Decimal | Unknown


def known_or_why(sum_: Callable[[], T]) -> T | Unknown:
    """The outcome of a sum, or what it misses."""
    try:
        return sum_()
    except MissingAnswer as missing:
        return Unknown(missing.paths, missing.reason)
    except DateNotCovered:
        return Unknown((), "rules_not_known")


def total(*figures: Figure) -> Figure:
    """The sum; unknown as soon as one part is, with everything that is missing."""
    try:
        return sum(figures, ZERO)  # mostly everything is known
    except TypeError:
        pass
    unknown = [figure for figure in figures if isinstance(figure, Unknown)]
    found = unknown[0]
    for other in unknown[1:]:
        found = found.and_(other)
    return found


def minus(figure: Figure, other: Figure) -> Figure:
    """The difference; unknown as soon as one of the two is."""
    return total(figure, other if isinstance(other, Unknown) else -other)


@dataclass(slots=True)
class Line:
    """One line of a month: a gross amount of a payer, or a net amount (``payer`` None).

    ``amount`` in euro per month; costs are negative.
    """

    code: str
    payer: str | None
    amount: Figure
    steps: list[Step] = field(default_factory=list)
    #: which job of the plan, for a wage
    work: int | None = None


@dataclass(slots=True)
class Payer:
    """What one payer pays in a month: euro per month."""

    payer: str
    gross: Figure
    withheld: Figure
    net: Figure
    steps: list[Step] = field(default_factory=list)
    work: int | None = None


def sum_as_steps(
    rule: str,
    unit: str,
    result: Figure,
    parts: Mapping[str, Figure],
    law: str = "",
    amounts: tuple[Amount, ...] = (),
) -> list[Step]:
    """A sum as one step, or no step where something in it isn't known."""
    steps = Steps()
    known = [(name, part, unit) for name, part in parts.items() if isinstance(part, Decimal)]
    if isinstance(result, Decimal) and len(known) == len(parts):
        steps.note(rule, law, result, unit, known, amounts)
    return steps.taken


def new_steps(explain: bool) -> Steps | None:
    """Somewhere to write the steps down, or nothing where only the amount counts."""
    return Steps() if explain else None


def taken(steps: Steps | None) -> list[Step]:
    """The steps written down so far."""
    return [] if steps is None else steps.taken
