"""The back office as pages: who gets in, who sees what, and what becomes of what they type."""

import json
from decimal import Decimal

import pytest
from django.conf import settings
from django.contrib.admin import ModelAdmin
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.http import HttpResponse
from django.test import Client, RequestFactory

from calculator.backoffice import editing
from calculator.backoffice.admin import Conflict
from calculator.backoffice.middleware import Csrf
from calculator.backoffice.rights import client_address
from calculator.municipalities.models import Editor, Municipality, MunicipalScheme, Version
from tests.backoffice.pages import (
    ADD,
    EXPORT,
    HOME,
    IMPORT,
    LOGIN,
    SCHEMES,
    VERSIONS,
    buttons_of,
    buttons_of_draft,
    error_beside,
    form_on,
    logged_in,
    messages_of,
    scheme_page,
    text_of,
    version_page,
)
from tests.municipalities.records import (
    PASSWORD,
    ROTTERDAM,
    UTRECHT,
    add,
    editor,
    file_of,
    on_site,
    publish,
    record,
)
from tests.questions.people import WAJONG_RENTER, sent

SESSION, TOKEN = settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME


@pytest.fixture
def theirs(scheme) -> MunicipalScheme:
    """A scheme of Rotterdam, beside that of Utrecht."""
    return add(ROTTERDAM)


@pytest.fixture
def draft(scheme, anna) -> Version:
    """A draft of Anna, checked."""
    draft = editing.start_draft(scheme, anna)
    response = send(logged_in(anna), draft, checked_on="22-11-2026", _save="1")
    assert response.status_code == 302
    draft.refresh_from_db()
    return draft


def send(client: Client, version: Version, **changes: str):
    """Send the form of a draft as it is now, with changes; a checkbox that is None is left out."""
    return send_again(client, version, form_on(client.get(version_page(version))), **changes)


def send_again(client: Client, version: Version, seen: dict[str, str], **changes: str):
    """Send a form that was opened before, with changes."""
    typed = {name: value for name, value in (seen | changes).items() if value is not None}
    return client.post(version_page(version), typed)


def upload(client: Client, text: str | bytes, **options):
    """Send a file to be read."""
    content = text.encode() if isinstance(text, str) else text
    file = SimpleUploadedFile("regelingen.json", content, "application/json")
    return client.post(IMPORT, {"file": file}, **options)


def state_of_everything() -> list[dict]:
    """Every version, to see that nothing changed."""
    return list(Version.objects.order_by("pk").values())


# --- Getting in ---------------------------------------------------------------------------


def test_without_an_account_there_is_only_the_page_to_log_in(scheme, anna):
    draft = editing.start_draft(scheme, anna)
    before = state_of_everything()
    client = Client()
    pages = [HOME, SCHEMES, ADD, EXPORT, IMPORT, scheme_page(scheme), version_page(draft)]
    pages.append(f"{VERSIONS}{draft.pk}/voorbeeld/")
    for address in pages:
        response = client.get(address)
        assert response.status_code == 302, address
        assert response["Location"] == f"{LOGIN}?next={address}"
    for address in (*buttons_of(scheme), *buttons_of_draft(draft)):
        response = client.post(address)
        assert response.status_code == 302, address
        assert response["Location"].startswith(LOGIN)
    assert state_of_everything() == before


def test_a_visitor_who_is_not_staff_does_not_get_in(scheme):
    user = User.objects.create_user("niemand", "", PASSWORD)
    Editor.objects.create(user=user, municipality_id=UTRECHT)
    response = logged_in(user).get(SCHEMES)
    assert response.status_code == 302
    assert response["Location"].startswith(LOGIN)


def test_somebody_who_left_is_out_at_once(scheme, anna):
    client = logged_in(anna)
    assert client.get(SCHEMES).status_code == 200
    anna.is_active = False
    anna.save()
    assert client.get(SCHEMES).status_code == 302


def log_in(client: Client, name: str, password: str = PASSWORD, **options):
    """Log in with the form, as a browser does."""
    form = form_on(client.get(LOGIN), "login-form")
    return client.post(LOGIN, form | {"username": name, "password": password}, **options)


def test_logging_in_sets_cookies_for_the_back_office_only(anna):
    client = Client(enforce_csrf_checks=True)
    response = log_in(client, "anna")
    assert (response.status_code, response["Location"]) == (302, HOME)
    assert set(client.cookies) == {SESSION, TOKEN}
    for cookie in client.cookies.values():
        assert cookie["path"] == "/beheer/"
        assert cookie["httponly"] is True
        assert cookie["samesite"] == "Strict"
        assert not cookie["domain"]
    # gone when the browser closes, or after a working day
    assert client.cookies[SESSION]["max-age"] == ""
    assert client.get(HOME).status_code == 200
    assert client.session.get_expiry_age() <= 8 * 60 * 60


