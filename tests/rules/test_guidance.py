"""Rights, duties and warnings: for whom each is and isn't, and amounts that stand elsewhere too."""

import re
from datetime import date, timedelta
from decimal import Decimal
from urllib.parse import urlsplit

import pytest

from calculator.contract.read import read
from calculator.rules import amounts, calculate
from calculator.rules.guidance import BY_CODE, GUIDES, reminders_of
from calculator.rules.guidance.found import law_for
from calculator.rules.guidance.traps import SEVERITIES, inputs_of
from calculator.rules.outcome import situation_of
from tests.results.guided import GUIDED, Guided, guided
from tests.results.households import DAY, job, question, wajong, wga, ww

#: for every duty and right a household that has it, and one that must not
GUIDES_OF = {
    "wijziging_ww": ("ww", "wajong_renter"),
    "ziek_ww": ("ww", "iva"),
    "inkomstenopgave": ("ww", "wga_after"),
    "wijziging_wia": ("wga_after", "ww"),
    "wijziging_wajong": ("wajong_renter", "ww"),
    "schatting_wia": ("iva_own_business", "iva_no_work"),
    "schatting_wajong": ("wajong_renter", "wajong_no_work"),
    "wijziging_toeslagenwet": ("wajong_renter", "no_toeslagen"),
    "toeslagenwet_aanvragen": ("wajong_renter", "no_toeslagen"),
    "solliciteren_ww": ("ww", "ww_near_aow"),
    "meewerken_wga": ("wga_after", "iva"),
    "meewerken_wga_onbekend": ("wga_first_phase", "wga_after"),
    "meewerken_wga_volledig": ("wga_80", "wga_after"),
    "meewerken_wajong": ("wajong_renter", "wajong_cannot"),
    "voorschriften_owajong": ("owajong", "wajong_renter"),
    "afspraken": ("iva", None),
    "niet_zelf_ontslag": ("wga_after", "iva"),
    "passend_werk": ("ww", "wajong_cannot"),
    "contract_eindigt_ww": ("wajong_contract", "wajong_renter"),
    "contract_eindigt_melden": ("wga_contract", "ww_short_contract"),
    "vakantie_ww": ("ww", "ww_near_aow"),
    "vakantie_ww_voor_aow": ("ww_near_aow", "ww"),
    "buitenland": ("iva", "wajong_and_ww"),
    "verhuizen": ("ww", None),
    "samenwonen": ("ww", "no_toeslagen"),
    "vrijwilligerswerk_ww": ("ww", "iva"),
    "vrijwilligerswerk_ao": ("iva", "ww"),
    "studie_ww": ("ww", "iva"),
    "studie_ao": ("iva", "ww"),
    "eigen_bedrijf_ww": ("ww_own_business", "ww_start_up"),
    "startperiode_opgave": ("ww_start_up", "ww_own_business"),
    "eigen_bedrijf_ao": ("iva_own_business", "iva"),
    "toeslagen_wijziging": ("ww", "no_toeslagen"),
    "opvang_wijziging": ("childcare", "ww"),
    "aangifte": ("ww_above", "wajong_quits"),
    "aangifte_winst": ("iva_own_business", "iva"),
    "gemeente_wijziging": ("ww", "no_toeslagen"),
    "vergeten_uwv": ("iva", None),
    "vergeten_toeslagen": ("ww", "no_toeslagen"),
    "proefplaatsing": ("wga_after", "iva"),
    "proefplaatsing_experiment": ("wajong_without_capacity", "wajong_renter"),
    "startperiode": ("ww_own_business", "ww_start_up"),
    "loondispensatie": ("wajong_renter", "wajong_without_capacity"),
    "hulp_ww": ("ww", "wga_after"),
    "hulp_ao": ("wga_after", "wajong_without_capacity"),
    "jobcoach": ("iva", "ww"),
    "no_risk_wia": ("wga_after", "iva_own_business"),
    "no_risk_wajong": ("wajong_renter", "wajong_own_business"),
    "clientondersteuning": ("ww", None),
    "ww_herleeft": ("ww", "ww_own_business"),
    "wga_terug": ("wga_after", "iva"),
    "iva_terug": ("iva", "iva_no_work"),
    "wajong_terug": ("wajong_renter", "wajong_cannot"),
    "wajong_herbeoordeling": ("wajong_cannot", "wajong_renter"),
    "wajong2015_terug": ("wajong_without_capacity", "wajong_renter"),
    "besluit_ww": ("ww", "iva"),
    "besluit_wajong": ("wajong_renter", "iva"),
    "besluit_wia": ("iva", "ww"),
    "bezwaar": ("ww", None),
    "rechtshulp": ("ww", None),
    "klacht": ("ww", None),
    "belasting_terug": ("single_mother", "wajong_no_work"),
    "betalingsregeling_uwv": ("ww", None),
    "betalingsregeling_toeslagen": ("ww", "no_toeslagen"),
    "schuldhulp": ("ww", None),
}
#: the same for every warning, with its variant
TRAPS_OF = {
    "ww_stopt": ("ww_above", "ww_holiday_pay"),
    "ww_stopt_in_maand.vakantiegeld_werk": ("ww_holiday_pay", "ww_no_work"),
    "ww_stopt_in_maand.twee_loonperioden": ("ww_four_weeks_too_much", "ww_four_weeks"),
    "ww_stopt_in_maand": ("ww_two_wages", "ww_holiday_pay"),
    "ww_bijna": ("ww_small", "ww_holiday_pay"),
    "ww_te_klein": ("ww_too_small_costs", "ww_small"),
    "kleine_ww": ("ww_small", "ww_too_small_costs"),
    "twee_lonen": ("ww_four_weeks", "ww_holiday_pay"),
    "contract_eindigt.short": ("ww_short_contract", "ww_long_contract"),
    "contract_eindigt.over": ("ww_ends_first", "ww_long_contract"),
    "contract_eindigt.short_over": ("ww_ends_first_and_short", "ww_ends_first"),
    "wga_onder_helft": ("wga_half_pays", "wga_below_half"),
    "wga_onder_helft.little": ("wga_below_half", "wga_well_above_half"),
    "toeslagenwet_vragen": ("wajong_renter", "no_toeslagen"),
    "korting_beter.benefit": ("wga_below_half", "ww_no_work"),
    "korting_beter.work": ("wajong_quits", "wga_below_half"),
    "opvang_aanvragen": ("childcare_alone", "care_no_work"),
    "wajong2015_herkeuring": ("wajong_2015_contract", "wajong_cannot"),
    "iva_ruimte": ("iva_own_business", "iva_much"),
    "wga_net_boven_helft": ("wga_just_above_half", "wga_well_above_half"),
    "wga_helft_later": ("wga_half_later", "wga_below_half"),
    "wajong_en_ww": ("wajong_contract", "wajong_renter"),
    "garantie_vervalt": ("wajong_guarantee_stops", "wajong_quits"),
    "wga_kan_eindigen": ("wga_much", "wga_below_half"),
    "iva_herkeuring": ("iva_much", "iva"),
    "wajong_herkeuring": ("wajong_cannot", "wajong_renter"),
    "wajong_kan_eindigen": ("wajong_75", "wajong_renter"),
    "schatting_te_laag": ("wajong_varies", "wajong_renter"),
    "opgave_te_laag": ("ww_varies", "ww_holiday_pay"),
    "wia_voorschot": ("wga_just_begun", "wga_long_ago"),
    "korting_dubbel": ("wajong_renter", "ww_no_work"),
    "korting_andere_kant.work": ("credit_late", "wajong_guarantee"),
    "korting_andere_kant.benefit": ("credit_at_the_benefit", "wajong_renter"),
    "korting_nergens": ("ww_credit_nowhere", "ww"),
    "korting_bij_klein_loon": ("small_wage_with_credit", "wajong_renter"),
    "toeslagen_oud_inkomen": ("wajong_renter", "ww_no_work"),
    "toeslagen_toch_terug": ("housemate_repays", "wajong_renter"),
    "opvang_met_traject": ("traject", "care_no_work"),
    "opvang_met_traject.iva": ("traject_iva", "traject"),
    "opvang_zonder_werk": ("care_no_work", "traject"),
    "opvang_zonder_werk.stopt": ("care_stops", "care_no_work"),
    "onkosten": ("ww", "ww_no_work"),
    "minder_over.step": ("wage_in_a_step", "wajong_renter"),
    "minder_over.fall": ("rent_more_wage", "wajong_renter"),
}


