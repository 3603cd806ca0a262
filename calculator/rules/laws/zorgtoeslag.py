"""Wet op de zorgtoeslag (Wzt). Amounts in euro per year unless a name says otherwise."""

from decimal import Decimal
from typing import NamedTuple

from calculator.rules.amounts import Amount, Amounts
from calculator.rules.laws import awir
from calculator.rules.money import MONTHS_PER_YEAR, ZERO, at_least_zero, cents, euros, euros_down
from calculator.rules.steps import Steps


class Zorgtoeslag(NamedTuple):
    """The toeslag of a year, exact and rounded, and of a month (whole euros, as paid)."""

    exact: Decimal
    per_year: Decimal
    per_month: Decimal


NONE = Zorgtoeslag(ZERO, ZERO, ZERO)


def normpremie(amounts: Amounts, toetsingsinkomen: Decimal, *, partner: bool) -> Decimal:
    """Art. 2 lid 2 and 3: what the household is expected to pay itself (euro per year)."""
    law = amounts.zorgtoeslag
    share = law.percentage_drempel_partner if partner else law.percentage_drempel_alleenstaand
    drempel = law.drempelinkomen.value
    above = at_least_zero(toetsingsinkomen - drempel)
    premie: Decimal = share.value * drempel + law.percentage_boven_drempel.value * above
    return premie


def vermogensgrens(amounts: Amounts, *, partner: bool) -> Decimal:
    """Art. 3 lid 1: above this much vermogen on 1 January there is no right (euro)."""
    law = amounts.zorgtoeslag
    amount = law.vermogensgrens_partner if partner else law.vermogensgrens_alleenstaand
    limit: Decimal = amount.value
    return limit


def zorgtoeslag(
    amounts: Amounts,
    toetsingsinkomen: Decimal,
    *,
    partner: bool = False,
    partner_insured: bool = True,
    steps: Steps | None = None,
) -> Zorgtoeslag:
    """Art. 2: standaardpremie (twice with a partner) less normpremie.

    The year is rounded to whole euros, less than 24 euro is not granted (Awir art. 14), and a
    month is a twelfth of the rounded year, rounded down (as Dienst Toeslagen publishes it).
    """
    law = amounts.zorgtoeslag
    standaardpremie = law.standaardpremie.value * (2 if partner else 1)
    norm = normpremie(amounts, toetsingsinkomen, partner=partner)
    exact = at_least_zero(standaardpremie - norm)
    if partner and not partner_insured:
        exact *= law.deel_partner_niet_verzekerd.value
    per_year = euros(exact)
    if not awir.niet_te_klein(amounts, per_year):
        per_year = ZERO
    per_month = euros_down(per_year / MONTHS_PER_YEAR)
    if steps is not None:
        share = law.percentage_drempel_partner if partner else law.percentage_drempel_alleenstaand
        steps.note(
            "zorgtoeslag.normpremie_partner" if partner else "zorgtoeslag.normpremie",
            "Wzt art. 2 lid 2 en 3",
            cents(norm),
            "EUR/year",
            (("toetsingsinkomen", toetsingsinkomen, "EUR/year"),),
            (law.drempelinkomen, share, law.percentage_boven_drempel),
        )
        used: tuple[Amount, ...] = (law.standaardpremie,)
        kind = "toeslag_partner" if partner else "toeslag"
        if partner and not partner_insured:
            used += (law.deel_partner_niet_verzekerd,)
            kind = "partner_niet_verzekerd"
        if not per_year:
            kind = "geen"
        steps.note(
            f"zorgtoeslag.{kind}",
            "Wzt art. 2 lid 1" if not partner or partner_insured else "Wzt art. 2 lid 1 en 4",
            per_month,
            inputs=(
                ("standaardpremie", standaardpremie, "EUR/year"),
                ("normpremie", cents(norm), "EUR/year"),
                ("per_year", per_year, "EUR/year"),
            ),
            amounts=(*used, amounts.awir.minimumbedrag),
        )
    return Zorgtoeslag(exact, per_year, per_month)
