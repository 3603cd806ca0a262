"""Are the texts on the site complete in every language we offer?

Without arguments it fails when a text is missing, empty or doubtful (fuzzy) in a language, or
when the catalogue no longer matches the texts in code and templates. With --update it renews
the catalogues from code and templates.

Dutch needs no catalogue: the texts in the code are Dutch.
"""

import os
import re
import sys
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
SOURCE_LANGUAGE = "nl"
#: the back office and what only editors read is Dutch in every language
NOT_FOR_VISITORS = ("static", "__pycache__", "backoffice", "embed", "municipalities")
METHODS = [("**.py", "python"), ("**.html", "jinja2")]
#: as the environment in calculator/templating sets them
OPTIONS = {"**.html": {"newstyle_gettext": "true", "silent": "false"}}
KEYWORDS = {
    **DEFAULT_KEYWORDS,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext_lazy": (1, 2),
    "pgettext_lazy": ((1, "c"), 2),
}


def offered_languages() -> list[str]:
    os.environ["WHIO_DEBUG"] = "1"
    sys.path.insert(0, str(ROOT))
    from calculator import settings

    return [code for code, _name in settings.LANGUAGES if code != SOURCE_LANGUAGE]


def locale_name(language: str) -> str:
    """zh-hans is kept in zh_Hans, as Django does."""
    from django.utils.translation import to_locale

    return str(to_locale(language))


def catalogue(folder: Path, language: str) -> Path:
    return folder / locale_name(language) / "LC_MESSAGES" / "django.po"


def texts() -> Catalog:
    """Every text in the code and the templates for visitors, in the order of the files."""
    found = Catalog()
    for folder in ("calculator", "templates"):
        for name, line, message, comments, context in extract_from_dir(
            ROOT / folder, METHODS, OPTIONS, KEYWORDS, directory_filter=for_visitors
        ):
            found.add(message, None, [(f"{folder}/{name}", line)], (), comments, context=context)
    return found


def for_visitors(folder: str) -> bool:
    return Path(folder).name not in NOT_FOR_VISITORS


def written(catalog: Catalog) -> bytes:
    """A catalogue as it is kept: without the moment it was made, which would change every time."""
    file = BytesIO()
    write_po(
        file, catalog, width=100, sort_by_file=True, ignore_obsolete=True, include_lineno=False
    )
    return re.sub(rb'^"(POT-Creation|PO-Revision)-Date:.*\n', b"", file.getvalue(), flags=re.M)


def kept(path: Path, language: str) -> Catalog:
    """The catalogue of a language as it stands in the project; an empty one where there is none."""
    if not path.exists():
        return Catalog(locale=locale_name(language), project="wat-houd-ik-over", fuzzy=False)
    with path.open("rb") as file:
        return read_po(file, locale=locale_name(language))


def by_text(catalog: Catalog) -> dict[tuple[object, object], Message]:
    return {(message.context, message.id): message for message in catalog if message.id}


def problems(language: str, catalog: Catalog, found: Catalog) -> list[str]:
    have, want = by_text(catalog), by_text(found)
    wrong = [f"{language}: not extracted: {key[1]!r}" for key in want if key not in have]
    wrong += [f"{language}: no longer used: {key[1]!r}" for key in have if key not in want]
    for (_context, text), message in have.items():
        strings = message.string if isinstance(message.string, tuple) else (message.string,)
        if message.fuzzy:
            wrong.append(f"{language}: doubtful (fuzzy): {text!r}")
        elif not all(strings):
            wrong.append(f"{language}: not translated: {text!r}")
        else:
            wrong += [f"{language}: {error}: {text!r}" for error in message.check()]
            wrong += [f"{language}: {error}: {text!r}" for error in lost_names(message, strings)]
    return wrong


def lost_names(message: Message, strings: tuple[str, ...]) -> list[str]:
    """Names in the text, such as %(amount)s, that a translation forgot or invented."""
    ids = message.id if isinstance(message.id, tuple) else (message.id,)
    named = re.compile(r"%\((\w+)\)|\{(\w+)\}")
    known = {name for text in ids for name in named.findall(text)}
    # A singular may leave its number out ("one month"); the last form must name everything.
    used = [set(named.findall(text)) for text in strings]
    errors = [f"unknown name {name}" for names in used for name in names - known]
    return errors + [f"name {name} is gone" for name in known - used[-1]]


def main() -> int:
    languages = offered_languages()
    found = texts()
    wrong = []
    for language in languages:
        path = catalogue(ROOT / "locale", language)
        catalog = kept(path, language)
        if "--update" in sys.argv[1:]:
            # a text that changed must be translated again: no guesses
            catalog.update(found, no_fuzzy_matching=True, update_creation_date=False)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(written(catalog))
        else:
            wrong += problems(language, catalog, found)
    for problem in wrong:
        print(problem, file=sys.stderr)
    if wrong:
        return 1
    if "--update" not in sys.argv[1:]:
        print(f"Translations are complete: {', '.join(languages)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