def test_a_public_page_knows_no_cookie_even_of_somebody_who_is_logged_in(scheme, anna):
    client = Client(enforce_csrf_checks=True)
    log_in(client, "anna")
    for response in (
        client.get("/nl/"),
        client.post("/nl/vragen/", sent(WAJONG_RENTER)),
        client.get("/healthz"),
        client.get("/nergens/"),
    ):
        assert not response.cookies
        assert "Cookie" not in response.get("Vary", "")
    # and the same bytes for everybody
    assert client.get("/nl/").content == Client().get("/nl/").content
    response = client.get(HOME)
    assert "Cookie" in response["Vary"]
    assert response["Cache-Control"] == "no-store"


def test_a_public_page_asks_no_database_who_somebody_is(anna, django_assert_num_queries):
    client = logged_in(anna)
    with django_assert_num_queries(0):
        client.get("/nl/")
        client.get("/healthz")


def test_five_wrong_passwords_lock_the_name(anna, bram):
    client = Client()
    for _turn in range(4):
        assert log_in(client, "anna", "verkeerd").status_code == 200
    response = log_in(client, "anna", "verkeerd")
    assert response.status_code == 429
    assert "U heeft te vaak een verkeerd wachtwoord gebruikt." in text_of(response)
    assert '<html lang="nl"' in response.content.decode()
    # the right one doesn't help any more, and somebody else still gets in
    other = Client()
    assert log_in(other, "anna").status_code == 429
    assert other.get(HOME).status_code == 302
    assert log_in(Client(), "bram").status_code == 302


def test_after_a_right_password_counting_begins_again(anna):
    for _turn in range(2):
        client = Client()
        for _wrong in range(4):
            assert log_in(client, "anna", "verkeerd").status_code == 200
        assert log_in(client, "anna").status_code == 302


def test_the_back_office_speaks_dutch_whatever_the_browser_prefers(scheme, anna):
    page = logged_in(anna).get(HOME, headers={"accept-language": "en"})
    assert '<html lang="nl"' in page.content.decode()
    assert "Gemeente Utrecht: wat nu aandacht vraagt" in text_of(page)
    # and leaves no Dutch behind for the visitor after it
    assert '<html lang="en"' in Client().get("/en/").content.decode()


def test_pages_of_the_back_office_are_as_closed_as_the_others(anna):
    response = logged_in(anna).get(HOME)
    assert "frame-ancestors 'none'" in response["Content-Security-Policy"]
    assert "script-src 'self'" in response["Content-Security-Policy"]
    assert response["X-Frame-Options"] == "DENY"
    assert response["Referrer-Policy"] == "same-origin"
    assert Client().get("/nl/")["Referrer-Policy"] == "no-referrer"


@pytest.mark.parametrize("what", ["draft", "still_right", "withdraw", "publish", "drop", "form"])
def test_without_a_token_nothing_can_be_changed(draft, bram, what):
    scheme = draft.scheme
    address = {
        **dict(zip(("draft", "still_right", "withdraw"), buttons_of(scheme), strict=True)),
        **dict(zip(("publish", "drop"), buttons_of_draft(draft), strict=True)),
        "form": version_page(draft),
    }[what]
    before = state_of_everything()
    client = logged_in(bram, enforce_csrf_checks=True)
    response = client.post(address, {"revision": draft.revision})
    assert response.status_code == 403
    assert "Dit formulier is te oud" in text_of(response)
    assert state_of_everything() == before


def test_with_its_token_the_same_form_is_accepted(draft, bram):
    client = logged_in(bram, enforce_csrf_checks=True)
    page = client.get(scheme_page(draft.scheme)).content.decode()
    token = page.split('name="csrfmiddlewaretoken" value="')[1].split('"')[0]
    address = buttons_of_draft(draft)[0]
    sent_ = {"revision": draft.revision, "csrfmiddlewaretoken": token}
    assert client.post(address, sent_).status_code == 302
    assert draft.scheme.published == draft


def test_the_token_is_asked_in_the_back_office_and_nowhere_else():
    csrf = Csrf(lambda request: HttpResponse())
    for address, status in ((HOME, 403), (f"{SCHEMES}1/wijzigen/", 403), ("/nl/", None)):
        request = RequestFactory().post(address)
        answer = csrf.process_view(request, lambda request: HttpResponse(), (), {})
        assert (answer.status_code if answer is not None else None) == status


