"""Wajong: one sum for three regimes, loondispensatie, and the garantiebedrag."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculator.rules.laws import loonbelasting, wajong
from calculator.rules.money import cents
from tests.rules.helpers import DAY, cases, dec, on

AMOUNTS = on(DAY)
MONEY = st.decimals(min_value=0, max_value=5_000, places=2)
LOONWAARDE = st.decimals(min_value="0.30", max_value="1.00", places=2)


@pytest.mark.parametrize("case", cases("wajong", "beside"))
def test_beside_earnings(case):
    amounts = on(case["date"])
    found = wajong.uitkering(
        amounts,
        wajong.grondslag(amounts, 40),
        dec(case["inkomen"]),
        arbeidsvermogen=case["arbeidsvermogen"],
    )
    assert cents(found) == case["wajong"]


@pytest.mark.parametrize("case", cases("wajong", "grondslag"))
def test_grondslag(case):
    assert wajong.grondslag(on(case["date"]), case["age"]) == case["grondslag"]


@pytest.mark.parametrize("case", cases("wajong", "loondispensatie"))
def test_loondispensatie(case):
    amounts = on(case["date"])
    found = wajong.uitkering_loondispensatie(
        amounts,
        wajong.grondslag(amounts, 40),
        [(dec(income), dec(value)) for income, value in case["jobs"]],
        dec(case["other"]),
    )
    assert cents(found) == case["wajong"]


@pytest.mark.parametrize("case", cases("wajong", "garantie"))
def test_garantiebedrag(case):
    found = wajong.met_garantiebedrag(on(case["date"]), dec(case["normal"]), dec(case["per_day"]))
    assert cents(found) == case["wajong"]


def test_without_a_garantiebedrag_nothing_changes():
    assert wajong.met_garantiebedrag(AMOUNTS, Decimal("12.34"), None) == Decimal("12.34")


@pytest.mark.parametrize("case", cases("wajong", "net"))
def test_net(case):
    amounts = on(case["date"])
    tax = loonbelasting.loonheffing(amounts, case["gross"], "green", korting=True).tax
    assert case["gross"] - tax == case["net"]
    less = loonbelasting.jonggehandicaptenkorting(amounts, tax)
    assert case["gross"] - less == case["net_jonggehandicapt"]


@given(income=MONEY, more=MONEY, age=st.integers(18, 66), capacity=st.booleans())
def test_never_negative_and_falls_without_steps(income, more, age, capacity):
    base = wajong.grondslag(AMOUNTS, age)
    share = Decimal("0.70") if capacity else Decimal("0.75")

    def benefit(inkomen):
        return wajong.uitkering(AMOUNTS, base, inkomen, arbeidsvermogen=capacity)

    low, high = benefit(income), benefit(income + more)
    assert low.is_finite() and 0 <= high <= low <= share * base
    assert low - high <= share * more


@given(income=MONEY, more=MONEY, value=LOONWAARDE)
def test_loondispensatie_falls_until_the_top_up_takes_over(income, more, value):
    """The top-up to the function wage (art. 2:40 lid 3) grows with the wage; nothing else does."""
    base = wajong.grondslag(AMOUNTS, 40)

    def benefit(inkomen):
        return wajong.uitkering_loondispensatie(AMOUNTS, base, [(inkomen, value)])

    low, high = benefit(income), benefit(income + more)
    for found, wage in ((low, income), (high, income + more)):
        assert found.is_finite()
        assert found >= wage / value - wage >= 0
        # never less than without loondispensatie (CF is at most 1)
        assert found >= wajong.uitkering(AMOUNTS, base, wage, arbeidsvermogen=True)
    top_up = (income + more) / value - (income + more)
    assert high <= low or high == top_up
    assert low - high <= Decimal("0.70") * more + Decimal("1e-9")


@given(value=LOONWAARDE)
def test_compensatiefactor_lies_between_nothing_and_one(value):
    assert 0 <= wajong.compensatiefactor(AMOUNTS, value) <= 1


@given(normal=MONEY, per_day=st.decimals(min_value=0, max_value=150, places=2))
def test_a_garantiebedrag_never_lowers(normal, per_day):
    found = wajong.met_garantiebedrag(AMOUNTS, normal, per_day)
    assert found == max(normal, per_day * Decimal("21.75"))
