"""The general rule against records of the sample data: households that were worked out by hand.

The bijstandsnorm (Pw art. 21, euro per month) from 1 July 2026: 1,419.46 for one person, 2,027.79
for a couple. Without its holiday allowance (art. 19 lid 3): 1,419.46 x 0.952 = 1,351.33 and
2,027.79 x 0.952 = 1,930.46. From 1 July 2025: 1,369.06 and 1,955.80; without: 1,303.35 and
1,861.92. At 20: 350.42 from 1 July 2026 (art. 20 lid 1 a).
"""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculator.rules import amounts
from calculator.rules.figures import Unknown
from calculator.rules.schemes import Age, IncomeTest, Judged, Means, Scheme, SchemeAmount, judge
from tests.municipalities.records import (
    ALPHEN,
    AMSTERDAM,
    ARNHEM,
    ROTTERDAM,
    TILBURG,
    UTRECHT,
    rule,
)

NOW, IN_2025 = date(2026, 11, 22), date(2025, 12, 1)
NORMS = {
    (NOW, "single"): "1419.46",
    (NOW, "couple"): "2027.79",
    (IN_2025, "single"): "1369.06",
    (IN_2025, "couple"): "1955.80",
}


def means(household: str = "single", day: date = NOW, **other: Any) -> Means:
    """Somebody of 40 who has had too little for ten years, and owns nothing."""
    couple = household == "couple"
    norm = Decimal(NORMS[day, "couple" if couple else "single"])
    fields: dict[str, Any] = {
        "leeftijd": 40,
        "oldest": 40,
        "household": household,
        "children": (),
        "norm": norm,
        "norm_volwassen": norm,
        "norm_verhoogd": norm,
        "norm_hoogstens": None,
        "inkomen": Decimal(0),
        "inkomen_zonder": Decimal(0),
        "inkomen_zonder_korting": Decimal(0),
        "toeslagen": Decimal(0),
        "vrijlating": Decimal(0),
        "vermogen": Decimal(0),
        "partner_aow": False,
        "own_home": False,
        "adults": 2 if couple else 1,
        "kostendelers": 0,
        "has_business": False,
        "low_income_months": 120,
    }
    return Means(**(fields | other))


def with_income(about: Means, income: str, zonder: str = "") -> Means:
    """The same household with an income (euro per month), and that without its holiday pay."""
    return replace(about, inkomen=Decimal(income), inkomen_zonder=Decimal(zonder or income))


def verdict(scheme: Scheme, about: Means, day: date = NOW) -> Judged:
    """What the rule says on a day."""
    return judge(scheme, about, amounts.on(day))


def without_more(scheme: Scheme) -> Scheme:
    """The scheme as if nothing else counted and its source were strong."""
    return replace(scheme, conditions=False, sure=True)


# --- The income against the limit ---------------------------------------------------------

#: municipality, day, household, at the limit, just above, more than 2% above.
#: Each as (income, income without holiday pay); where it isn't known which of the two a
#: municipality looks at, both are on their own limit.
LIMITS = [
    # 110%: 1,419.46 x 1.10 = 1,561.406; 1,351.33 x 1.10 = 1,486.463. 2% more: 1,592.64; 1,516.19
    (ALPHEN, NOW, "single", "1561.41 1486.46", "1561.42 1486.47", "1592.65 1516.20"),
    # 2,027.79 x 1.10 = 2,230.569; 1,930.46 x 1.10 = 2,123.506. 2% more: 2,275.18; 2,165.98
    (ALPHEN, NOW, "couple", "2230.57 2123.51", "2230.58 2123.52", "2275.19 2165.99"),
    # 105% with holiday pay: 1,419.46 x 1.05 = 1,490.433. 2% more: 1,520.23
    (ARNHEM, NOW, "single", "1490.43", "1490.44", "1520.24"),
    # 2,027.79 x 1.05 = 2,129.1795. 2% more: 2,171.76
    (ARNHEM, NOW, "couple", "2129.18", "2129.19", "2171.77"),
    # 100%. 2% more: 1,396.44; 1,329.41
    (TILBURG, IN_2025, "single", "1369.06 1303.35", "1369.07 1303.36", "1396.45 1329.42"),
    # 1,994.91 and 1,899.15
    (TILBURG, IN_2025, "couple", "1955.80 1861.92", "1955.81 1861.93", "1994.92 1899.16"),
    # 105%: 1,369.06 x 1.05 = 1,437.513; 1,303.35 x 1.05 = 1,368.5175. 2%: 1,466.26; 1,395.89
    (AMSTERDAM, IN_2025, "single", "1437.51 1368.52", "1437.52 1368.53", "1466.27 1395.90"),
    # 110%, as Alphen aan den Rijn
    (UTRECHT, NOW, "single", "1561.41 1486.46", "1561.42 1486.47", "1592.65 1516.20"),
    (UTRECHT, NOW, "couple", "2230.57 2123.51", "2230.58 2123.52", "2275.19 2165.99"),
]