# --- Who sees what ------------------------------------------------------------------------


def test_an_editor_sees_only_what_is_of_their_own_municipality(scheme, theirs, anna, roos):
    for user, own, other in ((anna, scheme, theirs), (roos, theirs, scheme)):
        page = logged_in(user).get(SCHEMES).content.decode()
        assert scheme_page(own) in page
        assert scheme_page(other) not in page


def test_the_editorial_office_sees_everything(scheme, theirs, office):
    page = logged_in(office).get(SCHEMES).content.decode()
    assert scheme_page(scheme) in page
    assert scheme_page(theirs) in page


def test_a_search_finds_nothing_of_others(scheme, theirs, anna, office):
    address = f"{SCHEMES}?q=Rotterdam"
    assert scheme_page(theirs) in logged_in(office).get(address).content.decode()
    assert scheme_page(theirs) not in logged_in(anna).get(address).content.decode()


@pytest.mark.parametrize(
    "question",
    [
        "municipality__editor__user__password__startswith=m",
        "versions__made_by__email__contains=a",
        "versions__note__startswith=a",
    ],
)
def test_the_list_answers_no_questions_about_what_it_does_not_show(scheme, anna, question):
    assert logged_in(anna).get(f"{SCHEMES}?{question}").status_code == 400


def test_a_typed_address_of_others_finds_nothing(theirs, anna, roos):
    draft = editing.start_draft(theirs, roos)
    version = on_site(theirs)
    before = state_of_everything()
    client = logged_in(anna)
    for address in (
        scheme_page(theirs),
        version_page(version),
        version_page(draft),
        f"{VERSIONS}{version.pk}/voorbeeld/",
        f"{VERSIONS}{draft.pk}/voorbeeld/",
    ):
        assert client.get(address).status_code == 404, address
    for address in (
        *buttons_of(theirs),
        *buttons_of_draft(draft),
        *buttons_of_draft(version),
        version_page(draft),
        scheme_page(theirs),
    ):
        response = client.post(address, {"revision": "1"})
        assert response.status_code == 404, address
    for kind in ("history", "delete"):
        for row in (scheme_page(theirs), version_page(draft), version_page(version)):
            for method in (client.get, client.post):
                response = method(row.replace("/change/", f"/{kind}/"), {"post": "yes"})
                assert response.status_code != 200
                assert theirs.code not in response.get("Location", "")
    assert state_of_everything() == before
    # the same addresses are there for who may see them
    assert logged_in(roos).get(version_page(draft)).status_code == 200


@pytest.mark.parametrize("kind", ["schemes", "versions"])
def test_an_address_of_nothing_finds_nothing(scheme, anna, office, kind):
    address = {"schemes": SCHEMES, "versions": VERSIONS}[kind]
    for user in (anna, office):
        for nothing in ("999999", "abc", "9" * 30):
            assert logged_in(user).get(f"{address}{nothing}/change/").status_code == 404
        for button in {"schemes": ("wijzigen",), "versions": ("weg", "voorbeeld")}[kind]:
            assert logged_in(user).post(f"{address}{'9' * 30}/{button}/").status_code == 404


def test_the_first_page_shows_drafts_and_old_checks_of_the_own_municipality(
    scheme, theirs, anna, roos
):
    editing.start_draft(scheme, anna)
    editing.start_draft(theirs, roos)
    # both ran out: those of Utrecht in 2024, those of Rotterdam in 2025
    text = text_of(logged_in(anna).get(HOME))
    assert "Individuele inkomenstoeslag (Utrecht), gewijzigd door anna" in text
    assert "liep af op 31 december 2024" in text
    assert "Rotterdam" not in text
    assert "roos" not in text


def test_the_first_page_of_the_editorial_office_shows_all(scheme, theirs, anna, roos, office):
    editing.start_draft(scheme, anna)
    editing.start_draft(theirs, roos)
    text = text_of(logged_in(office).get(HOME))
    for said in ("gewijzigd door anna", "gewijzigd door roos", "31 december 2024"):
        assert said in text
    assert "31 december 2025" in text


def test_the_file_holds_only_what_is_of_the_own_municipality(scheme, theirs, anna, office):
    def codes(user) -> list[str]:
        response = logged_in(user).get(EXPORT)
        assert response["Content-Disposition"] == 'attachment; filename="regelingen.json"'
        return [row["municipality"] for row in json.loads(response.content)["schemes"]]

    assert codes(anna) == [UTRECHT]
    assert codes(office) == [UTRECHT, ROTTERDAM]


