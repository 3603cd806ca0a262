"""What is settled afterwards: toeslagen, benefits on an estimate, and the credit elsewhere."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import Phase, example, given, settings
from hypothesis import strategies as st

from calculator.rules import Plan, calendars
from calculator.rules.figures import Unknown
from calculator.rules.periods import between, month_of, months_from, shift
from calculator.rules.settlements import benefit_settlements, toeslagen_of_year
from calculator.rules.situation import WW, Home
from calculator.rules.timeline import Timeline
from tests.rules.helpers import cases, household, job
from tests.rules.test_timeline import asked, month

SCENARIOS = ("at_once", "after_three_months", "never")
YEAR = [(2026, number) for number in range(1, 13)]
RIGHT = st.lists(st.integers(0, 400), min_size=12, max_size=12)


def settled(household, plan, start):
    """The settlements of a plan, against its months as they were told."""
    timeline = Timeline(household, plan, start=start, first=start, last=(2027, 12))
    return benefit_settlements(household, timeline, start)


def outcome(case, year):
    """The plan's calendar year of a row, with a calendar that reaches its end."""
    start = month(case["start"])
    found = calendars(asked(case), start, between(start, (year, 12)) + 1)
    return next(one for one in found[-1].years if one.year == year)


def toeslag(rights, code="zorgtoeslag"):
    return {one: {code: Decimal(right)} for one, right in zip(YEAR, rights, strict=True)}


# --- Toeslagen --------------------------------------------------------------------------------


@pytest.mark.parametrize("case", cases("calendar", "repayment"))
def test_repayments(case):
    found = outcome(case, case["year"]).toeslagen
    for name in SCENARIOS:
        scenario, expected = found.scenarios[name], case[name]
        rights = {one.code: one.right for one in scenario.by_toeslag if one.code in case["rights"]}
        assert rights == case["rights"]
        assert scenario.repay == expected["repay"], name
        assert scenario.set_aside_per_month == expected["aside"], name
        assert scenario.extra == expected.get("extra", 0), name
        left = sum(one.not_recovered for one in scenario.by_toeslag)
        assert left == expected.get("not_recovered", 0), name
        for when, amount in expected.get("advances", {}).items():
            assert scenario.advances[month(when)]["zorgtoeslag"] == amount, (name, when)


@pytest.mark.parametrize(
    ("paid_too_much", "repay", "not_recovered"),
    [(121, 0, 121), (122, 122, 0), (0, 0, 0), (1, 0, 1)],
)
def test_not_more_than_121_euro_per_toeslag_is_not_recovered(paid_too_much, repay, not_recovered):
    """Awir art. 26a lid 1: "niet meer dan € 121"."""
    now = toeslag([paid_too_much] + [0] * 11)
    scenario = toeslagen_of_year(
        2026, now, toeslag([0] * 12), start=(2026, 2), same=False
    ).scenarios["never"]
    assert (scenario.repay, scenario.by_toeslag[0].not_recovered) == (repay, not_recovered)


def test_the_limit_holds_for_each_toeslag_by_itself():
    """100 of one and 130 of the other: only the 130 is asked back."""
    now = {one: {"zorgtoeslag": Decimal(0), "huurtoeslag": Decimal(0)} for one in YEAR}
    now[(2026, 1)] = {"zorgtoeslag": Decimal(100), "huurtoeslag": Decimal(130)}
    plan = {one: {"zorgtoeslag": Decimal(0), "huurtoeslag": Decimal(0)} for one in YEAR}
    found = toeslagen_of_year(2026, now, plan, start=(2026, 2), same=False).scenarios["never"]
    assert found.repay == 130


def test_a_year_that_begins_after_the_report_has_the_right_advances_from_january():
    case = next(
        row.values[0]
        for row in cases("calendar", "repayment")
        if row.id == "nothing_left_from_april"
    )
    found = outcome({**case, "start": "2026-09"}, 2027).toeslagen.scenarios
    for name in ("at_once", "after_three_months"):
        settled = found[name]
        assert all(one.advance == one.right for one in settled.by_toeslag)
        assert settled.repay == settled.extra == settled.set_aside_per_month == 0
    assert found["never"].repay == 12 * 105


def absorbed(now, plan, start):
    """What is asked back in each scenario, where the rest of the year takes up all it can."""
    for name, months in (("at_once", 1), ("after_three_months", 4), ("never", 12)):
        known = start - 1 + months
        paid = sum(now[:known]) if known < 12 else sum(now)
        yield name, known < 12, max(paid - sum(plan), 0)


