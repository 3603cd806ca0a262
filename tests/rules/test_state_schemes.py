"""The schemes of the state against whole households; expected amounts worked out by hand."""

from copy import deepcopy
from datetime import date
from decimal import Decimal

import pytest

from calculator.contract.read import read
from calculator.rules import amounts as amounts_of_the_law
from calculator.rules import calculate
from calculator.rules.schemes import BY_CODE, Case, means_of, state_schemes
from calculator.rules.schemes.state import STATE

DAY = date(2026, 11, 22)
WGA = {
    "kind": "wga",
    "phase": "vervolg",
    "maandloon": "2200",
    "arbeidsongeschiktheid": "80-100",
}
IVA = {"kind": "iva", "maandloon": "2200"}
WW = {"kind": "ww", "maandloon": "1900"}
WAJONG = {"kind": "wajong", "regime": "Wajong2010", "arbeidsvermogen": True}
NO_CAPACITY = {"kind": "wajong", "regime": "Wajong2015", "arbeidsvermogen": False}
PARTNER = {"birth_date": "1988-01-01", "income": [], "insured": True}
CHILD = {"birth_date": "2020-01-01"}
BABY = {"birth_date": "2025-06-01"}


def question(*benefits, **other):
    """Somebody of 40 who rents alone and has 500 euro."""
    person = {
        "birth_date": other.pop("birth_date", "1986-01-01"),
        "benefits": list(benefits),
        "work_now": other.pop("work_now", []),
        "loonheffingskorting_at": "benefit",
        **other.pop("person", {}),
    }
    return {
        "rules_date": "2026-11-22",
        "person": person,
        "home": {"kind": "rent", "kale_huur": "650", "municipality": None},
        "vermogen": "500",
        **other,
    }


def judged(said):
    """The verdicts of now, by code."""
    household = read(deepcopy(said), DAY).household
    amounts = amounts_of_the_law.on(household.rules_date)
    situation = calculate(household, explain=False).situations[0]
    means = means_of(household, amounts, situation)
    case = Case(household, household.now, situation, means, amounts)
    return {item.scheme.code: item for item in state_schemes(case)}


def verdict(said, code):
    """Verdict and reason of one scheme."""
    item = judged(said)[code]
    return item.verdict, item.reason


def verdict_of(found, code):
    """Verdict and reason of one of the schemes that were found."""
    return found[code].verdict, found[code].reason


def test_every_scheme_says_something_about_everybody():
    found = judged(question(WGA))
    # the supplement of the SVB is for who has a partner of AOW age; then there is no bijstand
    assert list(found) == [one.code for one in STATE if one.code != "aio"]
    old = judged(question(WGA, partner=PARTNER | {"birth_date": "1958-01-01"}))
    assert set(BY_CODE) - set(old) == {"algemene_bijstand"}
    assert all(item.verdict in {"likely", "perhaps", "no"} for item in found.values())


# --- Bijstand -----------------------------------------------------------------------------


def job(gross):
    return {"kind": "employment", "gross": gross, "per": "month"}


def test_a_benefit_with_its_supplement_lies_at_the_norm():
    """The Toeslagenwet brings somebody alone to the norm, but for cents and rounding."""
    item = judged(question(WW))["algemene_bijstand"]
    assert (item.verdict, item.reason) == ("perhaps", "bijstand_near")
    assert item.params["limit"] == Decimal("1419.46")
    assert abs(item.params["income"] - item.params["limit"]) < 3


def test_the_young_have_a_low_norm_that_may_be_raised():
    """Pw art. 20 lid 1 a and 3: 350.42, and 762.24 more where the parents can't pay: 1,112.66."""
    item = judged(question({"kind": "ww", "maandloon": "1000"}, birth_date="2007-05-05"))
    bijstand = item["algemene_bijstand"]
    assert (bijstand.verdict, bijstand.reason) == ("perhaps", "bijstand_young")
    assert bijstand.params["limit"] == Decimal("350.42")
    assert bijstand.params["raised"] == Decimal("1112.66")
    assert bijstand.amount is None
    rich = judged(question({"kind": "iva", "maandloon": "2000"}, birth_date="2007-05-05"))
    assert verdict_of(rich, "algemene_bijstand") == ("no", "income_too_high")
    assert rich["algemene_bijstand"].params["limit"] == Decimal("350.42")


