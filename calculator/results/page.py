"""The outcome as a page: the sentence, the table, and what stands behind every amount."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property

from calculator.formats import format_date, format_money
from calculator.results import wording
from calculator.results.cells import Cell
from calculator.results.lasting import Beside
from calculator.results.parts import PartsText, parts_text
from calculator.rules.amounts import WEAK, Amount
from calculator.rules.figures import Figure, Line, Unknown, total
from calculator.rules.money import ZERO
from calculator.rules.outcome import Outcome, SituationOutcome
from calculator.rules.steps import Step
from calculator.texts import gettext_in

#: lines in the order of the table; whatever isn't named here follows at its end
ORDER = (
    "loon",
    "winst",
    "ww",
    "wga",
    "iva",
    "wajong",
    "toeslagenwet",
    "partner.loon",
    "partner.winst",
    "partner.uitkering",
    "partner.aow",
    "partner.pensioen",
)


#: lines that are put aside and paid after the year
SET_ASIDE = frozenset({"belasting_winst", "zvw_winst"})
#: an assessment below this is said with the year only (euro per year)
WORTH_SAYING = Decimal(50)


@dataclass(frozen=True)
class AmountNote:
    """An amount of the law that a step used, with its date and source."""

    label: str
    value: str
    since: str
    until: str
    #: the first source, as far as a visitor can use it
    source: str
    weak: bool
    #: the figure comes from somebody who wrote it over, and not from the state itself
    not_official: bool = False


@dataclass
class StepText:
    """One step in words, with its article."""

    text: str
    law: str


@dataclass
class Explained:
    """The steps behind one amount, in the situations that share them."""

    situations: list[str]
    amount: str
    steps: list[StepText]

    @property
    def situation(self) -> str:
        """The names of the situations: "Nu, met uw plan"."""
        first, *others = self.situations
        return ", ".join([first, *(f"{name[0].lower()}{name[1:]}" for name in others)])


@dataclass
class Row:
    """A row of the table: now and every plan, and why."""

    code: str
    label: str
    cells: list[Cell]
    kind: str = "line"
    why: list[Explained] = field(default_factory=list)
    #: the amounts of the law behind it, each once
    amounts: list[AmountNote] = field(default_factory=list)

    @property
    def anchor(self) -> str:
        """Where on the page this amount is explained."""
        return "why-" + self.code.replace(".", "-").replace("_", "-")


@dataclass
class Sentence:
    """What one plan leaves each month, and how much more or less that is than now."""

    plan: str
    #: what the plan is, as the visitor said it
    about: str
    amount: str
    difference: str
    #: "more", "less", "same" or "" where it isn't known
    direction: str
    #: which plan it is, from 0
    place: int = 0
    #: what is put aside for the tax over profit each month; "" where there is none
    set_aside: str = ""
    #: what the calendar tells beside it: what changes later on, all months together, tax
    beside: Beside | None = None


@dataclass
class Supplement:
    """What the Toeslagenwet gives in a situation: gross per month."""

    situation: str
    amount: str
    none: bool = False


@dataclass
class Range:
    """The lowest and the highest that can be left in a situation."""

    situation: str
    low: str
    high: str


@dataclass
class MissingQuestion:
    """A question whose answer would settle an unknown amount."""

    name: str
    label: str


QuestionOf = Callable[[str], MissingQuestion | None]


class ResultPage:
    """Everything that the templates of the result show, in the active language."""

    def __init__(
        self,
        outcome: Outcome,
        question_of: QuestionOf,
        language: str,
        plans_in_words: Sequence[str] = (),
    ) -> None:
        """``question_of`` gives the question that a path of the contract belongs to.

        ``plans_in_words``: what each plan is, as the visitor said it.
        """
        self.plans_in_words = plans_in_words
        self.outcome = outcome
        self.question_of = question_of
        self.language = language
        self.gettext = gettext_in(language)
        self.names = [self._name(place) for place in range(len(outcome.situations))]
        self.now = outcome.situations[0]
        self.plans = outcome.situations[1:]
        #: for every plan what the calendar tells beside the answer
        self.beside: Sequence[Beside] = ()

    def _name(self, place: int) -> str:
        if place == 0:
            return self.gettext("Nu")
        if len(self.outcome.situations) == 2:
            return self.gettext("Met uw plan")
        return [
            self.gettext("Eerste plan"),
            self.gettext("Tweede plan"),
            self.gettext("Derde plan"),
        ][place - 1]

    def _money(self, amount: Decimal) -> str:
        return format_money(amount, self.language)

    def _cell(self, figure: Figure | None, *, whole: bool = False) -> Cell:
        if figure is None:
            return Cell("–", known=True)
        if isinstance(figure, Unknown):
            return Cell(self.gettext("niet bekend"), known=False)
        return Cell(format_money(figure, self.language, whole=whole))

    # --- The answer -----------------------------------------------------------------------

    def sentences(self) -> list[Sentence]:
        """The answer, a plan at a time."""
        said = []
        for place, (plan, difference) in enumerate(
            zip(self.plans, self.outcome.differences, strict=True)
        ):
            net = plan.month.net
            if isinstance(net, Unknown):
                continue
            text, direction = self._more_or_less(difference.net_per_month)
            set_aside = self._set_aside(plan)
            said.append(
                Sentence(
                    plan=self.names[place + 1],
                    about=self.plans_in_words[place] if place < len(self.plans_in_words) else "",
                    amount=self._money(net),
                    difference=text,
                    direction=direction,
                    place=place,
                    set_aside=self._money(set_aside) if set_aside else "",
                    beside=self.beside[place] if place < len(self.beside) else None,
                )
            )
        return said

    @staticmethod
    def _set_aside(situation: SituationOutcome) -> Decimal:
        """What the month holds back for the tax and the Zvw over profit (euro per month)."""
        lines = (line.amount for line in situation.month.lines if line.code in SET_ASIDE)
        return -sum((amount for amount in lines if isinstance(amount, Decimal)), ZERO)

    def _more_or_less(self, more: Figure) -> tuple[str, str]:
        """A difference with now as an amount and a direction."""
        if isinstance(more, Unknown):
            return "", ""
        direction = "more" if more > 0 else "less" if more < 0 else "same"
        return self._money(abs(more)), direction

    def notes(self) -> list[str]:
        """What holds for a limited time only, or isn't in it, where it concerns this visitor."""
        rules = {
            step.rule
            for situation in self.outcome.situations
            for line in situation.month.lines
            for step in line.steps
        }
        left_out = {item.code for item in self.outcome.not_counted}
        return [
            self.gettext(text) for rule, text in wording.NOTES.items() if rule in rules | left_out
        ]

    def supplement(self) -> list[Supplement]:
        """The Toeslagenwet of each situation, where it is in the amounts of any of them.

        It counts as if it was claimed already; who never did has to know it.
        """
        found = []
        for name, situation in zip(self.names, self.outcome.situations, strict=True):
            amount = total(
                *(line.amount for line in self._lines(situation, "toeslagenwet")),
            )
            if isinstance(amount, Decimal):
                found.append((name, amount))
        if all(amount == ZERO for _, amount in found):
            return []
        return [Supplement(name, self._money(amount), amount == ZERO) for name, amount in found]

    def child_benefit(self) -> bool:
        """Whether kinderbijslag, paid each quarter, is counted here as an amount per month."""
        return any(
            isinstance(line.amount, Decimal) and line.amount != ZERO
            for situation in self.outcome.situations
            for line in self._lines(situation, "kinderbijslag")
        )

    def four_weekly(self) -> bool:
        """Whether a wage is paid every four weeks: the month of the table is an average."""
        return any(
            step.rule == "loon.per_four_weeks"
            for situation in self.outcome.situations
            for line in situation.month.lines
            for step in line.steps
        )

    def has_partner(self) -> bool:
        """Whether the money of a partner is in the amounts."""
        return any(
            payer.payer == "partner"
            for item in self.outcome.situations
            for payer in item.month.payers
        )

    def complete(self) -> bool:
        """Whether every situation has a net amount."""
        return not any(
            isinstance(situation.month.net, Unknown) for situation in self.outcome.situations
        )

    def ranges(self) -> list[Range]:
        """Between which amounts the net lies, where what is missing leaves an honest range."""
        found = []
        for name, situation in zip(self.names, self.outcome.situations, strict=True):
            between = situation.month.between
            if between is not None:
                low, high = (format_money(one, self.language, whole=True) for one in between)
                found.append(Range(name, low, high))
        return found

    def missing(self) -> list[MissingQuestion]:
        """The questions that would settle what isn't known."""
        found: dict[str, MissingQuestion] = {}
        for situation in self.outcome.situations:
            net = situation.month.net
            if not isinstance(net, Unknown):
                continue
            for path in net.paths:
                question = self.question_of(path)
                if question is not None:
                    found[question.name] = question
        return list(found.values())

    def reasons(self) -> list[str]:
        """Why an amount isn't known where no answer could settle it."""
        found = []
        for situation in self.outcome.situations:
            for figure in (situation.month.net, situation.year.withheld):
                if isinstance(figure, Unknown) and figure.reason in wording.REASONS:
                    found.append(self.gettext(wording.REASONS[figure.reason]))
        return list(dict.fromkeys(found))

    # --- The picture ----------------------------------------------------------------------

    @cached_property
    def parts(self) -> PartsText | None:
        """What is left in parts, now and with every plan; None where too little is known."""
        return parts_text(
            list(zip(self.names, self.outcome.situations, strict=True)), self.language
        )

    # --- The table ------------------------------------------------------------------------

    def headings(self) -> list[str]:
        """Now, and a column for every plan."""
        return self.names

    @cached_property
    def rows(self) -> list[Row]:
        """Gross, tax, net from payers, net lines, and what is left: euro per month."""
        gross = [self._line_row(code) for code in self._codes(net=False)]
        tax = [self._tax_row(payer) for payer in ("employer", "uwv", "partner")]
        paid = Row(
            "paid",
            self.gettext("Na belasting"),
            [
                self._cell(total(*(payer.net for payer in item.month.payers)))
                for item in self.outcome.situations
            ],
            "subtotal",
        )
        net = [self._line_row(code) for code in self._codes(net=True)]
        situations = self.outcome.situations
        left = self._row(
            "net",
            wording.TOTAL_TOGETHER if self.has_partner() else wording.TOTAL,
            [self._cell(item.month.net) for item in situations],
            [item.month.steps for item in situations],
            "total",
        )
        return [*gross, *(row for row in tax if row is not None), paid, *net, left]

    @staticmethod
    def _code(line: Line) -> str:
        return f"partner.{line.code}" if line.payer == "partner" else line.code

    def _codes(self, *, net: bool) -> list[str]:
        codes: dict[str, None] = {}
        for situation in self.outcome.situations:
            for line in situation.month.lines:
                if (line.payer is None) == net:
                    codes[self._code(line)] = None
        return sorted(codes, key=lambda code: ORDER.index(code) if code in ORDER else len(ORDER))

    def _lines(self, situation: SituationOutcome, code: str) -> list[Line]:
        return [line for line in situation.month.lines if self._code(line) == code]

    def _line_row(self, code: str) -> Row:
        cells: list[Cell] = []
        behind: list[list[Step]] = []
        for situation in self.outcome.situations:
            lines = self._lines(situation, code)
            cells.append(self._cell(_sum([line.amount for line in lines])))
            behind.append([step for line in lines for step in line.steps])
        return self._row(code, wording.LINES[code], cells, behind)

    def _tax_row(self, code: str) -> Row | None:
        cells: list[Cell] = []
        behind: list[list[Step]] = []
        present = False
        for situation in self.outcome.situations:
            payers = [payer for payer in situation.month.payers if payer.payer == code]
            pays = not all(payer.gross == 0 for payer in payers)
            present = present or pays
            withheld = _sum([payer.withheld for payer in payers])
            cells.append(self._cell(-withheld if isinstance(withheld, Decimal) else withheld))
            behind.append([step for payer in payers for step in payer.steps] if pays else [])
        if not present:
            return None
        return self._row(f"tax.{code}", wording.PAYERS[code], cells, behind)

    def _row(
        self,
        code: str,
        label: str,
        cells: list[Cell],
        behind: list[list[Step]],
        kind: str = "line",
    ) -> Row:
        """A row with what stands behind it; the same steps in two situations are told once."""
        why: list[Explained] = []
        amounts: dict[str, Amount] = {}
        for name, cell, steps in zip(self.names, cells, behind, strict=True):
            if not steps:
                continue
            told = [self._step(step) for step in steps]
            same = next((item for item in why if item.steps == told), None)
            if same is not None:
                same.situations.append(name)
            else:
                why.append(Explained([name], cell.text, told))
            amounts |= {amount.key: amount for step in steps for amount in step.amounts}
        notes = [note_of(amount, self.language) for amount in amounts.values()]
        return Row(code, self.gettext(label), cells, kind, why, notes)

    def _step(self, step: Step) -> StepText:
        return StepText(wording.of_step(step, self.language), step.law)

    # --- The year -------------------------------------------------------------------------

    @cached_property
    def year_rows(self) -> list[Row]:
        """Tax and income of the year, in whole euros per year."""
        rows = []
        for code, label in wording.YEAR.items():
            if code == "zvw" and all(item.year.zvw == 0 for item in self.outcome.situations):
                continue  # only over profit
            cells: list[Cell] = []
            behind: list[list[Step]] = []
            for situation in self.outcome.situations:
                figure = situation.net_per_year if code == "net" else getattr(situation.year, code)
                cells.append(self._cell(figure, whole=True))
                known = not isinstance(figure, Unknown)
                behind.append(situation.year.steps.get(code, []) if known else [])
            kind = "total" if code == "net" else "line"
            rows.append(self._row(f"year.{code}", label, cells, behind, kind))
        return rows

    def all_rows_with_why(self) -> list[Row]:
        """Every amount that has steps, in the order of the tables."""
        return [row for row in (*self.rows, *self.year_rows) if row.why]

    # --- What it rests on -----------------------------------------------------------------

    def not_counted(self) -> list[str]:
        """What exists but isn't in the figures."""
        return [self.gettext(wording.NOT_COUNTED[item.code]) for item in self.outcome.not_counted]

    def weak_amounts(self) -> list[AmountNote]:
        """Amounts for which only a weak source was found."""
        return [note_of(amount, self.language) for amount in self.outcome.rests_on]

    def rules_date(self) -> str:
        """The date whose rules were used."""
        return format_date(self.outcome.rules_date, self.language)


