"""Wkb: the leaflet's examples, the ages, and how it falls with income."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculator.rules.laws import kindgebonden_budget
from calculator.rules.money import cents
from tests.rules.helpers import DAY, cases, dec, on

AMOUNTS = on(DAY)
INCOME = st.decimals(min_value=0, max_value=150_000, places=2)
AGES = st.lists(st.integers(0, 20), max_size=6)


@pytest.mark.parametrize("case", cases("kindgebonden_budget", "year"))
def test_kindgebonden_budget(case):
    found = kindgebonden_budget.kindgebonden_budget(
        on(case["date"]), dec(case["income"]), case["ages"], partner=case["partner"]
    )
    assert (cents(found.exact), found.per_month) == (case["year"], case["month"])


@given(ages=AGES, income=INCOME, more=INCOME, partner=st.booleans())
def test_never_negative_never_rises_with_income_and_has_no_steps(ages, income, more, partner):
    def budget(toetsingsinkomen):
        return kindgebonden_budget.kindgebonden_budget(
            AMOUNTS, toetsingsinkomen, ages, partner=partner
        )

    low, high = budget(income), budget(income + more)
    assert low.exact.is_finite() and 0 <= high.exact <= low.exact
    assert 0 <= high.per_month <= low.per_month
    # the only step: below 24 euro a year nothing is granted
    assert low.exact - high.exact <= Decimal("0.076") * more + 24


@given(ages=AGES, income=INCOME, partner=st.booleans(), extra=st.integers(0, 17))
def test_another_child_never_lowers_it(ages, income, partner, extra):
    def budget(children):
        return kindgebonden_budget.kindgebonden_budget(AMOUNTS, income, children, partner=partner)

    assert budget([*ages, extra]).exact >= budget(ages).exact
