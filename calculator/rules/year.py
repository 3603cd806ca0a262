"""A year and its income tax: of twelve regular months, or of the months of a calendar.

Amounts in euro per year. The figures are the person's own, but for the toetsingsinkomen and
the net, which are those of the household (rules decision 8 e).
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from calculator.rules.amounts import Amounts
from calculator.rules.figures import (
    Figure,
    Unknown,
    known_or_why,
    minus,
    new_steps,
    sum_as_steps,
    taken,
    total,
)
from calculator.rules.laws import inkomstenbelasting, loonbelasting, zvw
from calculator.rules.laws.aib import Wage
from calculator.rules.laws.inkomstenbelasting import Taxpayer
from calculator.rules.laws.loonbelasting import AgeGroup
from calculator.rules.money import MONTHS_PER_YEAR, ONE, ZERO, cents
from calculator.rules.month import GrossMonth, Paid, PartnerMonth, korting_at
from calculator.rules.situation import Household, Plan, Wajong, any_younger, need
from calculator.rules.steps import Step

OTHER_MONTHS = MONTHS_PER_YEAR - 1  # all months but May


@dataclass(slots=True)
class Earned:
    """What came in over a year, before the assessment (euro per year, gross unless said)."""

    #: taxed wages without holiday pay, and the holiday pay of the jobs
    loon: Figure
    vakantiegeld: Figure
    #: benefits as paid, and their holiday allowance
    uitkeringen: Figure
    vakantiegeld_uitkeringen: Figure
    #: payroll tax, and the part of it that is on holiday pay
    withheld: Figure
    withheld_on_vakantiegeld: Figure
    #: profit before deductions, and the hours it took
    winst: Figure = ZERO
    uren: Figure = ZERO
    starter: bool | Unknown = False


@dataclass(slots=True)
class PartnerYear:
    """The partner as the income tax sees a year (euro per year)."""

    gross: Decimal
    taxable: Decimal
    arbeidsinkomen: Decimal
    zvw: Decimal
    #: the parts of the year in each age group; more than one where AOW age is reached
    age_groups: Sequence[tuple[Decimal, AgeGroup]]

    @classmethod
    def of(cls, month: PartnerMonth) -> "PartnerYear":
        """Twelve times the same month."""
        return cls(
            month.gross_per_year,
            month.taxable_per_year,
            month.arbeidsinkomen_per_year,
            month.zvw_per_year,
            ((ONE, month.age_group),),
        )


@dataclass(slots=True)
class Year:
    """The figures of a year (euro), without the toeslagen."""

    belastbaar_inkomen: Figure
    arbeidsinkomen: Figure
    inkomstenbelasting: Figure
    withheld: Figure
    assessment: Figure
    toetsingsinkomen: Figure
    #: person and partner together after their income tax and Zvw contribution
    net_of_tax: Figure
    #: gross holiday pay of the year: of the jobs, and of the benefits
    vakantiegeld: Figure
    #: Zvw contribution that is asked over profit, and the income tax that is due to it
    zvw: Figure = ZERO
    belasting_op_winst: Figure = ZERO
    steps: dict[str, list[Step]] = field(default_factory=dict)


def year_of(
    household: Household,
    plan: Plan,
    amounts: Amounts,
    regular: GrossMonth,
    may: GrossMonth,
    *,
    explain: bool = True,
) -> Year:
    """Twelve regular months, with May as it is when the holiday pay of the jobs is paid."""
    loon, vakantiegeld, benefits, benefit_holiday = income_of(amounts, regular, may)
    withheld, on_holiday = _withheld(plan, amounts, regular, may, benefits, benefit_holiday)
    partner = regular.partner
    earned = Earned(
        loon=loon,
        vakantiegeld=vakantiegeld,
        uitkeringen=benefits,
        vakantiegeld_uitkeringen=benefit_holiday,
        withheld=withheld,
        withheld_on_vakantiegeld=on_holiday,
        winst=regular.winst
        if isinstance(regular.winst, Unknown)
        else regular.winst * MONTHS_PER_YEAR,
        uren=hours_per_year(plan, amounts),
        starter=is_starter(plan),
    )
    return assess(
        household,
        amounts,
        earned,
        PartnerYear.of(partner) if isinstance(partner, PartnerMonth) else partner,
        explain=explain,
    )


class Income(NamedTuple):
    """What wages and benefits bring in over a year of regular months (gross, euro per year)."""

    #: taxed wages without holiday pay, and the holiday pay of the jobs
    loon: Figure
    vakantiegeld: Figure
    #: benefits as paid, and their holiday allowance
    uitkeringen: Figure
    vakantiegeld_uitkeringen: Figure


def income_of(amounts: Amounts, regular: GrossMonth, may: GrossMonth) -> Income:
    """Eleven regular months and a May."""
    wages = regular.wages
    loon: Figure
    vakantiegeld: Figure
    if isinstance(wages, Unknown):
        loon = vakantiegeld = wages
    else:
        vakantiegeld = sum([wage.vakantiegeld_per_year for wage in wages], ZERO)
        loon = MONTHS_PER_YEAR * sum([wage.loon for wage in wages], ZERO)
    benefits = total(
        *[_eleven_and_may(of_regular, of_may) for of_regular, of_may in _uwv(regular, may)]
    )
    return Income(loon, vakantiegeld, benefits, _benefit_holiday(amounts, regular, may))


def hours_per_year(plan: Plan, amounts: Amounts) -> Figure:
    """Hours on own account in a year."""
    weeks = amounts.dagloon.weken_per_jaar.value
    return known_or_why(
        lambda: sum(
            (
                need(business.hours_per_week, f"{business.path}.hours_per_week") * weeks
                for business in plan.businesses
            ),
            ZERO,
        )
    )


def is_starter(plan: Plan) -> bool | Unknown:
    """Whether the deductions for starters may be taken."""
    if any(business.starter for business in plan.businesses):
        return True
    unknown = [business.path for business in plan.businesses if business.starter is None]
    return Unknown(tuple(f"{path}.starter" for path in unknown)) if unknown else False


def assess(
    household: Household,
    amounts: Amounts,
    earned: Earned,
    partner: PartnerYear | Unknown | None,
    *,
    explain: bool = True,
) -> Year:
    """The income tax over what was earned in the year of the household's rules date."""
    steps: dict[str, list[Step]] = {}
    profit = _profit(household, amounts, earned, explain, steps)
    belastbare_winst = profit if isinstance(profit, Unknown) else profit[0]
    aftrek: Figure = profit if isinstance(profit, Unknown) else profit[1]
    contribution: Figure = profit if isinstance(profit, Unknown) else profit[2]
    from_work = total(earned.loon, earned.vakantiegeld)
    arbeidsinkomen = total(from_work, earned.winst)
    taxable = total(
        from_work, earned.uitkeringen, earned.vakantiegeld_uitkeringen, belastbare_winst
    )
    taxes = _taxes(household, amounts, taxable, arbeidsinkomen, aftrek, partner, explain, steps)
    if isinstance(taxes, Unknown):
        tax: Figure = taxes
        partner_net: Figure = taxes if partner is not None else ZERO
    else:
        tax, partner_net = taxes
    on_profit: Figure = ZERO
    if earned.winst != ZERO:
        on_profit = _tax_on_profit(
            household,
            amounts,
            taxable,
            arbeidsinkomen,
            earned.winst,
            belastbare_winst,
            tax,
            partner,
        )
    partner_income: Figure = ZERO
    if isinstance(partner, Unknown):
        partner_income = partner
    elif partner is not None:
        partner_income = partner.taxable
    toetsingsinkomen = total(taxable, partner_income)
    assessment = minus(earned.withheld, tax)
    if explain:
        _explain(
            amounts,
            earned,
            belastbare_winst,
            tax,
            assessment,
            taxable,
            toetsingsinkomen,
            partner_income if partner is not None else None,
            steps,
        )
    own_net = minus(
        minus(
            total(from_work, earned.uitkeringen, earned.vakantiegeld_uitkeringen, earned.winst),
            tax,
        ),
        contribution,
    )
    return Year(
        belastbaar_inkomen=taxable,
        arbeidsinkomen=arbeidsinkomen,
        inkomstenbelasting=tax,
        withheld=earned.withheld,
        assessment=assessment,
        toetsingsinkomen=toetsingsinkomen,
        net_of_tax=total(own_net, partner_net),
        vakantiegeld=total(earned.vakantiegeld, earned.vakantiegeld_uitkeringen),
        zvw=contribution,
        belasting_op_winst=on_profit,
        steps=steps,
    )


