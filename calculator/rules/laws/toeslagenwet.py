"""Toeslagenwet (TW): a supplement to the social minimum on a WW, WIA or Wajong benefit.

The law counts per day; a month is 21.75 days. Amounts in euro per month, without holiday pay,
unless a name says otherwise.
"""

from decimal import Decimal
from typing import Literal, NamedTuple

from calculator.rules.amounts import Amount, Amounts
from calculator.rules.money import ZERO, at_least_zero, cents
from calculator.rules.steps import Steps, Value

Leefvorm = Literal["gehuwd", "alleenstaande", "kostendeler", "geen"]


class Norm(NamedTuple):
    """The norm that applies (euro per day); ``amount`` None: there is no right."""

    leefvorm: Leefvorm
    amount: Amount | None


def norm(
    amounts: Amounts,
    *,
    age: int,
    partner: bool,
    partner_born_after_1971: bool,
    child_below_12: bool,
    lives_with_parents: bool,
    shares_home: bool,
) -> Norm:
    """Art. 2 and 3: which norm somebody has, if any.

    ``shares_home``: lives with adults that count under art. 2 lid 7 and 9; parents count too
    for whoever has the age of the full norm.
    """
    law = amounts.toeslagenwet
    if partner:
        if partner_born_after_1971 and not child_below_12:
            return Norm("geen", None)
        return Norm("gehuwd", law.norm_gehuwd)
    if age < int(law.leeftijd_volledige_norm.value):
        if lives_with_parents:
            return Norm("geen", None)
        by_age = {20: law.norm_20, 19: law.norm_19, 18: law.norm_18}
        return Norm("alleenstaande", by_age[age])
    if shares_home or lives_with_parents:
        return Norm("kostendeler", law.norm_kostendeler)
    return Norm("alleenstaande", law.norm_alleenstaande)


def minimumloon(amounts: Amounts, leefvorm: Leefvorm, age: int) -> Decimal:
    """Art. 1 lid 1 f: euro per month; for the unmarried the one of their own age."""
    law = amounts.minimumloon
    base: Decimal = law.referentiemaandloon.value
    if leefvorm != "gehuwd":
        base *= law.jeugdpercentage.value.get(str(age), Decimal(1))
    return base


def vrijlating(amounts: Amounts, inkomen_uit_arbeid: Decimal, minimumloon: Decimal) -> Decimal:
    """Art. 7: earnings left out: 5% of the minimumloon, then 30%, together at most 15%.

    Euro per month. For at most two years; once per couple (rules decision 8 c).
    """
    law = amounts.toeslagenwet
    fixed = law.vrijlating_vast.value * minimumloon
    more = law.vrijlating_percentage.value * at_least_zero(inkomen_uit_arbeid - fixed)
    return min(inkomen_uit_arbeid, fixed + more, law.vrijlating_maximum.value * minimumloon)


def _grens(amounts: Amounts, leefvorm: Leefvorm) -> Amount:
    """Art. 8a: below this part of the minimumloon a supplement has a maximum."""
    law = amounts.toeslagenwet
    if leefvorm == "gehuwd":
        return law.grens_gehuwd
    return law.grens_kostendeler if leefvorm == "kostendeler" else law.grens_alleenstaande


def toeslag(
    amounts: Amounts,
    norm: Norm,
    *,
    age: int,
    uitkeringen: Decimal,
    inkomen_uit_arbeid: Decimal,
    overig_inkomen: Decimal,
    grondslagen: Decimal,
    steps: Steps | None = None,
) -> Decimal:
    """Art. 6 to 8a: the norm less the income, not more than base less benefit.

    ``uitkeringen``: the person's own benefits; ``overig_inkomen``: other benefits and pension of
    the partner; ``grondslagen``: dagloon or grondslag of the benefits together; all in euro per
    month without holiday pay. Not rounded.
    """
    if norm.amount is None:
        return ZERO
    law = amounts.toeslagenwet
    days = amounts.dagloon.dagen_per_maand
    per_month = norm.amount.value * days.value
    minimum = minimumloon(amounts, norm.leefvorm, age)
    left_out = vrijlating(amounts, inkomen_uit_arbeid, minimum)
    income = uitkeringen + overig_inkomen + inkomen_uit_arbeid - left_out
    bedrag = at_least_zero(per_month - income)
    if steps is not None:
        inputs: list[tuple[str, Value, str]] = [
            ("norm", cents(per_month), "EUR/month"),
            ("uitkering", cents(uitkeringen), "EUR/month"),
            ("loon", cents(inkomen_uit_arbeid - left_out), "EUR/month"),
            ("overig", cents(overig_inkomen), "EUR/month"),
        ]
        if inkomen_uit_arbeid:
            steps.note(
                "toeslagenwet.vrijlating",
                "TW art. 7",
                cents(left_out),
                inputs=(("loon", cents(inkomen_uit_arbeid), "EUR/month"),),
                amounts=(law.vrijlating_vast, law.vrijlating_percentage, law.vrijlating_maximum),
            )
        steps.note(
            f"toeslagenwet.{norm.leefvorm}",
            "TW art. 2, 6, 7, 8",
            cents(bedrag),
            inputs=inputs,
            amounts=(norm.amount, days),
        )
    grens = _grens(amounts, norm.leefvorm)
    if bedrag and grondslagen < grens.value * minimum:
        most = at_least_zero(grondslagen - uitkeringen)
        if most < bedrag:
            bedrag = most
            if steps is not None:
                steps.note(
                    "toeslagenwet.hoogstens",
                    "TW art. 8a",
                    cents(bedrag),
                    inputs=(
                        ("grondslag", cents(grondslagen), "EUR/month"),
                        ("uitkering", cents(uitkeringen), "EUR/month"),
                    ),
                    amounts=(grens,),
                )
    return bedrag
