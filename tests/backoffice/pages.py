"""Small tools with which tests log in, and read and send the forms of the back office."""

import re
from html import unescape
from html.parser import HTMLParser
from typing import Any

from django.contrib.auth.models import User
from django.http import HttpResponse
from django.test import Client

from calculator.municipalities.models import MunicipalScheme, Version

HOME, LOGIN = "/beheer/", "/beheer/login/"
SCHEMES = "/beheer/municipalities/municipalscheme/"
VERSIONS = "/beheer/municipalities/version/"
EXPORT, IMPORT, ADD = f"{SCHEMES}bestand/", f"{SCHEMES}inlezen/", f"{SCHEMES}add/"


def scheme_page(scheme: MunicipalScheme) -> str:
    """The page of a scheme."""
    return f"{SCHEMES}{scheme.pk}/change/"


def version_page(version: Version) -> str:
    """The form of a draft."""
    return f"{VERSIONS}{version.pk}/change/"


def buttons_of(scheme: MunicipalScheme) -> list[str]:
    """Where the buttons of a scheme lead."""
    return [f"{SCHEMES}{scheme.pk}/{name}/" for name in ("wijzigen", "nog-juist", "van-de-site")]


def buttons_of_draft(version: Version) -> list[str]:
    """Where the buttons of a draft lead."""
    return [f"{VERSIONS}{version.pk}/{name}/" for name in ("op-de-site", "weg")]


def logged_in(user: User, **options: Any) -> Client:
    """The browser of somebody who is logged in."""
    client = Client(**options)
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return client


def plain(html: str) -> str:
    """A piece of a page without tags; what stood in different ones stays apart."""
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", html)).replace("\xa0", " ").split())


def text_of(response: HttpResponse) -> str:
    """What stands on a page, without tags."""
    return plain(response.content.decode())


def messages_of(response: HttpResponse) -> str:
    """What was said once, after a button or a form."""
    found = re.search(r'<ul class="messagelist">(.*?)</ul>', response.content.decode(), re.S)
    return plain(found[1]) if found else ""


def error_beside(response: HttpResponse, name: str) -> str:
    """The message beside a field, '' where there is none."""
    found = re.search(
        rf'<ul class="errorlist" id="id_{name}_error">(.*?)</ul>', response.content.decode(), re.S
    )
    return plain(found[1]) if found else ""


class _Reader(HTMLParser):
    """Reads what a browser would send of one form."""

    def __init__(self, form: str) -> None:
        super().__init__()
        self.form = form
        self.inside = False
        self.values: dict[str, str] = {}
        self.area = self.select = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.inside = said.get("id") == self.form
        if not self.inside:
            return
        if tag == "input":
            picks = said.get("type") in ("radio", "checkbox")
            if "name" in said and said.get("type") != "submit" and (not picks or "checked" in said):
                self.values[said["name"]] = said.get("value", "on" if picks else "")
        elif tag == "textarea":
            self.area = said["name"]
            self.values[self.area] = ""
        elif tag == "select":
            self.select = said["name"]
        elif tag == "option" and (self.select not in self.values or "selected" in said):
            self.values[self.select] = said.get("value", "")

    def handle_data(self, data: str) -> None:
        if self.area:
            # the browser leaves out the first line break
            self.values[self.area] += data.removeprefix("\r\n").removeprefix("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea":
            self.area = ""
        elif tag == "select":
            self.select = ""
        elif tag == "form":
            self.inside = False


def form_on(response: HttpResponse, form: str = "version_form") -> dict[str, str]:
    """What stands in a form of a page: what the browser would send."""
    reader = _Reader(form)
    reader.feed(response.content.decode())
    assert reader.values, f"no form {form} on this page"
    return reader.values
