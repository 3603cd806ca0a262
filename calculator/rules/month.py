"""One household, one month: what each payer pays, before toeslagen.

Left to itself this is the regular month (contract): the rules of the rules date, the situation
lasting the whole calendar year, WW and loongerelateerde WGA as from their third month, no
holiday pay in it. :class:`Circumstances` says what a real month has that a regular one hasn't.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from calculator.rules.amounts import Amounts
from calculator.rules.figures import (
    Figure,
    Line,
    Payer,
    Unknown,
    known_or_why,
    minus,
    new_steps,
    taken,
    total,
)
from calculator.rules.laws import (
    aib,
    inkomstenbelasting,
    loonbelasting,
    toeslagenwet,
    wajong,
    wia,
    ww,
    zvw,
)
from calculator.rules.laws.aib import Earnings, Wage
from calculator.rules.money import MONTHS_PER_YEAR, ONE, ZERO, at_least_zero, cents
from calculator.rules.situation import (
    IVA,
    WGA,
    WW,
    Benefit,
    Household,
    MissingAnswer,
    Partner,
    PartnerIncome,
    Plan,
    Wajong,
    age_on,
    any_younger,
    need,
    reached_aow_age,
    whatever_the_work,
)
from calculator.rules.steps import Steps


class Circumstances(NamedTuple):
    """What a month has that the regular month hasn't."""

    #: the jobs' ``vakantiegeld_per_year`` is paid in this month
    vakantiegeld_paid: bool = False
    #: months of right with the higher percentage (WW art. 47 lid 1 a, WIA art. 61 lid 1 a)
    ww_eerste_twee_maanden: bool = False
    wga_eerste_twee_maanden: bool = False
    #: whether the WW is large enough to be paid (WW art. 41); None: this month decides
    ww_paid: bool | None = None
    #: the part of maandloon and income that belongs to the days with a right (WW art. 1b)
    ww_maandloon_part: Decimal = ONE
    ww_income_part: Decimal = ONE
    #: within the start-up period of somebody who starts a business (WW art. 47b, 77a)
    startperiode: bool = False
    #: what the laws other than the WW see of the jobs, where that differs from what is paid
    spread_wages: tuple[Wage, ...] | None = None


REGULAR = Circumstances()
#: the form of a WW that is too small to be paid (WW art. 41)
TE_KLEIN = "te_klein"


@dataclass(slots=True)
class Paid:
    """A benefit of one month (euro). ``reserved`` is its holiday allowance, paid in May."""

    benefit: Benefit
    recht: bool
    paid: Decimal
    reserved: Decimal
    #: dagloon or grondslag per month without holiday pay (Toeslagenwet art. 8a)
    grondslag: Decimal
    #: what the Toeslagenwet counts, where that is more than what is paid (TW art. 5 lid 5)
    counted: Decimal | None = None
    #: which of two benefits it is (WIA art. 60), or that it is too small to be paid (WW art. 41)
    form: str = ""

    @property
    def for_toeslagenwet(self) -> Decimal:
        """The benefit as the Toeslagenwet counts it (euro per month)."""
        return self.paid if self.counted is None else self.counted


@dataclass(slots=True)
class PartnerMonth:
    """The partner's income of a month and what that is on a year (euro)."""

    lines: list[Line]
    payer: Payer
    #: euro per year: as paid, and as the income tax counts it
    gross_per_year: Decimal
    taxable_per_year: Decimal
    arbeidsinkomen_per_year: Decimal
    zvw_per_year: Decimal
    #: euro per month, without holiday pay, for the Toeslagenwet
    arbeid: Decimal
    overig: Decimal
    age_group: loonbelasting.AgeGroup


@dataclass(slots=True)
class GrossMonth:
    """Everything that payers pay in a month, and what later sums need of it."""

    wages: list[Wage] | Unknown
    benefits: list[Paid] | Unknown
    toeslagenwet: Figure
    lines: list[Line]
    payers: list[Payer]
    partner: PartnerMonth | Unknown | None
    #: profit of this month before deductions (euro)
    winst: Figure = ZERO
    #: the WW is large enough to be paid (WW art. 41)
    ww_paid: bool = True


