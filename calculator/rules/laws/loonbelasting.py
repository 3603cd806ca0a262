"""Wet op de loonbelasting 1964: what a payer withholds from a wage or a benefit.

Follows the Rekenvoorschriften of the Belastingdienst: the white table for pay for present
work, the green table for pay for former work (UWV benefits, AOW, pension), which knows no
arbeidskorting (art. 22a). Amounts in euro per month unless a name says otherwise.
"""

from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from typing import Any, Literal, NamedTuple

from calculator.rules.amounts import ROWS_KEPT, Amounts, LawAmounts
from calculator.rules.money import (
    MONTHS_PER_YEAR,
    ONE,
    ZERO,
    at_least_zero,
    cents,
    cents_down,
    down_to_multiple,
    euros_down,
    euros_up,
)
from calculator.rules.situation import MissingAnswer
from calculator.rules.steps import Steps

Table = Literal["white", "green"]
AgeGroup = Literal["below_aow", "aow", "aow_before_1946"]

FIVE_DECIMALS = Decimal("0.00001")


class Withholding(NamedTuple):
    """What is withheld in a month, and the arbeidskorting settled in it (euro per month)."""

    tax: Decimal
    arbeidskorting: Decimal


class Credits(NamedTuple):
    """The credits of the table in euro per year, before they are held against the tax."""

    algemene_heffingskorting: Decimal
    ouderenkorting: Decimal
    arbeidskorting: Decimal


def loonheffing(
    amounts: Amounts,
    loon: Decimal,
    table: Table,
    *,
    korting: bool,
    age_group: AgeGroup = "below_aow",
    payments: int | None = None,
    steps: Steps | None = None,
) -> Withholding:
    """Withheld on a regular monthly wage or benefit (art. 20a, 22, 22a, 22b, 25).

    ``loon``: taxed pay in euro per month. ``korting``: the loonheffingskorting is applied.
    ``payments``: how many equal four-weekly wages ``loon`` is, each with the table of four
    weeks; None: a monthly wage.
    Source: Rekenvoorschriften voor de geautomatiseerde loonadministratie; reproduces every
    row of the Witte maandloontabel 2026.
    """
    law = amounts.loonbelasting
    if payments == 0:
        return Withholding(ZERO, ZERO)
    periods, times = MONTHS_PER_YEAR, ONE
    if payments is not None:
        periods, times = amounts.dagloon.vierweken_per_jaar.value, Decimal(payments)
    jaarloon = down_to_multiple(loon / times * periods, law.tijdvakinkomen_stap.value)
    maximum = law.tabel_maximum.value
    above_table = ZERO
    if jaarloon > maximum:
        # above the table the highest rate is taken over what is more than its last row
        top_rate = schijven(law, age_group).value[-1]["tarief"]
        above_table = cents_down((loon / times - maximum / periods) * top_rate)
        jaarloon = maximum

    before_credits, credits = _row(law, jaarloon, table, age_group, korting)
    after_ahk = at_least_zero(before_credits - credits.algemene_heffingskorting)
    after_ouk = at_least_zero(after_ahk - credits.ouderenkorting)
    arbeidskorting = min(credits.arbeidskorting, after_ouk)
    tax = times * (cents((after_ouk - arbeidskorting) / periods) + above_table)
    if steps is not None:
        used = [schijven(law, age_group)]
        if korting:
            used.append(law.algemene_heffingskorting)
            if table == "white":
                used.append(_arbeidskorting_amount(law, age_group))
        steps.note(
            f"loonbelasting.{table}.{'met' if korting else 'zonder'}_korting",
            "Wet LB art. 20a, 22, 22a, 25" if table == "white" else "Wet LB art. 20a, 22, 25",
            tax,
            inputs=(
                ("loon", loon, "EUR/month"),
                ("before_credits", cents(before_credits / MONTHS_PER_YEAR), "EUR/month"),
                (
                    "algemene_heffingskorting",
                    cents((before_credits - after_ahk) / MONTHS_PER_YEAR),
                    "EUR/month",
                ),
                ("arbeidskorting", cents(arbeidskorting / MONTHS_PER_YEAR), "EUR/month"),
            ),
            amounts=tuple(used),
        )
    return Withholding(tax, times * cents(arbeidskorting / periods))


def jonggehandicaptenkorting(
    amounts: Amounts, withheld: Decimal, steps: Steps | None = None
) -> Decimal:
    """What is left to withhold after the jonggehandicaptenkorting (art. 22aa, 23 lid 4).

    Euro per month. Applied by the payer of the Wajong, never below nothing.
    """
    amount = amounts.loonbelasting.jonggehandicaptenkorting
    left = at_least_zero(withheld - cents(amount.value / MONTHS_PER_YEAR))
    if steps is not None:
        steps.note(
            "loonbelasting.jonggehandicaptenkorting",
            "Wet LB art. 22aa, 23 lid 4",
            left,
            inputs=(
                ("before", withheld, "EUR/month"),
                ("korting", cents(amount.value / MONTHS_PER_YEAR), "EUR/month"),
            ),
            amounts=(amount,),
        )
    return left


