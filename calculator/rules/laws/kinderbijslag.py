"""Algemene Kinderbijslagwet (AKW): per child per quarter, whatever the income."""

from collections.abc import Sequence
from decimal import Decimal

from calculator.rules.amounts import Amount, Amounts
from calculator.rules.money import MONTHS_PER_QUARTER, ZERO, cents
from calculator.rules.steps import Steps


def per_kwartaal(amounts: Amounts, age: int) -> Amount | None:
    """Art. 7 and 12 lid 3: the amount for a child of that age; None from 18."""
    law = amounts.kinderbijslag
    if age >= int(law.leeftijd_kind.value):
        return None
    if age >= int(law.leeftijd_hoog.value):
        amount: Amount = law.bedrag_12_17
    elif age >= int(law.leeftijd_midden.value):
        amount = law.bedrag_6_11
    else:
        amount = law.bedrag_0_5
    return amount


def kinderbijslag(amounts: Amounts, ages: Sequence[int], steps: Steps | None = None) -> Decimal:
    """Euro per month: a third of the quarter of all children together (art. 12)."""
    found = [amount for age in ages if (amount := per_kwartaal(amounts, age)) is not None]
    quarter = sum((amount.value for amount in found), ZERO)
    per_month = cents(quarter / MONTHS_PER_QUARTER)
    if steps is not None:
        steps.note(
            "kinderbijslag.per_maand",
            "AKW art. 12 lid 3",
            per_month,
            inputs=(("children", len(found), "count"), ("quarter", quarter, "EUR/quarter")),
            amounts=tuple(dict.fromkeys(found)),
        )
    return per_month
