"""Profit: what the benefits see of it, and what the tax and the Zvw ask over it."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculator.rules import Plan, calculate
from calculator.rules.figures import Unknown
from calculator.rules.laws import aib, inkomstenbelasting, ww, zvw
from calculator.rules.laws.inkomstenbelasting import Taxpayer
from calculator.rules.money import cents
from calculator.rules.situation import IVA, WW, Home, SelfEmployed
from tests.rules.helpers import DAY, amount, cases, dec, household, job, line, on

AMOUNTS = on(DAY)
MONEY = st.decimals(min_value=0, max_value=150_000, places=2)
HOURS = st.decimals(min_value=0, max_value=80, places=1)


def business(winst, uren=None, **other):
    return SelfEmployed(
        path="person.work_now.0",
        profit_per_year=None if winst is None else dec(winst),
        hours_per_week=None if uren is None else dec(uren),
        **other,
    )


def asked(benefit, *work, at="benefit", **other):
    now = Plan("now", "person", work, at)
    return household(benefit, now=now, home=Home("home", "own"), **other)


def taxpayer(belastbaar, arbeidsinkomen=0, aftrek=0):
    return Taxpayer(
        belastbaar_inkomen=dec(belastbaar),
        arbeidsinkomen=dec(arbeidsinkomen),
        age_group="below_aow",
        birth_date=DAY.replace(year=1988),
        wajong=False,
        partner_arbeidsinkomen=None,
        partner_birth_date=None,
        young_child=False,
        aftrek=dec(aftrek),
    )


@pytest.mark.parametrize("case", cases("winst", "ondernemersaftrek"))
def test_ondernemersaftrek(case):
    found = inkomstenbelasting.ondernemersaftrek(
        on(case["date"]),
        dec(case["winst"]),
        dec(case["uren"]),
        starter=case["starter"],
        arbeidsongeschikt=case["arbeidsongeschikt"],
    )
    assert found == case["aftrek"]


@pytest.mark.parametrize("case", cases("winst", "belastbare_winst"))
def test_belastbare_winst(case):
    found = inkomstenbelasting.belastbare_winst(
        on(case["date"]), dec(case["winst"]), dec(case["aftrek"])
    )
    assert found == case["belastbaar"]


@pytest.mark.parametrize("case", cases("winst", "zvw"))
def test_zvw_over_profit(case):
    found = zvw.bijdrage_winst(on(case["date"]), dec(case["winst"]), dec(case["ander"]))
    assert found == case["bijdrage"]


@pytest.mark.parametrize("case", cases("winst", "tariefsaanpassing"))
def test_deductions_count_against_the_middle_rate(case):
    amounts = on(case["date"])
    with_it = inkomstenbelasting.inkomstenbelasting(
        amounts, taxpayer(case["belastbaar"], 0, case["aftrek"])
    )
    without = inkomstenbelasting.inkomstenbelasting(amounts, taxpayer(case["belastbaar"]))
    assert cents(with_it.before_credits - without.before_credits) == case["meer"]


@pytest.mark.parametrize("case", cases("winst", "tax"))
def test_tax_over_profit_alone(case):
    amounts = on(case["date"])
    taxed = inkomstenbelasting.belastbare_winst(amounts, dec(case["winst"]), dec(case["aftrek"]))
    found = inkomstenbelasting.inkomstenbelasting(
        amounts, taxpayer(taxed, case["winst"], case["winst"] - taxed)
    )
    assert found.due == case["due"]


@pytest.mark.parametrize("case", cases("winst", "uren"))
def test_hours_on_own_account_stand_for_income(case):
    found = ww.inkomen_uit_uren(
        on(case["date"]), dec(case["uren"]), dec(case["ongemaximeerd"]), dec(case["arbeidsuren"])
    )
    assert cents(found) == case["inkomen"]


@pytest.mark.parametrize("case", cases("winst", "startperiode"))
def test_start_up_period(case):
    assert cents(ww.startperiode(on(case["date"]), dec(case["ww"]))) == case["left"]


@pytest.mark.parametrize("case", cases("winst", "income"))
def test_income_for_each_benefit(case):
    amounts = on(case["date"])
    wages = (aib.wage(amounts, job(case["loon"])),) if case["loon"] else ()
    earned = aib.Earnings(wages, dec(case["winst"]))
    assert aib.inkomen_ww(wages, vakantiegeld_paid=False) == case["ww"]
    assert cents(aib.inkomen_wia(amounts, earned)) == case["wia"]
    assert cents(aib.inkomen_zonder_vakantiegeld(amounts, earned)) == case["wajong"]


@pytest.mark.parametrize("case", cases("winst", "household"))
def test_household_with_profit(case):
    iva = IVA("person.benefits.0", dec(case["iva"]))
    (now,) = calculate(asked(iva, business(case["winst"], case["uren"]))).situations
    assert {code: amount(now, code) for code in case["lines"]} == case["lines"]
    assert {name: getattr(now.year, name) for name in case["year"]} == case["year"]
    assert now.month.net == case["net"]


def test_the_regular_month_shows_the_time_after_the_start_up_period():
    """WW 1b lid 5: 20 of 40 hours is half of 2,800; 70% x 1,400 = 980, paid 907.41."""
    benefit = WW("person.benefits.0", Decimal(2800), arbeidsuren_per_week=Decimal(40))
    (now,) = calculate(asked(benefit, business(9_000, 20, startperiode=True))).situations
    assert amount(now, "ww") == Decimal("907.41")


def test_hours_above_the_limit_end_the_ww():
    """87.5% of 40 hours is 35 hours: 35 leave a right, 36 don't (WW art. 20 lid 1 c)."""
    benefit = WW("person.benefits.0", Decimal(4000), arbeidsuren_per_week=Decimal(40))
    found = [
        amount(calculate(asked(benefit, business(0, hours))).situations[0], "ww")
        for hours in (35, 36)
    ]
    # 70% x (4,000 - 3,500) = 350; x 100/108 = 324.07
    assert found == [Decimal("324.07"), 0]


