"""Answers taken along in a link or a file, and opened again: the same, or refused with a reason."""

import json
import re
import zlib
from base64 import urlsafe_b64decode, urlsafe_b64encode
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from django.http import QueryDict
from django.test import RequestFactory
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from calculator.questions import carried
from calculator.questions.carried import (
    Carried,
    CarriedError,
    file_of,
    link_of,
    pack,
    read_file,
    sent_again,
    unpack,
)
from calculator.questions.carried_qr import fits_in_qr, qr_svg
from calculator.questions.form import QuestionsForm
from tests.questions.people import (
    AGENCY_WORKER,
    DAY,
    PEOPLE,
    SINGLE_MOTHER,
    WAJONG_RENTER,
    WW_OWNER,
    Answers,
    as_lists,
    filled_up,
    form_of,
    sent,
)

FOLDER = Path(__file__).parent
SAMPLES = json.loads((FOLDER / "samples_carried_v1.json").read_text("utf-8"))["samples"]
DICTIONARY = Path(carried.__file__).parent / "carried_v1.txt"

#: the largest household with the most plans
EVERYTHING = filled_up(
    AGENCY_WORKER
    | {
        "plans": "3",
        "benefit": ["ww", "wga"],
        "wga_phase": "loongerelateerd",
        "children": "8",
        "others": "5",
        "partner_income": ["wage", "benefit", "aow", "pension", "profit"],
    }
)
#: as people really type
ODDLY_TYPED = WAJONG_RENTER | {
    "birth_date": "14 mei 1997",
    "plan0_gross": "€ 14,99",
    "plan0_hours": "١٦",
    "municipality": "Súdwest-Fryslân",
    "vermogen": "2\u00a0500,-",
}


def kept(data: QueryDict) -> dict[str, list[str]]:
    """All answers by question."""
    return dict(data.lists())


def asked(answers: Answers) -> dict[str, list[str]]:
    """The answers to what the form asks, as lists."""
    form = form_of(sent(answers))
    return {
        name: values
        for name, values in as_lists(sent(answers)).items()
        if name in form.fields or name == "plans"
    }


def refusal(read: Any, what: Any) -> str:
    """The code of a refusal; the test fails where it is opened."""
    with pytest.raises(CarriedError) as caught:
        read(what)
    return caught.value.code


