"""From JSON to a household of the law, with every error at once and its path."""

import json
from copy import deepcopy
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from pydantic import ValidationError

from calculator.contract.schema import (
    BenefitIn,
    CalculateIn,
    IVAIn,
    PlanIn,
    SelfEmployedIn,
    WajongIn,
    WGAIn,
    WorkIn,
    WWIn,
)
from calculator.municipalities.names import municipalities
from calculator.rules.calendar import calendar_problems, longest
from calculator.rules.situation import (
    IVA,
    WGA,
    WW,
    Benefit,
    Child,
    Childcare,
    CoResident,
    Employment,
    Home,
    Household,
    Partner,
    PartnerIncome,
    Plan,
    Problem,
    SelfEmployed,
    Wajong,
    Work,
    is_covered,
    problems_of,
)

#: the discriminators that pydantic puts in the place of an error, but that are no path
TAGS = frozenset({"ww", "wga", "iva", "wajong", "employment", "self_employed"})
MONTHS_SHOWN = 12
#: what stands in the place of a list item that can't be read, so that the rest keeps its place
PLACEHOLDERS: dict[str, dict[str, Any]] = {
    "benefits": {"kind": "iva", "maandloon": None},
    "work_now": {"kind": "employment", "gross": None, "per": "month"},
    "work": {"kind": "employment", "gross": None, "per": "month"},
    "income": {"kind": "benefit", "gross_per_month": None},
    "children": {"birth_date": None},
    "co_residents": {"birth_date": None, "income_per_year": None},
    "childcare": {"kind": "bso", "hours_per_month": None, "price_per_hour": None},
}
#: what stands in the place of a field that can't be unknown
FIELD_PLACEHOLDERS = {"per": "month", "id": "?"}
#: an adult below AOW age on every date that is covered, while the real birth date is missing
SOME_ADULT = date(1985, 1, 1)
#: how pydantic's own findings are called in the contract
CODES = {
    "missing": "required",
    "extra_forbidden": "unknown_field",
    "literal_error": "not_a_choice",
    "union_tag_invalid": "not_a_choice",
    "union_tag_not_found": "required",
    "too_long": "too_many",
    "list_type": "not_a_list",
    "model_type": "not_an_object",
    "model_attributes_type": "not_an_object",
    "dict_type": "not_an_object",
    "string_type": "not_text",
    "string_unicode": "not_text",
    "string_too_short": "required",
    "string_too_long": "too_long",
}


class ContractError(ValueError):
    """The question can't be answered; ``problems`` lists why, each with its path."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(f"{len(problems)} problems")
        self.problems = problems


class Question(NamedTuple):
    """A household and the calendar that was asked for."""

    household: Household
    start_month: tuple[int, int]
    months: int


def loads(text: str | bytes) -> Any:
    """JSON with exact numbers; :class:`ContractError` where it is no JSON."""
    try:
        # NaN and Infinity are no JSON, but the field that holds them can say so better
        return json.loads(text, parse_float=Decimal, parse_int=Decimal, parse_constant=float)
    except (ValueError, RecursionError, ArithmeticError) as error:
        raise ContractError([Problem("", "invalid_json")]) from error


def read(data: Any, today: date) -> Question:
    """The household in ``data``. Raises :class:`ContractError` with every problem at once."""
    try:
        model = CalculateIn.model_validate(data)
    except ValidationError as error:
        raise ContractError(_all_problems(data, error, today)) from error
    except RecursionError as error:
        raise ContractError([Problem("", "invalid_json")]) from error
    return question_of(model, today)


def question_of(model: CalculateIn, today: date) -> Question:
    """The household in a question whose shape is right; :class:`ContractError` as in ``read``."""
    household, problems = _household(model, today)
    problems += problems_of(household)
    problems += _calendar_problems(model, household)
    if problems:
        raise ContractError(problems)
    start, months = _calendar(model, household)
    return Question(household, start, months)


def _calendar(model: CalculateIn, household: Household) -> tuple[tuple[int, int], int]:
    """The first month of the calendar and its length: a year, or as far as the rules go."""
    day = household.rules_date
    start = model.start_month or (day.year, day.month)
    return start, model.months or max(min(MONTHS_SHOWN, longest(start)), 1)


def _calendar_problems(model: CalculateIn, household: Household) -> list[Problem]:
    """Why the calendar can't be made; a rules date without rules says so itself."""
    if model.start_month is None and not is_covered(household.rules_date):
        return []
    return calendar_problems(_calendar(model, household)[0])


def _all_problems(data: Any, error: ValidationError, today: date) -> list[Problem]:
    """The errors in the shape, and what is wrong besides in all that could be read."""
    problems = [
        Problem(
            path_of(item["loc"], item["type"]),
            CODES.get(item["type"], item["type"]),
            item.get("ctx", {}),
        )
        for item in error.errors(include_url=False, include_input=False)
    ]
    try:
        rest = CalculateIn.model_validate(_without_errors(data, error))
    except (ValidationError, RecursionError):
        return problems
    household, more = _household(rest, today)
    more += [*problems_of(household), *_calendar_problems(rest, household)]
    wrong = [problem.path for problem in problems]
    problems += [
        problem for problem in more if not any(_follows_from(problem, path) for path in wrong)
    ]
    return problems


