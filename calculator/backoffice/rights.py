"""Who may touch what: an editor the schemes of one municipality, the editorial office all."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from calculator.municipalities.models import Editor, Municipality


def municipality_of(user: Any) -> Municipality | None:
    """The one municipality of an editor; None for the editorial office (superusers)."""
    if user.is_superuser:
        return None
    editor = Editor.objects.select_related("municipality").filter(user=user).first()
    return None if editor is None else editor.municipality


def may_edit(user: Any, municipality_code: str | None = None) -> bool:
    """Whether a user may edit schemes at all, or those of one municipality."""
    if not (user.is_active and user.is_staff):
        return False
    if user.is_superuser:
        return True
    own = municipality_of(user)
    return own is not None and municipality_code in (None, own.pk)


def sees_all(user: Any) -> bool:
    """Whether a user is of the editorial office: the schemes of every municipality are theirs."""
    return bool(user.is_active and user.is_superuser)


def client_address(request: HttpRequest) -> str:
    """Where a login comes from, for the waiting time after wrong passwords.

    In production the proxy in front adds the real address at the end of X-Forwarded-For; what
    stands before it is what the client itself says. Without a proxy the header counts for nothing.
    """
    forwarded = request.META.get("HTTP_X_FORWARDED_FOR", "")
    if settings.DEBUG or not forwarded:
        return str(request.META.get("REMOTE_ADDR", ""))
    return forwarded.rpartition(",")[2].strip()
