"""Whole households against sums made by hand: the lines, the payers, the year, the net."""

import json
from decimal import Decimal

import pytest

from calculator.contract.read import loads, read
from calculator.rules import calculate
from tests.rules.helpers import DAY, amount, cases


def question(case):
    """The contract's question for a row of ``cases/months.toml``."""
    work = [{"kind": "employment", "per": "month", **item} for item in case.get("work", [])]
    return {
        "rules_date": case.get("rules_date", DAY.isoformat()),
        "person": {
            "birth_date": case.get("birth_date", "1988-05-14"),
            "benefits": case["benefits"],
            "work_now": work,
            "loonheffingskorting_at": case["at"],
        },
        "partner": case.get("partner"),
        "children": case.get("children", []),
        "co_residents": case.get("co_residents", []),
        "home": {"kind": "rent", "kale_huur": 650, "municipality": "0344"},
        "vermogen": case.get("vermogen", 2500),
    }


def outcome_of(case):
    text = json.dumps(question(case), default=str)
    return calculate(read(loads(text), DAY).household).situations[0]


@pytest.mark.parametrize("case", cases("months", "household"))
def test_household(case):
    situation = outcome_of(case)
    found = {code: amount(situation, code) for code in case["lines"]}
    assert found == case["lines"]
    for expected in case.get("payers", []):
        payer = next(
            item
            for item in situation.month.payers
            if item.payer == expected["payer"] and item.work == expected.get("work", item.work)
        )
        assert (payer.gross, payer.withheld, payer.net) == (
            expected["gross"],
            expected["withheld"],
            expected["net"],
        )
    year = {name: getattr(situation.year, name) for name in case.get("year", {})}
    assert year == case.get("year", {})
    if "net" in case:
        assert situation.month.net == case["net"]
    if "net_per_year" in case:
        assert situation.net_per_year == case["net_per_year"]


def test_a_plan_against_now():
    """2,268.30 - 1,947.14 = 321.16; / 1,250 = 0.2569; 28,811.18 - 24,478.60 = 4,332.58."""
    rows = {case.id: case.values[0] for case in cases("months", "household")}
    asked = question(rows["ww_without_work"])
    plan = question(rows["ww_beside_work_and_may_exactly_at_the_limit"])["person"]
    asked["plans"] = [{"id": "a", "work": plan["work_now"], "loonheffingskorting_at": "work"}]
    (difference,) = calculate(
        read(loads(json.dumps(asked, default=str)), DAY).household
    ).differences
    assert difference.net_per_month == Decimal("321.16")
    assert difference.net_per_year == Decimal("4332.58")
    assert difference.kept_per_euro == Decimal("0.26")
