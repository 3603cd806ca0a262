"""What a household tells us, as frozen records, and the check on entry.

``None`` in an answer means: the person doesn't know it. It is never read as zero. Where
``None`` means "there is none" instead, the field says so. ``path`` is where the answer
stands in the contract (``person.benefits.0``), so that a rule that needs a missing answer
can name the question that would settle it.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any, Literal, NamedTuple, TypeVar, TypeVarTuple

from calculator.rules import amounts as amounts_of_the_law
from calculator.rules.money import MONTHS_PER_YEAR, ZERO, cents
from calculator.rules.periods import months_later

T = TypeVar("T")
Given = TypeVarTuple("Given")
Arbeidsongeschiktheid = Literal["35-45", "45-55", "55-65", "65-80", "80-100"]
#: ``both`` can't be told; it shows what it would cost
Korting = Literal["benefit", "work", "none", "both"]
#: where the loonheffingskorting may be: at one payer
AT_ONE_PAYER: tuple[Korting, ...] = ("work", "benefit")
Per = Literal["hour", "week", "four_weeks", "month"]

MAX_PLANS = 3
ADULT = 18  # BW 1:233; the WW, WIA and Wajong of this calculator start there
OLDEST = 120  # a birth date longer ago is a mistake
MAX_HOURS_PER_WEEK = Decimal(80)
MAX_PER_MONTH = Decimal(100_000)  # contract: a wage or maandloon above this is a mistake
COMBINATIONS = (frozenset({"ww", "wga"}), frozenset({"ww", "wajong"}))


class MissingAnswer(Exception):
    """A rule needs an answer that isn't there."""

    def __init__(self, *paths: str, reason: str = "") -> None:
        super().__init__(", ".join(paths) or reason)
        self.paths = paths
        self.reason = reason


def need(value: T | None, path: str) -> T:
    """The answer, or :class:`MissingAnswer` with the path of the question that would settle it."""
    if value is None:
        raise MissingAnswer(path)
    return value


@dataclass(frozen=True, slots=True)
class WW:
    """A WW benefit. Euro per month; ``ongemaximeerd_maandloon`` None: not above the maximum."""

    path: str
    maandloon: Decimal | None
    ongemaximeerd_maandloon: Decimal | None = None
    first_day: date | None = None
    last_day: date | None = None
    #: gemiddeld aantal arbeidsuren per kalenderweek (art. 16 lid 2), for hours on own account
    arbeidsuren_per_week: Decimal | None = None
    kind: Literal["ww"] = "ww"


@dataclass(frozen=True, slots=True)
class WGA:
    """A WGA benefit (WIA). Euro per month.

    ``phase`` ``vervolg`` is everything after the loongerelateerde phase: the income decides
    whether that is a loonaanvullingsuitkering or a vervolguitkering (WIA art. 60).
    """

    path: str
    phase: Literal["loongerelateerd", "vervolg"] | None
    maandloon: Decimal | None
    arbeidsongeschiktheid: Arbeidsongeschiktheid | None
    resterende_verdiencapaciteit: Decimal | None = None
    ongemaximeerd_maandloon: Decimal | None = None
    first_day: date | None = None
    phase_until: date | None = None
    kind: Literal["wga"] = "wga"


@dataclass(frozen=True, slots=True)
class IVA:
    """An IVA benefit (WIA). Euro per month."""

    path: str
    maandloon: Decimal | None
    ongemaximeerd_maandloon: Decimal | None = None
    kind: Literal["iva"] = "iva"


@dataclass(frozen=True, slots=True)
class Wajong:
    """A Wajong benefit. ``garantiebedrag_per_day`` (euro per day) None: there is none."""

    path: str
    regime: Literal["oWajong", "Wajong2010", "Wajong2015"] | None
    arbeidsvermogen: bool | None
    garantiebedrag_per_day: Decimal | None = None
    kind: Literal["wajong"] = "wajong"


