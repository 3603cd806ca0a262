"""Every rule, line and remark has its words, and the words say what the calculation says."""

import ast
import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest
from django.conf import settings
from django.utils.translation import override

import calculator.rules
from calculator.results import wording
from calculator.rules.figures import Unknown
from calculator.rules.month import PARTNER_CODES
from calculator.rules.outcome import Outcome
from calculator.rules.steps import Step
from calculator.texts import gettext
from tests.results.households import HOUSEHOLDS, outcome_of

RULES = Path(calculator.rules.__file__).parent
LANGUAGES = [code for code, _name in settings.LANGUAGES]

#: names that are made while calculating, and what they can be
MADE = {
    "loon.per_{}": ["loon.per_month", "loon.per_four_weeks", "loon.per_week", "loon.per_hour"],
    "loonbelasting.{}.{}_korting": [
        "loonbelasting.white.met_korting",
        "loonbelasting.white.zonder_korting",
        "loonbelasting.green.met_korting",
        "loonbelasting.green.zonder_korting",
    ],
    "toeslagenwet.{}": [
        "toeslagenwet.alleenstaande",
        "toeslagenwet.kostendeler",
        "toeslagenwet.gehuwd",
    ],
    "wia.loonaanvulling_{}": [
        "wia.loonaanvulling_lid_2",
        "wia.loonaanvulling_lid_4",
        "wia.loonaanvulling_lid_5",
    ],
    "huurtoeslag.geen_{}": [
        "huurtoeslag.geen_own",
        "huurtoeslag.geen_room",
        "huurtoeslag.geen_parents",
    ],
    "inkomstenbelasting.{}": [
        "inkomstenbelasting.algemene_heffingskorting",
        "inkomstenbelasting.arbeidskorting",
        "inkomstenbelasting.combinatiekorting",
        "inkomstenbelasting.jonggehandicaptenkorting",
    ],
    "zorgtoeslag.{}": [
        "zorgtoeslag.geen",
        "zorgtoeslag.toeslag",
        "zorgtoeslag.toeslag_partner",
        "zorgtoeslag.partner_niet_verzekerd",
    ],
}


#: sums without an article of their own, given by name to the function that notes them
SUMS = [
    "jaar.aanslag",
    "jaar.belastbaar_inkomen",
    "jaar.belastbaar_inkomen_winst",
    "jaar.ingehouden",
    "jaar.netto",
    "jaar.toetsingsinkomen",
    "jaar.toetsingsinkomen_partner",
    "jaar.vakantiegeld",
    "maand.netto",
    "winst.belasting_winst",
    "winst.zvw_winst",
]
#: what needs no article: a sum of what is explained already, or what the visitor said
WITHOUT_ARTICLE = {
    "antwoord.kosten",
    "antwoord.partner",
    "jaar.aanslag",
    "jaar.netto",
    "jaar.vakantiegeld",
    "maand.netto",
}


