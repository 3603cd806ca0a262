"""The drawings of letters and payslips: every one belongs to a question, and says what it shows."""

import re
from decimal import Decimal
from xml.etree import ElementTree

import pytest
from django.template import engines
from django.utils.translation import override

from calculator.questions import papers
from calculator.questions.papers import PAPERS, paper_of, pattern_of
from tests.questions.people import (
    IVA_WORKER,
    LOW_WAGE,
    PEOPLE,
    SINGLE_MOTHER,
    WAJONG_DISPENSATIE,
    WAJONG_RENTER,
    WW_OWNER,
    Answers,
    form_of,
    ids_of,
    job,
)

SVG = "{http://www.w3.org/2000/svg}"
# 309.91 x 21.75: the highest maandloon on the day of the tests
MAXIMUM = "6740,54"
OWN_BUSINESS = {"works_now": "own", "now_profit": "9.600", "now_own_hours": "12"}

#: what no persona says, so that together every question is asked
VARIANTS: list[Answers] = [
    WW_OWNER | {"ww_maandloon": MAXIMUM, "ww_boven_maximum": "yes"},
    SINGLE_MOTHER | {"wga_maandloon": MAXIMUM, "wga_boven_maximum": "yes"},
    IVA_WORKER | {"iva_maandloon": MAXIMUM, "iva_boven_maximum": "yes"},
    WW_OWNER | OWN_BUSINESS,
    SINGLE_MOTHER
    | {
        "wga_phase": "loongerelateerd",
        "wga_first_day": "1-3-2026",
        "wga_phase_until": "28-2-2027",
    },
    WAJONG_RENTER | {"wajong_garantie": "yes"},
    WAJONG_DISPENSATIE
    | {"works_now": "yes"}
    | job("now", "14,99", "hour", hours="8", dispensatie="yes", loonwaarde="60"),
    WW_OWNER | {"partner_income": ["wage", "benefit", "aow", "pension", "profit"]},
    SINGLE_MOTHER | {"child1_birth_date": "10-4-2010"},
    LOW_WAGE | {"others": "1", "other0_kind": "other", "other0_birth_date": "21-11-1990"},
]


@pytest.fixture(scope="module")
def asked() -> set[str]:
    """The questions that are asked of anybody, with {n} for a number."""
    return {
        pattern_of(name)
        for answers in (*PEOPLE.values(), *VARIANTS)
        for name in form_of(answers).fields
    }


def drawn(name: str, key: str = "id_question", language: str = "nl") -> str:
    """The paper of a question as it stands on the page."""
    template = engines["jinja2"].from_string(
        "{% set paper = paper_of(name) %}{% set id = key %}"
        '{% if paper %}{% include "questions/paper.html" %}{% endif %}'
    )
    with override(language):
        return template.render({"name": name, "key": key}).strip()


def tree(html: str) -> ElementTree.Element:
    """What was drawn, which must be well-formed."""
    return ElementTree.fromstring(html)  # noqa: S314 - our own template


def texts_of(paper: papers.Paper) -> list[str]:
    """All that is translated."""
    return [
        str(text)
        for text in (
            paper.title,
            paper.where,
            paper.missing,
            paper.sheet.differs,
            *paper.notes,
            *(word.meaning for word in paper.words),
        )
    ]


@pytest.mark.parametrize("pattern", PAPERS)
def test_every_paper_belongs_to_a_question(pattern, asked):
    assert pattern in asked


@pytest.mark.parametrize(
    ("name", "sender", "found"),
    [
        ("ww_maandloon", "UWV", "WW-maandloon"),
        ("iva_maandloon", "UWV", "WIA-maandloon"),
        ("plan2_gross", "Werkgever", "Bruto loon"),
        ("now_pension", "Uw werkgever", "Pensioenpremie"),
        ("plan0_loonwaarde", "UWV", "Loonwaarde"),
        ("child7_care_hours", "Kinderopvang", "Uurprijs"),
        ("partner_aow", "SVB", "Loon"),
    ],
)
def test_a_question_has_its_own_paper(name, sender, found):
    paper = paper_of(name)
    assert paper.sheet.sender == sender
    assert found in paper.marked


