"""What to do first, with its day."""

import pytest

from calculator.questions.told import answered, told
from calculator.results.todo import tasks
from tests.questions.people import DAY, PEOPLE, Answers, filled_up, form_of


def said(answers: Answers) -> list[tuple[str, str]]:
    """The titles and the words of what to do first."""
    form = form_of(filled_up(answers))
    assert form.is_valid(), form.errors
    found = answered(form, DAY)
    assert found is not None
    outcome = told(form, *found)
    return [(task.title, task.text) for task in tasks(outcome.guidance, outcome.schemes)]


@pytest.mark.parametrize("person", PEOPLE)
def test_there_are_three_things_at_most_and_each_once(person):
    found = said(PEOPLE[person])
    assert 1 <= len(found) <= 3
    assert len({title for title, _ in found}) == len(found)


def test_who_begins_in_december_hears_until_when_to_tell_whom():
    # the job begins on 1 December 2026; Dienst Toeslagen has to hear it within four weeks after
    # (Uitvoeringsregeling Awir art. 5), which is 29 December
    assert said(PEOPLE["wajong_renter"]) == [
        ("Vraag de toeslag van UWV aan", "Krijgt u die toeslag al? Dan hoeft dit niet."),
        (
            "Geef uw plan door aan UWV",
            "Doe dat binnen een week nadat u het weet, en uiterlijk 1 december 2026.",
        ),
        (
            "Geef uw nieuwe inkomen door aan Dienst Toeslagen",
            "Doe dat in Mijn toeslagen, uiterlijk 29 december 2026.",
        ),
    ]


def test_a_day_that_is_past_is_not_named():
    # today is 22 November: a job that began on the first was to be told by then
    began = said(PEOPLE["ww_owner"] | {"start": "2026-11"})
    assert ("Geef uw plan door aan UWV", "Doe dat nu.") in began


def test_where_the_korting_goes_is_for_who_begins_a_job():
    title = "Regel waar u loonheffingskorting krijgt"
    owner = PEOPLE["ww_owner"]
    assert (title, "Vraag die aan bij uw werkgever. Laat UWV ermee stoppen.") in said(owner)
    assert (title, "Vraag die aan bij uw werkgever.") in said(owner | {"now_korting": "none"})
    stays = said(owner | {"plan0_korting": "benefit"})
    assert (title, "Laat die bij UWV staan. Zeg dat tegen uw werkgever.") in stays
    assert title not in dict(said(PEOPLE["iva_worker"]))
