"""The law: what a household on a benefit has left beside earnings.

The front door is :func:`calculate`. Nothing in this package knows that there is a web: it
reads no clock and no files but its own amounts, and imports neither Django nor any other room
of the house.
"""

from calculator.rules.outcome import Difference, Outcome, SituationOutcome, calculate
from calculator.rules.situation import Household, InvalidSituation, Plan

__all__ = [
    "Difference",
    "Household",
    "InvalidSituation",
    "Outcome",
    "Plan",
    "SituationOutcome",
    "calculate",
]
