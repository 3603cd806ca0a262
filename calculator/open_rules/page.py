"""The rules in the open: every amount on a date, what changes when, and what isn't counted.

For who checks our work: a municipality, a helper, a journalist, next year's editor. So an amount
keeps the name that it has in the law and in our code, and shows all that is known of it.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Any, NamedTuple

from django.utils.translation import gettext_noop as _

from calculator.formats import format_date, format_exact, format_money, format_share
from calculator.results import wording
from calculator.rules.amounts import FIRST_DATE, WEAK, Amount, Law, every, laws
from calculator.rules.money import CENT
from calculator.texts import gettext_in

#: the state's collection of laws
LAWS = "https://wetten.overheid.nl/"
ADDRESS = re.compile(r"https?://[^\s,;]+")

UNITS = {
    "EUR": _("euro"),
    "EUR/hour": _("euro per uur"),
    "EUR/day": _("euro per dag"),
    "EUR/month": _("euro per maand"),
    "EUR/quarter": _("euro per kwartaal"),
    "EUR/year": _("euro per jaar"),
    "fraction": _("procent"),
    "count": _("aantal"),
    "days": _("dagen"),
    "weeks": _("weken"),
    "months": _("maanden"),
    "years": _("jaar"),
    "hours/month": _("uren per maand"),
    "table": _("tabel"),
}
CONFIDENCES = {
    "official": _("Uit de wet of van de overheid zelf"),
    "two-sources": _("Uit twee bronnen die hetzelfde zeggen"),
    "derived": _("Uitgerekend uit een bedrag van de overheid"),
    "single": _("Uit één bron die niet van de overheid is"),
    "unconfirmed": _("Nog niet bevestigd"),
    "provisional": _("Voorlopig: het kan nog veranderen"),
}


class Source(NamedTuple):
    """Where an amount comes from: in words, and its page where it has one."""

    text: str
    address: str


@dataclass
class ValueText:
    """A value: a text, or a table with its headings."""

    text: str = ""
    headings: list[str] = field(default_factory=list)
    rows: list[list[str]] = field(default_factory=list)


@dataclass
class AmountText:
    """One amount as it holds on the date."""

    key: str
    name: str
    #: what it is, in English, as our code has it
    description: str
    value: ValueText
    unit: str
    article: str
    since: str
    until: str
    confidence: str
    weak: bool
    sources: list[Source]
    note: str
    #: from when on it is known to be something else, and what
    next_since: str
    next_value: ValueText | None


@dataclass
class LawText:
    """A law with its amounts, and those of which nothing is known on the date."""

    code: str
    name: str
    address: str
    amounts: list[AmountText]
    not_known: list[str]


class ChangedAmount(NamedTuple):
    """An amount that changes: of which law, what it was and what it becomes."""

    law: str
    name: str
    was: str
    becomes: str


@dataclass
class ChangeText:
    """What changes on one day."""

    day: str
    amounts: list[ChangedAmount]


class OpenRulesPage:
    """Everything that the page shows, on one date and in one language."""

    def __init__(self, day: date, language: str) -> None:
        self.day = day
        self.language = language
        self.gettext = gettext_in(language)

    @property
    def date(self) -> str:
        """The date whose rules are shown."""
        return format_date(self.day, self.language)

    @property
    def typed(self) -> str:
        """The date as somebody types it."""
        return self.day.strftime("%d-%m-%Y")

    @cached_property
    def laws(self) -> list[LawText]:
        """Every law with its amounts on the date."""
        versions: dict[str, dict[str, list[Amount]]] = {}
        for amount in every():
            versions.setdefault(amount.law, {}).setdefault(amount.name, []).append(amount)
        return [self._law(law, versions[law.code]) for law in laws()]

    def _law(self, law: Law, versions: Mapping[str, list[Amount]]) -> LawText:
        shown: list[AmountText] = []
        not_known: list[str] = []
        for name, amounts in versions.items():
            now = next((one for one in amounts if one.holds_on(self.day)), None)
            if now is None:
                not_known.append(_plain(name))
            else:
                later = (one for one in amounts if one.valid_from > now.valid_from)
                after = next((one for one in later if one.value != now.value), None)
                shown.append(self._amount(now, after))
        name = law.name if law.short in law.name or not law.bwb else f"{law.name} ({law.short})"
        return LawText(law.code, name, f"{LAWS}{law.bwb}" if law.bwb else "", shown, not_known)

    def _amount(self, amount: Amount, after: Amount | None) -> AmountText:
        return AmountText(
            key=amount.key,
            name=_plain(amount.name),
            description=amount.description,
            value=self.value(amount.value, amount.unit),
            unit=self.gettext(UNITS[amount.unit]),
            article=amount.article,
            since=format_date(amount.valid_from, self.language),
            until=format_date(amount.valid_until, self.language) if amount.valid_until else "",
            confidence=self.gettext(CONFIDENCES[amount.confidence]),
            weak=amount.confidence in WEAK,
            sources=[source_of(text) for text in amount.source],
            note=amount.note,
            next_since=format_date(after.valid_from, self.language) if after else "",
            next_value=self.value(after.value, after.unit) if after else None,
        )

    def value(self, value: Any, unit: str) -> ValueText:
        """A value of the law in words, or as a table."""
        if isinstance(value, Decimal):
            return ValueText(self._scalar(value, unit))
        if isinstance(value, tuple):
            headings = list(dict.fromkeys(name for row in value for name in row))
            rows = [[self._cell(row.get(name)) for name in headings] for row in value]
            return ValueText(headings=[_plain(name) for name in headings], rows=rows)
        if set(value) == {"date"}:
            return ValueText(self._cell(value))
        return ValueText(
            rows=[[_plain(name), self._cell(one, unit)] for name, one in value.items()]
        )

    def _cell(self, value: Any, unit: str = "table") -> str:
        if value is None:
            return ""
        if isinstance(value, Mapping):
            value = value["date"]
        if isinstance(value, date):
            return format_date(value, self.language)
        return self._scalar(value, unit)

    def _scalar(self, value: Decimal, unit: str) -> str:
        if unit.startswith("EUR"):
            finer = value != value.quantize(CENT)
            return (
                format_exact(value, self.language) if finer else format_money(value, self.language)
            )
        if unit == "fraction":
            return format_share(value, self.language)
        return format_exact(value, self.language)

    # --- What changes, and what isn't counted -----------------------------------------------

    def changes(self) -> list[ChangeText]:
        """What changes from the first date on, the last day first."""
        by_day: dict[date, list[ChangedAmount]] = {}
        before: Amount | None = None
        names = {law.code: law.short for law in laws()}
        for amount in every():
            if before is None or before.key != amount.key:
                before = amount
                continue
            was, becomes = before.value, amount.value
            if was != becomes and isinstance(was, Decimal) and isinstance(becomes, Decimal):
                by_day.setdefault(amount.valid_from, []).append(
                    ChangedAmount(
                        names[amount.law],
                        _plain(amount.name),
                        self._scalar(was, amount.unit),
                        self._scalar(becomes, amount.unit),
                    )
                )
            before = amount
        return [
            ChangeText(format_date(day, self.language), by_day[day])
            for day in sorted(by_day, reverse=True)
            if day >= FIRST_DATE
        ]

    def not_counted(self) -> Iterator[str]:
        """What this calculator never counts, or not for everybody."""
        return (self.gettext(text) for text in wording.NOT_COUNTED.values())


def _plain(name: str) -> str:
    """A name of our code as words."""
    return name.replace("_", " ")


def source_of(text: str) -> Source:
    """A source with its address apart."""
    found = ADDRESS.search(text)
    if found is None:
        return Source(text, "")
    address = found.group().rstrip(".)")
    return Source(text.replace(address, "").strip(" ,"), address)
