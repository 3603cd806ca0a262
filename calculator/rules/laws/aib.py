"""Algemeen inkomensbesluit socialezekerheidswetten (AIB): how earnings count per law.

The same wage counts differently: for the WW as it is paid, for the WIA with the holiday pay
that builds up, for Wajong and Toeslagenwet without holiday pay. Amounts in euro per month.
"""

from datetime import date
from decimal import Decimal
from typing import NamedTuple

from calculator.rules.amounts import Amount, Amounts
from calculator.rules.money import MONTHS_PER_YEAR, ONE, ZERO, at_least_zero, cents
from calculator.rules.situation import Employment, need, per_month
from calculator.rules.steps import Steps, Value


class Wage(NamedTuple):
    """One job in a regular month: euro per month, unless a name says otherwise."""

    work: Employment
    gross: Decimal
    pension: Decimal
    #: euro per year, paid in May; nothing where holiday pay is part of the regular wage
    vakantiegeld_per_year: Decimal
    #: which job of the plan
    place: int = 0
    #: the last days of the four-weekly wages that ``gross`` is made of; None: a monthly wage
    days: tuple[date, ...] | None = None

    @property
    def payments(self) -> int | None:
        """How many four-weekly wages it is; None: a monthly wage."""
        return None if self.days is None else len(self.days)

    @property
    def loon(self) -> Decimal:
        """SV-loon and taxed wage of a regular month: after the own pension contribution."""
        return self.gross - self.pension


def bruto_per_maand(amounts: Amounts, work: Employment, steps: Steps | None = None) -> Decimal:
    """The gross wage of a job per calendar month (art. 4:1 lid 1 and 2), in whole cents.

    ``work.gross`` in euro per hour, week, four weeks or month. :class:`MissingAnswer` when the
    wage, or the hours that it needs, are not known.
    """
    law = amounts.dagloon
    gross = need(work.gross, f"{work.path}.gross")
    inputs: list[tuple[str, Value, str]] = [("gross", gross, "EUR")]
    used: tuple[Amount, ...] = ()
    if work.per == "hour":
        hours = need(work.hours_per_week, f"{work.path}.hours_per_week")
        inputs = [("gross", gross, "EUR/hour"), ("hours", hours, "hours/week")]
    if work.per in ("hour", "week"):
        used = (law.weken_per_jaar,)
    elif work.per == "four_weeks":
        used = (law.vierweken_per_jaar,)
    monthly = need(per_month(work, amounts.day), f"{work.path}.gross")
    if steps is not None:
        steps.note(f"loon.per_{work.per}", "AIB art. 4:1", monthly, inputs=inputs, amounts=used)
    return monthly


def wage(amounts: Amounts, work: Employment, place: int = 0, steps: Steps | None = None) -> Wage:
    """A job in a regular month: gross wage, pension contribution, and holiday pay of the year.

    The 8% is over the gross wage (rules decision 8 f). :class:`MissingAnswer` when the wage,
    the contribution, or how holiday pay is paid, are not known.
    """
    monthly = bruto_per_maand(amounts, work, steps)
    vakantiegeld = need(work.vakantiegeld, f"{work.path}.vakantiegeld")
    percentage = amounts.minimumloon.vakantiebijslagpercentage
    yearly = vakantiegeld_per_jaar(amounts, monthly) if vakantiegeld == "yearly" else ZERO
    pension = need(work.pension_per_month, f"{work.path}.pension_per_month")
    if steps is not None:
        if vakantiegeld == "yearly":
            steps.note(
                "loon.vakantiegeld_in_mei",
                "WML art. 15",
                yearly,
                "EUR/year",
                (("loon", monthly, "EUR/month"),),
                (percentage,),
            )
        else:
            steps.note("loon.vakantiegeld_inbegrepen", "AIB art. 2:5 lid 3", monthly)
        if work.loonwaarde is not None:
            steps.note(
                "loon.loondispensatie",
                "Wajong art. 2:20, 3:63",
                monthly,
                inputs=(("loonwaarde", work.loonwaarde, "fraction"),),
            )
    return Wage(work, monthly, pension, yearly, place)


def vakantiegeld_per_jaar(amounts: Amounts, monthly: Decimal) -> Decimal:
    """Holiday pay of a year over a gross wage per month (WML art. 15), in whole cents."""
    return cents(monthly * MONTHS_PER_YEAR * amounts.minimumloon.vakantiebijslagpercentage.value)


def with_gross(amounts: Amounts, wage: Wage, gross: Decimal) -> Wage:
    """The same job with another gross wage per month, in whole cents, above its pension."""
    monthly = cents(gross)
    yearly = wage.work.vakantiegeld == "yearly"
    holiday = vakantiegeld_per_jaar(amounts, monthly) if yearly else ZERO
    return Wage(wage.work, monthly, wage.pension, holiday, wage.place, wage.days)


class Earnings(NamedTuple):
    """What somebody earns in a month: wages, and profit before deductions (euro per month).

    The profit of a year is spread evenly over its months (art. 4:1 lid 5).
    """

    wages: tuple[Wage, ...] = ()
    winst: Decimal = ZERO