def _profit(
    household: Household,
    amounts: Amounts,
    earned: Earned,
    explain: bool,
    steps_of: dict[str, list[Step]],
) -> tuple[Decimal, Decimal, Decimal] | Unknown:
    """Taxed profit, the deductions that made it lower, and the Zvw contribution over it."""
    winst, uren = earned.winst, earned.uren
    if isinstance(winst, Unknown):
        return winst
    if not winst:
        return ZERO, ZERO, ZERO
    if isinstance(uren, Unknown):
        return uren
    steps = new_steps(explain)
    ill = any(benefit.kind != "ww" for benefit in household.benefits)
    starter = earned.starter
    if isinstance(starter, Unknown):
        as_one, as_other = (
            inkomstenbelasting.ondernemersaftrek(
                amounts, winst, uren, starter=answer, arbeidsongeschikt=ill
            )
            for answer in (True, False)
        )
        if as_one != as_other:
            return starter
        starter = False
    aftrek = inkomstenbelasting.ondernemersaftrek(
        amounts, winst, uren, starter=starter, arbeidsongeschikt=ill, steps=steps
    )
    left = inkomstenbelasting.belastbare_winst(amounts, winst, aftrek, steps)
    other = total(
        earned.loon, earned.vakantiegeld, earned.uitkeringen, earned.vakantiegeld_uitkeringen
    )
    if isinstance(other, Unknown):
        return other
    zvw_steps = new_steps(explain)
    contribution = zvw.bijdrage_winst(amounts, left, other, zvw_steps)
    steps_of["belastbare_winst"] = taken(steps)
    steps_of["zvw"] = taken(zvw_steps)
    return left, winst - left, contribution


