"""Numbers, amounts, dates and sites as people read them, per language (CLDR, through Babel)."""

from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import urlsplit

from babel import Locale
from babel.dates import format_date as babel_date
from babel.dates import format_skeleton
from babel.numbers import (
    format_currency,
    format_decimal,
    format_percent,
    get_currency_precision,
    get_currency_symbol,
    get_decimal_symbol,
    get_group_symbol,
)
from django.utils.safestring import SafeString

DEFAULT_LANGUAGE = "nl"
CURRENCY = "EUR"
#: the English of Europe: 22 November 2026, not November 22
LOCALES = {"en": "en_GB"}


@lru_cache(maxsize=32)
def locale_of(language: str | None) -> Locale:
    """The locale of a language code of the site."""
    code = language or DEFAULT_LANGUAGE
    return Locale.parse(LOCALES.get(code, code).replace("-", "_"))


def format_money(amount: Decimal, language: str | None, *, whole: bool = False) -> str:
    """An amount in euro; ``whole`` leaves the cents out. Nothing has no sign."""
    if whole:
        amount = amount.quantize(Decimal(1)) + 0
    form = _money_form(language, whole)
    if not form.thousands:
        locale = locale_of(language)
        pattern = locale.currency_formats["standard"].pattern
        return format_currency(
            amount,
            CURRENCY,
            format=pattern.replace("0.00", "0") if whole else pattern,
            locale=locale,
            currency_digits=not whole,
        )
    minus = amount.is_signed()
    digits = format(abs(amount), form.digits).translate(form.separators)
    # there is nothing in it that HTML would read otherwise
    written: str = SafeString(f"{form.before[minus]}{digits}{form.after[minus]}")
    return written


class _MoneyForm(NamedTuple):
    """How an amount is written in a language."""

    #: as Python's own formatting knows it: with commas between thousands, and a point
    digits: str
    #: what stands in their place
    separators: dict[int, str]
    #: around the digits; without and with a minus
    before: tuple[str, str]
    after: tuple[str, str]
    #: whether digits are grouped by three; some languages do otherwise
    thousands: bool


@lru_cache(maxsize=64)
def _money_form(language: str | None, whole: bool) -> _MoneyForm:
    """How an amount is written, with the sign of the euro in it.

    Prepared once for a language: a page holds hundreds of amounts, and the pattern of the locale
    is most of the work of writing one. Amounts themselves are kept nowhere.
    """
    locale = locale_of(language)
    pattern = locale.currency_formats["standard"]
    sign = get_currency_symbol(CURRENCY, locale)
    before, before_minus = pattern.prefix
    after, after_minus = pattern.suffix
    decimals = 0 if whole else get_currency_precision(CURRENCY)
    return _MoneyForm(
        digits=f",.{decimals}f",
        separators=str.maketrans({",": get_group_symbol(locale), ".": get_decimal_symbol(locale)}),
        before=(before.replace("¤", sign), before_minus.replace("¤", sign)),
        after=(after.replace("¤", sign), after_minus.replace("¤", sign)),
        thousands=pattern.grouping == (3, 3),
    )


def format_number(number: Decimal, language: str | None) -> str:
    """A number with the separators of the language."""
    if 0 <= number < 1000 and number == number.to_integral_value():
        # most numbers on a page are small and whole: no language writes those in its own way
        return str(int(number))
    return format_decimal(number, locale=locale_of(language))


def format_exact(number: Decimal, language: str | None) -> str:
    """A number with every decimal that it has: what the law says isn't rounded."""
    decimals = max(0, -int(number.normalize().as_tuple().exponent))
    pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
    return format_decimal(number, format=pattern, locale=locale_of(language))


def format_typed(number: Decimal, language: str | None) -> str:
    """A number as somebody types it: with cents where it has them, in the digits of a keyboard."""
    pattern = "#,##0.00" if number.as_tuple().exponent else "#,##0"
    return format_decimal(
        number, format=pattern, locale=locale_of(language), numbering_system="latn"
    )


def format_share(fraction: Decimal, language: str | None) -> str:
    """A fraction as a percentage, with all the digits that it has."""
    digits = max(0, -int(fraction.normalize().as_tuple().exponent) - 2)
    pattern = "#,##0" + ("." + "0" * digits if digits else "") + "%"
    return format_percent(fraction, format=pattern, locale=locale_of(language))


def format_date(day: date, language: str | None) -> str:
    """A date in full: 14 mei 1988."""
    return babel_date(day, format="long", locale=locale_of(language))


@lru_cache(maxsize=2048)
def format_by_skeleton(skeleton: str, day: date, language: str | None) -> str:
    """The parts of a date that a CLDR skeleton names, in the order of the language."""
    return str(format_skeleton(skeleton, day, locale=locale_of(language)))


@lru_cache(maxsize=2048)
def format_by_pattern(pattern: str, day: date, language: str | None) -> str:
    """A date by a CLDR pattern, such as the name of its month alone."""
    return str(babel_date(day, pattern, locale=locale_of(language)))


def site_name(address: str) -> str:
    """A site as people say it: uwv.nl; "" where there is none."""
    return (urlsplit(address).hostname or "").removeprefix("www.")
