"""What is left in a month, in the parts that people know: from work, from UWV, from toeslagen."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext_noop as _

from calculator.formats import format_money
from calculator.results.pictures import PartsPicture, PartValue, StackValue, parts_picture
from calculator.rules.figures import Unknown
from calculator.rules.money import ZERO
from calculator.rules.outcome import SituationOutcome
from calculator.texts import gettext

#: the parts in the order of the bar, each with the payers that it comes from
PAID_BY = {"work": ("employer", "self"), "benefit": ("uwv",), "partner": ("partner",)}
NAMES = {
    "work": _("Uit werk, na belasting"),
    "benefit": _("Van UWV, na belasting"),
    "partner": _("Van uw partner, na belasting"),
    "toeslagen": _("Toeslagen en kinderbijslag"),
    "costs": _("Gaat eraf: kosten en geld dat u opzijzet"),
}


@dataclass(frozen=True)
class Part:
    """A kind of money, and how much of it there is (euro per month); costs are negative."""

    kind: str
    amount: Decimal


def parts_of(situation: SituationOutcome) -> list[Part] | None:
    """The parts of a month; together they are its net. None where one of them isn't known."""
    month = situation.month
    if isinstance(month.net, Unknown):
        return None
    found = dict.fromkeys(NAMES, ZERO)
    for kind, payers in PAID_BY.items():
        for payer in month.payers:
            if payer.payer in payers and isinstance(payer.net, Decimal):
                found[kind] += payer.net
    for line in month.lines:
        if line.payer is None and isinstance(line.amount, Decimal):
            found["toeslagen" if line.amount > 0 else "costs"] += line.amount
    for kind in PAID_BY:
        # who keeps nothing of a payment has a cost, not a bar that runs backwards
        if found[kind] < 0:
            found["costs"] += found[kind]
            found[kind] = ZERO
    parts = [Part(kind, amount) for kind, amount in found.items() if amount != ZERO]
    # a partner without net, say, is a part that isn't known: then there is no picture
    return parts if sum((part.amount for part in parts), ZERO) == month.net else None


@dataclass
class PartsText:
    """The parts of every situation as a picture, with its words."""

    picture: PartsPicture
    #: the kinds of parts that are in it, with their names
    legend: list[tuple[str, str]]
    #: every situation in a sentence, for who can't see the picture
    sentences: list[str]


def parts_text(
    situations: Sequence[tuple[str, SituationOutcome]], language: str
) -> PartsText | None:
    """The bars of these situations below each other; None where too little is known."""

    def whole(amount: Decimal) -> str:
        return format_money(amount, language, whole=True)

    stacks, sentences, kinds = [], [], set()
    for name, situation in situations:
        parts = parts_of(situation)
        if parts is None:
            continue
        net = sum((part.amount for part in parts), ZERO)
        kinds |= {part.kind for part in parts}
        stacks.append(
            StackValue(
                name,
                format_money(net, language),
                [PartValue(part.kind, part.amount) for part in parts if part.amount > 0],
                -sum((part.amount for part in parts if part.amount < 0), ZERO),
            )
        )
        told = "; ".join(f"{gettext(NAMES[part.kind])} {whole(part.amount)}" for part in parts)
        sentences.append(f"{name}: {format_money(net, language)}. {told}.")
    if not stacks:
        return None
    legend = [(kind, gettext(text)) for kind, text in NAMES.items() if kind in kinds]
    return PartsText(parts_picture(stacks), legend, sentences)
