"""The calendar: its years, its net lines, what arrives when, and what holds for every household."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from calculator.rules import InvalidSituation, Plan, calculate, calendars
from calculator.rules.figures import Unknown, total
from calculator.rules.money import cents
from calculator.rules.payments import paid_of_assessment
from calculator.rules.periods import between, first_day, months_from, shift
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
)
from calculator.rules.timeline import amounts_in
from tests.rules.helpers import cases, household, job
from tests.rules.test_household_properties import (
    BENEFITS,
    CHILD,
    JOBS,
    KORTING,
    OTHER,
    PARTNER,
)
from tests.rules.test_timeline import asked, month, number

OWN = Home("home", "own")
RENT = Home("home", "rent", Decimal(650), "0344")
TOESLAGEN = ("zorgtoeslag", "huurtoeslag", "kindgebonden_budget", "kinderopvangtoeslag")
#: lines that aren't paid by anybody
COSTS = ("pension", "travel_cost", "childcare_cost", "belasting_winst", "zvw_winst")
ONE_CHILD = Child("children.0", date(2018, 8, 20))


def net_line(one, code):
    return total(*(line.amount for line in one.lines if line.payer is None and line.code == code))


def payer(one, name):
    return next(item for item in one.payers if item.payer == name)


def plan(*work, at="work"):
    return Plan("plan", "plans.0", work, at)


def ww(maandloon=2800, **days):
    return WW("person.benefits.0", Decimal(maandloon), **days)


# --- Against sums made by hand ------------------------------------------------------------------


def children(case):
    """The children of a row, with the childcare they have."""
    for place, fields in enumerate(case["children"]):
        care = tuple(
            Childcare("children.0.childcare.0", **{k: number(v) for k, v in item.items()})
            for item in fields.get("childcare", [])
        )
        yield Child(f"children.{place}", fields["birth_date"], care)


@pytest.mark.parametrize("case", cases("calendar", "net_lines"))
def test_net_lines_of_a_month(case):
    with_children = replace(asked(case), children=tuple(children(case)))
    start = month(case["start"])
    last = max(month(name) for name in case["lines"])
    outcome = calendars(with_children, start, between(start, last) + 1)[-1]
    found = {one.month: one for one in outcome.months}
    for name, expected in case["lines"].items():
        assert {code: net_line(found[month(name)], code) for code in expected} == expected, name


@pytest.mark.parametrize("case", cases("calendar", "year"))
def test_a_calendar_year_is_that_of_its_own_months(case):
    start, year = month(case["start"]), case["year"]
    for count in (1, between(start, (year, 12)) + 1):
        now, later = calendars(asked(case), start, count)
        (of_plan,) = [one for one in later.years if one.year == year]
        figures = {name: getattr(of_plan.figures, name) for name in case["figures"]}
        assert figures == case["figures"]
        assert [net_line(one, "zorgtoeslag") for one in later.months] == [case["toeslag"]] * count
        (of_now,) = [one for one in now.years if one.year == year]
        assert of_now.figures.toetsingsinkomen == case["now_toetsingsinkomen"]
        assert [net_line(one, "zorgtoeslag") for one in now.months] == [case["now_toeslag"]] * count


def test_what_is_taken_for_granted_about_other_months_is_said():
    first_day_known = ww(first_day=date(2027, 2, 1))
    wga = WGA(
        "person.benefits.0",
        "loongerelateerd",
        Decimal(3000),
        "45-55",
        Decimal(1250),
        first_day=date(2027, 2, 1),
    )
    said = [
        [set(one.assumed) for one in calendars(household(benefit, home=OWN), start, count)[0].years]
        for benefit, start, count in (
            (ww(), (2027, 1), 12),
            (ww(), (2027, 3), 4),
            (first_day_known, (2027, 3), 10),
            (wga, (2027, 3), 10),
            (ww(), (2026, 3), 21),
        )
    ]
    before, after = "ervoor_zoals_nu", "erna_hetzelfde"
    runs, ends = "ww_loopt_al", "ww_loopt_door"
    assert said == [
        [{runs, ends}],
        [{before, after, runs, ends}],
        [{before, "loon_voor_ww", ends}],
        [{before, "inkomen_voor_wga", "wga_loopt_door"}],
        [{before, runs, ends}, {after, runs, ends}],
    ]


def test_the_months_before_a_ww_are_taken_to_have_earned_the_maandloon():
    """2,800 in January, then 0.75 x 2,800 x 2 and 0.7 x 2,800 x 9; kept 8/108 is paid in May.

    2,800 + 2 x 1,944.44 + 9 x 1,814.81 + (2 x 155.56 + 145.19 = 456.31) = 23,478.48.
    Withheld over 2,800 with the credit: L 622 x 54 = 33,588: 12,168 - 2,977 - 5,665 = 3,526 / 12 =
    293.83; over the WW L 23,328: 5,297 / 12 = 441.42 twice, L 21,762: 4,730 / 12 = 394.17 nine
    times; 36.23% x 456.31 = 165.32. Together 4,889.52.
    """
    asked_for = household(ww(first_day=date(2027, 2, 1)), home=OWN)
    (now,) = calendars(asked_for, (2027, 1), 12)
    (year,) = now.years
    assert year.figures.toetsingsinkomen == Decimal("23478.48")
    assert year.figures.arbeidsinkomen == 2800
    assert year.figures.withheld == Decimal("4889.52")
    assert isinstance(now.months[0].net, Unknown)
    assert now.months[0].net.reason == "voor_uitkering"
    assert [one.complete for one in now.months] == [False] + [True] * 11


def test_the_holiday_allowance_of_may_2025_is_over_months_that_are_not_worked_out():
    """Twelve times that of January: 2,800 / 1.0246 = 2,732.77 x 70% = 1,912.939, paid 1,771.24.

    12 x 141.699 = 1,700.39; 6 x 1,771.24 + 6 x 1,814.81 + 1,700.39 = 23,216.69.
    """
    asked_for = household(ww(), home=OWN, rules_date=date(2025, 9, 1))
    (year,) = calendars(asked_for, (2025, 9), 1)[0].years
    assert year.figures.toetsingsinkomen == Decimal("23216.69")


def test_what_profit_asks_is_put_aside_in_the_months_that_are_worked():
    """1,000 a month until April 2027: 4,000 x 0.873 = 3,492; Zvw 5.02% = 175.30; / 4 = 43.83."""
    business = SelfEmployed("plans.0.work.0", Decimal(12000), Decimal(10), until=(2027, 4))
    asked_for = household(
        IVA("person.benefits.0", Decimal(3000)), home=OWN, plans=(plan(business, at="benefit"),)
    )
    later = calendars(asked_for, (2027, 1), 12)[1]
    found = [net_line(one, "zvw_winst") for one in later.months]
    assert found == [Decimal("-43.83")] * 4 + [0] * 8
    (year,) = later.years
    assert year.figures.zvw == Decimal("175.30")
    aside = sum(net_line(one, "belasting_winst") for one in later.months)
    assert aside < 0
    assert abs(aside + year.figures.belasting_op_winst) <= Decimal("0.02")


def test_the_months_before_a_wga_are_taken_to_have_had_seventy_percent():
    """70% x 3,000 in January is a benefit: it isn't arbeidsinkomen."""
    wga = WGA("person.benefits.0", "vervolg", Decimal(3000), "80-100", first_day=date(2027, 2, 1))
    (now,) = calendars(household(wga, home=OWN), (2027, 1), 12)
    (year,) = now.years
    # 70% x 3,000 = 2,100 a month: January whole, 11 months 1,944.44; in May February to April
    allowance = 3 * (2100 - Decimal("1944.44"))
    assert year.figures.toetsingsinkomen == 2100 + 11 * Decimal("1944.44") + allowance
    assert year.figures.arbeidsinkomen == 0