Benefit = WW | WGA | IVA | Wajong


@dataclass(frozen=True, slots=True)
class Employment:
    """A job. ``gross`` in euro per ``per``; costs and pension in euro per month.

    ``loonwaarde`` (0.30 to 1.00) None: no loondispensatie. ``gross`` is what is really paid.
    """

    path: str
    gross: Decimal | None
    per: Per
    hours_per_week: Decimal | None = None
    vakantiegeld: Literal["yearly", "included"] | None = "yearly"
    pension_per_month: Decimal | None = ZERO
    loonwaarde: Decimal | None = None
    travel_cost_per_month: Decimal | None = ZERO
    until: tuple[int, int] | None = None
    gross_low: Decimal | None = None
    gross_high: Decimal | None = None
    kind: Literal["employment"] = "employment"

    @property
    def has_wage(self) -> bool:
        """Whether anything is paid; a wage that isn't known may be."""
        no_hours = self.per == "hour" and self.hours_per_week == ZERO
        return self.gross != ZERO and not no_hours


@dataclass(frozen=True, slots=True)
class SelfEmployed:
    """Work on own account. Profit in euro per year, before every deduction of the income tax.

    ``startperiode``: UWV gave permission for the start-up period of the WW (art. 77a).
    ``starter``: may take the startersaftrek, or the one for people with a disability benefit.
    """

    path: str
    profit_per_year: Decimal | None
    hours_per_week: Decimal | None = None
    until: tuple[int, int] | None = None
    startperiode: bool | None = False
    starter: bool | None = False
    profit_low: Decimal | None = None
    profit_high: Decimal | None = None
    kind: Literal["self_employed"] = "self_employed"


Work = Employment | SelfEmployed


@dataclass(frozen=True, slots=True)
class PartnerIncome:
    """Income of the partner: euro per month, a twelfth of the year's gross, holiday pay in it."""

    path: str
    kind: Literal["wage", "benefit", "aow", "pension", "profit"]
    gross_per_month: Decimal | None


@dataclass(frozen=True, slots=True)
class Partner:
    """Toeslagpartner, fiscal partner and partner for the Toeslagenwet in one."""

    path: str
    birth_date: date | None
    income: tuple[PartnerIncome, ...]
    insured: bool | None


@dataclass(frozen=True, slots=True)
class Childcare:
    """Registered childcare of one kind: hours per month, euro per hour."""

    path: str
    kind: Literal["dagopvang", "bso", "gastouder"]
    hours_per_month: Decimal | None
    price_per_hour: Decimal | None
    #: it is there in situations with work only; else in every situation (rules decision 8 i)
    only_with_work: bool | None = False


@dataclass(frozen=True, slots=True)
class Child:
    """A child of the household, with the right to kinderbijslag. Income in euro per year."""

    path: str
    birth_date: date | None
    childcare: tuple[Childcare, ...] = ()
    income_per_year: Decimal | None = ZERO


@dataclass(frozen=True, slots=True)
class CoResident:
    """Somebody else registered at the address. Income in euro per year."""

    path: str
    birth_date: date | None
    income_per_year: Decimal | None
    student: bool | None = False
    commercial_tenant: bool | None = False


@dataclass(frozen=True, slots=True)
class Home:
    """Where the household lives. ``kale_huur`` in euro per month."""

    path: str
    kind: Literal["rent", "own", "room", "parents"] | None
    kale_huur: Decimal | None = None
    municipality: str | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """What the person expects to do: work, and where the loonheffingskorting is applied."""

    id: str
    path: str
    work: tuple[Work, ...]
    loonheffingskorting_at: Korting | None

    #: the jobs, with their place in ``work``, and the work on own account
    jobs: tuple[tuple[int, Employment], ...] = field(init=False, repr=False, compare=False)
    businesses: tuple[SelfEmployed, ...] = field(init=False, repr=False, compare=False)
    #: whether any job pays a wage; a wage that isn't known may be paid
    has_wage: bool = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Sort the work by its kind, once."""
        jobs = [(place, work) for place, work in enumerate(self.work) if work.kind == "employment"]
        own = [work for work in self.work if work.kind == "self_employed"]
        object.__setattr__(self, "jobs", tuple(jobs))
        object.__setattr__(self, "businesses", tuple(own))
        object.__setattr__(self, "has_wage", any(job.has_wage for _, job in jobs))

    @property
    def works(self) -> bool:
        """Whether there is paid work in the plan: a job without wage isn't."""
        return bool(self.businesses) or self.has_wage


