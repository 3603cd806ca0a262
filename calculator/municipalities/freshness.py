"""Which schemes run out or were not looked at for too long: told before visitors see it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from calculator.municipalities.models import Municipality, Version
from calculator.rules.periods import months_later
from calculator.rules.schemes.judging import MONTHS_CHECK_LASTS

#: editors are told when a check is this old; three months before visitors see a mark
MONTHS_BEFORE_WARNING = 9
#: and this long before a scheme runs out
WEEKS_BEFORE_END = 8


@dataclass(frozen=True)
class Due:
    """A published scheme that needs eyes: why, and since or from when visitors see a mark."""

    version: Version
    #: ``expired``, ``expires``, ``unchecked`` (visitors see it) or ``check`` (soon)
    reason: str
    day: date | None

    @property
    def is_public(self) -> bool:
        """Whether visitors already see the mark."""
        return self.reason in {"expired", "unchecked"}


def due(today: date, municipality: Municipality | None = None) -> Iterator[Due]:
    """What needs somebody's eyes on ``today``, the longest overdue first."""
    versions = Version.objects.filter(state=Version.State.PUBLISHED).select_related(
        "scheme__municipality"
    )
    if municipality is not None:
        versions = versions.filter(scheme__municipality=municipality)
    found = [one for version in versions if (one := _due(version, today)) is not None]
    yield from sorted(found, key=lambda one: (not one.is_public, one.day or date.min))


def _due(version: Version, today: date) -> Due | None:
    until, checked = version.valid_until, version.checked_on
    if until is not None and until < today:
        return Due(version, "expired", until)
    if checked is None:
        return Due(version, "unchecked", None)
    stale_from = months_later(checked, MONTHS_CHECK_LASTS)
    if stale_from <= today:
        return Due(version, "unchecked", stale_from)
    if until is not None and (until - today).days <= WEEKS_BEFORE_END * 7:
        return Due(version, "expires", until)
    if months_later(checked, MONTHS_BEFORE_WARNING) <= today:
        return Due(version, "check", stale_from)
    return None
