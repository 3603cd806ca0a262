"""Warnings: what costs real money, with the figures of the calendar and the curve.

Every function looks at one trap in one situation. It works nothing out that isn't shown elsewhere:
amounts are those of the regular month, of the calendar or of the curve.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Literal, NamedTuple

from calculator.rules.calendar import CalendarMonth
from calculator.rules.curve import WORTH_NAMING, CurveStep, Fall
from calculator.rules.figures import Unknown
from calculator.rules.guidance.facts import Facts, line_of, paths_of
from calculator.rules.guidance.found import DAYS_PER_WEEK, figure, law_for
from calculator.rules.laws import aib, wia, ww
from calculator.rules.money import CENT, MONTHS_PER_YEAR, ZERO, cents
from calculator.rules.outcome import situation_of
from calculator.rules.periods import Month, last_day, shift
from calculator.rules.settlements import KortingElsewhere
from calculator.rules.situation import (
    WGA,
    WW,
    Employment,
    Wajong,
    age_on,
    maximum_maandloon,
    per_month,
)

Severity = Literal["high", "medium", "low"]
SEVERITIES: tuple[Severity, ...] = ("high", "medium", "low")
#: what a visitor sees first: no more than these
MOST_ON_TOP = 3
EARNINGS = frozenset({"loon", "winst"})
#: a wage and a credit at the same payer change nothing below this (euro per month)
FIRST_EURO = Decimal(1)


class Cost(NamedTuple):
    """What a trap costs: euro ``per`` month or year, or once."""

    amount: Decimal
    per: Literal["month", "year", "once"]

    @property
    def in_a_year(self) -> Decimal:
        """The same over a year, to put traps in order."""
        return self.amount * MONTHS_PER_YEAR if self.per == "month" else self.amount


@dataclass(frozen=True, slots=True)
class Trap:
    """One warning about one situation; ``amounts`` in euro fill its words by their names."""

    code: str
    severity: Severity
    situation: str
    law: str
    because: tuple[str, ...]
    amounts: Mapping[str, Decimal] = field(default_factory=dict)
    #: in which months of the calendar it happens
    months: tuple[Month, ...] = ()
    #: amounts that differ by year (euro per year)
    years: tuple[tuple[int, Decimal], ...] = ()
    cost: Cost | None = None
    #: which of two stories it is, where its words differ
    variant: str = ""
    #: other figures that its words name: terms and shares
    figures: Mapping[str, Decimal] = field(default_factory=dict)

    @property
    def order(self) -> tuple[int, Decimal]:
        """The one that matters most first."""
        return (
            SEVERITIES.index(self.severity),
            -(self.cost.in_a_year if self.cost is not None else ZERO),
        )


Trapped = Iterator[Trap]


def traps_of(situations: Sequence[Facts]) -> list[Trap]:
    """Every warning of every situation, the one that matters most first.

    What holds in several situations alike is told once, of the first plan that has it.
    """
    found: dict[tuple[object, ...], Trap] = {}
    # a visitor looks at a plan, so what now and a plan share is told of the plan
    for facts in (*situations[1:], *situations[:1]):
        for look in TRAPS:
            for trap in look(facts):
                trap = replace(trap, law=law_for(facts, trap.law))  # noqa: PLW2901
                key = (trap.code, trap.variant, tuple(trap.amounts.items()), trap.months)
                found.setdefault(key, trap)
    return sorted(found.values(), key=lambda trap: trap.order)


# --- What the traps look at -------------------------------------------------------------------


def inputs_of(facts: Facts, rule: str) -> dict[str, Decimal]:
    """The figures of one step behind the regular month; empty where the step isn't there."""
    for line in facts.situation.month.lines:
        for step in line.steps:
            if step.rule == rule and line.payer != "partner":
                return {name: value for name, value, _ in step.inputs if isinstance(value, Decimal)}
    return {}


def _step_value(facts: Facts, rule: str) -> Decimal | None:
    for line in facts.situation.month.lines:
        for step in line.steps:
            if step.rule == rule and line.payer != "partner" and isinstance(step.value, Decimal):
                return step.value
    return None


def _curve_step(facts: Facts, reason: str) -> CurveStep | None:
    if facts.curve is None:
        return None
    return next((step for step in facts.curve.steps if reason in step.reasons), None)


def _own_wage(facts: Facts) -> Decimal | None:
    """The wage of the job that the curve varies (euro per month)."""
    if facts.curve is None or not facts.plan.jobs:
        return None
    wage = per_month(facts.plan.jobs[0][1], facts.household.rules_date)
    return wage if wage else None


