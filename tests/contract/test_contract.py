"""JSON in, JSON out: the example, the errors, unknown answers, nasty input."""

import json
import math
import re
from decimal import Decimal

import pytest

from calculator.contract.amounts import money
from calculator.contract.answer_schema import CalculateOut
from calculator.contract.messages import MESSAGES
from tests.contract.questions import (
    EXAMPLE,
    FAMILY,
    ask,
    errors_of,
    messages_of,
    paths_of,
    put,
)

BENEFIT = "person.benefits.0"
JOB = "plans.0.work.0"
WAJONG2015 = {"kind": "wajong", "regime": "Wajong2015", "arbeidsvermogen": True}
PLAN = EXAMPLE["plans"][0]


# --- The example -------------------------------------------------------------------------


def test_the_example_gives_what_the_contract_says():
    said = ask(EXAMPLE)
    assert set(said) == {
        "rules_date",
        "rules_version",
        "certainty",
        "situations",
        "differences",
        "curve",
        "schemes",
        "duties",
        "warnings",
        "not_counted",
        "rests_on",
    }
    assert (said["rules_date"], said["certainty"]) == ("2026-11-22", "definite")
    now, plan = said["situations"]
    assert (now["id"], plan["id"]) == ("now", "18-hours")
    for situation in (now, plan):
        assert {"net", "complete", "lines", "payers"} <= set(situation["month"])
        assert {
            "belastbaar_inkomen",
            "inkomstenbelasting",
            "withheld",
            "assessment",
            "toetsingsinkomen",
            "net",
        } <= set(situation["year"])
        assert [month["month"] for month in situation["calendar"]] == [
            "2026-12",
            *(f"2027-{month:02d}" for month in range(1, 12)),
        ]
        assert [year["year"] for year in situation["calendar_years"]] == [2026, 2027]
    # worked out by hand in cases/months.toml
    assert (now["month"]["net"], plan["month"]["net"]) == ("1947.14", "2268.30")
    lines = {line["code"]: line for line in plan["month"]["lines"]}
    assert lines["ww"]["gross"] == "1004.63"
    assert lines["zorgtoeslag"]["net"] == "129.00"
    assert "net" not in lines["ww"] and "gross" not in lines["zorgtoeslag"]
    (difference,) = said["differences"]
    assert difference["plan"] == "18-hours"
    assert (difference["net_per_month"], difference["kept_per_euro"]) == ("321.16", "0.26")


def test_duties_and_warnings_say_what_the_contract_asks():
    said = ask(EXAMPLE)
    duties = {duty["code"]: duty for duty in said["duties"]}
    told = duties["wijziging_ww"]
    assert (told["deadline_days"], told["to"]) == (7, "uwv")
    assert told["law"].startswith("WW art. 25")
    assert told["because"] == [BENEFIT]
    assert duties["toeslagen_wijziging"]["deadline_days"] == 28
    assert duties["bezwaar"]["deadline_days"] == 42
    # the example has a plan with a job, so what belongs to work is there in the plan only
    assert duties["ww_herleeft"]["situations"] == ["18-hours"]
    assert {warning["severity"] for warning in said["warnings"]} <= {"high", "medium", "low"}
    warning = next(it for it in said["warnings"] if it["code"] == "onkosten")
    assert warning["law"] and warning["because"] == [JOB]


def amounts_in(value, path=""):
    if isinstance(value, dict):
        for key, item in value.items():
            yield from amounts_in(item, f"{path}.{key}")
    elif isinstance(value, list):
        for place, item in enumerate(value):
            yield from amounts_in(item, f"{path}.{place}")
    else:
        yield path, value


@pytest.mark.parametrize("question", [EXAMPLE, FAMILY], ids=["example", "family"])
def test_amounts_are_decimal_strings_with_two_decimals(question):
    said = ask(question)
    names = {"net", "gross", "withheld", "net_per_month", "net_per_year", "kept_per_euro"}
    names |= {"belastbaar_inkomen", "inkomstenbelasting", "assessment", "toetsingsinkomen"}
    seen = set()
    for path, value in amounts_in(said):
        assert not isinstance(value, float), path
        name = path.rpartition(".")[2]
        if name in names and ".steps." not in path:
            seen.add(name)
            assert re.fullmatch(r"-?[0-9]+\.[0-9]{2}", value), path
            assert value != "-0.00", path
    assert seen == names


