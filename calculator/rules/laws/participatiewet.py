"""Participatiewet (Pw): the bijstandsnorm, and what bijstand adds to an income below it.

Amounts in euro per month. A norm is net and holds the vakantietoeslag (art. 19 lid 3), unless a
name says otherwise.
"""

from decimal import Decimal
from typing import NamedTuple

from calculator.rules.amounts import Amount, Amounts
from calculator.rules.money import ONE, ZERO, at_least_zero, cents


class Huishouden(NamedTuple):
    """Who live together, as far as the norm asks: ages in whole years.

    ``kostendelers``: others at the address who share the costs (art. 19a); neither the person nor
    the partner. The person is younger than AOW age.
    """

    leeftijd: int
    leeftijd_partner: int | None = None
    partner_aow: bool = False
    kinderen: bool = False
    kostendelers: int = 0


def is_kostendeler(amounts: Amounts, leeftijd: int, *, student: bool, huurt: bool) -> bool:
    """Art. 19a: from 27, unless a student or somebody who rents with a contract."""
    from_age = int(amounts.participatiewet.kostendeler_leeftijd.value)
    return leeftijd >= from_age and not student and not huurt


class Norm(NamedTuple):
    """A norm and what it rests on: euro per month, and its article."""

    bedrag: Decimal
    artikel: str
    amounts: tuple[Amount, ...]


def bijstandsnorm(amounts: Amounts, wie: Huishouden) -> Norm:
    """Art. 20, 21, 22, 22a: the norm of a household (euro per month, whole cents)."""
    law = amounts.participatiewet
    full_age = int(law.norm_leeftijd.value)
    ages = [wie.leeftijd, *([wie.leeftijd_partner] if wie.leeftijd_partner is not None else [])]
    young = sum(1 for age in ages if age < full_age)
    if wie.kostendelers and young < len(ages):
        return _kostendelersnorm(amounts, wie, young)
    if len(ages) == 1:
        if young:
            norm, article = law.norm_jong, "20 lid 2 a" if wie.kinderen else "20 lid 1 a"
        else:
            norm, article = law.norm_alleenstaande, "21 a"
    elif not young:
        couple = (law.norm_gehuwden_aow, "22 c") if wie.partner_aow else (law.norm_gehuwden, "21 b")
        norm, article = couple
    elif wie.kinderen:
        one = (law.norm_gehuwden_een_jong_kinderen, "20 lid 2 c")
        norm, article = one if young == 1 else (law.norm_gehuwden_jong_kinderen, "20 lid 2 b")
    else:
        one = (law.norm_gehuwden_een_jong, "20 lid 1 c")
        norm, article = one if young == 1 else (law.norm_gehuwden_jong, "20 lid 1 b")
    return Norm(norm.value, article, (norm,))


def _kostendelersnorm(amounts: Amounts, wie: Huishouden, young: int) -> Norm:
    """Art. 22a: (40% + A x 30%) / A x B for each of 21 or older; A counts who share the costs."""
    law = amounts.participatiewet
    adults = (1 if wie.leeftijd_partner is None else 2) - young
    count = wie.kostendelers + adults
    base = law.norm_gehuwden_aow if wie.partner_aow else law.norm_gehuwden
    share = (law.kostendeler_vast.value + count * law.kostendeler_per_persoon.value) / count
    norm = adults * cents(share * base.value)
    used: tuple[Amount, ...] = (base, law.kostendeler_vast, law.kostendeler_per_persoon)
    if young:
        # lid 3: the spouse of 18, 19 or 20 has a part of its own
        own = law.jong_bij_kostendelers_kinderen if wie.kinderen else law.norm_jong
        return Norm(norm + own.value, "22a lid 3", (*used, own))
    return Norm(norm, "22a", used)


def als_volwassenen(amounts: Amounts, wie: Huishouden) -> Huishouden:
    """The same household as if everybody had the age of the full norm (art. 20 lid 4, 21)."""
    full_age = int(amounts.participatiewet.norm_leeftijd.value)
    partner = wie.leeftijd_partner
    return wie._replace(
        leeftijd=max(wie.leeftijd, full_age),
        leeftijd_partner=None if partner is None else max(partner, full_age),
    )


def verhoogde_norm(amounts: Amounts, wie: Huishouden) -> Decimal:
    """Art. 20 lid 3 and 4: the highest norm of somebody below 21 who can't call on the parents.

    Euro per month. The norm itself where nobody is below 21, or the rise isn't known.
    """
    norm = bijstandsnorm(amounts, wie).bedrag
    law = amounts.participatiewet
    adults = als_volwassenen(amounts, wie)
    if adults == wie or "verhoging_jong" not in law.__dict__:
        return norm
    raised: Decimal = norm + law.verhoging_jong.value
    return min(raised, bijstandsnorm(amounts, adults).bedrag)


def zonder_vakantietoeslag(amounts: Amounts, norm: Decimal) -> Decimal:
    """Art. 19 lid 3: what is left of an amount when its holiday allowance is taken out."""
    return cents(norm * (ONE - amounts.participatiewet.vakantietoeslagpercentage.value))


def vermogensgrens(amounts: Amounts, *, alleen: bool) -> Decimal:
    """Art. 34 lid 3: the assets that are left alone (euro). ``alleen``: no partner, no child."""
    law = amounts.participatiewet
    amount = law.vermogensgrens_alleenstaande if alleen else law.vermogensgrens_gezin
    limit: Decimal = amount.value
    return limit


def vrijlating(amounts: Amounts, leeftijd: int, loon: Decimal) -> Decimal:
    """Art. 31 lid 2 n (until 2026) and 34a lid 1 a: the part of a net wage that doesn't count.

    For some months only, and if the municipality finds that it helps towards work.
    """
    law = amounts.participatiewet
    part: Decimal = law.vrijlating_percentage.value * loon
    if "vrijlating_hoogstens" in law.__dict__:
        if leeftijd < law.vrijlating_leeftijd.value:
            return ZERO
        part = min(part, law.vrijlating_hoogstens.value)
    return cents(part)


def bijstand(norm: Decimal, inkomen: Decimal) -> Decimal:
    """Art. 19 lid 2: the difference between the income that counts and the norm (euro)."""
    return at_least_zero(norm - inkomen)
