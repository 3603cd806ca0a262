"""Wko 2026: the leaflet's examples, the order of the children, hours and prices."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculator.rules.laws import kinderopvangtoeslag
from calculator.rules.laws.kinderopvangtoeslag import Opvang
from tests.rules.helpers import DAY, cases, dec, on

AMOUNTS = on(DAY)
INCOME = st.decimals(min_value=0, max_value=300_000, places=2)
CARE = st.builds(
    Opvang,
    st.sampled_from(["dagopvang", "bso", "gastouder"]),
    st.decimals(min_value=0, max_value=400, places=2),
    st.decimals(min_value=0, max_value=20, places=2),
)
CHILDREN = st.lists(st.lists(CARE, max_size=2), max_size=3)


@pytest.mark.parametrize("case", cases("kinderopvangtoeslag", "month"))
def test_kinderopvangtoeslag(case):
    children = [
        [Opvang(kind, dec(hours), dec(price)) for kind, hours, price in child]
        for child in case["children"]
    ]
    found = kinderopvangtoeslag.kinderopvangtoeslag(on(case["date"]), dec(case["income"]), children)
    assert found == case["month"]


@given(children=CHILDREN, income=INCOME, more=INCOME)
def test_never_negative_never_more_than_the_cost_never_rises_with_income(children, income, more):
    low = kinderopvangtoeslag.kinderopvangtoeslag(AMOUNTS, income, children)
    high = kinderopvangtoeslag.kinderopvangtoeslag(AMOUNTS, income + more, children)
    assert low.is_finite() and 0 <= high <= low
    assert low <= kinderopvangtoeslag.kosten(children)
    # 230 hours a child at the highest price, at 96%
    assert low <= len(children) * Decimal(230) * Decimal("11.23") * Decimal("0.96")


@given(children=CHILDREN, income=INCOME)
def test_the_order_in_which_children_are_told_does_not_matter(children, income):
    assert kinderopvangtoeslag.kinderopvangtoeslag(
        AMOUNTS, income, children
    ) == kinderopvangtoeslag.kinderopvangtoeslag(AMOUNTS, income, children[::-1])


def test_2025_is_not_covered():
    assert kinderopvangtoeslag.is_covered(on("2025-12-31")) is False
    assert kinderopvangtoeslag.is_covered(on("2026-01-01")) is True
