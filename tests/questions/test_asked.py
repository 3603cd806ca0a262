"""Which questions are asked: only those whose answer can change the outcome."""

import re
from typing import Any

import pytest
from django import forms
from django.utils.translation import override

from calculator.contract.read import ContractError, read
from calculator.municipalities.found import find
from calculator.questions.fields import (
    AmountField,
    DayField,
    HoursField,
    MunicipalityField,
    PercentageField,
)
from calculator.questions.form import MAX_CHILDREN, MAX_CO_RESIDENTS, QuestionsForm
from calculator.questions.to_contract import Filled
from calculator.rules import calculate, calendars
from tests.questions.people import (
    AGENCY_WORKER,
    DAY,
    IVA_WORKER,
    PEOPLE,
    SINGLE_MOTHER,
    WAJONG_AT_PARENTS,
    WAJONG_RENTER,
    WITH_FLATMATE,
    WW_OWNER,
    Answers,
    filled_up,
    form_of,
)

# 309.91 x 21.75, the highest maandloon of 22 November 2026
MAXIMUM = "6740,54"


def asked(answers: Answers, **other: Any) -> set[str]:
    """The questions that stand on the page with these answers."""
    return set(form_of(answers | other).fields)


def without(answers: Answers, *names: str) -> Answers:
    """The answers but for some of them."""
    return {name: value for name, value in answers.items() if name not in names}


def choices(form: QuestionsForm, name: str) -> list[str]:
    """The answers that can be chosen."""
    return [value for value, _label in form.fields[name].choices]


@pytest.mark.parametrize("person", PEOPLE)
def test_a_persona_is_asked_exactly_what_was_filled_in(person):
    questions = {name for name in asked(PEOPLE[person]) if not name.endswith("_unknown")}
    assert questions == set(PEOPLE[person])


def test_the_first_page_asks_for_the_day_of_birth_and_the_benefit_only():
    form = form_of(None)
    assert list(form.fields) == ["birth_date", "benefit"]
    assert not form.asks_everything()


@pytest.mark.parametrize(
    ("benefits", "own"),
    [
        (["ww"], {"ww_maandloon"}),
        (["wga"], {"wga_phase", "wga_maandloon"}),
        (["iva"], {"iva_maandloon"}),
        (["wajong"], {"wajong_regime"}),
        (["ww", "wga"], {"ww_maandloon", "wga_phase", "wga_maandloon"}),
        (["ww", "wajong"], {"ww_maandloon", "wajong_regime"}),
    ],
)
def test_each_benefit_brings_its_own_questions(benefits, own):
    every = {"ww_maandloon", "wga_phase", "wga_maandloon", "iva_maandloon", "wajong_regime"}
    assert asked({"benefit": benefits}) & every == own


@pytest.mark.parametrize("prefix", ["now", "plan0"])
@pytest.mark.parametrize("per", ["month", "four_weeks", "week", "hour"])
def test_hours_are_asked_with_a_wage_per_hour_only(prefix, per):
    questions = asked(AGENCY_WORKER, **{f"{prefix}_per": per})
    assert (f"{prefix}_hours" in questions) == (per == "hour")


@pytest.mark.parametrize("regime", ["oWajong", "Wajong2010", "Wajong2015"])
@pytest.mark.parametrize("capacity", ["yes", "no", "unknown"])
def test_loondispensatie_is_asked_with_work_capacity_only(regime, capacity):
    questions = asked(WAJONG_RENTER, wajong_regime=regime, wajong_arbeidsvermogen=capacity)
    assert ("wajong_arbeidsvermogen" in questions) == (regime != "Wajong2015")
    assert ("plan0_dispensatie" in questions) == (regime != "Wajong2015" and capacity == "yes")


