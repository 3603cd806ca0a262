"""Many households, so that every rule of the law comes up at least once."""

from copy import deepcopy
from datetime import date
from typing import Any

from calculator.contract.read import read
from calculator.rules import Outcome, calculate

DAY = date(2026, 11, 22)


def job(gross: str, per: str = "month", **other: Any) -> dict[str, Any]:
    """A job in the words of the contract."""
    return {"kind": "employment", "gross": gross, "per": per, **other}


def ww(maandloon: str | None = "2800", **other: Any) -> dict[str, Any]:
    """A WW benefit."""
    return {"kind": "ww", "maandloon": maandloon, **other}


def wga(phase: str, class_: str | None = None, capacity: str | None = None, **other: Any) -> Any:
    """A WGA benefit."""
    return {
        "kind": "wga",
        "phase": phase,
        "maandloon": "2800",
        "arbeidsongeschiktheid": class_,
        "resterende_verdiencapaciteit": capacity,
        **other,
    }


def wajong(regime: str = "Wajong2010", capacity: bool | None = True, **other: Any) -> Any:
    """A Wajong benefit."""
    return {"kind": "wajong", "regime": regime, "arbeidsvermogen": capacity, **other}


def own(profit: str | None, hours: str | None = "4", **other: Any) -> dict[str, Any]:
    """Work on own account."""
    return {
        "kind": "self_employed",
        "profit_per_year": profit,
        "hours_per_week": hours,
        **other,
    }


RENT = {"kind": "rent", "kale_huur": "650", "municipality": "0344"}
CHILD_3, CHILD_13 = {"birth_date": "2023-06-20"}, {"birth_date": "2013-04-10"}
CARE = [{"kind": "dagopvang", "hours_per_month": "90", "price_per_hour": "12"}]


def question(*benefits: dict[str, Any], plans: list[Any] | None = None, **other: Any) -> Any:
    """Somebody who rents alone; ``plans``: the work of each plan."""
    work = [[job("1250")]] if plans is None else plans
    person = {
        "birth_date": other.pop("birth_date", "1988-05-14"),
        "benefits": list(benefits),
        "work_now": other.pop("work_now", []),
        "loonheffingskorting_at": other.pop("korting_now", "benefit"),
        "reintegratietraject": other.pop("reintegratietraject", False),
    }
    korting = other.pop("korting", "work")
    return deepcopy(
        {
            "rules_date": "2026-11-22",
            "person": person,
            "plans": [
                {"id": f"plan-{place}", "work": jobs, "loonheffingskorting_at": korting}
                for place, jobs in enumerate(work, start=1)
            ],
            "home": RENT,
            "vermogen": "2500",
        }
        | other
    )


def partner(*income: tuple[str, str], **other: Any) -> dict[str, Any]:
    """A partner with incomes."""
    return {
        "birth_date": "1990-09-30",
        "income": [{"kind": kind, "gross_per_month": amount} for kind, amount in income],
        **other,
    }


FOUR_WAGES = [
    [job("14.99", "hour", hours_per_week="16")],
    [job("350", "week", vakantiegeld="included")],
    [job("1100", "four_weeks", pension_per_month="25.10", travel_cost_per_month="40")],
]