def test_huurtoeslag_of_2025_is_not_known_and_that_of_2026_is():
    (now,) = calendars(household(ww(), home=RENT), (2025, 11), 3)
    found = [net_line(one, "huurtoeslag") for one in now.months]
    assert found[:2] == [Unknown((), "huurtoeslag_2025")] * 2
    assert isinstance(found[2], Decimal) and found[2] > 0
    assert [one.net.reason for one in now.months[:2]] == ["huurtoeslag_2025"] * 2
    assert isinstance(now.months[2].net, Decimal)
    # in December 2025 the huurtoeslag of January arrives: only that of a 2025 month is open
    arrives = {(p.code, p.over): p.amount for one in now.months for p in one.payments}
    assert isinstance(arrives["huurtoeslag", (2026, 1)], Decimal)
    assert arrives["huurtoeslag", (2025, 12)] == Unknown((), "huurtoeslag_2025")


def test_without_a_rented_home_2025_is_known_but_for_its_holiday_pay():
    (now,) = calendars(household(ww(), home=OWN), (2025, 11), 2)
    assert all(isinstance(one.net, Decimal) for one in now.months)
    (year,) = now.years
    # the special table of 2025 was not found: withheld on holiday pay isn't known
    assert year.figures.withheld == Unknown((), "special_table_not_known")
    assert isinstance(year.figures.inkomstenbelasting, Decimal)


# --- What arrives when ----------------------------------------------------------------------------


def payments(outcome, **wanted):
    return [
        one
        for each in outcome.months
        for one in each.payments
        if all(getattr(one, name) == value for name, value in wanted.items())
    ]


def test_ww_comes_in_the_month_after():
    """WW art. 33 lid 1: afterwards; within ten days. 1,944.44: L 432 x 54 = 23,328: 8,339 - 3,115
    = 5,224 / 12 = 435.33 withheld, 1,509.11 left."""
    asked_for = household(ww(first_day=date(2026, 9, 1)), home=OWN)
    (now,) = calendars(asked_for, (2026, 9), 3)
    found = payments(now, code="ww")
    assert [(one.day, one.around, one.amount, one.over) for one in found] == [
        (date(2026, 10, 10), True, Decimal("1509.11"), (2026, 9)),
        (date(2026, 11, 10), True, Decimal("1509.11"), (2026, 10)),
    ]
    assert payments(now, payer="uwv") == found


def test_the_last_ww_brings_the_rest_of_its_holiday_allowance():
    """Until 13 August 2027: on 10 September 834.40 and 502.32 less tax (cases/calendar.toml).

    834.40: L 185 x 54 = 9,990: 3,619 - 3,154 = 465 / 12 = 38.75. Allowance: UWV of 2027 is
    7 x 1,814.81 + 834.40 and two allowances, between 8,706 and 30,910: 36.23% x 502.32 = 181.99.
    """
    benefit = ww(first_day=date(2026, 7, 1), last_day=date(2027, 8, 13))
    (now,) = calendars(household(benefit, home=OWN), (2027, 8), 3)
    last = [one for one in payments(now, payer="uwv") if one.over == (2027, 8)]
    assert [(one.day, one.code, one.amount) for one in last] == [
        (date(2027, 9, 10), "ww", Decimal("834.40") - Decimal("38.75")),
        (date(2027, 9, 10), "vakantiegeld", Decimal("502.32") - Decimal("181.99")),
    ]


def test_a_monthly_wage_comes_at_the_end_of_the_month():
    asked_for = household(ww(), home=OWN, plans=(plan(job(1250)),))
    found = payments(calendars(asked_for, (2027, 1), 3)[1], payer="employer")
    days = [date(2027, 1, 31), date(2027, 2, 28), date(2027, 3, 31)]
    assert [one.day for one in found] == days
    assert all(one.around for one in found)


