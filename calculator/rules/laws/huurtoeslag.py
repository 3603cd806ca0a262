"""Wet op de huurtoeslag (Wht), as it is since 1 January 2026.

Amounts in euro per month unless a name says otherwise. The year 2025 isn't covered.
"""

from decimal import Decimal

from calculator.rules.amounts import Amount, Amounts
from calculator.rules.laws import awir
from calculator.rules.money import MONTHS_PER_YEAR, ZERO, at_least_zero, cents, euros_down
from calculator.rules.steps import Steps


def is_covered(amounts: Amounts) -> bool:
    """Whether the rules of this date are known."""
    return "normhuur" in amounts.huurtoeslag.__dict__


def basishuur(amounts: Amounts, *, meerpersoons: bool) -> Decimal:
    """Art. 16 and 17 lid 2 and 3, less the Wet verlaging eigen bijdrage huurtoeslag."""
    law = amounts.huurtoeslag
    lower = law.verlaging_meerpersoons if meerpersoons else law.verlaging_eenpersoons
    rest: Decimal = law.normhuur.value - lower.value - law.verlaging_eigen_bijdrage.value
    return rest


def vermogensgrens(amounts: Amounts, *, partner: bool) -> Decimal:
    """Awir art. 7 lid 3: above this much vermogen on 1 January there is no right (euro)."""
    law = amounts.awir
    limit: Decimal = (law.vermogensgrens_partners if partner else law.vermogensgrens).value
    return limit


def huurtoeslag(
    amounts: Amounts,
    kale_huur: Decimal,
    rekeninkomen: Decimal,
    persons: int,
    *,
    jong_zonder_kind: bool = False,
    steps: Steps | None = None,
) -> Decimal:
    """Art. 13, 16, 17, 20 and 21: euro per month, whole euros, rounded down.

    ``rekeninkomen``: euro per year of everybody who counts. ``persons``: everybody in the
    household. ``jong_zonder_kind``: all of them are below 21 and there is no child (art. 13
    lid 1 b). Less than 24 euro a year is not granted (Awir art. 14 lid 5).
    """
    law = amounts.huurtoeslag
    meerpersoons = persons > 1
    cap = law.maximale_huurgrens_jong if jong_zonder_kind else law.maximale_huurgrens
    rekenhuur = min(kale_huur, cap.value)
    basis = basishuur(amounts, meerpersoons=meerpersoons)
    kwaliteit = law.kwaliteitskortingsgrens
    aftopping = law.aftoppingsgrens_hoog if persons > 2 else law.aftoppingsgrens_laag

    # art. 21 lid 1: a wholly, b and c in part
    part_a = at_least_zero(min(rekenhuur, kwaliteit.value) - basis)
    part_b = (
        at_least_zero(min(rekenhuur, aftopping.value) - kwaliteit.value)
        * law.percentage_tot_aftoppingsgrens.value
    )
    part_c = at_least_zero(rekenhuur - aftopping.value) * law.percentage_boven_aftoppingsgrens.value

    # art. 21 lid 2: less with every euro of income above the minimum-inkomensijkpunt
    ijkpunt, afbouw = (
        (law.minimum_inkomensijkpunt_meerpersoons, law.afbouwpercentage_meerpersoons)
        if meerpersoons
        else (law.minimum_inkomensijkpunt_eenpersoons, law.afbouwpercentage_eenpersoons)
    )
    lower = at_least_zero(rekeninkomen - ijkpunt.value) * afbouw.value / MONTHS_PER_YEAR
    exact = at_least_zero(part_a + part_b + part_c - lower)
    per_month = euros_down(exact)
    if not awir.niet_te_klein(amounts, per_month * MONTHS_PER_YEAR):
        per_month = ZERO
    if steps is not None:
        basis_used: tuple[Amount, ...] = (
            law.normhuur,
            law.verlaging_meerpersoons if meerpersoons else law.verlaging_eenpersoons,
            law.verlaging_eigen_bijdrage,
        )
        steps.note(
            "huurtoeslag.basishuur",
            "Wht art. 16, 17; Wet verlaging eigen bijdrage huurtoeslag art. 1",
            basis,
            amounts=basis_used,
        )
        steps.note(
            "huurtoeslag.voor_inkomen",
            "Wht art. 13, 20, 21 lid 1; Besluit op de huurtoeslag art. 7",
            cents(part_a + part_b + part_c),
            inputs=(
                ("huur", kale_huur, "EUR/month"),
                ("rekenhuur", rekenhuur, "EUR/month"),
                ("basishuur", basis, "EUR/month"),
                ("deel_a", cents(part_a), "EUR/month"),
                ("deel_b", cents(part_b), "EUR/month"),
                ("deel_c", cents(part_c), "EUR/month"),
            ),
            amounts=(
                cap,
                kwaliteit,
                aftopping,
                law.percentage_tot_aftoppingsgrens,
                law.percentage_boven_aftoppingsgrens,
            ),
        )
        steps.note(
            "huurtoeslag.toeslag",
            "Wht art. 17, 21 lid 2; Awir art. 14 lid 5",
            per_month,
            inputs=(
                ("rekeninkomen", rekeninkomen, "EUR/year"),
                ("verlaging", cents(lower), "EUR/month"),
            ),
            amounts=(ijkpunt, afbouw),
        )
    return per_month