def test_the_raised_norm_is_at_most_that_of_21():
    """Pw art. 20 lid 4: a couple of 20 and 22 with a child has 1,769.88, raised 2,027.79."""
    said = question(
        {"kind": "iva", "maandloon": "2700"},
        birth_date="2006-01-01",
        partner=PARTNER | {"birth_date": "2004-01-01"},
        children=[BABY],
    )
    item = judged(said)["algemene_bijstand"]
    if item.reason == "bijstand_young":
        assert item.params["raised"] == Decimal("2027.79")
    assert item.params["limit"] == Decimal("1769.88")


def test_below_27_somebody_searches_first_and_a_student_gets_none():
    """Pw art. 41 lid 4, 13 lid 2 c."""
    poor = {"kind": "ww", "maandloon": "900"}
    young = question(poor, birth_date="2004-01-01", person={"studiefinanciering": False})
    assert verdict(young, "algemene_bijstand") == ("perhaps", "bijstand_below_27")
    student = question(poor, birth_date="2004-01-01", person={"studiefinanciering": True})
    assert verdict(student, "algemene_bijstand") == ("no", "student")
    unknown = judged(question(poor, birth_date="2004-01-01"))["algemene_bijstand"]
    assert unknown.missing == ("person.studiefinanciering",)
    older = PARTNER | {"birth_date": "1990-01-01"}  # not all of them are younger than 27
    couple = question(poor, birth_date="2004-01-01", partner=older)
    assert verdict(couple, "algemene_bijstand") == ("likely", "bijstand")


def test_with_a_partner_of_aow_age_the_svb_tops_up():
    """Pw art. 47a; the norm of such a couple is 2,176.10 (art. 22 c)."""
    partner = PARTNER | {
        "birth_date": "1958-01-01",
        "income": [{"kind": "aow", "gross_per_month": "700"}],
    }
    found = judged(question({"kind": "iva", "maandloon": "1500"}, partner=partner))
    assert "algemene_bijstand" not in found
    assert (found["aio"].verdict, found["aio"].params["limit"]) == ("likely", Decimal("2176.10"))
    assert (BY_CODE["aio"].decided_by, BY_CODE["aio"].apply_at) == ("svb", "https://www.svb.nl")


def test_at_the_parents_the_norm_is_at_most_that_of_two_who_share():
    """Pw art. 22a with two: 1,013.90. Below it, how many share decides."""
    home = {"kind": "parents", "kale_huur": None, "municipality": None}
    item = judged(question(WW, home=home))["algemene_bijstand"]
    assert (item.verdict, item.params["limit"]) == ("no", Decimal("1013.90"))
    poor = judged(question({"kind": "ww", "maandloon": "900"}, home=home))
    assert verdict_of(poor, "algemene_bijstand") == ("perhaps", "shared_home")
    assert verdict_of(poor, "bijzondere_bijstand") == ("perhaps", "costs_depend")


def test_with_too_many_assets_there_is_no_bijstand():
    """Pw art. 34 lid 3: 8,000 alone, 16,000 for a family; exactly that much is no problem."""
    for vermogen, family, expected in [
        ("8000", False, "bijstand_near"),
        ("8000.01", False, "vermogen_too_high"),
        ("16000", True, "bijstand_near"),
        ("16000.01", True, "vermogen_too_high"),
    ]:
        children = [CHILD] if family else []
        said = question(WW, vermogen=vermogen, children=children)
        assert judged(said)["algemene_bijstand"].reason == expected, vermogen


