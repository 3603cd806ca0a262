"""Kwijtschelding of municipal and water-board taxes, by the rules for private persons.

Uitvoeringsregeling Invorderingswet 1990 (URI) art. 11 to 16, with the room that the Regeling
kwijtschelding belastingen medeoverheden leaves. Amounts in euro per month unless said.
"""

from decimal import Decimal
from typing import NamedTuple

from calculator.rules.amounts import Amounts
from calculator.rules.laws import huurtoeslag
from calculator.rules.money import MONTHS_PER_YEAR, ONE, ZERO, at_least_zero, cents


class Lasten(NamedTuple):
    """What the household pays and gets for home, health and children (euro per month)."""

    huur: Decimal
    huurtoeslag: Decimal
    premie: Decimal
    zorgtoeslag: Decimal
    kindgebonden_budget: Decimal
    kindgebonden_budget_hoogste: Decimal
    #: more than one person lives there
    meerpersoons: bool
    #: ``single``, ``single_parent`` or ``couple``
    household: str
    #: the part of the rent that is theirs, where others share it
    deel: Decimal = ONE


def woonlasten(amounts: Amounts, lasten: Lasten, huurtoeslag_: Decimal = ZERO) -> Decimal:
    """Art. 15 lid 1 b, 3 and 4: their part of the rent, up to the highest, above the basishuur.

    ``huurtoeslag_``: what is taken off the rent first; nothing for the money that is left alone.
    """
    netto = at_least_zero(lasten.huur - huurtoeslag_) * lasten.deel
    highest = amounts.huurtoeslag.maximale_huurgrens.value
    basis = huurtoeslag.basishuur(amounts, meerpersoons=lasten.meerpersoons)
    return at_least_zero(min(netto, highest) - basis)


def hoogste_woonlasten(amounts: Amounts, *, meerpersoons: bool) -> Decimal:
    """The most that counts for a home (art. 15 lid 1 b), where a mortgage isn't known."""
    basis = huurtoeslag.basishuur(amounts, meerpersoons=meerpersoons)
    highest: Decimal = amounts.huurtoeslag.maximale_huurgrens.value - basis
    return highest


def premie(amounts: Amounts, lasten: Lasten) -> Decimal:
    """Art. 15 lid 1 c: the premium as far as the bijstandsnorm doesn't hold it already."""
    norm: Decimal = amounts.kwijtschelding.normpremie.value[lasten.household]
    return at_least_zero(lasten.premie - norm)


def uitgaven(amounts: Amounts, lasten: Lasten) -> Decimal:
    """Art. 15 lid 1 b, c and g, less the toeslagen that pay for them."""
    return (
        woonlasten(amounts, lasten, lasten.huurtoeslag)
        + at_least_zero(premie(amounts, lasten) - lasten.zorgtoeslag)
        + at_least_zero(lasten.kindgebonden_budget_hoogste - lasten.kindgebonden_budget)
    )


def betalingscapaciteit(
    inkomen: Decimal, uitgaven_: Decimal, kosten_van_bestaan: Decimal
) -> Decimal:
    """Art. 13 lid 1, 14 lid 1: what is left above the cost of living."""
    return at_least_zero(inkomen - uitgaven_ - kosten_van_bestaan)


def eigen_deel(amounts: Amounts, betalingscapaciteit_: Decimal) -> Decimal:
    """Art. 11 b 2: the part of the capacity of a year that goes to the assessment (euro)."""
    share: Decimal = amounts.kwijtschelding.deel_betalingscapaciteit.value
    return cents(betalingscapaciteit_ * MONTHS_PER_YEAR * share)


def vrij_geld(
    amounts: Amounts, lasten: Lasten, kosten_van_bestaan: Decimal, *, verruimd: bool
) -> Decimal:
    """Art. 12 lid 2 d: the money that is left alone (euro).

    ``verruimd``: with the most that a municipality or water board may add (RKBM art. 4).
    """
    law = amounts.kwijtschelding
    free: Decimal = (
        kosten_van_bestaan
        + woonlasten(amounts, lasten)
        + premie(amounts, lasten)
        + lasten.kindgebonden_budget_hoogste
    )
    if verruimd:
        free += law.extra_middelen.value * law.extra_middelen_deel.value[lasten.household]
    return free


def kwijtschelding(aanslag: Decimal, eigen_deel_: Decimal, te_veel_vermogen: Decimal) -> Decimal:
    """Art. 11: what of an assessment is let go (euro)."""
    return at_least_zero(aanslag - te_veel_vermogen - eigen_deel_)