def test_accounts_and_municipalities_are_for_the_editorial_office(scheme, anna, office):
    pages = [
        "/beheer/auth/user/",
        "/beheer/auth/user/add/",
        f"/beheer/auth/user/{anna.pk}/change/",
        "/beheer/municipalities/municipality/",
        f"/beheer/municipalities/municipality/{UTRECHT}/change/",
        "/beheer/autocomplete/?app_label=municipalities&model_name=editor&field_name=municipality",
    ]
    for address in pages:
        assert logged_in(anna).get(address).status_code == 403, address
        assert logged_in(office).get(address).status_code == 200, address
    front = logged_in(anna).get(HOME).content.decode()
    assert "/beheer/auth/user/" not in front
    assert "/beheer/municipalities/municipality/" not in front
    assert "/beheer/municipalities/municipality/" in logged_in(office).get(HOME).content.decode()


def test_an_editor_can_not_give_away_rights(anna):
    client = logged_in(anna)
    address = f"/beheer/auth/user/{anna.pk}/change/"
    assert client.post(address, {"username": "anna", "is_superuser": "on"}).status_code == 403
    anna.refresh_from_db()
    assert not anna.is_superuser


def test_nobody_changes_the_list_of_municipalities(office):
    client = logged_in(office)
    for address in ("add/", f"{UTRECHT}/delete/"):
        page = f"/beheer/municipalities/municipality/{address}"
        assert client.get(page).status_code == 403
        assert client.post(page, {"post": "yes"}).status_code == 403
    address = f"/beheer/municipalities/municipality/{UTRECHT}/change/"
    assert client.post(address, {"name": "Domstad"}).status_code == 403
    assert Municipality.objects.get(pk=UTRECHT).name == "Utrecht"


def test_the_list_of_municipalities_counts_what_is_on_the_site(scheme, theirs, anna, office):
    editing.start_draft(scheme, anna)
    add(UTRECHT, "u-pas")
    editing.withdraw(theirs, office)
    client = logged_in(office)
    page = client.get("/beheer/municipalities/municipality/?q=trecht").content.decode()
    link = f"{SCHEMES}?municipality__code={UTRECHT}"
    assert f'<a href="{link}">2</a>' in page
    assert scheme_page(scheme) in client.get(link).content.decode()
    assert scheme_page(theirs) not in client.get(link).content.decode()
    page = client.get("/beheer/municipalities/municipality/?q=Rotterdam").content.decode()
    assert f'<a href="{SCHEMES}?municipality__code={ROTTERDAM}">0</a>' in page


def test_the_list_asks_as_often_however_long_it_is(anna, django_assert_max_num_queries):
    client = logged_in(anna)
    asked = []
    for size in (1, 8):
        publish(*(record(UTRECHT, "u-pas") | {"code": f"pas-{size}-{one}"} for one in range(size)))
        with django_assert_max_num_queries(20) as queries:
            assert text_of(client.get(SCHEMES)).count("U-pas") >= size
        asked.append(len(queries))
    assert asked[0] == asked[1]


def test_nothing_is_ever_deleted(draft, anna, office):
    scheme = draft.scheme
    for user in (anna, office):
        client = logged_in(user)
        for address in (scheme_page(scheme), version_page(draft)):
            page = address.replace("/change/", "/delete/")
            assert client.get(page).status_code == 403
            assert client.post(page, {"post": "yes"}).status_code == 403
        response = client.post(
            SCHEMES, {"action": "delete_selected", "_selected_action": scheme.pk, "post": "yes"}
        )
        assert response.status_code in {200, 302, 403}
    assert scheme.versions.count() == 2


# --- Editing ------------------------------------------------------------------------------


