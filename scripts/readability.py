"""How easy are the Dutch texts for visitors to read?

Measures every text: how long its sentences are, and which long words, passive constructions,
difficult words and unexplained abbreviations it has. It reports and judges nothing: a figure
shows where to look, a person reads the text. It always ends well, unless it can't measure.

Without arguments: a summary and the ten texts most in need of care. The texts come from the
English catalogue, which has every Dutch text as its key (scripts/check_translations.py keeps it
complete and leaves the back office out). How to write: docs/style.md.
"""

import argparse
import json
import re
import sys
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from babel.messages.pofile import read_po

SCRIPTS = Path(__file__).resolve().parent
CATALOGUE = SCRIPTS.parent / "locale" / "en" / "LC_MESSAGES" / "django.po"
WORDS = SCRIPTS / "difficult_words.toml"
MOST_READ = SCRIPTS / "readability_most_read.toml"

#: a sentence of more words than this is long
LONG_SENTENCE = 15
LONG_SYLLABLES = 4
LONG_LETTERS = 14
#: fewer words without a full stop are a label ("per maand"), not a sentence
SHORTEST_SENTENCE = 5
IN_NEED = 10

#: stands for a figure or name that is filled in later; one word
FILLED_IN = "\u25a1"

# --- words and sentences ---

_PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w+\}")
_TAG = re.compile(r"</?[a-zA-Z][^>]*>")
_SENTENCE_END = re.compile(r"(?<=[.!?])[\"'’”)]*\s+|\n+")
_ENDS_SENTENCE = re.compile(r"[.!?:][\"'’”)]*$")
#: their full stop ends no sentence
_SHORT_FORMS = re.compile(r"\b(art|bijv|bv|blz|nr|enz|m\.u\.v|o\.a|d\.w\.z)\.(?=\s)", re.IGNORECASE)
_WORD = re.compile(rf"{FILLED_IN}|[^\W_]+(?:[-.,'’/&][^\W_]+)*")


def plain(text: str) -> str:
    """The text as read: tags are no words, what is filled in is one word."""
    text = _TAG.sub("", _PLACEHOLDER.sub(FILLED_IN, text)).replace("%%", "%")
    return _SHORT_FORMS.sub(r"\1", text)


def words_of(text: str) -> list[str]:
    """The words of a text; a number or date is one word, and so is what a hyphen ties."""
    return _WORD.findall(plain(text))


def pieces_of(text: str) -> list[str]:
    return [piece.strip() for piece in _SENTENCE_END.split(plain(text)) if piece.strip()]


def sentences_of(text: str) -> list[str]:
    """The sentences of a text; a short label without a full stop is none."""
    return [
        piece
        for piece in pieces_of(text)
        if words_of(piece)
        and (_ENDS_SENTENCE.search(piece) or len(words_of(piece)) >= SHORTEST_SENTENCE)
    ]


# --- syllables ---

#: vowels that are said as one sound, longest first
_VOWELS = re.compile(
    r"aai|ooi|oei|eeu|ieu|ëi|aa|ee|oo|uu|ie|oe|eu|ui|ei|ij|au|ou|[aeiouyáàäâéèëêíìïîóòöôúùüû]"
)


def syllables(word: str) -> int:
    """The groups of vowels in a Dutch word; loan words ("jobcoach") may come out one too high."""
    return max(1, len(_VOWELS.findall(word.lower().replace("qu", "q"))))


# --- passives ---

