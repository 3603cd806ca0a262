"""The curve: the regular month at every wage, and the wages at which a right changes."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calculator.rules import Plan, calculate, curve_of
from calculator.rules.curve import BEYOND_OWN, NEAR, WORTH_NAMING, WORTH_WARNING, _Road
from calculator.rules.figures import Unknown
from calculator.rules.money import cents
from calculator.rules.situation import (
    IVA,
    WGA,
    WW,
    Child,
    Childcare,
    Home,
    Partner,
    PartnerIncome,
    SelfEmployed,
    Wajong,
    per_month,
)
from tests.rules.helpers import cases, household, job
from tests.rules.test_timeline import benefit, number

OWN = Home("home", "own")
CENT = Decimal("0.01")
CHILDREN = (
    Child(
        "children.0",
        date(2021, 3, 1),
        (Childcare("children.0.childcare.0", "dagopvang", Decimal(100), Decimal("10.50")),),
    ),
    Child("children.1", date(2013, 3, 1)),
)
PARTNER = Partner(
    "partner",
    date(1985, 1, 1),
    (PartnerIncome("partner.income.0", "wage", Decimal(1500)),),
    True,
)


def plan(*works, at="work"):
    return Plan("plan", "plans.0", works, at)


WGA_ = WGA("person.benefits.0", "vervolg", Decimal(3000), "45-55", Decimal(1250))
WW_ = WW("person.benefits.0", Decimal(2800))
HOUSEHOLDS = {
    "ww": household(WW_, plans=(plan(job(1250)),)),
    "ww_credit_at_the_benefit": household(WW_, plans=(plan(job("1250.37"), at="benefit"),)),
    "wga_with_children": household(WGA_, children=CHILDREN, plans=(plan(job(578)),)),
    "ww_and_wga": household(
        WW("person.benefits.0", Decimal(1200)),
        replace(WGA_, path="person.benefits.1"),
        plans=(plan(job(1250, vakantiegeld="included")),),
    ),
    "iva_and_partner": household(
        IVA("person.benefits.0", Decimal(2000)), partner=PARTNER, plans=(plan(job(20, per="week")),)
    ),
    "wajong": household(
        Wajong("person.benefits.0", "Wajong2010", True),
        home=Home("home", "parents"),
        birth_date=date(2006, 3, 1),
        plans=(plan(job(600)),),
    ),
    "second_job_and_business": household(
        replace(WW_, arbeidsuren_per_week=Decimal(38)),
        plans=(
            plan(
                SelfEmployed("plans.0.work.0", Decimal(8000), Decimal(6)),
                job(700, pension_per_month=Decimal(60), path="plans.0.work.1"),
                job(400, path="plans.0.work.2"),
            ),
        ),
    ),
}


@cache
def curve(name):
    found = HOUSEHOLDS[name]
    return curve_of(found, found.plans[0])


def place_of(found):
    return found.plans[0].jobs[0][0]


def month(asked_for, gross):
    """The regular month of the plan with this wage per month in its first job."""
    place = place_of(asked_for)
    works = list(asked_for.plans[0].work)
    pension = works[place].pension_per_month
    works[place] = replace(
        works[place], gross=gross, per="month", pension_per_month=min(pension, gross)
    )
    changed = replace(asked_for.plans[0], work=tuple(works))
    return calculate(replace(asked_for, plans=(changed,)), explain=False).situations[1].month


@pytest.mark.parametrize("name", HOUSEHOLDS)
def test_every_point_is_the_regular_month_at_that_wage(name):
    found = curve(name)
    assert found.plan == "plan"
    for gross, net in found.points:
        assert net == month(HOUSEHOLDS[name], gross).net, gross


@pytest.mark.parametrize("name", HOUSEHOLDS)
def test_points_run_from_nothing_at_most_25_apart(name):
    wages = [point.gross for point in curve(name).points]
    assert wages[0] == 0
    assert all(0 < later - one <= 25 for one, later in pairwise(wages))


@pytest.mark.parametrize("name", [*HOUSEHOLDS, "falls_late"])
def test_a_coarse_curve_has_the_same_steps_and_falls(name):
    found = FALLS_LATE if name == "falls_late" else HOUSEHOLDS[name]
    fine = curve_of(found, found.plans[0])
    coarse = curve_of(found, found.plans[0], coarse=True)
    assert [step._replace(better_off_from=None) for step in coarse.steps] == [
        step._replace(better_off_from=None) for step in fine.steps
    ]
    road = _Road(found, found.plans[0], place_of(found))
    for told, exact in zip(coarse.steps, fine.steps, strict=True):
        assert (told.better_off_from is None) == (exact.better_off_from is None)
        if told.better_off_from is not None:
            # in whole euros, at which as much is left, and one less isn't enough
            assert told.better_off_from % 1 == 0
            assert road.at(told.better_off_from).net >= told.net_below
            assert road.at(told.better_off_from - 1).net < told.net_below
            assert abs(told.better_off_from - exact.better_off_from) <= 5
    assert coarse.falls == fine.falls
    nets = dict(fine.points)
    assert all(nets[gross] == net for gross, net in coarse.points if gross in nets)
    assert len(coarse.points) < 0.6 * len(fine.points)
    own = per_month(found.plans[0].jobs[0][1], found.rules_date)
    assert own in dict(coarse.points)
    near = [point for point in coarse.points if point.gross <= max(NEAR, own + BEYOND_OWN)]
    assert all(above.gross - below.gross <= 100 for below, above in pairwise(near))
    # where less is left, nothing is left out
    for below, above in pairwise(near):
        if above.net <= below.net:
            assert above.gross - below.gross <= 25


@pytest.mark.parametrize("name", HOUSEHOLDS)
def test_the_own_wage_is_a_point_with_the_month_of_the_plan(name):
    asked_for = HOUSEHOLDS[name]
    (own,) = [
        line.amount
        for line in calculate(asked_for).situations[1].month.lines
        if line.code == "loon" and line.work == place_of(asked_for)
    ]
    nets = {point.gross: point.net for point in curve(name).points}
    assert nets[own] == calculate(asked_for).situations[1].month.net


@pytest.mark.parametrize("name", HOUSEHOLDS)
def test_nothing_changes_any_more_beyond_the_curve(name):
    found = curve(name)
    last = found.points[-1].gross
    ends = ("ww", "wga", "iva", "wajong", "toeslagenwet", "zorgtoeslag", "huurtoeslag")
    for gross in (last, last + 500, last + 5_000):
        for line in month(HOUSEHOLDS[name], gross).lines:
            assert line.code not in ends or line.amount == 0, (gross, line)
    assert not found.steps or found.steps[-1].gross + 75 <= last


@pytest.mark.parametrize("name", HOUSEHOLDS)
def test_a_step_is_to_the_cent_and_its_nets_are_those_of_the_month(name):
    asked_for = HOUSEHOLDS[name]
    wages = [step.gross for step in curve(name).steps]
    assert wages == sorted(wages)
    nets = {point.gross: point.net for point in curve(name).points}
    for step in curve(name).steps:
        assert step.gross == cents(step.gross)
        assert step.reasons
        assert step.net == month(asked_for, step.gross).net == nets[step.gross]
        assert step.net_below == month(asked_for, step.gross - CENT).net


@pytest.mark.parametrize("name", HOUSEHOLDS)
def test_a_large_drop_between_points_is_named_as_a_step(name):
    """No cliff is hidden: without a step in between, 25 euro of wage never costs 30 euro of net."""
    found = curve(name)
    steps = {step.gross for step in found.steps}
    for one, later in pairwise(found.points):
        between = {wage for wage in steps if one.gross < wage <= later.gross}
        assert between or later.net > one.net - 30, later


@pytest.mark.parametrize("name", HOUSEHOLDS)
def test_better_off_from_is_the_first_wage_that_leaves_as_much_as_just_below(name):
    asked_for = HOUSEHOLDS[name]
    for step in curve(name).steps:
        if step.net >= step.net_below - 5:
            assert step.better_off_from is None
            continue
        found = step.better_off_from
        if found is None:
            assert all(p.net < step.net_below for p in curve(name).points if p.gross > step.gross)
            continue
        assert found > step.gross
        assert month(asked_for, found).net >= step.net_below > month(asked_for, found - CENT).net
        for point in curve(name).points:
            assert not step.gross <= point.gross < found or point.net < step.net_below


@pytest.mark.parametrize("case", cases("curve", "step"))
def test_step(case):
    other = {name: number(case[name]) for name in ("pension_per_month",) if name in case}
    work = job(1000, vakantiegeld=case.get("vakantiegeld", "yearly"), **other)
    asked_for = household(
        *(benefit(fields) for fields in case["benefits"]), home=OWN, plans=(plan(work),)
    )
    steps = curve_of(asked_for, asked_for.plans[0]).steps
    expected = [case["gross"], *case.get("again", [])]
    assert [step.gross for step in steps if case["reason"] in step.reasons] == expected


FALLS_LATE = household(WW("person.benefits.0", Decimal(4000)), home=OWN, plans=(plan(job(3000)),))


def the_end_of_the_ww():
    steps = curve_of(FALLS_LATE, FALLS_LATE.plans[0]).steps
    (step,) = [one for one in steps if "ww.eindigt" in one.reasons]
    return step


def test_the_drop_of_the_ww_above_its_limit():
    """4,000: 70% x 500 = 350, paid 324.07, without credit. L 72 x 54 = 3,888: 1,389 / 12 = 115.75.

    At 3,500.01 the other 208.32 are gone; the toeslagen had ended already.
    """
    step = the_end_of_the_ww()
    assert step.reasons == ("ww.eindigt",)
    assert abs(step.net_below - step.net - Decimal("208.32")) <= CENT


def test_a_late_drop_is_recovered_too():
    step = the_end_of_the_ww()
    assert month(FALLS_LATE, Decimal(4_500)).net > step.net_below  # so there is such a wage
    assert step.better_off_from is not None
    assert month(FALLS_LATE, step.better_off_from).net >= step.net_below


# --- Falls bit by bit ---------------------------------------------------------------------------


def is_fall(found, fall):
    """What a fall says of itself, from the points and the month."""
    nets = dict(found.points) | {step.gross - CENT: step.net_below for step in found.steps}
    assert fall.net == nets[fall.gross]
    assert fall.lowest_net == nets[fall.lowest] <= fall.net - WORTH_WARNING
    end = fall.better_off_from or found.points[-1].gross + CENT
    between = {gross: net for gross, net in nets.items() if fall.gross < gross < end}
    assert fall.lowest in between
    assert all(net < fall.net for gross, net in between.items() if gross > fall.lowest)
    # a table of the points alone can show it
    points = dict(found.points)
    assert (points[fall.gross], points[fall.lowest]) == (fall.net, fall.lowest_net)
    assert {fall.better_off_from} <= {*points, None} or fall.better_off_from > max(points)


@pytest.mark.parametrize("name", HOUSEHOLDS)
def test_less_for_more_wage_is_either_a_step_or_a_fall(name):
    found = curve(name)
    for fall in found.falls:
        is_fall(found, fall)
        if fall.better_off_from is not None:
            assert month(HOUSEHOLDS[name], fall.better_off_from).net >= fall.net
    drops = [step for step in found.steps if step.net <= step.net_below - WORTH_NAMING]
    named = [
        (one.gross, one.better_off_from or found.points[-1].gross) for one in (*found.falls, *drops)
    ]
    highest = None
    for gross, net in found.points:
        if gross < 1:
            continue
        if highest is None or net >= highest:
            highest = net
        elif highest - net >= WORTH_WARNING + WORTH_NAMING:
            assert any(low <= gross <= high for low, high in named), gross


def test_a_wajong_that_shrinks_wastes_the_credit_that_stays_with_it():
    """Wajong 1a:4 lid 2: of each euro 75 cents go off; the wage bears the first bracket whole.

    The benefit saves tax only while it pays any: then 100 - 75 - 35.75 is below nothing, until
    the Wajong has ended and work has the credit.
    """
    asked_for = household(
        Wajong("person.benefits.0", "Wajong2015", arbeidsvermogen=False),
        birth_date=date(2006, 5, 5),
        home=Home("home", "parents"),
        plans=(plan(job(200), at="benefit"),),
    )
    (fall,) = curve_of(asked_for, asked_for.plans[0]).falls
    assert fall.korting == "work"
    at_work = replace(asked_for, plans=(plan(job(200), at="work"),))
    assert month(at_work, fall.lowest).net >= fall.lowest_net + WORTH_WARNING
    assert not curve_of(at_work, at_work.plans[0]).falls


def test_without_a_job_there_is_no_curve():
    business = SelfEmployed("plans.0.work.0", Decimal(8000), Decimal(6))
    for works in ((), (business,)):
        asked_for = household(
            replace(WW_, arbeidsuren_per_week=Decimal(38)), plans=(plan(*works, at="benefit"),)
        )
        assert curve_of(asked_for, asked_for.plans[0]) is None


@pytest.mark.parametrize(
    "change",
    [
        {"benefits": (replace(WW_, maandloon=None),)},
        {"vermogen": None},
        {"home": Home("home", "rent", None, "0344")},
        {"partner": replace(PARTNER, income=(PartnerIncome("partner.income.0", "wage", None),))},
    ],
    ids=["maandloon", "vermogen", "rent", "partner_income"],
)
def test_without_an_answer_that_it_needs_there_is_no_curve(change):
    asked_for = replace(HOUSEHOLDS["ww"], **change)
    assert curve_of(asked_for, asked_for.plans[0]) is None


def test_the_own_wage_need_not_be_known():
    """Every other wage can be worked out; there just is no own point."""
    asked_for = household(WW_, plans=(plan(replace(job(0), gross=None)),))
    found = curve_of(asked_for, asked_for.plans[0])
    assert [point.net for point in found.points] == [
        point.net for point in curve("ww").points if point.gross in {p.gross for p in found.points}
    ]


@settings(max_examples=15)
@given(
    st.decimals(min_value=800, max_value=6_000, places=2),
    st.decimals(min_value=0, max_value=6_000, places=2),
    st.sampled_from(["work", "benefit", "none"]),
    st.booleans(),
)
def test_curves_of_many_households(maandloon, gross, at, alone):
    asked_for = household(
        WW("person.benefits.0", maandloon),
        partner=None if alone else PARTNER,
        plans=(plan(job(gross), at=at),),
    )
    found = curve_of(asked_for, asked_for.plans[0])
    wages = [point.gross for point in found.points]
    assert wages[0] == 0 and gross in wages
    assert all(0 < later - one <= 25 for one, later in pairwise(wages))
    nets = dict(found.points)
    assert nets[gross] == month(asked_for, gross).net
    assert not any(isinstance(net, Unknown) or not net.is_finite() for net in nets.values())
    # WW art. 20 lid 1 c, to the cent
    (ends,) = [step.gross for step in found.steps if "ww.eindigt" in step.reasons]
    limit = Decimal("0.875") * maandloon
    assert ends - CENT <= limit < ends
