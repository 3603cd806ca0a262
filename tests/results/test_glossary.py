"""The difficult words: each explained in short plain words, and found where a page uses it."""

import re

import pytest
from django.conf import settings
from django.template import engines
from django.utils.translation import override

from calculator.results import glossary
from calculator.results.glossary import ALPHABETICAL, ENTRIES, all_words, word_of, words_in

LANGUAGES = [code for code, _name in settings.LANGUAGES]
FORMS = [(form, entry.code) for entry in ENTRIES for form in (entry.term, *entry.also)]


def codes(text: str) -> list[str]:
    return [word.code for word in words_in(text)]


def page(content: str, **context: object) -> str:
    return engines["jinja2"].from_string(content).render(context)


# --- the entries ---


def test_every_code_form_and_explanation_is_there_once():
    for values in (
        [entry.code for entry in ENTRIES],
        [entry.explanation for entry in ENTRIES],
        [form.lower() for form, _code in FORMS],
    ):
        assert sorted(values) == sorted(set(values))
    assert len(ENTRIES) >= 45


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.code)
def test_an_explanation_is_short_and_plain(entry):
    assert re.fullmatch(r"[a-z0-9_]+", entry.code)
    assert re.fullmatch(r"[A-Z].*\.", entry.explanation)
    assert len(re.findall(r"[.!?](?=\s|$)", entry.explanation)) <= 2
    assert len(entry.explanation.split()) <= 30
    for text in filter(None, (entry.explanation, entry.where)):
        assert "  " not in text
        assert not re.search(r"\b(?:uw|u) (?:je|jij|jouw)\b|\b(?:je|jij|jouw)\b", text)
        assert not re.search(r"ß|\b(?:und|oder|nicht|auch|mit|für|eine[rnms]?|wird)\b", text)
    assert entry.where == "" or re.fullmatch(r"[A-Z].*\.", entry.where)


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.code)
def test_an_explanation_names_no_amount_that_can_change(entry):
    assert not re.search(r"€|%|\beuro\b|\bprocent\b", entry.explanation)
    for number in re.findall(r"\d+(?:[.,]\d+)?", entry.explanation):
        # years of the law, and ages
        assert number in {"2010", "2014", "2015", "18", "21", "27"}


@pytest.mark.parametrize("entry", [it for it in ENTRIES if it.law], ids=lambda entry: entry.code)
def test_the_article_is_written_as_elsewhere(entry):
    assert re.match(r"[A-Z][\w ]+ art\. \d", entry.law)


def test_the_order_is_that_of_a_dictionary():
    order = [entry.code for entry in ALPHABETICAL]
    assert sorted(order) == sorted(entry.code for entry in ENTRIES)
    assert order.index("clientondersteuning") < order.index("dagloon") < order.index("ww")
    assert order.index("owajong") < order.index("toeslag") < order.index("toeslagenwet")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_keeps_its_dutch_term(language):
    with override(language):
        assert [word.term for word in all_words()] == [entry.term for entry in ALPHABETICAL]
        assert all(word.name and word.explanation for word in all_words())


def test_in_dutch_the_name_is_the_term():
    assert all(word.name == word.term for word in all_words())


# --- finding them ---


@pytest.mark.parametrize(("form", "code"), FORMS)
def test_every_form_is_found_alone_and_in_a_sentence(form, code):
    # "loongerelateerde WGA-uitkering" uses WGA as well
    found = [code, "wga"] if "WGA-" in form else [code]
    assert codes(form) == found
    assert codes(f"<p>Uw <strong>{form}</strong>, of niet.</p>") == found
    assert codes(f"Wat is ({form})?") == found
    if not form.isupper():
        assert codes(form[0].upper() + form[1:]) == found
        assert codes(form.upper()) == found


@pytest.mark.parametrize(("form", "code"), FORMS)
def test_no_form_is_found_inside_a_longer_word(form, code):
    assert code not in codes(f"q{form.replace(' ', 'q')}q")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("loonheffingskorting", ["loonheffingskorting"]),
        ("bijzondere bijstand", ["bijzondere_bijstand"]),
        ("bijzondere bijstand, bijzondere bijstand", ["bijzondere_bijstand"]),
        ("bijzondere bijstand en gewone bijstand", ["bijstand", "bijzondere_bijstand"]),
        ("een voorlopige aanslag", ["voorlopige_aanslag"]),
        ("Wajong 2010", ["wajong_2010"]),
        ("Wajong. 2010 was een jaar", ["wajong"]),
        ("Toeslag van UWV (Toeslagenwet)", ["toeslagenwet"]),
        ("Supplement from UWV (toeslag, Toeslagenwet)", ["toeslagenwet"]),
        ("WW en toeslag", ["toeslagenwet", "ww"]),
        ("Een WW-uitkering of WGA-uitkering.", ["wga", "ww"]),
        ("ww wia www.uwv.nl", []),
        ("kale&nbsp;huur", ["kale_huur"]),
        ("kale\n  huur", ["kale_huur"]),
        ("<td>kale</td><td>huur</td>", []),
        ("Cliëntondersteuning", ["clientondersteuning"]),
        ("", []),
    ],
)
def test_the_longest_term_counts(text, found):
    assert codes(text) == found