@pytest.mark.parametrize(("code", "day", "household", "at", "above", "far"), LIMITS)
def test_an_income_at_just_above_and_far_above_the_limit(code, day, household, at, above, far):
    scheme = without_more(rule(code))
    year = scheme.valid_until.year
    fits = "likely" if year == day.year else "perhaps"
    limit = Decimal(at.split()[0])
    about = means(household, day)

    found = verdict(scheme, with_income(about, *at.split()), day)
    assert (found.verdict, found.reason) == (
        fits,
        "fits_income" if fits == "likely" else "old_amounts",
    )
    assert (found.params["income"], found.params["limit"]) == (limit, limit)

    found = verdict(scheme, with_income(about, *above.split()), day)
    assert (found.verdict, found.reason) == ("perhaps", "income_near_limit")
    assert found.params["limit"] == limit

    found = verdict(scheme, with_income(about, *far.split()), day)
    assert (found.verdict, found.reason) == ("no", "income_too_high")
    assert found.params["limit"] == limit


def test_as_long_as_an_income_is_within_2_percent_it_is_near():
    # 1,561.41 x 1.02 = 1,592.6382; without holiday pay 1,486.46 x 1.02 = 1,516.1892
    near = verdict(rule(ALPHEN), with_income(means(), "1592.63", "1516.18"))
    assert (near.verdict, near.reason) == ("perhaps", "income_near_limit")
    # still near in one of the two ways
    assert verdict(rule(ALPHEN), with_income(means(), "1592.63", "1600")).verdict == "perhaps"
    assert verdict(rule(ALPHEN), with_income(means(), "1592.64", "1516.19")).verdict == "no"


@pytest.mark.parametrize(
    ("code", "day", "reason"),
    [
        (ALPHEN, NOW, "conditions"),
        (TILBURG, IN_2025, "conditions"),
        (AMSTERDAM, IN_2025, "unsure"),
        (AMSTERDAM, NOW, "old_amounts"),
        (UTRECHT, NOW, "old_amounts"),
        (ARNHEM, NOW, "old_amounts"),
    ],
)
def test_the_records_as_they_are_never_say_more_than_their_source(code, day, reason):
    found = verdict(rule(code), means(day=day), day)
    assert (found.verdict, found.reason) == ("perhaps", reason)
    assert found.amount is not None


def test_a_municipality_that_names_no_holiday_pay_is_only_believed_where_both_ways_agree():
    scheme = without_more(rule(ALPHEN))
    # below with holiday pay (1,561.41), 10% above without (1,486.46); and the other way round
    for income, zonder in (("1500", "1635.11"), ("1717.55", "1400")):
        found = verdict(scheme, with_income(means(), income, zonder))
        assert (found.verdict, found.reason) == ("perhaps", "income_near_limit")


