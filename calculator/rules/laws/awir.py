"""Algemene wet inkomensafhankelijke regelingen (Awir): what the toeslagen share."""

from decimal import Decimal

from calculator.rules.amounts import Amounts
from calculator.rules.money import ZERO


def niet_te_klein(amounts: Amounts, per_jaar: Decimal) -> bool:
    """Art. 14 lid 5: below 24 euro a year nothing is granted. ``per_jaar`` in euro per year."""
    minimum: Decimal = amounts.awir.minimumbedrag.value
    return per_jaar >= minimum


def inkomen_van_kind(amounts: Amounts, inkomen_per_jaar: Decimal, age_on_1_january: int) -> Decimal:
    """Art. 7 lid 6: income of a child below 23 counts above the exemption only. Euro per year."""
    if age_on_1_january >= int(amounts.awir.leeftijd_kind_vrijstelling.value):
        return inkomen_per_jaar
    return max(inkomen_per_jaar - amounts.awir.vrijstelling_inkomen_kind.value, ZERO)