def test_a_four_weekly_wage_comes_at_the_end_of_each_period():
    """Two in November 2026: 1 and 29. Per period 1,000: L = 1,000 x 13 / 54 = 240 x 54 = 12,960:
    4,633 - 3,115 - (996 + 31.009% x 995 = 1,304.54, so 1,305) = 213 / 13 = 16.38."""
    weekly = job(1000, per="four_weeks", vakantiegeld="included", path="person.work_now.0")
    asked_for = household(ww(), home=OWN, now=Plan("now", "person", (weekly,), "work"))
    found = payments(calendars(asked_for, (2026, 10), 3)[0], payer="employer")
    assert [one.day for one in found] == [
        date(2026, 10, 4),
        date(2026, 11, 1),
        date(2026, 11, 29),
        date(2026, 12, 31),
    ]
    assert [one.amount for one in found] == [Decimal("983.62")] * 4


@pytest.mark.parametrize(
    "benefit",
    [
        IVA("person.benefits.0", Decimal(3000)),
        Wajong("person.benefits.0", "Wajong2010", False),
        WGA("person.benefits.0", "vervolg", Decimal(3000), "80-100"),
    ],
    ids=["iva", "wajong", "wga"],
)
def test_wia_and_wajong_come_on_the_23rd_or_the_friday_before(benefit):
    """23 May 2026 is a Saturday, 23 August a Sunday; 23 July a Thursday."""
    (now,) = calendars(household(benefit, home=OWN), (2026, 5), 4)
    days = {one.day for one in payments(now, code=benefit.kind)}
    assert days == {date(2026, 5, 22), date(2026, 6, 23), date(2026, 7, 23), date(2026, 8, 21)}


def test_the_allowance_for_the_incapacitated_comes_once_a_year():
    """WIA art. 63a: 226.28 in 2026, in the third quarter; not for somebody with a WW only."""
    iva = IVA("person.benefits.0", Decimal(3000))
    (now,) = calendars(household(iva, home=OWN), (2026, 1), 12)
    (found,) = payments(now, code="tegemoetkoming_arbeidsongeschikten")
    assert (found.amount, found.over) == (Decimal("226.28"), (2026, 9))
    (other,) = calendars(household(ww(), home=OWN), (2026, 1), 12)
    assert not payments(other, code="tegemoetkoming_arbeidsongeschikten")


def test_toeslagen_come_on_the_20th_or_the_monday_after_for_the_month_after():
    """20 June 2026 is a Saturday, 20 September a Sunday; 20 July a Monday, 20 August a Thursday."""
    (now,) = calendars(household(ww(), home=RENT), (2026, 6), 4)
    found = payments(now, code="zorgtoeslag")
    assert [(one.day, one.over, one.around) for one in found] == [
        (date(2026, 6, 22), (2026, 7), False),
        (date(2026, 7, 20), (2026, 8), False),
        (date(2026, 8, 20), (2026, 9), False),
        (date(2026, 9, 21), (2026, 10), False),
    ]
    assert {one.amount for one in found} == {129}


def test_toeslagen_arrive_as_when_the_change_is_reported_at_once():
    """cases/calendar.toml: April to December 2027 get 105, then 51 a month."""
    asked_for = household(ww(3900), home=OWN, plans=(plan(job(1000)),))
    found = payments(calendars(asked_for, (2027, 4), 8)[1], code="zorgtoeslag")
    assert [(one.over, one.amount) for one in found] == [
        ((2027, place), Decimal(51)) for place in range(5, 13)
    ]


def test_what_arrives_in_the_last_month_with_rules_is_not_known():
    (now,) = calendars(household(ww(), home=OWN), (2027, 12), 1)
    (found,) = payments(now, payer="toeslagen")
    assert (found.over, found.amount) == ((2028, 1), Unknown((), "rules_not_known"))
    assert isinstance(now.months[0].received, Unknown)


def test_kinderbijslag_comes_on_the_first_working_day_after_the_quarter():
    """AKW art. 12, 18: a child of 20 August 2018, 7 and 8 years old: 358.30 and 362.35 a quarter.

    The SVB published 2 January, 1 April, 1 July and 1 October 2026; 1 January 2027 is a holiday on
    a Friday, so Monday the 4th.
    """
    asked_for = household(ww(), home=OWN, children=(ONE_CHILD,))
    (now,) = calendars(asked_for, (2026, 4), 15)
    found = payments(now, code="kinderbijslag")
    assert [(one.day, one.around, one.over) for one in found] == [
        (date(2026, 4, 1), False, (2026, 1)),
        (date(2026, 7, 1), False, (2026, 4)),
        (date(2026, 10, 1), False, (2026, 7)),
        (date(2027, 1, 4), True, (2026, 10)),
        (date(2027, 4, 1), True, (2027, 1)),
    ]
    amounts = [one.amount for one in found]
    assert amounts[:4] == [Decimal(text) for text in ("358.30", "358.30", "362.35", "362.35")]
    assert all(one.payer == "svb" for one in found)


def test_a_child_born_in_the_course_of_a_quarter_has_none_over_it():
    born = Child("children.0", date(2026, 7, 2))
    asked_for = household(ww(), home=OWN, children=(born,), rules_date=date(2026, 11, 22))
    (now,) = calendars(asked_for, (2026, 9), 5)
    # the third quarter began on 1 July; the fourth is paid on 4 January 2027
    assert [one.over for one in payments(now, code="kinderbijslag")] == [(2026, 10)]


