"""AKW: per quarter by age, per month a third."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculator.rules.laws import kinderbijslag
from tests.rules.helpers import DAY, cases, on


@pytest.mark.parametrize("case", cases("kinderbijslag", "quarter"))
def test_per_quarter(case):
    found = kinderbijslag.per_kwartaal(on(case["date"]), case["age"])
    assert found is not None
    assert found.value == case["quarter"]


@pytest.mark.parametrize("case", cases("kinderbijslag", "month"))
def test_per_month(case):
    assert kinderbijslag.kinderbijslag(on(case["date"]), case["ages"]) == case["month"]


def test_none_from_18_and_nothing_without_children():
    assert kinderbijslag.per_kwartaal(on(DAY), 18) is None
    assert kinderbijslag.kinderbijslag(on(DAY), []) == 0


@given(ages=st.lists(st.integers(0, 25), max_size=8), more=st.integers(0, 25))
def test_one_child_more_never_lowers_it_and_from_18_adds_nothing(ages: list[int], more: int):
    law = on(DAY)
    before = kinderbijslag.kinderbijslag(law, ages)
    after = kinderbijslag.kinderbijslag(law, [*ages, more])
    assert after.is_finite()
    assert 0 <= before <= after
    assert (after == before) == (more >= 18)


@given(ages=st.lists(st.integers(0, 25), max_size=8))
def test_three_months_are_the_quarters_of_all_children(ages: list[int]):
    law = on(DAY)
    quarters = [found.value for age in ages if (found := kinderbijslag.per_kwartaal(law, age))]
    month = kinderbijslag.kinderbijslag(law, ages)
    assert abs(3 * month - sum(quarters)) <= Decimal("0.015")
