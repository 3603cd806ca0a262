"""The outcome on paper: what somebody takes home, to a talk or to somebody who helps.

Shorter than the page: what is left, what changes when, what to do by when, where to ask for more,
and what it rests on. Its figures are those of the page.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString

from calculator.formats import format_date, format_money
from calculator.results.calendar_months import MonthText, SituationText
from calculator.results.calendar_page import CalendarPage
from calculator.results.cells import Cell
from calculator.results.guidance.page import GuidancePage, GuideText, term
from calculator.results.page import ResultPage, Supplement
from calculator.results.pictures import units
from calculator.results.schemes import Group, SchemesPage
from calculator.rules.money import ZERO
from calculator.texts import gettext

#: where a sentence ends; a question is a sentence that asks
ENDS = re.compile(r"(?<=[.!?؟])\s+")
ASKS = ("?", "؟")
YEAR = re.compile(r"\b\d{4}\b")
#: letters that fit on four pages at full size
ROOM = 5800
#: the picture, in millimetres: as wide as the text of a page
PICTURE = Decimal(176)
ROW, BAR = Decimal(6), Decimal(4)
BEFORE, AFTER = Decimal(36), Decimal(30)
LETTER = Decimal("3.6")
#: how many situations are drawn
DRAWN = (2, 3)
#: months of the calendar that aren't parted by the end of a page
TOGETHER = 3
#: the sections of the form behind the plans: the home, and who lives there
AFTER_PLANS = 2
#: colours that differ without colour too; a style sheet doesn't reach into a picture
NOW, PLAN = "#9aa5a2", "#1d5c57"


@dataclass
class PaperMonth:
    """One row of the calendar: what comes in without and with each plan, and what changes."""

    name: str
    cells: list[Cell]
    changes: list[SafeString]


@dataclass
class PaperDuty:
    """One duty: what it is about, how soon, and the sentences that say what to do."""

    title: str
    soon: str
    text: str


@dataclass
class PaperBar:
    """What is left in one situation, as a bar."""

    fill: str
    name: str
    amount: str
    y: str
    text_y: str
    width: str


@dataclass
class PaperBars:
    """What is left now and with every plan, drawn to the same scale."""

    title: str
    height: str
    bars: list[PaperBar]

    letter = units(LETTER)
    width = units(PICTURE)
    bar_height = units(BAR)
    x = units(BEFORE)


class Paper:
    """What the templates of the paper show beside what the page shows, in the active language."""

    def __init__(
        self,
        page: ResultPage,
        calendar: CalendarPage,
        schemes: SchemesPage,
        guidance: GuidancePage,
        told: Sequence[dict[str, Any]],
        today: date,
    ) -> None:
        """``told``: what was filled in, by section."""
        self.page = page
        self.calendar = calendar
        self.schemes_page = schemes
        self.guidance = guidance
        self.told = told
        self.today = today
        self.language = page.language

    def day(self) -> str:
        """The day on which it was made."""
        return format_date(self.today, self.language)

    @cached_property
    def is_long(self) -> bool:
        """Whether there is so much to say that it is set a little smaller, to stay on four pages.

        Letters are counted of the parts that differ most from one visitor to another.
        """
        told = (len(a) + len(b) for part in self.told for a, b in part["answers"])
        duties = (len(duty.title) + len(duty.text) for duty in self.duties)
        schemes = (len(it.name) + len(it.how) for part in self.schemes for it in part.schemes)
        traps = (sum(map(len, (*it.sentences, *it.todos))) for it in self.guidance.top())
        return sum(map(sum, (told, duties, schemes, traps))) > ROOM

    # --- Now against plan -----------------------------------------------------------------

    def bars(self) -> PaperBars | None:
        """The picture of now against plan; None where not all of it is known, or there is no plan.

        The table below it says the same. Three plans already stand next to each other above it.
        """
        nets = [situation.month.net for situation in self.page.outcome.situations]
        known = [net for net in nets if isinstance(net, Decimal)]
        most = max(known, default=ZERO)
        if len(known) < len(nets) or len(nets) not in DRAWN or most <= ZERO:
            return None
        room = PICTURE - BEFORE - AFTER
        written = [format_money(net, self.language) for net in known]
        bars = [
            PaperBar(
                fill=NOW if place == 0 else PLAN,
                name=self.page.names[place],
                amount=written[place],
                y=units(ROW * place + (ROW - BAR) / 2),
                text_y=units(ROW * place + ROW / 2 + LETTER * Decimal("0.36")),
                width=units(room * max(net, ZERO) / most),
            )
            for place, net in enumerate(known)
        ]
        said = "; ".join(f"{bar.name}: {bar.amount}" for bar in bars)
        title = gettext("Staven met wat u per maand overhoudt. %(amounts)s.") % {"amounts": said}
        return PaperBars(title, units(ROW * len(bars)), bars)

    def supplement(self) -> list[Supplement]:
        """What the Toeslagenwet gives, where no warning says that it has to be asked for."""
        warned = any(trap.code == "toeslagenwet_vragen" for trap in self.guidance.top())
        return [] if warned else self.page.supplement()

    # --- The calendar ---------------------------------------------------------------------

    def situations(self) -> list[SituationText]:
        """The calendars in the order of the table: without a plan first."""
        *plans, now = self.calendar.situations
        return [now, *plans]

    def month_headings(self) -> list[str]:
        """The situations as columns."""
        return [situation.name for situation in self.situations()]

    def months(self) -> list[list[PaperMonth]]:
        """The calendar as rows, in groups that stay on one page.

        What a page shows when a month is opened is left out.
        """
        situations = self.situations()
        rows = [
            PaperMonth(
                name=together[0].name,
                cells=[month.left for month in together],
                changes=list(self._changes(situations, together)),
            )
            for together in zip(*(one.months for one in situations), strict=True)
        ]
        return [rows[place : place + TOGETHER] for place in range(0, len(rows), TOGETHER)]

    @staticmethod
    def _changes(
        situations: Sequence[SituationText], months: Sequence[MonthText]
    ) -> Iterator[SafeString]:
        """What happens in a month, once; with the situation where it isn't in all of them.

        What comes with every plan is told without saying so: that is what a plan changes.
        """
        told: dict[str, list[str]] = {}
        for situation, month in zip(situations, months, strict=True):
            why_out = [month.why_out] if month.goes_out else []
            for text in (*month.events, *why_out, *month.reasons):
                told.setdefault(text, []).append(situation.name)
        plans = [situation.name for situation in situations[1:]]
        for text, names in told.items():
            if len(names) == len(situations) or names == plans:
                yield format_html("{}", text)
            else:
                yield format_html("<b>{}:</b> {}", ", ".join(names), text)

    # --- What to do -----------------------------------------------------------------------

    @cached_property
    def duties(self) -> list[PaperDuty]:
        """The duties, as short as they can be said."""
        days = {it.code: it.deadline_days for it in self.guidance.guidance.guides}
        return [
            _duty(guide, days[guide.code])
            for topic in self.guidance.duties()
            for guide in topic.guides
        ]

    # --- What was filled in ---------------------------------------------------------------

    def told_in_columns(self) -> list[list[Sequence[dict[str, Any]]]]:
        """What was filled in, in two columns of about the same height, one pair below another."""
        plans = len(self.page.plans)
        own = len(self.told) - plans - AFTER_PLANS
        first, *others = self.told[own : own + plans]
        shown = [first, *(_beside(first, other) for other in others)]
        rest = self.told[own + plans :]
        return [[self.told[:own], shown], [[section] for section in rest]]

    @cached_property
    def schemes(self) -> list[Group]:
        """The schemes that somebody may have a right to, the most likely first."""
        return [group for group in self.schemes_page.groups() if group.verdict != "no"]


def _beside(first: dict[str, Any], other: dict[str, Any]) -> dict[str, Any]:
    """What was filled in about another plan, where that isn't the same as about the first."""
    known = set(first["answers"])
    answers = [answer for answer in other["answers"] if answer not in known]
    return {**other, "answers": answers, "rest_as_first": len(answers) < len(other["answers"])}


def _duty(guide: GuideText, days: int | None) -> PaperDuty:
    soon = term(days) if days is not None else ""
    if soon not in guide.text:
        soon = ""  # what has to be done before something else has no term of its own
    return PaperDuty(
        title=guide.title if guide.title.endswith(ASKS) else f"{guide.title}.",
        soon=gettext("binnen %(term)s") % {"term": soon} if soon else "",
        text=essence(guide.text, soon),
    )


def essence(text: str, soon: str) -> str:
    """The sentences of a duty that can't be missed: the first statement, and that with the term.

    The term is a number of days or weeks (``soon``), or a date with its year.

    A question that leads to a statement ("Verandert er iets?") goes with it.
    """
    kept: list[str] = []
    questions: list[str] = []
    first = True
    for sentence in ENDS.split(text):
        if sentence.endswith(ASKS):
            questions.append(sentence)
            continue
        if first or (soon and soon in sentence) or YEAR.search(sentence):
            kept += [*questions, sentence]
            first = False
        questions = []
    return " ".join(kept)
