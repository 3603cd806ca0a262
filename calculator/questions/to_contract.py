"""From a filled-in form to the question of the contract, and errors back to their field."""

from datetime import date
from decimal import Decimal
from typing import Any

from calculator.formats import format_money, format_number
from calculator.questions.form import MAX_CHILDREN, MAX_CO_RESIDENTS, PER, QuestionsForm
from calculator.results.page import MissingQuestion
from calculator.texts import gettext

KORTING = {"benefit": "benefit", "work": "work", "none": "none", "unknown": None}
TRAVEL = "travel_cost_per_month"


class Filled:
    """The contract's question of a valid form, with the field behind every path.

    ``data`` is what the contract reads; ``field_of`` maps a path to the name of a question.
    """

    def __init__(self, form: QuestionsForm) -> None:
        self.form = form
        self.cleaned = form.cleaned_data
        self.field_of: dict[str, str] = {"person.benefits": "benefit"}
        self.data: dict[str, Any] = {
            "rules_date": form.today.isoformat(),
            "start_month": self._start(),
            "person": self._person(),
            "plans": [self._plan(place) for place in range(form.plan_count)],
            "partner": self._partner(),
            "children": self._children(),
            "co_residents": self._others(),
            "home": self._home(),
            "vermogen": self._amount("vermogen", "vermogen"),
        }

    def question_at(self, path: str) -> str | None:
        """The name of the question that a path belongs to, or of the nearest one above it."""
        while path:
            if path in self.field_of:
                return self.field_of[path]
            path = path.rpartition(".")[0]
        return None

    def missing(self, path: str) -> MissingQuestion | None:
        """The question that would settle an unknown path, with its words."""
        name = self.question_at(path)
        if name is None or name not in self.form.fields:
            return None
        return MissingQuestion(name, str(self.form.fields[name].label))

    def plan_in_words(self, place: int, language: str) -> str:
        """What the plan is, as the visitor said it: "€ 14,99 per uur, 16 uur per week"."""
        prefix = f"plan{place}"
        if self.cleaned.get(f"{prefix}_kind") == "own":
            profit = self.cleaned.get(f"{prefix}_profit")
            return gettext("voor uzelf werken, met %(profit)s winst per jaar") % {
                "profit": format_money(profit or Decimal(0), language)
            }
        gross = self.cleaned.get(f"{prefix}_gross")
        if not isinstance(gross, Decimal):
            return gettext("u stopt met werken")
        per = dict(PER)[self.cleaned[f"{prefix}_per"]]
        said = f"{format_money(gross, language)} {per}"
        hours = self.cleaned.get(f"{prefix}_hours")
        if isinstance(hours, Decimal):
            said += ", " + gettext("%(hours)s uur per week") % {
                "hours": format_number(hours, language)
            }
        return said

    # --- Reading the form -----------------------------------------------------------------

    def _get(self, name: str, path: str = "") -> Any:
        if path and name in self.form.fields:
            self.field_of[path] = name
        return self.cleaned.get(name)

    def _amount(self, name: str, path: str) -> str | None:
        """An amount as the contract writes it; None where it is unknown or not asked."""
        value = self._get(name, path)
        return str(value) if isinstance(value, Decimal) else None

    def _day(self, name: str, path: str) -> str | None:
        value = self._get(name, path)
        return value.isoformat() if isinstance(value, date) else None

    def _person(self) -> dict[str, Any]:
        works = self._get("works_now")
        korting = self._get("now_korting", "person.loonheffingskorting_at")
        return {
            "birth_date": self._day("birth_date", "person.birth_date"),
            "benefits": self._benefits(),
            "work_now": self._work("now", "person.work_now.0", {"yes": "work"}.get(works, works)),
            "loonheffingskorting_at": KORTING.get(korting),
            "reintegratietraject": self._traject(),
            "low_income_months": self._low_income(),
            "studiefinanciering": self._studiefinanciering(),
        }

    def _low_income(self) -> int | None:
        answer = self._get("low_income", "person.low_income_months")
        return int(answer) if str(answer or "").isdigit() else None

    def _studiefinanciering(self) -> bool | None:
        answer = self._get("studiefinanciering", "person.studiefinanciering")
        return {"yes": True, "no": False}.get(answer)

    def _benefits(self) -> list[dict[str, Any]]:
        benefits = []
        for place, kind in enumerate(self._get("benefit") or []):
            path = f"person.benefits.{place}"
            # what is asked about a benefit belongs to it; what isn't has no question of its own
            self.field_of[path] = "benefit"
            benefits.append(getattr(self, f"_{kind}")(path))
        return benefits

    def _maandloon(self, kind: str, path: str) -> dict[str, Any]:
        value = self._get(f"{kind}_maandloon", f"{path}.maandloon")
        if isinstance(value, Decimal) and self._get(f"{kind}_loon_per") == "day":
            value *= self.form.amounts.dagloon.dagen_per_maand.value
        if self._get(f"{kind}_boven_maximum") == "unknown":
            # whether the wage was above the maximum decides how much of the earnings counts
            value = None
            self.field_of[f"{path}.maandloon"] = f"{kind}_boven_maximum"
        return {
            "maandloon": str(value) if isinstance(value, Decimal) else None,
            "ongemaximeerd_maandloon": self._amount(
                f"{kind}_ongemaximeerd", f"{path}.ongemaximeerd_maandloon"
            ),
        }

    def _ww(self, path: str) -> dict[str, Any]:
        return {
            "kind": "ww",
            **self._maandloon("ww", path),
            "first_day": self._day("ww_first_day", f"{path}.first_day"),
            "last_day": self._day("ww_last_day", f"{path}.last_day"),
            "arbeidsuren_per_week": self._amount("ww_arbeidsuren", f"{path}.arbeidsuren_per_week"),
        }

    def _iva(self, path: str) -> dict[str, Any]:
        return {"kind": "iva", **self._maandloon("iva", path)}

    def _wga(self, path: str) -> dict[str, Any]:
        return {
            "kind": "wga",
            "phase": self._get("wga_phase", f"{path}.phase") or None,
            "arbeidsongeschiktheid": self._get("wga_class", f"{path}.arbeidsongeschiktheid")
            or None,
            "resterende_verdiencapaciteit": self._amount(
                "wga_verdiencapaciteit", f"{path}.resterende_verdiencapaciteit"
            ),
            **self._maandloon("wga", path),
            "first_day": self._day("wga_first_day", f"{path}.first_day"),
            "phase_until": self._day("wga_phase_until", f"{path}.phase_until"),
        }

    def _wajong(self, path: str) -> dict[str, Any]:
        capacity = self._get("wajong_arbeidsvermogen", f"{path}.arbeidsvermogen")
        return {
            "kind": "wajong",
            "regime": self._get("wajong_regime", f"{path}.regime") or None,
            "arbeidsvermogen": {"yes": True, "no": False}.get(capacity),
            "garantiebedrag_per_day": self._amount(
                "wajong_garantiebedrag", f"{path}.garantiebedrag_per_day"
            ),
        }

    def _job(self, prefix: str, path: str) -> dict[str, Any]:
        return {
            "kind": "employment",
            "gross": self._amount(f"{prefix}_gross", f"{path}.gross"),
            "per": self._get(f"{prefix}_per", f"{path}.per"),
            "hours_per_week": self._amount(f"{prefix}_hours", f"{path}.hours_per_week"),
            "vakantiegeld": self._get(f"{prefix}_vakantiegeld", f"{path}.vakantiegeld"),
            "loonwaarde": self._amount(f"{prefix}_loonwaarde", f"{path}.loonwaarde"),
            "pension_per_month": self._amount(f"{prefix}_pension", f"{path}.pension_per_month"),
            TRAVEL: self._amount(f"{prefix}_travel", f"{path}.{TRAVEL}"),
            "until": self._month(f"{prefix}_until", f"{path}.until"),
            "gross_low": self._amount(f"{prefix}_low", f"{path}.gross_low"),
            "gross_high": self._amount(f"{prefix}_high", f"{path}.gross_high"),
        }

    def _business(self, prefix: str, path: str) -> dict[str, Any]:
        starter = self._get(f"{prefix}_starter", f"{path}.starter")
        startperiode = self._get(f"{prefix}_startperiode", f"{path}.startperiode")
        return {
            "kind": "self_employed",
            "profit_per_year": self._amount(f"{prefix}_profit", f"{path}.profit_per_year"),
            "hours_per_week": self._amount(f"{prefix}_own_hours", f"{path}.hours_per_week"),
            "starter": starter == "yes",
            "startperiode": startperiode == "yes",
        }

    def _work(self, prefix: str, path: str, kind: str) -> list[dict[str, Any]]:
        """The work of now or of a plan: a job, a business, or none."""
        if kind == "work":
            return [self._job(prefix, path)]
        return [self._business(prefix, path)] if kind == "own" else []

    def _month(self, name: str, path: str) -> str | None:
        value = self._get(name, path)
        return None if value in (None, "", "none") else str(value)

    def _start(self) -> str | None:
        return self._month("start", "start_month")

    def _traject(self) -> bool | None:
        answer = self._get("traject", "person.reintegratietraject")
        return {"yes": True, "unknown": None}.get(answer, False)

    def _plan(self, place: int) -> dict[str, Any]:
        prefix, path = f"plan{place}", f"plans.{place}"
        kind = self._get(f"{prefix}_kind", f"{path}.work")
        korting = self._get(f"{prefix}_korting", f"{path}.loonheffingskorting_at")
        return {
            "id": f"plan-{place + 1}",
            "work": self._work(prefix, f"{path}.work.0", kind),
            "loonheffingskorting_at": KORTING.get(korting),
        }

    def _home(self) -> dict[str, Any]:
        return {
            "kind": self._get("home_kind", "home.kind"),
            "kale_huur": self._amount("kale_huur", "home.kale_huur"),
            "municipality": self._get("municipality", "home.municipality"),
        }

    def _partner(self) -> dict[str, Any] | None:
        if self._get("has_partner") != "yes":
            return None
        income = []
        chosen = [kind for kind in self._get("partner_income") or [] if kind != "none"]
        for place, kind in enumerate(chosen):
            self.field_of[f"partner.income.{place}"] = "partner_income"
            path = f"partner.income.{place}.gross_per_month"
            income.append({"kind": kind, "gross_per_month": self._amount(f"partner_{kind}", path)})
        insured = self._get("partner_insured", "partner.insured")
        return {
            "birth_date": self._day("partner_birth_date", "partner.birth_date"),
            "income": income,
            "insured": {"yes": True, "no": False}.get(insured),
        }

    def _children(self) -> list[dict[str, Any]]:
        count = min(int(self._get("children") or 0), MAX_CHILDREN)
        children = []
        for place in range(count):
            path = f"children.{place}"
            child: dict[str, Any] = {
                "birth_date": self._day(f"child{place}_birth_date", f"{path}.birth_date")
            }
            if f"child{place}_income" in self.form.fields:
                child["income_per_year"] = self._amount(
                    f"child{place}_income", f"{path}.income_per_year"
                )
            care = self._childcare(place, f"{path}.childcare.0")
            if care is not None:
                child["childcare"] = [care]
            children.append(child)
        return [*children, *self._grown_children(len(children))]

    def _childcare(self, place: int, path: str) -> dict[str, Any] | None:
        prefix = f"child{place}"
        kind = self._get(f"{prefix}_care", f"{path}.kind")
        if kind in (None, "", "none"):
            return None
        return {
            "kind": kind,
            "hours_per_month": self._amount(f"{prefix}_care_hours", f"{path}.hours_per_month"),
            "price_per_hour": self._amount(f"{prefix}_care_price", f"{path}.price_per_hour"),
            "only_with_work": self._get(f"{prefix}_care_when", f"{path}.only_with_work") == "work",
        }

    def _housemates(self, *, own_children: bool) -> list[tuple[int, str]]:
        """The housemates that are, or aren't, a child of the household: number and kind."""
        count = min(int(self._get("others") or 0), MAX_CO_RESIDENTS)
        kinds = [(place, self._get(f"other{place}_kind")) for place in range(count)]
        return [item for item in kinds if (item[1] == "child") == own_children]

    def _grown_children(self, first: int) -> list[dict[str, Any]]:
        """Children of 18 or older, who count with their own rules (Awir art. 7 lid 6)."""
        grown = []
        for number, (place, _kind) in enumerate(self._housemates(own_children=True), first):
            path, prefix = f"children.{number}", f"other{place}"
            child = {"birth_date": self._day(f"{prefix}_birth_date", f"{path}.birth_date")}
            if f"{prefix}_income" in self.form.fields:
                child["income_per_year"] = self._amount(
                    f"{prefix}_income", f"{path}.income_per_year"
                )
            grown.append(child)
        return grown

    def _others(self) -> list[dict[str, Any]]:
        others = []
        for number, (place, kind) in enumerate(self._housemates(own_children=False)):
            path, prefix = f"co_residents.{number}", f"other{place}"
            others.append(
                {
                    "birth_date": self._day(f"{prefix}_birth_date", f"{path}.birth_date"),
                    "income_per_year": self._amount(f"{prefix}_income", f"{path}.income_per_year"),
                    "student": kind == "student",
                    "commercial_tenant": kind == "tenant",
                }
            )
        return others
