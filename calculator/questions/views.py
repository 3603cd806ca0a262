"""The visitor's page: the questions, and the answer to them.

Answers come in with a POST and go out with the page that answers it: nothing is stored, and no
answer stands in an address. There is no CSRF token, because that needs a cookie, and a forged
post would change nothing.
"""

from datetime import date

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils import timezone, translation
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods

from calculator.embed.framing import place_of
from calculator.questions.form import MAX_PLANS, QuestionsForm
from calculator.questions.plans import add_plan, plan_count, remove_plan
from calculator.questions.told import answered, told
from calculator.questions.what_if import tried_of, trying_of, use
from calculator.results.guidance.ics import CONTENT_TYPE, FILE_NAME, calendar_file
from calculator.results.todo import tasks
from calculator.rules import calculate as calculate_household
from calculator.rules import calendars
from calculator.rules.guidance import reminders_of
from calculator.rules.guidance.facts import facts_of
from calculator.rules.situation import is_covered

#: the site is there, but can't answer on a date whose rules it doesn't have
NO_RULES = 503
#: see ``_mode``
MODES = ("one", "section")


@require_http_methods(["GET", "HEAD"])
def start(request: HttpRequest) -> HttpResponse:
    """The front door: what this is, what to have at hand, and that nothing is kept."""
    if not is_covered(timezone.localdate()):
        return render(request, "questions/no_rules.html", status=NO_RULES)
    return render(request, "questions/start.html")


@sensitive_post_parameters()
@sensitive_variables()
@require_http_methods(["GET", "HEAD", "POST"])
def calculate(request: HttpRequest) -> HttpResponse:
    """The form; with answers, the outcome, or the form again with what is still needed."""
    today = timezone.localdate()
    if not is_covered(today):
        return render(request, "questions/no_rules.html", status=NO_RULES)
    if request.method != "POST":
        return _page(request, QuestionsForm(today=today, language=translation.get_language()))
    return respond(request, request.POST.copy(), today)


@sensitive_variables()
def respond(request: HttpRequest, data: QueryDict, today: date) -> HttpResponse:
    """The page that answers these answers: the outcome, or the form with what is still needed."""
    language = translation.get_language()
    fill_in_place(request, data)
    if "add_plan" in data:
        add_plan(data)
    elif "remove_plan" in data:
        remove_plan(data, plan_count(data) - 1)
    elif data.get("drop_plan", "") in {"0", "1", "2"}:
        remove_plan(data, int(data["drop_plan"]))
    if data.get("try", "") in {"beside", "instead"}:
        trying = trying_of(QuestionsForm(data, today=today, language=language))
        if trying is not None:
            use(data, trying, beside=data["try"] == "beside")
    form = QuestionsForm(data, today=today, language=language)
    from_result = data.get("page") == "result"
    only_draw = {"add_plan", "remove_plan", "change"} & set(data)
    if only_draw or ("language_switch" in data and not from_result):
        go_to = data.get("change", "")
        if "add_plan" in data:
            go_to = f"plan{form.plan_count - 1}_kind"
        return _page(request, form, without_errors=True, go_to=go_to)
    new = form.new_questions()
    if new and "language_switch" not in data:
        # a question that just appeared wasn't answered wrongly
        form.forget_errors_of(new)
        return _page(request, form, new=new)
    if not form.is_valid():
        return _page(request, form)
    asked = answered(form, today)
    if asked is None:
        return _page(request, form)
    outcome = told(form, *asked)
    context = {
        "form": form,
        "page": outcome.page,
        "calendar": outcome.calendar,
        # what somebody asked to see beside what every outcome has
        "show": data.get("show", ""),
        "schemes": outcome.schemes,
        "guidance": outcome.guidance,
        "trying": trying_of(form),
        "tasks": tasks(outcome.guidance, outcome.schemes),
    }
    return render(request, "results/page.html", context)


