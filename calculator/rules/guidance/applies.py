"""For whom a right or a duty is: the conditions that duties and rights share.

Every function gives the answers that brought it up, or None where it isn't for this household.
"""

from calculator.rules.guidance.facts import Facts
from calculator.rules.situation import Benefit

Because = tuple[str, ...] | None


def with_benefit(benefit: Benefit | None) -> Because:
    """For who has this benefit."""
    return None if benefit is None else (benefit.path,)


def beside(benefit: Benefit | None, work: tuple[str, ...]) -> Because:
    """For who has this benefit and works; ``work``: where that work stands in the question."""
    return None if benefit is None or not work else (benefit.path, *work)


def everybody(facts: Facts) -> Because:
    """For everybody with a benefit of UWV."""
    return facts.benefit_paths


def with_ww(facts: Facts) -> Because:
    """For who has a WW."""
    return with_benefit(facts.ww)


def with_wia(facts: Facts) -> Because:
    """For who has a WGA or IVA."""
    return with_benefit(facts.wia)


def with_wajong(facts: Facts) -> Because:
    """For who has a Wajong."""
    return with_benefit(facts.wajong)


def for_illness(facts: Facts) -> Because:
    """For who has a benefit for illness or a handicap."""
    return with_benefit(facts.for_illness)


def with_toeslagenwet(facts: Facts) -> Because:
    """For who may have a supplement of the Toeslagenwet."""
    return facts.benefit_paths if facts.has("toeslagenwet") else None
