"""Traps of the WIA and the Wajong: half of the capacity, WW beside it, estimates, advances."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal

from calculator.rules.curve import WORTH_NAMING, WORTH_WARNING
from calculator.rules.guidance.facts import NO_CAPACITY, Facts, line_of, paths_of
from calculator.rules.guidance.traps.looking import (
    calendar_month,
    curve_step,
    figure_of,
    figures_of,
    inputs_of,
    step_value,
)
from calculator.rules.guidance.traps.trap import FIRST_EURO, Cost, Trap, Trapped
from calculator.rules.laws import aib, wia, ww
from calculator.rules.money import CENT, ZERO, cents
from calculator.rules.outcome import situation_of
from calculator.rules.periods import shift
from calculator.rules.situation import (
    WGA,
    WW,
    Employment,
    Wajong,
    age_on,
    maximum_maandloon,
    per_month,
)


def half_pays(facts: Facts) -> bool:
    """Whether the WGA is higher with half of the resterende verdiencapaciteit than just below it.

    Not always (WIA 60, 61): with a low wage before and a high class it can be the other way round.
    """
    wga = facts.wga
    if wga is None or not wga.maandloon or not wga.arbeidsongeschiktheid:
        return False
    capacity = wga.resterende_verdiencapaciteit
    if capacity is None or wga.arbeidsongeschiktheid == NO_CAPACITY:
        return False
    eis = wia.inkomenseis(facts.amounts, capacity)
    return _wga_at(facts, wga, eis) > _wga_at(facts, wga, eis - CENT)


def _wga_at(facts: Facts, wga: WGA, earned: Decimal) -> Decimal:
    """The WGA after the loongerelateerde phase with an income (euro per month, in full)."""
    inkomen = earned
    if facts.ww is not None and facts.ww.maandloon:
        # the WW's maandloon counts, and of the wages what is above it (AIB 3:2 lid 14 and 19)
        inkomen = aib.inkomen_wia_naast_ww(earned, facts.ww.maandloon)
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
    step = curve_step(facts, "wga.loonaanvulling")
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
        # reaching half brings a higher WGA, but the Toeslagenwet may fall by as much
        little = step is not None and step.net - step.net_below < WORTH_WARNING
        near = amounts["room"] <= amounts["eis"] * figure_of(facts, "dicht_bij_helft")
        yield Trap(
            "wga_onder_helft",
            "low" if little else "high" if near and cost is not None else "medium",
            facts.plan.id,
            "WIA art. 60 lid 2, 61",
            because,
            amounts,
            cost=None if little else cost,
            variant="little" if little else "",
        )
        return
    above = inputs_of(facts, "wia.haalt_inkomenseis")
    if not above:
        return
    room = above["inkomen"] - above["inkomenseis"]
    if room > above["inkomenseis"] * figure_of(facts, "bijna_bij_grens"):
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
    earned = step_value(facts, "aib.inkomen_wia")
    if earned is None and facts.work_paths:
        return  # not known
    if (earned or ZERO) >= eis:
        return
    amounts = {"eis": eis}
    after = calendar_month(facts, shift(months[0], 1))
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
        "Werkloosheidswet art. 24 lid 2, 26 lid 1 b, 27 lid 1; AIB art. 2:4 lid 3, 3:6",
        paths_of(jobs) if stops else tuple(f"{job.path}.until" for job in jobs),
        _with_and_without_ww(facts, facts.wajong, jobs),
        months=() if stops else tuple(job.until for job in jobs if job.until is not None),
        figures=figures_of(facts, days="plichten.ww_aanvraag_dagen"),
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
        figures=figures_of(facts, count="plichten.garantie_vervalt_maanden"),
    )


def _earns_much_with_wga(facts: Facts) -> Trapped:
    """WIA 56: earnings with which a WGA ends, when they last."""
    wga = facts.wga
    if wga is None or not wga.maandloon or not facts.work_paths:
        return
    wage = wga.ongemaximeerd_maandloon or wga.maandloon
    earned = step_value(facts, "aib.inkomen_wia") or ZERO
    if earned > wage * figure_of(facts, "wga_einde_verdienen"):
        yield Trap(
            "wga_kan_eindigen",
            "medium",
            facts.plan.id,
            "WIA art. 56 lid 2-3",
            (f"{wga.path}.maandloon", *facts.work_paths),
            {"inkomen": earned},
            figures=figures_of(
                facts, share="plichten.wga_einde_verdienen", count="plichten.wga_einde_maanden"
            ),
        )


def _earns_with_iva(facts: Facts) -> Trapped:
    """WIA 52: below a part of the wage before UWV doesn't look again, above it it may."""
    iva = facts.iva
    if iva is None or not iva.maandloon or not facts.work_paths:
        return
    # the maandloon stands in for what somebody would earn without the illness
    wage = iva.ongemaximeerd_maandloon or iva.maandloon
    earned = step_value(facts, "aib.inkomen_wia") or step_value(facts, "aib.winst") or ZERO
    limit = wage * figure_of(facts, "iva_herbeoordeling")
    if earned <= ZERO:
        return
    much = earned > limit
    yield Trap(
        "iva_herkeuring" if much else "iva_ruimte",
        "medium" if much else "low",
        facts.plan.id,
        "WIA art. 52 lid 2",
        (f"{iva.path}.maandloon", *facts.work_paths),
        {"inkomen": earned} if much else {"inkomen": earned, "grens": limit},
        figures=figures_of(
            facts,
            share="plichten.iva_herbeoordeling",
            count="plichten.iva_herbeoordeling_maanden",
        ),
    )


