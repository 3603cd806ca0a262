"""What to do first: three things at most, out of everything that this visitor could do."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from calculator.formats import format_date
from calculator.results.guidance.page import GuidancePage
from calculator.results.schemes import SchemesPage
from calculator.rules.guidance import Facts, Reminder, reminders_of
from calculator.texts import gettext

#: more than this is a list that nobody begins with
MOST = 3
#: reminders that ask for something before a day, the dearest to forget first
BEFORE_A_DAY = ("opvang_aanvragen", "melden_uwv", "melden_toeslagen")


@dataclass(frozen=True)
class Task:
    """One thing to do, by when, and where on the page more about it stands."""

    title: str
    text: str
    anchor: str


def tasks(guidance: GuidancePage, schemes: SchemesPage) -> list[Task]:
    """The first things to do for the first plan."""
    facts = guidance.guidance.situations[1 if len(guidance.guidance.situations) > 1 else 0]
    return list(islice(_tasks(facts, guidance, schemes), MOST))


def _tasks(facts: Facts, guidance: GuidancePage, schemes: SchemesPage) -> Iterator[Task]:
    codes = {found.code for found in guidance.guidance.guides if facts.plan.id in found.situations}
    if "toeslagenwet_aanvragen" in codes:
        yield Task(
            gettext("Vraag de toeslag van UWV aan"),
            gettext("Krijgt u die toeslag al? Dan hoeft dit niet."),
            "guide-toeslagenwet-aanvragen",
        )
    yield from _before_a_day(facts, guidance.language)
    yield from _korting(facts)
    if "inkomstenopgave" in codes:
        yield Task(
            gettext("Vul elke maand de Inkomstenopgave van UWV in"),
            gettext("Zonder opgave kan UWV niet betalen."),
            "guide-inkomstenopgave",
        )
    if any(group.verdict == "likely" for group in schemes.groups()):
        yield Task(
            gettext("Vraag de hulp aan die u waarschijnlijk kunt krijgen"),
            gettext("Die krijgt u niet vanzelf."),
            "schemes-title",
        )


def _before_a_day(facts: Facts, language: str) -> Iterator[Task]:
    words = {
        "opvang_aanvragen": (
            gettext("Vraag kinderopvangtoeslag aan"),
            gettext("Doe dat in Mijn toeslagen, uiterlijk %(until)s."),
            gettext("Doe dat nu, in Mijn toeslagen."),
        ),
        "melden_uwv": (
            gettext("Geef uw plan door aan UWV"),
            gettext("Doe dat binnen een week nadat u het weet, en uiterlijk %(until)s."),
            gettext("Doe dat nu."),
        ),
        "melden_toeslagen": (
            gettext("Geef uw nieuwe inkomen door aan Dienst Toeslagen"),
            gettext("Doe dat in Mijn toeslagen, uiterlijk %(until)s."),
            gettext("Doe dat nu, in Mijn toeslagen."),
        ),
    }
    found: dict[str, Reminder] = {}
    for reminder in reminders_of(facts):
        found.setdefault(reminder.code, reminder)
    for code in BEFORE_A_DAY:
        until = found[code].until if code in found else None
        if until is not None:
            title, text, too_late = words[code]
            day = {"until": format_date(until, language)}
            late = until < facts.household.rules_date
            yield Task(title, too_late if late else text % day, "duties-title")


def _korting(facts: Facts) -> Iterator[Task]:
    """Where the loonheffingskorting goes, for who begins a job."""
    before, after = facts.household.now.loonheffingskorting_at, facts.plan.loonheffingskorting_at
    if not facts.jobs or facts.household.now.jobs:
        return
    if after == "work" and before == "benefit":
        text = gettext("Vraag die aan bij uw werkgever. Laat UWV ermee stoppen.")
    elif after == "work":
        text = gettext("Vraag die aan bij uw werkgever.")
    elif after == "benefit":
        text = gettext("Laat die bij UWV staan. Zeg dat tegen uw werkgever.")
    else:
        return
    yield Task(gettext("Regel waar u loonheffingskorting krijgt"), text, "repayments-title")
