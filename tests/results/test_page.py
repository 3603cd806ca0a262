"""The outcome as a page: the sentence, tables that add up, and the reason of every amount."""

import re
from decimal import Decimal
from html.parser import HTMLParser
from types import SimpleNamespace

import pytest
from django.conf import settings
from django.template.loader import render_to_string
from django.utils.html import strip_tags
from django.utils.translation import gettext, override
from markupsafe import escape

from calculator.contract.read import read
from calculator.formats import format_money
from calculator.questions.to_contract import Filled
from calculator.results import wording
from calculator.results.page import ResultPage, is_written_over, note_of, source_for_visitors
from calculator.rules import Outcome, calculate
from calculator.rules.amounts import WEAK, every
from calculator.rules.figures import Unknown
from tests.questions.people import PEOPLE, SINGLE_MOTHER, filled_up, form_of
from tests.results.households import DAY, HOUSEHOLDS, job, outcome_of, own, question, ww

LANGUAGES = [code for code, _name in settings.LANGUAGES]
NO_AMOUNT = {"–"}


def filled(answers=None) -> Filled:
    """A filled-in form, for what the page takes from it."""
    with override("nl"):
        form = form_of(answers or SINGLE_MOTHER)
        assert form.is_valid()
    return Filled(form)


def page_of(name: str, language: str = "nl") -> ResultPage:
    """The page of a household."""
    return ResultPage(outcome_of(name), filled().missing, language)


class NoSchemes:
    """No schemes: those have tests of their own."""

    @staticmethod
    def loses() -> list[str]:
        return []


def html_of(page: ResultPage, language: str = "nl") -> str:
    """The parts of the page that show the regular month and year, as they are sent."""
    context = {"page": page, "schemes": NoSchemes()}
    return "".join(
        render_to_string(f"results/{part}.html", context)
        for part in ("answer", "month", "year", "why", "rests_on")
    )


def number(text: str, language: str) -> Decimal:
    """A written amount as a number."""
    bare = text.replace("\u00a0", "").replace("€", "").replace("\u200e", "").replace("\u2212", "-")
    bare = bare.replace(".", "").replace(",", ".") if language == "nl" else bare.replace(",", "")
    return Decimal(bare)


