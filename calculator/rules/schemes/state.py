"""What the state has everywhere: bijstand and what belongs to it, remission, help to work.

A scheme of a municipality's own goes before the general one of the same kind. Every function holds
one scheme; it says ``no`` only for what the answers settle.
"""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal

from calculator.rules.amounts import Amounts, DateNotCovered
from calculator.rules.figures import Figure, Unknown
from calculator.rules.laws import kindgebonden_budget, kwijtschelding, participatiewet
from calculator.rules.laws.kwijtschelding import Lasten
from calculator.rules.money import MONTHS_PER_YEAR, ONE, ZERO, cents
from calculator.rules.outcome import SituationOutcome
from calculator.rules.schemes.judging import above_every_limit, is_near
from calculator.rules.schemes.means import Means
from calculator.rules.schemes.scheme import Judged, Per, Scheme, Value, Verdict
from calculator.rules.situation import (
    ADULT,
    WW,
    Household,
    MissingAnswer,
    Plan,
    Wajong,
    need,
)

#: the texts behind these schemes were read on this day
CHECKED_ON = date(2026, 11, 22)
REMISSION = "URI art. 11-16; RKBM"
#: ages of children in whole years, both included
LAST_CHILD_AGE = ADULT - 1


@dataclass(frozen=True, slots=True)
class Case:
    """One situation of a household, with everything a scheme may look at."""

    household: Household
    plan: Plan
    situation: SituationOutcome
    means: Means
    amounts: Amounts


@dataclass(slots=True)
class Found:
    """The verdict on a scheme; ``amount`` in euro per ``per``."""

    verdict: Verdict
    reason: str
    params: dict[str, Value] = field(default_factory=dict)
    missing: tuple[str, ...] = ()
    amount: Decimal | None = None
    per: Per | None = None


Appeal = Literal["bezwaar", "beroep", ""]


@dataclass(frozen=True, slots=True)
class StateScheme:
    """A scheme of the state: who decides, its law, and what can be done against a refusal.

    ``judge`` gives None where there is nothing to say about a household. ``appeal``: bezwaar
    within six weeks, administratief beroep within ten days, or nothing.
    """

    code: str
    decided_by: str
    law: str
    judge: Callable[[Case], Found | None]
    apply_at: str = ""
    appeal: Appeal = "bezwaar"

    @property
    def objection(self) -> bool:
        """Whether bezwaar is possible (Awb art. 7:1)."""
        return self.appeal == "bezwaar"


def no(reason: str, **params: Value) -> Found:
    """A verdict of no."""
    return Found("no", reason, params)


def state_schemes(case: Case, *, without: Collection[str] = ()) -> Iterator[Judged]:
    """Every scheme of the state; ``without``: kinds that the municipality has of its own."""
    for one in STATE:
        if one.code in without:
            continue
        scheme = Scheme(code=one.code, kind=one.code, checked_on=CHECKED_ON)
        try:
            found = one.judge(case)
        except MissingAnswer as missing:
            found = Found("perhaps", "missing", missing=missing.paths)
        except DateNotCovered:
            found = Found("perhaps", "norm_unknown")
        if found is None:
            continue
        yield Judged(
            scheme,
            found.verdict,
            found.reason,
            found.params,
            found.missing,
            found.amount,
            found.per,
        )


def known(figure: Figure) -> Decimal:
    """A known amount; :class:`MissingAnswer` with what it misses."""
    if isinstance(figure, Unknown):
        if not figure.paths:
            raise DateNotCovered("participatiewet", "norm", date.min)
        raise MissingAnswer(*figure.paths, reason=figure.reason)
    return figure


def _too_much_vermogen(case: Case) -> Found | None:
    """Pw art. 34 lid 3: more assets than bijstand leaves alone."""
    if isinstance(case.means.household, Unknown):
        raise MissingAnswer(*case.means.household.paths)
    limit = participatiewet.vermogensgrens(case.amounts, alleen=case.means.household == "single")
    vermogen = need(case.means.vermogen, "vermogen")
    return no("vermogen_too_high", limit=limit) if vermogen > limit else None


# --- Bijstand and what belongs to it -------------------------------------------------------


def _algemene_bijstand(case: Case) -> Found | None:
    """Pw art. 19, 31, 34: what the income lacks to the norm."""
    return None if case.means.partner_aow else _top_up(case)


def _aio(case: Case) -> Found | None:
    """Pw art. 47a: the same from the SVB, where the partner has AOW age."""
    return _top_up(case) if case.means.partner_aow else None


