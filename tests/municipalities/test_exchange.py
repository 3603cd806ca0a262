"""Schemes as a file: out and in again the same, and what is wrong is told with its place."""

import json
from decimal import Decimal
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from calculator.backoffice import editing
from calculator.municipalities.exchange import (
    LARGEST,
    OF_AMOUNT,
    OF_SCHEME,
    OF_VERSION,
    NotImported,
    as_file,
    read,
    save,
)
from calculator.municipalities.models import Municipality, MunicipalScheme, Version
from tests.municipalities.records import (
    ALPHEN,
    AMELAND,
    AMSTERDAM,
    ROTTERDAM,
    SAMPLE,
    TILBURG,
    UTRECHT,
    add,
    editor,
    file_of,
    on_site,
    publish,
    record,
)

State = Version.State
GIVEN = json.loads(SAMPLE.read_text("utf-8"))["schemes"]


def problems(text: str, **options) -> dict[str, list[str]]:
    """What is wrong in a file: the messages of each place."""
    with pytest.raises(NotImported) as refused:
        read(text, **options)
    found: dict[str, list[str]] = {}
    for item in refused.value.problems:
        found.setdefault(item.path, []).append(item.message)
    return found


def whole_site() -> str:
    """What ``export_schemes`` writes of everything on the site."""
    versions = Version.objects.filter(state=State.PUBLISHED)
    return as_file(versions.order_by("scheme__municipality_id", "scheme__code"))


# --- The sample data ----------------------------------------------------------------------


def test_the_sample_data_reads_without_problems():
    found = read(SAMPLE.read_text("utf-8"))
    assert len(found) == len(GIVEN) >= 51
    assert len({row.scheme.municipality_id for row in found}) >= 22
    # reading saves nothing
    assert not MunicipalScheme.objects.exists()


def test_every_record_of_the_sample_data_says_what_it_rests_on():
    for row in read(SAMPLE.read_text("utf-8")):
        place = (row.scheme.municipality_id, row.scheme.code)
        version = row.version
        assert version.source, place
        assert version.checked_on, place
        assert version.checked_by == "onze redactie", place
        assert version.explanation, place


def test_the_command_puts_the_sample_data_on_the_site(capsys):
    call_command("import_schemes", publish=True)
    assert capsys.readouterr().out == f"{len(GIVEN)} schemes\n"
    assert Version.objects.filter(state=State.PUBLISHED).count() == len(GIVEN)
    assert not Version.objects.exclude(state=State.PUBLISHED).exists()
    # where there is something already, the first filling leaves it alone
    call_command("import_schemes", publish=True, if_empty=True)
    assert Version.objects.count() == len(GIVEN)


# --- Out and in again ---------------------------------------------------------------------


def test_out_and_in_again_is_the_same():
    call_command("import_schemes", publish=True)
    before = whole_site()
    MunicipalScheme.objects.all().delete()
    assert save(read(before), None, publish=True) == len(GIVEN)
    assert whole_site() == before
    # and what stood in the sample data is still in it
    kept = {(row["municipality"], row["code"]): row for row in json.loads(before)["schemes"]}
    for row in GIVEN:
        out = kept[row["municipality"], row["code"]]
        assert set(out) == {*OF_SCHEME, *OF_VERSION, "amounts"}
        for name, value in row.items():
            if name.endswith("_percentage") and value is not None:
                assert Decimal(out[name]) == Decimal(value)
            elif name == "amounts":
                assert sorted(map(str, out[name])) == sorted(map(str, value))
            else:
                assert out[name] == value, (row["code"], name)


def test_a_scheme_with_everything_in_it_comes_back_the_same():
    row = record(
        TILBURG,
        "meedoenregeling",
        income_percentage="117.50",
        income_from_percentage="100.00",
        own_share_percentage="35.00",
        with_vakantietoeslag=True,
        counts_toeslagen=True,
        counts_vrijlating=True,
        assets="own",
        asset_limit_single="2000.00",
        asset_limit_family="3000.50",
        min_age=18,
        max_age=66,
        child_from=0,
        child_until=17,
        low_income_months=36,
        conditions="Één voorwaarde: ‘echt’ & <waar>",
        decided_by="foundation",
        decided_by_name="Stichting Doe Mee",
        apply_at="https://www.doemee.example/aanvragen?a=1&b=2",
        bring="DigiD; loonstrook",
        objection=False,
        for_whom="not_single_parent",
        confidence="two-sources",
        valid_from="2026-01-01",
        valid_until="2026-12-31",
    )
    row["amounts"] = [
        {
            "household": "couple",
            "child_from": 0,
            "child_until": 17,
            "value": "12.34",
            "per": "month",
            "per_child": True,
            "in_kind": True,
        }
    ]
    publish(row)
    assert json.loads(whole_site())["schemes"] == [row]


