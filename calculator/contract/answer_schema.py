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
    payer: Literal["employer", "uwv", "partner"] | None = None
    work: int | None = Field(default=None, description="Which job of the plan")
    gross: str | None = None
    net: str | None = None
    steps: list[StepOut]


class PayerOut(MaybeUnknown):
    """What one payer pays in a month, and withholds."""

    payer: Literal["employer", "uwv", "partner"]
    work: int | None = None
    gross: str | None
    withheld: str | None
    net: str | None
    steps: list[StepOut]


class MonthOut(MaybeUnknown):
    """The regular month. Euro per month."""

    net: str | None
    complete: bool
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
    net: str | None
    unknown: dict[str, MaybeUnknown] = {}
    steps: dict[str, list[StepOut]]


class SituationOut(Out):
    """One situation: now, or a plan."""

    id: str
    month: MonthOut
    year: YearOut


class DifferenceOut(MaybeUnknown):
    """A plan against now."""

    plan: str
    net_per_month: str | None
    net_per_year: str | None
    kept_per_euro: str | None = Field(
        description="Change in net divided by change in gross earnings; null without a change"
    )


class NotCountedOut(Out):
    """Something that exists but isn't in the figures."""

    code: str
    because: list[str]


class CalculateOut(Out):
    """The answer to a question."""

    rules_date: str
    rules_version: str
    certainty: Literal["definite", "provisional"]
    situations: list[SituationOut]
    differences: list[DifferenceOut]
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
