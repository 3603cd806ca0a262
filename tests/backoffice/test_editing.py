"""How a scheme changes: a draft, somebody else's eyes, the site, the history."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from calculator.backoffice import editing
from calculator.municipalities.models import MunicipalScheme, Version
from calculator.municipalities.published import schemes_of
from tests.municipalities.records import UTRECHT, on_site

State = Version.State
TODAY = date(2026, 11, 22)


def draft_of(scheme, user, **changes) -> Version:
    """A draft with a check and these changes, saved by its maker."""
    draft = editing.start_draft(scheme, user)
    assert editing.claim(draft, draft.revision, user)
    draft.refresh_from_db()
    for name, value in ({"checked_on": TODAY} | changes).items():
        setattr(draft, name, value)
    draft.save()
    return draft


def names_of(changes) -> dict[str, tuple[str, str]]:
    """What ``differences`` says, by the name of the field."""
    return {name: (before, after) for name, before, after in changes}


def amounts_of(version: Version) -> list[tuple]:
    """The amounts of a version, without whose they are."""
    fields = ("household", "child_from", "child_until", "value", "per", "per_child", "in_kind")
    return list(version.amounts.values_list(*fields))


# --- A draft ------------------------------------------------------------------------------


def test_a_draft_begins_as_a_copy_but_has_to_be_checked_again(scheme, anna):
    before = on_site(scheme)
    draft = editing.start_draft(scheme, anna)
    assert (draft.state, draft.number, draft.made_by) == (State.DRAFT, before.number + 1, anna)
    checked = {"checked_on": None, "checked_by": "gemeente Utrecht"}
    assert editing.content_of(draft) == editing.content_of(before) | checked
    assert editing.content_of(before)["income_percentage"] == Decimal(110)
    assert amounts_of(draft) == amounts_of(before)
    assert len(amounts_of(before)) == 6
    # the one on the site is still the same
    before.refresh_from_db()
    assert (before.state, before.checked_on) == (State.PUBLISHED, TODAY)


def test_who_checked_it_is_an_organisation(scheme, anna, office):
    assert editing.organisation_of(anna) == "gemeente Utrecht"
    assert editing.organisation_of(office) == "onze redactie"


def test_a_second_draft_is_the_first(scheme, anna, bram):
    draft = editing.start_draft(scheme, anna)
    assert editing.start_draft(scheme, bram) == draft
    assert scheme.versions.count() == 2


def test_a_draft_of_a_scheme_that_left_the_site_begins_with_what_was_there(scheme, anna):
    last = on_site(scheme)
    editing.withdraw(scheme, anna)
    draft = editing.start_draft(scheme, anna)
    assert draft.number == last.number + 1
    assert amounts_of(draft) == amounts_of(last)


def test_a_scheme_without_any_version_can_have_no_draft(anna):
    empty = MunicipalScheme.objects.create(municipality_id=UTRECHT, code="leeg", kind="anders")
    with pytest.raises(editing.Refused):
        editing.start_draft(empty, anna)


def test_a_change_is_claimed_once_for_each_revision(scheme, anna, bram):
    draft = editing.start_draft(scheme, anna)
    assert editing.claim(draft, 1, anna)
    assert not editing.claim(draft, 1, bram)
    assert set(draft.makers.all()) == {anna}
    draft.refresh_from_db()
    assert (draft.revision, draft.made_by) == (2, anna)
    assert editing.claim(draft, 2, bram)
    assert set(draft.makers.all()) == {anna, bram}


def test_what_is_on_the_site_can_not_be_claimed(scheme, anna):
    version = on_site(scheme)
    assert not editing.claim(version, version.revision, anna)


# --- Publication --------------------------------------------------------------------------


def refusal_of(version: Version, user, revision: int | None = None) -> str:
    """Why it can't be published; nothing may have changed."""
    before = list(Version.objects.order_by("pk").values())
    with pytest.raises(editing.Refused) as refused:
        editing.publish(version, version.revision if revision is None else revision, user)
    assert list(Version.objects.order_by("pk").values()) == before
    return str(refused.value)


def test_a_colleague_publishes_and_what_was_there_becomes_history(scheme, anna, bram):
    before = on_site(scheme)
    draft = draft_of(scheme, anna, name="Nieuwe naam")
    published = editing.publish(draft, draft.revision, bram)
    before.refresh_from_db()
    assert scheme.published == published == draft
    assert (published.made_by, published.published_by) == (anna, bram)
    assert (before.state, before.ended_by) == (State.REPLACED, bram)
    assert before.ended_on == published.published_on
    assert abs(timezone.now() - published.published_on) < timedelta(minutes=1)
    assert [one.name for one in schemes_of(UTRECHT)] == ["Nieuwe naam"]
    assert scheme.draft is None


def test_nobody_publishes_what_they_made(scheme, anna):
    assert "U werkte zelf aan dit concept" in refusal_of(draft_of(scheme, anna), anna)


