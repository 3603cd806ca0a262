"""How a scheme changes: a draft, somebody else's eyes, the site, the history.

Every function here works inside a transaction and refuses with :class:`Refused`, whose message
says what to do.
"""

from datetime import date
from decimal import Decimal
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.forms.models import model_to_dict
from django.utils import timezone
from django.utils.translation import gettext as _

from calculator.backoffice.rights import municipality_of
from calculator.formats import format_date, format_money, format_number
from calculator.municipalities.models import MunicipalScheme, Version, VersionAmount

#: what a version holds; the rest is about its place in the history
NOT_CONTENT = frozenset(
    {
        "id",
        "scheme",
        "number",
        "state",
        "revision",
        "note",
        "made_by",
        "makers",
        "published_by",
        "ended_by",
    }
)


class Refused(Exception):
    """A change that can't be made; the message is for the editor."""


def content_of(version: Version) -> dict[str, Any]:
    """The fields that make up what a version says, without its amounts."""
    fields = [field.name for field in Version._meta.concrete_fields if field.editable]
    return model_to_dict(version, fields=[name for name in fields if name not in NOT_CONTENT])


def _copy_amounts(old: Version, new: Version) -> None:
    copies = []
    for amount in old.amounts.all():
        amount.pk = None
        amount.version = new
        copies.append(amount)
    VersionAmount.objects.bulk_create(copies)


@transaction.atomic
def start_draft(
    scheme: MunicipalScheme, user: AbstractBaseUser, base: Version | None = None
) -> Version:
    """The draft of a scheme; the open one, or a copy of what is on the site now.

    ``base``: an earlier version to go back to.
    """
    # one at a time: the second waits here and then finds the draft of the first
    scheme = MunicipalScheme.objects.select_for_update().get(pk=scheme.pk)
    draft = scheme.draft
    if draft is not None:
        return draft
    base = base or scheme.published or scheme.newest
    if base is None:
        raise Refused(_("Van deze regeling is nog geen versie."))
    newest = scheme.newest
    assert newest is not None  # noqa: S101 -- there is a base
    # who changes something looks at it again: the day of the check isn't carried over
    content = {
        **content_of(base),
        "checked_on": None,
        "checked_by": organisation_of(user),
    }
    draft = Version.objects.create(scheme=scheme, number=newest.number + 1, made_by=user, **content)
    _copy_amounts(base, draft)
    return draft


def organisation_of(user: AbstractBaseUser) -> str:
    """What visitors read about who checked a scheme: the municipality, or the editorial office."""
    own = municipality_of(user)
    return _("onze redactie") if own is None else _("gemeente %(name)s") % {"name": own.name}


@transaction.atomic
def still_right(scheme: MunicipalScheme, user: AbstractBaseUser, today: date) -> Version:
    """A draft that says that nothing changed, for a colleague to confirm."""
    published = scheme.published
    if published is None:
        raise Refused(_("Deze regeling staat niet op de site."))
    if published.valid_until is not None and published.valid_until < today:
        raise Refused(_("Deze regeling is afgelopen. Kies: Iets wijzigen. Vul een nieuwe dag in."))
    if scheme.draft is not None:
        raise Refused(_("Er is al een concept open. Maak dat eerst af."))
    draft = start_draft(scheme, user)
    draft.checked_on = today
    draft.note = _("Nagekeken, niets veranderd.")
    draft.save()
    draft.makers.add(user)
    return draft


def claim(version: Version, revision: int, user: AbstractBaseUser) -> bool:
    """Whether the draft is still the one that the editor looked at; then it is theirs to save.

    One statement, so that of two who save at the same moment the second is told.
    """
    found = Version.objects.filter(
        pk=version.pk, revision=revision, state=Version.State.DRAFT
    ).update(revision=revision + 1, made_by=user, made_on=timezone.now())
    if found:
        version.makers.add(user)
    return bool(found)


def reason_not_to_publish(version: Version, user: AbstractBaseUser) -> str:
    """Why this user can't publish this draft; '' where it can be done."""
    if version.state != Version.State.DRAFT:
        return _("Dit is geen concept meer.")
    if version.made_by_id == user.pk or version.makers.filter(pk=user.pk).exists():
        return _(
            "U werkte zelf aan dit concept. Een collega moet het nakijken en op de site zetten."
        )
    if version.checked_on is None:
        return _("Vul eerst in wanneer en door wie dit is nagekeken.")
    return ""


