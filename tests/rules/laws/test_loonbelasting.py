"""Wet LB: every row of the official white table, the green table, and what is on top."""

import csv
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculator.rules.laws import loonbelasting, zvw
from calculator.rules.money import cents
from tests.rules.helpers import CASES, cases, dec, on

JANUARY_2026 = on("2026-01-01")
#: columns of the official table (see cases/README.md)
COLUMNS = {
    "below_aow": "younger",
    "aow_before_1946": "olderBefore1945",
    "aow": "older",
}
WAGES = st.decimals(min_value=0, max_value=20_000, places=2)


@pytest.mark.parametrize("age_group", COLUMNS)
def test_every_row_of_the_official_white_table_2026(age_group):
    column = COLUMNS[age_group]
    with (CASES / "white_month_table_2026.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 2465
    wrong = []
    for row in rows:
        wage = Decimal(row["income"])
        without = loonbelasting.loonheffing(
            JANUARY_2026, wage, "white", korting=False, age_group=age_group
        )
        with_ = loonbelasting.loonheffing(
            JANUARY_2026, wage, "white", korting=True, age_group=age_group
        )
        found = (without.tax, with_.tax, with_.arbeidskorting)
        expected = (
            Decimal(row[f"{column}WithoutPayrollTaxCredit"]),
            Decimal(row[f"{column}WithPayrollTaxCredit"]),
            Decimal(row[f"{column}DeductedLabourCredit"]),
        )
        if found != expected:
            wrong.append((wage, found, expected))
    assert wrong == []


@pytest.mark.parametrize("case", cases("loonbelasting", "white"))
def test_white_table(case):
    amounts = on(case["date"])
    for column, korting in (("without", False), ("with", True)):
        if column in case:
            found = loonbelasting.loonheffing(
                amounts, dec(case["wage"]), "white", korting=korting, age_group=case["age_group"]
            )
            assert found.tax == case[column]
            if korting and "arbeidskorting" in case:
                assert found.arbeidskorting == case["arbeidskorting"]


@pytest.mark.parametrize("case", cases("loonbelasting", "green"))
def test_green_table(case):
    found = loonbelasting.loonheffing(
        on(case["date"]), case["gross"], "green", korting=case["korting"]
    )
    assert (found.tax, found.arbeidskorting) == (case["tax"], 0)


@pytest.mark.parametrize("case", cases("loonbelasting", "aow"))
def test_aow_nets(case):
    amounts = on(case["date"])
    tax = loonbelasting.loonheffing(
        amounts, case["gross"], "green", korting=case["korting"], age_group="aow"
    ).tax
    contribution = zvw.ingehouden_bijdrage(amounts, case["gross"])
    assert (tax, contribution) == (case["tax"], case["zvw"])
    assert case["gross"] - tax - contribution == case["net"]


@pytest.mark.parametrize("case", cases("loonbelasting", "jonggehandicapt"))
def test_jonggehandicaptenkorting(case):
    amounts = on(case["date"])
    table = loonbelasting.loonheffing(
        amounts, case["wage"], case["table"], korting=case["korting"]
    ).tax
    assert loonbelasting.jonggehandicaptenkorting(amounts, table) == case["withheld"]


@pytest.mark.parametrize("case", cases("loonbelasting", "special"))
def test_special_table(case):
    found = loonbelasting.bijzondere_beloning(
        on(case["date"]),
        case["beloning"],
        case["jaarloon"],
        case["table"],
        korting=case["korting"],
    )
    assert found == case["tax"]


@given(
    wage=WAGES,
    more=WAGES,
    table=st.sampled_from(["white", "green"]),
    korting=st.booleans(),
    age_group=st.sampled_from(list(COLUMNS)),
    day=st.sampled_from(["2025-07-01", "2026-01-01", "2026-12-31"]),
)
def test_withheld_never_negative_never_more_than_the_wage_and_never_falls(
    wage, more, table, korting, age_group, day
):
    def withheld(loon):
        return loonbelasting.loonheffing(on(day), loon, table, korting=korting, age_group=age_group)

    low, high = withheld(wage), withheld(wage + more)
    for found, loon in ((low, wage), (high, wage + more)):
        assert found.tax.is_finite() and 0 <= found.tax <= loon
        assert found.tax == cents(found.tax)
        assert found.arbeidskorting >= 0
    assert low.tax <= high.tax
    # a step of the table is 4.50 euro wide; the credits taper at most 6.51% and 6.398% (15% for
    # the ouderenkorting) on top of the highest rate
    assert high.tax - low.tax <= (more + Decimal("4.50")) * Decimal("0.85") + Decimal("0.5")


@given(wage=WAGES, table=st.sampled_from(["white", "green"]))
def test_credits_and_labour_credit_only_lower_the_tax(wage, table):
    without = loonbelasting.loonheffing(JANUARY_2026, wage, table, korting=False).tax
    with_ = loonbelasting.loonheffing(JANUARY_2026, wage, table, korting=True).tax
    green = loonbelasting.loonheffing(JANUARY_2026, wage, "green", korting=True).tax
    assert with_ <= without
    assert with_ <= green
    assert loonbelasting.jonggehandicaptenkorting(JANUARY_2026, with_) <= with_
