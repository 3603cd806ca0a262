"""What a household has to live on, as schemes look at it: net income, norm, assets, children.

Amounts in euro per month unless said. Income is counted as Pw art. 31 and 32 do: net, without
toeslagen and kinderbijslag.
"""

from dataclasses import dataclass
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
    household: HouseholdType | Unknown
    #: ages of the children under 18; unknown where a birth date is
    children: tuple[int, ...] | Unknown
    #: the bijstandsnorm, with and without the holiday allowance in it
    norm: Figure
    norm_zonder: Figure
    #: net income of the household, spread over the year with its holiday pay, and without it
    inkomen: Figure
    inkomen_zonder: Figure
    toeslagen: Figure
    #: the part of the wage that bijstand may leave alone for some months
    vrijlating: Figure
    vermogen: Decimal | None
    own_home: bool
    works: bool
    has_business: bool
    low_income_months: int | None


def means_of(household: Household, amounts: Amounts, situation: SituationOutcome) -> Means:
    """What the household has in one situation, with the rules of ``amounts``."""
    day = household.rules_date
    children = _children(household)
    alone = _household_type(household, children)
    norm = known_or_why(lambda: _norm(household, amounts))
    plan = next(one for one in (household.now, *household.plans) if one.id == situation.id)
    month = situation.month
    loon_net = total(*(payer.net for payer in month.payers if payer.payer == "employer"))
    leeftijd = age_on(household.birth_date, day)
    inkomen = _inkomen(household, amounts, situation)
    return Means(
        leeftijd=leeftijd,
        household=alone,
        children=children,
        norm=norm,
        norm_zonder=norm
        if isinstance(norm, Unknown)
        else participatiewet.zonder_vakantietoeslag(amounts, norm),
        inkomen=inkomen,
        inkomen_zonder=_inkomen_zonder(inkomen, situation),
        toeslagen=total(*(line.amount for line in month.lines if line.code in TOESLAGEN)),
        vrijlating=loon_net
        if isinstance(loon_net, Unknown)
        else participatiewet.vrijlating(amounts, leeftijd, loon_net),
        vermogen=household.vermogen,
        own_home=household.home is not None and household.home.kind == "own",
        works=plan.works,
        has_business=bool(plan.businesses),
        low_income_months=household.low_income_months,
    )


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


def _korting(household: Household, amounts: Amounts) -> Decimal:
    """The jonggehandicaptenkorting, which isn't income from 27 (Pw art. 31 lid 2 c, lid 5).

    Euro per year.
    """
    leeftijd = age_on(household.birth_date, household.rules_date)
    from_27 = leeftijd >= int(amounts.participatiewet.kostendeler_leeftijd.value)
    if not from_27 or all(benefit.kind != "wajong" for benefit in household.benefits):
        return ZERO
    korting: Decimal = amounts.inkomstenbelasting.jonggehandicaptenkorting.value
    return korting


def _inkomen(household: Household, amounts: Amounts, situation: SituationOutcome) -> Figure:
    """A twelfth of the year after tax, holiday pay in it (Pw art. 31 lid 3, 32 lid 1 a, lid 2)."""
    net = without(situation.year.net_of_tax, _korting(household, amounts))
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


def _norm(household: Household, amounts: Amounts) -> Decimal:
    """The norm of the household on the rules date, or what is missing for it."""
    day = household.rules_date
    leeftijd = age_on(household.birth_date, day)
    partner = household.partner
    born = None if partner is None else need(partner.birth_date, f"{partner.path}.birth_date")
    wie = Huishouden(
        leeftijd=leeftijd,
        leeftijd_partner=None if born is None else age_on(born, day),
        partner_aow=born is not None and reached_aow_age(born, day),
        kinderen=any_younger(household, ADULT, day),
        kostendelers=_kostendelers(household, amounts, leeftijd),
    )
    return participatiewet.bijstandsnorm(amounts, wie).bedrag


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