def codes(name):
    """The rights and duties of a household."""
    return {found.code for found in guided(name).guidance.guides}


def key(trap):
    """A warning with its variant."""
    return f"{trap.code}.{trap.variant}" if trap.variant else trap.code


def traps(name):
    """The warnings of a household."""
    return {key(trap) for trap in guided(name).guidance.traps}


def trap(name, code, situation="plan-1"):
    """One warning of one situation."""
    found = guided(name).guidance.traps
    return next(one for one in found if key(one) == code and one.situation == situation)


def line(month, code):
    """What UWV pays over a month of the calendar."""
    return sum(one.amount for one in month.lines if one.code == code and one.payer == "uwv")


def situation(name, place=1):
    """One situation of a household."""
    return guided(name).guidance.situations[place]


# --- For whom ---------------------------------------------------------------------------------


def test_every_right_and_duty_has_its_households():
    assert set(GUIDES_OF) == set(BY_CODE)


@pytest.mark.parametrize("code", GUIDES_OF)
def test_who_has_a_right_or_a_duty_and_who_has_not(code):
    who, not_for = GUIDES_OF[code]
    assert code in codes(who)
    if not_for is None:
        # for everybody on a benefit
        assert all(code in codes(name) for name in GUIDED)
    else:
        assert code not in codes(not_for)


