"""The law: what a household on a benefit has left beside earnings.

The front door is :func:`calculate` for the regular month and its year, :func:`calendars` for
month after month, :func:`curve_of` for every wage, and :func:`guidance_of` for the rights, duties
and warnings that all of these bring. Nothing in this package knows that there is a web: it reads
no clock and no files but its own amounts, and imports neither Django nor any other room of the
house.
"""

from calculator.rules.calendar import CalendarOutcome, calendars
from calculator.rules.curve import Curve, curve_of
from calculator.rules.guidance import Guidance, guidance_of
from calculator.rules.outcome import Difference, Outcome, SituationOutcome, calculate
from calculator.rules.situation import Household, InvalidSituation, Plan

__all__ = [
    "CalendarOutcome",
    "Curve",
    "Difference",
    "Guidance",
    "Household",
    "InvalidSituation",
    "Outcome",
    "Plan",
    "SituationOutcome",
    "calculate",
    "calendars",
    "curve_of",
    "guidance_of",
]
