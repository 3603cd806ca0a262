"""The tags for texts say what Django's own tags say, in every language."""

import pytest
from django.conf import settings
from django.template import Context, Engine
from django.utils.translation import override

LANGUAGES = [code for code, _name in settings.LANGUAGES]
DJANGO = ["django.templatetags.i18n"]
OURS = Engine(builtins=[*DJANGO, "calculator.templatetags.catalogue"], string_if_invalid="[%s]")
THEIRS = Engine(builtins=DJANGO, string_if_invalid="[%s]")

ANSWERS = {"name": "<b>Eén</b>", "count": 2, "text": "Nu", "row": {"cell": "x"}}


def block(text, options=""):
    """A text with something to fill in."""
    return f"{{% blocktranslate {options} %}}{text}{{% endblocktranslate %}}"


NAMED = "Alle maanden: {{ name }}"
TEMPLATES = [
    '{% translate "Nu" %}',
    '{% translate "Nu" %} {% translate "Samen" %} {% translate "Nu" %}',
    '{% translate "100%% zeker <i>" %}',
    "{% translate 'geen vertaling & toch' %}",
    '{% translate "Nu"|upper %}',
    "{% translate text %}",
    '{% translate "Nu" noop %}',
    '{% translate "Nu" as later %}[{{ later }}]',
    '{% translate "Nu" context "tijd" %}',
    block(NAMED),
    block(f"\n  {NAMED}\n  ", "trimmed with name=row.cell"),
    block(NAMED, "with name=text|upper"),
    block("niets: {{ unheard_of }} 50%"),
    block("zonder iets"),
    block(NAMED, "asvar later") + "[{{ later }}]",
    block(NAMED, "context 'tijd'"),
    block("{{ count }} maand{% plural %}{{ count }} maanden", "count count=count"),
    "{% autoescape off %}" + block(NAMED) + "{% endautoescape %}",
]


@pytest.mark.parametrize("template", TEMPLATES)
def test_a_text_is_said_as_django_says_it(template):
    ours, theirs = OURS.from_string(template), THEIRS.from_string(template)
    # twice in every language: what is kept of the first time is what the second time needs
    for language in (*LANGUAGES, *LANGUAGES):
        with override(language):
            assert ours.render(Context(ANSWERS)) == theirs.render(Context(ANSWERS)), language


def test_what_is_filled_in_is_not_kept():
    template = OURS.from_string(block(NAMED))
    said = [template.render(Context({"name": name})) for name in ("Nu", "Met uw plan", "Nu")]
    assert said[0] == said[2] != said[1]


def test_each_language_has_its_own_text():
    template = OURS.from_string('{% translate "Nu" %}')
    said = set()
    for language in LANGUAGES:
        with override(language):
            said.add(template.render(Context()))
    assert len(said) == len(LANGUAGES)