def test_a_change_is_saved_as_a_draft_and_the_site_stays_as_it_was(scheme, anna):
    client = logged_in(anna)
    response = client.post(buttons_of(scheme)[0])
    draft = scheme.draft
    assert response["Location"] == version_page(draft)
    response = send(client, draft, income_percentage="120", checked_on="21-11-2026", _save="1")
    assert response["Location"] == scheme_page(scheme)
    draft.refresh_from_db()
    assert (draft.income_percentage, draft.made_by, draft.revision) == (Decimal(120), anna, 2)
    assert set(draft.makers.all()) == {anna}
    page = client.get(scheme_page(scheme))
    assert "Een collega moet het nakijken" in messages_of(page)
    assert "110 120" in text_of(page)
    assert on_site(scheme).income_percentage == Decimal(110)


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("income_percentage", "1300", "Vul een percentage in tussen 90 en 200, bijvoorbeeld 110."),
        ("income_percentage", "1.3", "Vul een percentage in tussen 90 en 200, bijvoorbeeld 110."),
        ("income_percentage", "", "Vul de grens in, of kies dat u die niet weet."),
        ("own_share_percentage", "120", "Vul een percentage in tussen 0 en 100, bijvoorbeeld 35."),
        ("income_from_percentage", "130", "Dit moet lager zijn dan de inkomensgrens."),
        ("valid_until", "31-12-2023", "Deze dag ligt voor de eerste dag."),
        ("max_age", "20", "Dit is lager dan de eerste leeftijd."),
        ("checked_by", "", "Vul in welke organisatie dit heeft nagekeken."),
        ("assets", "own", "Vul beide vermogensgrenzen in."),
    ],
)
def test_what_can_not_be_is_told_beside_the_field_and_not_saved(draft, anna, field, value, said):
    before = state_of_everything()
    response = send(logged_in(anna), draft, **{field: value})
    assert response.status_code == 200
    assert error_beside(response, field) == said
    assert form_on(response)[field] == value
    assert state_of_everything() == before


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("value", "0", "Een bedrag is meer dan 0. Is er geen? Haal het weg."),
        ("value", "-1", "Een bedrag is meer dan 0. Is er geen? Haal het weg."),
        ("value", "5001", "Een bedrag van een regeling is hoogstens € 5.000."),
        ("child_until", "3", "Dit is lager dan de eerste leeftijd."),
    ],
)
def test_an_amount_that_can_not_be_is_told_and_nothing_is_saved(draft, anna, field, value, said):
    before = state_of_everything(), list(draft.amounts.values())
    client = logged_in(anna)
    row = next(
        name.rpartition("-")[0]
        for name, typed in form_on(client.get(version_page(draft))).items()
        if name.endswith("child_from") and typed == "12"
    )
    response = send(client, draft, income_percentage="125", **{f"{row}-{field}": value})
    assert response.status_code == 200
    assert said in text_of(response)
    assert (state_of_everything(), list(draft.amounts.values())) == before


def test_amounts_are_changed_added_and_taken_away(draft, anna):
    client = logged_in(anna)
    form = form_on(client.get(version_page(draft)))
    row = {form[name]: name.rpartition("-")[0] for name in form if name.endswith("-value")}
    response = send_again(
        client,
        draft,
        form,
        **{f"{row['276.00']}-value": "290"},
        **{f"{row['63.00']}-DELETE": "on"},
        **{"amounts-6-household": "any", "amounts-6-value": "12.50", "amounts-6-per": "month"},
    )
    assert response.status_code == 302
    assert sorted(draft.amounts.values_list("value", flat=True)) == [
        Decimal(one) for one in ("12.50", "290", "704", "704", "749", "997")
    ]
    assert on_site(draft.scheme).amounts.count() == 6


def test_of_two_editors_the_second_is_told_and_loses_nothing(draft, anna, bram):
    first, second = logged_in(anna), logged_in(bram)
    seen = form_on(second.get(version_page(draft)))
    assert send(first, draft, name="Naam van Anna").status_code == 302
    before = state_of_everything(), list(draft.amounts.values())
    response = send_again(
        second, draft, seen, name="Naam van Bram", **{"amounts-3-value": "1.00", "_save": "1"}
    )
    assert response.status_code == 200
    assert "anna heeft dit concept veranderd terwijl u ermee bezig was" in text_of(response)
    assert (state_of_everything(), list(draft.amounts.values())) == before
    typed = form_on(response)
    assert (typed["name"], typed["amounts-3-value"]) == ("Naam van Bram", "1.00")
    # sending the same once more doesn't slip through
    assert send_again(second, draft, typed).status_code == 200
    draft.refresh_from_db()
    assert draft.name == "Naam van Anna"
    assert set(draft.makers.all()) == {anna}