def test_the_assessment_comes_in_july_of_the_next_year():
    """Both payers apply the credit: its 3,115 of 2026 is asked back, and there is more."""
    work = Plan("now", "person", (job(1250),), "both")
    (now,) = calendars(household(ww(), home=OWN, now=work), (2026, 12), 12)
    (found,) = payments(now, payer="belastingdienst")
    assert (found.day, found.around, found.over) == (date(2027, 7, 1), True, (2026, 1))
    year = next(one for one in now.years if one.year == 2026)
    assert found.amount == year.figures.assessment < -1000


def test_an_assessment_that_is_too_small_isnt_paid():
    """With a WW alone the tables withhold a few euros too little (they go by steps of 54)."""
    (now,) = calendars(household(ww(), home=OWN), (2026, 12), 12)
    year = next(one for one in now.years if one.year == 2026)
    assert -58 <= year.figures.assessment < 0
    assert not payments(now, payer="belastingdienst")


@pytest.mark.parametrize(
    ("year", "assessment", "paid"),
    [
        (2025, "-57.00", "0"),
        (2025, "-57.01", "-57.01"),
        (2026, "-58.00", "0"),
        (2026, "-58.01", "-58.01"),
        (2026, "18.00", "0"),
        (2026, "18.01", "18.01"),
        (2027, "-58.01", "-58.01"),
    ],
)
def test_what_is_paid_of_an_assessment(year, assessment, paid):
    """Wet IB 2001 art. 9.4: more than 57 in 2025, 58 in 2026 (lid 1 a); back more than 18 (5)."""
    found = paid_of_assessment(Decimal(assessment), amounts_in((year, 12)))
    assert found == Decimal(paid)


def test_over_profit_the_zvw_contribution_is_asked_with_the_assessment():
    business = SelfEmployed("person.work_now.0", Decimal(12000), Decimal(10))
    asked_for = household(
        IVA("person.benefits.0", Decimal(3000)),
        home=OWN,
        now=Plan("now", "person", (business,), "benefit"),
    )
    (now,) = calendars(asked_for, (2026, 12), 12)
    (found,) = payments(now, payer="belastingdienst")
    year = next(one for one in now.years if one.year == 2026).figures
    # 4.85% x 12,000 x 0.873 = 508.09
    assert year.zvw == Decimal("508.09")
    assert found.amount == year.assessment - Decimal("508.09")


def test_the_order_of_work_and_work_that_has_ended_change_no_tax():
    """The credit is at the first job that pays, wherever it stands in the list (Wet LB art. 26)."""
    iva = IVA("person.benefits.0", Decimal(3000))
    business = SelfEmployed("plans.0.work.0", Decimal(6000), Decimal(5))
    ended = job(500, until=(2026, 12))
    withheld = []
    for works in ((job(1500),), (job(1500), business), (business, job(1500)), (ended, job(1500))):
        asked_for = household(iva, home=OWN, plans=(plan(*works),))
        found = calendars(asked_for, (2026, 12), 6)[1].months[-1]
        item = payer(found, "employer")
        assert item.gross == 2220  # in May 6 x 120 holiday pay
        withheld.append(item.withheld)
    assert len(set(withheld)) == 1


def test_the_last_part_of_a_four_weekly_wage_is_no_work_any_more():
    """Until 31 March 2027, with a last wage in April (Wet kinderopvang art. 1.6 lid 5)."""
    care = Childcare("children.0.childcare.0", "bso", Decimal(60), Decimal("9.50"))
    child = Child("children.0", date(2020, 3, 1), (care,))
    work = job(1000, per="four_weeks", until=(2027, 3), travel_cost_per_month=Decimal(50))
    asked_for = household(ww(), home=OWN, children=(child,), plans=(plan(work),))
    found = calendars(asked_for, (2027, 3), 5)[1].months
    assert [net_line(one, "travel_cost") for one in found] == [-50, 0, 0, 0, 0]
    toeslag = [net_line(one, "kinderopvangtoeslag") for one in found]
    assert toeslag == [547, 547, 547, 547, 0]
    (last,) = [p for p in found[1].payments if p.payer == "employer"]
    assert last.day == date(2027, 4, 25)


def test_a_ww_that_ends_beside_a_wga_pays_its_holiday_allowance():
    """WW art. 33 lid 3: in the month in which the right wholly ends."""
    benefits = (
        ww(3000, first_day=date(2026, 9, 1), last_day=date(2027, 2, 28)),
        WGA("person.benefits.1", "vervolg", Decimal(3000), "80-100"),
    )
    (now,) = calendars(household(*benefits, home=OWN), (2027, 2), 1)
    assert "vakantiegeld" in {line.code for line in now.months[0].lines}


def test_a_job_that_goes_from_four_weeks_to_months():
    """From December 2026: 30 November is 1 of the 20 days of its four weeks, 1,000 / 20 = 50.

    Over 50 euro of four weeks nothing is withheld: L 12 x 54 = 648; 231 - 3,115 < 0.
    """
    now = Plan("now", "person", (job(1000, per="four_weeks", vakantiegeld="included"),), "work")
    later = plan(job(3000, vakantiegeld="included"))
    asked_for = household(ww(), home=OWN, now=now, plans=(later,))
    first = calendars(asked_for, (2026, 12), 1)[1].months[0]
    employer = [item for item in first.payers if item.payer == "employer"]
    assert sum(item.gross for item in employer) == 3050
    assert all(item.net >= 0 for item in employer)


def test_a_plan_that_goes_on_with_a_four_weekly_wage():
    """1,000.10 in the four weeks of 29 March to 25 April 2027: 3/20 and 17/20 are all of it."""
    work = (job("1000.10", per="four_weeks", vakantiegeld="included"),)
    asked_for = household(
        ww(), home=OWN, now=Plan("now", "person", work, "work"), plans=(plan(*work),)
    )
    found = [one.months[0].net for one in calendars(asked_for, (2027, 4), 1)]
    assert found[0] == found[1]


