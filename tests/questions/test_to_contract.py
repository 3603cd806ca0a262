"""From a filled-in form to the question of the contract, and its errors back to the form."""

from decimal import Decimal
from typing import Any

import pytest
from django.utils.translation import override

from calculator.contract.read import ContractError, read
from calculator.questions.to_contract import Filled
from tests.questions.people import (
    AGENCY_WORKER,
    DAY,
    IVA_WORKER,
    PEOPLE,
    SINGLE_MOTHER,
    WAJONG_RENTER,
    WITH_FLATMATE,
    WW_OWNER,
    Answers,
    filled_up,
    form_of,
)


def filled(answers: Answers) -> Filled:
    """A valid form with these answers, ready for the contract."""
    with override("nl"):
        form = form_of(answers)
        assert form.is_valid(), form.errors.as_json()
    return Filled(form)


def job(gross: str, per: str = "month", **other: Any) -> dict[str, Any]:
    """A job as the contract has it."""
    return {
        "kind": "employment",
        "gross": gross,
        "per": per,
        "hours_per_week": None,
        "vakantiegeld": "yearly",
        "loonwaarde": None,
        "pension_per_month": "0",
        "travel_cost_per_month": "0",
        "until": None,
        "gross_low": None,
        "gross_high": None,
    } | other


def question(birth_date: str, benefit: dict[str, Any], work: dict[str, Any], **other: Any) -> Any:
    """A question with one plan, of somebody alone without work now."""
    person = {
        "birth_date": birth_date,
        "benefits": [benefit],
        "work_now": other.pop("work_now", []),
        "loonheffingskorting_at": "benefit",
        "reintegratietraject": False,
        "low_income_months": other.pop("low_income_months", None),
        "studiefinanciering": None,
    }
    plan = {"id": "plan-1", "work": [work], "loonheffingskorting_at": other.pop("korting", "work")}
    return {
        "rules_date": "2026-11-22",
        "start_month": "2026-12",
        "person": person,
        "plans": [plan],
        "partner": None,
        "children": [],
        "co_residents": [],
    } | other


def loon(amount: str) -> dict[str, Any]:
    """The wage on which a benefit is based."""
    return {"maandloon": amount, "ongemaximeerd_maandloon": None}


def ww(amount: str, first_day: str, last_day: str) -> dict[str, Any]:
    """A WW benefit; the hours before it are asked of who works on own account only."""
    days = {"first_day": first_day, "last_day": last_day, "arbeidsuren_per_week": None}
    return {"kind": "ww", **loon(amount), **days}


def wajong(regime: str, capacity: bool | None) -> dict[str, Any]:
    """A Wajong benefit."""
    return {
        "kind": "wajong",
        "regime": regime,
        "arbeidsvermogen": capacity,
        "garantiebedrag_per_day": None,
    }


def home(kind: str, municipality: str, rent: str | None = None) -> dict[str, Any]:
    """Where somebody lives, and the CBS code of the municipality."""
    return {"kind": kind, "kale_huur": rent, "municipality": municipality}