def test_holiday_pay_counts_on_both_sides_where_the_municipality_says_so():
    # Arnhem looks at the income with holiday pay: without it is of no importance
    found = verdict(rule(ARNHEM), with_income(means(), "1490.43", "9999"))
    assert found.reason == "old_amounts"
    # Tilburg Meedoenregeling, 120% without holiday pay: 1,303.35 x 1.20 = 1,564.02
    scheme = rule(TILBURG, "meedoenregeling")
    about = means(day=IN_2025)
    at = verdict(scheme, with_income(about, "9999", "1564.02"), IN_2025)
    assert (at.verdict, at.reason) == ("likely", "fits_income")
    assert at.params["limit"] == Decimal("1564.02")
    assert verdict(scheme, with_income(about, "0", "1564.03"), IN_2025).reason == (
        "income_near_limit"
    )


# Utrecht, couple with a child of 12 to 17, 110 to 125%: from 2,230.57 to 2,534.74
# (2,027.79 x 1.25 = 2,534.7375); without holiday pay from 2,123.51 to 1,930.46 x 1.25 = 2,413.08.
@pytest.mark.parametrize(
    ("income", "zonder", "said"),
    [
        ("2230.57", "2123.51", ("no", "income_below_band")),
        ("2230.58", "2123.52", ("perhaps", "old_amounts")),
        ("2400.00", "2290.00", ("perhaps", "old_amounts")),
        ("2534.74", "2413.08", ("perhaps", "old_amounts")),
        ("2534.75", "2413.09", ("perhaps", "income_near_limit")),
        # 2% above: 2,585.43; 2,461.34
        ("2585.44", "2461.35", ("no", "income_too_high")),
        # in the band with holiday pay and below it without
        ("2240.00", "2100.00", ("perhaps", "income_near_limit")),
    ],
)
def test_a_scheme_for_incomes_between_two_limits(income, zonder, said):
    about = with_income(means("couple", children=(14,)), income, zonder)
    found = verdict(rule(UTRECHT, "iit-110-125"), about)
    assert (found.verdict, found.reason) == said
    assert found.params["limit"] == Decimal("2534.74")
    assert found.amount == (None if said[0] == "no" else Decimal(500))


def test_what_somebody_pays_first_above_the_limit():
    # Rotterdam bijzondere bijstand: 110%, half of what is above. In 2025: 1,369.06 x 1.10 =
    # 1,505.97; with 1,605.97: 100 x 50% x 12 = 600
    found = verdict(
        rule(ROTTERDAM, "bijzondere-bijstand"),
        with_income(means(day=IN_2025), "1605.97", "1500"),
        IN_2025,
    )
    assert (found.verdict, found.reason) == ("perhaps", "own_share")
    assert found.params["own_share"] == Decimal(600)
    # 1,369.06 x 1.50 = 2,053.59: above what any municipality asks
    at = verdict(
        rule(ROTTERDAM, "bijzondere-bijstand"),
        with_income(means(day=IN_2025), "2053.59"),
        IN_2025,
    )
    assert (at.verdict, at.reason) == ("perhaps", "own_share")
    above = verdict(
        rule(ROTTERDAM, "bijzondere-bijstand"),
        with_income(means(day=IN_2025), "2053.60"),
        IN_2025,
    )
    assert (above.verdict, above.reason) == ("no", "income_above_all")


def test_a_limit_that_nobody_knows_ends_where_no_municipality_goes():
    # 1,419.46 x 1.50 = 2,129.19
    scheme = replace(rule(UTRECHT, "u-pas"), sure=True)
    assert verdict(scheme, with_income(means(), "2129.19")).reason == "limit_unknown"
    found = verdict(scheme, with_income(means(), "2129.20"))
    assert (found.verdict, found.reason) == ("no", "income_above_all")
    assert found.params["limit"] == Decimal("2129.19")


# --- What else is asked -------------------------------------------------------------------


