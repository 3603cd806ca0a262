"""From an outcome of the law to JSON: amounts as decimal strings with two decimals."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from calculator.contract.amounts import money
from calculator.contract.write_guidance import duties_as_json, warnings_as_json
from calculator.contract.write_schemes import schemes_as_json
from calculator.municipalities.found import Found
from calculator.rules.amounts import Amount
from calculator.rules.calendar import CalendarMonth, CalendarOutcome, CalendarYear
from calculator.rules.curve import Curve
from calculator.rules.figures import Figure, Line, Payer, Unknown
from calculator.rules.guidance import Guidance
from calculator.rules.outcome import Difference, Month, Outcome, SituationOutcome
from calculator.rules.payments import Payment
from calculator.rules.periods import as_text
from calculator.rules.settlements import BenefitSettlement, Scenario
from calculator.rules.steps import Step
from calculator.rules.year import Year

MONEY_UNITS = frozenset({"EUR", "EUR/month", "EUR/year", "EUR/day", "EUR/hour", "EUR/quarter"})


def outcome_as_json(
    outcome: Outcome,
    calendars: Sequence[CalendarOutcome],
    curve: Curve | None,
    found: Found,
    guidance: Guidance,
) -> dict[str, Any]:
    """The contract's answer: ``month``, ``year`` and calendar of every situation, the curve,
    the minimum schemes, duties and warnings.
    """
    return {
        "rules_date": outcome.rules_date.isoformat(),
        "rules_version": outcome.rules_version,
        "certainty": outcome.certainty,
        "situations": [
            {**_situation(situation), **_calendar(calendar)}
            for situation, calendar in zip(outcome.situations, calendars, strict=True)
        ],
        "differences": [_difference(difference) for difference in outcome.differences],
        "curve": None if curve is None else _curve(curve),
        "schemes": schemes_as_json(found),
        "duties": duties_as_json(guidance),
        "warnings": warnings_as_json(guidance),
        "not_counted": [
            {"code": item.code, "because": list(item.because)} for item in outcome.not_counted
        ],
        "rests_on": [_amount(amount) for amount in outcome.rests_on],
    }


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
    between = month.between
    return {
        **_figure("net", month.net),
        "complete": not isinstance(month.net, Unknown),
        "between": None
        if between is None
        else {"low": money(between[0]), "high": money(between[1])},
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
    return {
        **_figures({**_of_year(year), "net": net}),
        "steps": {
            name: [step_as_json(step) for step in steps] for name, steps in year.steps.items()
        },
    }


def _of_year(year: Year) -> dict[str, Figure]:
    return {
        "belastbaar_inkomen": year.belastbaar_inkomen,
        "inkomstenbelasting": year.inkomstenbelasting,
        "withheld": year.withheld,
        "assessment": year.assessment,
        "toetsingsinkomen": year.toetsingsinkomen,
        "vakantiegeld": year.vakantiegeld,
        "zvw": year.zvw,
    }


def _figures(figures: Mapping[str, Figure]) -> dict[str, Any]:
    """Several amounts by name; what isn't known is null and says why under ``unknown``."""
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
    return said


# --- The calendar -----------------------------------------------------------------------------


def _calendar(calendar: CalendarOutcome) -> dict[str, Any]:
    return {
        "calendar": [_calendar_month(month) for month in calendar.months],
        "calendar_years": [_calendar_year(year) for year in calendar.years],
        "settlements": [_benefit_settlement(item) for item in calendar.settlements],
    }


def _calendar_month(month: CalendarMonth) -> dict[str, Any]:
    received = month.received
    return {
        "month": as_text(month.month),
        "certainty": month.certainty,
        **_figure("net", month.net),
        "complete": month.complete,
        "received": None if isinstance(received, Unknown) else money(received),
        "lines": [_line(line) for line in month.lines],
        "payers": [_payer(payer) for payer in month.payers],
        "events": [
            {
                "code": event.code,
                "date": None if event.day is None else event.day.isoformat(),
                "path": event.path,
            }
            for event in month.events
        ],
        "payments": [_payment(payment) for payment in month.payments],
    }


def _payment(payment: Payment) -> dict[str, Any]:
    said: dict[str, Any] = {
        "date": payment.day.isoformat(),
        "around": payment.around,
        "payer": payment.payer,
        "code": payment.code,
        **_figure("net", payment.amount),
        "over": as_text(payment.over),
    }
    if payment.work is not None:
        said["work"] = payment.work
    return said


def _calendar_year(year: CalendarYear) -> dict[str, Any]:
    toeslagen = year.toeslagen
    return {
        "year": year.year,
        "certainty": year.certainty,
        "assumed": year.assumed,
        **_figures(_of_year(year.figures)),
        "repayments": [_scenario(item) for item in toeslagen.scenarios.values()],
        "settled_from": as_text(toeslagen.settled_from),
        "settled_until": as_text(toeslagen.settled_until),
        "loonheffingskorting": [
            {"at": item.at, **_figure("assessment", item.assessment), "chosen": item.chosen}
            for item in year.kortingen
        ],
    }


def _scenario(scenario: Scenario) -> dict[str, Any]:
    return {
        "reported": scenario.reported,
        **_figures(
            {
                "repay": scenario.repay,
                "extra": scenario.extra,
                "set_aside_per_month": scenario.set_aside_per_month,
            }
        ),
        "toeslagen": [
            {
                "code": item.code,
                **_figures(
                    {
                        "advance": item.advance,
                        "right": item.right,
                        "repay": item.repay,
                        "extra": item.extra,
                        "not_recovered": item.not_recovered,
                    }
                ),
            }
            for item in scenario.by_toeslag
        ],
    }


def _benefit_settlement(item: BenefitSettlement) -> dict[str, Any]:
    return {
        "code": item.code,
        "held_months": item.held_months,
        "income": item.income,
        **_figures(
            {"paid": item.paid, "right": item.right, "repay": item.repay, "extra": item.extra}
        ),
        "settled_in": as_text(item.settled_in),
    }


def _curve(curve: Curve) -> dict[str, Any]:
    return {
        "plan": curve.plan,
        "points": [
            {"gross": money(point.gross), **_figure("net", point.net)} for point in curve.points
        ],
        "steps": [
            {
                "gross": money(step.gross),
                "reasons": list(step.reasons),
                "net_below": money(step.net_below),
                "net": money(step.net),
                "better_off_from": None
                if step.better_off_from is None
                else money(step.better_off_from),
            }
            for step in curve.steps
        ],
    }


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