def gross_month(
    household: Household,
    plan: Plan,
    amounts: Amounts,
    *,
    explain: bool = True,
    circumstances: Circumstances = REGULAR,
    wages: list[Wage] | None = None,
    partner: PartnerMonth | Unknown | None = None,
    payroll: bool = True,
) -> GrossMonth:
    """The month of one plan. Ages are those on the rules date of the household.

    ``payroll`` False leaves out what payers withhold, where only the gross counts.

    ``wages``: what the jobs pay in this month, where that isn't a regular month's wage.
    ``partner``: the partner's month, where it was worked out already.
    """
    missing_wage: Unknown | None = None
    if wages is None:
        lines, wages, missing_wage = _wages(plan, amounts, explain)
    else:
        lines = [Line("loon", "employer", wage.gross, work=wage.place) for wage in wages]
    if partner is None and household.partner is not None:
        partner = partner_month(household, amounts, explain=explain)
    winst = _winst(plan)
    if plan.businesses:
        steps = new_steps(explain)
        if steps is not None and isinstance(winst, Decimal):
            steps.note(
                "winst.per_maand",
                "AIB art. 4:1 lid 5",
                cents(winst),
                inputs=(("winst", winst * MONTHS_PER_YEAR, "EUR/year"),),
            )
        shown = winst if isinstance(winst, Unknown) else cents(winst)
        lines.append(Line("winst", "self", shown, taken(steps)))

    seen = circumstances.spread_wages
    earned = missing_wage or _earnings(tuple(wages) if seen is None else seen, winst)
    ww_paid = True
    benefits: list[Paid] | Unknown
    if missing_wage is not None:
        benefits = missing_wage
        lines += [Line(benefit.kind, "uwv", missing_wage) for benefit in household.benefits]
    else:
        benefits, ww_paid = _benefits(
            household, plan, amounts, tuple(wages), earned, circumstances, lines, explain
        )

    tw_steps = new_steps(explain)
    supplement = _toeslagenwet(household, amounts, earned, benefits, partner, tw_steps)
    if isinstance(supplement, Unknown) or supplement:
        lines.append(Line("toeslagenwet", "uwv", supplement, taken(tw_steps)))

    payers = (
        payers_of(household, plan, amounts, wages, missing_wage, lines, explain) if payroll else []
    )
    if partner is not None:
        if isinstance(partner, Unknown):
            lines += _unknown_partner_lines(household.partner, partner)
            payers.append(Payer("partner", partner, partner, partner))
        else:
            lines += partner.lines
            payers.append(partner.payer)
    return GrossMonth(
        wages if missing_wage is None else missing_wage,
        benefits,
        supplement,
        lines,
        payers,
        partner,
        winst,
        ww_paid,
    )


def with_holiday_pay(
    household: Household, plan: Plan, amounts: Amounts, regular: GrossMonth
) -> GrossMonth:
    """What UWV pays in the month in which the jobs pay the holiday pay of ``regular``.

    Only that: the wages of the month are known, and nobody asks here what is withheld.
    """
    assert not isinstance(regular.wages, Unknown)  # noqa: S101 -- looked at before
    wages = tuple(regular.wages)
    earned = _earnings(wages, regular.winst)
    circumstances = Circumstances(vakantiegeld_paid=True, ww_paid=regular.ww_paid)
    lines: list[Line] = []
    benefits, ww_paid = _benefits(
        household, plan, amounts, wages, earned, circumstances, lines, False
    )
    supplement = _toeslagenwet(household, amounts, earned, benefits, regular.partner, None)
    return GrossMonth(
        regular.wages, benefits, supplement, lines, [], regular.partner, regular.winst, ww_paid
    )