def test_every_warning_has_its_households():
    assert set(TRAPS_OF) == {code for name in GUIDED for code in traps(name)}


@pytest.mark.parametrize("code", TRAPS_OF)
def test_who_is_warned_and_who_is_not(code):
    who, not_for = TRAPS_OF[code]
    assert code in traps(who)
    assert code not in traps(not_for)


@pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: guide.code)
def test_every_right_and_duty_names_its_law_and_where_it_is_explained(guide):
    assert re.search(r"art\. \d|Stb\. \d", guide.law), guide.law
    if guide.source:
        parts = urlsplit(guide.source)
        assert (parts.scheme, " " in guide.source) == ("https", False)
        assert parts.hostname.endswith(("uwv.nl", "belastingdienst.nl"))


@pytest.mark.parametrize("name", GUIDED)
def test_some_article_is_left_for_every_benefit(name):
    assert not [one.code for one in guided(name).guidance.guides if not one.law]


@pytest.mark.parametrize("name", GUIDED)
def test_every_warning_names_its_law_why_and_a_severity(name):
    for found in guided(name).guidance.traps:
        # that a wage leaves less than a lower one stands in no law
        assert found.law or found.code == "minder_over"
        assert found.because, found
        assert found.severity in SEVERITIES
        assert all(isinstance(amount, Decimal) for amount in found.amounts.values())
        assert all(amount > 0 for amount in found.amounts.values()), found


def test_only_articles_of_the_own_benefits_are_named():
    law = "WW art. 25; WIA art. 27; Wajong art. 2:7; Awb art. 4:13"
    assert law_for(situation("ww"), law) == "WW art. 25; Awb art. 4:13"
    assert law_for(situation("iva"), law) == "WIA art. 27; Awb art. 4:13"
    assert law_for(situation("wajong_and_ww"), law) == "WW art. 25; Wajong art. 2:7; Awb art. 4:13"