@pytest.mark.parametrize("name", ["birth_date", "plan0_kind", "municipality", "plan0_pension", ""])
def test_a_question_that_no_paper_answers_has_none(name):
    assert paper_of(name) is None
    assert drawn(name) == ""


@pytest.mark.parametrize("pattern", PAPERS)
def test_what_is_marked_stands_on_the_paper_and_in_the_text(pattern):
    paper = PAPERS[pattern]
    rows = {row.label: row for row in paper.rows}
    assert len(rows) == len(paper.rows)
    assert paper.marked
    terms = {term.casefold() for word in paper.words for term in word.terms}
    for label in paper.marked:
        assert {label.casefold(), rows[label].value.casefold()} & terms


@pytest.mark.parametrize("pattern", PAPERS)
def test_every_marked_row_has_an_outline_an_arrow_and_larger_letters(pattern):
    paper = PAPERS[pattern]
    drawing = paper.drawing
    assert len(drawing.marks) == drawing.arrows.count("M") == len(paper.marked)
    sizes = {text.kind: Decimal(text.size) for text in drawing.texts}
    assert sizes["found"] > sizes["sender"] >= 15
    found = [text for text in drawing.texts if text.kind == "found"]
    assert [text.text for text in found if text.text in paper.marked] == [
        row.label for row in paper.rows if row.label in paper.marked
    ]
    # what is marked stands in an outline, and nothing else does
    for text in drawing.texts:
        inside = [
            mark
            for mark in drawing.marks
            if Decimal(mark.y) < Decimal(text.y) < Decimal(mark.y) + Decimal(mark.height)
        ]
        assert bool(inside) == (text.kind == "found")


@pytest.mark.parametrize("pattern", PAPERS)
def test_all_that_is_written_has_room(pattern):
    paper = PAPERS[pattern]
    width = papers.TEXT_RIGHT - papers.TEXT_LEFT
    assert papers.room(paper.sheet.heading, papers.HEADING, bold=True) <= width
    for row in paper.rows:
        if row.label in paper.marked:
            assert papers.room(row.label, papers.FOUND, bold=True) <= width
            assert papers.room(row.value, papers.FOUND, bold=True) <= width
        else:
            label = papers.room(row.label, papers.LETTER)
            value = papers.room(row.value, papers.LETTER) if row.value else papers.GREY_VALUE
            assert label + papers.GAP + value <= width


@pytest.mark.parametrize("pattern", PAPERS)
def test_everything_lies_within_the_picture(pattern):
    drawing = PAPERS[pattern].drawing
    left, top, width, height = (Decimal(part) for part in drawing.view_box.split())
    assert (left, top, width) == (0, 0, 320)
    bars = re.findall(r"M([\d.]+) ([\d.]+)h([\d.]+)v([\d.]+)", drawing.bars)
    marks = [(mark.x, mark.y, mark.width, mark.height) for mark in drawing.marks]
    assert bars
    for box in (*bars, *marks):
        x, y, wide, high = (Decimal(part) for part in box)
        assert x >= 0
        assert x + wide <= width
        assert y + high <= height
    for text in drawing.texts:
        assert 0 < Decimal(text.x) < width
        assert 0 < Decimal(text.y) < height
    numbers = [Decimal(one) for one in re.findall(r"[\d.]+", drawing.sheet)]
    assert max(numbers) <= max(width, height)


@pytest.mark.parametrize("pattern", PAPERS)
def test_the_drawing_is_well_formed_titled_and_described(pattern):
    root = tree(drawn(pattern))
    assert (root.tag, root.get("open")) == ("details", None)
    svg = root.find(f".//{SVG}svg")
    assert (svg.get("role"), svg.get("direction")) == ("img", "ltr")
    title, desc = svg.find(f"{SVG}title"), svg.find(f"{SVG}desc")
    assert svg.get("aria-labelledby").split() == [title.get("id"), desc.get("id")]
    assert title.text
    assert desc.text
    written = svg.findall(f".//{SVG}g[@lang='nl']/{SVG}text")
    assert written == svg.findall(f".//{SVG}text")
    assert [text.text for text in written] == [text.text for text in PAPERS[pattern].drawing.texts]
    for element in root.iter():
        assert element.get("style") is None
        assert not [name for name in element.attrib if name.startswith("on")]


