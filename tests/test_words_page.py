"""The page with every difficult word."""

import re

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse
from django.utils.translation import override
from markupsafe import escape

from calculator.results.glossary import all_words

LANGUAGES = [code for code, _name in settings.LANGUAGES]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_explains_every_word_in_alphabetical_order(client: Client, language):
    html = client.get(f"/{language}/woorden/").text
    with override(language):
        words = all_words()
        assert reverse("words") == f"/{language}/woorden/"
    assert re.findall(r'<dt lang="nl" id="([\w-]+)"', html) == [word.anchor for word in words]
    for word in words:
        assert f">{escape(word.term)}</dt>" in html
        for text in (word.explanation, word.where, word.law):
            assert escape(text) in html


def test_every_id_stands_there_once_and_there_is_one_heading(client: Client):
    html = client.get("/nl/woorden/").text
    ids = re.findall(r'\sid="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    assert html.count("<h1") == 1


def test_the_page_leads_to_itself_in_the_other_languages(client: Client):
    html = client.get("/nl/woorden/").text
    for language in LANGUAGES:
        assert f'href="/{language}/woorden/"' in html


def test_the_page_is_only_read(client: Client):
    assert client.head("/nl/woorden/").status_code == 200
    for method in (client.post, client.put, client.delete):
        assert method("/nl/woorden/").status_code == 405


def test_the_page_takes_nothing_of_the_visitor(client: Client):
    plain = client.get("/nl/woorden/")
    asked = client.get("/nl/woorden/?maandloon=1250,00")
    assert plain.text == asked.text
    assert not plain.cookies
    assert "<form" not in plain.text
