"""Participatiewet: the norm of every household, cost sharers, and bijstand beside a wage."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculator.rules import amounts as amounts_of_the_law
from calculator.rules.laws import participatiewet
from calculator.rules.laws.participatiewet import Huishouden
from tests.rules.helpers import cases

AMOUNTS = amounts_of_the_law.on(date(2026, 11, 22))
AGES = st.integers(18, 66)
HOUSEHOLDS = st.builds(
    Huishouden, AGES, st.none() | AGES, st.just(False), st.booleans(), st.integers(0, 6)
)


@pytest.mark.parametrize("case", cases("participatiewet", "norm"))
def test_norm(case):
    for day, norm in zip(case["dates"], case["norms"], strict=True):
        amounts = amounts_of_the_law.on(date.fromisoformat(day))
        assert participatiewet.bijstandsnorm(amounts, Huishouden(**case["wie"])).bedrag == norm, day


@pytest.mark.parametrize("case", cases("participatiewet", "zonder_vakantietoeslag"))
def test_without_the_holiday_allowance(case):
    amounts = amounts_of_the_law.on(date.fromisoformat(case["date"]))
    assert participatiewet.zonder_vakantietoeslag(amounts, case["norm"]) == case["left"]


@pytest.mark.parametrize("case", cases("participatiewet", "bijstand"))
def test_bijstand_beside_a_wage(case):
    amounts = amounts_of_the_law.on(date.fromisoformat(case["date"]))
    loon = Decimal(case["loon"])
    left = participatiewet.vrijlating(amounts, case["leeftijd"], loon)
    assert left == case["vrijgelaten"]
    assert participatiewet.bijstand(Decimal(case["norm"]), loon - left) == case["bijstand"]


@pytest.mark.parametrize(
    ("age", "student", "tenant", "shares"),
    [
        (27, False, False, True),
        (26, False, False, False),
        (40, True, False, False),
        (40, False, True, False),
    ],
)
def test_who_shares_the_costs(age, student, tenant, shares):
    """Art. 19a lid 1: 27 or older, no student, no tenant with a contract."""
    assert participatiewet.is_kostendeler(AMOUNTS, age, student=student, huurt=tenant) == shares


def test_the_assets_that_are_left_alone():
    """Art. 34 lid 3, 2026: 8,000, and 16,000 for a single parent or a couple."""
    assert participatiewet.vermogensgrens(AMOUNTS, alleen=True) == 8000
    assert participatiewet.vermogensgrens(AMOUNTS, alleen=False) == 16000


@given(HOUSEHOLDS)
def test_more_people_who_share_never_raise_a_norm(wie):
    more = wie._replace(kostendelers=wie.kostendelers + 1)
    norm, lower = (participatiewet.bijstandsnorm(AMOUNTS, one).bedrag for one in (wie, more))
    assert 0 < lower <= norm


@given(HOUSEHOLDS)
def test_the_norm_names_its_article_and_its_amounts(wie):
    norm = participatiewet.bijstandsnorm(AMOUNTS, wie)
    assert norm.artikel[:2] in {"20", "21", "22"}
    assert norm.amounts and all(amount.law == "participatiewet" for amount in norm.amounts)
    assert norm.bedrag == round(norm.bedrag, 2)


@given(AGES, st.decimals(0, 3000, places=2), st.decimals(0, 3000, places=2))
def test_earning_more_never_leaves_less(age, wage, more):
    def left(loon):
        counted = loon - participatiewet.vrijlating(AMOUNTS, age, loon)
        return loon + participatiewet.bijstand(Decimal("1419.46"), counted)

    assert left(wage + more) >= left(wage)