def packed(plain: bytes, day: bytes = b"\x01\x45", *, end: bytes = b"") -> str:
    """A link as version 1 makes them, around any content; written from its description."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15, 9, 0, DICTIONARY.read_bytes())
    body = packer.compress(plain) + packer.flush() + end
    whole = zlib.crc32(day + plain).to_bytes(4, "big") + day + body
    return "1." + urlsafe_b64encode(whole).decode().rstrip("=")


def file_with(**changes: Any) -> bytes:
    """A good file with something changed."""
    content = {
        "format": "wat-houd-ik-over",
        "version": 1,
        "made": "2026-11-22",
        "answers": {"birth_date": "14-05-1997", "benefit": ["ww", "wga"]},
    }
    return json.dumps(content | changes).encode()


# --- There and back -----------------------------------------------------------------------


@pytest.mark.parametrize("person", PEOPLE)
def test_a_link_holds_what_was_typed_and_nothing_else(person):
    opened = unpack(pack(form_of(sent(PEOPLE[person]))))
    assert kept(opened.answers) == asked(PEOPLE[person])
    assert opened.made == DAY


@pytest.mark.parametrize("person", PEOPLE)
def test_a_file_holds_what_was_typed_and_nothing_else(person):
    opened = read_file(file_of(form_of(sent(PEOPLE[person]))))
    assert kept(opened.answers) == asked(PEOPLE[person])
    assert opened.made == DAY


@pytest.mark.parametrize("answers", [ODDLY_TYPED, EVERYTHING], ids=["oddly_typed", "everything"])
def test_signs_of_all_kinds_and_all_questions_come_along(answers):
    form = form_of(sent(answers))
    assert kept(unpack(pack(form)).answers) == asked(answers)
    assert kept(read_file(file_of(form)).answers) == asked(answers)


def test_two_choices_stay_two():
    form = form_of(sent(filled_up(WW_OWNER | {"partner_income": ["wage", "benefit"]})))
    for opened in (unpack(pack(form)), read_file(file_of(form))):
        assert opened.answers.getlist("partner_income") == ["wage", "benefit"]


@given(typed=st.text(max_size=100))
def test_whatever_was_typed_comes_back_with_spaces_for_control_characters(typed):
    # a browser sends no halves of characters
    typed = typed.encode("utf-8", "replace").decode()
    form = form_of(sent(WAJONG_RENTER) | {"vermogen": typed})
    visible = "".join(" " if ord(sign) < 32 or 127 <= ord(sign) < 160 else sign for sign in typed)
    assert unpack(pack(form)).answers["vermogen"] == visible
    assert read_file(file_of(form)).answers["vermogen"] == visible


def test_what_no_answer_can_be_stays_behind():
    form = form_of(sent(WAJONG_RENTER) | {"vermogen": "1" * 101})
    for opened in (unpack(pack(form)), read_file(file_of(form))):
        assert "vermogen" not in opened.answers
        assert opened.answers["kale_huur"] == "650"


def test_what_fits_in_no_link_gives_none(rf: RequestFactory):
    form = form_of(sent(EVERYTHING))
    # as much as fits in every answer, without any pattern that would pack it smaller
    said = [(name, patternless(name)) for name in form.fields]
    form.answers = lambda: iter(said)  # type: ignore[method-assign]
    assert pack(form) == ""
    assert link_of(form, rf.get("/nl/")) == ""
    assert qr_svg("") == ""


def patternless(seed: str) -> str:
    """A hundred signs that have nothing to do with each other, the same every time."""
    numbers = (sha256(f"{seed} {place}".encode()).digest() for place in range(100))
    return "".join(chr(0x4E00 + int.from_bytes(number[:4], "big") % 20_000) for number in numbers)


def test_every_question_can_be_carried():
    names = list(form_of(EVERYTHING).fields)
    assert len(names) > 100
    assert [name for name in names if not carried.NAME.fullmatch(name)] == []
    assert len(names) < carried.MAX_ANSWERS / 2


# --- The link -----------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("secure", [True, False])
def test_the_link_opens_in_the_language_of_the_page(rf: RequestFactory, language, secure):
    with override(language):
        link = link_of(form_of(sent(WAJONG_RENTER), language), rf.get("/", secure=secure))
    protocol = "https" if secure else "http"
    address, _sign, text = link.partition("#")
    assert address == f"{protocol}://testserver/{language}/openen/"
    # nothing that a program which makes links clickable takes for the end of one
    assert re.fullmatch(r"1\.[A-Za-z0-9_-]+", text)
    assert kept(unpack(text).answers) == asked(WAJONG_RENTER)


@pytest.mark.parametrize("person", PEOPLE)
def test_the_squares_of_the_code_stay_four_pixels_on_the_narrowest_page(person):
    # 320 px less 16 px on both sides; a name of 40 signs is as long as a municipality's gets
    link = f"https://{'x' * 40}/nl/openen/#{pack(form_of(sent(PEOPLE[person])))}"
    side = int(re.search(r'viewBox="0 0 (\d+) \1"', qr_svg(link))[1])
    assert 288 / side >= 4


def test_the_code_is_black_on_white_with_a_white_edge_and_a_name():
    picture = qr_svg("https://localhost/nl/openen/#1.abc")
    assert 'role="img"' in picture
    assert re.search(r'aria-label="[^"]{20,}"', picture)
    # the content security policy forbids styles
    assert "style" not in picture
    side = re.search(r'viewBox="0 0 (\d+)', picture)[1]
    assert f'fill="#fff" d="M0 0h{side}v{side}h-{side}z"' in picture
    # the first row: four white squares, then the seven black ones of the corner
    assert 'd="M4 4.5h7m' in picture


def test_what_is_too_long_for_a_code_gives_none():
    # 520 signs fit in a code of version 15 with the least correction (ISO 18004)
    assert qr_svg("https://localhost/".ljust(520, "a"))
    assert qr_svg("https://localhost/".ljust(521, "a")) == ""
    assert qr_svg("https://localhost/".ljust(8_000, "a")) == ""
    assert fits_in_qr("https://localhost/".ljust(520, "a"))
    assert not fits_in_qr("https://localhost/".ljust(521, "a"))
    assert not fits_in_qr("")


# --- What is refused ----------------------------------------------------------------------

GOOD = packed(b"birth_date=14-05-1997\nbenefit=ww\nbenefit=wga")


def test_a_link_made_by_hand_from_its_description_opens():
    opened = unpack(GOOD)
    assert kept(opened.answers) == {"birth_date": ["14-05-1997"], "benefit": ["ww", "wga"]}
    # 0x0145 = 325 days after 1 January 2026
    assert opened.made == date(2026, 11, 22)
    assert kept(unpack(f" #{GOOD}\n").answers) == kept(opened.answers)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "empty"),
        ("#", "empty"),
        (" \n", "empty"),
        ("1", "damaged"),
        ("1.", "damaged"),
        (".", "damaged"),
        ("main", "damaged"),
        ("0.AAAA", "damaged"),
        ("01.AAAA", "damaged"),
        ("-1.AAAA", "damaged"),
        ("١.AAAA", "damaged"),
        ("1.A", "damaged"),
        ("1.AAAA", "damaged"),
        ("1.AAAAAAAAAAAA", "damaged"),
        (f"{GOOD}!", "damaged"),
        (f"{GOOD}=", "damaged"),
        (GOOD.replace("1.", "1.%20"), "damaged"),
        (GOOD.replace("1.", "1. "), "damaged"),
        (GOOD.replace("1.", "1.é"), "damaged"),
        (GOOD[:-4], "damaged"),
        (GOOD + "AAAA", "damaged"),
        (GOOD.replace("1.", "2."), "unknown_version"),
        (GOOD.replace("1.", "12345."), "unknown_version"),
        ("7.whatever a later version holds", "unknown_version"),
        ("1." + "A" * 8_000, "too_large"),
        ("1" * 100_000, "too_large"),
        (packed(b"benefit=ww", end=b"x"), "damaged"),
        (packed(b""), "damaged"),
        (packed(b"benefit"), "damaged"),
        (packed(b"benefit=ww\n"), "damaged"),
        (packed(b"benefit=w\tw"), "damaged"),
        (packed("benefit=w\u0085w".encode()), "damaged"),
        (packed(b"benefit=\xff"), "damaged"),
        (packed(b"Benefit=ww"), "damaged"),
        (packed(b"benefit[]=ww"), "damaged"),
        (packed(b"__class__=ww"), "damaged"),
        (packed(b"child12_care=ww"), "damaged"),
        (packed(b"=ww"), "damaged"),
        (packed(b"a" * 41 + b"=ww"), "damaged"),
        (packed(b"benefit=" + b"w" * 101), "damaged"),
        (packed(b"\n".join([b"benefit=ww"] * 401)), "too_large"),
    ],
)
def test_what_is_no_link_of_ours_is_refused(text, code):
    assert refusal(unpack, text) == code


def test_a_few_bytes_never_grow_into_gigabytes():
    bomb = packed(b"benefit=" + b"w" * 4_000_000)
    assert len(bomb) < carried.MAX_TEXT
    assert refusal(unpack, bomb) == "too_large"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty"),
        (b" \r\n", "empty"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "not_text"),
        (file_with().decode().encode("utf-16"), "not_text"),
        (b"%PDF-1.7 and more", "not_ours"),
        (b"Beste meneer,", "not_ours"),
        (b"[" * 50_000, "not_ours"),
        (b"9" * 50_000, "not_ours"),
        (b"null", "not_ours"),
        (b"[]", "not_ours"),
        (b"{}", "not_ours"),
        (b'{"format": ["wat-houd-ik-over"]}', "not_ours"),
        (b'{"person": {"birth_date": "1988-05-14"}}', "not_ours"),
        (b" " * 61_441 + file_with(), "too_large"),
        (file_with()[:-20], "damaged"),
        (file_with(version="1"), "damaged"),
        (file_with(version=True), "damaged"),
        (file_with(version=None), "damaged"),
        (file_with(version=0), "unknown_version"),
        (file_with(version=2), "unknown_version"),
        (file_with(version=10**30), "unknown_version"),
        (file_with(made=None), "damaged"),
        (file_with(made="gisteren"), "damaged"),
        (file_with(made=20261122), "damaged"),
        (file_with(answers=None), "damaged"),
        (file_with(answers=[["benefit", "ww"]]), "damaged"),
        (file_with(answers={"benefit": 1}), "damaged"),
        (file_with(answers={"benefit": ["ww", None]}), "damaged"),
        (file_with(answers={"benefit": {"ww": "on"}}), "damaged"),
        (file_with(answers={"benefit": [["ww"]]}), "damaged"),
        (file_with(answers={"Benefit": "ww"}), "damaged"),
        (file_with(answers={"benefit": "w\nw"}), "damaged"),
        (file_with(answers={"benefit": "\ud800"}), "damaged"),
        (file_with(answers={"benefit": "w" * 101}), "damaged"),
        (file_with(answers={"benefit": ["ww"] * 401}), "too_large"),
    ],
)
def test_what_is_no_file_of_ours_is_refused(content, code):
    assert refusal(read_file, content) == code


def test_a_file_that_an_editor_marked_as_utf_8_opens():
    opened = read_file(b"\xef\xbb\xbf" + file_with())
    assert kept(opened.answers) == {"birth_date": ["14-05-1997"], "benefit": ["ww", "wga"]}


# --- Nothing breaks it --------------------------------------------------------------------

ANY_LINK = st.one_of(
    st.text(),
    st.binary(max_size=400).map(lambda raw: "1." + urlsafe_b64encode(raw).decode().rstrip("=")),
    st.binary(max_size=200).map(packed),
    st.lists(st.tuples(st.text(max_size=30), st.text(max_size=30)), max_size=5).map(
        lambda pairs: packed("\n".join("=".join(pair) for pair in pairs).encode("utf-8", "replace"))
    ),
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)
ANY_FILE = st.one_of(
    st.binary(),
    JSON.map(lambda said: json.dumps(said).encode()),
    st.fixed_dictionaries(
        {}, optional={"format": JSON, "version": JSON, "made": JSON, "answers": JSON}
    ).map(lambda changes: file_with(**changes)),
    st.dictionaries(st.from_regex(carried.NAME, fullmatch=True), JSON, max_size=5).map(
        lambda answers: file_with(answers=answers)
    ),
)


def check(read: Any, what: Any) -> None:
    """Opened, and then the form can go on with it; or refused with a reason that has words."""
    try:
        opened = read(what)
    except CarriedError as error:
        assert error.code in {
            "empty",
            "too_large",
            "damaged",
            "unknown_version",
            "not_text",
            "not_ours",
        }
    else:
        form_of(sent_again(opened, DAY, "nl")).is_valid()


@given(text=ANY_LINK)
def test_no_link_breaks_it(text):
    check(unpack, text)


@given(content=ANY_FILE)
def test_no_file_breaks_it(content):
    check(read_file, content)


TRUE_LINKS = [pack(form_of(sent(PEOPLE[person]))) for person in ("wajong_renter", "single_mother")]


@given(link=st.sampled_from(TRUE_LINKS), data=st.data())
def test_part_of_a_link_is_refused(link, data):
    length = data.draw(st.integers(min_value=2, max_value=len(link) - 1))
    assert refusal(unpack, link[:length]) == "damaged"


@given(link=st.sampled_from(TRUE_LINKS), data=st.data())
def test_a_changed_link_never_gives_other_answers(link, data):
    raw = bytearray(urlsafe_b64decode(link[2:] + "=" * (-len(link[2:]) % 4)))
    for place in data.draw(st.lists(st.integers(0, len(raw) * 8 - 1), min_size=1, max_size=3)):
        raw[place // 8] ^= 1 << place % 8
    changed = "1." + urlsafe_b64encode(raw).decode().rstrip("=")
    if changed != link:  # the same bit twice
        assert refusal(unpack, changed) in {"damaged", "too_large"}


@given(link=st.sampled_from(TRUE_LINKS), data=st.data())
def test_a_link_with_another_letter_in_it_never_gives_other_answers(link, data):
    place = data.draw(st.integers(min_value=2, max_value=len(link) - 1))
    letter = data.draw(st.sampled_from("abcXYZ019_-"))
    try:
        opened = unpack(link[:place] + letter + link[place + 1 :])
    except CarriedError as error:
        assert error.code in {"damaged", "too_large"}
    else:
        assert kept(opened.answers) == kept(unpack(link).answers)


# --- From version to version --------------------------------------------------------------


def test_the_dictionary_of_version_1_is_never_changed():
    # a change makes every link that somebody kept unreadable; a new version has a new dictionary
    assert sha256(DICTIONARY.read_bytes()).hexdigest() == (
        "ac094521af352386e269801fb6f5f0e0a2dba51d9e250e01debeacd7185a7a6a"
    )


@pytest.mark.parametrize("sample", SAMPLES, ids=[sample["person"] for sample in SAMPLES])
def test_what_was_taken_along_with_version_1_opens(sample):
    for opened in (unpack(sample["link"]), read_file(sample["file"].encode())):
        assert kept(opened.answers) == sample["answers"]
        assert opened.made.isoformat() == sample["made"]


@pytest.mark.parametrize("sample", SAMPLES, ids=[sample["person"] for sample in SAMPLES])
def test_the_form_still_knows_every_answer_of_version_1(sample):
    data = sent_again(unpack(sample["link"]), DAY, "nl")
    del data["shown"]
    assert kept(data) == sample["answers"]


def test_the_next_version_reads_the_one_before_it(monkeypatch):
    def renamed(answers):
        return {name.replace("birth_date", "born"): said for name, said in answers.items()}

    link, file = GOOD, file_with()
    monkeypatch.setattr(carried, "VERSION", 2)
    monkeypatch.setattr(carried, "DICTIONARIES", {1: "carried_v1.txt", 2: "carried_v1.txt"})
    monkeypatch.setattr(carried, "MIGRATIONS", {1: renamed})
    as_it_became = {"born": ["14-05-1997"], "benefit": ["ww", "wga"]}
    assert kept(unpack(link).answers) == as_it_became
    assert kept(read_file(file).answers) == as_it_became
    # what the new version makes is not renamed again
    made = pack(form_of(sent(WAJONG_RENTER)))
    assert made.startswith("2.")
    assert kept(unpack(made).answers) == asked(WAJONG_RENTER)


def test_every_version_becomes_the_one_that_is_written():
    assert set(carried.DICTIONARIES) == set(range(1, carried.VERSION + 1))
    assert set(carried.MIGRATIONS) == set(range(1, carried.VERSION))


# --- Going on with them -------------------------------------------------------------------


def again(answers: Answers, today: date = DAY, **changes: Any) -> QuestionsForm:
    """The form with answers that were taken along and opened again on a day."""
    data = QueryDict(mutable=True)
    for name, values in (asked(answers) | as_lists(changes)).items():
        data.setlist(name, values)
    data = sent_again(Carried(data, DAY), today, "nl")
    return QuestionsForm(data, today=today, language="nl")


@pytest.mark.parametrize("person", PEOPLE)
def test_complete_answers_are_complete_again(person):
    form = again(PEOPLE[person])
    assert form.new_questions() == []
    assert form.is_valid()
    original = form_of(sent(PEOPLE[person]))
    assert dict(form.answers()) == dict(original.answers())


def test_a_month_that_has_passed_is_asked_again():
    # in March 2027 a plan can't begin in December 2026
    form = again(WAJONG_RENTER, date(2027, 3, 1))
    assert form.new_questions() == ["start"]
    assert not form["start"].data
    form.forget_errors_of(["start"])
    assert form.errors == {}


def test_only_the_choices_that_are_gone_are_asked_again():
    form = again(WW_OWNER, partner_income=["wage", "lottery"])
    assert form.data.getlist("partner_income") == ["wage"]
    assert form.new_questions() == []
    form = again(WW_OWNER, home_kind="castle")
    assert "home_kind" in form.new_questions()


def test_a_question_that_wasnt_there_yet_is_a_new_question():
    answers = {name: value for name, value in SINGLE_MOTHER.items() if name != "wga_phase"}
    form = again(answers)
    assert "wga_phase" in form.new_questions()
    # also one that may stay open
    answers = {name: value for name, value in SINGLE_MOTHER.items() if name != "municipality"}
    assert again(answers).new_questions() == ["municipality"]


def test_what_may_stay_open_stays_open():
    form = again(SINGLE_MOTHER, municipality="", vermogen="", vermogen_unknown="on")
    assert form.new_questions() == []
    assert form.is_valid()


def test_what_was_left_open_is_asked_and_what_is_wrong_is_said():
    form = again(SINGLE_MOTHER, kale_huur="", vermogen="veel")
    assert form.new_questions() == ["kale_huur"]
    form.forget_errors_of(["kale_huur"])
    assert set(form.errors) == {"vermogen"}


def test_nothing_that_was_brought_along_steers_the_page():
    steering = ("add_plan", "remove_plan", "drop_plan", "change", "language_switch", "page", "mode")
    form = again(WAJONG_RENTER, **dict.fromkeys([*steering, "action", "shown", "other_old"], "1"))
    assert set(form.data) == {*asked(WAJONG_RENTER), "shown"}
    assert form.data["shown"] != "1"


@pytest.mark.parametrize("plans", ["0", "4", "999", "-1", "veel", ""])
def test_there_are_never_more_plans_than_can_be_compared(plans):
    assert again(WAJONG_RENTER, plans=plans).data["plans"] in {"1", "3"}
