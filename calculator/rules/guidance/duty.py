"""What a right or a duty is, and what was found of it for a household: plain records."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal

from calculator.rules.guidance.facts import Facts

Kind = Literal["duty", "right"]
#: what a right or a duty is about: the headings under which it is read
Topic = Literal[
    "changes",
    "work",
    "life",
    "business",
    "toeslagen",
    "tax",
    "municipality",
    "forgotten",
    "applying",
    "trying",
    "support",
    "ending",
    "decisions",
    "debts",
]
Door = Literal["uwv", "toeslagen", "belastingdienst", "municipality", "employer", "legal_help"]
#: ``official``: the law, or a page of who decides; ``weak``: neither was found
Confidence = Literal["official", "weak"]
#: the texts behind these were read on this day
CHECKED_ON = date(2026, 11, 22)
#: why it applies: where the answers stand in the question; None: it doesn't
Applies = Callable[[Facts], tuple[str, ...] | None]


@dataclass(frozen=True, slots=True)
class Guide:
    """One right or duty: for whom it is, by which law, and to whom to go.

    ``deadline`` names the amount that holds its days or weeks; ``figures`` those of the
    other figures that its words need (``name in the words: law.amount``).
    """

    code: str
    kind: Kind
    topic: Topic
    door: Door
    law: str
    applies: Applies
    deadline: str = ""
    figures: Mapping[str, str] = field(default_factory=dict)
    #: where it is explained, if not in the law alone
    source: str = ""
    confidence: Confidence = "official"


@dataclass(frozen=True, slots=True)
class FoundGuide:
    """A right or duty that a household has, in which situations, and why."""

    guide: Guide
    #: the articles of the guide that are about this household's benefits
    law: str
    situations: tuple[str, ...]
    because: tuple[str, ...]
    #: days within which to act, counted as its words say; None: there is no number
    deadline_days: int | None
    #: the figures in its words, by their names there
    params: Mapping[str, Decimal]

    @property
    def code(self) -> str:
        """Its code."""
        return self.guide.code
