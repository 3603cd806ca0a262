"""A calendar year of a timeline: its income, its tax, and the lines that follow from them.

Toeslagen and the income tax look at a whole year, whatever part of it a calendar shows. Amounts
in euro per year unless a name says otherwise.
"""

from collections.abc import Mapping
from dataclasses import replace
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
    total,
)
from calculator.rules.laws import loonbelasting
from calculator.rules.laws.loonbelasting import AgeGroup
from calculator.rules.money import MONTHS_PER_YEAR, ONE, ZERO, at_least_zero, cents
from calculator.rules.month import PartnerMonth
from calculator.rules.net_lines import Moments, net_lines
from calculator.rules.periods import Month
from calculator.rules.situation import ADULT, IVA, WGA, Wajong, age_on
from calculator.rules.timeline import JULY, RealMonth, Timeline, amounts_in, born_by
from calculator.rules.year import Earned, PartnerYear, Year, assess, is_starter

DECEMBER = 12
TOESLAGEN = ("zorgtoeslag", "huurtoeslag", "kindgebonden_budget", "kinderopvangtoeslag")
ALLOWANCE = "tegemoetkoming_arbeidsongeschikten"
#: tax on holiday pay of each job, and of UWV under None
OnHoliday = dict[int | None, Figure]


class TimelineYear(NamedTuple):
    """A calendar year of one timeline: its income, and its net lines month by month."""

    figures: Year
    #: payroll tax on holiday pay, by month
    on_holiday: dict[Month, OnHoliday]
    lines: dict[Month, list[Line]]


def months_of(timeline: Timeline, year: int) -> list[RealMonth]:
    return [real for real in timeline.months if real.month[0] == year]


def timeline_year(timeline: Timeline, year: int) -> TimelineYear:
    """The income tax of a year and the lines that follow from its income."""
    # a child counts that belongs to the household for half a year (Wet IB art. 8.14a lid 1 b)
    household = replace(
        timeline.household,
        rules_date=date(year, DECEMBER, 31),
        children=born_by(timeline.household.children, date(year, JULY, 1)),
    )
    months = months_of(timeline, year)
    amounts = amounts_in((year, DECEMBER))
    unknown = next((real.unknown for real in months if real.unknown is not None), None)
    on_holiday = _withheld_on_holiday(months)
    if unknown is not None:
        why = unknown
        figures = Year(why, why, why, why, why, why, why, why)
    else:
        earned = _earned(timeline, months, amounts, on_holiday)
        figures = assess(
            household, amounts, earned, _partner_year(timeline, months, year), explain=False
        )
    lines = {
        real.month: _net_lines(timeline, real, figures)
        if real.unknown is None
        else _unknown_lines(timeline, real.unknown)
        for real in months
    }
    return TimelineYear(figures, on_holiday, lines)


def _earned(
    timeline: Timeline,
    months: list[RealMonth],
    amounts: Amounts,
    on_holiday: Mapping[Month, OnHoliday],
) -> Earned:
    """Everything that came in over the months of a year."""
    loon: list[Figure] = []
    holiday = ZERO
    benefits: list[Figure] = []
    withheld: list[Figure] = []
    winst: list[Figure] = []
    hours: list[Figure] = []
    starter: bool | Unknown = False
    for real in months:
        gross = real.gross
        if isinstance(gross.wages, Unknown):
            loon.append(gross.wages)
        else:
            loon += [wage.loon for wage in gross.wages]
        holiday += sum((amount for amount, _ in real.vakantiegeld.values()), ZERO)
        benefits += [line.amount for line in gross.lines if line.payer == "uwv"]
        withheld += [payer.withheld for payer in gross.payers if payer.payer != "partner"]
        withheld += on_holiday.get(real.month, {}).values()
        loon.append(real.loon_voor_uitkering)
        benefits.append(real.uitkering_voor_uitkering)
        withheld.append(_withheld_before(real))
        winst.append(gross.winst)
        if real.plan.businesses and starter is not True:
            starter = is_starter(real.plan)
        weeks = real.amounts.dagloon.weken_per_jaar.value / MONTHS_PER_YEAR
        hours += [
            Unknown((f"{business.path}.hours_per_week",))
            if business.hours_per_week is None
            else business.hours_per_week * weeks
            for business in real.plan.businesses
        ]
    holiday_withheld = [figure for by_payer in on_holiday.values() for figure in by_payer.values()]
    return Earned(
        loon=total(*loon),
        vakantiegeld=holiday,
        uitkeringen=total(*benefits),
        vakantiegeld_uitkeringen=total(*(real.vakantiegeld_uitkering for real in months)),
        withheld=total(*withheld),
        withheld_on_vakantiegeld=total(*holiday_withheld),
        winst=total(*winst),
        uren=total(*hours),
        starter=starter,
    )