def test_notes_and_names_of_editors_stay_inside(scheme_of_utrecht, anna, bram):
    draft = editing.start_draft(scheme_of_utrecht, anna)
    assert editing.claim(draft, 1, anna)
    draft.refresh_from_db()
    draft.note, draft.checked_on = "Alleen voor Bram", "2026-11-22"
    draft.save()
    editing.publish(draft, draft.revision, bram)
    text = whole_site()
    for inside in ("Alleen voor Bram", "anna", "bram"):
        assert inside not in text
    for row in json.loads(text)["schemes"]:
        assert set(row) == {*OF_SCHEME, *OF_VERSION, "amounts"}


def test_the_export_command_writes_what_is_on_the_site(capsys):
    add(UTRECHT)
    add(ROTTERDAM)
    scheme = add(ALPHEN)
    editing.withdraw(scheme, editor("jan", ALPHEN))
    call_command("export_schemes")
    assert [row["municipality"] for row in json.loads(capsys.readouterr().out)["schemes"]] == [
        UTRECHT,
        ROTTERDAM,
    ]
    call_command("export_schemes", municipality=ROTTERDAM)
    assert [row["municipality"] for row in json.loads(capsys.readouterr().out)["schemes"]] == [
        ROTTERDAM
    ]


def test_the_import_command_reads_a_file_or_says_what_is_wrong(tmp_path: Path, capsys):
    path = tmp_path / "schemes.json"
    path.write_text(file_of(record(UTRECHT)), "utf-8")
    call_command("import_schemes", str(path))
    assert capsys.readouterr().out == "1 schemes\n"
    assert Version.objects.get().state == State.DRAFT
    path.write_text(file_of(record(ALPHEN, min_age=99), record(AMSTERDAM, kleur=1)), "utf-8")
    with pytest.raises(CommandError) as refused:
        call_command("import_schemes", str(path))
    lines = str(refused.value).splitlines()
    assert [line.split(":")[0] for line in lines] == ["schemes.0.min_age", "schemes.1.kleur"]
    with pytest.raises(CommandError, match=r"weg\.json"):
        call_command("import_schemes", str(tmp_path / "weg.json"))
    assert Version.objects.count() == 1


# --- What is wrong ------------------------------------------------------------------------

PERCENTAGE = "Vul een percentage in tussen 90 en 200, bijvoorbeeld 110."
UNKNOWN = "Dit veld kennen wij niet."
ONE_VALUE = "Hier staat één waarde."
NO_YES = "Dit kan hier geen ja of nee zijn."

