"""The shape of a question: types, bounds and defaults of every field (JSON in).

Amounts are decimal strings or JSON numbers in euro per month unless the name says otherwise.
``null`` means that the person doesn't know the answer. A field that is left out has the
default that is documented here. Unknown fields are errors.
"""

import re
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

from calculator.rules.situation import MAX_HOURS_PER_WEEK, MAX_PER_MONTH

MAX_PER_YEAR = Decimal(10_000_000)
MAX_VERMOGEN = Decimal(1_000_000_000)
MAX_HOURS_PER_MONTH = Decimal(744)  # of the longest month
MOST_MONTHS = 1200  # of a low income: a lifetime
MIN_LOONWAARDE = Decimal("0.30")
ZERO = Decimal(0)
ONE = Decimal(1)
MAX_DECIMALS = 6
LONGEST_NUMBER = 40
NUMBER = re.compile(r"[+-]?[0-9]{1,30}(\.[0-9]{1,6})?")
ISO_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
ISO_MONTH = re.compile(r"(20[0-9]{2})-(0[1-9]|1[0-2])")


def _number(value: Any) -> Decimal | None:
    """A decimal number out of a string or a JSON number; ``null`` stays unknown."""
    if value is None:
        return None
    if isinstance(value, bool):
        raise PydanticCustomError("not_a_number", "not a number")
    if isinstance(value, str):
        if len(value) > LONGEST_NUMBER or not NUMBER.fullmatch(value.strip()):
            raise PydanticCustomError("not_a_number", "not a number")
        return Decimal(value.strip())
    if isinstance(value, (int, Decimal)):
        number = Decimal(value)
    elif isinstance(value, float):
        # only from callers in Python: the JSON reader makes Decimals itself
        number = Decimal(repr(value))
    else:
        raise PydanticCustomError("not_a_number", "not a number")
    if not number.is_finite():
        raise PydanticCustomError("not_a_number", "not a number")
    exponent = number.as_tuple().exponent
    if isinstance(exponent, int) and exponent < -MAX_DECIMALS:
        raise PydanticCustomError("too_many_decimals", "too many decimals")
    return number


def _between(lowest: Decimal, highest: Decimal) -> Any:
    def check(value: Any) -> Decimal | None:
        try:
            number = _number(value)
        except InvalidOperation as error:
            raise PydanticCustomError("not_a_number", "not a number") from error
        if number is None:
            return None
        if number < lowest:
            code = "negative" if lowest == 0 else "too_low"
            raise PydanticCustomError(code, "too low", {"minimum": str(lowest)})
        if number > highest:
            raise PydanticCustomError("too_high", "too high", {"maximum": str(highest)})
        return number + ZERO  # nothing has no sign

    return check


def _schema(lowest: Decimal, highest: Decimal, description: str) -> WithJsonSchema:
    """How the OpenAPI document describes a number: a decimal string, a number, or unknown."""
    return WithJsonSchema(
        {
            "anyOf": [
                {"type": "string", "pattern": r"^[+-]?[0-9]+(\.[0-9]{1,6})?$"},
                {"type": "number", "minimum": float(lowest), "maximum": float(highest)},
                {"type": "null"},
            ],
            "description": f"{description}, {lowest} to {highest}",
        }
    )


def _date(value: Any) -> date | None:
    if value is None or type(value) is date:
        return value
    if not isinstance(value, str) or not ISO_DATE.fullmatch(value):
        raise PydanticCustomError("not_a_date", "not a date")
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        raise PydanticCustomError("not_a_date", "not a date") from error


def _month(value: Any) -> tuple[int, int] | None:
    if value is None:
        return None
    found = ISO_MONTH.fullmatch(value) if isinstance(value, str) else None
    if found is None:
        raise PydanticCustomError("not_a_month", "not a month")
    return int(found[1]), int(found[2])


def _whole(lowest: int, highest: int) -> Any:
    def check(value: Any) -> int | None:
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, (int, Decimal)):
            raise PydanticCustomError("not_a_whole_number", "not a whole number")
        if isinstance(value, Decimal) and (
            not value.is_finite() or value.as_tuple().exponent not in (0,)
        ):
            raise PydanticCustomError("not_a_whole_number", "not a whole number")
        if not lowest <= value <= highest:
            code = "too_low" if value < lowest else "too_high"
            raise PydanticCustomError(
                code, "out of range", {"minimum": str(lowest), "maximum": str(highest)}
            )
        return int(value)

    return check