def _sum(figures: list[Figure]) -> Figure | None:
    """The sum of the same line of several jobs; None where there is no such line."""
    return total(*figures) if figures else None


#: where a source goes on for who works on the rules: notes in English, and where a transcript was
FOR_WORKERS = re.compile(
    r" \(|: |, (?:as|version|state|transcribed|table|amounts|indexed|Prinsjesdag version)\b"
    r"| with explanatory\b"
)
#: English that is left means that a source is a description, and no name that can be looked up
ENGLISH = re.compile(r"\b(?:of|the|for|from|to|in|on|every|own)\b", re.I)
#: figures that somebody else has written over
WRITTEN_OVER = re.compile(r"unofficial|transcribed|quoted")
#: the state itself, and what carries out its laws
OF_THE_STATE = re.compile(
    r"https?://(?:wetten\.overheid|www\.(?:rijksoverheid|rijksfinancien|uwv|belastingdienst))\.nl/\S+"
)


#: what was said of an amount before, by language; amounts are those of the law, and few
_notes: dict[tuple[int, str], tuple[Amount, AmountNote]] = {}


def note_of(amount: Amount, language: str) -> AmountNote:
    """An amount of the law with its date and source, in words."""
    key = id(amount), language
    kept = _notes.get(key)
    if kept is None or kept[0] is not amount:
        # with the amount itself, so that no other one gets its number
        kept = _notes[key] = amount, _note_of(amount, language)
    return kept[1]


