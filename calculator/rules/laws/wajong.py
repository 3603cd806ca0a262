"""Wet arbeidsongeschiktheidsvoorziening jonggehandicapten (Wajong): three regimes, one sum.

Since 2021 the oude Wajong (chapter 3), the Wajong 2010 (chapter 2) and the Wajong 2015
(chapter 1a) are worked out alike. The law counts per day; a month is 21.75 days, so the sum
is made in euro per calendar month and rounded once.
"""

from collections.abc import Sequence
from decimal import Decimal

from calculator.rules.amounts import Amounts
from calculator.rules.money import ZERO, at_least_zero, cents
from calculator.rules.steps import Steps


def grondslag(amounts: Amounts, age: int, steps: Steps | None = None) -> Decimal:
    """Art. 1:1 m, 1a:4 lid 1, 2:1 and 3:7: the minimumloon, below 21 the youth minimumloon.

    Euro per month, without holiday allowance.
    """
    law = amounts.minimumloon
    base: Decimal = law.referentiemaandloon.value
    share = law.jeugdpercentage.value.get(str(age))
    if share is not None:
        base *= share
    if steps is not None:
        steps.note(
            "wajong.grondslag" if share is None else "wajong.grondslag_jeugd",
            "Wajong art. 1:1 m, 1a:4, 2:1, 3:7",
            cents(base),
            inputs=() if share is None else (("age", age, "years"), ("share", share, "fraction")),
            amounts=(law.referentiemaandloon,)
            if share is None
            else (law.referentiemaandloon, law.jeugdpercentage),
        )
    return base


def uitkering(
    amounts: Amounts,
    grondslag: Decimal,
    inkomen: Decimal,
    *,
    arbeidsvermogen: bool,
    steps: Steps | None = None,
) -> Decimal:
    """Percentage x (G - I): 70% with work capacity, 75% without for good.

    Art. 2:40 lid 1 b and 3:8 lid 1 b; 1a:4 lid 2, 2:46 and 3:8b. Euro per month, not rounded.
    """
    law = amounts.wajong
    percentage = law.percentage if arbeidsvermogen else law.percentage_duurzaam
    bedrag = at_least_zero(percentage.value * (grondslag - inkomen))
    if steps is not None:
        steps.note(
            "wajong.met_arbeidsvermogen" if arbeidsvermogen else "wajong.zonder_arbeidsvermogen",
            "Wajong art. 2:40 lid 1 b, 3:8 lid 1 b"
            if arbeidsvermogen
            else "Wajong art. 1a:4 lid 2, 2:46, 3:8b",
            cents(bedrag),
            inputs=(
                ("grondslag", cents(grondslag), "EUR/month"),
                ("inkomen", cents(inkomen), "EUR/month"),
            ),
            amounts=(percentage,),
        )
    return bedrag


def compensatiefactor(amounts: Amounts, loonwaarde: Decimal) -> Decimal:
    """Art. 2:40 lid 2: (LW - 0.3) / (0.7 x LW); ``loonwaarde`` as a fraction."""
    law = amounts.wajong
    factor: Decimal = (loonwaarde - law.compensatiefactor_aftrek.value) / (
        law.compensatiefactor_factor.value * loonwaarde
    )
    return factor


def uitkering_loondispensatie(
    amounts: Amounts,
    grondslag: Decimal,
    gedispenseerd: Sequence[tuple[Decimal, Decimal]],
    overig_inkomen: Decimal = ZERO,
    steps: Steps | None = None,
) -> Decimal:
    """Art. 2:40 and 3:8 lid 1 a, 2, 3 and 4: working with loondispensatie.

    ``gedispenseerd``: per job the income (Ia) and the loonwaarde (LW); ``overig_inkomen``: Io.
    0.7 x G - 0.7 x (CF x Ia + Io), or Ia / LW - Ia where that is more. Euro per month.
    """
    law = amounts.wajong
    counted = overig_inkomen
    top_up = ZERO
    for inkomen, loonwaarde in gedispenseerd:
        counted += compensatiefactor(amounts, loonwaarde) * inkomen
        top_up += inkomen / loonwaarde - inkomen
    regular = at_least_zero(law.percentage.value * (grondslag - counted))
    bedrag = max(regular, top_up)
    if steps is not None:
        income = sum((item[0] for item in gedispenseerd), ZERO)
        used = (law.percentage, law.compensatiefactor_aftrek, law.compensatiefactor_factor)
        steps.note(
            "wajong.loondispensatie",
            "Wajong art. 2:40 lid 1 a, 2 en 4, 3:8 lid 1 a, 2 en 4",
            cents(regular),
            inputs=(
                ("grondslag", cents(grondslag), "EUR/month"),
                ("inkomen", cents(income + overig_inkomen), "EUR/month"),
                ("telt_mee", cents(counted), "EUR/month"),
            ),
            amounts=used,
        )
        if top_up > regular:
            steps.note(
                "wajong.aanvulling_tot_functieloon",
                "Wajong art. 2:40 lid 3 en 4, 3:8 lid 3 en 4",
                cents(bedrag),
                inputs=(
                    ("inkomen", cents(income), "EUR/month"),
                    ("functieloon", cents(income + top_up), "EUR/month"),
                ),
            )
    return bedrag


def met_garantiebedrag(
    amounts: Amounts,
    bedrag: Decimal,
    garantiebedrag_per_dag: Decimal | None,
    steps: Steps | None = None,
) -> Decimal:
    """Art. 8:8 lid 4: the garantiebedrag where the normal benefit is not above it.

    ``garantiebedrag_per_dag`` in euro per day on the rules date; the result per month.
    """
    if garantiebedrag_per_dag is None:
        return bedrag
    days = amounts.dagloon.dagen_per_maand
    garantie = garantiebedrag_per_dag * days.value
    if garantie < bedrag:
        return bedrag
    if steps is not None:
        steps.note(
            "wajong.garantiebedrag",
            "Wajong art. 8:8 lid 4",
            cents(garantie),
            inputs=(
                ("per_day", garantiebedrag_per_dag, "EUR/day"),
                ("zonder", cents(bedrag), "EUR/month"),
            ),
            amounts=(days,),
        )
    return garantie
