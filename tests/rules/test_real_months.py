"""Months in which things come together: two terms of a job, a birthday, an end and a beginning."""

from copy import deepcopy
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from calculator.contract.read import ContractError, read
from calculator.rules import calculate, calendars
from calculator.rules.figures import Unknown

DAY = date(2026, 11, 22)
BASE: dict[str, Any] = {
    "rules_date": "2026-11-22",
    "start_month": "2026-11",
    "months": 3,
    "person": {
        "birth_date": "1988-05-14",
        "benefits": [{"kind": "ww", "maandloon": "2800"}],
        "work_now": [],
        "loonheffingskorting_at": "benefit",
    },
    "plans": [],
    "home": {"kind": "rent", "kale_huur": "650"},
    "vermogen": "2500",
}


def job(gross: str, per: str = "month", **other: Any) -> dict[str, Any]:
    """A job with holiday pay in May."""
    return {"kind": "employment", "gross": gross, "per": per, **other}


def asked(*work: dict[str, Any], benefit: dict[str, Any] | None = None, **other: Any) -> Any:
    """A question with one plan; ``now``: the work there is already."""
    question = deepcopy(BASE)
    if benefit is not None:
        question["person"]["benefits"] = [benefit]
    question["person"]["work_now"] = other.pop("now", [])
    if "birth_date" in other:
        question["person"]["birth_date"] = other.pop("birth_date")
    question["plans"] = [{"id": "a", "work": list(work), "loonheffingskorting_at": "benefit"}]
    return question | other


def months_of(question: Any, place: int = 1) -> dict[tuple[int, int], Any]:
    """The calendar of a plan, by month."""
    found = read(question, DAY)
    return {
        month.month: month
        for month in calendars(found.household, found.start_month, found.months)[place].months
    }


def codes_of(month: Any) -> set[str]:
    """What happens in a month."""
    return {event.code for event in month.events}


def line(month: Any, code: str) -> Any:
    """One line of a month; None where it isn't there."""
    return next((one.amount for one in month.lines if one.code == code), None)


def test_hours_of_nothing_are_refused():
    question = asked(benefit={"kind": "ww", "maandloon": "2800", "arbeidsuren_per_week": "0"})
    with pytest.raises(ContractError) as refused:
        read(question, DAY)
    (problem,) = refused.value.problems
    assert (problem.path, problem.code) == (
        "person.benefits.0.arbeidsuren_per_week",
        "no_hours",
    )


def test_an_unknown_rent_of_2025_leaves_no_range():
    question = asked(
        rules_date="2025-08-01", start_month="2025-08", home={"kind": "rent", "kale_huur": None}
    )
    month = calculate(read(question, DAY).household).situations[0].month
    assert isinstance(month.net, Unknown) and month.between is None


def test_holiday_pay_counts_once_where_a_job_pays_twice_in_a_month():
    """AIB 4:1 lid 10: in May the end of the old four weeks, the new wage, and one holiday pay.

    20 April to 17 May has 20 working days, 9 of them in April: 9 / 20 x 900 = 405. The maandloon
    of May is that of July less the revision: 5,000 / 1.0186 = 4,908.70.
    """
    question = asked(
        job("1000"),
        benefit={"kind": "ww", "maandloon": "5000"},
        now=[job("900", "four_weeks")],
        start_month="2026-05",
    )
    may = months_of(question)[2026, 5]
    wages = [one.amount for one in may.lines if one.code == "loon"]
    assert sorted(wages) == [Decimal("405.00"), Decimal("1000.00")]
    holiday = next(
        one.amount for one in may.lines if one.code == "vakantiegeld" and one.payer == "employer"
    )
    income = Decimal(1405) + holiday
    expected = Decimal("0.7") * (Decimal("4908.70") - income) * 100 / 108
    assert abs(line(may, "ww") - expected) < Decimal("0.01")


def test_a_partner_who_turns_21_lifts_the_rent_that_counts():
    """Wht 13 lid 1, Awir 5: 498.20 - 200.71 = 297.49 up to the month after 10 October 2026."""
    question = asked(
        benefit={"kind": "wajong", "regime": "Wajong2015", "arbeidsvermogen": False},
        birth_date="2006-12-15",
        rules_date="2026-07-01",
        start_month="2026-07",
        months=6,
        partner={"birth_date": "2005-10-10", "income": []},
        home={"kind": "rent", "kale_huur": "750"},
    )
    months = months_of(question, 0)
    assert {line(months[2026, month], "huurtoeslag") for month in (7, 8, 9, 10)} == {297}
    assert line(months[2026, 11], "huurtoeslag") == line(months[2026, 12], "huurtoeslag") > 297


@pytest.mark.parametrize(
    ("first_day", "paid"), [("2026-07-01", True), ("2026-07-02", False), ("2026-08-01", False)]
)
def test_the_allowance_is_for_who_has_a_right_on_1_july(first_day, paid):
    """WIA 63a lid 1."""
    question = asked(
        benefit={
            "kind": "wga",
            "phase": "loongerelateerd",
            "maandloon": "2000",
            "first_day": first_day,
        },
        start_month="2026-08",
    )
    september = months_of(question, 0)[2026, 9]
    found = line(september, "tegemoetkoming_arbeidsongeschikten")
    assert found == (Decimal("226.28") if paid else None)