class Tables(HTMLParser):
    """The tables of a page: per table its rows, each with its kind, heading and cells."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tables: list[list[tuple[str, list[str]]]] = []
        self.cell = False
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        said = dict(attrs)
        if tag == "table":
            self.tables.append([])
        elif tag == "tr":
            kind = (said.get("class") or "").rpartition("--")[2]
            self.tables[-1].append((kind, []))
        elif tag in ("td", "th"):
            self.cell = True
            self.tables[-1][-1][1].append("")

    def handle_endtag(self, tag):
        if tag in ("td", "th"):
            self.cell = False

    def handle_data(self, data):
        if self.cell:
            self.tables[-1][-1][1][-1] += data.strip()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", HOUSEHOLDS)
def test_the_rows_of_the_month_add_up_to_what_is_left(name, language):
    """Gross and tax make what the payers pay; with the net lines that is what is left."""
    with override(language):
        page = page_of(name, language)
        table = Tables(html_of(page, language)).tables[0]
    unknown = gettext_in(language, "niet bekend")
    heading, *rows = table
    for column in range(1, len(heading[1])):
        total: Decimal | None = Decimal(0)
        for kind, cells in rows:
            text = cells[column]
            if kind in ("subtotal", "total"):
                if total is None:
                    assert text == unknown
                elif text != unknown:
                    assert number(text, language) == total
            elif text == unknown:
                total = None
            elif text not in NO_AMOUNT and total is not None:
                total += number(text, language)
        assert rows[-1][0] == "total"


def gettext_in(language: str, text: str) -> str:
    """A text of ours in a language."""
    with override(language):
        return gettext(text)


@pytest.mark.parametrize("name", HOUSEHOLDS)
def test_an_unknown_amount_is_never_shown_as_nothing(name):
    with override("nl"):
        page = page_of(name)
        rows = {row.code: row for row in page.rows}
        for place, situation in enumerate(page.outcome.situations):
            for line in situation.month.lines:
                code = f"partner.{line.code}" if line.payer == "partner" else line.code
                if isinstance(line.amount, Unknown):
                    assert not rows[code].cells[place].known
            if isinstance(situation.month.net, Unknown):
                assert not rows["net"].cells[place].known
                assert not page.complete()
                assert page.missing() or page.reasons()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", HOUSEHOLDS)
def test_every_line_shows_its_article_and_every_link_leads_somewhere(name, language):
    with override(language):
        page = page_of(name, language)
        html = html_of(page, language)
        blocks = dict(
            re.findall(
                r'<div class="details__content stack" id="([^"]*)".*?>(.*?)</details>', html, re.S
            )
        )
        for situation in page.outcome.situations:
            for line in situation.month.lines:
                code = f"partner.{line.code}" if line.payer == "partner" else line.code
                block = blocks.get("why-" + code.replace(".", "-").replace("_", "-"), "")
                for step in line.steps:
                    assert escape(step.law) in block
                    assert escape(wording.of_step(step, language)) in block
        for code, steps in page.now.year.steps.items():
            if code == "net" or not isinstance(getattr(page.now.year, code), Unknown):
                for step in steps:
                    assert escape(step.law) in blocks[f"why-year-{code.replace('_', '-')}"]
    targets = set(re.findall(r'href="#([^"]*)"', html))
    ids = re.findall(r'\sid="([^"]*)"', html)
    assert targets <= set(ids)
    assert sorted(ids) == sorted(set(ids))


#: lines without an explanation yet: the amounts come straight from an answer
FROM_AN_ANSWER = {
    "partner.loon",
    "partner.uitkering",
    "partner.aow",
    "partner.pensioen",
    "childcare_cost",
    "pension",
    "travel_cost",
}


@pytest.mark.parametrize("name", HOUSEHOLDS)
def test_every_amount_that_is_calculated_has_its_reason(name):
    with override("nl"):
        page = page_of(name)
        for row in page.rows:
            if row.kind != "line" or row.code in FROM_AN_ANSWER:
                continue
            amounts = [
                cell
                for cell in row.cells
                if cell.known and cell.text not in NO_AMOUNT and number(cell.text, "nl")
            ]
            told = [name for explained in row.why for name in explained.situations]
            assert len(told) >= len(amounts), row.code


# --- The sentence -------------------------------------------------------------------------


def sentences(page: ResultPage, language: str = "nl") -> list[str]:
    """The answers as they are read aloud."""
    html = html_of(page, language)
    found = re.findall(r'<p class="answer__sentence">(.*?)</p>', html, re.S)
    return [" ".join(strip_tags(item).replace("\u00a0", " ").split()) for item in found]


def expected(amount: str, difference: str, words: str) -> str:
    """The sentence in the active language, made from our own texts."""
    said = gettext('U houdt <strong class="amount">%(amount)s</strong> per maand over.')
    parts = [said % {"amount": amount}]
    if words:
        parts.append(gettext(words) % {"amount": difference})
    return " ".join(strip_tags(" ".join(parts)).replace("\u00a0", " ").split())


MORE = 'Dat is <strong class="amount">%(amount)s</strong> meer dan nu.'
LESS = 'Dat is <strong class="amount">%(amount)s</strong> minder dan nu.'
SAME = "Dat is evenveel als nu."


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("net_now", "net_plan", "words"),
    [("1000.00", "1250.50", MORE), ("1250.50", "1000.00", LESS), ("1000.00", "1000.00", SAME)],
)
def test_the_sentence_says_what_is_left_and_what_changes(language, net_now, net_plan, words):
    now, plan = Decimal(net_now), Decimal(net_plan)
    with override(language):
        page = page_of("ww_in_a_room", language)
        page.now.month.net = now
        page.plans[0].month.net = plan
        difference = page.outcome.differences[0]._replace(net_per_month=plan - now)
        page.outcome.differences[0] = difference
        said = sentences(page, language)
        money = format_money(plan, language)
        assert said == [expected(money, format_money(abs(plan - now), language), words)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_difference_that_is_not_known_is_left_out(language):
    with override(language):
        page = page_of("unknown_credit", language)
        net = page.plans[0].month.net
        assert sentences(page, language) == [expected(format_money(net, language), "", "")]


def test_an_amount_that_is_not_known_makes_no_sentence():
    with override("nl"):
        for name in ("unknown_maandloon", "unknown_rent", "unknown_capacity"):
            page = page_of(name)
            assert sentences(page) == []
            assert gettext("Wij kunnen nog niet alles uitrekenen") in html_of(page)


def test_each_of_several_plans_has_its_name_and_its_sentence():
    with override("nl"):
        page = page_of("ww")
        html = html_of(page)
        assert re.findall(r'<h2 class="answer__plan">(.*?)</h2>', html) == page.names[1:]
        assert len(sentences(page)) == 3
        assert len(set(page.names)) == 4


@pytest.mark.parametrize("person", PEOPLE)
def test_the_difference_is_that_of_the_amounts_in_the_table(person):
    with override("nl"):
        one = filled(PEOPLE[person])
        page = ResultPage(_outcome(one), one.missing, "nl")
        total = page.rows[-1]
        now, plan = (number(cell.text, "nl") for cell in total.cells)
        said = page.sentences()[0]
        assert number(said.amount, "nl") == plan
        assert number(said.difference, "nl") == abs(plan - now)
        assert said.direction == ("more" if plan > now else "less" if plan < now else "same")


def _outcome(one: Filled) -> Outcome:
    """The outcome of a filled-in form."""
    return calculate(read(one.data, one.form.today).household)


# --- Unknown ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("change", "name"),
    [
        ({"wga_maandloon": "", "wga_maandloon_unknown": "on"}, "wga_maandloon"),
        (
            {"wga_verdiencapaciteit": "", "wga_verdiencapaciteit_unknown": "on"},
            "wga_verdiencapaciteit",
        ),
        ({"kale_huur": "", "kale_huur_unknown": "on"}, "kale_huur"),
        ({"vermogen": "", "vermogen_unknown": "on"}, "vermogen"),
        ({"now_korting": "unknown"}, "now_korting"),
    ],
)
def test_what_is_missing_is_named_with_the_question_that_settles_it(change, name):
    with override("nl"):
        one = filled(filled_up(SINGLE_MOTHER | change))
        page = ResultPage(_outcome(one), one.missing, "nl")
        assert [question.name for question in page.missing()] == [name]
        assert str(one.form.fields[name].label) in html_of(page)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        # between no huurtoeslag at all and that of the highest rent that counts
        ({"kale_huur": "", "kale_huur_unknown": "on"}, True),
        ({"vermogen": "", "vermogen_unknown": "on"}, True),
        ({"wga_verdiencapaciteit": "", "wga_verdiencapaciteit_unknown": "on"}, True),
        # the wage of a benefit can be anything: a range would say nothing
        ({"wga_maandloon": "", "wga_maandloon_unknown": "on"}, False),
        ({"now_korting": "unknown"}, False),
    ],
    ids=lambda value: next(iter(value)) if isinstance(value, dict) else "",
)
def test_a_range_is_shown_where_it_is_honest_only(change, expected):
    with override("nl"):
        one = filled(filled_up(SINGLE_MOTHER | change))
        page = ResultPage(_outcome(one), one.missing, "nl")
        assert bool(page.ranges()) == expected
        for item in page.ranges():
            assert number(item.low, "nl") <= number(item.high, "nl")
            assert item.low in html_of(page) and item.high in html_of(page)


def test_the_known_answer_lies_in_the_range():
    """For the rent: 2,928.61 with the rent of 700 (worked out in tests/browser)."""
    with override("nl"):
        one = filled(filled_up(SINGLE_MOTHER | {"kale_huur": "", "kale_huur_unknown": "on"}))
        now = ResultPage(_outcome(one), one.missing, "nl").ranges()[0]
    assert number(now.low, "nl") < Decimal("2928.61") < number(now.high, "nl")


def test_a_year_without_rules_says_why():
    with override("nl"):
        page = page_of("in_2025")
        assert page.reasons()
        for reason in page.reasons():
            assert str(escape(reason)) in html_of(page)


# --- What it rests on ---------------------------------------------------------------------


@pytest.mark.parametrize("name", HOUSEHOLDS)
def test_what_is_not_counted_and_what_is_weak_is_shown(name):
    with override("nl"):
        page = page_of(name)
        html = html_of(page)
        assert page.not_counted()
        for text in page.not_counted():
            assert str(escape(text)) in html
        used = {
            amount.key: amount
            for situation in page.outcome.situations
            for part in (*situation.month.lines, *situation.month.payers)
            for step in part.steps
            for amount in step.amounts
        } | {
            amount.key: amount
            for situation in page.outcome.situations
            for steps in situation.year.steps.values()
            for step in steps
            for amount in step.amounts
        }
        weak = {key for key, amount in used.items() if amount.confidence in WEAK}
        assert {amount.key for amount in page.outcome.rests_on} == weak
        title = str(escape(gettext("Hier zijn wij minder zeker van")))
        assert (title in html) == bool(weak)
        for amount in page.weak_amounts():
            assert amount.weak
            assert str(escape(amount.label)) in html


def test_holiday_pay_rests_on_a_weak_table_and_says_so():
    with override("nl"):
        assert {amount.key for amount in page_of("ww").outcome.rests_on} >= {
            "loonbelasting.bijzonder_tarief_wit",
            "loonbelasting.bijzonder_tarief_groen",
        }


@pytest.mark.parametrize("name", HOUSEHOLDS)
def test_every_amount_of_the_law_shows_since_when_it_holds(name):
    with override("nl"):
        page = page_of(name)
        html = html_of(page)
        notes = [note for row in page.all_rows_with_why() for note in row.amounts]
        assert html.count('class="steps__source"') == len(notes)
        for note in notes:
            assert note.since in html
            assert str(escape(note.source)) in html
            assert str(escape(note.label)) in html


def test_nothing_that_comes_from_elsewhere_is_taken_for_html(monkeypatch):
    bad = "<script>alert(1)</script>"
    monkeypatch.setitem(wording.LINES, "ww", bad)
    monkeypatch.setitem(wording.RULES, "ww.betaald", bad)
    with override("nl"):
        page = page_of("ww")
        line = next(item for item in page.now.month.lines if item.code == "ww")
        step = line.steps[-1]
        amounts = tuple(amount._replace(name=bad, description=bad) for amount in step.amounts)
        line.steps[-1] = step._replace(law=bad, amounts=amounts)
        html = html_of(page)
    assert "<script>alert" not in html
    assert html.count("&lt;script&gt;alert") >= 4


def test_a_cell_with_an_amount_is_escaped():
    row = SimpleNamespace(
        label="<b>", why=[], kind="line", cells=[SimpleNamespace(text="<i>", known=True)]
    )
    html = render_to_string(
        "results/table.html",
        {"rows": [row], "page": SimpleNamespace(headings=lambda: ["<u>"]), "caption": "<s>"},
    )
    assert not re.search(r"<[bius]>", html)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", HOUSEHOLDS)
def test_no_page_shows_the_insides_of_the_program(name, language):
    with override(language):
        html = html_of(page_of(name, language), language)
    text = strip_tags(re.sub(r"<script.*?</script>", "", html, flags=re.S))
    assert not re.search(r"Decimal|Unknown|None|object at|%\(|\{\{|\{%|\bnan\b|E\+", text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_tax_office_gives_back_or_asks_is_said_in_whole_euros(language):
    with override(language):
        for name in ("ww", "iva", "single_mother"):
            page = page_of(name, language)
            row = next(row for row in page.year_rows if row.code == "year.assessment")
            for cell, situation in zip(row.cells, page.outcome.situations, strict=True):
                assert abs(number(cell.text, language) - situation.year.assessment) <= 1


def test_the_answer_says_nothing_about_a_year_that_never_comes():
    """The year in which every month is the same is told in its own section only."""
    with override("nl"):
        html = html_of(page_of("single_mother"))
    answer = html[: html.index('id="month-title"')]
    assert "Na het jaar" not in answer and "Over het hele jaar" not in answer
    year = html[html.index('id="year-title"') :]
    assert "een jaar waarin elke maand hetzelfde is" in year


def test_what_is_put_aside_for_profit_is_said_beside_the_answer():
    """The case iva_and_profit in tests/cases/winst.toml: 228.19 + 42.34 a month."""
    asked = question({"kind": "iva", "maandloon": "3000"}, plans=[[own("12000", "10")]])
    outcome = calculate(read(asked, DAY).household)
    with override("nl"):
        page = ResultPage(outcome, filled().missing, "nl")
        (sentence,) = page.sentences()
        assert number(sentence.set_aside, "nl") == Decimal("270.53")
        assert sentence.set_aside in html_of(page)


@pytest.mark.parametrize(
    ("name", "amounts"),
    [("single_mother", 2), ("ww_at_the_maximum", 0)],
)
def test_the_toeslagenwet_says_that_it_has_to_be_claimed(name, amounts):
    with override("nl"):
        page = page_of(name)
        html = html_of(page)
        assert len(page.supplement()) == amounts
        assert ("Vraag de toeslag dan aan bij UWV." in html) == bool(amounts)
        for item, situation in zip(page.supplement(), page.outcome.situations, strict=False):
            lines = [line.amount for line in situation.month.lines if line.code == "toeslagenwet"]
            assert number(item.amount, "nl") == sum(lines)
            assert item.amount in html


def test_a_four_weekly_wage_says_that_the_month_is_an_average():
    said = "U krijgt elke vier weken loon."
    with override("nl"):
        assert said not in html_of(page_of("ww"))
        asked = question(ww(), plans=[[job("900") | {"per": "four_weeks"}]])
        page = ResultPage(calculate(read(asked, DAY).household), filled().missing, "nl")
        assert said in html_of(page)


ENGLISH = re.compile(r"\b(?:as|of|and|the|transcribed|quoted|unofficial|version|source)\b", re.I)


def test_no_source_on_the_page_is_in_english():
    sources = {source for amount in every() for source in amount.source}
    assert len(sources) > 100
    for source in sources:
        assert not ENGLISH.search(re.sub(r"https?://\S+", "", source_for_visitors(source))), source


@pytest.mark.parametrize(
    ("source", "said"),
    [
        (
            "WW art. 47 lid 1 b, https://wetten.overheid.nl/BWBR0004045/2026-07-01",
            "WW art. 47 lid 1 b, https://wetten.overheid.nl/BWBR0004045/2026-07-01",
        ),
        (
            "Tabel bijzondere beloningen 2026 (wit), as transcribed in one unofficial source",
            "Tabel bijzondere beloningen 2026",
        ),
        ("Wkb art. 2 lid 7 and 8, https://example.org/x", "Wkb art. 2 lid 7 en 8"),
        ("Own choice of this calculator", ""),
    ],
)
def test_a_source_is_shown_as_far_as_a_visitor_can_use_it(source, said):
    assert source_for_visitors(source) == said


def test_what_somebody_else_wrote_over_is_said_not_to_come_from_the_state():
    amount = page_of("ww").outcome.rests_on[0]
    assert is_written_over(amount._replace(confidence="single"))
    assert is_written_over(amount._replace(confidence="two-sources", source=("A, as quoted at B",)))
    assert not is_written_over(amount._replace(confidence="official"))
    with override("nl"):
        assert "Wij hebben dit bedrag niet van de overheid zelf." in html_of(page_of("ww"))


def test_an_amount_with_an_end_says_until_when():
    with override("nl"):
        page = page_of("ww")
        amount = page.outcome.rests_on[0]
        assert note_of(amount, "nl").until
        assert note_of(amount._replace(valid_until=None), "nl").until == ""