@pytest.mark.parametrize("code", [ALPHEN, AMSTERDAM, ARNHEM, UTRECHT, TILBURG])
def test_at_20_somebody_is_too_young_and_at_21_no_more(code):
    found = verdict(rule(code), means(leeftijd=20))
    assert (found.verdict, found.reason, found.params) == ("no", "too_young", {"age": 21})
    assert found.amount is None
    assert verdict(rule(code), means(leeftijd=21)).verdict == "perhaps"


@pytest.mark.parametrize(("code", "months"), [(ALPHEN, 36), (ARNHEM, 36), (TILBURG, 60)])
def test_an_income_has_to_be_low_long_enough(code, months):
    found = verdict(rule(code), means(low_income_months=months - 1))
    assert (found.verdict, found.reason) == ("no", "low_income_too_short")
    assert found.params == {"months": months}
    assert verdict(rule(code), means(low_income_months=months)).verdict == "perhaps"


@pytest.mark.parametrize(
    ("household", "children", "day", "limit"),
    [
        # Pw art. 34 lid 3
        ("single", (), NOW, "8000"),
        ("single_parent", (5,), NOW, "16000"),
        ("couple", (), NOW, "16000"),
        ("single", (), IN_2025, "7770"),
        ("couple", (), IN_2025, "15540"),
    ],
)
def test_vermogen_up_to_the_limit_of_the_bijstand(household, children, day, limit):
    about = means(household, day, children=children)
    at = verdict(rule(ALPHEN), replace(about, vermogen=Decimal(limit)), day)
    assert at.verdict == "perhaps"
    above = verdict(rule(ALPHEN), replace(about, vermogen=Decimal(limit) + Decimal("0.01")), day)
    assert (above.verdict, above.reason) == ("no", "vermogen_too_high")
    assert above.params == {"limit": Decimal(limit)}


def test_vermogen_against_a_limit_of_its_own_and_against_none():
    own = replace(rule(ALPHEN), assets="own", asset_limits=(Decimal(2000), Decimal(3000)))
    assert verdict(own, means(vermogen=Decimal(2000))).verdict == "perhaps"
    assert verdict(own, means(vermogen=Decimal("2000.01"))).params == {"limit": Decimal(2000)}
    assert verdict(own, means("couple", vermogen=Decimal(3000))).verdict == "perhaps"
    assert verdict(own, means("couple", vermogen=Decimal("3000.01"))).verdict == "no"
    free = replace(rule(ALPHEN), assets="none")
    assert verdict(free, means(vermogen=Decimal(10**6))).verdict == "perhaps"


@pytest.mark.parametrize(
    ("unknown", "missing"),
    [
        ({"vermogen": None}, ("vermogen",)),
        ({"low_income_months": None}, ("person.low_income_months",)),
        ({"vermogen": None, "low_income_months": None}, ("vermogen", "person.low_income_months")),
        ({"inkomen": Unknown(("plans.0.work.0.gross",))}, ("plans.0.work.0.gross",)),
        ({"children": Unknown(("children.0.birth_date",))}, ("children.0.birth_date",)),
        (
            {
                "household": Unknown(("children.0.birth_date",)),
                "children": Unknown(("children.0.birth_date",)),
            },
            ("children.0.birth_date",),
        ),
    ],
)
def test_an_answer_that_is_missing_is_named(unknown, missing):
    found = verdict(without_more(rule(ALPHEN)), means(**unknown))
    assert (found.verdict, found.reason, found.missing) == ("perhaps", "missing", missing)


def test_what_is_missing_never_hides_a_no():
    about = means(vermogen=None, low_income_months=None)
    assert verdict(rule(ALPHEN), replace(about, leeftijd=20)).reason == "too_young"
    assert verdict(rule(ALPHEN), with_income(about, "1700")).reason == "income_too_high"
    assert verdict(rule(ALPHEN), replace(about, low_income_months=12)).verdict == "no"


