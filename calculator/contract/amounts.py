"""Amounts as the contract writes them."""

from decimal import Decimal

from calculator.rules.money import ZERO, cents


def money(value: Decimal) -> str:
    """``"1234.50"``: euro with cents and a point; nothing has no sign."""
    return str(cents(value) + ZERO)