def _follows_from(problem: Problem, path: str) -> bool:
    """Whether a problem is only there because what stood at ``path`` couldn't be read."""
    inside = f"{problem.path}.".startswith(f"{path}.")
    about_the_list = problem.code == "combination_not_covered" and path.startswith(problem.path)
    return inside or about_the_list


def _places(loc: tuple[int | str, ...]) -> list[int | str]:
    """Where an error is, without the discriminators of the kinds."""
    places: list[int | str] = []
    for item in loc:
        if item in TAGS and places and isinstance(places[-1], int):
            continue
        places.append(item)
    return places


def path_of(loc: tuple[int | str, ...], kind: str = "") -> str:
    """The path of an error as the contract writes it: ``person.benefits.0.maandloon``.

    A ``kind`` of error that is about the discriminator points at the field ``kind``.
    """
    places = _places(loc)
    if kind.startswith("union_tag"):
        places.append("kind")
    return ".".join(str(item) for item in places)


def _without_errors(data: Any, error: ValidationError) -> Any:
    """The question with everything that was wrong made unknown, to check the rest of it."""
    rest = deepcopy(data)
    for item in error.errors(include_url=False, include_input=False):
        *parents, last = _places(item["loc"]) or [""]
        place = rest
        try:
            for parent in parents:
                place = place[parent]
            if item["type"] == "extra_forbidden":
                del place[last]
            elif isinstance(last, int):
                place[last] = PLACEHOLDERS.get(str(parents[-1]))
            elif item["type"] in ("list_type", "too_long"):
                place[last] = []
            elif last == "kind" and parents[-2:-1] and parents[-2] in PLACEHOLDERS:
                place[last] = PLACEHOLDERS[str(parents[-2])]["kind"]
            else:
                place[last] = FIELD_PLACEHOLDERS.get(str(last))
        except (KeyError, IndexError, TypeError):
            continue
    return rest


def _household(model: CalculateIn, today: date) -> tuple[Household, list[Problem]]:
    problems: list[Problem] = []
    person = model.person
    if person.birth_date is None:
        problems.append(Problem("person.birth_date", "required"))
    now = _plan("now", "person", person.work_now, person.loonheffingskorting_at, "work_now")
    plans = tuple(
        _plan_of(plan, place, person.loonheffingskorting_at)
        for place, plan in enumerate(model.plans)
    )
    home = None
    if model.home is not None:
        code = model.home.municipality
        if code is not None and code not in municipalities():
            problems.append(Problem("home.municipality", "unknown_municipality"))
        home = Home("home", model.home.kind, model.home.kale_huur, code)
    partner = _partner(model)
    household = Household(
        rules_date=model.rules_date or today,
        birth_date=person.birth_date or SOME_ADULT,
        benefits=tuple(_benefit(item, place) for place, item in enumerate(person.benefits)),
        now=now,
        plans=plans,
        partner=partner,
        children=_children(model),
        co_residents=tuple(
            CoResident(
                f"co_residents.{place}",
                item.birth_date,
                item.income_per_year,
                item.student,
                item.commercial_tenant,
            )
            for place, item in enumerate(model.co_residents)
        ),
        home=home,
        vermogen=model.vermogen,
        reintegratietraject=person.reintegratietraject,
        low_income_months=person.low_income_months,
        studiefinanciering=person.studiefinanciering,
    )
    return household, problems


def _benefit(item: BenefitIn, place: int) -> Benefit:
    path = f"person.benefits.{place}"
    fields = item.model_dump(exclude={"kind"})
    if isinstance(item, WWIn):
        return WW(path, **fields)
    if isinstance(item, WGAIn):
        return WGA(path, **fields)
    if isinstance(item, IVAIn):
        return IVA(path, **fields)
    assert isinstance(item, WajongIn)  # noqa: S101 -- the union has no other member
    return Wajong(path, **fields)


def _plan_of(plan: PlanIn, place: int, korting_now: Any) -> Plan:
    said = "loonheffingskorting_at" in plan.model_fields_set
    return _plan(
        plan.id,
        f"plans.{place}",
        plan.work,
        plan.loonheffingskorting_at if said else korting_now,
        "work",
    )


def _plan(
    id_: str,
    path: str,
    work: list[WorkIn],
    korting: Any,
    field: str,
) -> Plan:
    works: list[Work] = []
    for place, item in enumerate(work):
        fields = item.model_dump(exclude={"kind"})
        work_path = f"{path}.{field}.{place}"
        if isinstance(item, SelfEmployedIn):
            works.append(SelfEmployed(work_path, **fields))
        else:
            works.append(Employment(work_path, **fields))
    return Plan(id_, path, tuple(works), korting)


def _partner(model: CalculateIn) -> Partner | None:
    if model.partner is None:
        return None
    income = tuple(
        PartnerIncome(f"partner.income.{place}", item.kind, item.gross_per_month)
        for place, item in enumerate(model.partner.income)
    )
    return Partner("partner", model.partner.birth_date, income, model.partner.insured)


def _children(model: CalculateIn) -> tuple[Child, ...]:
    children = []
    for place, item in enumerate(model.children):
        path = f"children.{place}"
        care = tuple(
            Childcare(
                f"{path}.childcare.{number}",
                one.kind,
                one.hours_per_month,
                one.price_per_hour,
                one.only_with_work,
            )
            for number, one in enumerate(item.childcare)
        )
        children.append(Child(path, item.birth_date, care, item.income_per_year))
    return tuple(children)
