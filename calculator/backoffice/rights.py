"""Who may touch what: an editor the schemes of one municipality, the editorial office all."""

from ipaddress import IPv6Address, ip_address, ip_network
from typing import Any

from django.conf import settings
from django.http import HttpRequest

from calculator.municipalities.models import Editor, Municipality

#: the part of an IPv6 address that one subscriber has for itself (bits)
NETWORK = 64


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
    if sees_all(user):
        return True
    own = municipality_of(user)
    return own is not None and municipality_code in (None, own.pk)


def sees_all(user: Any) -> bool:
    """Whether a user is of the editorial office: the schemes of every municipality are theirs."""
    return bool(user.is_active and user.is_superuser)


def client_address(request: HttpRequest) -> str:
    """Where a login comes from, for the waiting time after wrong passwords.

    Behind a proxy (``WHIO_PROXY=1``) it adds the real address at the end of X-Forwarded-For; what
    stands before it is what the client itself says. Of an IPv6 address the network counts: one
    subscriber has all of it.
    """
    address = str(request.META.get("REMOTE_ADDR", ""))
    if settings.BEHIND_PROXY:
        said = request.META.get("HTTP_X_FORWARDED_FOR", "").rpartition(",")[2].strip()
        host, colon, _port = said.rpartition(":")
        # some proxies add the port: 203.0.113.7:555, [2001:db8::1]:555
        if colon and ("." in host or said.startswith("[")):
            said = host
        address = said.strip("[]") or address
    try:
        found = ip_address(address)
    except ValueError:
        return "0.0.0.0"  # noqa: S104 -- no address to listen on: everybody without one together
    if isinstance(found, IPv6Address):
        return str(ip_network((found, NETWORK), strict=False).network_address)
    return str(found)
