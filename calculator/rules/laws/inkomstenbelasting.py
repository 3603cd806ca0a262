"""Wet inkomstenbelasting 2001: box 1, the credits of chapter 8, and the assessment.

Amounts in euro per year. The assessment itself is rounded to whole euros in the taxpayer's
favour; that rounding is left out here, so a real assessment may be a few euros better.
"""

from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from calculator.rules.amounts import Amounts, LawAmounts
from calculator.rules.laws.loonbelasting import AgeGroup, schijven
from calculator.rules.money import ZERO, at_least_zero, cents
from calculator.rules.steps import Steps


class Taxpayer(NamedTuple):
    """What the income tax must know of one person (euro per year)."""

    belastbaar_inkomen: Decimal
    arbeidsinkomen: Decimal
    age_group: AgeGroup
    birth_date: date
    wajong: bool
    #: euro per year; None: no fiscal partner
    partner_arbeidsinkomen: Decimal | None
    partner_birth_date: date | None
    #: a child below 12 on 1 January belongs to the household (art. 8.14a)
    young_child: bool
    #: ondernemersaftrek and MKB-winstvrijstelling that lowered the income (art. 2.10 lid 2)
    aftrek: Decimal = ZERO


class Tax(NamedTuple):
    """Tax of a year with the credits that made it (euro per year)."""

    before_credits: Decimal
    credits: Decimal
    algemene_heffingskorting: Decimal
    due: Decimal


def inkomstenbelasting(amounts: Amounts, person: Taxpayer, steps: Steps | None = None) -> Tax:
    """Gecombineerde inkomensheffing less the gecombineerde heffingskorting (art. 2.10, 8.8).

    The steps are those of somebody below AOW age: a partner's tax isn't explained.
    Euro per year, to the cent. Without the transfer of art. 8.9: see :func:`overdracht`.
    """
    law = amounts.inkomstenbelasting
    before = _box1(law, person.belastbaar_inkomen, person.age_group)
    before += _tariefsaanpassing(law, person)
    ahk = algemene_heffingskorting(law, person)
    ak = arbeidskorting(law, person)
    iack = inkomensafhankelijke_combinatiekorting(law, person)
    jgk = _jonggehandicaptenkorting(law, person)
    ouk = _ouderenkorting(law, person)
    credits = min(ahk + ak + iack + jgk + ouk, before)
    due = cents(before - credits)
    if steps is not None:
        steps.note(
            "inkomstenbelasting.tarief",
            "Wet IB 2001 art. 2.10",
            cents(before),
            "EUR/year",
            (("belastbaar_inkomen", person.belastbaar_inkomen, "EUR/year"),),
            (schijven(law, person.age_group),),
        )
        for name, article, value, amount in (
            ("algemene_heffingskorting", "art. 8.10", ahk, law.algemene_heffingskorting),
            ("arbeidskorting", "art. 8.11", ak, _arbeidskorting_amount(law, person)),
            ("combinatiekorting", "art. 8.14a", iack, law.inkomensafhankelijke_combinatiekorting),
            ("jonggehandicaptenkorting", "art. 8.16a", jgk, law.jonggehandicaptenkorting),
        ):
            if value:
                steps.note(
                    f"inkomstenbelasting.{name}",
                    f"Wet IB 2001 {article}",
                    cents(value),
                    "EUR/year",
                    (("arbeidsinkomen", person.arbeidsinkomen, "EUR/year"),),
                    (amount,),
                )
        steps.note(
            "inkomstenbelasting.verschuldigd",
            "Wet IB 2001 art. 8.8",
            due,
            "EUR/year",
            (
                ("before_credits", cents(before), "EUR/year"),
                ("kortingen", cents(credits), "EUR/year"),
            ),
        )
    return Tax(before, credits, ahk, due)


