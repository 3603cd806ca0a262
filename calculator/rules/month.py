"""One household, one regular month: what each payer pays, before toeslagen.

The regular month (contract): the rules of the rules date, the situation lasting the whole
calendar year, WW and loongerelateerde WGA as from their third month, no holiday pay in it.
``may`` gives the same month with the holiday pay of the jobs paid in it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

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
from calculator.rules.laws import aib, loonbelasting, toeslagenwet, wajong, wia, ww, zvw
from calculator.rules.laws.aib import Wage
from calculator.rules.money import MONTHS_PER_YEAR, ZERO, cents
from calculator.rules.situation import (
    IVA,
    WGA,
    WW,
    Benefit,
    Household,
    MissingAnswer,
    Partner,
    Plan,
    Wajong,
    age_on,
    any_younger,
    need,
    reached_aow_age,
)
from calculator.rules.steps import Steps


@dataclass(slots=True)
class Paid:
    """A benefit of one month (euro). ``reserved`` is its holiday allowance, paid in May."""

    benefit: Benefit
    recht: bool
    paid: Decimal
    reserved: Decimal
    #: dagloon or grondslag per month without holiday pay (Toeslagenwet art. 8a)
    grondslag: Decimal


@dataclass(slots=True)
class PartnerMonth:
    """The partner's income of a month and what that is on a year (euro)."""

    lines: list[Line]
    payer: Payer
    #: euro per year
    gross_per_year: Decimal
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
    #: the WW of the regular month is large enough to be paid (WW art. 41)
    ww_paid: bool = True


def gross_month(
    household: Household,
    plan: Plan,
    amounts: Amounts,
    *,
    explain: bool = True,
    may_after: GrossMonth | None = None,
) -> GrossMonth:
    """The month of one plan. ``may_after``: the regular month of the same plan, for its May."""
    wage_lines, found_wages, missing_wage = _wages(plan, amounts, explain)
    wages: list[Wage] | Unknown = found_wages if missing_wage is None else missing_wage
    partner = (
        may_after.partner
        if may_after is not None
        else _partner(household.partner, household.rules_date, amounts, explain)
    )
    lines = list(wage_lines)

    benefit_steps: dict[str, Steps | None] = {
        benefit.kind: new_steps(explain) for benefit in household.benefits
    }
    ww_paid = True
    benefits: list[Paid] | Unknown
    if isinstance(wages, Unknown):
        benefits = wages
        lines += [Line(benefit.kind, "uwv", wages) for benefit in household.benefits]
    else:
        benefits, ww_paid = _benefits(
            household, amounts, tuple(wages), may_after, benefit_steps, lines
        )

    tw_steps = new_steps(explain)
    supplement = _toeslagenwet(household, amounts, wages, benefits, partner, tw_steps)
    if isinstance(supplement, Unknown) or supplement:
        lines.append(Line("toeslagenwet", "uwv", supplement, taken(tw_steps)))

    payers = _payers(household, plan, amounts, found_wages, missing_wage, lines, explain)
    if partner is not None:
        if isinstance(partner, Unknown):
            lines += _unknown_partner_lines(household.partner, partner)
            payers.append(Payer("partner", partner, partner, partner))
        else:
            lines += partner.lines
            payers.append(partner.payer)
    return GrossMonth(wages, benefits, supplement, lines, payers, partner, ww_paid)


def _wages(
    plan: Plan, amounts: Amounts, explain: bool
) -> tuple[list[Line], list[Wage], Unknown | None]:
    lines: list[Line] = []
    wages: list[Wage] = []
    unknown: Unknown | None = None
    for place, work in enumerate(plan.work):
        steps = new_steps(explain)
        found = known_or_why(lambda: aib.wage(amounts, work, steps))  # noqa: B023
        if isinstance(found, Unknown):
            unknown = found if unknown is None else unknown.and_(found)
            # the gross wage may be known when only what is taken off it isn't
            gross = known_or_why(lambda: aib.bruto_per_maand(amounts, work))  # noqa: B023
            lines.append(Line("loon", "employer", gross, work=place))
        else:
            wages.append(found)
            lines.append(Line("loon", "employer", found.gross, taken(steps), place))
    return lines, wages, unknown


