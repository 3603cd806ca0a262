"""When a scheme needs eyes, and from when visitors see that nobody looked."""

from datetime import date, timedelta

import pytest
from django.test import Client

from calculator.backoffice import editing
from calculator.municipalities.freshness import due
from calculator.municipalities.models import Municipality
from calculator.municipalities.published import schemes_of
from calculator.rules import amounts
from calculator.rules.schemes import judge
from tests.municipalities.records import ALPHEN, ARNHEM, UTRECHT, add, editor, on_site
from tests.municipalities.test_rule import means
from tests.questions.people import WAJONG_RENTER, sent

CHECKED = date(2026, 11, 22)
#: nothing that runs out, so that only the day of the check counts
LASTING = {"valid_until": None, "conditions": ""}
UNCHECKED = "langer dan een jaar niet nagekeken"


def found(day: date) -> list[tuple[str, date | None, bool]]:
    """What is due on a day."""
    return [(one.reason, one.day, one.is_public) for one in due(day)]


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (CHECKED, []),
        (date(2027, 7, 22), []),  # eight months
        (date(2027, 8, 21), []),
        (date(2027, 8, 22), [("check", date(2027, 11, 22), False)]),  # nine
        (date(2027, 11, 21), [("check", date(2027, 11, 22), False)]),
        (date(2027, 11, 22), [("unchecked", date(2027, 11, 22), True)]),  # twelve
        (date(2030, 1, 1), [("unchecked", date(2027, 11, 22), True)]),
    ],
)
def test_a_check_gets_old(day, said):
    add(ALPHEN, **LASTING)
    assert found(day) == said


def test_what_nobody_ever_checked_is_due_at_once():
    add(ALPHEN, valid_until=None, checked_on=None, checked_by="")
    assert found(CHECKED) == [("unchecked", None, True)]


@pytest.mark.parametrize(
    ("day", "said"),
    [
        # eight weeks before 31 March 2027 is 3 February
        (date(2027, 2, 2), []),
        (date(2027, 2, 3), [("expires", date(2027, 3, 31), False)]),
        (date(2027, 3, 31), [("expires", date(2027, 3, 31), False)]),
        (date(2027, 4, 1), [("expired", date(2027, 3, 31), True)]),
        # that it ran out is said also when nobody looked since
        (date(2028, 4, 1), [("expired", date(2027, 3, 31), True)]),
    ],
)
def test_a_scheme_runs_out(day, said):
    add(ALPHEN, valid_until="2027-03-31")
    assert date(2027, 3, 31) - timedelta(weeks=8) == date(2027, 2, 3)
    assert found(day) == said


def test_what_visitors_see_goes_first_and_the_oldest_before_the_rest():
    add(ALPHEN, **LASTING, checked_on="2026-02-01")  # check
    add(ARNHEM, valid_until="2026-12-01")  # expires
    add(ARNHEM, "gelrepas", **LASTING, checked_on="2025-06-01")  # unchecked since 1 June
    add(UTRECHT, valid_until="2026-01-31")  # expired
    add(UTRECHT, "u-pas", **LASTING, checked_on=None, checked_by="")
    assert [one.reason for one in due(CHECKED)] == [
        "unchecked",
        "expired",
        "unchecked",
        "expires",
        "check",
    ]
    assert next(iter(due(CHECKED))).day is None


def test_only_of_one_municipality():
    add(ARNHEM)
    add(UTRECHT)
    municipality = Municipality.objects.get(pk=UTRECHT)
    assert [one.version.scheme.municipality for one in due(CHECKED, municipality)] == [municipality]
    assert len(found(CHECKED)) == 2


def test_a_draft_and_what_left_the_site_are_not_due():
    scheme = add(UTRECHT)
    anna = editor("anna")
    editing.start_draft(scheme, anna)
    assert [one.version for one in due(CHECKED)] == [on_site(scheme)]
    editing.withdraw(scheme, anna)
    assert found(CHECKED) == []


def test_the_verdict_says_from_twelve_months_that_nobody_looked():
    add(ALPHEN, **LASTING)
    scheme = schemes_of(ALPHEN)[0].scheme

    def said(day: date) -> tuple:
        found = judge(scheme, means(), amounts.on(day))
        return found.verdict, found.reason, found.unchecked

    assert said(date(2027, 8, 22)) == ("likely", "fits_income", False)
    assert said(date(2027, 11, 21)) == ("likely", "fits_income", False)
    assert said(date(2027, 11, 22)) == ("perhaps", "unchecked", True)


def result(monkeypatch, day: date, start: str) -> str:
    """What a renter in Utrecht reads on a day about this scheme, without tags in between."""
    monkeypatch.setattr("django.utils.timezone.localdate", lambda *args, **kwargs: day)
    answers = sent(WAJONG_RENTER) | {"plan0_start": start, "start": start, "low_income": "60"}
    page = Client().post("/nl/vragen/", answers).text
    assert 'class="answer__sentence"' in page
    return page.split('id="scheme-own-iit"')[1].split("</details>")[0]


def test_the_page_says_from_twelve_months_that_nobody_looked(monkeypatch):
    # without a limit for the income, so that only the check counts
    add(
        UTRECHT,
        valid_until=None,
        conditions="",
        income_test="none",
        income_percentage=None,
    )
    fresh = result(monkeypatch, CHECKED, "2026-12")
    assert "Waarschijnlijk wel." in fresh
    assert "Nagekeken op 22 november 2026 door onze redactie." in fresh.replace("\xa0", " ")
    assert UNCHECKED not in fresh.lower()
    almost = result(monkeypatch, date(2027, 11, 21), "2027-12")
    assert "Waarschijnlijk wel." in almost
    assert UNCHECKED not in almost.lower()
    late = result(monkeypatch, date(2027, 12, 1), "2027-12")
    assert UNCHECKED in late.lower()
    assert "Misschien." in late
    assert "Waarschijnlijk wel." not in late


def test_the_page_says_of_what_year_old_amounts_are(monkeypatch):
    add(UTRECHT)
    page = result(monkeypatch, CHECKED, "2026-12")
    assert "bedragen van 2024" in page.lower()
    assert "Misschien." in page
    assert "276" in page
