"""The net lines of a month: toeslagen on the year's income, kinderbijslag, and costs.

Amounts in euro per month; costs are negative.
"""

from datetime import date
from decimal import Decimal
from functools import partial
from typing import NamedTuple

from calculator.rules.amounts import Amounts
from calculator.rules.figures import Figure, Line, Unknown, known_or_why, new_steps, taken
from calculator.rules.laws import (
    awir,
    huurtoeslag,
    kinderbijslag,
    kinderopvangtoeslag,
    kindgebonden_budget,
    zorgtoeslag,
)
from calculator.rules.laws.kinderopvangtoeslag import Opvang
from calculator.rules.money import ZERO, cents
from calculator.rules.periods import ONE_DAY, Month, first_day
from calculator.rules.situation import (
    CoResident,
    Household,
    MissingAnswer,
    Partner,
    Plan,
    age_on,
    need,
    whatever_the_work,
)
from calculator.rules.steps import Steps

MONTHS_IN_QUARTER = 3
#: kinds of a partner's income that come from present work
WORK = frozenset({"wage", "profit"})


class Moments(NamedTuple):
    """The days whose ages count for children, and whether childcare still counts as work."""

    wkb: date
    akw: date
    #: the three months after the work has ended (Wet kinderopvang art. 1.6 lid 5)
    worked_lately: bool = False

    @classmethod
    def of_month(cls, month: Month, *, worked_lately: bool = False) -> "Moments":
        """Wkb: the month after a birthday; AKW: the first day of the quarter (art. 11, 12)."""
        quarter = (month[1] - 1) // MONTHS_IN_QUARTER * MONTHS_IN_QUARTER + 1
        return cls(first_day(month) - ONE_DAY, date(month[0], quarter, 1), worked_lately)


def net_lines(
    household: Household,
    plan: Plan,
    amounts: Amounts,
    toetsingsinkomen: Figure,
    *,
    explain: bool = True,
    moments: Moments | None = None,
) -> list[Line]:
    """All net lines of the month that belong to a ``toetsingsinkomen`` (euro per year).

    Ages are those on the rules date; ``moments``: those of a real month.
    """
    if moments is None:
        moments = Moments(household.rules_date, household.rules_date)
    lines = [
        _toeslag("zorgtoeslag", _zorgtoeslag, household, amounts, toetsingsinkomen, explain),
        _toeslag("huurtoeslag", _huurtoeslag, household, amounts, toetsingsinkomen, explain),
    ]
    if household.children:
        lines.append(
            _toeslag(
                "kindgebonden_budget",
                partial(_kindgebonden_budget, moments.wkb),
                household,
                amounts,
                toetsingsinkomen,
                explain,
            )
        )
        steps = new_steps(explain)
        lines.append(
            Line(
                "kinderbijslag",
                None,
                _kinderbijslag(household, amounts, moments.akw, steps),
                taken(steps),
            )
        )
    if any(child.childcare for child in household.children):
        lines += _childcare(household, plan, amounts, toetsingsinkomen, moments, explain)
    lines += _costs(plan, explain)
    return lines


def _toeslag(code, rule, household, amounts, toetsingsinkomen, explain) -> Line:  # type: ignore[no-untyped-def]
    """One toeslag, unknown where its rule misses something."""
    steps = new_steps(explain)
    amount = known_or_why(lambda: rule(household, amounts, toetsingsinkomen, steps))
    return Line(code, None, amount, taken(steps))


def _within_vermogen(household: Household, limit: Decimal, law: str, steps: Steps | None) -> bool:
    """Whether the joint vermogen on 1 January leaves the right (missing: says so)."""
    vermogen = need(household.vermogen, "vermogen")
    within = vermogen <= limit
    if steps is not None and not within:
        steps.note(
            "toeslag.te_veel_vermogen",
            law,
            ZERO,
            inputs=(("vermogen", vermogen, "EUR"), ("grens", limit, "EUR")),
        )
    return within


def _income(toetsingsinkomen: Figure) -> Decimal:
    if isinstance(toetsingsinkomen, Unknown):
        raise MissingAnswer(*toetsingsinkomen.paths, reason=toetsingsinkomen.reason)
    return toetsingsinkomen