def ondernemersaftrek(
    amounts: Amounts,
    winst: Decimal,
    uren: Decimal,
    *,
    starter: bool,
    arbeidsongeschikt: bool,
    steps: Steps | None = None,
) -> Decimal:
    """Art. 3.74 to 3.78a: zelfstandigenaftrek and startersaftrek, euro per year.

    ``winst`` in euro per year, ``uren`` spent on the business in the year. For starters with a
    disability benefit who only meet the lower number of hours: the first time of art. 3.78a.
    """
    law = amounts.inkomstenbelasting
    if uren >= law.urencriterium.value:
        aftrek: Decimal = law.zelfstandigenaftrek.value
        used = [law.zelfstandigenaftrek, law.urencriterium]
        if starter:
            aftrek += law.startersaftrek.value
            used.append(law.startersaftrek)
        else:
            aftrek = min(aftrek, at_least_zero(winst))  # art. 3.76 lid 5
    elif starter and arbeidsongeschikt and uren >= law.verlaagd_urencriterium.value:
        table = law.startersaftrek_arbeidsongeschiktheid
        aftrek = min(table.value["eerste"], at_least_zero(winst))
        used = [table, law.verlaagd_urencriterium]
    else:
        return ZERO
    if steps is not None:
        steps.note(
            "inkomstenbelasting.ondernemersaftrek",
            "Wet IB 2001 art. 3.74, 3.76, 3.78a",
            aftrek,
            "EUR/year",
            (("winst", cents(winst), "EUR/year"), ("uren", uren, "count")),
            tuple(used),
        )
    return aftrek


def belastbare_winst(
    amounts: Amounts, winst: Decimal, aftrek: Decimal, steps: Steps | None = None
) -> Decimal:
    """Art. 3.2 and 3.79a: profit less ondernemersaftrek, less the MKB-winstvrijstelling.

    Euro per year, to the cent.
    """
    vrijstelling = amounts.inkomstenbelasting.mkb_winstvrijstelling
    left = cents((winst - aftrek) * (1 - vrijstelling.value))
    if steps is not None:
        steps.note(
            "inkomstenbelasting.belastbare_winst",
            "Wet IB 2001 art. 3.2, 3.79a",
            left,
            "EUR/year",
            (("winst", cents(winst), "EUR/year"), ("aftrek", cents(aftrek), "EUR/year")),
            (vrijstelling,),
        )
    return left


def belasting_op_winst(
    amounts: Amounts,
    belastbaar_inkomen: Decimal,
    belastbare_winst: Decimal,
    arbeidsinkomen: Decimal,
    winst: Decimal,
    age_group: AgeGroup,
) -> Decimal:
    """What profit adds to the tax of a year beside other income: euro per year, to the cent.

    With the algemene heffingskorting and the arbeidskorting only; ``winst`` is the profit in
    ``arbeidsinkomen``, ``belastbare_winst`` that in ``belastbaar_inkomen``.
    """

    def due(income: Decimal, earned: Decimal) -> Decimal:
        law = amounts.inkomstenbelasting
        person = Taxpayer(income, earned, age_group, date.min, False, None, None, False)
        credits = algemene_heffingskorting(law, person) + arbeidskorting(law, person)
        return at_least_zero(_box1(law, income, age_group) - credits)

    with_profit = due(belastbaar_inkomen, arbeidsinkomen)
    without = due(belastbaar_inkomen - belastbare_winst, arbeidsinkomen - winst)
    return cents(with_profit - without)


def _tariefsaanpassing(law: LawAmounts, person: Taxpayer) -> Decimal:
    """Art. 2.10 lid 2: deductions count against the middle rate at most. Euro per year."""
    if not person.aftrek:
        return ZERO
    top = schijven(law, person.age_group).value[-1]["vanaf"]
    above = at_least_zero(person.belastbaar_inkomen + person.aftrek - top)
    more: Decimal = law.tariefsaanpassing_aftrek.value * min(person.aftrek, above)
    return more


