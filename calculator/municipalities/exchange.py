"""Schemes as a file: out for everybody to read, in as drafts that somebody else publishes.

One JSON document, ``{"format": "wat-houd-ik-over/schemes", "version": 1, "schemes": [...]}``.
Everything that is wrong is told at once, with the place in the file.
"""

import json
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from calculator.municipalities.models import (
    Municipality,
    MunicipalScheme,
    Version,
    VersionAmount,
)

FORMAT, FORMAT_VERSION = "wat-houd-ik-over/schemes", 1
LARGEST = 500
MOST_AMOUNTS = 40
#: control signs, signs that turn the direction of what follows, halves of pairs, and what can't be
NO_TEXT = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
OF_SCHEME = ("municipality", "code", "kind")
OF_VERSION = tuple(
    field.name
    for field in Version._meta.concrete_fields
    if field.editable and field.name not in {"id", "scheme", "number", "state", "note", "made_on"}
)
OF_AMOUNT = tuple(
    field.name
    for field in VersionAmount._meta.concrete_fields
    if field.name not in {"id", "version"}
)


@dataclass(frozen=True)
class FileProblem:
    """Something in the file that can't be; ``path`` is where (``schemes.3.valid_from``)."""

    path: str
    message: str


class NotImported(Exception):
    """Nothing was imported; ``problems`` says why."""

    def __init__(self, problems: list[FileProblem]) -> None:
        super().__init__("; ".join(f"{item.path}: {item.message}" for item in problems))
        self.problems = problems


def as_file(versions: Iterable[Version]) -> str:
    """The document that holds these versions."""
    return json.dumps(
        {
            "format": FORMAT,
            "version": FORMAT_VERSION,
            "schemes": [_as_row(version) for version in versions],
        },
        ensure_ascii=False,
        indent=1,
    )


def _plain(value: Any) -> Any:
    if isinstance(value, Decimal):
        return str(value)
    return value.isoformat() if isinstance(value, date) else value


def _as_row(version: Version) -> dict[str, Any]:
    scheme = version.scheme
    row: dict[str, Any] = {
        "municipality": scheme.municipality_id,
        "code": scheme.code,
        "kind": scheme.kind,
    }
    row |= {name: _plain(getattr(version, name)) for name in OF_VERSION}
    row["amounts"] = [
        {name: _plain(getattr(amount, name)) for name in OF_AMOUNT}
        for amount in version.amounts.all()
    ]
    return row


@dataclass
class Read:
    """One scheme of the file, checked but not saved."""

    scheme: MunicipalScheme
    version: Version
    amounts: list[VersionAmount]


def read(text: str, *, only: Municipality | None = None) -> list[Read]:
    """The schemes in a file; :class:`NotImported` with everything that is wrong.

    ``only``: the municipality that the editor may touch.
    """
    problems: list[FileProblem] = []
    found: list[Read] = []
    seen: set[tuple[str, str]] = set()
    for path, row in _rows(text):
        one = _read_row(path, row, only, problems)
        if one is None:
            continue
        key = (one.scheme.municipality_id, one.scheme.code)
        if key in seen:
            problems.append(FileProblem(f"{path}.code", _("Deze regeling staat er twee keer in.")))
        seen.add(key)
        found.append(one)
    if problems:
        raise NotImported(problems)
    return found


def _rows(text: str) -> Iterator[tuple[str, dict[str, Any]]]:
    try:
        document = json.loads(text, parse_float=Decimal)
    except (ValueError, RecursionError) as error:
        raise NotImported([FileProblem("", _("Dit bestand is geen JSON."))]) from error
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise NotImported([FileProblem("format", _("Dit is geen bestand met regelingen."))])
    if document.get("version") != FORMAT_VERSION:
        raise NotImported(
            [FileProblem("version", _("Deze versie van het bestand kennen wij niet."))]
        )
    rows = document.get("schemes")
    if not isinstance(rows, list) or len(rows) > LARGEST:
        raise NotImported(
            [FileProblem("schemes", _("Hier staat een lijst van hoogstens 500 regelingen."))]
        )
    for place, row in enumerate(rows):
        if not isinstance(row, dict):
            raise NotImported([FileProblem(f"schemes.{place}", _("Dit is geen regeling."))])
        yield f"schemes.{place}", row


def _read_row(
    path: str, row: dict[str, Any], only: Municipality | None, problems: list[FileProblem]
) -> Read | None:
    unknown = set(row) - {*OF_SCHEME, *OF_VERSION, "amounts"}
    problems += [
        FileProblem(f"{path}.{name}", _("Dit veld kennen wij niet.")) for name in sorted(unknown)
    ]
    code = row.get("municipality")
    if not isinstance(code, str) or not Municipality.objects.filter(pk=code).exists():
        problems.append(FileProblem(f"{path}.municipality", _("Deze gemeente bestaat niet.")))
        return None
    if only is not None and code != only.pk:
        problems.append(
            FileProblem(
                f"{path}.municipality", _("U kunt alleen regelingen van uw eigen gemeente inlezen.")
            )
        )
        return None
    scheme = MunicipalScheme(municipality_id=code)
    wrong = _fill(scheme, row, ("code", "kind"), path, problems)
    version = Version(scheme=scheme, number=1)
    wrong_in_version = _fill(version, row, OF_VERSION, path, problems)
    rows = row.get("amounts", [])
    if (
        not isinstance(rows, list)
        or not all(isinstance(one, dict) for one in rows)
        or len(rows) > MOST_AMOUNTS
    ):
        problems.append(
            FileProblem(f"{path}.amounts", _("Hier staat een lijst van hoogstens 40 bedragen."))
        )
        rows = []
    amounts = []
    for place, one in enumerate(rows):
        where = f"{path}.amounts.{place}"
        problems += [
            FileProblem(f"{where}.{name}", _("Dit veld kennen wij niet."))
            for name in sorted(set(one) - set(OF_AMOUNT))
        ]
        amount = VersionAmount(version=version)
        wrong_in_amount = _fill(amount, one, OF_AMOUNT, where, problems)
        _check(amount, {"version"} | wrong_in_amount, where, problems)
        amounts.append(amount)
    _check(scheme, wrong, path, problems)
    _check(version, {"scheme"} | wrong_in_version, path, problems)
    return Read(scheme, version, amounts)