def test_terms_are_days_and_say_what_they_rest_on():
    days = {found.code: found.deadline_days for found in guided("ww").guidance.guides}
    # UWV's own week; four weeks of the Uitvoeringsregeling Awir; six weeks of Awb 6:7; BRP 2.39
    assert days["wijziging_ww"] == 7
    assert days["toeslagen_wijziging"] == 28
    assert days["bezwaar"] == 42
    assert days["verhuizen"] == 5
    assert days["inkomstenopgave"] is None
    week = amounts.on(DAY).plichten.melding_uwv_dagen
    assert "The law gives no number" in week.note


def test_what_is_for_work_is_for_the_plan_with_work_only():
    found = {one.code: one for one in guided("wajong_renter").guidance.guides}
    assert found["wijziging_wajong"].situations == ("now", "plan-1", "plan-2", "plan-3")
    assert found["jobcoach"].situations == ("plan-1", "plan-2", "plan-3")
    assert "plans.0.work.0" in found["jobcoach"].because


def test_who_may_not_know_is_not_told_what_holds_for_others():
    """Wajong 2015 is for who never can work: no trial placement, no promise of five years."""
    told = codes("wajong_without_capacity")
    assert not {"proefplaatsing", "loondispensatie", "wajong_terug", "hulp_ao"} & told
    unknown = Guided(read(question(wajong(None, None)), DAY))
    assert "wajong_terug" not in {found.code for found in unknown.guidance.guides}


# --- Amounts that stand elsewhere too -----------------------------------------------------------


def test_the_limit_of_the_ww_is_that_of_its_step():
    """87.5% of 1,900 is 1,662.50 (WW 20 lid 1 c), and the curve's step lies there."""
    found = trap("ww_above", "ww_stopt")
    assert found.amounts["grens"] == Decimal("1662.50")
    assert found.amounts["inkomen"] == Decimal("1733.33")
    curve = guided("ww_above").curve
    step = next(one for one in curve.steps if "ww.eindigt" in one.reasons)
    assert found.amounts["wage"] == step.gross
    net = next(point.net for point in curve.points if point.gross == Decimal("1733.33"))
    assert found.amounts["less"] == step.net_below - net
    assert found.amounts["better"] == step.better_off_from
    assert situation("ww_above").situation.month.net == net
    assert found.cost.in_a_year == 12 * found.amounts["less"]


def test_the_month_without_ww_is_that_of_the_calendar():
    """1,800 and 1,728 of holiday pay are above 87.5% of 2,800 in May only."""
    found = trap("ww_holiday_pay", "ww_stopt_in_maand.vakantiegeld_werk")
    assert found.months == ((2027, 5),)
    months = {month.month: month for month in situation("ww_holiday_pay").calendar.months}
    assert line(months[2027, 5], "ww") == 0
    assert line(months[2027, 4], "ww") > 0
    assert found.amounts["received"] == months[2027, 6].received


def test_two_payments_of_four_weeks_lower_the_ww_of_that_month():
    """0.7 x (2,800 - 2,000) x 100/108 in December 2027 (AIB 4:1 lid 10)."""
    found = trap("ww_four_weeks", "twee_lonen")
    assert found.months == ((2027, 12),)
    months = {month.month: month for month in situation("ww_four_weeks").calendar.months}
    assert found.amounts["ww"] == line(months[2027, 12], "ww") == Decimal("518.52")
    assert found.amounts["usual"] == situation("ww_four_weeks").line("ww")


def test_toeslagen_on_an_old_income_cost_what_the_calendar_says():
    for name in ("wajong_renter", "housemate_repays"):
        found = trap(name, "toeslagen_oud_inkomen")
        years = {year.year: year for year in situation(name).calendar.years}
        for year, amount in found.years:
            assert amount == years[year].toeslagen.scenarios["never"].repay
        assert found.amounts["repay"] == max(amount for _, amount in found.years)


