"""Toeslagenwet: the norms against the bijstand level, and the supplement itself."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculator.rules.laws import loonbelasting, toeslagenwet
from calculator.rules.money import cents
from tests.rules.helpers import DAY, cases, dec, on

AMOUNTS = on(DAY)
MONEY = st.decimals(min_value=0, max_value=4_000, places=2)
SITUATIONS = {
    "single": {},
    "sharing": {"shares_home": True},
    "married": {"partner": True},
    "age_19": {"age": 19},
}


def norm_of(amounts, **case):
    answers = {
        "age": 40,
        "partner": False,
        "partner_born_after_1971": False,
        "child_below_12": False,
        "lives_with_parents": False,
        "shares_home": False,
    }
    return toeslagenwet.norm(amounts, **{**answers, **case})


def supplement(amounts, which, **given_):
    situation = SITUATIONS[which]
    answers = {
        "uitkeringen": Decimal(0),
        "inkomen_uit_arbeid": Decimal(0),
        "overig_inkomen": Decimal(0),
        "grondslagen": Decimal(2337),
    }
    return toeslagenwet.toeslag(
        amounts,
        norm_of(amounts, **situation),
        age=situation.get("age", 40),
        **{**answers, **given_},
    )


def net_with_holiday_allowance(amounts, per_day, rate):
    """Euro per month: the supplement alone, by the green table, and its 8% at the base rate."""
    gross = per_day * Decimal("21.75")
    tax = loonbelasting.loonheffing(amounts, gross, "green", korting=True).tax
    return gross - tax + gross * Decimal("0.08") * (1 - rate)


@pytest.mark.parametrize("case", cases("toeslagenwet", "bijstand"))
def test_the_norm_is_the_smallest_that_reaches_the_bijstand_level(case):
    amounts = on(case["date"])
    per_day = getattr(amounts.toeslagenwet, case["norm"]).value
    reached = net_with_holiday_allowance(amounts, per_day, case["rate"])
    assert cents(abs(reached - case["bijstand"])) <= case["within"]
    assert reached >= case["bijstand"]
    one_less = net_with_holiday_allowance(amounts, per_day - Decimal("0.01"), case["rate"])
    assert one_less < case["bijstand"]


@pytest.mark.parametrize("case", cases("toeslagenwet", "which_norm"))
def test_which_norm(case):
    given_ = {
        key: case[key]
        for key in (
            "age",
            "partner",
            "child_below_12",
            "lives_with_parents",
            "shares_home",
        )
        if key in case
    }
    found = norm_of(
        on(case["date"]), partner_born_after_1971=case.get("born_after_1971", False), **given_
    )
    assert (found.amount and found.amount.value) == case.get("norm")


@pytest.mark.parametrize("case", cases("toeslagenwet", "toeslag"))
def test_supplement(case):
    found = supplement(
        on(case["date"]),
        case["leefvorm"],
        uitkeringen=dec(case["uitkeringen"]),
        inkomen_uit_arbeid=dec(case.get("arbeid", 0)),
        overig_inkomen=dec(case.get("overig", 0)),
        grondslagen=dec(case["grondslagen"]),
    )
    assert cents(found) == case["toeslag"]


@given(
    which=st.sampled_from(list(SITUATIONS)),
    benefit=MONEY,
    worked=MONEY,
    more=MONEY,
    other=MONEY,
    base=MONEY,
)
def test_never_negative_and_falls_at_most_a_euro_a_euro(which, benefit, worked, more, other, base):
    def amount(arbeid):
        return supplement(
            AMOUNTS,
            which,
            uitkeringen=benefit,
            inkomen_uit_arbeid=arbeid,
            overig_inkomen=other,
            grondslagen=base,
        )

    low, high = amount(worked), amount(worked + more)
    norm = norm_of(AMOUNTS, **SITUATIONS[which]).amount.value * Decimal("21.75")
    assert low.is_finite() and 0 <= high <= low <= norm
    assert low - high <= more


@given(worked=MONEY, more=MONEY)
def test_what_is_left_out_never_falls_and_has_a_maximum(worked, more):
    minimumloon = Decimal(2337)
    low = toeslagenwet.vrijlating(AMOUNTS, worked, minimumloon)
    high = toeslagenwet.vrijlating(AMOUNTS, worked + more, minimumloon)
    assert 0 <= low <= high <= Decimal("350.55")
    assert low <= worked
    assert high - low <= more
