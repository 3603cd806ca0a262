"""The months of the calendar: what happens, what arrives when, and what belongs to a month.

Sums are in cents, because they add up to a total. An amount of which a part isn't known is
never shown.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from django.utils.safestring import SafeString

from calculator.results import calendar_wording as wording
from calculator.results import wording as month_wording
from calculator.results.calendar_texts import (
    NOTHING,
    Texts,
    mixed,
    reason_of,
    reasons_of,
    said,
)
from calculator.results.cells import Cell
from calculator.results.page import ORDER, SET_ASIDE
from calculator.rules.calendar import CalendarMonth, CalendarOutcome, CalendarYear
from calculator.rules.calendar_year import TOESLAGEN
from calculator.rules.figures import Figure, Line, Unknown, minus, total
from calculator.rules.jobs import Event
from calculator.rules.money import ZERO, at_least_zero
from calculator.rules.payments import Payment
from calculator.rules.periods import ONE_DAY, Month, shift

#: payments that are for no month in particular
WITHOUT_PERIOD = frozenset({"vakantiegeld", "tegemoetkoming_arbeidsongeschikten"})
#: reasons that hold for every month after it too
NOTHING_MORE = frozenset({"aow_leeftijd", "rules_not_known"})
#: what working costs: it goes out in the month itself
COSTS = ("childcare_cost", "travel_cost")
#: everything that goes out of what comes in: costs, and what is put aside for the tax over profit
GOES_OUT = (*COSTS, *sorted(SET_ASIDE))
#: the kinds of benefit, of which one is paid together with the Toeslagenwet
BENEFITS = ("ww", "wga", "iva", "wajong")
#: the month in which the tax assessment of the year before comes
JULY = 7
#: events and gross lines of a month stand in these orders
EVENT_ORDER = {code: place for place, code in enumerate(wording.EVENTS)}
LINE_ORDER = {code: place for place, code in enumerate(ORDER)}


@dataclass
class PaymentText:
    """One payment: the day, what it is, from whom and over which time, and how much."""

    day: str
    around: bool
    what: str
    about: str
    amount: Cell


@dataclass
class LineText:
    """One line of what belongs to a month."""

    label: str
    cell: Cell


@dataclass
class CostText:
    """What goes out of what comes in: what for, and how much (negative)."""

    label: str
    about: str
    cell: Cell


@dataclass
class MonthText:
    """One month of a calendar, closed and open."""

    name: str
    #: the name of the month without its year
    month: str
    #: everything that arrives
    received: Cell
    #: what goes out of it: costs of working, what is put aside
    costs: list["CostText"]
    #: what is left of it then
    left: Cell
    #: how much goes out where that is more than what comes in, and why; "" and nothing elsewhere
    goes_out: str
    why_out: SafeString
    #: the difference with now, in words
    difference: SafeString
    provisional: bool
    events: list[str]
    payments: list[PaymentText]
    lines: list[LineText]
    net: Cell
    #: why it isn't known
    reasons: list[str]
    #: a part of the month lies before the benefit, and isn't counted
    incomplete: bool


@dataclass
class SituationText:
    """The calendar of now or of a plan."""

    name: str
    months: list[MonthText]
    #: why nothing is known, where that is so
    reasons: list[str]

    @property
    def known(self) -> bool:
        """Whether there is any month with an amount."""
        return any(month.received.known or month.net.known for month in self.months)


class CalendarMonths:
    """The months of now and of every plan as texts."""

    def __init__(
        self, calendars: Sequence[CalendarOutcome], names: Sequence[str], texts: Texts
    ) -> None:
        """``calendars``: of now and of every plan, in the order of ``names``."""
        self.calendars = calendars
        self.names = names
        self.texts = texts
        self.now = calendars[0]
        self._told: dict[int, SituationText] = {}

    @cached_property
    def shown(self) -> int:
        """How many months are shown: a row of months without rules at the end says it once."""
        ends = len(self.now.months)
        while ends > 0 and all(
            reason_of(calendar.months[ends - 1].net) in NOTHING_MORE for calendar in self.calendars
        ):
            ends -= 1
        if ends < len(self.now.months) and self.now.months[ends].events:
            ends += 1  # the month in which something happens is worth telling
        return ends

    def not_shown(self) -> list[str]:
        """Why the calendar stops before its last month; nothing where it doesn't."""
        left_out = self.now.months[self.shown :]
        if not left_out or not self.shown:
            return []
        since = self.texts.gettext("Vanaf %(month)s geven wij geen bedragen.") % {
            "month": self.texts.month_and_year(left_out[0].month)
        }
        return [since, *reasons_of([month.net for month in left_out])]

    @property
    def situations(self) -> list[SituationText]:
        """Every plan, and now at the end."""
        return [self.situation(place) for place in self.order()]

    def order(self) -> list[int]:
        """The places of the situations as they are shown: every plan, and now at the end."""
        return [*range(1, len(self.calendars)), 0]

    def situation(self, place: int) -> SituationText:
        """The months of one situation, put in words when they are asked for."""
        if place not in self._told:
            calendar = self.calendars[place]
            months = [self._month(calendar, number) for number in range(self.shown)]
            found = SituationText(self.names[place], months, [])
            if not found.known:
                found.reasons = reasons_of([month.net for month in calendar.months])
            self._told[place] = found
        return self._told[place]

    def _month(self, calendar: CalendarOutcome, place: int) -> MonthText:
        month = calendar.months[place]
        received = received_in(calendar, place)
        left = left_in(calendar, place)
        now = left_in(self.now, place)
        difference = NOTHING
        if calendar is not self.now and isinstance(left, Decimal) and isinstance(now, Decimal):
            difference = self._difference(left - now)
        known = isinstance(month.net, Decimal)
        reasons = reasons_of([month.net, received])
        if known and isinstance(received, Unknown) and not received.paths:
            # what isn't known belongs to another month
            reasons = [self.texts.gettext(wording.TOESLAG_LATER)]
        return MonthText(
            name=self.texts.month_and_year(month.month),
            month=self.texts.month_name(month.month),
            received=self.texts.cell(received),
            costs=list(self._costs(calendar, place)) if isinstance(received, Decimal) else [],
            left=self.texts.cell(left),
            goes_out=self.texts.money(-left) if _is_negative(left) else "",
            why_out=self._why_out(month) if _is_negative(left) else NOTHING,
            difference=difference,
            provisional=month.certainty == "provisional"
            and reason_of(month.net) != "rules_not_known",
            events=list(self.events_of(calendar, place)),
            payments=[
                self.payment_text(payment, self.lines_over(calendar, payment))
                for payment in self.in_order(month)
            ],
            lines=list(self._lines(month)) if known else [],
            net=self.texts.cell(month.net),
            reasons=reasons,
            incomplete=known and not month.complete,
        )

    @cached_property
    def has_costs(self) -> bool:
        """Whether anything goes out of what comes in, in any month that is shown."""
        return any(
            figure != ZERO
            for calendar in self.calendars
            for place in range(self.shown)
            for figure in going_out(calendar, place).values()
        )

    def _costs(self, calendar: CalendarOutcome, place: int) -> Iterator[CostText]:
        """What goes out of what comes in, and what was put aside for a bill of this month."""
        for code, figure in going_out(calendar, place).items():
            if figure != ZERO:
                yield CostText(
                    self.texts.gettext(wording.GOES_OUT[code]),
                    self.texts.gettext(wording.ABOUT_SO_MUCH),
                    self.texts.cell(figure),
                )
        for year in billed_in(calendar, place):
            held = put_aside_for(year)
            if isinstance(held, Decimal) and held > ZERO:
                about = self.texts.gettext(wording.FOR_TAX_OF_YEAR) % {"year": str(year.year)}
                yield CostText(
                    self.texts.gettext(wording.WAS_PUT_ASIDE), about, self.texts.cell(held)
                )

    def _why_out(self, month: CalendarMonth) -> SafeString:
        """Why more goes out than comes in: mostly the tax of the year before."""
        for payment in month.payments:
            amount = payment.amount
            if payment.code == "aanslag" and isinstance(amount, Decimal) and amount < ZERO:
                return mixed(
                    self.texts.gettext("Dat komt door de belasting over %(year)s: %(amount)s."),
                    {"amount": self.texts.money(-amount)},
                    {"year": str(payment.over[0])},
                )
        return said(self.texts.gettext("Deze maand gaat er meer uit dan er binnenkomt."))

    def _difference(self, more: Decimal) -> SafeString:
        """A difference with now."""
        amount = self.texts.money(abs(more))
        if more > ZERO:
            return said(self.texts.gettext("%(amount)s meer dan zonder plan"), amount=amount)
        if more < ZERO:
            return said(self.texts.gettext("%(amount)s minder dan zonder plan"), amount=amount)
        return said(self.texts.gettext("evenveel als zonder plan"))

    @staticmethod
    def in_order(month: CalendarMonth) -> list[Payment]:
        """The payments of a month by day."""
        return sorted(month.payments, key=lambda payment: payment.day)

    # --- What happens in a month ----------------------------------------------------------

    def events_of(self, calendar: CalendarOutcome, place: int) -> Iterator[str]:
        """What happens in a month, causes before what follows from them."""
        month = calendar.months[place]
        events = {event.code: event for event in month.events}
        after = calendar.months[place + 1] if place + 1 < len(calendar.months) else None
        comes_back = after is not None and any(
            event.code == "ww_herleeft" for event in after.events
        )
        ww_stops = "ww_stopt_door_inkomen" in events
        has_ww = any(
            line.code == "ww" and isinstance(line.amount, Decimal) and line.amount > ZERO
            for line in month.lines
        )
        causes = [code for code in ("twee_loonperioden", "vakantiegeld_werk") if code in events]
        last_cause = causes[-1] if causes else None
        for code in sorted(events, key=EVENT_ORDER.__getitem__):
            if code == "ww_stopt_door_inkomen" and last_cause and comes_back:
                continue
            text = self._event(events[code], month.month)
            if code == "vakantiegeld_werk" and "contract_eindigt" in events:
                text = self.texts.gettext(wording.HOLIDAY_OF_CONTRACT)
            if code == "vakantiegeld_uitkering" and "ww_eindigt" in events:
                text = self.texts.gettext(wording.HOLIDAY_LEFT_OVER)
            if code == last_cause and ww_stops and comes_back:
                text += " " + self._with_month(wording.WW_NOT_THIS_MONTH, month.month)
            elif code == last_cause and has_ww:
                text += " " + self._with_month(wording.WW_LOWER, month.month)
            elif code == "ww_stopt_door_inkomen" and not comes_back:
                text += " " + self.texts.gettext(wording.WW_STAYS_AWAY)
            yield text

    def _with_month(self, text: str, month: Month) -> str:
        return self.texts.gettext(text) % {
            "month": self.texts.month_name(month),
            "next": self.texts.month_name(shift(month, 1)),
        }

    def _event(self, event: Event, month: Month) -> str:
        params = {"month": self.texts.month_name(month)}
        if event.day is not None:
            params |= {
                "day": self.texts.day_on_one_line(event.day),
                "before": self.texts.day_on_one_line(event.day - ONE_DAY),
            }
        return self.texts.gettext(wording.EVENTS[event.code]) % params

    # --- What arrives, and what belongs to a month ----------------------------------------

    @cached_property
    def _jobs(self) -> dict[int, int]:
        """The number of each job, where there are several."""
        works = sorted(
            {
                payment.work
                for calendar in self.calendars
                for month in calendar.months
                for payment in month.payments
                if payment.work is not None
            }
        )
        return {work: place for place, work in enumerate(works, 1)} if len(works) > 1 else {}

    def _wage_label(self, work: int | None) -> str:
        if work in self._jobs:
            return self.texts.gettext(wording.NTH_JOB) % {
                "number": self.texts.number(self._jobs[work])
            }
        wage = wording.PAYMENTS["loon"]
        return self.texts.gettext(wage)

    def lines_over(self, calendar: CalendarOutcome, payment: Payment) -> list[Line]:
        """The lines of the month that is paid for.

        Of the month before the calendar nothing is shown: then those of its first month as it is
        now, for before the calendar everything is as it is now.
        """
        if payment.over < self.now.months[0].month:
            return self.now.months[0].lines
        return next((it.lines for it in calendar.months if it.month == payment.over), [])

    def payment_text(self, payment: Payment, lines: Sequence[Line] = ()) -> PaymentText:
        """One payment; tax that has to be paid is one too. ``lines``: of the month paid for."""
        amount = payment.amount
        to_pay = payment.code == "aanslag" and isinstance(amount, Decimal) and amount < ZERO
        payer = wording.TO_BELASTINGDIENST if to_pay else wording.PAYERS[payment.payer]
        if payment.code == "loon":
            what = self._wage_label(payment.work)
        elif to_pay:
            what = self.texts.gettext(wording.TAX_TO_PAY)
        else:
            what = self._what(payment, lines)
        return PaymentText(
            day=self.texts.day(payment.day),
            around=payment.around,
            what=what,
            about=self._about(payment, self.texts.gettext(payer)),
            amount=self.texts.cell(amount),
        )

    def _what(self, payment: Payment, lines: Sequence[Line]) -> str:
        """What is paid: a benefit that the Toeslagenwet comes with is named with it."""
        running = {line.code for line in lines if line.payer == "uwv" and line.amount != ZERO}
        of_uwv = [code for code in BENEFITS if any(line.code == code for line in lines)]
        main = next((code for code in of_uwv if code != "ww"), "ww")
        if payment.code == main and "toeslagenwet" in running:
            return self.texts.gettext(wording.WITH_TOESLAGENWET[main])
        return self.texts.gettext(wording.PAYMENTS[payment.code])

    def _about(self, payment: Payment, payer: str) -> str:
        """From whom, and over which time."""
        if payment.code in WITHOUT_PERIOD:
            return payer
        params = {"payer": payer, "month": self.texts.month_name(payment.over)}
        if payment.code == "kinderbijslag":
            params["first"] = params["month"]
            params["last"] = self.texts.month_name(shift(payment.over, 2))
            return self.texts.gettext(wording.OVER_MONTHS) % params
        if payment.code == "aanslag":
            return self.texts.gettext(wording.OVER_YEAR) % {
                "payer": payer,
                "year": str(payment.over[0]),
            }
        text = wording.FOR_MONTH if payment.payer == "toeslagen" else wording.OVER_MONTH
        return self.texts.gettext(text) % params

    @staticmethod
    def code_of(line: Line) -> str:
        """The code that the words of a line go by: the same code may come from several payers."""
        if line.code == "vakantiegeld":
            return f"{line.payer}.{line.code}"
        return f"partner.{line.code}" if line.payer == "partner" else line.code

    def _lines(self, month: CalendarMonth) -> Iterator[LineText]:
        """Gross amounts, the tax of each payer and the net lines: together the net of the month."""
        gross = [line for line in month.lines if line.payer is not None]
        gross.sort(key=lambda line: LINE_ORDER.get(self.code_of(line), len(ORDER)))
        for line in gross:
            if line.amount != ZERO:
                yield LineText(self._line_label(line), self.texts.cell(line.amount))
        for code, label in month_wording.PAYERS.items():
            withheld = total(*(item.withheld for item in month.payers if item.payer == code))
            if withheld != ZERO:
                yield LineText(self.texts.gettext(label), self.texts.cell(minus(ZERO, withheld)))
        for line in month.lines:
            if line.payer is None and line.amount != ZERO:
                yield LineText(self._line_label(line), self.texts.cell(line.amount))

    def _line_label(self, line: Line) -> str:
        if line.code == "loon" and line.payer == "employer":
            return self._wage_label(line.work)
        return self.texts.gettext(wording.LINES[self.code_of(line)])