def test_what_is_repaid_anyhow_is_told_apart():
    found = trap("housemate_repays", "toeslagen_toch_terug")
    years = {year.year: year for year in situation("housemate_repays").calendar.years}
    for year, amount in found.years:
        assert amount == years[year].toeslagen.scenarios["at_once"].repay


def test_the_credit_costs_what_the_calendar_says():
    both = trap("wajong_renter", "korting_dubbel")
    years = {year.year: year for year in situation("wajong_renter").calendar.years}
    ((year, amount),) = both.years
    found = {item.at: item.assessment for item in years[year].kortingen}
    assert amount == both.amounts["pay"] == -found["both"]
    # nothing of it happens to who has it at one payer, so it isn't a warning of the first kind
    assert both.severity == "low"
    wrong = trap("credit_late", "korting_andere_kant.work")
    ((year, amount),) = wrong.years
    years = {one.year: one for one in situation("credit_late").calendar.years}
    found = {item.at: item.assessment for item in years[year].kortingen}
    assert amount == -found["work"] and found["benefit"] > found["work"]


@pytest.mark.parametrize(
    ("name", "code"),
    [("wga_below_half", "wga_onder_helft.little"), ("wga_half_pays", "wga_onder_helft")],
)
def test_half_of_the_earning_capacity_is_625_of_1250(name, code):
    """WIA 60 lid 2; 500 a month with 8% holiday pay is 540, so 85 below."""
    found = trap(name, code)
    assert found.amounts["eis"] == Decimal("625.00")
    assert found.amounts["room"] == Decimal("85.00")
    curve = guided(name).curve
    step = next(one for one in curve.steps if "wga.loonaanvulling" in one.reasons)
    assert (found.amounts["wage"], found.amounts["net"]) == (step.gross, step.net)
    assert found.amounts["more"] == step.net - situation(name).situation.month.net
    # with the Toeslagenwet beside it the WGA that rises leaves no more, and nobody is pressed
    assert (found.severity == "low") == (code.endswith("little"))


def test_the_credit_leaves_more_where_the_month_says_so():
    found = trap("wga_below_half", "korting_beter.benefit")
    asked = question(wga("vervolg", "45-55", "1250"), plans=[[job("500")]], korting="benefit")
    there = calculate(read(asked, DAY).household).situations[1].month.net
    assert found.amounts["more"] == there - situation("wga_below_half").situation.month.net


def test_a_credit_at_a_ww_that_ends_is_no_advice():
    asked = question(
        ww(first_day="2026-06-01", last_day="2027-03-31"), plans=[[job("300")]], korting="work"
    )
    found = {key(one) for one in Guided(read(asked, DAY)).guidance.traps}
    assert "korting_beter.benefit" not in found


def test_a_lower_wage_is_no_advice_where_the_credit_is_the_answer():
    """625 to 2,100 with the credit at a benefit that is too small for it."""
    asked = question(
        wajong("Wajong2015", None),
        birth_date="2006-05-05",
        home={"kind": "parents"},
        plans=[[job("1500")]],
        korting="benefit",
    )
    found = {key(one) for one in Guided(read(asked, DAY)).guidance.traps}
    assert "korting_beter.work" in found
    assert not {"minder_over.fall", "minder_over.step"} & found


def test_childcare_is_asked_for_within_three_months():
    found = trap("childcare_alone", "opvang_aanvragen")
    assert found.amounts["toeslag"] == situation("childcare_alone").line("kinderopvangtoeslag")
    # the plan begins in November 2026
    assert found.months == ((2027, 2),)
    (reminder,) = reminders("childcare_alone")["opvang_aanvragen"]
    assert (reminder.day, reminder.until) == (date(2026, 11, 1), date(2027, 2, 28))


