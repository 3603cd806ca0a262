"""Wet op het kindgebonden budget (Wkb). Amounts in euro per year unless a name says otherwise."""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from calculator.rules.amounts import Amount, Amounts
from calculator.rules.laws import awir
from calculator.rules.money import MONTHS_PER_YEAR, ZERO, at_least_zero, cents, euros, euros_down
from calculator.rules.steps import Steps


class KindgebondenBudget(NamedTuple):
    """Euro per year (exact) and per month (whole euros, as paid)."""

    exact: Decimal
    per_month: Decimal


NONE = KindgebondenBudget(ZERO, ZERO)


def vermogensgrens(amounts: Amounts, *, partner: bool) -> Decimal:
    """Art. 1 lid 4: above this much vermogen on 1 January there is no right (euro)."""
    law = amounts.kindgebonden_budget
    amount = law.vermogensgrens_partner if partner else law.vermogensgrens_alleenstaand
    limit: Decimal = amount.value
    return limit


def afbouw(
    amounts: Amounts, toetsingsinkomen: Decimal, drempel: Decimal
) -> tuple[Decimal, tuple[Amount, ...]]:
    """Art. 2 lid 7 and 8: what the income takes off (euro per year).

    From 2027 a higher percentage above a second threshold (bill 36 923): the amounts that
    brought it in are returned too.
    """
    law = amounts.kindgebonden_budget
    above = at_least_zero(toetsingsinkomen - drempel)
    less: Decimal = above * law.afbouwpercentage.value
    if "tweede_drempel" not in law.__dict__:
        return less, ()
    far_above = min(at_least_zero(toetsingsinkomen - law.tweede_drempel.value), above)
    if not far_above:
        return less, ()
    steeper = law.afbouwpercentage_tweede_drempel
    less += far_above * (steeper.value - law.afbouwpercentage.value)
    return less, (law.tweede_drempel, steeper)


def kindgebonden_budget(
    amounts: Amounts,
    toetsingsinkomen: Decimal,
    ages: Sequence[int],
    *,
    partner: bool,
    steps: Steps | None = None,
) -> KindgebondenBudget:
    """Art. 2: per child, more from 12 and from 16, more for a single parent, less with income.

    ``ages``: of the children in the household with the right to kinderbijslag. A month is a
    twelfth of the exact year, rounded down (leaflet tg0811z61fd).
    """
    law = amounts.kindgebonden_budget
    children = [age for age in ages if age < int(law.leeftijd_kind.value)]
    if not children:
        return NONE
    middle = int(law.leeftijd_verhoging.value)
    high = int(law.leeftijd_verhoging_hoog.value)
    most = law.bedrag_per_kind.value * len(children)
    used: list[Amount] = [law.bedrag_per_kind]
    aged_12_15 = sum(1 for age in children if middle <= age < high)
    aged_16_17 = sum(1 for age in children if age >= high)
    if aged_12_15:
        most += law.verhoging_12_15.value * aged_12_15
        used.append(law.verhoging_12_15)
    if aged_16_17:
        most += law.verhoging_16_17.value * aged_16_17
        used.append(law.verhoging_16_17)
    drempel = law.drempelinkomen.value
    if partner:
        drempel += law.drempel_verhoging_partner.value
    else:
        most += law.verhoging_alleenstaande_ouder.value
        used.append(law.verhoging_alleenstaande_ouder)
    less, steeper = afbouw(amounts, toetsingsinkomen, drempel)
    exact = at_least_zero(most - less)
    if not awir.niet_te_klein(amounts, euros(exact)):
        exact = ZERO
    per_month = euros_down(exact / MONTHS_PER_YEAR)
    if steps is not None:
        steps.note(
            "kindgebonden_budget.hoogste_bedrag",
            "Wkb art. 2 lid 2 tot en met 6",
            most,
            "EUR/year",
            (("children", len(children), "count"),),
            tuple(used),
        )
        limits: tuple[Amount, ...] = (law.drempelinkomen, law.afbouwpercentage)
        if partner:
            limits += (law.drempel_verhoging_partner,)
        limits += steeper
        steps.note(
            "kindgebonden_budget.toeslag",
            "Wkb art. 2 lid 7" if not partner else "Wkb art. 2 lid 8",
            per_month,
            inputs=(
                ("hoogste_bedrag", most, "EUR/year"),
                ("toetsingsinkomen", toetsingsinkomen, "EUR/year"),
                ("drempel", drempel, "EUR/year"),
                ("verlaging", cents(less), "EUR/year"),
            ),
            amounts=limits,
        )
    return KindgebondenBudget(exact, per_month)