def _net_at(facts: Facts, gross: Decimal) -> Decimal | None:
    if facts.curve is None:
        return None
    for point in facts.curve.points:
        if point.gross == gross and isinstance(point.net, Decimal):
            return point.net
    return None


def _calendar_month(facts: Facts, month: Month) -> CalendarMonth | None:
    return next((it for it in facts.calendar.months if it.month == month), None)


def _line(month: CalendarMonth, code: str) -> Decimal | None:
    amounts = [line.amount for line in month.lines if line.code == code and line.payer == "uwv"]
    if not amounts or any(isinstance(amount, Unknown) for amount in amounts):
        return None
    return sum((amount for amount in amounts if isinstance(amount, Decimal)), ZERO)


def _figure(facts: Facts, name: str) -> Decimal:
    return figure(facts.amounts, f"plichten.{name}")


def _figures(facts: Facts, **names: str) -> dict[str, Decimal]:
    """Figures by their names in the words."""
    return {name: figure(facts.amounts, key) for name, key in names.items()}


# --- WW ---------------------------------------------------------------------------------------


def _ww_ends(facts: Facts) -> Trapped:
    """WW 20 lid 1 c: more than 87.5% of the maandloon in the regular month."""
    seen = inputs_of(facts, "ww.eindigt")
    if facts.ww is None or not seen:
        return
    amounts = {"inkomen": seen["inkomen"], "grens": seen["grens"]}
    severity: Severity = "medium"
    cost = None
    step, own = _curve_step(facts, "ww.eindigt"), _own_wage(facts)
    if step is not None and own is not None and _inside(step, own):
        net = _net_at(facts, own)
        if net is not None and net < step.net_below:
            severity, cost = "high", Cost(step.net_below - net, "month")
            amounts |= {"wage": step.gross, "less": cost.amount}
            if step.better_off_from is not None:
                amounts["better"] = step.better_off_from
    yield Trap(
        "ww_stopt",
        severity,
        facts.plan.id,
        "WW art. 20 lid 1 c, 21",
        (f"{facts.ww.path}.maandloon", *facts.work_paths),
        amounts,
        cost=cost,
        figures=_figures(facts, days="plichten.ww_aanvraag_dagen"),
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
        after = _calendar_month(facts, shift(months[0].month, 1))
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
        )