def test_a_supplement_that_nobody_asked_for_is_the_line_of_the_month():
    found = trap("wajong_renter", "toeslagenwet_vragen")
    facts = situation("wajong_renter")
    assert found.amounts == {
        "now": facts.of_now("toeslagenwet"),
        "plan": facts.line("toeslagenwet"),
    }


def test_an_iva_may_earn_a_fifth_of_the_maandloon():
    """20% of 3,400 (WIA 52 lid 2)."""
    assert trap("iva_own_business", "iva_ruimte").amounts["grens"] == Decimal("680.00")


def test_the_ww_is_worth_less_wage_only_until_it_ends():
    assert trap("credit_late", "ww_stopt").days == {"last": date(2027, 3, 31)}


def test_a_ww_that_a_wage_ended_asks_for_no_more_statements():
    """The wage ends it in the first month; UWV writes so within two (annual report 2017)."""
    found = reminders("credit_late")["inkomstenopgave"]
    assert [one.month for one in found] == [(2026, 12), (2027, 1)]
    found = reminders("ww_ends_first")["inkomstenopgave"]
    assert found[-1].month <= (2027, 3)
    told = {one.code: one.situations for one in guided("credit_late").guidance.guides}
    assert told["solliciteren_ww"] == ("now",)


def test_only_articles_of_the_own_regime_are_named():
    law = "Wajong art. 1a:12, 2:7 lid 1, 3:74 lid 1, 6:1"
    assert law_for(situation("wajong_renter"), law) == "Wajong art. 2:7 lid 1, 6:1"
    assert law_for(situation("owajong"), law) == "Wajong art. 3:74 lid 1, 6:1"
    assert law_for(situation("wajong_2015_contract"), law) == "Wajong art. 1a:12, 3:74 lid 1, 6:1"
    assert law_for(situation("owajong"), "Wajong art. 2:31, 2:32; WW art. 1") == ""


def test_who_gets_less_at_half_is_not_told_to_reach_it():
    """Half of 2,000 with 65-80% and 2,800: the loonaanvulling there is the lower one (WIA 61)."""
    assert "wga_onder_helft" not in traps("wga_raised")
    below = Guided(read(question(wga("vervolg", "65-80", "2000"), plans=[[job("800")]]), DAY))
    assert inputs_of(below.guidance.situations[1], "wia.haalt_inkomenseis_niet")
    assert "wga_onder_helft" not in {one.code for one in below.guidance.traps}


def test_half_begins_to_count_when_the_first_phase_ends():
    found = trap("wga_half_later", "wga_helft_later")
    assert found.months == ((2027, 4),)
    months = {month.month: month for month in situation("wga_half_later").calendar.months}
    assert found.amounts["net"] == months[2027, 5].net
    assert "wga_helft_later" not in {
        one.code for one in guided("wga_enough_later").guidance.traps if one.situation != "now"
    }


def test_a_wajong_with_and_without_ww_is_what_the_law_gives():
    """1,200 and 8% is a maandloon of 1,296: 70% of it is 907.20, of which 840 is paid (WW 33).

    The Wajong is 0.7 x (2,337 - 840) = 1,047.90 beside it, and 0.7 x 2,337 = 1,635.90 without.
    """
    found = trap("wajong_contract", "wajong_en_ww").amounts
    assert found["wajong"] == Decimal("1635.90")
    assert found["ww"] == Decimal("840.00")
    assert found["wajong_ww"] == Decimal("1047.90")
    asked = question(ww("1296"), wajong(), plans=[[]], korting="benefit")
    beside = calculate(read(asked, DAY).household).situations[1].month.net
    assert found["net_ww"] == beside
    assert found["net_ww"] > found["net"]


