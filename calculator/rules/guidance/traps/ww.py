"""Traps of the WW: 87.5%, a WW too small, two wages in a month, a contract that ends."""

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal

from calculator.rules.calendar import CalendarMonth
from calculator.rules.curve import WORTH_NAMING
from calculator.rules.guidance.facts import Facts, paths_of
from calculator.rules.guidance.found import DAYS_PER_WEEK
from calculator.rules.guidance.traps.looking import (
    calendar_month,
    curve_step,
    figure_of,
    figures_of,
    inputs_of,
    less_than_below,
    line_in,
    own_wage,
)
from calculator.rules.guidance.traps.trap import EARNINGS, Cost, Trap, Trapped
from calculator.rules.money import ZERO
from calculator.rules.periods import Month, last_day, shift
from calculator.rules.situation import Employment


def _ww_ends(facts: Facts) -> Trapped:
    """WW 20 lid 1 c: more than 87.5% of the maandloon in the regular month."""
    seen = inputs_of(facts, "ww.eindigt")
    if facts.ww is None or not seen:
        return
    amounts = {"inkomen": seen["inkomen"], "grens": seen["grens"]}
    cost = None
    step = curve_step(facts, "ww.eindigt")
    below = {} if step is None else less_than_below(facts, step)
    if step is not None and below and below["less"] > ZERO:
        cost = Cost(below["less"], "month")
        amounts |= {"wage": step.gross} | below
    yield Trap(
        "ww_stopt",
        "high",
        facts.plan.id,
        "WW art. 20 lid 1 c, 21",
        (f"{facts.ww.path}.maandloon", *facts.work_paths),
        amounts,
        cost=cost,
        figures=figures_of(facts, days="plichten.ww_aanvraag_dagen"),
        # what a lower wage leaves more, it leaves as long as there would be a WW
        days={"last": facts.ww.last_day} if cost is not None and facts.ww.last_day else {},
    )


def _ww_ends_in_a_month(facts: Facts) -> Trapped:
    """The same in a month with more wage than usual: the WW isn't paid over that month."""
    if facts.ww is None or not facts.has("ww") or facts.ww_is_too_small:
        return
    by_reason: dict[str, list[CalendarMonth]] = {}
    for month in facts.calendar.months:
        events = {event.code for event in month.events}
        if "ww_stopt_door_inkomen" not in events:
            continue
        reason = next((it for it in ("vakantiegeld_werk", "twee_loonperioden") if it in events), "")
        by_reason.setdefault(reason, []).append(month)
    regular = facts.line("ww") or ZERO
    for reason, months in by_reason.items():
        # the WW over a month comes in the next, so that is the month in which less arrives
        after = calendar_month(facts, shift(months[0].month, 1))
        amounts = {"ww": regular}
        if after is not None and isinstance(after.received, Decimal):
            amounts["received"] = after.received
        yield Trap(
            "ww_stopt_in_maand",
            "medium",
            facts.plan.id,
            "WW art. 20 lid 1 c, 21; AIB art. 4:1 lid 10",
            (f"{facts.ww.path}.maandloon", *facts.work_paths),
            amounts,
            months=tuple(month.month for month in months),
            cost=Cost(regular * len(months), "once"),
            variant=reason,
            figures=figures_of(facts, days="plichten.ww_aanvraag_dagen"),
        )


def _ww_nearly_ends(facts: Facts) -> Trapped:
    seen = inputs_of(facts, "ww.blijft")
    if facts.ww is None or not seen or facts.ww_is_too_small:
        return
    room = seen["grens"] - seen["inkomen"]
    if room > seen["grens"] * figure_of(facts, "bijna_bij_grens"):
        return
    yield Trap(
        "ww_bijna",
        "medium",
        facts.plan.id,
        "WW art. 20 lid 1 c",
        (f"{facts.ww.path}.maandloon", *facts.work_paths),
        {"inkomen": seen["inkomen"], "grens": seen["grens"], "room": room},
    )


def _ww_small(facts: Facts) -> Trapped:
    """A WW too small to be paid (WW 41), or hardly worth its duties: it still runs out."""
    if facts.ww is None or not facts.jobs:
        return
    because = (f"{facts.ww.path}.maandloon", *paths_of(facts.jobs))
    small = inputs_of(facts, "ww.te_klein")
    if small:
        step = curve_step(facts, "ww.te_klein")
        own = own_wage(facts)
        cost = None
        amounts = {"uitkering": small["uitkering"], "grens": small["grens"]}
        if step is not None and own is not None and step.net <= step.net_below - WORTH_NAMING:
            cost = Cost(step.net_below - step.net, "month")
            amounts |= {"wage": step.gross, "less": cost.amount}
        yield Trap(
            "ww_te_klein",
            "medium",
            facts.plan.id,
            "WW art. 41, 20 lid 1 d, 21",
            because,
            amounts,
            cost=cost,
            figures=figures_of(facts, hours="plichten.ww_stoppen_uren"),
        )
        return
    seen = inputs_of(facts, "ww.uitkering")
    paid = facts.line("ww")
    if not seen or not paid:
        return
    share = (seen["maandloon"] - seen["inkomen"]) / seen["maandloon"]
    if share < figure_of(facts, "kleine_ww_deel"):
        yield Trap(
            "kleine_ww",
            "low",
            facts.plan.id,
            "WW art. 20 lid 1 d, 21 lid 1",
            because,
            {"ww": paid},
            figures=figures_of(
                facts,
                months="plichten.herleving_eigen_verzoek_maanden",
                hours="plichten.ww_stoppen_uren",
            ),
        )