def _wages(
    plan: Plan, amounts: Amounts, explain: bool
) -> tuple[list[Line], list[Wage], Unknown | None]:
    lines: list[Line] = []
    wages: list[Wage] = []
    unknown: Unknown | None = None
    for place, work in plan.jobs:
        steps = new_steps(explain)
        found = known_or_why(lambda: aib.wage(amounts, work, place, steps))  # noqa: B023
        if isinstance(found, Unknown):
            unknown = found if unknown is None else unknown.and_(found)
            # the gross wage may be known when only what is taken off it isn't
            gross = known_or_why(lambda: aib.bruto_per_maand(amounts, work))  # noqa: B023
            lines.append(Line("loon", "employer", gross, work=place))
        else:
            wages.append(found)
            lines.append(Line("loon", "employer", found.gross, taken(steps), place))
    return lines, wages, unknown


def _winst(plan: Plan) -> Figure:
    """The profit of a month before deductions, of all businesses together (euro)."""
    return total(
        *(
            Unknown((f"{business.path}.profit_per_year",))
            if business.profit_per_year is None
            else business.profit_per_year / MONTHS_PER_YEAR
            for business in plan.businesses
        )
    )


def _earnings(wages: tuple[Wage, ...], winst: Figure) -> Earnings | Unknown:
    return winst if isinstance(winst, Unknown) else Earnings(wages, winst)


def _benefits(
    household: Household,
    plan: Plan,
    amounts: Amounts,
    wages: tuple[Wage, ...],
    earned: Earnings | Unknown,
    circumstances: Circumstances,
    lines: list[Line],
    explain: bool,
) -> tuple[list[Paid] | Unknown, bool]:
    age = age_on(household.birth_date, household.rules_date)
    found: list[Paid] = []
    unknown: Unknown | None = None
    ww_paid = True
    # the WW first: beside it the WGA and the Wajong look at what the WW left or paid
    for benefit in sorted(household.benefits, key=lambda item: item.kind != "ww"):
        steps = new_steps(explain)
        try:
            if isinstance(benefit, WW):
                paid, ww_paid = _ww(benefit, plan, amounts, wages, circumstances, steps)
            elif unknown is not None:
                # what the WW is decides what this benefit is
                raise MissingAnswer(*unknown.paths, reason=unknown.reason)
            elif isinstance(earned, Unknown):
                raise MissingAnswer(*earned.paths, reason=earned.reason)
            elif isinstance(benefit, WGA):
                paid = _wga(benefit, amounts, earned, found, age, circumstances, steps)
            elif isinstance(benefit, IVA):
                paid = _iva(benefit, amounts, earned, steps)
            else:
                paid = _wajong(benefit, amounts, earned, found, age, steps)
        except MissingAnswer as missing:
            unknown = Unknown(missing.paths, missing.reason)
            lines.append(Line(benefit.kind, "uwv", unknown))
        else:
            found.append(paid)
            lines.append(Line(benefit.kind, "uwv", paid.paid, taken(steps)))
    return (found if unknown is None else unknown), ww_paid


def _hours_on_own_account(plan: Plan) -> Decimal:
    """Hours a week on own account; :class:`MissingAnswer` where they aren't known."""
    hours = ZERO
    for business in plan.businesses:
        hours += need(business.hours_per_week, f"{business.path}.hours_per_week")
    return hours


def _inkomen_uit_uren(
    benefit: WW, plan: Plan, amounts: Amounts, maandloon: Decimal, steps: Steps | None
) -> Decimal:
    """Income for the WW that stands for hours on own account (euro per month)."""
    hours = _hours_on_own_account(plan)
    if not hours:
        return ZERO
    usual = need(benefit.arbeidsuren_per_week, f"{benefit.path}.arbeidsuren_per_week")
    uncapped = benefit.ongemaximeerd_maandloon or maandloon
    return ww.inkomen_uit_uren(amounts, hours, uncapped, usual, steps)