def test_dutch_words_are_marked_as_dutch_and_stay_so_in_another_language():
    for pattern, paper in PAPERS.items():
        root = tree(drawn(pattern, language="en"))
        terms = [element.text for element in root.findall(".//dt/span[@lang='nl']")]
        assert terms == [term for word in paper.words for term in word.terms]
        svg = root.find(f".//{SVG}svg")
        in_dutch = tree(drawn(pattern)).find(f".//{SVG}svg")
        assert [text.text for text in svg.iter(f"{SVG}text")] == [
            text.text for text in in_dutch.iter(f"{SVG}text")
        ]


def test_no_id_stands_twice_on_a_page_with_all_papers():
    html = "".join(drawn(name, f"id_{place}") for place, name in enumerate(PAPERS))
    ids = ids_of(html)
    assert len(ids) == 3 * len(PAPERS)
    assert len(set(ids)) == len(ids)


def test_without_an_id_the_field_gives_it_and_names_the_question():
    form = form_of(WW_OWNER)
    template = engines["jinja2"].from_string(
        "{% set paper = paper_of(field.name) %}"
        '{% if paper %}{% include "questions/paper.html" %}{% endif %}'
    )
    html = template.render({"field": form["ww_maandloon"]}).strip()
    root = tree(html)
    assert root.get("id") == "id_ww_maandloon_paper"
    assert " ".join("".join(root.find("summary").itertext()).split()) == (
        "Waar vind ik dit? Met welk loon rekent UWV voor uw WW?"
    )


@pytest.mark.parametrize("pattern", PAPERS)
def test_the_texts_are_whole_sentences_without_placeholders(pattern):
    paper = PAPERS[pattern]
    for text in texts_of(paper):
        assert text
        assert not re.search(r"[%{}<>]", text)
    for sentence in (paper.where, paper.missing, paper.sheet.differs, *paper.notes):
        assert str(sentence).endswith(".")


def test_whoever_reads_hears_that_the_own_paper_may_differ_and_whom_to_ask():
    for paper in PAPERS.values():
        assert "kan er anders uitzien" in str(paper.sheet.differs)
        assert re.search(r"[Vv]raag|[Bb]el", str(paper.missing))


def test_the_amounts_on_a_paper_belong_together():
    def amount(pattern: str, label: str) -> Decimal:
        value = next(row.value for row in PAPERS[pattern].rows if row.label == label)
        return Decimal(value.removeprefix("€ ").replace(".", "").replace(",", "."))

    # a maandloon is 21.75 times the dagloon (WW art. 1b lid 2, WIA art. 13 lid 4)
    assert amount("ww_maandloon", "WW-maandloon") == amount("ww_maandloon", "Dagloon") * 87 / 4
    assert amount("iva_maandloon", "WIA-maandloon") == amount("iva_maandloon", "Dagloon") * 87 / 4
    # half of it is left to earn: 50% arbeidsongeschikt
    left = amount("wga_verdiencapaciteit", "Restverdiencapaciteit")
    assert left * 2 == amount("wga_maandloon", "WIA-maandloon")
    # 16 hours a week in a month: 16 x 52 / 12
    per_hour = amount("plan{n}_gross", "Uurloon")
    assert abs(per_hour * 16 * 52 / 12 - amount("plan{n}_gross", "Bruto loon")) < Decimal("0.5")
    assert amount("kale_huur", "Kale huur") + amount("kale_huur", "Servicekosten") == amount(
        "kale_huur", "Totaal"
    )
    assert amount("now_profit", "Omzet") - amount("now_profit", "Kosten") == amount(
        "now_profit", "Winst"
    )
    accounts = amount("vermogen", "Betaalrekening") + amount("vermogen", "Spaarrekening")
    assert accounts == amount("vermogen", "Saldo op 1 januari")
