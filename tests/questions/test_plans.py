"""Plans beside each other: added, taken away, and tried out with other hours."""

import re
from decimal import Decimal

import pytest
from django.http import QueryDict
from django.test import Client
from django.utils.html import strip_tags

from calculator.contract.read import read
from calculator.formats import format_money
from calculator.questions.plans import add_plan, plan_count, remove_plan
from calculator.questions.to_contract import Filled
from calculator.questions.what_if import trying_of, use
from calculator.results.parts import parts_of
from calculator.rules import calculate
from tests.questions.people import (
    DAY,
    IVA_WORKER,
    LOW_WAGE,
    PEOPLE,
    SINGLE_MOTHER,
    WAJONG_DISPENSATIE,
    WAJONG_RENTER,
    Answers,
    filled_in,
    filled_up,
    form_of,
    sent,
)


def data_of(answers: Answers) -> QueryDict:
    """Answers as a request holds them."""
    data = QueryDict(mutable=True)
    for name, value in answers.items():
        data.setlist(name, value if isinstance(value, list) else [value])
    return data


THREE = {
    "plans": "3",
    "plan0_gross": "100",
    "plan1_gross": "200",
    "plan1_kind": "work",
    "plan2_gross": "300",
    "start": "2026-12",
}


@pytest.mark.parametrize(
    ("place", "left"),
    [(0, ["200", "300"]), (1, ["100", "300"]), (2, ["100", "200"])],
)
def test_a_plan_is_taken_away_and_those_after_it_move_up(place, left):
    data = data_of(THREE)
    remove_plan(data, place)
    assert plan_count(data) == 2
    assert [data[f"plan{it}_gross"] for it in range(2)] == left
    assert not [name for name in data if name.startswith("plan2_")]
    assert data["start"] == "2026-12"
    # what only the second plan had goes with it
    assert [name for name in data if name.endswith("_kind")] == (
        [] if place == 1 else [f"plan{1 if place == 2 else 0}_kind"]
    )


def test_the_last_plan_stays_and_a_fourth_is_not_added():
    data = data_of({"plans": "1", "plan0_gross": "100"})
    remove_plan(data, 0)
    assert data["plan0_gross"] == "100"
    remove_plan(data, 2)
    assert plan_count(data) == 1
    full = data_of(THREE)
    assert add_plan(full) is None
    assert plan_count(full) == 3


@pytest.mark.parametrize("said", ["", "0", "4", "x", "-1", "٣"])
def test_a_number_of_plans_that_cannot_be_is_one(said):
    assert plan_count(data_of({"plans": said})) == 1


def test_a_new_plan_begins_as_the_one_it_is_beside():
    data = data_of(sent(WAJONG_RENTER, plan1_gross="left behind"))
    assert add_plan(data) == 1
    assert data["plan1_gross"] == "14,99"
    assert data["plan1_hours"] == "16"
    data["plan1_hours"] = "24"
    assert add_plan(data, like=0) == 2
    assert data["plan2_hours"] == "16"


# --- Trying -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("answers", "name", "value", "unit"),
    [
        (WAJONG_RENTER, "plan0_hours", "16", "uur per week"),
        (WAJONG_DISPENSATIE, "plan0_gross", "624", "bruto per maand"),
        (LOW_WAGE, "plan0_gross", "400", "bruto per week"),
        (IVA_WORKER, "plan0_profit", "4800", "winst per jaar"),
    ],
)
def test_what_can_be_tried_is_what_the_plan_is_about(answers, name, value, unit):
    trying = trying_of(form_of(filled_up(answers)))
    assert trying is not None
    assert (trying.name, trying.plain, trying.unit) == (name, value, unit)
    # the slider reaches what was filled in, in whole steps
    assert trying.highest >= Decimal(value)
    assert trying.highest % trying.step == 0


def test_who_stops_has_nothing_to_try():
    stops = WAJONG_RENTER | {"works_now": "yes", "plan0_kind": "stop"}
    assert trying_of(form_of(filled_up(stops))) is None
    # but another plan may be about work
    beside = stops | {"plans": "2", "plan1_kind": "work", "plan1_per": "month"}
    trying = trying_of(form_of(filled_up(beside | {"plan1_gross": "500"})))
    assert trying is not None
    assert trying.name == "plan1_gross"


def test_a_varying_wage_that_is_tried_is_the_same_every_month():
    varying = filled_up(WAJONG_DISPENSATIE | {"plan0_varies": "yes"})
    data = data_of(sent(varying, try_amount="800"))
    use(data, trying_of(form_of(varying)), beside=False)
    assert (data["plan0_gross"], data["plan0_varies"]) == ("800", "no")


