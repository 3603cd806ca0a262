"""The calendar, the curve and the repayments on the page: words for all, sums that are right."""

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache
from html import unescape
from itertools import pairwise
from pathlib import Path
from typing import get_args
from xml.etree import ElementTree

import pytest
from babel.numbers import format_currency
from django.conf import settings
from django.template.loader import render_to_string
from django.utils.html import conditional_escape, strip_tags
from django.utils.translation import gettext, override

import calculator.rules
from calculator.contract.read import read
from calculator.formats import format_money, locale_of
from calculator.results import calendar_wording as wording
from calculator.results.calendar_bars import compared
from calculator.results.calendar_months import CalendarMonths
from calculator.results.calendar_page import CalendarPage
from calculator.rules import calculate, calendars, curve_of
from calculator.rules.calendar_year import ALLOWANCE, TOESLAGEN
from calculator.rules.figures import Unknown
from calculator.rules.jobs import Event
from calculator.rules.month import PARTNER_CODES, TE_KLEIN
from calculator.rules.outcome import RIGHTS
from calculator.rules.payments import paid_of_assessment
from calculator.rules.settlements import Reported
from calculator.rules.situation import Korting
from calculator.rules.timeline import amounts_in as amounts_of_month
from tests.contract.questions import EXAMPLE, FAMILY, put
from tests.results.households import CHILD_3, DAY, HOUSEHOLDS, job, question, wga, ww

LANGUAGES = [code for code, _name in settings.LANGUAGES]
RULES = Path(calculator.rules.__file__).parent
SOURCE = "\n".join(path.read_text("utf-8") for path in RULES.glob("**/*.py"))
CSS = Path(settings.BASE_DIR / "calculator/static/css/site.css")
ENDING = ("plans.0.work.0.until", "2027-06")
OWN_BUSINESS = {"kind": "self_employed", "profit_per_year": "9000", "hours_per_week": "10"}

QUESTIONS = HOUSEHOLDS | {
    "example": EXAMPLE,
    "family": FAMILY,
    "contract_ends": put(("plans.0.work.0.gross", "2200.00"), ENDING, ("months", 24)),
    "varying": put(("plans.0.work.0.gross_low", "900"), ("plans.0.work.0.gross_high", "1600")),
    "four_weekly": put(
        ("plans.0.work.0.per", "four_weeks"),
        ("plans.0.work.0.gross", "1100.00"),
        ("person.benefits.0.last_day", None),
        ("months", 13),
    ),
    "no_plans": put(("plans", [])),
    "one_month": put(("months", 1)),
    "benefit_later": put(("person.benefits.0.first_day", "2027-02-15")),
    "aow": put(("person.birth_date", "1960-01-20")),
    "aow_soon": put(("person.birth_date", "1959-12-20"), ("months", 6)),
    "unknown_wage": put(("plans.0.work.0.gross", None)),
    "july": put(
        ("rules_date", "2026-07-01"),
        ("start_month", "2026-07"),
        ("months", 3),
    ),
    "start_in_2025": put(("rules_date", "2025-08-01"), ("start_month", "2025-08")),
    "business": question(ww(arbeidsuren_per_week="32"), plans=[[OWN_BUSINESS]]),
    "startperiode": question(
        ww(arbeidsuren_per_week="32"), plans=[[OWN_BUSINESS | {"startperiode": True}]]
    ),
    "ww_stays_away": question(ww("1900"), plans=[[job("1733.33")]], korting="work"),
    "wga_changes": question(
        wga("loongerelateerd", "45-55", "1250", first_day="2026-11-20", phase_until="2027-06-15"),
        plans=[[job("900"), job("200")]],
        children=[CHILD_3],
    ),
}


@cache
def parts_of(name: str):
    """The outcomes of a household: they are the same in every language."""
    found = read(QUESTIONS[name], DAY)
    plans = found.household.plans
    return (
        calendars(found.household, found.start_month, found.months),
        curve_of(found.household, plans[0], coarse=True) if plans else None,
        calculate(found.household),
    )


def page_of(name: str, language: str = "nl") -> CalendarPage:
    """The page of a household."""
    found, curve, outcome = parts_of(name)
    names = ["Nu", *(f"Plan {place}" for place in range(1, len(found)))]
    return CalendarPage(found, curve, outcome, names, language)


def html_of(page: CalendarPage) -> str:
    """The three parts as they are sent."""
    return "".join(
        render_to_string(f"results/{name}.html", {"calendar": page, "show": "months"})
        for name in ("calendar", "curve", "repayments")
    )


def number(text: str, language: str = "nl") -> Decimal:
    """A written amount as a number."""
    bare = re.sub(r"[^\d.,\-\u2212]", "", text).replace("\u2212", "-")
    bare = bare.replace(".", "").replace(",", ".") if language == "nl" else bare.replace(",", "")
    return Decimal(bare)


def words(html: str) -> str:
    """What is read."""
    return " ".join(unescape(strip_tags(html)).replace("\u00a0", " ").split())


# --- Words for everything that the rules can say ------------------------------------------


def found_in_rules(pattern: str) -> set[str]:
    """Codes as they stand in the source of the rules."""
    found = set(re.findall(pattern, SOURCE))
    assert found, pattern
    return found


def test_every_event_has_words():
    assert found_in_rules(r'Event\(\s*"(\w+)"') == set(wording.EVENTS)


def test_every_reason_has_words():
    said = found_in_rules(r'reason="(\w+)"|Unknown\(\(\), "(\w+)"\)')
    codes = {code for pair in said for code in pair if code}
    assert codes == set(wording.REASONS)


