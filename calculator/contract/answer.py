"""The one road from JSON to JSON that the API and the command line share."""

import json
from datetime import date
from typing import Any

from calculator.contract.read import Question, loads, read
from calculator.contract.write import outcome_as_json
from calculator.municipalities.found import find
from calculator.rules import calculate, calendars, curve_of, guidance_of


def answer(text: str | bytes, today: date) -> dict[str, Any]:
    """The outcome of the question in ``text``.

    ``today`` counts where the question names no ``rules_date``. Raises
    :class:`calculator.contract.read.ContractError` with every problem and its path.
    """
    return answer_to(read(loads(text), today))


def answer_to(question: Question) -> dict[str, Any]:
    """The outcome of a question that was read already."""
    household = question.household
    outcome = calculate(household)
    months = calendars(household, question.start_month, question.months)
    curve = curve_of(household, household.plans[0]) if household.plans else None
    schemes = find(household, outcome)
    guidance = guidance_of(household, outcome, months, curve, schemes.of_municipality())
    return outcome_as_json(outcome, months, curve, schemes, guidance)


def dumps(content: dict[str, Any]) -> str:
    """JSON text, the same for every window."""
    return json.dumps(content, ensure_ascii=False)