def _withheld_before(real: RealMonth) -> Decimal:
    """Payroll tax on what came in before the benefit (euro).

    The jonggehandicaptenkorting is with it where the Wajong is nil (rules decision 8 d).
    """
    if not real.loon_voor_uitkering and not real.uitkering_voor_uitkering:
        return ZERO
    amounts, at = real.amounts, real.korting_before
    of_wage = loonbelasting.loonheffing(
        amounts, real.loon_voor_uitkering, "white", korting=at == "loon"
    ).tax
    of_benefit = loonbelasting.loonheffing(
        amounts, real.uitkering_voor_uitkering, "green", korting=at == "uitkering"
    ).tax
    wajong = [line.amount for line in real.gross.lines if line.code == "wajong"]
    if wajong == [ZERO] and real.loon_voor_uitkering:
        of_wage = loonbelasting.jonggehandicaptenkorting(amounts, of_wage)
    return of_wage + of_benefit


def _withheld_on_holiday(months: list[RealMonth]) -> dict[Month, OnHoliday]:
    """Payroll tax on the holiday pay of each job and of UWV (None), by month (Wet LB art. 26)."""
    uwv = _annual_benefits(months)
    found: dict[Month, OnHoliday] = {}
    for real in months:
        by_payer: OnHoliday = {}
        at = real.plan.loonheffingskorting_at
        wages = [] if isinstance(real.gross.wages, Unknown) else real.gross.wages
        first_job = min((wage.place for wage in wages), default=None)
        for place, (amount, annual) in real.vakantiegeld.items():
            korting = at == "work" and place == first_job
            by_payer[place] = _special(real.amounts, amount, annual, "white", korting=korting)
        if real.vakantiegeld_uitkering != ZERO:
            by_payer[None] = (
                total(real.vakantiegeld_uitkering, uwv)
                if isinstance(real.vakantiegeld_uitkering, Unknown) or isinstance(uwv, Unknown)
                else _special(
                    real.amounts,
                    real.vakantiegeld_uitkering,
                    uwv,
                    "green",
                    korting=at == "benefit",
                )
            )
        if by_payer:
            found[real.month] = by_payer
    return found


def _annual_benefits(months: list[RealMonth]) -> Figure:
    """A year's benefits with their holiday allowance, as if they ran all year (rules decision 8 j).

    Euro per year: what the special table for holiday pay looks at.
    """
    running = [
        real
        for real in months
        if real.unknown is None and any(line.payer == "uwv" for line in real.gross.lines)
    ]
    if not running:
        return ZERO
    whole = total(
        *(line.amount for real in running for line in real.gross.lines if line.payer == "uwv"),
        *(real.reserved for real in running),
    )
    if isinstance(whole, Unknown):
        return whole
    return whole * MONTHS_PER_YEAR / len(running)


def _special(
    amounts: Amounts,
    amount: Decimal,
    annual: Decimal,
    table: loonbelasting.Table,
    *,
    korting: bool,
) -> Figure:
    return known_or_why(
        lambda: loonbelasting.bijzondere_beloning(amounts, amount, annual, table, korting=korting)
    )


def _partner_year(
    timeline: Timeline, months: list[RealMonth], year: int
) -> PartnerYear | Unknown | None:
    """The partner's twelve months, and the age groups of the year."""
    partner = timeline.household.partner
    if partner is None:
        return None
    found: list[PartnerMonth] = []
    for real in months:
        one = timeline.partner(real.amounts, real.household)
        if isinstance(one, Unknown):
            return one
        assert one is not None  # noqa: S101 -- there is a partner
        found.append(one)
    if not found:
        return Unknown((), "rules_not_known")
    groups: dict[AgeGroup, Decimal] = {}
    for one in found:
        groups[one.age_group] = groups.get(one.age_group, ZERO) + ONE / len(found)

    def over_the_year(name: str) -> Decimal:
        whole = sum((getattr(one, name) for one in found), ZERO)
        return cents(Decimal(whole) / len(found))

    return PartnerYear(
        gross=over_the_year("gross_per_year"),
        taxable=over_the_year("taxable_per_year"),
        arbeidsinkomen=over_the_year("arbeidsinkomen_per_year"),
        zvw=over_the_year("zvw_per_year"),
        age_groups=tuple((part, group) for group, part in groups.items())
        if len(groups) > 1
        else ((ONE, found[0].age_group),),
    )