WRONG = [
    # the scheme
    ({"municipality": "9999"}, "municipality", "Deze gemeente bestaat niet."),
    ({"municipality": None}, "municipality", "Deze gemeente bestaat niet."),
    ({"municipality": 344}, "municipality", "Deze gemeente bestaat niet."),
    ({"municipality": ["0344"]}, "municipality", "Deze gemeente bestaat niet."),
    ({"code": ""}, "code", None),
    ({"code": None}, "code", None),
    ({"code": "met spatie"}, "code", None),
    ({"code": "x" * 51}, "code", None),
    ({"kind": "iets"}, "kind", None),
    ({"kind": None}, "kind", None),
    # a field that doesn't exist, or isn't for a file
    ({"kleur": "rood"}, "kleur", UNKNOWN),
    ({"state": "published"}, "state", UNKNOWN),
    ({"published_by": 1}, "published_by", UNKNOWN),
    ({"makers": []}, "makers", UNKNOWN),
    ({"number": 7}, "number", UNKNOWN),
    ({"id": 1}, "id", UNKNOWN),
    # percentages
    ({"income_percentage": "1300"}, "income_percentage", PERCENTAGE),
    ({"income_percentage": 1300}, "income_percentage", PERCENTAGE),
    ({"income_percentage": "1.3"}, "income_percentage", PERCENTAGE),
    ({"income_percentage": "-110"}, "income_percentage", PERCENTAGE),
    ({"income_percentage": "NaN"}, "income_percentage", None),
    ({"income_percentage": "110%"}, "income_percentage", None),
    ({"income_percentage": "110,5"}, "income_percentage", None),
    ({"income_percentage": None}, "income_percentage", None),
    ({"income_test": "none"}, "income_test", None),
    (
        {"own_share_percentage": "101"},
        "own_share_percentage",
        "Vul een percentage in tussen 0 en 100, bijvoorbeeld 35.",
    ),
    ({"income_from_percentage": "110"}, "income_from_percentage", None),
    ({"counts_toeslagen": "misschien"}, "counts_toeslagen", None),
    ({"counts_toeslagen": None}, "counts_toeslagen", None),
    ({"with_vakantietoeslag": "misschien"}, "with_vakantietoeslag", None),
    # assets
    ({"assets": "own"}, "assets", "Vul beide vermogensgrenzen in."),
    ({"assets": "veel"}, "assets", None),
    ({"assets": "own", "asset_limit_single": "-1"}, "asset_limit_single", None),
    ({"assets": "own", "asset_limit_family": "100000.01"}, "asset_limit_family", None),
    # ages
    (
        {"child_from": 12, "child_until": 4},
        "child_until",
        "Dit is lager dan de eerste leeftijd.",
    ),
    ({"min_age": 21, "max_age": 20}, "max_age", "Dit is lager dan de eerste leeftijd."),
    ({"min_age": 68}, "min_age", None),
    ({"min_age": -1}, "min_age", None),
    ({"child_until": 19}, "child_until", None),
    ({"min_age": "eenentwintig"}, "min_age", None),
    ({"low_income_months": 121}, "low_income_months", None),
    # days
    ({"valid_from": "01-01-2026", "valid_until": None}, "valid_from", None),
    ({"valid_from": "2026-02-30", "valid_until": None}, "valid_from", None),
    ({"valid_until": "2025-12-31"}, "valid_until", "Deze dag ligt voor de eerste dag."),
    ({"checked_on": "gisteren"}, "checked_on", None),
    ({"checked_by": ""}, "checked_by", "Vul in welke organisatie dit heeft nagekeken."),
    # texts
    ({"apply_at": "http://x.example"}, "apply_at", "Vul een adres in dat begint met https://."),
    ({"apply_at": "javascript:alert(1)"}, "apply_at", None),
    ({"apply_at": "", "apply_how": ""}, "apply_how", None),
    ({"name": ""}, "name", None),
    ({"name": "x" * 201}, "name", None),
    ({"explanation": "x" * 601}, "explanation", None),
    ({"source": None}, "source", None),
    ({"for_whom": "iemand"}, "for_whom", None),
    ({"decided_by": "ik"}, "decided_by", None),
    ({"confidence": "zeker"}, "confidence", None),
    # another shape than a value
    ({"name": ["Inkomenstoeslag"]}, "name", ONE_VALUE),
    ({"name": {"nl": "Inkomenstoeslag"}}, "name", ONE_VALUE),
    ({"income_percentage": {"value": 110}}, "income_percentage", ONE_VALUE),
    ({"valid_from": ["2026-01-01"]}, "valid_from", ONE_VALUE),
    ({"min_age": True}, "min_age", NO_YES),
    ({"valid_from": False}, "valid_from", NO_YES),
    ({"name": True}, "name", NO_YES),
    ({"amounts": None}, "amounts", "Hier staat een lijst van hoogstens 40 bedragen."),
    ({"amounts": {}}, "amounts", "Hier staat een lijst van hoogstens 40 bedragen."),
    ({"amounts": "601"}, "amounts", "Hier staat een lijst van hoogstens 40 bedragen."),
    ({"amounts": [601]}, "amounts", "Hier staat een lijst van hoogstens 40 bedragen."),
]


@pytest.mark.parametrize(("fields", "place", "message"), WRONG)
def test_what_is_wrong_is_told_with_its_place(fields, place, message):
    found = problems(file_of(record(UTRECHT), record(ALPHEN, **fields)))
    assert f"schemes.1.{place}" in found
    assert all(path.startswith("schemes.1.") for path in found)
    if message is not None:
        assert message in found[f"schemes.1.{place}"]


AMOUNT = {"household": "any", "value": "601.00"}
AT_LEAST = "Een bedrag is meer dan 0. Is er geen? Haal het weg."