_WORDEN = {"word", "wordt", "worden", "werd", "werden", "geworden"}
_HEBBEN = {"heb", "hebt", "heeft", "hebben", "had", "hadden", "gehad"}
_CLAUSE_END = re.compile(
    r"[.,;:!?()–]|\b(?:als|omdat|want|maar|terwijl|zodra|tot|totdat|toen|wanneer|voordat|nadat|"
    r"doordat|zodat|hoewel|dat|die|wie|wat|of)\b",
    re.IGNORECASE,
)
_SEPARABLE = (
    r"(?:aan|achter|af|bij|door|goed|in|klaar|kwijt|mee|na|neer|om|onder|op|over|samen|stil|terug|"
    r"toe|uit|vast|voor|vooruit|vrij|weg)"
)
_PARTICIPLE = re.compile(
    rf"{_SEPARABLE}?ge\w{{2,}}(?:d|t|en)"
    # without ge-: the present ("betaalt") has a t where the participle has a d
    rf"|{_SEPARABLE}?(?:be|her|ont|ver)\w+(?:d|kt|ft|st|cht|pt)"
)
#: participles without ge- that the pattern misses
_WITHOUT_GE = {
    "aanbevolen",
    "aanvaard",
    "begonnen",
    "bedrogen",
    "besloten",
    "besproken",
    "betrokken",
    "bewezen",
    "genomen",
    "herzien",
    "ontnomen",
    "ontslagen",
    "ontvangen",
    "onderbroken",
    "ondersteund",
    "ondertekend",
    "onderzocht",
    "overhandigd",
    "overschreden",
    "overtuigd",
    "overwogen",
    "verboden",
    "vergeten",
    "vergeleken",
    "verkregen",
    "verloren",
    "verschoven",
    "verwezen",
    "voltooid",
}
#: look like a participle and are none
_NO_PARTICIPLE = {
    "bekend",
    "bericht",
    "best",
    "bestand",
    "betreft",
    "gebeurt",
    "gebeuren",
    "gebied",
    "gebieden",
    "gebruiken",
    "geduld",
    "geeft",
    "geld",
    "gelden",
    "geldt",
    "gemeenten",
    "gemiddeld",
    "genoten",
    "geschikt",
    "getallen",
    "gevallen",
    "geweest",
    "geworden",
    "gewicht",
    "gezicht",
    "gezinnen",
    "gezond",
    "herfst",
    "verband",
    "verkeerd",
    "verstand",
}


def is_participle(word: str) -> bool:
    """Whether a Dutch word looks like a past participle (voltooid deelwoord)."""
    word = word.lower()
    bare = re.sub(rf"^{_SEPARABLE}(?=ge|be|ver|ont|her)", "", word)
    if word in _NO_PARTICIPLE or bare in _NO_PARTICIPLE or word.endswith("geld"):
        return False
    return bool({bare, word} & _WITHOUT_GE) or bool(_PARTICIPLE.fullmatch(word))


def passives_of(sentence: str) -> list[str]:
    """The passive constructions: a form of worden with a participle in the same clause.

    "Dat wordt ingehouden" is one; "dat wordt minder" is none. A passive without worden ("is
    ingehouden") is not counted, for it looks like a past tense ("is begonnen").
    """
    found = []
    for clause in _CLAUSE_END.split(plain(sentence)):
        words = [word.lower() for word in words_of(clause or "")]
        for place, word in enumerate(words):
            beside = {*words[max(0, place - 1) : place], *words[place + 1 : place + 2]}
            if is_participle(word) and not beside & _HEBBEN and _WORDEN & set(words):
                worden = next(word for word in words if word in _WORDEN)
                found.append(f"{worden} {word}")
                break
    return found


# --- the lists ---


def glossary_terms() -> Iterator[str]:
    """The words of the terms that the site's own list of words explains."""
    from django.conf import settings

    if not settings.configured:
        settings.configure()
    sys.path.insert(0, str(SCRIPTS.parent))
    from calculator.results.glossary import ENTRIES

    for entry in ENTRIES:
        for form in (entry.term, *entry.also):
            yield from words_of(form)