@pytest.mark.parametrize(("start", "repay"), [(1, 100), (10, 100), (12, 0)])
def test_a_revision_within_the_year_is_asked_back_whole_the_final_calculation_isnt(start, repay):
    """Awir art. 26a lid 1 names the final calculation, not the revision of an advance."""
    now = toeslag([100] + [0] * 11)
    found = toeslagen_of_year(2026, now, toeslag([0] * 12), start=(2026, start), same=False)
    (settled,) = found.scenarios["at_once"].by_toeslag
    assert (settled.repay, settled.not_recovered) == (repay, 100 - repay)


@given(RIGHT, st.integers(0, 400), st.integers(1, 12))
def test_reported_at_once_nothing_is_repaid_where_an_even_rest_of_the_year_absorbs_it(
    now, right, start
):
    plan = [right] * 12
    found = toeslagen_of_year(2026, toeslag(now), toeslag(plan), start=(2026, start), same=False)
    for name, in_time, too_much in absorbed(now, plan, start):
        (settled,) = found.scenarios[name].by_toeslag
        asked = in_time or too_much > 121
        assert settled.repay == (too_much if asked else 0)
        assert settled.not_recovered == (0 if asked else too_much)
        assert not in_time or settled.extra == 0


@settings(phases=[Phase.explicit])
@example([300] + [0] * 11, [0] + [500] * 5 + [0] * 6, 1)
@given(RIGHT, RIGHT, st.integers(1, 12))
def test_reported_at_once_nothing_is_repaid_where_the_rest_of_the_year_can_absorb_it(
    now, plan, start
):
    found = toeslagen_of_year(2026, toeslag(now), toeslag(plan), start=(2026, start), same=False)
    for name, in_time, too_much in absorbed(now, plan, start):
        (settled,) = found.scenarios[name].by_toeslag
        assert settled.repay == (too_much if in_time or too_much > 121 else 0)


@given(RIGHT, RIGHT, st.integers(1, 12), st.booleans())
def test_advances_are_all_of_the_year_and_never_below_nothing(now, plan, start, same):
    if same:
        now = plan
    found = toeslagen_of_year(2026, toeslag(now), toeslag(plan), start=(2026, start), same=same)
    for name, scenario in found.scenarios.items():
        (settled,) = scenario.by_toeslag
        paid = [scenario.advances[one]["zorgtoeslag"] for one in YEAR]
        assert all(amount >= 0 and amount == round(amount, 2) for amount in paid)
        assert sum(paid) == settled.advance
        assert settled.right == sum(plan)
        difference = settled.repay + settled.not_recovered - settled.extra
        assert settled.advance - settled.right == difference
        assert not (settled.repay and settled.extra)
        if not same:
            known = {"at_once": 1, "after_three_months": 4, "never": 12}[name]
            assert paid[: start - 1 + known] == now[: start - 1 + known]
        else:
            assert paid == plan
        months = 13 - start
        assert abs(scenario.set_aside_per_month * months - scenario.repay) <= months * Decimal(
            "0.005"
        )


@given(RIGHT, st.integers(1, 12))
def test_an_unknown_right_is_not_counted_as_nothing(now, start):
    why = Unknown(("vermogen",))
    plan = {one: {"zorgtoeslag": why} for one in YEAR}
    found = toeslagen_of_year(2026, toeslag(now), plan, start=(2026, start), same=False)
    for scenario in found.scenarios.values():
        assert scenario.repay == scenario.extra == scenario.set_aside_per_month == why


def test_when_the_final_calculation_comes():
    """Awir art. 19: after the assessment, at the latest at the end of the year after."""
    found = toeslagen_of_year(2026, toeslag([0] * 12), toeslag([0] * 12), start=YEAR[0], same=True)
    assert (found.settled_from, found.settled_until) == ((2027, 7), (2027, 12))


# --- The credit at another payer ----------------------------------------------------------------


@pytest.mark.parametrize("case", cases("calendar", "korting"))
def test_the_credit_at_another_payer(case):
    found = outcome(case, case["year"])
    more = {one.at: one.assessment - found.figures.assessment for one in found.kortingen}
    assert more == case["more"]