def _tax_on_profit(
    household: Household,
    amounts: Amounts,
    taxable: Figure,
    arbeidsinkomen: Figure,
    winst: Figure,
    belastbare_winst: Figure,
    tax: Figure,
    partner: PartnerYear | Unknown | None,
) -> Figure:
    """What the profit adds to the income tax of the year (euro per year)."""
    without = _taxes(
        household,
        amounts,
        minus(taxable, belastbare_winst),
        minus(arbeidsinkomen, winst),
        ZERO,
        partner,
        False,
        {},
    )
    return without if isinstance(without, Unknown) else minus(tax, without[0])


def _explain(
    amounts: Amounts,
    earned: Earned,
    belastbare_winst: Figure,
    tax: Figure,
    assessment: Figure,
    taxable: Figure,
    toetsingsinkomen: Figure,
    partner_income: Figure | None,
    steps: dict[str, list[Step]],
) -> None:
    """Write down the sums of the year."""
    holiday = total(earned.vakantiegeld, earned.vakantiegeld_uitkeringen)
    steps["vakantiegeld"] = sum_as_steps(
        "jaar.vakantiegeld",
        "EUR/year",
        holiday,
        {"werk": earned.vakantiegeld, "uitkeringen": earned.vakantiegeld_uitkeringen},
    )
    steps["assessment"] = sum_as_steps(
        "jaar.aanslag",
        "EUR/year",
        assessment,
        {"ingehouden": earned.withheld, "verschuldigd": tax},
    )
    parts: dict[str, Figure] = {
        "loon": total(earned.loon, earned.vakantiegeld),
        "uitkeringen": earned.uitkeringen,
        "vakantiegeld_uitkeringen": earned.vakantiegeld_uitkeringen,
    }
    rule = "jaar.belastbaar_inkomen"
    if earned.winst != ZERO:
        parts["winst"] = belastbare_winst
        rule = "jaar.belastbaar_inkomen_winst"
    steps["belastbaar_inkomen"] = [
        *steps.get("belastbare_winst", []),
        *sum_as_steps(rule, "EUR/year", taxable, parts, "Wet IB 2001 art. 3.1"),
    ]
    law = amounts.loonbelasting
    on_holiday = earned.withheld_on_vakantiegeld
    steps["withheld"] = sum_as_steps(
        "jaar.ingehouden",
        "EUR/year",
        earned.withheld,
        {"months": minus(earned.withheld, on_holiday), "on_holiday": on_holiday},
        "Wet LB art. 20a, 26",
        (law.bijzonder_tarief_wit, law.bijzonder_tarief_groen)
        if on_holiday and not isinstance(on_holiday, Unknown)
        else (),
    )
    own: dict[str, Figure] = {"own": taxable}
    if partner_income is not None:
        own["partner"] = partner_income
    steps["toetsingsinkomen"] = sum_as_steps(
        "jaar.toetsingsinkomen" if partner_income is None else "jaar.toetsingsinkomen_partner",
        "EUR/year",
        toetsingsinkomen,
        own,
        "Awir art. 7, 8",
    )


