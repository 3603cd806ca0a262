"""Pages that explain and ask nothing."""

from datetime import date

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from calculator.formats import format_date, site_name
from calculator.results.glossary import all_words

#: the authority that hears complaints about privacy (AVG art. 77)
COMPLAINTS = "https://www.autoriteitpersoonsgegevens.nl/"
#: when somebody last walked the whole road to see whether everybody can use it
ACCESS_CHECKED_ON = date(2026, 11, 22)


@require_safe
def words(request: HttpRequest) -> HttpResponse:
    """Every difficult word and what it means."""
    return render(request, "words/page.html", {"words": all_words()})


@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    """What happens with answers, and what doesn't."""
    where = {"complaints": COMPLAINTS, "complaints_name": site_name(COMPLAINTS)}
    return render(request, "about/privacy.html", {**_owner(), **where})


@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    """Who can use the site, what isn't known about that, and whom to tell."""
    checked = format_date(ACCESS_CHECKED_ON, get_language())
    return render(request, "about/accessibility.html", {**_owner(), "checked": checked})


def _owner() -> dict[str, str]:
    return {"owner": settings.OWNER, "contact": settings.CONTACT}