def test_who_only_began_a_draft_does_not_publish_it_either(scheme, anna):
    draft = editing.start_draft(scheme, anna)
    Version.objects.filter(pk=draft.pk).update(checked_on=TODAY)
    draft.refresh_from_db()
    assert "U werkte zelf aan dit concept" in refusal_of(draft, anna)


def test_nobody_publishes_what_they_saved_in_between(scheme, anna, bram, office):
    draft = draft_of(scheme, anna)
    assert editing.claim(draft, draft.revision, bram)
    draft.refresh_from_db()
    assert draft.made_by == bram
    for user in (anna, bram):
        assert "U werkte zelf aan dit concept" in refusal_of(draft, user)
    editing.publish(draft, draft.revision, office)
    assert scheme.published == draft


def test_nothing_goes_onto_the_site_unchecked(scheme, anna, bram):
    draft = draft_of(scheme, anna, checked_on=None)
    assert "Vul eerst in wanneer" in refusal_of(draft, bram)


def test_nobody_publishes_what_they_have_not_seen(scheme, anna, bram):
    draft = draft_of(scheme, anna)
    seen = draft.revision
    assert editing.claim(draft, seen, anna)
    draft.refresh_from_db()
    assert "net veranderd door anna" in refusal_of(draft, bram, seen)


@pytest.mark.parametrize("state", [State.PUBLISHED, State.REPLACED, State.WITHDRAWN])
def test_only_a_draft_is_published(scheme, bram, state):
    version = on_site(scheme)
    Version.objects.filter(pk=version.pk).update(state=state)
    version.refresh_from_db()
    assert refusal_of(version, bram) == "Dit is geen concept meer."


def test_why_not_is_said_before_the_button_is_pressed(scheme, anna, bram):
    draft = draft_of(scheme, anna)
    assert "Een collega" in editing.reason_not_to_publish(draft, anna)
    assert editing.reason_not_to_publish(draft, bram) == ""


# --- The database itself ------------------------------------------------------------------


def test_the_database_refuses_two_eyes(scheme, anna):
    draft = editing.start_draft(scheme, anna)
    draft.published_by = anna
    with pytest.raises(IntegrityError, match="four_eyes"), transaction.atomic():
        draft.save()


@pytest.mark.parametrize("state", [State.DRAFT, State.PUBLISHED])
def test_the_database_refuses_two_drafts_and_two_on_the_site(scheme, anna, state):
    editing.start_draft(scheme, anna)
    with pytest.raises(IntegrityError), transaction.atomic():
        Version.objects.create(scheme=scheme, number=9, name="Nog een", state=state)
    # as many as there are in the history
    Version.objects.create(scheme=scheme, number=9, name="Oud", state=State.REPLACED)
    Version.objects.create(scheme=scheme, number=10, name="Ouder", state=State.REPLACED)


def test_the_database_refuses_a_number_and_a_code_twice(scheme):
    with pytest.raises(IntegrityError), transaction.atomic():
        Version.objects.create(
            scheme=scheme, number=on_site(scheme).number, name="Nog een", state=State.REPLACED
        )
    with pytest.raises(IntegrityError), transaction.atomic():
        MunicipalScheme.objects.create(municipality_id=UTRECHT, code="iit", kind="anders")


# --- Off the site -------------------------------------------------------------------------


def test_withdrawing_keeps_what_was_there_and_who_did_it(scheme, anna):
    version = on_site(scheme)
    editing.withdraw(scheme, anna)
    version.refresh_from_db()
    assert (version.state, version.ended_by) == (State.WITHDRAWN, anna)
    assert version.ended_on is not None
    assert version.amounts.count() == 6
    assert schemes_of(UTRECHT) == ()
    with pytest.raises(editing.Refused, match="staat niet op de site"):
        editing.withdraw(scheme, anna)


def test_a_draft_that_goes_leaves_the_scheme(scheme, anna):
    draft = editing.start_draft(scheme, anna)
    editing.drop_draft(draft, draft.revision, anna)
    assert scheme.draft is None
    assert scheme.published == on_site(scheme)
    # what was thrown away stays in the history, with who did it
    draft.refresh_from_db()
    assert (draft.state, draft.ended_by) == (State.DROPPED, anna)
    assert editing.start_draft(scheme, anna).number == draft.number + 1


def test_a_scheme_that_never_was_more_than_a_draft_goes_with_it(anna):
    scheme = MunicipalScheme.objects.create(municipality_id=UTRECHT, code="nieuw", kind="anders")
    draft = Version.objects.create(scheme=scheme, number=1, name="Nieuw", made_by=anna)
    editing.drop_draft(draft, draft.revision, anna)
    assert not MunicipalScheme.objects.exists()


def test_what_is_on_the_site_is_never_thrown_away(scheme, anna, bram):
    with pytest.raises(editing.Refused):
        editing.drop_draft(on_site(scheme), 1, anna)
    assert scheme.published is not None
    # nor what somebody put there while another looked at the draft
    draft = draft_of(scheme, anna)
    seen = Version.objects.get(pk=draft.pk)
    editing.publish(draft, draft.revision, bram)
    with pytest.raises(editing.Refused):
        editing.drop_draft(seen, seen.revision, anna)
    assert scheme.published == draft


