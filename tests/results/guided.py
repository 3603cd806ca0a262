"""Households that bring up every duty, right and warning, for the tests of law and words."""

from functools import cache
from typing import Any

from calculator.contract.read import Question, read
from calculator.rules import Curve, calculate, calendars, curve_of, guidance_of
from calculator.rules.calendar import CalendarOutcome
from calculator.rules.guidance import Guidance
from calculator.rules.outcome import Outcome
from tests.results.households import (
    CARE,
    CHILD_3,
    DAY,
    HOUSEHOLDS,
    job,
    own,
    partner,
    question,
    wajong,
    wga,
    ww,
)

YEAR_OF_WW = {"first_day": "2026-06-01", "last_day": "2027-11-30"}
#: an own share of the rent, no toeslagen: too much money, and no childcare
NO_TOESLAGEN = {"home": {"kind": "own"}, "vermogen": "500000"}

GUIDED: dict[str, dict[str, Any]] = HOUSEHOLDS | {
    "ww_no_work": question(ww(**YEAR_OF_WW), plans=[[]], korting="benefit"),
    "ww_near_aow": question(ww("900"), birth_date="1960-01-15", plans=[[job("300")]]),
    "ww_start_up": question(
        ww(arbeidsuren_per_week="36", **YEAR_OF_WW),
        plans=[[own("9000", "20", startperiode=True)]],
        korting="benefit",
    ),
    "no_toeslagen": question(ww("5500"), plans=[[job("1500")]], **NO_TOESLAGEN),
    "iva_no_work": question({"kind": "iva", "maandloon": "3400"}, plans=[[]], korting="benefit"),
    "iva_much": question({"kind": "iva", "maandloon": "3400"}, plans=[[job("900")]]),
    "wga_half_later": question(
        wga("loongerelateerd", "45-55", "1250", phase_until="2027-03-31"), plans=[[job("300")]]
    ),
    "wga_enough_later": question(
        wga("loongerelateerd", "45-55", "1250", phase_until="2027-03-31"), plans=[[job("900")]]
    ),
    "wga_below_half": question(wga("vervolg", "45-55", "1250"), plans=[[job("500")]]),
    # with a wage of the partner there is no Toeslagenwet that falls as the WGA rises
    "wga_half_pays": question(
        wga("vervolg", "45-55", "1250"), plans=[[job("500")]], partner=partner(("wage", "3000"))
    ),
    "wga_far_below_half": question(wga("vervolg", "45-55", "1250"), plans=[[job("100")]]),
    "wga_just_above_half": question(wga("vervolg", "45-55", "1250"), plans=[[job("600")]]),
    "wga_well_above_half": question(wga("vervolg", "45-55", "1250"), plans=[[job("1000")]]),
    "wga_much": question(wga("vervolg", "45-55", "1250"), plans=[[job("2000")]]),
    "wga_just_begun": question(wga("loongerelateerd", first_day="2026-10-01")),
    "wga_long_ago": question(wga("loongerelateerd", first_day="2025-12-01")),
    "wga_contract": question(wga("loongerelateerd"), plans=[[job("900", until="2027-03")]]),
    "wajong_contract": question(wajong(), plans=[[job("1200", until="2027-03")]]),
    "wajong_no_work": question(wajong(), plans=[[]], korting="benefit"),
    "wajong_quits": question(wajong(), work_now=[job("1200")], plans=[[]], korting="benefit"),
    "wajong_2015_contract": question(
        wajong("Wajong2015", None), plans=[[job("300", until="2027-03")]]
    ),
    "owajong": question(wajong("oWajong", True)),
    "owajong_cannot": question(wajong("oWajong", False)),
    "wajong_75": question(wajong(), plans=[[job("1900")]]),
    "wajong_varies": question(wajong(), plans=[[job("1000", gross_low="600", gross_high="1600")]]),
    "ww_varies": question(
        ww(**YEAR_OF_WW), plans=[[job("1000", gross_low="600", gross_high="1500")]]
    ),
    "ww_almost": question(ww(**YEAR_OF_WW), plans=[[job("2400")]]),
    "ww_above": question(ww("1900", **YEAR_OF_WW), plans=[[job("1733.33")]]),
    "ww_holiday_pay": question(ww(**YEAR_OF_WW), plans=[[job("1800")]]),
    # of 2027 the month with two payments of four weeks is December
    "ww_four_weeks": question(
        ww(first_day="2026-06-01"),
        plans=[[job("1000", "four_weeks", vakantiegeld="included")]],
        start_month="2026-12",
        months=13,
    ),
    "ww_four_weeks_too_much": question(
        ww(first_day="2026-06-01"),
        plans=[[job("1700", "four_weeks", vakantiegeld="included")]],
        start_month="2026-12",
        months=14,
    ),
    "ww_small": question(ww("4500", **YEAR_OF_WW), plans=[[job("3700")]]),
    "ww_too_small_costs": question(ww("3100", **YEAR_OF_WW), plans=[[job("2700")]]),
    "ww_short_contract": question(ww(**YEAR_OF_WW), plans=[[job("1250", until="2027-03")]]),
    "ww_long_contract": question(ww(**YEAR_OF_WW), plans=[[job("1250", until="2027-09")]]),
    "ww_ends_first": question(
        ww(first_day="2026-06-01", last_day="2027-01-31"),
        plans=[[job("1250", until="2027-08")]],
        start_month="2026-12",
        months=12,
    ),
    "ww_ends_first_and_short": question(
        ww(first_day="2026-06-01", last_day="2027-01-31"),
        plans=[[job("1250", until="2027-03")]],
    ),
    # the credit at the benefit since June only, with an allowance for a couple in it
    "credit_at_the_benefit": question(
        ww("2392.50", first_day="2026-06-15", last_day="2027-06-14"),
        partner=partner(),
        work_now=[job("300", "four_weeks", vakantiegeld="included")],
        plans=[[]],
        korting="benefit",
        start_month="2026-12",
    ),
    # the last wage of four weeks and the first of a month come in the same month
    "ww_two_wages": question(
        ww("3200", **YEAR_OF_WW),
        work_now=[job("1900", "four_weeks", vakantiegeld="included")],
        plans=[[job("2750", vakantiegeld="included")]],
        start_month="2027-04",
    ),
    "credit_late": question(
        ww("1900", first_day="2026-10-01", last_day="2027-03-31"),
        plans=[[job("1733.33")]],
        start_month="2026-12",
    ),
    "small_wage_with_credit": question(ww(**YEAR_OF_WW), plans=[[job("200")]]),
    # half of 2,000 costs: the loonaanvulling there is lower than the vervolguitkering
    "wage_in_a_step": question(wga("vervolg", "65-80", "2000"), plans=[[job("930")]]),
    "rent_more_wage": question(
        wajong("Wajong2010", True), plans=[[job("2250")]], birth_date="1997-05-14"
    ),
    "housemate_repays": question(
        ww("1900", first_day="2026-10-01", last_day="2027-03-31"),
        plans=[[job("1733.33")]],
        co_residents=[{"birth_date": "1995-01-01", "income_per_year": "20000"}],
        start_month="2026-12",
    ),
    "traject": question(
        wga("vervolg", "45-55", "1250"),
        children=[CHILD_3 | {"childcare": CARE}],
        plans=[[]],
        korting="benefit",
        reintegratietraject=True,
    ),
    "care_no_work": question(
        wga("vervolg", "45-55", "1250"),
        children=[CHILD_3 | {"childcare": CARE}],
        plans=[[]],
        korting="benefit",
    ),
    "couple_with_wage": question(ww("3100", **YEAR_OF_WW), partner=partner(("wage", "1800"))),
    "care_stops": question(
        ww(**YEAR_OF_WW),
        children=[CHILD_3 | {"childcare": CARE}],
        work_now=[job("1250")],
        plans=[[]],
        korting="benefit",
    ),
    "traject_iva": question(
        {"kind": "iva", "maandloon": "3400"},
        children=[CHILD_3 | {"childcare": CARE}],
        plans=[[]],
        korting="benefit",
        reintegratietraject=True,
    ),
    "wajong_cannot": question(wajong("Wajong2010", False), plans=[[job("900")]]),
    "wajong_guarantee_stops": question(
        wajong(garantiebedrag_per_day="60"), work_now=[job("900")], plans=[[]], korting="benefit"
    ),
    "unknown_wage": question(wajong(), plans=[[job(None, until="2027-03")]]),
}


class Guided:
    """Everything that was worked out for one household."""

    def __init__(self, asked: Question) -> None:
        self.household = asked.household
        self.outcome: Outcome = calculate(asked.household)
        self.calendars: list[CalendarOutcome] = calendars(
            asked.household, asked.start_month, asked.months
        )
        self.curve: Curve | None = curve_of(asked.household, asked.household.plans[0], coarse=True)
        schemes = {plan.id: ("individuele_inkomenstoeslag",) for plan in asked.household.plans}
        none = asked.household.home is not None and asked.household.home.kind == "own"
        self.guidance: Guidance = guidance_of(
            asked.household,
            self.outcome,
            self.calendars,
            self.curve,
            {} if none else schemes,
        )


@cache
def guided(name: str) -> Guided:
    """A household by its name, worked out once."""
    return Guided(read(GUIDED[name], DAY))
