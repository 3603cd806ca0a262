"""The measuring of texts counts what a person would count."""

import importlib.util
import json
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).resolve().parent.parent / "scripts" / "readability.py"
spec = importlib.util.spec_from_file_location("readability", SCRIPT)
readability = importlib.util.module_from_spec(spec)
sys.modules[spec.name] = readability
spec.loader.exec_module(readability)

LISTS = readability.Lists.read()


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("loon", 1),
        ("uw", 1),
        ("uitkering", 3),
        ("gemeente", 3),
        ("nieuwe", 2),
        ("bijna", 2),
        ("premie", 2),
        ("situatie", 4),
        ("financiële", 5),
        ("beëindigen", 4),
        ("vooruit", 2),
        ("draaien", 2),
        ("leeuwen", 2),
        ("zeeën", 2),
        ("beantwoorden", 4),
        ("inkomensafhankelijke", 8),
        ("loonheffingskorting", 5),
        ("quotum", 2),
        ("WW", 1),
    ],
)
def test_syllables(word, count):
    assert readability.syllables(word) == count


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Dit weet ik niet.", [4]),
        ("Uw WW stopt. Weet u wanneer? Vul het in!", [3, 3, 3]),
        # a figure filled in later is one word, and a tag is none
        ("Uw huur is %(huur)s. Daarvan telt %(rekenhuur)s mee.", [4, 4]),
        ('U houdt <strong class="amount">%(amount)s</strong> per maand over.', [6]),
        ("<bdi>{amount}</bdi> bruto per maand.", [4]),
        # points within numbers, and those of short forms, end no sentence
        ("Schrijf bijvoorbeeld 1.250,50 of 14-05-1988.", [5]),
        ("Dat staat in art. 7 van de wet.", [8]),
        # a colon ends no sentence halfway, but a text may end with one
        ("Dat is niet altijd zo: een deel komt later.", [9]),
        ("Dit weten wij al:", [4]),
        # a label is no sentence; a long line without a full stop is one
        ("per maand", []),
        ("Ik huur een woning met een eigen voordeur", [8]),
        # what a hyphen ties is one word
        ("U krijgt een WGA-uitkering of een IVA-uitkering.", [7]),
        ("Hij zegt: 'Dat is goed.' Dan stopt het.", [5, 3]),
        ("Eén regel\nEn nog een regel die langer is", [7]),
    ],
)
def test_sentences_as_counted_by_hand(text, sentences):
    assert list(readability.measure(text, lists=LISTS).sentences) == sentences


@pytest.mark.parametrize(
    ("sentence", "passives"),
    [
        ("Er wordt %(value)s ingehouden.", ["wordt ingehouden"]),
        ("Uw uitkering wordt verhoogd.", ["wordt verhoogd"]),
        ("De toeslag werd door UWV betaald.", ["werd betaald"]),
        ("De brieven werden te laat verstuurd.", ["werden verstuurd"]),
        ("Het bedrag kan later worden teruggevraagd.", ["worden teruggevraagd"]),
        ("Het geld is toen al uitbetaald geworden.", ["geworden uitbetaald"]),
        ("Er wordt rekening mee gehouden.", ["wordt gehouden"]),
        ("Uw aanvraag wordt in behandeling genomen.", ["wordt genomen"]),
        ("Uw WW wordt nog onderzocht.", ["wordt onderzocht"]),
        (
            "Eerst wordt het loon verrekend, daarna wordt de rest uitbetaald.",
            ["wordt verrekend", "wordt uitbetaald"],
        ),
        # worden that says how something becomes
        ("Dat wordt minder.", []),
        ("Uw Wajong wordt hoger.", []),
        ("Wordt u ziek op uw werk?", []),
        ("Het kan meer worden.", []),
        ("U wordt 21 in mei.", []),
        # a participle in another clause, or with hebben
        ("Het bedrag wordt minder als u heeft gewerkt.", []),
        ("Wat u teveel heeft betaald, wordt minder.", []),
        ("Het wordt niet anders als u uw inkomen later doorgeeft.", []),
        # words that only look like a participle
        ("In mei wordt uw vakantiegeld meer.", []),
        ("Voor gezinnen met geld bij gemeenten wordt het anders.", []),
        ("Dat wordt bekend.", []),
        # a participle without worden
        ("U heeft het bedrag ontvangen.", []),
        ("UWV betaalt de toeslag.", []),
    ],
)
def test_passives(sentence, passives):
    assert readability.passives_of(sentence) == passives


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Indien u werkt, dient u dit tevens te melden.", {"dient ... te", "indien", "tevens"}),
        ("U dient te betalen.", {"dient ... te"}),
        ("Met betrekking tot uw loon.", {"met betrekking tot"}),
        ("Conform de wet.", {"conform"}),
        # part of another word is no find
        ("De confoorme indiener heeft een deel.", set()),
        ("Als u werkt, geef het dan ook door.", set()),
    ],
)
def test_difficult_words(sentence, words):
    assert {found.rpartition(" (")[0] for found in LISTS.difficult(sentence)} == words


