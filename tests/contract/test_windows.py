"""The API and the command line: two windows on the same answer."""

import io
import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from calculator.contract.answer_schema import CalculateOut, ErrorsOut
from calculator.contract.schema import CalculateIn
from calculator.middleware import API_BODY_LIMIT
from tests.contract.questions import EXAMPLE, FAMILY, ask, put

ROOT = Path(__file__).resolve().parents[2]
ADDRESS = "/api/v1/calculate"
WRONG = put(("person.benefits", []), ("plans.0.work.0.gross", "-1"), ("salary", 1))
WRONG_PATHS = {"person.benefits", "plans.0.work.0.gross", "salary"}


def post(client, body, **other):
    text = body if isinstance(body, (str, bytes)) else json.dumps(body)
    return client.post(ADDRESS, text, content_type="application/json", **other)


def command(name, *arguments, stdin="", database=""):
    """A program of its own, with its own database."""
    settings = {"WHIO_DEBUG": "1", "DJANGO_SETTINGS_MODULE": "tests.settings"}
    return subprocess.run(
        [sys.executable, "manage.py", name, *arguments],
        cwd=ROOT,
        env={**os.environ, **settings, "DATABASE_URL": f"sqlite:///{database}"},
        input=stdin,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def on_file(tmp_path, text, *arguments):
    """What the command does with a file, within this process: output, errors, exit status."""
    path = tmp_path / "question.json"
    path.write_text(text if isinstance(text, str) else json.dumps(text), encoding="utf-8")
    out, err = io.StringIO(), io.StringIO()
    status = 0
    try:
        call_command("calculate", str(path), *arguments, stdout=out, stderr=err)
    except SystemExit as stopped:
        status = stopped.code
    return out.getvalue(), err.getvalue(), status


# --- The API -----------------------------------------------------------------------------


@pytest.mark.parametrize("question", [EXAMPLE, FAMILY], ids=["example", "family"])
def test_the_api_answers(client: Client, question):
    response = post(client, question)
    assert response.status_code == 200
    assert response["Content-Type"].startswith("application/json")
    said = response.json()
    assert said == ask(question)
    CalculateOut.model_validate(said)


def test_the_api_says_everything_that_is_wrong_at_once(client: Client):
    response = post(client, WRONG)
    assert response.status_code == 422
    said = response.json()
    assert {item["path"] for item in said["errors"]} == WRONG_PATHS
    ErrorsOut.model_validate(said)


@pytest.mark.parametrize("body", ["", "{", "[" * 50_000, b"\xff", "nothing"], ids=repr)
def test_what_is_no_json_is_422(client: Client, body):
    response = post(client, body)
    assert response.status_code == 422
    (error,) = response.json()["errors"]
    assert (error["path"], error["code"]) == ("", "invalid_json")


def test_what_is_no_object_is_422(client: Client):
    for body in ("null", "[]", "1", '"x"'):
        response = post(client, body)
        assert response.status_code == 422, body
        assert response.json()["errors"][0]["code"] == "not_an_object"


def test_what_is_too_large_is_413(client: Client):
    response = post(client, json.dumps(EXAMPLE) + " " * API_BODY_LIMIT)
    assert response.status_code == 413
    assert response.json()["errors"][0]["code"] == "too_large"


def test_messages_come_in_the_language_of_the_reader(client: Client):
    said = {
        language: post(client, WRONG, headers={"accept-language": language}).json()["errors"]
        for language in ("nl", "en")
    }
    assert [item["path"] for item in said["nl"]] == [item["path"] for item in said["en"]]
    assert all(
        dutch["message"] != english["message"]
        for dutch, english in zip(said["nl"], said["en"], strict=True)
    )


def test_only_post_calculates(client: Client):
    assert client.get(ADDRESS).status_code == 405


def test_without_a_date_the_rules_of_today_count(client: Client, monkeypatch):
    monkeypatch.setattr(timezone, "localdate", lambda: date(2026, 3, 1))
    question = put()
    del question["rules_date"]
    assert post(client, question).json()["rules_date"] == "2026-03-01"


def test_an_answer_stays_exact_on_its_way_in(client: Client):
    text = json.dumps(EXAMPLE).replace('"2800.00"', "2800.10")
    line = post(client, text).json()["situations"][0]["month"]["lines"][0]
    # 0.7 x 2,800.10 = 1,960.07; x 100/108 = 1,814.8796
    assert (line["code"], line["gross"]) == ("ww", "1814.88")


def schema_of(client):
    return client.get("/api/v1/openapi.json").json()


def fields_of(schema, name, seen=None):
    """Every field of a part of the schema, with those of the parts inside it."""
    seen = set() if seen is None else seen
    if name in seen:
        return set()
    seen.add(name)
    part = schema["components"]["schemas"][name]
    found = set(part.get("properties", {}))
    prefix = "#/components/schemas/"
    for inner in set(json.dumps(part).split(prefix)[1:]):
        found |= fields_of(schema, inner.partition('"')[0], seen)
    return found


def test_the_schema_is_published_and_names_the_fields(client: Client):
    schema = schema_of(client)
    assert schema["openapi"].startswith("3.")
    operation = schema["paths"][ADDRESS]["post"]
    assert set(operation["responses"]) == {"200", "422"}
    asked = fields_of(schema, "CalculateIn")
    assert {
        *("rules_date", "start_month", "months", "person", "plans", "partner", "children"),
        *("co_residents", "home", "vermogen", "birth_date", "benefits", "work_now"),
        *("loonheffingskorting_at", "kind", "maandloon", "ongemaximeerd_maandloon", "first_day"),
        *("last_day", "phase", "phase_until", "arbeidsongeschiktheid", "regime"),
        *("resterende_verdiencapaciteit", "arbeidsvermogen", "garantiebedrag_per_day", "gross"),
        *("per", "hours_per_week", "vakantiegeld", "pension_per_month", "loonwaarde", "until"),
        *("travel_cost_per_month", "gross_low", "gross_high", "profit_per_year", "income"),
        *("gross_per_month", "insured", "childcare", "hours_per_month", "price_per_hour"),
        *("income_per_year", "student", "commercial_tenant", "kale_huur", "municipality", "id"),
    } <= asked
    assert set(CalculateIn.model_fields) <= asked
    answered = fields_of(schema, "CalculateOut")
    assert set(CalculateOut.model_fields) <= answered
    assert {"net", "complete", "lines", "payers", "gross", "withheld", "missing"} <= answered
    assert {"path", "code", "message"} <= fields_of(schema, "ErrorsOut")


def test_no_answer_of_the_api_sets_a_cookie_or_may_be_kept(client: Client):
    response = post(client, EXAMPLE)
    assert not response.cookies
    assert response["Cache-Control"] == "no-store"


# --- The command line --------------------------------------------------------------------


def test_without_a_database_the_command_still_calculates(tmp_path):
    """What the municipality has is left out then, and the log says so; nothing of the question."""
    done = command("calculate", "-", stdin=json.dumps(FAMILY), database=tmp_path / "empty.sqlite3")
    said = json.loads(done.stdout)
    assert done.returncode == 0
    assert said["situations"][0]["month"]["complete"]
    assert {item["municipality"] for item in said["schemes"]} == {None}
    assert "schemes of municipalities can't be read: OperationalError" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_the_command_reads_standard_input_and_gives_what_the_api_gives(client: Client, tmp_path):
    database = tmp_path / "site.sqlite3"
    assert command("migrate", database=database).returncode == 0
    done = command("calculate", "-", stdin=json.dumps(FAMILY), database=database)
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout) == post(client, FAMILY).json()