# --- Which months there are -----------------------------------------------------------------------


def test_months_after_the_last_with_rules_are_there_but_nothing_is_known_of_them():
    (now,) = calendars(household(ww(), home=OWN), (2027, 11), 4)
    assert [one.month for one in now.months] == [(2027, 11), (2027, 12), (2028, 1), (2028, 2)]
    assert [isinstance(one.net, Unknown) for one in now.months] == [False, False, True, True]
    assert {one.net.reason for one in now.months[2:]} == {"rules_not_known"}
    assert [one.year for one in now.years] == [2027]


@pytest.mark.parametrize("start", [(2025, 6), (2024, 1), (2028, 1)])
def test_a_start_without_rules_is_a_problem(start):
    with pytest.raises(InvalidSituation) as raised:
        calendars(household(ww(), home=OWN), start, 12)
    assert [(one.path, one.code) for one in raised.value.problems] == [
        ("start_month", "month_not_covered")
    ]


# --- Twelve steady months -------------------------------------------------------------------------


def steady(*benefits, **other):
    return household(*benefits, rules_date=date(2027, 1, 1), **other)


def year_and_calendar(asked_for):
    regular = calculate(asked_for).situations[0]
    (now,) = calendars(asked_for, (2027, 1), 12)
    return regular, now, now.years[0].figures


@pytest.mark.parametrize(
    "asked_for",
    [
        steady(ww(1200), home=RENT, now=Plan("now", "person", (job(2500),), "work")),
        steady(
            ww(1200),
            home=RENT,
            children=(Child("children.0", date(2019, 2, 1)), Child("children.1", date(2022, 5, 5))),
            now=Plan(
                "now",
                "person",
                (
                    job(2500, pension_per_month=Decimal(100), travel_cost_per_month=Decimal(40)),
                    job(900, vakantiegeld="included"),
                ),
                "work",
            ),
        ),
        steady(
            WGA("person.benefits.0", "loongerelateerd", Decimal(1500), "45-55", Decimal(1250)),
            home=OWN,
            now=Plan("now", "person", (job(3200),), "work"),
            partner=Partner(
                "partner",
                date(1985, 1, 1),
                (PartnerIncome("partner.income.0", "wage", Decimal(1800)),),
                True,
            ),
        ),
    ],
    ids=["one_job", "family_and_two_jobs", "wga_and_partner"],
)
def test_twelve_steady_months_are_the_year(asked_for):
    """Nothing is paid by UWV here, so no half-year before 2027 has a part in it."""
    regular, now, figures = year_and_calendar(asked_for)
    for name in (
        "belastbaar_inkomen",
        "arbeidsinkomen",
        "inkomstenbelasting",
        "withheld",
        "assessment",
        "toetsingsinkomen",
        "vakantiegeld",
    ):
        assert getattr(figures, name) == getattr(regular.year, name), name
    gross = total(*(item.gross for one in now.months for item in one.payers))
    once = sum(item.gross for item in regular.month.payers)
    assert gross == 12 * once + regular.year.vakantiegeld
    allowance = sum(net_line(one, "tegemoetkoming_arbeidsongeschikten") for one in now.months)
    # WIA art. 63a lid 2: 232.16 in 2027 (provisional), for the WGA of the third row
    assert allowance == (0 if asked_for.benefits[0].kind == "ww" else Decimal("232.16"))
    net = sum(one.net for one in now.months) + figures.assessment
    difference = regular.net_per_year + allowance - net
    # the kinderbijslag and the partner's payroll tax are rounded by the month
    assert abs(difference) <= (Decimal("0.12") if asked_for.partner is None else 60)
    for one in now.months:
        for code in ("zorgtoeslag", "huurtoeslag"):
            (of_regular,) = [line for line in regular.month.lines if line.code == code]
            assert net_line(one, code) == of_regular.amount


@pytest.mark.parametrize(
    ("asked_for", "less"),
    [
        # kept in a month of 2027 and of May and June 2026 (1.86% lower)
        (steady(IVA("person.benefits.0", Decimal(3000)), home=OWN), "6.09"),
        (steady(ww(3500), home=OWN), "6.63"),
        (steady(ww(4000), home=OWN, now=Plan("now", "person", (job(1000),), "work")), "7.58"),
    ],
    ids=["iva", "ww", "ww_beside_work"],
)
def test_twelve_steady_months_are_the_year_but_for_the_revision_in_its_holiday_allowance(
    asked_for, less
):
    """The allowance of May 2027 is over May 2026 to April 2027: two months of a lower dagloon.

    IVA 3,000: 2,250 - 2,083.33 = 166.67; before July 2,945.22 x 75% = 2,208.915 - 2,045.29 =
    163.625; 2 x 3.045 = 6.09. WW 3,500: 2,450 - 2,268.52 = 181.48; 3,436.09 x 70% = 2,405.263 -
    2,227.10 = 178.163; 2 x 3.317 = 6.63. WW 4,000 beside 1,000: 2,100 - 1,944.44 = 155.56; in June
    2026 70% x 2,926.96 = 2,048.872 - 1,897.10 = 151.772; in May with 960 holiday pay 1,428 -
    1,322.22 = 105.78 and 70% x 1,966.96 = 1,376.872 - 1,274.88 = 101.992; 2 x 3.788 = 7.58.
    """
    regular, now, figures = year_and_calendar(asked_for)
    expected = Decimal(less)
    lower = regular.year.belastbaar_inkomen - figures.belastbaar_inkomen
    assert abs(lower - expected) <= Decimal("0.01")
    of_months = sum(
        line.amount for one in now.months for line in one.lines if line.code in ("ww", "iva")
    )
    once = sum(line.amount for line in regular.month.lines if line.code in ("ww", "iva"))
    # only in a May beside a job there is less
    holiday = Decimal("1944.44") - Decimal("1322.22") if asked_for.now.work else 0
    assert of_months == 12 * once - holiday
    # withheld on the allowance: 36.23% below 30,910
    lower_withheld = regular.year.withheld - figures.withheld
    assert abs(lower_withheld - Decimal("0.3623") * expected) <= Decimal("0.02")
    assert figures.assessment == figures.withheld - figures.inkomstenbelasting
    allowance = sum(net_line(one, "tegemoetkoming_arbeidsongeschikten") for one in now.months)
    lines = sum(line.amount for one in now.months for line in one.lines if line.payer is None)
    net = sum(one.net for one in now.months)
    assert net + figures.assessment == figures.net_of_tax + lines
    assert lines - allowance == 12 * sum(
        line.amount for line in regular.month.lines if line.payer is None
    )


