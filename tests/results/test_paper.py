"""The outcome as a PDF: what is in it, for whom it can be read, and when it can't be made."""

import json
import logging
import re
import subprocess
import sys
import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from datetime import timedelta
from html import unescape
from io import BytesIO
from itertools import pairwise
from typing import Any
from urllib.parse import urlencode

import pikepdf
import pytest
from django.test import Client
from django.utils.html import strip_tags
from django.utils.translation import gettext, override

from calculator.municipalities.names import code_of
from calculator.questions import paper_views
from calculator.results.paper import essence
from calculator.results.printing import Busy, Failed, Printer, PrintingError, TooLong
from tests.municipalities.records import SAMPLE, publish
from tests.questions.people import (
    DAY,
    PEOPLE,
    WAJONG_RENTER,
    WW_OWNER,
    Answers,
    filled_in,
    filled_up,
    sent,
)
from tests.results.test_paper_printing import wait_until

LANGUAGES = ("nl", "en")
#: the busiest machine that runs the tests still makes a PDF in this time (seconds)
PATIENT = 120.0
MOST_BYTES = 300_000
#: an amount, as both languages write it
AMOUNT = re.compile(r"-?€ ?-?[\d.,]*\d")


@pytest.fixture(scope="module")
def warm_printer(tmp_path_factory) -> Iterator[Printer]:
    """A printer for the whole module, with places that no other tests share."""
    printer = Printer(tmp_path_factory.mktemp("places"), wait=PATIENT, limit=PATIENT)
    yield printer
    printer.close()


@pytest.fixture(autouse=True)
def printed_here(monkeypatch, warm_printer) -> None:
    """The site prints with that one."""
    monkeypatch.setattr(paper_views, "printer", warm_printer)


@pytest.fixture(autouse=True)
def the_day(monkeypatch):
    """The site believes that it is the day of the expected values."""
    monkeypatch.setattr("django.utils.timezone.localdate", lambda *args, **kwargs: DAY)


def pdf(client: Client, answers: Answers, language: str = "nl") -> bytes:
    """The PDF of these answers."""
    response = client.post(f"/{language}/papier/", answers)
    assert response.status_code == 200
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"] == 'attachment; filename="wat-houd-ik-over.pdf"'
    assert response["Cache-Control"] == "no-store"
    return response.content


def text_of(content: bytes, *options: str) -> str:
    """What a PDF says, in the order in which it says it, on one line.

    Without ``-raw`` pdftotext makes up an order from where the words stand, across columns.
    """
    command = ["pdftotext", *(options or ["-raw"]), "-", "-"]
    said = subprocess.run(command, input=content, capture_output=True, check=True)
    return " ".join(said.stdout.decode().split())


def text_of_page(html: str) -> str:
    """What a page of the site says, on one line."""
    return " ".join(unescape(strip_tags(html)).split())


def with_schemes_of(municipality: str) -> None:
    """Put the schemes of one municipality on the site, out of the sample data."""
    code = code_of(municipality)
    rows = json.loads(SAMPLE.read_text("utf-8"))["schemes"]
    publish(*(row for row in rows if row["municipality"] == code))


def structure(document: pikepdf.Pdf) -> Iterator[Any]:
    """Every element of the structure, in reading order."""

    def walk(element: Any) -> Iterator[Any]:
        if isinstance(element, pikepdf.Array):
            for one in element:
                yield from walk(one)
        elif isinstance(element, pikepdf.Dictionary) and "/S" in element:
            yield element
            if "/K" in element:
                yield from walk(element.K)

    yield from walk(document.Root.StructTreeRoot.K)


def pages_of(element: Any) -> set[tuple[int, int]]:
    """The pages on which a part of the structure has any content."""
    found = set()
    kids = element.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, int):
            found.add(element.Pg.objgen)
        elif isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            found |= pages_of(kid)
    return found


def glyphs_of(page: pikepdf.Page) -> Iterator[int]:
    """The number of every letter that is drawn on a page, in its font."""
    for operands, operator in pikepdf.parse_content_stream(page):
        if str(operator) in ("TJ", "Tj"):
            parts = operands[0] if isinstance(operands[0], pikepdf.Array) else [operands[0]]
            for part in parts:
                if isinstance(part, pikepdf.String):
                    raw = bytes(part)
                    yield from (int.from_bytes(raw[at : at + 2]) for at in range(0, len(raw), 2))


