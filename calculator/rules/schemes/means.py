"""What a household has to live on, as schemes look at it: net income, norm, assets, children.

Amounts in euro per month unless said. Income is counted as Pw art. 31 and 32 do: net, without
toeslagen and kinderbijslag.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from calculator.rules.amounts import Amounts
from calculator.rules.figures import Figure, Unknown, known_or_why, minus, total
from calculator.rules.laws import participatiewet
from calculator.rules.laws.participatiewet import Huishouden, is_kostendeler
from calculator.rules.money import MONTHS_PER_YEAR, ZERO, at_least_zero, cents
from calculator.rules.outcome import SituationOutcome
from calculator.rules.schemes.scheme import HouseholdType
from calculator.rules.situation import (
    ADULT,
    CoResident,
    Household,
    MissingAnswer,
    age_on,
    any_younger,
    need,
    reached_aow_age,
)

#: toeslagen that some schemes count as income, and others don't
TOESLAGEN = frozenset({"zorgtoeslag", "huurtoeslag", "kindgebonden_budget"})


@dataclass(frozen=True, slots=True)
class Means:
    """A situation of a household, as schemes look at it. Euro per month."""

    leeftijd: int
    #: the age of the oldest of person and partner
    oldest: int
    household: HouseholdType | Unknown
    #: ages of the children under 18; unknown where a birth date is
    children: tuple[int, ...] | Unknown
    #: the bijstandsnorm, with the holiday allowance in it
    norm: Figure
    #: the same as if everybody were 21 or older; the raised norm of who is younger (Pw art. 20)
    norm_volwassen: Figure
    norm_verhoogd: Figure
    #: at most this, where it isn't known how many share the costs
    norm_hoogstens: Decimal | None
    #: net income of the household, spread over the year with its holiday pay, and without it
    inkomen: Figure
    inkomen_zonder: Figure
    #: without the jonggehandicaptenkorting at any age, for remission (URI art. 14 lid 1 a)
    inkomen_zonder_korting: Figure
    toeslagen: Figure
    #: the part of the wage that bijstand may leave alone for some months
    vrijlating: Figure
    vermogen: Decimal | None
    #: the partner has AOW age: the SVB tops up instead of the municipality
    partner_aow: bool
    own_home: bool
    #: adults of the household, and others who share the costs
    adults: int
    kostendelers: int | Unknown
    has_business: bool
    low_income_months: int | None

    @property
    def norm_grens(self) -> Figure:
        """The norm for limits of others: that of 21, or the most it can be where it isn't known."""
        return self.norm_volwassen if self.norm_hoogstens is None else self.norm_hoogstens


def means_of(household: Household, amounts: Amounts, situation: SituationOutcome) -> Means:
    """What the household has in one situation, with the rules of ``amounts``."""
    day = household.rules_date
    children = _children(household)
    wie = known_or_why(lambda: _huishouden(household, amounts))
    plan = next(one for one in (household.now, *household.plans) if one.id == situation.id)
    month = situation.month
    loon_net = total(*(payer.net for payer in month.payers if payer.payer == "employer"))
    leeftijd = age_on(household.birth_date, day)
    inkomen = _inkomen(situation, _korting(household, amounts, leeftijd))
    partner = household.partner
    return Means(
        leeftijd=leeftijd,
        oldest=max(leeftijd, _partner_age(household) or leeftijd),
        household=_household_type(household, children),
        children=children,
        norm=_norm(wie, lambda one: participatiewet.bijstandsnorm(amounts, one).bedrag),
        norm_volwassen=_norm(wie, lambda one: _norm_volwassen(amounts, one)),
        norm_verhoogd=_norm(wie, lambda one: participatiewet.verhoogde_norm(amounts, one)),
        norm_hoogstens=_norm_hoogstens(household, amounts) if isinstance(wie, Unknown) else None,
        inkomen=inkomen,
        inkomen_zonder=_inkomen_zonder(inkomen, situation),
        inkomen_zonder_korting=_inkomen(situation, _korting(household, amounts)),
        toeslagen=total(*(line.amount for line in month.lines if line.code in TOESLAGEN)),
        vrijlating=loon_net
        if isinstance(loon_net, Unknown)
        else participatiewet.vrijlating(amounts, leeftijd, loon_net),
        vermogen=household.vermogen,
        partner_aow=partner is not None
        and partner.birth_date is not None
        and reached_aow_age(partner.birth_date, day),
        own_home=household.home is not None and household.home.kind == "own",
        adults=1 if partner is None else 2,
        kostendelers=wie if isinstance(wie, Unknown) else wie.kostendelers,
        has_business=bool(plan.businesses),
        low_income_months=household.low_income_months,
    )


def _partner_age(household: Household) -> int | None:
    partner = household.partner
    if partner is None or partner.birth_date is None:
        return None
    return age_on(partner.birth_date, household.rules_date)


def _norm(wie: Huishouden | Unknown, rule: Callable[[Huishouden], Decimal]) -> Figure:
    """A norm of the household, or what is missing for it."""
    return wie if isinstance(wie, Unknown) else known_or_why(lambda: rule(wie))