def test_of_two_who_save_at_the_same_moment_the_second_is_told(draft, anna, bram, monkeypatch):
    client = logged_in(bram)
    seen = form_on(client.get(version_page(draft)))
    changeform_view, claim = ModelAdmin.changeform_view, editing.claim

    def just_too_late(self, *args, **kwargs):
        try:
            return changeform_view(self, *args, **kwargs)
        except Conflict:
            # what the other saved is there once ours is rolled back
            assert claim(draft, draft.revision, anna)
            raise

    monkeypatch.setattr(ModelAdmin, "changeform_view", just_too_late)
    monkeypatch.setattr(editing, "claim", lambda *args: False)
    response = send_again(client, draft, seen, name="Naam van Bram", **{"amounts-3-value": "1.00"})
    assert response.status_code == 200
    assert "anna heeft dit concept veranderd" in text_of(response)
    assert form_on(response)["name"] == "Naam van Bram"
    draft.refresh_from_db()
    assert draft.name == "Individuele inkomenstoeslag"
    assert Decimal(1) not in draft.amounts.values_list("value", flat=True)
    assert set(draft.makers.all()) == {anna}


def test_a_revision_that_was_made_up_is_refused(draft, anna):
    client = logged_in(anna)
    for revision in ("1", "99", "", "abc"):
        assert send(client, draft, revision_seen=revision, name="Anders").status_code == 200
    draft.refresh_from_db()
    assert draft.name == "Individuele inkomenstoeslag"


def test_what_is_no_draft_is_only_there_to_read(draft, anna, bram, office):
    before = on_site(draft.scheme)
    editing.publish(draft, draft.revision, bram)
    for version in (draft, before):
        rows = state_of_everything(), list(version.amounts.values())
        for user in (anna, bram, office):
            client = logged_in(user)
            page = client.get(version_page(version))
            assert page.status_code == 200
            assert "Deze versie is niet meer te veranderen." in text_of(page)
            assert 'name="name"' not in page.content.decode()
            response = client.post(
                version_page(version), {"name": "Anders", "revision_seen": version.revision}
            )
            assert response.status_code == 403
        assert (state_of_everything(), list(version.amounts.values())) == rows


def test_a_draft_that_was_published_meanwhile_is_not_saved(draft, anna, bram):
    client = logged_in(anna)
    seen = form_on(client.get(version_page(draft)))
    editing.publish(draft, draft.revision, bram)
    assert send_again(client, draft, seen, name="Anders").status_code == 403
    assert on_site(draft.scheme).name == "Individuele inkomenstoeslag"


def test_the_page_of_a_scheme_changes_nothing(scheme, anna):
    before = state_of_everything()
    sent_ = {"municipality": ROTTERDAM, "kind": "anders", "code": "anders", "name": "x"}
    logged_in(anna).post(scheme_page(scheme), sent_)
    scheme.refresh_from_db()
    assert (scheme.code, scheme.municipality_id) == ("iit", UTRECHT)
    assert state_of_everything() == before


# --- Buttons ------------------------------------------------------------------------------


def test_buttons_are_no_links(draft, anna, office):
    before = state_of_everything()
    for user in (anna, office):
        client = logged_in(user)
        for address in (*buttons_of(draft.scheme), *buttons_of_draft(draft)):
            assert client.get(address).status_code == 404
            assert client.head(address).status_code == 404
    assert state_of_everything() == before


def test_the_maker_is_refused_and_a_colleague_is_not(draft, anna, bram):
    address, revision = buttons_of_draft(draft)[0], {"revision": draft.revision}
    page = logged_in(anna).post(address, revision, follow=True)
    assert "U werkte zelf aan dit concept." in messages_of(page)
    assert on_site(draft.scheme) != draft
    page = logged_in(bram).post(address, revision, follow=True)
    assert messages_of(page) == "Dit staat nu op de site."
    assert on_site(draft.scheme) == draft
    text = text_of(page)
    assert "Op de site gezet door bram" in text
    assert "Van de site door bram" in text
    assert "Nagekeken op 22 november 2026 door gemeente Utrecht." in text


@pytest.mark.parametrize("revision", ["1", "", "-1", "abc", "²"])
def test_a_draft_that_the_colleague_did_not_see_is_not_published(draft, bram, revision):
    address = buttons_of_draft(draft)[0]
    page = logged_in(bram).post(address, {"revision": revision}, follow=True)
    assert "Kijk het opnieuw na." in messages_of(page)
    assert on_site(draft.scheme) != draft


def test_still_right_withdraw_and_throw_away(scheme, anna):
    scheme.versions.update(valid_until=None)
    client = logged_in(anna)
    _begin, still_right, withdraw = buttons_of(scheme)
    assert "Een collega moet dit nog" in messages_of(client.post(still_right, follow=True))
    draft = scheme.draft
    assert draft.checked_on.isoformat() == "2026-11-22"
    assert "al een concept open" in messages_of(client.post(still_right, follow=True))
    page = client.post(buttons_of_draft(draft)[1], {"revision": draft.revision}, follow=True)
    assert messages_of(page) == "Het concept is weg."
    assert scheme.draft is None
    page = client.post(withdraw, follow=True)
    assert "staat niet meer op de site" in messages_of(page)
    assert scheme.published is None
    assert "Van de site door anna" in text_of(page)
    assert "staat niet op de site" in messages_of(client.post(withdraw, follow=True))