def test_every_assumption_has_words():
    assert found_in_rules(r'said(?:\.append\(| \+= \[)"(\w+)"') == set(wording.ASSUMED)


def test_every_scenario_and_every_place_of_the_credit_has_words():
    assert list(get_args(Reported)) == list(wording.REPORTED)
    assert set(get_args(Korting)) == set(wording.KORTING_AT)


KINDS = {"ww", "wga", "iva", "wajong"}


def test_every_payment_has_words():
    codes = found_in_rules(r'(?:Payment\(|yield Payment\(\s*)[^"]*"\w+", "(\w+)"')
    codes |= KINDS | {"toeslagenwet", ALLOWANCE, "winst", "partner", *TOESLAGEN}
    assert codes == set(wording.PAYMENTS)
    payers = found_in_rules(r'(?:Payment\(|yield Payment\(\s*)[^"]*"(\w+)", ')
    payers |= found_in_rules(r'Payer\("(\w+)"')
    assert payers == set(wording.PAYERS)


def test_every_line_has_words():
    codes = found_in_rules(r'Line\("(\w+)", (?:None|"employer"|"self")')
    codes |= KINDS | {"toeslagenwet", ALLOWANCE, *TOESLAGEN, "belasting_winst", "zvw_winst"}
    codes |= {f"partner.{code}" for code in PARTNER_CODES.values()}
    codes |= {"employer.vakantiegeld", "uwv.vakantiegeld", "travel_cost", "kinderbijslag"}
    assert codes <= set(wording.LINES)


def test_every_change_at_a_wage_has_words():
    rights = KINDS | RIGHTS
    codes = {f"{name}.{change}" for name in rights for change in ("begint", "eindigt")}
    forms = found_in_rules(r'return "(loon\w+|vervolg\w*)"') | {"loongerelateerd"}
    codes |= {f"ww.{TE_KLEIN}", *(f"wga.{form}" for form in forms)}
    codes |= {f"loonheffingskorting.{at}" for at in (*get_args(Korting), "eindigt")}
    assert codes == set(wording.STEPS)


@pytest.mark.parametrize("name", QUESTIONS)
def test_everything_that_happens_to_a_household_has_words(name):
    found, curve, _ = parts_of(name)
    for calendar in found:
        for month in calendar.months:
            assert {event.code for event in month.events} <= set(wording.EVENTS)
            assert {payment.code for payment in month.payments} <= set(wording.PAYMENTS)
            assert {payment.payer for payment in month.payments} <= set(wording.PAYERS)
            assert {CalendarMonths.code_of(line) for line in month.lines} <= set(wording.LINES)
        for item in calendar.settlements:
            assert item.code in wording.LINES
            assert item.income in wording.SETTLED_INCOME
    for step in curve.steps if curve is not None else ():
        assert set(step.reasons) <= set(wording.STEPS)


# --- The calendar -------------------------------------------------------------------------


def tables(html: str) -> list[list[tuple[str, list[str]]]]:
    """The rows of every table: their kind, and the text of each cell."""
    found = []
    for table in re.findall(r"<table.*?</table>", html, re.S):
        rows = re.findall(r'<tr class="[^"]*?(?:row--(\w+))?">(.*?)</tr>', table, re.S)
        found.append(
            [
                (kind, [words(cell) for cell in re.findall(r"<t[hd].*?</t[hd]>", row, re.S)])
                for kind, row in rows
            ]
        )
    return found


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", QUESTIONS)
def test_what_comes_in_and_what_belongs_to_a_month_add_up(name, language):
    """Also what comes in, less what goes out of it, is what is left."""
    with override(language):
        page = page_of(name, language)
        for situation in page.situations:
            for month in situation.months:
                html = render_to_string(
                    "results/calendar_month.html", {"calendar": page, "month": month}
                )
                for table in tables(html):
                    assert table[-1][0] == "total"
                    so_far = Decimal(0)
                    for kind, cells in table:
                        if not any(letter.isdigit() for letter in cells[-1]):
                            continue
                        if kind in ("subtotal", "total"):
                            assert number(cells[-1], language) == so_far
                        else:
                            so_far += number(cells[-1], language)


@pytest.mark.parametrize("name", QUESTIONS)
def test_the_difference_with_now_is_that_of_the_two_amounts(name):
    page = page_of(name)
    *plans, now = page.situations
    for plan in plans:
        for month, month_now in zip(plan.months, now.months, strict=True):
            assert month.left.known == month.received.known
            if not (month.left.known and month_now.left.known):
                assert not month.difference
                continue
            more = number(month.left.text) - number(month_now.left.text)
            said = words(month.difference)
            if more:
                assert number(said) == abs(more)
                assert said.endswith(
                    "meer dan zonder plan" if more > 0 else "minder dan zonder plan"
                )
            else:
                assert said == "evenveel als zonder plan"


@pytest.mark.parametrize("name", QUESTIONS)
def test_an_amount_that_is_not_known_is_never_shown(name):
    page = page_of(name)
    for calendar, situation in zip(
        [*page.calendars[1:], page.calendars[0]], page.situations, strict=True
    ):
        for month, text in zip(calendar.months, situation.months, strict=False):
            unknown = isinstance(month.net, Unknown)
            assert text.net.known != unknown
            assert bool(text.lines) <= (not unknown)
            pieces = [isinstance(payment.amount, Unknown) for payment in month.payments]
            if any(pieces):
                assert not text.received.known
            if unknown and month.net.reason != "special_table_not_known":
                assert not text.received.known or all(
                    isinstance(payment.amount, Decimal) for payment in month.payments
                )
            if not text.received.known:
                assert text.reasons
            for payment, said in zip(page.months.in_order(month), text.payments, strict=True):
                assert said.amount.known == isinstance(payment.amount, Decimal)


