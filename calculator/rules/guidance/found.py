"""Every right and duty of a household, in all its situations."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from calculator.rules.amounts import Amount, Amounts
from calculator.rules.guidance.duties import DUTIES
from calculator.rules.guidance.duty import FoundGuide, Guide
from calculator.rules.guidance.facts import Facts
from calculator.rules.guidance.rights import RIGHTS

GUIDES: tuple[Guide, ...] = (*DUTIES, *RIGHTS)
BY_CODE = {guide.code: guide for guide in GUIDES}
DAYS_PER_WEEK = 7
#: the chapters of the Wajong that hold for one regime; 1a names articles of chapter 3 (1a:12)
REGIME_OF = {"Wajong2010": {"2"}, "oWajong": {"3"}, "Wajong2015": {"1a", "3"}}
REGIMES = frozenset({"1a", "2", "3"})


def guides_of(situations: Sequence[Facts]) -> list[FoundGuide]:
    """The duties and then the rights, each with the situations that it is for."""
    return list(_found(situations))


def _found(situations: Sequence[Facts]) -> Iterator[FoundGuide]:
    for guide in GUIDES:
        reasons = {facts.plan.id: guide.applies(facts) for facts in situations}
        ids = tuple(name for name, because in reasons.items() if because is not None)
        if not ids:
            continue
        because = dict.fromkeys(path for name in ids for path in reasons[name] or ())
        amounts = situations[0].amounts
        yield FoundGuide(
            guide=guide,
            law=law_for(situations[0], guide.law),
            situations=ids,
            because=tuple(because),
            deadline_days=_days(guide, amounts),
            params={name: figure(amounts, key) for name, key in guide.figures.items()},
        )


def law_for(facts: Facts, law: str) -> str:
    """The articles of a list, without those of benefits that somebody doesn't have."""
    has = {"WW": facts.ww, "WIA": facts.wia, "Wajong": facts.wajong}
    articles = [part.strip() for part in law.split(";")]
    own = [it for it in articles if has.get(it.partition(" ")[0], True) is not None]
    return "; ".join(found for it in own if (found := _of_regime(facts, it)))


def _of_regime(facts: Facts, law: str) -> str:
    """Of articles of the Wajong only those of the own regime; "" where none is left."""
    name, _, numbers = law.partition(" art. ")
    wajong = facts.wajong
    if name != "Wajong" or wajong is None or wajong.regime is None:
        return law
    kept = [
        number
        for number in numbers.split(", ")
        if number.partition(":")[0] not in REGIMES
        or number.partition(":")[0] in REGIME_OF[wajong.regime]
    ]
    return f"{name} art. {', '.join(kept)}" if kept else ""


def _days(guide: Guide, amounts: Amounts) -> int | None:
    """The days of a term (``deadline``), whatever it is written in."""
    if not guide.deadline:
        return None
    amount = _amount(amounts, guide.deadline)
    return int(amount.value) * (DAYS_PER_WEEK if amount.unit == "weeks" else 1)


def figure(amounts: Amounts, key: str) -> Decimal:
    """The value of an amount by its name in the whole calculator."""
    value: Decimal = _amount(amounts, key).value
    return value


def _amount(amounts: Amounts, key: str) -> Amount:
    """An amount by its law and name, as in ``ww.startperiode_maanden``."""
    law, _, name = key.partition(".")
    found: Amount = getattr(getattr(amounts, law), name)
    return found