def keys_of(node: ast.expr) -> Iterator[str]:
    """The rules that the first argument of ``note`` can be."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from keys_of(node.body)
        yield from keys_of(node.orelse)
    elif isinstance(node, ast.JoinedStr):
        shape = "".join(
            str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values
        )
        assert shape in MADE, f"{shape}: list here what it can be"
        yield from MADE[shape]
    elif isinstance(node, ast.Name) and node.id == "rule":
        yield from SUMS
    else:
        raise AssertionError(f"a rule of a kind that this test can't read: {ast.dump(node)}")


@cache
def rules_of_the_law() -> frozenset[str]:
    """Every rule that a calculation can write down."""
    found: set[str] = set()
    for path in sorted(RULES.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and node.func.attr == "note"
            ):
                found |= set(keys_of(node.args[0]))
    return frozenset(found)


@cache
def outcomes() -> dict[str, Outcome]:
    """The outcome of every household."""
    return {name: outcome_of(name) for name in HOUSEHOLDS}


def steps_of(outcome: Outcome) -> Iterator[Step]:
    """Every step of an outcome."""
    for situation in outcome.situations:
        for part in (*situation.month.lines, *situation.month.payers, situation.month):
            yield from part.steps
        for steps in situation.year.steps.values():
            yield from steps


def test_the_law_is_read():
    assert len(rules_of_the_law()) > 50


def test_every_rule_has_words_and_no_words_are_left_over():
    assert set(wording.RULES) == rules_of_the_law()


def test_the_households_bring_up_every_rule():
    seen = {step.rule for outcome in outcomes().values() for step in steps_of(outcome)}
    assert seen == rules_of_the_law()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", HOUSEHOLDS)
def test_every_step_can_be_said(name, language):
    with override(language):
        for step in steps_of(outcomes()[name]):
            said = wording.of_step(step, language)
            assert not re.search(r"%\(|%s|None|True|False|\bnan\b|Decimal|E\+|\{|\}", said), said
            assert bool(step.law.strip()) != (step.rule in WITHOUT_ARTICLE)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", HOUSEHOLDS)
def test_a_step_that_has_a_value_in_euro_says_it(name, language):
    silent = {
        # the amount of these is said by the line itself or by the step before
        "antwoord.kosten",
        "antwoord.partner",
        "zorgtoeslag.geen",
        "loon.vakantiegeld_inbegrepen",
        "loon.loondispensatie",
        "toeslag.te_veel_vermogen",
        "huurtoeslag.geen_own",
        "huurtoeslag.geen_room",
        "huurtoeslag.geen_parents",
        "kinderopvangtoeslag.geen_werk",
        "kinderopvangtoeslag.partner_werkt_niet",
    }
    with override(language):
        for step in steps_of(outcomes()[name]):
            if isinstance(step.value, Decimal) and step.rule not in silent:
                value = wording.of_value(step.value, step.unit, language)
                assert value in wording.of_step(step, language), step.rule


def test_every_line_has_a_label():
    for outcome in outcomes().values():
        for situation in outcome.situations:
            for line in situation.month.lines:
                code = f"partner.{line.code}" if line.payer == "partner" else line.code
                assert code in wording.LINES
            for payer in situation.month.payers:
                assert payer.payer in wording.PAYERS
    for code in PARTNER_CODES.values():
        assert f"partner.{code}" in wording.LINES


def test_every_remark_has_words_and_no_words_are_left_over():
    found = set()
    for node in ast.walk(ast.parse((RULES / "outcome.py").read_text("utf-8"))):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "NotCounted":
            found |= set(keys_of(node.args[0]))
    assert found == set(wording.NOT_COUNTED)


def test_every_reason_for_an_unknown_amount_has_words():
    found = {"rules_not_known"}
    for path in RULES.rglob("*.py"):
        for reason in re.findall(r'reason="(\w+)"', path.read_text("utf-8")):
            found.add(reason)
    assert found == set(wording.REASONS)
    for outcome in outcomes().values():
        for situation in outcome.situations:
            for line in situation.month.lines:
                if isinstance(line.amount, Unknown) and not line.amount.paths:
                    assert line.amount.reason in wording.REASONS


@pytest.mark.parametrize(
    ("value", "unit", "dutch", "english"),
    [
        (Decimal("1234.5"), "EUR/month", "€ 1.234,50", "€1,234.50"),
        (Decimal("-12"), "EUR", "€ -12,00", "-€12.00"),
        (Decimal("0.7"), "fraction", "70%", "70%"),
        (Decimal("0.5075"), "fraction", "50,75%", "50.75%"),
        (Decimal("0.01912"), "fraction", "1,912%", "1.912%"),
        (Decimal("16.50"), "hours/week", "16,5", "16.5"),
        (2, "count", "2", "2"),
        (True, "yes-no", "True", "True"),
    ],
)
def test_values_are_written_as_people_read_them(value, unit, dutch, english):
    assert wording.of_value(value, unit, "nl").replace("\u00a0", " ") == dutch
    assert wording.of_value(value, unit, "en").replace("\u00a0", " ") == english


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_placeholders_of_every_text_are_those_of_its_rule(language):
    with override(language):
        for outcome in outcomes().values():
            for step in steps_of(outcome):
                translated = gettext(wording.RULES[step.rule])
                names = set(re.findall(r"%\((\w+)\)s", translated))
                assert names == set(re.findall(r"%\((\w+)\)s", wording.RULES[step.rule]))
