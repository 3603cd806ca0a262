"""The page with every amount: as the files of the law have it, on the date that is asked for."""

import re
from datetime import date
from decimal import Decimal
from html import unescape

import pytest
from django.conf import settings
from django.test import Client
from django.utils.html import strip_tags

from calculator.open_rules.page import CONFIDENCES, UNITS, OpenRulesPage, source_of
from calculator.rules.amounts import CONFIDENCES as EVERY_CONFIDENCE
from calculator.rules.amounts import FIRST_DATE, LAST_DATE, every, laws, on

LANGUAGES = [code for code, _name in settings.LANGUAGES]
DAY = date(2026, 11, 23)


@pytest.fixture(autouse=True)
def the_day(monkeypatch):
    monkeypatch.setattr("django.utils.timezone.localdate", lambda *args, **kwargs: DAY)


def words(html: str) -> str:
    return " ".join(unescape(strip_tags(html.replace("<", " <"))).replace("\u00a0", " ").split())


def amount_of(html: str, key: str) -> str:
    """What the page says of one amount."""
    article = re.search(rf'<article class="rule" id="{re.escape(key)}".*?</article>', html, re.S)
    return words(article[0])


@pytest.mark.parametrize("day", [FIRST_DATE, date(2026, 1, 1), DAY, date(2027, 7, 1), LAST_DATE])
def test_every_amount_of_the_date_is_there_once(client: Client, day):
    html = client.get("/nl/regels/", {"day": day.strftime("%d-%m-%Y")}).text
    shown = re.findall(r'<article class="rule" id="([^"]+)"', html)
    amounts = on(day)
    there = [
        f"{law.code}.{name}"
        for law in laws()
        for name in getattr(amounts, law.code).__dict__
        if not name.startswith("_")
    ]
    assert sorted(shown) == sorted(there)
    assert len(shown) > 200


def test_an_amount_says_all_that_is_known_of_it(client: Client):
    """WML art. 8: € 14,99 from 1 July 2026 (tests/cases), and the source behind it."""
    said = amount_of(client.get("/nl/regels/").text, "minimumloon.uurloon")
    amount = next(
        one
        for one in every()
        if one.key == "minimumloon.uurloon" and one.valid_from == date(2026, 7, 1)
    )
    assert amount.value == Decimal("14.99")
    for part in ("€ 14,99", "euro per uur", amount.article, "1 juli 2026", "Hoe zeker?", "Bron"):
        assert part in said


def test_a_table_is_a_table_and_a_share_a_percentage(client: Client):
    html = client.get("/nl/regels/?day=01-07-2026").text
    # Wet LB art. 20a in 2026: 35,75% up to 38.883
    said = amount_of(html, "loonbelasting.schijven")
    assert "vanaf tarief cumulatief" in said
    assert "38.883 0,3756 13.900" in said
    assert "87,5%" in amount_of(html, "ww.inkomensgrens")


def test_what_comes_after_is_said_where_it_differs(client: Client):
    html = client.get("/nl/regels/?day=01-07-2026").text
    assert "Daarna vanaf 1 januari 2027: € 139.050,00" in amount_of(
        html, "loonbelasting.tabel_maximum"
    )
    # 54 stays 54
    assert "Daarna" not in amount_of(html, "loonbelasting.tijdvakinkomen_stap")


def test_provisional_amounts_say_so(client: Client):
    html = client.get("/nl/regels/?day=01-01-2027").text
    assert "Voorlopig: het kan nog veranderen" in amount_of(html, "loonbelasting.schijven")


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("30-06-2025", "Van deze dag hebben wij de regels niet."),
        ("01-01-2028", "Van deze dag hebben wij de regels niet."),
        ("morgen", "Deze dag kunnen wij niet lezen."),
        ("31-02-2026", "Deze dag kunnen wij niet lezen."),
        ("9" * 5000, "Deze dag kunnen wij niet lezen."),
        ("<script>", "Deze dag kunnen wij niet lezen."),
    ],
)
def test_another_date_gets_a_word_beside_the_field(client: Client, typed, problem):
    response = client.get("/nl/regels/", {"day": typed})
    assert response.status_code == 200
    html = response.text
    assert problem in html
    assert 'aria-describedby="id_day_help id_day_error"' in html
    assert '<article class="rule"' not in html
    assert "<script>" not in html.split("<main")[1]


def test_what_changes_is_listed_by_day_the_last_first():
    changes = OpenRulesPage(DAY, "nl").changes()
    days = [change.day for change in changes]
    assert days[-1].endswith(("2025", "2026"))
    assert "1 juli 2026" in days
    assert days.index("1 januari 2027") < days.index("1 juli 2026") < days.index("1 januari 2026")
    july = next(change for change in changes if change.day == "1 juli 2026")
    wage = next(one for one in july.amounts if one.name == "uurloon")
    assert (wage.law, wage.was.replace("\u00a0", " "), wage.becomes.replace("\u00a0", " ")) == (
        "WML",
        "€ 14,71",
        "€ 14,99",
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_not_counted_is_told_in_every_language(client: Client, language):
    html = client.get(f"/{language}/regels/").text
    section = html[html.index('id="not-counted-title"') :]
    assert section.count("<li") > 8


def test_every_unit_and_confidence_has_words():
    assert set(UNITS) >= {amount.unit for amount in every()}
    assert set(CONFIDENCES) == set(EVERY_CONFIDENCE)


def test_a_source_keeps_its_words_and_its_address():
    assert source_of("WW art. 20, https://wetten.overheid.nl/BWBR0004045/2026-07-01") == (
        "WW art. 20",
        "https://wetten.overheid.nl/BWBR0004045/2026-07-01",
    )
    assert source_of("Rekenvoorschriften 2026") == ("Rekenvoorschriften 2026", "")


def test_every_law_leads_to_the_law(client: Client):
    html = client.get("/nl/regels/").text
    for law in laws():
        assert f'id="law-{law.code}"' in html
        if law.bwb:
            assert f'href="https://wetten.overheid.nl/{law.bwb}"' in html


def test_the_page_can_be_found(client: Client):
    assert 'href="/nl/regels/"' in client.get("/nl/").text