def _yes_no(value: Any) -> bool | None:
    if value is None or isinstance(value, bool):
        return value
    raise PydanticCustomError("not_yes_or_no", "not true or false")


PerMonth = Annotated[
    Decimal | None,
    BeforeValidator(_between(ZERO, MAX_PER_MONTH)),
    _schema(ZERO, MAX_PER_MONTH, "Euro per month"),
]
PerDay = Annotated[
    Decimal | None,
    BeforeValidator(_between(ZERO, MAX_PER_MONTH)),
    _schema(ZERO, MAX_PER_MONTH, "Euro per day"),
]
PerPeriod = Annotated[
    Decimal | None,
    BeforeValidator(_between(ZERO, MAX_PER_MONTH)),
    _schema(ZERO, MAX_PER_MONTH, "Euro per period"),
]
PerHour = Annotated[
    Decimal | None,
    BeforeValidator(_between(ZERO, MAX_PER_MONTH)),
    _schema(ZERO, MAX_PER_MONTH, "Euro per hour"),
]
PerYear = Annotated[
    Decimal | None,
    BeforeValidator(_between(ZERO, MAX_PER_YEAR)),
    _schema(ZERO, MAX_PER_YEAR, "Euro per year"),
]
Vermogen = Annotated[
    Decimal | None,
    BeforeValidator(_between(ZERO, MAX_VERMOGEN)),
    _schema(ZERO, MAX_VERMOGEN, "Euro"),
]
HoursPerWeek = Annotated[
    Decimal | None,
    BeforeValidator(_between(ZERO, MAX_HOURS_PER_WEEK)),
    _schema(ZERO, MAX_HOURS_PER_WEEK, "Hours per week"),
]
HoursPerMonth = Annotated[
    Decimal | None,
    BeforeValidator(_between(ZERO, MAX_HOURS_PER_MONTH)),
    _schema(ZERO, MAX_HOURS_PER_MONTH, "Hours per month"),
]
Loonwaarde = Annotated[
    Decimal | None,
    BeforeValidator(_between(MIN_LOONWAARDE, ONE)),
    _schema(MIN_LOONWAARDE, ONE, "Loonwaarde as a fraction"),
]
Day = Annotated[
    date | None,
    BeforeValidator(_date),
    WithJsonSchema({"anyOf": [{"type": "string", "format": "date"}, {"type": "null"}]}),
]
MonthOfYear = Annotated[
    tuple[int, int] | None,
    BeforeValidator(_month),
    WithJsonSchema({"anyOf": [{"type": "string", "pattern": ISO_MONTH.pattern}, {"type": "null"}]}),
]
YesNo = Annotated[
    bool | None,
    BeforeValidator(_yes_no),
    WithJsonSchema({"anyOf": [{"type": "boolean"}, {"type": "null"}]}),
]