def _ww(
    benefit: WW,
    plan: Plan,
    amounts: Amounts,
    wages: tuple[Wage, ...],
    circumstances: Circumstances,
    steps: Steps | None,
) -> tuple[Paid, bool]:
    full_maandloon = need(benefit.maandloon, f"{benefit.path}.maandloon")
    verhouding = ww.dagloonverhouding(full_maandloon, benefit.ongemaximeerd_maandloon)
    inkomen = aib.inkomen_ww(wages, vakantiegeld_paid=circumstances.vakantiegeld_paid, steps=steps)
    if not circumstances.startperiode:
        # during the start-up period somebody keeps the position of an employee (art. 77a lid 3)
        inkomen += _inkomen_uit_uren(benefit, plan, amounts, full_maandloon, steps)
    maandloon = full_maandloon * circumstances.ww_maandloon_part
    inkomen *= circumstances.ww_income_part
    grondslag = aib.zonder_vakantiegeld(amounts, full_maandloon)
    works = bool(wages or plan.businesses)
    if ww.eindigt_door_inkomen(amounts, maandloon, inkomen, verhouding, steps if works else None):
        return Paid(benefit, False, ZERO, ZERO, grondslag), True
    vol = ww.uitkering(
        amounts,
        maandloon,
        inkomen,
        verhouding,
        eerste_twee_maanden=circumstances.ww_eerste_twee_maanden,
        steps=steps,
    )
    # art. 41 looks at what is usual: the regular month decides for every month
    large_enough = (
        ww.wordt_uitbetaald(amounts, vol, steps)
        if circumstances.ww_paid is None
        else circumstances.ww_paid
    )
    if not large_enough:
        return Paid(benefit, True, ZERO, ZERO, grondslag, form=TE_KLEIN), False
    counted = None
    if circumstances.startperiode:
        counted = ww.betaald_per_maand(amounts, vol)
        vol = ww.startperiode(amounts, vol)
    paid = ww.betaald_per_maand(amounts, vol, steps)
    return Paid(benefit, True, paid, at_least_zero(vol - paid), grondslag, counted), True


def _wga(
    benefit: WGA,
    amounts: Amounts,
    earnings: Earnings,
    others: list[Paid],
    age: int,
    circumstances: Circumstances,
    steps: Steps | None,
) -> Paid:
    maandloon = need(benefit.maandloon, f"{benefit.path}.maandloon")
    phase = need(benefit.phase, f"{benefit.path}.phase")
    verhouding = ww.dagloonverhouding(maandloon, benefit.ongemaximeerd_maandloon)
    earned = aib.inkomen_wia(amounts, earnings, steps)
    inkomen = earned
    for other in others:
        if isinstance(other.benefit, WW) and other.recht:
            # AIB 3:2 lid 14 and 19, 3:3 lid 5: the WW's maandloon counts as income, and of the
            # wages only what is above it; profit always counts here (lid 18)
            maandloon_ww = need(other.benefit.maandloon, f"{other.benefit.path}.maandloon")
            inkomen = aib.inkomen_wia_naast_ww(
                earned - earnings.winst, maandloon_ww, earnings.winst
            )
            if steps is not None:
                steps.note(
                    "aib.wia_naast_ww",
                    "AIB art. 3:2 lid 14 en 19, 3:3 lid 5",
                    cents(inkomen),
                    inputs=(
                        ("maandloon_ww", maandloon_ww, "EUR/month"),
                        ("meer", cents(inkomen - maandloon_ww), "EUR/month"),
                    ),
                )
    if phase == "loongerelateerd":
        form = phase
        vol = wia.loongerelateerde_uitkering(
            amounts,
            maandloon,
            inkomen,
            verhouding,
            eerste_twee_maanden=circumstances.wga_eerste_twee_maanden,
            steps=steps,
        )
    else:
        class_ = need(benefit.arbeidsongeschiktheid, f"{benefit.path}.arbeidsongeschiktheid")
        capacity = None
        if class_ != "80-100":
            capacity = need(
                benefit.resterende_verdiencapaciteit,
                f"{benefit.path}.resterende_verdiencapaciteit",
            )
        form, vol = wia.wga_na_loongerelateerd(
            amounts,
            maandloon=maandloon,
            inkomen=inkomen,
            inkomen_voor_eis=earned,
            arbeidsongeschiktheid=class_,
            resterende_verdiencapaciteit=capacity,
            age=age,
            verhouding=verhouding,
            steps=steps,
        )
    paid = wia.betaald_per_maand(amounts, vol, steps)
    grondslag = aib.zonder_vakantiegeld(amounts, maandloon)
    return Paid(benefit, True, paid, at_least_zero(vol - paid), grondslag, form=form)


