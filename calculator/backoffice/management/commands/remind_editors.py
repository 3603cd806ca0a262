"""``manage.py remind_editors``: mail to editors about schemes that need their eyes (for cron)."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from calculator.backoffice.reminders import send_reminders


class Command(BaseCommand):
    """Sends one mail per editor; nothing where nothing is due."""

    help = "Mails editors what runs out or was not checked for nine months."

    def handle(self, *args: Any, **options: Any) -> None:
        """Send, and say how many."""
        sent = send_reminders(timezone.localdate())
        self.stdout.write(f"{sent} mails")
