"""The schemes of a household: those of its municipality and those of the state, each judged.

The one place where the law meets the database. Without a database there are still the schemes of
the state, and it is said that those of the municipality couldn't be read.
"""

import logging
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from django.db import DatabaseError

from calculator.municipalities.names import Named, municipalities
from calculator.municipalities.published import PublishedScheme, schemes_of
from calculator.rules import amounts as amounts_of_the_law
from calculator.rules.amounts import Amounts
from calculator.rules.outcome import Outcome
from calculator.rules.schemes import (
    BY_CODE,
    Case,
    Judged,
    Means,
    StateScheme,
    judge,
    means_of,
    state_schemes,
)
from calculator.rules.schemes.judging import is_known_on
from calculator.rules.situation import Household

logger = logging.getLogger(__name__)
#: a household can have one of these, so what a municipality has of them are variants
ONE_OF_A_KIND = frozenset(
    {
        "individuele_inkomenstoeslag",
        "bijzondere_bijstand",
        "studietoeslag",
        "kwijtschelding_gemeente",
    }
)
#: of these that of a municipality takes the place of the general one
OWN_FIRST = ONE_OF_A_KIND | {"collectieve_zorgverzekering", "meedoen"}
#: a variant is for other households, or for another income
FOR_OTHERS = frozenset(
    {"not_for_household", "no_children", "no_children_of_age", "income_below_band"}
)
#: what somebody may live on, so that a perhaps is worth a duty to tell
BIJSTAND = frozenset({"algemene_bijstand", "bijzondere_bijstand"})
BEST_FIRST = {"likely": 0, "perhaps": 1, "no": 2}


@dataclass
class FoundScheme:
    """One scheme, with its verdict now and in every plan."""

    #: as the municipality wrote it, or as the state has it
    about: PublishedScheme | StateScheme
    #: by the id of the situation, ``now`` first
    judged: dict[str, Judged] = field(default_factory=dict)

    @property
    def now(self) -> Judged:
        """The verdict in the situation of now."""
        return self.judged["now"]


@dataclass
class Found:
    """Every scheme that was looked at, the most likely first."""

    schemes: list[FoundScheme]
    municipality: Named | None
    #: whether the schemes of the municipality could be read
    available: bool = True
    #: whether the municipality has schemes of its own here
    has_own: bool = False

    def of_municipality(self) -> dict[str, frozenset[str]]:
        """By situation, the schemes that the municipality decides about and may give."""
        ids = dict.fromkeys(name for item in self.schemes for name in item.judged)
        return {
            name: frozenset(
                item.now.scheme.code
                for item in self.schemes
                if item.about.decided_by == "municipality"
                and name in item.judged
                and (
                    item.judged[name].verdict == "likely"
                    or (item.now.scheme.code in BIJSTAND and item.judged[name].verdict != "no")
                )
            )
            for name in ids
        }


def find(household: Household, outcome: Outcome) -> Found:
    """Every scheme against the situation of now and each plan."""
    code = None if household.home is None else household.home.municipality
    own, available = _own(code, household)
    amounts = amounts_of_the_law.on(household.rules_date)
    found: dict[str, FoundScheme] = {}
    kinds = {one.scheme.kind for one in own} & OWN_FIRST
    for plan, situation in zip((household.now, *household.plans), outcome.situations, strict=True):
        means = means_of(household, amounts, situation)
        for variants in _variants(own):
            # of what a municipality has for different households, the one that fits
            published, judged = _best(variants, means, amounts)
            item = found.setdefault(f"own.{variants[0].scheme.code}", FoundScheme(published))
            item.judged[situation.id] = judged
        case = Case(household, plan, situation, means, amounts)
        for judged in state_schemes(case, without=kinds):
            code_ = judged.scheme.code
            item = found.setdefault(code_, FoundScheme(BY_CODE[code_]))
            item.judged[situation.id] = judged
    schemes = sorted(
        _without_others(list(found.values())), key=lambda one: BEST_FIRST[one.now.verdict]
    )
    return Found(
        schemes=schemes,
        municipality=None if code is None else municipalities().get(code),
        available=available,
        has_own=bool(own),
    )


def _without_others(found: list[FoundScheme]) -> Iterator[FoundScheme]:
    """Leave out what is for other households, where something of its kind is for this one."""
    fitting = {
        item.now.scheme.kind
        for item in found
        if item.now.scheme.municipality is not None and item.now.reason not in FOR_OTHERS
    }
    for item in found:
        for_others = all(one.reason in FOR_OTHERS for one in item.judged.values())
        own = item.now.scheme.municipality is not None
        if not (own and for_others and item.now.scheme.kind in fitting):
            yield item


def _variants(own: Sequence[PublishedScheme]) -> Iterator[list[PublishedScheme]]:
    """The schemes, with those together that a household can only have one of."""
    by_kind: dict[str, list[PublishedScheme]] = {}
    for one in own:
        kind = one.scheme.kind
        key = kind if kind in ONE_OF_A_KIND else f"{kind}.{one.scheme.code}"
        by_kind.setdefault(key, []).append(one)
    yield from by_kind.values()


def _best(
    variants: list[PublishedScheme], means: Means, amounts: Amounts
) -> tuple[PublishedScheme, Judged]:
    """The variant that fits best; of two that fit as well, the one for fewer households."""
    judged = [(one, judge(one.scheme, means, amounts)) for one in variants]
    return min(
        judged,
        key=lambda item: (
            BEST_FIRST[item[1].verdict],
            item[1].reason in FOR_OTHERS,
            item[0].scheme.child is None,
            not item[0].scheme.households,
        ),
    )


def _own(code: str | None, household: Household) -> tuple[Sequence[PublishedScheme], bool]:
    """The schemes of the municipality that were there on the rules date."""
    if code is None:
        return (), True
    try:
        published = schemes_of(code)
    except DatabaseError as error:
        # what went wrong, not for whom
        logger.error("schemes of municipalities can't be read: %s", type(error).__name__)
        return (), False
    return [one for one in published if is_known_on(one.scheme, household.rules_date)], True
