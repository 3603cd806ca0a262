"""The shape of an answer (JSON out), for the OpenAPI document and the tests."""

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field


class Out(BaseModel):
    """Base of everything that goes out."""

    model_config = ConfigDict(extra="forbid")


class MaybeUnknown(Out):
    """An unknown amount is null, with ``known`` false and the paths that would settle it."""

    known: Literal[False] | None = Field(default=None, description="False, or absent")
    missing: list[str] = []
    reason: str = ""


class AmountOut(Out):
    """An amount of the law with its date, source and confidence."""

    name: str
    value: Any
    unit: str
    article: str
    valid_from: str = Field(alias="from")
    until: str | None
    confidence: Literal[
        "official", "two-sources", "derived", "single", "unconfirmed", "provisional"
    ]
    source: list[str]


class InputOut(Out):
    """A value that a step used."""

    name: str
    value: str | bool | int
    unit: str


class StepOut(Out):
    """One sum: rule, article, outcome, what it used."""

    rule: str
    law: str
    value: str | bool | int
    unit: str
    inputs: list[InputOut]
    amounts: list[AmountOut]


class LineOut(MaybeUnknown):
    """A gross amount of a payer, or a net amount. Euro per month; costs are negative."""

    code: str
    payer: Literal["employer", "uwv", "self", "partner"] | None = None
    work: int | None = Field(default=None, description="Which job of the plan")
    gross: str | None = None
    net: str | None = None
    steps: list[StepOut]


class PayerOut(MaybeUnknown):
    """What one payer pays in a month, and withholds."""

    payer: Literal["employer", "uwv", "self", "partner"]
    work: int | None = None
    gross: str | None
    withheld: str | None
    net: str | None
    steps: list[StepOut]


class BetweenOut(Out):
    """The lowest and the highest amount there can be, whatever the missing answers are."""

    low: str
    high: str


class MonthOut(MaybeUnknown):
    """The regular month. Euro per month."""

    net: str | None
    complete: bool
    between: BetweenOut | None = Field(
        description="A range for net, where what is missing leaves an honest one"
    )
    lines: list[LineOut]
    payers: list[PayerOut]
    steps: list[StepOut]


class YearOut(MaybeUnknown):
    """The regular month from January to December, with holiday pay in May. Euro per year.

    The tax figures are the person's own; ``toetsingsinkomen`` and ``net`` are those of the
    household. ``net`` is after the assessment.
    """

    belastbaar_inkomen: str | None
    inkomstenbelasting: str | None
    withheld: str | None
    assessment: str | None = Field(description="Withheld minus due; positive comes back")
    toetsingsinkomen: str | None
    vakantiegeld: str | None = Field(description="Gross holiday pay of jobs and benefits")
    zvw: str | None = Field(description="Zvw contribution asked over profit, beside the tax")
    net: str | None
    unknown: dict[str, MaybeUnknown] = {}
    steps: dict[str, list[StepOut]]


class EventOut(Out):
    """Something that makes a month different from the one before."""

    code: str
    date: str | None
    path: str


class PaymentOut(MaybeUnknown):
    """Money that arrives, net. ``around``: the day isn't published."""

    date: str
    around: bool
    payer: Literal["employer", "uwv", "self", "partner", "toeslagen", "svb", "belastingdienst"]
    code: str
    net: str | None
    over: str = Field(description="The month (or the first month of the quarter or year) paid for")
    work: int | None = None


class CalendarMonthOut(MaybeUnknown):
    """A real month: what is earned over it (``net``), and what arrives in it (``received``)."""

    month: str
    certainty: Literal["definite", "provisional"]
    net: str | None
    complete: bool
    received: str | None
    lines: list[LineOut]
    payers: list[PayerOut]
    events: list[EventOut]
    payments: list[PaymentOut]


class ToeslagOut(MaybeUnknown):
    """One toeslag of a year: advances, right, and what is settled. Euro per year."""

    code: str
    advance: str | None
    right: str | None
    repay: str | None
    extra: str | None
    not_recovered: str | None = Field(description="Too small to be asked back (Awir art. 26a)")
    unknown: dict[str, MaybeUnknown] = {}


class RepaymentOut(MaybeUnknown):
    """The toeslagen of a year, for who reports the plan at once, later, or never. Euro."""

    reported: Literal["at_once", "after_three_months", "never"]
    repay: str | None
    extra: str | None
    set_aside_per_month: str | None
    toeslagen: list[ToeslagOut]
    unknown: dict[str, MaybeUnknown] = {}


class KortingOut(MaybeUnknown):
    """What the assessment would be with the loonheffingskorting at this payer."""

    at: Literal["benefit", "work", "none", "both"]
    assessment: str | None
    chosen: bool = Field(description="Where the plan has it")