def overdracht(
    amounts: Amounts, person: Taxpayer, tax: Tax, partner_due: Decimal, steps: Steps | None = None
) -> Decimal:
    """Paid out on top where credits fall short and the partner pays tax (art. 8.9 lid 1).

    Euro per year. Only for people born before 1963.
    """
    limit = amounts.inkomstenbelasting.overdracht_geboren_voor
    if person.birth_date >= limit.value["date"] or tax.credits >= tax.algemene_heffingskorting:
        return ZERO
    paid = cents(min(tax.algemene_heffingskorting - tax.credits, partner_due))
    if steps is not None and paid:
        steps.note(
            "inkomstenbelasting.overdracht",
            "Wet IB 2001 art. 8.9 lid 1",
            paid,
            "EUR/year",
            (("partner_due", partner_due, "EUR/year"),),
            (limit,),
        )
    return paid


def _box1(law: LawAmounts, income: Decimal, age_group: AgeGroup) -> Decimal:
    """Art. 2.10 with the premies volksverzekeringen."""
    rows = schijven(law, age_group).value
    row = [row for row in rows if row["vanaf"] < income or not row["vanaf"]][-1]
    tax: Decimal = row["cumulatief"] + (income - row["vanaf"]) * row["tarief"]
    return at_least_zero(tax)


def algemene_heffingskorting(law: LawAmounts, person: Taxpayer) -> Decimal:
    """Art. 8.10 lid 2: euro per year, tapering with the verzamelinkomen."""
    table = law.algemene_heffingskorting.value
    below = person.age_group == "below_aow"
    maximum = table["maximum"] if below else table["maximum_aow"]
    rate = table["percentage"] if below else table["percentage_aow"]
    above = at_least_zero(person.belastbaar_inkomen - table["afbouw_vanaf"])
    return at_least_zero(maximum - above * rate)


def _arbeidskorting_amount(law: LawAmounts, person: Taxpayer) -> Any:
    return law.arbeidskorting if person.age_group == "below_aow" else law.arbeidskorting_aow


def arbeidskorting(law: LawAmounts, person: Taxpayer) -> Decimal:
    """Art. 8.11 lid 2: euro per year, over the arbeidsinkomen only."""
    income = person.arbeidsinkomen
    table = _arbeidskorting_amount(law, person).value
    korting = min(table["o1"] * income, table["cap1"])
    korting = min(korting + table["o2"] * at_least_zero(income - table["g1"]), table["cap2"])
    korting = min(korting + table["o3"] * at_least_zero(income - table["g2"]), table["cap3"])
    return at_least_zero(korting - table["a1"] * at_least_zero(income - table["g3"]))


def inkomensafhankelijke_combinatiekorting(law: LawAmounts, person: Taxpayer) -> Decimal:
    """Art. 8.14a: euro per year; single, or the partner with the lower arbeidsinkomen."""
    table = law.inkomensafhankelijke_combinatiekorting.value
    if not person.young_child or person.arbeidsinkomen <= table["drempel"]:
        return ZERO
    other = person.partner_arbeidsinkomen
    if other is not None:
        if person.arbeidsinkomen > other:
            return ZERO
        # lid 3: with equal arbeidsinkomen the oldest of the two
        oldest = person.partner_birth_date is None or person.birth_date <= person.partner_birth_date
        if person.arbeidsinkomen == other and not oldest:
            return ZERO
    earned = person.arbeidsinkomen - table["drempel"]
    return min(earned * table["percentage"], table["maximum"])


def _jonggehandicaptenkorting(law: LawAmounts, person: Taxpayer) -> Decimal:
    """Art. 8.16a: whoever has a right under the Wajong, also when nothing is paid."""
    value: Decimal = law.jonggehandicaptenkorting.value
    return value if person.wajong else ZERO


def _ouderenkorting(law: LawAmounts, person: Taxpayer) -> Decimal:
    """Art. 8.17 (only partners can have reached AOW age)."""
    if person.age_group == "below_aow":
        return ZERO
    table = law.ouderenkorting.value
    above = at_least_zero(person.belastbaar_inkomen - table["afbouw_vanaf"])
    return at_least_zero(table["maximum"] - above * table["percentage"])