def _zorgtoeslag(
    household: Household, amounts: Amounts, toetsingsinkomen: Figure, steps: Steps | None
) -> Decimal:
    partner = household.partner
    limit = zorgtoeslag.vermogensgrens(amounts, partner=partner is not None)
    if household.vermogen is not None and not _within_vermogen(
        household, limit, "Wzt art. 3", steps
    ):
        return ZERO
    income = _income(toetsingsinkomen)
    insured = True
    if partner is not None:
        full = zorgtoeslag.zorgtoeslag(amounts, income, partner=True)
        if full.per_month:
            insured = need(partner.insured, f"{partner.path}.insured")
    result = zorgtoeslag.zorgtoeslag(
        amounts, income, partner=partner is not None, partner_insured=insured, steps=steps
    )
    if result.per_month:  # without a toeslag the vermogen can't change the outcome
        need(household.vermogen, "vermogen")
    return result.per_month


def _lives_in(household: Household, other: CoResident) -> bool:
    """Whether somebody is a medebewoner: no tenant with a contract (Awir art. 2 lid 1 e)."""
    return not need(other.commercial_tenant, f"{other.path}.commercial_tenant")


def _huurtoeslag(
    household: Household, amounts: Amounts, toetsingsinkomen: Figure, steps: Steps | None
) -> Decimal:
    home = household.home
    if home is None:
        raise MissingAnswer("home")
    kind = need(home.kind, f"{home.path}.kind")
    if kind != "rent":
        if steps is not None:
            steps.note(f"huurtoeslag.geen_{kind}", "Wht art. 1, 11", ZERO)
        return ZERO
    if not huurtoeslag.is_covered(amounts):
        raise MissingAnswer(reason="huurtoeslag_2025")
    limit = huurtoeslag.vermogensgrens(amounts, partner=household.partner is not None)
    if household.vermogen is not None and not _within_vermogen(
        household, limit, "Awir art. 7 lid 3", steps
    ):
        return ZERO
    rent = need(home.kale_huur, f"{home.path}.kale_huur")
    income = _income(toetsingsinkomen)
    circle = _circle(household, amounts)
    result = huurtoeslag.huurtoeslag(
        amounts,
        rent,
        income + circle.income_per_year,
        circle.persons,
        jong_zonder_kind=circle.all_young,
        steps=steps,
    )
    if result:
        need(household.vermogen, "vermogen")
    return result


class _Circle(NamedTuple):
    """Everybody who counts for the huurtoeslag."""

    persons: int
    #: of the others than the person and the partner (euro per year)
    income_per_year: Decimal
    #: nobody is 21 or older, and there is no child (Wht art. 13 lid 1)
    all_young: bool


@whatever_the_work
def _circle(household: Household, amounts: Amounts) -> _Circle:
    """Who lives there, and what the others bring in (Awir art. 2, 7)."""
    income = ZERO
    first_of_january = date(household.rules_date.year, 1, 1)
    others = [item for item in household.co_residents if _lives_in(household, item)]
    for child in household.children:
        earned = need(child.income_per_year, f"{child.path}.income_per_year")
        if earned:  # without income the age can't change anything
            born = need(child.birth_date, f"{child.path}.birth_date")
            income += awir.inkomen_van_kind(amounts, earned, age_on(born, first_of_january))
    for other in others:
        income += need(other.income_per_year, f"{other.path}.income_per_year")
    persons = 1 + (household.partner is not None) + len(household.children) + len(others)
    return _Circle(persons, income, _all_young(household, amounts, others))


def _all_young(household: Household, amounts: Amounts, others: list[CoResident]) -> bool:
    """Wht art. 13 lid 1: nobody is 21 or older, and there is no child."""
    if household.children:
        return False
    limit = int(amounts.huurtoeslag.leeftijd_jong.value)
    day = household.rules_date
    if age_on(household.birth_date, day) >= limit:
        return False
    partner = household.partner
    members: list[Partner | CoResident] = [*others]
    if partner is not None:
        members.insert(0, partner)
    missing = [f"{item.path}.birth_date" for item in members if item.birth_date is None]
    if any(item.birth_date and age_on(item.birth_date, day) >= limit for item in members):
        return False
    if missing:
        raise MissingAnswer(*missing)
    return True


@whatever_the_work
def _child_ages(household: Household, day: date) -> list[int]:
    """The ages on ``day`` of the children that were born by then."""
    born = [need(child.birth_date, f"{child.path}.birth_date") for child in household.children]
    return [age_on(birth_date, day) for birth_date in born if birth_date <= day]


