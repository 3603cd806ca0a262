"""Measures the PDF to take home, for ``bench.py``: time and weight of a long one."""

import statistics
from time import perf_counter

from django.test import Client

TIMES = 10
#: a household with much to say: two children, childcare, toeslagen, schemes of the municipality
ANSWERS = {
    "birth_date": "15-03-1985",
    "benefit": "wga",
    "wga_phase": "vervolg",
    "wga_maandloon": "2.800,00",
    "wga_loon_per": "month",
    "wga_class": "45-55",
    "wga_verdiencapaciteit": "1.250,00",
    "works_now": "no",
    "now_korting": "benefit",
    "plan0_kind": "work",
    "start": "2026-12",
    "plan0_gross": "500",
    "plan0_per": "month",
    "plan0_varies": "no",
    "plan0_vakantiegeld": "yearly",
    "plan0_pension": "0",
    "plan0_travel": "0",
    "plan0_until": "none",
    "plan0_korting": "work",
    "home_kind": "rent",
    "kale_huur": "700",
    "municipality": "Rotterdam",
    "low_income": "36",
    "vermogen": "1.500",
    "has_partner": "no",
    "children": "2",
    "child0_birth_date": "3-2-2020",
    "child0_care": "bso",
    "child0_care_when": "work",
    "child0_care_hours": "60",
    "child0_care_price": "9,75",
    "child1_birth_date": "10-4-2013",
    "child1_care": "none",
    "traject": "no",
    "others": "0",
    "plans": "1",
}


def figures(client: Client) -> dict[str, float]:
    """How long one takes from the answers to the file, with a warm worker, and how heavy it is."""
    made = document(client)  # starts the worker
    taken = []
    for _ in range(TIMES):
        start = perf_counter()
        made = document(client)
        taken.append(perf_counter() - start)
    return {
        "paper_ms": round(statistics.median(taken) * 1000, 1),
        "paper_kb": round(len(made) / 1000, 1),
    }


def document(client: Client) -> bytes:
    """The PDF of these answers."""
    response = client.post("/nl/papier/", ANSWERS)
    if response.status_code != 200 or response["Content-Type"] != "application/pdf":
        raise SystemExit("the form did not lead to a PDF: the bench would measure nothing")
    return response.content