def _fill(
    record: models.Model,
    row: dict[str, Any],
    names: Iterable[str],
    path: str,
    problems: list[FileProblem],
) -> set[str]:
    """Put what is in the file into a record; types are checked, nothing is guessed.

    Returns the names of what couldn't be read: they keep the value of an empty record.
    """
    wrong = set()
    for name in names:
        if name not in row:
            continue
        try:
            setattr(record, name, _value(record._meta.get_field(name), row[name]))
        except _WrongType as error:
            wrong.add(name)
            problems.append(FileProblem(f"{path}.{name}", str(error)))
    return wrong


class _WrongType(Exception):
    """A value that isn't what its field holds; the message says what is."""


def _value(field: models.Field, value: Any) -> Any:
    """A value of the file as its field holds it."""
    if value is None or (value == "" and field.null):
        if not field.null:
            raise _WrongType(_("Dit kan niet leeg zijn."))
        return None
    if isinstance(value, (dict, list)):
        raise _WrongType(_("Hier staat één waarde."))
    if isinstance(value, bool) and not isinstance(field, models.BooleanField):
        raise _WrongType(_("Dit kan hier geen ja of nee zijn."))
    if isinstance(field, models.BooleanField):
        return _of_type(value, bool, _("Hier staat true of false."))
    if isinstance(field, models.DateField):
        return _parsed(date.fromisoformat, value, _("Hier staat een dag, zoals 2026-01-31."))
    if isinstance(field, models.DecimalField):
        text = str(value) if type(value) in (int, Decimal) else value
        number: Decimal = _parsed(Decimal, text, _("Hier staat een getal, zoals 276.00."))
        if not number.is_finite():
            raise _WrongType(_("Hier staat een getal, zoals 276.00."))
        return number
    if isinstance(field, models.IntegerField):
        return _of_type(value, int, _("Hier staat een heel getal."))
    text = _of_type(value, str, _("Hier staat tekst."))
    if any(unicodedata.category(sign) in NO_TEXT for sign in text):
        raise _WrongType(_("Hier staat een teken dat geen tekst is."))
    return text.strip()


def _of_type(value: Any, kind: type, message: str) -> Any:
    if type(value) is not kind:
        raise _WrongType(message)
    return value


def _parsed(parse: Callable[[str], Any], value: Any, message: str) -> Any:
    try:
        return parse(_of_type(value, str, message))
    except (ValueError, ArithmeticError) as error:
        raise _WrongType(message) from error


def _check(record: models.Model, exclude: set[str], path: str, problems: list[FileProblem]) -> None:
    """What the fields and the record itself refuse, but for what couldn't be read at all."""
    try:
        record.full_clean(exclude=exclude, validate_unique=False, validate_constraints=False)
    except ValidationError as error:
        for name, messages in error.message_dict.items():
            where = path if name == "__all__" else f"{path}.{name}"
            problems += [FileProblem(where, message) for message in messages]


@transaction.atomic
def save(
    rows: Iterable[Read],
    user: AbstractBaseUser | None,
    *,
    publish: bool = False,
    checked_by: str = "",
) -> int:
    """Save what was read as drafts; an open draft of the same scheme is left alone and told.

    ``publish``: straight onto the site, for the first filling from the command line. From the
    back office ``checked_by`` is who has to look at it again: the check of the file isn't theirs.
    Returns how many drafts (or published versions) were made.
    """
    problems = []
    made = 0
    for place, row in enumerate(rows):
        scheme, created = MunicipalScheme.objects.get_or_create(
            municipality_id=row.scheme.municipality_id,
            code=row.scheme.code,
            defaults={"kind": row.scheme.kind},
        )
        if scheme.kind != row.scheme.kind:
            problems.append(
                FileProblem(
                    f"schemes.{place}.kind",
                    _("Deze regeling is er al, als een andere soort: %(kind)s.")
                    % {"kind": scheme.get_kind_display()},
                )
            )
            continue
        if not created:
            scheme = MunicipalScheme.objects.select_for_update().get(pk=scheme.pk)
        if scheme.draft is not None:
            problems.append(
                FileProblem(f"schemes.{place}", _("Van deze regeling is al een concept open."))
            )
            continue
        newest = scheme.newest
        version = row.version
        version.scheme = scheme
        version.number = 1 if newest is None else newest.number + 1
        version.made_by = user
        if checked_by:
            version.checked_on, version.checked_by = None, checked_by
        if publish:
            scheme.versions.filter(state=Version.State.PUBLISHED).update(
                state=Version.State.REPLACED, ended_on=timezone.now()
            )
            version.state = Version.State.PUBLISHED
            version.published_on = timezone.now()
        version.save()
        for amount in row.amounts:
            amount.version = version
        VersionAmount.objects.bulk_create(row.amounts)
        if user is not None:
            version.makers.add(user)
        made += 1
    if problems:
        raise NotImported(problems)
    return made
