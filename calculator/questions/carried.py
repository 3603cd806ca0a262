"""The visitor's answers taken along: in the part of a link that no server sees, or in a file.

A link ends in ``#1.`` and a payload. Number 1 is the version; the payload is base64url without
padding of

* 4 bytes: the CRC-32 of all that follows, unpacked. Raw deflate notices no flipped bit by itself,
  and an answer that changed on its way would give an amount that is not the visitor's.
* 2 bytes: the day on which the link was made, counted from the first of January 2026.
* raw deflate, with ``carried_v1.txt`` as its preset dictionary, of a line ``name=value`` for
  every answer. The dictionary belongs to the version: one changed letter in it and no link that
  somebody kept can be opened any more.

A file is JSON with the same version, day and answers. Both hold what was typed and nothing that
was calculated: whoever opens them gets an outcome under the rules of that day.

The next version gets a dictionary of its own in ``DICTIONARIES`` and a function in ``MIGRATIONS``
that turns the answers of the version before it into its own. Nothing that was readable becomes
unreadable: ``tests/questions/samples_carried_v1.json`` holds links that must always open.
"""

import json
import re
import unicodedata
import zlib
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from django import forms
from django.http import HttpRequest, QueryDict
from django.urls import reverse

from calculator.questions.form import QuestionsForm

#: every answer to a question by the name of that question, as it was typed
Answers = dict[str, list[str]]

#: the version that is written
VERSION = 1
DICTIONARIES = {1: "carried_v1.txt"}
#: how the answers of a version become those of the next one
MIGRATIONS: dict[int, Callable[[Answers], Answers]] = {}

FORMAT = "wat-houd-ik-over"
FILE_NAME = "wat-houd-ik-over.json"

# The most that three plans, eight children and five housemates can ask is some 200 answers; what
# is larger than this was not made here.
MAX_ANSWERS = 400
MAX_VALUE = 100
MAX_PLAIN = 32 * 1024
#: characters of the part of a link after ``#``
MAX_TEXT = 8_000
MAX_FILE = 60 * 1024

FIRST_DAY = date(2026, 1, 1)
LAST_DAY = FIRST_DAY + timedelta(days=0xFFFF)
CRC_BYTES, DAY_BYTES = 4, 2

VERSION_NUMBER = re.compile(r"[1-9][0-9]{0,4}")
PAYLOAD = re.compile(r"[A-Za-z0-9_-]+")
#: ``vermogen``, ``ww_first_day``, ``child0_care_price``
NAME = re.compile(r"[a-z]{1,20}[0-9]?(?:_[a-z]{1,20}){0,4}")
#: control characters, and halves of characters that no page can hold
REFUSED_SIGNS = {"Cc", "Cs"}
DECLARED_AS_OURS = f'"{FORMAT}"'


class CarriedError(ValueError):
    """What was brought along can't be opened; ``code`` says why.

    ``empty``: there is nothing; ``too_large``: it is more than any form holds; ``damaged``: a
    part is missing or changed; ``unknown_version``: made by another version than this site
    knows; ``not_text`` and ``not_ours``: a file of another kind.
    """

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True)
class Carried:
    """The answers that were brought along, and the day on which they were taken along."""

    answers: QueryDict
    made: date


# --- Taking along -------------------------------------------------------------------------


def pack(form: QuestionsForm) -> str:
    """The answers of a form for after the ``#`` of a link; '' where they don't fit in one."""
    plain = "\n".join(f"{name}={value}" for name, value in _typed(form)).encode()
    day = (_day(form) - FIRST_DAY).days.to_bytes(DAY_BYTES)
    checked = zlib.crc32(day + plain).to_bytes(CRC_BYTES)
    payload = urlsafe_b64encode(checked + day + _deflate(plain)).rstrip(b"=").decode()
    text = f"{VERSION}.{payload}"
    return text if len(text) <= MAX_TEXT and len(plain) <= MAX_PLAIN else ""


