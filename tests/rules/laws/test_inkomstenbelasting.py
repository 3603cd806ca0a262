"""Wet IB: the assessment of a year, worked out by hand in the data."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculator.rules.laws import inkomstenbelasting
from calculator.rules.laws.inkomstenbelasting import Taxpayer
from tests.rules.helpers import DAY, cases, dec, on

AMOUNTS = on(DAY)
INCOME = st.decimals(min_value=0, max_value=200_000, places=2)


def taxpayer(case):
    partner = case.get("partner_arbeid")
    return Taxpayer(
        belastbaar_inkomen=dec(case["income"]),
        arbeidsinkomen=dec(case.get("arbeid", 0)),
        age_group=case.get("age_group", "below_aow"),
        birth_date=date.fromisoformat(case.get("born", "1988-05-14")),
        wajong=case.get("wajong", False),
        partner_arbeidsinkomen=None if partner is None else dec(partner),
        partner_birth_date=date.fromisoformat(case.get("partner_born", "1990-01-01"))
        if partner is not None
        else None,
        young_child=case.get("young_child", False),
    )


@pytest.mark.parametrize("case", cases("inkomstenbelasting", "due"))
def test_due(case):
    found = inkomstenbelasting.inkomstenbelasting(on(case["date"]), taxpayer(case))
    assert found.due == case["due"]


@pytest.mark.parametrize("case", cases("inkomstenbelasting", "transfer"))
def test_transfer_between_partners(case):
    amounts = on(case["date"])
    person = taxpayer(case)
    tax = inkomstenbelasting.inkomstenbelasting(amounts, person)
    found = inkomstenbelasting.overdracht(amounts, person, tax, dec(case["partner_due"]))
    assert found == case["paid"]


@given(
    income=INCOME,
    part=st.decimals(min_value=0, max_value=1, places=3),
    more=INCOME,
    wajong=st.booleans(),
    child=st.booleans(),
)
def test_never_negative_and_more_benefit_never_lowers_the_tax(income, part, more, wajong, child):
    case = {"arbeid": income * part, "wajong": wajong, "young_child": child}
    low = inkomstenbelasting.inkomstenbelasting(AMOUNTS, taxpayer({**case, "income": income}))
    high = inkomstenbelasting.inkomstenbelasting(
        AMOUNTS, taxpayer({**case, "income": income + more})
    )
    assert low.due.is_finite() and 0 <= low.due <= high.due
    assert low.due <= income
    assert 0 <= low.credits <= low.before_credits
    # no steps: the highest rate plus the taper of the algemene heffingskorting, and half a euro
    # where the rounded columns of the tariff don't quite meet
    assert high.due - low.due <= (Decimal("0.495") + Decimal("0.06398")) * more + 1


@given(
    income=INCOME,
    more=INCOME,
    wajong=st.booleans(),
    child=st.booleans(),
    day=st.sampled_from(["2025-12-31", "2026-12-31"]),
)
def test_a_higher_wage_never_costs_more_tax_than_it_brings(income, more, wajong, child, day):
    def due(wage):
        person = taxpayer({"income": wage, "arbeid": wage, "wajong": wajong, "young_child": child})
        return inkomstenbelasting.inkomstenbelasting(on(day), person).due

    assert due(income + more) - due(income) <= more + 1


@given(income=INCOME, partner_due=INCOME, born=st.dates(date(1950, 1, 1), date(1990, 1, 1)))
def test_the_transfer_is_at_most_the_credit_and_the_partners_tax(income, partner_due, born):
    person = taxpayer({"income": income, "born": born.isoformat()})
    tax = inkomstenbelasting.inkomstenbelasting(AMOUNTS, person)
    paid = inkomstenbelasting.overdracht(AMOUNTS, person, tax, partner_due)
    assert 0 <= paid <= min(Decimal(3115), partner_due)
    if paid:
        assert born < date(1963, 1, 1)
        assert tax.due == 0