def test_a_scheme_that_was_only_a_draft_leads_back_to_the_list(anna):
    client = logged_in(anna)
    upload(client, file_of(record(UTRECHT)))
    draft = Version.objects.get()
    response = client.post(buttons_of_draft(draft)[1], {"revision": draft.revision})
    assert response["Location"] == SCHEMES
    assert not MunicipalScheme.objects.exists()


def test_only_a_draft_can_be_thrown_away(scheme, anna):
    version = on_site(scheme)
    page = logged_in(anna).post(buttons_of_draft(version)[1], follow=True)
    assert "Alleen een concept kan weg." in messages_of(page)
    assert scheme.published == version


# --- Files --------------------------------------------------------------------------------


def test_a_file_becomes_drafts_that_a_colleague_publishes(scheme, anna):
    text = file_of(record(UTRECHT, income_percentage="120"), record(UTRECHT, "u-pas"))
    page = upload(logged_in(anna), text, follow=True)
    assert messages_of(page) == "2 concepten gemaakt."
    assert scheme.draft.income_percentage == Decimal(120)
    assert on_site(scheme).income_percentage == Decimal(110)
    new = MunicipalScheme.objects.get(municipality=UTRECHT, code="u-pas")
    assert new.published is None
    for one in (scheme, new):
        assert "U werkte zelf" in editing.reason_not_to_publish(one.draft, anna)


def test_what_is_wrong_in_a_file_is_told_with_its_place(scheme, anna):
    before = state_of_everything()
    rows = [
        record(UTRECHT, "u-pas", income_percentage="1300", income_test="percentage"),
        record(UTRECHT, kleur="rood"),
        record(ROTTERDAM),
    ]
    response = upload(logged_in(anna), file_of(*rows))
    text = text_of(response)
    assert response.status_code == 200
    assert "Niets is ingelezen." in text
    assert "schemes.0.income_percentage Vul een percentage in tussen 90 en 200" in text
    assert "schemes.1.kleur Dit veld kennen wij niet." in text
    assert "schemes.2.municipality U kunt alleen regelingen van uw eigen gemeente" in text
    assert state_of_everything() == before


def test_the_editorial_office_reads_files_of_every_municipality(office):
    assert upload(logged_in(office), file_of(record(UTRECHT), record(ROTTERDAM))).status_code == 302
    assert Version.objects.filter(state=Version.State.DRAFT).count() == 2


@pytest.mark.parametrize(
    "content", [b"", b"geen json", b"\xff\xfe\x00", b"[]", b"{}", b"[" * 100_000, b"null"]
)
def test_what_is_no_file_of_schemes_is_told(anna, content):
    response = upload(logged_in(anna), content)
    assert response.status_code == 200
    assert "errornote" in response.content.decode() or messages_of(response)
    assert not Version.objects.exists()


def test_a_file_that_is_too_large_is_refused(anna):
    client = logged_in(anna)
    response = upload(client, b" " * (1024 * 1024 + 1))
    assert messages_of(response) == "Kies een bestand van hoogstens 1 MB."
    response = client.post(IMPORT, {})
    assert messages_of(response) == "Kies een bestand van hoogstens 1 MB."


def test_what_was_typed_is_never_taken_for_code(scheme, anna):
    client = logged_in(anna)
    client.post(buttons_of(scheme)[0])
    evil = "<script>alert(1)</script>"
    assert send(client, scheme.draft, name=evil, note=evil).status_code == 302
    for address in (
        HOME,
        scheme_page(scheme),
        version_page(scheme.draft),
        f"{VERSIONS}{scheme.draft.pk}/voorbeeld/",
    ):
        page = client.get(address).content.decode()
        assert "<script>alert" not in page
        assert "&lt;script&gt;alert" in page


# --- Accounts -----------------------------------------------------------------------------


@pytest.fixture
def typed(monkeypatch):
    """What is typed where a password is asked."""

    def typed(*answers: str) -> None:
        left = iter(answers)
        monkeypatch.setattr(
            "calculator.backoffice.management.commands.add_editor.getpass", lambda _: next(left)
        )

    return typed