def _uwv(regular: GrossMonth, may: GrossMonth) -> list[tuple[Figure, Figure]]:
    """What UWV pays in a regular month and in May, benefit by benefit."""
    if isinstance(regular.benefits, Unknown):
        return [(regular.benefits, regular.benefits)]
    assert not isinstance(may.benefits, Unknown)  # noqa: S101 -- same answers as the regular month
    pairs: list[tuple[Figure, Figure]] = [
        (of_regular.paid, of_may.paid)
        for of_regular, of_may in zip(regular.benefits, may.benefits, strict=True)
    ]
    return [*pairs, (regular.toeslagenwet, may.toeslagenwet)]


def _eleven_and_may(of_regular: Figure, of_may: Figure) -> Figure:
    if isinstance(of_regular, Unknown) or isinstance(of_may, Unknown):
        return total(of_regular, of_may)
    return of_regular * OTHER_MONTHS + of_may


def _benefit_holiday(amounts: Amounts, regular: GrossMonth, may: GrossMonth) -> Figure:
    """Holiday allowance of benefits and Toeslagenwet over the twelve months (euro, in May)."""
    if isinstance(regular.benefits, Unknown):
        return regular.benefits
    if isinstance(regular.toeslagenwet, Unknown) or isinstance(may.toeslagenwet, Unknown):
        return total(regular.toeslagenwet, may.toeslagenwet)
    assert not isinstance(may.benefits, Unknown)  # noqa: S101 -- same answers as the regular month

    def reserved(benefits: list[Paid]) -> Decimal:
        return sum([paid.reserved for paid in benefits], ZERO)

    supplement = regular.toeslagenwet * OTHER_MONTHS + may.toeslagenwet
    return cents(
        reserved(regular.benefits) * OTHER_MONTHS
        + reserved(may.benefits)
        + supplement * amounts.toeslagenwet.vakantieuitkering.value
    )


def _withheld(
    plan: Plan,
    amounts: Amounts,
    regular: GrossMonth,
    may: GrossMonth,
    benefits: Figure,
    benefit_holiday: Figure,
) -> tuple[Figure, Figure]:
    """Payroll tax of the person's payers, and the part of it that is on the holiday pay."""
    monthly: list[Figure] = []
    parts: list[Figure] = []
    for payer, in_may in zip(regular.payers, may.payers, strict=True):
        if payer.payer != "partner":
            monthly.append(_eleven_and_may(payer.withheld, in_may.withheld))
    at = korting_at(plan)
    if not isinstance(regular.wages, Unknown):
        for number, wage in enumerate(regular.wages):
            parts.append(_special(amounts, wage, korting=at == "work" and number == 0))
    if isinstance(benefit_holiday, Unknown) or isinstance(benefits, Unknown):
        parts.append(total(benefit_holiday, benefits))
    else:
        parts.append(
            known_or_why(
                lambda: loonbelasting.bijzondere_beloning(
                    amounts,
                    benefit_holiday,
                    benefits + benefit_holiday,
                    "green",
                    korting=at == "benefit",
                )
            )
        )
    on_holiday = total(*parts)
    return total(*monthly, on_holiday), on_holiday


