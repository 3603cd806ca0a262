"""``manage.py export_schemes``: what is on the site, as a file."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from calculator.municipalities.exchange import as_file
from calculator.municipalities.models import Version


class Command(BaseCommand):
    """Writes the published schemes to standard output."""

    help = "Writes the published schemes as JSON to standard output."

    def add_arguments(self, parser: CommandParser) -> None:
        """Of which municipality."""
        parser.add_argument("--municipality", help="CBS code; without it all of them")

    def handle(self, *args: Any, **options: Any) -> None:
        """The published versions, municipality by municipality."""
        versions = Version.objects.filter(state=Version.State.PUBLISHED)
        if options["municipality"]:
            versions = versions.filter(scheme__municipality=options["municipality"])
        versions = versions.select_related("scheme").prefetch_related("amounts")
        ordered = versions.order_by("scheme__municipality_id", "scheme__code")
        self.stdout.write(as_file(ordered))
