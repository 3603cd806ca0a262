"""The explanation: what was worked out, by which rule, from what.

The calculation itself leaves these steps behind, so that an explanation can never
tell something else than the sum. Words for each ``rule`` stand with the pages.
"""

from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from calculator.rules.amounts import Amount

#: What a value counts in: an amount of euro per period, a fraction, hours, years, a count,
#: ``yes-no`` or ``name``.
UNITS = frozenset(
    {
        "EUR/month",
        "EUR/year",
        "EUR/day",
        "EUR/hour",
        "EUR/quarter",
        "EUR",
        "fraction",
        "hours/week",
        "hours/month",
        "years",
        "count",
        "yes-no",
        "name",
    }
)
Value = Decimal | bool | str | int


class Input(NamedTuple):
    """One value that a step used: an answer of the visitor or the result of an earlier step."""

    name: str
    value: Value
    unit: str


class Step(NamedTuple):
    """One sum: the rule that was applied, its outcome, and everything it was made from."""

    rule: str
    law: str
    value: Value
    unit: str
    inputs: tuple[Input, ...]
    amounts: tuple[Amount, ...]


class Steps:
    """Collects the steps of one line, in the order in which they were taken."""

    __slots__ = ("taken",)

    def __init__(self) -> None:
        self.taken: list[Step] = []

    def note(
        self,
        rule: str,
        law: str,
        value: Value,
        unit: str = "EUR/month",
        inputs: Iterable[tuple[str, Value, str]] = (),
        amounts: tuple[Amount, ...] = (),
    ) -> None:
        """Write down one step; ``rule`` is the key of its words."""
        self.taken.append(
            Step(rule, law, value, unit, tuple([Input(*item) for item in inputs]), amounts)
        )