HOUSEHOLDS: dict[str, dict[str, Any]] = {
    "wajong_renter": question(wajong(), plans=FOUR_WAGES, birth_date="1997-05-14"),
    "wajong_dispensatie": question(
        wajong(), plans=[[job("1100", loonwaarde="0.6")], [job("2300", loonwaarde="0.9")]]
    ),
    "wajong_without_capacity": question(wajong("Wajong2015", None), birth_date="2006-05-05"),
    "wajong_at_parents": question(
        wajong("Wajong2015", None), birth_date="2007-05-05", home={"kind": "parents"}
    ),
    "wajong_young_renter": question(wajong(), birth_date="2007-05-05"),
    "wajong_guarantee": question(wajong(garantiebedrag_per_day="60"), plans=[[job("900")]]),
    "wajong_and_ww": question(ww("900"), wajong(), plans=[[job("300")]]),
    "wajong_earned_away": question(wajong(), plans=[[job("2600")]], korting="work"),
    "ww": question(ww(), plans=[[job("600")], [job("1250")], [job("2700")]]),
    "ww_too_small": question(ww("700"), plans=[[job("450")]]),
    "ww_at_the_maximum": question(
        ww("6740.54", ongemaximeerd_maandloon="9000"), plans=[[job("2000")]], home={"kind": "own"}
    ),
    "ww_low": question(ww("1500"), plans=[[job("100")]]),
    "ww_credit_nowhere": question(ww(), korting="none", korting_now="none"),
    "ww_stops": question(ww(), work_now=[job("500")], plans=[[]], korting="benefit"),
    "ww_two_jobs": question(ww(), plans=[[job("500"), job("300")]]),
    "ww_in_a_room": question(ww(), home={"kind": "room"}),
    "wga_first_phase": question(wga("loongerelateerd"), plans=[[job("900")]]),
    "wga_after": question(
        wga("vervolg", "45-55", "1250"), plans=[[job("500")], [job("700")], [job("1500")]]
    ),
    "wga_raised": question(wga("vervolg", "65-80", "2000"), plans=[[job("1100")]]),
    "wga_80": question(wga("vervolg", "80-100"), plans=[[job("500")]]),
    "wga_and_ww": question(ww("900"), wga("loongerelateerd"), plans=[[job("1200")]]),
    "iva": question({"kind": "iva", "maandloon": "3400"}, plans=[[job("350")]]),
    "iva_own_business": question(
        {"kind": "iva", "maandloon": "3400"}, plans=[[own("4800")], [own("12000", "30")]]
    ),
    "wajong_own_business": question(wajong(), plans=[[own("9000", "20", starter=True)]]),
    "ww_own_business": question(ww(arbeidsuren_per_week="36"), plans=[[own("9000", "10")]]),
    "partner_with_a_business": question(
        ww(), partner=partner(("profit", "1500"), ("wage", "400")), children=[CHILD_3]
    ),
    "single_mother": question(
        wga("vervolg", "45-55", "1250"), children=[CHILD_3, CHILD_13], plans=[[job("700")]]
    ),
    "couple": question(
        ww("1500"),
        plans=[[job("400")]],
        partner=partner(("wage", "300")),
        children=[CHILD_3],
    ),
    "couple_not_insured": question(ww("1500"), partner=partner(("wage", "300"), insured=False)),
    "couple_all_incomes": question(
        ww("1500"),
        partner=partner(
            ("wage", "200"), ("benefit", "300"), ("aow", "1122.12"), ("pension", "250.10")
        )
        | {"birth_date": "1957-01-01"},
    ),
    "couple_born_before_1963": question(
        ww("700"),
        birth_date="1961-02-03",
        partner=partner(("wage", "2500")) | {"birth_date": "1962-01-01"},
        plans=[[]],
        korting="benefit",
    ),
    "rich_partner": question(ww(), partner=partner(("wage", "6000"))),
    "rich": question(ww(), vermogen="200000", children=[CHILD_13]),
    "housemates": question(
        ww("1500"),
        co_residents=[
            {"birth_date": "1980-01-01", "income_per_year": "12000"},
            {"birth_date": "2004-01-01", "income_per_year": "0", "student": True},
        ],
    ),
    "childcare": question(
        ww(),
        children=[CHILD_3 | {"childcare": CARE}, CHILD_13],
        partner=partner(("wage", "1500")),
    ),
    "childcare_partner_at_home": question(
        ww(), children=[CHILD_3 | {"childcare": CARE}], partner=partner()
    ),
    "childcare_alone": question(ww(), children=[CHILD_3 | {"childcare": CARE}]),
    "unknown_maandloon": question(ww(None)),
    "unknown_rent": question(ww(), home={"kind": "rent", "kale_huur": None}),
    "unknown_vermogen": question(ww(), vermogen=None),
    "unknown_credit": question(ww(), korting_now=None),
    "unknown_capacity": question(wajong(capacity=None)),
    "in_2025": question(ww(), rules_date="2025-08-01", children=[CHILD_3]),
    "in_2025_childcare": question(
        ww(), rules_date="2025-08-01", children=[CHILD_3 | {"childcare": CARE}]
    ),
    "before_july": question(wajong(), rules_date="2026-03-01"),
}


def outcome_of(name: str) -> Outcome:
    """The outcome of a household."""
    return calculate(read(HOUSEHOLDS[name], DAY).household)
