"""WW: the benefit beside earnings, and the month in which the right ends."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculator.rules.laws import ww
from calculator.rules.money import cents
from tests.rules.helpers import DAY, cases, dec, on

AMOUNTS = on(DAY)
MONEY = st.decimals(min_value=0, max_value=9_000, places=2)


def ratio(case):
    capped = case.get("ongemaximeerd")
    return ww.dagloonverhouding(dec(case["maandloon"]), None if capped is None else dec(capped))


@pytest.mark.parametrize("case", cases("ww", "month"))
def test_benefit_of_a_month(case):
    amounts = on(case["date"])
    found = ww.uitkering(
        amounts,
        dec(case["maandloon"]),
        dec(case["inkomen"]),
        ratio(case),
        eerste_twee_maanden=case.get("first_two_months", False),
        inkomen_in_verband_met_arbeid=dec(case.get("pension", 0)),
    )
    assert cents(found) == case["ww"]
    if "paid" in case:
        assert ww.betaald_per_maand(amounts, found) == case["paid"]


@pytest.mark.parametrize("case", cases("ww", "ends"))
def test_the_right_ends_above_87_and_a_half_percent(case):
    found = ww.eindigt_door_inkomen(
        on(case["date"]), dec(case["maandloon"]), dec(case["inkomen"]), ratio(case)
    )
    assert found is case["ends"]


@pytest.mark.parametrize("case", cases("ww", "large_enough"))
def test_a_small_benefit_is_not_paid(case):
    assert ww.wordt_uitbetaald(on(case["date"]), case["ww"]) is case["paid"]


@given(maandloon=MONEY, income=MONEY, more=MONEY, above=MONEY, first=st.booleans())
def test_never_negative_and_falls_seventy_cents_a_euro_without_steps(
    maandloon, income, more, above, first
):
    share = Decimal("0.75") if first else Decimal("0.70")
    verhouding = ww.dagloonverhouding(maandloon, maandloon + above)

    def benefit(inkomen):
        return ww.uitkering(AMOUNTS, maandloon, inkomen, verhouding, eerste_twee_maanden=first)

    low, high = benefit(income), benefit(income + more)
    assert low.is_finite() and 0 <= high <= low <= share * maandloon
    # the only step of the WW is art. 20 lid 1 c; the sum of art. 47 itself has none
    assert low - high <= share * more + Decimal("1e-9")
    paid = ww.betaald_per_maand(AMOUNTS, low)
    assert 0 <= paid <= low + Decimal("0.005")


@given(maandloon=MONEY, income=MONEY, more=MONEY)
def test_once_the_right_has_ended_more_income_does_not_bring_it_back(maandloon, income, more):
    one = Decimal(1)
    if ww.eindigt_door_inkomen(AMOUNTS, maandloon, income, one):
        assert ww.eindigt_door_inkomen(AMOUNTS, maandloon, income + more, one)


def test_no_maximum_means_a_ratio_of_one():
    assert ww.dagloonverhouding(Decimal(2000), None) == 1
    assert ww.dagloonverhouding(Decimal(0), Decimal(0)) == 1
