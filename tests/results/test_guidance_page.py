"""Rights, duties and warnings in words: in every language, filled in, and not too many."""

import re
from decimal import Decimal

import pytest
from django.conf import settings
from django.utils.html import strip_tags
from django.utils.translation import gettext, override

from calculator.formats import format_money
from calculator.results.guidance import (
    doors,
    reminder_wording,
    talk,
    trap_wording,
    understood,
    wording,
)
from calculator.results.guidance.page import GuidancePage, placeholders, term
from calculator.rules.guidance import BY_CODE
from tests.results.guided import GUIDED, guided
from tests.rules.test_guidance import GUIDES_OF, TRAPS_OF

LANGUAGES = [code for code, _name in settings.LANGUAGES]
MANY = ["wajong_renter", "ww", "wga_after", "iva_own_business", "single_mother", "ww_ends_first"]


def page(name, language="nl"):
    """The page of a household; plans have their own names."""
    found = guided(name)
    count = len(found.guidance.situations)
    names = ["Nu", "Eerste plan", "Tweede plan", "Derde plan"][:count]
    if count == 2:
        names = ["Nu", "Met uw plan"]
    return GuidancePage(found.guidance, names, language)


# --- Words ------------------------------------------------------------------------------------


def test_every_right_duty_and_warning_has_words_and_every_word_a_use():
    assert set(wording.GUIDES) == set(BY_CODE)
    assert set(trap_wording.TRAPS) == set(TRAPS_OF)
    assert {guide.topic for guide in BY_CODE.values()} == set(wording.TOPICS)
    codes = {*BY_CODE, *(code.partition(".")[0] for code in TRAPS_OF)}
    assert set(talk.ASK) <= codes
    assert set(talk.BRING_TO) <= codes


def all_words():
    """Every text of rights, duties, warnings, doors, talks and reminders."""
    yield from wording.TOPICS.values()
    for words in wording.GUIDES.values():
        yield from (text for text in words if text)
    for trap in trap_wording.TRAPS.values():
        yield from (trap.title, *trap.sentences, trap.todo)
    yield from trap_wording.BY_YEAR.values()
    for door in doors.DOORS.values():
        yield from (text for text in (door.name, door.about, door.phone_note) if text)
    yield from (*talk.ASK.values(), *talk.BRING, *talk.BRING_TO.values())
    for reminder in reminder_wording.REMINDERS.values():
        yield from reminder


@pytest.mark.parametrize("language", [code for code in LANGUAGES if code != "nl"])
def test_every_text_is_there_in_every_language_with_the_same_figures(language):
    same = []
    with override(language):
        for text in all_words():
            said = gettext(text)
            assert placeholders(said) == placeholders(text), text
            if said == text:
                same.append(text)
    # a name that is the same in both languages, nothing else
    assert set(same) <= {"Dienst Toeslagen", "Belastingdienst", "Juridisch Loket"}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", GUIDED)
def test_every_page_is_filled_in(name, language):
    with override(language):
        shown = page(name, language)
        texts = []
        for topic in (*shown.duties(), *shown.rights()):
            for guide in topic.guides:
                texts += [guide.title, guide.text, guide.late]
        for trap in (*shown.top(), *shown.rest()):
            assert trap.sentences, trap.code
            texts += [trap.title, *trap.sentences, *trap.todos]
            assert trap.todos, trap.code
        for question in shown.quiz():
            texts.append(question.question)
            for answer in question.answers:
                texts += [answer.text, answer.explanation]
    assert not [text for text in texts if "%(" in text or "None" in text]
    # no amount of nothing, and a figure in every place for one
    assert not [text for text in texts if re.search(r"€\s0,00|€0\.00|\s{2,}(dagen|weken)", text)]


# --- What is shown ----------------------------------------------------------------------------


@pytest.mark.parametrize("name", GUIDED)
def test_never_more_than_three_warnings_on_top_and_none_twice(name):
    shown = page(name)
    top, rest = shown.top(), shown.rest()
    assert len(top) <= 3
    assert all(trap.severity != "low" for trap in top)
    names = [trap.title for trap in (*top, *rest)]
    assert len(names) == len(set(names))
    for trap in (*top, *rest):
        # of one plan nothing is said twice
        said = [(*part.sentences, part.todo) for part in trap.parts]
        assert len(said) == len(set(said))