def test_bijstand_fills_up_what_an_income_lacks():
    """A partner without income and a WW of 70% of 900: the norm of a couple is 2,027.79.

    TW art. 2: without a young child a partner born after 1971 brings no supplement.
    """
    said = question({"kind": "ww", "maandloon": "900"}, partner=PARTNER)
    young = judged(said)["algemene_bijstand"]
    assert young.verdict == "likely"
    assert young.reason == "bijstand"
    assert young.params["limit"] == Decimal("2027.79")
    # 70% of 900 with 8/108 in it, and no tax: 630, so 1,397.79 is lacking
    assert young.params["income"] == Decimal("630.00")
    assert young.amount == young.params["limit"] - young.params["income"]
    assert (young.per, young.missing) == ("month", ())


def test_beside_a_wage_the_disregard_is_told_but_not_promised():
    """Pw art. 31 lid 2 n: a quarter of the net wage, for some months, if it helps."""
    said = question({"kind": "ww", "maandloon": "900"}, partner=PARTNER, work_now=[job("400")])
    said["person"]["loonheffingskorting_at"] = "work"
    item = judged(said)["algemene_bijstand"]
    assert (item.verdict, item.reason) == ("likely", "bijstand_vrijlating")
    assert item.params["vrijlating"] == Decimal("100.00")  # 400 gross is 400 net
    assert item.amount == item.params["limit"] - item.params["income"]


def test_missing_answers_are_named():
    said = question(WW, vermogen=None)
    item = judged(said)["algemene_bijstand"]
    assert (item.verdict, item.reason, item.missing) == ("perhaps", "missing", ("vermogen",))


# --- What belongs to it -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("person", "expected"),
    [
        ({"low_income_months": None}, ("perhaps", ("person.low_income_months",))),
        ({"low_income_months": 60}, ("perhaps", ())),
    ],
)
def test_the_municipality_sets_the_inkomenstoeslag(person, expected):
    item = judged(question(WW, person=person))["individuele_inkomenstoeslag"]
    assert (item.verdict, item.missing) == expected


def test_no_inkomenstoeslag_below_21_or_with_a_high_income():
    """Pw art. 36 lid 1: from 21. Above 150% of the norm no municipality is known to give it."""
    young = judged(question(WAJONG, birth_date="2006-05-05"))["individuele_inkomenstoeslag"]
    assert (young.verdict, young.params) == ("no", {"age": 21})
    rich = judged(question({"kind": "iva", "maandloon": "5000"}))["individuele_inkomenstoeslag"]
    assert (rich.verdict, rich.reason) == ("no", "income_above_all")
    assert rich.params["limit"] == Decimal("2129.19")  # 1.5 x 1419.46


@pytest.mark.parametrize(
    ("age", "amount"), [(19, "234.05"), (20, "312.06"), (21, "390.08"), (25, "390.08")]
)
def test_studietoeslag_by_age(age, amount):
    """Pw art. 36b: the least amount, by age, of July 2026."""
    person = {"studiefinanciering": True}
    item = judged(question(WW, birth_date=f"{2026 - age}-01-01", person=person))["studietoeslag"]
    assert (item.verdict, item.per, item.amount) == ("perhaps", "month", Decimal(amount))


def test_no_studietoeslag_beside_a_wajong_or_without_study():
    """Pw art. 36b lid 3."""
    studies = {"studiefinanciering": True}
    assert verdict(question(WAJONG, person=studies), "studietoeslag") == ("no", "has_wajong")
    no = {"studiefinanciering": False}
    assert verdict(question(WW, person=no), "studietoeslag") == ("no", "no_studiefinanciering")
    young = judged(question(WW, birth_date="2000-01-01"))["studietoeslag"]
    assert young.missing == ("person.studiefinanciering",)


