"""The contract's own example, and how to change one answer in it."""

import json
from copy import deepcopy
from datetime import date
from typing import Any

from calculator.contract.answer import answer
from calculator.contract.messages import as_errors
from calculator.contract.read import ContractError

TODAY = date(2026, 11, 22)
EXAMPLE: dict[str, Any] = {
    "rules_date": "2026-11-22",
    "start_month": "2026-12",
    "months": 12,
    "person": {
        "birth_date": "1988-05-14",
        "benefits": [
            {
                "kind": "ww",
                "maandloon": "2800.00",
                "ongemaximeerd_maandloon": None,
                "first_day": "2026-09-01",
                "last_day": "2027-08-31",
            }
        ],
        "work_now": [],
        "loonheffingskorting_at": "benefit",
    },
    "plans": [
        {
            "id": "18-hours",
            "loonheffingskorting_at": "work",
            "work": [
                {
                    "kind": "employment",
                    "gross": "1250.00",
                    "per": "month",
                    "hours_per_week": "18",
                    "vakantiegeld": "yearly",
                    "pension_per_month": "0.00",
                    "loonwaarde": None,
                    "travel_cost_per_month": "0.00",
                    "until": None,
                }
            ],
        }
    ],
    "partner": None,
    "children": [],
    "co_residents": [],
    "home": {"kind": "rent", "kale_huur": "650.00", "municipality": "0344"},
    "vermogen": "2500.00",
}
#: a household in which every kind of answer occurs
FAMILY: dict[str, Any] = {
    **EXAMPLE,
    "person": {
        **EXAMPLE["person"],
        "benefits": [
            {"kind": "ww", "maandloon": "1200.00"},
            {
                "kind": "wga",
                "phase": "vervolg",
                "maandloon": "3000.00",
                "ongemaximeerd_maandloon": None,
                "arbeidsongeschiktheid": "45-55",
                "resterende_verdiencapaciteit": "1250.00",
                "first_day": "2024-01-01",
                "phase_until": "2028-01-01",
            },
        ],
        "reintegratietraject": False,
    },
    "partner": {
        "birth_date": "1970-02-28",
        "income": [{"kind": "wage", "gross_per_month": "900.00"}],
        "insured": True,
    },
    "children": [
        {
            "birth_date": "2020-02-29",
            "income_per_year": "0.00",
            "childcare": [{"kind": "bso", "hours_per_month": "60", "price_per_hour": "9.50"}],
        }
    ],
    "co_residents": [
        {
            "birth_date": "1955-01-01",
            "income_per_year": "15000.00",
            "student": False,
            "commercial_tenant": False,
        }
    ],
}


def put(*changes: tuple[str, Any], base: dict[str, Any] = EXAMPLE) -> dict[str, Any]:
    """The example with other answers at these paths (``person.benefits.0.maandloon``)."""
    question = deepcopy(base)
    for path, value in changes:
        *parents, last = path.split(".")
        place: Any = question
        for name in parents:
            place = place[int(name) if isinstance(place, list) else name]
        place[int(last) if isinstance(place, list) else last] = deepcopy(value)
    return question


def ask(question: dict[str, Any]) -> dict[str, Any]:
    """The answer to a question that can be answered."""
    return answer(json.dumps(question), TODAY)


def said_wrong(question: Any) -> list[dict[str, str]]:
    """The errors as the contract writes them; nothing where the question was answered."""
    text = question if isinstance(question, (str, bytes)) else json.dumps(question)
    try:
        answer(text, TODAY)
    except ContractError as error:
        said = as_errors(error.problems)["errors"]
        assert all(item["message"] and set(item) == {"path", "code", "message"} for item in said)
        assert len({(item["path"], item["code"]) for item in said}) == len(said)
        return said
    return []


def errors_of(question: Any) -> dict[str, str]:
    """Path and code of every error."""
    return {item["path"]: item["code"] for item in said_wrong(question)}


def messages_of(question: Any) -> list[str]:
    """What is said about every error."""
    return [item["message"] for item in said_wrong(question)]


def paths_of(value: Any, path: str = "") -> list[str]:
    """The path of every answer in a question, lists and objects included."""
    found = [path] if path else []
    if isinstance(value, dict):
        pairs = [(str(key), item) for key, item in value.items()]
    elif isinstance(value, list):
        pairs = [(str(place), item) for place, item in enumerate(value)]
    else:
        pairs = []
    for name, item in pairs:
        found += paths_of(item, f"{path}.{name}" if path else name)
    return found
