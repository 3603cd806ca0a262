"""AKW: per quarter by age, per month a third."""

import pytest

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
