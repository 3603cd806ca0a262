"""From a filled-in form to everything that page and paper tell: one road for all of them."""

from dataclasses import dataclass
from datetime import date

from calculator.contract.messages import message_of
from calculator.contract.read import ContractError, Question, read
from calculator.municipalities.found import find
from calculator.questions.form import QuestionsForm
from calculator.questions.to_contract import Filled
from calculator.results.calendar_page import CalendarPage
from calculator.results.guidance.page import GuidancePage
from calculator.results.page import ResultPage
from calculator.results.schemes import SchemesPage
from calculator.rules import calculate, calendars, curve_of, guidance_of
from calculator.rules.situation import Problem
from calculator.texts import gettext as _


@dataclass(frozen=True)
class Told:
    """The outcome in words, in the language of the form."""

    page: ResultPage
    calendar: CalendarPage
    schemes: SchemesPage
    guidance: GuidancePage


def answered(form: QuestionsForm, today: date) -> tuple[Filled, Question] | None:
    """What a valid form asks; None where the law can't take an answer, which the form then says."""
    filled = Filled(form)
    try:
        return filled, read(filled.data, today)
    except ContractError as error:
        for problem in error.problems:
            form.add_error(filled.question_at(problem.path), _visitors_message(problem))
    return None


def told(form: QuestionsForm, filled: Filled, question: Question) -> Told:
    """Works the household out, and puts all of it in words."""
    language, household = form.language, question.household
    outcome = calculate(household)
    plans = [filled.plan_in_words(place, language) for place in range(form.plan_count)]
    page = ResultPage(outcome, filled.missing, language, plans)
    months = calendars(household, question.start_month, question.months)
    curve = curve_of(household, household.plans[0], coarse=True)
    calendar = CalendarPage(months, curve, outcome, page.names, language)
    page.beside = calendar.beside
    found = find(household, outcome)
    schemes = SchemesPage(found, filled.missing, page.names, language)
    guidance = GuidancePage(
        guidance_of(household, outcome, months, curve, found.of_municipality()),
        page.names,
        language,
        schemes.municipality,
    )
    return Told(page, calendar, schemes, guidance)


def _visitors_message(problem: Problem) -> str:
    """What a problem says to somebody in front of the form."""
    said = {
        "required": _("Wij missen dit antwoord."),
        "above_maximum_dagloon": _(
            "Dit is meer dan het hoogste maandloon waarmee UWV rekent. "
            "Vul het bedrag in dat in uw brief van UWV staat."
        ),
        "below_maandloon": _("Uw oude loon kan niet lager zijn dan uw maandloon."),
        "too_low": _("Dit is te laag. Een loonwaarde ligt tussen 30 en 100 procent."),
        "too_high": _("Dit is hoger dan kan. Controleer het getal."),
    }
    return said.get(problem.code) or message_of(problem)
