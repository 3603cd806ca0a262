"""The explanation: what was worked out, by which rule, from what.

The calculation itself leaves these steps behind, so that an explanation can never
tell something else than the sum. Words for each ``rule`` stand with the pages.
"""

from collections.abc import Iterable
from decimal import Decimal
from typing import Literal, NamedTuple

from calculator.rules.amounts import Amount

Unit = Literal[
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
]


class Input(NamedTuple):
    """One value that a step used: an answer of the visitor or the result of an earlier step."""

    name: str
    value: Decimal | bool | str | int
    unit: Unit


class Step(NamedTuple):
    """One sum: the rule that was applied, its outcome, and everything it was made from."""

    rule: str
    law: str
    value: Decimal | bool | str | int
    unit: Unit
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
        value: Decimal | bool | str | int,
        unit: Unit = "EUR/month",
        inputs: Iterable[tuple[str, Decimal | bool | str | int, Unit]] = (),
        amounts: tuple[Amount, ...] = (),
    ) -> None:
        """Write down one step; ``rule`` is the key of its words."""
        self.taken.append(
            Step(rule, law, value, unit, tuple([Input(*item) for item in inputs]), amounts)
        )