@dataclass(frozen=True)
class Lists:
    """Difficult words with their easier one, and what is no stumbling block."""

    easier: dict[str, str]
    abbreviations: frozenset[str]
    #: official terms and everyday words, in small letters: never long
    terms: frozenset[str]

    @classmethod
    def read(cls, path: Path = WORDS) -> "Lists":
        data = tomllib.loads(path.read_text("utf-8"))
        known = data["known"]
        return cls(
            easier={
                form.strip(): easier
                for forms, easier in data["easier"].items()
                for form in forms.split("|")
            },
            abbreviations=frozenset(known["abbreviations"]),
            terms=frozenset(
                word.lower() for word in (*known["terms"], *known["everyday"], *glossary_terms())
            ),
        )

    @cached_property
    def patterns(self) -> list[tuple[str, re.Pattern[str]]]:
        """Each difficult word as a pattern; "..." is up to eight words in between."""
        return [
            (
                form,
                re.compile(
                    r"\b" + re.escape(form).replace(r"\ \.\.\.\ ", r"(?:\s+\S+){0,8}?\s+") + r"\b",
                    re.IGNORECASE,
                ),
            )
            for form in self.easier
        ]

    def difficult(self, sentence: str) -> list[str]:
        """The difficult words of a sentence, each with an easier one."""
        return [
            f"{form} ({self.easier[form]})"
            for form, pattern in self.patterns
            for _ in pattern.findall(sentence)
        ]

    def long(self, word: str) -> bool:
        """Whether a word is long, official terms left out; at a hyphen it is two words."""
        return any(
            part.isalpha()
            and part.lower() not in self.terms
            and (syllables(part) >= LONG_SYLLABLES or len(part) >= LONG_LETTERS)
            for part in word.split("-")
        )

    def unexplained(self, text: str) -> list[str]:
        """Abbreviations that a reader need not know and that the text doesn't explain.

        "de Sociale Verzekeringsbank (SVB)" explains itself.
        """
        text = plain(text)
        found = re.findall(r"\b[A-Z]{2,}[a-z]{0,2}\b", text)
        explained = set(re.findall(r"\(([A-Z][A-Za-z]+)\)", text))
        return [
            short
            for short in dict.fromkeys(found)
            if short not in self.abbreviations and short not in explained
        ]


# --- measuring ---


@dataclass(frozen=True)
class Measured:
    """What was counted in one text."""

    text: str
    where: tuple[str, ...]
    #: the number of words of each sentence
    sentences: tuple[int, ...]
    long_words: tuple[str, ...]
    passives: tuple[str, ...]
    difficult: tuple[str, ...]
    abbreviations: tuple[str, ...]

    @property
    def longest(self) -> int:
        return max(self.sentences, default=0)

    @property
    def average(self) -> float:
        return sum(self.sentences) / len(self.sentences) if self.sentences else 0.0

    @property
    def care(self) -> float:
        """Only for the order of the list: what a reader stumbles over, the worst first."""
        return (
            sum(max(0, words - LONG_SENTENCE) for words in self.sentences)
            + 3 * len(self.passives)
            + 3 * len(self.difficult)
            + 2 * len(self.abbreviations)
            + len(self.long_words)
        )

    def why(self) -> str:
        """What was found, in words."""
        found = []
        if self.longest > LONG_SENTENCE:
            found.append(f"a sentence of {self.longest} words")
        found += [f"passive: {passive}" for passive in self.passives]
        found += [f"difficult: {word}" for word in self.difficult]
        found += [f"abbreviation: {short}" for short in self.abbreviations]
        found += [f"long: {word}" for word in self.long_words]
        return "; ".join(found)


def measure(text: str, where: Iterable[str] = (), lists: Lists | None = None) -> Measured:
    lists = lists or Lists.read()
    pieces = pieces_of(text)
    words = words_of(text)
    return Measured(
        text=text,
        where=tuple(where),
        sentences=tuple(len(words_of(sentence)) for sentence in sentences_of(text)),
        long_words=tuple(dict.fromkeys(word for word in words if lists.long(word))),
        passives=tuple(found for piece in pieces for found in passives_of(piece)),
        difficult=tuple(found for piece in pieces for found in lists.difficult(piece)),
        abbreviations=tuple(lists.unexplained(text)),
    )


def texts(catalogue: Path = CATALOGUE) -> dict[str, tuple[str, ...]]:
    """Every Dutch text that a visitor can see, with the files it comes from."""
    with catalogue.open("rb") as file:
        found: dict[str, tuple[str, ...]] = {}
        for message in read_po(file):
            forms = message.id if isinstance(message.id, tuple | list) else (message.id,)
            for form in forms:
                if form:
                    places = (place for place, _line in message.locations)
                    found[form] = tuple(dict.fromkeys((*found.get(form, ()), *places)))
    if not found:
        raise ValueError(f"{catalogue}: no texts")
    return found