def test_months_before_the_benefit_and_after_the_aow_have_no_amount():
    page = page_of("benefit_later")
    first = page.first().months[0]
    assert not first.received.known
    assert gettext(wording.REASONS["voor_uitkering"]) in first.reasons
    page = page_of("aow")
    last = page.first().months[-1]
    assert last.name == "januari 2027"
    assert not last.received.known
    assert gettext(wording.REASONS["aow_leeftijd"]) in last.reasons
    assert any("AOW" in text for text in last.events)
    assert "februari 2027" in page.not_shown()[0]


@pytest.mark.parametrize("name", ["aow", "contract_ends"])
def test_a_month_whose_toeslagen_are_for_an_unknown_month_has_no_sum(name):
    month = next(
        month
        for month in page_of(name).first().months
        if month.net.known and not month.received.known
    )
    assert month.reasons == [gettext(wording.TOESLAG_LATER)]


def test_months_without_rules_are_told_once():
    page = page_of("contract_ends")
    assert page.first().months[-1].name == "december 2027"
    assert "januari 2028" in page.not_shown()[0]
    assert gettext(wording.REASONS["rules_not_known"]) in page.not_shown()


def test_a_household_of_which_nothing_is_known_gets_a_reason_and_no_months():
    page = page_of("unknown_maandloon")
    assert not page.has_calendar()
    assert page.picture is None
    html = html_of(page)
    assert "<svg" not in html
    assert str(conditional_escape(gettext(wording.MISSING))) in html


@pytest.mark.parametrize("name", ["example", "wajong_renter"])
def test_the_months_of_other_situations_come_when_they_are_asked_for(name):
    page = page_of(name)
    first, *others = [situation.name for situation in page.situations]
    asked = render_to_string("results/calendar.html", {"calendar": page, "show": "months"})
    html = render_to_string("results/calendar.html", {"calendar": page})
    assert f"Alle maanden: {first}</summary>" in html
    assert html.count("</summary>") == 1 + len(page.first().months)
    button = re.search(r'<button [^>]*name="show" value="months"[^>]*>([^<]*)</button>', html)
    assert button[1] == f"Alle maanden: {', '.join(others)}"
    assert 'formaction="/nl/vragen/#other-months"' in button[0]
    assert 'id="other-months"' in html
    assert "<button" not in asked
    for other in others:
        assert f"Alle maanden: {other}</summary>" in asked
    assert ('<details class="details" open>' in asked) == (len(others) == 1)


def test_who_has_no_plan_is_not_offered_other_months():
    html = render_to_string("results/calendar.html", {"calendar": page_of("no_plans")})
    assert "other-months" not in html


def test_provisional_amounts_are_named_in_every_month_and_explained_once():
    page = page_of("example")
    html = render_to_string("results/calendar.html", {"calendar": page, "show": "months"})
    months = [month for item in page.situations for month in item.months]
    assert html.count('class="month__note">') == sum(month.provisional for month in months)
    assert [month.provisional for month in page.first().months] == [False, *[True] * 11]
    assert page.provisional_years() == "2027"
    assert "bedragen van 2027" in words(html)


@pytest.mark.parametrize("name", QUESTIONS)
def test_the_assessment_of_the_year_before_is_said_to_be_left_out(name):
    page = page_of(name)
    html = words(render_to_string("results/calendar.html", {"calendar": page}))
    start = page.now.months[0].month
    shown = [month.month for month in page.now.months[: page.months.shown]]
    if page.has_calendar() and (start[0], 7) in shown:
        assert f"De belastingaanslag over {start[0] - 1} staat er niet bij." in html
        july = page.now.months[shown.index((start[0], 7))]
        assert not any(payment.code == "aanslag" for payment in july.payments)
    else:
        assert "belastingaanslag" not in html


def test_the_assessment_is_left_out_in_the_first_july_alone():
    assert page_of("start_in_2025").assessment_left_out() == ""  # begins in August
    assert page_of("july").assessment_left_out() == "2025"
    assert page_of("example").assessment_left_out() == ""  # December to November


def months_of(name: str, place: int = 0):
    """The months of a situation, by name."""
    return {month.name: month for month in page_of(name).situations[place].months}


def test_what_happens_is_told_in_the_month_where_it_happens():
    now = months_of("example", -1)
    assert now["augustus 2027"].events == [
        "De laatste dag van uw WW is 31\u00a0augustus. UWV betaalt het laatste deel een maand "
        "later.",
        "UWV betaalt met uw laatste WW ook het vakantiegeld dat nog over is.",
    ]
    plan = months_of("example")
    assert plan["december 2026"].events == ["Uw nieuwe werk begint op 1\u00a0december."]
    assert "U krijgt vakantiegeld van UWV." in plan["mei 2027"].events


def test_holiday_pay_that_stops_the_ww_for_a_month_says_that_it_comes_back():
    months = months_of("contract_ends")
    may = " ".join(months["mei 2027"].events)
    assert "U krijgt vakantiegeld van uw werkgever. Daardoor is uw loon hoger" in may
    assert "Over mei krijgt u geen WW. In juni begint uw WW weer." in may
    assert "Uw contract stopt op 30\u00a0juni." in " ".join(months["juni 2027"].events)


def test_two_wages_in_a_month_make_the_ww_lower():
    texts = [text for month in months_of("four_weekly").values() for text in month.events]
    assert any(
        "twee keer loon" in text and ("lager" in text or "geen WW" in text) for text in texts
    )