def link_of(form: QuestionsForm, request: HttpRequest) -> str:
    """The link that opens these answers, in the language of the page; '' where they don't fit.

    All answers stand after the ``#``, which browsers don't send to any server.
    """
    text = pack(form)
    return f"{request.build_absolute_uri(reverse('open'))}#{text}" if text else ""


def file_of(form: QuestionsForm) -> bytes:
    """The answers of a form as a file that people can read too."""
    answers: dict[str, str | list[str]] = {}
    for name, values in _grouped(_typed(form)).items():
        answers[name] = values[0] if len(values) == 1 else values
    content = {
        "format": FORMAT,
        "version": VERSION,
        "made": _day(form).isoformat(),
        "answers": answers,
    }
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode()


def _typed(form: QuestionsForm) -> list[tuple[str, str]]:
    """The answers, without what no answer can be: that is asked again when they are opened."""
    return [
        (name, "".join(" " if _is_refused(sign) else sign for sign in value))
        for name, value in form.answers()
        if name != "shown" and len(value) <= MAX_VALUE
    ][:MAX_ANSWERS]


def _day(form: QuestionsForm) -> date:
    return min(max(form.today, FIRST_DAY), LAST_DAY)


def _deflate(plain: bytes) -> bytes:
    """The shortest of what zlib can make of it."""
    made = []
    for strategy in (zlib.Z_DEFAULT_STRATEGY, zlib.Z_FIXED):
        packer = zlib.compressobj(
            9, zlib.DEFLATED, -zlib.MAX_WBITS, 9, strategy, _dictionary(VERSION)
        )
        made.append(packer.compress(plain) + packer.flush())
    return min(made, key=len)


# --- Opening ------------------------------------------------------------------------------


def unpack(text: str) -> Carried:
    """What stands after the ``#`` of a link; raises CarriedError."""
    text = text.strip().removeprefix("#")
    if not text:
        raise CarriedError("empty")
    if len(text) > MAX_TEXT:
        raise CarriedError("too_large")
    number, _dot, payload = text.partition(".")
    if not VERSION_NUMBER.fullmatch(number):
        raise CarriedError("damaged")
    version = _known(int(number))
    if not PAYLOAD.fullmatch(payload) or len(payload) % 4 == 1:
        raise CarriedError("damaged")
    raw = urlsafe_b64decode(payload + "=" * (-len(payload) % 4))
    checked, raw = raw[:CRC_BYTES], raw[CRC_BYTES:]
    day, raw = raw[:DAY_BYTES], raw[DAY_BYTES:]
    plain = _inflate(raw, version)
    if zlib.crc32(day + plain).to_bytes(CRC_BYTES) != checked:
        raise CarriedError("damaged")
    try:
        lines = plain.decode().split("\n")
    except UnicodeDecodeError:
        raise CarriedError("damaged") from None
    pairs = [line.partition("=") for line in lines]
    if not all(equals for _name, equals, _value in pairs):
        raise CarriedError("damaged")
    answers = _checked((name, value) for name, _equals, value in pairs)
    return _carried(version, answers, FIRST_DAY + timedelta(days=int.from_bytes(day)))


def read_file(content: bytes) -> Carried:
    """What stands in a file that was saved; raises CarriedError."""
    if not content.strip():
        raise CarriedError("empty")
    if len(content) > MAX_FILE:
        raise CarriedError("too_large")
    try:
        # some editors put a mark of the encoding in front
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise CarriedError("not_text") from None
    try:
        said = json.loads(text)
    except (ValueError, RecursionError):
        raise CarriedError("damaged" if DECLARED_AS_OURS in text else "not_ours") from None
    if not isinstance(said, dict) or said.get("format") != FORMAT:
        raise CarriedError("not_ours")
    number = said.get("version")
    if type(number) is not int:
        raise CarriedError("damaged")
    version = _known(number)
    made, answers = said.get("made"), said.get("answers")
    if not isinstance(answers, dict) or not isinstance(made, str):
        raise CarriedError("damaged")
    try:
        day = date.fromisoformat(made)
    except ValueError:
        raise CarriedError("damaged") from None
    return _carried(version, _checked(_flat(answers)), day)


