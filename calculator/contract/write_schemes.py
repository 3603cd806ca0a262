"""Minimum schemes as the contract writes them."""

from datetime import date
from decimal import Decimal
from typing import Any

from calculator.contract.amounts import money
from calculator.municipalities.found import Found, FoundScheme
from calculator.municipalities.published import PublishedScheme
from calculator.rules.schemes import Judged


def schemes_as_json(found: Found) -> list[dict[str, Any]]:
    """Every scheme with its verdict in the situation of now, and in each plan."""
    return [_scheme(item) for item in found.schemes]


def _scheme(item: FoundScheme) -> dict[str, Any]:
    about, now = item.about, item.now
    said: dict[str, Any] = {"code": now.scheme.code, "kind": now.scheme.kind}
    if isinstance(about, PublishedScheme):
        said |= {
            "municipality": now.scheme.municipality,
            "name": about.name,
            "law": None,
            "source": about.source,
            "checked_by": about.checked_by or None,
        }
    else:
        said |= {
            "municipality": None,
            "name": None,
            "law": about.law,
            "source": None,
            "checked_by": None,
        }
    return {
        **said,
        **_judged(now),
        "decided_by": about.decided_by,
        "apply_at": about.apply_at or None,
        "objection": about.objection,
        "checked_on": _day(now.scheme.checked_on),
        "plans": [
            {"plan": plan, **_judged(judged)}
            for plan, judged in item.judged.items()
            if plan != "now"
        ],
    }


def _judged(judged: Judged) -> dict[str, Any]:
    return {
        "verdict": judged.verdict,
        "reason": judged.reason,
        "reason_values": {name: _value(value) for name, value in judged.params.items()},
        "missing": list(judged.missing),
        "amount": None if judged.amount is None else _value(judged.amount),
        "per": judged.per,
        "in_kind": judged.in_kind,
        "amounts_of": judged.old,
        "check_too_old": judged.unchecked,
    }


def _value(value: Decimal | int | str) -> str | int:
    return money(value) if isinstance(value, Decimal) else value


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