def most_read(path: Path = MOST_READ) -> list[str]:
    """The texts that nearly every visitor reads."""
    return [entry["text"] for entry in tomllib.loads(path.read_text("utf-8"))["most_read"]]


def summary(measured: list[Measured]) -> dict[str, int | float]:
    lengths = [words for text in measured for words in text.sentences]
    count = len(lengths) or 1
    return {
        "texts": len(measured),
        "sentences": len(lengths),
        "words per sentence, average": round(sum(lengths) / count, 2),
        "longest sentence, words": max(lengths, default=0),
        f"sentences above {LONG_SENTENCE} words, %": round(
            100 * sum(words > LONG_SENTENCE for words in lengths) / count, 1
        ),
        "passive": sum(len(text.passives) for text in measured),
        "difficult words": sum(len(text.difficult) for text in measured),
        "unexplained abbreviations": sum(len(text.abbreviations) for text in measured),
        "long words": sum(len(text.long_words) for text in measured),
    }


def in_order(measured: list[Measured]) -> list[Measured]:
    """Most in need of care first."""
    return sorted(measured, key=lambda text: (-text.care, text.text))


# --- reporting ---


def short(text: str, width: int = 100) -> str:
    text = " ".join(text.split())
    return text if len(text) <= width else text[: width - 1] + "…"


def report(measured: list[Measured], how_many: int | None) -> Iterator[str]:
    for name, value in summary(measured).items():
        yield f"  {name}: {value}"
    chosen = [text for text in in_order(measured) if text.care][:how_many]
    if chosen:
        yield "Most in need of care:"
    for text in chosen:
        yield f"  {short(text.text) if how_many else text.text}"
        yield f"      {text.why()} [{', '.join(text.where)}]"


def table(measured: list[Measured]) -> Iterator[str]:
    """The texts as a table in Markdown."""
    yield "| text | sentences | average | longest | found |"
    yield "| --- | --- | --- | --- | --- |"
    for text in measured:
        yield (
            f"| {text.text} | {len(text.sentences)} | {text.average:.1f} | {text.longest} "
            f"| {text.why()} |"
        )


def compare(before: dict[str, Any], measured: list[Measured]) -> Iterator[str]:
    """What changed since a measurement that --json kept."""
    then, now = before["summary"], summary(measured)
    for name, value in now.items():
        yield f"  {name}: {then.get(name, '-')} -> {value}"
    old = {text["text"] for text in before["texts"]}
    new = [text for text in measured if text.text not in old]
    gone = old - {text.text for text in measured}
    yield f"  texts that are new or reworded: {len(new)}; no longer there: {len(gone)}"
    for text in in_order(new):
        yield f"  + {text.text}"
        yield f"      {text.why() or '-'}"


def missing_most_read(known: Iterable[str]) -> list[str]:
    known = set(known)
    return [text for text in most_read() if text not in known]


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--all", action="store_true", help="every text that stands out")
    parser.add_argument("--most-read", action="store_true", help="a table of the most read texts")
    parser.add_argument("--json", type=Path, metavar="FILE", help="keep every measurement")
    parser.add_argument("--compare", type=Path, metavar="FILE", help="with what --json kept")
    parser.add_argument("--catalogue", type=Path, default=CATALOGUE, help="another catalogue")
    options = parser.parse_args(arguments)

    lists = Lists.read()
    found = texts(options.catalogue)
    measured = [measure(text, where, lists) for text, where in found.items()]
    lost = missing_most_read(found)
    if options.json:
        kept = [{**asdict(text), "care": text.care} for text in in_order(measured)]
        content = {"summary": summary(measured), "texts": kept}
        options.json.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", "utf-8")
    if options.most_read:
        chosen = [measure(text, found[text], lists) for text in most_read() if text in found]
        print("\n".join(table(chosen)))
    elif options.compare:
        before = json.loads(options.compare.read_text("utf-8"))
        print("Readability of the Dutch texts, then -> now:")
        print("\n".join(compare(before, measured)))
    else:
        print("Readability of the Dutch texts (a report, not a test):")
        print("\n".join(report(measured, None if options.all else IN_NEED)))
    for text in lost:
        print(f"No longer there, change {MOST_READ.name}: {text}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