@pytest.mark.parametrize(
    ("fields", "place", "message"),
    [
        ({"value": "-5"}, "value", AT_LEAST),
        ({"value": 0}, "value", AT_LEAST),
        ({"value": "5000.01"}, "value", "Een bedrag van een regeling is hoogstens € 5.000."),
        ({"value": 601.001}, "value", None),
        ({"value": None}, "value", None),
        ({"value": "veel"}, "value", None),
        ({"value": ["601"]}, "value", ONE_VALUE),
        ({"value": True}, "value", NO_YES),
        ({"household": "gezin"}, "household", None),
        ({"household": None}, "household", None),
        ({"per": "week"}, "per", None),
        ({"child_from": 12, "child_until": 11}, "child_until", None),
        ({"child_from": 19}, "child_from", None),
        ({"per_child": "misschien"}, "per_child", None),
        ({"version": 1}, "version", UNKNOWN),
        ({"id": 1}, "id", UNKNOWN),
        ({"kleur": "rood"}, "kleur", UNKNOWN),
    ],
)
def test_what_is_wrong_in_an_amount_is_told_with_its_place(fields, place, message):
    found = problems(file_of(record(ALPHEN, amounts=[AMOUNT, AMOUNT | fields])))
    assert set(found) == {f"schemes.0.amounts.1.{place}"}
    if message is not None:
        assert message in found[f"schemes.0.amounts.1.{place}"]


def test_everything_is_told_at_once():
    found = problems(
        file_of(
            record(ALPHEN, min_age=99, kleur="rood", amounts=[AMOUNT | {"value": 0}]),
            record(UTRECHT),
            record(AMSTERDAM, name="", checked_on="morgen"),
            record(TILBURG, municipality="9999"),
        )
    )
    assert set(found) == {
        "schemes.0.min_age",
        "schemes.0.kleur",
        "schemes.0.amounts.0.value",
        "schemes.2.name",
        "schemes.2.checked_on",
        "schemes.3.municipality",
    }


def test_a_scheme_may_be_in_the_file_once():
    found = problems(file_of(record(ALPHEN), record(UTRECHT), record(ALPHEN, name="Nog een keer")))
    assert found == {"schemes.2.code": ["Deze regeling staat er twee keer in."]}
    # the same short name in another municipality is another scheme
    assert len(read(file_of(record(ALPHEN), record(ALPHEN, municipality=AMELAND)))) == 2


@pytest.mark.parametrize(
    ("text", "path", "message"),
    [
        ("", "", "Dit bestand is geen JSON."),
        ("geen json", "", "Dit bestand is geen JSON."),
        ('{"schemes": [}', "", "Dit bestand is geen JSON."),
        ("[" * 100_000, "", "Dit bestand is geen JSON."),
        ("9" * 5000, "", "Dit bestand is geen JSON."),
        ("null", "format", "Dit is geen bestand met regelingen."),
        ("[]", "format", "Dit is geen bestand met regelingen."),
        ("{}", "format", "Dit is geen bestand met regelingen."),
        (file_of(format="iets anders"), "format", "Dit is geen bestand met regelingen."),
        (file_of(version=2), "version", "Deze versie van het bestand kennen wij niet."),
        (file_of(version="1"), "version", "Deze versie van het bestand kennen wij niet."),
        (file_of(version=None), "version", "Deze versie van het bestand kennen wij niet."),
        (file_of(schemes=None), "schemes", "Hier staat een lijst van hoogstens 500 regelingen."),
        (file_of(schemes={}), "schemes", "Hier staat een lijst van hoogstens 500 regelingen."),
        (file_of(*[{}] * 501), "schemes", "Hier staat een lijst van hoogstens 500 regelingen."),
        (file_of("iit"), "schemes.0", "Dit is geen regeling."),
        (file_of(None), "schemes.0", "Dit is geen regeling."),
    ],
)
def test_what_is_no_file_of_schemes_is_told(text, path, message):
    assert problems(text) == {path: [message]}


def test_as_many_as_the_limit_are_read():
    rows = [record(ALPHEN, code=f"iit-{place}", amounts=[]) for place in range(LARGEST)]
    assert len(read(file_of(*rows))) == 500


def test_an_empty_file_holds_nothing_wrong():
    assert read(file_of()) == []


def test_numbers_may_be_written_as_numbers_and_lose_nothing():
    row = read(file_of(record(ALPHEN, income_percentage=110.1, amounts=[AMOUNT | {"value": 0.1}])))
    save(row, None, publish=True)
    version = Version.objects.get()
    assert version.income_percentage == Decimal("110.1")
    assert version.amounts.get().value == Decimal("0.1")


