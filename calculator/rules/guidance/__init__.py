"""Rights, duties and warnings of a household, from its outcome.

Duties and rights (:mod:`duties`, :mod:`rights`) say for whom each is, with its article and term;
warnings (:mod:`traps`) hold amounts of the regular month, the calendar and the curve. The words
stand with the results.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from calculator.rules.calendar import CalendarOutcome
from calculator.rules.curve import Curve
from calculator.rules.guidance.duty import CHECKED_ON, Door, FoundGuide, Guide, Kind, Topic
from calculator.rules.guidance.facts import Facts, facts_of
from calculator.rules.guidance.found import BY_CODE, GUIDES, guides_of
from calculator.rules.guidance.reminders import Reminder, reminders_of
from calculator.rules.guidance.traps import MOST_ON_TOP, Severity, Trap, traps_of
from calculator.rules.outcome import Outcome
from calculator.rules.situation import Household

__all__ = [
    "BY_CODE",
    "CHECKED_ON",
    "GUIDES",
    "MOST_ON_TOP",
    "Door",
    "Facts",
    "FoundGuide",
    "Guidance",
    "Guide",
    "Kind",
    "Reminder",
    "Severity",
    "Topic",
    "Trap",
    "guidance_of",
    "reminders_of",
]


@dataclass(frozen=True, slots=True)
class Guidance:
    """What a household may and must do, and what it should look out for."""

    situations: list[Facts]
    guides: list[FoundGuide]
    traps: list[Trap]


def guidance_of(
    household: Household,
    outcome: Outcome,
    calendars: Sequence[CalendarOutcome],
    curve: Curve | None,
    schemes: Mapping[str, Collection[str]],
) -> Guidance:
    """Everything for "now" and every plan; ``curve`` is that of the first plan.

    ``schemes``: by situation, the codes of what its municipality may give.
    """
    situations = facts_of(household, outcome, calendars, curve, schemes)
    return Guidance(situations, guides_of(situations), traps_of(situations))
