"""Algemeen inkomensbesluit: what a wage counts as, law by law."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from calculator.rules.laws import aib
from calculator.rules.situation import Employment
from tests.rules.helpers import DAY, on

LAW = on(DAY)
wages = st.decimals(min_value=0, max_value=20_000, places=2)


def job(gross: Decimal, *, included: bool = False, pension: Decimal = Decimal(0)) -> aib.Wage:
    """A job paid per month."""
    paid = "included" if included else "yearly"
    return aib.wage(
        LAW,
        Employment(
            "work", gross, "month", vakantiegeld=paid, pension_per_month=min(pension, gross)
        ),
    )


@given(gross=wages, pension=wages, included=st.booleans())
def test_income_is_never_negative_and_never_more_than_wage_and_holiday_pay(
    gross: Decimal, pension: Decimal, included: bool
):
    wage = (job(gross, included=included, pension=pension),)
    most = gross * Decimal("1.08")
    for income in (
        aib.inkomen_ww(wage, vakantiegeld_paid=False),
        aib.inkomen_wia(LAW, aib.Earnings(wage)),
        aib.inkomen_zonder_vakantiegeld(LAW, aib.Earnings(wage)),
    ):
        assert income.is_finite()
        assert 0 <= income <= most


@given(low=wages, high=wages, included=st.booleans())
def test_a_higher_wage_never_counts_for_less(low: Decimal, high: Decimal, included: bool):
    low, high = sorted((low, high))
    for income in (
        lambda wage: aib.inkomen_ww(wage, vakantiegeld_paid=True),
        lambda wage: aib.inkomen_wia(LAW, aib.Earnings(wage)),
        lambda wage: aib.inkomen_zonder_vakantiegeld(LAW, aib.Earnings(wage)),
    ):
        assert income((job(low, included=included),)) <= income((job(high, included=included),))


@given(gross=wages)
def test_holiday_pay_counts_by_the_month_for_the_wia_and_when_it_is_paid_for_the_ww(
    gross: Decimal,
):
    """AIB 4:1 lid 8 and 10: over a year the two come to the same."""
    wage = (job(gross),)
    ww = 11 * aib.inkomen_ww(wage, vakantiegeld_paid=False) + aib.inkomen_ww(
        wage, vakantiegeld_paid=True
    )
    assert abs(12 * aib.inkomen_wia(LAW, aib.Earnings(wage)) - ww) <= Decimal("0.01")


@given(gross=wages)
def test_without_holiday_pay_it_does_not_matter_how_it_is_paid(gross: Decimal):
    """AIB 2:5: 108 with the holiday pay in it counts as 100 with the holiday pay in May."""
    yearly = aib.inkomen_zonder_vakantiegeld(LAW, aib.Earnings((job(gross),)))
    together = job((gross * Decimal("1.08")).quantize(Decimal("0.01")), included=True)
    assert abs(aib.inkomen_zonder_vakantiegeld(LAW, aib.Earnings((together,))) - yearly) <= Decimal(
        "0.01"
    )
