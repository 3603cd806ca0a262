"""What visitors see: the published schemes of one municipality, as the law's own records."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from calculator.municipalities.models import Version, VersionAmount
from calculator.rules.money import cents
from calculator.rules.schemes import Age, IncomeTest, Scheme, SchemeAmount

HUNDRED = Decimal(100)
#: number, revision and day of every version on the site
Stamp = tuple[tuple[int, int, datetime | None], ...]
HOUSEHOLDS: dict[str, frozenset[str]] = {
    "any": frozenset(),
    "single": frozenset({"single"}),
    "single_parent": frozenset({"single_parent"}),
    "couple": frozenset({"couple"}),
    "not_single_parent": frozenset({"single", "couple"}),
}


@dataclass(frozen=True, slots=True)
class PublishedScheme:
    """A scheme with what people read about it. Texts are Dutch, as the municipality wrote them."""

    scheme: Scheme
    name: str
    explanation: str
    conditions: str
    decided_by: str
    decided_by_name: str
    apply_at: str
    apply_how: str
    bring: tuple[str, ...]
    objection: bool
    source: str
    checked_by: str


#: which versions were read of a municipality, and what they say
_read: dict[str, tuple[Stamp, tuple[PublishedScheme, ...]]] = {}


def schemes_of(municipality: str) -> tuple[PublishedScheme, ...]:
    """The published schemes of a municipality, in three queries however many there are.

    What is on the site doesn't change: a change is another version. So one query tells whether
    what was read for an earlier outcome still holds.
    """
    shown = Version.objects.filter(
        state=Version.State.PUBLISHED, scheme__municipality_id=municipality
    )
    stamp = tuple(shown.order_by("pk").values_list("pk", "revision", "published_on"))
    if not stamp:
        return ()
    found = _read.get(municipality)
    if found is None or found[0] != stamp:
        versions = (
            shown.select_related("scheme")
            .prefetch_related("amounts")
            .order_by("scheme__kind", "scheme__code")
        )
        schemes = tuple(as_published(one, list(one.amounts.all())) for one in versions)
        found = _read[municipality] = stamp, schemes
    return found[1]


def as_published(version: Version, amounts: list[VersionAmount]) -> PublishedScheme:
    """A version as visitors see it; a draft too, for the preview."""
    return PublishedScheme(
        scheme=as_rule(version, amounts),
        name=version.name,
        explanation=version.explanation,
        conditions=version.conditions,
        decided_by=version.decided_by,
        decided_by_name=version.decided_by_name,
        apply_at=version.apply_at,
        apply_how=version.apply_how,
        bring=tuple(part.strip() for part in version.bring.split(";") if part.strip()),
        objection=version.objection,
        source=version.source,
        checked_by=version.checked_by,
    )


def as_rule(version: Version, amounts: list[VersionAmount]) -> Scheme:
    """The record that :func:`calculator.rules.schemes.judge` looks at."""
    limits = None
    if version.asset_limit_single is not None and version.asset_limit_family is not None:
        limits = (version.asset_limit_single, version.asset_limit_family)
    return Scheme(
        code=version.scheme.code,
        kind=version.scheme.kind,
        municipality=version.scheme.municipality_id,
        households=HOUSEHOLDS[version.for_whom],
        income=_income_test(version),
        income_unknown=version.income_test == Version.IncomeTest.UNKNOWN,
        assets=version.assets,
        asset_limits=limits,
        age=Age(version.min_age, version.max_age),
        child=_age_or_none(version.child_from, version.child_until),
        low_income_months=version.low_income_months,
        amounts=tuple(
            SchemeAmount(
                value=cents(amount.value),
                per=amount.per,
                household=amount.household,
                child=_age_or_none(amount.child_from, amount.child_until),
                per_child=amount.per_child,
                in_kind=amount.in_kind,
            )
            for amount in amounts
        ),
        conditions=bool(version.conditions),
        sure=version.confidence != Version.Confidence.SINGLE,
        valid_from=version.valid_from,
        valid_until=version.valid_until,
        checked_on=version.checked_on,
    )


def _income_test(version: Version) -> IncomeTest | None:
    if version.income_percentage is None:
        return None
    own, lowest = version.own_share_percentage, version.income_from_percentage
    return IncomeTest(
        percentage=version.income_percentage / HUNDRED,
        above=None if lowest is None else lowest / HUNDRED,
        vakantietoeslag=version.with_vakantietoeslag,
        toeslagen=version.counts_toeslagen,
        vrijlating=version.counts_vrijlating,
        own_share=None if own is None else own / HUNDRED,
    )


def _age_or_none(first: int | None, last: int | None) -> Age | None:
    return None if first is None and last is None else Age(first, last)