def test_loonwaarde_is_asked_with_loondispensatie_only():
    assert "plan0_loonwaarde" not in asked(WAJONG_RENTER)
    assert "plan0_loonwaarde" in asked(WAJONG_RENTER, plan0_dispensatie="yes")
    # an answer that stayed behind in another branch doesn't count
    stale = {"plan0_dispensatie": "yes", "wajong_arbeidsvermogen": "no"}
    assert not {"plan0_dispensatie", "plan0_loonwaarde"} & asked(WAJONG_RENTER, **stale)
    for other in (WW_OWNER, SINGLE_MOTHER, IVA_WORKER, WAJONG_AT_PARENTS):
        assert "plan0_dispensatie" not in asked(other)
        assert "plan0_dispensatie" not in asked(other, wajong_arbeidsvermogen="yes")


@pytest.mark.parametrize(
    ("typed", "per", "is_asked"),
    [
        ("6.740,54", "month", True),
        ("6740,44", "month", False),
        ("3.100,00", "month", False),
        ("309,91", "day", True),
        ("309,90", "day", False),
        ("309,91", "month", False),
        ("9999", "month", False),  # an error of its own
        ("veel", "month", False),
        ("", "month", False),
    ],
)
@pytest.mark.parametrize("kind", ["ww", "wga", "iva"])
def test_the_old_wage_is_asked_at_the_maximum_only(kind, typed, per, is_asked):
    answers = {"benefit": [kind], f"{kind}_maandloon": typed, f"{kind}_loon_per": per}
    assert (f"{kind}_boven_maximum" in asked(answers)) == is_asked
    for said in ("yes", "no", "unknown"):
        questions = asked(answers | {f"{kind}_boven_maximum": said})
        assert (f"{kind}_ongemaximeerd" in questions) == (is_asked and said == "yes")


@pytest.mark.parametrize(
    ("phase", "class_", "of_class", "of_capacity"),
    [
        ("", "", False, False),
        ("loongerelateerd", "45-55", False, False),
        ("vervolg", "", True, False),
        ("vervolg", "35-45", True, True),
        ("vervolg", "45-55", True, True),
        ("vervolg", "65-80", True, True),
        ("vervolg", "80-100", True, False),
    ],
)
def test_earning_capacity_is_asked_after_the_first_phase_and_below_80_percent(
    phase, class_, of_class, of_capacity
):
    questions = asked(SINGLE_MOTHER, wga_phase=phase, wga_class=class_)
    assert ("wga_class" in questions) == of_class
    assert ("wga_verdiencapaciteit" in questions) == of_capacity


@pytest.mark.parametrize(
    ("born", "is_asked"), [("31-12-2002", True), ("1-1-2003", False), ("", False), ("x", False)]
)
def test_a_garantiebedrag_is_asked_of_whoever_was_18_in_2020_only(born, is_asked):
    questions = asked(WAJONG_RENTER, birth_date=born, wajong_garantie="yes")
    assert ("wajong_garantie" in questions) == is_asked
    assert ("wajong_garantiebedrag" in questions) == is_asked
    assert "wajong_garantiebedrag" not in asked(WAJONG_RENTER, birth_date=born)


def test_the_benefit_of_the_past_stays_unasked_without_work_now():
    assert not any(name.startswith("now_") and name != "now_korting" for name in asked(WW_OWNER))
    assert choices(form_of(WW_OWNER), "plan0_kind") == ["work", "own"]
    assert choices(form_of(AGENCY_WORKER), "plan0_kind") == ["work", "own", "stop"]


def test_the_credit_at_work_can_be_chosen_with_work_only():
    form = form_of(WW_OWNER)
    assert choices(form, "now_korting") == ["benefit", "none", "unknown"]
    assert choices(form, "plan0_korting") == ["benefit", "work", "none"]
    assert "work" in choices(form_of(AGENCY_WORKER), "now_korting")
    stops = form_of(AGENCY_WORKER | {"plan0_kind": "stop"})
    assert choices(stops, "plan0_korting") == ["benefit", "none"]
    assert not any(
        name.startswith("plan0_") and name not in ("plan0_kind", "plan0_korting")
        for name in stops.fields
    )


@pytest.mark.parametrize("home", ["rent", "room", "own", "parents", ""])
def test_the_rent_is_asked_of_whoever_rents_a_home_only(home):
    assert ("kale_huur" in asked(WITH_FLATMATE, home_kind=home)) == (home == "rent")