def test_every_event_can_be_told():
    page = page_of("example")
    for code in wording.EVENTS:
        month = replace(page.now.months[3], events=[Event(code, date(2027, 3, 15), "")])
        calendar = replace(page.now, months=[*page.now.months[:3], month, *page.now.months[4:]])
        (text,) = page.months.events_of(calendar, 3)
        assert "%" not in text
        assert "None" not in text


def test_payments_say_day_payer_and_month():
    first = months_of("example")["december 2026"].payments
    said = [(p.around, p.day.replace("\u00a0", " "), p.what, p.about) for p in first]
    assert said == [
        (True, "10 december", "WW", "van UWV, over november"),
        (False, "21 december", "Zorgtoeslag", "van Dienst Toeslagen, voor januari"),
        (False, "21 december", "Huurtoeslag", "van Dienst Toeslagen, voor januari"),
        (True, "31 december", "Loon", "van uw werkgever, over december"),
    ]


def test_tax_that_has_to_be_paid_says_so():
    page = page_of("example")
    payment = next(p for month in page.now.months for p in month.payments if p.code == "aanslag")
    back = page.months.payment_text(payment._replace(amount=Decimal(300)))
    pay = page.months.payment_text(payment._replace(amount=Decimal(-300)))
    assert (back.what, back.about) == ("Belasting terug", "van de Belastingdienst, over 2026")
    assert (pay.what, pay.about) == ("U betaalt belasting bij", "aan de Belastingdienst, over 2026")
    assert number(pay.amount.text) == -300


def test_several_jobs_are_told_apart():
    payments = months_of("wga_changes")["februari 2027"].payments
    wages = [payment.what for payment in payments if payment.what.startswith("Loon")]
    assert wages == ["Loon van baan 1", "Loon van baan 2"]


# --- The pictures -------------------------------------------------------------------------


def drawings(html: str) -> list[ElementTree.Element]:
    """The pictures of a page, read as XML."""
    return [ElementTree.fromstring(svg) for svg in re.findall(r"<svg.*?</svg>", html, re.S)]  # noqa: S314


SVG = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", QUESTIONS)
def test_pictures_are_well_formed_and_say_what_they_show(name, language):
    with override(language):
        html = html_of(page_of(name, language))
    for svg in drawings(html):
        title, desc = svg.find(f"{SVG}title"), svg.find(f"{SVG}desc")
        assert title is not None and title.text and title.text.strip()
        assert desc is not None and desc.text and desc.text.strip()
        assert svg.get("aria-labelledby") == f"{title.get('id')} {desc.get('id')}"
        assert (svg.get("role"), svg.get("direction")) == ("img", "ltr")
        assert "width" not in svg.attrib and "height" not in svg.attrib
        _, _, width, height = (Decimal(item) for item in svg.get("viewBox").split())
        for item in svg.iter():
            assert "style" not in item.attrib
            assert not {"fill", "stroke"} & set(item.attrib)
            for key in ("x", "cx", "x1", "x2"):
                assert 0 <= Decimal(item.get(key, "0")) <= width
            for key in ("y", "cy", "y1", "y2"):
                assert 0 <= Decimal(item.get(key, "0")) <= height
        # letters of 15 units on a screen of 320 pixels (288 beside the margins): 12 or more
        assert Decimal(svg.get("font-size")) * 288 / width >= 12


@pytest.mark.parametrize("name", QUESTIONS)
def test_the_bars_and_the_sentence_are_those_of_the_months(name):
    page = page_of(name)
    picture = page.picture
    if picture is None:
        assert not page.picture_sentences()
        return
    shown = [page.situations[-1], *page.situations[:1]] if page.plans else page.situations
    for place, group in enumerate(picture.groups):
        for bar, situation in zip(group.bars, shown, strict=True):
            left = situation.months[place].left
            assert bar.known == left.known
            if bar.known:
                assert abs(number(bar.text) - number(left.text)) <= Decimal("0.5")
    known = [month for month in shown[-1].months if month.left.known]
    if not known:
        return
    amounts = [number(month.left.text) for month in known]
    said = words(page.picture_sentences()[-1])
    for month, extreme in (
        (known[amounts.index(max(amounts))], max(amounts)),
        (known[amounts.index(min(amounts))], min(amounts)),
    ):
        assert words(format_money(extreme, "nl", whole=True)) in said
        assert month.name in said or said.startswith("Elke maand")


@pytest.mark.parametrize("name", QUESTIONS)
def test_all_months_together_are_only_told_when_all_are_known(name):
    page = page_of(name)
    sentences = [words(text) for text in page.picture_sentences()]
    told = [text for text in sentences if "zonder plan" in text]
    months = [*page.situations[0].months, *page.situations[-1].months]
    if not page.plans or not all(month.left.known for month in months):
        assert not told
        return
    more = sum(number(month.left.text) for month in page.situations[0].months) - sum(
        number(month.left.text) for month in page.situations[-1].months
    )
    amount = words(format_money(abs(more), "nl", whole=True))
    assert amount in told[0] or "evenveel" in told[0]
    if "evenveel" not in told[0]:
        assert ("meer" in told[0]) == (more > 0)
    # the answer tells the same
    assert words(page.beside[0].together) == told[0]


def amounts_in(text: str) -> list[Decimal]:
    """The amounts of a text, in their order."""
    return [number(found) for found in re.findall(r"€\s?-?[\d.]+(?:,\d\d)?", words(text))]


