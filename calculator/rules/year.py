"""The year that the regular month makes: twelve months, holiday pay in May, and the tax.

Amounts in euro per year. The figures are the person's own, but for the toetsingsinkomen and
the net, which are those of the household (rules decision 8 e).
"""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

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
from calculator.rules.laws import inkomstenbelasting, loonbelasting
from calculator.rules.laws.aib import Wage
from calculator.rules.laws.inkomstenbelasting import Taxpayer
from calculator.rules.money import MONTHS_PER_YEAR, ZERO, cents
from calculator.rules.month import GrossMonth, Paid, PartnerMonth
from calculator.rules.situation import Household, Plan, Wajong, any_younger
from calculator.rules.steps import Step

OTHER_MONTHS = MONTHS_PER_YEAR - 1  # all months but May


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
    partner = regular.partner
    wages = regular.wages
    arbeidsinkomen: Figure
    vakantiegeld: Figure
    if isinstance(wages, Unknown):
        arbeidsinkomen = vakantiegeld = wages
    else:
        vakantiegeld = sum((wage.vakantiegeld_per_year for wage in wages), ZERO)
        arbeidsinkomen = MONTHS_PER_YEAR * sum((wage.loon for wage in wages), ZERO) + vakantiegeld

    benefits = total(
        *(_eleven_and_may(of_regular, of_may) for of_regular, of_may in _uwv(regular, may))
    )
    benefit_holiday = _benefit_holiday(amounts, regular, may)
    taxable = total(arbeidsinkomen, benefits, benefit_holiday)

    steps: dict[str, list[Step]] = {}
    taxes = _taxes(household, amounts, taxable, arbeidsinkomen, partner, explain, steps)
    if isinstance(taxes, Unknown):
        tax: Figure = taxes
        partner_net: Figure = taxes if partner is not None else ZERO
    else:
        tax, partner_net = taxes
    withheld, on_holiday = _withheld(plan, amounts, regular, may, benefits, benefit_holiday)
    partner_income: Figure = ZERO
    if isinstance(partner, Unknown):
        partner_income = partner
    elif partner is not None:
        partner_income = partner.gross_per_year
    toetsingsinkomen = total(taxable, partner_income)
    assessment = minus(withheld, tax)
    if explain:
        steps["vakantiegeld"] = sum_as_steps(
            "jaar.vakantiegeld",
            "EUR/year",
            total(vakantiegeld, benefit_holiday),
            {"werk": vakantiegeld, "uitkeringen": benefit_holiday},
        )
        steps["assessment"] = sum_as_steps(
            "jaar.aanslag", "EUR/year", assessment, {"ingehouden": withheld, "verschuldigd": tax}
        )
        steps["belastbaar_inkomen"] = sum_as_steps(
            "jaar.belastbaar_inkomen",
            "EUR/year",
            taxable,
            {
                "loon": arbeidsinkomen,
                "uitkeringen": benefits,
                "vakantiegeld_uitkeringen": benefit_holiday,
            },
            "Wet IB 2001 art. 3.1",
        )
        law = amounts.loonbelasting
        steps["withheld"] = sum_as_steps(
            "jaar.ingehouden",
            "EUR/year",
            withheld,
            {"months": minus(withheld, on_holiday), "on_holiday": on_holiday},
            "Wet LB art. 20a, 26",
            (law.bijzonder_tarief_wit, law.bijzonder_tarief_groen)
            if on_holiday and not isinstance(on_holiday, Unknown)
            else (),
        )
        parts: dict[str, Figure] = {"own": taxable}
        if partner is not None:
            parts["partner"] = partner_income
        steps["toetsingsinkomen"] = sum_as_steps(
            "jaar.toetsingsinkomen" if partner is None else "jaar.toetsingsinkomen_partner",
            "EUR/year",
            toetsingsinkomen,
            parts,
            "Awir art. 7, 8",
        )
    return Year(
        belastbaar_inkomen=taxable,
        arbeidsinkomen=arbeidsinkomen,
        inkomstenbelasting=tax,
        withheld=withheld,
        assessment=assessment,
        toetsingsinkomen=toetsingsinkomen,
        net_of_tax=total(minus(taxable, tax), partner_net),
        vakantiegeld=total(vakantiegeld, benefit_holiday),
        steps=steps,
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
        return sum((paid.reserved for paid in benefits), ZERO)

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
    at = plan.loonheffingskorting_at
    if not isinstance(regular.wages, Unknown):
        for place, wage in enumerate(regular.wages):
            parts.append(_special(amounts, wage, korting=at == "work" and place == 0))
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
    partner: PartnerMonth | None,
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
        partner_arbeidsinkomen=partner.arbeidsinkomen_per_year if partner else None,
        partner_birth_date=partner_birth_date,
        young_child=young_child,
    )
    if partner is None or partner_birth_date is None:
        return person, None
    other = Taxpayer(
        belastbaar_inkomen=partner.gross_per_year,
        arbeidsinkomen=partner.arbeidsinkomen_per_year,
        age_group=partner.age_group,
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
    partner: PartnerMonth | Unknown | None,
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
    found = known_or_why(lambda: _taxpayers(household, amounts, taxable, arbeidsinkomen, partner))
    if isinstance(found, Unknown):
        return found
    person, other = found
    steps = new_steps(explain)
    tax = inkomstenbelasting.inkomstenbelasting(amounts, person, steps)
    due, partner_net = tax.due, ZERO
    if other is not None and partner is not None:
        others = inkomstenbelasting.inkomstenbelasting(amounts, other)
        due -= inkomstenbelasting.overdracht(amounts, person, tax, others.due, steps)
        paid_out = inkomstenbelasting.overdracht(amounts, other, others, tax.due)
        partner_net = partner.gross_per_year - others.due + paid_out - partner.zvw_per_year
    steps_of["inkomstenbelasting"] = taken(steps)
    return due, partner_net
