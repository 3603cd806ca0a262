"""From an outcome of the law to JSON: amounts as decimal strings with two decimals."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from calculator.rules.amounts import Amount
from calculator.rules.figures import Figure, Line, Payer, Unknown
from calculator.rules.money import ZERO, cents
from calculator.rules.outcome import Difference, Month, Outcome, SituationOutcome
from calculator.rules.steps import Step
from calculator.rules.year import Year

MONEY_UNITS = frozenset({"EUR", "EUR/month", "EUR/year", "EUR/day", "EUR/hour", "EUR/quarter"})


def outcome_as_json(outcome: Outcome) -> dict[str, Any]:
    """The contract's answer: ``month``, ``year`` and ``differences`` of every situation."""
    return {
        "rules_date": outcome.rules_date.isoformat(),
        "rules_version": outcome.rules_version,
        "certainty": outcome.certainty,
        "situations": [_situation(situation) for situation in outcome.situations],
        "differences": [_difference(difference) for difference in outcome.differences],
        "not_counted": [
            {"code": item.code, "because": list(item.because)} for item in outcome.not_counted
        ],
        "rests_on": [_amount(amount) for amount in outcome.rests_on],
    }


def money(value: Decimal) -> str:
    """``"1234.50"``; nothing has no sign."""
    return str(cents(value) + ZERO)


def _figure(name: str, figure: Figure) -> dict[str, Any]:
    """A known amount under its name; an unknown one is null and says what is missing."""
    if isinstance(figure, Unknown):
        return {name: None, **_unknown(figure)}
    return {name: money(figure)}


def _unknown(figure: Unknown) -> dict[str, Any]:
    said: dict[str, Any] = {"known": False, "missing": list(figure.paths)}
    if figure.reason:
        said["reason"] = figure.reason
    return said


def _situation(situation: SituationOutcome) -> dict[str, Any]:
    return {
        "id": situation.id,
        "month": _month(situation.month),
        "year": _year(situation.year, situation.net_per_year),
    }


def _month(month: Month) -> dict[str, Any]:
    return {
        **_figure("net", month.net),
        "complete": not isinstance(month.net, Unknown),
        "lines": [_line(line) for line in month.lines],
        "payers": [_payer(payer) for payer in month.payers],
        "steps": [step_as_json(step) for step in month.steps],
    }


def _line(line: Line) -> dict[str, Any]:
    said: dict[str, Any] = {"code": line.code}
    if line.payer is not None:
        said["payer"] = line.payer
    if line.work is not None:
        said["work"] = line.work
    said |= _figure("net" if line.payer is None else "gross", line.amount)
    said["steps"] = [step_as_json(step) for step in line.steps]
    return said


def _payer(payer: Payer) -> dict[str, Any]:
    said: dict[str, Any] = {"payer": payer.payer}
    if payer.work is not None:
        said["work"] = payer.work
    for name in ("gross", "withheld", "net"):
        said |= _figure(name, getattr(payer, name))
    said["steps"] = [step_as_json(step) for step in payer.steps]
    return said


def _year(year: Year, net: Figure) -> dict[str, Any]:
    figures = {
        "belastbaar_inkomen": year.belastbaar_inkomen,
        "inkomstenbelasting": year.inkomstenbelasting,
        "withheld": year.withheld,
        "assessment": year.assessment,
        "toetsingsinkomen": year.toetsingsinkomen,
        "vakantiegeld": year.vakantiegeld,
        "net": net,
    }
    said: dict[str, Any] = {}
    unknown: dict[str, Any] = {}
    for name, figure in figures.items():
        if isinstance(figure, Unknown):
            said[name] = None
            unknown[name] = _unknown(figure)
        else:
            said[name] = money(figure)
    if unknown:
        said["known"] = False
        said["missing"] = list(
            dict.fromkeys(path for item in unknown.values() for path in item["missing"])
        )
        said["unknown"] = unknown
    said["steps"] = {
        name: [step_as_json(step) for step in steps] for name, steps in year.steps.items()
    }
    return said


def _difference(difference: Difference) -> dict[str, Any]:
    kept = difference.kept_per_euro
    missing = [
        figure
        for figure in (difference.net_per_month, difference.net_per_year)
        if isinstance(figure, Unknown)
    ]
    said: dict[str, Any] = {"plan": difference.plan}
    for name in ("net_per_month", "net_per_year"):
        figure = getattr(difference, name)
        said[name] = None if isinstance(figure, Unknown) else money(figure)
    said["kept_per_euro"] = None if kept is None else str(kept)
    if missing:
        both = missing[0] if len(missing) == 1 else missing[0].and_(missing[1])
        said |= _unknown(both)
    return said


def step_as_json(step: Step) -> dict[str, Any]:
    """One step of the explanation, with the amounts of the law that it used."""
    return {
        "rule": step.rule,
        "law": step.law,
        "value": _value(step.value, step.unit),
        "unit": step.unit,
        "inputs": [
            {"name": name, "value": _value(value, unit), "unit": unit}
            for name, value, unit in step.inputs
        ],
        "amounts": [_amount(amount) for amount in step.amounts],
    }


def _value(value: Any, unit: str) -> Any:
    if isinstance(value, Decimal):
        return money(value) if unit in MONEY_UNITS else str(value)
    return value


def _plain(value: Any) -> Any:
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [_plain(item) for item in value]
    return value


def _amount(amount: Amount) -> dict[str, Any]:
    return {
        "name": amount.key,
        "value": _plain(amount.value),
        "unit": amount.unit,
        "article": amount.article,
        "from": amount.valid_from.isoformat(),
        "until": amount.valid_until.isoformat() if amount.valid_until else None,
        "confidence": amount.confidence,
        "source": list(amount.source),
    }