EXPECTED: dict[str, dict[str, Any]] = {
    "wajong_renter": question(
        "1997-05-14",
        wajong("Wajong2010", True),
        job("14.99", "hour", hours_per_week="16"),
        home=home("rent", "0344", "650"),
        low_income_months=60,
        vermogen="2500",
    ),
    "wajong_dispensatie": question(
        "1997-05-14",
        wajong("Wajong2010", True),
        job("624", loonwaarde="0.6"),
        home=home("rent", "0344", "650"),
        low_income_months=60,
        vermogen="2500",
    ),
    "ww_owner": question(
        "1968-02-03",
        ww("3100.00", "2026-09-01", "2028-08-31"),
        job("19.50", "hour", hours_per_week="24", pension_per_month="12.50"),
        partner={
            "birth_date": "1970-09-30",
            "income": [{"kind": "wage", "gross_per_month": "1800"}],
            "insured": True,
        },
        home=home("own", "0307"),
        low_income_months=0,
        vermogen="20000",
    ),
    "single_mother": question(
        "1985-03-15",
        {
            "kind": "wga",
            "phase": "vervolg",
            "arbeidsongeschiktheid": "45-55",
            "resterende_verdiencapaciteit": "1250.00",
            "first_day": None,
            "phase_until": None,
            **loon("2800.00"),
        },
        job("500"),
        children=[
            {
                "birth_date": "2020-02-03",
                "childcare": [
                    {
                        "kind": "bso",
                        "hours_per_month": "60",
                        "price_per_hour": "9.75",
                        "only_with_work": True,
                    }
                ],
            },
            {"birth_date": "2013-04-10"},
        ],
        home=home("rent", "0599", "700"),
        low_income_months=36,
        vermogen="1500",
    ),
    "agency_worker": question(
        "1990-08-01",
        # 110 a day x 21.75
        ww("2392.50", "2026-06-15", "2027-06-14"),
        job(
            "1200",
            "four_weeks",
            vakantiegeld="included",
            travel_cost_per_month="60",
            gross_low="800",
            gross_high="1600",
            until="2027-09",
        ),
        work_now=[job("300", "four_weeks", vakantiegeld="included")],
        partner={"birth_date": "1992-01-01", "income": [], "insured": True},
        children=[{"birth_date": "2023-06-20"}],
        home=home("rent", "0855", "820"),
        vermogen="0",
    ),
    "with_flatmate": question(
        "1993-09-09",
        ww("1900", "2026-10-01", "2027-03-31"),
        job("400", "week"),
        co_residents=[
            {
                "birth_date": "1990-11-21",
                "income_per_year": "18000",
                "student": False,
                "commercial_tenant": False,
            }
        ],
        home=home("rent", "0363", "600"),
        low_income_months=12,
        vermogen="500",
    ),
    "low_wage": question(
        "1993-09-09",
        ww("1900", "2026-10-01", "2027-03-31"),
        job("400", "week"),
        home=home("rent", "0363", "600"),
        low_income_months=12,
        vermogen="500",
    ),
    "iva_worker": question(
        "1973-12-02",
        {"kind": "iva", **loon("3400")},
        {
            "kind": "self_employed",
            "profit_per_year": "4800",
            "hours_per_week": "4",
            "starter": False,
            "startperiode": False,
        },
        korting="benefit",
        home=home("own", "0392"),
        low_income_months=60,
        vermogen="30000",
    ),
    "wajong_at_parents": question(
        "2006-05-05",
        wajong("Wajong2015", None),
        job("200"),
        korting="benefit",
        home=home("parents", "0484"),
        vermogen="800",
    ),
}


def as_numbers(data: Any) -> Any:
    """Decimal strings as numbers, so that "2500" and "2500.00" are the same."""
    if isinstance(data, dict):
        return {key: as_numbers(value) for key, value in data.items()}
    if isinstance(data, list):
        return [as_numbers(item) for item in data]
    if isinstance(data, str) and data.replace(".", "", 1).isdigit():
        return Decimal(data)
    return data


@pytest.mark.parametrize("person", PEOPLE)
def test_a_filled_in_form_becomes_the_question_of_the_contract(person):
    data = filled(PEOPLE[person]).data
    assert as_numbers(data) == as_numbers(EXPECTED[person])
    read(data, DAY)


def test_three_plans_become_three_plans_in_their_order():
    answers = filled_up(
        SINGLE_MOTHER
        | {"plans": "3", "plan1_kind": "work", "plan2_kind": "work"}
        | {"plan1_gross": "700", "plan2_gross": "900"}
    )
    data = filled(answers | {"plans": "3"}).data
    said = [(plan["id"], plan["work"][0]["gross"]) for plan in data["plans"]]
    assert said == [("plan-1", "500"), ("plan-2", "700"), ("plan-3", "900")]
    assert len(read(data, DAY).household.plans) == 3


def test_stopping_with_work_is_a_plan_without_work():
    answers = filled_up(AGENCY_WORKER | {"plan0_kind": "stop", "plan0_korting": "benefit"})
    plan = filled(answers).data["plans"][0]
    assert plan == {"id": "plan-1", "work": [], "loonheffingskorting_at": "benefit"}


@pytest.mark.parametrize(
    ("answers", "path"),
    [
        ({"now_korting": "unknown"}, "person.loonheffingskorting_at"),
        ({"kale_huur": "", "kale_huur_unknown": "on"}, "home.kale_huur"),
        ({"vermogen": "", "vermogen_unknown": "on"}, "vermogen"),
        ({"wajong_arbeidsvermogen": "unknown"}, "person.benefits.0.arbeidsvermogen"),
    ],
)
def test_what_somebody_does_not_know_is_null_and_leads_back_to_its_question(answers, path):
    one = filled(filled_up(WAJONG_RENTER | answers))
    place: Any = one.data
    for part in path.split("."):
        place = place[int(part) if part.isdigit() else part]
    assert place is None
    assert one.question_at(path) == next(iter(answers))


