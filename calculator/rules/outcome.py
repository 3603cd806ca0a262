"""From a household to its outcome: every situation, the differences, and what it rests on."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import Literal, NamedTuple

from calculator.rules import amounts as amounts_of_the_law
from calculator.rules.amounts import WEAK, Amount, Amounts
from calculator.rules.figures import Figure, Line, Payer, Unknown, minus, sum_as_steps, total
from calculator.rules.laws import huurtoeslag
from calculator.rules.laws.aib import Wage
from calculator.rules.money import MONTHS_PER_YEAR, ZERO, at_least_zero, cents
from calculator.rules.month import (
    TE_KLEIN,
    Circumstances,
    GrossMonth,
    PartnerMonth,
    gross_month,
    korting_at,
    payers_of,
    with_holiday_pay,
)
from calculator.rules.net_lines import net_lines
from calculator.rules.situation import (
    MAX_PER_MONTH,
    WGA,
    Household,
    InvalidSituation,
    Plan,
    Wajong,
    age_on,
    problems_of,
)
from calculator.rules.steps import Step
from calculator.rules.year import Year, income_of, year_of

#: lines that the income of the year after tax holds already: the pension contribution is out of
#: the taxed wage, and the tax on profit is in the assessment
IN_TAXED_INCOME = frozenset({"pension", "belasting_winst", "zvw_winst"})
#: lines that are a right of their own, beside the benefits
RIGHTS = frozenset(
    {
        "toeslagenwet",
        "zorgtoeslag",
        "huurtoeslag",
        "kindgebonden_budget",
        "kinderopvangtoeslag",
    }
)
#: by how much the net between two earning capacities can lie outside their own
ROUNDING = Decimal(2)
#: more assets than any limit
MOST_VERMOGEN = Decimal("Infinity")
#: Raised with every change of a rule or an amount.
RULES_VERSION = "2026.11.2"


@dataclass(slots=True)
class Month:
    """The regular month of a situation: euro per month."""

    net: Figure
    lines: list[Line]
    payers: list[Payer]
    #: how ``net`` came about
    steps: list[Step] = field(default_factory=list)
    #: the lowest and highest ``net`` there can be, where what is missing leaves an honest range
    between: tuple[Decimal, Decimal] | None = None


@dataclass(slots=True)
class SituationOutcome:
    """One situation: its regular month and the year that this month makes."""

    id: str
    month: Month
    year: Year
    #: euro per year: after income tax, with twelve months of net lines
    net_per_year: Figure
    #: gross wages of a regular month (euro)
    gross_earnings: Figure
    #: which rights there are, by the code of their line: where one changes, the net makes a step
    rights: tuple[tuple[str, str], ...] = ()


class Difference(NamedTuple):
    """A plan against now: euro per month, euro per year, and what stays of each euro more."""

    plan: str
    net_per_month: Figure
    net_per_year: Figure
    kept_per_euro: Decimal | None


class NotCounted(NamedTuple):
    """Something that exists but isn't in the figures, and the answers that brought it up."""

    code: str
    because: tuple[str, ...]


@dataclass(slots=True)
class Outcome:
    """Everything that was worked out for one household."""

    rules_date: date
    certainty: Literal["definite", "provisional"]
    situations: list[SituationOutcome]
    differences: list[Difference]
    not_counted: list[NotCounted]
    #: amounts whose source is weak or provisional, and on which the outcome rests
    rests_on: list[Amount] = field(default_factory=list)
    rules_version: str = RULES_VERSION


def calculate(household: Household, *, explain: bool = True) -> Outcome:
    """Work out "now" and every plan of the household.

    Raises :class:`InvalidSituation` with every problem at once when answers can't be.
    ``explain`` False leaves the steps out, and with them what the outcome rests on (for many
    points of the same household at once).
    """
    problems = problems_of(household)
    if problems:
        raise InvalidSituation(problems)
    amounts = amounts_of_the_law.on(household.rules_date)
    situations = [
        situation_of(household, plan, amounts, explain=explain)
        for plan in (household.now, *household.plans)
    ]
    for plan, situation in zip((household.now, *household.plans), situations, strict=True):
        if isinstance(situation.month.net, Unknown):
            situation.month.between = _between(household, plan, amounts)
    now = situations[0]
    rests_on = _weak_amounts(situations)
    return Outcome(
        rules_date=household.rules_date,
        certainty="provisional"
        if any(amount.confidence == "provisional" for amount in rests_on)
        else "definite",
        situations=situations,
        differences=[_difference(now, plan) for plan in situations[1:]],
        not_counted=list(_not_counted(household, amounts, situations)),
        rests_on=rests_on,
    )