@pytest.mark.parametrize("name", QUESTIONS)
def test_what_comes_in_and_what_goes_out_is_what_is_left_over_all_months(name):
    page = page_of(name)
    for place in range(1, len(page.calendars)):
        told = compared(page.calendars, page.months.shown, page.texts, place)
        if told is None or not told.made_of:
            continue
        first, *rest = [part for part in words(told.made_of).split(". ") if "€" in part]
        left = amounts_in(first)[0] * (-1 if "minder" in first else 1)
        for part in rest:
            left += amounts_in(part)[0] * (1 if "minder" in part else -1)
        said = words(told.sentence)
        expected = Decimal(0) if "evenveel" in said else amounts_in(said)[0]
        assert left == (-expected if "minder" in said else expected)


def test_childcare_goes_out_of_what_comes_in():
    """The toeslag comes in, but the bill of the childcare has to be paid from it."""
    page = page_of("family")
    assert page.has_costs()
    plan, now = page.situations[0], page.situations[-1]
    month = plan.months[1]
    costs = {cost.label: number(cost.cell.text) for cost in month.costs}
    lines = {line.label: number(line.cell.text) for line in month.lines}
    assert costs["U betaalt: kinderopvang"] == lines["Kosten van kinderopvang"] < 0
    assert number(month.left.text) == number(month.received.text) + sum(costs.values())
    more = number(month.left.text) - number(now.months[1].left.text)
    assert number(words(month.difference)) == abs(more)
    html = words(html_of(page))
    assert "blijft over:" in html
    assert "komt binnen:" not in html


def test_without_costs_the_months_say_what_comes_in():
    page = page_of("example")
    assert not page.has_costs()
    html = words(html_of(page))
    assert "komt binnen:" in html
    assert "blijft over:" not in html


def test_what_was_put_aside_for_tax_is_not_asked_twice():
    page = page_of("iva_own_business")
    plan = page.plans[0]
    july = next(it for it, month in enumerate(plan.months) if month.month == (2027, 7))
    text = page.first().months[july]
    costs = {cost.label: number(cost.cell.text) for cost in text.costs}
    year = next(item for item in plan.years if item.year == 2026)
    # what the months of 2026 put aside
    lines = [line for month in plan.months if month.month[0] == 2026 for line in month.lines]
    held = -sum(line.amount for line in lines if line.code in ("belasting_winst", "zvw_winst"))
    assert held > 0
    assert costs["Dit had u al opzij gezet"] == year.figures.belasting_op_winst + year.figures.zvw
    assert abs(held - costs["Dit had u al opzij gezet"]) <= Decimal("0.05")  # months in cents


@pytest.mark.parametrize("name", ["iva_own_business", "business", "wajong_own_business"])
def test_the_tax_that_was_put_aside_is_named_with_the_bill(name):
    page = page_of(name)
    for calendar, plan in zip(page.plans, page.repayments, strict=True):
        for year, text in zip(calendar.years, plan.years, strict=True):
            said = words(text.tax)
            paid = paid_of_assessment(year.figures.assessment, amounts_of_month((year.year, 12)))
            bill = year.figures.zvw - paid
            held = year.figures.belasting_op_winst + year.figures.zvw
            if held < 1 or bill < 1:
                continue
            assert "opzij gezet" in said or "opzij heeft gezet" in said
            if "nog" in said or "over." in said:
                asked, aside, rest = amounts_in(said)
                assert rest == abs(asked - aside)
            if bill - held < 50:
                assert text.tax_aside is None


def test_a_month_in_which_more_goes_out_says_so_and_why():
    page = page_of("example")
    payment = next(p for month in page.now.months for p in month.payments if p.code == "aanslag")
    place = next(it for it, month in enumerate(page.now.months) if payment in month.payments)
    month = page.now.months[place]
    bill = payment._replace(amount=Decimal(-9000))
    others = [item for item in month.payments if item is not payment]
    changed = replace(month, payments=[*others, bill])
    now = replace(
        page.now, months=[*page.now.months[:place], changed, *page.now.months[place + 1 :]]
    )
    other = CalendarPage([now], None, page.outcome, ["Nu"], "nl")
    text = other.first().months[place]
    assert number(text.goes_out) == 9000 - sum(item.amount for item in others)
    html = words(html_of(other))
    assert f"er gaat {words(text.goes_out)} af" in html
    assert "Dat komt door de belasting over 2026: € 9.000,00." in html


def test_a_benefit_is_named_with_the_toeslagenwet_that_it_is_paid_with():
    names = {p.what for month in months_of("single_mother").values() for p in month.payments}
    assert "WGA-uitkering en toeslag" in names
    assert "WGA-uitkering" not in names
    months = months_of("ww_at_the_maximum").values()
    names = {payment.what for month in months for payment in month.payments}
    assert "WW" in names
    assert "WW en toeslag" not in names


# --- The curve ----------------------------------------------------------------------------

WITH_CURVE = [name for name in QUESTIONS if page_of(name).curve is not None]


def test_there_are_households_with_and_without_a_curve():
    assert len(WITH_CURVE) > 20
    assert page_of("no_plans").curve is None
    assert page_of("business").curve is None


@pytest.mark.parametrize("name", WITH_CURVE)
def test_the_table_of_wages_holds_the_own_wage_the_drops_and_not_too_many_rows(name):
    page = page_of(name)
    _, curve, _ = parts_of(name)
    rows = page.curve.rows
    nets = {point.gross: point.net for point in curve.points}
    for row in rows:
        assert nets[number(row.gross)] == number(row.net)
    own = page.curve_table.own
    assert [number(row.gross) for row in rows if row.own] == ([own] if own is not None else [])
    shown = {number(row.gross) for row in rows}
    last = max(shown)
    dropped = [step for step in curve.steps if step.net_below - step.net >= 5]
    assert {step.gross for step in dropped if step.gross <= last} <= shown
    assert {number(row.gross) for row in rows if row.drop} == {
        step.gross for step in dropped if step.gross <= last
    }
    assert len(rows) <= 15 + len(dropped)
    assert {fall.lowest for fall in page.curve_table.falls} <= shown


