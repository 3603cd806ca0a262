"""``manage.py add_editor``: an account for somebody who keeps the schemes of a municipality."""

from getpass import getpass
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

from calculator.municipalities.models import Editor, Municipality


class Command(BaseCommand):
    """Makes an account; the password is asked, never given on the command line."""

    help = "Makes an account for an editor of one municipality."

    def add_arguments(self, parser: CommandParser) -> None:
        """Who, and of which municipality."""
        parser.add_argument("name", help="the name to log in with")
        parser.add_argument("--municipality", required=True, help="CBS code of four digits")
        parser.add_argument("--email", default="", help="where reminders go")

    def handle(self, *args: Any, **options: Any) -> None:
        """Ask the password twice, and save."""
        users = get_user_model().objects
        if users.filter(username=options["name"]).exists():
            raise CommandError(f"{options['name']}: this name is taken")
        municipality = Municipality.objects.filter(pk=options["municipality"]).first()
        if municipality is None:
            raise CommandError(f"{options['municipality']}: no municipality has this code")
        password = getpass("Password: ")
        if password != getpass("Once more: "):
            raise CommandError("these two are not the same")
        try:
            validate_password(password, get_user_model()(username=options["name"]))
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from error
        with transaction.atomic():
            user = users.create_user(options["name"], options["email"], password, is_staff=True)
            Editor.objects.create(user=user, municipality=municipality)
        self.stdout.write(f"{user.username}: {municipality.name}")
