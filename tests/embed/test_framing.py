"""The site within the page of a partner: who may hold it, and what differs there."""

import re

import pytest
from django.conf import settings
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import get_resolver

from calculator.embed.models import Partner
from calculator.embed.script import integrity
from tests.questions.people import WAJONG_RENTER, filled_up, sent

pytestmark = pytest.mark.django_db

UTRECHT, ROTTERDAM = "0344", "0599"


@pytest.fixture
def partner() -> Partner:
    return Partner.objects.create(
        code="werkplein",
        name="Werkplein",
        origins="https://www.werkplein.nl\nhttps://*.gemeente.nl",
        municipality_id=UTRECHT,
    )


def ancestors(response) -> str:
    policy = response["Content-Security-Policy"]
    return re.search(r"frame-ancestors ([^;]*)", policy)[1]


FRAME_PAGES = ["", "vragen/", "openen/", "woorden/", "privacy/", "toegankelijkheid/"]


@pytest.mark.parametrize("page", FRAME_PAGES)
@pytest.mark.parametrize("language", [code for code, _name in settings.LANGUAGES])
def test_only_the_partner_may_hold_its_pages(client: Client, partner, page, language):
    response = client.get(f"/{language}/bij/werkplein/{page}")
    assert response.status_code == 200
    assert ancestors(response) == "https://www.werkplein.nl https://*.gemeente.nl"
    assert "X-Frame-Options" not in response
    assert response["Cache-Control"] == "no-store"
    assert response.cookies == {}
    assert 'class="in-frame"' in response.text
    assert 'data-origins="https://www.werkplein.nl https://*.gemeente.nl"' in response.text


@pytest.mark.parametrize("page", ["", *(f"nl/{page}" for page in FRAME_PAGES), "beheer/login/"])
def test_nobody_may_hold_our_own_pages(client: Client, partner, page):
    response = client.get(f"/{page}", follow=True)
    assert ancestors(response) == "'none'"
    assert response["X-Frame-Options"] == "DENY"
    assert "in-frame" not in response.text


@pytest.mark.parametrize("address", ["/nl/bij/onbekend/", "/nl/bij/werkplein/9999/", "/nl/bij/"])
def test_a_partner_or_municipality_that_is_not_there(client: Client, partner, address):
    assert client.get(address).status_code == 404


def test_a_partner_that_is_off_can_show_nothing(client: Client, partner):
    Partner.objects.update(active=False)
    response = client.get("/nl/bij/werkplein/")
    assert response.status_code == 404
    assert ancestors(response) == "'none'"


def test_what_is_refused_is_said_within_the_frame(client: Client, partner):
    """A frame that may not be shown stays empty: the visitor would see nothing at all."""
    response = client.post("/nl/bij/werkplein/vragen/", {"birth_date": "x" * 70_000})
    assert response.status_code == 413
    assert "werkplein" in ancestors(response)


def test_every_address_on_a_page_stays_within_the_frame(client: Client, partner):
    for address in ("/nl/bij/werkplein/", f"/nl/bij/werkplein/{ROTTERDAM}/"):
        pages = [client.get(address).text, client.post(f"{address}vragen/", ANSWERS).text]
        assert 'id="answer"' in pages[1]
        for html in pages:
            found = re.findall(
                r'(?:href|action|formaction|hx-post|data-questions-url)="(/[^"]*)"', html
            )
            ours = [it for it in found if not it.startswith("/static/")]
            assert len(ours) > 3
            assert all(it.replace("/en/", "/nl/").startswith(address) for it in ours), ours


ANSWERS = sent(filled_up(WAJONG_RENTER))


def test_the_language_switch_stays_within_the_frame(client: Client, partner):
    assert 'href="/en/bij/werkplein/"' in client.get("/nl/bij/werkplein/").text
    assert 'formaction="/en/bij/werkplein/vragen/"' in client.get("/nl/bij/werkplein/vragen/").text


def test_the_answer_is_the_same_as_on_our_own_page(client: Client, partner):
    ours = client.post("/nl/vragen/", ANSWERS).text
    framed = client.post("/nl/bij/werkplein/vragen/", ANSWERS).text
    sentence = re.compile(r'class="[^"]*answer__sentence[^"]*"[^>]*>(.*?)</p>', re.S)
    assert sentence.findall(ours)
    assert sentence.findall(ours) == sentence.findall(framed)


def test_a_visitor_is_told_whose_page_it_is_and_who_sees_nothing(client: Client, partner):
    said = "U ziet ons op een pagina van Werkplein. Werkplein kan niet zien wat u hier invult."
    assert said in client.get("/nl/bij/werkplein/").text
    assert said in client.post("/nl/bij/werkplein/vragen/", ANSWERS).text
    assert "U ziet ons op een pagina" not in client.get("/nl/").text