def _two_wages(facts: Facts) -> Trapped:
    """A month with two payments of four weeks: the WW over it is lower (AIB 4:1 lid 10)."""
    regular = facts.line("ww")
    if facts.ww is None or not regular:
        return
    found = []
    for month in facts.calendar.months:
        events = {event.code for event in month.events}
        paid = line_in(month, "ww")
        if "twee_loonperioden" in events and "ww_stopt_door_inkomen" not in events and paid:
            found.append((month.month, paid))
    found = [(month, paid) for month, paid in found if paid < regular]
    if not found:
        return
    lowest = min(paid for _, paid in found)
    yield Trap(
        "twee_lonen",
        "low",
        facts.plan.id,
        "AIB art. 4:1 lid 10",
        tuple(f"{job.path}.per" for job in facts.jobs),
        {"ww": lowest, "usual": regular},
        months=tuple(month for month, _ in found),
        cost=Cost(sum((regular - paid for _, paid in found), ZERO), "once"),
    )


def _contract_ends(facts: Facts) -> Trapped:
    """WW 17: a contract that ends before it gives a right to WW, or after the old WW is over."""
    if facts.ww is None:
        return
    weeks_needed = int(figure_of(facts, "referte_eis_weken"))
    for job in facts.ends:
        assert job.until is not None  # noqa: S101 -- that is what ``ends`` are
        ends = last_day(job.until)
        begins = _begins(facts, job)
        too_short = begins is not None and _calendar_weeks(begins, ends) < weeks_needed
        ww_is_over = _ww_ended_before(facts, job.until)
        if not (too_short or ww_is_over):
            continue
        amounts = {}
        after = _first_month_without_wage(facts, job.until)
        cost = None
        if after is not None and isinstance(after.net, Decimal):
            amounts["net"] = after.net
            net = facts.situation.month.net
            if isinstance(net, Decimal) and net > after.net:
                cost = Cost(net - after.net, "month")
        yield Trap(
            "contract_eindigt",
            "high" if ww_is_over and too_short else "medium",
            facts.plan.id,
            "WW art. 17, 21",
            (f"{job.path}.until", f"{facts.ww.path}.last_day"),
            amounts,
            months=(job.until,),
            cost=cost,
            variant="_".join(
                name for name, holds in (("short", too_short), ("over", ww_is_over)) if holds
            ),
            figures=figures_of(
                facts,
                needed="plichten.referte_eis_weken",
                period="plichten.referte_periode_weken",
                days="plichten.ww_aanvraag_dagen",
            ),
        )


def _calendar_weeks(first: date, last: date) -> int:
    """How many weeks from Monday to Sunday a time touches (WW 16 lid 7, 17 lid 1)."""
    mondays = (first - timedelta(first.weekday()), last - timedelta(last.weekday()))
    return (mondays[1] - mondays[0]).days // DAYS_PER_WEEK + 1


def _ww_ended_before(facts: Facts, until: Month) -> bool:
    """Whether the WW ran out by then: one that a wage stopped comes back later (WW 43 lid 1)."""
    paid_after = any(
        month.month > until and (line_in(month, "ww") is None or line_in(month, "ww"))
        for month in facts.calendar.months
        if any(line.code == "ww" for line in month.lines)
    )
    ran_out = any(month <= until for month in facts.months_with("ww_eindigt"))
    return ran_out and not paid_after


def _first_month_without_wage(facts: Facts, until: Month) -> CalendarMonth | None:
    for month in facts.calendar.months:
        earns = any(line.code in EARNINGS and line.payer != "partner" for line in month.lines)
        if month.month > until and not earns:
            return month
    return None


def _begins(facts: Facts, job: Employment) -> date | None:
    """The day on which a job of the plan begins; None where it was there already."""
    for month in facts.calendar.months:
        for event in month.events:
            if event.code == "contract_begint" and event.path == job.path:
                return event.day
    return None


TRAPS: tuple[Callable[[Facts], Trapped], ...] = (
    _ww_ends,
    _ww_ends_in_a_month,
    _ww_nearly_ends,
    _ww_small,
    _two_wages,
    _contract_ends,
)
