"""Mail to editors: which schemes run out or have to be looked at again."""

import logging
from datetime import date

from django.contrib.auth import get_user_model
from django.core.mail import EmailMessage
from django.utils import translation
from django.utils.translation import gettext as _

from calculator.formats import format_date
from calculator.municipalities.freshness import Due, due
from calculator.municipalities.models import Editor, Municipality

logger = logging.getLogger(__name__)


def send_reminders(today: date) -> int:
    """Mail every editor with something due in their municipality; the number of mails.

    What has no editor goes to the editorial office (superusers with an address).
    """
    by_municipality: dict[str, list[Due]] = {}
    for one in due(today):
        by_municipality.setdefault(one.version.scheme.municipality_id, []).append(one)
    mails = []
    with translation.override("nl"):
        without_editor: list[Due] = []
        for code, items in by_municipality.items():
            addresses = _addresses(code)
            if addresses:
                mails.append(_mail(addresses, items))
            else:
                without_editor += items
        office = _office()
        if without_editor and office:
            mails.append(_mail(office, without_editor))
    return sum(_sent(mail) for mail in mails)


def _sent(mail: EmailMessage) -> int:
    """Whether a mail went out; one address that is refused doesn't keep the others from theirs."""
    try:
        return mail.send()
    except OSError as error:
        logger.error("a reminder to editors wasn't sent: %s", type(error).__name__)
        return 0


def _addresses(code: str) -> list[str]:
    editors = Editor.objects.filter(
        municipality=Municipality(code=code), user__is_active=True
    ).exclude(user__email="")
    return list(editors.values_list("user__email", flat=True))


def _office() -> list[str]:
    users = get_user_model().objects.filter(is_superuser=True, is_active=True).exclude(email="")
    return list(users.values_list("email", flat=True))


def _mail(addresses: list[str], items: list[Due]) -> EmailMessage:
    lines = [
        f"- {one.version.name} ({one.version.scheme.municipality}): {why(one)}" for one in items
    ]
    body = "\n".join(
        [
            _("Deze regelingen moeten worden nagekeken:"),
            "",
            *lines,
            "",
            _(
                "Klopt alles nog? Kies dan in het beheer: Nog steeds juist. Is de regeling "
                "afgelopen? Kies dan: Iets wijzigen. Uw collega zet het daarna op de site."
            ),
        ]
    )
    # each address gets its own copy: editors need not see each other's
    return EmailMessage(_("Regelingen om na te kijken"), body, to=[], bcc=addresses)


def why(one: Due) -> str:
    """Why a scheme needs eyes, in a few words."""
    if one.day is None:
        return _("nog nooit nagekeken")
    texts = {
        "expired": _("liep af op %(day)s; bezoekers zien dat de bedragen oud zijn"),
        "expires": _("loopt af op %(day)s"),
        "unchecked": _("te lang niet nagekeken; bezoekers zien dat sinds %(day)s"),
        "check": _("9 maanden niet nagekeken; vanaf %(day)s zien bezoekers dat"),
    }
    return texts[one.reason] % {"day": format_date(one.day, "nl")}