@pytest.mark.parametrize(
    ("home", "partner", "born", "is_asked"),
    [
        ("rent", "no", "1-1-1990", True),
        ("rent", "yes", "1-1-1990", True),  # their income counts for the huurtoeslag
        ("own", "no", "1-1-1990", True),  # they lower the Toeslagenwet of somebody alone
        ("room", "no", "1-1-1990", True),
        ("own", "yes", "1-1-1990", True),  # they lower the bijstandsnorm
        ("room", "yes", "1-1-1990", True),
        ("own", "no", "23-11-2005", False),  # not 21 yet
        ("own", "no", "22-11-2005", True),  # 21 today
        ("parents", "no", "1-1-1990", False),  # the parents decide
        ("", "no", "1-1-1990", False),
    ],
)
def test_housemates_are_asked_for_where_they_matter(home, partner, born, is_asked):
    questions = asked(WITH_FLATMATE, home_kind=home, has_partner=partner, birth_date=born)
    assert ("others" in questions) == is_asked
    assert any(name.startswith("other0_") for name in questions) == is_asked


@pytest.mark.parametrize(
    ("home", "kind", "born", "partner", "is_asked"),
    [
        ("rent", "other", "9-9-1993", "no", True),  # shares the costs from 27
        ("rent", "student", "9-9-1993", "no", False),
        ("rent", "tenant", "9-9-1993", "no", False),
        ("rent", "", "9-9-1993", "no", False),
        ("rent", "other", "9-9-1993", "yes", True),
        ("own", "other", "9-9-1993", "no", True),
        ("own", "student", "9-9-1993", "no", False),
        ("rent", "student", "9-9-2007", "no", True),  # perhaps all are younger than 21
        ("rent", "other", "9-9-2007", "yes", True),
    ],
)
def test_a_housemates_age_is_asked_where_it_counts(home, kind, born, partner, is_asked):
    change = {"home_kind": home, "birth_date": born, "has_partner": partner, "other0_kind": kind}
    assert ("other0_birth_date" in asked(WITH_FLATMATE | change)) == is_asked


@pytest.mark.parametrize(
    ("home", "kind", "is_asked"),
    [
        ("rent", "other", True),
        ("rent", "student", True),
        ("rent", "tenant", False),
        ("own", "other", False),
        ("room", "student", False),
    ],
)
def test_a_housemates_income_is_asked_for_huurtoeslag_only(home, kind, is_asked):
    questions = asked(WITH_FLATMATE, home_kind=home, other0_kind=kind)
    assert ("other0_income" in questions) == is_asked


def test_a_partner_brings_its_questions_and_each_income_its_amount():
    assert not any(name.startswith("partner") for name in asked(WITH_FLATMATE))
    questions = asked(WW_OWNER, partner_income=[])
    assert {name for name in questions if name.startswith("partner")} == {
        "partner_birth_date",
        "partner_income",
        "partner_insured",
    }
    for kind in ("wage", "benefit", "aow", "pension"):
        amounts = {f"partner_{name}" for name in ("wage", "benefit", "aow", "pension")}
        assert asked(WW_OWNER, partner_income=[kind]) & amounts == {f"partner_{kind}"}


@pytest.mark.parametrize(
    ("home", "born", "is_asked"),
    [
        ("rent", "22-11-2011", True),  # 15 today
        ("rent", "23-11-2011", False),
        ("own", "22-11-2011", False),
        ("rent", "", False),
    ],
)
def test_a_childs_income_is_asked_from_15_and_for_huurtoeslag_only(home, born, is_asked):
    answers = SINGLE_MOTHER | {"home_kind": home, "child0_birth_date": born}
    assert ("child0_income" in asked(answers)) == is_asked


@pytest.mark.parametrize(
    ("born", "kinds"),
    [
        ("23-11-2023", ["none", "dagopvang", "gastouder"]),  # 3 tomorrow
        ("22-11-2023", ["none", "dagopvang", "bso", "gastouder"]),
        ("23-11-2021", ["none", "dagopvang", "bso", "gastouder"]),  # 5 tomorrow
        ("22-11-2021", ["none", "bso", "gastouder"]),
        ("23-11-2013", ["none", "bso", "gastouder"]),  # 13 tomorrow
        ("22-11-2013", None),
        ("", None),
    ],
)
def test_childcare_is_asked_up_to_12_with_the_kinds_for_that_age(born, kinds):
    form = form_of(SINGLE_MOTHER | {"child0_birth_date": born})
    if kinds is None:
        assert "child0_care" not in form.fields
    else:
        assert choices(form, "child0_care") == kinds


