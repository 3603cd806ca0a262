"""Beside the answer: what changes later on, and about what is left then."""

from datetime import date
from decimal import Decimal

import pytest
from django.utils.html import strip_tags
from django.utils.translation import override

from calculator.results.calendar_texts import Texts
from calculator.results.lasting import WORTH_TELLING, Lasting
from calculator.rules.calendar import CalendarMonth, CalendarOutcome
from calculator.rules.figures import Line, Unknown
from calculator.rules.jobs import Event
from tests.questions.people import AGENCY_WORKER, LOW_WAGE, WAJONG_AT_PARENTS, filled_up, sent
from tests.results.test_calendar_page import page_of

UNKNOWN = Unknown((), "aow_leeftijd")


WAGE = Line("loon", "employer", Decimal(500))


def month(number, net, *events, complete=True, lines=(WAGE,)):
    """A month of 2027."""
    net = Decimal(net) if isinstance(net, int) else net
    return CalendarMonth(
        (2027, number), "provisional", net, complete, list(lines), [], list(events)
    )


def lasting(*months, shown=None):
    """What changes in the months of a calendar."""
    calendar = CalendarOutcome("plan", list(months), [], [])
    return Lasting(calendar, shown or len(months), Texts("nl"))


def read(sentence):
    """A sentence without markup."""
    return strip_tags(sentence).replace("\u00a0", " ")


def told(*months, shown=None, together=False):
    """The sentences of a calendar in Dutch, without markup."""
    with override("nl"):
        found = lasting(*months, shown=shown).sentences(together=together)
        return [read(sentence) for sentence in found]


CONTRACT_ENDS = Event("contract_eindigt", date(2027, 6, 30))
WW_ENDS = Event("ww_eindigt", date(2027, 6, 14))
HOLIDAY_PAY = Event("vakantiegeld_werk")
PHASE_ENDS = Event("wga_vervolg", date(2027, 6, 1))


def test_a_contract_that_ends_on_the_last_day_of_a_month_leaves_less_from_the_next():
    assert told(month(5, 2000), month(6, 2000, CONTRACT_ENDS), month(7, 1500)) == [
        "In juni 2027 stopt uw contract. Daarna houdt u ongeveer € 1.500 per maand over."
    ]


def test_after_an_end_within_a_month_the_next_whole_month_counts():
    assert told(month(5, 2000), month(6, 1800, WW_ENDS), month(7, 1200)) == [
        "In juni 2027 stopt uw WW. Daarna houdt u ongeveer € 1.200 per maand over."
    ]


def test_a_first_day_counts_in_its_own_month():
    (said,) = told(month(5, 2000), month(6, 1700, PHASE_ENDS), month(7, 1600))
    assert "€ 1.700" in said


def test_months_with_holiday_pay_are_passed_over():
    (said,) = told(month(6, 2000, CONTRACT_ENDS), month(7, 3000, HOLIDAY_PAY), month(8, 1500))
    assert "€ 1.500" in said
    (said,) = told(month(6, 2000, CONTRACT_ENDS), month(7, 3000, HOLIDAY_PAY))
    assert "€ 3.000" in said  # there is no other


def test_the_last_wage_of_a_contract_is_not_what_is_left_after_it():
    last = Event("laatste_loon")
    (said,) = told(month(6, 2000, CONTRACT_ENDS), month(7, 1900, last), month(8, 1500))
    assert "€ 1.500" in said


def test_two_changes_are_told_in_their_order_each_with_what_follows_it():
    first = Event("ww_eindigt", date(2027, 2, 28))
    found = told(
        month(1, 2000),
        month(2, 2000, first),
        month(3, 1700),
        month(4, 1700),
        month(5, 1700),
        month(6, 1700, CONTRACT_ENDS),
        month(7, 900),
    )
    assert [said.partition(".")[0] for said in found] == [
        "In februari 2027 stopt uw WW",
        "In juni 2027 stopt uw contract",
    ]
    assert "€ 1.700" in found[0]
    assert "€ 900" in found[1]


@pytest.mark.parametrize("change", [0, 24, -24])
def test_what_hardly_makes_a_difference_is_not_told(change):
    assert abs(change) < WORTH_TELLING
    assert not told(month(5, 2000), month(6, 2000, CONTRACT_ENDS), month(7, 2000 + change))


@pytest.mark.parametrize("change", [25, -25])
def test_what_makes_a_difference_is_told(change):
    assert told(month(5, 2000), month(6, 2000, CONTRACT_ENDS), month(7, 2000 + change))


def test_an_amount_that_is_not_known_is_not_told():
    aow = Event("aow_leeftijd", date(2027, 6, 20))
    assert told(month(5, 2000), month(6, UNKNOWN, aow), month(7, UNKNOWN)) == [
        "In juni 2027 krijgt u AOW. Wij rekenen niet uit hoeveel u dan overhoudt."
    ]


def test_the_end_in_the_last_month_is_told_without_an_amount():
    assert told(month(5, 2000), month(6, 2000, CONTRACT_ENDS)) == [
        "In juni 2027 stopt uw contract."
    ]


def test_months_that_are_not_shown_are_not_told():
    months = (month(5, 2000), month(6, 2000, CONTRACT_ENDS), month(7, 1500))
    assert not told(*months, shown=1)


