"""Zorgverzekeringswet: what is withheld from AOW and pension."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from calculator.rules.laws import zvw
from tests.rules.helpers import DAY, on

LAW = on(DAY)
benefits = st.decimals(min_value=0, max_value=50_000, places=2)


@given(low=benefits, high=benefits)
def test_the_contribution_rises_with_the_benefit_and_ends_at_the_maximum(
    low: Decimal, high: Decimal
):
    low, high = sorted((low, high))
    most = zvw.ingehouden_bijdrage(LAW, Decimal(1_000_000))
    assert 0 <= zvw.ingehouden_bijdrage(LAW, low) <= zvw.ingehouden_bijdrage(LAW, high) <= most


@given(benefit=benefits)
def test_the_contribution_is_cut_off_below_the_cent(benefit: Decimal):
    """As the published nets of the SVB have it."""
    base = min(benefit, LAW.zvw.bijdrage_inkomen_maximum.value / 12)
    exact = base * LAW.zvw.bijdrage_laag.value
    assert 0 <= exact - zvw.ingehouden_bijdrage(LAW, benefit) < Decimal("0.01")
