"""What went wrong once, each in the smallest form that shows it."""

from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command

from calculator.backoffice import editing
from calculator.municipalities.exchange import NotImported, read, save
from calculator.municipalities.models import MunicipalScheme, Version
from calculator.municipalities.names import code_of
from calculator.municipalities.published import schemes_of
from tests.backoffice.pages import (
    ADD,
    HOME,
    IMPORT,
    buttons_of,
    buttons_of_draft,
    error_beside,
    form_on,
    logged_in,
    messages_of,
    text_of,
    version_page,
)
from tests.municipalities.records import (
    ALPHEN,
    AMSTERDAM,
    PASSWORD,
    ROTTERDAM,
    UTRECHT,
    file_of,
    on_site,
    publish,
    record,
)
from tests.questions.people import SINGLE_MOTHER, WAJONG_RENTER, filled_up, sent

NEW = {"municipality": UTRECHT, "kind": "anders", "code": "fietsplan", "name": "Fietsplan"}


# --- A new scheme -------------------------------------------------------------------------


def test_a_new_scheme_begins_with_a_draft(anna):
    client = logged_in(anna)
    form = form_on(client.get(ADD), "municipalscheme_form")
    assert form["municipality"] == UTRECHT
    response = client.post(ADD, form | NEW)
    draft = MunicipalScheme.objects.get(municipality=UTRECHT, code="fietsplan").draft
    assert response["Location"] == version_page(draft)
    assert (draft.name, draft.made_by, draft.number) == ("Fietsplan", anna, 1)
    assert editing.reason_not_to_publish(draft, anna).startswith("U werkte zelf")
    assert schemes_of(UTRECHT) == ()


def test_an_editor_can_not_make_a_scheme_for_others(anna, office):
    response = logged_in(anna).post(ADD, NEW | {"municipality": ROTTERDAM})
    assert response.status_code == 200
    assert error_beside(response, "municipality")
    assert not MunicipalScheme.objects.exists()
    # the editorial office can
    assert logged_in(office).post(ADD, NEW | {"municipality": ROTTERDAM}).status_code == 302


def test_a_short_name_is_used_once_in_a_municipality(scheme, anna):
    response = logged_in(anna).post(ADD, NEW | {"code": "iit"})
    assert "Deze gemeente heeft al een regeling met deze naam." in text_of(response)
    assert MunicipalScheme.objects.count() == 1


# --- What the colleague sees --------------------------------------------------------------


@pytest.mark.parametrize("field", ["per_child", "in_kind"])
def test_every_change_of_an_amount_is_shown(scheme, anna, field):
    draft = editing.start_draft(scheme, anna)
    amount = draft.amounts.get(household="couple", child_from=12)
    setattr(amount, field, True)
    amount.save()
    names = [name for name, _before, _after in editing.differences(on_site(scheme), draft)]
    assert "bedragen" in names


def test_publishing_keeps_when_it_was_made(scheme, anna, bram):
    scheme.versions.update(valid_until=None)
    draft = editing.still_right(scheme, anna, datetime(2026, 11, 22, tzinfo=UTC).date())
    made_on = datetime.now(UTC) - timedelta(days=3)
    Version.objects.filter(pk=draft.pk).update(made_on=made_on)
    editing.publish(draft, draft.revision, bram)
    draft.refresh_from_db()
    assert draft.made_on == made_on


# --- Files --------------------------------------------------------------------------------


def told(anna, *rows) -> str:
    """What the page says about a file; nothing may be saved, and it may not break."""
    file = SimpleUploadedFile("regelingen.json", file_of(*rows).encode(), "application/json")
    response = logged_in(anna).post(IMPORT, {"file": file})
    assert response.status_code == 200
    assert "Niets is ingelezen." in text_of(response)
    assert not Version.objects.exists()
    return text_of(response)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("explanation", None),
        ("checked_by", None),
        ("valid_from", ""),
        ("min_age", ""),
        ("asset_limit_single", ""),
    ],
)
def test_nothing_where_a_value_belongs_is_told_or_taken_for_empty(anna, field, value):
    row = record(UTRECHT, **{"checked_on": None, field: value})
    try:
        save(read(file_of(row)), anna)
    except NotImported as refused:
        assert [one.path for one in refused.problems] == [f"schemes.0.{field}"]
    else:
        assert getattr(Version.objects.get(), field) in (None, "")


@pytest.mark.parametrize("value", [20260101, 2026.5])
def test_a_number_where_a_day_belongs_is_told(anna, value):
    assert "schemes.0.checked_on" in told(anna, record(UTRECHT, checked_on=value))


@pytest.mark.parametrize(
    ("field", "value", "other"),
    [
        ("valid_from", "morgen", {"valid_until": "2026-12-31"}),
        ("valid_until", "2026-02-30", {"valid_from": "2026-01-01"}),
        ("income_percentage", "veel", {"income_from_percentage": "100"}),
        ("min_age", "eenentwintig", {"max_age": 66}),
        ("child_until", "zeventien", {"child_from": 4}),
    ],
)
def test_a_wrong_value_beside_one_it_is_compared_with_is_told(anna, field, value, other):
    assert f"schemes.0.{field}" in told(anna, record(UTRECHT, **{field: value}, **other))