def _iva(benefit: IVA, amounts: Amounts, earned: Earnings, steps: Steps | None) -> Paid:
    maandloon = need(benefit.maandloon, f"{benefit.path}.maandloon")
    verhouding = ww.dagloonverhouding(maandloon, benefit.ongemaximeerd_maandloon)
    inkomen = aib.inkomen_wia(amounts, earned, steps)
    vol = wia.iva_uitkering(amounts, maandloon, inkomen, verhouding, steps)
    paid = wia.betaald_per_maand(amounts, vol, steps)
    return Paid(
        benefit, True, paid, at_least_zero(vol - paid), aib.zonder_vakantiegeld(amounts, maandloon)
    )


def _wajong(
    benefit: Wajong,
    amounts: Amounts,
    earned: Earnings,
    others: list[Paid],
    age: int,
    steps: Steps | None,
) -> Paid:
    regime = need(benefit.regime, f"{benefit.path}.regime")
    capacity = (
        False
        if regime == "Wajong2015"
        else need(benefit.arbeidsvermogen, f"{benefit.path}.arbeidsvermogen")
    )
    grondslag = wajong.grondslag(amounts, age, steps)
    inkomen = aib.inkomen_zonder_vakantiegeld(amounts, earned, steps)
    # AIB 3:6 lid 2: a WW benefit is ordinary income for the Wajong, without its holiday part
    beside = sum((other.paid for other in others), ZERO)
    if beside and steps is not None:
        steps.note(
            "aib.wajong_naast_ww",
            "AIB art. 3:6 lid 1 en 2",
            cents(inkomen + beside),
            inputs=(("ww", beside, "EUR/month"), ("inkomen", cents(inkomen), "EUR/month")),
        )
    dispensed = [wage for wage in earned.wages if wage.work.loonwaarde is not None]
    if capacity and dispensed:
        counted = [
            (
                aib.loon_zonder_vakantiegeld(amounts, wage),
                need(wage.work.loonwaarde, f"{wage.work.path}.loonwaarde"),
            )
            for wage in dispensed
        ]
        other_income = inkomen + beside - sum((item[0] for item in counted), ZERO)
        amount = wajong.uitkering_loondispensatie(amounts, grondslag, counted, other_income, steps)
    else:
        amount = wajong.uitkering(
            amounts, grondslag, inkomen + beside, arbeidsvermogen=capacity, steps=steps
        )
    amount = wajong.met_garantiebedrag(amounts, amount, benefit.garantiebedrag_per_day, steps)
    paid = cents(amount)
    holiday = amounts.wajong.vakantiebijslagpercentage.value * paid
    return Paid(benefit, True, paid, holiday, grondslag)


def _toeslagenwet(
    household: Household,
    amounts: Amounts,
    earned: Earnings | Unknown,
    benefits: list[Paid] | Unknown,
    partner: PartnerMonth | Unknown | None,
    steps: Steps | None,
) -> Figure:
    if isinstance(earned, Unknown):
        return earned
    if isinstance(benefits, Unknown):
        return benefits
    if not any(paid.recht for paid in benefits):
        return ZERO
    found = known_or_why(lambda: _norm(household, amounts))
    if isinstance(found, Unknown):
        return found
    if found.amount is None:
        return ZERO
    if isinstance(partner, Unknown):
        return partner
    worked = aib.inkomen_zonder_vakantiegeld(amounts, earned)
    return cents(
        toeslagenwet.toeslag(
            amounts,
            found,
            age=age_on(household.birth_date, household.rules_date),
            uitkeringen=sum([paid.for_toeslagenwet for paid in benefits], ZERO),
            inkomen_uit_arbeid=worked + (partner.arbeid if partner else ZERO),
            overig_inkomen=partner.overig if partner else ZERO,
            grondslagen=sum([paid.grondslag for paid in benefits], ZERO),
            steps=steps,
        )
    )


