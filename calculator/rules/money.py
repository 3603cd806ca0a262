"""Euro amounts as Decimal, and one function for each way the law rounds.

Nothing here rounds by itself: a law module calls the function that names the way
its article (or the official leaflet that carries it out) rounds.
"""

from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal

CENT = Decimal("0.01")
EURO = Decimal(1)
ZERO = Decimal(0)
ONE = Decimal(1)
MONTHS_PER_YEAR = Decimal(12)
QUARTERS_PER_YEAR = Decimal(4)
MONTHS_PER_QUARTER = Decimal(3)


def cents(value: Decimal) -> Decimal:
    """Round arithmetically to whole cents, as a payment or a withholding is."""
    return value.quantize(CENT, ROUND_HALF_UP)


def cents_down(value: Decimal) -> Decimal:
    """Cut off below the cent: withheld Zvw contribution, tax on special payments."""
    return value.quantize(CENT, ROUND_FLOOR)


def euros(value: Decimal) -> Decimal:
    """Round arithmetically to whole euros (Awir art. 14 lid 4)."""
    return value.quantize(EURO, ROUND_HALF_UP)


def euros_down(value: Decimal) -> Decimal:
    """Round down to whole euros: monthly toeslagen, tax before credits in the payroll tables."""
    return value.quantize(EURO, ROUND_FLOOR)


def euros_up(value: Decimal) -> Decimal:
    """Round up to whole euros: credits in the payroll tables."""
    return value.quantize(EURO, ROUND_CEILING)


def down_to_multiple(value: Decimal, step: Decimal) -> Decimal:
    """Largest multiple of ``step`` that is not above ``value`` (payroll table steps)."""
    return (value / step).quantize(EURO, ROUND_FLOOR) * step


def at_least_zero(value: Decimal) -> Decimal:
    """The value, or nothing where the law's formula would go below nothing."""
    return value if value > ZERO else ZERO