def test_a_draft_that_changed_since_it_was_seen_is_not_thrown_away(scheme, anna, bram):
    draft = editing.start_draft(scheme, anna)
    assert editing.claim(draft, draft.revision, bram)
    with pytest.raises(editing.Refused, match="bram"):
        editing.drop_draft(draft, draft.revision, anna)
    assert scheme.draft == draft


def test_somebody_can_go_back_to_an_earlier_version(scheme, anna, bram):
    first = on_site(scheme)
    second = draft_of(scheme, anna, name="Verkeerd")
    editing.publish(second, second.revision, bram)
    back = editing.start_draft(scheme, anna, first)
    assert (back.name, back.number) == (first.name, 3)
    assert amounts_of(back) == amounts_of(first)


# --- What changed -------------------------------------------------------------------------


def test_what_changed_is_named_and_nothing_else(scheme, anna):
    before = on_site(scheme)
    draft = draft_of(
        scheme,
        anna,
        income_percentage=Decimal(120),
        assets=Version.Assets.NONE,
        objection=False,
        valid_until=date(2026, 12, 31),
        min_age=None,
        checked_by="onze redactie",
        note="Dit telt niet als verandering",
    )
    amount = draft.amounts.get(household="single")
    amount.value = Decimal("290.50")
    amount.save()
    changed = names_of(editing.differences(before, draft))
    amounts = changed.pop("bedragen")
    assert changed == {
        "inkomensgrens (% van de bijstandsnorm)": ("110", "120"),
        "vermogen": ("Vermogensgrens van de bijstand", "Vermogen telt niet"),
        "bezwaar is mogelijk": ("ja", "nee"),
        "geldt tot en met": ("31 december 2024", "31 december 2026"),
        "vanaf leeftijd": ("21", ""),
    }
    assert "Alleen: € 276,00 per jaar" in amounts[0].replace("\xa0", " ")
    assert "Alleen: € 290,50 per jaar" in amounts[1].replace("\xa0", " ")
    assert "Alleen met kinderen (12-17): € 749,00 per jaar" in amounts[1].replace("\xa0", " ")


def test_a_new_draft_only_differs_in_its_check(scheme, anna):
    changed = names_of(editing.differences(on_site(scheme), editing.start_draft(scheme, anna)))
    assert set(changed) == {"nagekeken op", "nagekeken door"}
    assert changed["nagekeken op"] == ("22 november 2026", "")


@pytest.mark.parametrize(
    ("field", "value"),
    [("child_until", 15), ("per", "month"), ("value", Decimal("997.01")), ("household", "any")],
)
def test_every_change_of_an_amount_is_named(scheme, anna, field, value):
    draft = draft_of(scheme, anna)
    amount = draft.amounts.get(household="couple", child_from=12)
    setattr(amount, field, value)
    amount.save()
    assert "bedragen" in names_of(editing.differences(on_site(scheme), draft))


def test_of_a_first_version_everything_is_new(scheme):
    changed = names_of(editing.differences(None, on_site(scheme)))
    assert changed["naam"] == ("", "Individuele inkomenstoeslag")
    assert changed["bedragen"][0] == ""


# --- Nothing changed ----------------------------------------------------------------------


def test_still_right_is_a_draft_with_a_new_check_that_a_colleague_confirms(scheme, anna, bram):
    Version.objects.filter(pk=on_site(scheme).pk).update(
        checked_on=date(2026, 1, 2), valid_until=None
    )
    before = on_site(scheme)
    draft = editing.still_right(scheme, anna, TODAY)
    checked = {"checked_on": TODAY, "checked_by": "gemeente Utrecht"}
    assert editing.content_of(draft) == editing.content_of(before) | checked
    assert amounts_of(draft) == amounts_of(before)
    draft.refresh_from_db()
    assert draft.note
    assert "U werkte zelf" in refusal_of(draft, anna)
    editing.publish(draft, draft.revision, bram)
    assert schemes_of(UTRECHT)[0].scheme.checked_on == TODAY


def test_what_has_ended_is_not_still_right(scheme, anna):
    with pytest.raises(editing.Refused, match="afgelopen"):
        editing.still_right(scheme, anna, TODAY)


def test_still_right_needs_something_on_the_site_and_no_open_draft(scheme, anna):
    scheme.versions.update(valid_until=None)
    draft = editing.start_draft(scheme, anna)
    with pytest.raises(editing.Refused, match="al een concept open"):
        editing.still_right(scheme, anna, TODAY)
    editing.drop_draft(draft, draft.revision, anna)
    editing.withdraw(scheme, anna)
    with pytest.raises(editing.Refused, match="staat niet op de site"):
        editing.still_right(scheme, anna, TODAY)
