"""What arrives on which day, and from whom. Amounts in euro.

A wage comes at the end of its month, WW in the month after it, WIA and Wajong on UWV's payment
day, toeslagen a month ahead, kinderbijslag after its quarter, the tax assessment a year later.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from calculator.rules.amounts import Amounts
from calculator.rules.calendar_year import (
    ALLOWANCE,
    DECEMBER,
    TOESLAGEN,
    TimelineYear,
    payers_of_month,
)
from calculator.rules.figures import Figure, Payer, Unknown, known_or_why, minus, total
from calculator.rules.laws import kinderbijslag
from calculator.rules.money import ZERO, cents
from calculator.rules.periods import (
    ONE_DAY,
    SATURDAY,
    Month,
    first_day,
    last_day,
    shift,
)
from calculator.rules.settlements import ToeslagYear
from calculator.rules.situation import age_on, need
from calculator.rules.timeline import JULY, RealMonth, Timeline, amounts_in, ww_day

#: the month after a quarter, in which the SVB pays
QUARTER_MONTHS = (1, 4, 7, 10)
MONTHS_IN_QUARTER = 3


class Payment(NamedTuple):
    """Money that arrives: on a day, or around it where no day is published (net, euro)."""

    day: date
    around: bool
    payer: str
    code: str
    amount: Figure
    #: the month (or first month of the quarter or year) that is paid for
    over: Month
    work: int | None = None


def payments_in(
    month: Month,
    timeline: Timeline,
    years: Mapping[int, TimelineYear],
    toeslagen: Mapping[int, ToeslagYear],
) -> list[Payment]:
    """Everything that arrives in a month, by day.

    Toeslagen as they are when every change is reported at once.
    """
    found: list[Payment] = []
    if timeline.month(month) is None and timeline.month(shift(month, -1)) is None:
        return found
    real = timeline.month(month)
    if real is not None and real.unknown is None:
        found += _over_this_month(real, years[month[0]])
    before = timeline.month(shift(month, -1))
    if before is not None and before.unknown is None:
        found += _ww_over_last_month(before, years)
    found += _toeslagen(month, toeslagen)
    found += _kinderbijslag(month, timeline)
    found += _assessment(month, years)
    found = [payment for payment in found if payment.amount != ZERO]
    return sorted(found, key=lambda payment: payment.day)


def _over_this_month(real: RealMonth, year: TimelineYear) -> Iterator[Payment]:
    """Wages, profit, the partner's income, WIA and Wajong: paid in the month itself."""
    payers, _ = payers_of_month(real, year)
    month = real.month
    for payer in payers:
        if payer.payer == "employer":
            yield from _wage(real, payer)
        elif payer.payer in ("self", "partner"):
            code = "winst" if payer.payer == "self" else "partner"
            yield Payment(last_day(month), True, payer.payer, code, payer.net, month)
    day = uwv_day(month, real.amounts)
    for code, amount in _uwv_by_benefit(real).items():
        if code != "ww":
            yield Payment(day, True, "uwv", code, amount, month)
    yield Payment(day, True, "uwv", "vakantiegeld", _uwv_holiday(real, year)[0], month)
    for line in year.lines.get(month, []):
        if line.code == ALLOWANCE:
            yield Payment(day, True, "uwv", ALLOWANCE, line.amount, month)


def _wage(real: RealMonth, payer: Payer) -> Iterator[Payment]:
    """A wage at the end of the month, or of each period of four weeks that ends in it."""
    if isinstance(payer.net, Unknown):
        day = last_day(real.month)
        yield Payment(day, True, "employer", "loon", payer.net, real.month, payer.work)
        return
    wages = [] if isinstance(real.gross.wages, Unknown) else real.gross.wages
    wages = [wage for wage in wages if wage.place == payer.work]
    # the employer takes off the own contribution to the pension too
    left = payer.net - sum((wage.pension for wage in wages), ZERO)
    days = [day for wage in wages for day in wage.days or (last_day(real.month),)]
    gross = [wage.gross / len(wage.days or (None,)) for wage in wages for _ in wage.days or (None,)]
    whole, net = sum(gross, ZERO), left
    for number, (day, part) in enumerate(zip(days, gross, strict=True), start=1):
        amount = left if number == len(days) else cents(net * part / whole) if whole else ZERO
        left -= amount
        yield Payment(day, True, "employer", "loon", amount, real.month, payer.work)


def _uwv_by_benefit(real: RealMonth) -> dict[str, Figure]:
    """What UWV pays net of each benefit over a month, without holiday allowance.

    The payroll tax is on the sum; it is divided as the benefits are. The Toeslagenwet is paid
    with the benefit that it comes with.
    """
    lines = [line for line in real.gross.lines if line.payer == "uwv"]
    net = next((payer.net for payer in real.gross.payers if payer.payer == "uwv"), ZERO)
    whole = total(*(line.amount for line in lines))
    codes = [line.code for line in lines if line.code != "toeslagenwet"]
    if isinstance(net, Unknown):
        return dict.fromkeys(codes, net)
    if isinstance(whole, Unknown):
        return dict.fromkeys(codes, whole)
    if not whole:
        return {}
    main = next((code for code in codes if code != "ww"), "ww")
    found: dict[str, Figure] = {}
    left = net
    for line in lines:
        if line.code in ("toeslagenwet", main) or isinstance(line.amount, Unknown):
            continue
        share = cents(net * line.amount / whole)
        if share:
            found[line.code] = share
        left -= share
    if left:
        found[main] = left
    return found


