"""``POST /api/v1/calculate``: the same calculation as the site's, for other programs.

Django Ninja routes and documents it (``/api/v1/openapi.json``). Reading is done by
:mod:`calculator.contract.read`, for exact numbers and for every error at once.
"""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError
from ninja.parser import Parser

from calculator.contract.answer import answer, answer_to, dumps
from calculator.contract.answer_schema import CalculateOut, ErrorsOut
from calculator.contract.messages import as_errors
from calculator.contract.read import ContractError, loads, question_of
from calculator.contract.schema import CalculateIn
from calculator.rules.situation import Problem

BAD_REQUEST, UNPROCESSABLE = 400, 422


class ExactNumbers(Parser):
    """JSON without floats: an amount stays the amount that was sent."""

    def parse_body(self, request: HttpRequest) -> dict[str, Any]:
        """The body as JSON; no JSON is an error of the whole."""
        body: dict[str, Any] = loads(request.body)
        return body


# The interactive documentation loads its scripts from elsewhere; the schema itself stays.
api = NinjaAPI(
    title="Wat houd ik over?",
    version="1",
    description=(
        "What people on a WW, WIA or Wajong benefit have left beside earnings. "
        "Nothing that is sent is stored or logged."
    ),
    docs_url=None,
    parser=ExactNumbers(),
)


def _json(content: dict[str, object], status: int = 200) -> HttpResponse:
    return HttpResponse(
        dumps(content), content_type="application/json; charset=utf-8", status=status
    )


def _errors(problems: list[Problem]) -> HttpResponse:
    return _json(as_errors(problems), status=UNPROCESSABLE)


@api.post(
    "/calculate",
    response={200: CalculateOut, 422: ErrorsOut},
    summary="Calculate",
    operation_id="calculate",
)
def calculate(request: HttpRequest, question: CalculateIn) -> HttpResponse:
    """Now and up to three plans: the regular month, the year, and the differences."""
    try:
        return _json(answer_to(question_of(question, timezone.localdate())))
    except ContractError as error:
        return _errors(error.problems)


@api.exception_handler(ValidationError)
def wrong_shape(request: HttpRequest, error: ValidationError) -> HttpResponse:
    """Ninja saw that the shape is wrong; the contract's own reader says everything that is."""
    try:
        return _json(answer(request.body, timezone.localdate()))
    except ContractError as found:
        return _errors(found.problems)


@api.exception_handler(ContractError)
def no_json(request: HttpRequest, error: ContractError) -> HttpResponse:
    """The body is no JSON."""
    return _errors(error.problems)


@api.exception_handler(HttpError)
def other_error(request: HttpRequest, error: HttpError) -> HttpResponse:
    """Ninja's own refusals, in the contract's words."""
    # Ninja calls an unreadable body 400; in the contract all bad input is 422
    status = UNPROCESSABLE if error.status_code == BAD_REQUEST else error.status_code
    return _json(as_errors([Problem("", "invalid_json")]), status=status)
