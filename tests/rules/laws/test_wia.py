"""WIA: IVA and WGA beside earnings, with the income that decides which WGA benefit it is."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculator.rules.laws import wia, ww
from calculator.rules.money import cents
from tests.rules.helpers import DAY, cases, dec, on

AMOUNTS = on(DAY)
MONEY = st.decimals(min_value=0, max_value=7_000, places=2)
CLASSES = ["35-45", "45-55", "55-65", "65-80", "80-100"]


def ratio(case):
    capped = case.get("ongemaximeerd")
    return ww.dagloonverhouding(dec(case["maandloon"]), None if capped is None else dec(capped))


def after(amounts, case, inkomen):
    capacity = case.get("capacity")
    return wia.wga_na_loongerelateerd(
        amounts,
        maandloon=dec(case["maandloon"]),
        inkomen=inkomen,
        inkomen_voor_eis=inkomen,
        arbeidsongeschiktheid=case["class"],
        resterende_verdiencapaciteit=None if capacity is None else dec(capacity),
        age=case.get("age", 40),
        verhouding=ratio(case),
    )


@pytest.mark.parametrize("case", cases("wia", "loongerelateerd"))
def test_loongerelateerde_uitkering(case):
    amounts = on(case["date"])
    found = wia.loongerelateerde_uitkering(
        amounts,
        dec(case["maandloon"]),
        dec(case["inkomen"]),
        ratio(case),
        eerste_twee_maanden=case.get("first_two_months", False),
    )
    assert cents(found) == case["wia"]
    if "paid" in case:
        assert wia.betaald_per_maand(amounts, found) == case["paid"]


@pytest.mark.parametrize("case", cases("wia", "after"))
def test_after_the_loongerelateerde_uitkering(case):
    amounts = on(case["date"])
    which, found = after(amounts, case, dec(case["inkomen"]))
    assert (which, cents(found)) == (case["which"], case["wia"])
    if "paid" in case:
        assert wia.betaald_per_maand(amounts, found) == case["paid"]


@pytest.mark.parametrize("case", cases("wia", "vervolg_paid"))
def test_vervolguitkering_as_it_is_paid(case):
    amounts = on(case["date"])
    minimumloon, _used = wia.minimumloon(amounts, 40)
    share = amounts.wia.wga_uitkeringspercentage.value[case["class"]]
    vol = wia.vervolguitkering(share, min(minimumloon, dec(case["maandloon"])))
    assert wia.betaald_per_maand(amounts, vol) == case["paid"]


@pytest.mark.parametrize("case", cases("wia", "iva"))
def test_iva(case):
    found = wia.iva_uitkering(
        on(case["date"]), dec(case["maandloon"]), dec(case["inkomen"]), ratio(case)
    )
    assert cents(found) == case["wia"]


@pytest.mark.parametrize("case", cases("wia", "inkomenseis"))
def test_inkomenseis(case):
    assert wia.inkomenseis(on(case["date"]), dec(case["capacity"])) == case["eis"]


@given(maandloon=MONEY, income=MONEY, more=MONEY, above=MONEY, first=st.booleans())
def test_iva_and_loongerelateerd_fall_without_steps(maandloon, income, more, above, first):
    verhouding = ww.dagloonverhouding(maandloon, maandloon + above)
    share = Decimal("0.75") if first else Decimal("0.70")
    for benefit, slope in (
        (lambda b: wia.iva_uitkering(AMOUNTS, maandloon, b, verhouding), Decimal("0.70")),
        (
            lambda b: wia.loongerelateerde_uitkering(
                AMOUNTS, maandloon, b, verhouding, eerste_twee_maanden=first
            ),
            share,
        ),
    ):
        low, high = benefit(income), benefit(income + more)
        assert low.is_finite() and 0 <= high <= low <= Decimal("0.75") * maandloon
        assert low - high <= slope * more + Decimal("1e-9")


@given(
    maandloon=MONEY,
    part=st.decimals(min_value=0, max_value=1, places=3),
    income=MONEY,
    more=MONEY,
    class_=st.sampled_from(CLASSES[:-1]),
)
def test_wga_falls_except_at_half_the_earning_capacity(maandloon, part, income, more, class_):
    """The step of art. 60 lid 1 is the only one, and there the benefit may rise."""
    case = {"maandloon": maandloon, "capacity": maandloon * part, "class": class_}
    which_low, low = after(AMOUNTS, case, income)
    which_high, high = after(AMOUNTS, case, income + more)
    assert low.is_finite() and 0 <= low <= Decimal("0.70") * maandloon + Decimal("1e-9")
    if which_low == which_high:
        assert high <= low
        assert low - high <= Decimal("0.70") * more + Decimal("1e-9")
    else:
        assert (which_low, which_high) == ("vervolg", "loonaanvulling")


@given(maandloon=MONEY, part=st.decimals(min_value=0, max_value=1, places=3), income=MONEY)
def test_loonaanvulling_is_never_below_the_floor_or_its_limit(maandloon, part, income):
    """Art. 61 lid 5: not below percentage x lowest wage, unless 0.7 x (A - B) is less."""
    case = {"maandloon": maandloon, "capacity": maandloon * part, "class": "65-80"}
    which, found = after(AMOUNTS, case, income)
    if which == "loonaanvulling" and income < maandloon * part:
        minimumloon, _used = wia.minimumloon(AMOUNTS, 40)
        floor = Decimal("0.5075") * min(minimumloon, maandloon)
        limit = max(Decimal("0.70") * (maandloon - income), Decimal(0))
        assert found >= min(floor, limit)


@given(vol=MONEY)
def test_what_is_paid_and_what_is_kept_for_may_are_the_whole(vol):
    paid = wia.betaald_per_maand(AMOUNTS, vol)
    assert abs(paid * Decimal("1.08") - vol) <= Decimal("0.006")