@pytest.mark.parametrize("question", [EXAMPLE, FAMILY], ids=["example", "family"])
def test_the_answer_is_what_the_published_schema_says(question):
    CalculateOut.model_validate(json.loads(json.dumps(ask(question))))


def test_every_line_code_is_one_of_the_contract():
    codes = {
        *("loon", "winst", "ww", "wga", "iva", "wajong", "toeslagenwet"),
        *("zorgtoeslag", "huurtoeslag", "kindgebonden_budget", "kinderopvangtoeslag"),
        *("kinderbijslag", "childcare_cost", "travel_cost", "pension"),
    }
    for question in (EXAMPLE, FAMILY):
        for situation in ask(question)["situations"]:
            assert {line["code"] for line in situation["month"]["lines"]} <= codes


def test_what_is_left_out_has_its_documented_meaning():
    short = {
        "start_month": "2026-12",
        "person": {
            "birth_date": "1988-05-14",
            "benefits": [
                {
                    "kind": "ww",
                    "maandloon": "2800.00",
                    "first_day": "2026-09-01",
                    "last_day": "2027-08-31",
                }
            ],
            "loonheffingskorting_at": "benefit",
        },
        "plans": [
            {
                "id": "18-hours",
                "loonheffingskorting_at": "work",
                "work": [{"kind": "employment", "gross": "1250.00", "per": "month"}],
            }
        ],
        "home": {"kind": "rent", "kale_huur": "650.00", "municipality": "0344"},
        "vermogen": "2500.00",
    }
    assert ask(short) == ask(EXAMPLE)


@pytest.mark.parametrize("gross", ["1250.00", "1250", 1250, 1250.0, 1250.00, "01250.000000"])
def test_strings_and_json_numbers_are_the_same_amount(gross):
    assert ask(put((f"{JOB}.gross", gross)))["differences"] == ask(EXAMPLE)["differences"]


def test_a_plan_without_the_credit_named_keeps_it_where_it_is():
    question = put()
    del question["plans"][0]["loonheffingskorting_at"]
    moved = put(("plans.0.loonheffingskorting_at", "benefit"))
    assert ask(question)["situations"] == ask(moved)["situations"]


def test_amounts_rest_on_their_source_where_that_is_weak():
    """The tables for holiday pay come from one unofficial source: ``withheld`` rests on them."""
    rests_on = {item["name"]: item["confidence"] for item in ask(EXAMPLE)["rests_on"]}
    assert rests_on.get("loonbelasting.bijzonder_tarief_wit") == "single"
    assert rests_on.get("loonbelasting.bijzonder_tarief_groen") == "single"


# --- Errors ------------------------------------------------------------------------------

