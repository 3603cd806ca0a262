"""Amounts as Babel, which knows how every language writes them, writes them too."""

from decimal import Decimal

import pytest
from babel.numbers import format_currency
from django.conf import settings
from django.utils.html import conditional_escape
from hypothesis import given
from hypothesis import strategies as st

from calculator.formats import CURRENCY, format_money, locale_of

LANGUAGES = [code for code, _name in settings.LANGUAGES]
amounts = st.decimals(
    min_value=-10_000_000, max_value=10_000_000, allow_nan=False, allow_infinity=False
)


@pytest.mark.parametrize("language", LANGUAGES)
@given(amount=amounts)
def test_an_amount_is_written_as_babel_writes_it(language, amount):
    # an amount in euro is written with the two decimals of a cent
    assert format_money(amount, language) == format_currency(
        amount, CURRENCY, locale=locale_of(language)
    )


@pytest.mark.parametrize("language", LANGUAGES)
@given(amount=amounts)
def test_a_whole_amount_is_written_as_babel_writes_it(language, amount):
    locale = locale_of(language)
    pattern = locale.currency_formats["standard"].pattern.replace("0.00", "0")
    rounded = amount.quantize(Decimal(1)) + 0  # nothing has no sign
    assert format_money(amount, language, whole=True) == format_currency(
        rounded, CURRENCY, pattern, locale=locale, currency_digits=False
    )


@pytest.mark.parametrize(
    ("amount", "whole", "said"),
    [
        ("1234.5", False, "€\N{NO-BREAK SPACE}1.234,50"),
        ("-1234.5", False, "€\N{NO-BREAK SPACE}-1.234,50"),
        ("1234567.895", False, "€\N{NO-BREAK SPACE}1.234.567,90"),
        ("0.005", False, "€\N{NO-BREAK SPACE}0,00"),
        ("1499.5", True, "€\N{NO-BREAK SPACE}1.500"),
        ("-0.4", True, "€\N{NO-BREAK SPACE}0"),
    ],
)
def test_amounts_in_dutch(amount, whole, said):
    assert format_money(Decimal(amount), "nl", whole=whole) == said


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_amount_needs_no_escaping_and_stands_in_a_text_that_does(language):
    amount = format_money(Decimal("1234.5"), language)
    assert conditional_escape(str(amount)) == amount
    assert conditional_escape(f"<b>{amount}") == f"&lt;b&gt;{amount}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_groups_its_digits_by_three(language):
    # what writes amounts knows no other groups
    assert locale_of(language).currency_formats["standard"].grouping == (3, 3)