def test_difficult_words_have_an_easier_word_that_is_not_difficult_itself():
    assert len(LISTS.easier) > 120
    for word, easier in LISTS.easier.items():
        assert easier
        assert not LISTS.difficult(easier), f"{word}: {easier}"


@pytest.mark.parametrize(
    ("word", "long"),
    [
        ("bewijsstuk", False),
        ("bewijsstukken", True),
        ("verantwoordelijkheid", True),
        ("administratie", True),
        ("huurtoeslag", False),
        ("WGA-uitkering", False),
        # official terms: the list of words of the site explains them
        ("loonheffingskorting", False),
        ("Toetsingsinkomen", False),
        ("1.234.567.890,12", False),
    ],
)
def test_long_words(word, long):
    assert LISTS.long(word) is long


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("UWV betaalt uw WW.", []),
        ("Vraag het aan bij de SVB.", ["SVB"]),
        ("Vraag het de Sociale Verzekeringsbank (SVB).", []),
        ("Voor ondernemers is er het Besluit bijstandverlening zelfstandigen (Bbz).", []),
        ("Een basisbeurs van DUO, zegt DUO.", ["DUO"]),
        ("%(AMOUNT)s per maand van <A>u</A>.", []),
    ],
)
def test_abbreviations(text, found):
    assert LISTS.unexplained(text) == found


def test_a_text_as_a_whole():
    measured = readability.measure(
        "Indien er te veel wordt uitbetaald, dient u dit per omgaande terug te betalen aan het "
        "CAK, dat de administratie doet.",
        ["a.html"],
        LISTS,
    )
    assert measured.sentences == (21,)
    assert measured.passives == ("wordt uitbetaald",)
    assert measured.abbreviations == ("CAK",)
    assert "administratie" in measured.long_words
    easy = readability.measure("U betaalt dit terug.", (), LISTS)
    assert measured.care > 0 == easy.care
    assert readability.in_order([easy, measured])[0] is measured
    assert readability.summary([easy, measured])["sentences above 15 words, %"] == 50.0
    assert not easy.why()


def test_a_list_without_sentences_can_be_measured():
    measured = readability.measure("per maand", (), LISTS)
    assert (measured.longest, measured.average) == (0, 0)
    assert readability.summary([measured])["words per sentence, average"] == 0


def test_the_most_read_texts_are_on_the_site():
    assert len(set(readability.most_read())) == 20
    assert readability.missing_most_read(readability.texts()) == []


def test_every_text_of_the_site_is_measured_and_what_was_kept_can_be_compared(tmp_path, capsys):
    kept = tmp_path / "kept.json"
    assert readability.main(["--all", "--json", str(kept)]) == 0
    assert "words per sentence, average" in capsys.readouterr().out
    content = json.loads(kept.read_text("utf-8"))
    assert content["summary"]["texts"] == len(content["texts"]) > 500
    # no text of the back office
    places = {place for text in content["texts"] for place in text["where"]}
    assert places
    assert not [place for place in places if "backoffice" in place or "admin" in place]

    content["texts"] = content["texts"][1:]
    content["summary"]["passive"] = 999
    kept.write_text(json.dumps(content), "utf-8")
    assert readability.main(["--compare", str(kept)]) == 0
    said = capsys.readouterr().out
    assert "passive: 999 -> " in said
    assert "new or reworded: 1; no longer there: 0" in said


def test_it_reports_a_most_read_text_that_is_gone_and_still_ends_well(capsys, monkeypatch):
    monkeypatch.setattr(readability, "most_read", lambda: ["Deze tekst is er niet."])
    assert readability.main(["--most-read"]) == 0
    assert "Deze tekst is er niet." in capsys.readouterr().err


def test_without_a_catalogue_it_fails(tmp_path):
    with pytest.raises(FileNotFoundError):
        readability.main(["--catalogue", str(tmp_path / "django.po")])
    (tmp_path / "django.po").write_text('msgid ""\nmsgstr ""\n', "utf-8")
    with pytest.raises(ValueError, match="no texts"):
        readability.main(["--catalogue", str(tmp_path / "django.po")])
