"""Are the texts on the site complete in every language we offer?

Without arguments it fails when a text is missing, empty or doubtful (fuzzy) in a language, or
when the catalogue no longer matches the texts in code and templates. With --update it renews
the catalogues from code and templates.

Dutch needs no catalogue: the texts in the code are Dutch.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parent.parent
SOURCE_LANGUAGE = "nl"
#: the back office and what only editors read is Dutch in every language
NOT_FOR_VISITORS = (
    "static",
    "__pycache__",
    "backoffice",
    "municipalities",
    "admin",
    "403.html",
    "403_csrf.html",
)


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


def new_catalogue(language: str) -> str:
    """An empty catalogue; gettext's own would be marked as doubtful as a whole."""
    name = locale_name(language)
    plural_forms = Catalog(locale=name).plural_forms
    return f"""msgid ""
msgstr ""
"Project-Id-Version: wat-houd-ik-over\\n"
"Language: {name}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: {plural_forms}\\n"
"""


def extract(languages: list[str], into: Path) -> None:
    """Renews the catalogues under `into`/locale from the code and templates of the project.

    Works on a copy of the texts alone, so that nothing else on the disk is read as source.
    """
    for folder in ("calculator", "templates"):
        shutil.copytree(
            ROOT / folder, into / folder, ignore=shutil.ignore_patterns(*NOT_FOR_VISITORS)
        )
    if (ROOT / "locale").exists():
        shutil.copytree(ROOT / "locale", into / "locale")
    for language in languages:
        if not (path := catalogue(into / "locale", language)).exists():
            path.parent.mkdir(parents=True)
            path.write_text(new_catalogue(language), "utf-8")
    command = [sys.executable, "-m", "django", "makemessages", "--verbosity=0"]
    command += ["--no-wrap", "--no-obsolete", "--add-location=file"]
    command += [f"--locale={locale_name(language)}" for language in languages]
    environment = {key: value for key, value in os.environ.items() if "DJANGO" not in key}
    subprocess.run(command, cwd=into, env=environment, check=True)
    for language in languages:
        path = catalogue(into / "locale", language)
        # The moment of extraction would make every run a change.
        text = re.sub(r'^"POT-Creation-Date:.*\n', "", path.read_text("utf-8"), flags=re.M)
        path.write_text(text, "utf-8")


def messages(path: Path, language: str) -> dict[tuple[object, object], Message]:
    with path.open("rb") as file:
        catalog = read_po(file, locale=locale_name(language))
    return {(message.context, message.id): message for message in catalog if message.id}


def problems(language: str, now: Path, renewed: Path) -> list[str]:
    if not now.exists():
        return [f"{language}: no catalogue; run make messages and translate it"]
    have, want = messages(now, language), messages(renewed, language)
    found = [f"{language}: not extracted: {key[1]!r}" for key in want if key not in have]
    found += [f"{language}: no longer used: {key[1]!r}" for key in have if key not in want]
    for (_context, text), message in have.items():
        strings = message.string if isinstance(message.string, tuple) else (message.string,)
        if message.fuzzy:
            found.append(f"{language}: doubtful (fuzzy): {text!r}")
        elif not all(strings):
            found.append(f"{language}: not translated: {text!r}")
        else:
            found += [f"{language}: {error}: {text!r}" for error in message.check()]
            found += [f"{language}: {error}: {text!r}" for error in lost_names(message, strings)]
    return found


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
    with tempfile.TemporaryDirectory() as folder:
        extract(languages, Path(folder))
        renewed = Path(folder) / "locale"
        if "--update" in sys.argv[1:]:
            for language in languages:
                target = catalogue(ROOT / "locale", language)
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(catalogue(renewed, language), target)
            return 0
        found = [
            problem
            for language in languages
            for problem in problems(
                language, catalogue(ROOT / "locale", language), catalogue(renewed, language)
            )
        ]
    for problem in found:
        print(problem, file=sys.stderr)
    if found:
        return 1
    print(f"Translations are complete: {', '.join(languages)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
