"""The calendar, the curve and the repayments as a page: texts and tables in the active language.

Sums are shown in cents where they add up to a total; where one amount says it all, in whole
euros. An amount of which a part isn't known is never shown.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cached_property

from django.utils.safestring import SafeString

from calculator.formats import format_date
from calculator.results.calendar_bars import CalendarBars, compared
from calculator.results.calendar_months import JULY, CalendarMonths, SituationText, going_out
from calculator.results.calendar_texts import Texts, mixed, reason_of
from calculator.results.curve_table import CurveTable, CurveText
from calculator.results.lasting import Beside, Lasting
from calculator.results.page import SET_ASIDE
from calculator.results.pictures import BarsPicture
from calculator.results.repayments import Answer, PlanRepayments, Repayments
from calculator.rules.calendar import CalendarMonth, CalendarOutcome
from calculator.rules.curve import Curve
from calculator.rules.figures import total
from calculator.rules.money import ZERO
from calculator.rules.outcome import Outcome
from calculator.rules.periods import month_of, week_between_years
from calculator.texts import gettext


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
        # what is compared with goes on as it is now, and may change by itself: "now" would say less
        self.names = [gettext("Zonder plan"), *names[1:]] if len(names) > 1 else list(names)
        self.language = language
        self.now = self.calendars[0]
        self.plans = self.calendars[1:]
        self._curve = curve
        self.texts = Texts(language)
        self.months = CalendarMonths(self.calendars, self.names, self.texts)
        self.bars = CalendarBars(
            self.calendars,
            self.names,
            self.months.shown,
            self.texts,
            has_costs=self.months.has_costs,
        )
        self.curve_table = CurveTable(curve, outcome, self.texts)
        self.settled = Repayments(self.calendars, self.names, self.texts)

    # --- The calendar ---------------------------------------------------------------------

    @property
    def situations(self) -> list[SituationText]:
        """Every plan, and now at the end."""
        return self.months.situations

    def first(self) -> SituationText:
        """The situation that the page begins with: the first plan, or now."""
        return self.months.situation(self.months.order()[0])

    def others(self) -> list[SituationText]:
        """The other situations, which come when they are asked for."""
        return self.situations[1:]

    def names_of_others(self) -> str:
        """What the other situations are called; "" where there is none."""
        return ", ".join(self.names[place] for place in self.months.order()[1:])

    def not_shown(self) -> list[str]:
        """Why the calendar stops before its last month; nothing where it doesn't."""
        return self.months.not_shown()

    def has_calendar(self) -> bool:
        """Whether anything is known of any month."""
        return any(self.months.situation(place).known for place in self.months.order())

    def several_plans(self) -> bool:
        """Whether the pictures show only one of the plans."""
        return len(self.plans) > 1

    @property
    def picture(self) -> BarsPicture | None:
        """What arrives month after month; None where too little is known for a picture."""
        return self.bars.picture

    def picture_sentences(self) -> list[SafeString]:
        """What the picture says: most and least, and all months together."""
        return self.bars.sentences

    def legend(self) -> list[tuple[str, str]]:
        """The kinds of bars with their names."""
        return self.bars.legend()

    # --- What is worth knowing about it ---------------------------------------------------

    def _every_month(self) -> Iterator[CalendarMonth]:
        return (month for calendar in self.calendars for month in calendar.months)

    @cached_property
    def has_partner(self) -> bool:
        """Whether the money of a partner is in the amounts."""
        return any(
            payer.payer == "partner"
            for situation in self.outcome.situations
            for payer in situation.month.payers
        )

    @cached_property
    def beside(self) -> list[Beside]:
        """For every plan what the calendar tells beside the answer."""
        shown, together = self.months.shown, self.has_partner
        without = Lasting(self.now, shown, self.texts).without_plan(together=together)
        return [
            # what changes anyhow is told once
            self._beside(place, Lasting(plan, shown, self.texts), without if place == 1 else [])
            for place, plan in enumerate(self.plans, 1)
        ]

    def _beside(self, place: int, lasting: Lasting, without: list[SafeString]) -> Beside:
        """``place``: of the plan among all situations."""
        calendar = self.calendars[place]
        answer = self.outcome.situations[place].month.net
        told = compared(self.calendars, self.months.shown, self.texts, place)
        return Beside(
            at_first=lasting.at_first(answer, together=self.has_partner),
            later=lasting.sentences(together=self.has_partner),
            without_plan=without,
            together=told.sentence if told is not None else None,
            put_aside=list(self._put_aside(calendar)),
            tax=self.settled.taxes_that_matter(calendar),
            toeslagen=self.settled.toeslagen_that_matter(calendar),
        )

    def _put_aside(self, calendar: CalendarOutcome) -> Iterator[SafeString]:
        """What each month puts aside for the tax over profit, a year at a time."""
        by_year: dict[int, Decimal] = {}
        for place, month in enumerate(calendar.months[: self.months.shown]):
            out = going_out(calendar, place)
            figures = [figure for code, figure in out.items() if code in SET_ASIDE]
            amount = total(*figures)
            if figures and isinstance(amount, Decimal):
                by_year.setdefault(month.month[0], -amount)
        for year, amount in by_year.items():
            yield mixed(
                gettext("In %(year)s is dat ongeveer %(amount)s per maand."),
                {"amount": self.texts.money(amount, whole=True)},
                {"year": str(year)},
            )

    def changes_without_plan(self) -> bool:
        """Whether something changes for who stays as now."""
        return any(beside.without_plan for beside in self.beside)

    def week_left_out(self) -> tuple[str, str] | None:
        """The week that no wage of four weeks pays for, where somebody has one: first, last day."""
        four_weekly = any(
            step.rule == "loon.per_four_weeks"
            for situation in self.outcome.situations
            for line in situation.month.lines
            for step in line.steps
        )
        shown = [month.month for month in self.now.months[: self.months.shown]]
        for year in sorted({year for year, _ in shown}) if four_weekly else []:
            week = week_between_years(year)
            if week is not None and {month_of(day) for day in week} & set(shown):
                first, last = (format_date(day, self.texts.language) for day in week)
                return first, last
        return None

    def repays_toeslagen(self) -> bool:
        """Whether toeslagen are repaid that no month shows: when that has to be isn't known."""
        return any(beside.toeslagen for beside in self.beside)

    def has_costs(self) -> bool:
        """Whether something goes out of what comes in: costs of working, what is put aside."""
        return self.months.has_costs

    def has_ww(self) -> bool:
        """Whether there is a WW, which is paid in the month after."""
        return any(line.code == "ww" for month in self._every_month() for line in month.lines)

    def has_toeslagen(self) -> bool:
        """Whether Dienst Toeslagen pays something, which comes in the month before."""
        return any(
            payment.payer == "toeslagen" and payment.code != "toeslagen"
            for month in self._every_month()
            for payment in month.payments
        )

    def has_profit(self) -> bool:
        """Whether there is profit, of which the tax is asked later."""
        return any(
            line.code == "belasting_winst" and line.amount != ZERO
            for month in self._every_month()
            for line in month.lines
        )

    def provisional_years(self) -> str:
        """The years of which not every amount is known yet, as text; "" where there is none."""
        years = {
            month.month[0]
            for month in self._every_month()
            if month.certainty == "provisional" and reason_of(month.net) != "rules_not_known"
        }
        return " / ".join(str(year) for year in sorted(years))

    def assessment_left_out(self) -> str:
        """The year of which the assessment comes in a month shown but isn't in it, or "".

        The assessment over a year comes in July of the year after it. Of the year before the
        first month nothing is worked out.
        """
        first_year = self.now.months[0].month[0]
        shown = self.now.months[: self.months.shown]
        comes = any(month.month == (first_year, JULY) for month in shown)
        return str(first_year - 1) if comes else ""

    # --- The curve ------------------------------------------------------------------------

    @property
    def curve(self) -> CurveText | None:
        """The curve in words, as a picture and as a table; None where there is none."""
        return self.curve_table.text

    def curve_name(self) -> str:
        """The plan that the curve is about."""
        ids = [calendar.id for calendar in self.calendars]
        return self.names[ids.index(self._curve.plan)] if self._curve is not None else ""

    def hundred(self) -> str:
        """The hundred euro of which the table tells what stays."""
        return self.curve_table.hundred()

    # --- What is settled afterwards -------------------------------------------------------

    @property
    def repayments(self) -> list[PlanRepayments]:
        """What may have to be paid back: for every plan, or for now where there is no plan."""
        return self.settled.plans

    def repayment_answers(self) -> list[Answer]:
        """Whether toeslagen, the benefit or tax have to be paid back, each by itself."""
        return self.settled.answers()

    def repayment_sentence(self) -> SafeString:
        """The main thing about repaying toeslagen, of all plans and years together."""
        return self.settled.sentence()