ERRORS = [
    ("no_benefit", [("person.benefits", [])], "person.benefits", "no_benefit"),
    (
        "four_plans",
        [("plans", [{**PLAN, "id": str(number)} for number in range(4)])],
        "plans",
        "too_many_plans",
    ),
    ("one_id_twice", [("plans", [PLAN, PLAN])], "plans.1.id", "id_twice"),
    ("id_now", [("plans.0.id", "now")], "plans.0.id", "id_now"),
    ("under_18", [("person.birth_date", "2008-11-23")], "person.birth_date", "under_18"),
    ("aow_age", [("person.birth_date", "1959-11-22")], "person.birth_date", "aow_age"),
    (
        "born_after_rules_date",
        [("person.birth_date", "2026-11-23")],
        "person.birth_date",
        "after_rules_date",
    ),
    (
        "child_born_after_rules_date",
        [("children", [{"birth_date": "2026-11-23"}])],
        "children.0.birth_date",
        "after_rules_date",
    ),
    (
        "partner_born_after_rules_date",
        [("partner", {"birth_date": "2026-11-23", "income": []})],
        "partner.birth_date",
        "after_rules_date",
    ),
    (
        "co_resident_born_after_rules_date",
        [("co_residents", [{"birth_date": "2026-11-23", "income_per_year": 0}])],
        "co_residents.0.birth_date",
        "after_rules_date",
    ),
    (
        "last_day_before_first",
        [(f"{BENEFIT}.last_day", "2026-08-31")],
        f"{BENEFIT}.last_day",
        "before_first_day",
    ),
    (
        "hours_above_80",
        [(f"{JOB}.hours_per_week", "80.01")],
        f"{JOB}.hours_per_week",
        "too_high",
    ),
    ("loonwaarde_below_30", [(f"{JOB}.loonwaarde", "0.29")], f"{JOB}.loonwaarde", "too_low"),
    ("loonwaarde_above_100", [(f"{JOB}.loonwaarde", 1.01)], f"{JOB}.loonwaarde", "too_high"),
    ("negative_wage", [(f"{JOB}.gross", "-0.01")], f"{JOB}.gross", "negative"),
    ("wage_above_100000", [(f"{JOB}.gross", 100000.01)], f"{JOB}.gross", "too_high"),
    (
        "wage_per_hour_above_100000_a_month",
        [(f"{JOB}.gross", 2000), (f"{JOB}.per", "hour")],
        f"{JOB}.gross",
        "too_high",
    ),
    ("negative_maandloon", [(f"{BENEFIT}.maandloon", -1)], f"{BENEFIT}.maandloon", "negative"),
    (
        "maandloon_above_100000",
        [(f"{BENEFIT}.maandloon", "100000.01")],
        f"{BENEFIT}.maandloon",
        "too_high",
    ),
    (
        "maandloon_above_the_maximum",
        [(f"{BENEFIT}.maandloon", "6740.55")],
        f"{BENEFIT}.maandloon",
        "above_maximum_dagloon",
    ),
    (
        "maandloon_above_the_maximum_of_2025",
        [("rules_date", "2025-12-31"), (f"{BENEFIT}.maandloon", "6477.60")],
        f"{BENEFIT}.maandloon",
        "above_maximum_dagloon",
    ),
    (
        "wajong2015_with_capacity",
        [(BENEFIT, WAJONG2015)],
        f"{BENEFIT}.arbeidsvermogen",
        "wajong2015_arbeidsvermogen",
    ),
    ("before_the_rules", [("rules_date", "2025-06-30")], "rules_date", "date_not_covered"),
    ("after_the_rules", [("rules_date", "2028-01-01")], "rules_date", "date_not_covered"),
    ("unknown_field", [("salary", 1)], "salary", "unknown_field"),
    ("unknown_field_inside", [(f"{JOB}.bonus", 1)], f"{JOB}.bonus", "unknown_field"),
    ("unknown_kind", [(f"{BENEFIT}.kind", "bijstand")], f"{BENEFIT}.kind", "not_a_choice"),
    ("no_such_day", [("person.birth_date", "1988-02-30")], "person.birth_date", "not_a_date"),
    ("no_such_month", [("start_month", "2026-13")], "start_month", "not_a_month"),
    ("no_months", [("months", 0)], "months", "too_low"),
    ("too_many_months", [("months", 25)], "months", "too_high"),
    (
        "no_municipality",
        [("home.municipality", "9999")],
        "home.municipality",
        "unknown_municipality",
    ),
    ("no_list", [("plans", "one")], "plans", "not_a_list"),
    ("no_object", [("person", [])], "person", "not_an_object"),
    (
        "no_boolean",
        [("partner", {"birth_date": "1970-01-01", "income": [], "insured": "ja"})],
        "partner.insured",
        "not_yes_or_no",
    ),
]


@pytest.mark.parametrize(
    ("changes", "path", "code"), [item[1:] for item in ERRORS], ids=[item[0] for item in ERRORS]
)
def test_errors(changes, path, code):
    assert errors_of(put(*changes)) == {path: code}


