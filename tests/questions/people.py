"""The personas as they fill in the form, and the small tools with which tests send and read it."""

from copy import deepcopy
from datetime import date
from html.parser import HTMLParser
from typing import Any

from django import forms
from django.utils.translation import override

from calculator.questions.fields import AmountField, DayField, HoursField, PercentageField
from calculator.questions.form import QuestionsForm

DAY = date(2026, 11, 22)

Answers = dict[str, Any]

NO_WORK_NOW = {"works_now": "no", "now_korting": "benefit"}
ALONE = {"has_partner": "no", "children": "0", "others": "0"}


def job(prefix: str, gross: str, per: str = "month", **other: str) -> Answers:
    """The answers about one job: holiday pay in May, no pension contribution, no travel cost.

    A plan begins in December and doesn't end; the wage is the same every month.
    """
    said = {
        "gross": gross,
        "per": per,
        "vakantiegeld": "yearly",
        "pension": "0",
        "travel": "0",
        "until": "none",
        **({} if prefix == "now" else {"kind": "work", "varies": "no"}),
        **other,
    }
    start = {"start": "2026-12"} if prefix == "plan0" else {}
    return {f"{prefix}_{name}": value for name, value in said.items()} | start


#: persona 1: 29, Wajong with work capacity, rents alone in Utrecht, 16 hours at minimum wage
WAJONG_RENTER: Answers = {
    "birth_date": "14-05-1997",
    "benefit": ["wajong"],
    "wajong_regime": "Wajong2010",
    "wajong_arbeidsvermogen": "yes",
    "wajong_garantie": "no",
    **NO_WORK_NOW,
    **job("plan0", "14,99", "hour", hours="16", dispensatie="no"),
    "plan0_korting": "work",
    "home_kind": "rent",
    "kale_huur": "650",
    "municipality": "Utrecht",
    "low_income": "60",
    "vermogen": "2.500",
    **ALONE,
}

#: persona 1 with loondispensatie: a loonwaarde of 60%
WAJONG_DISPENSATIE: Answers = WAJONG_RENTER | {
    "plan0_gross": "624",
    "plan0_per": "month",
    "plan0_dispensatie": "yes",
    "plan0_loonwaarde": "60",
}
del WAJONG_DISPENSATIE["plan0_hours"]

#: persona 2: 58, WW, own house, working partner, offered 24 hours
WW_OWNER: Answers = {
    "birth_date": "3-2-1968",
    "benefit": ["ww"],
    "ww_maandloon": "3.100,00",
    "ww_loon_per": "month",
    "ww_first_day": "1-9-2026",
    "ww_last_day": "31-8-2028",
    **NO_WORK_NOW,
    **job("plan0", "19,50", "hour", hours="24", pension="12,50"),
    "plan0_korting": "work",
    "home_kind": "own",
    "municipality": "Amersfoort",
    "low_income": "0",
    "vermogen": "20000",
    "has_partner": "yes",
    "partner_birth_date": "30-09-1970",
    "partner_income": ["wage"],
    "partner_wage": "1800",
    "partner_insured": "yes",
    "children": "0",
    "others": "0",
}

#: persona 3: 41, WGA after the wage-related phase, two children, rents in Rotterdam
SINGLE_MOTHER: Answers = {
    "birth_date": "15-03-1985",
    "benefit": ["wga"],
    "wga_phase": "vervolg",
    "wga_maandloon": "2.800,00",
    "wga_loon_per": "month",
    "wga_class": "45-55",
    "wga_verdiencapaciteit": "1.250,00",
    **NO_WORK_NOW,
    **job("plan0", "500"),
    "plan0_korting": "work",
    "home_kind": "rent",
    "kale_huur": "700",
    "municipality": "Rotterdam",
    "low_income": "36",
    "vermogen": "1.500",
    "has_partner": "no",
    "children": "2",
    "child0_birth_date": "3-2-2020",
    "child0_care": "bso",
    "child0_care_when": "work",
    "child0_care_hours": "60",
    "child0_care_price": "9,75",
    "traject": "no",
    "child1_birth_date": "10-4-2013",
    "others": "0",
}