def test_beside_work_that_goes_on_no_ww_is_guessed():
    """How a WW counts a second job that was there already isn't worked out."""
    asked = question(wajong(), plans=[[job("1200", until="2027-03"), job("600")]])
    found = Guided(read(asked, DAY)).guidance
    assert not next(it for it in found.traps if it.code == "wajong_en_ww").amounts


def test_a_ww_that_would_not_be_paid_brings_no_amounts():
    """300 and 8% is 324; 70% is below an eighth of the minimumloon (WW 41)."""
    assert not trap("wajong_2015_contract", "wajong_en_ww").amounts
    assert not trap("unknown_wage", "wajong_en_ww").amounts


@pytest.mark.parametrize(
    ("start", "until", "short"),
    [
        # calendar weeks from Monday to Sunday that a contract touches (WW 16 lid 7, 17 lid 1)
        ("2026-12", "2027-05", False),  # 27
        ("2027-01", "2027-06", False),  # 27
        ("2027-02", "2027-07", False),  # 26
        ("2026-12", "2027-04", True),  # 22
    ],
)
def test_half_a_year_is_long_enough_for_a_new_ww(start, until, short):
    asked = question(
        ww(first_day="2026-06-01", last_day="2028-05-31"),
        plans=[[job("1250", until=until)]],
        start_month=start,
    )
    found = Guided(read(asked, DAY)).guidance
    assert ("contract_eindigt" in {one.code for one in found.traps}) == short


def test_a_ww_that_a_wage_stopped_is_not_called_over():
    """Above 87.5% until June: the WW that would have ended in March begins again (WW 43 lid 1)."""
    asked = question(
        ww(first_day="2026-06-01", last_day="2027-03-31"),
        plans=[[job("2700", until="2027-06")]],
        start_month="2026-12",
    )
    found = Guided(read(asked, DAY))
    months = {month.month: month for month in found.calendars[1].months}
    assert line(months[2027, 8], "ww") > 0
    assert "contract_eindigt" not in {one.code for one in found.guidance.traps}


def test_the_end_of_a_contract_costs_what_is_less_after_it():
    found = trap("ww_ends_first", "contract_eindigt.over")
    facts = situation("ww_ends_first")
    months = {month.month: month for month in facts.calendar.months}
    assert found.amounts["net"] == months[2027, 9].net
    assert found.cost.amount == facts.situation.month.net - months[2027, 9].net


def test_an_estimate_that_is_too_low_costs_what_is_settled():
    found = trap("wajong_varies", "schatting_te_laag")
    items = [
        item
        for item in situation("wajong_varies").calendar.settlements
        if item.income == "high" and item.held_months == 6
    ]
    assert found.amounts["repay"] == sum(item.repay for item in items)
    assert found.months == (items[0].settled_in,)


def test_a_short_calendar_still_warns_of_an_estimate():
    """From September 2027 on four months are known: settled after three."""
    asked = question(
        wajong(),
        plans=[[job("1000", gross_low="600", gross_high="1600")]],
        start_month="2027-09",
        months=4,
    )
    found = Guided(read(asked, DAY))
    one = next(it for it in found.guidance.traps if it.code == "schatting_te_laag")
    items = [
        it for it in found.calendars[1].settlements if it.income == "high" and it.held_months == 3
    ]
    assert one.amounts["repay"] == sum(item.repay for item in items)


def test_beside_a_ww_both_the_statement_and_the_estimate_are_told():
    asked = question(ww("900"), wajong(), plans=[[job("400", gross_low="300", gross_high="900")]])
    found = {one.code for one in Guided(read(asked, DAY)).guidance.traps}
    assert {"schatting_te_laag", "opgave_te_laag"} <= found


def test_a_wage_that_leaves_less_is_compared_with_the_curve():
    for name, variant in (("wage_in_a_step", "step"), ("rent_more_wage", "fall")):
        found = trap(name, f"minder_over.{variant}")
        curve = guided(name).curve
        nets = {point.gross: point.net for point in curve.points}
        own = nets[found.amounts["loon"]]
        assert situation(name).situation.month.net == own
        dips = [*curve.steps, *curve.falls]
        dip = next(one for one in dips if one.gross == found.amounts["wage"])
        top = dip.net if variant == "fall" else dip.net_below
        assert found.amounts["less"] == top - own > 0


