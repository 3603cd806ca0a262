"""How long the amount of the answer lasts: what ends or changes within the months of the calendar.

The answer is about a regular month. Somebody whose WW or contract ends has to know it beside that
amount, and not only far below it; also where it ends without any plan.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from django.utils.safestring import SafeString

from calculator.results import calendar_wording as wording
from calculator.results.calendar_texts import Texts, mixed
from calculator.rules.calendar import CalendarMonth, CalendarOutcome
from calculator.rules.figures import Figure, Unknown
from calculator.rules.jobs import Event
from calculator.rules.money import ZERO
from calculator.rules.periods import ONE_DAY, Month, first_day, month_of, shift
from calculator.texts import gettext

#: a change of less than this isn't told beside the answer (euro per month)
WORTH_TELLING = Decimal(25)
#: what an age brings comes with and without the plan
BY_AGE = frozenset({"minimumloon_leeftijd", "aow_leeftijd"})
#: from the day of these on something is different; of the others the day is the last
FIRST_DAYS = frozenset(
    {"wga_vervolg", "startperiode_eindigt", "minimumloon_leeftijd", "aow_leeftijd"}
)
#: what makes one month different from those around it
ONLY_THIS_MONTH = frozenset(
    {
        "vakantiegeld_werk",
        "vakantiegeld_uitkering",
        "twee_loonperioden",
        "laatste_loon",
        "ww_stopt_door_inkomen",
        "ww_herleeft",
    }
)


#: what somebody lives on: without any of it there may be bijstand
OWN_INCOME = frozenset({"loon", "winst", "ww", "wga", "iva", "wajong", "toeslagenwet"})


@dataclass
class Beside:
    """What the calendar tells beside the answer of one plan."""

    #: that it is another amount at first; nothing where it isn't
    at_first: SafeString | None = None
    #: what changes the amount later on
    later: list[SafeString] = field(default_factory=list)
    #: what changes without the plan too
    without_plan: list[SafeString] = field(default_factory=list)
    #: more or less than without the plan over all months that are shown
    together: SafeString | None = None
    #: what is put aside for the tax over profit, by year
    put_aside: list[SafeString] = field(default_factory=list)
    #: the tax of each calendar year, where it matters
    tax: list[SafeString] = field(default_factory=list)
    #: the toeslagen of each calendar year that have to be repaid anyhow
    toeslagen: list[SafeString] = field(default_factory=list)


class Lasting:
    """What changes later in the months of one situation."""

    def __init__(self, calendar: CalendarOutcome, shown: int, texts: Texts) -> None:
        self.months = calendar.months[:shown]
        self.texts = texts

    def sentences(self, *, together: bool) -> list[SafeString]:
        """Each change with about what is left after it. ``together``: with a partner."""
        return [self._sentence(event, after, together=together) for event, after in self._changes()]

    def without_plan(self, *, together: bool) -> list[SafeString]:
        """The same for who stays as now. What an age brings is told with the plan already."""
        return [
            self._without_plan(event, after, together=together)
            for event, after in self._changes()
            if event.code not in BY_AGE and after is not None
        ]

    def at_first(self, answer: Figure, *, together: bool) -> SafeString | None:
        """That another amount is left in the startperiode: the answer is about the time after it.

        ``answer``: what is left in a regular month (euro).
        """
        event = next((it for _, it in self._events() if it.code == "startperiode_eindigt"), None)
        if event is None or event.day is None or isinstance(answer, Unknown):
            return None
        left = _net_of(self._latest(None, event))
        if left is None or abs(left - answer) < WORTH_TELLING:
            return None
        words = {
            "from": self.texts.month_and_year(self.months[0].month),
            "until": self.texts.month_and_year(month_of(event.day - ONE_DAY)),
        }
        amount = {"amount": self.texts.money(left, whole=True)}
        text = wording.IN_STARTPERIODE_TOGETHER if together else wording.IN_STARTPERIODE
        return mixed(gettext(text), amount, words)

    def _changes(self) -> list[tuple[Event, CalendarMonth | None]]:
        """What changes the amount, with an ordinary month after it."""
        events = sorted(self._events(), key=lambda it: self._first_month_after(it[1]))
        found = []
        for place, (_, event) in enumerate(events):
            until = events[place + 1][0] if place + 1 < len(events) else None
            since = events[place - 1][0] if place else None
            after = self._first(event, until)
            had, has = _net_of(self._latest(since, event)), _net_of(after)
            if had is None or has is None or abs(has - had) >= WORTH_TELLING:
                found.append((event, after))
        return found

    def _events(self) -> Iterator[tuple[Month, Event]]:
        for month in self.months:
            for event in month.events:
                if event.code in wording.LATER and event.day is not None:
                    yield month.month, event

    @staticmethod
    def _first_month_after(event: Event) -> Month:
        """The first whole month in which it is different."""
        day = event.day
        assert day is not None  # noqa: S101 -- events without a day aren't looked at
        first = day if event.code in FIRST_DAYS else day + ONE_DAY
        month = month_of(first)
        return month if first == first_day(month) else shift(month, 1)

    @staticmethod
    def _ordinary(months: Sequence[CalendarMonth]) -> CalendarMonth | None:
        """The first month that is like others; None where nothing is known of any."""
        known = [month for month in months if not isinstance(month.net, Unknown)]
        quiet = (
            month
            for month in known
            if month.complete and not any(event.code in ONLY_THIS_MONTH for event in month.events)
        )
        return next(iter([*quiet, *known]), None)

    def _latest(self, since: Month | None, event: Event) -> CalendarMonth | None:
        """The last ordinary month before a change."""
        ends = month_of(event.day) if event.day is not None else self.months[0].month
        before = [
            month for month in self.months if month.month < ends and month.month > (since or (0, 0))
        ]
        return self._ordinary(before[::-1])

    def _first(self, event: Event, until: Month | None) -> CalendarMonth | None:
        """The first ordinary month after a change and before the next one."""
        first = self._first_month_after(event)
        after = [month for month in self.months if month.month >= first]
        if until is not None:
            after = [month for month in after if month.month < until] or after[:1]
        return self._ordinary(after)

    def _sentence(self, event: Event, after: CalendarMonth | None, *, together: bool) -> SafeString:
        text = gettext(wording.LATER[event.code])
        left = _net_of(after)
        if after is None or left is None:
            return mixed(text, {}, self._month(event))
        then = (
            gettext("Daarna houdt u samen ongeveer %(amount)s per maand over.")
            if together
            else gettext("Daarna houdt u ongeveer %(amount)s per maand over.")
        )
        amount = {"amount": self.texts.money(left, whole=True)}
        return mixed(f"{text} {then}{_about_bijstand(after, event)}", amount, self._month(event))

    def _without_plan(self, event: Event, after: CalendarMonth, *, together: bool) -> SafeString:
        then = wording.WITHOUT_PLAN_LEFT_TOGETHER if together else wording.WITHOUT_PLAN_LEFT
        text = (
            f"{gettext(wording.LATER[event.code])} {gettext(then)}{_about_bijstand(after, event)}"
        )
        left = _net_of(after) or ZERO
        return mixed(text, {"amount": self.texts.money(left, whole=True)}, self._month(event))

    def _month(self, event: Event) -> dict[str, str]:
        """The month in which it happens, for in a sentence."""
        day = event.day
        assert day is not None  # noqa: S101 -- events without a day aren't looked at
        return {"month": self.texts.month_and_year(month_of(day))}


def _net_of(month: CalendarMonth | None) -> Decimal | None:
    return month.net if month is not None and isinstance(month.net, Decimal) else None


def _about_bijstand(month: CalendarMonth, event: Event) -> str:
    """That bijstand isn't counted, nor a WW after work, where no wage and no benefit is left."""
    if any(
        line.code in OWN_INCOME and line.payer != "partner" and line.amount != ZERO
        for line in month.lines
    ):
        return ""
    after_work = event.code == "contract_eindigt"
    return f" {gettext(wording.NO_NEW_WW if after_work else wording.NO_BIJSTAND)}"
