"""All questions as one plain form that only holds the questions that matter.

Which questions are asked follows from the answers that came in with the form. A question
whose answer cannot change the outcome isn't there. Conditions look at what was typed, so that
the form can be drawn again while it isn't finished. The groups of questions stand in
``about_benefit``, ``about_work`` and ``about_home``.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from calculator.contract.messages import message_of
from calculator.formats import format_date, format_money, format_number
from calculator.municipalities.names import all_names
from calculator.questions.about_benefit import BenefitQuestions
from calculator.questions.about_home import MAX_CHILDREN, MAX_CO_RESIDENTS, HomeQuestions
from calculator.questions.about_work import PER, WorkQuestions
from calculator.questions.building import DO_NOT_KNOW, Section
from calculator.questions.fields import DayField
from calculator.rules import amounts as amounts_of_the_law
from calculator.rules.situation import ADULT, MAX_PLANS, age_on, person_problems

#: the sections that everybody gets; there is one more for every plan
SECTIONS_BESIDE_PLANS = ("you", "benefit", "now", "home", "household")

__all__ = ["MAX_CHILDREN", "MAX_CO_RESIDENTS", "MAX_PLANS", "PER", "QuestionsForm"]


class QuestionsForm(WorkQuestions, BenefitQuestions, HomeQuestions, forms.Form):
    """The questions that matter, given the answers in ``data``."""

    # the server says in the visitor's language what is missing; the browser would not
    use_required_attribute = False

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, today: date, language: str
    ) -> None:
        super().__init__(data)
        self.today = today
        self.language = language
        self.amounts = amounts_of_the_law.on(today)
        self.sections: list[Section] = []
        self.plan_count = max(1, min(MAX_PLANS, self._number("plans", 1)))
        self.sections.extend(self._build())

    # --- Building -------------------------------------------------------------------------

    def _build(self) -> Iterator[Section]:
        yield self._you()
        yield self._benefit()
        if self._all_said("benefit"):
            yield self._work_now()
            for place in range(self.plan_count):
                yield self._plan(place)
            yield self._home()
            yield self._household()

    def _you(self) -> Section:
        section = Section("you", _("Over u"))
        self._add(
            section,
            "birth_date",
            DayField(
                # no autocomplete="bday": the browser of a shared computer would keep the date and
                # offer it to the next visitor. That weighs more here than WCAG 1.3.5.
                label=_("Wat is uw geboortedatum?"),
            ),
            example="14-05-1988",
            refresh=True,
        )
        return section

    # --- Reading --------------------------------------------------------------------------

    def new_questions(self) -> list[str]:
        """Questions that weren't on the page that was sent in."""
        shown = self._shown_before()
        return [name for name in self.fields if name not in shown]

    @staticmethod
    def municipality_names() -> list[str]:
        """What the question about the municipality offers while somebody types."""
        return all_names()

    def names(self) -> str:
        """All questions on this page, to know next time which ones are new."""
        return " ".join(self.fields)

    def visible_sections(self) -> Iterator[dict[str, Any]]:
        """The sections with their questions, a screen at a time, for the templates."""
        for section in self.sections:
            yield {
                "id": section.id,
                "title": section.title,
                "steps": [[self[name] for name in step] for step in section.steps],
            }

    def part_count(self) -> int:
        """How many sections there are in all, also before the first answers are in."""
        return len(SECTIONS_BESIDE_PLANS) + self.plan_count

    def step_of(self, name: str) -> str:
        """The first question of the screen that a question stands on; "" where it isn't there."""
        steps = (step for section in self.sections for step in section.steps)
        return next((step[0] for step in steps if name in step), "")

    def answers(self) -> Iterator[tuple[str, str]]:
        """Every answer to these questions as it was typed, to carry along on another page."""
        yield "shown", self.names()
        yield "plans", str(self.plan_count)
        for name in self.fields:
            for value in self._all_said(name):
                yield name, value

    def told(self) -> Iterator[dict[str, Any]]:
        """What was filled in, by section, as somebody would read it back.

        ``names``: of the questions, in the order of their answers.
        """
        for section in self.sections:
            said = {
                name: answer
                for name in section.fields
                if not isinstance(self.fields[name], forms.BooleanField)
                and (answer := self._read_back(name))
            }
            if said:
                answers = [(str(self.fields[name].label), it) for name, it in said.items()]
                yield {"title": section.title, "answers": answers, "names": list(said)}

    def _read_back(self, name: str) -> str:
        """One answer in words; '' where there is none."""
        if self._says_unknown(name):
            return str(DO_NOT_KNOW[1])
        field_ = self.fields[name]
        if isinstance(field_, (forms.ChoiceField, forms.MultipleChoiceField)):
            names = {str(value): str(label) for value, label in field_.choices}
            return ", ".join(names[value] for value in self._all_said(name) if value in names)
        said = self._said(name)
        if not said:
            return ""
        value = getattr(self, "cleaned_data", {}).get(name)
        if isinstance(value, date):
            return format_date(value, self.language)
        euro = getattr(field_, "prefix", "") == "€"
        if isinstance(value, Decimal):
            said = (
                format_money(value, self.language, whole=value == value.to_integral_value())
                if euro
                else format_number(value, self.language)
            )
        suffix = getattr(field_, "suffix", "")
        return f"{said} {suffix}" if suffix else said

    def asks_everything(self) -> bool:
        """Whether the first answers were enough to know which questions there are."""
        return len(self.sections) > 2

    def clean(self) -> dict[str, Any]:
        """What only this form knows: a child under 18 is one, an adult counts elsewhere."""
        cleaned: dict[str, Any] = super().clean() or {}
        self._check_age(cleaned.get("birth_date"))
        income = cleaned.get("partner_income") or []
        if "none" in income and len(income) > 1:
            self.add_error("partner_income", _("U kiest inkomen en ook geen inkomen. Kies een."))
        for name in self.fields:
            if cleaned.get(f"{name}_unknown") and self._said(name):
                self.add_error(
                    name,
                    _(
                        "U heeft iets ingevuld en ook gekozen: Dit weet ik niet. "
                        "Haal een van de twee weg."
                    ),
                )
        for place in range(MAX_CHILDREN):
            name = f"child{place}_birth_date"
            born = cleaned.get(name)
            if isinstance(born, date) and born <= self.today and age_on(born, self.today) >= ADULT:
                self.add_error(
                    name,
                    _(
                        "Dit kind is 18 jaar of ouder. "
                        "Tel dit kind mee bij de andere mensen op uw adres."
                    ),
                )
        return cleaned

    def _check_age(self, born: Any) -> None:
        """Say at the first question that this site isn't for somebody, and who can help."""
        if not isinstance(born, date):
            return
        for problem in person_problems(born, self.today):
            self.add_error("birth_date", message_of(problem))

    def forget_errors_of(self, names: list[str]) -> None:
        """A question that just appeared wasn't answered wrongly."""
        for name in names:
            self.errors.pop(name, None)