def _top_up(case: Case) -> Found:
    """The income against the norm, then assets, then who can't have it or only later."""
    means, amounts = case.means, case.amounts
    income = known(means.inkomen)
    shared = means.norm_hoogstens is not None
    norm = known(means.norm_grens if shared else means.norm)
    said: dict[str, Value] = {"income": income, "limit": norm}
    highest = norm if shared else known(means.norm_verhoogd)
    if income >= highest and not means.has_business:
        return no("income_too_high", **said)
    refused = _too_much_vermogen(case)
    if refused is not None:
        return refused
    if means.has_business:
        return Found("perhaps", "bijstand_business", said)
    if shared:
        return Found("perhaps", "shared_home", {})
    if income >= norm:
        return Found("perhaps", "bijstand_young", {**said, "raised": highest})
    if is_near(norm, income, amounts):
        # so little that our estimate doesn't settle it
        return Found("perhaps", "bijstand_near", said)
    return _gap(case, said, norm - income)


def _gap(case: Case, said: dict[str, Value], gap: Decimal) -> Found:
    """An income that is clearly below the norm."""
    means, law = case.means, case.amounts.participatiewet
    params = {**said, "vrijlating": known(means.vrijlating)} if means.vrijlating else said
    if means.oldest < int(law.zoektermijn_leeftijd.value):
        studies = case.household.studiefinanciering
        if studies:
            return no("student")
        missing = ("person.studiefinanciering",) if studies is None else ()
        return Found("perhaps", "bijstand_below_27", params, missing, gap, "month")
    if means.own_home:
        return Found("perhaps", "bijstand_own_home", params, amount=gap, per="month")
    reason = "bijstand_vrijlating" if params is not said else "bijstand"
    return Found("likely", reason, params, amount=gap, per="month")


def _bijzondere_bijstand(case: Case) -> Found:
    """Pw art. 35: for costs that are necessary and special; what somebody can pay goes first."""
    refused = _too_much_vermogen(case)
    if refused is not None:
        return refused
    if case.means.norm_hoogstens is not None:
        return Found("perhaps", "costs_depend")
    above = known(case.means.inkomen) - known(case.means.norm_volwassen)
    if above > ZERO:
        return Found("perhaps", "costs_own_share", {"above": above})
    return Found("perhaps", "costs")


def _too_much_income(case: Case) -> Found | None:
    """An income above every limit that municipalities are known to use."""
    above = above_every_limit(case.means, case.amounts)
    if isinstance(above, Unknown):
        known(above)
        return None
    return Found("no", "income_above_all", dict(above)) if above else None


def _individuele_inkomenstoeslag(case: Case) -> Found:
    """Pw art. 36: long on a low income, no assets; the municipality sets limit and amount."""
    first = int(case.amounts.participatiewet.inkomenstoeslag_leeftijd.value)
    if case.means.leeftijd < first:
        return no("too_young", age=first)
    if case.means.low_income_months == 0:
        return no("low_income_short")
    refused = _too_much_income(case) or _too_much_vermogen(case)
    if refused is not None:
        return refused
    missing = () if case.means.low_income_months is not None else ("person.low_income_months",)
    return Found("perhaps", "municipality_sets_it", missing=missing)


def _studietoeslag(case: Case) -> Found:
    """Pw art. 36b: studies with studiefinanciering and can't earn beside it through illness."""
    household = case.household
    if any(isinstance(benefit, Wajong) for benefit in household.benefits):
        return no("has_wajong")
    if household.studiefinanciering is False:
        return no("no_studiefinanciering")
    last = int(case.amounts.regelingen.studiefinanciering_leeftijd.value)
    if household.studiefinanciering is None and case.means.leeftijd >= last:
        return no("no_studiefinanciering")
    by_age = case.amounts.participatiewet.studietoeslag.value
    age = str(min(case.means.leeftijd, max(int(one) for one in by_age)))
    missing = () if household.studiefinanciering else ("person.studiefinanciering",)
    return Found("perhaps", "studietoeslag", missing=missing, amount=by_age[age], per="month")


def _alleenverdieners(case: Case) -> Found:
    """Pw art. 78gg: a couple on one benefit that ends up below a couple on bijstand."""
    partner = case.household.partner
    if partner is None:
        return no("only_couples")
    incomes = [
        need(item.gross_per_month, f"{item.path}.gross_per_month") for item in partner.income
    ]
    if case.plan.works or any(incomes):
        return no("more_than_one_income")
    norm, income = known(case.means.norm), known(case.means.inkomen)
    # their toeslagen are lower than with bijstand, so an income somewhat above it can end up below
    limit = cents(norm * (ONE + case.amounts.regelingen.marge_alleenverdieners.value))
    if income > limit:
        return no("income_too_high", income=income, limit=limit)
    amount = case.amounts.participatiewet.tegemoetkoming_alleenverdieners.value
    return Found("perhaps", "alleenverdieners", amount=amount, per="year")


def _by_income(reason: str) -> Callable[[Case], Found]:
    """A scheme that most municipalities have, each with its own income limit."""

    def judge(case: Case) -> Found:
        return _too_much_income(case) or Found("perhaps", reason)

    return judge


