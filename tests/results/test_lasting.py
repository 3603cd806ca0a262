"""Beside the answer: what changes later on, and about what is left then."""

from datetime import date
from decimal import Decimal

import pytest
from django.utils.html import strip_tags
from django.utils.translation import override

from calculator.results.calendar_texts import Texts
from calculator.results.lasting import WORTH_TELLING, Lasting
from calculator.rules.calendar import CalendarMonth, CalendarOutcome
from calculator.rules.figures import Unknown
from calculator.rules.jobs import Event
from tests.questions.people import AGENCY_WORKER, filled_up, sent
from tests.results.test_calendar_page import page_of

UNKNOWN = Unknown((), "aow_leeftijd")


def month(number, net, *events, complete=True):
    """A month of 2027."""
    net = Decimal(net) if isinstance(net, int) else net
    return CalendarMonth((2027, number), "provisional", net, complete, [], [], list(events))


def told(*months, shown=None, together=False):
    """The sentences of a calendar in Dutch, without markup."""
    with override("nl"):
        calendar = CalendarOutcome("plan", list(months), [], [])
        texts = Texts("nl")
        found = Lasting(calendar, shown or len(months), texts).sentences(together=together)
        return [strip_tags(sentence).replace("\u00a0", " ") for sentence in found]


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


def test_the_page_tells_it_of_every_plan():
    page = page_of("contract_ends")
    (later,) = page.later
    ends = next(it for it in page.plans[0].months if it.month == (2027, 7))
    with override("nl"):
        assert page.texts.money(ends.net, whole=True) in strip_tags(later[0])
    assert page_of("no_plans").later == []


def test_the_answer_shows_it(client):
    html = client.post("/nl/", sent(filled_up(AGENCY_WORKER)), headers={"host": "localhost"})
    text = html.content.decode()
    answer = text[text.index('id="answer"') : text.index('id="calendar-title"')]
    assert "In juni 2027 stopt uw WW." in answer
    assert "In september 2027 stopt uw contract." in answer