def test_a_norm_that_is_not_known_is_said():
    unknown = Unknown((), "rules_not_known")
    about = means(norm=unknown, norm_volwassen=unknown, norm_verhoogd=unknown, vermogen=None)
    found = verdict(rule(ALPHEN), about)
    assert (found.verdict, found.reason) == ("perhaps", "norm_unknown")
    assert found.missing == ("vermogen",)


def test_below_21_both_norms_have_to_agree():
    scheme = replace(without_more(rule(ALPHEN)), age=Age())
    about = means(leeftijd=20, oldest=20, norm=Decimal("350.42"))
    # 350.42 x 1.10 = 385.462; 350.42 x 0.952 x 1.10 = 366.96 without holiday pay
    assert verdict(scheme, with_income(about, "385.46", "366.96")).verdict == "likely"
    found = verdict(scheme, with_income(about, "1000", "926"))
    assert (found.verdict, found.reason) == ("perhaps", "income_near_limit")
    assert verdict(scheme, with_income(about, "1592.65", "1516.20")).reason == "income_too_high"


def test_where_others_share_the_costs_only_what_is_too_much_for_anybody_is_told():
    unknown = Unknown(("co_residents",))
    about = means(
        norm=unknown,
        norm_volwassen=unknown,
        norm_verhoogd=unknown,
        norm_hoogstens=Decimal("1419.46"),
    )
    scheme = without_more(rule(ALPHEN))
    found = verdict(scheme, with_income(about, "900", "800"))
    assert (found.verdict, found.missing) == ("perhaps", ("co_residents",))
    assert verdict(scheme, with_income(about, "1592.63", "1516.18")).verdict == "perhaps"
    assert verdict(scheme, with_income(about, "1592.65", "1516.20")).reason == "income_too_high"


# --- What it brings -----------------------------------------------------------------------

#: what each household gets (euro per year), as the municipalities print it
AMOUNTS = [
    # 2026
    (ALPHEN, NOW, "single", (), 601),
    (ALPHEN, NOW, "single_parent", (11,), 701),
    (ALPHEN, NOW, "single_parent", (12,), 801),
    (ALPHEN, NOW, "single_parent", (17,), 801),
    (ALPHEN, NOW, "single_parent", (5, 13), 801),
    (ALPHEN, NOW, "couple", (), 801),
    (ALPHEN, NOW, "couple", (0,), 801),
    (ALPHEN, NOW, "couple", (12,), 901),
    (ALPHEN, NOW, "couple", (3, 17), 901),
    # 2024
    (UTRECHT, NOW, "single", (), 276),
    (UTRECHT, NOW, "single_parent", (11,), 63),
    (UTRECHT, NOW, "single_parent", (12,), 749),
    (UTRECHT, NOW, "single_parent", (5, 13), 749),
    (UTRECHT, NOW, "couple", (), 704),
    (UTRECHT, NOW, "couple", (11,), 704),
    (UTRECHT, NOW, "couple", (12,), 997),
    # 2025
    (TILBURG, IN_2025, "single", (), 525),
    (TILBURG, IN_2025, "single_parent", (5,), 675),
    (TILBURG, IN_2025, "single_parent", (14,), 675),
    (TILBURG, IN_2025, "couple", (), 750),
    (TILBURG, IN_2025, "couple", (11,), 750),
    (TILBURG, IN_2025, "couple", (12,), 990),
    # 2024
    (ARNHEM, NOW, "single", (), 260),
    (ARNHEM, NOW, "single_parent", (5,), 375),
    (ARNHEM, NOW, "single_parent", (14,), 375),
    (ARNHEM, NOW, "couple", (), 375),
    (ARNHEM, NOW, "couple", (11,), 375),
    # 2025
    (AMSTERDAM, IN_2025, "single", (), 350),
    (AMSTERDAM, IN_2025, "single_parent", (5,), 450),
    (AMSTERDAM, IN_2025, "single_parent", (14,), 450),
    (AMSTERDAM, IN_2025, "couple", (), 500),
    (AMSTERDAM, IN_2025, "couple", (11,), 500),
    (AMSTERDAM, IN_2025, "couple", (12,), 800),
]


