"""The pieces of which forms are built: what a screen reader is told about each."""

import re

import pytest
from django import forms
from django.template.loader import render_to_string
from django.utils.translation import override


class Questions(forms.Form):
    maandloon = forms.DecimalField(label="Maandloon", help_text="Staat op uw brief.")
    soort = forms.ChoiceField(
        label="Welke uitkering?", choices=[("ww", "WW"), ("wga", "WGA")], widget=forms.RadioSelect
    )
    gemeente = forms.ChoiceField(label="Gemeente", choices=[("", "Kies"), ("0344", "Utrecht")])


@pytest.fixture(autouse=True)
def dutch():
    with override("nl"):
        yield


def component(name, **context):
    return render_to_string(f"components/{name}.html", context)


def attribute(html, name):
    return re.search(rf'{name}="([^"]*)"', html)[1]


def test_every_description_of_an_amount_exists_and_is_named_in_order():
    form = Questions({})
    html = component(
        "field", field=form["maandloon"], prefix="€", suffix="per maand", example="2.800"
    )
    described_by = attribute(html, "aria-describedby").split()
    assert described_by == [
        "id_maandloon_helptext",
        "id_maandloon_example",
        "id_maandloon_unit",
        "id_maandloon_error",
    ]
    for one in described_by:
        assert html.count(f'id="{one}"') == 1
    assert 'aria-invalid="true"' in html
    assert 'autocomplete="off"' in html
    assert 'for="id_maandloon"' in html


def test_a_field_without_extras_has_no_empty_references():
    html = component("field", field=Questions()["gemeente"])
    assert "aria-describedby" not in html
    assert "aria-invalid" not in html
    assert 'class="ams-select"' in html


def test_a_group_of_choices_is_named_and_says_its_error():
    html = component("radio_group", field=Questions({})["soort"])
    assert html.count('type="radio"') == 2
    assert "Welke uitkering?" in re.search(r"<legend[^>]*>(.*?)</legend>", html, re.S)[1]
    assert attribute(html, "aria-describedby").split() == ["id_soort_error"]
    assert 'id="id_soort_error"' in html


def test_the_summary_leads_to_each_wrong_answer():
    html = component("error_summary", form=Questions({}))
    assert re.findall(r'href="#([^"]*)"', html) == ["id_maandloon", "id_soort_0", "id_gemeente"]


def test_the_summary_is_silent_without_errors():
    assert component("error_summary", form=Questions()).strip() == ""


def test_text_of_a_visitor_stays_text():
    html = component("button", text="<b><script>")
    assert "&lt;b&gt;" in html
    assert "<script>" not in html
