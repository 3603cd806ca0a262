"""Mail to editors about what needs their eyes."""

from datetime import date

import pytest
from django.contrib.auth.models import User
from django.core import mail
from django.core.management import call_command

from calculator.backoffice import editing
from calculator.backoffice.reminders import send_reminders
from calculator.municipalities.models import Editor
from tests.municipalities.records import (
    ALPHEN,
    ARNHEM,
    PASSWORD,
    ROTTERDAM,
    UTRECHT,
    add,
    editor,
    on_site,
)

TODAY = date(2026, 11, 22)


@pytest.fixture
def fresh():
    """A scheme of Alphen that needs no eyes for a long time."""
    return add(ALPHEN, valid_until=None)


def test_nothing_due_is_no_mail(fresh):
    editor("jan", ALPHEN, "jan@alphen.example")
    User.objects.create_superuser("redactie", "redactie@site.example", PASSWORD)
    assert send_reminders(TODAY) == 0
    assert mail.outbox == []


def test_each_municipality_gets_one_mail_with_what_is_due_there(fresh):
    for place, code in enumerate((UTRECHT, UTRECHT, ROTTERDAM, ALPHEN)):
        editor(f"redacteur-{place}", code, f"redacteur-{place}@{code}.example")
    add(UTRECHT)
    add(UTRECHT, "u-pas", name="De pas van toen", checked_on="2025-11-22")
    add(ROTTERDAM, "jeugdtegoed-4-11")
    assert send_reminders(TODAY) == 2
    found = {tuple(sorted(one.bcc)): one for one in mail.outbox}
    ours = found[("redacteur-0@0344.example", "redacteur-1@0344.example")]
    theirs = found[("redacteur-2@0599.example",)]
    for one in mail.outbox:
        # nobody sees the address of somebody else
        assert (one.to, one.cc) == ([], [])
        assert one.subject == "Regelingen om na te kijken"
    assert "redacteur-1" not in ours.message().as_string()
    assert (
        "- Individuele inkomenstoeslag (Utrecht): liep af op 31 december 2024; bezoekers zien dat "
        "de bedragen oud zijn" in ours.body
    )
    assert (
        "- De pas van toen (Utrecht): te lang niet nagekeken; bezoekers zien dat sinds "
        "22 november 2026" in ours.body
    )
    assert "Rotterdam" not in ours.body
    assert "- Jeugdtegoed (4 tot en met 11 jaar) (Rotterdam): liep af op" in theirs.body
    assert "Utrecht" not in theirs.body
    assert "Kies dan in het beheer: Nog steeds juist." in theirs.body


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"valid_until": "2027-01-17"}, "loopt af op 17 januari 2027"),
        (
            {"valid_until": None, "checked_on": "2026-02-22"},
            "9 maanden niet nagekeken; vanaf 22 februari 2027 zien bezoekers dat",
        ),
        ({"valid_until": None, "checked_on": None, "checked_by": ""}, "nog nooit nagekeken"),
    ],
)
def test_the_mail_says_why(fields, said):
    editor("jan", ALPHEN, "jan@alphen.example")
    add(ALPHEN, name="Inkomenstoeslag", **fields)
    assert send_reminders(TODAY) == 1
    line = f"- Inkomenstoeslag (Alphen aan den Rijn): {said}"
    assert line in mail.outbox[0].body.splitlines()


def test_without_an_editor_who_can_be_reached_the_editorial_office_gets_it():
    User.objects.create_superuser("redactie", "redactie@site.example", PASSWORD)
    User.objects.create_superuser("zonder-adres", "", PASSWORD)
    editor("jan", ALPHEN)  # no address
    gone = editor("piet", ARNHEM, "piet@arnhem.example")
    gone.is_active = False
    gone.save()
    editor("anna", UTRECHT, "anna@utrecht.example")
    add(UTRECHT)
    add(ARNHEM, name="Toeslag van Arnhem")
    add(ALPHEN, name="Toeslag van Alphen", valid_until="2026-11-21")
    assert send_reminders(TODAY) == 2
    office, ours = sorted(mail.outbox, key=lambda one: "anna@utrecht.example" in one.bcc)
    assert office.bcc == ["redactie@site.example"]
    assert "Toeslag van Arnhem" in office.body
    assert "Toeslag van Alphen" in office.body
    assert "Utrecht" not in office.body
    assert ours.bcc == ["anna@utrecht.example"]


def test_without_any_address_there_is_no_mail():
    User.objects.create_superuser("zonder-adres", "", PASSWORD)
    add(ARNHEM)
    assert send_reminders(TODAY) == 0
    assert mail.outbox == []


def test_a_scheme_that_left_the_site_is_left_alone(anna):
    Editor.objects.filter(user=anna).update(municipality_id=ARNHEM)
    anna.email = "anna@arnhem.example"
    anna.save()
    scheme = add(ARNHEM)
    assert send_reminders(TODAY) == 1
    editing.withdraw(scheme, anna)
    assert send_reminders(TODAY) == 0


def test_a_draft_that_waits_does_not_stop_the_mail_and_publishing_does(anna, bram):
    anna.email = "anna@utrecht.example"
    anna.save()
    scheme = add(UTRECHT, "u-pas", checked_on="2025-11-22")
    draft = editing.still_right(scheme, anna, TODAY)
    assert send_reminders(TODAY) == 1
    editing.publish(draft, draft.revision, bram)
    assert on_site(scheme).checked_on == TODAY
    assert send_reminders(TODAY) == 0


def test_the_mail_is_dutch_whatever_the_machine_speaks(fresh):
    editor("anna", UTRECHT, "anna@utrecht.example")
    add(UTRECHT)
    call_command("remind_editors")
    assert "Deze regelingen moeten worden nagekeken:" in mail.outbox[0].body


def test_the_command_says_how_many(capsys, monkeypatch, fresh):
    editor("jan", ALPHEN, "jan@alphen.example")
    call_command("remind_editors")
    assert capsys.readouterr().out == "0 mails\n"
    # nine months later
    day = date(2027, 8, 22)
    monkeypatch.setattr("django.utils.timezone.localdate", lambda *args, **kwargs: day)
    call_command("remind_editors")
    assert capsys.readouterr().out == "1 mails\n"
    assert len(mail.outbox) == 1
