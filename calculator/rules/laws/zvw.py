"""Zorgverzekeringswet (Zvw), the income-related contribution.

Over wages and UWV benefits the employer or UWV pays it, and nothing is withheld (art. 42;
Regeling zorgverzekering art. 5.1). From AOW and pension the low rate is withheld (art. 43).
"""

from decimal import Decimal

from calculator.rules.amounts import Amounts
from calculator.rules.money import MONTHS_PER_YEAR, cents_down
from calculator.rules.steps import Steps


def ingehouden_bijdrage(
    amounts: Amounts, uitkering: Decimal, steps: Steps | None = None
) -> Decimal:
    """Withheld from AOW or pension: euro per month, cut off below the cent (SVB nets)."""
    law = amounts.zvw
    base = min(uitkering, law.bijdrage_inkomen_maximum.value / MONTHS_PER_YEAR)
    withheld = cents_down(base * law.bijdrage_laag.value)
    if steps is not None:
        steps.note(
            "zvw.ingehouden",
            "Zvw art. 43, 45 lid 2; Regeling zorgverzekering art. 5.4",
            withheld,
            inputs=(("uitkering", uitkering, "EUR/month"),),
            amounts=(law.bijdrage_laag, law.bijdrage_inkomen_maximum),
        )
    return withheld