def test_what_is_not_known_of_a_business_is_not_zero():
    iva = IVA("person.benefits.0", Decimal(3000))
    benefit = WW("person.benefits.0", Decimal(2800), arbeidsuren_per_week=Decimal(40))
    (profit,) = calculate(asked(iva, business(None, 10))).situations
    assert line(profit, "iva").amount == Unknown(("person.work_now.0.profit_per_year",))
    assert isinstance(profit.month.net, Unknown)
    (hours,) = calculate(asked(benefit, business(9_000))).situations
    assert line(hours, "ww").amount == Unknown(("person.work_now.0.hours_per_week",))
    usual = WW("person.benefits.0", Decimal(2800))
    (usual_hours,) = calculate(asked(usual, business(9_000, 10))).situations
    assert line(usual_hours, "ww").amount == Unknown(("person.benefits.0.arbeidsuren_per_week",))
    # the profit itself is no income for the WW
    (open_profit,) = calculate(asked(benefit, business(None, 20))).situations
    assert amount(open_profit, "ww") == Decimal("907.41")


@given(winst=MONEY, uren=st.decimals(min_value=0, max_value=4000, places=0), starter=st.booleans())
def test_deductions_never_exceed_the_profit_but_for_starters(winst, uren, starter):
    for ao in (False, True):
        found = inkomstenbelasting.ondernemersaftrek(
            AMOUNTS, winst, uren, starter=starter, arbeidsongeschikt=ao
        )
        assert found >= 0
        if not (starter and uren >= 1225):
            assert found <= winst
        left = inkomstenbelasting.belastbare_winst(AMOUNTS, winst, found)
        assert left <= winst


@given(winst=MONEY, other=MONEY)
def test_zvw_never_over_more_than_the_maximum(winst, other):
    found = zvw.bijdrage_winst(AMOUNTS, winst, other)
    assert 0 <= found <= cents(Decimal("0.0485") * max(Decimal(79_409) - other, Decimal(0)))
    assert found <= cents(Decimal("0.0485") * winst)


@given(belastbaar=MONEY, aftrek=st.decimals(min_value=0, max_value=20_000, places=2))
def test_a_deduction_saves_at_most_the_middle_rate(belastbaar, aftrek):
    """Art. 2.10 lid 2: a euro of deduction saves 37.56 cents of tax before credits at most."""
    higher = inkomstenbelasting.inkomstenbelasting(AMOUNTS, taxpayer(belastbaar + aftrek))
    lower = inkomstenbelasting.inkomstenbelasting(AMOUNTS, taxpayer(belastbaar, 0, aftrek))
    saved = higher.before_credits - lower.before_credits
    assert 0 <= saved <= Decimal("0.3756") * aftrek + Decimal("1e-9")


@given(
    maandloon=st.decimals(min_value=500, max_value=6_000, places=2),
    uren=HOURS,
    usual=st.decimals(min_value=1, max_value=60, places=1),
)
def test_income_out_of_hours_is_the_part_of_the_usual_hours(maandloon, uren, usual):
    found = ww.inkomen_uit_uren(AMOUNTS, uren, maandloon, usual)
    assert abs(found - maandloon * uren / usual) < Decimal("1e-9")
