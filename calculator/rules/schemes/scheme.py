"""What a scheme asks of a household, what it gives, and what was found: plain records."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal, NamedTuple

Verdict = Literal["likely", "perhaps", "no"]
#: as Pw art. 4 tells households apart; ``any`` fits all
HouseholdType = Literal["any", "single", "single_parent", "couple"]
Per = Literal["year", "month", "once"]
AssetTest = Literal["none", "bijstand", "own"]
Value = Decimal | int | str


class Age(NamedTuple):
    """An age in whole years, both ends included; None: no such end."""

    first: int | None = None
    last: int | None = None

    def holds(self, age: int) -> bool:
        """Whether somebody of ``age`` is in it."""
        return (self.first is None or age >= self.first) and (self.last is None or age <= self.last)


ALL_AGES = Age()


@dataclass(frozen=True, slots=True)
class SchemeAmount:
    """What a kind of household gets: euro per ``per``, or that worth of something."""

    value: Decimal
    per: Per = "year"
    household: HouseholdType = "any"
    #: only with a child of this age
    child: Age | None = None
    #: for every child of that age
    per_child: bool = False
    in_kind: bool = False


@dataclass(frozen=True, slots=True)
class IncomeTest:
    """Income against the bijstandsnorm of the household (Pw art. 20 to 22a).

    ``percentage``: a fraction (1.10 for 110%). ``above``: only for incomes above that fraction.
    ``vakantietoeslag``: the holiday pay is in both the income and the norm, or in neither; None:
    not known, and then only what holds both ways is said. The income is net, as Pw art. 31 and 32
    count it. With ``toeslagen`` zorgtoeslag, huurtoeslag and kindgebonden budget count too. With
    ``vrijlating`` the part of a wage that bijstand leaves alone doesn't. ``own_share``: the
    fraction of what is above the limit that somebody pays first (draagkracht); None: no right
    above the limit.
    """

    percentage: Decimal
    vakantietoeslag: bool | None = True
    above: Decimal | None = None
    toeslagen: bool = False
    vrijlating: bool = False
    own_share: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Scheme:
    """One scheme of a municipality, or of the state (``municipality`` None)."""

    code: str
    kind: str
    municipality: str | None = None
    #: the kinds of household it is for; empty: all
    households: frozenset[str] = frozenset()
    income: IncomeTest | None = None
    #: income counts, but the limit isn't known
    income_unknown: bool = False
    assets: AssetTest = "none"
    #: euro, where ``assets`` is ``own``: for somebody alone, and for a family
    asset_limits: tuple[Decimal, Decimal] | None = None
    age: Age = ALL_AGES
    child: Age | None = None
    #: months in a row of income below the limit
    low_income_months: int | None = None
    amounts: tuple[SchemeAmount, ...] = ()
    #: something that isn't asked here decides too
    conditions: bool = False
    #: whether its source is strong enough to say more than perhaps
    sure: bool = True
    valid_from: date | None = None
    valid_until: date | None = None
    checked_on: date | None = None


@dataclass(frozen=True, slots=True)
class Judged:
    """A scheme against a household: a verdict, and why.

    ``reason`` is the key of the sentence that says it, ``params`` fill that in. ``missing``: the
    answers that would settle it. ``amount``: euro per ``per``; None where it isn't known, or
    there is none. ``old``: the year of amounts that may have changed since.
    """

    scheme: Scheme
    verdict: Verdict
    reason: str
    params: Mapping[str, Value] = field(default_factory=dict)
    missing: tuple[str, ...] = ()
    amount: Decimal | None = None
    per: Per | None = None
    in_kind: bool = False
    old: int | None = None
    #: nobody looked at it for too long
    unchecked: bool = False