# --- What every document is ---------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("person", PEOPLE)
def test_every_document(client: Client, caplog, person, language):
    """One test, so that every PDF is made once; what it looks at is in the functions below."""
    answers = sent(filled_up(PEOPLE[person]))
    with_schemes_of(answers["municipality"])
    caplog.set_level(logging.DEBUG)
    caplog.clear()
    content = pdf(client, answers, language)
    assert caplog.records == []
    html = client.post(f"/{language}/vragen/", answers | {"show": "months"}).text
    with pikepdf.open(BytesIO(content)) as document:
        it_is_a_small_accessible_document(document, content, language)
        its_fonts_are_ours_and_complete(document)
        its_structure_is_right(document)
        nothing_is_torn_apart(document)
    it_says_what_the_page_says(text_of(content), text_of_page(html), language)


def it_is_a_small_accessible_document(document, content, language):
    assert content.startswith(b"%PDF-1.7")
    assert len(content) < MOST_BYTES
    assert 1 <= len(document.pages) <= 4
    for page in document.pages:
        width, height = (float(side) for side in page.mediabox[2:])
        assert (round(width), round(height)) == (595, 842), "A4"
    root = document.Root
    assert str(root.Lang) == language
    assert bool(root.MarkInfo.Marked)
    assert bool(root.ViewerPreferences.DisplayDocTitle)
    with override(language):
        title = f"{gettext('Uw uitkomst')} – {gettext('Wat houd ik over?')}"
    with document.open_metadata() as about:
        assert about["pdfuaid:part"] == "1"
        assert about["dc:title"] == title


def its_fonts_are_ours_and_complete(document):
    fonts = [
        one
        for one in document.objects
        if isinstance(one, pikepdf.Dictionary) and one.get("/Type") == "/FontDescriptor"
    ]
    assert fonts
    for font in fonts:
        assert "Noto-Sans" in str(font.FontName)
        assert "/FontFile2" in font or "/FontFile3" in font
    for page in document.pages:
        # number 0 is the empty box that stands where a letter is missing
        assert 0 not in set(glyphs_of(page))


def its_structure_is_right(document):
    elements = list(structure(document))
    headings = [int(str(one.S)[2]) for one in elements if re.fullmatch("/H[1-6]", str(one.S))]
    assert headings[0] == 1
    assert headings.count(1) == 1
    assert all(next_ <= level + 1 for level, next_ in pairwise(headings))
    figures = [one for one in elements if one.S == "/Figure"]
    assert len(figures) == 2, "the bars and the QR code"
    assert all(str(figure.Alt).strip() for figure in figures)
    for link in (one for one in elements if one.S == "/Link"):
        (kid,) = (it for it in link.K if isinstance(it, pikepdf.Dictionary) and "/Obj" in it)
        assert not str(kid.Obj.Contents).startswith("http"), "its words, no address"
    for row in (one for one in elements if one.S == "/TR"):
        kinds = [str(cell.S) for cell in row.K]
        scopes = {str(cell.A.Scope) for cell in row.K if cell.S == "/TH"}
        assert scopes == ({"/Row"} if "/TD" in kinds else {"/Column"})


def nothing_is_torn_apart(document):
    elements = list(structure(document))
    for row in (one for one in elements if one.S == "/TR"):
        assert len(pages_of(row)) <= 1
    blocks = [one for one in elements if str(one.S) in ("/P", "/LI", "/TR") or heading(one)]
    for block, after in pairwise(blocks):
        if heading(block):
            # a heading isn't the last thing on a page
            assert max(pages_of(block)) in pages_of(after)


def heading(element):
    return re.fullmatch("/H[1-6]", str(element.S)) is not None


