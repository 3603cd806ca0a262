"""The page with every amount of the law."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from calculator.formats import DEFAULT_LANGUAGE, format_date
from calculator.open_rules.page import OpenRulesPage
from calculator.questions.fields import parse_day
from calculator.rules.amounts import FIRST_DATE, LAST_DATE
from calculator.texts import gettext

#: no date takes more signs
MOST_TYPED = 20


@require_safe
def rules(request: HttpRequest) -> HttpResponse:
    """Every amount on a date (``?day=``), what changes when, and what isn't counted.

    The date is one of the law, and says nothing about who asks.
    """
    language = get_language() or DEFAULT_LANGUAGE
    today = min(max(timezone.localdate(), FIRST_DATE), LAST_DATE)
    typed = request.GET.get("day", "").strip()[:MOST_TYPED]
    day = parse_day(typed) if typed else today
    problem = ""
    if day is None:
        problem = gettext("Deze dag kunnen wij niet lezen. Schrijf bijvoorbeeld 01-01-2027.")
    elif not FIRST_DATE <= day <= LAST_DATE:
        day, problem = None, gettext("Van deze dag hebben wij de regels niet.")
    # what changes and what isn't counted is the same on every date
    page = OpenRulesPage(day or today, language)
    context = {
        "rules": page if day is not None else None,
        "changes": page.changes(),
        "not_counted": page.not_counted(),
        "typed": typed or page.typed,
        "problem": problem,
        "first": format_date(FIRST_DATE, language),
        "last": format_date(LAST_DATE, language),
    }
    return render(request, "open_rules/rules.html", context)