def situation_of(
    household: Household,
    plan: Plan,
    amounts: Amounts,
    *,
    explain: bool = True,
    partner: PartnerMonth | Unknown | None = None,
) -> SituationOutcome:
    """The regular month and the year of one plan.

    ``partner``: the partner's month, where it was worked out already.
    """
    regular = gross_month(household, plan, amounts, explain=explain, partner=partner)
    may = _may(household, plan, amounts, regular)
    year = year_of(household, plan, amounts, regular, may, explain=explain)
    lines = net_lines(household, plan, amounts, year.toetsingsinkomen, explain=explain)
    lines += set_aside_for_profit(plan, year, explain=explain)
    net = total(*(payer.net for payer in regular.payers), *(line.amount for line in lines))
    yearly = total(*(line.amount for line in lines if line.code not in IN_TAXED_INCOME))
    if isinstance(yearly, Decimal):
        yearly *= MONTHS_PER_YEAR
    net_per_year = total(year.net_of_tax, yearly)
    if explain:
        year.steps["net"] = sum_as_steps(
            "jaar.netto",
            "EUR/year",
            net_per_year,
            {"na_belasting": year.net_of_tax, "toeslagen_en_kosten": yearly},
        )
    month_steps = (
        sum_as_steps(
            "maand.netto",
            "EUR/month",
            net,
            {
                "na_belasting": total(*(payer.net for payer in regular.payers)),
                "toeslagen_en_kosten": total(*(line.amount for line in lines)),
            },
        )
        if explain
        else []
    )
    return SituationOutcome(
        id=plan.id,
        month=Month(net, [*regular.lines, *lines], regular.payers, month_steps),
        year=year,
        net_per_year=net_per_year,
        gross_earnings=total(
            *(line.amount for line in regular.lines if line.payer in ("employer", "self"))
        ),
        rights=tuple(_rights(plan, regular, lines)),
    )


#: the rights of a month, each with its form
Rights = tuple[tuple[str, str], ...]


class NetOfMonth:
    """The net of a regular month (euro), and the rights in it.

    No benefit looks at the toeslagen, and no right at what payers withhold: each is worked out
    where it is asked for.
    """

    __slots__ = ("_net", "_toeslagen", "_with_toeslagen", "of_benefits")

    def __init__(
        self,
        of_benefits: Rights,
        toeslagen: Callable[[], tuple[Rights, Callable[[], Figure]]],
    ) -> None:
        """``toeslagen`` gives all rights, and what gives the net."""
        #: the rights to benefits and to the Toeslagenwet
        self.of_benefits = of_benefits
        self._toeslagen = toeslagen
        self._with_toeslagen: tuple[Rights, Callable[[], Figure]] | None = None
        self._net: Figure | None = None

    def _all(self) -> tuple[Rights, Callable[[], Figure]]:
        if self._with_toeslagen is None:
            self._with_toeslagen = self._toeslagen()
        return self._with_toeslagen

    @property
    def rights(self) -> Rights:
        """All rights of the month."""
        return self._all()[0]

    @property
    def net(self) -> Figure:
        """What is left (euro per month)."""
        if self._net is None:
            self._net = self._all()[1]()
        return self._net


def net_of_month(
    household: Household,
    plan: Plan,
    amounts: Amounts,
    *,
    wages: list[Wage] | None = None,
    partner: PartnerMonth | Unknown | None = None,
) -> NetOfMonth:
    """The same as the month of :func:`situation_of`, without what only the year needs.

    The net of a month rests on the income of the year, but not on its tax; only what is put
    aside for profit does. ``wages``: what the jobs pay, where that isn't what the plan says.
    """
    if plan.businesses:
        found = situation_of(household, plan, amounts, explain=False, partner=partner)
        return NetOfMonth(found.rights, lambda: (found.rights, lambda: found.month.net))
    regular = gross_month(
        household, plan, amounts, explain=False, wages=wages, partner=partner, payroll=False
    )

    def toeslagen() -> tuple[Rights, Callable[[], Figure]]:
        may = _may(household, plan, amounts, regular, payroll=False)
        of_partner: Figure = ZERO
        if isinstance(regular.partner, Unknown):
            of_partner = regular.partner
        elif regular.partner is not None:
            of_partner = regular.partner.taxable_per_year
        toetsingsinkomen = total(*income_of(amounts, regular, may), of_partner)
        lines = net_lines(household, plan, amounts, toetsingsinkomen, explain=False)

        def net() -> Figure:
            if isinstance(regular.wages, Unknown):
                payers = gross_month(
                    household, plan, amounts, explain=False, partner=partner
                ).payers
            else:
                payers = [
                    *payers_of(household, plan, amounts, regular.wages, None, regular.lines, False),
                    *regular.payers,  # the partner's
                ]
            return total(*(payer.net for payer in payers), *(line.amount for line in lines))

        return tuple(_rights(plan, regular, lines)), net

    return NetOfMonth(tuple(_rights(plan, regular, [])), toeslagen)