def it_says_what_the_page_says(said, page, language):
    assert "\ufffd" not in said
    on_paper, on_page = set(AMOUNT.findall(said)), set(AMOUNT.findall(page))
    assert len(on_paper) > 20
    assert on_paper <= on_page
    with override(language):
        order = [
            gettext("Uw uitkomst"),
            gettext("Per maand"),
            gettext("Soort bedrag"),
            gettext("Maand voor maand"),
            gettext("Wat er verandert"),
            gettext("Wat u moet doen"),
            gettext("Waar u misschien nog meer recht op heeft"),
            gettext("Dit heeft u ingevuld"),
            gettext("Dit telt niet mee"),
            gettext("Hoe zeker is dit?"),
            gettext("Later verder rekenen"),
        ]
    # the name of the document stands above every page: look behind it
    places = [said.index(text) for text in order]
    assert places == sorted(places)


# --- What one of them says ----------------------------------------------------------------


@pytest.fixture(scope="module")
def wajong_answers() -> Answers:
    return sent(filled_up(WAJONG_RENTER))


def test_the_answer_and_the_table_are_those_of_the_persona(client: Client, wajong_answers):
    said = text_of(pdf(client, wajong_answers))
    assert "U houdt € 2.193,12 per maand over. Dat is € 259,47 meer dan nu." in said
    assert "Uw plan: € 14,99 per uur, 16 uur per week." in said
    for row in (
        "Loon – € 1.039,31",
        "Wajong € 1.635,90 € 908,38",
        "Zorgtoeslag € 129,00 € 129,00",
        "Huurtoeslag € 394,00 € 332,00",
        "Wat u overhoudt € 1.933,65 € 2.193,12",
    ):
        assert row in said
    assert "december 2026 € 1.930,65 € 2.193,12 Uw nieuwe werk begint op 1 december." in said
    assert "In welke gemeente woont u? Utrecht" in said
    assert "regels van 22 november 2026" in said
    assert "UWV, Dienst Toeslagen, de Belastingdienst en uw gemeente beslissen." in said


def test_every_page_says_what_it_is_and_which_one(client: Client, wajong_answers):
    content = pdf(client, wajong_answers)
    with pikepdf.open(BytesIO(content)) as document:
        count = len(document.pages)
    for number in range(1, count + 1):
        text = text_of(content, "-f", str(number), "-l", str(number))
        assert f"{number} van {count}" in text
        assert "Wat houd ik over?" in text
        assert "22 november 2026" in text


def test_a_part_in_another_language_says_so(client: Client, wajong_answers):
    with_schemes_of(wajong_answers["municipality"])
    with pikepdf.open(BytesIO(pdf(client, wajong_answers, "en"))) as document:
        languages = [str(one.Lang) for one in structure(document) if "/Lang" in one]
    assert "nl" in languages


def test_three_plans_stand_side_by_side(client: Client, wajong_answers):
    second = {
        name.replace("plan0", f"plan{place}"): value
        for place in (1, 2)
        for name, value in wajong_answers.items()
        if name.startswith("plan0")
    }
    answers = sent(filled_up(wajong_answers | second | {"plans": "3", "plan1_hours": "24"}))
    said = text_of(pdf(client, answers))
    assert "Soort bedrag Nu Eerste plan Tweede plan Derde plan" in said
    assert "Maand Zonder plan Eerste plan Tweede plan Derde plan Wat er verandert" in said


@pytest.mark.parametrize("person", ["agency_worker", "single_mother"])
def test_three_plans_of_people_with_much_to_say_fit_on_four_pages(client: Client, person):
    first = {name: said for name, said in PEOPLE[person].items() if name.startswith("plan0")}
    others = {
        name.replace("plan0", f"plan{place}"): said
        for place in (1, 2)
        for name, said in (first | {"plan0_gross": f"{place}500"}).items()
    }
    answers = sent(filled_up(PEOPLE[person] | others | {"plans": "3"}))
    with_schemes_of(answers["municipality"])
    content = pdf(client, answers)
    with pikepdf.open(BytesIO(content)) as document:
        assert len(document.pages) <= 4
        nothing_is_torn_apart(document)
    said = text_of(content)
    # of the other plans only what is different is told again
    assert said.count("De rest is hetzelfde als bij uw eerste plan.") == 2
    assert said.count("Hoeveel gaat u bruto verdienen?") == 3
    # a warning stands once, however many plans it is about
    titles = re.findall(r"Wat u kunt doen:", said)
    assert 1 <= len(titles) <= 5