def _benefits(
    household: Household,
    amounts: Amounts,
    wages: tuple[Wage, ...],
    may_after: GrossMonth | None,
    steps_of: Mapping[str, Steps | None],
    lines: list[Line],
) -> tuple[list[Paid] | Unknown, bool]:
    age = age_on(household.birth_date, household.rules_date)
    found: list[Paid] = []
    unknown: Unknown | None = None
    ww_paid = True
    # the WW first: beside it the WGA and the Wajong look at what the WW left or paid
    for benefit in sorted(household.benefits, key=lambda item: item.kind != "ww"):
        steps = steps_of[benefit.kind]
        try:
            if isinstance(benefit, WW):
                paid, ww_paid = _ww(benefit, amounts, wages, may_after, steps)
            elif unknown is not None:
                # what the WW is decides what this benefit is
                raise MissingAnswer(*unknown.paths, reason=unknown.reason)
            elif isinstance(benefit, WGA):
                paid = _wga(benefit, amounts, wages, found, age, steps)
            elif isinstance(benefit, IVA):
                paid = _iva(benefit, amounts, wages, steps)
            else:
                paid = _wajong(benefit, amounts, wages, found, age, steps)
        except MissingAnswer as missing:
            unknown = Unknown(missing.paths, missing.reason)
            lines.append(Line(benefit.kind, "uwv", unknown))
        else:
            found.append(paid)
            lines.append(Line(benefit.kind, "uwv", paid.paid, taken(steps)))
    return (found if unknown is None else unknown), ww_paid


def _ww(
    benefit: WW,
    amounts: Amounts,
    wages: tuple[Wage, ...],
    may_after: GrossMonth | None,
    steps: Steps | None,
) -> tuple[Paid, bool]:
    maandloon = need(benefit.maandloon, f"{benefit.path}.maandloon")
    verhouding = ww.dagloonverhouding(maandloon, benefit.ongemaximeerd_maandloon)
    inkomen = aib.inkomen_ww(wages, vakantiegeld_paid=may_after is not None, steps=steps)
    grondslag = aib.zonder_vakantiegeld(amounts, maandloon)
    if ww.eindigt_door_inkomen(amounts, maandloon, inkomen, verhouding, steps if wages else None):
        return Paid(benefit, False, ZERO, ZERO, grondslag), True
    vol = ww.uitkering(amounts, maandloon, inkomen, verhouding, steps=steps)
    # art. 41 looks at what is usual: the regular month decides for May too
    large_enough = (
        ww.wordt_uitbetaald(amounts, vol, steps) if may_after is None else may_after.ww_paid
    )
    if not large_enough:
        return Paid(benefit, True, ZERO, ZERO, grondslag), False
    paid = ww.betaald_per_maand(amounts, vol, steps)
    return Paid(benefit, True, paid, vol - paid, grondslag), True