def received_in(calendar: CalendarOutcome, place: int) -> Figure:
    """What arrives in a month; unknown where something of it may be left out."""
    month = calendar.months[place]
    if isinstance(month.net, Unknown) and not month.payments:
        return month.net
    if isinstance(month.net, Unknown) and (
        month.net.reason in ("aow_leeftijd", "voor_uitkering") or month.net.paths
    ):
        return month.net
    before = calendar.months[place - 1] if place else None
    if before is not None:
        # the WW of the month before arrives now
        for payer in before.payers:
            if payer.payer == "uwv" and isinstance(payer.gross, Unknown):
                return payer.gross
    after = calendar.months[place + 1] if place + 1 < len(calendar.months) else None
    if after is not None and isinstance(after.net, Unknown) and not after.net.paths:
        # the toeslagen of the month after arrive now, and what they are isn't known
        had = any(line.code in TOESLAGEN and line.amount != ZERO for line in month.lines)
        if had and not any(payment.payer == "toeslagen" for payment in month.payments):
            return after.net
    return month.received


def _is_negative(figure: Figure) -> bool:
    return isinstance(figure, Decimal) and figure < ZERO


def going_out(calendar: CalendarOutcome, place: int) -> dict[str, Figure]:
    """What goes out of what comes in over a month, by what it is for (negative)."""
    amounts: dict[str, list[Figure]] = {}
    for line in calendar.months[place].lines:
        if line.payer is None and line.code in GOES_OUT:
            amounts.setdefault(line.code, []).append(line.amount)
    if not amounts:
        return {}
    found = {code: total(*amounts[code]) for code in GOES_OUT if code in amounts}
    return {code: figure for code, figure in found.items() if figure != ZERO}


def put_aside_for(year: CalendarYear) -> Figure:
    """What the months of a year put aside for the tax and the Zvw over its profit (euro)."""
    parts = (year.figures.belasting_op_winst, year.figures.zvw)
    return total(*(it if isinstance(it, Unknown) else at_least_zero(it) for it in parts))


def billed_in(calendar: CalendarOutcome, place: int) -> list[CalendarYear]:
    """The years whose assessment comes in a month, also where it asks nothing."""
    year, month = calendar.months[place].month
    return [item for item in calendar.years if month == JULY and item.year == year - 1]


def left_in(calendar: CalendarOutcome, place: int) -> Figure:
    """What is left in a month of what comes in, after the costs of working (euro).

    What is put aside for the tax over profit goes out in the month itself. When that tax is asked
    it is paid from what was put aside, so that it isn't counted twice.
    """
    received = received_in(calendar, place)
    if isinstance(received, Unknown):
        return received
    held = (put_aside_for(year) for year in billed_in(calendar, place))
    return total(received, *going_out(calendar, place).values(), *held)
