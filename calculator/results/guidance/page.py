"""Rights, duties and warnings as a page: only what is for this visitor, in words."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cached_property

from babel.lists import format_list
from django.utils.safestring import SafeString
from django.utils.translation import ngettext

from calculator.formats import format_by_pattern, format_date, format_share, locale_of, site_name
from calculator.results.calendar_texts import Texts, mixed
from calculator.results.guidance import trap_wording, wording
from calculator.results.guidance.doors import DOORS
from calculator.results.guidance.talk import ASK, BRING, BRING_TO
from calculator.results.guidance.understood import QuizQuestion, quiz_of
from calculator.rules.guidance import CHECKED_ON, MOST_ON_TOP, FoundGuide, Guidance, Trap
from calculator.rules.guidance.found import DAYS_PER_WEEK
from calculator.rules.periods import Month, first_day, shift

#: figures that are a part of something: they are said as a percentage
SHARES = frozenset({"less", "share"})
#: figures that are days: they are said as weeks where they can be
TERMS = frozenset({"before"})
#: duties and rights that follow from the figures of a plan
OF_A_PLAN = frozenset({"aangifte", "belasting_terug"})
#: the situation of now, and one plan
NOW_AND_ONE_PLAN = 2
#: severities that may stand on top
WORTH_TOP = ("high", "medium")


@dataclass
class GuideText:
    """One right or duty in words."""

    code: str
    title: str
    text: str
    late: str
    law: str
    #: the site that explains it; "" where only the law does
    site: str
    #: whom to ask where no strong source was found; "" where one was
    weak: str
    #: said where it isn't for every situation
    situations: str = ""

    @property
    def anchor(self) -> str:
        """Where on the page it stands."""
        return f"guide-{self.code.replace('_', '-')}"


@dataclass
class TopicText:
    """Rights or duties about one thing."""

    code: str
    title: str
    guides: list[GuideText]


@dataclass
class TrapPart:
    """What a warning says about one plan, or about several of which it says the same."""

    #: the plans it is about, where there are several; "" else
    situation: str
    sentences: list[SafeString]
    #: what to do, where that isn't the same for every plan; "" else
    todo: SafeString | str = ""


@dataclass
class TrapText:
    """One warning in words, once for all plans."""

    code: str
    severity: str
    title: str
    parts: list[TrapPart]
    #: what to do, where that is the same for every plan; "" else
    todo: SafeString | str
    law: str

    @property
    def sentences(self) -> list[SafeString]:
        """Everything it says, apart from what to do."""
        return [sentence for part in self.parts for sentence in part.sentences]

    @property
    def todos(self) -> list[SafeString | str]:
        """Everything that can be done."""
        return [todo for todo in (*(part.todo for part in self.parts), self.todo) if todo]


@dataclass
class DoorText:
    """Whom to ask, in words."""

    code: str
    name: str
    about: str
    site: str
    phone: str
    phone_note: str
    checked: str

    @property
    def host(self) -> str:
        """The site as people write it."""
        return site_name(self.site)

    @property
    def dial(self) -> str:
        """The number as a telephone dials it."""
        return self.phone.replace(" ", "")


@dataclass
class TalkText:
    """What to take to a talk: what to ask, and what to bring."""

    ask: list[str]
    bring: list[str]


@dataclass
class GuidancePage:
    """Everything that the templates of rights, duties and warnings show, in one language.

    ``names``: of the situations, now first.
    """

    guidance: Guidance
    names: Sequence[str]
    language: str
    municipality: str = ""
    texts: Texts = field(init=False)
    gettext: Callable[[str], str] = field(init=False)

    def __post_init__(self) -> None:
        """Amounts and dates in the language of the page."""
        self.texts = Texts(self.language)
        self.gettext = self.texts.gettext
        self._ids = [facts.plan.id for facts in self.guidance.situations]

    # --- Warnings -------------------------------------------------------------------------

    @cached_property
    def _shown_traps(self) -> list[Trap]:
        """The warnings of the plans; of now only what no plan has of its kind."""
        of_plans = [trap for trap in self.guidance.traps if trap.situation != self._ids[0]]
        codes = {trap.code for trap in of_plans}
        of_now = [
            trap
            for trap in self.guidance.traps
            if trap.situation == self._ids[0] and trap.code not in codes
        ]
        return [*of_plans, *of_now]

    @cached_property
    def _grouped(self) -> list[list[Trap]]:
        """The warnings, each with what it says of every plan, in the order of the first."""
        found: dict[tuple[str, str], list[Trap]] = {}
        for trap in self._shown_traps:
            found.setdefault((trap.code, trap.variant), []).append(trap)
        return list(found.values())

    @cached_property
    def _top(self) -> list[list[Trap]]:
        # of now only where there is no plan to look at
        plans = self._ids[1:] or self._ids
        worth = [
            traps
            for traps in self._grouped
            if any(it.severity in WORTH_TOP and it.situation in plans for it in traps)
        ]
        return worth[:MOST_ON_TOP]

    def top(self) -> list[TrapText]:
        """The warnings that matter most: three at most."""
        return self._in_words[: len(self._top)]

    def rest(self) -> list[TrapText]:
        """All other warnings."""
        return self._in_words[len(self._top) :]

    @cached_property
    def _in_words(self) -> list[TrapText]:
        rest = [traps for traps in self._grouped if traps not in self._top]
        return [self._trap(traps) for traps in (*self._top, *rest)]

    def _trap(self, traps: Sequence[Trap]) -> TrapText:
        first = traps[0]
        traps = sorted(traps, key=lambda trap: self._ids.index(trap.situation))
        key = f"{first.code}.{first.variant}" if first.variant else first.code
        words = trap_wording.TRAPS[key]
        said: dict[tuple[str, ...], list[str]] = {}
        parts: dict[tuple[str, ...], TrapPart] = {}
        for trap in traps:
            part = TrapPart(
                situation="",
                sentences=list(self._sentences(trap, words.sentences)),
                todo=self._filled(trap, words.todo),
            )
            what = (*part.sentences, part.todo)
            parts.setdefault(what, part)
            said.setdefault(what, []).extend(self._of_trap(trap))
        order = list(self.names)
        for what, part in parts.items():
            names = sorted(set(said[what]), key=order.index)
            part.situation = format_list(names, locale=locale_of(self.language)) if names else ""
        todos = {part.todo for part in parts.values()}
        if len(todos) == 1:
            for part in parts.values():
                part.todo = ""
        return TrapText(
            code=first.code,
            severity=first.severity,
            title=self.gettext(words.title),
            parts=list(parts.values()),
            todo=todos.pop() if len(todos) == 1 else "",
            law=first.law,
        )

    def _of_trap(self, trap: Trap) -> list[str]:
        """The names of the plans it is about, where there are several."""
        now = self._ids[0]
        if len(self._ids) == 1 or (len(self._ids) == NOW_AND_ONE_PLAN and trap.situation != now):
            return []
        ids = [trap.situation, *(it for it in trap.also if it != now)]
        return [self.names[self._ids.index(it)] for it in ids]

    def _sentences(self, trap: Trap, texts: Sequence[str]) -> Iterator[SafeString]:
        """The sentences of which every amount is known, and one for every year."""
        for text in texts:
            if self._can_fill(trap, text):
                yield self._filled(trap, text)
        by_year = trap_wording.BY_YEAR.get(trap.code)
        for year, amount in trap.years:
            if by_year is not None:
                yield mixed(
                    self.gettext(by_year),
                    {"amount": self.texts.money(amount, whole=True)},
                    {"year": str(year)},
                )

    @staticmethod
    def _can_fill(trap: Trap, text: str) -> bool:
        known = {*trap.amounts, *trap.figures, *trap.days, *(("months",) if trap.months else ())}
        return placeholders(text) <= known

    def _filled(self, trap: Trap, text: str) -> SafeString:
        words = {name: self._figure(name, value) for name, value in trap.figures.items()}
        words |= {name: format_date(day, self.language) for name, day in trap.days.items()}
        if trap.months and "months" not in words:
            words["months"] = self._months(trap.months)
        amounts = {name: self.texts.money(value) for name, value in trap.amounts.items()}
        return mixed(self.gettext(text), amounts, words)

    def _months(self, months: Sequence[Month]) -> str:
        """A few months: mei 2027 en juni 2027."""
        said = [self.texts.month_and_year(month) for month in months]
        return format_list(said, locale=locale_of(self.language))

    # --- Rights and duties ----------------------------------------------------------------

    def duties(self) -> list[TopicText]:
        """What the visitor has to do, by topic."""
        return self._topics("duty")

    def rights(self) -> list[TopicText]:
        """What the visitor may have or ask for, by topic."""
        return self._topics("right")

    def _topics(self, kind: str) -> list[TopicText]:
        found: dict[str, list[GuideText]] = {}
        for item in self.guidance.guides:
            if item.guide.kind == kind and not self._of_now_only(item):
                found.setdefault(item.guide.topic, []).append(self._guide(item))
        return [
            TopicText(topic, self.gettext(wording.TOPICS[topic]), found[topic])
            for topic in wording.TOPICS
            if topic in found
        ]

    def _of_now_only(self, found: FoundGuide) -> bool:
        """Tax of a situation that the visitor leaves: it would contradict that of the plan."""
        return (
            found.code in OF_A_PLAN and found.situations == (self._ids[0],) and len(self._ids) > 1
        )

    def _guide(self, found: FoundGuide) -> GuideText:
        guide = found.guide
        words = wording.GUIDES[guide.code]
        params: dict[str, str] = {
            name: self._figure(name, value) for name, value in found.params.items()
        }
        if found.deadline_days is not None:
            params["term"] = term(found.deadline_days)
        params |= self._of_months(found)
        return GuideText(
            code=guide.code,
            title=self.gettext(words.title),
            text=self.gettext(words.text) % params,
            late=self.gettext(words.late) if words.late else "",
            law=found.law,
            site=site_name(guide.source),
            weak=self._weak(found) if guide.confidence == "weak" else "",
            situations=self._situations(found),
        )

    def _figure(self, name: str, value: Decimal) -> str:
        if name in SHARES:
            return format_share(value, self.language)
        if name in TERMS:
            return term(int(value))
        return self.texts.number(int(value))

    def _of_months(self, found: FoundGuide) -> dict[str, str]:
        """Months that a text names: the first statement of income, or the month of a return."""
        if found.guide.code == "inkomstenopgave":
            month = self.guidance.situations[0].first_month
            day = first_day(shift(month, 2)).replace(day=int(found.params["day"]))
            return {
                "month": self.texts.month_name(month),
                "date": format_date(day, self.language),
            }
        if found.guide.code == "belasting_terug":
            return {"years": self._years(found)}
        if "month" in found.params:
            month_start = date(CHECKED_ON.year, int(found.params["month"]), 1)
            month_name = format_by_pattern("MMMM", month_start, self.language)
            return {"month_name": month_name, "years": self._years(found)}
        return {}

    def _years(self, found: FoundGuide) -> str:
        """The years that a text about tax is about, of the plans where there are any."""
        ids = [id_ for id_ in found.situations if id_ in self._ids[1:]] or found.situations
        back = found.guide.code == "belasting_terug"
        years = {
            year
            for facts in self.guidance.situations
            if facts.plan.id in ids
            for year in (facts.years_back if back else facts.years_to_pay)
        }
        said = [str(year) for year in sorted(years)]
        return format_list(said, locale=locale_of(self.language))

    def _situations(self, found: FoundGuide) -> str:
        """For which situations it is, where it isn't for all."""
        if len(found.situations) == len(self._ids):
            return ""
        said = [
            name for name, id_ in zip(self.names, self._ids, strict=True) if id_ in found.situations
        ]
        return ", ".join(said)

    @property
    def checked(self) -> str:
        """When the texts behind all this were read."""
        return format_date(CHECKED_ON, self.language)

    def _weak(self, found: FoundGuide) -> str:
        """Said with what has no strong source, with who knows."""
        return self.gettext(wording.WEAK) % {"who": self.gettext(wording.WHO[found.guide.door])}

    # --- Whom to ask ----------------------------------------------------------------------

    def doors(self) -> list[DoorText]:
        """The doors that this visitor may need, the nearest first."""
        return [self._door(code) for code in self._door_codes()]

    def _door_codes(self) -> Iterator[str]:
        facts = self.guidance.situations[0]
        if facts.ww is not None:
            yield "uwv_ww"
        if facts.wia is not None:
            yield "uwv_wia"
        if facts.wajong is not None:
            yield "uwv_wajong"
        if any(one.toeslagen for one in self.guidance.situations):
            yield "toeslagen"
        yield from ("belastingdienst", "municipality", "support", "debts", "legal_help")

    def _door(self, code: str) -> DoorText:
        words = DOORS[code]
        name = self.gettext(words.name)
        if code == "municipality" and self.municipality:
            name = self.gettext("Gemeente %(name)s") % {"name": self.municipality}
        checked = ""
        if words.checked_on is not None:
            checked = format_date(words.checked_on, self.language)
        return DoorText(
            code=code,
            name=name,
            about=self.gettext(words.about),
            site=words.site,
            phone=words.phone,
            phone_note=self.gettext(words.phone_note) if words.phone_note else "",
            checked=checked,
        )

    # --- To the talk ----------------------------------------------------------------------

    def talk(self) -> TalkText:
        """What to ask and what to bring, from what is for this visitor."""
        codes = {trap.code for trap in self._shown_traps}
        codes |= {found.code for found in self.guidance.guides}
        ask = [self.gettext(text) for code, text in ASK.items() if code in codes]
        bring = [self.gettext(text) for text in BRING]
        bring += [self.gettext(text) for code, text in BRING_TO.items() if code in codes]
        return TalkText(list(dict.fromkeys(ask)), list(dict.fromkeys(bring)))

    def reminder_buttons(self) -> list[tuple[str, int]]:
        """What a button for a calendar file says, and the place of its situation."""
        several = len(self._ids) > NOW_AND_ONE_PLAN
        places = range(1, len(self._ids)) if len(self._ids) > 1 else range(1)
        return [
            (
                self.gettext("Maak herinneringen: %(plan)s") % {"plan": self.names[place]}
                if several
                else self.gettext("Maak herinneringen"),
                place,
            )
            for place in places
        ]

    # --- Understood? ----------------------------------------------------------------------

    def quiz(self) -> list[QuizQuestion]:
        """Three short questions about the visitor's own outcome."""
        return quiz_of(self.guidance, self.texts)


def placeholders(text: str) -> set[str]:
    """The names that a text fills in."""
    return {part.partition(")")[0] for part in text.split("%(")[1:]}


def term(days: int) -> str:
    """A term in words: 1 week, 5 dagen."""
    if days % DAYS_PER_WEEK == 0:
        weeks = days // DAYS_PER_WEEK
        return ngettext("%(count)s week", "%(count)s weken", weeks) % {"count": weeks}
    return ngettext("%(count)s dag", "%(count)s dagen", days) % {"count": days}