# --- Answers that aren't there --------------------------------------------------------------------


FULL = household(
    WGA("person.benefits.0", "vervolg", Decimal(2400), "45-55", Decimal(1100)),
    home=RENT,
    vermogen=Decimal(2500),
    partner=Partner(
        "partner",
        date(1985, 1, 1),
        (PartnerIncome("partner.income.0", "wage", Decimal(700)),),
        True,
    ),
    children=(ONE_CHILD,),
    plans=(plan(job(700)),),
)
WITHOUT = {
    "maandloon": replace(FULL, benefits=(replace(FULL.benefits[0], maandloon=None),)),
    "capacity": replace(
        FULL, benefits=(replace(FULL.benefits[0], resterende_verdiencapaciteit=None),)
    ),
    "rent": replace(FULL, home=replace(RENT, kale_huur=None)),
    "vermogen": replace(FULL, vermogen=None),
    "partner_income": replace(
        FULL,
        partner=replace(FULL.partner, income=(PartnerIncome("partner.income.0", "wage", None),)),
    ),
    "wage": replace(FULL, plans=(plan(replace(FULL.plans[0].work[0], gross=None)),)),
}
PATHS = {
    "maandloon": "person.benefits.0.maandloon",
    "capacity": "person.benefits.0.resterende_verdiencapaciteit",
    "rent": "home.kale_huur",
    "vermogen": "vermogen",
    "partner_income": "partner.income.0.gross_per_month",
    "wage": "plans.0.work.0.gross",
}


@pytest.mark.parametrize("name", PATHS)
def test_a_missing_answer_is_never_counted_as_zero(name):
    outcome = calendars(WITHOUT[name], (2027, 1), 12)[1]
    for one in outcome.months:
        assert isinstance(one.net, Unknown)
        assert PATHS[name] in one.net.paths
        assert not one.complete
    (year,) = outcome.years
    if name not in ("rent", "vermogen"):
        for figure in ("inkomstenbelasting", "toetsingsinkomen", "assessment"):
            assert isinstance(getattr(year.figures, figure), Unknown)
    else:
        assert isinstance(year.figures.toetsingsinkomen, Decimal)


@pytest.mark.parametrize("name", PATHS)
def test_what_arrives_and_what_is_repaid_is_not_known_either(name):
    outcome = calendars(WITHOUT[name], (2027, 1), 12)[1]
    assert all(isinstance(one.received, Unknown) for one in outcome.months)
    (year,) = outcome.years
    for scenario in year.toeslagen.scenarios.values():
        assert isinstance(scenario.repay, Unknown)
        assert PATHS[name] in scenario.repay.paths


def test_what_arrives_from_aow_age_on_is_not_known():
    asked_for = household(ww(), birth_date=date(1960, 3, 10), home=OWN)
    (now,) = calendars(asked_for, (2027, 4), 3)
    assert all(isinstance(one.received, Unknown) for one in now.months)


def test_a_missing_rent_leaves_every_other_line_as_it_is():
    known, unknown = calendars(FULL, (2027, 1), 3)[1], calendars(WITHOUT["rent"], (2027, 1), 3)[1]
    for one, other in zip(known.months, unknown.months, strict=True):
        for line, same in zip(one.lines, other.lines, strict=True):
            if line.code == "huurtoeslag":
                assert same.amount == Unknown(("home.kale_huur",))
            else:
                assert (line.code, line.amount) == (same.code, same.amount)


def of(asked_for):
    """The regular month of the plan."""
    return calculate(asked_for, explain=False).situations[1].month


@given(st.decimals(min_value=0, max_value=400_000, places=2))
@example(Decimal(0))
@example(Decimal("76958"))
@example(Decimal("76958.01"))
@example(Decimal("184633.01"))
def test_the_range_holds_whatever_the_assets_are(vermogen):
    low, high = of(WITHOUT["vermogen"]).between
    assert low < high
    assert low <= of(replace(FULL, vermogen=vermogen)).net <= high


@given(st.decimals(min_value=0, max_value=2_000, places=2))
@example(Decimal("932.93"))
@example(Decimal("203"))
def test_the_range_holds_whatever_the_rent_is(rent):
    low, high = of(WITHOUT["rent"]).between
    assert low < high
    assert low <= of(replace(FULL, home=replace(RENT, kale_huur=rent))).net <= high


@given(st.booleans())
def test_the_range_holds_whether_or_not_the_partner_is_insured(insured):
    unknown = replace(FULL, partner=replace(FULL.partner, insured=None))
    low, high = of(unknown).between
    assert low < high
    filled = replace(FULL, partner=replace(FULL.partner, insured=insured))
    assert of(filled).net in (low, high)


