"""The schemes of a household: one variant of each, and the effect of a plan."""

from datetime import date
from decimal import Decimal
from io import StringIO

import pytest
from django.core.management import call_command

from calculator.contract.read import read
from calculator.municipalities.found import find
from calculator.rules import calculate

DAY = date(2026, 11, 22)
CHILD_13 = {"birth_date": "2013-04-10"}
PARTNER = {"birth_date": "1988-01-01", "income": [], "insured": True}


@pytest.fixture(autouse=True)
def sample_data():
    """The schemes that come with the project."""
    call_command("import_schemes", publish=True, stdout=StringIO())


def found_for(municipality, maandloon, plan=None, **other):
    """What there is for somebody of 40 with an IVA who has had little for five years."""
    wage = {"kind": "employment", "gross": plan, "per": "month"}
    said = {
        "rules_date": "2026-11-22",
        "person": {
            "birth_date": "1986-01-01",
            "benefits": [{"kind": "iva", "maandloon": maandloon}],
            "loonheffingskorting_at": "benefit",
            "low_income_months": 60,
        },
        "plans": [{"id": "plan", "work": [wage], "loonheffingskorting_at": "benefit"}]
        if plan
        else [],
        "home": {"kind": "rent", "kale_huur": "650", "municipality": municipality},
        "vermogen": "500",
        **other,
    }
    household = read(said, DAY).household
    return find(household, calculate(household, explain=False))


def of_kind(found, kind):
    """The schemes of one kind."""
    return [one for one in found.schemes if one.now.scheme.kind == kind]


def test_a_couple_with_a_child_of_13_in_arnhem_has_one_inkomenstoeslag():
    """Arnhem: 875 for them, instead of the 375 of other couples."""
    found = found_for("0202", "2400", partner=PARTNER, children=[CHILD_13])
    (one,) = of_kind(found, "individuele_inkomenstoeslag")
    assert (one.now.amount, one.now.old) == (Decimal("875.00"), 2024)
    (other,) = of_kind(found_for("0202", "2400", partner=PARTNER), "individuele_inkomenstoeslag")
    assert other.now.amount == Decimal("375.00")


def test_a_single_parent_in_delft_reads_of_one_limit():
    """Delft holds a single parent against the limit of a couple: 150% of their own norm."""
    (one,) = of_kind(found_for("0503", "2400", children=[CHILD_13]), "individuele_inkomenstoeslag")
    assert one.now.amount == Decimal("585.00")
    assert one.about.scheme.households == {"single_parent"}


def test_a_plan_may_lead_to_the_lower_amount_of_utrecht():
    """Up to 110% a couple with a child of 13 had 997 in 2024, from 110 to 125% 500."""
    # 110% of 2,027.79 is 2,230.57; with the wage the income is between that and 2,534.74
    found = found_for("0344", "3900", plan="1100", partner=PARTNER, children=[CHILD_13])
    (one,) = of_kind(found, "individuele_inkomenstoeslag")
    now, plan = one.judged["now"], one.judged["plan"]
    assert now.params["income"] < Decimal("2230.57") < plan.params["income"] < Decimal("2534.74")
    assert (now.amount, plan.amount) == (Decimal("997.00"), Decimal("500.00"))


def test_the_general_scheme_gives_way_to_that_of_the_municipality():
    own = found_for("0344", "2400")
    assert {one.now.scheme.municipality for one in of_kind(own, "individuele_inkomenstoeslag")} == {
        "0344"
    }
    general = found_for("0060", "2400")
    assert not general.has_own
    assert {
        one.now.scheme.municipality for one in of_kind(general, "individuele_inkomenstoeslag")
    } == {None}


def test_what_is_for_children_stands_beside_what_the_municipality_has():
    """Leergeld and the Jeugdfonds are there too."""
    found = found_for("0599", "2400", children=[CHILD_13])
    assert {one.now.scheme.municipality for one in of_kind(found, "kinderen")} == {"0599", None}


def test_a_scheme_that_begins_later_is_not_there_yet():
    found = found_for("0484", "2400", rules_date="2025-12-01")
    assert not found.has_own  # Alphen: from 1 January 2026