def _net_lines(timeline: Timeline, real: RealMonth, figures: Year) -> list[Line]:
    """Toeslagen, kinderbijslag and costs of a month, on the income of its year."""
    plan = real.at_work
    key = (
        "net lines",
        real.amounts.day,
        timeline.ages_for_net_lines(real),
        plan,
        timeline.worked_lately(real),
        figures.toetsingsinkomen,
        real.month[0],
    )
    lines = timeline.kept(
        key,
        lambda: net_lines(
            real.household,
            plan,
            real.amounts,
            figures.toetsingsinkomen,
            explain=False,
            moments=Moments.of_month(real.month, worked_lately=timeline.worked_lately(real)),
        ),
    )
    # the contribution of the wages that are really paid over this month
    lines = [line for line in lines if line.code != "pension"]
    if age_on(real.household.birth_date, real.household.rules_date) < ADULT:
        # no premium, and so no zorgtoeslag, up to the month after the birthday
        lines = [line for line in lines if line.code != "zorgtoeslag"]
    if real.pension:
        lines.append(Line("pension", None, -real.pension))
    lines += _set_aside(timeline, real, figures)
    lines += _allowance(timeline, real)
    return lines


def _unknown_lines(timeline: Timeline, why: Unknown) -> list[Line]:
    """The toeslagen of a month of which nothing is known."""
    children = timeline.household.children
    codes = ["zorgtoeslag", "huurtoeslag"]
    codes += ["kindgebonden_budget"] if children else []
    codes += ["kinderopvangtoeslag"] if any(child.childcare for child in children) else []
    return [Line(code, None, why) for code in codes]


def _set_aside(timeline: Timeline, real: RealMonth, figures: Year) -> list[Line]:
    """This month's part of the tax and the Zvw contribution that are asked over profit."""
    if not real.plan.businesses:
        return []
    count = sum(1 for one in months_of(timeline, real.month[0]) if one.plan.businesses)
    lines = [
        Line(
            code,
            None,
            yearly if isinstance(yearly, Unknown) else -cents(at_least_zero(yearly) / count),
        )
        for code, yearly in (
            ("belasting_winst", figures.belasting_op_winst),
            ("zvw_winst", figures.zvw),
        )
    ]
    return [line for line in lines if line.amount != ZERO]


def _allowance(timeline: Timeline, real: RealMonth) -> list[Line]:
    """WIA art. 63a, Wajong 3:75: once a year for whoever has the right on 1 July (euro)."""
    law = real.amounts
    if real.month[1] != int(law.uwv_betaaldagen.tegemoetkoming_maand.value):
        return []
    on_1_july = timeline.running(date(real.month[0], JULY, 1))
    if not any(isinstance(item, (IVA, WGA, Wajong)) for item in on_1_july):
        return []
    return [Line(ALLOWANCE, None, law.wia.tegemoetkoming.value)]


def payers_of_month(real: RealMonth, year: TimelineYear) -> tuple[list[Payer], list[Line]]:
    """What each payer pays over a month with the holiday pay in it, and the lines of that."""
    on_holiday = year.on_holiday.get(real.month, {})
    payers: list[Payer] = []
    lines: list[Line] = []
    for payer in real.gross.payers:
        more: Figure = ZERO
        if payer.payer == "employer" and payer.work in real.vakantiegeld:
            more = real.vakantiegeld[payer.work][0]
        elif payer.payer == "uwv":
            more = real.vakantiegeld_uitkering
        if more == ZERO:
            payers.append(payer)
            continue
        whole = total(payer.gross, more)
        withheld = total(payer.withheld, on_holiday.get(payer.work, ZERO))
        payers.append(Payer(payer.payer, whole, withheld, minus(whole, withheld), work=payer.work))
        lines.append(Line("vakantiegeld", payer.payer, more, work=payer.work))
    return payers, lines
