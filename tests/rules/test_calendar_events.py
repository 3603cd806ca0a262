"""What is told of a month: only what changes the money in it, on the day on which it does."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from calculator.rules import Plan, calendars
from calculator.rules.situation import WGA, WW, Home, SelfEmployed, Wajong
from tests.rules.helpers import household, job

OWN = Home("home", "own")


def ww(maandloon=2800, place=0, **days):
    return WW(f"person.benefits.{place}", Decimal(maandloon), **days)


def plan(*work, at="work"):
    return Plan("plan", "plans.0", work, at)


def events(outcome, *codes):
    """The days of these events (None: no day), by month and code."""
    return {
        (one.month, event.code): event.day
        for one in outcome.months
        for event in one.events
        if event.code in codes
    }


def from_uwv(outcome):
    return [
        (one.day, one.code, one.over, one.amount)
        for month in outcome.months
        for one in month.payments
        if one.payer == "uwv"
    ]


# --- Holiday allowance and the percentages of a WW ------------------------------------------------

HOLIDAY = ("vakantiegeld_uitkering", "ww_70_procent")


def test_a_ww_that_income_ends_leaves_a_holiday_allowance_and_nothing_else():
    """WW 20 lid 1 c: 2,600 is more than 87.5% x 2,800 = 2,450: no right in December 2026.

    WW 33 lid 3: 8/108 of October and November, 2 x (2,100 - 1,944.44) = 311.12, belongs to the
    month in which the right ends, and comes after it. Tax without credit: 35.75% = 111.22
    (rounded down). Over
    December there is no WW and so no lower percentage to tell, though the two months are over.
    """
    benefit = ww(first_day=date(2026, 10, 1), last_day=date(2027, 9, 30))
    asked_for = household(benefit, home=OWN, plans=(plan(job(2600)),))
    later = calendars(asked_for, (2026, 12), 3)[1]
    assert {event.code for event in later.months[0].events} == {
        "contract_begint",
        "ww_stopt_door_inkomen",
    }
    assert events(later, *HOLIDAY) == {
        ((2027, 1), "vakantiegeld_uitkering"): date(2027, 1, 10),
    }
    assert [one for one in from_uwv(later) if one[2] == (2026, 12)] == [
        (date(2027, 1, 10), "vakantiegeld", (2026, 12), Decimal("311.12") - Decimal("111.22")),
    ]


def test_the_lower_percentage_is_told_when_the_ww_is_paid_again():
    """WW 47 lid 1: two months with a right, October and November; none in December."""
    benefit = ww(first_day=date(2026, 10, 1), last_day=date(2027, 9, 30))
    asked_for = household(benefit, home=OWN, plans=(plan(job(2600, until=(2026, 12))),))
    later = calendars(asked_for, (2026, 12), 3)[1]
    assert events(later, "ww_70_procent", "ww_herleeft") == {
        ((2027, 1), "ww_herleeft"): date(2027, 1, 1),
        ((2027, 1), "ww_70_procent"): date(2026, 12, 1),
    }
    assert events(calendars(asked_for, (2026, 12), 3)[0], "ww_70_procent") == {
        ((2026, 12), "ww_70_procent"): date(2026, 12, 1)
    }


def test_the_last_ww_and_its_holiday_allowance_come_on_one_day():
    """WW 33 lid 3: 2 x 155.56 + 4 x 145.19 = 891.88 with the WW over March 2027, on 10 April.

    36.23% of it is 323.12 (rounded down). Withheld on 1,814.81: L 21,762: 7,884 - 3,154 = 4,730 /
    12 = 394.17.
    """
    benefit = ww(first_day=date(2026, 10, 1), last_day=date(2027, 3, 31))
    (now,) = calendars(household(benefit, home=OWN), (2027, 3), 4)
    assert events(now, "ww_eindigt", *HOLIDAY) == {
        ((2027, 3), "ww_eindigt"): date(2027, 3, 31),
        ((2027, 3), "vakantiegeld_uitkering"): date(2027, 4, 10),
    }
    assert [one for one in from_uwv(now) if one[2] == (2027, 3)] == [
        (date(2027, 4, 10), "ww", (2027, 3), Decimal("1420.64")),
        (date(2027, 4, 10), "vakantiegeld", (2027, 3), Decimal("891.88") - Decimal("323.12")),
    ]


def test_beside_another_benefit_too_it_comes_with_the_last_ww():
    """Not on the 23rd, on which the WGA is paid: that of the WGA comes in May."""
    benefits = (
        WGA("person.benefits.0", "vervolg", Decimal(3000), "80-100"),
        ww(1200, 1, first_day=date(2026, 9, 1), last_day=date(2027, 2, 28)),
    )
    (now,) = calendars(household(*benefits, home=OWN), (2027, 2), 4)
    days = [(day, over) for day, code, over, _ in from_uwv(now) if code == "vakantiegeld"]
    assert days == [(date(2027, 3, 10), (2027, 2)), (date(2027, 5, 21), (2027, 5))]
    assert events(now, "vakantiegeld_uitkering") == {
        ((2027, 2), "vakantiegeld_uitkering"): date(2027, 3, 10),
        ((2027, 5), "vakantiegeld_uitkering"): None,
    }


def test_a_ww_that_ends_in_may_pays_the_months_before_in_may_and_may_itself_after_it():
    """WW 33 lid 3: over the months before May, in May; what May leaves comes with its WW."""
    benefit = ww(first_day=date(2026, 7, 1), last_day=date(2027, 5, 31))
    (now,) = calendars(household(benefit, home=OWN), (2027, 5), 2)
    lines = [
        line.amount
        for line in now.months[0].lines
        if (line.code, line.payer) == ("vakantiegeld", "uwv")
    ]
    # July and August 2026 155.56, the eight months after them 145.19, and May
    assert lines == [2 * Decimal("155.56") + 9 * Decimal("145.19")]
    found = [(day, code) for day, code, over, _ in from_uwv(now) if over == (2027, 5)]
    assert found == [
        (date(2027, 5, 21), "vakantiegeld"),
        (date(2027, 6, 10), "ww"),
        (date(2027, 6, 10), "vakantiegeld"),
    ]


# --- A WW that ends -------------------------------------------------------------------------------

WAJONG = Wajong("person.benefits.0", "Wajong2010", arbeidsvermogen=True)


def test_the_end_of_a_ww_that_paid_nothing_changes_nothing():
    """WW 41: 70% x (1,400 - 1,100) = 210 is less than an eighth of 2,337: it isn't paid."""
    benefit = ww(1400, 1, first_day=date(2026, 8, 1), last_day=date(2027, 1, 31))
    asked_for = household(WAJONG, benefit, home=OWN, plans=(plan(job(1100)),))
    now, later = calendars(asked_for, (2026, 12), 4)
    assert events(now, "ww_eindigt") == {((2027, 1), "ww_eindigt"): date(2027, 1, 31)}
    assert events(later, "ww_eindigt") == {}


