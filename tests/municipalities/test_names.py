"""The municipalities of the Netherlands: what people type, and the table that follows the list."""

import re

import pytest
from django.core.management import call_command

from calculator.municipalities.models import Municipality
from calculator.municipalities.names import (
    all_names,
    code_of,
    fill_table,
    like,
    municipalities,
    plain,
)
from tests.municipalities.records import UTRECHT, add


def test_there_are_342_municipalities_each_with_its_own_code():
    found = municipalities()
    assert len(found) == 342
    for code, row in found.items():
        assert code == row.code
        assert re.fullmatch(r"[0-9]{4}", code)
        assert row.name == row.name.strip() != ""
    # names too, now that CBS's additions only stay where they are needed
    assert len({row.name for row in found.values()}) == 342
    assert len({row.province for row in found.values()}) == 12


def test_they_stand_in_the_order_of_their_names():
    names = [row.name for row in municipalities().values()]
    assert names == sorted(names, key=plain)
    assert names[0] == "Aa en Hunze"
    # a sign before the name doesn't bring it to the front
    assert names.index("'s-Gravenhage") > names.index("Rotterdam")


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("Utrecht", UTRECHT),
        ("gemeente Utrecht", UTRECHT),
        ("Gemeente  UTRECHT ", UTRECHT),
        ("Den Haag", "0518"),
        ("den haag", "0518"),
        ("'s-Gravenhage", "0518"),
        ("’s-Gravenhage", "0518"),
        ("s gravenhage", "0518"),
        ("The Hague", "0518"),
        ("Den Bosch", "0796"),
        ("'s-Hertogenbosch", "0796"),
        ("sudwest-fryslan", "1900"),
        ("Súdwest-Fryslân", "1900"),
        ("SUDWEST FRYSLAN", "1900"),
        ("Ljouwert", "0080"),
        ("hengelo", "0164"),
        ("Bergen (NH.)", "0373"),
        ("bergen l", "0893"),
    ],
)
def test_what_people_type_is_recognised(typed, code):
    assert code_of(typed) == code


@pytest.mark.parametrize(
    "typed", ["", " ", "gemeente", "Utrecht 2", "0344", "Bergen", "gemeente Bergen", "北京", "-"]
)
def test_what_is_no_single_municipality_is_not_guessed(typed):
    assert code_of(typed) is None


def test_every_name_that_can_be_chosen_is_recognised():
    names = all_names()
    assert len(names) == len(set(names))
    usual = set(names) - {row.name for row in municipalities().values()}
    assert usual == {"Den Haag", "The Hague", "Den Bosch"}
    assert [name for name in names if code_of(name) is None] == []
    assert {code_of(name) for name in names} == set(municipalities())


def test_two_are_called_bergen():
    assert code_of("Bergen") is None
    assert like("Bergen")[:2] == ["Bergen (NH.)", "Bergen (L.)"]
    for name in like("bergen")[:2]:
        assert code_of(name) in {"0373", "0893"}


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Utrect", "Utrecht"),
        ("Roterdam", "Rotterdam"),
        ("amsterdm", "Amsterdam"),
        ("Den Hag", "'s-Gravenhage"),
        ("sudwest frieslan", "Súdwest-Fryslân"),
    ],
)
def test_a_mistyped_name_brings_names_that_look_like_it(typed, name):
    assert code_of(typed) is None
    found = like(typed)
    assert found[0] == name
    assert len(found) <= 4
    assert len(set(found)) == len(found)


def test_what_looks_like_nothing_brings_nothing():
    assert like("xqzwv") == []
    assert like("") == []


def test_only_the_two_bergens_keep_what_cbs_adds():
    with_addition = [row.name for row in municipalities().values() if "(" in row.name]
    assert with_addition == ["Bergen (L.)", "Bergen (NH.)"]


# --- The table ----------------------------------------------------------------------------


def table() -> dict[str, tuple[str, str]]:
    """What is in the table."""
    rows = Municipality.objects.values_list("code", "name", "province")
    return {code: (name, province) for code, name, province in rows}


def test_after_migrating_the_table_is_the_list():
    assert len(table()) == 342
    assert table() == {row.code: (row.name, row.province) for row in municipalities().values()}


def test_filling_again_writes_nothing(django_assert_num_queries):
    with django_assert_num_queries(1):
        fill_table()


def test_filling_again_repairs_what_differs_and_keeps_the_schemes():
    scheme = add(UTRECHT)
    Municipality.objects.filter(pk=UTRECHT).update(name="Domstad", province="Holland")
    Municipality.objects.filter(pk="0060").delete()
    fill_table()
    assert table()[UTRECHT] == ("Utrecht", "Utrecht")
    assert table()["0060"] == ("Ameland", "Fryslân")
    assert len(table()) == 342
    scheme.refresh_from_db()
    assert scheme.municipality.name == "Utrecht"


def test_what_left_the_list_stays_with_its_data():
    Municipality.objects.create(code="9999", name="Opgeheven", province="Zeeland")
    fill_table()
    assert table()["9999"] == ("Opgeheven", "Zeeland")


def test_every_migration_fills_the_table():
    Municipality.objects.all().delete()
    call_command("migrate", verbosity=0)
    assert len(table()) == 342
