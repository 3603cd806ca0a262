#!/usr/bin/env python
"""Django's command line for this project."""

import os
import sys
from pathlib import Path


def main() -> None:
    """Hand the command over to Django."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "calculator.settings")
    try:
        from django.core.management import execute_from_command_line
    except ImportError:
        # started with a Python that lacks the packages: the project's own environment has them
        own = Path(__file__).resolve().parent / ".venv" / "bin" / "python"
        if not own.exists() or Path(sys.prefix) == own.parent.parent:
            raise
        os.execv(own, [str(own), *sys.argv])  # noqa: S606 -- our own interpreter, no shell
    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