def add_editor(name: str = "chris", municipality: str = UTRECHT, **other: str) -> None:
    """The command."""
    call_command("add_editor", name, municipality=municipality, **other)


def test_an_account_is_made_for_one_municipality(typed, capsys):
    typed(PASSWORD, PASSWORD)
    add_editor(email="chris@utrecht.example")
    user = User.objects.get()
    assert (user.username, user.email) == ("chris", "chris@utrecht.example")
    assert (user.is_staff, user.is_superuser) == (True, False)
    assert user.editor.municipality_id == UTRECHT
    assert log_in(Client(), "chris").status_code == 302
    said = capsys.readouterr().out
    assert "chris: Utrecht" in said
    assert PASSWORD not in said


@pytest.mark.parametrize(
    ("first", "second", "said"),
    [
        ("acht-uurtje13", "acht-uurtje13", r"\b14\b"),
        ("1q2w3e4r5t6y7u", "1q2w3e4r5t6y7u", "te algemeen"),
        ("acht-uurtjes14", "acht-uurtjes15", "not the same"),
    ],
)
def test_a_weak_or_mistyped_password_is_refused(typed, first, second, said):
    typed(first, second)
    with pytest.raises(CommandError, match=said):
        add_editor()
    assert not User.objects.exists()


def test_a_password_of_fourteen_characters_is_long_enough(typed):
    typed("acht-uurtjes14", "acht-uurtjes14")
    add_editor()
    assert User.objects.count() == 1


def test_an_account_needs_a_free_name_and_a_municipality_that_exists(typed):
    typed()
    editor("chris")
    with pytest.raises(CommandError, match="taken"):
        add_editor()
    with pytest.raises(CommandError, match="9999"):
        add_editor("dirk", "9999")
    assert User.objects.count() == 1


def test_who_guesses_is_known_by_the_address_that_the_proxy_adds(rf, settings):
    """What a client says about itself stands before it, and counts for nothing."""
    request = rf.get("/beheer/", headers={"x-forwarded-for": "1.1.1.1, 2.2.2.2"})
    assert client_address(request) == "127.0.0.1"  # no proxy in front
    settings.BEHIND_PROXY = True
    assert client_address(request) == "2.2.2.2"
    assert client_address(rf.get("/beheer/")) == "127.0.0.1"


@pytest.mark.parametrize(
    ("said", "known"),
    [
        ("203.0.113.7:555", "203.0.113.7"),
        ("unknown", "0.0.0.0"),  # noqa: S104 -- no address to listen on
        ("2001:db8:1:1::1d", "2001:db8:1:1::"),  # one subscriber has the whole network
        ("[2001:db8:1:1::1]:555", "2001:db8:1:1::"),
    ],
)
def test_an_address_is_read_as_proxies_write_it(rf, settings, said, known):
    settings.BEHIND_PROXY = True
    assert client_address(rf.get("/beheer/", headers={"x-forwarded-for": said})) == known


def test_who_only_looks_at_a_draft_may_still_publish_it(scheme, anna, bram):
    """Saving without a change makes nobody a maker."""
    draft = editing.start_draft(scheme, anna)
    Version.objects.filter(pk=draft.pk).update(checked_on="2026-11-22")
    client = logged_in(bram)
    client.post(version_page(draft), form_on(client.get(version_page(draft))))
    draft.refresh_from_db()
    assert (draft.made_by, list(draft.makers.all())) == (anna, [])
    assert editing.reason_not_to_publish(draft, bram) == ""


def test_every_cookie_of_the_back_office_stays_there(scheme, anna):
    """Also those of a message after a button."""
    response = logged_in(anna).post(buttons_of(scheme)[1])
    assert response.status_code == 302
    assert response.cookies
    assert {cookie["path"] for cookie in response.cookies.values()} == {"/beheer/"}


def test_an_account_is_closed_and_never_deleted(office, anna):
    """The history names it."""
    response = logged_in(office).post(f"/beheer/auth/user/{anna.pk}/delete/", {"post": "yes"})
    assert response.status_code == 403


def test_a_file_from_the_back_office_brings_no_check_of_others(scheme, anna):
    row = record(UTRECHT) | {"checked_on": "2026-10-01", "checked_by": "onze redactie"}
    file = SimpleUploadedFile("regelingen.json", file_of(row).encode(), "application/json")
    logged_in(anna).post(IMPORT, {"file": file})
    draft = scheme.draft
    assert (draft.checked_on, draft.checked_by) == (None, "gemeente Utrecht")