def _known(version: int) -> int:
    if version not in DICTIONARIES:
        raise CarriedError("unknown_version")
    return version


def _inflate(raw: bytes, version: int) -> bytes:
    """Unpacks no further than a form can reach: a few bytes may hold gigabytes."""
    unpacker = zlib.decompressobj(-zlib.MAX_WBITS, zdict=_dictionary(version))
    try:
        plain = unpacker.decompress(raw, MAX_PLAIN + 1)
    except zlib.error:
        raise CarriedError("damaged") from None
    if len(plain) > MAX_PLAIN:
        raise CarriedError("too_large")
    if not unpacker.eof or unpacker.unused_data:
        raise CarriedError("damaged")
    return plain


@cache
def _dictionary(version: int) -> bytes:
    return (Path(__file__).parent / DICTIONARIES[version]).read_bytes()


def _flat(answers: dict[str, Any]) -> Iterable[tuple[str, Any]]:
    for name, value in answers.items():
        for one in value if isinstance(value, list) else [value]:
            yield name, one


def _checked(pairs: Iterable[tuple[str, Any]]) -> Answers:
    """The answers where all of them could be some; raises CarriedError."""
    said = list(pairs)
    if len(said) > MAX_ANSWERS:
        raise CarriedError("too_large")
    for name, value in said:
        if not NAME.fullmatch(name) or not isinstance(value, str):
            raise CarriedError("damaged")
        if len(value) > MAX_VALUE or any(_is_refused(sign) for sign in value):
            raise CarriedError("damaged")
    return _grouped(said)


def _is_refused(sign: str) -> bool:
    return unicodedata.category(sign) in REFUSED_SIGNS


def _grouped(pairs: Iterable[tuple[str, str]]) -> Answers:
    answers: Answers = {}
    for name, value in pairs:
        answers.setdefault(name, []).append(value)
    return answers


def _carried(version: int, answers: Answers, made: date) -> Carried:
    while version < VERSION:
        answers = MIGRATIONS[version](answers)
        version += 1
    return Carried(_query(answers), made)


def _query(answers: Answers) -> QueryDict:
    data = QueryDict(mutable=True)
    for name, values in answers.items():
        data.setlist(name, values)
    return data


# --- Going on with them -------------------------------------------------------------------


def sent_again(carried: Carried, today: date, language: str) -> QueryDict:
    """The answers as the form would send them today, with what has to be asked again left out.

    A choice that isn't offered any more (a month that has passed) is no mistake of the visitor;
    neither is a question that wasn't there when the answers were taken along. Both come back as
    new questions. All others count as shown, so that what is wrong with an answer is said.
    """
    data = carried.answers.copy()
    form = QuestionsForm(data, today=today, language=language)
    while stale := _not_offered(form, data):
        for name, values in stale.items():
            data.setlist(name, values)
            if not values:
                del data[name]
        form = QuestionsForm(data, today=today, language=language)
    for name in set(data) - set(form.fields) - {"plans"}:
        # an answer to what isn't asked; a name could also steer the page, and none may
        del data[name]
    data["plans"] = str(form.plan_count)
    data["shown"] = " ".join(name for name in form.fields if _is_answered(form, name, data))
    return data


def _not_offered(form: QuestionsForm, data: QueryDict) -> Answers:
    """The questions with a choice that they don't offer, and the choices that they do offer."""
    found: Answers = {}
    for name, field in form.fields.items():
        if isinstance(field, forms.ChoiceField) and name in data:
            offered = {str(value) for value, _label in field.choices}
            left = [value for value in data.getlist(name) if value in offered]
            if left != data.getlist(name):
                found[name] = left
    return found


def _is_answered(form: QuestionsForm, name: str, data: QueryDict) -> bool:
    """Whether somebody answered a question, or saw it and left it open where that is allowed."""
    field = form.fields[name]
    if isinstance(field, forms.BooleanField):
        return True  # a box that isn't ticked isn't sent
    if field.required:
        return any(value.strip() for value in data.getlist(name))
    return name in data
