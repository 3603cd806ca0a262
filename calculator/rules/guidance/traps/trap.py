"""What a warning is: plain records."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal, NamedTuple

from calculator.rules.money import MONTHS_PER_YEAR, ZERO
from calculator.rules.periods import Month

Severity = Literal["high", "medium", "low"]
SEVERITIES: tuple[Severity, ...] = ("high", "medium", "low")
#: what a visitor sees first: no more than these
MOST_ON_TOP = 3
EARNINGS = frozenset({"loon", "winst"})
#: a wage and a credit at the same payer change nothing below this (euro per month)
FIRST_EURO = Decimal(1)


class Cost(NamedTuple):
    """What a trap costs: euro ``per`` month or year, or once."""

    amount: Decimal
    per: Literal["month", "year", "once"]

    @property
    def in_a_year(self) -> Decimal:
        """The same over a year, to put traps in order."""
        return self.amount * MONTHS_PER_YEAR if self.per == "month" else self.amount


@dataclass(frozen=True, slots=True)
class Trap:
    """One warning about one situation; ``amounts`` in euro fill its words by their names."""

    code: str
    severity: Severity
    situation: str
    law: str
    because: tuple[str, ...]
    amounts: Mapping[str, Decimal] = field(default_factory=dict)
    #: in which months of the calendar it happens
    months: tuple[Month, ...] = ()
    #: amounts that differ by year (euro per year)
    years: tuple[tuple[int, Decimal], ...] = ()
    cost: Cost | None = None
    #: which of two stories it is, where its words differ
    variant: str = ""
    #: days that its words name
    days: Mapping[str, date] = field(default_factory=dict)
    #: other figures that its words name: terms and shares
    figures: Mapping[str, Decimal] = field(default_factory=dict)
    #: other situations in which it says exactly the same
    also: tuple[str, ...] = ()

    @property
    def order(self) -> tuple[int, Decimal]:
        """The one that matters most first."""
        return (
            SEVERITIES.index(self.severity),
            -(self.cost.in_a_year if self.cost is not None else ZERO),
        )


Trapped = Iterator[Trap]