def _uwv_holiday(real: RealMonth, year: TimelineYear) -> tuple[Figure, Figure]:
    """The holiday allowance of UWV over a month after tax: what May pays, what a WW leaves (euro).

    The tax is on the sum; it is divided in proportion.
    """
    tax = year.on_holiday.get(real.month, {}).get(None, ZERO)
    whole, left = real.vakantiegeld_uitkering, real.vakantiegeld_einde
    net = minus(whole, tax)
    if left == ZERO:
        return net, ZERO
    if isinstance(net, Unknown) or isinstance(whole, Unknown) or isinstance(left, Unknown):
        return (ZERO, net) if whole == left else (net, net)
    of_end = cents(net * left / whole)
    return net - of_end, of_end


def _ww_over_last_month(before: RealMonth, years: Mapping[int, TimelineYear]) -> Iterator[Payment]:
    """WW over the month before: some days after the statement of income (WW art. 33 lid 1).

    What is left of the holiday allowance comes with the last of it (art. 33 lid 3).
    """
    day = ww_day(before.month, before.amounts)
    yield Payment(day, True, "uwv", "ww", _uwv_by_benefit(before).get("ww", ZERO), before.month)
    year = years.get(before.month[0])
    if year is not None:
        left = _uwv_holiday(before, year)[1]
        yield Payment(day, True, "uwv", "vakantiegeld", left, before.month)


def uwv_day(month: Month, amounts: Amounts) -> date:
    """The day on which UWV usually pays WIA and Wajong: in a weekend the Friday before it."""
    day = date(*month, int(amounts.uwv_betaaldagen.gewone_dag.value))
    while day.weekday() >= SATURDAY:
        day -= ONE_DAY
    return day


def toeslagen_day(month: Month, amounts: Amounts) -> date:
    """The day on which Dienst Toeslagen pays: in a weekend the Monday after it."""
    return _working_day(date(*month, int(amounts.toeslagen_betaaldagen.gewone_dag.value)))


def _working_day(day: date) -> date:
    """The day, or the first working day after a weekend or New Year's Day."""
    while day.weekday() >= SATURDAY or (day.month, day.day) == (1, 1):
        day += ONE_DAY
    return day


def _toeslagen(month: Month, toeslagen: Mapping[int, ToeslagYear]) -> Iterator[Payment]:
    """The advances for the month after (Awir art. 22 lid 1)."""
    after = shift(month, 1)
    day = toeslagen_day(month, amounts_in(month))
    year = toeslagen.get(after[0])
    if year is None:
        why = Unknown((), "rules_not_known")
        yield Payment(day, False, "toeslagen", "toeslagen", why, after)
        return
    advances = year.scenarios["at_once"].advances.get(after, {})
    for code in TOESLAGEN:
        amount = advances.get(code, ZERO)
        if amount != ZERO:
            yield Payment(day, False, "toeslagen", code, amount, after)


def _kinderbijslag(month: Month, timeline: Timeline) -> Iterator[Payment]:
    """The quarter before, to its day in the month after it (AKW art. 18)."""
    if month[1] not in QUARTER_MONTHS or not timeline.household.children:
        return
    quarter = shift(month, -MONTHS_IN_QUARTER)
    amounts = amounts_in(quarter)

    def due() -> Decimal:
        whole = ZERO
        for child in timeline.household.children:
            born = need(child.birth_date, f"{child.path}.birth_date")
            if born <= first_day(quarter):
                amount = kinderbijslag.per_kwartaal(amounts, age_on(born, first_day(quarter)))
                whole += amount.value if amount is not None else ZERO
        return whole

    amount = known_or_why(due)
    if amount == ZERO:
        return
    law = amounts_in(month).svb_betaaldagen
    published = law.__dict__.get("betaaldagen")
    if published is not None:
        day, around = published.value[f"{month[1]:02d}"]["date"], False
    else:
        day = _working_day(date(*month, int(law.gewone_dag.value)))
        around = True
    yield Payment(day, around, "svb", "kinderbijslag", amount, quarter)


def _assessment(month: Month, years: Mapping[int, TimelineYear]) -> Iterator[Payment]:
    """The assessment of the year before, for who sends the return before 1 April: by 1 July.

    The Zvw contribution over profit is an assessment of its own, asked at the same time.
    """
    year = month[0] - 1
    if month[1] != JULY or year not in years:
        return
    figures = years[year].figures
    settled = paid_of_assessment(figures.assessment, amounts_in((year, DECEMBER)))
    amount = minus(settled, figures.zvw)
    if amount != ZERO:
        yield Payment(first_day(month), True, "belastingdienst", "aanslag", amount, (year, 1))


def paid_of_assessment(assessment: Figure, amounts: Amounts) -> Figure:
    """What of an assessment is really paid: small amounts aren't (Wet IB 2001 art. 9.4).

    ``assessment``: withheld less due, euro per year. Up to the aanslaggrens nothing is asked (lid
    1 a; for who sent a return: lid 5), up to the teruggaafgrens nothing comes back (lid 5).
    """
    if isinstance(assessment, Unknown):
        return assessment
    law = amounts.inkomstenbelasting
    if -law.aanslaggrens.value <= assessment <= law.teruggaafgrens.value:
        return ZERO
    return assessment
