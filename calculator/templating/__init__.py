"""What the pages for visitors are drawn with: Jinja2, and what its templates may ask for.

The back office is Django's own and keeps Django's templates, in ``templates/backoffice/``.
"""

from typing import Any

from django.templatetags.static import static
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import get_language, get_language_bidi
from jinja2 import Environment

from calculator.questions.carried_qr import fits_in_qr
from calculator.questions.papers import paper_of
from calculator.templating.carried import (
    carried_link,
    carried_qr,
    opened_on,
)
from calculator.templating.house import amount, control, focus_id, language_links, without_tags
from calculator.templating.icons import icon
from calculator.templating.texts import gettext
from calculator.templating.words import explained, word

GLOBALS = {
    "_": gettext,
    "carried_fits_in_qr": fits_in_qr,
    "carried_link": carried_link,
    "carried_qr": carried_qr,
    "control": control,
    "current_language": get_language,
    "gettext": gettext,
    "icon": icon,
    "is_right_to_left": get_language_bidi,
    "language_links": language_links,
    "opened_on": opened_on,
    "paper_of": paper_of,
    "static": static,
    "url": reverse,
    "word": word,
}
FILTERS = {
    "amount": amount,
    "capfirst": capfirst,
    "explained": explained,
    "focus_id": focus_id,
    "without_tags": without_tags,
}


def environment(**options: Any) -> Environment:
    """The environment of Django's Jinja2 engine (``TEMPLATES`` in the settings)."""
    made = Environment(extensions=["jinja2.ext.i18n"], **options)  # noqa: S701 -- in the options
    # what is filled in goes to gettext, which escapes it
    made.newstyle_gettext = True  # type: ignore[attr-defined]
    made.globals.update(GLOBALS)
    made.filters.update(FILTERS)
    return made