@transaction.atomic
def publish(version: Version, revision: int, user: AbstractBaseUser) -> Version:
    """Put a draft on the site; the version that was there becomes history.

    ``revision``: the draft as the publisher saw it.
    """
    scheme = MunicipalScheme.objects.select_for_update().get(pk=version.scheme_id)
    version = Version.objects.select_for_update().get(pk=version.pk)
    refusal = reason_not_to_publish(version, user)
    if refusal:
        raise Refused(refusal)
    if version.revision != revision:
        raise Refused(
            _("Dit concept is net veranderd door %(name)s. Kijk het opnieuw na.")
            % {"name": version.made_by or "?"}
        )
    now = timezone.now()
    scheme.versions.filter(state=Version.State.PUBLISHED).update(
        state=Version.State.REPLACED, ended_on=now, ended_by=user
    )
    version.state = Version.State.PUBLISHED
    version.published_by = user
    version.published_on = now
    version.save()
    return version


@transaction.atomic
def withdraw(scheme: MunicipalScheme, user: AbstractBaseUser) -> None:
    """Take a scheme off the site; its history stays, with who did it.

    One pair of eyes is enough: leaving something wrong on the site is worse.
    """
    found = scheme.versions.filter(state=Version.State.PUBLISHED).update(
        state=Version.State.WITHDRAWN, ended_on=timezone.now(), ended_by=user
    )
    if not found:
        raise Refused(_("Deze regeling staat niet op de site."))


@transaction.atomic
def drop_draft(version: Version, revision: int, user: AbstractBaseUser) -> None:
    """Throw a draft away; it stays in the history, with who did it.

    A scheme that never was more than this draft goes with it. ``revision``: the draft as seen.
    """
    scheme = MunicipalScheme.objects.select_for_update().get(pk=version.scheme_id)
    version = Version.objects.select_for_update().get(pk=version.pk)
    if version.state != Version.State.DRAFT:
        raise Refused(_("Alleen een concept kan weg."))
    if version.revision != revision:
        raise Refused(
            _("Dit concept is net veranderd door %(name)s. Kijk het opnieuw na.")
            % {"name": version.made_by or "?"}
        )
    if scheme.versions.count() == 1:
        version.delete()
        scheme.delete()
        return
    version.state = Version.State.DROPPED
    version.ended_on = timezone.now()
    version.ended_by = user
    version.save()


def differences(old: Version | None, new: Version) -> list[tuple[str, str, str]]:
    """What changed between two versions: the name of a field, before, and after."""
    changed = []
    before = {} if old is None else content_of(old)
    for name, value in content_of(new).items():
        if before.get(name) != value:
            field = Version._meta.get_field(name)
            changed.append((str(field.verbose_name), _shown(old, name), _shown(new, name)))
    amounts = ["; ".join(_amounts(one)) if one is not None else "" for one in (old, new)]
    if amounts[0] != amounts[1]:
        changed.append((_("bedragen"), amounts[0], amounts[1]))
    return changed


def _shown(version: Version | None, name: str) -> str:
    """A field as an editor reads it."""
    if version is None:
        return ""
    display = getattr(version, f"get_{name}_display", None)
    value = display() if display is not None else getattr(version, name)
    if isinstance(value, bool):
        return _("ja") if value else _("nee")
    if isinstance(value, date):
        return format_date(value, "nl")
    if isinstance(value, Decimal):
        return format_number(value, "nl")
    return "" if value is None else str(value)


def _amounts(version: Version) -> list[str]:
    """The amounts of a version, each as an editor reads it."""
    said = []
    for one in version.amounts.all():
        ages = ""
        if one.child_from is not None or one.child_until is not None:
            until = "" if one.child_until is None else one.child_until
            ages = f" ({one.child_from or 0}-{until})"
        more = [
            _("voor elk kind") if one.per_child else "",
            _("geen geld") if one.in_kind else "",
        ]
        amount = f"{format_money(one.value, 'nl')} {one.get_per_display()}"
        said.append(
            ", ".join(filter(None, [f"{one.get_household_display()}{ages}: {amount}", *more]))
        )
    return said
