"""The amounts of the law: sourced, without holes, never a float, never in Python."""

import ast
import re
import tomllib
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest

from calculator.rules import amounts
from calculator.rules.amounts import (
    CONFIDENCES,
    FIRST_AMOUNTS,
    LAST_DATE,
    DateNotCovered,
)

RULES = Path(amounts.__file__).parent
DAYS = [
    date(2025, 7, 1),
    date(2025, 12, 31),
    date(2026, 1, 1),
    date(2026, 6, 30),
    date(2026, 7, 1),
    date(2026, 12, 31),
    date(2027, 1, 1),
    date(2027, 7, 1),
    date(2027, 12, 31),
]
#: not known for 2025, and then the outcome says so instead of guessing
ONLY_2026 = {
    "huurtoeslag.*": "the 2025 rules are not implemented (contract: unknown)",
    "kinderopvangtoeslag.*": "the table of percentages of 2025 was not found",
    "participatiewet.verhoging_jong": "in force from 2026 (Participatiewet in balans)",
    "kwijtschelding.*": "the rules of 2025 were not read",
    "kinderbijslag.extra_intensieve_zorg": "the amount of 2025 was not found",
    "loonbelasting.bijzonder_tarief_wit": "the special table of 2025 was not found",
    "loonbelasting.bijzonder_tarief_groen": "the special table of 2025 was not found",
}
#: in force in 2027 only
ONLY_2027 = {
    "kindgebonden_budget.tweede_drempel",
    "kindgebonden_budget.afbouwpercentage_tweede_drempel",
}
#: in force until the end of 2026 only
UNTIL_2026 = {"participatiewet.vrijlating_hoogstens", "participatiewet.vrijlating_leeftijd"}
#: published for 2026 only; elsewhere the usual day, said to be about that day
PUBLISHED_2026 = {"svb_betaaldagen.betaaldagen"}


def only_2026(amount):
    return amount.key in ONLY_2026 or f"{amount.law}.*" in ONLY_2026


def python_files():
    return sorted(RULES.rglob("*.py"))


def names_in_python():
    """Every attribute and text in the rules: an amount that is read is named in one of them."""
    found = set()
    for path in python_files():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Attribute):
                found.add(node.attr)
            elif isinstance(node, ast.Constant) and isinstance(node.value, str):
                found.add(node.value)
    return found


def versions():
    by_key = {}
    for amount in amounts.every():
        by_key.setdefault(amount.key, []).append(amount)
    return by_key


def leaves(value):
    if isinstance(value, dict):
        for item in value.values():
            yield from leaves(item)
    elif isinstance(value, (list, tuple)):
        for item in value:
            yield from leaves(item)
    else:
        yield value


def test_every_amount_has_a_source_a_unit_an_article_and_a_confidence():
    assert len(versions()) > 80
    for amount in amounts.every():
        assert amount.source, amount.key
        assert all(len(text) > 5 for text in amount.source), amount.key
        assert amount.confidence in CONFIDENCES, amount.key
        assert amount.unit and amount.article and amount.description, amount.key
        # what was worked out says how, and what is not certain says why
        if amount.confidence in {"derived", "unconfirmed", "provisional"}:
            assert amount.note, amount.key


def test_there_is_no_hole_or_overlap_between_the_first_and_the_last_day_of_an_amount():
    for key, known in versions().items():
        for earlier, later in pairwise(known):
            assert earlier.valid_until is not None, key
            assert later.valid_from == earlier.valid_until + timedelta(days=1), key
        for amount in known:
            assert amount.valid_until is None or amount.valid_from <= amount.valid_until, key


def test_amounts_change_on_the_first_of_january_and_july_only():
    """The calendar takes the amounts of a half-year for all its months."""
    for amount in amounts.every():
        if amount.valid_from >= FIRST_AMOUNTS:
            assert (amount.valid_from.day, amount.valid_from.month) in {(1, 1), (1, 7)}, amount.key


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_what_the_law_reads_is_known_on_every_covered_day(day):
    read = names_in_python()
    on_day = amounts.on(day)
    missing = []
    for key, known in versions().items():
        amount = known[0]
        if amount.name not in read or (day.year == 2025 and only_2026(amount)):
            continue
        if amount.key in ONLY_2027 and day.year < 2027:
            continue
        if amount.key in UNTIL_2026 and day.year > 2026:
            continue
        if amount.key in PUBLISHED_2026 and day.year != 2026:
            continue
        if amount.name not in getattr(on_day, amount.law).__dict__:
            missing.append(key)
    assert missing == []


@pytest.mark.parametrize("key", ["huurtoeslag.normhuur", "kinderopvangtoeslag.percentages"])
def test_what_is_not_known_for_2025_is_not_there(key):
    law, name = key.split(".")
    with pytest.raises(DateNotCovered):
        getattr(getattr(amounts.on(date(2025, 12, 31)), law), name)
    assert getattr(getattr(amounts.on(date(2026, 1, 1)), law), name).value


