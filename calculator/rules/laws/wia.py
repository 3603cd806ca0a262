"""Wet werk en inkomen naar arbeidsvermogen (WIA): IVA and WGA beside earnings.

Amounts in euro per calendar month. ``verhouding`` is B/C (IVA) or C/D (WGA): the dagloon
over the dagloon without the maximum.
"""

from decimal import Decimal
from typing import Literal

from calculator.rules.amounts import Amount, Amounts
from calculator.rules.money import at_least_zero, cents
from calculator.rules.steps import Steps


def minimumloon(amounts: Amounts, age: int) -> tuple[Decimal, tuple[Amount, ...]]:
    """Art. 12 lid 1 b: the minimumloon of a month with 8% holiday allowance, by age."""
    law = amounts.minimumloon
    base = law.referentiemaandloon.value
    used: tuple[Amount, ...] = (law.referentiemaandloon, law.vakantiebijslagpercentage)
    share = law.jeugdpercentage.value.get(str(age))
    if share is not None:
        base *= share
        used += (law.jeugdpercentage,)
    return base * (1 + law.vakantiebijslagpercentage.value), used


def iva_uitkering(
    amounts: Amounts,
    maandloon: Decimal,
    inkomen: Decimal,
    verhouding: Decimal = Decimal(1),
    steps: Steps | None = None,
) -> Decimal:
    """Art. 51 and 52 lid 1: 75% of the maandloon less 0.7 x A x B/C. With holiday allowance."""
    law = amounts.wia
    bedrag = at_least_zero(
        law.iva_percentage.value * maandloon - law.iva_verrekening.value * inkomen * verhouding
    )
    if steps is not None:
        steps.note(
            "wia.iva",
            "WIA art. 51, 52 lid 1",
            cents(bedrag),
            inputs=(
                ("maandloon", maandloon, "EUR/month"),
                ("inkomen", cents(inkomen * verhouding), "EUR/month"),
            ),
            amounts=(law.iva_percentage, law.iva_verrekening),
        )
    return bedrag


def loongerelateerde_uitkering(
    amounts: Amounts,
    maandloon: Decimal,
    inkomen: Decimal,
    verhouding: Decimal = Decimal(1),
    *,
    eerste_twee_maanden: bool = False,
    steps: Steps | None = None,
) -> Decimal:
    """Art. 61 lid 1: percentage x (A - B x C/D). With holiday allowance."""
    law = amounts.wia
    percentage = (
        law.wga_percentage_eerste_twee_maanden if eerste_twee_maanden else law.wga_percentage
    )
    bedrag = at_least_zero(percentage.value * (maandloon - inkomen * verhouding))
    if steps is not None:
        steps.note(
            "wia.loongerelateerd",
            f"WIA art. 61 lid 1 {'a' if eerste_twee_maanden else 'b'}",
            cents(bedrag),
            inputs=(
                ("maandloon", maandloon, "EUR/month"),
                ("inkomen", cents(inkomen * verhouding), "EUR/month"),
            ),
            amounts=(percentage,),
        )
    return bedrag


def inkomenseis(amounts: Amounts, resterende_verdiencapaciteit: Decimal) -> Decimal:
    """Art. 60 lid 2: half of the resterende verdiencapaciteit (euro per month)."""
    share: Decimal = amounts.wia.inkomenseis.value
    return share * resterende_verdiencapaciteit


def loonaanvullingsuitkering(
    amounts: Amounts,
    maandloon: Decimal,
    inkomen: Decimal,
    inkomen_voor_eis: Decimal,
    overblijvende_verdiencapaciteit: Decimal | None,
    uitkeringspercentage: Decimal,
    laagste_loon: Decimal,
    verhouding: Decimal = Decimal(1),
) -> tuple[str, Decimal]:
    """Art. 61 lid 2 to 5, with holiday allowance; the name of the member that decided.

    ``overblijvende_verdiencapaciteit`` None: no inkomenseis. ``laagste_loon``: H of lid 5, the
    minimumloon or the maandloon where that is lower.
    """
    percentage = amounts.wia.wga_percentage.value
    volledig = at_least_zero(percentage * (maandloon - inkomen * verhouding))
    if (
        overblijvende_verdiencapaciteit is None
        or inkomen_voor_eis >= overblijvende_verdiencapaciteit
    ):
        return "lid_2", volledig
    bedrag = at_least_zero(percentage * (maandloon - overblijvende_verdiencapaciteit * verhouding))
    vloer = uitkeringspercentage * laagste_loon
    if bedrag < vloer:
        return "lid_5", min(vloer, volledig)
    return "lid_4", bedrag