@whatever_the_work
def _norm(household: Household, amounts: Amounts) -> toeslagenwet.Norm:
    law = amounts.toeslagenwet
    day = household.rules_date
    age = age_on(household.birth_date, day)
    partner = household.partner
    born_after = False
    child_below_12 = False
    if partner is not None:
        born = need(partner.birth_date, f"{partner.path}.birth_date")
        born_after = born > law.partner_geboren_na.value["date"]
        if born_after:
            limit = int(law.kind_jonger_dan.value)
            child_below_12 = any_younger(household, limit, day)
    lives_with_parents = shares = False
    if partner is None:
        home = household.home
        kind = need(home.kind, f"{home.path}.kind") if home is not None else None
        if kind is None:
            raise MissingAnswer("home")
        lives_with_parents = kind == "parents"
        if age >= int(law.leeftijd_volledige_norm.value) and not lives_with_parents:
            shares = _shares_home(household, amounts)
    return toeslagenwet.norm(
        amounts,
        age=age,
        partner=partner is not None,
        partner_born_after_1971=born_after,
        child_below_12=child_below_12,
        lives_with_parents=lives_with_parents,
        shares_home=shares,
    )


def _shares_home(household: Household, amounts: Amounts) -> bool:
    """TW art. 2 lid 7 and 9: lives with somebody of 27 or older who is no student or tenant."""
    from_age = int(amounts.toeslagenwet.kostendeler_leeftijd.value)
    day = household.rules_date
    unknown: list[str] = []
    for other in household.co_residents:
        answers = (other.birth_date, other.student, other.commercial_tenant)
        if other.student or other.commercial_tenant:
            continue
        if other.birth_date is not None and age_on(other.birth_date, day) < from_age:
            continue
        if None not in answers:
            return True
        for name, answer in zip(
            ("birth_date", "student", "commercial_tenant"), answers, strict=True
        ):
            if answer is None:
                unknown.append(f"{other.path}.{name}")
    for child in household.children:
        if child.birth_date is None:
            unknown.append(f"{child.path}.birth_date")
        elif age_on(child.birth_date, day) >= from_age:
            return True
    if unknown:
        raise MissingAnswer(*unknown)
    return False