def test_the_first_four_weekly_wage_of_a_new_job_comes_at_the_end_of_its_weeks():
    """The four weeks that end on 1 November were over before the job began."""
    november = months_of(asked(job("800", "four_weeks")))[2026, 11]
    days = [payment.day for payment in november.payments if payment.payer == "employer"]
    assert days == [date(2026, 11, 29)]
    assert line(november, "loon") == 800


@pytest.mark.parametrize(("until", "named"), [("2027-03", [(2027, 4)]), ("2027-01", [])])
def test_the_wage_after_a_contract_is_named_as_its_last(until, named):
    """Four weeks end on 28 March and 25 April: three days of March are paid in April.

    Those of 31 January end with the month: nothing is left to pay.
    """
    months = months_of(asked(job("800", "four_weeks", until=until), months=7))
    assert [when for when, one in months.items() if "laatste_loon" in codes_of(one)] == named
    ended = tuple(int(part) for part in until.split("-"))
    assert [when for when, one in months.items() if when > ended and line(one, "loon")] == named
    monthly = months_of(asked(job("800", until=until), months=7))
    assert not any("laatste_loon" in codes_of(one) for one in monthly.values())


def test_each_part_of_a_job_is_paid_on_its_own_day_less_its_own_pension():
    """The old terms on 9 August, the new ones on the 31st; 50 and a part of 40 for the pension."""
    question = asked(
        job("1000", pension_per_month="50"),
        now=[job("900", "four_weeks", pension_per_month="40")],
        start_month="2026-08",
    )
    august = months_of(question)[2026, 8]
    payments = [payment for payment in august.payments if payment.payer == "employer"]
    assert [payment.day.day for payment in payments] == [9, 31]
    (payer,) = [one for one in august.payers if one.payer == "employer"]
    together = sum(payment.amount for payment in payments)
    assert together == payer.net + line(august, "pension")


@pytest.mark.parametrize(
    ("until", "revives"),
    [("2026-12", True), ("2027-06", True), ("2027-10", True), ("2027-11", False)],
)
def test_a_ww_ended_by_hours_on_own_account_revives_within_a_year_and_a_half(until, revives):
    """WW 8 lid 3: on own account from 1 May 2026, so until 1 November 2027; the WW is a year."""
    question = asked(
        {
            "kind": "self_employed",
            "profit_per_year": "30000",
            "hours_per_week": "36",
            "until": until,
        },
        benefit={
            "kind": "ww",
            "maandloon": "2800",
            "first_day": "2026-01-01",
            "last_day": "2026-12-31",
            "arbeidsuren_per_week": "36",
        },
        rules_date="2026-05-11",
        start_month="2026-05",
        months=20,
    )
    months = months_of(question)
    codes = {event.code for month in months.values() for event in month.events}
    assert ("ww_herleeft" in codes) == revives
    assert any(line(month, "ww") for month in months.values()) == revives


def test_a_long_ww_ended_by_hours_on_own_account_revives_within_its_own_duration():
    """WW 8 lid 3: 24 months of WW from the start on own account are longer than 18."""
    question = asked(
        {
            "kind": "self_employed",
            "profit_per_year": "30000",
            "hours_per_week": "36",
            "until": "2027-11",
        },
        benefit={
            "kind": "ww",
            "maandloon": "2800",
            "first_day": "2026-01-01",
            "last_day": "2027-12-31",
            "arbeidsuren_per_week": "36",
        },
        rules_date="2026-05-11",
        start_month="2026-05",
        months=20,
    )
    months = months_of(question)
    assert line(months[2027, 11], "ww") == 0
    assert line(months[2027, 12], "ww") > 0


def test_days_that_holiday_pay_takes_from_a_ww_come_after_it():
    """1,950 + 936 in May is above 87.5% of 2,400: 14 days are left on 1 May, and run from 1 June.

    10 of the 22 working days: 2,400 x 10 / 21.75 - 1,950 x 10 / 22 = 217.09; 70% is 151.96, of
    which 100/108 is paid: 140.70.
    """
    question = asked(
        job("1950"),
        benefit={
            "kind": "ww",
            "maandloon": "2400",
            "first_day": "2026-08-01",
            "last_day": "2027-05-14",
        },
        months=13,
    )
    months = months_of(question)
    assert line(months[2027, 5], "ww") in (None, 0)
    ends = [event.day for event in months[2027, 6].events if event.code == "ww_eindigt"]
    assert ends == [date(2027, 6, 14)]
    assert line(months[2027, 6], "ww") == Decimal("140.70")
    assert line(months[2027, 7], "ww") in (None, 0)


def test_childcare_that_comes_with_work_is_not_there_without_it():
    care = {"kind": "bso", "hours_per_month": "60", "price_per_hour": "9.75"}
    children = [{"birth_date": "2020-02-03", "childcare": [care | {"only_with_work": True}]}]
    question = asked(job("500"), children=children)
    now, plan = (months_of(question, place)[2026, 12] for place in (0, 1))
    assert line(now, "childcare_cost") is None and line(now, "kinderopvangtoeslag") is None
    assert line(plan, "childcare_cost") == Decimal("-585.00")
    assert line(plan, "kinderopvangtoeslag") == 561  # 96% of 585
    question["children"][0]["childcare"] = [care]
    assert line(months_of(question, 0)[2026, 12], "childcare_cost") == Decimal("-585.00")