def vervolguitkering(uitkeringspercentage: Decimal, laagste_loon: Decimal) -> Decimal:
    """Art. 62 lid 1: percentage x the lower of minimumloon and maandloon."""
    return uitkeringspercentage * laagste_loon


def wga_na_loongerelateerd(
    amounts: Amounts,
    *,
    maandloon: Decimal,
    inkomen: Decimal,
    inkomen_voor_eis: Decimal,
    arbeidsongeschiktheid: str,
    resterende_verdiencapaciteit: Decimal | None,
    age: int,
    verhouding: Decimal = Decimal(1),
    steps: Steps | None = None,
) -> tuple[Literal["loonaanvulling", "vervolg"], Decimal]:
    """Art. 60 to 62: which of the two the income decides, and its height.

    Euro per month with holiday allowance. ``inkomen_voor_eis`` is the income for the
    inkomenseis (AIB art. 3:4), ``inkomen`` the income that is deducted; they differ only
    beside a WW benefit. ``resterende_verdiencapaciteit`` None: no inkomenseis (art. 60 lid 3).
    """
    law = amounts.wia
    percentage = law.wga_uitkeringspercentage.value[arbeidsongeschiktheid]
    lowest, used = minimumloon(amounts, age)
    lowest = min(lowest, maandloon)

    if resterende_verdiencapaciteit is not None:
        eis = inkomenseis(amounts, resterende_verdiencapaciteit)
        meets = inkomen_voor_eis >= eis
        if steps is not None:
            steps.note(
                "wia.haalt_inkomenseis" if meets else "wia.haalt_inkomenseis_niet",
                "WIA art. 60 lid 1 en 2",
                meets,
                "yes-no",
                (
                    ("inkomen", cents(inkomen_voor_eis), "EUR/month"),
                    ("inkomenseis", cents(eis), "EUR/month"),
                    ("verdiencapaciteit", resterende_verdiencapaciteit, "EUR/month"),
                ),
                (law.inkomenseis,),
            )
        if not meets:
            bedrag = vervolguitkering(percentage, lowest)
            if steps is not None:
                steps.note(
                    "wia.vervolg",
                    "WIA art. 62 lid 1",
                    cents(bedrag),
                    inputs=(
                        ("percentage", percentage, "fraction"),
                        ("laagste_loon", cents(lowest), "EUR/month"),
                    ),
                    amounts=(law.wga_uitkeringspercentage, *used),
                )
            return "vervolg", bedrag
    elif steps is not None:
        steps.note("wia.geen_inkomenseis", "WIA art. 60 lid 3", True, "yes-no")

    member, bedrag = loonaanvullingsuitkering(
        amounts,
        maandloon,
        inkomen,
        inkomen_voor_eis,
        resterende_verdiencapaciteit,
        percentage,
        lowest,
        verhouding,
    )
    if steps is not None:
        counted = (
            inkomen
            if member == "lid_2" or resterende_verdiencapaciteit is None
            else resterende_verdiencapaciteit
        )
        steps.note(
            f"wia.loonaanvulling_{member}",
            f"WIA art. 61 {member.replace('_', ' ')}",
            cents(bedrag),
            inputs=(
                ("maandloon", maandloon, "EUR/month"),
                ("inkomen", cents(counted * verhouding), "EUR/month"),
                ("percentage", percentage, "fraction"),
                ("laagste_loon", cents(lowest), "EUR/month"),
            ),
            amounts=(law.wga_percentage,)
            if member != "lid_5"
            else (law.wga_percentage, law.wga_uitkeringspercentage, *used),
        )
    return "loonaanvulling", bedrag


def betaald_per_maand(amounts: Amounts, vol: Decimal, steps: Steps | None = None) -> Decimal:
    """Art. 68 lid 1: 100/108 is paid now, 8/108 in May. Euro per month, whole cents."""
    teller, noemer = amounts.wia.vakantiebijslag_teller, amounts.wia.vakantiebijslag_noemer
    paid = cents(vol * (noemer.value - teller.value) / noemer.value)
    if steps is not None:
        steps.note(
            "wia.betaald",
            "WIA art. 68 lid 1",
            paid,
            inputs=(
                ("uitkering", cents(vol), "EUR/month"),
                ("vakantiebijslag", cents(vol) - paid, "EUR/month"),
            ),
            amounts=(teller, noemer),
        )
    return paid