@pytest.mark.parametrize("name", WITH_CURVE)
def test_what_stays_of_a_hundred_euro_leads_from_row_to_row(name):
    rows = page_of(name).curve.rows
    for before, row in pairwise(rows):
        if row.of_hundred == "–":
            continue
        earned = number(row.gross) - number(before.gross)
        net = number(before.net) + number(row.of_hundred) * earned / 100
        if row.drop:
            net -= number(words(row.drop))
        assert abs(net - number(row.net)) <= earned / 100 + 1


@pytest.mark.parametrize("name", WITH_CURVE)
def test_every_step_is_told_and_marked_where_it_is_drawn(name):
    page = page_of(name)
    _, curve, _ = parts_of(name)
    steps = page.curve.steps
    assert len(steps) == len(curve.steps)
    assert [mark.number for mark in page.curve.picture.marks] == [
        step.number for step in steps if step.number
    ]
    for said, step in zip(steps, curve.steps, strict=True):
        assert said.texts == [gettext(wording.STEPS[reason]) for reason in step.reasons]
        change = step.net - step.net_below
        if abs(change) >= 5:
            assert number(words(said.effect)) == abs(change)
            assert ("meer" in said.effect) == (change > 0)
        if step.better_off_from is not None:
            assert number(words(said.again)) == step.better_off_from
        assert said.drop == (change <= -5)
        if said.drop:
            assert said.again
        if "wajong.eindigt" in step.reasons and change >= 5:
            assert "jonggehandicaptenkorting" in said.again


@pytest.mark.parametrize("name", WITH_CURVE)
def test_the_line_goes_through_every_point_and_through_the_own_wage(name):
    page = page_of(name)
    picture = page.curve.picture
    places = [point for line in picture.lines for point in line.split()]
    xs = [Decimal(place.split(",")[0]) for place in places]
    assert xs == sorted(xs)
    if picture.own is not None:
        assert f"{picture.own.x},{picture.own.y}" in places


@pytest.mark.parametrize("name", WITH_CURVE)
def test_the_main_sentence_is_about_the_own_wage(name):
    page = page_of(name)
    own = page.curve_table.own
    if own is None:
        return
    said = words(page.curve.sentences[0])
    assert words(page.texts.wage(own)) in said
    more = page.curve_table.nets[own] - page.curve_table.nets[Decimal(0)]
    if said.startswith("Ja."):
        assert more > 0
        assert words(format_money(more, "nl")) in said
    elif "minder over dan zonder" in said:
        assert words(format_money(-more, "nl")) in said


def test_a_wage_in_a_dip_says_from_where_it_is_better():
    page = page_of("contract_ends")
    _, curve, outcome = parts_of("contract_ends")
    step = next(step for step in curve.steps if "ww.te_klein" in step.reasons)
    inside = next(point.gross for point in curve.points if point.gross > step.gross + 25)
    loon = next(line for line in outcome.situations[1].month.lines if line.code == "loon")
    changed = CalendarPage(page.calendars, curve, outcome, page.names, "nl")
    before, loon.amount = loon.amount, inside
    try:
        said = words(changed.curve.sentences[0])
    finally:
        loon.amount = before
    assert words(page.texts.wage(step.better_off_from)) in said
    nets = page.curve_table.nets
    assert f"{words(page.texts.money(step.net_below - nets[inside]))} per maand minder" in said
    against_nothing = page.texts.money(abs(nets[inside] - nets[Decimal(0)]))
    assert f"{words(against_nothing)} per maand" in said.rpartition("meer over.")[0] + said
    assert "zonder dit loon" in said


# --- Repayments ---------------------------------------------------------------------------


@pytest.mark.parametrize("name", QUESTIONS)
def test_repayments_are_those_of_the_rules_and_their_parts_add_up(name):
    page = page_of(name)
    shown = page.plans or [page.now]
    assert len(page.repayments) == len(shown)
    for calendar, plan in zip(shown, page.repayments, strict=True):
        for year, text in zip(calendar.years, plan.years, strict=True):
            scenarios = list(year.toeslagen.scenarios.values())
            known = not any(isinstance(item.repay, Unknown) for item in scenarios)
            assert bool(text.rows) == (known and any(item.repay for item in scenarios))
            for row, item in zip(text.rows, scenarios, strict=False):
                assert abs(number(row.repay.text) - item.repay) <= Decimal("0.5")
                assert 0 <= number(row.aside.text) - item.set_aside_per_month < 1
            for scenario in text.behind:
                *rows, total = scenario.rows
                for column in ("advance", "right", "settled"):
                    assert sum(number(getattr(row, column).text) for row in rows) == number(
                        getattr(total, column).text
                    )
            if not known:
                assert text.reasons


def test_who_has_nothing_to_repay_reads_one_sentence_and_no_table():
    page = page_of("wajong_at_parents")
    scenarios = [found for item in page.settled.scenarios for found in item.values()]
    if all(found.repay == 0 for found in scenarios):
        html = render_to_string("results/repayments.html", {"calendar": page})
        assert "toeslagen terug te betalen" in words(html) or "geen toeslag" in words(html)
        assert "Zet elke maand opzij" not in html