def test_the_dearest_warning_of_the_plan_stands_on_top():
    """A supplement of 438 that was never asked for goes before 110 of wage, both a month."""
    found = [trap for trap in guided("ww_above").guidance.traps if trap.severity == "high"]
    costs = [trap.cost.in_a_year for trap in found]
    assert costs == sorted(costs, reverse=True)
    assert page("ww_above").top()[0].code == found[0].code
    assert {"toeslagenwet_vragen", "ww_stopt"} <= {trap.code for trap in page("ww_above").top()}


def test_the_amounts_of_a_warning_are_those_of_the_calculation():
    found = next(it for it in guided("ww_above").guidance.traps if it.code == "ww_stopt")
    text = " ".join(
        strip_tags(sentence)
        for trap in page("ww_above").top()
        if trap.code == "ww_stopt"
        for sentence in trap.sentences
    )
    for amount in found.amounts.values():
        assert format_money(amount, "nl") in text


def test_a_sentence_without_its_amount_is_left_out():
    (with_amounts,) = [
        trap for trap in page("wajong_contract").top() if trap.code == "wajong_en_ww"
    ]
    (without,) = [trap for trap in page("unknown_wage").top() if trap.code == "wajong_en_ww"]
    assert len(with_amounts.sentences) == 4
    assert len(without.sentences) == 2
    assert "maart 2027" in with_amounts.sentences[0]


def test_warnings_of_now_are_told_where_no_plan_has_them():
    shown = page("credit_at_the_benefit")
    codes = {trap.code: trap for trap in shown.rest()}
    assert [part.situation for part in codes["korting_andere_kant"].parts] == ["Nu"]
    assert not [part for trap in shown.top() for part in trap.parts if part.situation == "Nu"]


def test_several_plans_are_told_apart():
    shown = page("wajong_renter")
    parts = [part for trap in (*shown.top(), *shown.rest()) for part in trap.parts]
    plans = ["Eerste plan", "Tweede plan", "Derde plan"]
    assert {name for part in parts for name in re.split(", | en ", part.situation)} <= set(plans)
    # the plans of a warning stand in their order, whichever of them it costs most
    for trap in (*shown.top(), *shown.rest()):
        firsts = [re.split(", | en ", part.situation)[0] for part in trap.parts]
        assert firsts == sorted(firsts, key=plans.index)
    guide = next(
        guide for topic in shown.rights() for guide in topic.guides if guide.code == "jobcoach"
    )
    assert guide.situations == "Eerste plan, Tweede plan, Derde plan"


def test_duties_and_rights_stand_apart_by_topic():
    shown = page("ww")
    duties = [guide.code for topic in shown.duties() for guide in topic.guides]
    rights = [guide.code for topic in shown.rights() for guide in topic.guides]
    assert not set(duties) & set(rights)
    assert all(BY_CODE[code].kind == "duty" for code in duties)
    assert len(duties + rights) == len(guided("ww").guidance.guides)


def test_the_statement_of_income_names_its_own_last_day():
    """The calendar begins in December: until 15 February (Uitkeringsreglement WW 2015 art. 3)."""
    text = next(
        guide.text
        for topic in page("ww_ends_first").duties()
        for guide in topic.guides
        if guide.code == "inkomstenopgave"
    )
    assert "Voor december heeft u de tijd tot en met 15 februari 2027." in text
    assert "binnen 10 dagen" in text


def test_tax_names_its_years():
    texts = {
        guide.code: guide.text
        for topic in (*page("ww_above").duties(), *page("ww_above").rights())
        for guide in topic.guides
    }
    facts = guided("ww_above").guidance.situations[1]
    for year in facts.years_to_pay:
        assert str(year) in texts["aangifte"]
    for year in facts.years_back:
        assert str(year) in texts["belasting_terug"]
    assert "vóór de datum" in texts["aangifte"] and "1 mei" in texts["aangifte"]