def payers_of(
    household: Household,
    plan: Plan,
    amounts: Amounts,
    wages: list[Wage],
    missing_wage: Unknown | None,
    lines: list[Line],
    explain: bool,
) -> list[Payer]:
    """Monthly payroll tax of each payer: white for wages, green for what UWV pays together.

    Nothing is withheld from profit: the Belastingdienst asks for it afterwards.
    """
    at = korting_at(plan)
    payers: list[Payer] = []
    uwv = total(*[line.amount for line in lines if line.payer == "uwv"])
    # rules decision 8 d: by the payer of the Wajong; where nothing is paid, by the employer
    # that applies the credit
    has_wajong = any([benefit.kind == "wajong" for benefit in household.benefits])
    wajong_paid: Figure = ZERO
    if has_wajong:
        wajong_paid = next((line.amount for line in lines if line.code == "wajong"), ZERO)
    at_uwv = has_wajong and wajong_paid != ZERO
    left = list(wages)
    paying = [line for line in lines if line.code == "loon" and line.work is not None]
    first_job = min([line.work for line in paying if line.work is not None], default=None)
    for line in paying:
        steps = new_steps(explain)
        # with several jobs the credit is applied at the first
        korting = at in ("work", "both") and line.work == first_job
        withheld: Figure
        # a job may pay twice in a month: the end of its old terms, and its new ones
        wage = next(
            (one for one in left if one.place == line.work and one.gross == line.amount), None
        )
        if wage is not None:
            left.remove(wage)
        if wage is None:
            withheld = missing_wage if missing_wage is not None else _unknown_korting(plan)
        elif at is None:
            withheld = _unknown_korting(plan)
        else:
            withheld = loonbelasting.loonheffing(
                amounts, wage.loon, "white", korting=korting, payments=wage.payments, steps=steps
            ).tax
            if has_wajong and korting and isinstance(wajong_paid, Decimal) and not at_uwv:
                withheld = loonbelasting.jonggehandicaptenkorting(amounts, withheld, steps)
        same = next((payer for payer in payers if payer.work == line.work), None)
        if same is None:
            net = minus(line.amount, withheld)
            payers.append(Payer("employer", line.amount, withheld, net, taken(steps), line.work))
        else:
            same.gross = total(same.gross, line.amount)
            same.withheld = total(same.withheld, withheld)
            same.net = minus(same.gross, same.withheld)
    steps = new_steps(explain)
    withheld = _withheld_by_uwv(plan, amounts, uwv, at_uwv, steps)
    payers.append(Payer("uwv", uwv, withheld, minus(uwv, withheld), taken(steps)))
    if plan.businesses:
        profit = total(*(line.amount for line in lines if line.payer == "self"))
        payers.append(Payer("self", profit, ZERO, profit))
    return payers


def korting_at(plan: Plan) -> str | None:
    """Where the loonheffingskorting is applied; at the benefit where there is no wage."""
    if plan.loonheffingskorting_at == "work" and not plan.has_wage:
        return "benefit"
    return plan.loonheffingskorting_at


def _unknown_korting(plan: Plan) -> Unknown:
    """Where the loonheffingskorting is applied isn't known."""
    return Unknown((f"{plan.path}.loonheffingskorting_at",))


def _withheld_by_uwv(
    plan: Plan, amounts: Amounts, gross: Figure, jonggehandicapt: bool, steps: Steps | None
) -> Figure:
    if isinstance(gross, Unknown):
        return gross
    at = korting_at(plan)
    if at is None and gross:
        return _unknown_korting(plan)
    tax = loonbelasting.loonheffing(
        amounts, gross, "green", korting=at in ("benefit", "both"), steps=steps
    ).tax
    if jonggehandicapt:
        tax = loonbelasting.jonggehandicaptenkorting(amounts, tax, steps)
    return tax


PARTNER_CODES = {
    "wage": "loon",
    "benefit": "uitkering",
    "aow": "aow",
    "pension": "pensioen",
    "profit": "winst",
}


def _unknown_partner_lines(partner: Partner | None, why: Unknown) -> list[Line]:
    """The partner's income where something of it isn't known."""
    if partner is None or not partner.income:
        return [Line("loon", "partner", why)]
    return [
        Line(
            PARTNER_CODES[item.kind],
            "partner",
            why if item.gross_per_month is None else cents(item.gross_per_month),
        )
        for item in partner.income
    ]


def age_group_on(amounts: Amounts, birth_date: date, day: date) -> loonbelasting.AgeGroup:
    """The age group of the payroll tables that somebody is in on ``day``."""
    if not reached_aow_age(birth_date, day):
        return "below_aow"
    limit = amounts.loonbelasting.oudste_groep_geboren_voor.value["date"]
    return "aow_before_1946" if birth_date < limit else "aow"


class _PartnerSums:
    """What the partner's income adds up to (euro per month)."""

    def __init__(self) -> None:
        self.gross = self.withheld = self.contribution = ZERO
        self.work = self.other = self.profit = ZERO
        self.earned = ZERO