def test_telling_later_costs_more_and_the_page_says_when_it_is_settled():
    page = page_of("example")
    year = page.repayments[0].years[1]
    assert [row.label for row in year.rows] == ["Meteen", "Na drie maanden", "Niet"]
    amounts = [number(row.repay.text) for row in year.rows]
    assert amounts == sorted(amounts)
    assert amounts[-1] > 0
    assert "juli 2028" in year.settled and "december 2028" in year.settled
    assert "meteen" in words(page.repayment_sentence())


MUST_REPORT = "U moet uw nieuwe inkomen wel doorgeven aan Dienst Toeslagen."


@pytest.mark.parametrize("name", QUESTIONS)
def test_reporting_at_once_is_only_advised_where_it_makes_a_difference(name):
    page = page_of(name)
    differs = []
    for calendar, plan in zip(page.plans or [page.now], page.repayments, strict=True):
        for year, text in zip(calendar.years, plan.years, strict=True):
            found = [item.repay for item in year.toeslagen.scenarios.values()]
            if any(isinstance(figure, Unknown) for figure in found):
                return
            differs.append(len(set(found)) > 1)
            if differs[-1]:
                assert "In deze tabel ziet u" in text.sentence
            elif any(found):
                assert "betaalt over dit jaar evenveel terug" in text.sentence
                assert text.sentence.endswith(MUST_REPORT)
    said = words(page.repayment_sentence())
    if any(differs):
        assert "meteen" in said
        late = [it["after_three_months"].repay for it in page.settled.scenarios]
        if not any(late):
            assert "Wacht u langer" not in said
    else:
        assert "meteen" not in said
        assert page.plans == [] or "geen toeslagen." in said or said.endswith(MUST_REPORT)


def test_a_repayment_that_stays_the_same_is_no_reason_to_report_at_once():
    page = page_of("contract_ends")
    said = words(page.repayment_sentence())
    assert said.startswith("Ja, een deel van uw toeslagen. Dat bedrag blijft gelijk")
    assert said.endswith(MUST_REPORT)


def test_one_year_that_differs_is_enough_to_advise_to_report_at_once():
    page = page_of("contract_ends")
    scenarios = page.settled.scenarios[0]
    never = scenarios["never"]
    other = [item._replace(repay=item.repay + 100) for item in never.by_toeslag]
    page.settled.scenarios[0] = scenarios | {"never": replace(never, by_toeslag=other)}
    assert "meteen" in words(page.repayment_sentence())


def test_the_place_of_the_plan_is_marked_where_places_come_to_the_same():
    page = page_of("example")
    year = page.plans[0].years[1]
    same = [item._replace(assessment=Decimal(300)) for item in year.kortingen]
    rows = list(page.settled._kortingen(replace(year, kortingen=same)))
    assert len(same) > 1
    assert [row.chosen for row in rows] == [item.chosen for item in same]
    assert sum(row.chosen for row in rows) == 1


def test_little_that_is_not_asked_back_is_told():
    page = page_of("example")
    year = page.plans[0].years[1].toeslagen
    scenario = year.scenarios["never"]
    item = scenario.by_toeslag[0]._replace(repay=Decimal(0), not_recovered=Decimal(95))
    text = page.settled.scenario_text(replace(scenario, by_toeslag=[item]))
    assert "95,00" in text.left_alone[0]


def test_tax_that_will_be_asked_says_what_to_put_aside_until_then():
    page = page_of("example")
    year = page.plans[0].years[1]
    figures = replace(year.figures, assessment=Decimal("-1800.00"))
    text = page.settled.tax_aside(replace(year, figures=figures))
    assert number(re.search(r"€\s?[\d.]+", words(text)).group()) == 100
    assert "januari 2027 tot en met juni 2028" in words(text)
    assert (
        page.settled.tax_aside(replace(year, figures=replace(figures, assessment=Decimal(5))))
        is None
    )


@pytest.mark.parametrize("name", ["example", "family", "single_mother"])
def test_the_credit_elsewhere_is_told_in_words(name):
    page = page_of(name)
    html = words(render_to_string("results/repayments.html", {"calendar": page}))
    for calendar, plan in zip(page.plans, page.repayments, strict=True):
        for year, text in zip(calendar.years, plan.years, strict=True):
            assert len(text.kortingen) == len(year.kortingen)
            for row, item in zip(text.kortingen, year.kortingen, strict=True):
                amounts = amounts_of_month((year.year, 12))
                amount = paid_of_assessment(item.assessment, amounts) - year.figures.zvw
                expected = "back" if amount >= 1 else "pay" if amount <= -1 else "nothing"
                assert row.kind == expected
                assert row.at in html
                assert row.chosen == item.chosen
                if row.kind == "back":
                    assert f"u krijgt {words(row.amount)} terug" in html


def test_benefits_on_an_estimate_are_only_shown_where_there_are_any():
    assert not page_of("example").repayments[0].settlements
    found = page_of("varying").repayments[0].settlements
    assert found
    for text in found:
        for row in text.rows:
            assert row.repay == "–" or row.extra == "–"
    calendars_, _, _ = parts_of("varying")
    expected = [item.repay for item in calendars_[1].settlements if item.repay]
    shown = [number(row.repay) for text in found for row in text.rows if row.repay != "–"]
    assert shown == expected