def bijzondere_beloning(
    amounts: Amounts, beloning: Decimal, jaarloon: Decimal, table: Table, *, korting: bool
) -> Decimal:
    """Withheld on holiday pay, paid once a year (art. 26; table for special payments).

    ``beloning`` and ``jaarloon`` (twelve months' pay with the holiday pay) in euro. The table
    of 2025 was not found: :class:`MissingAnswer` with that reason.
    """
    if beloning == ZERO:
        return ZERO
    name = "bijzonder_tarief_wit" if table == "white" else "bijzonder_tarief_groen"
    found = getattr(amounts.loonbelasting, name) if has_special_table(amounts) else None
    if found is None:
        raise MissingAnswer(reason="special_table_not_known")
    row = [row for row in found.value if row["vanaf"] <= jaarloon][-1]
    rate = row["standaard"] + row["verrekening"] if korting else row["zonder_korting"]
    return cents_down(beloning * rate)


def has_special_table(amounts: Amounts) -> bool:
    """Whether the table for special payments is known for this date."""
    return "bijzonder_tarief_wit" in amounts.loonbelasting.__dict__


def schijven(law: LawAmounts, age_group: AgeGroup) -> Any:
    """The amount with the brackets of somebody's age group (art. 20a and 20b; Wet IB 2.10)."""
    if age_group == "below_aow":
        return law.schijven
    return law.schijven_aow if age_group == "aow" else law.schijven_aow_voor_1946


@lru_cache(maxsize=ROWS_KEPT)
def _row(
    law: LawAmounts, jaarloon: Decimal, table: Table, age_group: AgeGroup, korting: bool
) -> tuple[Decimal, Credits]:
    """A row of a payroll table: the tax before the credits, and the credits (euro per year).

    Wages are rounded down to such a row, and a table has some 2,500 of them.
    """
    credits = _credits(law, jaarloon, table, age_group) if korting else Credits(ZERO, ZERO, ZERO)
    return _tax_before_credits(law, jaarloon, age_group), credits


def _tax_before_credits(law: LawAmounts, jaarloon: Decimal, age_group: AgeGroup) -> Decimal:
    """Art. 20a and 20b with the premies volksverzekeringen, whole euros per year."""
    rows = schijven(law, age_group).value
    row = [row for row in rows if row["vanaf"] < jaarloon or not row["vanaf"]][-1]
    return euros_down((jaarloon - row["vanaf"]) * row["tarief"] + row["cumulatief"])


def _credits(law: LawAmounts, jaarloon: Decimal, table: Table, age_group: AgeGroup) -> Credits:
    below = age_group == "below_aow"
    ahk = law.algemene_heffingskorting.value
    ouk = law.ouderenkorting.value
    return Credits(
        algemene_heffingskorting=_tapered(
            ahk["maximum"] if below else ahk["maximum_aow"],
            ahk["percentage"] if below else ahk["percentage_aow"],
            jaarloon,
            ahk["afbouw_vanaf"],
            ahk["afbouw_tot"],
        ),
        ouderenkorting=ZERO
        if below
        else _tapered(
            ouk["maximum"],
            ouk["percentage"],
            jaarloon,
            ouk["afbouw_vanaf"],
            ouk["afbouw_tot"],
        ),
        arbeidskorting=_arbeidskorting(_arbeidskorting_amount(law, age_group).value, jaarloon)
        if table == "white"
        else ZERO,
    )


def _tapered(
    maximum: Decimal, rate: Decimal, income: Decimal, start: Decimal, end: Decimal
) -> Decimal:
    if income <= start:
        return maximum
    if income >= end:
        return ZERO
    return at_least_zero(euros_up(maximum - (income - start) * rate))


def _arbeidskorting_amount(law: LawAmounts, age_group: AgeGroup) -> Any:
    return law.arbeidskorting if age_group == "below_aow" else law.arbeidskorting_aow


def _arbeidskorting(table: dict[str, Decimal], jaarloon: Decimal) -> Decimal:
    """Art. 22a lid 2, as the tables round it: products at five decimals, the result up."""
    if jaarloon >= table["g4"]:
        return ZERO
    korting = min(_five(table["o1"] * jaarloon), table["cap1"])
    korting = min(
        korting + _five(table["o2"] * at_least_zero(jaarloon - table["g1"])), table["cap2"]
    )
    korting = min(
        korting + _five(table["o3"] * at_least_zero(jaarloon - table["g2"])), table["cap3"]
    )
    korting -= _five(table["a1"] * at_least_zero(jaarloon - table["g3"]))
    return at_least_zero(euros_up(korting))


def _five(value: Decimal) -> Decimal:
    return value.quantize(FIVE_DECIMALS, ROUND_HALF_UP)
