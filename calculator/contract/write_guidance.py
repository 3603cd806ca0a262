"""Rights, duties and warnings as the contract writes them."""

from typing import Any

from calculator.contract.amounts import money
from calculator.rules.guidance import CHECKED_ON, FoundGuide, Guidance, Trap
from calculator.rules.periods import as_text


def duties_as_json(guidance: Guidance) -> list[dict[str, Any]]:
    """Every duty and every right, with the situations that it is for."""
    return [_duty(found) for found in guidance.guides]


def warnings_as_json(guidance: Guidance) -> list[dict[str, Any]]:
    """Every warning, the one that matters most first."""
    return [_warning(trap) for trap in guidance.traps]


def _duty(found: FoundGuide) -> dict[str, Any]:
    guide = found.guide
    return {
        "code": guide.code,
        "kind": guide.kind,
        "topic": guide.topic,
        "to": guide.door,
        "situations": list(found.situations),
        "deadline_days": found.deadline_days,
        "figures": {name: str(value) for name, value in found.params.items()},
        "law": found.law,
        "source": guide.source or None,
        "checked_on": CHECKED_ON.isoformat(),
        "confidence": guide.confidence,
        "because": list(found.because),
    }


def _warning(trap: Trap) -> dict[str, Any]:
    cost = trap.cost
    return {
        "code": trap.code,
        "variant": trap.variant or None,
        "severity": trap.severity,
        "situation": trap.situation,
        "law": trap.law or None,
        "because": list(trap.because),
        "amounts": {name: money(amount) for name, amount in trap.amounts.items()},
        "figures": {name: str(value) for name, value in trap.figures.items()},
        "months": [as_text(month) for month in trap.months],
        "years": [{"year": year, "amount": money(amount)} for year, amount in trap.years],
        "cost": None if cost is None else {"amount": money(cost.amount), "per": cost.per},
    }