def partner_month(
    household: Household, amounts: Amounts, *, explain: bool
) -> PartnerMonth | Unknown | None:
    """The partner's income; the credit is taken to be applied at the wage, else at the first."""
    partner = household.partner
    if partner is None:
        return None
    missing = tuple(
        f"{item.path}.gross_per_month" for item in partner.income if item.gross_per_month is None
    )
    if partner.birth_date is None:
        missing = (f"{partner.path}.birth_date", *missing)
    if missing or partner.birth_date is None:
        return Unknown(missing)
    age_group = age_group_on(amounts, partner.birth_date, household.rules_date)
    order = sorted(
        (place for place, item in enumerate(partner.income) if item.kind != "profit"),
        key=lambda place: partner.income[place].kind != "wage",
    )
    with_credit = order[0] if order else None
    lines, all_steps = [], []
    sums = _PartnerSums()
    for place, item in enumerate(partner.income):
        steps = new_steps(explain)
        _add_partner_income(amounts, sums, item, age_group, steps, korting=place == with_credit)
        answer = new_steps(explain)
        if answer is not None:
            answer.note("antwoord.partner", "", cents(item.gross_per_month or ZERO))
        lines.append(
            Line(
                PARTNER_CODES[item.kind],
                "partner",
                cents(item.gross_per_month or ZERO),
                taken(answer),
            )
        )
        all_steps += taken(steps)
    winst = sums.profit * MONTHS_PER_YEAR
    belastbare_winst = inkomstenbelasting.belastbare_winst(amounts, winst, ZERO)
    zvw_winst = zvw.bijdrage_winst(
        amounts, belastbare_winst, (sums.gross - sums.profit) * MONTHS_PER_YEAR
    )
    taxable = sums.gross * MONTHS_PER_YEAR - winst + belastbare_winst
    if winst:
        # nothing is withheld from profit; a twelfth of what the assessment will ask is set aside
        steps = new_steps(explain)
        aside = inkomstenbelasting.belasting_op_winst(
            amounts, taxable, belastbare_winst, sums.earned * MONTHS_PER_YEAR, winst, age_group
        )
        set_aside = cents((aside + zvw_winst) / MONTHS_PER_YEAR)
        sums.withheld += set_aside
        if steps is not None:
            steps.note(
                "winst.opzij",
                "Wet IB 2001 art. 3.79a; Zvw art. 43",
                set_aside,
                inputs=(("winst", cents(sums.profit), "EUR/month"),),
                amounts=(
                    amounts.inkomstenbelasting.mkb_winstvrijstelling,
                    amounts.zvw.bijdrage_laag,
                ),
            )
        all_steps += taken(steps)
    withheld = sums.withheld + sums.contribution
    payer = Payer("partner", sums.gross, withheld, sums.gross - withheld)
    payer.steps = all_steps
    return PartnerMonth(
        lines=lines,
        payer=payer,
        gross_per_year=sums.gross * MONTHS_PER_YEAR,
        taxable_per_year=taxable,
        arbeidsinkomen_per_year=sums.earned * MONTHS_PER_YEAR,
        zvw_per_year=sums.contribution * MONTHS_PER_YEAR + zvw_winst,
        arbeid=sums.work,
        overig=sums.other,
        age_group=age_group,
    )


def _add_partner_income(
    amounts: Amounts,
    sums: _PartnerSums,
    item: PartnerIncome,
    age_group: loonbelasting.AgeGroup,
    steps: Steps | None,
    *,
    korting: bool,
) -> None:
    """One income of the partner, with what is withheld from it."""
    amount = cents(item.gross_per_month or ZERO)
    sums.gross += amount
    counted = aib.zonder_vakantiegeld(amounts, amount)
    if item.kind == "profit":
        sums.profit += amount
        sums.earned += amount
        sums.work += counted
        return
    sums.withheld += loonbelasting.loonheffing(
        amounts,
        amount,
        "white" if item.kind == "wage" else "green",
        korting=korting,
        age_group=age_group,
        steps=steps,
    ).tax
    if item.kind in ("aow", "pension"):
        sums.contribution += zvw.ingehouden_bijdrage(amounts, amount, steps)
    if item.kind == "wage":
        sums.earned += amount
        sums.work += counted
    else:
        sums.other += counted
