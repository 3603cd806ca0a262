"""The script that puts the site on a partner's page.

Its file doesn't change within a version: partners name its hash on their page (subresource
integrity), and a changed file would not run there.
"""

import base64
import hashlib
from functools import cache
from pathlib import Path

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

FILE = Path(__file__).parent.parent / "static" / "embed" / "v1" / "embed.js"


@cache
def content() -> bytes:
    """The script as it is sent."""
    return FILE.read_bytes()


def integrity() -> str:
    """What a page names as the ``integrity`` of the script."""
    return "sha384-" + base64.b64encode(hashlib.sha384(content()).digest()).decode()


@require_safe
def script(request: HttpRequest) -> HttpResponse:
    """The script, for pages of every origin: which may hold the site is up to the site itself."""
    response = HttpResponse(content(), content_type="text/javascript; charset=utf-8")
    response["Cache-Control"] = "public, max-age=86400"
    response["Access-Control-Allow-Origin"] = "*"
    response["Cross-Origin-Resource-Policy"] = "cross-origin"
    return response