@pytest.mark.parametrize(
    "changes",
    [
        [(f"{JOB}.hours_per_week", "80")],
        [(f"{JOB}.loonwaarde", "0.30")],
        [(f"{JOB}.loonwaarde", "1.00")],
        [(f"{JOB}.gross", 0)],
        [(f"{BENEFIT}.maandloon", "6740.54")],
        [(f"{BENEFIT}.maandloon", "6740.54"), (f"{BENEFIT}.ongemaximeerd_maandloon", 9000)],
        [(f"{BENEFIT}.maandloon", 0)],
        [("person.birth_date", "2008-11-22")],
        [("person.birth_date", "1959-11-23")],
        [(f"{BENEFIT}.last_day", "2026-09-01")],
        [("rules_date", "2025-07-01"), (f"{BENEFIT}.first_day", None)],
        [("rules_date", "2027-12-31")],
        [("plans", [{**PLAN, "id": str(number)} for number in range(3)])],
        [("plans", [])],
        [("months", 1)],
        [("months", 24)],
    ],
    ids=str,
)
def test_at_the_edge_it_is_no_error(changes):
    assert errors_of(put(*changes)) == {}


def test_a_date_that_is_not_covered_says_which_dates_are():
    (message,) = messages_of(put(("rules_date", "2024-01-01")))
    assert "1 juli 2025" in message and "31 december 2027" in message


def test_several_errors_at_once():
    question = put(
        ("salary", 1),
        ("person.birth_date", "2020-01-01"),
        (f"{BENEFIT}.maandloon", "9000"),
        (f"{BENEFIT}.last_day", "2026-01-01"),
        ("plans.0.id", "now"),
        (f"{JOB}.gross", -5),
        (f"{JOB}.hours_per_week", 100),
        ("home.municipality", "0000"),
    )
    assert errors_of(question) == {
        "salary": "unknown_field",
        "person.birth_date": "under_18",
        f"{BENEFIT}.maandloon": "above_maximum_dagloon",
        f"{BENEFIT}.last_day": "before_first_day",
        "plans.0.id": "id_now",
        f"{JOB}.gross": "negative",
        f"{JOB}.hours_per_week": "too_high",
        "home.municipality": "unknown_municipality",
    }


def test_a_date_that_is_not_covered_does_not_hide_the_other_errors():
    """All errors at once: these need no rules of that date."""
    question = put(
        ("rules_date", "2030-01-01"),
        ("person.benefits", []),
        ("plans", [{**PLAN, "id": str(number)} for number in range(4)]),
        ("plans.0.id", "now"),
    )
    assert errors_of(question) == {
        "rules_date": "date_not_covered",
        "person.benefits": "no_benefit",
        "plans": "too_many_plans",
        "plans.0.id": "id_now",
    }


def test_profit_counts_as_income_of_the_year():
    """AIB 3:2 lid 1 d, Wet IB 3.79a: 12,000 less 12.7% is 10,476, for who works few hours."""
    question = put(
        ("person.benefits", [{"kind": "iva", "maandloon": "2800.00"}]),
        (JOB, {"kind": "self_employed", "profit_per_year": "12000", "hours_per_week": "4"}),
    )
    said = ask(question)
    plan = said["situations"][1]
    lines = {line["code"]: line for line in plan["month"]["lines"]}
    assert lines["winst"]["gross"] == "1000.00" and lines["winst"]["payer"] == "self"
    # 0.75 x 2800 - 0.7 x 1000, of which 100/108 is paid
    assert lines["iva"]["gross"] == "1296.30"
    assert said["curve"] is None  # there is no wage to vary
    # the benefit of twelve months with its holiday allowance: 12 x 1400
    assert Decimal(plan["year"]["belastbaar_inkomen"]) == Decimal("16800.00") + Decimal("10476.00")


def test_no_message_repeats_what_was_typed():
    """Errors end up in logs and screenshots; an answer is the visitor's own."""
    typed = "geheim-4711"
    for path in paths_of(FAMILY):
        for message in messages_of(put((path, typed), base=FAMILY)):
            assert typed not in message