def test_the_end_of_a_ww_that_was_paid_the_month_before_is_told():
    benefit = ww(1400, 1, first_day=date(2026, 8, 1), last_day=date(2026, 12, 31))
    asked_for = household(WAJONG, benefit, home=OWN, plans=(plan(job(1100)),))
    later = calendars(asked_for, (2026, 12), 4)[1]
    assert events(later, "ww_eindigt") == {((2026, 12), "ww_eindigt"): date(2026, 12, 31)}


def test_the_end_of_a_ww_that_a_wga_counts_is_told():
    """AIB 3:2 lid 14: beside a right to WW its maandloon of 1,200 counts, after it 1,000 x 1.08.

    The WGA rises from 70% x (2,800 - 1,200) = 1,120 to 70% x (2,800 - 1,080) = 1,204.
    """
    benefits = (
        WGA("person.benefits.0", "loongerelateerd", Decimal(2800), "45-55", Decimal(1250)),
        ww(1200, 1, first_day=date(2026, 8, 1), last_day=date(2027, 1, 31)),
    )
    asked_for = household(*benefits, home=OWN, plans=(plan(job(1000)),))
    later = calendars(asked_for, (2026, 12), 3)[1]
    wga = [line.amount for one in later.months for line in one.lines if line.code == "wga"]
    assert wga == [Decimal("1037.04"), Decimal("1037.04"), Decimal("1114.81")]
    assert events(later, "ww_eindigt") == {((2027, 1), "ww_eindigt"): date(2027, 1, 31)}