@pytest.mark.parametrize(
    ("said", "children", "others"),
    [("0", 0, 0), ("2", 2, 2), ("99", MAX_CHILDREN, MAX_CO_RESIDENTS), ("x", 0, 0), ("-1", 0, 0)],
)
def test_there_are_as_many_children_and_housemates_as_was_said(said, children, others):
    questions = asked(SINGLE_MOTHER, children=said, others=said)
    assert sum(bool(re.fullmatch(r"child\d_birth_date", name)) for name in questions) == children
    assert sum(bool(re.fullmatch(r"other\d_kind", name)) for name in questions) == others


@pytest.mark.parametrize(
    ("said", "plans"), [("1", 1), ("3", 3), ("0", 1), ("9", 3), ("x", 1), ("\u0662", 1)]
)
def test_there_are_one_to_three_plans(said, plans):
    form = form_of(WW_OWNER | {"plans": said})
    assert form.plan_count == plans
    assert sum(name.endswith("_kind") and "plan" in name for name in form.fields) == plans


# --- Every question can change the outcome ------------------------------------------------


def household_of(answers: Answers) -> Any:
    """The question of a filled-in form; ``None`` where the form or the contract refuses it."""
    form = form_of(answers)
    if not form.is_valid():
        return None
    try:
        return read(Filled(form).data, DAY)
    except ContractError:
        return None


def regular_of(question: Any) -> Any:
    """The regular month and its year."""
    return _situations(calculate(question.household, explain=False))


def _situations(outcome: Any) -> Any:
    return [(item.month, item.year, item.net_per_year) for item in outcome.situations], [
        (item.code, item.because) for item in outcome.not_counted
    ]


def calendar_of(question: Any) -> Any:
    """Month after month."""
    return calendars(question.household, question.start_month, question.months)


def schemes_of(question: Any) -> Any:
    """The minimum schemes, and which municipality's they are."""
    found = find(question.household, calculate(question.household, explain=False))
    return found.municipality, [(item.now.scheme.code, item.judged) for item in found.schemes]


def other_answers(form: QuestionsForm, name: str) -> list[Any]:
    """Answers to a question that differ from what was said."""
    field = form.fields[name]
    said = form.data.get(name, "")
    if isinstance(field, forms.BooleanField):
        return ["on"]
    if isinstance(field, forms.MultipleChoiceField):
        return [[value] for value in choices(form, name) if [value] != said] + [[]]
    if isinstance(field, forms.ChoiceField):
        return [value for value in choices(form, name) if value not in ("", said)]
    if isinstance(field, DayField) and name.startswith(("ww_", "wga_")):
        return [day for day in ["15-1-2026", "20-10-2026", "15-3-2027"] if day != said]
    if isinstance(field, DayField):
        days = ["1-1-1955", "1-6-1962", "1-1-1975", "1-1-1990", "1-1-2006", "1-2-2010", "1-1-2025"]
        return [day for day in days if day != said]
    if isinstance(field, PercentageField):
        return ["30", "80", "100"]
    if isinstance(field, HoursField):
        return ["10", "40"]
    if isinstance(field, MunicipalityField):
        return ["", "Ameland"]
    assert isinstance(field, AmountField)
    if name.endswith("_pension"):
        return ["0", "1"]
    if name.endswith("_gross"):
        return ["60", "450", "1500"]
    return ["0", "1", "60", "450", "1500", "9000", "80000", "200000"]