def test_links_to_the_outside_open_outside(client: Client, partner):
    html = client.post("/nl/bij/werkplein/vragen/", ANSWERS).text
    outside = re.findall(r'<a [^>]*href="https://[^>]*>', html)
    assert len(outside) > 3
    assert all('target="_blank"' in link for link in outside)


@pytest.mark.parametrize(
    ("address", "name"), [("werkplein", "Utrecht"), (f"werkplein/{ROTTERDAM}", "Rotterdam")]
)
def test_the_municipality_is_filled_in(client: Client, partner, address, name):
    # as far as the questions about the home, without a word about the municipality
    said = {key: value for key, value in ANSWERS.items() if key != "municipality"}
    html = client.post(f"/nl/bij/{address}/questions/", said).text
    assert f'value="{name}"' in html
    assert f'value="{name}"' not in client.post("/nl/questions/", said).text


def test_another_municipality_and_none_at_all_stay_what_the_visitor_said(client: Client, partner):
    for said in ("Ameland", ""):
        html = client.post("/nl/bij/werkplein/questions/", ANSWERS | {"municipality": said}).text
        assert 'value="Utrecht"' not in html


# --- The look -----------------------------------------------------------------------------


def test_colours_and_font_are_tokens_of_the_theme(client: Client, partner):
    assert "stijl.css" not in client.get("/nl/bij/werkplein/").text
    Partner.objects.update(accent="#154273", accent_dark="#a3d5ff", font="verdana")
    assert 'href="/nl/bij/werkplein/stijl.css"' in client.get("/nl/bij/werkplein/").text
    response = client.get("/nl/bij/werkplein/stijl.css")
    assert response["Content-Type"] == "text/css; charset=utf-8"
    names = set(re.findall(r"--([\w-]+):", response.text))
    assert names == {"font", "accent", "accent-strong", "on-accent"}
    light, dark = response.text.split("(prefers-color-scheme: dark)")
    assert "--accent: #154273;" in light
    assert "--on-accent: #ffffff;" in light
    assert "--accent: #a3d5ff;" in dark
    assert "--on-accent: #000000;" in dark


def test_our_own_pages_have_no_look_of_somebody_else(client: Client, partner):
    assert client.get("/nl/stijl.css").status_code == 404


@pytest.mark.parametrize(("field", "colour"), [("accent", "#ffd100"), ("accent_dark", "#154273")])
def test_a_colour_that_cannot_be_read_is_refused_with_its_contrast(partner, field, colour):
    setattr(partner, field, colour)
    with pytest.raises(ValidationError) as refused:
        partner.full_clean()
    (message,) = refused.value.message_dict[field]
    ratio = re.search(r"is (\d+,\d)\. Het moet minstens 4,5 zijn", message)[1]
    assert float(ratio.replace(",", ".")) < 4.5


@pytest.mark.parametrize("colour", ["#12345", "rood", "#12345g", "123456", "#123456;"])
def test_what_is_no_colour_is_refused_once(partner, colour):
    partner.accent = colour
    with pytest.raises(ValidationError) as refused:
        partner.full_clean()
    assert list(refused.value.message_dict) == ["accent"]


def test_addresses_are_kept_as_browsers_write_them(partner):
    partner.origins = "HTTPS://WWW.Werkplein.NL/"
    partner.full_clean()
    assert partner.origins == "https://www.werkplein.nl"


# --- The script ---------------------------------------------------------------------------


def test_the_script_runs_on_every_page_and_may_be_kept(client: Client):
    response = client.get("/embed/v1/embed.js")
    assert response["Content-Type"] == "text/javascript; charset=utf-8"
    assert response["Access-Control-Allow-Origin"] == "*"
    assert "max-age" in response["Cache-Control"]
    assert response.cookies == {}


def test_the_script_of_a_version_never_changes():
    """Partners name this hash on their pages: another script needs another version."""
    assert integrity() == HASH_OF_VERSION_1


HASH_OF_VERSION_1 = "sha384-JrOvPP2J8YikEGgOEMqRRY9aHU8CiYiS/mhjhFDkswldtKoRGmi2CvBUrOH51KfV"


def test_every_page_for_visitors_is_there_within_a_frame():
    names = {name for name in get_resolver().reverse_dict if isinstance(name, str)}
    for space in ("frame", "frame_of_place"):
        _prefix, resolver = get_resolver().namespace_dict[space]
        framed = {name for name in resolver.reverse_dict if isinstance(name, str)}
        own = {"to_language", "healthz", "embed_script"}
        assert framed - {"look"} == names - own


def test_the_documentation_names_the_hash_that_runs():
    said = (settings.BASE_DIR / "docs" / "embed.md").read_text("utf-8")
    assert integrity() in said