@pytest.mark.parametrize("day", [date(2024, 12, 31), date(2028, 1, 1), date(1900, 1, 1)], ids=str)
def test_a_look_up_outside_the_covered_dates_raises(day):
    on_day = amounts.on(day)
    for law, name in (
        ("minimumloon", "referentiemaandloon"),
        ("loonbelasting", "schijven"),
        ("toeslagenwet", "norm_alleenstaande"),
        ("zorgtoeslag", "standaardpremie"),
    ):
        with pytest.raises(DateNotCovered) as raised:
            getattr(getattr(on_day, law), name)
        assert (raised.value.law, raised.value.name, raised.value.day) == (law, name, day)


def test_a_law_or_an_amount_that_does_not_exist_raises_too():
    with pytest.raises(DateNotCovered):
        _ = amounts.on(LAST_DATE).no_such_law
    with pytest.raises(DateNotCovered):
        _ = amounts.on(LAST_DATE).ww.no_such_amount


def test_the_day_after_the_last_is_not_covered_by_the_last_known_amount():
    after = amounts.on(LAST_DATE + timedelta(days=1))
    with pytest.raises(DateNotCovered):
        _ = after.minimumloon.referentiemaandloon
    before = amounts.on(FIRST_AMOUNTS - timedelta(days=1))
    with pytest.raises(DateNotCovered):
        _ = before.minimumloon.referentiemaandloon


@pytest.mark.parametrize(
    "path", sorted((RULES / "amounts").glob("*.toml")), ids=lambda path: path.stem
)
def test_no_number_is_written_as_a_float(path):
    text = path.read_text(encoding="utf-8")
    for name, entry in tomllib.loads(text)["amounts"].items():
        for version in entry["values"]:
            for leaf in leaves(version["value"]):
                assert isinstance(leaf, str), f"{path.stem}.{name}: {leaf!r}"
    for known in versions().values():
        for amount in known:
            assert not any(isinstance(leaf, float) for leaf in leaves(amount.value))


#: Numbers that may stand in the law's Python, per file, and why. 0 and 1 may stand anywhere
#: (nothing, the whole), and so may 2 and 12.
PLAIN = {
    0: "nothing, the first",
    1: "the whole; a day or month number; one person",
    2: "twice the standaardpremie with a partner (Wzt 2 lid 1); more than two persons (Wht 20)",
    12: "months in a year",
}
ALLOWED = {
    "aib.py": {},
    "loonbelasting.py": {
        Decimal("0.00001"): "the tables round products at five decimals (Rekenvoorschriften)",
    },
    "toeslagenwet.py": {
        20: "TW 2 lid 2: the ages that the norms are named after",
        19: "the same",
        18: "the same",
    },
}


def numbers_in(tree):
    for node in ast.walk(tree):
        if not isinstance(node, ast.Constant) or isinstance(node.value, bool):
            continue
        if isinstance(node.value, (int, float)):
            yield node.lineno, node.value
        elif isinstance(node.value, str) and re.fullmatch(r"[+-]?[0-9]+(\.[0-9]+)?", node.value):
            yield node.lineno, Decimal(node.value)


@pytest.mark.parametrize("path", sorted((RULES / "laws").glob("*.py")), ids=lambda path: path.stem)
def test_no_figure_of_the_law_stands_in_python(path):
    allowed = {**PLAIN, **ALLOWED.get(path.name, {})}
    found = [
        (line, number)
        for line, number in numbers_in(ast.parse(path.read_text(encoding="utf-8")))
        if number not in allowed
    ]
    assert found == []


@pytest.mark.parametrize("path", python_files(), ids=lambda path: path.stem)
def test_no_float_stands_anywhere_in_the_rules(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        assert not (isinstance(node, ast.Constant) and isinstance(node.value, float)), node.lineno
        assert not (isinstance(node, ast.Name) and node.id == "float"), node.lineno


def test_an_amount_with_two_values_on_one_day_is_refused(tmp_path):
    value = '{from = 2026-01-01, value = "1", confidence = "official", source = ["somewhere"]}'
    (tmp_path / "law.toml").write_text(
        "[amounts.one]\narticle = '1'\nunit = 'EUR'\ndescription = 'x'\n"
        f"values = [{value}, {value}]\n",
        encoding="utf-8",
    )
    with pytest.raises(ValueError, match="two values"):
        amounts.on(date(2026, 1, 1), tmp_path)


@pytest.mark.parametrize(
    ("field", "wrong"), [("confidence", '"sure"'), ("source", "[]"), ("value", "12.5")]
)
def test_an_amount_without_source_with_an_odd_confidence_or_as_a_float_is_refused(
    tmp_path, field, wrong
):
    fields = {
        "from": "2026-01-01",
        "value": '"1"',
        "confidence": '"official"',
        "source": '["somewhere"]',
    }
    fields[field] = wrong
    value = ", ".join(f"{name} = {text}" for name, text in fields.items())
    (tmp_path / "law.toml").write_text(
        f"[amounts.one]\narticle = '1'\nunit = 'EUR'\ndescription = 'x'\nvalues = [{{{value}}}]\n",
        encoding="utf-8",
    )
    with pytest.raises((ValueError, TypeError)):
        amounts.on(date(2026, 1, 1), tmp_path)
