"""The calendar file: what RFC 5545 asks, and days that no change of clock moves."""

import re
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.conf import settings
from django.urls import reverse
from django.utils.translation import override
from icalendar import Calendar

from calculator.results.guidance import reminder_wording
from calculator.results.guidance.ics import calendar_file
from calculator.rules.guidance import reminders_of
from calculator.rules.guidance.reminders import Reminder
from tests.questions.people import PEOPLE, filled_up, sent
from tests.results.guided import GUIDED, guided

LANGUAGES = [code for code, _name in settings.LANGUAGES]
NOW = datetime(2026, 11, 22, 14, 30, tzinfo=UTC)
AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def file_of(name, language="nl"):
    """The calendar file of a household's first plan."""
    with override(language):
        return calendar_file(reminders_of(guided(name).guidance.situations[1]), language, NOW)


def strictly(content):
    """Read a file as strictly as RFC 5545 asks; what is wrong is an error."""
    text = content.decode("utf-8")
    assert text.endswith("\r\n")
    assert "\n" not in text.replace("\r\n", "")
    # 3.1: no line of more than 75 octets
    assert all(len(line.encode("utf-8")) <= 75 for line in text.split("\r\n"))
    calendar = Calendar.from_ical(content)
    assert not calendar.errors
    for component in calendar.walk():
        assert not component.errors
    # 3.6: exactly one PRODID and VERSION; 3.6.1: UID, DTSTAMP and DTSTART once in every event
    unfolded = text.replace("\r\n ", "").split("\r\n")
    assert [line for line in unfolded if line.startswith("VERSION:")] == ["VERSION:2.0"]
    assert len([line for line in unfolded if line.startswith("PRODID:")]) == 1
    events = list(calendar.walk("VEVENT"))
    for event in events:
        for name in ("UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY"):
            assert not isinstance(event[name], list)
    names = [str(event["UID"]) for event in events]
    assert len(names) == len(set(names))
    return events


@pytest.mark.parametrize("name", GUIDED)
def test_every_file_is_read_by_a_strict_parser(name):
    events = strictly(file_of(name))
    found = reminders_of(guided(name).guidance.situations[1])
    assert [event.decoded("DTSTART") for event in events] == [one.day for one in found]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_reminder_has_words_that_are_filled_in(language):
    reminders = [
        Reminder(code, date(2027, 3, 1), until=date(2027, 3, 8), month=(2027, 3))
        for code in reminder_wording.REMINDERS
    ]
    with override(language):
        events = strictly(calendar_file(reminders, language, NOW))
    assert len(events) == len(reminder_wording.REMINDERS)
    for event in events:
        assert "%(" not in str(event["SUMMARY"]) + str(event["DESCRIPTION"])


def test_every_reminder_that_is_made_has_words():
    made = {
        one.code
        for name in GUIDED
        for facts in guided(name).guidance.situations
        for one in reminders_of(facts)
    }
    assert made <= set(reminder_wording.REMINDERS)
    # what these households don't meet: an AOW age, a birthday and a lower percentage
    assert set(reminder_wording.REMINDERS) - made <= {
        "aow_leeftijd",
        "minimumloon_leeftijd",
        "ww_70_procent",
        "wga_70_procent",
    }


@pytest.mark.parametrize("day", [date(2027, 3, 28), date(2027, 10, 31), date(2027, 3, 29)])
def test_no_change_of_clock_moves_a_day_or_its_sign(day):
    """Whole days have no clock; the sign comes at nine on the morning before, all year."""
    reminder = Reminder("melden_uwv", day, until=day)
    (event,) = strictly(calendar_file([reminder], "nl", NOW))
    assert event.decoded("DTSTART") == day
    assert event.decoded("DTEND") == day + timedelta(days=1)
    assert b"DTSTART;VALUE=DATE:" in event.to_ical()
    (alarm,) = event.walk("VALARM")
    begins = datetime(day.year, day.month, day.day, tzinfo=AMSTERDAM)
    rings = (begins.astimezone(UTC) + alarm.decoded("TRIGGER")).astimezone(AMSTERDAM)
    assert (rings.date(), rings.hour) == (day - timedelta(days=1), 9)


def test_others_who_see_the_calendar_read_no_amounts_and_no_person():
    for name in GUIDED:
        text = file_of(name).decode("utf-8").replace("\r\n ", "")
        assert "€" not in text
        assert "ATTENDEE" not in text and "ORGANIZER" not in text
    events = strictly(file_of("ww_ends_first"))
    assert all(str(event["CLASS"]) == "PRIVATE" for event in events)


def test_the_same_reminder_keeps_its_name():
    """A newer file takes the place of an older one, instead of doubling every day."""
    first = [str(event["UID"]) for event in strictly(file_of("ww_ends_first"))]
    second = [str(event["UID"]) for event in strictly(file_of("ww_ends_first", "en"))]
    assert first == second
    assert all(re.fullmatch(r"[a-z_0-9]+-\d{8}@wat-houd-ik-over\.invalid", uid) for uid in first)


# --- The button -------------------------------------------------------------------------------


def test_the_button_gives_the_file_of_the_plan(client):
    answers = sent(filled_up(PEOPLE["ww_owner"])) | {"reminders": "1"}
    response = client.post("/nl/agenda/", answers)
    assert response.status_code == 200
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    assert response["Content-Disposition"] == 'attachment; filename="herinneringen.ics"'
    assert response["Cache-Control"] == "no-store"
    assert not response.cookies
    assert len(strictly(response.content)) > 10


def test_a_place_that_is_no_plan_is_the_first_plan(client):
    answers = sent(filled_up(PEOPLE["ww_owner"]))
    good = client.post("/nl/agenda/", answers | {"reminders": "1"}).content
    for said in ("9", "-1", "x", ""):
        found = client.post("/nl/agenda/", answers | {"reminders": said}).content
        assert len(strictly(found)) == len(strictly(good))


def test_without_good_answers_the_questions_come_back(client):
    answers = sent(filled_up(PEOPLE["ww_owner"])) | {"ww_maandloon": "veel", "reminders": "1"}
    response = client.post("/nl/agenda/", answers)
    assert response.status_code == 200
    assert "text/html" in response["Content-Type"]
    assert 'value="veel"' in response.content.decode()
    assert client.get("/nl/agenda/").status_code == 405
    assert reverse("reminders").endswith("/agenda/")