def test_a_month_that_is_not_complete_is_no_measure():
    (said,) = told(month(6, 2000, CONTRACT_ENDS), month(7, 700, complete=False), month(8, 1500))
    assert "€ 1.500" in said


def test_with_a_partner_it_is_what_both_have_left():
    (said,) = told(month(6, 2000, CONTRACT_ENDS), month(7, 1500), together=True)
    assert said.endswith("Daarna houdt u samen ongeveer € 1.500 per maand over.")


NO_BIJSTAND = "Bijstand van de gemeente zit niet in dit bedrag."
NO_NEW_WW = "Nieuwe WW of bijstand zit niet in dit bedrag."
TOESLAG = Line("zorgtoeslag", None, Decimal(129))


def test_where_no_wage_and_no_benefit_is_left_bijstand_is_named():
    (said,) = told(month(5, 2000), month(6, 2000, WW_ENDS), month(7, 488, lines=[TOESLAG]))
    assert said.endswith(f"€ 488 per maand over. {NO_BIJSTAND}")
    of_partner = Line("loon", "partner", Decimal(900))
    (said,) = told(month(5, 2000), month(6, 2000, WW_ENDS), month(7, 488, lines=[of_partner]))
    assert said.endswith(NO_BIJSTAND)
    (said,) = told(month(5, 2000), month(6, 2000, WW_ENDS), month(7, 988))
    assert NO_BIJSTAND not in said


def test_a_last_wage_after_the_contract_is_no_income_to_live_on():
    last = Event("laatste_loon")
    (said,) = told(
        month(6, 2000, CONTRACT_ENDS),
        month(7, 900, last),
        month(8, 488, lines=[TOESLAG]),
    )
    assert said.endswith(f"€ 488 per maand over. {NO_NEW_WW}")


def test_what_ends_without_the_plan_too_is_told():
    months = (month(2, 1800), month(3, 1800, WW_ENDS_IN_MARCH), month(4, 488, lines=[TOESLAG]))
    with override("nl"):
        (said,) = lasting(*months).without_plan(together=False)
        assert read(said) == (
            "In maart 2027 stopt uw WW. Zonder plan houdt u daarna ongeveer € 488 per maand over. "
            + NO_BIJSTAND
        )
        (said,) = lasting(*months).without_plan(together=True)
        assert "Zonder plan houdt u daarna samen ongeveer" in said
        aow = Event("aow_leeftijd", date(2027, 6, 20))
        ends = (month(5, 2000), month(6, UNKNOWN, aow), month(7, UNKNOWN))
        assert not lasting(*ends).without_plan(together=False)


WW_ENDS_IN_MARCH = Event("ww_eindigt", date(2027, 3, 31))
STARTPERIODE_ENDS = Event("startperiode_eindigt", date(2027, 6, 1))


def test_in_the_startperiode_another_amount_is_left_and_the_page_says_until_when():
    months = (month(4, 1882), month(5, 1882), month(6, 2109, STARTPERIODE_ENDS), month(7, 2109))
    with override("nl"):
        said = lasting(*months).at_first(Decimal(2091), together=False)
        assert read(said) == (
            "In uw startperiode is het anders. Van april 2027 tot en met mei 2027 houdt u ongeveer "
            "€ 1.882 per maand over."
        )
        assert "houdt u samen" in lasting(*months).at_first(Decimal(2091), together=True)
        assert lasting(*months).at_first(Decimal(1890), together=False) is None  # hardly another
        assert lasting(*months).at_first(UNKNOWN, together=False) is None
        assert lasting(*months[:2]).at_first(Decimal(2091), together=False) is None


def test_who_loses_the_ww_anyhow_reads_it_beside_the_answer(client):
    html = client.post("/nl/vragen/", sent(filled_up(LOW_WAGE)), headers={"host": "localhost"})
    text = html.content.decode()
    answer = text[text.index('id="answer"') : text.index('id="calendar-title"')]
    assert "Ook als u niets doet, verandert er iets." in answer
    assert "In maart 2027 stopt uw WW. Zonder plan" in answer
    assert NO_BIJSTAND in answer


def test_who_turns_21_reads_that_the_wajong_rises(client):
    html = client.post(
        "/nl/vragen/", sent(filled_up(WAJONG_AT_PARENTS)), headers={"host": "localhost"}
    )
    text = html.content.decode()
    answer = text[text.index('id="answer"') : text.index('id="calendar-title"')]
    assert "In mei 2027 wordt u een jaar ouder. Uw Wajong is dan hoger. Daarna houdt u" in answer
    assert "Ook als u niets doet" not in answer  # it is told once


def test_the_page_tells_it_of_every_plan():
    page = page_of("contract_ends")
    (later,) = page.beside
    ends = next(it for it in page.plans[0].months if it.month == (2027, 7))
    with override("nl"):
        assert page.texts.money(ends.net, whole=True) in strip_tags(later.later[0])
    assert page_of("no_plans").beside == []


def test_the_answer_shows_it(client):
    html = client.post("/nl/vragen/", sent(filled_up(AGENCY_WORKER)), headers={"host": "localhost"})
    text = html.content.decode()
    answer = text[text.index('id="answer"') : text.index('id="calendar-title"')]
    assert "In juni 2027 stopt uw WW." in answer
    assert "In september 2027 stopt uw contract." in answer