#: persona 4: 36, WW, works now and is paid every four weeks, partner without income, child of 3
AGENCY_WORKER: Answers = {
    "birth_date": "1-8-1990",
    "benefit": ["ww"],
    "ww_maandloon": "110",
    "ww_loon_per": "day",
    "ww_first_day": "15-6-2026",
    "ww_last_day": "14-6-2027",
    "works_now": "yes",
    **job("now", "300", "four_weeks", vakantiegeld="included"),
    "now_korting": "benefit",
    **job(
        "plan0",
        "1200",
        "four_weeks",
        vakantiegeld="included",
        travel="60",
        varies="yes",
        low="800",
        high="1600",
        until="2027-09",
    ),
    "plan0_korting": "work",
    "home_kind": "rent",
    "kale_huur": "820",
    "municipality": "Tilburg",
    "low_income": "unknown",
    "vermogen": "0",
    "has_partner": "yes",
    "partner_birth_date": "1-1-1992",
    "partner_income": ["none"],
    "partner_insured": "yes",
    "children": "1",
    "child0_birth_date": "20-6-2023",
    "child0_care": "none",
    "others": "0",
}

#: persona 5: 33, WW with a low wage, alone, a supplement that was never claimed
LOW_WAGE: Answers = {
    "birth_date": "9-9-1993",
    "benefit": ["ww"],
    "ww_maandloon": "1.900",
    "ww_loon_per": "month",
    "ww_first_day": "1-10-2026",
    "ww_last_day": "31-3-2027",
    **NO_WORK_NOW,
    **job("plan0", "400", "week"),
    "plan0_korting": "work",
    "home_kind": "rent",
    "kale_huur": "600",
    "municipality": "Amsterdam",
    "low_income": "12",
    "vermogen": "500",
    **ALONE,
}

#: the same with a flatmate: a lower norm of the Toeslagenwet, and an income more for huurtoeslag
WITH_FLATMATE: Answers = LOW_WAGE | {
    "others": "1",
    "other0_birth_date": "21-11-1990",
    "other0_kind": "other",
    "other0_income": "18.000",
}

#: persona 6: 52, IVA, wants to work four hours a week on own account
IVA_WORKER: Answers = {
    "birth_date": "2-12-1973",
    "benefit": ["iva"],
    "iva_maandloon": "3.400",
    "iva_loon_per": "month",
    **NO_WORK_NOW,
    "plan0_kind": "own",
    "start": "2026-12",
    "plan0_profit": "4.800",
    "plan0_own_hours": "4",
    "plan0_korting": "benefit",
    "home_kind": "own",
    "municipality": "Haarlem",
    "low_income": "60",
    "vermogen": "30.000",
    **ALONE,
}

#: persona 7: 20, Wajong 2015 without work capacity, at the parents'
WAJONG_AT_PARENTS: Answers = {
    "birth_date": "5-5-2006",
    "benefit": ["wajong"],
    "wajong_regime": "Wajong2015",
    **NO_WORK_NOW,
    **job("plan0", "200"),
    "plan0_korting": "benefit",
    "home_kind": "parents",
    "municipality": "Alphen aan den Rijn",
    "vermogen": "800",
    "has_partner": "no",
    "children": "0",
}

PEOPLE: dict[str, Answers] = {
    "wajong_renter": WAJONG_RENTER,
    "wajong_dispensatie": WAJONG_DISPENSATIE,
    "ww_owner": WW_OWNER,
    "single_mother": SINGLE_MOTHER,
    "agency_worker": AGENCY_WORKER,
    "low_wage": LOW_WAGE,
    "with_flatmate": WITH_FLATMATE,
    "iva_worker": IVA_WORKER,
    "wajong_at_parents": WAJONG_AT_PARENTS,
}