@pytest.mark.parametrize(("code", "day", "household", "children", "amount"), AMOUNTS)
def test_each_household_gets_its_own_amount(code, day, household, children, amount):
    found = verdict(rule(code), means(household, day, children=children), day)
    assert found.verdict == "perhaps"
    assert (found.amount, found.per, found.in_kind) == (Decimal(amount), "year", False)


def test_arnhem_has_a_record_of_its_own_for_a_couple_with_a_child_of_12():
    scheme = rule(ARNHEM, "iit-paar-kind-12-17")
    # 110%: 2,230.57
    at = with_income(means("couple", children=(12,)), "2230.57")
    assert (verdict(scheme, at).reason, verdict(scheme, at).amount) == ("old_amounts", Decimal(875))
    assert verdict(scheme, with_income(at, "2275.19")).reason == "income_too_high"
    young = verdict(scheme, means("couple", children=(11,)))
    assert (young.verdict, young.reason) == ("no", "no_children_of_age")
    assert young.params == {"first": 12, "last": 17}
    assert verdict(scheme, means("couple")).reason == "no_children"
    alone = verdict(scheme, means("single_parent", children=(12,)))
    assert (alone.verdict, alone.reason) == ("no", "not_for_household")


def test_what_is_per_person_is_added_up():
    # Tilburg Meedoenregeling 2025: 147 per person
    scheme = rule(TILBURG, "meedoenregeling")
    for household, children, persons in (
        ("single", (), 1),
        ("single_parent", (5,), 2),
        ("single_parent", (5, 13), 3),
        ("couple", (), 2),
        ("couple", (2, 5, 13), 5),
    ):
        found = verdict(scheme, means(household, IN_2025, children=children), IN_2025)
        assert (found.amount, found.in_kind) == (147 * persons, True)


def test_only_children_of_the_right_age_count():
    # Amsterdam Kindtegoed: 125 for each child of 0 to 3
    scheme = rule(AMSTERDAM, "kindtegoed-0-3")
    found = verdict(scheme, means("single_parent", children=(0, 3, 4)))
    assert found.amount == Decimal(250)
    assert verdict(scheme, means("single_parent", children=(4,))).reason == "no_children_of_age"


# --- Old, unchecked -----------------------------------------------------------------------


@pytest.mark.parametrize("code", [UTRECHT, ARNHEM])
@pytest.mark.parametrize(
    "about",
    [
        means(),
        means("single_parent", children=(14,)),
        means("couple"),
        means("couple", children=(5,)),
        means(low_income_months=None),
        with_income(means(), "1500"),
        with_income(means(), "5000"),
    ],
)
def test_old_amounts_are_called_old_and_never_likely(code, about):
    found = verdict(without_more(rule(code)), about)
    assert found.old == 2024
    assert found.verdict != "likely"


def test_amounts_are_old_from_the_day_after_they_ran_out():
    scheme = without_more(rule(ALPHEN))
    last = verdict(scheme, means(), date(2026, 12, 31))
    assert (last.verdict, last.old) == ("likely", None)
    after = verdict(scheme, means(), date(2027, 1, 1))
    assert (after.verdict, after.reason, after.old) == ("perhaps", "old_amounts", 2026)


# --- Whatever the household ---------------------------------------------------------------

EUROS = st.decimals(min_value=0, max_value=4000, places=2)
BETTER = {"no": 0, "perhaps": 1, "likely": 2}


