"""Kwijtschelding: what a household can pay itself, and the money that is left alone."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculator.rules import amounts as amounts_of_the_law
from calculator.rules.laws import kwijtschelding
from calculator.rules.laws.kwijtschelding import Lasten
from tests.rules.helpers import cases

AMOUNTS = amounts_of_the_law.on(date(2026, 11, 22))
ZERO = Decimal(0)
MONEY = st.decimals(0, 5000, places=2)


def lasten(case):
    """The costs of a worked example."""
    return Lasten(
        huur=case["huur"],
        huurtoeslag=case.get("huurtoeslag", ZERO),
        premie=case["premie"],
        zorgtoeslag=case.get("zorgtoeslag", ZERO),
        kindgebonden_budget=case.get("kgb", ZERO),
        kindgebonden_budget_hoogste=case["kgb_hoogste"],
        meerpersoons=case["meer"],
        household=case["household"],
        deel=1 / Decimal(case.get("samen", 1)),
    )


@pytest.mark.parametrize("case", cases("kwijtschelding", "eigen_deel"))
def test_what_somebody_can_pay_and_what_is_let_go(case):
    living = case["norm"] * case["deel"]
    capacity = kwijtschelding.betalingscapaciteit(case["inkomen"], ZERO, living)
    own = kwijtschelding.eigen_deel(AMOUNTS, capacity)
    assert own == case["eigen"]
    assert kwijtschelding.kwijtschelding(case["aanslag"], own, case["te_veel"]) == case["weg"]


@pytest.mark.parametrize("case", cases("kwijtschelding", "uitgaven"))
def test_what_home_health_and_children_cost(case):
    assert kwijtschelding.uitgaven(AMOUNTS, lasten(case)) == case["uitgaven"]


@pytest.mark.parametrize("case", cases("kwijtschelding", "vrij_geld"))
def test_the_money_that_is_left_alone(case):
    costs = lasten(case)
    free = kwijtschelding.vrij_geld(AMOUNTS, costs, case["kosten"], verruimd=False)
    assert free == case["vrij"]
    more = kwijtschelding.vrij_geld(AMOUNTS, costs, case["kosten"], verruimd=True)
    assert more == case["verruimd"]


@given(MONEY, MONEY, MONEY, MONEY)
def test_earning_more_never_lets_go_of_more(income, more, costs, living):
    poorer, richer = (
        kwijtschelding.eigen_deel(AMOUNTS, kwijtschelding.betalingscapaciteit(one, costs, living))
        for one in (income, income + more)
    )
    assert 0 <= poorer <= richer
