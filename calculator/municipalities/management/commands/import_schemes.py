"""``manage.py import_schemes``: schemes out of a file, as drafts or straight onto the site."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from calculator.municipalities.exchange import NotImported, read, save
from calculator.municipalities.models import MunicipalScheme

SAMPLE = Path(__file__).parent.parent.parent / "data" / "schemes.json"


class Command(BaseCommand):
    """Reads a file that ``export_schemes`` or the back office wrote."""

    help = "Reads schemes of municipalities from a file."

    def add_arguments(self, parser: CommandParser) -> None:
        """The file, and what becomes of what is in it."""
        parser.add_argument("file", nargs="?", help="a JSON file; without it the sample data")
        parser.add_argument(
            "--publish", action="store_true", help="onto the site, instead of a draft"
        )
        parser.add_argument(
            "--if-empty", action="store_true", help="only if there are no schemes at all yet"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Read, check everything, save everything or nothing."""
        if options["if_empty"] and MunicipalScheme.objects.exists():
            return
        path = Path(options["file"]) if options["file"] else SAMPLE
        try:
            text = path.read_text(encoding="utf-8-sig")
            made = save(read(text), None, publish=options["publish"])
        except OSError as error:
            raise CommandError(f"{path}: {error.strerror}") from error
        except NotImported as error:
            lines = [f"{item.path or path.name}: {item.message}" for item in error.problems]
            raise CommandError("\n".join(lines)) from error
        self.stdout.write(f"{made} schemes")