@st.composite
def some_means(draw: st.DrawFn) -> Means:
    """A household as people are, with answers missing."""
    household = draw(st.sampled_from(["single", "single_parent", "couple"]))
    least = 1 if household == "single_parent" else 0
    most = 0 if household == "single" else 3
    children = tuple(draw(st.lists(st.integers(0, 17), min_size=least, max_size=most)))
    income = draw(EUROS)
    return means(
        household,
        children=children,
        leeftijd=draw(st.integers(18, 66)),
        inkomen=income,
        inkomen_zonder=draw(st.sampled_from(["0.9", "0.9259", "0.952", "1"]).map(Decimal)) * income,
        toeslagen=draw(EUROS),
        vrijlating=draw(st.decimals(min_value=0, max_value=300, places=2)),
        vermogen=draw(st.none() | st.decimals(min_value=0, max_value=20_000, places=2)),
        low_income_months=draw(st.none() | st.integers(0, 120)),
    )


PERCENTAGES = st.sampled_from(["0.90", "1.00", "1.10", "1.30", "2.00"]).map(Decimal)


@st.composite
def some_scheme(draw: st.DrawFn) -> Scheme:
    """Any scheme that an editor could make, without a lower limit for the income."""
    test = draw(
        st.none()
        | st.builds(
            IncomeTest,
            PERCENTAGES,
            st.sampled_from([None, True, False]),
            toeslagen=st.booleans(),
            vrijlating=st.booleans(),
            own_share=st.none() | st.sampled_from(["0", "0.35", "1"]).map(Decimal),
        )
    )
    amount = st.builds(
        SchemeAmount,
        st.decimals(min_value="0.01", max_value=5000, places=2),
        st.sampled_from(["year", "month", "once"]),
        st.sampled_from(["any", "single", "single_parent", "couple"]),
        st.sampled_from([None, Age(0, 11), Age(12, 17)]),
        per_child=st.booleans(),
    )
    return Scheme(
        "iit",
        "anders",
        "0344",
        income=test,
        income_unknown=test is None and draw(st.booleans()),
        assets=draw(st.sampled_from(["none", "bijstand"])),
        age=Age(draw(st.sampled_from([None, 21]))),
        child=draw(st.sampled_from([None, Age(4, 11)])),
        low_income_months=draw(st.sampled_from([None, 36])),
        amounts=tuple(draw(st.lists(amount, max_size=4))),
        conditions=draw(st.booleans()),
        sure=draw(st.booleans()),
        valid_until=draw(st.sampled_from([None, date(2024, 12, 31)])),
        checked_on=draw(st.sampled_from([None, date(2025, 11, 22), date(2025, 11, 23)])),
    )


@given(some_scheme(), some_means(), EUROS)
def test_more_income_never_turns_a_no_into_something_better(scheme, about, more):
    richer = replace(
        about, inkomen=about.inkomen + more, inkomen_zonder=about.inkomen_zonder + more
    )
    before, after = verdict(scheme, about).verdict, verdict(scheme, richer).verdict
    assert BETTER[after] <= BETTER[before]


@given(some_scheme(), some_means())
def test_a_verdict_keeps_its_promises(scheme, about):
    found = verdict(scheme, about)
    if found.verdict == "no":
        assert found.amount is found.per is None
    elif scheme.amounts:
        assert found.amount > 0
    if found.missing:
        assert found.verdict == "perhaps"
    if found.verdict == "likely":
        assert scheme.sure
        assert not scheme.conditions
        assert not scheme.income_unknown
        assert scheme.checked_on == date(2025, 11, 23)
        assert scheme.valid_until is None
    # the same question gives the same answer
    assert found == verdict(scheme, about)


@given(some_means(), EUROS)
def test_of_two_bands_that_meet_at_most_one_is_for_sure(about, income):
    # Utrecht: up to 110%, and from 110 to 125%
    about = replace(
        about,
        inkomen=income,
        inkomen_zonder=income * Decimal("0.952"),
        children=(14,),
    )
    lower = verdict(replace(without_more(rule(UTRECHT)), valid_until=None), about).verdict
    upper = verdict(
        replace(without_more(rule(UTRECHT, "iit-110-125")), valid_until=None), about
    ).verdict
    assert (lower, upper) != ("likely", "likely")