def form_of(answers: Answers | None, language: str = "nl") -> QuestionsForm:
    """The form as it is with these answers."""
    with override(language):
        return QuestionsForm(answers, today=DAY, language=language)


def sent(answers: Answers, **other: Any) -> Answers:
    """What the browser sends when the whole form was on the page."""
    form = form_of(answers | other)
    return {"shown": form.names(), "plans": str(form.plan_count), **answers, **other}


def filled_up(answers: Answers) -> Answers:
    """The answers with the first usable answer wherever a question is still open."""
    said = deepcopy(answers)
    while True:
        form = form_of(said)
        changed = False
        for name, field in form.fields.items():
            # another answer may have taken this choice away
            if type(field) is forms.ChoiceField and name in said:
                choices = [value for value, _label in field.choices if value]
                if said[name] not in choices:
                    said[name] = choices[0]
                    changed = True
        open_questions = [name for name in form.fields if name not in said]
        for name in open_questions:
            usual = _usual(name, form.fields[name])
            if usual is not None:
                said[name] = usual
                changed = True
        if not changed:
            break
    # an answer to a question that is no longer there isn't sent either
    return {name: value for name, value in said.items() if name in form.fields or name == "plans"}


#: first and last days of benefits that were there before, and end within the calendar
USUAL_DAYS = {
    "ww_first_day": "1-9-2026",
    "ww_last_day": "31-8-2027",
    "wga_first_day": "1-3-2026",
    "wga_phase_until": "28-2-2027",
}


def _usual(name: str, field: forms.Field) -> Any:
    if name == "partner_income":
        return ["none"]
    if isinstance(field, forms.BooleanField | forms.MultipleChoiceField) or not field.required:
        return None
    if isinstance(field, forms.ChoiceField):
        return next(value for value, _label in field.choices if value)
    if name in USUAL_DAYS:
        return USUAL_DAYS[name]
    if isinstance(field, DayField):
        return "1-2-2015" if name.startswith("child") else "1-2-1995"
    if isinstance(field, PercentageField):
        return "60"
    if isinstance(field, HoursField):
        return "16"
    assert isinstance(field, AmountField)
    return "100"


class _Reader(HTMLParser):
    """Reads what stands in the form ``questions`` of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.inside = False
        self.values: dict[str, list[str]] = {}
        self.select = ""
        self.first = ""
        self.chosen: list[str] = []
        self.texts: dict[str, str] = {}
        self.ids: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        if "id" in said:
            self.ids.append(said["id"])
            self.texts.setdefault(said["id"], "")
        if tag == "form" and said.get("id") == "questions":
            self.inside = True
        if not self.inside:
            return
        if tag == "input":
            picks = said.get("type") in ("radio", "checkbox")
            if not picks or "checked" in said:
                self.values.setdefault(said["name"], []).append(
                    said.get("value", "on" if picks else "")
                )
        elif tag == "select":
            self.select, self.first, self.chosen = said["name"], "", []
        elif tag == "option":
            self.first = self.first or said.get("value", "")
            if "selected" in said:
                self.chosen.append(said.get("value", ""))

    def handle_endtag(self, tag: str) -> None:
        if tag == "select" and self.select:
            self.values[self.select] = self.chosen or [self.first]
            self.select = ""
        elif tag == "form":
            self.inside = False


def filled_in(html: str) -> dict[str, list[str]]:
    """Every answer that stands in the form of a page: what the browser would send next."""
    reader = _Reader()
    reader.feed(html)
    return reader.values


def ids_of(html: str) -> list[str]:
    """Every id on a page."""
    reader = _Reader()
    reader.feed(html)
    return reader.ids


def as_lists(answers: Answers) -> dict[str, list[str]]:
    """Answers the way a page shows them: a list per question."""
    return {
        name: list(value) if isinstance(value, list) else [value] for name, value in answers.items()
    }