def inkomen_ww(
    wages: tuple[Wage, ...], *, vakantiegeld_paid: bool, steps: Steps | None = None
) -> Decimal:
    """Income for the WW: wages as paid, holiday pay in the month it is paid (art. 4:1 lid 10).

    Profit is no income for the WW (art. 3:5 lid 1); hours on own account are (WW art. 1b).
    """
    regular = sum([wage.loon for wage in wages], ZERO)
    paid = sum([wage.vakantiegeld_per_year for wage in wages], ZERO) if vakantiegeld_paid else ZERO
    if steps is not None and wages:
        steps.note(
            "aib.inkomen_ww",
            "AIB art. 3:2 lid 1, 4:1 lid 10",
            regular + paid,
            inputs=(
                *_gross_and_pension(wages),
                *((("vakantiegeld", paid, "EUR"),) if paid else ()),
            ),
        )
    return regular + paid


def inkomen_wia(amounts: Amounts, earned: Earnings, steps: Steps | None = None) -> Decimal:
    """Income for the WIA: the wage with the holiday pay that builds up (art. 4:1 lid 8).

    Profit counts before deductions (art. 3:2 lid 1 d). Euro per month.
    """
    wages = earned.wages
    percentage = amounts.minimumloon.vakantiebijslagpercentage
    accrued = sum(
        (wage.gross * percentage.value for wage in wages if wage.vakantiegeld_per_year), ZERO
    )
    income = sum((wage.loon for wage in wages), ZERO) + accrued
    if steps is not None and wages:
        steps.note(
            "aib.inkomen_wia",
            "AIB art. 3:2 lid 1, 4:1 lid 8",
            cents(income),
            inputs=(
                *_gross_and_pension(wages),
                ("vakantiegeld_opbouw", cents(accrued), "EUR/month"),
            ),
            amounts=(percentage,),
        )
    return income + _winst(earned, ONE, "AIB art. 3:2 lid 1 d, 4:1 lid 5", (), steps)


def _winst(
    earned: Earnings,
    part: Decimal,
    law: str,
    amounts: tuple[Amount, ...],
    steps: Steps | None,
) -> Decimal:
    """The part of the profit of a month that counts (euro per month)."""
    if not earned.winst:
        return ZERO
    counted = earned.winst * part
    if steps is not None:
        steps.note(
            "aib.winst",
            law,
            cents(counted),
            inputs=(("winst", cents(earned.winst), "EUR/month"),),
            amounts=amounts,
        )
    return counted


def zonder_vakantiegeld(amounts: Amounts, bedrag: Decimal) -> Decimal:
    """100/108 of income that contains its own holiday pay (art. 2:5 lid 2 and 3)."""
    return bedrag / (1 + amounts.minimumloon.vakantiebijslagpercentage.value)


def loon_zonder_vakantiegeld(amounts: Amounts, wage: Wage) -> Decimal:
    """The wage as it counts for Wajong and Toeslagenwet (art. 2:5, 3:6 lid 1)."""
    if wage.work.vakantiegeld == "included":
        return zonder_vakantiegeld(amounts, wage.loon)
    return wage.loon


def inkomen_zonder_vakantiegeld(
    amounts: Amounts, earned: Earnings, steps: Steps | None = None
) -> Decimal:
    """Income for Wajong and Toeslagenwet: without any holiday pay (art. 2:5, 3:6 lid 1).

    Of profit, which knows no holiday pay, 100/108 counts (art. 2:5 lid 2). Euro per month.
    """
    wages = earned.wages
    income = sum([loon_zonder_vakantiegeld(amounts, wage) for wage in wages], ZERO)
    if steps is not None and wages:
        steps.note(
            "aib.inkomen_zonder_vakantiegeld",
            "AIB art. 2:5, 3:6 lid 1",
            cents(income),
            inputs=_gross_and_pension(wages),
            amounts=(amounts.minimumloon.vakantiebijslagpercentage,),
        )
    return income + _winst(
        earned,
        zonder_vakantiegeld(amounts, ONE),
        "AIB art. 2:2 lid 1 d, 2:5 lid 2, 3:6 lid 1",
        (amounts.minimumloon.vakantiebijslagpercentage,),
        steps,
    )


def deel_boven_maandloon(inkomen: Decimal, maandloon_ww: Decimal) -> Decimal:
    """What a WIA benefit beside a WW benefit sees of the earnings (art. 3:2 lid 14 and 19)."""
    return at_least_zero(inkomen - maandloon_ww)


def inkomen_wia_naast_ww(loon: Decimal, maandloon_ww: Decimal, winst: Decimal = ZERO) -> Decimal:
    """Income for a WIA benefit beside a WW (euro per month; art. 3:2 lid 14, 18, 19; 3:3 lid 5).

    The WW's maandloon counts, of the wages only what is above it, and profit always.
    """
    return maandloon_ww + deel_boven_maandloon(loon, maandloon_ww) + winst


def _gross_and_pension(wages: tuple[Wage, ...]) -> tuple[tuple[str, Value, str], ...]:
    gross = sum((wage.gross for wage in wages), ZERO)
    pension = sum((wage.pension for wage in wages), ZERO)
    inputs: tuple[tuple[str, Value, str], ...] = (("gross", gross, "EUR/month"),)
    if pension:
        inputs += (("pension", pension, "EUR/month"),)
    return inputs
