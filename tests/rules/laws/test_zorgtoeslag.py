"""Wzt: the published tables and examples of 2022 and 2024 to 2026."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculator.rules.laws import zorgtoeslag
from calculator.rules.money import cents
from tests.rules.helpers import DAY, cases, dec, on

AMOUNTS = on(DAY)
INCOME = st.decimals(min_value=0, max_value=80_000, places=2)


@pytest.mark.parametrize("case", cases("zorgtoeslag", "year"))
def test_zorgtoeslag(case):
    amounts = on(case["date"], case.get("past", False))
    income = dec(case["income"])
    found = zorgtoeslag.zorgtoeslag(
        amounts, income, partner=case["partner"], partner_insured=case.get("insured", True)
    )
    if "normpremie" in case:
        norm = zorgtoeslag.normpremie(amounts, income, partner=case["partner"])
        assert cents(norm) == case["normpremie"]
    if "exact" in case:
        assert cents(found.exact) == case["exact"]
    if "year" in case:
        assert abs(found.per_year - case["year"]) <= case.get("within", 0)
    if "month" in case:
        assert found.per_month == case["month"]


@given(income=INCOME, more=INCOME, partner=st.booleans(), insured=st.booleans())
def test_never_negative_never_rises_with_income_and_has_no_steps(income, more, partner, insured):
    def toeslag(toetsingsinkomen):
        return zorgtoeslag.zorgtoeslag(
            AMOUNTS, toetsingsinkomen, partner=partner, partner_insured=insured
        )

    low, high = toeslag(income), toeslag(income + more)
    assert low.exact.is_finite() and 0 <= high.exact <= low.exact
    assert 0 <= high.per_month <= low.per_month and 0 <= high.per_year <= low.per_year
    assert low.exact - high.exact <= Decimal("0.1373") * more + Decimal("1e-9")
    # the only step is at the end: below 24 euro a year nothing is granted (Awir art. 14 lid 5)
    assert low.per_year - high.per_year <= Decimal("0.1373") * more + 1 + 24
    assert low.per_month == low.per_month.to_integral_value()


@given(income=INCOME)
def test_a_partner_who_is_not_insured_leaves_half(income):
    whole = zorgtoeslag.zorgtoeslag(AMOUNTS, income, partner=True)
    half = zorgtoeslag.zorgtoeslag(AMOUNTS, income, partner=True, partner_insured=False)
    assert half.exact * 2 == whole.exact
