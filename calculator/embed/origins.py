"""Whose pages may hold ours in a frame: origins as browsers know them (RFC 6454).

An origin is a scheme and a host, and a port where it isn't the usual one. The first label of a
host may be a star: ``https://*.gemeente.nl`` is every host below ``gemeente.nl``, and not that
host itself, as the content security policy has it.
"""

import re
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

_LABEL = r"(?!-)[a-z0-9-]{1,63}(?<!-)"
_HOST = re.compile(rf"{_LABEL}(?:\.{_LABEL})*\Z")
#: below a star stand at least a name and what it ends on: never all of .nl
MOST_GENERAL = 2
#: on the computer of who tries it out there is no certificate
OWN_COMPUTER = "localhost"
MOST_ORIGINS = 20


def origin_of(written: str) -> str:
    """An origin as browsers write it; :class:`ValidationError` where it can't be one."""
    text = written.strip().lower()
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError as error:
        raise ValidationError(_not_an_origin(written)) from error
    host = parts.hostname or ""
    starred = host.startswith("*.")
    name = host.removeprefix("*.")
    rest = parts.path.rstrip("/") or parts.query or parts.fragment or parts.username
    if parts.scheme not in ("http", "https") or rest or not _HOST.match(name):
        raise ValidationError(_not_an_origin(written))
    if parts.scheme == "http" and name.rpartition(".")[2] != OWN_COMPUTER:
        raise ValidationError(
            _("%(written)s begint met http. Dat kan alleen met https."),
            params={"written": written},
        )
    if starred and name.count(".") + 1 < MOST_GENERAL:
        raise ValidationError(
            _("%(written)s is te ruim: daar vallen ook sites van anderen onder."),
            params={"written": written},
        )
    usual = {"http": 80, "https": 443}[parts.scheme]
    return f"{parts.scheme}://{host}" + (f":{port}" if port not in (None, usual) else "")


def origins_of(written: str) -> list[str]:
    """The origins in a text, a line each; :class:`ValidationError` says which are none."""
    problems: list[ValidationError] = []
    found: dict[str, None] = {}
    for line in written.split():
        try:
            found[origin_of(line)] = None
        except ValidationError as problem:
            problems.append(problem)
    if len(found) > MOST_ORIGINS:
        problems.append(
            ValidationError(
                _("Dit zijn te veel adressen. Vul er hoogstens %(most)s in."),
                params={"most": MOST_ORIGINS},
            )
        )
    if problems:
        raise ValidationError(problems)
    return list(found)


def _not_an_origin(written: str) -> ValidationError:
    return ValidationError(
        _("%(written)s is geen adres van een site. Een goed adres is https://www.gemeente.nl."),
        params={"written": written},
    )
