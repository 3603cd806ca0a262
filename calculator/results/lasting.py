"""How long the amount of the answer lasts: what ends or changes within the months of the calendar.

The answer is about a regular month. Somebody whose WW or contract ends has to know it beside that
amount, and not only far below it.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from django.utils.safestring import SafeString
from django.utils.translation import gettext

from calculator.results import calendar_wording as wording
from calculator.results.calendar_texts import Texts, mixed
from calculator.rules.calendar import CalendarMonth, CalendarOutcome
from calculator.rules.figures import Unknown
from calculator.rules.jobs import Event
from calculator.rules.periods import ONE_DAY, Month, first_day, month_of, shift

#: a change of less than this isn't told beside the answer (euro per month)
WORTH_TELLING = Decimal(25)
#: from the day of these on something is different; of the others the day is the last
FIRST_DAYS = frozenset({"wga_vervolg", "startperiode_eindigt", "aow_leeftijd"})
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


class Lasting:
    """What changes later in the months of one situation."""

    def __init__(self, calendar: CalendarOutcome, shown: int, texts: Texts) -> None:
        self.months = calendar.months[:shown]
        self.texts = texts

    def sentences(self, *, together: bool) -> list[SafeString]:
        """Each change with about what is left after it. ``together``: with a partner."""
        found = sorted(self._events(), key=lambda it: self._first_month_after(it[1]))
        said = []
        for place, (_, event) in enumerate(found):
            until = found[place + 1][0] if place + 1 < len(found) else None
            since = found[place - 1][0] if place else None
            before = self._latest(since, event)
            after = self._first(event, until)
            if (
                isinstance(before, Decimal)
                and isinstance(after, Decimal)
                and abs(after - before) < WORTH_TELLING
            ):
                continue
            said.append(self._sentence(event, after, together=together))
        return said

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
    def _net(months: Sequence[CalendarMonth]) -> Decimal | None:
        """The net of the first month that is like others; None where none is known."""
        known = [month for month in months if not isinstance(month.net, Unknown)]
        quiet = [
            month
            for month in known
            if month.complete and not any(event.code in ONLY_THIS_MONTH for event in month.events)
        ]
        for month in (*quiet, *known):
            if isinstance(month.net, Decimal):
                return month.net
        return None

    def _latest(self, since: Month | None, event: Event) -> Decimal | None:
        """What is left in the last ordinary month before a change."""
        ends = month_of(event.day) if event.day is not None else self.months[0].month
        before = [
            month for month in self.months if month.month < ends and month.month > (since or (0, 0))
        ]
        return self._net(before[::-1])

    def _first(self, event: Event, until: Month | None) -> Decimal | None:
        """What is left in the first ordinary month after a change and before the next one."""
        first = self._first_month_after(event)
        after = [month for month in self.months if month.month >= first]
        if until is not None:
            after = [month for month in after if month.month < until] or after[:1]
        return self._net(after)

    def _sentence(self, event: Event, after: Decimal | None, *, together: bool) -> SafeString:
        day = event.day
        assert day is not None  # noqa: S101 -- events without a day aren't looked at
        words = {"month": self.texts.month_and_year(month_of(day))}
        text = gettext(wording.LATER[event.code])
        if after is None:
            return mixed(text, {}, words)
        left = (
            gettext("Daarna houdt u samen ongeveer %(amount)s per maand over.")
            if together
            else gettext("Daarna houdt u ongeveer %(amount)s per maand over.")
        )
        return mixed(f"{text} {left}", {"amount": self.texts.money(after, whole=True)}, words)
