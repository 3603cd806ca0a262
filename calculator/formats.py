"""Numbers, amounts and dates as people read them, per language (CLDR, through Babel)."""

from datetime import date
from decimal import Decimal
from functools import lru_cache

from babel import Locale
from babel.dates import format_date as babel_date
from babel.numbers import format_currency, format_decimal, format_percent

DEFAULT_LANGUAGE = "nl"
#: the English of Europe: 22 November 2026, not November 22
LOCALES = {"en": "en_GB"}


@lru_cache(maxsize=32)
def locale_of(language: str | None) -> Locale:
    """The locale of a language code of the site."""
    code = language or DEFAULT_LANGUAGE
    return Locale.parse(LOCALES.get(code, code).replace("-", "_"))


def format_money(amount: Decimal, language: str | None, *, whole: bool = False) -> str:
    """An amount in euro; ``whole`` leaves the cents out."""
    return str(
        format_currency(
            amount,
            "EUR",
            format=_whole_pattern(language) if whole else None,
            locale=locale_of(language),
            currency_digits=not whole,
        )
    )


@lru_cache(maxsize=32)
def _whole_pattern(language: str | None) -> str:
    pattern = locale_of(language).currency_formats["standard"].pattern
    return str(pattern).replace("0.00", "0")


def format_number(number: Decimal, language: str | None) -> str:
    """A number with the separators of the language."""
    return format_decimal(number, locale=locale_of(language))


def format_share(fraction: Decimal, language: str | None) -> str:
    """A fraction as a percentage, with all the digits that it has."""
    digits = max(0, -int(fraction.normalize().as_tuple().exponent) - 2)
    pattern = "#,##0" + ("." + "0" * digits if digits else "") + "%"
    return format_percent(fraction, format=pattern, locale=locale_of(language))


def format_date(day: date, language: str | None) -> str:
    """A date in full: 14 mei 1988."""
    return babel_date(day, format="long", locale=locale_of(language))