def test_what_the_childcare_costs_is_the_line_of_the_month():
    found = trap("care_no_work", "opvang_zonder_werk")
    assert found.amounts["kosten"] == -situation("care_no_work").line("childcare_cost")
    found = trap("traject", "opvang_met_traject")
    assert found.amounts["toeslag"] == situation("traject").line("kinderopvangtoeslag")


def test_what_now_and_a_plan_share_is_told_once():
    seen = [(key(one), one.situation) for one in guided("wajong_renter").guidance.traps]
    assert len(seen) == len(set(seen))


def test_the_dearest_goes_first():
    for name in GUIDED:
        found = [one.order for one in guided(name).guidance.traps]
        assert found == sorted(found)


# --- Days to remember ---------------------------------------------------------------------------


def reminders(name, place=1):
    """The reminders of one situation, by code."""
    found = {}
    for one in reminders_of(situation(name, place)):
        found.setdefault(one.code, []).append(one)
    return found


def test_the_statement_of_income_comes_after_every_month_of_ww():
    """Uitkeringsreglement WW 2015 art. 3 lid 2: the fifteenth of the second month after it."""
    found = reminders("ww_ends_first")["inkomstenopgave"]
    assert [one.month for one in found][:2] == [(2026, 12), (2027, 1)]
    assert found[0].day == date(2027, 1, 1)
    assert found[0].until == date(2027, 2, 15)
    assert "inkomstenopgave" not in reminders("wajong_renter")


def test_a_new_job_is_told_before_it_begins():
    """UWV's week runs from when somebody knows it, so the first day is the last one."""
    (told,) = reminders("ww_ends_first")["melden_uwv"]
    assert (told.day, told.until) == (date(2026, 11, 24), date(2026, 12, 1))
    (toeslagen,) = reminders("ww_ends_first")["melden_toeslagen"]
    assert toeslagen.until == date(2026, 12, 1) + timedelta(weeks=4)


def test_ends_are_those_of_the_calendar():
    found = reminders("ww_ends_first")
    (ends,) = found["ww_eindigt"]
    assert ends.day == date(2027, 1, 31)
    (contract,) = found["contract_eindigt"]
    assert (contract.day, contract.until) == (date(2027, 8, 31), date(2027, 9, 7))
    (soon,) = found["contract_bijna_voorbij"]
    assert soon.day == date(2027, 8, 1)


def test_the_first_phase_of_a_wga_ends_on_its_day():
    (found,) = reminders("wga_half_later")["wga_vervolg"]
    assert found.day == date(2027, 4, 1)


def test_years_bring_the_tax_return_and_new_toeslagen():
    found = reminders("ww_ends_first")
    assert [one.day for one in found["toeslagen_nieuw_jaar"]] == [date(2026, 12, 1)]
    returns = {one.month[0]: one for one in found["aangifte"]}
    assert returns[2026].day == date(2027, 4, 1)
    assert returns[2026].until == date(2027, 4, 30)


def test_reminders_are_in_order_and_each_once():
    for name in GUIDED:
        for place in range(len(guided(name).guidance.situations)):
            found = reminders_of(situation(name, place))
            days = [(one.day, one.code) for one in found]
            assert days == sorted(days)
            assert len(days) == len(set(days))


def test_the_situation_of_a_warning_is_the_one_that_was_worked_out():
    """The net that a warning compares with is that of its own plan, not of now."""
    found = guided("wga_below_half")
    plan = found.household.plans[0]
    again = situation_of(found.household, plan, amounts.on(DAY), explain=False)
    assert found.guidance.situations[1].situation.month.net == again.month.net
