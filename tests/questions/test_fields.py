"""What people type in a field, and how it is read."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.utils.translation import override

from calculator.questions.fields import (
    AmountField,
    DayField,
    HoursField,
    MunicipalityField,
    PercentageField,
    parse_amount,
)

NO_BREAK, NARROW, THIN = "\u00a0", "\u202f", "\u2009"

AMOUNTS = [
    ("1250", "1250"),
    ("1.250,50", "1250.50"),
    ("€ 1.250,50", "1250.50"),
    ("€1250", "1250"),
    ("1250 €", "1250"),
    ("EUR 1250", "1250"),
    ("1250 euro", "1250"),
    ("\u0661\u0662\u0665\u0660,\u0665\u0660", "1250.50"),  # Arabic digits
    ("\u06f1\u06f2\u06f5\u06f0", "1250"),  # Persian digits
    ("\uff11\uff12", "12"),  # full width digits
    ("1,250.50", "1250.50"),
    ("1250.50", "1250.50"),
    ("1250,5", "1250.50"),
    ("1250.5", "1250.50"),
    ("1250,-", "1250"),
    ("1250.-", "1250"),
    ("1.250,-", "1250"),
    ("12.50", "12.50"),
    ("12,50", "12.50"),
    ("1.250", "1250"),
    ("1,250", "1250"),
    ("1.250.000", "1250000"),
    ("1.250.000,75", "1250000.75"),
    ("1,250,000.75", "1250000.75"),
    ("1 250", "1250"),
    ("1 250,50", "1250.50"),
    (f"1{NO_BREAK}250", "1250"),
    (f"€{NO_BREAK}1.250,50", "1250.50"),
    (f"1{NARROW}250,50", "1250.50"),
    (f"1{THIN}250,50", "1250.50"),
    ("  1250\t", "1250"),
    ("1'250.50", "1250.50"),
    ("1\u2019250.50", "1250.50"),
    ("0", "0"),
    ("0,00", "0"),
    ("007", "7"),
    ("14,99", "14.99"),
    # a last group of two digits is cents, also where both signs are the same
    ("12,345,67", "12345.67"),
    ("12.345.67", "12345.67"),
    ("-5", "-5"),
    ("\u22125,50", "-5.50"),
    ("€ -5", "-5"),
]


@pytest.mark.parametrize(("typed", "amount"), AMOUNTS)
def test_an_amount_is_read_as_people_write_it(typed, amount):
    assert parse_amount(typed) == Decimal(amount)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        " ",
        "-",
        "€",
        "veel",
        "1250 euro bruto",
        "12a",
        "1,2,3",
        "1.2.3",
        "12.34.567",
        "1250.000",
        "1.25,00,00",
        ",50",
        "50,",
        "1..5",
        "1,,5",
        "--5",
        "5-",
        "1e3",
        "1_000",
        "0x10",
        "NaN",
        "Infinity",
        "\u00b2",
        "1250\x00",
        "9" * 25,
        "9" * 5000,
        "1." * 2000 + "000",
    ],
)
def test_what_is_no_amount_is_never_guessed(typed):
    assert parse_amount(typed) is None


@pytest.mark.parametrize("typed", ["12.345,6", "12,345.6", "12 345,6", "12345,60", "12345.6"])
def test_the_way_of_writing_does_not_change_the_amount(typed):
    assert parse_amount(typed) == Decimal("12345.6")


def message_of(field, typed):
    with override("nl"), pytest.raises(ValidationError) as refused:
        field.clean(typed)
    return refused.value.code, str(refused.value.messages[0])


@pytest.mark.parametrize(
    ("typed", "code", "words"),
    [
        ("veel", "not_a_number", "kunnen wij niet lezen"),
        ("1,2,3", "not_a_number", "bijvoorbeeld 1250,50"),
        ("-5", "negative", "niet lager zijn dan 0"),
        ("100.000,01", "too_high", "hoger dan wij kunnen uitrekenen"),
        ("", "required", "Vul een bedrag in"),
        ("   ", "required", "Vul een bedrag in"),
    ],
)
def test_a_wrong_amount_is_refused_with_what_to_do(typed, code, words):
    said, message = message_of(AmountField(), typed)
    assert said == code
    assert words in message


def test_the_bounds_themselves_are_allowed():
    assert AmountField().clean("100.000,00") == 100_000
    assert AmountField().clean("0") == 0
    assert AmountField(required=False).clean("") is None


def test_hours_end_where_the_week_ends():
    assert HoursField().clean("80") == 80
    assert HoursField().clean("16,5") == Decimal("16.5")
    code, message = message_of(HoursField(), "80,5")
    assert code == "too_high"
    assert "80 uur per week" in message
    assert message_of(HoursField(), "")[1] == "Vul een aantal uren in."


@pytest.mark.parametrize("typed", ["60", "60%", "60 %", "60,0", "60.00%"])
def test_a_percentage_becomes_a_fraction(typed):
    assert PercentageField(highest=100).clean(typed) == Decimal("0.60")


def test_a_percentage_above_a_hundred_is_refused():
    assert message_of(PercentageField(highest=100), "101")[0] == "too_high"
    assert message_of(PercentageField(highest=100), "%")[0] == "required"


@pytest.mark.parametrize(
    "typed",
    [
        "14-5-1988",
        "14-05-1988",
        "14/05/1988",
        "14/5/1988",
        "14.05.1988",
        "14 05 1988",
        "14 5 1988",
        " 14-05-1988 ",
        "1988-05-14",
        "1988-5-14",
        "14 mei 1988",
        "14 May 1988",
        "14 - 05 - 1988",
        f"14{NO_BREAK}05{NO_BREAK}1988",
        "\u0661\u0664-\u0660\u0665-\u0661\u0669\u0668\u0668",  # Arabic digits
    ],
)
def test_a_day_is_read_as_people_write_it(typed):
    assert DayField().clean(typed) == date(1988, 5, 14)


def test_a_leap_day_is_a_day_in_a_leap_year_only():
    assert DayField().clean("29-02-2000") == date(2000, 2, 29)
    assert message_of(DayField(), "29-02-2001")[0] == "not_a_date"


@pytest.mark.parametrize(
    "typed",
    [
        "31-02-2000",
        "00-05-1988",
        "14-13-1988",
        "05-14-1988",
        "14-05-88",
        "14-05-0000",
        "14051988",
        "gisteren",
        "14 mei 1988x",
        "1988",
        "14--05-1988",
        "9" * 5000,
    ],
)
def test_what_is_no_day_is_refused_with_an_example(typed):
    code, message = message_of(DayField(), typed)
    assert code == "not_a_date"
    assert "14-05-1988" in message


def test_an_empty_day_is_asked_for():
    assert message_of(DayField(), "") == ("required", "Vul een datum in.")
    assert DayField(required=False).clean("") is None


# --- The municipality ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("Utrecht", "0344"),
        (" utrecht ", "0344"),
        ("Den Haag", "0518"),
        ("'s-Gravenhage", "0518"),
        ("gemeente Rotterdam", "0599"),
        ("Súdwest-Fryslân", "1900"),
        ("Hengelo", "0164"),
        ("", None),
    ],
)
def test_a_municipality_is_known_by_what_people_call_it(typed, code):
    assert MunicipalityField().clean(typed) == code


def test_a_municipality_that_we_do_not_know_gets_names_that_look_like_it():
    with pytest.raises(ValidationError) as error:
        MunicipalityField().clean("Utrect")
    assert "Bedoelt u Utrecht" in error.value.messages[0]


def test_two_municipalities_of_one_name_are_asked_back():
    with pytest.raises(ValidationError) as error:
        MunicipalityField().clean("Bergen")
    assert "Bergen (L.)" in error.value.messages[0]
    assert "Bergen (NH.)" in error.value.messages[0]


@pytest.mark.parametrize("typed", ["xqzw", "x" * 5000, "1234", "<script>"])
def test_what_is_no_municipality_says_what_to_type(typed):
    with pytest.raises(ValidationError) as error:
        MunicipalityField().clean(typed)
    assert "Vul de gemeente in" in error.value.messages[0]