def test_the_command_leaves_with_2_and_says_why_on_standard_error(client: Client):
    done = command("calculate", "-", stdin=json.dumps(WRONG))
    assert (done.returncode, done.stdout) == (2, "")
    assert json.loads(done.stderr) == post(client, WRONG, headers={"accept-language": "nl"}).json()


def test_the_command_reads_a_file(client: Client, tmp_path):
    out, err, status = on_file(tmp_path, EXAMPLE)
    assert (err, status) == ("", 0)
    assert json.loads(out) == post(client, EXAMPLE).json()


@pytest.mark.parametrize(
    ("text", "code"), [("{", "invalid_json"), ("", "invalid_json"), ("[]", "not_an_object")]
)
def test_a_file_that_is_no_question(tmp_path, text, code):
    out, err, status = on_file(tmp_path, text)
    assert (out, status) == ("", 2)
    (error,) = json.loads(err)["errors"]
    assert (error["path"], error["code"]) == ("", code)


def test_a_file_that_is_not_there(tmp_path):
    out, err = io.StringIO(), io.StringIO()
    with pytest.raises(SystemExit) as stopped:
        call_command("calculate", str(tmp_path / "none.json"), stdout=out, stderr=err)
    assert (out.getvalue(), stopped.value.code) == ("", 2)
    assert json.loads(err.getvalue())["errors"][0]["code"] == "unreadable_file"


def test_errors_on_the_command_line_can_be_in_english(tmp_path):
    _out, err, _status = on_file(tmp_path, WRONG, "--language", "en")
    _out, dutch, _status = on_file(tmp_path, WRONG)
    assert json.loads(err) != json.loads(dutch)