def _earns_with_wajong_2015(facts: Facts) -> Trapped:
    """Wajong 1a:9 and 1a:10: who works may turn out to have work capacity."""
    wajong = facts.wajong_of("Wajong2015")
    if wajong is not None and facts.work_paths:
        yield Trap(
            "wajong2015_herkeuring",
            "medium",
            facts.plan.id,
            "Wajong art. 1a:9, 1a:10",
            (f"{wajong.path}.regime", *facts.work_paths),
        )


def _earns_much_with_wajong(facts: Facts) -> Trapped:
    """Wajong 2:46a for who can't work, and 2:16 and 3:19 for who can."""
    wajong = facts.wajong_of("oWajong", "Wajong2010")
    if wajong is None or not facts.work_paths:
        return
    # the minimum wage stands in for what somebody would earn without a handicap
    minimum: Decimal = facts.amounts.minimumloon.referentiemaandloon.value
    wage = facts.line("loon") or ZERO
    if wajong.regime == "Wajong2010" and not facts.may_work:
        if wage > minimum * figure_of(facts, "wajong_herbeoordeling"):
            yield Trap(
                "wajong_herkeuring",
                "medium",
                facts.plan.id,
                "Wajong art. 2:46a",
                (f"{wajong.path}.arbeidsvermogen", *facts.work_paths),
                {"loon": wage},
                figures=figures_of(
                    facts,
                    share="plichten.wajong_herbeoordeling",
                    count="plichten.wajong_herbeoordeling_maanden",
                ),
            )
    elif wage >= minimum * figure_of(facts, "wajong_einde_verdienen"):
        yield Trap(
            "wajong_kan_eindigen",
            "low",
            facts.plan.id,
            "Wajong art. 2:16 lid 2, 3:19 lid 2",
            (wajong.path, *facts.work_paths),
            {"loon": wage},
            figures=figures_of(
                facts, share="plichten.wajong_einde_verdienen", count="plichten.wajong_einde_jaren"
            ),
        )


def _estimate_too_low(facts: Facts) -> Trapped:
    """A benefit on an estimate, with a higher income than was expected (AIB 4:1 lid 6)."""
    most = int(figure_of(facts, "schatting_maanden"))
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
        if len(known) < len(amounts) or repay < figure_of(facts, "weinig_terugbetalen"):
            continue
        settled = next(item.settled_in for item in items if item.held_months == months)
        much = repay >= figure_of(facts, "veel_terugbetalen")
        yield Trap(
            code,
            "medium" if monthly or not much else "high",
            facts.plan.id,
            law,
            facts.work_paths,
            {"repay": repay} | _expected_and_highest(facts),
            months=(settled,),
            cost=Cost(repay, "once"),
        )


def _expected_and_highest(facts: Facts) -> dict[str, Decimal]:
    """The wage as told and the highest one (euro), where there is one job that says both."""
    if len(facts.plan.work) != 1 or not facts.jobs:
        return {}
    job = facts.jobs[0]
    if job.gross is None or job.gross_high is None:
        return {}
    return {"usual": job.gross, "high": job.gross_high}


def _advance(facts: Facts) -> Trapped:
    """Awb 4:95: while UWV hasn't decided yet, what it pays may be an advance."""
    wga = facts.wga
    if wga is None or wga.first_day is None:
        return
    day = facts.household.rules_date
    term = int(figure_of(facts, "beslistermijn_wia_dagen"))
    if 0 <= (day - wga.first_day).days <= term:
        yield Trap(
            "wia_voorschot",
            "medium",
            facts.plan.id,
            "Awb art. 4:95",
            (f"{wga.path}.first_day",),
        )


TRAPS: tuple[Callable[[Facts], Trapped], ...] = (
    _half_of_capacity,
    _half_of_capacity_later,
    _wajong_and_ww,
    _guarantee_lapses,
    _earns_much_with_wga,
    _earns_with_wajong_2015,
    _earns_with_iva,
    _earns_much_with_wajong,
    _estimate_too_low,
    _advance,
)
