"""Days to remember: when to report what, and when a right, a benefit or a contract ends.

Taken from the calendar of one situation. Every reminder is a whole day, so no clock changes it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from calculator.rules.amounts import LAST_DATE
from calculator.rules.calendar import CalendarMonth
from calculator.rules.guidance.facts import Facts
from calculator.rules.guidance.found import law_for
from calculator.rules.money import ZERO
from calculator.rules.periods import Month, between, first_day, last_day, shift
from calculator.rules.settlements import JANUARY

#: events of the calendar that are worth a reminder on their own day
DAYS = (
    "ww_70_procent",
    "wga_70_procent",
    "ww_eindigt",
    "wga_vervolg",
    "startperiode_eindigt",
    "minimumloon_leeftijd",
    "aow_leeftijd",
)
#: events after which something has to be told
CHANGES = frozenset({"contract_begint", "loon_verandert", "bedrijf_begint"})
#: how long before its end a contract is worth a talk (days); a habit, not a law
BEFORE_THE_END = timedelta(days=30)
#: UWV mostly needs two months of enough income before it ends a WW (annual report 2017)
MONTHS_UNTIL_LETTER = 2


@dataclass(frozen=True, slots=True)
class Reminder:
    """One day to remember; ``until``: the last day on which it can be done.

    ``month``: the month it is about. ``law``: what asks for it; "" where nothing does.
    """

    code: str
    day: date
    law: str = ""
    until: date | None = None
    month: Month | None = None


def reminders_of(facts: Facts) -> list[Reminder]:
    """Every day to remember of one situation, in order."""
    return sorted(_all(facts), key=lambda reminder: (reminder.day, reminder.code))


def _all(facts: Facts) -> Iterator[Reminder]:
    for month in facts.calendar.months:
        yield from _statement(facts, month)
        yield from _events(facts, month)
    yield from _years(facts)
    if facts.new_childcare:
        months = int(facts.amounts.plichten.opvang_aanvragen_maanden.value)
        yield Reminder(
            "opvang_aanvragen",
            first_day(facts.first_month),
            "Awir art. 14, 15",
            until=last_day(shift(facts.first_month, months)),
        )


def _statement(facts: Facts, month: CalendarMonth) -> Iterator[Reminder]:
    """The statement of income over a month with a WW (Uitkeringsreglement WW 2015 art. 3)."""
    if facts.ww is None or not _ww_lately(facts, month.month):
        return
    day = int(facts.amounts.ww.opgave_uiterste_dag.value)
    yield Reminder(
        "inkomstenopgave",
        first_day(shift(month.month, 1)),
        "Uitkeringsreglement WW 2015 art. 3 lid 2",
        until=first_day(shift(month.month, 2)).replace(day=day),
        month=month.month,
    )


def _ww_lately(facts: Facts, month: Month) -> bool:
    """Whether there was WW in a month or in the two before it: until UWV has written that it ended.

    What isn't known may be there.
    """
    for found in facts.calendar.months:
        if shift(month, -MONTHS_UNTIL_LETTER) <= found.month <= month:
            amounts = [line.amount for line in found.lines if line.code == "ww"]
            if any(amount != ZERO for amount in amounts):
                return True
    # before the calendar there was WW, as there is now
    had = any(name == "ww" for name, _ in facts.now.rights)
    return had and between(facts.first_month, month) < MONTHS_UNTIL_LETTER


def _events(facts: Facts, month: CalendarMonth) -> Iterator[Reminder]:
    terms = facts.amounts.plichten
    told = False
    for event in month.events:
        if event.code in DAYS and event.day is not None:
            yield Reminder(event.code, event.day, month=month.month)
        elif event.code in CHANGES and event.day is not None and not told:
            told = True
            yield from _tell(facts, event.day, month.month)
        elif event.code == "contract_eindigt" and event.day is not None:
            yield Reminder("contract_bijna_voorbij", event.day - BEFORE_THE_END, month=month.month)
            wait = timedelta(days=int(terms.ww_aanvraag_dagen.value))
            yield Reminder(
                "contract_eindigt",
                event.day,
                "WW art. 26 lid 1 b" if facts.ww or facts.wia else "",
                until=event.day + wait,
                month=month.month,
            )


def _tell(facts: Facts, day: date, month: Month) -> Iterator[Reminder]:
    """A change of work: to UWV within a week of knowing it, to Dienst Toeslagen within four.

    Who plans it knows it before the day itself, so the reminder comes a week earlier.
    """
    week = timedelta(days=int(facts.amounts.plichten.melding_uwv_dagen.value))
    yield Reminder(
        "melden_uwv",
        max(day - week, facts.household.rules_date),
        law_for(facts, "WW art. 25; WIA art. 27; Wajong art. 2:7, 3:74"),
        until=day,
        month=month,
    )
    if facts.toeslagen:
        weeks = int(facts.amounts.awir.meldtermijn_weken.value)
        yield Reminder(
            "melden_toeslagen",
            day,
            "Awir art. 17; Uitvoeringsregeling Awir art. 5",
            until=day + timedelta(weeks=weeks),
            month=month,
        )


def _years(facts: Facts) -> Iterator[Reminder]:
    """The turn of each year: toeslagen on a new income, and the tax return over the old one."""
    first, last = facts.calendar.months[0].month, facts.calendar.months[-1].month
    due = int(facts.amounts.plichten.aangifte_voor_maand.value)
    settled = {*facts.years_to_pay, *facts.years_back}
    for year in range(first[0] + 1, last[0] + 2):
        if facts.toeslagen and (year, JANUARY) <= last:
            yield Reminder(
                "toeslagen_nieuw_jaar",
                first_day(shift((year, JANUARY), -1)),
                month=(year, JANUARY),
            )
        # a month earlier who files has an answer before July
        files = first_day(shift((year, due), -1))
        if files <= LAST_DATE and year - 1 in settled:
            yield Reminder(
                "aangifte",
                files,
                "AWR art. 8, 9",
                until=first_day((year, due)) - timedelta(days=1),
                month=(year - 1, due),
            )
