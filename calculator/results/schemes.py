"""The minimum schemes as a visitor reads them: what, why, how much, who decides, and how."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from django.utils.functional import cached_property

from calculator.formats import format_date, format_money, site_name
from calculator.municipalities.found import Found, FoundScheme
from calculator.municipalities.published import PublishedScheme
from calculator.results import scheme_wording as wording
from calculator.results.page import MissingQuestion, QuestionOf
from calculator.rules.money import ONE
from calculator.rules.schemes import Judged
from calculator.texts import gettext, gettext_in

NOW_AND_ONE_PLAN = 2
#: amounts that say what somebody earns or owns are about; cents say nothing there
ABOUT = frozenset({"income", "limit", "own", "own_share", "above", "extra", "raised", "vrijlating"})


#: the reason of what isn't known to be open
CLOSED = "energy_unknown"


@dataclass
class Change:
    """What a plan does to a scheme."""

    plan: str
    #: a key of ``CHANGES``
    kind: str
    #: from what to what, where the amount changes
    amounts: str = ""
    #: what has to be known about the plan
    note: str = ""

    @property
    def text(self) -> str:
        """The same in words, beside the scheme itself."""
        return gettext(wording.CHANGES_OF_ONE[self.kind])


@dataclass
class Named:
    """A scheme in a list; ``own``: its name is Dutch, as the municipality gave it."""

    name: str
    amount: str
    own: bool


@dataclass
class PlanChanges:
    """The schemes to which a plan does the same."""

    plan: str
    text: str
    schemes: list[Named]


@dataclass
class SchemeText:
    """One scheme in words."""

    code: str
    name: str
    what: str
    verdict: str
    verdict_text: str
    reason: str
    amount: str
    #: said where the amount is of an earlier year
    old: str
    conditions: str
    decided_by: str
    how: str
    apply_at: str
    bring: list[str]
    objection: str
    checked: str
    source: str
    own: bool
    missing: list[MissingQuestion] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)

    @property
    def site(self) -> str:
        """The name of the site where it can be asked for: what a link can be read as."""
        return site_name(self.apply_at)

    @property
    def anchor(self) -> str:
        """Where on the page this scheme stands."""
        return f"scheme-{self.code.replace('_', '-')}"


@dataclass
class Group:
    """Schemes with the same verdict."""

    verdict: str
    title: str
    schemes: list[SchemeText]


class SchemesPage:
    """Everything that the template of the schemes shows, in the active language."""

    def __init__(
        self,
        found: Found,
        question_of: QuestionOf,
        names: list[str],
        language: str,
    ) -> None:
        """``names``: of the situations, now first; ``question_of``: the question of a path."""
        self.found = found
        self.question_of = question_of
        self.names = names
        self.language = language
        self.gettext = gettext_in(language)

    @cached_property
    def schemes(self) -> list[SchemeText]:
        """Every scheme, the most likely first."""
        return [self._text(one) for one in self.found.schemes]

    def groups(self) -> list[Group]:
        """The schemes by verdict; what is of the municipality itself goes first."""
        groups = []
        for verdict, title in wording.VERDICTS.items():
            schemes = [one for one in self.schemes if one.verdict == verdict]
            if schemes:
                # what brings an amount goes first
                schemes.sort(key=lambda one: (not one.own, not one.amount))
                groups.append(Group(verdict, self.gettext(title), schemes))
        return groups

    @property
    def municipality(self) -> str:
        """The name of the municipality; '' where it isn't known."""
        return self.found.municipality.name if self.found.municipality else ""

    @property
    def has_plans(self) -> bool:
        """Whether there is more than one plan to tell apart."""
        return len(self.names) > NOW_AND_ONE_PLAN

    @property
    def has_own(self) -> bool:
        """Whether the municipality has schemes of its own here."""
        return self.found.has_own

    @property
    def available(self) -> bool:
        """Whether the schemes of the municipality could be read."""
        return self.found.available

    def loses(self) -> bool:
        """Whether a plan may cost something here, for beside the answer."""
        return any(
            change.kind in wording.LOSSES for scheme in self.schemes for change in scheme.changes
        )

    def changes(self) -> list[PlanChanges]:
        """What each plan gains and loses, by what happens to it."""
        found: dict[tuple[str, str], list[Named]] = {}
        for scheme in self.schemes:
            for change in scheme.changes:
                amount = change.amounts or scheme.amount
                named = Named(scheme.name, f" ({amount})" if amount else "", scheme.own)
                found.setdefault((change.plan, change.kind), []).append(named)
        return [
            PlanChanges(plan, self.gettext(wording.CHANGES[kind]), schemes)
            for (plan, kind), schemes in found.items()
        ]

    # --- one scheme ---------------------------------------------------------------------------

    def _text(self, found: FoundScheme) -> SchemeText:
        about, judged = found.about, found.now
        if isinstance(about, PublishedScheme):
            who = about.decided_by_name or self.gettext(wording.DECIDED_BY[about.decided_by])
            text = SchemeText(
                code=f"own-{about.scheme.code}",
                name=about.name,
                what=about.explanation,
                conditions=about.conditions,
                how=about.apply_how,
                apply_at=about.apply_at,
                bring=list(about.bring),
                checked=self._checked(about.scheme.checked_on, about.checked_by),
                source=about.source,
                own=True,
                **self._verdict(judged, who, appeal="bezwaar" if about.objection else ""),
            )
        else:
            words = wording.STATE[about.code]
            text = SchemeText(
                code=about.code,
                name=self.gettext(words.name),
                what=self.gettext(words.what),
                conditions="",
                how=self.gettext(words.how),
                apply_at=about.apply_at,
                bring=[self.gettext(one) for one in words.bring],
                checked=self._checked(judged.scheme.checked_on, ""),
                source=about.law if about.law != "-" else "",
                own=False,
                **self._verdict(
                    judged,
                    self.gettext(wording.DECIDED_BY[about.decided_by]),
                    appeal=about.appeal,
                ),
            )
        text.changes = self._changes(found)
        return text

    def _verdict(self, judged: Judged, who: str, *, appeal: str) -> dict[str, object]:
        return {
            "verdict": judged.verdict,
            "verdict_text": self.gettext(wording.VERDICTS[judged.verdict]),
            "reason": self.reason(judged),
            "amount": self.amount(judged),
            "old": self._old(judged),
            "decided_by": self.gettext(wording.DISCRETION) % {"who": who},
            "objection": self.gettext(wording.APPEALS[appeal]) if appeal else "",
            "missing": self._missing(judged),
        }

    def reason(self, judged: Judged) -> str:
        """Why, in a sentence."""
        params = {
            name: format_money(value, self.language, whole=True)
            if name in ABOUT and isinstance(value, Decimal)
            else str(value)
            for name, value in judged.params.items()
        }
        return self.gettext(wording.REASONS[judged.reason]) % params

    def amount(self, judged: Judged) -> str:
        """What it brings, with the year if that isn't now; '' where that isn't known."""
        said = self._amount(judged)
        if said and judged.old is not None:
            return self.gettext("in %(year)s: %(amount)s") % {"year": judged.old, "amount": said}
        return said

    def _amount(self, judged: Judged) -> str:
        if judged.amount is None or judged.per is None:
            return ""
        amount = format_money(judged.amount, self.language, whole=judged.amount % 1 == 0)
        per = self.gettext(wording.PER[judged.per])
        if judged.in_kind:
            return self.gettext("ter waarde van %(amount)s %(per)s") % {
                "amount": amount,
                "per": per,
            }
        return f"{amount} {per}"

    def _old(self, judged: Judged) -> str:
        """That it may have changed, where the reason doesn't say so already."""
        if judged.verdict == "no" or judged.reason in ("old_amounts", "unchecked"):
            return ""
        if judged.old is not None:
            return self.gettext(
                "Bedragen van %(year)s. Vraag uw gemeente naar de bedragen van nu."
            ) % {"year": judged.old}
        if judged.unchecked:
            return self.gettext(
                "Langer dan een jaar niet nagekeken. Vraag uw gemeente hoe het nu is."
            )
        return ""

    def _checked(self, day: date | None, by: str) -> str:
        if day is None:
            return self.gettext("Nog niet nagekeken.")
        said = {"day": format_date(day, self.language), "by": by}
        if by == wording.OFFICE:
            said["by"] = self.gettext(wording.OFFICE)
        if by:
            return self.gettext("Nagekeken op %(day)s door %(by)s.") % said
        return self.gettext("Nagekeken op %(day)s.") % said

    def _missing(self, judged: Judged) -> list[MissingQuestion]:
        questions: dict[str, MissingQuestion] = {}
        for path in judged.missing:
            question = self.question_of(path)
            if question is not None:
                questions[question.name] = question
        return list(questions.values())

    # --- what a plan does ---------------------------------------------------------------------

    def _changes(self, found: FoundScheme) -> list[Change]:
        changes = []
        for place, (situation, judged) in enumerate(found.judged.items()):
            kind = _change(found.now, judged) if situation != "now" else ""
            if not kind:
                continue
            amounts = ""
            if kind in ("less", "more"):
                amounts = self.gettext("van %(now)s naar %(then)s") % {
                    "now": self._amount(found.now),
                    "then": self._amount(judged),
                }
            note = self.reason(judged) if judged.reason != found.now.reason else ""
            changes.append(Change(self.names[place], kind, amounts, note))
        return changes


def _change(now: Judged, plan: Judged) -> str:
    """What a plan does to a scheme: a key of ``CHANGES``; '' where nothing changes."""
    if CLOSED in (now.reason, plan.reason):
        return ""  # nobody gets it now, so no plan costs it
    if "bijstand_near" in (now.reason, plan.reason) or now.missing or plan.missing:
        return ""  # an amount too small to speak of, or not known whether it is there at all
    order = ("no", "perhaps", "likely")
    before, after = order.index(now.verdict), order.index(plan.verdict)
    if before == after:
        return _change_of_amount(now, plan)
    if plan.verdict == "no":
        return "loses" if now.verdict == "likely" else "loses_perhaps"
    if now.verdict == "no":
        return "gains"
    return "likelier" if after > before else "less_sure"


def _change_of_amount(now: Judged, plan: Judged) -> str:
    """More or less of what is there in both situations, from a euro on."""
    if now.verdict == "no" or now.amount is None or plan.amount is None or now.per != plan.per:
        return ""
    more = plan.amount - now.amount
    if abs(more) < ONE:
        return ""
    return "more" if more > 0 else "less"