class In(BaseModel):
    """Base of everything that comes in: unknown fields are errors, types aren't guessed."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class WWIn(In):
    """WW (Werkloosheidswet)."""

    kind: Literal["ww"]
    maandloon: PerMonth
    ongemaximeerd_maandloon: PerMonth = None
    first_day: Day = None
    last_day: Day = None
    arbeidsuren_per_week: HoursPerWeek = Field(
        default=None,
        description="Gemiddeld aantal arbeidsuren per week before the WW; only for own account",
    )


class WGAIn(In):
    """WGA (WIA); ``vervolg`` is everything after the loongerelateerde phase."""

    kind: Literal["wga"]
    phase: Literal["loongerelateerd", "vervolg"] | None
    maandloon: PerMonth
    ongemaximeerd_maandloon: PerMonth = None
    arbeidsongeschiktheid: Literal["35-45", "45-55", "55-65", "65-80", "80-100"] | None = None
    resterende_verdiencapaciteit: PerMonth = None
    first_day: Day = None
    phase_until: Day = None


class IVAIn(In):
    """IVA (WIA)."""

    kind: Literal["iva"]
    maandloon: PerMonth
    ongemaximeerd_maandloon: PerMonth = None


class WajongIn(In):
    """Wajong in one of its three regimes."""

    kind: Literal["wajong"]
    regime: Literal["oWajong", "Wajong2010", "Wajong2015"] | None
    arbeidsvermogen: YesNo = None
    garantiebedrag_per_day: PerDay = None


BenefitIn = Annotated[WWIn | WGAIn | IVAIn | WajongIn, Field(discriminator="kind")]


class EmploymentIn(In):
    """A job. Left out: holiday pay yearly (as the law has it), no pension, no travel cost."""

    kind: Literal["employment"]
    gross: PerPeriod
    per: Literal["hour", "week", "four_weeks", "month"]
    hours_per_week: HoursPerWeek = None
    vakantiegeld: Literal["yearly", "included"] | None = "yearly"
    pension_per_month: PerMonth = ZERO
    loonwaarde: Loonwaarde = None
    travel_cost_per_month: PerMonth = ZERO
    until: MonthOfYear = None
    gross_low: PerPeriod = None
    gross_high: PerPeriod = None


class SelfEmployedIn(In):
    """Work on own account. Profit before every deduction of the income tax.

    Left out: no start-up period of the WW, and no deductions for starters.
    """

    kind: Literal["self_employed"]
    profit_per_year: PerYear
    hours_per_week: HoursPerWeek = None
    until: MonthOfYear = None
    startperiode: YesNo = Field(
        default=False, description="UWV gave permission for the start-up period (WW art. 77a)"
    )
    starter: YesNo = Field(
        default=False, description="May take the startersaftrek (Wet IB art. 3.76, 3.78a)"
    )
    profit_low: PerYear = None
    profit_high: PerYear = None


WorkIn = Annotated[EmploymentIn | SelfEmployedIn, Field(discriminator="kind")]
LoonheffingskortingAt = Literal["benefit", "work", "none"]


class PersonIn(In):
    """The person with the benefit."""

    birth_date: Day
    benefits: list[BenefitIn] = Field(max_length=10)
    work_now: list[WorkIn] = Field(default=[], max_length=10)
    loonheffingskorting_at: LoonheffingskortingAt | None = None
    reintegratietraject: YesNo = Field(
        default=False, description="Follows a path to work that UWV pays for"
    )
    low_income_months: Annotated[int | None, BeforeValidator(_whole(0, MOST_MONTHS))] = Field(
        default=None, description="For how many months the income has been low already"
    )
    studiefinanciering: YesNo = Field(
        default=None, description="Gets studiefinanciering or a WTOS allowance (Pw art. 36b)"
    )


class PlanIn(In):
    """What the person expects to do. The loonheffingskorting stays where it is if left out."""

    id: str = Field(min_length=1, max_length=64)
    work: list[WorkIn] = Field(max_length=10)
    loonheffingskorting_at: LoonheffingskortingAt | None = None


class PartnerIncomeIn(In):
    """A twelfth of the year's gross, holiday pay in it."""

    kind: Literal["wage", "benefit", "aow", "pension", "profit"]
    gross_per_month: PerMonth


class PartnerIn(In):
    """The partner. Left out: insured, as everybody who lives in the Netherlands is."""

    birth_date: Day
    income: list[PartnerIncomeIn] = Field(max_length=10)
    insured: YesNo = True


class ChildcareIn(In):
    """Registered childcare."""

    kind: Literal["dagopvang", "bso", "gastouder"]
    hours_per_month: HoursPerMonth
    price_per_hour: PerHour
    only_with_work: YesNo = Field(
        default=False, description="Only in situations with work; else in every situation"
    )


class ChildIn(In):
    """A child with the right to kinderbijslag. Left out: no income of its own."""

    birth_date: Day
    childcare: list[ChildcareIn] = Field(default=[], max_length=5)
    income_per_year: PerYear = ZERO


class CoResidentIn(In):
    """Somebody else registered at the address."""

    birth_date: Day
    income_per_year: PerYear
    student: YesNo = False
    commercial_tenant: YesNo = False


class HomeIn(In):
    """Where the household lives."""

    kind: Literal["rent", "own", "room", "parents"] | None
    kale_huur: PerMonth = None
    municipality: str | None = Field(default=None, description="CBS code of four digits")


class CalculateIn(In):
    """One household, what it has now and up to three plans."""

    rules_date: Day = Field(default=None, description="Today if left out")
    start_month: MonthOfYear = None
    months: Annotated[
        int | None,
        BeforeValidator(_whole(1, 24)),
        WithJsonSchema(
            {"anyOf": [{"type": "integer", "minimum": 1, "maximum": 24}, {"type": "null"}]}
        ),
    ] = None
    person: PersonIn
    plans: list[PlanIn] = Field(default=[], max_length=100)
    partner: PartnerIn | None = None
    children: list[ChildIn] = Field(default=[], max_length=20)
    co_residents: list[CoResidentIn] = Field(default=[], max_length=20)
    home: HomeIn | None = None
    vermogen: Vermogen = Field(default=None, description="Joint assets on 1 January; euro")
