"""Reminders as a calendar file (RFC 5545): whole days, with a sign on the morning before.

Made on request and kept nowhere. There is nothing in it that says who somebody is.
"""

from datetime import UTC, datetime, timedelta

from icalendar import Alarm, Calendar, Event, vDuration

from calculator.formats import format_by_pattern, format_date
from calculator.results.guidance import reminder_wording as wording
from calculator.rules.guidance.reminders import Reminder
from calculator.rules.periods import first_day
from calculator.texts import gettext

CONTENT_TYPE = "text/calendar; charset=utf-8"
FILE_NAME = "herinneringen.ics"
#: nine in the morning of the day before: no clock changes between that and midnight
BEFORE = timedelta(hours=-15)


def calendar_file(reminders: list[Reminder], language: str, now: datetime) -> bytes:
    """The reminders as a file that a calendar can open; ``now``: when it is made."""
    calendar = Calendar()
    calendar.add("prodid", "-//Wat houd ik over//NL")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("x-wr-calname", gettext(wording.NAME))
    for reminder in reminders:
        calendar.add_component(_event(reminder, language, now))
    return bytes(calendar.to_ical())


def _event(reminder: Reminder, language: str, now: datetime) -> Event:
    words = wording.REMINDERS[reminder.code]
    params = {}
    if reminder.until is not None:
        params["until"] = format_date(reminder.until, language)
    if reminder.month is not None:
        params["month"] = format_by_pattern("LLLL", first_day(reminder.month), language)
        params["year"] = str(reminder.month[0])
    title = gettext(words.title) % params
    law = f" ({reminder.law})" if reminder.law else ""
    text = f"{gettext(words.text) % params}{law}\n\n{gettext(wording.ESTIMATE)}"
    event = Event()
    # the same reminder in a newer file takes the place of the older one
    event.add("uid", f"{reminder.code}-{reminder.day:%Y%m%d}@wat-houd-ik-over.invalid")
    event.add("dtstamp", now.astimezone(UTC))
    event.add("dtstart", reminder.day)
    event.add("dtend", reminder.day + timedelta(days=1))
    event.add("summary", title)
    event.add("description", text)
    event.add("transp", "TRANSPARENT")
    event.add("class", "PRIVATE")
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", title)
    alarm["trigger"] = vDuration(BEFORE)
    event.add_component(alarm)
    return event
