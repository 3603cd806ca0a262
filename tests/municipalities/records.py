"""The sample data for tests: single records of it, as a file and as the law's own scheme."""

import json
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any

from django.contrib.auth.models import User

from calculator.municipalities import exchange
from calculator.municipalities.models import Editor, MunicipalScheme, Version
from calculator.municipalities.published import as_rule
from calculator.rules.schemes import Scheme

SAMPLE = Path(exchange.__file__).parent / "data" / "schemes.json"
AMSTERDAM, UTRECHT, TILBURG, ARNHEM, ALPHEN = "0363", "0344", "0855", "0202", "0484"
ROTTERDAM, AMELAND = "0599", "0060"
PASSWORD = "drie-appels-in-de-la"


@cache
def _sample() -> list[dict[str, Any]]:
    return json.loads(SAMPLE.read_text("utf-8"))["schemes"]


def record(municipality: str = ALPHEN, code: str = "iit", /, **other: Any) -> dict[str, Any]:
    """A record of the sample data, with what is ``other`` about it."""
    rows = [row for row in _sample() if (row["municipality"], row["code"]) == (municipality, code)]
    return deepcopy(rows[0]) | other


def file_of(*rows: Any, **other: Any) -> str:
    """A file with these records."""
    document = {"format": "wat-houd-ik-over/schemes", "version": 1, "schemes": list(rows)}
    return json.dumps(document | other)


def publish(*rows: dict[str, Any]) -> None:
    """Put records straight onto the site."""
    exchange.save(exchange.read(file_of(*rows)), None, publish=True)


def add(municipality: str = ALPHEN, code: str = "iit", /, **other: Any) -> MunicipalScheme:
    """A record of the sample data, on the site."""
    row = record(municipality, code, **other)
    publish(row)
    return MunicipalScheme.objects.get(municipality=row["municipality"], code=row["code"])


def on_site(scheme: MunicipalScheme) -> Version:
    """What visitors see; there has to be something."""
    version = scheme.published
    assert version is not None
    return version


@cache
def rule(municipality: str, code: str = "iit") -> Scheme:
    """A record of the sample data as the law looks at it."""
    read = exchange.read(file_of(record(municipality, code)))[0]
    return as_rule(read.version, read.amounts)


def editor(name: str, municipality: str = UTRECHT, email: str = "") -> User:
    """An editor of a municipality."""
    user = User.objects.create_user(name, email, PASSWORD, is_staff=True)
    Editor.objects.create(user=user, municipality_id=municipality)
    return user