def _note_of(amount: Amount, language: str) -> AmountNote:
    dutch = amount.name.replace("_", " ")
    if amount.key in wording.AMOUNTS:
        label = gettext_in(language)(wording.AMOUNTS[amount.key])
    else:
        label = dutch if language == "nl" else f"{amount.description} ({dutch})"
    value = (
        wording.of_value(amount.value, amount.unit, language)
        if isinstance(amount.value, Decimal)
        else ""
    )
    return AmountNote(
        label,
        value,
        format_date(amount.valid_from, language),
        format_date(amount.valid_until, language) if amount.valid_until else "",
        source_for_visitors(amount.source[0]),
        amount.confidence in WEAK,
        is_written_over(amount),
    )


def source_for_visitors(source: str) -> str:
    """What a visitor can look up: the name of a law or publication, and its page at the state.

    "" where a source is no more than a description in English, for who works on the rules.
    """
    link = OF_THE_STATE.search(source)
    page = link.group().rstrip(",") if link else ""
    name = FOR_WORKERS.split(re.sub(r",? ?https?://\S+", "", source))[0]
    name = name.replace(" and ", " en ")
    if ENGLISH.search(name):
        name = ""
    return ", ".join(part for part in (name, page) if part)


def is_written_over(amount: Amount) -> bool:
    """Whether the figure comes from somebody else than the state."""
    if amount.confidence == "official":
        return False
    return amount.confidence in ("single", "unconfirmed") or bool(
        WRITTEN_OVER.search(amount.source[0])
    )
