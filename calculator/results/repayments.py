"""What is settled afterwards: toeslagen and tax of each year, benefits that were an estimate.

Amounts in a sentence or compared with each other are in whole euros; what adds up to a total is
in cents.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import ROUND_CEILING, Decimal
from functools import cached_property

from django.utils.safestring import SafeString
from django.utils.translation import gettext, ngettext

from calculator.results import calendar_wording as wording
from calculator.results.calendar_texts import (
    FIRST_EURO,
    NOTHING,
    Texts,
    mixed,
    reasons_of,
    said,
)
from calculator.results.page import WORTH_SAYING, Cell
from calculator.rules.calendar import CalendarOutcome, CalendarYear
from calculator.rules.figures import Figure, Unknown, minus, total
from calculator.rules.money import ZERO
from calculator.rules.periods import between
from calculator.rules.settlements import BenefitSettlement, Reported, Scenario

#: the assessment of a year has to be paid by July of the year after
JUNE = 6


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


class Repayments:
    """What may have to be paid back, for every plan, or for now where there is no plan."""

    def __init__(
        self, calendars: Sequence[CalendarOutcome], names: Sequence[str], texts: Texts
    ) -> None:
        """``calendars``: of now and of every plan, in the order of ``names``."""
        self.texts = texts
        self.has_plans = len(calendars) > 1
        shown = list(zip(calendars, names, strict=False))
        self._shown = shown[1:] or shown
        months = calendars[0].months
        self.start, self.end = months[0].month, months[-1].month

    @cached_property
    def plans(self) -> list[PlanRepayments]:
        """The years and settlements of each plan."""
        return [
            PlanRepayments(
                name,
                [self._year(year) for year in calendar.years],
                list(self._settlements(calendar.settlements)),
            )
            for calendar, name in self._shown
        ]

    @cached_property
    def scenarios(self) -> list[dict[Reported, Scenario]]:
        """The toeslagen of every plan and year."""
        return [year.toeslagen.scenarios for calendar, _ in self._shown for year in calendar.years]

    def _nothing_to_repay(self) -> bool:
        return all(found.repay == ZERO for item in self.scenarios for found in item.values())

    def sentence(self) -> SafeString:
        """The main thing about repaying, of all plans and years together."""
        at_once = total(*(item["at_once"].repay for item in self.scenarios))
        if isinstance(at_once, Unknown):
            return said(gettext("Dat weten wij nog niet. Wij kunnen nog niet alles uitrekenen."))
        if self._nothing_to_repay():
            if not any(self._has_toeslagen(item["never"]) for item in self.scenarios):
                return said(
                    gettext("U krijgt geen toeslagen. U hoeft dus geen toeslag terug te betalen.")
                )
            if not self.has_plans:
                return said(
                    gettext("Waarschijnlijk niet. U hoeft geen toeslagen terug te betalen.")
                )
            return self._still_report(
                gettext(
                    "Waarschijnlijk niet. U hoeft geen toeslagen terug te betalen, ook niet als u "
                    "uw nieuwe inkomen later doorgeeft."
                )
            )
        if at_once == ZERO:
            return said(
                gettext(
                    "Niet als u uw nieuwe inkomen meteen doorgeeft aan Dienst Toeslagen. "
                    "Wacht u langer? Dan krijgt u eerst te veel toeslag en betaalt u later terug."
                )
            )
        if all(self.always_the_same(item.values()) for item in self.scenarios):
            return self._still_report(
                gettext(
                    "Ja, een deel van uw toeslagen. Dat bedrag wordt niet anders als u uw nieuwe "
                    "inkomen later doorgeeft."
                )
            )
        return said(
            gettext(
                "Ja, een deel van uw toeslagen. Geef uw nieuwe inkomen meteen door aan Dienst "
                "Toeslagen. Dan betaalt u zo weinig mogelijk terug."
            )
        )

    def always_the_same(self, scenarios: Iterable[Scenario]) -> bool:
        """Whether as much is repaid whenever the change is reported, as far as the table shows."""
        return len({self.texts.cell(found.repay, whole=True).text for found in scenarios}) == 1

    @staticmethod
    def _still_report(text: str) -> SafeString:
        """A sentence where reporting at once saves nothing: it is a duty all the same."""
        duty = gettext("U moet uw nieuwe inkomen wel doorgeven aan Dienst Toeslagen.")
        return said(f"{text} {duty}")

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

    # --- A year ---------------------------------------------------------------------------

    def _year(self, year: CalendarYear) -> YearText:
        scenarios = year.toeslagen.scenarios
        every = list(scenarios.values())
        reasons = reasons_of(
            [*(found.repay for found in every), year.figures.assessment, year.figures.zvw]
        )
        something = any(found.repay != ZERO for found in every)
        known = not any(isinstance(found.repay, Unknown) for found in every)
        rows, behind = [], []
        if something and known:
            rows = [
                ScenarioRow(
                    gettext(wording.REPORTED[name]),
                    self.texts.cell(found.repay, whole=True),
                    self.texts.cell(found.extra, whole=True),
                    self.texts.cell(_up(found.set_aside_per_month), whole=True),
                )
                for name, found in scenarios.items()
            ]
            behind = [self.scenario_text(found) for found in every if self._is_settled(found)]
        months = {
            "from": self.texts.month_and_year(year.toeslagen.settled_from),
            "until": self.texts.month_and_year(year.toeslagen.settled_until),
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
            tax_aside=self.tax_aside(year),
            kortingen=list(self._kortingen(year)),
            assumed=[self.assumption(code) for code in year.assumed],
            reasons=reasons,
        )

    def _year_sentence(
        self, scenarios: list[Scenario], *, known: bool, something: bool
    ) -> SafeString:
        if not known:
            return said(gettext("Wat u aan toeslagen terugbetaalt, weten wij nog niet."))
        if not something:
            extra = scenarios[0].extra
            if isinstance(extra, Decimal) and extra > ZERO:
                return said(
                    gettext(
                        "U hoeft geen toeslagen terug te betalen. Na het jaar krijgt u nog "
                        "ongeveer %(amount)s."
                    ),
                    amount=self.texts.money(extra, whole=True),
                )
            if self._nothing_to_repay():
                return NOTHING  # said already, of all years at once
            return said(gettext("U hoeft geen toeslagen terug te betalen."))
        if self.always_the_same(scenarios):
            return self._still_report(
                gettext(
                    "Uw toeslagen hangen af van uw inkomen over het hele jaar. Wat u over dit jaar "
                    "terugbetaalt, wordt niet anders als u uw nieuwe inkomen later doorgeeft."
                )
            )
        return said(
            gettext(
                "Uw toeslagen hangen af van uw inkomen over het hele jaar. Geeft u uw nieuwe "
                "inkomen door aan Dienst Toeslagen? In deze tabel ziet u wat er dan gebeurt."
            )
        )

    # --- One scenario ---------------------------------------------------------------------

    def scenario_text(self, scenario: Scenario) -> ScenarioText:
        """The toeslagen of a scenario, adding up to what is repaid in cents."""
        items = [
            item
            for item in scenario.by_toeslag
            if any(figure != ZERO for figure in (item.advance, item.right))
        ]
        rows = [
            ToeslagRow(
                gettext(wording.LINES[item.code]),
                self.texts.cell(item.advance),
                self.texts.cell(item.right),
                self.texts.cell(minus(item.extra, item.repay)),
            )
            for item in items
        ]
        rows.append(
            ToeslagRow(
                gettext("Samen"),
                self.texts.cell(total(*(item.advance for item in items))),
                self.texts.cell(total(*(item.right for item in items))),
                self.texts.cell(minus(scenario.extra, scenario.repay)),
                "total",
            )
        )
        left_alone = [
            mixed(
                gettext(
                    "%(toeslag)s: u krijgt %(amount)s te veel. Dat is zo weinig dat Dienst "
                    "Toeslagen het niet terugvraagt."
                ),
                {"amount": self.texts.money(item.not_recovered)},
                {"toeslag": gettext(wording.LINES[item.code])},
            )
            for item in items
            if item.not_recovered != ZERO
        ]
        return ScenarioText(gettext(wording.REPORTED[scenario.reported]), rows, left_alone)

    # --- The tax of a year ----------------------------------------------------------------

    def _tax(self, year: CalendarYear) -> SafeString:
        """What the assessment of a year gives back or asks."""
        amount = minus(year.figures.assessment, year.figures.zvw)
        params = {"year": str(year.year)}
        if isinstance(amount, Unknown):
            return mixed(gettext("De belasting over %(year)s weten wij nog niet."), {}, params)
        money = {"amount": self.texts.money(abs(amount), whole=True)}
        if amount >= FIRST_EURO:
            text = gettext("Over %(year)s krijgt u ongeveer %(amount)s belasting terug.")
        elif amount <= -FIRST_EURO:
            text = gettext("Over %(year)s betaalt u ongeveer %(amount)s belasting bij.")
        else:
            text = gettext("Over %(year)s hoeft u geen belasting bij te betalen.")
        return mixed(text, money, params)

    def tax_aside(self, year: CalendarYear) -> SafeString | None:
        """What to put aside each month until the assessment has to be paid."""
        amount = minus(year.figures.assessment, year.figures.zvw)
        if isinstance(amount, Unknown) or amount > -WORTH_SAYING:
            return None
        first = max(self.start, (year.year, 1))
        last = (year.year + 1, JUNE)
        months = between(first, last) + 1
        each = _up(-amount / months)
        return mixed(
            gettext("Zet daarvoor elke maand %(amount)s opzij, van %(from)s tot en met %(until)s."),
            {"amount": self.texts.money(each, whole=True) if isinstance(each, Decimal) else ""},
            {"from": self.texts.month_and_year(first), "until": self.texts.month_and_year(last)},
        )

    def _kortingen(self, year: CalendarYear) -> Iterator[KortingRow]:
        """The assessment with the loonheffingskorting at each place."""
        for item in year.kortingen:
            amount = minus(item.assessment, year.figures.zvw)
            kind = "unknown"
            text = gettext("niet bekend")
            if isinstance(amount, Decimal):
                kind = "nothing" if abs(amount) < FIRST_EURO else "back" if amount > 0 else "pay"
                text = self.texts.money(abs(amount), whole=True)
            yield KortingRow(gettext(wording.KORTING_AT[item.at]), kind, text, item.chosen)

    def assumption(self, code: str) -> str:
        """What the figures of a year take for granted, in words."""
        return gettext(wording.ASSUMED[code]) % {
            "start": self.texts.month_and_year(self.start),
            "end": self.texts.month_and_year(self.end),
        }

    # --- Benefits on an estimate ----------------------------------------------------------

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
                        % {"count": self.texts.number(item.held_months)},
                        self.texts.cell(item.repay).text if item.repay != ZERO else "–",
                        self.texts.cell(item.extra).text if item.extra != ZERO else "–",
                        self.texts.month_and_year(item.settled_in),
                    )
                    for item in items
                ],
            )


def _up(figure: Figure) -> Figure:
    """Whole euros, upwards: what is put aside is never too little."""
    if isinstance(figure, Unknown):
        return figure
    return figure.to_integral_value(ROUND_CEILING)
