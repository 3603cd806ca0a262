"""What each error says, in the reader's language. No message repeats what was typed."""

from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_noop as _

from calculator.formats import format_date, format_money
from calculator.rules.situation import Problem

MESSAGES = {
    "required": _("Dit antwoord ontbreekt."),
    "unknown_field": _("Dit veld bestaat niet."),
    "not_a_choice": _("Dit is geen van de mogelijke antwoorden."),
    "not_a_number": _("Dit is geen getal. Schrijf bijvoorbeeld 1250.50."),
    "not_a_whole_number": _("Dit is geen heel getal."),
    "too_many_decimals": _("Dit getal heeft te veel cijfers achter de komma."),
    "negative": _("Dit kan niet lager zijn dan 0."),
    "too_low": _("Dit getal is te laag. Het laagste is %(minimum)s."),
    "too_high": _("Dit getal is te hoog. Het hoogste is %(maximum)s."),
    "not_a_date": _("Dit is geen datum die bestaat. Schrijf bijvoorbeeld 1988-05-14."),
    "not_a_month": _("Dit is geen maand. Schrijf bijvoorbeeld 2026-12."),
    "not_yes_or_no": _("Antwoord met ja of nee (true of false)."),
    "not_a_list": _("Hier hoort een lijst."),
    "not_an_object": _("Hier hoort een object met velden."),
    "not_text": _("Hier hoort tekst."),
    "too_long": _("Deze tekst is te lang."),
    "too_many": _("Dit zijn er te veel."),
    "invalid_json": _("Dit is geen geldige JSON."),
    "unreadable_file": _("Dit bestand is niet te lezen."),
    "too_large": _("Dit bericht is te groot."),
    "date_not_covered": _(
        "Voor deze datum hebben wij geen regels. Kies een datum van %(first)s tot en met %(last)s."
    ),
    "month_not_covered": _(
        "Voor deze maand hebben wij geen regels. Kies een maand van %(first)s tot en met %(last)s."
    ),
    "after_rules_date": _("Deze datum ligt na %(rules_date)s. Controleer het jaar."),
    "before_first_day": _("Deze dag ligt vóór de eerste dag."),
    "under_18": _(
        "U bent jonger dan 18 jaar. Voor u gelden andere regels. "
        "Bel UWV of vraag het aan het Jongerenloket van uw gemeente."
    ),
    "aow_age": _(
        "U heeft de AOW-leeftijd bereikt. Uw uitkering van UWV stopt dan. "
        "De Sociale Verzekeringsbank (SVB) kan u helpen."
    ),
    "no_hours": _("Dit kan niet 0 zijn. Vul in hoeveel uur per week u werkte."),
    "no_benefit": _("Kies de uitkering die u heeft."),
    "combination_not_covered": _(
        "Deze uitkeringen samen kunnen wij niet uitrekenen. Vraag het aan UWV."
    ),
    "above_maximum_dagloon": _(
        "Dit is hoger dan het hoogste maandloon (%(maximum)s). "
        "Vul het maandloon in waarmee UWV rekent. "
        "Het hogere loon hoort bij 'ongemaximeerd_maandloon'."
    ),
    "below_maandloon": _("Dit kan niet lager zijn dan het maandloon."),
    "wajong2015_arbeidsvermogen": _(
        "Met Wajong 2015 heeft u volgens UWV geen arbeidsvermogen. Controleer uw brief van UWV."
    ),
    "wajong2015_garantiebedrag": _("Bij de Wajong 2015 bestaat geen garantiebedrag."),
    "partner_under_18": _("Uw partner is jonger dan 18 jaar. Controleer de datum."),
    "too_long_ago": _("Deze datum is te lang geleden. Controleer het jaar."),
    "above_wage": _("De pensioenpremie kan niet hoger zijn dan het loon."),
    "too_many_plans": _("Vul hoogstens %(maximum)s plannen in."),
    "id_now": _("Een plan kan niet 'now' heten. Zo heet uw situatie nu."),
    "id_twice": _("Twee plannen heten hetzelfde."),
    "low_above_high": _("Het laagste loon is hoger dan het hoogste loon."),
    "unknown_municipality": _("Deze gemeente bestaat niet. Gebruik de code van het CBS."),
}


def _readable(name: str, value: Any) -> str:
    if isinstance(value, date):
        return format_date(value, get_language())
    if isinstance(value, Decimal) and name == "maximum":
        return format_money(value, get_language())
    return str(value)


def message_of(problem: Problem) -> str:
    """The message of a problem in the active language."""
    text: str = gettext(MESSAGES.get(problem.code, MESSAGES["not_a_choice"]))
    params = {name: _readable(name, value) for name, value in problem.params.items()}
    return text % params if "%(" in text else text


def as_errors(problems: list[Problem]) -> dict[str, Any]:
    """The contract's answer to a question that can't be answered."""
    return {
        "errors": [
            {"path": problem.path, "code": problem.code, "message": message_of(problem)}
            for problem in problems
        ]
    }
