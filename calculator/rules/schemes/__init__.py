"""Minimum schemes held against an outcome: those of the state and those of a municipality.

A scheme is data (:class:`Scheme`), its rule is general (:func:`judge`). What the state has stands
in :mod:`calculator.rules.schemes.state`. Nothing here promises anything: whoever decides is named
with the scheme, and a verdict says no more than what the answers allow.
"""

from calculator.rules.schemes.judging import judge
from calculator.rules.schemes.means import Means, means_of
from calculator.rules.schemes.scheme import Age, IncomeTest, Judged, Scheme, SchemeAmount, Verdict
from calculator.rules.schemes.state import BY_CODE, Case, StateScheme, state_schemes

__all__ = [
    "BY_CODE",
    "Age",
    "Case",
    "IncomeTest",
    "Judged",
    "Means",
    "Scheme",
    "SchemeAmount",
    "StateScheme",
    "Verdict",
    "judge",
    "means_of",
    "state_schemes",
]