@given(
    st.decimals(min_value=0, max_value=9_000, places=2),
    st.decimals(min_value=0, max_value=400_000, places=2),
    st.sampled_from([0, 400, 700, 1200, 2600]),
)
@example(Decimal(1100), Decimal(0), 700)
@example(Decimal(1600), Decimal(400_000), 700)
@example(Decimal(6000), Decimal(0), 2600)
def test_the_range_holds_whatever_the_earning_capacity_is(capacity, vermogen, gross):
    """Within 2 euro: payroll tables go by steps of 54 euro a year and toeslagen by whole euros."""
    work = plan(job(gross)) if gross else plan(at="benefit")
    benefit = replace(FULL.benefits[0], resterende_verdiencapaciteit=None)
    unknown = replace(FULL, benefits=(benefit,), vermogen=None, plans=(work,))
    low, high = of(unknown).between
    filled = replace(
        unknown,
        benefits=(replace(benefit, resterende_verdiencapaciteit=capacity),),
        vermogen=vermogen,
    )
    assert low - 2 <= of(filled).net <= high + 2


def test_the_range_of_an_earning_capacity_is_a_true_range():
    benefit = WGA("person.benefits.0", "vervolg", Decimal(2764), "55-65", None)
    asked_for = household(benefit, home=RENT, plans=(plan(job(84), at="benefit"),))
    low, high = of(asked_for).between
    filled = replace(benefit, resterende_verdiencapaciteit=Decimal("92.53"))
    assert low <= of(replace(asked_for, benefits=(filled,))).net <= high


@pytest.mark.parametrize("name", ["maandloon", "partner_income", "wage"])
def test_without_an_honest_range_there_is_none(name):
    assert of(WITHOUT[name]).between is None


# --- What holds for every household -------------------------------------------------------------


@st.composite
def households(draw):
    """All kinds of benefits with their days, jobs with an end, businesses, families."""
    benefits = []
    for benefit in draw(BENEFITS):
        if isinstance(benefit, WW):
            first = draw(st.one_of(st.none(), st.dates(date(2024, 6, 1), date(2027, 6, 30))))
            last = draw(st.one_of(st.none(), st.dates(date(2025, 9, 1), date(2028, 6, 30))))
            if first and last and last < first:
                last = None
            hours = draw(st.sampled_from([None, Decimal(24), Decimal(40)]))
            benefits.append(
                replace(benefit, first_day=first, last_day=last, arbeidsuren_per_week=hours)
            )
        elif isinstance(benefit, WGA):
            first = draw(st.one_of(st.none(), st.dates(date(2024, 6, 1), date(2027, 6, 30))))
            until = draw(st.one_of(st.none(), st.dates(date(2027, 7, 1), date(2028, 6, 30))))
            benefits.append(replace(benefit, first_day=first, phase_until=until))
        else:
            benefits.append(benefit)
    ends = st.one_of(st.none(), st.tuples(st.sampled_from([2026, 2027]), st.integers(1, 12)))
    works = []
    for path in ("person.work_now", "plans.0.work"):
        jobs = [
            replace(one, path=f"{path}.{place}", until=draw(ends))
            for place, one in enumerate(draw(JOBS))
        ]
        if draw(st.booleans()):
            jobs.append(
                SelfEmployed(
                    f"{path}.{len(jobs)}",
                    draw(st.decimals(min_value=0, max_value=40_000, places=0)),
                    Decimal(12),
                    until=draw(ends),
                    startperiode=draw(st.booleans()),
                    starter=draw(st.booleans()),
                )
            )
        works.append(tuple(jobs))
    # from four weeks to another period at the same place: see the test of that job
    later = list(works[1])
    for place, (one, other) in enumerate(zip(*works, strict=False)):
        pers = {getattr(one, "per", None), getattr(other, "per", None)}
        if "four_weeks" in pers and None not in pers:
            later[place] = replace(other, per=one.per)
    works[1] = tuple(later)
    return household(
        *benefits,
        rules_date=draw(st.sampled_from([date(2025, 7, 1), date(2026, 3, 15), date(2026, 11, 22)])),
        birth_date=draw(st.dates(date(1965, 1, 1), date(2007, 6, 30))),
        now=Plan("now", "person", works[0], draw(KORTING)),
        plans=(Plan("plan", "plans.0", works[1], draw(KORTING)),),
        partner=draw(st.one_of(st.none(), st.none(), PARTNER)),
        children=tuple(draw(st.lists(CHILD, max_size=1))),
        co_residents=tuple(draw(st.lists(OTHER, max_size=1))),
        home=draw(st.sampled_from([OWN, RENT, Home("home", "parents")])),
        vermogen=draw(st.sampled_from([Decimal(0), Decimal(50_000), Decimal(200_000)])),
    )


STARTS = st.tuples(st.sampled_from([2025, 2026, 2027]), st.integers(1, 12)).filter(
    lambda start: start >= (2025, 7)
)


def figures_of(outcome):
    for one in outcome.months:
        yield one.net
        yield one.received
        for line in one.lines:
            yield line.amount
        for item in one.payers:
            yield from (item.gross, item.withheld, item.net)
    for year in outcome.years:
        yield from (
            year.figures.belastbaar_inkomen,
            year.figures.inkomstenbelasting,
            year.figures.withheld,
            year.figures.assessment,
            year.figures.toetsingsinkomen,
            year.figures.zvw,
        )
        for scenario in year.toeslagen.scenarios.values():
            yield from (scenario.repay, scenario.extra, scenario.set_aside_per_month)


