"""Every amount of the law, by date, from the files in ``amounts/``.

An amount has a date from which (and mostly until which) it holds, a unit, a source and
a confidence. Looking one up for a date that its file does not cover raises
:class:`DateNotCovered`; the last known amount is never taken instead.
"""

import tomllib
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

FOLDER = Path(__file__).parent / "amounts"

#: First and last date whose rules this calculator holds (tax year and half-year amounts).
FIRST_DATE = date(2025, 7, 1)
LAST_DATE = date(2027, 12, 31)
#: The amounts of the half-year before are there too, for the year that the first dates are in.
FIRST_AMOUNTS = date(2025, 1, 1)

#: so many rows that were worked out of the tables of a law are kept
ROWS_KEPT = 8192
CONFIDENCES = (
    "official",
    "two-sources",
    "derived",
    "single",
    "unconfirmed",
    "provisional",
)
#: An outcome that rests on one of these says so.
WEAK = frozenset({"single", "unconfirmed", "provisional"})


class DateNotCovered(LookupError):
    """No amount is known for that date."""

    def __init__(self, law: str, name: str, day: date) -> None:
        super().__init__(f"{law}.{name} is not known on {day.isoformat()}")
        self.law = law
        self.name = name
        self.day = day


class Amount(NamedTuple):
    """One amount of the law as it holds on a date."""

    law: str
    name: str
    value: Any  # Decimal, or a table of them
    unit: str
    article: str
    description: str
    valid_from: date
    valid_until: date | None
    source: tuple[str, ...]
    confidence: str
    note: str

    @property
    def key(self) -> str:
        """The amount's name in the whole calculator, such as ``ww.inkomensgrens``."""
        return f"{self.law}.{self.name}"

    def holds_on(self, day: date) -> bool:
        """Whether it is the amount of a day."""
        return self.valid_from <= day and (self.valid_until is None or day <= self.valid_until)


class Law(NamedTuple):
    """A law, or another rule, that amounts stand in."""

    #: the name of its file here
    code: str
    name: str
    short: str
    #: its number in the state's collection of laws; "" where it is no law
    bwb: str


@lru_cache(maxsize=1)
def laws() -> tuple[Law, ...]:
    """Every law that amounts come from, by their codes."""
    found = []
    for path in sorted(FOLDER.glob("*.toml")):
        law = tomllib.loads(path.read_text(encoding="utf-8"))["law"]
        found.append(Law(path.stem, law["name"], law["short"], law["bwb"].strip("-")))
    return tuple(found)


class LawAmounts:
    """The amounts of one law on one date, as attributes: ``law.maximumdagloon.value``."""

    def __init__(self, law: str, day: date, known: dict[str, Amount]) -> None:
        self.__dict__.update(known)
        self._law = law
        self._day = day

    def __getattr__(self, name: str) -> Amount:
        # only reached when the amount is not there on this date
        raise DateNotCovered(self._law, name, self._day)


class Amounts:
    """All laws on one date, as attributes: ``amounts.ww.inkomensgrens.value``."""

    def __init__(self, day: date, laws: dict[str, LawAmounts]) -> None:
        self.__dict__.update(laws)
        self.day = day

    def __getattr__(self, name: str) -> LawAmounts:
        raise DateNotCovered(name, "*", self.day)


def _as_numbers(value: Any) -> Any:
    """Turn the strings of a TOML value into Decimals, tables included."""
    if isinstance(value, str):
        return Decimal(value)
    if isinstance(value, list):
        return tuple(_as_numbers(item) for item in value)
    if isinstance(value, dict):
        return {
            key: date.fromisoformat(item) if key == "date" else _as_numbers(item)
            for key, item in value.items()
        }
    raise TypeError(f"amounts are written as strings, not {value!r}")


def _read_file(path: Path) -> dict[str, list[Amount]]:
    content = tomllib.loads(path.read_text(encoding="utf-8"))
    law = path.stem
    read: dict[str, list[Amount]] = {}
    for name, entry in content["amounts"].items():
        versions = []
        for item in entry["values"]:
            if item["confidence"] not in CONFIDENCES:
                raise ValueError(f"{law}.{name}: unknown confidence {item['confidence']!r}")
            if not item["source"]:
                raise ValueError(f"{law}.{name}: an amount needs a source")
            versions.append(
                Amount(
                    law=law,
                    name=name,
                    value=_as_numbers(item["value"]),
                    unit=entry["unit"],
                    article=entry["article"],
                    description=entry["description"],
                    valid_from=item["from"],
                    valid_until=item.get("until"),
                    source=tuple(item["source"]),
                    confidence=item["confidence"],
                    note=item.get("note", ""),
                )
            )
        versions.sort(key=lambda version: version.valid_from)
        for earlier, later in pairwise(versions):
            if earlier.valid_until is None or earlier.valid_until >= later.valid_from:
                raise ValueError(f"{law}.{name}: two values on {later.valid_from}")
        read[name] = versions
    return read


@lru_cache(maxsize=8)
def _library(folder: Path) -> dict[str, dict[str, list[Amount]]]:
    return {path.stem: _read_file(path) for path in sorted(folder.glob("*.toml"))}


@lru_cache(maxsize=256)
def on(day: date, folder: Path = FOLDER) -> Amounts:
    """All amounts that hold on ``day``.

    An amount that isn't covered on that day is absent: reading it raises
    :class:`DateNotCovered`. ``folder`` lets a test bring the amounts of a past year.
    """
    laws = {}
    for law, names in _library(folder).items():
        known = {}
        for name, versions in names.items():
            for version in versions:
                if version.holds_on(day):
                    known[name] = version
        laws[law] = LawAmounts(law, day, known)
    return Amounts(day, laws)


def every() -> Iterator[Amount]:
    """Every version of every amount, law by law, oldest first."""
    for names in _library(FOLDER).values():
        for versions in names.values():
            yield from versions
