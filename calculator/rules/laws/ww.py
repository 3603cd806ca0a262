"""Werkloosheidswet (WW): the benefit beside earnings.

Amounts in euro per calendar month.
"""

from decimal import Decimal

from calculator.rules.amounts import Amounts
from calculator.rules.money import ZERO, at_least_zero, cents
from calculator.rules.steps import Steps


def dagloonverhouding(maandloon: Decimal, ongemaximeerd_maandloon: Decimal | None) -> Decimal:
    """C / D of art. 47: capped over uncapped dagloon, 1 where the wage was not above the cap."""
    if ongemaximeerd_maandloon is None or ongemaximeerd_maandloon == ZERO:
        return Decimal(1)
    return maandloon / ongemaximeerd_maandloon


def eindigt_door_inkomen(
    amounts: Amounts,
    maandloon: Decimal,
    inkomen: Decimal,
    verhouding: Decimal,
    steps: Steps | None = None,
) -> bool:
    """Art. 20 lid 1 c: income times C/D is more than 87.5% of the maandloon."""
    grens = amounts.ww.inkomensgrens
    telt = inkomen * verhouding
    ends = telt > grens.value * maandloon
    if steps is not None:
        steps.note(
            "ww.eindigt" if ends else "ww.blijft",
            "WW art. 20 lid 1 c",
            ends,
            "yes-no",
            (
                ("inkomen", cents(telt), "EUR/month"),
                ("grens", cents(grens.value * maandloon), "EUR/month"),
                ("maandloon", maandloon, "EUR/month"),
            ),
            (grens,),
        )
    return ends


def inkomen_uit_uren(
    amounts: Amounts,
    uren_per_week: Decimal,
    ongemaximeerd_maandloon: Decimal,
    arbeidsuren_per_week: Decimal,
    steps: Steps | None = None,
) -> Decimal:
    """Art. 1b lid 5: (A + B) x C / D, income for hours on own account. Euro per month.

    A the hours of a month, a week being five of its 21.75 days (AIB art. 4:1 lid 2); C the
    dagloon without the maximum; D ``arbeidsuren_per_week`` over five. B isn't asked.
    """
    days = amounts.dagloon
    uren = uren_per_week * days.dagen_per_maand.value / days.dagen_per_week.value
    dagloon = ongemaximeerd_maandloon / days.dagen_per_maand.value
    inkomen: Decimal = uren * dagloon / (arbeidsuren_per_week / days.dagen_per_week.value)
    if steps is not None:
        steps.note(
            "ww.inkomen_uit_uren",
            "WW art. 1b lid 5",
            cents(inkomen),
            inputs=(
                ("uren", uren_per_week, "hours/week"),
                ("arbeidsuren", arbeidsuren_per_week, "hours/week"),
                ("maandloon", ongemaximeerd_maandloon, "EUR/month"),
            ),
            amounts=(days.dagen_per_maand, days.dagen_per_week),
        )
    return inkomen


def startperiode(amounts: Amounts, bedrag: Decimal) -> Decimal:
    """Art. 47b lid 1: the benefit less 29% during the start-up period. Euro per month."""
    left: Decimal = bedrag * (1 - amounts.ww.startperiode_vermindering.value)
    return left


def uitkering(
    amounts: Amounts,
    maandloon: Decimal,
    inkomen: Decimal,
    verhouding: Decimal = Decimal(1),
    *,
    eerste_twee_maanden: bool = False,
    inkomen_in_verband_met_arbeid: Decimal = ZERO,
    steps: Steps | None = None,
) -> Decimal:
    """Art. 47 lid 1: percentage x (A - B x C/D) - E, with the holiday allowance in it.

    A ``maandloon``, B ``inkomen``, C/D ``verhouding``, E pension and the like. Euro per month,
    not rounded; never below nothing.
    """
    law = amounts.ww
    percentage = (
        law.uitkeringspercentage_eerste_twee_maanden
        if eerste_twee_maanden
        else law.uitkeringspercentage
    )
    bedrag = at_least_zero(
        percentage.value * (maandloon - inkomen * verhouding) - inkomen_in_verband_met_arbeid
    )
    if steps is not None:
        steps.note(
            "ww.uitkering",
            f"WW art. 47 lid 1 {'a' if eerste_twee_maanden else 'b'}",
            cents(bedrag),
            inputs=(
                ("maandloon", maandloon, "EUR/month"),
                ("inkomen", cents(inkomen * verhouding), "EUR/month"),
            ),
            amounts=(percentage,),
        )
    return bedrag


def wordt_uitbetaald(amounts: Amounts, vol: Decimal, steps: Steps | None = None) -> bool:
    """Art. 41: no payment below an eighth of the minimumloon.

    ``vol`` is the benefit of the regular month with its holiday allowance; the minimumloon is
    that of a month, without holiday allowance (rules decision 8 b).
    """
    drempel = amounts.ww.drempel_uitbetaling
    minimumloon = amounts.minimumloon.referentiemaandloon
    limit = drempel.value * minimumloon.value
    paid = vol >= limit
    if steps is not None and not paid:
        steps.note(
            "ww.te_klein",
            "WW art. 41",
            paid,
            "yes-no",
            (("uitkering", cents(vol), "EUR/month"), ("grens", cents(limit), "EUR/month")),
            (drempel, minimumloon),
        )
    return paid


def betaald_per_maand(amounts: Amounts, vol: Decimal, steps: Steps | None = None) -> Decimal:
    """Art. 33 lid 3: 100/108 is paid now, 8/108 in May. Euro per month, whole cents."""
    teller, noemer = amounts.ww.vakantiebijslag_teller, amounts.ww.vakantiebijslag_noemer
    paid = cents(vol * (noemer.value - teller.value) / noemer.value)
    if steps is not None:
        steps.note(
            "ww.betaald",
            "WW art. 33 lid 3",
            paid,
            inputs=(
                ("uitkering", cents(vol), "EUR/month"),
                ("vakantiebijslag", cents(vol) - paid, "EUR/month"),
            ),
            amounts=(teller, noemer),
        )
    return paid