def _wga(
    benefit: WGA,
    amounts: Amounts,
    wages: tuple[Wage, ...],
    others: list[Paid],
    age: int,
    steps: Steps | None,
) -> Paid:
    maandloon = need(benefit.maandloon, f"{benefit.path}.maandloon")
    phase = need(benefit.phase, f"{benefit.path}.phase")
    verhouding = ww.dagloonverhouding(maandloon, benefit.ongemaximeerd_maandloon)
    earned = aib.inkomen_wia(amounts, wages, steps)
    inkomen = earned
    for other in others:
        if isinstance(other.benefit, WW) and other.recht:
            # AIB 3:2 lid 14 and 19, 3:3 lid 5: the WW's maandloon counts as income, and of the
            # earnings only what is above it
            maandloon_ww = need(other.benefit.maandloon, f"{other.benefit.path}.maandloon")
            excess = aib.deel_boven_maandloon(earned, maandloon_ww)
            inkomen = maandloon_ww + excess
            if steps is not None:
                steps.note(
                    "aib.wia_naast_ww",
                    "AIB art. 3:2 lid 14 en 19, 3:3 lid 5",
                    cents(inkomen),
                    inputs=(
                        ("maandloon_ww", maandloon_ww, "EUR/month"),
                        ("meer", cents(excess), "EUR/month"),
                    ),
                )
    if phase == "loongerelateerd":
        vol = wia.loongerelateerde_uitkering(amounts, maandloon, inkomen, verhouding, steps=steps)
    else:
        class_ = need(benefit.arbeidsongeschiktheid, f"{benefit.path}.arbeidsongeschiktheid")
        capacity = None
        if class_ != "80-100":
            capacity = need(
                benefit.resterende_verdiencapaciteit,
                f"{benefit.path}.resterende_verdiencapaciteit",
            )
        _, vol = wia.wga_na_loongerelateerd(
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
    return Paid(benefit, True, paid, vol - paid, aib.zonder_vakantiegeld(amounts, maandloon))


def _iva(benefit: IVA, amounts: Amounts, wages: tuple[Wage, ...], steps: Steps | None) -> Paid:
    maandloon = need(benefit.maandloon, f"{benefit.path}.maandloon")
    verhouding = ww.dagloonverhouding(maandloon, benefit.ongemaximeerd_maandloon)
    inkomen = aib.inkomen_wia(amounts, wages, steps)
    vol = wia.iva_uitkering(amounts, maandloon, inkomen, verhouding, steps)
    paid = wia.betaald_per_maand(amounts, vol, steps)
    return Paid(benefit, True, paid, vol - paid, aib.zonder_vakantiegeld(amounts, maandloon))


def _wajong(
    benefit: Wajong,
    amounts: Amounts,
    wages: tuple[Wage, ...],
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
    inkomen = aib.inkomen_zonder_vakantiegeld(amounts, wages, steps)
    # AIB 3:6 lid 2: a WW benefit is ordinary income for the Wajong, without its holiday part
    beside = sum((other.paid for other in others), ZERO)
    if beside and steps is not None:
        steps.note(
            "aib.wajong_naast_ww",
            "AIB art. 3:6 lid 1 en 2",
            cents(inkomen + beside),
            inputs=(("ww", beside, "EUR/month"), ("inkomen", cents(inkomen), "EUR/month")),
        )
    dispensed = [wage for wage in wages if wage.work.loonwaarde is not None]
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
    wages: list[Wage] | Unknown,
    benefits: list[Paid] | Unknown,
    partner: PartnerMonth | Unknown | None,
    steps: Steps | None,
) -> Figure:
    for part in (wages, benefits):
        if isinstance(part, Unknown):
            return part
    assert not isinstance(wages, Unknown) and not isinstance(benefits, Unknown)  # noqa: S101
    if not any(paid.recht for paid in benefits):
        return ZERO
    found = known_or_why(lambda: _norm(household, amounts))
    if isinstance(found, Unknown):
        return found
    if found.amount is None:
        return ZERO
    if isinstance(partner, Unknown):
        return partner
    worked = aib.inkomen_zonder_vakantiegeld(amounts, tuple(wages))
    return cents(
        toeslagenwet.toeslag(
            amounts,
            found,
            age=age_on(household.birth_date, household.rules_date),
            uitkeringen=sum((paid.paid for paid in benefits), ZERO),
            inkomen_uit_arbeid=worked + (partner.arbeid if partner else ZERO),
            overig_inkomen=partner.overig if partner else ZERO,
            grondslagen=sum((paid.grondslag for paid in benefits), ZERO),
            steps=steps,
        )
    )


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


def _payers(
    household: Household,
    plan: Plan,
    amounts: Amounts,
    wages: list[Wage],
    missing_wage: Unknown | None,
    lines: list[Line],
    explain: bool,
) -> list[Payer]:
    """Monthly payroll tax of each payer: white for wages, green for what UWV pays together."""
    at = plan.loonheffingskorting_at
    unknown_korting = Unknown((f"{plan.path}.loonheffingskorting_at",))
    payers: list[Payer] = []
    uwv = total(*(line.amount for line in lines if line.payer == "uwv"))
    wajong_paid = next((line.amount for line in lines if line.code == "wajong"), ZERO)
    # rules decision 8 d: by the payer of the Wajong; where nothing is paid, by the employer
    # that applies the credit
    has_wajong = any(isinstance(benefit, Wajong) for benefit in household.benefits)
    at_uwv = has_wajong and wajong_paid != ZERO
    wage_of = {wage.work.path: wage for wage in wages}
    for place, work in enumerate(plan.work):
        line = lines[place]
        steps = new_steps(explain)
        # with several jobs the credit is applied at the first
        korting = at == "work" and place == 0
        withheld: Figure
        wage = wage_of.get(work.path)
        if wage is None:
            withheld = missing_wage if missing_wage is not None else unknown_korting
        elif at is None:
            withheld = unknown_korting
        else:
            withheld = loonbelasting.loonheffing(
                amounts, wage.loon, "white", korting=korting, steps=steps
            ).tax
            if has_wajong and korting and isinstance(wajong_paid, Decimal) and not at_uwv:
                withheld = loonbelasting.jonggehandicaptenkorting(amounts, withheld, steps)
        payers.append(
            Payer(
                "employer",
                line.amount,
                withheld,
                minus(line.amount, withheld),
                taken(steps),
                place,
            )
        )
    steps = new_steps(explain)
    withheld = _withheld_by_uwv(amounts, uwv, at, at_uwv, unknown_korting, steps)
    payers.append(Payer("uwv", uwv, withheld, minus(uwv, withheld), taken(steps)))
    return payers


def _withheld_by_uwv(
    amounts: Amounts,
    gross: Figure,
    at: str | None,
    jonggehandicapt: bool,
    unknown_korting: Unknown,
    steps: Steps | None,
) -> Figure:
    if isinstance(gross, Unknown):
        return gross
    if at is None and gross:
        return unknown_korting
    tax = loonbelasting.loonheffing(
        amounts, gross, "green", korting=at == "benefit", steps=steps
    ).tax
    if jonggehandicapt:
        tax = loonbelasting.jonggehandicaptenkorting(amounts, tax, steps)
    return tax


PARTNER_CODES = {"wage": "loon", "benefit": "uitkering", "aow": "aow", "pension": "pensioen"}


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


def _partner(
    partner: Partner | None, day: date, amounts: Amounts, explain: bool
) -> PartnerMonth | Unknown | None:
    """The partner's income; the credit is taken to be applied at the wage, else at the first."""
    if partner is None:
        return None
    missing = tuple(
        f"{item.path}.gross_per_month" for item in partner.income if item.gross_per_month is None
    )
    if partner.birth_date is None:
        missing = (f"{partner.path}.birth_date", *missing)
    if missing or partner.birth_date is None:
        return Unknown(missing)
    age_group: loonbelasting.AgeGroup = "below_aow"
    if reached_aow_age(partner.birth_date, day):
        limit = amounts.loonbelasting.oudste_groep_geboren_voor.value["date"]
        age_group = "aow_before_1946" if partner.birth_date < limit else "aow"
    order = sorted(
        range(len(partner.income)), key=lambda place: partner.income[place].kind != "wage"
    )
    with_credit = order[0] if order else None
    lines, all_steps = [], []
    gross = withheld = contribution = work = other = ZERO
    for place, item in enumerate(partner.income):
        amount = cents(item.gross_per_month or ZERO)
        steps = new_steps(explain)
        gross += amount
        withheld += loonbelasting.loonheffing(
            amounts,
            amount,
            "white" if item.kind == "wage" else "green",
            korting=place == with_credit,
            age_group=age_group,
            steps=steps,
        ).tax
        if item.kind in ("aow", "pension"):
            contribution += zvw.ingehouden_bijdrage(amounts, amount, steps)
        counted = aib.zonder_vakantiegeld(amounts, amount)
        if item.kind == "wage":
            work += counted
        else:
            other += counted
        answer = new_steps(explain)
        if answer is not None:
            answer.note("antwoord.partner", "", amount)
        lines.append(Line(PARTNER_CODES[item.kind], "partner", amount, taken(answer)))
        all_steps += taken(steps)
    earned = sum(
        (item.gross_per_month or ZERO for item in partner.income if item.kind == "wage"), ZERO
    )
    payer = Payer("partner", gross, withheld + contribution, gross - withheld - contribution)
    payer.steps = all_steps
    return PartnerMonth(
        lines=lines,
        payer=payer,
        gross_per_year=gross * MONTHS_PER_YEAR,
        arbeidsinkomen_per_year=cents(earned) * MONTHS_PER_YEAR,
        zvw_per_year=contribution * MONTHS_PER_YEAR,
        arbeid=work,
        overig=other,
        age_group=age_group,
    )