def _may(
    household: Household,
    plan: Plan,
    amounts: Amounts,
    regular: GrossMonth,
    *,
    payroll: bool = True,
) -> GrossMonth:
    """The month in which the holiday pay of the jobs is paid, where that makes a difference."""
    if not _may_differs(household, regular):
        return regular
    if not payroll:
        return with_holiday_pay(household, plan, amounts, regular)
    return gross_month(
        household,
        plan,
        amounts,
        explain=False,
        circumstances=Circumstances(vakantiegeld_paid=True, ww_paid=regular.ww_paid),
        partner=regular.partner,
    )


def _rights(plan: Plan, regular: GrossMonth, lines: list[Line]) -> Iterator[tuple[str, str]]:
    """Each right of the month and its form; what isn't there has none."""
    if not isinstance(regular.benefits, Unknown):
        for one in regular.benefits:
            if one.paid or one.form == TE_KLEIN:
                yield one.benefit.kind, one.form or "begint"
    for line in (*regular.lines, *lines):
        if line.code in RIGHTS and line.amount != ZERO:
            yield line.code, "begint"
    yield "loonheffingskorting", korting_at(plan) or ""


def set_aside_for_profit(plan: Plan, year: Year, *, explain: bool = True) -> list[Line]:
    """A month's part of the tax and the Zvw contribution that are asked over profit (euro)."""
    if not plan.businesses:
        return []
    lines = []
    for code, yearly, law in (
        ("belasting_winst", year.belasting_op_winst, "Wet IB 2001 art. 3.1, 3.2"),
        ("zvw_winst", year.zvw, "Zvw art. 43, 45 lid 2"),
    ):
        if isinstance(yearly, Unknown):
            lines.append(Line(code, None, yearly))
            continue
        # what the profit brings back comes after the year: nothing is put aside then
        per_month = cents(at_least_zero(yearly) / MONTHS_PER_YEAR)
        if not per_month:
            continue
        steps = (
            sum_as_steps(f"winst.{code}", "EUR/month", -per_month, {"jaar": yearly}, law)
            if explain
            else []
        )
        lines.append(Line(code, None, -per_month, steps))
    return lines


def _between(household: Household, plan: Plan, amounts: Amounts) -> tuple[Decimal, Decimal] | None:
    """The lowest and highest net there can be, whatever the missing answers are.

    Only for answers that decide between known outcomes: assets that leave or take away a
    toeslag, a rent between nothing and the highest that counts, whether a partner is insured,
    and an earning capacity. None where something else is missing too.
    """
    nets: list[Decimal] = []
    capacity = any(
        isinstance(benefit, WGA) and benefit.resterende_verdiencapaciteit is None
        for benefit in household.benefits
    )
    for filled in _possible(household, amounts):
        net = situation_of(filled, plan, amounts, explain=False).month.net
        if isinstance(net, Unknown):
            return None
        nets.append(net)
    if not nets:
        return None
    # in between, the steps of the payroll table and whole euros of toeslagen go up and down
    margin = ROUNDING if capacity else ZERO
    return min(nets) - margin, max(nets) + margin


