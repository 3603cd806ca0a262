"""Reading the worked examples, and making households, for all tests of the law."""

import tomllib
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from calculator.rules import Household, Plan, amounts
from calculator.rules.amounts import Amounts
from calculator.rules.figures import Line
from calculator.rules.outcome import SituationOutcome
from calculator.rules.situation import Employment, Home

CASES = Path(__file__).parent.parent / "cases"
PAST = Path(__file__).parent / "amounts_past"
STANDINGS = {"official", "published", "derived"}
DAY = date(2026, 11, 22)


def groups(name: str) -> list[dict[str, Any]]:
    """The groups of worked examples in ``cases/<name>.toml``, numbers as exact decimals."""
    text = (CASES / f"{name}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text, parse_float=Decimal)["group"]


def cases(name: str, *kinds: str) -> list[Any]:
    """One pytest parameter per row, with the fields of its group; only ``kinds`` if given."""
    found = []
    for group in groups(name):
        if kinds and group["kind"] not in kinds:
            continue
        shared = {key: value for key, value in group.items() if key != "rows"}
        for place, row in enumerate(group["rows"]):
            label = row.get("name", f"{group['kind']}-{group['standing']}-{place}")
            found.append(pytest.param({**shared, **row}, id=label))
    assert found, f"no cases of {kinds} in {name}"
    return found


def on(day: str | date, past: bool = False) -> Amounts:
    """The amounts of the law on a day; ``past``: those of past years, kept for tests only."""
    when = date.fromisoformat(day) if isinstance(day, str) else day
    return amounts.on(when, PAST) if past else amounts.on(when)


def dec(value: Any) -> Decimal:
    """An exact decimal out of a number or text in a worked example."""
    return Decimal(str(value)) if not isinstance(value, Decimal) else value


def job(gross: Any, **other: Any) -> Employment:
    """A job of ``gross`` euro per month unless ``per`` says otherwise."""
    fields = {"path": "plans.0.work.0", "per": "month", **other}
    return Employment(gross=dec(gross), **fields)


def household(*benefits: Any, work: tuple[Employment, ...] = (), **other: Any) -> Household:
    """Somebody of 38 who rents alone, with all answers known; ``other`` replaces what differs."""
    base = Household(
        rules_date=DAY,
        birth_date=date(1988, 5, 14),
        benefits=benefits,
        now=Plan("now", "person", work, "benefit"),
        home=Home("home", "rent", Decimal(650), "0344"),
        vermogen=Decimal(2500),
    )
    return replace(base, **other)


def line(situation: SituationOutcome, code: str) -> Line | None:
    """The line of a month with that code, if there is one."""
    return next((item for item in situation.month.lines if item.code == code), None)


def amount(situation: SituationOutcome, code: str) -> Decimal:
    """The amount of the line with that code; nothing where there is no such line."""
    found = line(situation, code)
    if found is None:
        return Decimal(0)
    assert isinstance(found.amount, Decimal), f"{code} is not known: {found.amount}"
    return found.amount