def test_every_code_has_words_that_need_nothing_but_what_its_problem_gives():
    for changes in [item[1] for item in ERRORS]:
        for message in messages_of(put(*changes)):
            assert "%(" not in message and "None" not in message


# --- Unknown answers ---------------------------------------------------------------------

UNKNOWN = [
    (f"{BENEFIT}.maandloon", EXAMPLE, "ww"),
    (f"{JOB}.gross", EXAMPLE, "loon"),
    ("home", EXAMPLE, "huurtoeslag"),
    ("home.kind", EXAMPLE, "huurtoeslag"),
    ("home.kale_huur", EXAMPLE, "huurtoeslag"),
    ("vermogen", EXAMPLE, "zorgtoeslag"),
    ("person.benefits.1.resterende_verdiencapaciteit", FAMILY, "wga"),
    ("person.benefits.1.phase", FAMILY, "wga"),
    ("person.benefits.1.maandloon", FAMILY, "wga"),
    ("partner.income.0.gross_per_month", FAMILY, "zorgtoeslag"),
    ("children.0.income_per_year", FAMILY, "huurtoeslag"),
    ("children.0.childcare.0.hours_per_month", FAMILY, "kinderopvangtoeslag"),
    ("children.0.childcare.0.price_per_hour", FAMILY, "childcare_cost"),
    ("co_residents.0.income_per_year", FAMILY, "huurtoeslag"),
    ("co_residents.0.commercial_tenant", FAMILY, "huurtoeslag"),
]


@pytest.mark.parametrize(("path", "base", "code"), UNKNOWN, ids=[item[0] for item in UNKNOWN])
def test_an_unknown_answer_is_never_counted_as_zero(path, base, code):
    said = ask(put((path, None), base=base))
    plan = said["situations"][1]["month"]
    line = next(line for line in plan["lines"] if line["code"] == code)
    assert line["known"] is False
    assert path in line["missing"]
    assert line.get("gross", line.get("net")) is None
    assert plan["net"] is None and plan["complete"] is False and path in plan["missing"]
    (difference,) = said["differences"]
    assert difference["net_per_month"] is None and difference["known"] is False
    assert difference["kept_per_euro"] is None
    CalculateOut.model_validate(said)


def test_unknown_hours_make_an_hourly_wage_unknown_and_name_the_question():
    said = ask(put((f"{JOB}.per", "hour"), (f"{JOB}.hours_per_week", None)))
    line = said["situations"][1]["month"]["lines"][0]
    assert (line["code"], line["known"]) == ("loon", False)
    assert line["missing"] == [f"{JOB}.hours_per_week"]


def test_an_unknown_place_of_the_credit_makes_the_withholding_unknown():
    said = ask(put(("person.loonheffingskorting_at", None)))
    now = said["situations"][0]["month"]
    (payer,) = now["payers"]
    assert payer["gross"] == "1814.81"
    assert payer["withheld"] is None and payer["net"] is None and payer["known"] is False
    assert now["missing"] == ["person.loonheffingskorting_at"]
    # the benefit itself and the toeslagen don't depend on it
    assert {line["code"]: line.get("gross", line.get("net")) for line in now["lines"]} == {
        "ww": "1814.81",
        "zorgtoeslag": "129.00",
        "huurtoeslag": "392.00",
    }


def test_now_stays_known_when_only_the_plan_misses_an_answer():
    said = ask(put((f"{JOB}.gross", None)))
    assert said["situations"][0]["month"]["net"] == "1947.14"


def test_too_much_vermogen_settles_a_toeslag_without_the_other_answers():
    said = ask(put(("vermogen", 200000), ("home.kale_huur", None)))
    lines = {line["code"]: line for line in said["situations"][0]["month"]["lines"]}
    assert lines["zorgtoeslag"]["net"] == lines["huurtoeslag"]["net"] == "0.00"