@settings(max_examples=40)
@given(households(), STARTS, st.integers(1, 24))
def test_parts_are_totals_and_every_month_is_there(asked_for, start, count):
    count = min(count, between(start, (2027, 12)) + 1)
    for outcome in calendars(asked_for, start, count):
        assert [one.month for one in outcome.months] == list(months_from(start, count))
        for figure in figures_of(outcome):
            if not isinstance(figure, Unknown):
                assert figure.is_finite()
                assert figure == cents(figure)
        for one in outcome.months:
            assert one.certainty == ("provisional" if one.month[0] == 2027 else "definite")
            parts = [item.net for item in one.payers]
            parts += [line.amount for line in one.lines if line.payer is None]
            unknown = [part for part in parts if isinstance(part, Unknown)]
            if unknown:
                assert isinstance(one.net, Unknown)
                assert not one.complete
            elif not isinstance(one.net, Unknown):
                assert one.net == sum(parts)
            else:
                assert one.net.reason == "voor_uitkering"
            for item in one.payers:
                if isinstance(item.net, Unknown):
                    continue
                assert item.net == item.gross - item.withheld
                lines = [
                    line.amount
                    for line in one.lines
                    if line.payer == item.payer and line.work == item.work
                ]
                assert item.payer in ("partner", "self") or sum(lines) == item.gross
            for line in one.lines:
                if isinstance(line.amount, Decimal):
                    assert line.amount <= 0 if line.code in COSTS[:3] else True
                    assert line.amount >= 0 if line.code not in COSTS else True
            days = [payment.day for payment in one.payments]
            assert days == sorted(days)
            assert all((day.year, day.month) == one.month for day in days)
        for year in outcome.years:
            assert year.certainty == ("provisional" if year.year == 2027 else "definite")
            if not isinstance(year.figures.assessment, Unknown):
                assert (
                    year.figures.assessment
                    == year.figures.withheld - year.figures.inkomstenbelasting
                )


@settings(max_examples=30)
@given(households(), st.sampled_from([(2026, 1), (2026, 5), (2026, 10)]))
def test_what_arrives_over_a_month_is_what_payers_pay_over_it(asked_for, start):
    for outcome in calendars(asked_for, start, 8):
        paid = {}
        for one in outcome.months:
            for payment in one.payments:
                if payment.payer in ("employer", "uwv", "self", "partner"):
                    paid.setdefault(payment.over, []).append(payment.amount)
        for one in outcome.months[:-1]:
            # the own pension contribution is withheld from the wage
            owed = total(
                *(item.net for item in one.payers),
                net_line(one, "pension"),
                net_line(one, "tegemoetkoming_arbeidsongeschikten"),
            )
            if isinstance(owed, Unknown):
                continue
            # the pension of both parts of a four-weekly wage is rounded by itself
            assert abs(sum(paid.get(one.month, [])) - owed) <= Decimal("0.02"), one.month


@settings(max_examples=25)
@given(households(), st.sampled_from([(2026, 1), (2027, 1)]))
def test_a_year_is_the_sum_of_its_months(asked_for, start):
    assume(asked_for.partner is None)
    for outcome in calendars(asked_for, start, 12):
        (year,) = [one for one in outcome.years if one.year == start[0]]
        months = outcome.months
        if any(one.net == Unknown((), "voor_uitkering") for one in months):
            continue
        if any("uitkering_begint_later" in {e.code for e in one.events} for one in months):
            continue
        figures = year.figures
        if isinstance(figures.withheld, Unknown):
            continue
        pension = sum(net_line(one, "pension") for one in months)
        own = [
            line.amount for one in months for line in one.lines if line.payer in ("employer", "uwv")
        ]
        profit = sum(line.amount for one in months for line in one.lines if line.payer == "self")
        if not profit:
            assert figures.belastbaar_inkomen == sum(own) + pension
        assert figures.withheld == sum(item.withheld for one in months for item in one.payers)
        net = sum(item.net for one in months for item in one.payers)
        left = figures.net_of_tax - (net + pension + figures.assessment - figures.zvw)
        assert abs(left) <= Decimal("0.12")  # profit is shown by the month in whole cents
        for scenario in year.toeslagen.scenarios.values():
            for settled in scenario.by_toeslag:
                assert settled.right == total(*(net_line(one, settled.code) for one in months))


@settings(max_examples=30)
@given(households(), STARTS)
def test_a_plan_equal_to_now_changes_nothing(asked_for, start):
    # wages of four weeks: see the test of a plan that goes on with one
    work = tuple(
        replace(one, per="month") if getattr(one, "per", "") == "four_weeks" else one
        for one in asked_for.now.work
    )
    asked_for = replace(asked_for, now=replace(asked_for.now, work=work))
    same = replace(asked_for.now, id="same", path="plans.0")
    now, other = calendars(replace(asked_for, plans=(same,)), start, 12)
    for one, two in zip(now.months, other.months, strict=True):
        assert one.net == two.net, one.month
        assert [(line.code, line.amount) for line in one.lines] == [
            (line.code, line.amount) for line in two.lines
        ]
    for one, two in zip(now.years, other.years, strict=True):
        assert one.figures == two.figures
        for scenario in (*one.toeslagen.scenarios.values(), *two.toeslagen.scenarios.values()):
            for figure in (scenario.repay, scenario.extra, scenario.set_aside_per_month):
                assert isinstance(figure, Unknown) or figure == 0


@settings(max_examples=25)
@given(households(), STARTS)
def test_the_months_of_a_calendar_do_not_depend_on_its_length(asked_for, start):
    count = min(12, between(start, (2027, 12)) + 1)
    long = calendars(asked_for, start, count)
    short = calendars(asked_for, start, 1)
    for one, two in zip(long, short, strict=True):
        first, other = one.months[0], two.months[0]
        assert (first.net, first.month) == (other.net, other.month)
        assert one.years[0].figures == two.years[0].figures
        assert first_day(first.month) <= first_day(shift(first.month, 1))
