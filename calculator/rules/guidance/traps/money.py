"""Traps of tax, toeslagen and childcare."""

from collections.abc import Callable, Mapping
from decimal import Decimal

from calculator.rules.guidance.facts import Facts
from calculator.rules.guidance.traps.looking import by_size, figure_of, figures_of
from calculator.rules.guidance.traps.trap import Cost, Trap, Trapped
from calculator.rules.money import ZERO
from calculator.rules.settlements import KortingElsewhere


def _korting(facts: Facts) -> Trapped:
    """LB 23: the loonheffingskorting at two payers, at the other one, or nowhere."""
    by_year: dict[int, dict[str, KortingElsewhere]] = {
        year.year: {item.at: item for item in year.kortingen} for year in facts.calendar.years
    }
    both = _worst(by_year, "both")
    at = facts.plan.loonheffingskorting_at
    because = ("person.loonheffingskorting_at", *facts.work_paths)
    if facts.is_now is False:
        because = (f"{facts.plan.path}.loonheffingskorting_at", *facts.work_paths)
    chosen = _worst(by_year, at or "")
    least = figure_of(facts, "weinig_terugbetalen")
    if chosen is not None and chosen[1] <= -least and at in ("benefit", "work"):
        year, amount = chosen
        other = by_year[year]["work" if at == "benefit" else "benefit"].assessment
        if isinstance(other, Decimal) and other - amount >= least:
            yield Trap(
                "korting_andere_kant",
                by_size(facts, -amount),
                facts.plan.id,
                "Wet LB 1964 art. 23",
                because,
                {"pay": -amount} | ({"other": -other} if other < ZERO else {}),
                years=((year, -amount),),
                cost=Cost(-amount, "year"),
                variant=at,
            )
    if at == "none" and (back := _best(by_year, "none")) is not None and back[1] >= least:
        yield Trap(
            "korting_nergens",
            "medium",
            facts.plan.id,
            "Wet LB 1964 art. 23",
            because,
            {"back": back[1]},
            years=(back,),
        )
    elif both is not None and both[1] <= -least:
        yield Trap(
            "korting_dubbel",
            # it only happens to who does it
            "low" if at in ("benefit", "work") else "medium",
            facts.plan.id,
            "Wet LB 1964 art. 23 lid 2",
            because,
            {"pay": -both[1]},
            # no cost: it is what would happen, so what does happen goes before it
            years=((both[0], -both[1]),),
        )


def _assessments(
    by_year: Mapping[int, Mapping[str, KortingElsewhere]], at: str
) -> list[tuple[int, Decimal]]:
    found = []
    for year, kortingen in by_year.items():
        item = kortingen.get(at)
        if item is not None and isinstance(item.assessment, Decimal):
            found.append((year, item.assessment))
    return found


def _worst(
    by_year: Mapping[int, Mapping[str, KortingElsewhere]], at: str
) -> tuple[int, Decimal] | None:
    """The year in which most is to be paid with the credit at a payer."""
    return min(_assessments(by_year, at), key=lambda it: it[1], default=None)


def _best(
    by_year: Mapping[int, Mapping[str, KortingElsewhere]], at: str
) -> tuple[int, Decimal] | None:
    return max(_assessments(by_year, at), key=lambda it: it[1], default=None)


def _toeslagen_on_old_income(facts: Facts) -> Trapped:
    """Awir 16, 26: an advance on an income that isn't there any more is paid back."""
    least = figure_of(facts, "weinig_terugbetalen")
    at_once = dict(facts.repayments("at_once"))
    never = [
        (year, repay)
        for year, repay in facts.repayments("never")
        if repay - at_once.get(year, ZERO) >= least
    ]
    law = "Awir art. 16, 17, 26"
    because = ("plans", *facts.work_paths)
    if never:
        most = max(repay for _, repay in never)
        yield Trap(
            "toeslagen_oud_inkomen",
            by_size(facts, most),
            facts.plan.id,
            law,
            because,
            {"repay": most},
            years=tuple(never),
            cost=Cost(most, "year"),
            figures=figures_of(facts, weeks="awir.meldtermijn_weken"),
        )
    anyhow = [(year, repay) for year, repay in at_once.items() if repay >= least]
    if anyhow:
        most = max(repay for _, repay in anyhow)
        yield Trap(
            "toeslagen_toch_terug",
            by_size(facts, most),
            facts.plan.id,
            law,
            because,
            {"repay": most},
            years=tuple(anyhow),
            cost=Cost(most, "year"),
        )


def _childcare(facts: Facts) -> Trapped:
    """Wko 1.6: who doesn't work needs a path to work, and being registered is none."""
    cared = [
        care
        for child in facts.household.children
        for care in child.childcare
        if not care.only_with_work
    ]
    if not cared or facts.plan.works:
        return
    because = ("person.reintegratietraject", *(care.path for care in cared))
    if facts.household.reintegratietraject:
        paid = facts.line("kinderopvangtoeslag")
        yield Trap(
            "opvang_met_traject",
            "medium",
            facts.plan.id,
            "Wko art. 1.6 lid 1",
            because,
            {"toeslag": paid} if paid else {},
            cost=Cost(paid, "month") if paid else None,
            # of the WIA the law names the WGA only (lid 1 i)
            variant="iva" if facts.iva is not None else "",
        )
        return
    cost = facts.line("childcare_cost")
    yield Trap(
        "opvang_zonder_werk",
        "high",
        facts.plan.id,
        "Wko art. 1.6 lid 1, 5",
        because,
        {"kosten": -cost} if cost else {},
        cost=Cost(-cost, "month") if cost else None,
        # who worked before keeps it for a while (lid 5)
        variant="stopt" if facts.household.now.works else "",
        figures=figures_of(facts, count="kinderopvangtoeslag.doorloop_maanden"),
    )


def _expenses(facts: Facts) -> Trapped:
    """Only the SV-loon counts as income: an allowance for costs doesn't (Wfsv 16)."""
    if facts.jobs:
        yield Trap("onkosten", "low", facts.plan.id, "Wfsv art. 16; AIB art. 3:2", facts.work_paths)


TRAPS: tuple[Callable[[Facts], Trapped], ...] = (
    _korting,
    _toeslagen_on_old_income,
    _childcare,
    _expenses,
)
