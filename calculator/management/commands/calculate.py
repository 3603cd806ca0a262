"""``python manage.py calculate FILE``: the contract on the command line."""

import sys
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone, translation

from calculator.contract.answer import answer, dumps
from calculator.contract.messages import as_errors
from calculator.contract.read import ContractError
from calculator.rules.situation import Problem

EXIT_BAD_INPUT = 2


class Command(BaseCommand):
    """Reads a question as JSON and writes the outcome as JSON."""

    help = (
        "Calculates the question in FILE ('-' reads standard input). The outcome goes to "
        "standard output; errors go to standard error, with exit status 2."
    )
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        """FILE and the language of the messages."""
        parser.add_argument("file", metavar="FILE", help="a JSON file, or - for standard input")
        parser.add_argument(
            "--language", choices=["nl", "en"], default="nl", help="language of error messages"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Read, calculate, write."""
        with translation.override(options["language"]):
            try:
                outcome = answer(self._read(options["file"]), timezone.localdate())
            except ContractError as error:
                self.stderr.write(dumps(as_errors(error.problems)), style_func=str)
                sys.exit(EXIT_BAD_INPUT)
        self.stdout.write(dumps(outcome))

    def _read(self, name: str) -> bytes:
        if name == "-":
            return sys.stdin.buffer.read()
        try:
            return Path(name).read_bytes()
        except OSError as error:
            raise ContractError([Problem("", "unreadable_file")]) from error