def _possible(household: Household, amounts: Amounts) -> Iterator[Household]:
    """The household with each extreme of every answer that is missing."""
    households = [household]
    if household.vermogen is None:
        households = [
            replace(one, vermogen=amount) for one in households for amount in (ZERO, MOST_VERMOGEN)
        ]
    home = household.home
    if home is not None and home.kind == "rent" and home.kale_huur is None:
        if not huurtoeslag.is_covered(amounts):
            return
        highest = amounts.huurtoeslag.maximale_huurgrens.value
        households = [
            replace(one, home=replace(home, kale_huur=rent))
            for one in households
            for rent in (ZERO, highest)
        ]
    partner = household.partner
    if partner is not None and partner.insured is None:
        households = [
            replace(one, partner=replace(partner, insured=insured))
            for one in households
            for insured in (True, False)
        ]
    for place, benefit in enumerate(household.benefits):
        if isinstance(benefit, WGA) and benefit.resterende_verdiencapaciteit is None:
            households = [
                replace(
                    one,
                    benefits=(
                        *one.benefits[:place],
                        replace(benefit, resterende_verdiencapaciteit=capacity),
                        *one.benefits[place + 1 :],
                    ),
                )
                for one in households
                for capacity in (ZERO, benefit.maandloon or ZERO, MAX_PER_MONTH)
            ]
    if len(households) > 1:
        yield from households
    else:
        # nothing with known extremes is missing
        yield household


def _may_differs(household: Household, regular: GrossMonth) -> bool:
    """Holiday pay of a job changes the offset of that month in the WW only (AIB 4:1 lid 10).

    Where income ends the WW in every month, there is nothing left to change.
    """
    if isinstance(regular.wages, Unknown):
        return False
    if isinstance(regular.benefits, Unknown):
        runs = any(benefit.kind == "ww" for benefit in household.benefits)
    else:
        runs = any(one.benefit.kind == "ww" and one.recht for one in regular.benefits)
    return runs and any(wage.vakantiegeld_per_year for wage in regular.wages)


def _difference(now: SituationOutcome, plan: SituationOutcome) -> Difference:
    more = minus(plan.month.net, now.month.net)
    earned = minus(plan.gross_earnings, now.gross_earnings)
    kept = None
    if isinstance(more, Decimal) and isinstance(earned, Decimal) and earned != ZERO:
        kept = cents(more / earned)
    return Difference(plan.id, more, minus(plan.net_per_year, now.net_per_year), kept)


def _all_amounts(situations: list[SituationOutcome]) -> Iterator[Amount]:
    for situation in situations:
        parts: list[Line | Payer] = [*situation.month.lines, *situation.month.payers]
        for part in parts:
            for step in part.steps:
                yield from step.amounts
        for steps in situation.year.steps.values():
            for step in steps:
                yield from step.amounts


def _weak_amounts(situations: list[SituationOutcome]) -> list[Amount]:
    found = {amount.key: amount for amount in _all_amounts(situations) if amount.confidence in WEAK}
    return list(found.values())


def _not_counted(
    household: Household, amounts: Amounts, situations: list[SituationOutcome]
) -> Iterator[NotCounted]:
    """What exists but isn't in the figures, only where it can concern this household."""
    law = amounts.inkomstenbelasting
    partners = 2 if household.partner is not None else 1
    if household.vermogen is not None and household.vermogen > (
        law.heffingvrij_vermogen.value * partners
    ):
        yield NotCounted("box3", ("vermogen",))
    if household.home is not None and household.home.kind == "own":
        yield NotCounted("eigen_woning", ("home.kind",))
    if household.co_residents:
        yield NotCounted(
            "vermogen_medebewoners", tuple(item.path for item in household.co_residents)
        )
    partner = household.partner
    if partner is not None and any(item.kind == "profit" for item in partner.income):
        yield NotCounted("ondernemer_partner", (f"{partner.path}.income",))
    businesses = tuple(
        business.path for plan in (household.now, *household.plans) for business in plan.businesses
    )
    if businesses:
        yield NotCounted("ondernemer", businesses)
    if (
        any(child.childcare for child in household.children)
        and not household.reintegratietraject
        and not all(plan.works for plan in (household.now, *household.plans))
    ):
        yield NotCounted("kinderopvang_traject", ("person.reintegratietraject",))
    wajong_paths = tuple(item.path for item in household.benefits if isinstance(item, Wajong))
    age = age_on(household.birth_date, household.rules_date)
    if wajong_paths and str(age) in amounts.minimumloon.jeugdpercentage.value:
        yield NotCounted("tegemoetkoming_wajong_jong", wajong_paths)
    ao = tuple(item.path for item in household.benefits if item.kind != "ww")
    if ao:
        yield NotCounted("tegemoetkoming_arbeidsongeschikten", ao)
    yield NotCounted("ander_inkomen", ())
    yield NotCounted("zorgpremie", ())
    yield NotCounted("gemeente", ("home.municipality",))