@dataclass(frozen=True, slots=True)
class Household:
    """Everything that was told, with the situation now and up to three plans."""

    rules_date: date
    birth_date: date
    benefits: tuple[Benefit, ...]
    now: Plan
    plans: tuple[Plan, ...] = ()
    partner: Partner | None = None
    children: tuple[Child, ...] = ()
    co_residents: tuple[CoResident, ...] = ()
    home: Home | None = None
    vermogen: Decimal | None = None
    #: follows a path to work that the UWV pays for; None: not known (Wet kinderopvang art. 1.6)
    reintegratietraject: bool | None = False
    #: for how many months in a row the income has been low already (Pw art. 36)
    low_income_months: int | None = None
    #: gets studiefinanciering, not levenlanglerenkrediet, or a WTOS allowance (Pw art. 36b lid 3)
    studiefinanciering: bool | None = None
    #: what follows from these answers whatever the work is (see :func:`whatever_the_work`)
    follows: dict[Any, Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    @property
    def only_ww(self) -> bool:
        """Whether there is no other benefit than WW."""
        return all(benefit.kind == "ww" for benefit in self.benefits)


def whatever_the_work(
    rule: Callable[[Household, *Given], T],
) -> Callable[[Household, *Given], T]:
    """A rule that doesn't look at the work: worked out once for a household, not for every wage.

    What was found is kept in the household itself, and is gone when the household is.
    """

    def once(household: Household, *given: *Given) -> T:
        key = rule, *given
        if key not in household.follows:
            household.follows[key] = rule(household, *given)
        found: T = household.follows[key]
        return found

    return once


def age_on(birth_date: date, day: date) -> int:
    """Age in whole years on ``day``; somebody of 29 February has a birthday on 1 March."""
    had_birthday = (day.month, day.day) >= (birth_date.month, birth_date.day)
    return day.year - birth_date.year - (0 if had_birthday else 1)


def any_younger(household: Household, age: int, day: date) -> bool:
    """Whether a child is younger than ``age`` on ``day``; :class:`MissingAnswer` if that's open."""
    ages = [
        None if child.birth_date is None else age_on(child.birth_date, day)
        for child in household.children
    ]
    if any(found is not None and found < age for found in ages):
        return True
    unknown = [child.path for child in household.children if child.birth_date is None]
    if unknown:
        raise MissingAnswer(*(f"{path}.birth_date" for path in unknown))
    return False


class Problem(NamedTuple):
    """Why a household can't be calculated; ``params`` fill the message of ``code``."""

    path: str
    code: str
    params: dict[str, Any] = {}


class InvalidSituation(ValueError):
    """The household holds answers that can't be; ``problems`` lists all of them."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("; ".join(f"{item.path}: {item.code}" for item in problems))
        self.problems = problems


def problems_of(household: Household) -> list[Problem]:
    """Everything in the household that can't be, all at once (contract, "Errors too")."""
    return [
        *_date_problems(household),
        *person_problems(household.birth_date, household.rules_date),
        *_benefit_problems(household),
        *_plan_problems(household),
        *_household_problems(household),
    ]


def is_covered(day: date) -> bool:
    """Whether this calculator holds the rules of ``day``."""
    return amounts_of_the_law.FIRST_DATE <= day <= amounts_of_the_law.LAST_DATE


def _date_problems(household: Household) -> Iterator[Problem]:
    if not is_covered(household.rules_date):
        yield Problem(
            "rules_date",
            "date_not_covered",
            {"first": amounts_of_the_law.FIRST_DATE, "last": amounts_of_the_law.LAST_DATE},
        )


def _born_after(birth_date: date | None, path: str, day: date) -> Iterator[Problem]:
    if birth_date is not None and birth_date > day:
        yield Problem(f"{path}.birth_date", "after_rules_date", {"rules_date": day})


def _too_old(birth_date: date | None, path: str, day: date) -> Iterator[Problem]:
    if birth_date is not None and age_on(birth_date, day) > OLDEST:
        yield Problem(f"{path}.birth_date", "too_long_ago")


def person_problems(birth_date: date, day: date) -> Iterator[Problem]:
    """Why this calculator isn't for somebody: not born, not 18, or past AOW age on ``day``."""
    if birth_date > day:
        yield from _born_after(birth_date, "person", day)
        return
    if age_on(birth_date, day) < ADULT:
        yield Problem("person.birth_date", "under_18")
    if not is_covered(day):
        return  # whether somebody has reached the AOW age is a rule of that date
    if reached_aow_age(birth_date, day):
        yield Problem("person.birth_date", "aow_age")


def aow_date(birth_date: date) -> date:
    """The day on which somebody reaches the pensioengerechtigde leeftijd (AOW art. 7a).

    The age is that of the year in which it is reached, and the last one known where that year
    isn't covered: for dates that far ahead only the order counts.
    """
    reached = birth_date
    for year in range(amounts_of_the_law.FIRST_DATE.year, amounts_of_the_law.LAST_DATE.year + 1):
        law = amounts_of_the_law.on(date(year, 1, 1)).aow
        months = int(law.aow_leeftijd_jaren.value) * 12 + int(law.aow_leeftijd_maanden.value)
        reached = months_later(birth_date, months)
        if reached.year <= year:
            break
    return reached


def reached_aow_age(birth_date: date, day: date) -> bool:
    """Whether somebody has reached the pensioengerechtigde leeftijd on ``day`` (AOW art. 7a)."""
    return day >= aow_date(birth_date)


def maximum_maandloon(day: date) -> Decimal:
    """The highest maandloon of ``day``: euro per month, whole cents (WW art. 1b lid 1 and 2)."""
    law = amounts_of_the_law.on(day).dagloon
    return cents(law.maximumdagloon.value * law.dagen_per_maand.value)


def _benefit_problems(household: Household) -> Iterator[Problem]:
    if not household.benefits:
        yield Problem("person.benefits", "no_benefit")
        return
    kinds = [benefit.kind for benefit in household.benefits]
    if len(kinds) > 1 and (len(kinds) > 2 or frozenset(kinds) not in COMBINATIONS):
        yield Problem("person.benefits", "combination_not_covered")
    day = household.rules_date
    maximum = maximum_maandloon(day) if is_covered(day) else None
    for benefit in household.benefits:
        if isinstance(benefit, Wajong):
            yield from _wajong_problems(benefit)
            continue
        if (
            maximum is not None
            and benefit.maandloon is not None
            and cents(benefit.maandloon) > maximum
        ):
            yield Problem(
                f"{benefit.path}.maandloon", "above_maximum_dagloon", {"maximum": maximum}
            )
        if (
            benefit.maandloon is not None
            and benefit.ongemaximeerd_maandloon is not None
            and benefit.ongemaximeerd_maandloon < benefit.maandloon
        ):
            yield Problem(f"{benefit.path}.ongemaximeerd_maandloon", "below_maandloon")
        if isinstance(benefit, WW) and benefit.arbeidsuren_per_week == ZERO:
            yield Problem(f"{benefit.path}.arbeidsuren_per_week", "no_hours")
        if isinstance(benefit, WW) and _before(benefit.last_day, benefit.first_day):
            yield Problem(f"{benefit.path}.last_day", "before_first_day")
        if isinstance(benefit, WGA) and _before(benefit.phase_until, benefit.first_day):
            yield Problem(f"{benefit.path}.phase_until", "before_first_day")


def _wajong_problems(benefit: Wajong) -> Iterator[Problem]:
    """Wajong 1a:1: no work capacity in the Wajong 2015; 8:8 lid 4: no garantiebedrag either."""
    if benefit.regime == "Wajong2015":
        if benefit.arbeidsvermogen:
            yield Problem(f"{benefit.path}.arbeidsvermogen", "wajong2015_arbeidsvermogen")
        if benefit.garantiebedrag_per_day is not None:
            yield Problem(f"{benefit.path}.garantiebedrag_per_day", "wajong2015_garantiebedrag")


def _before(last: date | None, first: date | None) -> bool:
    return last is not None and first is not None and last < first


def _plan_problems(household: Household) -> Iterator[Problem]:
    if len(household.plans) > MAX_PLANS:
        yield Problem("plans", "too_many_plans", {"maximum": MAX_PLANS})
    seen: set[str] = set()
    for plan in household.plans:
        if plan.id == "now":
            yield Problem(f"{plan.path}.id", "id_now")
        elif plan.id in seen:
            yield Problem(f"{plan.path}.id", "id_twice")
        seen.add(plan.id)
    for plan in (household.now, *household.plans):
        for business in plan.businesses:
            low, high = business.profit_low, business.profit_high
            if low is not None and high is not None and low > high:
                yield Problem(f"{business.path}.profit_low", "low_above_high")
        for _, work in plan.jobs:
            low, high = work.gross_low, work.gross_high
            if low is not None and high is not None and low > high:
                yield Problem(f"{work.path}.gross_low", "low_above_high")
            paid = per_month(work, household.rules_date)
            if paid is not None and paid > MAX_PER_MONTH:
                yield Problem(f"{work.path}.gross", "too_high", {"maximum": MAX_PER_MONTH})
            if (
                paid is not None
                and work.pension_per_month is not None
                and work.pension_per_month > paid
            ):
                # a contribution is part of the wage; a wage below nothing would raise a benefit
                yield Problem(f"{work.path}.pension_per_month", "above_wage")


def per_month(work: Employment, day: date) -> Decimal | None:
    """The wage of a job per calendar month (euro, whole cents); None where it isn't known.

    A month is a twelfth of the year's weeks or periods of four weeks (AIB art. 4:1).
    """
    if work.gross is None:
        return None
    if work.per == "month":
        return cents(work.gross)
    # the number of weeks in a year is the same on every date that is covered
    covered = min(max(day, amounts_of_the_law.FIRST_DATE), amounts_of_the_law.LAST_DATE)
    law = amounts_of_the_law.on(covered).dagloon
    if work.per == "hour":
        if work.hours_per_week is None:
            return None
        yearly = work.gross * work.hours_per_week * law.weken_per_jaar.value
    elif work.per == "week":
        yearly = work.gross * law.weken_per_jaar.value
    else:
        yearly = work.gross * law.vierweken_per_jaar.value
    return cents(yearly / MONTHS_PER_YEAR)


def _household_problems(household: Household) -> Iterator[Problem]:
    day = household.rules_date
    partner = household.partner
    if partner is not None:
        yield from _born_after(partner.birth_date, partner.path, day)
        born = partner.birth_date
        if born is not None and born <= day and age_on(born, day) < ADULT:
            yield Problem(f"{partner.path}.birth_date", "partner_under_18")
        yield from _too_old(born, partner.path, day)
    members: tuple[Child | CoResident, ...] = (*household.children, *household.co_residents)
    for member in members:
        yield from _born_after(member.birth_date, member.path, day)
        yield from _too_old(member.birth_date, member.path, day)