def _ww_nearly_ends(facts: Facts) -> Trapped:
    seen = inputs_of(facts, "ww.blijft")
    if facts.ww is None or not seen or facts.ww_is_too_small:
        return
    room = seen["grens"] - seen["inkomen"]
    if room > seen["grens"] * _figure(facts, "bijna_bij_grens"):
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
        step = _curve_step(facts, "ww.te_klein")
        own = _own_wage(facts)
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
            figures=_figures(facts, hours="plichten.ww_stoppen_uren"),
        )
        return
    seen = inputs_of(facts, "ww.uitkering")
    paid = facts.line("ww")
    if not seen or not paid:
        return
    share = (seen["maandloon"] - seen["inkomen"]) / seen["maandloon"]
    if share < _figure(facts, "kleine_ww_deel"):
        yield Trap(
            "kleine_ww",
            "low",
            facts.plan.id,
            "WW art. 20 lid 1 d, 21 lid 1",
            because,
            {"ww": paid},
            figures=_figures(
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
        paid = _line(month, "ww")
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
    weeks_needed = int(_figure(facts, "referte_eis_weken"))
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
        if after is not None and isinstance(after.net, Decimal):
            amounts["net"] = after.net
        yield Trap(
            "contract_eindigt",
            "high" if ww_is_over else "medium",
            facts.plan.id,
            "WW art. 17, 21",
            (f"{job.path}.until", f"{facts.ww.path}.last_day"),
            amounts,
            months=(job.until,),
            variant="_".join(
                name for name, holds in (("short", too_short), ("over", ww_is_over)) if holds
            ),
            figures=_figures(
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
        month.month > until and (_line(month, "ww") is None or _line(month, "ww"))
        for month in facts.calendar.months
        if any(line.code == "ww" for line in month.lines)
    )
    ran_out = any(
        event.code == "ww_eindigt" and month.month <= until
        for month in facts.calendar.months
        for event in month.events
    )
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


# --- WIA and Wajong ---------------------------------------------------------------------------


def half_pays(facts: Facts) -> bool:
    """Whether the WGA is higher with half of the resterende verdiencapaciteit than just below it.

    Not always (WIA 60, 61): with a low wage before and a high class it can be the other way round.
    """
    wga = facts.wga
    if wga is None or not wga.maandloon or not wga.arbeidsongeschiktheid:
        return False
    capacity = wga.resterende_verdiencapaciteit
    if capacity is None or wga.arbeidsongeschiktheid == "80-100":
        return False
    eis = wia.inkomenseis(facts.amounts, capacity)
    return _wga_at(facts, wga, eis) > _wga_at(facts, wga, eis - CENT)


def _wga_at(facts: Facts, wga: WGA, earned: Decimal) -> Decimal:
    """The WGA after the loongerelateerde phase with an income (euro per month, in full)."""
    inkomen = earned
    if facts.ww is not None and facts.ww.maandloon:
        # the WW's maandloon counts, and of the wages what is above it (AIB 3:2 lid 14 and 19)
        maandloon = facts.ww.maandloon
        inkomen = maandloon + aib.deel_boven_maandloon(earned, maandloon)
    _form, benefit = wia.wga_na_loongerelateerd(
        facts.amounts,
        maandloon=wga.maandloon or ZERO,
        inkomen=inkomen,
        inkomen_voor_eis=earned,
        arbeidsongeschiktheid=wga.arbeidsongeschiktheid or "",
        resterende_verdiencapaciteit=wga.resterende_verdiencapaciteit,
        age=age_on(facts.household.birth_date, facts.household.rules_date),
        verhouding=ww.dagloonverhouding(wga.maandloon or ZERO, wga.ongemaximeerd_maandloon),
    )
    return benefit


def _half_of_capacity(facts: Facts) -> Trapped:
    """WIA 60: from half of the resterende verdiencapaciteit on the benefit is a higher one."""
    wga = facts.wga
    if wga is None or not facts.work_paths or not half_pays(facts):
        return
    because = (f"{wga.path}.resterende_verdiencapaciteit", *facts.work_paths)
    below = inputs_of(facts, "wia.haalt_inkomenseis_niet")
    step = _curve_step(facts, "wga.loonaanvulling")
    if below:
        amounts = {
            "inkomen": below["inkomen"],
            "eis": below["inkomenseis"],
            "room": below["inkomenseis"] - below["inkomen"],
        }
        cost = None
        if step is not None:
            amounts |= {"wage": step.gross, "net": step.net}
            if isinstance(facts.situation.month.net, Decimal):
                more = step.net - facts.situation.month.net
                if more >= FIRST_EURO:
                    amounts["more"] = more
                    cost = Cost(more, "month")
        near = amounts["room"] <= amounts["eis"] * _figure(facts, "dicht_bij_helft")
        yield Trap(
            "wga_onder_helft",
            "high" if near and cost is not None and cost.amount >= WORTH_NAMING else "medium",
            facts.plan.id,
            "WIA art. 60 lid 2, 61",
            because,
            amounts,
            cost=cost,
        )
        return
    above = inputs_of(facts, "wia.haalt_inkomenseis")
    if not above:
        return
    room = above["inkomen"] - above["inkomenseis"]
    if room > above["inkomenseis"] * _figure(facts, "bijna_bij_grens"):
        return
    amounts = {"inkomen": above["inkomen"], "eis": above["inkomenseis"], "room": room}
    if step is not None and step.net - step.net_below >= WORTH_NAMING:
        amounts |= {"wage": step.gross, "less": step.net - step.net_below}
    yield Trap(
        "wga_net_boven_helft", "medium", facts.plan.id, "WIA art. 60 lid 2, 61", because, amounts
    )


def _half_of_capacity_later(facts: Facts) -> Trapped:
    """WIA 60: within the calendar the loongerelateerde phase ends, and half begins to count."""
    wga = facts.wga
    months = facts.months_with("wga_vervolg")
    if (
        wga is None
        or wga.phase != "loongerelateerd"
        or wga.resterende_verdiencapaciteit is None
        or not months
        or not half_pays(facts)
    ):
        return
    eis = wia.inkomenseis(facts.amounts, wga.resterende_verdiencapaciteit)
    earned = _step_value(facts, "aib.inkomen_wia")
    if earned is None and facts.work_paths:
        return  # not known
    if (earned or ZERO) >= eis:
        return
    amounts = {"eis": eis}
    after = _calendar_month(facts, shift(months[0], 1))
    if after is not None and isinstance(after.net, Decimal):
        amounts["net"] = after.net
    yield Trap(
        "wga_helft_later",
        "high" if facts.work_paths else "medium",
        facts.plan.id,
        "WIA art. 54, 60 lid 2, 61",
        (f"{wga.path}.phase_until", f"{wga.path}.resterende_verdiencapaciteit"),
        amounts,
        months=(months[0],),
    )


def _wajong_and_ww(facts: Facts) -> Trapped:
    """AIB 3:6, 2:4 lid 3: WW is income for the Wajong, also a WW that was refused by own fault."""
    if facts.wajong is None or facts.ww is not None:
        return
    stops = not facts.plan.jobs
    jobs = [job for _, job in facts.household.now.jobs if job.has_wage] if stops else facts.ends
    if not jobs:
        return
    yield Trap(
        "wajong_en_ww",
        # who stops without an end date may be giving up the job
        "high" if stops else "medium",
        facts.plan.id,
        "WW art. 24 lid 2, 26 lid 1 b, 27 lid 1; AIB art. 2:4 lid 3, 3:6",
        paths_of(jobs) if stops else tuple(f"{job.path}.until" for job in jobs),
        _with_and_without_ww(facts, facts.wajong, jobs),
        months=() if stops else tuple(job.until for job in jobs if job.until is not None),
        figures=_figures(facts, days="plichten.ww_aanvraag_dagen"),
    )


def _with_and_without_ww(
    facts: Facts, wajong: Wajong, jobs: Sequence[Employment]
) -> dict[str, Decimal]:
    """What is left after these jobs with a WW on their wage and without (euro per month).

    A maandloon has the holiday pay in it (Dagloonbesluit). Empty where the wage isn't known, where
    other work goes on, or where such a WW would change nothing.
    """
    day = facts.household.rules_date
    holiday = facts.amounts.minimumloon.vakantiebijslagpercentage.value
    loon = ZERO
    for job in jobs:
        paid = per_month(job, day)
        if paid is None:
            return {}
        loon += paid if job.vakantiegeld == "included" else paid * (1 + holiday)
    new = WW(path="", maandloon=min(cents(loon), maximum_maandloon(day)))
    if any(work not in jobs for work in facts.plan.work):
        # how a WW counts a job that was there beside the lost one isn't worked out here
        return {}
    rest = replace(facts.plan, work=(), loonheffingskorting_at="benefit")
    alone, beside = (
        situation_of(
            replace(facts.household, benefits=benefits), rest, facts.amounts, explain=False
        )
        for benefits in ((wajong,), (wajong, new))
    )
    found = {
        "wajong": line_of(alone, "wajong"),
        "wajong_ww": line_of(beside, "wajong"),
        "ww": line_of(beside, "ww"),
        "net": alone.month.net,
        "net_ww": beside.month.net,
    }
    amounts = {name: value for name, value in found.items() if isinstance(value, Decimal)}
    if len(amounts) < len(found) or amounts["wajong"] == amounts["wajong_ww"]:
        return {}
    return amounts


def _guarantee_lapses(facts: Facts) -> Trapped:
    """Wajong 8:8 lid 5: a garantiebedrag lapses for good after a year without income."""
    wajong = facts.wajong
    if wajong is None or wajong.garantiebedrag_per_day is None or facts.businesses:
        return
    if len(facts.ends) < len(facts.jobs):
        return  # some work goes on
    yield Trap(
        "garantie_vervalt",
        "medium",
        facts.plan.id,
        "Wajong art. 8:8 lid 5",
        (f"{wajong.path}.garantiebedrag_per_day", *(f"{job.path}.until" for job in facts.ends)),
        figures=_figures(facts, count="plichten.garantie_vervalt_maanden"),
    )


def _earns_much(facts: Facts) -> Trapped:
    """Earnings with which a benefit may end, or is looked at again, when they last."""
    if not facts.work_paths:
        return
    if facts.wga is not None and facts.wga.maandloon:
        wage = facts.wga.ongemaximeerd_maandloon or facts.wga.maandloon
        earned = _step_value(facts, "aib.inkomen_wia") or ZERO
        if earned > wage * _figure(facts, "wga_einde_verdienen"):
            yield Trap(
                "wga_kan_eindigen",
                "medium",
                facts.plan.id,
                "WIA art. 56 lid 2-3",
                (f"{facts.wga.path}.maandloon", *facts.work_paths),
                {"inkomen": earned},
                figures=_figures(
                    facts, share="plichten.wga_einde_verdienen", count="plichten.wga_einde_maanden"
                ),
            )
    if facts.iva is not None and facts.iva.maandloon:
        wage = facts.iva.ongemaximeerd_maandloon or facts.iva.maandloon
        earned = _step_value(facts, "aib.inkomen_wia") or ZERO
        if earned > wage * _figure(facts, "iva_herbeoordeling"):
            yield Trap(
                "iva_herkeuring",
                "medium",
                facts.plan.id,
                "WIA art. 52 lid 2",
                (f"{facts.iva.path}.maandloon", *facts.work_paths),
                {"inkomen": earned},
                figures=_figures(
                    facts,
                    share="plichten.iva_herbeoordeling",
                    count="plichten.iva_herbeoordeling_maanden",
                ),
            )
    if facts.wajong is not None and facts.wajong.regime in ("oWajong", "Wajong2010"):
        minimum: Decimal = facts.amounts.minimumloon.referentiemaandloon.value
        wage = facts.line("loon") or ZERO
        # the minimum wage stands in for what somebody would earn without a handicap
        if facts.wajong.regime == "Wajong2010" and not facts.may_work:
            if wage > minimum * _figure(facts, "wajong_herbeoordeling"):
                yield Trap(
                    "wajong_herkeuring",
                    "medium",
                    facts.plan.id,
                    "Wajong art. 2:46a",
                    (f"{facts.wajong.path}.arbeidsvermogen", *facts.work_paths),
                    {"loon": wage},
                    figures=_figures(
                        facts,
                        share="plichten.wajong_herbeoordeling",
                        count="plichten.wajong_herbeoordeling_maanden",
                    ),
                )
        elif wage >= minimum * _figure(facts, "wajong_einde_verdienen"):
            yield Trap(
                "wajong_kan_eindigen",
                "low",
                facts.plan.id,
                "Wajong art. 2:16 lid 2, 3:19 lid 2",
                (facts.wajong.path, *facts.work_paths),
                {"loon": wage},
                figures=_figures(
                    facts,
                    share="plichten.wajong_einde_verdienen",
                    count="plichten.wajong_einde_jaren",
                ),
            )


def _estimate_too_low(facts: Facts) -> Trapped:
    """A benefit on an estimate, with a higher income than was expected (AIB 4:1 lid 6)."""
    most = int(_figure(facts, "schatting_maanden"))
    high = [item for item in facts.calendar.settlements if item.income == "high"]
    has_ww = any(item.code == "ww" for item in high)
    by_statement = {"ww", "toeslagenwet"} if has_ww else set()
    for code, law in (
        ("schatting_te_laag", "AIB art. 4:1 lid 6; WIA art. 77; Wajong art. 2:59, 3:56"),
        ("opgave_te_laag", "WW art. 22a, 36; TW art. 20"),
    ):
        monthly = code == "opgave_te_laag"
        items = [item for item in high if (item.code in by_statement) == monthly]
        months = max((it.held_months for it in items if it.held_months <= most), default=0)
        amounts = [item.repay for item in items if item.held_months == months]
        known = [amount for amount in amounts if isinstance(amount, Decimal)]
        repay = sum(known, ZERO)
        if len(known) < len(amounts) or repay < _figure(facts, "weinig_terugbetalen"):
            continue
        settled = next(item.settled_in for item in items if item.held_months == months)
        much = repay >= _figure(facts, "veel_terugbetalen")
        yield Trap(
            code,
            "high" if much else "medium",
            facts.plan.id,
            law,
            facts.work_paths,
            {"repay": repay},
            months=(settled,),
            cost=Cost(repay, "once"),
        )


def _advance(facts: Facts) -> Trapped:
    """Awb 4:95: while UWV hasn't decided yet, what it pays may be an advance."""
    wga = facts.wga
    if wga is None or wga.first_day is None:
        return
    day = facts.household.rules_date
    term = int(_figure(facts, "beslistermijn_wia_dagen"))
    if 0 <= (day - wga.first_day).days <= term:
        yield Trap(
            "wia_voorschot",
            "medium",
            facts.plan.id,
            "Awb art. 4:95",
            (f"{wga.path}.first_day",),
        )


# --- Tax and toeslagen ------------------------------------------------------------------------


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
    least = _figure(facts, "weinig_terugbetalen")
    if chosen is not None and chosen[1] <= -least and at in ("benefit", "work"):
        year, amount = chosen
        other = by_year[year]["work" if at == "benefit" else "benefit"].assessment
        if isinstance(other, Decimal) and other - amount >= least:
            yield Trap(
                "korting_andere_kant",
                _by_size(facts, -amount),
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


def _by_size(facts: Facts, amount: Decimal) -> Severity:
    return "high" if amount >= _figure(facts, "veel_terugbetalen") else "medium"


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
    least = _figure(facts, "weinig_terugbetalen")
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
            _by_size(facts, most),
            facts.plan.id,
            law,
            because,
            {"repay": most},
            years=tuple(never),
            cost=Cost(most, "year"),
            figures=_figures(facts, weeks="awir.meldtermijn_weken"),
        )
    anyhow = [(year, repay) for year, repay in at_once.items() if repay >= least]
    if anyhow:
        most = max(repay for _, repay in anyhow)
        yield Trap(
            "toeslagen_toch_terug",
            _by_size(facts, most),
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
        figures=_figures(facts, count="kinderopvangtoeslag.doorloop_maanden"),
    )


def _expenses(facts: Facts) -> Trapped:
    """Only the SV-loon counts as income: an allowance for costs doesn't (Wfsv 16)."""
    if facts.jobs:
        yield Trap("onkosten", "low", facts.plan.id, "Wfsv art. 16; AIB art. 3:2", facts.work_paths)


# --- Any wage ---------------------------------------------------------------------------------

#: steps of the curve that have a warning of their own
TOLD = frozenset({"ww.eindigt", "ww.te_klein", "loonheffingskorting.work"})


def _more_wage_less_left(facts: Facts) -> Trapped:
    """The own wage lies where a lower one leaves more."""
    own = _own_wage(facts)
    if facts.curve is None or own is None:
        return
    net = _net_at(facts, own)
    if net is None:
        return
    dips: list[CurveStep | Fall] = [
        *(
            step
            for step in facts.curve.steps
            if step.net <= step.net_below - WORTH_NAMING
            and step.gross >= FIRST_EURO
            and TOLD.isdisjoint(step.reasons)
        ),
        *facts.curve.falls,
    ]
    for dip in dips:
        top = dip.net if isinstance(dip, Fall) else dip.net_below
        if not _inside(dip, own) or top - net < WORTH_NAMING:
            continue
        amounts = {"wage": dip.gross, "loon": own, "less": top - net}
        if dip.better_off_from is not None:
            amounts["better"] = dip.better_off_from
        yield Trap(
            "minder_over",
            "high",
            facts.plan.id,
            "",
            facts.work_paths,
            amounts,
            cost=Cost(top - net, "month"),
            variant="fall" if isinstance(dip, Fall) else "step",
        )
        return


def _credit_moves_to_a_small_wage(facts: Facts) -> Trapped:
    """A wage so small that the loonheffingskorting does more at the benefit."""
    own = _own_wage(facts)
    step = _curve_step(facts, "loonheffingskorting.work")
    if step is None or own is None or not _inside(step, own):
        return
    net = _net_at(facts, own)
    if net is None or step.net_below - net < WORTH_NAMING:
        return
    amounts = {"less": step.net_below - net}
    if step.better_off_from is not None:
        amounts["better"] = step.better_off_from
    yield Trap(
        "korting_bij_klein_loon",
        "medium",
        facts.plan.id,
        "Wet LB 1964 art. 23",
        (f"{facts.plan.path}.loonheffingskorting_at", *facts.work_paths),
        amounts,
        cost=Cost(amounts["less"], "month"),
    )


def _inside(dip: CurveStep | Fall, own: Decimal) -> bool:
    """Whether a wage lies where less is left than just below a step, or than at a top."""
    first = dip.gross < own if isinstance(dip, Fall) else dip.gross <= own
    return first and (dip.better_off_from is None or own < dip.better_off_from)


TRAPS: tuple[Callable[[Facts], Trapped], ...] = (
    _ww_ends,
    _ww_ends_in_a_month,
    _ww_nearly_ends,
    _ww_small,
    _two_wages,
    _contract_ends,
    _half_of_capacity,
    _half_of_capacity_later,
    _wajong_and_ww,
    _guarantee_lapses,
    _earns_much,
    _estimate_too_low,
    _advance,
    _korting,
    _toeslagen_on_old_income,
    _childcare,
    _expenses,
    _more_wage_less_left,
    _credit_moves_to_a_small_wage,
)