@pytest.mark.parametrize("name", QUESTIONS)
def test_toeslagen_the_benefit_and_tax_have_their_own_answer(name):
    page = page_of(name)
    toeslagen, benefit, tax = page.repayment_answers()
    assert [item.about for item in (toeslagen, benefit, tax)] == [
        "Toeslagen",
        "Uitkering van UWV",
        "Belasting",
    ]
    for item in (toeslagen, benefit, tax):
        first = words(item.text).split()[0].strip(".,")
        assert first in ("Ja", "Nee", "Misschien", "Dat")
    shown = page.plans or [page.now]
    figures = [(year.year, year.figures) for calendar in shown for year in calendar.years]
    rests = [
        paid_of_assessment(item.assessment, amounts_of_month((year, 12)))
        + max(item.belasting_op_winst, 0)
        for year, item in figures
        if not isinstance(item.assessment, Unknown)
    ]
    said = words(tax.text)
    if len(rests) < len(figures):
        assert said.startswith("Dat weten wij nog niet")
    elif any(rest <= -50 for rest in rests):
        assert said.startswith("Ja")
    else:
        assert not said.startswith("Ja") or "genoeg geld opzij" in said or "bijna niets" in said
    if benefit.text.startswith("Misschien"):
        assert any(plan.settlements for plan in page.repayments)


def test_tax_that_is_too_little_to_be_asked_says_so():
    page = page_of("example")
    year = page.plans[0].years[1]

    def said(assessment):
        figures = replace(year.figures, assessment=Decimal(assessment))
        return words(page.settled._tax(replace(year, figures=figures)))

    assert "zo weinig dat u het niet hoeft te betalen" in said(-24)
    assert "zo weinig dat u het niet terugkrijgt" in said(15)
    assert said(-80).endswith("betaalt u ongeveer € 80 belasting bij.")
    assert said(80).endswith("krijgt u ongeveer € 80 belasting terug.")


def test_what_is_put_aside_in_one_month_is_put_aside_once():
    page = page_of("example")
    first, second = page.plans[0].years[:2]
    assert page.settled._aside_heading(first) == "Zet één keer opzij"
    assert page.settled._aside_months(first) == "Zet dit geld opzij in december 2026."
    assert page.settled._aside_heading(second) == "Zet elke maand opzij"
    assert "januari 2027 tot en met december 2027" in page.settled._aside_months(second)


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("single_mother", "uitkering"),
        ("wajong_renter", "werk"),
        # never a wage and a WW in one month: what is earned over all of them
        ("ww_stays_away", "werk"),
    ],
)
def test_the_page_says_where_the_credit_is_best_applied(name, place):
    page = page_of(name)
    assert any(year.kortingen for year in page.repayments[0].years)
    for year in page.repayments[0].years:
        assert year.korting_advice.endswith(f"Bij u is dat uw {place}.")
    html = words(render_to_string("results/repayments.html", {"calendar": page}))
    assert "Over het hele jaar betaalt u overal evenveel belasting." in html


def test_every_assumption_is_told():
    page = page_of("example")
    for code in wording.ASSUMED:
        assert "%" not in page.settled.assumption(code)
    html = words(html_of(page))
    for calendar in page.plans:
        for year in calendar.years:
            for code in year.assumed:
                assert words(page.settled.assumption(code)) in html


@pytest.mark.parametrize("amount", ["0", "-0.00", "0.005", "-12.345", "1234.5", "-1234567.89"])
@pytest.mark.parametrize("language", [*LANGUAGES, "ar", "tr", "zh-hans", "hi", None])
def test_an_amount_is_written_as_babel_writes_it(language, amount):
    locale = locale_of(language)
    money = format_currency(Decimal(amount), "EUR", locale=locale)
    assert format_money(Decimal(amount), language) == money
    pattern = locale.currency_formats["standard"].pattern.replace("0.00", "0")
    whole = format_currency(
        Decimal(amount), "EUR", format=pattern, locale=locale, currency_digits=False
    )
    # but nothing has no sign
    shown = format_money(Decimal(amount), language, whole=True)
    assert shown == (whole.replace("-", "") if amount == "-0.00" else whole)


# --- The page as a whole ------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", QUESTIONS)
def test_no_page_shows_the_insides_of_the_program(name, language):
    with override(language):
        html = html_of(page_of(name, language))
    assert not re.search(r"Decimal|Unknown|None|object at|%\(|\{\{|\{%|\bnan\b|E\+", html)
    assert not re.search(r'\sstyle="|<script|\son\w+="', html)
    ids = re.findall(r'\sid="([^"]*)"', html)
    assert sorted(ids) == sorted(set(ids))
    assert set(re.findall(r'aria-labelledby="(\S*?)[" ]', html)) <= set(ids)


@pytest.mark.parametrize("name", QUESTIONS)
def test_every_amount_stands_apart_from_the_words_around_it(name):
    html = html_of(page_of(name))
    rest = re.sub(r"<svg.*?</svg>", "", html, flags=re.S)
    rest = re.sub(r'<bdi class="amount">.*?</bdi>', "", rest)
    assert "€" not in rest


def test_names_are_escaped():
    found, curve, outcome = parts_of("ww")
    names = ["<b>nu</b>", *["<i>plan</i>"] * (len(found) - 1)]
    html = html_of(CalendarPage(found, curve, outcome, names, "nl"))
    assert "<b>nu" not in html and "<i>plan" not in html
    assert "&lt;i&gt;plan" in html


def test_nothing_is_wider_than_a_phone_by_itself():
    css = CSS.read_text("utf-8")
    own = css[css.index("--- The calendar, the curve") : css.index("--- End of the calendar")]
    assert "px" not in re.sub(r"font-size: \d+px", "", own)  # letters of a picture scale with it
    assert not re.search(r"[^-]min-inline-size: [1-9]|(?<![-\w])width:|overflow-x", own)
    assert "table-scroll" not in html_of(page_of("example"))
    for name in re.findall(r"inline-size: ([\d.]+)rem", own):
        assert Decimal(name) <= 28