def changes_something(answers: Answers, name: str) -> bool:
    """Whether some other answer to this question leads to another outcome."""
    question = household_of(answers)
    assert question is not None
    day = name.removesuffix("_unknown")
    if name.endswith("_unknown") and isinstance(form_of(answers).fields[day], DayField):
        # not knowing a day that lies outside the calendar is no different from knowing it
        name = day
    if name.endswith("_unknown"):
        # who doesn't know leaves the amount open
        answers = answers | {name.removesuffix("_unknown"): ""}
    others = [
        household_of(filled_up(answers | {name: other}))
        for other in other_answers(form_of(answers), name)
    ]
    others = [other for other in others if other is not None]
    known = regular_of(question)
    if any(regular_of(other) != known for other in others):
        return True
    known = calendar_of(question)
    if any(calendar_of(other) != known for other in others):
        return True
    known = schemes_of(question)
    return any(schemes_of(other) != known for other in others)


def with_little_money(answers: Answers) -> Answers:
    """The same household with small amounts, so that no toeslag is out of reach."""
    amounts = {
        name
        for name, field in form_of(answers).fields.items()
        if type(field) is AmountField and not name.endswith("_pension")
    }
    return answers | {name: "150" for name in amounts}


#: households besides the personas, so that every question comes up
HOUSEHOLDS: dict[str, Answers] = {
    **PEOPLE,
    "maximum": filled_up(
        WW_OWNER
        | {
            "ww_maandloon": MAXIMUM,
            "ww_boven_maximum": "yes",
            "ww_ongemaximeerd": "9000",
            "plan0_pension": "10",
        }
    ),
    "guarantee": filled_up(
        WAJONG_RENTER | {"wajong_garantie": "yes", "wajong_garantiebedrag": "60"}
    ),
    "older_partner": filled_up(
        WW_OWNER
        | {
            "partner_birth_date": "1-2-1958",
            "partner_income": ["aow", "pension", "benefit"],
            "partner_aow": "1122",
            "partner_pension": "300",
            "partner_benefit": "200",
        }
    ),
    "child_with_income": filled_up(
        SINGLE_MOTHER | {"child1_birth_date": "1-2-2010", "child1_income": "4000"}
    ),
    "two_benefits": filled_up(SINGLE_MOTHER | {"benefit": ["ww", "wga"], "ww_maandloon": "900"}),
    "stops": filled_up(without(AGENCY_WORKER, "plan0_gross") | {"plan0_kind": "stop"}),
    "works_more": filled_up(AGENCY_WORKER | {"now_per": "hour", "now_gross": "15"}),
    "in_a_room": filled_up(WITH_FLATMATE | {"home_kind": "room"}),
    "student": filled_up(WITH_FLATMATE | {"other0_kind": "student", "other0_income": "0"}),
    "grown_child": filled_up(
        WITH_FLATMATE | {"other0_kind": "child", "other0_birth_date": "1-1-2005"}
    ),
    "tenant": filled_up(WITH_FLATMATE | {"other0_kind": "tenant"}),
    "first_phase": filled_up(SINGLE_MOTHER | {"wga_phase": "loongerelateerd"}),
}

#: who is old enough for AOW, or not 18 yet, gets another answer altogether
IDENTITY = {"birth_date"}


@pytest.mark.parametrize("person", HOUSEHOLDS)
def test_every_question_that_is_asked_can_change_the_outcome(person):
    answers = HOUSEHOLDS[person]
    with override("nl"):
        idle = {
            name
            for name in set(form_of(answers).fields) - IDENTITY
            if not changes_something(answers, name)
            and not changes_something(with_little_money(answers), name)
        }
    assert idle == set()


def test_the_households_bring_up_every_question():
    seen = {name for answers in HOUSEHOLDS.values() for name in form_of(answers).fields}
    loose = {name.rstrip("0123456789").replace("_unknown", "") for name in seen}
    assert {
        "ww_ongemaximeerd",
        "wga_class",
        "wga_verdiencapaciteit",
        "iva_maandloon",
        "wajong_garantiebedrag",
        "now_hours",
        "plan0_kind",
        "plan0_hours",
        "plan0_loonwaarde",
        "kale_huur",
        "partner_wage",
        "partner_benefit",
        "partner_aow",
        "partner_pension",
        "child1_income",
        "other0_kind",
        "other0_income",
    } <= loose
