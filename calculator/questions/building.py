"""What the groups of questions share: reading what was typed, and putting a question in a group."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from calculator.formats import format_typed
from calculator.questions.fields import AmountField, DayField, HoursField, parse_amount, parse_day
from calculator.rules.amounts import Amounts
from calculator.rules.situation import age_on

Text = str | Promise

CHOOSE = ("", _("Kies"))
YES_NO = [("yes", _("Ja")), ("no", _("Nee"))]
DO_NOT_KNOW = ("unknown", _("Dit weet ik niet"))


@dataclass
class Section:
    """A group of questions under one heading."""

    id: str
    title: Text
    #: the names of its questions, a screen at a time: what belongs to one answer stands together
    steps: list[list[str]] = field(default_factory=list)

    @property
    def fields(self) -> list[str]:
        """The names of all its questions."""
        return [name for step in self.steps for name in step]


class Building:
    """A part of the form: it looks at what was typed, and adds the questions that follow.

    Mixed into a Django form; ``today``, ``language`` and ``amounts`` are those of the form.
    """

    data: Mapping[str, Any]
    is_bound: bool
    fields: dict[str, forms.Field]
    today: date
    language: str
    amounts: Amounts

    # --- What came in ---------------------------------------------------------------------

    def _said(self, name: str) -> str:
        """One answer as it was typed, '' where there is none."""
        value = self.data.get(name, "") if self.is_bound else ""
        return str(value).strip()

    def _all_said(self, name: str) -> list[str]:
        """All choices of a question with more than one."""
        if not self.is_bound:
            return []
        if hasattr(self.data, "getlist"):
            return [str(item) for item in self.data.getlist(name)]
        value = self.data.get(name, [])
        return list(value) if isinstance(value, (list, tuple)) else [str(value)]

    def _number(self, name: str, default: int = 0) -> int:
        text = self._said(name)
        return int(text) if text.isascii() and text.isdigit() and len(text) < 4 else default

    def _day(self, name: str) -> date | None:
        return parse_day(self._said(name))

    def _age(self, name: str) -> int | None:
        day = self._day(name)
        return None if day is None or day > self.today else age_on(day, self.today)

    def _shown_before(self) -> set[str]:
        return set(self._said("shown").split())

    # --- Building -------------------------------------------------------------------------

    def _add(self, section: Section, name: str, field_: forms.Field, **look: Any) -> None:
        """Put a question in a section; ``look``: example, prefix, suffix, refresh, beside.

        ``beside``: it stands on the screen of the question before it.
        """
        for key in ("example", "prefix", "suffix"):
            setattr(field_, key, look.get(key, ""))
        if isinstance(field_, AmountField) and isinstance(field_.example, str):  # type: ignore[attr-defined]
            field_.example = self._as_typed(field_.example)  # type: ignore[attr-defined]
        field_.look_kind = _look_kind(field_)  # type: ignore[attr-defined]
        if look.get("refresh"):
            # these answers decide which questions follow; htmx then draws them at once
            field_.widget.attrs["data-refresh"] = ""
        self.fields[name] = field_
        if look.get("beside") and section.steps:
            section.steps[-1].append(name)
        else:
            section.steps.append([name])

    def _as_typed(self, example: str) -> str:
        """An example of an amount as somebody with this language types it."""
        amount = parse_amount(example)
        return example if amount is None else format_typed(amount, self.language)

    def _choice(
        self, section: Section, name: str, label: Text, choices: list[Any], **more: Any
    ) -> None:
        self._add(
            section,
            name,
            forms.ChoiceField(
                label=label,
                choices=choices,
                widget=more.pop("widget", forms.RadioSelect),
                help_text=more.pop("help_text", ""),
                error_messages={"required": more.pop("required", _("Kies een antwoord."))},
            ),
            **more,
        )

    def _select(
        self, section: Section, name: str, label: Text, choices: list[Any], **look: Any
    ) -> None:
        """A choice out of a list; nothing is chosen before the visitor does."""
        self._choice(section, name, label, choices, widget=forms.Select, refresh=True, **look)

    def _amount(
        self,
        section: Section,
        name: str,
        label: Text,
        *,
        help_text: Text = "",
        unknown: bool = False,
        highest: int = 100_000,
        required: bool = True,
        euro: bool = True,
        **look: Any,
    ) -> None:
        """An amount, with "weet ik niet" where that is allowed."""
        said_unknown = unknown and self._says_unknown(name)
        field_ = AmountField(
            label=label,
            help_text=help_text,
            required=required and not said_unknown,
            highest=highest,
        )
        if not euro:
            field_.error_messages["required"] = _("Vul een getal in.")
        self._add(
            section,
            name,
            field_,
            prefix="€" if euro else "",
            **look,
        )
        if unknown:
            self._unknown(section, name)

    def _unknown(self, section: Section, name: str) -> None:
        """Put "weet ik niet" with a question."""
        self._add(
            section,
            f"{name}_unknown",
            forms.BooleanField(label=_("Dit weet ik niet"), required=False),
            beside=True,
        )

    def _says_unknown(self, name: str) -> bool:
        return self._said(f"{name}_unknown") == "on"

    def _day_question(
        self, section: Section, name: str, label: Text, *, help_text: Text = "", example: str = ""
    ) -> None:
        """A day, with "weet ik niet"."""
        self._add(
            section,
            name,
            DayField(label=label, help_text=help_text, required=not self._says_unknown(name)),
            example=example,
            refresh=True,
        )
        self._unknown(section, name)

    def _hours(
        self, section: Section, name: str, label: Text, *, help_text: Text = "", example: str = ""
    ) -> None:
        """Hours a week."""
        self._add(
            section,
            name,
            HoursField(label=label, help_text=help_text),
            suffix=_("uur per week"),
            example=example,
            refresh=True,
        )


def _look_kind(field_: forms.Field) -> str:
    """Which component draws the field."""
    if isinstance(field_.widget, (forms.RadioSelect, forms.CheckboxSelectMultiple)):
        return "choice"
    return "checkbox" if isinstance(field_, forms.BooleanField) else "text"