def test_every_unknown_amount_leads_back_to_its_question():
    answers = filled_up(
        WW_OWNER
        | {
            "home_kind": "rent",
            "ww_maandloon": "",
            "ww_maandloon_unknown": "on",
            "partner_wage": "",
            "partner_wage_unknown": "on",
            "partner_insured": "unknown",
            "others": "1",
            "other0_kind": "other",
            "other0_income": "",
            "other0_income_unknown": "on",
        }
    )
    one = filled(answers)
    household = read(one.data, DAY).household
    assert household.benefits[0].maandloon is None
    assert household.partner.insured is None
    assert household.partner.income[0].gross_per_month is None
    assert household.co_residents[0].income_per_year is None
    for path, name in {
        "person.benefits.0.maandloon": "ww_maandloon",
        "partner.income.0.gross_per_month": "partner_wage",
        "partner.insured": "partner_insured",
        "co_residents.0.income_per_year": "other0_income",
    }.items():
        assert one.question_at(path) == name


def test_a_path_without_a_question_goes_to_the_nearest_one_above_it():
    one = filled(SINGLE_MOTHER)
    assert one.question_at("person.benefits.0.phase_until") == "benefit"
    assert one.question_at("person.benefits") == "benefit"
    assert one.question_at("rules_date") is None


def test_the_second_benefit_has_paths_of_its_own():
    answers = filled_up(
        SINGLE_MOTHER | {"benefit": ["ww", "wga"], "ww_maandloon": "900", "ww_loon_per": "month"}
    )
    one = filled(answers)
    assert one.question_at("person.benefits.0.maandloon") == "ww_maandloon"
    assert one.question_at("person.benefits.1.maandloon") == "wga_maandloon"


#: what the form says at once, so that nobody fills in everything for nothing
REFUSED_AT_ONCE: list[tuple[Answers, Answers, str]] = [
    (WW_OWNER, {"birth_date": "23-11-2008"}, "birth_date"),  # not 18 yet
    (WW_OWNER, {"birth_date": "1-1-1958"}, "birth_date"),  # AOW age
    (WW_OWNER, {"birth_date": "1-1-2030"}, "birth_date"),
]
#: answers that each field allows, but that can't be; the question that gets the error
REFUSED: list[tuple[Answers, Answers, str]] = [
    (WW_OWNER, {"ww_maandloon": "6.740,60"}, "ww_maandloon"),
    (WW_OWNER, {"ww_maandloon": "310", "ww_loon_per": "day"}, "ww_maandloon"),
    (WW_OWNER, {"ww_maandloon": "6740,54", "ww_ongemaximeerd": "5000"}, "ww_ongemaximeerd"),
    (WW_OWNER, {"ww_last_day": "31-8-2026"}, "ww_last_day"),
    (AGENCY_WORKER, {"plan0_low": "1700"}, "plan0_low"),
    (WW_OWNER, {"partner_birth_date": "1-1-2027"}, "partner_birth_date"),
    (WW_OWNER, {"plan0_gross": "5000"}, "plan0_gross"),  # an hour
    (SINGLE_MOTHER, {"child1_birth_date": "1-12-2026"}, "child1_birth_date"),
    (SINGLE_MOTHER, {"wga_maandloon": "9000"}, "wga_maandloon"),
    (WITH_FLATMATE, {"other0_birth_date": "1-12-2026"}, "other0_birth_date"),
    (IVA_WORKER, {"iva_maandloon": "8000"}, "iva_maandloon"),
    (AGENCY_WORKER, {"now_gross": "30000", "now_per": "week"}, "now_gross"),
    (WAJONG_RENTER, {"plan0_dispensatie": "yes", "plan0_loonwaarde": "29"}, "plan0_loonwaarde"),
    (WW_OWNER, {"benefit": ["ww", "iva"]}, "benefit"),
    (SINGLE_MOTHER, {"benefit": ["wga", "wajong"]}, "benefit"),
    (WW_OWNER, {"benefit": ["ww", "wga", "wajong"]}, "benefit"),
]


@pytest.mark.parametrize(
    ("person", "change", "name"), REFUSED, ids=[f"{item[2]}-{i}" for i, item in enumerate(REFUSED)]
)
def test_an_error_of_the_contract_has_a_question_to_stand_beside(person, change, name):
    one = filled(filled_up(person | change))
    with pytest.raises(ContractError) as refused:
        read(one.data, DAY)
    assert {one.question_at(problem.path) for problem in refused.value.problems} == {name}