def test_what_is_not_known_is_said(client: Client):
    answers = sent(filled_up(WAJONG_RENTER | {"wajong_arbeidsvermogen": "unknown"}))
    said = text_of(pdf(client, answers))
    assert "Wij kunnen nog niet alles uitrekenen" in said
    assert "Kunt u werken volgens UWV?" in said
    assert "niet bekend" in said


def test_the_code_and_the_link_open_the_same_answers(client: Client, wajong_answers):
    with pikepdf.open(BytesIO(pdf(client, wajong_answers))) as document:
        addresses = {
            str(one.A.URI)
            for one in document.objects
            if isinstance(one, pikepdf.Dictionary) and one.get("/Subtype") == "/Link"
        }
    (link,) = (address for address in addresses if "/openen/" in address)
    assert link.startswith("http://testserver/nl/openen/#1.")


def test_a_term_stands_only_with_a_duty_that_names_it(client: Client):
    said = text_of(pdf(client, sent(filled_up(WW_OWNER))))
    assert "Vertel UWV wat er verandert. binnen 1 week Gaat u werken of studeren?" in said
    assert "Vrijwilligerswerk mag vaak. Vraag het aan UWV voordat u begint." in said


class Keeping:
    """A printer that keeps the page it is given."""

    page = ""

    def seat(self) -> AbstractContextManager[None]:
        return nullcontext()

    def pdf(self, page: str) -> bytes:
        self.page = page
        return b"%PDF"


def test_it_can_be_made_from_right_to_left(client, monkeypatch, warm_printer, wajong_answers):
    keeping = Keeping()
    monkeypatch.setattr(paper_views, "printer", keeping)
    pdf(client, wajong_answers)
    assert 'dir="ltr"' in keeping.page
    turned = warm_printer.pdf(keeping.page.replace('dir="ltr"', 'dir="rtl"', 1))
    assert "2.193,12" in text_of(turned)


def test_letters_of_other_languages_are_there(warm_printer):
    page = '<html lang="nl"><title>T</title><p>Súdwest-Fryslân, Kağan, Łódź, ő ş € – ’ „ ·</p>'
    with pikepdf.open(BytesIO(warm_printer.pdf(page))) as document:
        assert 0 not in set(glyphs_of(document.pages[0]))


@pytest.mark.parametrize(
    ("text", "soon", "kept"),
    [
        (
            "Gaat u werken? Geef het door binnen 1 week nadat u het weet. Iemand mag u helpen.",
            "1 week",
            "Gaat u werken? Geef het door binnen 1 week nadat u het weet.",
        ),
        (
            "UWV schat wat u verdient. Wordt het meer? Meld het binnen 1 week. Later rekent UWV.",
            "1 week",
            "UWV schat wat u verdient. Wordt het meer? Meld het binnen 1 week.",
        ),
        (
            "Doe dit elke maand. Ook als u niets verdiende. U heeft tot en met 15 februari 2027.",
            "",
            "Doe dit elke maand. U heeft tot en met 15 februari 2027.",
        ),
        ("Vraag het eerst. Heeft u een vraag?", "", "Vraag het eerst."),
        ("", "", ""),
    ],
)
def test_a_duty_is_as_short_as_it_can_be_said(text, soon, kept):
    assert essence(text, soon) == kept


# --- When there is none -------------------------------------------------------------------


def test_it_has_to_be_asked_for_with_answers(client: Client):
    for method in (client.get, client.head, client.put):
        assert method("/nl/papier/").status_code == 405


def test_a_missing_answer_gives_the_form_with_what_is_needed(client: Client, wajong_answers):
    response = client.post("/nl/papier/", wajong_answers | {"plan0_gross": ""})
    assert response.status_code == 200
    assert 'id="id_plan0_gross_error"' in response.text
    assert filled_in(response.text)["kale_huur"] == ["650"]


def test_what_the_law_cannot_take_is_said_at_its_question(client: Client, wajong_answers):
    # born after today
    late = (DAY + timedelta(days=1)).strftime("%d-%m-%Y")
    response = client.post("/nl/papier/", wajong_answers | {"birth_date": late})
    assert response.status_code == 200
    assert 'id="id_birth_date_error"' in response.text