def test_huurtoeslag_and_childcare_of_2025_are_unknown_not_guessed():
    said = ask(put(("rules_date", "2025-12-31"), base=FAMILY))
    lines = {line["code"]: line for line in said["situations"][1]["month"]["lines"]}
    for code in ("huurtoeslag", "kinderopvangtoeslag"):
        assert (lines[code]["net"], lines[code]["known"]) == (None, False)
        assert lines[code]["reason"] == f"{code}_2025"
    assert lines["zorgtoeslag"]["net"] is not None
    year = said["situations"][1]["year"]
    assert year["withheld"] is None and year["assessment"] is None
    assert year["inkomstenbelasting"] is not None


# --- Nasty input -------------------------------------------------------------------------

NOT_JSON = [
    "",
    " ",
    "{",
    "nothing",
    "{'a': 1}",
    '{"a": 1,}',
    "[" * 100_000,
    '{"person":' * 5_000,
    b"\xff\xfe\x00",
    b"\x00",
    '{"a": 1e99999999999999999999}',
]


@pytest.mark.parametrize("text", NOT_JSON, ids=lambda text: repr(text[:15]))
def test_what_is_no_json_says_so(text):
    assert errors_of(text) == {"": "invalid_json"}


@pytest.mark.parametrize("text", ["null", "[]", "1", '"text"', "true", "NaN"])
def test_json_that_is_no_object_says_so(text):
    assert errors_of(text) == {"": "not_an_object"}


WRONG_NUMBERS = [
    math.nan,
    math.inf,
    -math.inf,
    "NaN",
    "Infinity",
    "-inf",
    "1e5",
    "0x10",
    "1,5",
    "1.250,00",
    "€ 5",
    "12 34",
    "",
    " ",
    "1" * 41,
    "１２",  # digits of another script
    "۱۲",
    "1_000",
    "--1",
    True,
    False,
    [],
    {},
    [1],
    {"value": 1},
    "\ud800",
    "\x00",
    "null",
]


@pytest.mark.parametrize("value", WRONG_NUMBERS, ids=repr)
def test_what_is_no_number_is_an_error(value):
    assert errors_of(put((f"{JOB}.gross", value))) == {f"{JOB}.gross": "not_a_number"}


@pytest.mark.parametrize(
    "value", ["1e400", "1e999999", "1" + "0" * 400, "100000.000001"], ids=lambda text: text[:10]
)
def test_a_huge_json_number_is_too_high(value):
    text = json.dumps(EXAMPLE).replace('"1250.00"', value)
    assert errors_of(text) == {f"{JOB}.gross": "too_high"}


@pytest.mark.parametrize("value", ["1e-400", "0.0000001", "1.0000000"])
def test_a_json_number_with_too_many_decimals_is_an_error(value):
    text = json.dumps(EXAMPLE).replace('"1250.00"', value)
    assert errors_of(text) == {f"{JOB}.gross": "too_many_decimals"}


WRONG_DATES = ["", "today", "22-11-2026", "2026-11-31", "2025-02-29", "20261122", "2026-W47-7"]
WRONG_DATES += ["2026-11-22T00:00:00", "0000-01-01", "99999-01-01", 20261122, 1.5, True, [], {}]


@pytest.mark.parametrize("value", WRONG_DATES, ids=repr)
def test_what_is_no_date_is_an_error(value):
    assert errors_of(put(("person.birth_date", value))) == {"person.birth_date": "not_a_date"}


@pytest.mark.parametrize("value", ["-0", "-0.00", -0.0, 0, "0"], ids=repr)
def test_nothing_is_written_without_a_sign(value):
    said = ask(put((f"{JOB}.gross", value), (f"{JOB}.travel_cost_per_month", value)))
    assert "-0.00" not in json.dumps(said)


def test_money_is_written_without_a_negative_nothing():
    assert money(Decimal("-0.004")) == "0.00"
    assert money(Decimal("-0")) == "0.00"


@pytest.mark.parametrize("pension", ["1250.00", "1250.01", "2000.00"])
def test_a_pension_contribution_above_the_wage_makes_no_negative_income(pension):
    """Either an error, or no income: it never raises a benefit above that without work."""
    question = put((f"{JOB}.pension_per_month", pension))
    if errors_of(question):
        return
    lines = {line["code"]: line for line in ask(question)["situations"][1]["month"]["lines"]}
    assert Decimal(lines["ww"]["gross"]) <= Decimal("1814.81")