@pytest.mark.parametrize("person", PEOPLE)
def test_what_is_tried_is_what_the_whole_calculation_gives(client: Client, person):
    """The quick answer and the whole page can't differ."""
    answers = filled_up(PEOPLE[person])
    trying = trying_of(form_of(answers))
    said = sent(answers, try_amount=str(trying.value + trying.step))
    part = client.post("/nl/wat-als/", said).text
    whole = client.post("/nl/vragen/", said | {"try": "instead", "page": "result"}).text
    amounts = [text.split('<strong class="amount">')[1].split("<")[0] for text in (part, whole)]
    assert amounts[0] == amounts[1]
    assert amounts[0].startswith("€")


def test_what_was_tried_stands_beside_the_plan(client: Client):
    said = sent(WAJONG_RENTER, try_amount="24", **{"try": "beside"}, page="result")
    html = client.post("/nl/vragen/", said).text
    kept = filled_in(html)
    assert kept["plans"] == ["2"]
    assert (kept["plan0_hours"], kept["plan1_hours"]) == (["16"], ["24"])
    assert html.count('class="answer__sentence"') == 2


@pytest.mark.parametrize("typed", ["", "veel", "-3", "900", "1,2,3"])
def test_what_cannot_be_tried_is_said_kindly(client: Client, typed):
    response = client.post("/nl/wat-als/", sent(WAJONG_RENTER, try_amount=typed))
    assert response.status_code == 200
    assert 'id="what-if-problem"' in response.text
    # as a plan it is an error beside its question, with what was typed
    html = client.post(
        "/nl/vragen/", sent(WAJONG_RENTER, try_amount=typed, **{"try": "instead"}, page="result")
    ).text
    said = re.search(r'id="id_plan0_hours_error".*?</p>', html, re.S)[0]
    # in the words of the question itself
    problem = re.search(r'id="what-if-problem".*?</p>', response.text, re.S)[0]
    assert strip_tags(problem).split()[2:] == strip_tags(said).split()[2:] != []
    assert filled_in(html)["plan0_hours"] == [typed]


def test_a_plan_is_dropped_from_the_outcome(client: Client):
    two = filled_up(SINGLE_MOTHER | {"plans": "2", "plan1_gross": "700"})
    html = client.post("/nl/vragen/", sent(two, drop_plan="0", page="result")).text
    kept = filled_in(html)
    assert kept["plans"] == ["1"]
    assert kept["plan0_gross"] == ["700"]
    assert html.count('class="answer__sentence"') == 1


# --- The picture --------------------------------------------------------------------------


@pytest.mark.parametrize("person", PEOPLE)
def test_the_parts_of_a_month_are_its_net(person):
    form = form_of(filled_up(PEOPLE[person]))
    assert form.is_valid(), form.errors
    household = read(Filled(form).data, DAY).household
    for situation in calculate(household).situations:
        parts = parts_of(situation)
        assert parts is not None
        assert sum(part.amount for part in parts) == situation.month.net
        assert all(part.amount < 0 for part in parts if part.kind == "costs")
        assert all(part.amount > 0 for part in parts if part.kind != "costs")


def test_the_picture_of_the_renter_says_what_the_table_says(client: Client):
    # 908.38 Wajong and 72.17 supplement, less 272.16 tax; 1,039.31 wage less 15.58 tax (see the
    # rows of the journey); zorgtoeslag 129 and huurtoeslag 332
    html = client.post("/nl/vragen/", sent(WAJONG_RENTER)).text
    description = html.split('id="parts-page-desc">')[1].split("</desc>")[0]
    whole = [format_money(Decimal(amount), "nl", whole=True) for amount in ("1024", "708", "461")]
    plan = description.split("Met uw plan:")[1]
    assert all(amount in plan for amount in whole), plan


def test_every_answer_can_be_changed_where_it_is_read_back(client: Client):
    html = client.post("/nl/vragen/", sent(WAJONG_RENTER)).text
    listed = re.findall(r'<button class="link-button told__change"[^>]* value="([^"]*)"', html)
    form = form_of(sent(WAJONG_RENTER))
    assert listed == [name for section in form.told() for name in section["names"]]
    assert len(listed) > 15
    assert len(listed) == html.count('class="told__row"')
    # each leads to its own question, with everything still there
    for name in ("birth_date", "kale_huur", "plan0_korting"):
        asked = client.post("/nl/vragen/", sent(WAJONG_RENTER, change=name, page="result")).text
        assert f'data-start="{form.step_of(name)}"' in asked
        assert filled_in(asked)["kale_huur"] == ["650"]