def test_without_rules_for_the_day_there_is_no_pdf(client: Client, wajong_answers, monkeypatch):
    later = DAY.replace(year=DAY.year + 20)
    monkeypatch.setattr("django.utils.timezone.localdate", lambda *args, **kwargs: later)
    assert client.post("/nl/papier/", wajong_answers).status_code == 503


class NoPrinter:
    """A printer that can't."""

    def __init__(self, problem: PrintingError) -> None:
        self.problem = problem

    def seat(self) -> AbstractContextManager[None]:
        return nullcontext()

    def pdf(self, page: str) -> bytes:
        raise self.problem


@pytest.mark.parametrize(
    ("problem", "status", "said"),
    [
        (Busy(), 503, "Het is nu druk. Probeer het over een minuut nog een keer."),
        (TooLong(), 504, "Het maken van de pdf duurde te lang."),
        (Failed("ValueError; x.py:1"), 500, "Er ging iets mis bij ons. U heeft niets fout gedaan."),
    ],
)
def test_when_it_cannot_be_made_one_press_tries_again(
    client: Client, monkeypatch, caplog, wajong_answers, problem, status, said
):
    monkeypatch.setattr(paper_views, "printer", NoPrinter(problem))
    response = client.post("/nl/papier/", wajong_answers)
    assert response.status_code == status
    assert said in text_of_page(response.text)
    assert "Uw antwoorden staan er nog." in text_of_page(response.text)
    assert (response.get("Retry-After") == "60") == (status == 503)
    (form,) = re.findall(r'<form id="again".*?</form>', response.text, re.S)
    assert 'action="/nl/papier/"' in form
    assert 'formaction="/nl/vragen/"' in form
    kept = dict(re.findall(r'name="(\w+)" value="([^"]*)"', form))
    assert {name: unescape(kept[name]) for name in wajong_answers if name != "benefit"} == {
        name: value for name, value in wajong_answers.items() if name != "benefit"
    }
    assert kept["benefit"] == "wajong"
    for value in ("14-05-1997", "14,99", "2.193,12"):
        assert value not in caplog.text


def test_the_button_on_the_outcome_sends_its_answers_along(client: Client, wajong_answers):
    html = client.post("/nl/vragen/", wajong_answers).text
    (button,) = re.findall(r'<button [^>]*formaction="/nl/papier/"[^>]*>', html)
    assert 'type="submit" form="questions"' in button
    assert filled_in(html)["plan0_gross"] == [wajong_answers["plan0_gross"]]


# --- While others use the site ------------------------------------------------------------


def test_eleven_at_once_leave_the_site_free(live_server, monkeypatch, tmp_path, wajong_answers):
    """Ten wait for a PDF, the eleventh hears that it is busy, and a page is served meanwhile."""
    go = tmp_path / "go"
    code = (
        "import os, sys, time\n"
        "from multiprocessing.connection import Connection\n"
        "from calculator.results.printing_worker import serve\n"
        "def wait(page):\n"
        f"    while not os.path.exists({str(go)!r}):\n"
        "        time.sleep(0.01)\n"
        "    return b'%PDF'\n"
        "serve(Connection(int(sys.argv[1])), lambda: wait)\n"
    )
    command = (sys.executable, "-c", code)
    printer = Printer(tmp_path, waiting=8, wait=PATIENT, limit=PATIENT, command=command)
    monkeypatch.setattr(paper_views, "printer", printer)
    address = f"{live_server.url}/nl/papier/"
    data = urlencode(wajong_answers, doseq=True).encode()

    def ask() -> int:
        try:
            with urllib.request.urlopen(address, data) as answer:  # noqa: S310
                return answer.status
        except urllib.error.HTTPError as error:
            with error:
                return error.code

    statuses: list[int] = []
    threads = [threading.Thread(target=lambda: statuses.append(ask())) for _ in range(11)]
    for thread in threads:
        thread.start()
    wait_until(lambda: statuses)
    assert statuses == [503]
    with urllib.request.urlopen(f"{live_server.url}/nl/") as page:  # noqa: S310
        assert page.status == 200
    go.touch()
    for thread in threads:
        thread.join()
    printer.close()
    assert statuses == [503] + [200] * 10