def test_a_wrong_age_in_an_amount_beside_one_it_is_compared_with_is_told(anna):
    amount = {"household": "any", "value": "1", "child_from": "vier", "child_until": 11}
    assert "schemes.0.amounts.0.child_from" in told(anna, record(UTRECHT, amounts=[amount]))


@pytest.mark.parametrize("value", [["iit"], {"nl": "iit"}])
def test_a_short_name_of_another_shape_is_told(anna, value):
    assert "schemes.0.code" in told(anna, record(UTRECHT, code=value))


def test_a_text_that_no_database_can_keep_is_told(anna):
    # half of a pair: valid in JSON, but no character
    assert "schemes.0.name" in told(anna, record(UTRECHT, name="\ud800"))


def test_an_age_with_a_fraction_is_told_and_not_cut_off(anna):
    assert "schemes.0.min_age" in told(anna, record(UTRECHT, min_age=21.9))


def test_a_scheme_that_is_there_twice_is_told_at_its_own_place():
    rows = [record(ALPHEN, municipality="9999"), record(UTRECHT), record(UTRECHT)]
    with pytest.raises(NotImported) as refused:
        read(file_of(*rows))
    assert [one.path for one in refused.value.problems] == [
        "schemes.0.municipality",
        "schemes.2.code",
    ]


# --- Accounts -----------------------------------------------------------------------------


def test_an_account_without_a_municipality_sees_nothing_of_others(scheme, anna):
    editing.start_draft(scheme, anna)
    nobody = User.objects.create_user("niemand", "", PASSWORD, is_staff=True)
    text = text_of(logged_in(nobody).get(HOME))
    assert "Individuele inkomenstoeslag" not in text
    assert "anna" not in text


def test_a_password_is_not_the_name(monkeypatch):
    monkeypatch.setattr(
        "calculator.backoffice.management.commands.add_editor.getpass",
        lambda _: "redacteur-van-utrecht",
    )
    with pytest.raises(CommandError):
        call_command("add_editor", "redacteur-van-utrecht", municipality=UTRECHT)
    assert not User.objects.exists()


# --- Forms --------------------------------------------------------------------------------


def test_an_address_without_https_is_explained(scheme, anna):
    client = logged_in(anna)
    client.post(buttons_of(scheme)[0])
    page = client.get(version_page(scheme.draft))
    response = client.post(
        version_page(scheme.draft), form_on(page) | {"apply_at": "http://www.utrecht.nl"}
    )
    assert error_beside(response, "apply_at") == "Vul een adres in dat begint met https://."


def test_nobody_checks_something_tomorrow(scheme, anna, today):
    client = logged_in(anna)
    client.post(buttons_of(scheme)[0])
    page = client.get(version_page(scheme.draft))
    tomorrow = (today + timedelta(days=1)).strftime("%d-%m-%Y")
    response = client.post(version_page(scheme.draft), form_on(page) | {"checked_on": tomorrow})
    assert response.status_code == 200
    assert error_beside(response, "checked_on")


def test_a_revision_that_is_far_too_long_is_no_revision(scheme, anna, bram):
    draft = editing.start_draft(scheme, anna)
    Version.objects.filter(pk=draft.pk).update(checked_on="2026-11-22")
    address = buttons_of_draft(draft)[0]
    page = logged_in(bram).post(address, {"revision": "9" * 5000}, follow=True)
    assert "Kijk het opnieuw na." in messages_of(page)


# --- What visitors see --------------------------------------------------------------------


def test_two_passes_of_a_municipality_both_stand_on_the_page(client):
    publish(record(UTRECHT, "u-pas"), record(UTRECHT, "u-pas", code="sportpas", name="Sportpas"))
    page = client.post("/nl/vragen/", sent(WAJONG_RENTER)).text
    for code in ("u-pas", "sportpas"):
        assert f'id="scheme-own-{code}"' in page


def test_in_amsterdam_a_credit_for_a_child_does_not_hide_the_pass_of_the_parent(client):
    publish(record(AMSTERDAM, "stadspas"), record(AMSTERDAM, "kindtegoed-0-3"))
    young = {"child0_birth_date": "3-2-2024", "child0_care": "none", "municipality": "Amsterdam"}
    answers = sent(filled_up(SINGLE_MOTHER | young))
    page = client.post("/nl/vragen/", answers).text
    for code in ("stadspas", "kindtegoed-0-3"):
        assert f'id="scheme-own-{code}"' in page


# --- Names --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "code"),
    [("Hengelo (O.)", "0164"), ("Laren (NH.)", "0417"), ("Rijswijk (ZH.)", "0603")],
)
def test_the_name_that_cbs_gives_is_recognised(typed, code):
    assert code_of(typed) == code
