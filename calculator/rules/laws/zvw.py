"""Zorgverzekeringswet (Zvw), the income-related contribution.

Over wages and UWV benefits the employer or UWV pays it, and nothing is withheld (art. 42;
Regeling zorgverzekering art. 5.1). From AOW and pension the low rate is withheld (art. 43).
"""

from decimal import Decimal

from calculator.rules.amounts import Amounts
from calculator.rules.money import MONTHS_PER_YEAR, ZERO, at_least_zero, cents, cents_down
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


def bijdrage_winst(
    amounts: Amounts,
    belastbare_winst: Decimal,
    ander_bijdrage_inkomen: Decimal = ZERO,
    steps: Steps | None = None,
) -> Decimal:
    """Assessed on profit (art. 43, 45 lid 2, 49): euro per year.

    ``belastbare_winst`` after ondernemersaftrek and MKB-winstvrijstelling;
    ``ander_bijdrage_inkomen``: wages and benefits, that fill the maximum first. Euro per year.
    """
    law = amounts.zvw
    room = at_least_zero(law.bijdrage_inkomen_maximum.value - ander_bijdrage_inkomen)
    base = min(at_least_zero(belastbare_winst), room)
    due = cents(base * law.bijdrage_laag.value)
    if steps is not None:
        steps.note(
            "zvw.winst",
            "Zvw art. 43, 45 lid 2; Regeling zorgverzekering art. 5.2, 5.4",
            due,
            "EUR/year",
            (("winst", cents(base), "EUR/year"),),
            (law.bijdrage_laag, law.bijdrage_inkomen_maximum),
        )
    return due