NASTY = [
    None,
    True,
    -1,
    0,
    1,
    10**30,
    -0.0,
    1e-9,
    math.nan,
    "",
    "-",
    "1e3",
    "2026-02-30",
    "9999-12-31",
    "0001-01-01",
    "x" * 1000,
    "\x00",
    "<script>",
    [],
    {},
    [None],
    [[]],
    {"kind": "ww"},
    {"kind": None},
    [{"kind": "iva", "maandloon": None}],
    [{}] * 30,
]


@pytest.mark.parametrize("path", paths_of(FAMILY))
def test_whatever_stands_in_an_answer_there_is_an_answer_or_an_error(path):
    """No value anywhere breaks it; an error has a known code, and a path that was asked."""
    known = set(paths_of(FAMILY))
    for value in NASTY:
        question = put((path, value), base=FAMILY)
        found = errors_of(question)
        for where, code in found.items():
            assert code in MESSAGES, (path, value, code)
            inside = any(
                where.startswith(place) or place.startswith(where) for place in known
            ) or path.startswith(where)
            assert inside, (path, value, where)
        if not found:
            for situation in ask(question)["situations"]:
                text = json.dumps([situation["month"], situation["year"]])
                assert "NaN" not in text and "Infinity" not in text, (path, value)


@pytest.mark.parametrize("path", ["plans.0.id", "home.kind", f"{JOB}.per", "nowhere"])
def test_half_a_character_is_an_error_with_a_code_of_ours(path):
    """A lone surrogate can be written in JSON, but is no text."""
    (code,) = errors_of(put((path, "\ud800"))).values()
    assert code in MESSAGES


def test_half_a_character_in_the_name_of_a_field_is_an_unknown_field():
    (code,) = errors_of(put(("\ud800", 1))).values()
    assert code in MESSAGES


@pytest.mark.parametrize("value", [math.nan, math.inf], ids=repr)
def test_a_json_number_that_is_none_is_no_text_either(value):
    assert set(errors_of(put(("plans.0.id", value)))) == {"plans.0.id"}


# --- The calendar ------------------------------------------------------------------------


def test_a_month_after_the_rules_is_there_but_unknown():
    said = ask(put(("start_month", "2027-12"), ("months", 2)))
    known, unknown = said["situations"][0]["calendar"]
    assert known["net"] is not None
    assert (unknown["month"], unknown["net"], unknown["known"]) == ("2028-01", None, False)
    assert unknown["reason"] == "rules_not_known"


def test_left_out_the_calendar_is_a_year_or_as_far_as_the_rules_go():
    question = put(("start_month", "2027-10"))
    del question["months"]
    assert len(ask(question)["situations"][0]["calendar"]) == 3
    del question["start_month"]
    months = [item["month"] for item in ask(question)["situations"][0]["calendar"]]
    assert (months[0], len(months)) == ("2026-11", 12)


@pytest.mark.parametrize("month", ["2025-06", "2028-01"])
def test_a_calendar_begins_in_a_month_with_rules(month):
    assert errors_of(put(("start_month", month))) == {"start_month": "month_not_covered"}


def test_a_month_of_next_year_says_that_it_is_provisional():
    calendar = ask(EXAMPLE)["situations"][0]["calendar"]
    assert {item["certainty"] for item in calendar if item["month"] < "2027"} == {"definite"}
    assert {item["certainty"] for item in calendar if item["month"] > "2027"} == {"provisional"}


def test_a_rules_date_of_next_year_says_that_it_is_provisional():
    assert ask(put(("rules_date", "2027-01-01")))["certainty"] == "provisional"


def test_a_missing_answer_is_a_missing_answer_in_every_month():
    calendar = ask(put((f"{BENEFIT}.maandloon", None)))["situations"][1]["calendar"]
    for month in calendar:
        assert month["net"] is None and month["known"] is False
        assert f"{BENEFIT}.maandloon" in month["missing"]