def _kinderen(case: Case) -> Found:
    """What municipalities, Leergeld and the Jeugdfonds have for children under 18."""
    if isinstance(case.means.children, Unknown):
        raise MissingAnswer(*case.means.children.paths)
    if not case.means.children:
        return no("no_children")
    return _too_much_income(case) or Found("perhaps", "kinderen")


# --- Remission of municipal and water-board taxes -------------------------------------------


def _lasten(case: Case) -> Lasten:
    """What the household pays for home, health and children; the premium is the usual one."""
    household, means, amounts = case.household, case.means, case.amounts
    home = household.home
    if isinstance(means.household, Unknown):
        raise MissingAnswer(*means.household.paths)
    if isinstance(means.kostendelers, Unknown):
        raise MissingAnswer(*means.kostendelers.paths)
    rent = ZERO
    if home is not None and home.kind == "rent":
        rent = need(home.kale_huur, "home.kale_huur")
    lines = {
        line.code: known(line.amount)
        for line in case.situation.month.lines
        if line.code in ("huurtoeslag", "zorgtoeslag", "kindgebonden_budget")
    }
    premie = amounts.zorgtoeslag.standaardpremie.value * means.adults / MONTHS_PER_YEAR
    ages = means.children if not isinstance(means.children, Unknown) else ()
    highest = kindgebonden_budget.kindgebonden_budget(
        amounts, ZERO, ages, partner=household.partner is not None
    )
    return Lasten(
        huur=rent,
        huurtoeslag=lines.get("huurtoeslag", ZERO),
        premie=cents(premie),
        zorgtoeslag=lines.get("zorgtoeslag", ZERO),
        kindgebonden_budget=lines.get("kindgebonden_budget", ZERO),
        kindgebonden_budget_hoogste=Decimal(highest.per_month),
        meerpersoons=means.adults > 1 or bool(ages) or bool(household.co_residents),
        household=means.household,
        deel=Decimal(means.adults) / (means.adults + means.kostendelers),
    )


def _kwijtschelding(case: Case) -> Found:
    """URI art. 11 to 16: no money to spare and no capacity to pay.

    Art. 16 names the norms of who is 21 or older, whatever somebody's age.
    """
    household, means, amounts = case.household, case.means, case.amounts
    home = household.home
    if home is None or home.kind is None:
        raise MissingAnswer("home.kind")
    if home.kind in ("parents", "room"):
        return no("no_bill")
    law = amounts.kwijtschelding
    norm, income = known(means.norm_volwassen), known(means.inkomen_zonder_korting)
    lasten = _lasten(case)
    lowest = cents(norm * law.kosten_van_bestaan_laagst.value)
    highest = cents(norm * law.kosten_van_bestaan_hoogst.value)
    costs = kwijtschelding.uitgaven(amounts, lasten)
    of_home = ZERO
    if means.own_home:
        # what a mortgage costs isn't asked: at most this counts
        of_home = kwijtschelding.hoogste_woonlasten(amounts, meerpersoons=lasten.meerpersoons)
    own = [
        kwijtschelding.eigen_deel(
            amounts, kwijtschelding.betalingscapaciteit(income, costs + of_home, living)
        )
        for living in (highest, lowest)
    ]
    if own[0] > amounts.regelingen.hoogste_aanslag.value:
        return no("can_pay_self", own=own[0])
    vermogen = need(means.vermogen, "vermogen")
    free = kwijtschelding.vrij_geld(amounts, lasten, lowest, verruimd=False) + of_home
    most = kwijtschelding.vrij_geld(amounts, lasten, highest, verruimd=True) + of_home
    if vermogen > most:
        return no("money_too_high", limit=cents(most))
    if means.has_business:
        return Found("perhaps", "business")
    if means.own_home:
        return Found("perhaps", "kwijtschelding_own_home")
    if own[0] > ZERO:
        return Found("perhaps", "kwijtschelding_part", {"own": own[0]})
    if vermogen > free:
        return Found("perhaps", "kwijtschelding_money", {"limit": cents(free)})
    if own[1] > ZERO:
        return Found("perhaps", "kwijtschelding_local", {"own": own[1]})
    return Found("likely", "kwijtschelding_whole")


# --- UWV and SVB ----------------------------------------------------------------------------


def _has_ao(case: Case) -> bool:
    """Whether there is a benefit for people who can't work (fully)."""
    return any(not isinstance(benefit, WW) for benefit in case.household.benefits)


def _can_work(case: Case) -> bool:
    """Whether UWV sees possibilities to work in one of the benefits."""
    for benefit in case.household.benefits:
        if benefit.kind == "iva":
            continue
        if isinstance(benefit, Wajong):
            if benefit.regime == "Wajong2015":
                continue  # for who lastingly can't work (Wajong art. 1a:1)
            if need(benefit.arbeidsvermogen, f"{benefit.path}.arbeidsvermogen"):
                return True
            continue
        return True
    return False