def test_alleenverdieners_are_couples_on_one_low_benefit():
    """Pw art. 78gg: 1,100 in 2026."""
    assert verdict(question(WGA), "alleenverdieners") == ("no", "only_couples")
    couple = judged(question({"kind": "ww", "maandloon": "1800"}, partner=PARTNER))
    assert couple["alleenverdieners"].verdict == "perhaps"
    assert couple["alleenverdieners"].amount == 1100
    unknown = deepcopy(PARTNER) | {"income": [{"kind": "wage", "gross_per_month": None}]}
    item = judged(question(WW, partner=unknown))["alleenverdieners"]
    assert (item.verdict, item.missing) == ("perhaps", ("partner.income.0.gross_per_month",))
    earning = deepcopy(PARTNER) | {"income": [{"kind": "wage", "gross_per_month": "500"}]}
    said = question(WW, partner=earning)
    assert verdict(said, "alleenverdieners") == ("no", "more_than_one_income")


# --- Remission ----------------------------------------------------------------------------


def test_at_the_norm_most_places_ask_nothing():
    """Income at the norm, costs above it: capacity only where 90% is used."""
    item = judged(question(WW))["kwijtschelding_gemeente"]
    assert (item.verdict, item.reason) == ("perhaps", "kwijtschelding_local")


def test_without_any_capacity_remission_is_likely():
    """A couple 600 below the norm has no capacity, even with 90% of it as cost of living."""
    said = question({"kind": "ww", "maandloon": "900"}, partner=PARTNER)
    assert verdict(said, "kwijtschelding_waterschap") == ("likely", "kwijtschelding_whole")


def test_no_bill_no_remission():
    for kind in ("parents", "room"):
        home = {"kind": kind, "kale_huur": None, "municipality": None}
        said = question(WW, home=home, co_residents=[])
        assert verdict(said, "kwijtschelding_gemeente") == ("no", "no_bill"), kind


def test_money_above_what_any_place_leaves():
    """At most 1419.46 + 447.48 + 129.58 + 1500 = 3,496.52 for somebody alone with this rent."""
    item = judged(question(WW, vermogen="3496.53"))["kwijtschelding_gemeente"]
    assert (item.verdict, item.reason) == ("no", "money_too_high")
    assert item.params["limit"] == Decimal("3496.52")
    item = judged(question(WW, vermogen="3496.52"))["kwijtschelding_gemeente"]
    assert (item.verdict, item.reason) == ("perhaps", "kwijtschelding_money")


def test_a_high_income_pays_its_own_taxes():
    said = question({"kind": "iva", "maandloon": "5000"})
    assert verdict(said, "kwijtschelding_gemeente") == ("no", "can_pay_self")


def test_below_21_remission_takes_the_norm_of_21():
    """URI art. 16 lid 1 b names Pw art. 21 a: an income below 0.9 x 1,419.46 leaves no capacity."""
    said = question({"kind": "iva", "maandloon": "1400"}, birth_date="2007-01-01")
    assert verdict(said, "kwijtschelding_gemeente") == ("likely", "kwijtschelding_whole")


def test_a_mortgage_is_not_asked_so_an_owner_is_not_refused_on_it():
    """URI art. 15 lid 1 b: at most 932.93 - 202.52 = 730.41 a month counts for a home."""
    home = {"kind": "own", "kale_huur": None, "municipality": None}
    said = question({"kind": "iva", "maandloon": "3400"}, home=home)
    assert verdict(said, "kwijtschelding_gemeente") == ("perhaps", "kwijtschelding_own_home")
    rich = question({"kind": "iva", "maandloon": "6000"}, home=home)
    assert verdict(rich, "kwijtschelding_gemeente") == ("no", "can_pay_self")


def test_a_business_may_follow_the_rules_of_private_persons():
    """URI art. 28: the municipality or the water board may choose that."""
    own = {"kind": "self_employed", "profit_per_year": "1200", "hours_per_week": "4"}
    said = question({"kind": "iva", "maandloon": "2000"}, work_now=[own])
    assert verdict(said, "kwijtschelding_gemeente") == ("perhaps", "business")