@sensitive_post_parameters()
@sensitive_variables()
@require_http_methods(["POST"])
def reminders(request: HttpRequest) -> HttpResponse:
    """The days to remember of one situation as a calendar file; ``reminders`` names its place."""
    language = translation.get_language()
    today = timezone.localdate()
    if not is_covered(today):
        return render(request, "questions/no_rules.html", status=NO_RULES)
    form = QuestionsForm(request.POST, today=today, language=language)
    asked = answered(form, today) if form.is_valid() else None
    if asked is None:
        return _page(request, form)
    _filled, question = asked
    household = question.household
    outcome = calculate_household(household)
    months = calendars(household, question.start_month, question.months)
    situations = facts_of(household, outcome, months, None, {})
    said = request.POST.get("reminders", "")
    places = {str(place): place for place in range(MAX_PLANS + 1)}
    place = places.get(said, 1)
    content = calendar_file(
        reminders_of(situations[min(place, len(situations) - 1)]), language, timezone.now()
    )
    response = HttpResponse(content, content_type=CONTENT_TYPE)
    response["Content-Disposition"] = f'attachment; filename="{FILE_NAME}"'
    return response


@sensitive_post_parameters()
@sensitive_variables()
@require_http_methods(["POST"])
def what_if(request: HttpRequest) -> HttpResponse:
    """What is left with other hours or another wage: a part of a page, for htmx."""
    language = translation.get_language()
    today = timezone.localdate()
    if not is_covered(today):
        return render(request, "questions/no_rules.html", status=NO_RULES)
    data = request.POST.copy()
    fill_in_place(request, data)
    trying = trying_of(QuestionsForm(data, today=today, language=language))
    tried, problem = None, ""
    if trying is not None:
        use(data, trying, beside=False)
        form = QuestionsForm(data, today=today, language=language)
        problem = " ".join(map(str, form.errors.get(trying.name, [])))
        trying = trying_of(form)
        asked = answered(form, today) if form.is_valid() else None
        if asked is not None and trying is not None:
            _filled, question = asked
            tried = tried_of(question.household, trying, language)
    return render(request, "results/what_if_answer.html", {"tried": tried, "problem": problem})


@sensitive_post_parameters()
@sensitive_variables()
@require_http_methods(["POST"])
def questions(request: HttpRequest) -> HttpResponse:
    """The questions alone, as the answers so far ask for them (for our script).

    ``check`` names the questions that somebody wants to leave behind: what is wrong with those,
    and with nothing else, is said.
    """
    today = timezone.localdate()
    if not is_covered(today):
        return render(request, "questions/no_rules.html", status=NO_RULES)
    data = request.POST.copy()
    fill_in_place(request, data)
    form = QuestionsForm(data, today=today, language=translation.get_language())
    checked = request.POST.get("check", "").split()
    for name in set(form.errors) - set(checked):
        del form.errors[name]
    return render(request, "questions/sections.html", {"form": form})


def fill_in_place(request: HttpRequest, data: QueryDict) -> None:
    """On the page of a partner its municipality is filled in, until the visitor says another."""
    if place := place_of(request):
        data.setdefault("municipality", place)


def _mode(request: HttpRequest, go_to: str) -> str:
    """How far our script goes on before it calculates again.

    ``one``: somebody changes an answer behind an outcome; ``section``: a plan was added to one;
    "": all questions.
    """
    if request.POST.get("page") != "result" and request.POST.get("mode", "") not in MODES:
        return ""
    if "add_plan" in request.POST:
        return "section"
    return "one" if go_to else request.POST.get("mode", "one")


def _page(
    request: HttpRequest,
    form: QuestionsForm,
    *,
    new: list[str] | None = None,
    without_errors: bool = False,
    go_to: str = "",
) -> HttpResponse:
    if without_errors:
        form.errors.clear()
    where = [*form.errors, *(new or []), go_to, request.POST.get("at", "")]
    context = {
        "form": form,
        "new": [form[name] for name in new or []],
        "go_to": form[go_to] if go_to in form.fields else None,
        "start": next((step for name in where if (step := form.step_of(name))), ""),
        "mode": _mode(request, go_to),
    }
    # with errors too this is an ordinary page: browsers report other statuses as a failure
    return render(request, "questions/page.html", context)