@pytest.mark.parametrize(
    "html",
    [
        '<a href="/maandloon/" title="uw maandloon">x</a>',
        '<input name="maandloon" value="2 > 1 maandloon">',
        '<input data-x="1 > 2 maandloon" title="it\'s">',
        "<input value='<b> maandloon > dagloon'>",
        '<input value="a\nmaandloon\nb">',
        "<script>var maandloon = 1 < 2;</script>",
        '<SCRIPT type="x">maandloon</SCRIPT >',
        "<style>.maandloon > b { color: red }</style>",
        "<template><p>maandloon</p></template>",
        "<!-- maandloon > dagloon <b>maandloon</b> -->",
        "<!doctype html><br><maandloon></maandloon>",
        "<script>maandloon",
    ],
)
def test_what_nobody_sees_does_not_count(html):
    assert codes(html) == []
    assert codes(f"<p>foto's</p>{html}<p>dagloon</p>" if "</" in html else "dagloon") == ["dagloon"]


@pytest.mark.parametrize("text", ["1 < 2 en maandloon", "2 > 1: maandloon", 'zei "maandloon"'])
def test_a_loose_bracket_or_quote_hides_nothing(text):
    assert codes(text) == ["maandloon"]


def test_both_the_translated_and_the_dutch_term_are_found(monkeypatch):
    def translated(text):
        return {"kale huur": "basic rent", "dagloon": "daily wage"}.get(text, text)

    monkeypatch.setattr(glossary, "gettext", translated)
    for cached in (glossary._forms, glossary._in):
        cached.cache_clear()
    try:
        assert codes("Your basic rent and dagloon") == ["dagloon", "kale_huur"]
        assert codes("Daily wage; kale huur") == ["dagloon", "kale_huur"]
        assert (word_of("kale_huur").term, word_of("kale_huur").name) == ("kale huur", "basic rent")
        html = page('{% filter explained %}<p>Basic rent</p>{% endfilter %}{{ word("dagloon") }}')
        assert '<dt lang="nl" id="word-kale_huur">kale huur</dt>' in html
        assert "<strong>Basic rent.</strong>" in html
        assert '<span lang="nl">dagloon</span> (daily wage)' in html
    finally:
        for cached in (glossary._forms, glossary._in):
            cached.cache_clear()


def test_what_was_filled_in_is_not_kept():
    assert codes("<p>U verdient € 1.283,45 bruto sinds 14 mei 1988, naast Wajong 2010.</p>") == [
        "bruto",
        "wajong_2010",
    ]
    kept = " ".join(glossary._forms("nl").read)
    assert "00 mei 0000" in kept
    assert not re.search("1283|1.283|1988", kept)


def test_a_number_between_two_words_of_a_term_keeps_them_apart():
    assert codes("<p>bijzondere 12 bijstand</p>") == codes("<p>bijzondere. bijstand</p>")


def test_texts_that_were_read_do_not_pile_up(monkeypatch):
    monkeypatch.setattr(glossary, "MOST_TEXTS", 3)
    for number in range(20):
        assert codes(f"<p>maandloon {chr(97 + number)}</p>") == ["maandloon"]
    assert len(glossary._forms("nl").read) <= 5


def test_a_large_page_is_read_as_a_whole():
    rows = "".join(
        f'<tr id="row-{i}"><th scope="row">Uw loon en bijzondere bijstand, deel {i % 40}</th>'
        f'<td class="money-table__amount">€ {i % 200},00</td></tr>\n'
        for i in range(2400)
    )
    assert len(rows) > 300_000
    assert codes(rows + "maandloon") == ["bijzondere_bijstand", "maandloon"]


# --- the tags ---


def test_the_section_lists_only_the_words_that_are_used():
    content = '<p title="dagloon">Uw {{ what }}</p><script>netto</script>'
    html = page(f"{{% filter explained %}}{content}{{% endfilter %}}", what="maandloon & <WW>")
    assert html.startswith('<p title="dagloon">Uw maandloon &amp; &lt;WW&gt;</p>')
    assert re.findall(r'id="word-(\w+)"', html) == ["maandloon", "ww"]
    assert html.count('id="words-title"') == 1
    assert "<details" in html and " open" not in html
    assert word_of("maandloon").explanation in html


def test_without_difficult_words_there_is_no_section():
    assert page("{% filter explained %}<p>Dag</p>{% endfilter %}") == "<p>Dag</p>"


def test_what_the_content_sets_stays_within_the_section():
    html = page("{% filter explained %}WW{% endfilter %}[{{ words }}]")
    assert html.endswith("[]")


def test_one_word_is_explained_on_the_spot():
    html = page('{{ word("maandloon") }}')
    assert html.startswith('<details class="details word"><summary class="details__summary">')
    assert 'Wat is <span lang="nl">maandloon</span>?' in html
    assert word_of("maandloon").explanation in html
    assert word_of("maandloon").where in html


def test_a_word_that_is_not_there_is_an_error():
    with pytest.raises(KeyError):
        page('{{ word("nothing") }}')
