"""Pages that explain and ask nothing."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from calculator.results.glossary import all_words


@require_safe
def words(request: HttpRequest) -> HttpResponse:
    """Every difficult word and what it means."""
    return render(request, "words/page.html", {"words": all_words()})