def _norm_volwassen(amounts: Amounts, wie: Huishouden) -> Decimal:
    adults = participatiewet.als_volwassenen(amounts, wie)
    return participatiewet.bijstandsnorm(amounts, adults).bedrag


def _children(household: Household) -> tuple[int, ...] | Unknown:
    ages = []
    unknown = []
    for child in household.children:
        if child.birth_date is None:
            unknown.append(f"{child.path}.birth_date")
            continue
        age = age_on(child.birth_date, household.rules_date)
        if age < ADULT:
            ages.append(age)
    return Unknown(tuple(unknown)) if unknown else tuple(ages)


def _household_type(
    household: Household, children: tuple[int, ...] | Unknown
) -> HouseholdType | Unknown:
    """Pw art. 4: somebody alone, a single parent, or a couple."""
    if household.partner is not None:
        return "couple"
    if isinstance(children, Unknown):
        return children
    return "single_parent" if children else "single"


def _korting(household: Household, amounts: Amounts, leeftijd: int | None = None) -> Decimal:
    """The jonggehandicaptenkorting, where it is no income (Pw art. 31 lid 2 c, lid 5): euro a year.

    ``leeftijd``: from 27 for bijstand; None: at any age.
    """
    first = int(amounts.participatiewet.kostendeler_leeftijd.value)
    counts = leeftijd is not None and leeftijd < first
    if counts or all(benefit.kind != "wajong" for benefit in household.benefits):
        return ZERO
    korting: Decimal = amounts.inkomstenbelasting.jonggehandicaptenkorting.value
    return korting


def _inkomen(situation: SituationOutcome, korting: Decimal) -> Figure:
    """A twelfth of the year after tax, holiday pay in it (Pw art. 31 lid 3, 32 lid 1 a, lid 2)."""
    net = without(situation.year.net_of_tax, korting)
    return net if isinstance(net, Unknown) else cents(net / MONTHS_PER_YEAR)


def _inkomen_zonder(inkomen: Figure, situation: SituationOutcome) -> Figure:
    """The same without the holiday pay: the part of the gross that isn't holiday pay."""
    regular = total(*(payer.gross for payer in situation.month.payers))
    holiday = situation.year.vakantiegeld
    known = total(inkomen, regular, holiday)
    if isinstance(known, Unknown):
        return known
    assert isinstance(inkomen, Decimal)  # noqa: S101 -- the sum of the three is known
    assert isinstance(regular, Decimal)  # noqa: S101
    assert isinstance(holiday, Decimal)  # noqa: S101
    if not regular:
        return inkomen
    return cents(inkomen * regular / (regular + holiday / MONTHS_PER_YEAR))


def _huishouden(household: Household, amounts: Amounts) -> Huishouden:
    """Who live together on the rules date, as the norm asks, or what is missing for it."""
    day = household.rules_date
    leeftijd = age_on(household.birth_date, day)
    partner = household.partner
    born = None if partner is None else need(partner.birth_date, f"{partner.path}.birth_date")
    return Huishouden(
        leeftijd=leeftijd,
        leeftijd_partner=None if born is None else age_on(born, day),
        partner_aow=born is not None and reached_aow_age(born, day),
        kinderen=any_younger(household, ADULT, day),
        kostendelers=_kostendelers(household, amounts, leeftijd),
    )


def _norm_hoogstens(household: Household, amounts: Amounts) -> Decimal | None:
    """The norm with the fewest who may share the costs, where their number isn't known."""
    home = household.home
    if home is None or home.kind != "parents" or household.co_residents:
        return None
    one = CoResident("co_residents.0", household.birth_date, None)
    parent = replace(one, birth_date=date(household.birth_date.year - ADULT, 1, 1))
    wie = known_or_why(lambda: _huishouden(replace(household, co_residents=(parent,)), amounts))
    norm = _norm(wie, lambda found: participatiewet.bijstandsnorm(amounts, found).bedrag)
    return None if isinstance(norm, Unknown) else norm


def _kostendelers(household: Household, amounts: Amounts, leeftijd: int) -> int:
    """How many others at the address share the costs (Pw art. 19a)."""
    full_age = int(amounts.participatiewet.norm_leeftijd.value)
    home = household.home
    if leeftijd < full_age and household.partner is None:
        return 0  # art. 22a is for those of 21 and older
    if home is not None and home.kind == "parents" and not household.co_residents:
        raise MissingAnswer("co_residents")
    count = 0
    for child in household.children:
        born = need(child.birth_date, f"{child.path}.birth_date")
        age = age_on(born, household.rules_date)
        count += is_kostendeler(amounts, age, student=False, huurt=False)
    for other in household.co_residents:
        student = need(other.student, f"{other.path}.student")
        huurt = need(other.commercial_tenant, f"{other.path}.commercial_tenant")
        if student or huurt:
            continue
        born = need(other.birth_date, f"{other.path}.birth_date")
        age = age_on(born, household.rules_date)
        count += is_kostendeler(amounts, age, student=student, huurt=huurt)
    return count


def without(figure: Figure, other: Figure) -> Figure:
    """A difference that isn't below zero."""
    left = minus(figure, other)
    return left if isinstance(left, Unknown) else at_least_zero(left)
