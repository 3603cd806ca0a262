"""The municipalities of the Netherlands: code, name, province, and what people call them.

Source: ``municipalities.source.md``. Matching is done on the code; a name is for people.
"""

import re
import unicodedata
from csv import DictReader
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

FOLDER = Path(__file__).parent
#: CBS adds the province where a name stands elsewhere too; only the two Bergens need it
SUFFIX = re.compile(r" \((L|NH|O|Z|ZH)\.\)$")
NEEDS_SUFFIX = frozenset({"0373", "0893"})
#: called Den Haag and Den Bosch by nearly everybody
WELL_KNOWN = frozenset({"0518", "0796"})
MOST_SUGGESTIONS = 3


class Named(NamedTuple):
    """One municipality: CBS code of four digits, the name that people read, its province."""

    code: str
    name: str
    province: str


@cache
def municipalities() -> dict[str, Named]:
    """Every municipality by its code, in the order of their names."""
    with (FOLDER / "municipalities.csv").open(encoding="utf-8", newline="") as file:
        rows = [
            Named(row["code"], shown_name(row["code"], row["name"]), row["province"])
            for row in DictReader(file)
        ]
    return {row.code: row for row in sorted(rows, key=lambda row: plain(row.name))}


def shown_name(code: str, name: str) -> str:
    """The name without what CBS adds to tell it from another place."""
    return name if code in NEEDS_SUFFIX else SUFFIX.sub("", name)


def plain(name: str) -> str:
    """A name without case, accents and signs: what two spellings have in common."""
    letters = unicodedata.normalize("NFKD", name.casefold())
    kept = "".join(sign if sign.isalnum() else " " for sign in letters if sign.isascii())
    return " ".join(kept.split())


@cache
def _by_name() -> dict[str, tuple[str, ...]]:
    """Plain names, with what people call them, to codes: one, but for Bergen."""
    names: dict[str, tuple[str, ...]] = {
        plain(row.name): (row.code,) for row in municipalities().values()
    }
    # as CBS writes it, and as people call it
    for file_name, column in (("municipalities.csv", "name"), ("usual_names.csv", "usual_name")):
        with (FOLDER / file_name).open(encoding="utf-8", newline="") as file:
            for row in DictReader(file):
                name, code = plain(row[column]), row["code"]
                codes = names.get(name, ())
                if code not in codes:
                    names[name] = (*codes, code)
    return names


@cache
def all_names() -> list[str]:
    """What somebody can choose from: every municipality, and usual names that differ much."""
    with (FOLDER / "usual_names.csv").open(encoding="utf-8", newline="") as file:
        usual = [row["usual_name"] for row in DictReader(file) if row["code"] in WELL_KNOWN]
    return sorted([*(row.name for row in municipalities().values()), *usual], key=plain)


def code_of(name: str) -> str | None:
    """The code of a municipality that somebody typed; None where that isn't one."""
    wanted = plain(name)
    for start in ("gemeente ", ""):
        found = _by_name().get(wanted.removeprefix(start), ())
        if len(found) == 1:
            return found[0]
    return None


def like(name: str) -> list[str]:
    """Names that look like what was typed, the best first."""
    wanted = plain(name)
    close = [wanted, *get_close_matches(wanted, _by_name(), n=MOST_SUGGESTIONS, cutoff=0.6)]
    codes = dict.fromkeys(code for one in close for code in _by_name().get(one, ()))
    return [municipalities()[code].name for code in codes]


def fill_table(**_signal: Any) -> None:
    """Make the table of municipalities like the list; what left the list stays, with its data."""
    from calculator.municipalities.models import Municipality

    known = {row.code: (row.name, row.province) for row in Municipality.objects.all()}
    changed = [
        Municipality(code=row.code, name=row.name, province=row.province)
        for row in municipalities().values()
        if known.get(row.code) != (row.name, row.province)
    ]
    if changed:
        Municipality.objects.bulk_create(
            changed,
            update_conflicts=True,
            unique_fields=["code"],
            update_fields=["name", "province"],
        )