@pytest.mark.parametrize("at", ["benefit", "work", "none"])
@pytest.mark.parametrize("gross", [700, 1250])
def test_the_place_where_the_credit_is_gives_the_assessment_itself(at, gross):
    asked_for = household(
        WW("person.benefits.0", Decimal(2800)),
        home=Home("home", "own"),
        plans=(Plan("a", "plans.0", (job(gross),), at),),
    )
    for start in ((2027, 1), (2027, 4)):
        (year,) = calendars(asked_for, start, 1)[1].years
        entries = {one.at: one.assessment for one in year.kortingen}
        if start[1] == 1:
            assert entries[at] == year.figures.assessment
        # applying it twice is never better than applying it once, nor is not applying it worse
        assert entries["both"] <= min(entries["benefit"], entries["work"])
        assert entries["none"] >= max(entries["benefit"], entries["work"])


def test_the_place_where_the_credit_is_in_a_year_with_a_may_without_ww():
    asked_for = household(
        WW("person.benefits.0", Decimal(2000)),
        home=Home("home", "own"),
        plans=(Plan("a", "plans.0", (job(1500),), "benefit"),),
    )
    (year,) = calendars(asked_for, (2027, 1), 1)[1].years
    entries = {one.at: one.assessment for one in year.kortingen}
    assert entries["benefit"] == year.figures.assessment


def test_without_two_payers_there_is_nothing_to_choose():
    asked_for = household(WW("person.benefits.0", Decimal(2800)), home=Home("home", "own"))
    (year,) = calendars(asked_for, (2027, 1), 1)[0].years
    assert year.kortingen == []


# --- Benefits on an estimate --------------------------------------------------------------------


def settlements(case):
    found = asked(case)
    return settled(found, found.plans[0], month(case["start"]))


@pytest.mark.parametrize("case", cases("calendar", "estimate"))
def test_benefit_settlements(case):
    start = month(case["start"])
    found = [one for one in settlements(case) if one.code == case["code"]]
    incomes = [name for name in ("low", "high") if name in case]
    assert [(one.income, one.held_months) for one in found] == [
        (income, held) for income in incomes for held in case["held"]
    ]
    for one in found:
        right = case[one.income]
        assert one.paid == one.held_months * case["paid"]
        assert one.right == one.held_months * right
        assert one.repay == one.held_months * max(case["paid"] - right, Decimal(0))
        assert one.extra == one.held_months * max(right - case["paid"], Decimal(0))
        assert one.settled_in == shift(start, one.held_months)
    # the calendar of the plan shows the same
    assert [
        one for one in calendars(asked(case), start, 1)[1].settlements if one.code == case["code"]
    ] == found


def test_nothing_is_settled_where_no_other_income_was_told():
    for case in (row.values[0] for row in cases("calendar", "year")):
        assert settlements(case) == []


def test_the_estimate_is_never_held_beyond_the_months_that_have_rules():
    case = next(row.values[0] for row in cases("calendar", "estimate") if row.id.startswith("wga"))
    found = settlements({**case, "start": "2027-10"})
    assert {one.held_months for one in found} == {1, 3}


@settings(max_examples=8)
@given(
    st.decimals(min_value=0, max_value=3_000, places=2),
    st.decimals(min_value=0, max_value=3_000, places=2),
    st.decimals(min_value=0, max_value=3_000, places=2),
)
def test_low_and_high_are_settled_as_the_plan_would_be_paid_with_them(low, gross, high):
    low, high = min(low, high), max(low, high)
    case = next(row.values[0] for row in cases("calendar", "estimate") if row.id.startswith("wga"))
    base = asked(case)
    work = replace(base.plans[0].work[0], gross=gross, gross_low=low, gross_high=high)
    with_work = [
        replace(base.plans[0], work=(replace(work, gross=wage, gross_low=None, gross_high=None),))
        for wage in (gross, low, high)
    ]
    found = settled(base, replace(base.plans[0], work=(work,)), (2026, 12))
    months = list(months_from((2026, 12), 3))
    shown = calendars(base, (2026, 12), 3, plans=with_work)[1:]

    def paid(outcome, code):
        return sum(
            line.amount
            for one in outcome.months
            if one.month in months
            for line in one.lines
            if line.code == code and line.payer == "uwv"
        )

    for one in found:
        if one.held_months != 3:
            continue
        real = shown[1] if one.income == "low" else shown[2]
        assert one.paid == paid(shown[0], one.code)
        assert one.right == paid(real, one.code)
        assert one.paid - one.right == one.repay - one.extra
    assert month_of(base.rules_date) == (2026, 11)
