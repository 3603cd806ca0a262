"""Form fields that read what people really type, whatever the language of the page.

``€ 1.250,50``, ``1250.5`` and ``1,250.50`` are the same amount; ``14-5-1988`` and
``14 05 1988`` the same day. What was typed is never changed.
"""

import re
import unicodedata
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from calculator.formats import locale_of
from calculator.municipalities.names import code_of, like

SPACES = re.compile(r"[\s\u00a0\u202f]+")
MONEY = re.compile(r"[0-9]+")
DAY = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})")
NAMED_DAY = re.compile(r"(\d{1,2})[-. ]([^\W\d]+\.?)[-. ](\d{4})")
CURRENCY = re.compile(r"€|eur(?:o|os)?", re.IGNORECASE)
#: a unit that is typed behind a number
HOURS = re.compile(r"(?<=\d)(?:uur|uren|u|hours?|h)$", re.IGNORECASE)
ISO_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
LONGEST = 24
CENTS = 2
THOUSANDS = 3
LONGEST_NAME = 80


def plain_digits(text: str) -> str:
    """Digits of any script (٣, ३) as 0 to 9."""
    return "".join(
        str(unicodedata.decimal(sign)) if sign.isdecimal() and not sign.isascii() else sign
        for sign in text
    )


@cache
def _months() -> dict[str, int]:
    """The names of the months in every language of the site, as people write them."""
    names = {}
    for language, _name in settings.LANGUAGES:
        for width in ("wide", "abbreviated"):
            for number, name in locale_of(language).months["format"][width].items():
                names[name.lower().rstrip(".")] = number
    return names


def parse_day(text: str) -> date | None:
    """The day that somebody typed, or None: 14-5-1988, 14 mei 1988, 1988-05-14."""
    typed = SPACES.sub(" ", plain_digits(text)).strip().lower()
    typed = re.sub(r" ?([-/.]) ?", r"\1", typed)
    numbers = DAY.fullmatch(typed)
    named = NAMED_DAY.fullmatch(typed)
    iso = ISO_DAY.fullmatch(typed)
    try:
        if numbers:
            return date(int(numbers[3]), int(numbers[2]), int(numbers[1]))
        if named and named[2].rstrip(".") in _months():
            return date(int(named[3]), _months()[named[2].rstrip(".")], int(named[1]))
        if iso:
            return date(int(iso[1]), int(iso[2]), int(iso[3]))
    except ValueError:
        pass
    return None


def parse_amount(text: str) -> Decimal | None:
    """The amount that somebody typed, or None where it is no amount.

    A separator followed by three digits groups thousands (nobody writes a tenth of a cent);
    followed by one or two digits at the end it is the decimal sign.
    """
    typed = CURRENCY.sub("", SPACES.sub("", plain_digits(text))).removesuffix(",-")
    typed = HOURS.sub("", typed)
    typed = typed.removesuffix(".-").replace("'", "").replace("\u2019", "")
    negative = typed.startswith(("-", "\u2212"))
    if negative:
        typed = typed[1:]
    parts = re.split(r"[.,]", typed)
    if len(typed) > LONGEST or not all(MONEY.fullmatch(part) and part.isascii() for part in parts):
        return None
    decimals = ""
    if len(parts) > 1 and len(parts[-1]) <= CENTS:
        decimals = parts.pop()
    if any(len(part) != THOUSANDS for part in parts[1:]):
        return None
    if len(parts) > 1 and len(parts[0]) > THOUSANDS:
        return None
    amount = Decimal("".join(parts) + (f".{decimals}" if decimals else ""))
    return -amount if negative else amount


class AmountField(forms.CharField):
    """An amount in euro, or a number of hours."""

    def __init__(self, *, lowest: int = 0, highest: int = 100_000, **kwargs: Any) -> None:
        self.lowest = lowest
        self.highest = highest
        super().__init__(strip=True, **kwargs)
        self.widget.attrs["inputmode"] = "decimal"
        self.error_messages["required"] = _("Vul een bedrag in.")

    def clean(self, value: Any) -> Decimal | None:
        """The amount; a message that says what to type where it is none."""
        text = super().clean(value)
        if not text:
            return None
        amount = parse_amount(text)
        if amount is None:
            raise ValidationError(
                _("Dit kunnen wij niet lezen. Schrijf alleen een getal, bijvoorbeeld 1250,50."),
                code="not_a_number",
            )
        if amount < self.lowest:
            raise ValidationError(_("Dit kan niet lager zijn dan 0."), code="negative")
        if amount > self.highest:
            raise ValidationError(
                _("Dit is hoger dan wij kunnen uitrekenen. Controleer het getal."),
                code="too_high",
            )
        return amount


class HoursField(AmountField):
    """A number of hours."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"highest": 80, **kwargs})
        self.error_messages["required"] = _("Vul een aantal uren in.")

    def clean(self, value: Any) -> Decimal | None:
        """The hours; more than a week can hold is a mistake."""
        try:
            return super().clean(value)
        except ValidationError as error:
            if error.code == "too_high":
                raise ValidationError(
                    _("Dit zijn meer uren dan kan. Vul hoogstens 80 uur per week in."),
                    code="too_high",
                ) from error
            raise


class PercentageField(AmountField):
    """A percentage; the clean value is a fraction."""

    def clean(self, value: Any) -> Decimal | None:
        """``60`` and ``60%`` are 0.60."""
        number = super().clean(str(value or "").replace("%", ""))
        return None if number is None else number / 100


class DayField(forms.CharField):
    """A date, typed as people write it: day, month, year."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(strip=True, **kwargs)
        self.widget.attrs |= {"inputmode": "numeric", "size": "12"}
        self.error_messages["required"] = _("Vul een datum in.")

    def clean(self, value: Any) -> date | None:
        """The day; a message with an example where it is none."""
        text = super().clean(value)
        if not text:
            return None
        day = parse_day(text)
        if day is not None:
            return day
        raise ValidationError(
            _(
                "Deze datum bestaat niet, of wij kunnen hem niet lezen. "
                "Schrijf bijvoorbeeld 14-05-1988."
            ),
            code="not_a_date",
        )


class MunicipalityField(forms.CharField):
    """A municipality by its name; the clean value is its CBS code."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(strip=True, required=False, **kwargs)
        self.widget.attrs |= {"list": "municipalities", "size": "24"}

    def clean(self, value: Any) -> str | None:
        """The code; a message with names that look like it where we don't know the name."""
        text = super().clean(value)
        if not text:
            return None
        code = code_of(text)
        if code is not None:
            return code
        names = like(text[:LONGEST_NAME])
        if names:
            raise ValidationError(
                _("Wij kennen deze gemeente niet. Bedoelt u %(names)s?")
                % {"names": _join_or(names)},
                code="unknown_municipality",
            )
        raise ValidationError(
            _(
                "Wij kennen deze gemeente niet. Vul de gemeente in, niet het dorp of de wijk. "
                "U mag dit ook leeg laten."
            ),
            code="unknown_municipality",
        )


def _join_or(names: list[str]) -> str:
    """``A, B of C``."""
    *first, last = names
    return (
        str(_("%(first)s of %(last)s") % {"first": ", ".join(first), "last": last})
        if first
        else last
    )