# --- Whose it is --------------------------------------------------------------------------


@pytest.fixture
def anna():
    """An editor of Utrecht."""
    return editor("anna")


@pytest.fixture
def bram():
    """Her colleague."""
    return editor("bram")


@pytest.fixture
def scheme_of_utrecht() -> MunicipalScheme:
    """A scheme of Utrecht, on the site."""
    return add(UTRECHT)


def test_an_editor_reads_only_what_is_of_their_own_municipality():
    own = Municipality.objects.get(pk=UTRECHT)
    found = problems(file_of(record(UTRECHT), record(ROTTERDAM)), only=own)
    assert found == {
        "schemes.1.municipality": ["U kunt alleen regelingen van uw eigen gemeente inlezen."]
    }
    assert len(read(file_of(record(UTRECHT)), only=own)) == 1


def test_what_an_editor_reads_becomes_drafts_that_a_colleague_publishes(
    scheme_of_utrecht, anna, bram
):
    before = on_site(scheme_of_utrecht)
    rows = read(file_of(record(UTRECHT, name="Nieuw"), record(UTRECHT, "u-pas")))
    assert save(rows, anna) == 2
    drafts = Version.objects.filter(state=State.DRAFT)
    assert {draft.number for draft in drafts} == {1, 2}
    assert on_site(scheme_of_utrecht) == before
    for draft in drafts:
        assert draft.made_by == anna
        assert set(draft.makers.all()) == {anna}
        with pytest.raises(editing.Refused, match="U werkte zelf"):
            editing.publish(draft, draft.revision, anna)
        editing.publish(draft, draft.revision, bram)
    assert on_site(scheme_of_utrecht).name == "Nieuw"


def test_an_open_draft_is_left_alone_and_told(scheme_of_utrecht, anna, bram):
    draft = editing.start_draft(scheme_of_utrecht, bram)
    rows = read(file_of(record(UTRECHT, "u-pas"), record(UTRECHT, name="Nieuw")))
    with pytest.raises(NotImported) as refused:
        save(rows, anna)
    assert [(one.path, one.message) for one in refused.value.problems] == [
        ("schemes.1", "Van deze regeling is al een concept open.")
    ]
    # and of the rest nothing either
    assert list(Version.objects.exclude(state=State.PUBLISHED)) == [draft]
    assert not MunicipalScheme.objects.filter(code="u-pas").exists()
    draft.refresh_from_db()
    assert draft.name == "Individuele inkomenstoeslag"


def test_nothing_is_saved_when_one_row_is_wrong():
    text = file_of(record(UTRECHT), record(ROTTERDAM), record(ALPHEN, min_age=99))
    with pytest.raises(NotImported):
        save(read(text), None, publish=True)
    assert not MunicipalScheme.objects.exists()
    assert not Version.objects.exists()


def test_publishing_a_file_keeps_what_was_there_as_history(scheme_of_utrecht):
    before = on_site(scheme_of_utrecht)
    publish(record(UTRECHT, name="Nieuw"))
    before.refresh_from_db()
    assert (before.state, before.ended_on is None) == (State.REPLACED, False)
    assert on_site(scheme_of_utrecht).number == before.number + 1
    assert on_site(scheme_of_utrecht).published_on is not None


def test_every_field_of_a_version_is_in_the_file_or_inside_on_purpose():
    inside = {"id", "scheme", "number", "state", "revision", "note", "made_by", "made_on"}
    inside |= {"published_by", "published_on", "ended_on", "ended_by"}
    assert {field.name for field in Version._meta.concrete_fields} == inside | set(OF_VERSION)
    assert set(OF_AMOUNT) == {
        "household",
        "child_from",
        "child_until",
        "value",
        "per",
        "per_child",
        "in_kind",
    }


def test_another_kind_for_a_scheme_that_is_there_is_told():
    """What a scheme is can't change: the kind decides which general scheme it stands for."""
    add(UTRECHT)
    with pytest.raises(NotImported) as refused:
        save(read(file_of(record(UTRECHT) | {"kind": "meedoen"})), None)
    assert [one.path for one in refused.value.problems] == ["schemes.0.kind"]


def test_a_file_of_windows_notepad_is_read(tmp_path):
    """It begins with a mark that is no JSON."""
    path = tmp_path / "regelingen.json"
    path.write_text(file_of(record(UTRECHT)), encoding="utf-8-sig")
    call_command("import_schemes", str(path), stdout=StringIO())
    assert Version.objects.count() == 1
