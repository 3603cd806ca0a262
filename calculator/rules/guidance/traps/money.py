"""Traps of tax, toeslagen and childcare."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal

from calculator.rules.curve import WORTH_WARNING
from calculator.rules.guidance.facts import Facts
from calculator.rules.guidance.traps.looking import by_size, figure_of, figures_of
from calculator.rules.guidance.traps.trap import Cost, Trap, Trapped
from calculator.rules.money import MONTHS_PER_YEAR, ZERO
from calculator.rules.outcome import net_of_month
from calculator.rules.periods import shift
from calculator.rules.settlements import KortingElsewhere
from calculator.rules.situation import AT_ONE_PAYER, Korting


def _korting(facts: Facts) -> Trapped:
    """LB 23: the loonheffingskorting at two payers, at the other one, or nowhere."""
    by_year: dict[int, dict[str, KortingElsewhere]] = {
        year.year: {item.at: item for item in year.kortingen} for year in facts.calendar.years
    }
    both = _worst(by_year, "both")
    at = facts.plan.loonheffingskorting_at
    told_at = "person" if facts.is_now else facts.plan.path
    because = (f"{told_at}.loonheffingskorting_at", *facts.work_paths)
    chosen = _worst(by_year, at or "")
    least = figure_of(facts, "weinig_terugbetalen")
    if chosen is not None and chosen[1] <= -least and at in AT_ONE_PAYER:
        year, amount = chosen
        other = by_year[year]["work" if at == "benefit" else "benefit"].assessment
        if isinstance(other, Decimal) and other - amount >= least:
            yield Trap(
                "korting_andere_kant",
                "medium",
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
    elif both is not None and both[1] <= -least and both != chosen:
        yield Trap(
            "korting_dubbel",
            # it only happens to who does it
            "low" if at in AT_ONE_PAYER else "medium",
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


def _credit_leaves_more_elsewhere(facts: Facts) -> Trapped:
    """LB 23: the same tax over the year, but more each month with the credit at the other payer."""
    at = facts.plan.loonheffingskorting_at
    net = facts.situation.month.net
    if at not in AT_ONE_PAYER or not facts.jobs or not isinstance(net, Decimal):
        return
    if at == "work" and facts.months_with("ww_eindigt"):
        return  # a credit at a benefit that ends has to move again
    other: Korting = "benefit" if at == "work" else "work"
    moved = replace(facts.plan, loonheffingskorting_at=other)
    there = net_of_month(facts.household, moved, facts.amounts).net
    if not isinstance(there, Decimal) or there - net < WORTH_WARNING:
        return
    yield Trap(
        "korting_beter",
        "medium",
        facts.plan.id,
        "Wet LB 1964 art. 23",
        (f"{facts.plan.path}.loonheffingskorting_at", *facts.work_paths),
        {"more": there - net},
        cost=Cost(there - net, "month"),
        variant=other,
    )


def _supplement_not_claimed(facts: Facts) -> Trapped:
    """TW 11: the Toeslagenwet counts as if it was claimed, but only who asks gets it."""
    amount, now = facts.line("toeslagenwet"), facts.of_now("toeslagenwet")
    if not amount and not now:
        return
    most = max(amount or ZERO, now or ZERO)
    amounts = {"plan": amount} if amount and not facts.is_now else {}
    yield Trap(
        "toeslagenwet_vragen",
        by_size(facts, most * MONTHS_PER_YEAR),
        facts.plan.id,
        "TW art. 2, 11 lid 1, 7",
        facts.benefit_paths,
        amounts | ({"now": now} if now else {}),
        cost=Cost(most, "month"),
        figures=figures_of(facts, years="plichten.toeslagenwet_terug_jaren"),
    )


def _childcare_to_ask(facts: Facts) -> Trapped:
    """Awir 14, 15: kinderopvangtoeslag comes on request only, and not for long ago."""
    paid = facts.new_childcare
    if not paid:
        return
    months = int(figure_of(facts, "opvang_aanvragen_maanden"))
    yield Trap(
        "opvang_aanvragen",
        "high",
        facts.plan.id,
        "Awir art. 14, 15",
        facts.childcare_paths,
        {"toeslag": paid},
        months=(shift(facts.first_month, months),),
        cost=Cost(paid, "month"),
        figures=figures_of(facts, months_count="plichten.opvang_aanvragen_maanden"),
    )


def _toeslagen_on_old_income(facts: Facts) -> Trapped:
    """Awir 16, 26: an advance on an income that isn't there any more is paid back."""
    least = figure_of(facts, "weinig_terugbetalen")
    at_once = dict(facts.repayments("at_once"))
    never = tuple(
        (year, repay)
        for year, repay in facts.repayments("never")
        if repay - at_once.get(year, ZERO) >= least
    )
    anyhow = tuple((year, repay) for year, repay in at_once.items() if repay >= least)
    weeks = figures_of(facts, weeks="awir.meldtermijn_weken")
    for code, years, figures in (
        ("toeslagen_oud_inkomen", never, weeks),
        ("toeslagen_toch_terug", anyhow, {}),
    ):
        if not years:
            continue
        most = max(repay for _, repay in years)
        yield Trap(
            code,
            by_size(facts, most),
            facts.plan.id,
            "Awir art. 16, 17, 26",
            ("plans", *facts.work_paths),
            {"repay": most},
            years=years,
            cost=Cost(most, "year"),
            figures=figures,
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
    _supplement_not_claimed,
    _credit_leaves_more_elsewhere,
    _korting,
    _childcare_to_ask,
    _toeslagen_on_old_income,
    _childcare,
    _expenses,
)
