"""Wht 2026: the leaflet's examples, and how the toeslag moves with rent and income."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculator.rules.laws import huurtoeslag
from tests.rules.helpers import DAY, cases, dec, on

AMOUNTS = on(DAY)
INCOME = st.decimals(min_value=0, max_value=80_000, places=2)
RENT = st.decimals(min_value=0, max_value=2_000, places=2)
PERSONS = st.integers(1, 6)


@pytest.mark.parametrize("case", cases("huurtoeslag", "month"))
def test_huurtoeslag(case):
    found = huurtoeslag.huurtoeslag(
        on(case["date"]),
        dec(case["rent"]),
        dec(case["income"]),
        case["persons"],
        jong_zonder_kind=case.get("young", False),
    )
    assert found == case["month"]


@given(rent=RENT, income=INCOME, more=INCOME, persons=PERSONS, young=st.booleans())
def test_never_negative_never_rises_with_income_and_has_no_steps(
    rent, income, more, persons, young
):
    def toeslag(rekeninkomen):
        return huurtoeslag.huurtoeslag(AMOUNTS, rent, rekeninkomen, persons, jong_zonder_kind=young)

    low, high = toeslag(income), toeslag(income + more)
    assert low.is_finite() and 0 <= high <= low <= max(rent, Decimal(0))
    assert low == low.to_integral_value()
    # rounded down to a euro; and at the end 24 euro a year is the smallest that is granted
    assert low - high <= Decimal("0.27") * more / 12 + 1 + 2


@given(rent=RENT, more=RENT, income=INCOME, persons=PERSONS, young=st.booleans())
def test_never_falls_with_the_rent_nor_rises_by_more_than_it(rent, more, income, persons, young):
    low = huurtoeslag.huurtoeslag(AMOUNTS, rent, income, persons, jong_zonder_kind=young)
    high = huurtoeslag.huurtoeslag(AMOUNTS, rent + more, income, persons, jong_zonder_kind=young)
    assert low <= high <= low + more + 2


@given(rent=RENT, income=INCOME, persons=PERSONS)
def test_a_young_household_never_gets_more(rent, income, persons):
    young = huurtoeslag.huurtoeslag(AMOUNTS, rent, income, persons, jong_zonder_kind=True)
    assert young <= huurtoeslag.huurtoeslag(AMOUNTS, rent, income, persons)


def test_2025_is_not_covered():
    assert huurtoeslag.is_covered(on("2025-12-31")) is False
    assert huurtoeslag.is_covered(on("2026-01-01")) is True