class CalendarYearOut(MaybeUnknown):
    """A calendar year on its real income: the assessment, and the toeslagen. Euro per year."""

    year: int
    certainty: Literal["definite", "provisional"]
    assumed: list[str] = Field(description="What is taken for granted about the other months")
    belastbaar_inkomen: str | None
    inkomstenbelasting: str | None
    withheld: str | None
    assessment: str | None
    toetsingsinkomen: str | None
    vakantiegeld: str | None
    zvw: str | None
    unknown: dict[str, MaybeUnknown] = {}
    repayments: list[RepaymentOut]
    settled_from: str
    settled_until: str
    loonheffingskorting: list[KortingOut]


class SettlementOut(MaybeUnknown):
    """A benefit paid on the expected income, held for some months, against another income."""

    code: str
    held_months: int
    income: Literal["low", "high"]
    paid: str | None
    right: str | None
    repay: str | None
    extra: str | None
    settled_in: str
    unknown: dict[str, MaybeUnknown] = {}


class SituationOut(Out):
    """One situation: now, or a plan."""

    id: str
    month: MonthOut
    year: YearOut
    calendar: list[CalendarMonthOut]
    calendar_years: list[CalendarYearOut]
    settlements: list[SettlementOut]


class PointOut(MaybeUnknown):
    """A gross wage per month, and the net of the regular month at that wage."""

    gross: str
    net: str | None


class CurveStepOut(Out):
    """A wage at which a right begins or ends."""

    gross: str
    reasons: list[str]
    net_below: str
    net: str
    better_off_from: str | None = Field(
        description="From this wage on the net is as high again as just below the step"
    )


class CurveOut(Out):
    """The net at every gross wage of the first plan."""

    plan: str
    points: list[PointOut]
    steps: list[CurveStepOut]


class DifferenceOut(MaybeUnknown):
    """A plan against now."""

    plan: str
    net_per_month: str | None
    net_per_year: str | None
    kept_per_euro: str | None = Field(
        description="Change in net divided by change in gross earnings; null without a change"
    )


Verdict = Literal["likely", "perhaps", "no"]


class JudgedOut(Out):
    """Whether a scheme is for this household, and why."""

    verdict: Verdict
    reason: str = Field(description="Code of the reason; the values in it under reason_values")
    reason_values: dict[str, str | int]
    missing: list[str] = Field(description="Paths of the answers that would settle it")
    amount: str | None = Field(description="Euro per ``per``; null where it isn't known")
    per: Literal["year", "month", "once"] | None
    in_kind: bool = Field(description="Worth the amount, but not paid in money")
    amounts_of: int | None = Field(description="Year of amounts that have run out; else null")
    check_too_old: bool


class PlanJudgedOut(JudgedOut):
    """The same with a plan."""

    plan: str


class SchemeOut(JudgedOut):
    """A minimum scheme in the situation of now: an estimate; who decides is named."""

    code: str
    kind: str
    municipality: str | None = Field(description="CBS code; null for a scheme of the state")
    name: str | None = Field(description="As the municipality calls it, in Dutch")
    law: str | None
    source: str | None
    decided_by: Literal["municipality", "foundation", "insurer", "water_board", "uwv", "svb"]
    apply_at: str | None
    objection: bool
    checked_on: str | None
    checked_by: str | None
    plans: list[PlanJudgedOut]


class NotCountedOut(Out):
    """Something that exists but isn't in the figures."""

    code: str
    because: list[str]


class DutyOut(Out):
    """A duty or a right, in the situations that it is for."""

    code: str
    kind: Literal["duty", "right"]
    topic: str
    to: str = Field(description="Whom to go to")
    situations: list[str]
    deadline_days: int | None = Field(description="Days within which to act; null: no number")
    figures: dict[str, str] = Field(description="Other figures that its words name")
    law: str
    source: str | None
    checked_on: str
    confidence: Literal["official", "weak"]
    because: list[str] = Field(description="Paths of the answers that brought it up")


class CostOut(Out):
    """What a trap costs, in euro."""

    amount: str
    per: Literal["month", "year", "once"]


class YearAmountOut(Out):
    """An amount of one calendar year."""

    year: int
    amount: str


class WarningOut(Out):
    """A trap that costs money in one situation, with the figures of the rest of the answer."""

    code: str
    variant: str | None
    severity: Literal["high", "medium", "low"]
    situation: str
    law: str | None
    because: list[str]
    amounts: dict[str, str]
    figures: dict[str, str] = Field(description="Other figures that its words name")
    months: list[str]
    years: list[YearAmountOut]
    cost: CostOut | None


class CalculateOut(Out):
    """The answer to a question."""

    rules_date: str
    rules_version: str
    certainty: Literal["definite", "provisional"]
    situations: list[SituationOut]
    differences: list[DifferenceOut]
    curve: CurveOut | None = Field(description="Null without a plan with a job")
    schemes: list[SchemeOut]
    duties: list[DutyOut] = Field(description="Duties and rights")
    warnings: list[WarningOut] = Field(description="What matters most first")
    not_counted: list[NotCountedOut]
    rests_on: list[AmountOut] = Field(description="Amounts whose source is weak")


class ErrorOut(Out):
    """Why a question can't be answered."""

    path: str
    code: str
    message: str


class ErrorsOut(Out):
    """Everything that is wrong, at once; nothing was calculated."""

    errors: list[ErrorOut]
