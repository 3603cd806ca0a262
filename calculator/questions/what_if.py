"""What is left with other hours or another wage than the plan's: tried out beside an outcome."""

from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from functools import cached_property

from django.http import QueryDict
from django.utils.translation import gettext_lazy

from calculator.formats import format_money, format_number
from calculator.questions.fields import parse_amount
from calculator.questions.form import QuestionsForm
from calculator.questions.plans import add_plan
from calculator.results.parts import PartsText, parts_text
from calculator.rules import calculate
from calculator.rules.curve import WORTH_WARNING
from calculator.rules.figures import Unknown
from calculator.rules.outcome import Outcome
from calculator.rules.situation import Household
from calculator.texts import gettext as _

#: what is tried, as it is sent
FIELD = "try_amount"

UNITS = {
    "hours": gettext_lazy("uur per week"),
    "month": gettext_lazy("bruto per maand"),
    "four_weeks": gettext_lazy("bruto per 4 weken"),
    "week": gettext_lazy("bruto per week"),
    "year": gettext_lazy("winst per jaar"),
}
#: how far one press goes, and how far the slider runs at least
STEPS = {"hours": (1, 40), "month": (50, 3000), "four_weeks": (50, 2800), "week": (10, 700)}
STEPS |= {"year": (600, 24_000)}
#: the slider runs to at least so many times what was filled in
TIMES = 2


@dataclass(frozen=True)
class Trying:
    """What can be tried: the hours, the wage or the profit of a plan."""

    #: the place of the plan, and the question that is varied
    place: int
    name: str
    kind: str
    value: Decimal

    @property
    def step(self) -> int:
        """How far one press goes."""
        return STEPS[self.kind][0]

    @property
    def unit(self) -> str:
        """What stands behind the amount."""
        return str(UNITS[self.kind])

    @property
    def in_euro(self) -> bool:
        """Whether it is an amount of money."""
        return self.kind != "hours"

    @property
    def highest(self) -> int:
        """Where the slider ends: a whole number of steps."""
        least = STEPS[self.kind][1]
        most = max(Decimal(least), min(self.value * TIMES, Decimal(80)))
        if self.in_euro:
            most = max(Decimal(least), self.value * TIMES)
        return int(most // self.step) * self.step

    @property
    def plain(self) -> str:
        """The value as a number field takes it, in every language."""
        text = f"{self.value.quantize(Decimal('0.01'), ROUND_HALF_UP):f}"
        return text.removesuffix(".00")


def trying_of(form: QuestionsForm) -> Trying | None:
    """What can be tried with the first plan that is about work; None where all of them stop."""
    for place in range(form.plan_count):
        prefix = f"plan{place}"
        per = str(form.data.get(f"{prefix}_per", ""))
        kind = form.kind_of_plan(place)
        if kind == "own":
            name, what = f"{prefix}_profit", "year"
        elif kind == "work" and per == "hour":
            name, what = f"{prefix}_hours", "hours"
        elif kind == "work" and per in STEPS:
            name, what = f"{prefix}_gross", per
        else:
            continue
        value = parse_amount(str(form.data.get(name, "")))
        if value is not None:
            return Trying(place, name, what, value)
    return None


def use(data: QueryDict, trying: Trying, *, beside: bool) -> None:
    """Put what was tried in the answers: in its plan, or as a plan beside the others."""
    place = trying.place
    if beside:
        added = add_plan(data, like=place)
        if added is None:
            return
        place = added
    prefix = f"plan{place}"
    name = trying.name.replace(f"plan{trying.place}", prefix, 1)
    data[name] = data.get(FIELD, "")
    if name == f"{prefix}_gross":
        # what is paid when there is little or much work belongs to the wage as it was
        data[f"{prefix}_varies"] = "no"
    copied = [key for key in data if key.startswith(f"{prefix}_")]
    data["shown"] = " ".join(dict.fromkeys([*data.get("shown", "").split(), *copied]))


@dataclass
class Tried:
    """The outcome of what was tried, in words."""

    outcome: Outcome
    #: the same with the loonheffingskorting at the other payer, where it can be there
    other: Outcome | None
    place: int
    trying: Trying
    language: str
    korting: str = ""

    @cached_property
    def _situation(self) -> int:
        return self.place + 1

    @property
    def about(self) -> str:
        """What was tried: "20 uur per week"."""
        value = self.trying.value
        if self.trying.in_euro:
            said = format_money(value, self.language, whole=value == value.to_integral_value())
        else:
            said = format_number(value, self.language)
        return f"{said} {self.trying.unit}"

    @property
    def net(self) -> str:
        """What is left each month; "" where it isn't known."""
        net = self.outcome.situations[self._situation].month.net
        return "" if isinstance(net, Unknown) else format_money(net, self.language)

    @property
    def difference(self) -> tuple[str, str]:
        """How much more or less than now, and the direction."""
        more = self.outcome.differences[self.place].net_per_month
        if isinstance(more, Unknown):
            return "", ""
        direction = "more" if more > 0 else "less" if more < 0 else "same"
        return format_money(abs(more), self.language), direction

    @property
    def korting_elsewhere(self) -> tuple[str, str]:
        """Where the loonheffingskorting would leave more each month, and how much then is left."""
        if self.other is None:
            return "", ""
        here = self.outcome.situations[self._situation].month.net
        there = self.other.situations[self._situation].month.net
        if isinstance(here, Unknown) or isinstance(there, Unknown) or there < here + WORTH_WARNING:
            return "", ""
        at = "benefit" if self.korting == "work" else "work"
        return at, format_money(there, self.language)

    @property
    def parts(self) -> PartsText | None:
        """Now and what was tried, as bars."""
        situations = self.outcome.situations
        return parts_text(
            [(_("Nu"), situations[0]), (self.about, situations[self._situation])], self.language
        )


def tried_of(household: Household, trying: Trying, language: str) -> Tried:
    """The outcome of what was tried; ``household`` has it in its plan already."""
    outcome = calculate(household, explain=False)
    plan = household.plans[trying.place]
    korting = plan.loonheffingskorting_at
    other = None
    if korting in ("work", "benefit") and plan.has_wage and household.benefits:
        moved = replace(plan, loonheffingskorting_at="benefit" if korting == "work" else "work")
        plans = [moved if one is plan else one for one in household.plans]
        other = calculate(replace(household, plans=tuple(plans)), explain=False)
    return Tried(outcome, other, trying.place, trying, language, korting or "")
