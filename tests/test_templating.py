"""What the templates are drawn with: texts per language, and names that mean what they seem."""

import inspect
from pathlib import Path

import pytest
from django.conf import settings
from django.template import engines
from django.utils.translation import gettext as djangos_gettext
from django.utils.translation import override
from jinja2 import nodes

from calculator.questions.form import QuestionsForm
from calculator.questions.what_if import Tried, Trying
from calculator.results.calendar_page import CalendarPage
from calculator.results.guidance.page import GuidancePage
from calculator.results.page import ResultPage
from calculator.results.paper import Paper
from calculator.results.schemes import SchemesPage
from calculator.templating.texts import gettext, texts_in

LANGUAGES = [code for code, _name in settings.LANGUAGES]
ROOT = Path(settings.BASE_DIR) / "templates"
TEMPLATES = sorted(
    str(path.relative_to(ROOT))
    for path in ROOT.rglob("*.html")
    if "backoffice" not in path.relative_to(ROOT).parts
)
#: what these names stand for in every template that knows them
NAMES = {
    "page": ResultPage,
    "calendar": CalendarPage,
    "schemes": SchemesPage,
    "guidance": GuidancePage,
    "form": QuestionsForm,
    "trying": Trying,
    "tried": Tried,
}


def drawn(text, **context):
    """What a template of one line gives."""
    return engines["jinja2"].from_string(text).render(context)


# --- texts ---


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_text_is_said_in_the_language_of_the_page(language):
    with override(language):
        for _time in range(2):  # what is kept of the first time is what the second time needs
            assert drawn('{{ _("Vorige") }}') == djangos_gettext("Vorige")
            assert gettext("Vorige") == texts_in(language)("Vorige")


def test_each_language_has_its_own_text():
    said = set()
    for language in LANGUAGES:
        with override(language):
            said.add(drawn('{{ _("Vorige") }}'))
    assert len(said) == len(LANGUAGES)


def test_what_is_filled_in_is_escaped_and_not_kept():
    line = "{% trans trimmed name=what %}Alle maanden: {{ name }}{% endtrans %}"
    with override("nl"):
        assert drawn(line, what="<b>Nu</b>") == "Alle maanden: &lt;b&gt;Nu&lt;/b&gt;"
        assert drawn(line, what="100% werk") == "Alle maanden: 100% werk"
    with override("en"):
        assert drawn(line, what="Now").endswith(": Now")
        assert not drawn(line, what="Now").startswith("Alle")


def test_markup_of_our_own_and_a_percentage_stay_as_they_are():
    assert drawn("{% trans %}<b>60% zeker</b>{% endtrans %}") == "<b>60% zeker</b>"
    assert drawn("{% trans n=n %}60% van <b>{{ n }}</b>{% endtrans %}", n=2) == "60% van <b>2</b>"
    assert drawn('{{ _("60%% zeker") }}') == "60% zeker"


def test_what_a_visitor_typed_stays_text():
    assert drawn("{{ typed }}", typed="<script>") == "&lt;script&gt;"


# --- names ---


def test_there_are_templates_to_look_at():
    assert len(TEMPLATES) > 60


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_method_is_called_and_what_is_none_is_not(name):
    """Without its brackets a method would always count as true."""
    environment = engines["jinja2"].env
    environment.get_template(name)
    tree = environment.parse((ROOT / name).read_text("utf-8"))
    called = {id(call.node) for call in tree.find_all(nodes.Call)}
    names = NAMES | ({"paper": Paper} if name.startswith("paper/") else {})
    for part in tree.find_all(nodes.Getattr):
        if not isinstance(part.node, nodes.Name) or part.node.name not in names:
            continue
        owner = names[part.node.name]
        found = inspect.getattr_static(owner, part.attr, None)
        if inspect.isfunction(found) or isinstance(found, staticmethod | classmethod):
            assert id(part) in called, f"{part.node.name}.{part.attr} in line {part.lineno}"
        else:
            assert id(part) not in called
