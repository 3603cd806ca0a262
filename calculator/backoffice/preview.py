"""What sample households would read about a version that isn't on the site yet."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

from django.utils.translation import gettext_lazy as _

from calculator.municipalities.found import Found, FoundScheme
from calculator.municipalities.models import Version
from calculator.municipalities.published import as_published
from calculator.results.schemes import SchemesPage, SchemeText
from calculator.rules import Household, Plan, calculate
from calculator.rules import amounts as amounts_of_the_law
from calculator.rules.outcome import Outcome
from calculator.rules.schemes import judge, means_of
from calculator.rules.situation import WGA, Child, Employment, Home, Partner, is_covered


@dataclass
class Sample:
    """A sample household with what it would read."""

    about: Any
    text: SchemeText


WAGE, NO_WORK = "1200", "0"


def _household(day: date, *, partner: bool, ages: tuple[int, ...], wage: str) -> Household:
    """Somebody of 40 with a WGA benefit on the minimum, who has had little for five years."""
    work = (Employment("person.work_now.0", Decimal(wage), "month"),)
    return Household(
        rules_date=day,
        birth_date=date(day.year - 40, 1, 1),
        benefits=(
            WGA(
                "person.benefits.0",
                "vervolg",
                Decimal("2200"),
                "80-100",
            ),
        ),
        now=Plan("now", "person", work if wage != NO_WORK else (), "benefit"),
        partner=Partner("partner", date(day.year - 40, 1, 1), (), True) if partner else None,
        children=tuple(
            Child(f"children.{place}", date(day.year - age, 1, 1)) for place, age in enumerate(ages)
        ),
        home=Home("home", "rent", Decimal("650")),
        vermogen=Decimal("1500"),
        low_income_months=60,
    )


SAMPLES: tuple[tuple[Any, dict[str, Any]], ...] = (
    (_("Alleen, alleen een uitkering"), {"partner": False, "ages": (), "wage": NO_WORK}),
    (_("Alleen, met werk erbij"), {"partner": False, "ages": (), "wage": WAGE}),
    (_("Alleen met kinderen van 5 en 13"), {"partner": False, "ages": (5, 13), "wage": NO_WORK}),
    (_("Met een partner"), {"partner": True, "ages": (), "wage": NO_WORK}),
    (
        _("Met een partner, een kind van 13 en werk"),
        {"partner": True, "ages": (13,), "wage": WAGE},
    ),
)


@cache
def _outcome(day: date, place: int) -> tuple[Household, Outcome]:
    """The samples change once a day, with the rules."""
    household = _household(day, **SAMPLES[place][1])
    return household, calculate(household, explain=False)


def preview_of(version: Version, day: date) -> list[Sample]:
    """What each sample household would read about this version on ``day``."""
    if not is_covered(day):
        return []
    published = as_published(version, list(version.amounts.all()))
    amounts = amounts_of_the_law.on(day)
    samples = []
    for place, (about, _fields) in enumerate(SAMPLES):
        household, outcome = _outcome(day, place)
        means = means_of(household, amounts, outcome.situations[0])
        found = FoundScheme(published, {"now": judge(published.scheme, means, amounts)})
        page = SchemesPage(Found([found], None), lambda _path: None, ["now"], "nl")
        samples.append(Sample(about, page.schemes[0]))
    return samples
