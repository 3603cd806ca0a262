"""What templates show: by its name, whatever way a template asks for it."""

from dataclasses import dataclass

import pytest
from django.template import Context, Engine

from calculator.results.cells import Cell
from calculator.results.shown import Shown

ENGINE = Engine(string_if_invalid="nothing")


@dataclass
class Row(Shown):
    label: str
    cell: Cell

    @property
    def long(self) -> bool:
        """Whether the label is long."""
        return len(self.label) > 5

    def words(self) -> list[str]:
        """The words of the label."""
        return self.label.split()


@pytest.mark.parametrize(
    ("template", "said"),
    [
        ("{{ row.label }}", "a &lt;b&gt; label"),
        ("{{ row.cell.text }}", "€ 5"),
        ("{{ row.long }}", "True"),
        ("{% for word in row.words %}{{ word }},{% endfor %}", "a,&lt;b&gt;,label,"),
        ("{{ row.unheard_of }}", "nothing"),
        ("{% if row %}there{% endif %}", "there"),
    ],
)
def test_a_template_finds_the_parts_of_what_it_shows(template, said):
    row = Row("a <b> label", Cell("€ 5"))
    assert ENGINE.from_string(template).render(Context({"row": row})) == said