def _kindgebonden_budget(
    day: date,
    household: Household,
    amounts: Amounts,
    toetsingsinkomen: Figure,
    steps: Steps | None,
) -> Decimal:
    partner = household.partner is not None
    limit = kindgebonden_budget.vermogensgrens(amounts, partner=partner)
    if household.vermogen is not None and not _within_vermogen(
        household, limit, "Wkb art. 1 lid 4", steps
    ):
        return ZERO
    result = kindgebonden_budget.kindgebonden_budget(
        amounts,
        _income(toetsingsinkomen),
        _child_ages(household, day),
        partner=partner,
        steps=steps,
    )
    if result.per_month:
        need(household.vermogen, "vermogen")
    return result.per_month


def _kinderbijslag(
    household: Household, amounts: Amounts, day: date, steps: Steps | None
) -> Figure:
    return known_or_why(
        lambda: kinderbijslag.kinderbijslag(amounts, _child_ages(household, day), steps)
    )


def _childcare(
    household: Household,
    plan: Plan,
    amounts: Amounts,
    toetsingsinkomen: Figure,
    moments: Moments,
    explain: bool,
) -> list[Line]:
    """Cost of childcare in every situation; the toeslag with work or a path to work."""
    steps = new_steps(explain)
    works = plan.works or moments.worked_lately
    care = known_or_why(lambda: _opvang(household, works))
    if isinstance(care, Unknown):
        return [
            Line("childcare_cost", None, care),
            Line("kinderopvangtoeslag", None, care),
        ]
    cost = kinderopvangtoeslag.kosten(care)
    if not cost and not any(care):
        return []  # no childcare without work
    cost_steps = new_steps(explain)
    if cost_steps is not None:
        cost_steps.note("antwoord.kosten", "", -cost)

    def toeslag() -> Decimal:
        if not _both_work(household, plan, moments, steps):
            return ZERO
        if not kinderopvangtoeslag.is_covered(amounts):
            raise MissingAnswer(reason="kinderopvangtoeslag_2025")
        return kinderopvangtoeslag.kinderopvangtoeslag(
            amounts, _income(toetsingsinkomen), care, steps
        )

    amount = known_or_why(toeslag)
    return [
        Line("childcare_cost", None, -cost, taken(cost_steps)),
        Line("kinderopvangtoeslag", None, amount, taken(steps)),
    ]


@whatever_the_work
def _opvang(household: Household, works: bool) -> list[list[Opvang]]:
    """The care of each child; some of it is there with work only."""
    return [
        [
            Opvang(
                care.kind,
                need(care.hours_per_month, f"{care.path}.hours_per_month"),
                need(care.price_per_hour, f"{care.path}.price_per_hour"),
            )
            for care in child.childcare
            if works or not need(care.only_with_work, f"{care.path}.only_with_work")
        ]
        for child in household.children
    ]


def _both_work(household: Household, plan: Plan, moments: Moments, steps: Steps | None) -> bool:
    """Wet kinderopvang art. 1.6 lid 1 and 3: work, or a path to work; the partner works too."""
    partner = household.partner
    if partner is not None and not any(item.kind in WORK for item in partner.income):
        if steps is not None:
            steps.note("kinderopvangtoeslag.partner_werkt_niet", "Wet kinderopvang art. 1.6", ZERO)
        return False
    if plan.works or moments.worked_lately:
        return True
    path = need(household.reintegratietraject, "person.reintegratietraject")
    if not path and steps is not None:
        steps.note("kinderopvangtoeslag.geen_werk", "Wet kinderopvang art. 1.6", ZERO)
    return path


def _costs(plan: Plan, explain: bool) -> list[Line]:
    """Pension contribution and unrefunded travel cost of all jobs together, as negative lines.

    A job without a wage is no work: nobody travels to it.
    """
    lines = []
    jobs = [work for _, work in plan.jobs if work.has_wage]
    for code, name in (("pension", "pension_per_month"), ("travel_cost", "travel_cost_per_month")):
        unknown: list[str] = []
        amount = ZERO
        for work in jobs:
            value = getattr(work, name)
            if value is None:
                unknown.append(f"{work.path}.{name}")
            else:
                amount += value
        if unknown:
            lines.append(Line(code, None, Unknown(tuple(unknown))))
        elif amount:
            steps = new_steps(explain)
            if steps is not None:
                steps.note("antwoord.kosten", "", -cents(amount))
            lines.append(Line(code, None, -cents(amount), taken(steps)))
    return lines