def test_who_shares_the_home_counts_a_part_of_the_rent():
    """URI art. 15 lid 4, with two others who share: a third of the rent counts."""
    others = [
        {"birth_date": born, "income_per_year": "20000", "student": False,
         "commercial_tenant": False}
        for born in ("1990-01-01", "1991-01-01")
    ]  # fmt: skip
    said = question({"kind": "ww", "maandloon": "1500"}, co_residents=others, vermogen="1000")
    assert verdict(said, "kwijtschelding_gemeente") == ("perhaps", "kwijtschelding_part")


def test_the_jonggehandicaptenkorting_never_counts_for_remission():
    """URI art. 14 lid 1 a, also below 27: at 26 the same as at 27."""
    before, after = (
        judged(question(WAJONG, birth_date=born))["kwijtschelding_gemeente"]
        for born in ("2000-01-01", "1999-01-01")
    )
    assert (before.reason, before.params) == (after.reason, after.params)


# --- UWV and SVB --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("benefit", "tegemoetkoming", "proef", "jobcoach", "no_risk"),
    [
        (WW, "no", "perhaps", "no", "no"),
        (WGA, "likely", "perhaps", "perhaps", "likely"),
        (IVA, "likely", "no", "perhaps", "likely"),
        (WAJONG, "likely", "perhaps", "perhaps", "likely"),
        (NO_CAPACITY, "likely", "no", "perhaps", "likely"),
    ],
)
def test_what_uwv_has_by_benefit(benefit, tegemoetkoming, proef, jobcoach, no_risk):
    """WIA art. 63a and Wajong 3:75; WW 76a, WIA 37, Wajong 2:24; WIA 35; ZW 29b."""
    found = judged(question(benefit))
    verdicts = [
        found[code].verdict
        for code in ("tegemoetkoming_arbeidsongeschikten", "proefplaatsing", "jobcoach", "no_risk")
    ]
    assert verdicts == [tegemoetkoming, proef, jobcoach, no_risk]


def test_the_tegemoetkoming_of_2026():
    """WIA art. 63a lid 2: 226.28."""
    item = judged(question(WGA))["tegemoetkoming_arbeidsongeschikten"]
    assert (item.amount, item.per) == (Decimal("226.28"), "year")


@pytest.mark.parametrize(
    ("children", "expected"),
    [
        ([], ("no", "no_children")),
        ([BABY], ("no", "no_children_of_age")),
        ([CHILD], ("perhaps", "intensive_care")),
        ([{"birth_date": "2009-01-01"}], ("perhaps", "intensive_care")),  # 17
    ],
)
def test_double_kinderbijslag_is_for_children_of_3_to_17(children, expected):
    """AKW art. 7a lid 1."""
    assert verdict(question(WGA, children=children), "dubbele_kinderbijslag") == expected


def test_of_the_energy_fund_is_said_that_it_is_not_known():
    assert verdict(question(WW), "energie") == ("perhaps", "energy_unknown")
    # 200% of 1,419.46 is 2,838.92
    item = judged(question({"kind": "iva", "maandloon": "6000"}))["energie"]
    assert (item.verdict, item.params["limit"]) == ("no", Decimal("2838.92"))


def test_below_21_at_the_parents_limits_of_others_are_those_of_21():
    """Below 21 nobody shares the costs (Pw art. 22a): the limit for energy is 2 x 1,419.46."""
    home = {"kind": "parents", "kale_huur": None, "municipality": None}
    found = judged(question(NO_CAPACITY, birth_date="2006-05-05", home=home))
    assert verdict_of(found, "energie") == ("perhaps", "energy_unknown")
    assert verdict_of(found, "bijzondere_bijstand") == ("perhaps", "costs")


@pytest.mark.parametrize("day", ["2025-07-01", "2025-12-01", "2026-01-01", "2027-12-31"])
def test_on_every_covered_date_nothing_breaks(day):
    said = question(WW, partner=PARTNER, children=[CHILD]) | {"rules_date": day}
    for item in judged(said).values():
        assert item.verdict in {"likely", "perhaps", "no"}
