"""What is settled afterwards: toeslagen and tax of each year, benefits that were an estimate.

Amounts in a sentence or compared with each other are in whole euros; what adds up to a total is
in cents.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import ROUND_CEILING, ROUND_HALF_UP, Decimal
from functools import cached_property

from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_noop, ngettext

from calculator.results import calendar_wording as wording
from calculator.results.calendar_months import BENEFITS, put_aside_for
from calculator.results.calendar_texts import (
    FIRST_EURO,
    NOTHING,
    Texts,
    mixed,
    reasons_of,
    said,
)
from calculator.results.cells import Cell
from calculator.results.page import WORTH_SAYING
from calculator.rules.calendar import CalendarOutcome, CalendarYear
from calculator.rules.figures import Figure, Unknown, minus, total
from calculator.rules.money import EURO, ZERO
from calculator.rules.payments import paid_of_assessment
from calculator.rules.periods import MONTHS, between
from calculator.rules.settlements import BenefitSettlement, Reported, Scenario
from calculator.rules.situation import AT_ONE_PAYER
from calculator.rules.timeline import amounts_in

#: the assessment of a year has to be paid by July of the year after
JUNE = 6
#: said of the place of the loonheffingskorting that leaves most each month
BEST_PLACE = {
    "work": gettext_noop(
        "Kies de plek waar u elke maand het meeste overhoudt. Bij u is dat uw werk."
    ),
    "benefit": gettext_noop(
        "Kies de plek waar u elke maand het meeste overhoudt. Bij u is dat uw uitkering."
    ),
}
#: what UWV wants to be told
EARNED = frozenset({"loon", "winst"})
PAID_BY_UWV = frozenset({*BENEFITS, "toeslagenwet"})


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
class Answer:
    """Whether something of one kind is repaid."""

    about: str
    text: SafeString


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
    #: the heading of what is put aside, and in which months that is
    aside_heading: str
    aside_months: str
    with_extra: bool
    behind: list[ScenarioText]
    settled: str
    tax: SafeString
    tax_aside: SafeString | None
    kortingen: list[KortingRow]
    #: where the credit is best applied
    korting_advice: str
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
                [self._year(year, calendar) for year in calendar.years],
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

    def answers(self) -> list[Answer]:
        """Whether anything is repaid: toeslagen, the benefit and tax each have their own answer."""
        return [
            Answer(self.texts.gettext("Toeslagen"), self.sentence()),
            Answer(self.texts.gettext("Uitkering van UWV"), self.benefit_sentence()),
            Answer(self.texts.gettext("Belasting"), self.tax_sentence()),
        ]

    def sentence(self) -> SafeString:
        """The main thing about repaying toeslagen, of all plans and years together."""
        at_once = total(*(item["at_once"].repay for item in self.scenarios))
        if isinstance(at_once, Unknown):
            return said(
                self.texts.gettext("Dat weten wij nog niet. Wij kunnen nog niet alles uitrekenen.")
            )
        if self._nothing_to_repay():
            if not any(self._has_toeslagen(item["never"]) for item in self.scenarios):
                return said(
                    self.texts.gettext(
                        "Nee. U krijgt geen toeslagen. U hoeft dus geen toeslag terug te betalen."
                    )
                )
            if not self.has_plans:
                return said(
                    self.texts.gettext(
                        "Nee, waarschijnlijk niet. U hoeft geen toeslagen terug te betalen."
                    )
                )
            return self._still_report(
                self.texts.gettext(
                    "Nee, waarschijnlijk niet. U hoeft geen toeslagen terug te betalen, ook niet "
                    "als u uw nieuwe inkomen later doorgeeft."
                )
            )
        if at_once == ZERO and any(it["after_three_months"].repay for it in self.scenarios):
            return said(
                self.texts.gettext(
                    "Nee, als u uw nieuwe inkomen meteen doorgeeft aan Dienst Toeslagen. "
                    "Wacht u langer? Dan krijgt u eerst te veel toeslag en betaalt u later terug."
                )
            )
        if at_once == ZERO:
            return said(
                self.texts.gettext(
                    "Nee, als u uw nieuwe inkomen doorgeeft aan Dienst Toeslagen. Doe dat meteen. "
                    "Geeft u het niet door? Dan krijgt u te veel toeslag en betaalt u later terug."
                )
            )
        if all(self.always_the_same(item.values()) for item in self.scenarios):
            return self._still_report(
                self.texts.gettext(
                    "Ja, een deel van uw toeslagen. Dat bedrag blijft gelijk, ook als u uw nieuwe "
                    "inkomen later doorgeeft."
                )
            )
        return said(
            self.texts.gettext(
                "Ja, een deel van uw toeslagen. Geef uw nieuwe inkomen meteen door aan Dienst "
                "Toeslagen. Dan betaalt u zo weinig mogelijk terug."
            )
        )

    def benefit_sentence(self) -> SafeString:
        """Whether a part of the benefit is repaid: only where the income turns out higher."""
        if any(it.repay != ZERO for calendar, _ in self._shown for it in calendar.settlements):
            return said(
                self.texts.gettext(
                    "Misschien. Verdient u meer dan u verwacht? Dan betaalt u later een deel "
                    "terug. Hieronder ziet u hoeveel."
                )
            )
        if any(
            line.code in EARNED and line.amount != ZERO
            for calendar, _ in self._shown
            for month in calendar.months
            for line in month.lines
            if line.payer != "partner"
        ):
            return said(
                self.texts.gettext(
                    "Nee, als u verdient wat u heeft ingevuld. Geef uw inkomsten wel steeds door "
                    "aan UWV. Verdient u meer? Dan betaalt u later misschien een deel terug."
                )
            )
        return said(self.texts.gettext("Nee, waarschijnlijk niet."))

    def tax_sentence(self) -> SafeString:
        """Whether tax is asked after the year, and of which years."""
        years = [(calendar, year) for calendar, _ in self._shown for year in calendar.years]
        rests = [self._rest(year) for _, year in years]
        known = [rest for rest in rests if isinstance(rest, Decimal)]
        if len(known) < len(rests):
            return said(
                self.texts.gettext("Dat weten wij nog niet. Wij kunnen nog niet alles uitrekenen.")
            )
        asks = any(rest <= -WORTH_SAYING for rest in known)
        if len(self._shown) > 1:
            if asks:
                return said(
                    self.texts.gettext("Ja, bij een of meer plannen. Bij elk plan ziet u hoeveel.")
                )
            return said(self.texts.gettext("Nee, of bijna niets. Bij elk plan ziet u hoeveel."))
        if asks:
            told = [
                self._tax(year)
                for (_, year), rest in zip(years, known, strict=True)
                if rest <= -WORTH_SAYING
            ]
            return _joined([said(self.texts.gettext("Ja.")), *told])
        if any(self._bill(year) < ZERO < self._held(year) for _, year in years):
            return said(
                self.texts.gettext(
                    "Ja, over uw winst. Daarvoor heeft u dan al genoeg geld opzij gezet."
                )
            )
        if any(rest <= -FIRST_EURO for rest in known):
            return said(self.texts.gettext("Ja, maar bijna niets. Hieronder ziet u hoeveel."))
        told = self.taxes_that_matter(self._shown[0][0])
        return _joined([said(self.texts.gettext("Nee.")), *told])

    def taxes_that_matter(self, calendar: CalendarOutcome) -> list[SafeString]:
        """What the assessment of each year asks or gives back, where that is worth saying."""
        rests = [(year, self._rest(year)) for year in calendar.years]
        return [
            self._tax(year)
            for year, rest in rests
            if isinstance(rest, Decimal) and abs(rest) >= WORTH_SAYING
        ]

    def toeslagen_that_matter(self, calendar: CalendarOutcome) -> list[SafeString]:
        """What has to be repaid to Dienst Toeslagen however soon a change is reported."""
        repays = [(it.year, it.toeslagen.scenarios["at_once"].repay) for it in calendar.years]
        return [
            mixed(
                self.texts.gettext(
                    "Over %(year)s betaalt u ongeveer %(amount)s aan toeslagen terug, ook als u uw "
                    "nieuwe inkomen meteen doorgeeft."
                ),
                {"amount": self.texts.money(repay, whole=True)},
                {"year": str(year)},
            )
            for year, repay in repays
            if isinstance(repay, Decimal) and repay >= WORTH_SAYING
        ]

    def always_the_same(self, scenarios: Iterable[Scenario]) -> bool:
        """Whether as much is repaid whenever the change is reported, as far as the table shows."""
        return len({self.texts.cell(found.repay, whole=True).text for found in scenarios}) == 1

    def _still_report(self, text: str) -> SafeString:
        """A sentence where reporting at once saves nothing: it is a duty all the same."""
        duty = self.texts.gettext("U moet uw nieuwe inkomen wel doorgeven aan Dienst Toeslagen.")
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

    def _year(self, year: CalendarYear, calendar: CalendarOutcome) -> YearText:
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
                    self.texts.gettext(wording.REPORTED[name]),
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
        settled = self.texts.gettext(
            "Dienst Toeslagen rekent het precies uit tussen %(from)s en %(until)s."
        )
        return YearText(
            year=str(year.year),
            provisional=year.certainty == "provisional",
            sentence=self._year_sentence(every, known=known, something=something),
            rows=rows,
            aside_heading=self._aside_heading(year),
            aside_months=self._aside_months(year) if rows else "",
            with_extra=any(found.extra != ZERO for found in every),
            behind=behind,
            settled=settled % months if rows else "",
            tax=self._tax(year),
            tax_aside=self.tax_aside(year),
            kortingen=list(self._kortingen(year)),
            korting_advice=self._korting_advice(calendar),
            assumed=[self.assumption(code) for code in year.assumed],
            reasons=reasons,
        )

    def _year_sentence(
        self, scenarios: list[Scenario], *, known: bool, something: bool
    ) -> SafeString:
        if not known:
            return said(self.texts.gettext("Wat u aan toeslagen terugbetaalt, weten wij nog niet."))
        if not something:
            extra = scenarios[0].extra
            if isinstance(extra, Decimal) and extra > ZERO:
                return said(
                    self.texts.gettext(
                        "U hoeft geen toeslagen terug te betalen. Na het jaar krijgt u nog "
                        "ongeveer %(amount)s."
                    ),
                    amount=self.texts.money(extra, whole=True),
                )
            if self._nothing_to_repay():
                return NOTHING  # said already, of all years at once
            return said(self.texts.gettext("U hoeft geen toeslagen terug te betalen."))
        if self.always_the_same(scenarios):
            return self._still_report(
                self.texts.gettext(
                    "Uw toeslagen hangen af van uw inkomen over het hele jaar. U betaalt over dit "
                    "jaar evenveel terug, ook als u uw nieuwe inkomen later doorgeeft."
                )
            )
        return said(
            self.texts.gettext(
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
                self.texts.gettext(wording.LINES[item.code]),
                self.texts.cell(item.advance),
                self.texts.cell(item.right),
                self.texts.cell(minus(item.extra, item.repay)),
            )
            for item in items
        ]
        rows.append(
            ToeslagRow(
                self.texts.gettext("Samen"),
                self.texts.cell(total(*(item.advance for item in items))),
                self.texts.cell(total(*(item.right for item in items))),
                self.texts.cell(minus(scenario.extra, scenario.repay)),
                "total",
            )
        )
        left_alone = [
            mixed(
                self.texts.gettext(
                    "%(toeslag)s: u krijgt %(amount)s te veel. Dat is zo weinig dat Dienst "
                    "Toeslagen het niet terugvraagt."
                ),
                {"amount": self.texts.money(item.not_recovered)},
                {"toeslag": self.texts.gettext(wording.LINES[item.code])},
            )
            for item in items
            if item.not_recovered != ZERO
        ]
        return ScenarioText(
            self.texts.gettext(wording.REPORTED[scenario.reported]), rows, left_alone
        )

    # --- The tax of a year ----------------------------------------------------------------

    @staticmethod
    def _bill(year: CalendarYear) -> Figure:
        """What is really paid after a year: what comes back, or is asked (negative)."""
        return minus(_paid(year.figures.assessment, year), year.figures.zvw)

    @staticmethod
    def _held(year: CalendarYear) -> Decimal:
        """What the months of the year put aside for it already."""
        held = put_aside_for(year)
        return held if isinstance(held, Decimal) else ZERO

    def _rest(self, year: CalendarYear) -> Figure:
        """What is left over or still has to be paid after what was put aside."""
        return total(self._bill(year), self._held(year))

    def _tax(self, year: CalendarYear) -> SafeString:
        """What the assessment of a year gives back or asks."""
        amount = self._bill(year)
        params = {"year": str(year.year)}
        if isinstance(amount, Unknown):
            return mixed(
                self.texts.gettext("De belasting over %(year)s weten wij nog niet."), {}, params
            )
        held = self._held(year)
        money = {"amount": self.texts.money(abs(amount), whole=True)}
        if held >= FIRST_EURO:
            return self._tax_on_profit(amount, held, params)
        found = year.figures.assessment
        if amount == ZERO and isinstance(found, Decimal) and abs(found) >= FIRST_EURO:
            money = {"amount": self.texts.money(abs(found), whole=True)}
            if found > ZERO:
                text = self.texts.gettext(
                    "Over %(year)s krijgt u geen belasting terug. Het gaat om ongeveer %(amount)s. "
                    "Dat is zo weinig dat u het niet terugkrijgt."
                )
            else:
                text = self.texts.gettext(
                    "Over %(year)s hoeft u geen belasting bij te betalen. Het gaat om ongeveer "
                    "%(amount)s. Dat is zo weinig dat u het niet hoeft te betalen."
                )
            return mixed(text, money, params)
        if amount >= FIRST_EURO:
            text = self.texts.gettext("Over %(year)s krijgt u ongeveer %(amount)s belasting terug.")
        elif amount <= -FIRST_EURO:
            text = self.texts.gettext("Over %(year)s betaalt u ongeveer %(amount)s belasting bij.")
        else:
            text = self.texts.gettext("Over %(year)s hoeft u geen belasting bij te betalen.")
        return mixed(text, money, params)

    def _tax_on_profit(self, amount: Decimal, held: Decimal, words: dict[str, str]) -> SafeString:
        """What is asked where the months put money aside for it: it isn't asked twice."""
        # rounded before they are compared, so that the amounts that are shown add up
        bill, aside = _whole(-amount), _whole(held)
        rest = aside - bill
        money = {
            "amount": self.texts.money(abs(bill), whole=True),
            "held": self.texts.money(aside, whole=True),
            "rest": self.texts.money(abs(rest), whole=True),
        }
        if bill <= ZERO:
            text = self.texts.gettext(
                "Over %(year)s krijgt u ongeveer %(amount)s belasting terug. U heeft ook "
                "%(held)s opzij gezet. Dat geld houdt u dan over."
            )
        elif abs(rest) < WORTH_SAYING:
            text = self.texts.gettext(
                "Over %(year)s betaalt u ongeveer %(amount)s belasting. Dit is het geld dat u "
                "opzij heeft gezet."
            )
        elif rest > ZERO:
            text = self.texts.gettext(
                "Over %(year)s betaalt u ongeveer %(amount)s belasting. U heeft daarvoor "
                "%(held)s opzij gezet. U houdt dan %(rest)s over."
            )
        else:
            text = self.texts.gettext(
                "Over %(year)s betaalt u ongeveer %(amount)s belasting. U heeft daarvoor "
                "%(held)s opzij gezet. U betaalt dan nog %(rest)s bij."
            )
        return mixed(text, money, words)

    def tax_aside(self, year: CalendarYear) -> SafeString | None:
        """What to put aside each month until the assessment has to be paid."""
        amount = self._rest(year)
        if isinstance(amount, Unknown) or amount > -WORTH_SAYING:
            return None
        first = max(self.start, (year.year, 1))
        last = (year.year + 1, JUNE)
        months = between(first, last) + 1
        each = _up(-amount / months)
        return mixed(
            self.texts.gettext(
                "Zet daarvoor elke maand %(amount)s opzij, van %(from)s tot en met %(until)s."
            ),
            {"amount": self.texts.money(each, whole=True) if isinstance(each, Decimal) else ""},
            {"from": self.texts.month_and_year(first), "until": self.texts.month_and_year(last)},
        )

    def _aside_first(self, year: CalendarYear) -> tuple[int, int]:
        """The first month of a year in which toeslag is put aside; the last is December."""
        return max(self.start, (year.year, 1))

    def _aside_heading(self, year: CalendarYear) -> str:
        if self._aside_first(year)[1] == MONTHS:
            return self.texts.gettext("Zet één keer opzij")
        return self.texts.gettext("Zet elke maand opzij")

    def _aside_months(self, year: CalendarYear) -> str:
        """In which months toeslag is put aside, to be able to repay it."""
        first = self._aside_first(year)
        if first[1] == MONTHS:
            return self.texts.gettext("Zet dit geld opzij in %(month)s.") % {
                "month": self.texts.month_and_year(first)
            }
        return self.texts.gettext("Zet dit geld opzij van %(from)s tot en met %(until)s.") % {
            "from": self.texts.month_and_year(first),
            "until": self.texts.month_and_year((year.year, MONTHS)),
        }

    def _korting_advice(self, calendar: CalendarOutcome) -> str:
        """Where the credit is best applied: where least tax is withheld over the calendar.

        Where that isn't known: where most is earned, in the months in which both pay.
        """
        left: dict[str, Decimal] = {}
        for year in calendar.years:
            for item in year.kortingen:
                if item.at in AT_ONE_PAYER and isinstance(item.assessment, Decimal):
                    left[item.at] = left.get(item.at, ZERO) + item.assessment
        if len(left) == len(AT_ONE_PAYER) and left["work"] != left["benefit"]:
            place = "work" if left["work"] < left["benefit"] else "benefit"
            return self.texts.gettext(BEST_PLACE[place])
        months = [
            (
                _sum_of(it.amount for it in month.lines if it.payer == "employer"),
                _sum_of(it.amount for it in month.lines if it.code in PAID_BY_UWV),
            )
            for month in calendar.months
        ]
        paid = [month for month in months if all(month)] or months
        more_wage = sum(wage for wage, _ in paid) > sum(benefit for _, benefit in paid)
        place = "work" if more_wage else "benefit"
        return self.texts.gettext(BEST_PLACE[place])

    def _kortingen(self, year: CalendarYear) -> Iterator[KortingRow]:
        """The assessment with the loonheffingskorting at each place."""
        for item in year.kortingen:
            amount = minus(_paid(item.assessment, year), year.figures.zvw)
            kind = "unknown"
            text = self.texts.gettext("niet bekend")
            if isinstance(amount, Decimal):
                kind = "nothing" if abs(amount) < FIRST_EURO else "back" if amount > 0 else "pay"
                text = self.texts.money(abs(amount), whole=True)
            yield KortingRow(
                self.texts.gettext(wording.KORTING_AT[item.at]), kind, text, item.chosen
            )

    def assumption(self, code: str) -> str:
        """What the figures of a year take for granted, in words."""
        return self.texts.gettext(wording.ASSUMED[code]) % {
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
                self.texts.gettext(wording.LINES[code]),
                self.texts.gettext(wording.SETTLED_INCOME[income]),
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


def _paid(assessment: Figure, year: CalendarYear) -> Figure:
    """What of an assessment is really paid: very little isn't."""
    return paid_of_assessment(assessment, amounts_in((year.year, MONTHS)))


def _sum_of(figures: Iterable[Figure]) -> Decimal:
    """The sum of what is known."""
    return sum((figure for figure in figures if isinstance(figure, Decimal)), ZERO)


def _whole(amount: Decimal) -> Decimal:
    return amount.quantize(EURO, ROUND_HALF_UP)


def _joined(sentences: Sequence[SafeString]) -> SafeString:
    """Sentences after each other."""
    return format_html_join(" ", "{}", ((sentence,) for sentence in sentences))