@pytest.mark.parametrize(
    ("days", "nl", "en"),
    [(7, "1 week", "1 week"), (28, "4 weken", "4 weeks"), (5, "5 dagen", "5 days")],
)
def test_terms_are_said_in_weeks_where_they_are_weeks(days, nl, en):
    with override("nl"):
        assert term(days) == nl
    with override("en"):
        assert term(days) == en


def test_what_has_no_strong_source_says_so():
    guides = [
        guide
        for name in MANY
        for topic in (*page(name).duties(), *page(name).rights())
        for guide in topic.guides
    ]
    assert {guide.code for guide in guides if guide.weak} == {
        guide.code for guide in guides if BY_CODE[guide.code].confidence == "weak"
    }


# --- Whom to ask ------------------------------------------------------------------------------


def test_a_telephone_number_has_its_source_and_its_day():
    for name, door in doors.DOORS.items():
        if door.phone:
            assert re.fullmatch(r"0800 \d{4}", door.phone), name
            assert door.source and door.checked_on and door.phone_note
        else:
            assert not door.source


def test_doors_are_those_of_the_own_benefits():
    assert [door.code for door in page("wajong_and_ww").doors()][:3] == [
        "uwv_ww",
        "uwv_wajong",
        "toeslagen",
    ]
    assert "toeslagen" not in [door.code for door in page("no_toeslagen").doors()]
    named = GuidancePage(guided("ww").guidance, ["Nu", "1", "2", "3"], "nl", "Utrecht")
    assert "Gemeente Utrecht" in [door.name for door in named.doors()]
    phone = next(door for door in page("ww").doors() if door.phone)
    assert phone.dial == phone.phone.replace(" ", "")


# --- To the talk, and understood? ---------------------------------------------------------------


def test_the_list_for_the_talk_is_about_this_visitor():
    ww = page("ww_ends_first").talk()
    assert "Heb ik na dit contract recht op WW? Tot welke datum?" in ww.ask
    assert "een bewijs van de einddatum van uw contract" in ww.bring
    iva = page("iva_own_business").talk()
    assert "Hoe geef ik mijn winst door?" in iva.ask
    assert not [text for text in iva.ask if "WW" in text]
    assert len(iva.ask) == len(set(iva.ask))


@pytest.mark.parametrize("name", GUIDED)
def test_three_questions_with_one_right_answer_each(name):
    questions = page(name).quiz()
    assert 2 <= len(questions) <= 3
    for question in questions:
        assert len(question.answers) == 3
        assert [answer.right for answer in question.answers].count(True) == 1
        assert len({str(answer.text) for answer in question.answers}) == 3
        for answer in question.answers:
            wrong = {understood.NOT_QUITE, understood.LUCKILY_NOT}
            assert (answer.verdict == understood.GOOD) == answer.right
            assert answer.right or answer.verdict in wrong


def test_questions_are_about_the_own_amounts():
    first = page("ww_above").quiz()[0]
    assert "€\xa01.662,50" in first.question
    half = page("wga_half_pays").quiz()[0]
    assert half.code == "wga_half" and "€\xa0625,00" in half.question
    # where the Toeslagenwet falls as the WGA rises the answer would be arguable
    assert "wga_half" not in {question.code for question in page("wga_below_half").quiz()}
    # who gets less at half isn't asked about a higher benefit
    assert "wga_half" not in {question.code for question in page("wga_raised").quiz()}


def test_the_benefit_that_is_asked_about_is_lower_by_that_amount():
    questions = {question.code: question for question in page("wajong_75").quiz()}
    facts = guided("wajong_75").guidance.situations[1]
    less = facts.of_now("wajong") - facts.line("wajong")
    right = next(it for it in questions["less_wajong"].answers if it.right)
    assert format_money(less, "nl") in right.text
    assert less > Decimal(0)


def test_each_plan_has_a_button_for_reminders():
    assert page("ww_ends_first").reminder_buttons() == [("Maak herinneringen", 1)]
    assert [place for _, place in page("wajong_renter").reminder_buttons()] == [1, 2, 3]


def test_the_tables_of_households_are_complete():
    assert set(GUIDES_OF) == set(wording.GUIDES)