def _special(amounts: Amounts, wage: Wage, *, korting: bool) -> Figure:
    jaarloon = wage.loon * MONTHS_PER_YEAR + wage.vakantiegeld_per_year
    return known_or_why(
        lambda: loonbelasting.bijzondere_beloning(
            amounts, wage.vakantiegeld_per_year, jaarloon, "white", korting=korting
        )
    )


def has_young_child(household: Household, amounts: Amounts) -> bool:
    """Wet IB art. 8.14a: a child that was below 12 on 1 January (rules decision 8 h)."""
    first_of_january = date(household.rules_date.year, 1, 1)
    limit = int(amounts.inkomstenbelasting.iack_leeftijd_kind.value)
    return any_younger(household, limit, first_of_january)


def _taxpayers(
    household: Household,
    amounts: Amounts,
    taxable: Decimal,
    arbeidsinkomen: Decimal,
    aftrek: Decimal,
    partner: PartnerYear | None,
) -> tuple[Taxpayer, Taxpayer | None]:
    """The person and the partner as the income tax sees them."""
    young_child = has_young_child(household, amounts)
    partner_birth_date = household.partner.birth_date if household.partner else None
    person = Taxpayer(
        belastbaar_inkomen=taxable,
        arbeidsinkomen=arbeidsinkomen,
        age_group="below_aow",
        birth_date=household.birth_date,
        wajong=any(isinstance(benefit, Wajong) for benefit in household.benefits),
        partner_arbeidsinkomen=partner.arbeidsinkomen if partner else None,
        partner_birth_date=partner_birth_date,
        young_child=young_child,
        aftrek=aftrek,
    )
    if partner is None or partner_birth_date is None:
        return person, None
    other = Taxpayer(
        belastbaar_inkomen=partner.taxable,
        arbeidsinkomen=partner.arbeidsinkomen,
        age_group=partner.age_groups[0][1],
        birth_date=partner_birth_date,
        wajong=False,
        partner_arbeidsinkomen=arbeidsinkomen,
        partner_birth_date=household.birth_date,
        young_child=young_child,
    )
    return person, other


def _taxes(
    household: Household,
    amounts: Amounts,
    taxable: Figure,
    arbeidsinkomen: Figure,
    aftrek: Figure,
    partner: PartnerYear | Unknown | None,
    explain: bool,
    steps_of: dict[str, list[Step]],
) -> tuple[Decimal, Decimal] | Unknown:
    """The person's income tax, and the partner's year after tax and Zvw (euro per year)."""
    if isinstance(partner, Unknown):
        return partner if not isinstance(taxable, Unknown) else taxable.and_(partner)
    if isinstance(taxable, Unknown):
        return taxable
    if isinstance(arbeidsinkomen, Unknown):
        return arbeidsinkomen
    if isinstance(aftrek, Unknown):
        return aftrek
    found = known_or_why(
        lambda: _taxpayers(household, amounts, taxable, arbeidsinkomen, aftrek, partner)
    )
    if isinstance(found, Unknown):
        return found
    person, other = found
    steps = new_steps(explain)
    tax = inkomstenbelasting.inkomstenbelasting(amounts, person, steps)
    due, partner_net = tax.due, ZERO
    if other is not None and partner is not None:
        others_due = paid_out = ZERO
        for part, age_group in partner.age_groups:
            # somebody who reaches AOW age pays each rate over a part of the year
            in_group = other._replace(age_group=age_group)
            others = inkomstenbelasting.inkomstenbelasting(amounts, in_group)
            others_due += part * others.due
            paid_out += part * inkomstenbelasting.overdracht(amounts, in_group, others, tax.due)
        due -= inkomstenbelasting.overdracht(amounts, person, tax, cents(others_due), steps)
        partner_net = partner.gross - cents(others_due) + cents(paid_out) - partner.zvw
    steps_of["inkomstenbelasting"] = taken(steps)
    return due, partner_net
