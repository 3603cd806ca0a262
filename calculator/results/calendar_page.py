"""The calendar, the curve and the repayments as a page: texts and tables in the active language.

Sums are shown in cents where they add up to a total; where one amount says it all, in whole
euros. An amount of which a part isn't known is never shown.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_CEILING, Decimal
from functools import cached_property

from babel.dates import format_date, format_skeleton
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext, ngettext

from calculator.formats import format_money, format_number, locale_of
from calculator.results import calendar_wording as wording
from calculator.results import wording as month_wording
from calculator.results.page import ORDER, WORTH_SAYING, Cell
from calculator.results.pictures import (
    BarsPicture,
    BarValue,
    CurveMark,
    CurvePicture,
    axis_step,
    bars_picture,
    curve_picture,
    round_up,
)
from calculator.rules.calendar import CalendarMonth, CalendarOutcome, CalendarYear
from calculator.rules.calendar_year import TOESLAGEN
from calculator.rules.curve import WORTH_NAMING, Curve, CurveStep
from calculator.rules.figures import Figure, Line, Unknown, minus, total
from calculator.rules.money import ZERO
from calculator.rules.outcome import Outcome
from calculator.rules.payments import Payment
from calculator.rules.periods import ONE_DAY, Month, between, first_day, shift
from calculator.rules.settlements import BenefitSettlement, Reported, Scenario
from calculator.rules.timeline import Event

HUNDRED = Decimal(100)
#: a wage below this is no wage: what changes there, changes with the first euro
FIRST_EURO = Decimal(1)
#: the curve is shown for at least this much beyond the visitor's own wage (euro per month)
BEYOND_OWN = Decimal(500)
BEYOND_STEP = Decimal(250)
#: as far as the curve is drawn where rights end that somebody may come near (euro per month)
NEAR = Decimal(4500)
#: rows of the table of wages, apart from the own wage and the drops
ROWS = 9
#: payments that are for no month in particular
WITHOUT_PERIOD = frozenset({"vakantiegeld", "tegemoetkoming_arbeidsongeschikten"})
#: reasons that hold for every month after it too
NOTHING_MORE = frozenset({"aow_leeftijd", "rules_not_known"})
JUNE = 6


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
class MonthText:
    """One month of a calendar, closed and open."""

    name: str
    #: the name of the month without its year
    month: str
    received: Cell
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


@dataclass
class StepText:
    """What happens at one wage."""

    #: its number in the picture; "" where it isn't drawn
    number: str
    title: SafeString
    texts: list[str]
    effect: SafeString
    again: SafeString
    drop: bool


@dataclass
class WageRow:
    """A wage of the table: what is left, and what stays of each hundred euro more."""

    gross: str
    net: str
    of_hundred: str
    #: how much falls away at this wage, in words
    drop: SafeString
    own: bool
    first_euro: bool = False


@dataclass
class CurveText:
    """The curve: its main sentence, picture, table and steps."""

    sentences: list[SafeString]
    picture: CurvePicture
    description: str
    rows: list[WageRow]
    steps: list[StepText]


@dataclass
class ScenarioRow:
    """What is repaid when a change is told at once, later or not."""

    label: str
    repay: Cell
    extra: Cell
    aside: Cell


@dataclass
class ToeslagRow:
    """One toeslag of a scenario: what is paid as an advance, the right, and what follows."""

    label: str
    advance: Cell
    right: Cell
    #: what comes extra; negative: what is repaid
    settled: Cell
    kind: str = "line"


@dataclass
class ScenarioText:
    """The toeslagen behind one scenario."""

    label: str
    rows: list[ToeslagRow]
    #: what isn't asked back because it is little
    left_alone: list[SafeString]


@dataclass
class KortingRow:
    """What the assessment would be with the credit somewhere."""

    at: str
    #: "back", "pay", "nothing" or "unknown"
    kind: str
    amount: str
    chosen: bool


@dataclass
class YearText:
    """What is settled over a calendar year of one plan."""

    year: str
    provisional: bool
    sentence: SafeString
    rows: list[ScenarioRow]
    with_extra: bool
    behind: list[ScenarioText]
    settled: str
    tax: SafeString
    tax_aside: SafeString | None
    kortingen: list[KortingRow]
    assumed: list[str]
    reasons: list[str]


@dataclass
class SettlementRow:
    """A benefit paid on an estimate for some months."""

    held: str
    repay: str
    extra: str
    month: str


@dataclass
class SettlementText:
    """A benefit, with less or more income than was expected."""

    benefit: str
    income: str
    rows: list[SettlementRow]


@dataclass
class PlanRepayments:
    """What is settled afterwards, for one plan."""

    name: str
    years: list[YearText]
    settlements: list[SettlementText] = field(default_factory=list)


class CalendarPage:
    """Everything that the templates of the calendar, the curve and the repayments show."""

    def __init__(
        self,
        calendars: Sequence[CalendarOutcome],
        curve: Curve | None,
        outcome: Outcome,
        names: Sequence[str],
        language: str,
    ) -> None:
        """``calendars``: of now and of every plan, in the order of ``names``."""
        self.calendars = list(calendars)
        self.outcome = outcome
        self.names = list(names)
        self.language = language
        self.now = self.calendars[0]
        self.plans = self.calendars[1:]
        self._curve = curve
        months = [month.month for month in self.now.months]
        self.start, self.end = months[0], months[-1]

    # --- Words ----------------------------------------------------------------------------

    def _money(self, amount: Decimal, *, whole: bool = False) -> str:
        return format_money(amount, self.language, whole=whole)

    def _wage(self, amount: Decimal) -> str:
        """A wage: without cents where it has none."""
        return self._money(amount, whole=amount == amount.to_integral_value())

    def _cell(self, figure: Figure, *, whole: bool = False) -> Cell:
        if isinstance(figure, Unknown):
            return Cell(gettext("niet bekend"), known=False)
        return Cell(self._money(figure, whole=whole))

    def _unknown(self) -> Cell:
        return Cell(gettext("niet bekend"), known=False)

    def _said(self, text: str, **params: str) -> SafeString:
        """A sentence with its amounts kept together and apart from the words around them."""
        amounts = {
            name: format_html('<bdi class="amount">{}</bdi>', value)
            for name, value in params.items()
        }
        # every value was escaped by format_html, and the words are escaped here
        return mark_safe(conditional_escape(text) % amounts)  # noqa: S308

    def _skeleton(self, skeleton: str, day: date) -> str:
        return str(format_skeleton(skeleton, day, locale=locale_of(self.language)))

    def _month_name(self, month: Month) -> str:
        """A month without its year: december."""
        return self._pattern("LLLL", first_day(month))

    def _pattern(self, pattern: str, day: date) -> str:
        return str(format_date(day, pattern, locale=locale_of(self.language)))

    def _month_and_year(self, month: Month) -> str:
        return self._skeleton("yMMMM", first_day(month))

    def _day(self, day: date) -> str:
        """A day without its year, on one line: 10 december."""
        return self._skeleton("MMMMd", day).replace(" ", "\N{NO-BREAK SPACE}")

    def _reasons(self, figures: Sequence[Figure]) -> list[str]:
        """Why amounts aren't known, each reason once."""
        found: dict[str, None] = {}
        for figure in figures:
            if not isinstance(figure, Unknown):
                continue
            if figure.reason:
                found[gettext(wording.REASONS[figure.reason])] = None
            if figure.paths:
                found[gettext(wording.MISSING)] = None
        return list(found)

    def _more_or_less(self, more: Decimal) -> SafeString:
        """A difference with now."""
        amount = self._money(abs(more))
        if more > ZERO:
            return self._said(gettext("%(amount)s meer dan nu"), amount=amount)
        if more < ZERO:
            return self._said(gettext("%(amount)s minder dan nu"), amount=amount)
        return self._said(gettext("evenveel als nu"))

    def has_partner(self) -> bool:
        """Whether the money of a partner is in the amounts."""
        return any(
            payer.payer == "partner"
            for situation in self.outcome.situations
            for payer in situation.month.payers
        )

    # --- The calendar ---------------------------------------------------------------------

    @cached_property
    def _shown(self) -> int:
        """How many months are shown: a row of months without rules at the end says it once."""
        ends = len(self.now.months)
        while ends > 0 and all(
            self._reason(calendar.months[ends - 1].net) in NOTHING_MORE
            for calendar in self.calendars
        ):
            ends -= 1
        if ends < len(self.now.months) and self.now.months[ends].events:
            ends += 1  # the month in which something happens is worth telling
        return ends

    def not_shown(self) -> list[str]:
        """Why the calendar stops before its last month; nothing where it doesn't."""
        left_out = self.now.months[self._shown :]
        if not left_out or not self._shown:
            return []
        since = gettext("Vanaf %(month)s geven wij geen bedragen.") % {
            "month": self._month_and_year(left_out[0].month)
        }
        return [since, *self._reasons([month.net for month in left_out])]

    @cached_property
    def situations(self) -> list[SituationText]:
        """Every plan, and now at the end."""
        order = [*range(1, len(self.calendars)), 0]
        return [self._situation(self.calendars[place], self.names[place]) for place in order]

    def several_plans(self) -> bool:
        """Whether the pictures show only one of the plans."""
        return len(self.plans) > 1

    def first(self) -> SituationText:
        """The situation that the page begins with: the first plan, or now."""
        return self.situations[0]

    def others(self) -> list[SituationText]:
        """The situations that are closed at first."""
        return self.situations[1:]

    def has_calendar(self) -> bool:
        """Whether anything is known of any month."""
        return any(situation.known for situation in self.situations)

    def has_ww(self) -> bool:
        """Whether there is a WW, which is paid in the month after."""
        return any(
            line.code == "ww"
            for calendar in self.calendars
            for month in calendar.months
            for line in month.lines
        )

    def has_toeslagen(self) -> bool:
        """Whether Dienst Toeslagen pays something, which comes in the month before."""
        return any(
            payment.payer == "toeslagen" and payment.code != "toeslagen"
            for calendar in self.calendars
            for month in calendar.months
            for payment in month.payments
        )

    def has_profit(self) -> bool:
        """Whether there is profit, of which the tax is asked later."""
        return any(
            line.code == "belasting_winst" and line.amount != ZERO
            for calendar in self.calendars
            for month in calendar.months
            for line in month.lines
        )

    def provisional_years(self) -> str:
        """The years of which not every amount is known yet, as text; "" where there is none."""
        years = {
            month.month[0]
            for calendar in self.calendars
            for month in calendar.months
            if month.certainty == "provisional" and self._reason(month.net) != "rules_not_known"
        }
        return " / ".join(str(year) for year in sorted(years))

    @staticmethod
    def _reason(figure: Figure) -> str:
        """Why an amount isn't known; "" where it is."""
        return figure.reason if isinstance(figure, Unknown) else ""

    def _situation(self, calendar: CalendarOutcome, name: str) -> SituationText:
        months = [self._month(calendar, place) for place in range(self._shown)]
        found = SituationText(name, months, [])
        if not found.known:
            found.reasons = self._reasons([month.net for month in calendar.months])
        return found

    @staticmethod
    def received(calendar: CalendarOutcome, place: int) -> Figure:
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

    def _month(self, calendar: CalendarOutcome, place: int) -> MonthText:
        month = calendar.months[place]
        received = self.received(calendar, place)
        now = self.received(self.now, place)
        difference = self._said("")
        if calendar is not self.now and isinstance(received, Decimal) and isinstance(now, Decimal):
            difference = self._more_or_less(received - now)
        known = isinstance(month.net, Decimal)
        reasons = self._reasons([month.net, received])
        if known and isinstance(received, Unknown) and not received.paths:
            # what isn't known belongs to another month
            reasons = [gettext(wording.TOESLAG_LATER)]
        return MonthText(
            name=self._month_and_year(month.month),
            month=self._month_name(month.month),
            received=self._cell(received),
            difference=difference,
            provisional=month.certainty == "provisional"
            and self._reason(month.net) != "rules_not_known",
            events=list(self._events(calendar, place)),
            payments=[self._payment(payment) for payment in self._in_order(month)],
            lines=list(self._lines(month)) if known else [],
            net=self._cell(month.net),
            reasons=reasons,
            incomplete=known and not month.complete,
        )

    @staticmethod
    def _in_order(month: CalendarMonth) -> list[Payment]:
        return sorted(month.payments, key=lambda payment: payment.day)

    # --- What happens in a month ----------------------------------------------------------

    def _events(self, calendar: CalendarOutcome, place: int) -> Iterator[str]:
        """What happens in a month, causes before what follows from them."""
        month = calendar.months[place]
        events = {event.code: event for event in month.events}
        order = list(wording.EVENTS)
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
        for code in sorted(events, key=order.index):
            if code == "ww_stopt_door_inkomen" and last_cause and comes_back:
                continue
            text = self._event(events[code], month.month)
            if code == "vakantiegeld_werk" and "contract_eindigt" in events:
                text = gettext(wording.HOLIDAY_OF_CONTRACT)
            if code == "vakantiegeld_uitkering" and "ww_eindigt" in events:
                text = gettext(wording.HOLIDAY_LEFT_OVER)
            if code == last_cause and ww_stops and comes_back:
                text += " " + self._with_month(wording.WW_NOT_THIS_MONTH, month.month)
            elif code == last_cause and has_ww:
                text += " " + self._with_month(wording.WW_LOWER, month.month)
            elif code == "ww_stopt_door_inkomen" and not comes_back:
                text += " " + gettext(wording.WW_STAYS_AWAY)
            yield text

    def _with_month(self, text: str, month: Month) -> str:
        return gettext(text) % {
            "month": self._month_name(month),
            "next": self._month_name(shift(month, 1)),
        }

    def _event(self, event: Event, month: Month) -> str:
        params = {"month": self._month_name(month)}
        if event.day is not None:
            params |= {"day": self._day(event.day), "before": self._day(event.day - ONE_DAY)}
        return gettext(wording.EVENTS[event.code]) % params

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
            return gettext(wording.NTH_JOB) % {"number": self._number(self._jobs[work])}
        return gettext(wording.PAYMENTS["loon"])

    def _number(self, number: int) -> str:
        return format_number(Decimal(number), self.language)

    def _payment(self, payment: Payment) -> PaymentText:
        amount = payment.amount
        to_pay = payment.code == "aanslag" and isinstance(amount, Decimal) and amount < ZERO
        payer = wording.TO_BELASTINGDIENST if to_pay else wording.PAYERS[payment.payer]
        if payment.code == "loon":
            what = self._wage_label(payment.work)
        else:
            what = gettext(wording.TAX_TO_PAY if to_pay else wording.PAYMENTS[payment.code])
        return PaymentText(
            day=self._day(payment.day),
            around=payment.around,
            what=what,
            about=self._about(payment, gettext(payer)),
            amount=self._cell(amount),
        )

    def _about(self, payment: Payment, payer: str) -> str:
        """From whom, and over which time."""
        if payment.code in WITHOUT_PERIOD:
            return payer
        params = {"payer": payer, "month": self._month_name(payment.over)}
        if payment.code == "kinderbijslag":
            params["first"] = params["month"]
            params["last"] = self._month_name(shift(payment.over, 2))
            return gettext(wording.OVER_MONTHS) % params
        if payment.code == "aanslag":
            return gettext(wording.OVER_YEAR) % {"payer": payer, "year": str(payment.over[0])}
        text = wording.FOR_MONTH if payment.payer == "toeslagen" else wording.OVER_MONTH
        return gettext(text) % params

    @staticmethod
    def _code(line: Line) -> str:
        if line.code == "vakantiegeld":
            return f"{line.payer}.{line.code}"
        return f"partner.{line.code}" if line.payer == "partner" else line.code

    def _lines(self, month: CalendarMonth) -> Iterator[LineText]:
        """Gross amounts, the tax of each payer and the net lines: together the net of the month."""
        place = {code: number for number, code in enumerate(ORDER)}
        gross = [line for line in month.lines if line.payer is not None]
        gross.sort(key=lambda line: place.get(self._code(line), len(ORDER)))
        for line in gross:
            if line.amount != ZERO:
                yield LineText(self._line_label(line), self._cell(line.amount))
        for code, label in month_wording.PAYERS.items():
            withheld = total(*(item.withheld for item in month.payers if item.payer == code))
            if withheld != ZERO:
                yield LineText(gettext(label), self._cell(minus(ZERO, withheld)))
        for line in month.lines:
            if line.payer is None and line.amount != ZERO:
                yield LineText(self._line_label(line), self._cell(line.amount))

    def _line_label(self, line: Line) -> str:
        if line.code == "loon" and line.payer == "employer":
            return self._wage_label(line.work)
        return gettext(wording.LINES[self._code(line)])

    # --- The picture of the calendar ------------------------------------------------------

    @cached_property
    def _received(self) -> list[tuple[Month, list[Figure]]]:
        """What the picture shows: what arrives in each month, now and in the first plan."""
        shown = [self.now, *self.plans[:1]]
        return [
            (month.month, [self.received(calendar, place) for calendar in shown])
            for place, month in enumerate(self.now.months[: self._shown])
        ]

    def legend(self) -> list[tuple[str, str]]:
        """The kinds of bars with their names."""
        return list(zip(("now", "plan"), self.names[:2], strict=False))

    @cached_property
    def picture(self) -> BarsPicture | None:
        """What arrives month after month; None where too little is known for a picture."""
        if not any(isinstance(figure, Decimal) for _, row in self._received for figure in row):
            return None
        months = []
        for place, (month, figures) in enumerate(self._received):
            with_year = place == 0 or month[1] == 1
            label = (
                self._skeleton("yMMM", first_day(month))
                if with_year
                else self._pattern("LLL", first_day(month))
            )
            values = [
                BarValue(kind, figure, self._money(figure, whole=True))
                if isinstance(figure, Decimal)
                else BarValue(kind, None, gettext("niet bekend"))
                for kind, figure in zip(("now", "plan"), figures, strict=False)
            ]
            months.append((label, values))
        return bars_picture(months)

    def picture_sentences(self) -> list[SafeString]:
        """What the picture says: most and least, and all months together."""
        plan = bool(self.plans)
        known = [
            (figures[-1], month)
            for month, figures in self._received
            if isinstance(figures[-1], Decimal)
        ]
        if not known:
            return []
        said = []
        together = self._together()
        if together is not None:
            said.append(together)
        if len(known) == 1:
            ((amount, month),) = known
            text = gettext("In %(month)s komt er %(amount)s binnen.")
            params = {"amount": self._money(amount, whole=True)}
            return [*said, self._mixed(text, params, {"month": self._month_and_year(month)})]
        most = max(known, key=lambda item: item[0])
        least = min(known, key=lambda item: item[0])
        params = {
            "most": self._money(most[0], whole=True),
            "least": self._money(least[0], whole=True),
        }
        if params["most"] == params["least"]:
            text = gettext("Elke maand komt er ongeveer %(most)s binnen.")
            return [*said, self._said(text, most=params["most"])]
        names = {
            "most_month": self._month_and_year(most[1]),
            "least_month": self._month_and_year(least[1]),
        }
        text = (
            gettext(
                "Met uw plan komt het meeste binnen in %(most_month)s: %(most)s. "
                "Het minste komt binnen in %(least_month)s: %(least)s."
            )
            if plan
            else gettext(
                "Het meeste komt binnen in %(most_month)s: %(most)s. "
                "Het minste komt binnen in %(least_month)s: %(least)s."
            )
        )
        return [*said, self._mixed(text, params, names)]

    def _mixed(self, text: str, amounts: dict[str, str], words: dict[str, str]) -> SafeString:
        """A sentence with amounts and other words in it."""
        found = {
            name: format_html('<bdi class="amount">{}</bdi>', v) for name, v in amounts.items()
        }
        found |= {name: format_html("{}", value) for name, value in words.items()}
        # every value was escaped by format_html, and the words are escaped here
        return mark_safe(conditional_escape(text) % found)  # noqa: S308

    def _together(self) -> SafeString | None:
        """The difference over all months together, where every month is known."""
        differences = []
        for _, figures in self._received:
            if len(figures) < 2:
                return None
            differences.append(minus(figures[1], figures[0]))
        more = total(*differences)
        if isinstance(more, Unknown):
            return None
        count = len(differences)
        if abs(more) < FIRST_EURO:
            text = gettext("In deze maanden samen komt er met uw plan evenveel binnen als nu.")
            return self._said(text)
        if more > ZERO:
            text = ngettext(
                "In deze maand komt er met uw plan %(amount)s meer binnen dan nu.",
                "In deze %(count)s maanden samen komt er met uw plan %(amount)s meer binnen "
                "dan nu.",
                count,
            )
        else:
            text = ngettext(
                "In deze maand komt er met uw plan %(amount)s minder binnen dan nu.",
                "In deze %(count)s maanden samen komt er met uw plan %(amount)s minder binnen "
                "dan nu.",
                count,
            )
        amount = {"amount": self._money(abs(more), whole=True)}
        return self._mixed(text, amount, {"count": self._number(count)})

    # --- The curve ------------------------------------------------------------------------

    def curve_name(self) -> str:
        """The plan that the curve is about."""
        ids = [calendar.id for calendar in self.calendars]
        return self.names[ids.index(self._curve.plan)] if self._curve is not None else ""

    def hundred(self) -> str:
        """The hundred euro of which the table tells what stays."""
        return self._money(HUNDRED, whole=True)

    def _own(self) -> Decimal | None:
        """The gross wage of the job that the curve varies, in the visitor's own plan."""
        if self._curve is None:
            return None
        plan = next((it for it in self.outcome.situations if it.id == self._curve.plan), None)
        lines = plan.month.lines if plan is not None else []
        wage = next((line.amount for line in lines if line.code == "loon"), None)
        return wage if isinstance(wage, Decimal) and wage >= FIRST_EURO else None

    @cached_property
    def _nets(self) -> dict[Decimal, Decimal]:
        """What is left at every wage of the curve where that is known."""
        if self._curve is None:
            return {}
        return {
            point.gross: point.net for point in self._curve.points if isinstance(point.net, Decimal)
        }

    def _shown_until(self, curve: Curve) -> Decimal:
        """How far the picture and the table go: past the own wage and whatever comes near it."""
        last = curve.points[-1].gross
        own = self._own() or ZERO
        ends = [own + BEYOND_OWN]
        for step in curve.steps:
            near = step.gross <= max(NEAR, own + BEYOND_OWN)
            if near or self._drops(step):
                ends.append((step.better_off_from or step.gross) + BEYOND_STEP)
        round_to = axis_step(ZERO, max(ends), ROWS)
        return min(round_up(max(ends), round_to), last)

    @staticmethod
    def _drops(step: CurveStep) -> bool:
        """Whether noticeably less is left from this wage on."""
        return step.net <= step.net_below - WORTH_NAMING

    @cached_property
    def curve(self) -> CurveText | None:
        """The curve in words, as a picture and as a table; None where there is none."""
        curve = self._curve
        if curve is None or ZERO not in self._nets or len(self._nets) < 3:
            return None
        end = self._shown_until(curve)
        steps = curve.steps
        drawn = [step for step in steps if step.gross <= end]
        numbers = {id(step): self._number(place) for place, step in enumerate(drawn, 1)}
        return CurveText(
            sentences=list(self._curve_sentences(curve)),
            picture=self._curve_picture(curve, end, drawn, numbers),
            description=self._curve_description(end),
            rows=list(self._wage_rows(curve, end)),
            steps=[self._step(step, numbers.get(id(step), "")) for step in steps],
        )

    def _curve_sentences(self, curve: Curve) -> Iterator[SafeString]:
        """The main thing: whether this wage leaves more, and where it would leave less."""
        own = self._own()
        if own is not None and own in self._nets:
            yield self._at_own_wage(curve, own)
        dips = [step for step in curve.steps if self._drops(step) and step.gross >= FIRST_EURO]
        if not dips:
            yield self._said(
                gettext("Gaat u meer verdienen? Dan houdt u nergens opeens minder over.")
            )
        for step in dips:
            if own is not None and self._inside(step, own):
                continue  # said already
            if step.better_off_from is None:
                text = gettext("Let op bij een loon vanaf %(gross)s. Daar houdt u minder over.")
                yield self._said(text, gross=self._wage(step.gross))
            else:
                text = gettext(
                    "Let op bij een loon tussen %(gross)s en %(better)s. Daar houdt u minder over "
                    "dan met een iets lager loon."
                )
                yield self._said(
                    text,
                    gross=self._wage(step.gross),
                    better=self._wage(step.better_off_from),
                )

    @staticmethod
    def _inside(step: CurveStep, own: Decimal) -> bool:
        """Whether a wage lies where less is left than just below a step."""
        return step.gross <= own and (step.better_off_from is None or own < step.better_off_from)

    def _at_own_wage(self, curve: Curve, own: Decimal) -> SafeString:
        """What the visitor's own wage does, against no wage and against what lies just below."""
        wage = self._wage(own)
        more = self._nets[own] - self._nets[ZERO]
        for step in curve.steps:
            if step.gross < FIRST_EURO or not self._drops(step) or not self._inside(step, own):
                continue
            if step.better_off_from is None:
                text = gettext(
                    "Met uw loon van %(wage)s houdt u iets minder over dan met een loon net onder "
                    "%(gross)s."
                )
                return self._said(text, wage=wage, gross=self._wage(step.gross))
            text = gettext(
                "Met uw loon van %(wage)s houdt u iets minder over dan met een loon net onder "
                "%(gross)s. Vanaf %(better)s houdt u weer meer over."
            )
            return self._said(
                text,
                wage=wage,
                gross=self._wage(step.gross),
                better=self._wage(step.better_off_from),
            )
        if more >= FIRST_EURO:
            text = gettext(
                "Ja. Met uw loon van %(wage)s houdt u %(more)s per maand meer over dan zonder "
                "dit loon. Van elke %(hundred)s loon houdt u dan ongeveer %(kept)s over."
            )
            return self._said(
                text,
                wage=wage,
                more=self._money(more),
                hundred=self.hundred(),
                kept=self._money(more / own * HUNDRED, whole=True),
            )
        if more > -FIRST_EURO:
            text = gettext("Met uw loon van %(wage)s houdt u per maand evenveel over.")
            return self._said(text, wage=wage)
        text = gettext(
            "Met uw loon van %(wage)s houdt u %(less)s per maand minder over dan zonder dit loon."
        )
        return self._said(text, wage=wage, less=self._money(-more))

    def _curve_description(self, end: Decimal) -> str:
        nets = [net for gross, net in self._nets.items() if gross <= end]
        return gettext(
            "De lijn loopt van een loon van %(from)s tot %(until)s bruto per maand. "
            "Het minste dat u overhoudt is %(least)s, het meeste %(most)s. "
            "De getallen staan in de tabel."
        ) % {
            "from": self._money(ZERO, whole=True),
            "until": self._money(end, whole=True),
            "least": self._money(min(nets), whole=True),
            "most": self._money(max(nets), whole=True),
        }

    def _curve_picture(
        self, curve: Curve, end: Decimal, drawn: list[CurveStep], numbers: dict[int, str]
    ) -> CurvePicture:
        lines: list[list[tuple[Decimal, Decimal]]] = [[]]
        below = {step.gross: step.net_below for step in drawn}
        for point in curve.points:
            if point.gross > end:
                break
            if isinstance(point.net, Unknown):
                lines.append([])
                continue
            if point.gross in below:
                lines[-1].append((point.gross, below[point.gross]))
            lines[-1].append((point.gross, point.net))
        pieces = [line for line in lines if line]
        marks = [
            CurveMark(numbers[id(step)], step.gross, step.net, self._drops(step)) for step in drawn
        ]
        own = self._own()
        mine = None
        if own is not None and own in self._nets:
            mine = (own, self._nets[own], gettext("uw loon"))
        return curve_picture(pieces, end, marks, mine, self._money_of_axis)

    def _money_of_axis(self, amount: Decimal) -> str:
        return self._money(amount, whole=True)

    def _wage_rows(self, curve: Curve, end: Decimal) -> Iterator[WageRow]:
        """Round wages, the own wage, and every wage at which much falls away."""
        own = self._own()
        drops = {
            step.gross: step for step in curve.steps if self._drops(step) and step.gross <= end
        }
        step = axis_step(ZERO, end, ROWS)
        grid = {step * place for place in range(int(end / step) + 1)}
        special = {*drops, *([own] if own is not None else [])}
        wages = sorted(
            gross
            for gross in {*grid, *special}
            if gross in self._nets and (gross in special or gross <= end)
        )
        before: Decimal | None = None
        for gross in wages:
            net = self._nets[gross]
            at = drops.get(gross)
            of_hundred = "–"
            if before is not None and gross - before >= FIRST_EURO:
                reached = at.net_below if at is not None else net
                kept = (reached - self._nets[before]) / (gross - before) * HUNDRED
                of_hundred = self._money(kept, whole=True)
            drop = self._said("")
            if at is not None:
                amount = self._money(at.net_below - at.net)
                drop = self._said(gettext("hier valt %(amount)s weg"), amount=amount)
            yield WageRow(
                gross=self._wage(gross),
                net=self._money(net),
                of_hundred=of_hundred,
                drop=drop,
                own=gross == own,
                first_euro=ZERO < gross < FIRST_EURO,
            )
            before = gross

    def _step(self, step: CurveStep, number: str) -> StepText:
        change = step.net - step.net_below
        if step.gross < FIRST_EURO:
            title = self._said(gettext("Zodra u loon krijgt"))
        else:
            title = self._said(
                gettext("Vanaf %(gross)s bruto per maand"), gross=self._wage(step.gross)
            )
        amount = self._money(abs(change))
        if abs(change) < WORTH_NAMING:
            effect = self._said(gettext("Dat scheelt bijna niets."))
        elif change > ZERO:
            effect = self._said(gettext("U houdt %(amount)s per maand meer over."), amount=amount)
        else:
            effect = self._said(gettext("U houdt %(amount)s per maand minder over."), amount=amount)
        again = self._said("")
        if self._drops(step):
            if step.better_off_from is not None:
                again = self._said(
                    gettext("Vanaf %(better)s houdt u weer meer over dan net onder deze grens."),
                    better=self._wage(step.better_off_from),
                )
            else:
                again = self._said(
                    gettext("Daarna houdt u niet meer zo veel over als net onder deze grens.")
                )
        texts = [gettext(wording.STEPS[reason]) for reason in step.reasons]
        return StepText(number, title, texts, effect, again, self._drops(step))

    # --- What is settled afterwards -------------------------------------------------------

    @cached_property
    def repayments(self) -> list[PlanRepayments]:
        """What may have to be paid back: for every plan, or for now where there is no plan."""
        shown = list(zip(self.calendars, self.names, strict=False))
        return [
            PlanRepayments(
                name,
                [self._year(year) for year in calendar.years],
                list(self._settlements(calendar.settlements)),
            )
            for calendar, name in (shown[1:] or shown)
        ]

    @cached_property
    def _scenarios(self) -> list[dict[Reported, Scenario]]:
        """The toeslagen of every plan and year."""
        return [
            year.toeslagen.scenarios
            for calendar in (self.plans or [self.now])
            for year in calendar.years
        ]

    def _nothing_to_repay(self) -> bool:
        return all(found.repay == ZERO for item in self._scenarios for found in item.values())

    def repayment_sentence(self) -> SafeString:
        """The main thing about repaying, of all plans and years together."""
        at_once = total(*(item["at_once"].repay for item in self._scenarios))
        if isinstance(at_once, Unknown):
            return self._said(
                gettext("Dat weten wij nog niet. Wij kunnen nog niet alles uitrekenen.")
            )
        if self._nothing_to_repay():
            if not any(self._has_toeslagen(item["never"]) for item in self._scenarios):
                return self._said(
                    gettext("U krijgt geen toeslagen. U hoeft dus geen toeslag terug te betalen.")
                )
            if not self.plans:
                return self._said(
                    gettext("Waarschijnlijk niet. U hoeft geen toeslagen terug te betalen.")
                )
            return self._said(
                gettext(
                    "Waarschijnlijk niet. U hoeft geen toeslagen terug te betalen, ook niet als u "
                    "uw nieuwe inkomen later doorgeeft."
                )
            )
        if at_once == ZERO:
            return self._said(
                gettext(
                    "Niet als u uw nieuwe inkomen meteen doorgeeft aan Dienst Toeslagen. "
                    "Wacht u langer? Dan krijgt u eerst te veel toeslag en betaalt u later terug."
                )
            )
        return self._said(
            gettext(
                "Ja, een deel van uw toeslagen. Geef uw nieuwe inkomen meteen door aan Dienst "
                "Toeslagen. Dan betaalt u zo weinig mogelijk terug."
            )
        )

    @staticmethod
    def _has_toeslagen(scenario: Scenario) -> bool:
        return any(
            figure != ZERO for item in scenario.by_toeslag for figure in (item.advance, item.right)
        )

    @staticmethod
    def _is_settled(scenario: Scenario) -> bool:
        return any(
            figure != ZERO
            for item in scenario.by_toeslag
            for figure in (item.repay, item.extra, item.not_recovered)
        )

    def _year(self, year: CalendarYear) -> YearText:
        scenarios = year.toeslagen.scenarios
        every = list(scenarios.values())
        reasons = self._reasons(
            [*(found.repay for found in every), year.figures.assessment, year.figures.zvw]
        )
        something = any(found.repay != ZERO for found in every)
        known = not any(isinstance(found.repay, Unknown) for found in every)
        rows, behind = [], []
        if something and known:
            rows = [
                ScenarioRow(
                    gettext(wording.REPORTED[name]),
                    self._cell(found.repay, whole=True),
                    self._cell(found.extra, whole=True),
                    self._cell(_up(found.set_aside_per_month), whole=True),
                )
                for name, found in scenarios.items()
            ]
            behind = [self._scenario(found) for found in every if self._is_settled(found)]
        months = {
            "from": self._month_and_year(year.toeslagen.settled_from),
            "until": self._month_and_year(year.toeslagen.settled_until),
        }
        settled = gettext("Dienst Toeslagen rekent het precies uit tussen %(from)s en %(until)s.")
        return YearText(
            year=str(year.year),
            provisional=year.certainty == "provisional",
            sentence=self._year_sentence(every, known=known, something=something),
            rows=rows,
            with_extra=any(found.extra != ZERO for found in every),
            behind=behind,
            settled=settled % months if rows else "",
            tax=self._tax(year),
            tax_aside=self._tax_aside(year),
            kortingen=list(self._kortingen(year)),
            assumed=[self._assumption(code) for code in year.assumed],
            reasons=reasons,
        )

    def _year_sentence(
        self, scenarios: list[Scenario], *, known: bool, something: bool
    ) -> SafeString:
        if not known:
            return self._said(gettext("Wat u aan toeslagen terugbetaalt, weten wij nog niet."))
        if not something:
            extra = scenarios[0].extra
            if isinstance(extra, Decimal) and extra > ZERO:
                return self._said(
                    gettext(
                        "U hoeft geen toeslagen terug te betalen. Na het jaar krijgt u nog "
                        "ongeveer %(amount)s."
                    ),
                    amount=self._money(extra, whole=True),
                )
            if self._nothing_to_repay():
                return self._said("")  # said already, of all years at once
            return self._said(gettext("U hoeft geen toeslagen terug te betalen."))
        return self._said(
            gettext(
                "Uw toeslagen hangen af van uw inkomen over het hele jaar. Geeft u uw nieuwe "
                "inkomen door aan Dienst Toeslagen? In deze tabel ziet u wat er dan gebeurt."
            )
        )

    def _scenario(self, scenario: Scenario) -> ScenarioText:
        """The toeslagen of a scenario, adding up to what is repaid in cents."""
        items = [
            item
            for item in scenario.by_toeslag
            if any(figure != ZERO for figure in (item.advance, item.right))
        ]
        rows = [
            ToeslagRow(
                gettext(wording.LINES[item.code]),
                self._cell(item.advance),
                self._cell(item.right),
                self._cell(minus(item.extra, item.repay)),
            )
            for item in items
        ]
        rows.append(
            ToeslagRow(
                gettext("Samen"),
                self._cell(total(*(item.advance for item in items))),
                self._cell(total(*(item.right for item in items))),
                self._cell(minus(scenario.extra, scenario.repay)),
                "total",
            )
        )
        left_alone = [
            self._mixed(
                gettext(
                    "%(toeslag)s: u krijgt %(amount)s te veel. Dat is zo weinig dat Dienst "
                    "Toeslagen het niet terugvraagt."
                ),
                {"amount": self._money(item.not_recovered)},
                {"toeslag": gettext(wording.LINES[item.code])},
            )
            for item in items
            if item.not_recovered != ZERO
        ]
        return ScenarioText(gettext(wording.REPORTED[scenario.reported]), rows, left_alone)

    def _tax(self, year: CalendarYear) -> SafeString:
        """What the assessment of a year gives back or asks."""
        amount = minus(year.figures.assessment, year.figures.zvw)
        params = {"year": str(year.year)}
        if isinstance(amount, Unknown):
            return self._mixed(
                gettext("De belasting over %(year)s weten wij nog niet."), {}, params
            )
        money = {"amount": self._money(abs(amount), whole=True)}
        if amount >= FIRST_EURO:
            text = gettext("Over %(year)s krijgt u ongeveer %(amount)s belasting terug.")
        elif amount <= -FIRST_EURO:
            text = gettext("Over %(year)s betaalt u ongeveer %(amount)s belasting bij.")
        else:
            text = gettext("Over %(year)s hoeft u geen belasting bij te betalen.")
        return self._mixed(text, money, params)

    def _tax_aside(self, year: CalendarYear) -> SafeString | None:
        """What to put aside each month until the assessment has to be paid."""
        amount = minus(year.figures.assessment, year.figures.zvw)
        if isinstance(amount, Unknown) or amount > -WORTH_SAYING:
            return None
        first = max(self.start, (year.year, 1))
        last = (year.year + 1, JUNE)
        months = between(first, last) + 1
        each = _up(-amount / months)
        return self._mixed(
            gettext("Zet daarvoor elke maand %(amount)s opzij, van %(from)s tot en met %(until)s."),
            {"amount": self._money(each, whole=True) if isinstance(each, Decimal) else ""},
            {"from": self._month_and_year(first), "until": self._month_and_year(last)},
        )

    def _kortingen(self, year: CalendarYear) -> Iterator[KortingRow]:
        """The assessment with the loonheffingskorting at each place."""
        mine = [item for item in year.kortingen if item.assessment == year.figures.assessment]
        for item in year.kortingen:
            amount = minus(item.assessment, year.figures.zvw)
            kind = "unknown"
            text = gettext("niet bekend")
            if isinstance(amount, Decimal):
                kind = "nothing" if abs(amount) < FIRST_EURO else "back" if amount > 0 else "pay"
                text = self._money(abs(amount), whole=True)
            yield KortingRow(gettext(wording.KORTING_AT[item.at]), kind, text, mine == [item])

    def _assumption(self, code: str) -> str:
        return gettext(wording.ASSUMED[code]) % {
            "start": self._month_and_year(self.start),
            "end": self._month_and_year(self.end),
        }

    def _settlements(self, found: Sequence[BenefitSettlement]) -> Iterator[SettlementText]:
        """Benefits paid on an estimate, a table for each benefit and kind of income."""
        groups: dict[tuple[str, str], list[BenefitSettlement]] = {}
        for item in found:
            groups.setdefault((item.code, item.income), []).append(item)
        for (code, income), items in groups.items():
            if all(item.repay == ZERO and item.extra == ZERO for item in items):
                continue
            yield SettlementText(
                gettext(wording.LINES[code]),
                gettext(wording.SETTLED_INCOME[income]),
                [
                    SettlementRow(
                        ngettext("%(count)s maand", "%(count)s maanden", item.held_months)
                        % {"count": self._number(item.held_months)},
                        self._cell(item.repay).text if item.repay != ZERO else "–",
                        self._cell(item.extra).text if item.extra != ZERO else "–",
                        self._month_and_year(item.settled_in),
                    )
                    for item in items
                ],
            )


def _up(figure: Figure) -> Figure:
    """Whole euros, upwards: what is put aside is never too little."""
    if isinstance(figure, Unknown):
        return figure
    return figure.to_integral_value(ROUND_CEILING)