# --- A birthday -----------------------------------------------------------------------------------


def young(born, regime="Wajong2015", **other):
    benefit = Wajong("person.benefits.0", regime, arbeidsvermogen=False, **other)
    return household(benefit, birth_date=born, home=Home("home", "parents"))


@pytest.mark.parametrize("day", [date(2027, 5, 5), date(2027, 5, 1), date(2027, 5, 31)])
def test_a_birthday_that_changes_the_grondslag_of_a_wajong(day):
    """Wajong 1:1 m: up to the 21st birthday the youth minimum wage, 87.5% at 20 in 2027.

    75% x 87.5% x 2,337 = 1,533.66; from the birthday 75% x 2,337 = 1,752.75.
    """
    (now,) = calendars(young(day.replace(year=2006)), (2027, 4), 3)
    found = [event for one in now.months for event in one.events if one.month == (2027, 5)]
    (birthday,) = [event for event in found if event.code == "minimumloon_leeftijd"]
    assert (birthday.day, birthday.path) == (day, "person.birth_date")
    assert len(events(now, "minimumloon_leeftijd")) == 1
    amounts = [line.amount for one in now.months for line in one.lines if line.code == "wajong"]
    assert (amounts[0], amounts[2]) == (Decimal("1533.66"), Decimal("1752.75"))


def test_a_birthday_that_changes_nothing_isnt_told():
    """The 22nd; one beside so much wage that no Wajong is left; one below the garantiebedrag."""
    assert not events(calendars(young(date(2005, 5, 5)), (2027, 4), 3)[0], "minimumloon_leeftijd")
    rich = replace(young(date(2006, 5, 5)), plans=(plan(job(3000)),))
    assert not events(calendars(rich, (2027, 4), 3)[1], "minimumloon_leeftijd")
    guaranteed = young(date(2006, 5, 5), "oWajong", garantiebedrag_per_day=Decimal(90))
    assert not events(calendars(guaranteed, (2027, 4), 3)[0], "minimumloon_leeftijd")


# --- Work that begins or changes ------------------------------------------------------------------

WORK = ("contract_begint", "bedrijf_begint", "loon_verandert")
BUSINESS = SelfEmployed("plans.0.work.0", Decimal(9000), Decimal(10))


@pytest.mark.parametrize(
    ("now", "then", "code"),
    [
        ((), (job(1000),), "contract_begint"),
        ((), (BUSINESS,), "bedrijf_begint"),
        ((job(1000),), (job(1000), BUSINESS), "bedrijf_begint"),
        ((job(1000),), (job(1200),), "loon_verandert"),
        # 12 euro x 20 hours x 52 / 12 = 1,040
        ((job(1040),), (job(12, per="hour", hours_per_week=Decimal(20)),), None),
        ((job(1000),), (job(1000),), None),
        ((BUSINESS,), (replace(BUSINESS, profit_per_year=Decimal(12000)),), None),
        ((job(1000),), (), None),
    ],
    ids=["job", "business", "both", "raise", "same", "equal", "more_profit", "stops"],
)
def test_work_that_begins_with_a_plan_is_told_in_its_first_month(now, then, code):
    wajong = Wajong("person.benefits.0", "Wajong2010", arbeidsvermogen=True)
    asked_for = household(
        wajong, home=OWN, now=Plan("now", "person", now, "benefit"), plans=(plan(*then),)
    )
    before, later = calendars(asked_for, (2026, 12), 3)
    assert events(before, *WORK) == {}
    expected = {((2026, 12), code): date(2026, 12, 1)} if code else {}
    assert events(later, *WORK) == expected
    paths = [one.path for one in later.months[0].events if one.code == code]
    assert paths == ([then[-1].path] if code else [])