def _tegemoetkoming(case: Case) -> Found:
    """WIA art. 63a, Wajong art. 3:75: for who has the benefit on 1 July, without asking."""
    if not _has_ao(case):
        return no("only_ao")
    amount = case.amounts.wia.tegemoetkoming.value
    return Found("likely", "tegemoetkoming", amount=amount, per="year")


def _dubbele_kinderbijslag(case: Case) -> Found:
    """AKW art. 7a: a child of 3 to 17 at home that needs intensive care."""
    if isinstance(case.means.children, Unknown):
        raise MissingAnswer(*case.means.children.paths)
    first = int(case.amounts.kinderbijslag.dubbel_vanaf.value)
    if not any(age >= first for age in case.means.children):
        if case.means.children:
            return no("no_children_of_age", first=first, last=LAST_CHILD_AGE)
        return no("no_children")
    extra = case.amounts.kinderbijslag.extra_intensieve_zorg.value
    return Found("perhaps", "intensive_care", {"extra": extra})


def _proefplaatsing(case: Case) -> Found:
    """WW art. 76a, WIA art. 37, Wajong art. 2:24 and 3:69: work on trial with the benefit."""
    if not _can_work(case):
        return no("no_capacity")
    return Found("perhaps", "proefplaatsing")


def _jobcoach(case: Case) -> Found:
    """WIA art. 35, Wajong art. 2:22: help at work for who has an illness or handicap."""
    if not _has_ao(case):
        return no("only_ao")
    return Found("perhaps", "jobcoach")


def _no_risk(case: Case) -> Found:
    """ZW art. 29b: UWV pays the sick pay, so that an employer runs no risk."""
    if not _has_ao(case):
        return no("only_ao")
    wajong = any(isinstance(benefit, Wajong) for benefit in case.household.benefits)
    return Found("likely", "no_risk_wajong" if wajong else "no_risk_wia")


def _energie(case: Case) -> Found:
    """The emergency fund closed in 2025; whether its successor is open wasn't found."""
    limit = cents(
        known(case.means.norm_grens) * case.amounts.regelingen.energie_inkomensgrens.value
    )
    income = known(case.means.inkomen)
    if income > limit:
        return no("income_too_high", income=income, limit=limit)
    return Found("perhaps", "energy_unknown")


WERK, UWV, SVB = "https://www.werk.nl", "https://www.uwv.nl", "https://www.svb.nl"
STATE = (
    StateScheme(
        "algemene_bijstand", "municipality", "Pw art. 19, 31, 34", _algemene_bijstand, WERK
    ),
    StateScheme("aio", "svb", "Pw art. 47a; 19, 31, 34", _aio, SVB),
    StateScheme(
        "individuele_inkomenstoeslag", "municipality", "Pw art. 36", _individuele_inkomenstoeslag
    ),
    StateScheme("bijzondere_bijstand", "municipality", "Pw art. 35", _bijzondere_bijstand),
    StateScheme(
        "kwijtschelding_gemeente", "municipality", REMISSION, _kwijtschelding, appeal="beroep"
    ),
    StateScheme(
        "kwijtschelding_waterschap", "water_board", REMISSION, _kwijtschelding, appeal="beroep"
    ),
    StateScheme(
        "meedoen", "municipality", "Pw art. 35; gemeentelijk beleid", _by_income("meedoen")
    ),
    StateScheme("kinderen", "municipality", "gemeentelijk beleid", _kinderen, appeal=""),
    StateScheme(
        "collectieve_zorgverzekering",
        "municipality",
        "Pw art. 35 lid 3",
        _by_income("collectieve_zorgverzekering"),
    ),
    StateScheme("studietoeslag", "municipality", "Pw art. 36b", _studietoeslag),
    StateScheme("alleenverdieners", "municipality", "Pw art. 78gg", _alleenverdieners),
    StateScheme(
        "tegemoetkoming_arbeidsongeschikten",
        "uwv",
        "WIA art. 63a; Wajong art. 3:75",
        _tegemoetkoming,
    ),
    StateScheme("dubbele_kinderbijslag", "svb", "AKW art. 7a", _dubbele_kinderbijslag, SVB),
    StateScheme(
        "proefplaatsing",
        "uwv",
        "WW art. 76a; WIA art. 37; Wajong art. 2:24, 3:69",
        _proefplaatsing,
        UWV,
    ),
    StateScheme("jobcoach", "uwv", "WIA art. 35; Wajong art. 2:22", _jobcoach, UWV),
    StateScheme("no_risk", "uwv", "ZW art. 29b", _no_risk, UWV),
    StateScheme("energie", "municipality", "", _energie, appeal=""),
)
BY_CODE = {one.code: one for one in STATE}
