"""Wet kinderopvang (Wko), kinderopvangtoeslag 2026. Amounts in euro per month.

The year 2025 isn't covered: its table of percentages was not found.
"""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from calculator.rules.amounts import Amounts
from calculator.rules.laws import awir
from calculator.rules.money import MONTHS_PER_YEAR, ZERO, cents, euros_down
from calculator.rules.steps import Steps


class Opvang(NamedTuple):
    """Childcare of one kind for one child: hours per month, euro per hour."""

    kind: str
    hours: Decimal
    price: Decimal

    @property
    def cost(self) -> Decimal:
        """Euro per month."""
        return self.hours * self.price


def is_covered(amounts: Amounts) -> bool:
    """Whether the rules of this date are known."""
    return "percentages" in amounts.kinderopvangtoeslag.__dict__


def kosten(children: Sequence[Sequence[Opvang]]) -> Decimal:
    """What the care costs, whatever the toeslag (euro per month, whole cents)."""
    return cents(sum((care.cost for child in children for care in child), ZERO))


def kinderopvangtoeslag(
    amounts: Amounts,
    toetsingsinkomen: Decimal,
    children: Sequence[Sequence[Opvang]],
    steps: Steps | None = None,
) -> Decimal:
    """Art. 1.7 and the Besluit kinderopvangtoeslag: euro per month, whole euros, rounded down.

    ``children``: the care per child. The child with most hours is the first child, with equal
    hours the one with the highest cost. At most 230 hours per child, up to the maximum price.
    """
    law = amounts.kinderopvangtoeslag
    order = sorted(
        (child for child in children if child),
        key=lambda child: (sum(care.hours for care in child), sum(care.cost for care in child)),
        reverse=True,
    )
    row = next(row for row in law.percentages.value if toetsingsinkomen < row["tot_en_met"] + 1)
    counted_cost = ZERO
    toeslag = ZERO
    for place, child in enumerate(order):
        share = row["eerste_kind"] if place == 0 else row["volgende_kinderen"]
        hours_left = law.maximum_uren.value
        for care in child:
            hours = min(care.hours, hours_left)
            hours_left -= hours
            cost = hours * min(care.price, law.maximum_uurprijs.value[care.kind])
            counted_cost += cost
            toeslag += cost * share
    per_month = euros_down(toeslag)
    if not awir.niet_te_klein(amounts, per_month * MONTHS_PER_YEAR):
        per_month = ZERO
    if steps is not None:
        steps.note(
            "kinderopvangtoeslag.toeslag",
            "Wet kinderopvang art. 1.7; Besluit kinderopvangtoeslag",
            per_month,
            inputs=(
                ("kosten", kosten(children), "EUR/month"),
                ("telt_mee", cents(counted_cost), "EUR/month"),
                ("toetsingsinkomen", toetsingsinkomen, "EUR/year"),
                ("eerste_kind", row["eerste_kind"], "fraction"),
                ("volgende_kinderen", row["volgende_kinderen"], "fraction"),
            ),
            amounts=(law.percentages, law.maximum_uurprijs, law.maximum_uren),
        )
    return per_month
