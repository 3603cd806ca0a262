"""Which duties a household has: what to report to whom, and what else is asked.

Every function says for whom one duty is, and gives the answers that brought it up. Terms stand in
``amounts/plichten.toml``: the law mostly says "at once", the days are those that a body asks.
"""

from calculator.rules.guidance.applies import (
    Because,
    beside,
    everybody,
    for_illness,
    with_benefit,
    with_toeslagenwet,
    with_wajong,
    with_wia,
    with_ww,
)
from calculator.rules.guidance.duty import Guide
from calculator.rules.guidance.facts import NO_CAPACITY, Facts, paths_of

UWV = "https://www.uwv.nl/particulieren/"
WW_CHANGES = UWV + "werkloos/hoe-geef-ik-wijzigingen-door-ww/index.aspx"
AO_CHANGES = (
    "https://uwv.nl/en/individuals/forms/reporting-a-change-of-circumstances-on-an-od-benefit"
)
DUTIES_WW = UWV + "werkloos/uw-rechten-en-plichten/detail/plichten-met-ww-uitkering"


def _estimate_wia(facts: Facts) -> Because:
    """Wages beside a WIA benefit: UWV pays on an estimate (AIB 4:1 lid 6)."""
    return beside(facts.wia, facts.work_paths)


def _estimate_wajong(facts: Facts) -> Because:
    """The same beside a Wajong."""
    return beside(facts.wajong, facts.work_paths)


# --- Work -------------------------------------------------------------------------------------


def _looks_for_work_ww(facts: Facts) -> Because:
    """WW 24 lid 1 b; not in the year before the AOW age, nor in the startperiode."""
    if facts.ww is None or not facts.ww_runs or facts.near_aow or _startperiode(facts):
        return None
    return (facts.ww.path,)


def _startperiode(facts: Facts) -> Because:
    return None if facts.ww is None else facts.startperiode_paths or None


def _work_plan_wga(facts: Facts) -> Because:
    """WIA 29 and 30: for who has a right to WGA, not to IVA."""
    if facts.wga is None or facts.near_aow or facts.wga.arbeidsongeschiktheid is None:
        return None
    if facts.wga.arbeidsongeschiktheid == NO_CAPACITY:
        return None
    return (f"{facts.wga.path}.arbeidsongeschiktheid",)


def _work_plan_wga_unknown(facts: Facts) -> Because:
    """The same where the class isn't known: it can be that of who can't work now."""
    if facts.wga is None or facts.near_aow or facts.wga.arbeidsongeschiktheid is not None:
        return None
    return (facts.wga.path,)


def _suitable_work(facts: Facts) -> Because:
    """WW 24 lid 1 b, WIA 30 lid 1, Wajong 2:32 lid 2: suitable work isn't refused."""
    if facts.near_aow:
        return None
    wajong = facts.wajong_of("Wajong2010") if facts.may_work else None
    found = [facts.ww, facts.wga, wajong]
    return tuple(one.path for one in found if one is not None) or None


def _cooperates_wga(facts: Facts) -> Because:
    """The same articles for who can't work now, but may later."""
    if facts.wga is None or facts.wga.arbeidsongeschiktheid != NO_CAPACITY:
        return None
    return (f"{facts.wga.path}.arbeidsongeschiktheid",)


def _work_plan_wajong_2010(facts: Facts) -> Because:
    """Wajong 2:31 and 2:32; not for who can't work at all (2:34)."""
    wajong = facts.wajong_of("Wajong2010")
    if wajong is None or not facts.may_work:
        return None
    return (f"{wajong.path}.arbeidsvermogen",)


def _instructions_owajong(facts: Facts) -> Because:
    """Wajong 3:38: instructions that UWV gave must be followed."""
    wajong = facts.wajong_of("oWajong")
    if wajong is None or not facts.may_work:
        return None
    return (f"{wajong.path}.arbeidsvermogen",)


def _keeps_job(facts: Facts) -> Because:
    """WW 24, WIA 29 and 30, Wajong 2:32: who has a job doesn't give it up.

    Beside every Wajong a WW that is refused for it counts as income (AIB 2:4 lid 3, 3:6).
    """
    in_wajong = facts.wajong is not None and facts.may_work
    if not facts.jobs or (facts.ww is None and facts.wga is None and not in_wajong):
        return None
    return paths_of(facts.jobs)


def _asks_ww_at_the_end(facts: Facts) -> Because:
    """WW 26 lid 1 b: beside any benefit, work that ends can bring a WW."""
    return tuple(f"{job.path}.until" for job in facts.ends) or None


def _reports_the_end(facts: Facts) -> Because:
    if facts.for_illness is None:
        return None
    return tuple(f"{job.path}.until" for job in facts.ends) or None


# --- Life -------------------------------------------------------------------------------------


def _holiday_ww(facts: Facts) -> Because:
    if facts.ww is None or not facts.ww_runs or facts.near_aow:
        return None
    return (facts.ww.path,)


def _holiday_ww_near_aow(facts: Facts) -> Because:
    return with_benefit(facts.ww) if facts.near_aow else None


def _abroad(facts: Facts) -> Because:
    """Without a WW: with one its rules for holidays are stricter."""
    return None if facts.ww is not None else for_illness(facts)


def _moves_in(facts: Facts) -> Because:
    """Who lives with you counts for the Toeslagenwet, toeslagen and bijstand."""
    if not (facts.has("toeslagenwet") or facts.toeslagen or facts.schemes):
        return None
    return ("partner", "co_residents")


# --- Own account ------------------------------------------------------------------------------


def _hours_on_own_account(facts: Facts) -> Because:
    """WW 1b lid 5 and 8: every hour counts, also without turnover."""
    return None if facts.ww is None else facts.own_account_paths or None


def _profit_beside_illness(facts: Facts) -> Because:
    return beside(facts.for_illness, paths_of(facts.businesses))


# --- Toeslagen, tax, municipality --------------------------------------------------------------


def _tells_toeslagen(facts: Facts) -> Because:
    return ("plans", "home", "vermogen") if facts.toeslagen else None


def _childcare(facts: Facts) -> Because:
    return facts.childcare_paths if "kinderopvangtoeslag" in facts.toeslagen else None


def _tax_to_pay(facts: Facts) -> Because:
    """AWR 6: who knows that tax is to be paid files, letter or not."""
    return ("person.loonheffingskorting_at", *facts.work_paths) if facts.years_to_pay else None


def _profit(facts: Facts) -> Because:
    return paths_of(facts.businesses) or None


def _municipality(facts: Facts) -> Because:
    """Pw 17 lid 1: who may get something of the municipality."""
    return ("home.municipality",) if facts.schemes else None


DUTIES: tuple[Guide, ...] = (
    # --- what to report to UWV
    Guide(
        "wijziging_ww",
        "duty",
        "changes",
        "uwv",
        "WW art. 25; Uitkeringsreglement WW 2015 art. 3 lid 1",
        with_ww,
        deadline="plichten.melding_uwv_dagen",
        source=WW_CHANGES,
    ),
    Guide(
        "ziek_ww",
        "duty",
        "changes",
        "uwv",
        "ZW art. 38ab; Wazo art. 3:11",
        with_ww,
        figures={"day": "plichten.ziekmelding_dag"},
        source=UWV + "werkloos",
    ),
    Guide(
        "inkomstenopgave",
        "duty",
        "changes",
        "uwv",
        "Uitkeringsreglement WW 2015 art. 3 lid 2, art. 10",
        with_ww,
        figures={"day": "ww.opgave_uiterste_dag", "paid": "ww.betaaltermijn_dagen"},
        source=UWV + "werkloos/tijdens-ww-uitkering/detail/inkomstenopgave-invullen",
    ),
    Guide(
        "wijziging_wia",
        "duty",
        "changes",
        "uwv",
        "WIA art. 27 lid 1",
        with_wia,
        deadline="plichten.melding_uwv_dagen",
        source=AO_CHANGES,
    ),
    Guide(
        "wijziging_wajong",
        "duty",
        "changes",
        "uwv",
        "Wajong art. 1a:12, 2:7 lid 1, 3:74 lid 1",
        with_wajong,
        deadline="plichten.melding_uwv_dagen",
        source=AO_CHANGES,
    ),
    Guide(
        "schatting_wia",
        "duty",
        "changes",
        "uwv",
        "AIB art. 4:1 lid 6",
        _estimate_wia,
        deadline="plichten.melding_uwv_dagen",
    ),
    Guide(
        "schatting_wajong",
        "duty",
        "changes",
        "uwv",
        "AIB art. 4:1 lid 6",
        _estimate_wajong,
        deadline="plichten.melding_uwv_dagen",
        figures={"months": "plichten.schatting_maanden"},
        source=UWV + "arbeidsbeperkt/wajong/mijn-geldzaken-tijdens-wajong",
    ),
    Guide(
        "wijziging_toeslagenwet",
        "duty",
        "changes",
        "uwv",
        "TW art. 12 lid 1",
        with_toeslagenwet,
        deadline="plichten.melding_uwv_dagen",
        source=UWV + "overige-onderwerpen/toeslag-van-uwv/detail/wijzigingen-doorgeven",
    ),
    # --- work
    Guide(
        "solliciteren_ww",
        "duty",
        "work",
        "uwv",
        "WW art. 24 lid 1 b; Besluit sollicitatieplicht WW en IOW 2012, bijlage 1",
        _looks_for_work_ww,
        figures={
            "count": "plichten.sollicitaties",
            "weeks": "plichten.sollicitatieperiode_weken",
        },
        source="https://www.uwv.nl/en/individuals/unemployment-benefit/when-receiving",
    ),
    Guide(
        "meewerken_wga",
        "duty",
        "work",
        "uwv",
        "WIA art. 29, 30",
        _work_plan_wga,
        source=UWV,
    ),
    Guide(
        "meewerken_wga_onbekend", "duty", "work", "uwv", "WIA art. 29, 30", _work_plan_wga_unknown
    ),
    Guide("meewerken_wga_volledig", "duty", "work", "uwv", "WIA art. 29, 30", _cooperates_wga),
    Guide(
        "meewerken_wajong",
        "duty",
        "work",
        "uwv",
        "Wajong art. 2:31, 2:32",
        _work_plan_wajong_2010,
    ),
    Guide(
        "voorschriften_owajong",
        "duty",
        "work",
        "uwv",
        "Wajong art. 3:35, 3:38, 3:66a",
        _instructions_owajong,
    ),
    Guide(
        "afspraken",
        "duty",
        "work",
        "uwv",
        "WW art. 24-26; WIA art. 27 lid 2; Wajong art. 1a:12, 2:7 lid 2, 3:74 lid 2",
        everybody,
    ),
    Guide(
        "niet_zelf_ontslag",
        "duty",
        "work",
        "uwv",
        "WW art. 24 lid 1; WIA art. 29 lid 1, 30 lid 3; Wajong art. 2:32 lid 2; AIB art. 2:4 lid 3",
        _keeps_job,
    ),
    Guide(
        "passend_werk",
        "duty",
        "work",
        "uwv",
        "WW art. 24 lid 1 b, 27 lid 2; WIA art. 30 lid 1; Wajong art. 2:32 lid 2",
        _suitable_work,
    ),
    Guide(
        "contract_eindigt_ww",
        "duty",
        "work",
        "uwv",
        # the law that somebody without a WW goes to
        "Werkloosheidswet art. 26 lid 1 b",
        _asks_ww_at_the_end,
        deadline="plichten.ww_aanvraag_dagen",
    ),
    Guide(
        "contract_eindigt_melden",
        "duty",
        "work",
        "uwv",
        "WIA art. 27 lid 1; Wajong art. 2:7 lid 1, 3:74 lid 1",
        _reports_the_end,
        deadline="plichten.melding_uwv_dagen",
        source=AO_CHANGES,
    ),
    # --- life
    Guide(
        "vakantie_ww",
        "duty",
        "life",
        "uwv",
        "WW art. 19 lid 1 e; Uitkeringsreglement WW 2015 art. 5",
        _holiday_ww,
        figures={"days": "plichten.vakantiedagen_ww"},
        source=DUTIES_WW + "/geef-wijzigingen-door-tijdens-uw-ww-uitkering",
    ),
    Guide(
        "vakantie_ww_voor_aow",
        "duty",
        "life",
        "uwv",
        "WW art. 19 lid 1 e; Uitkeringsreglement WW 2015 art. 5",
        _holiday_ww_near_aow,
        figures={"days": "plichten.vakantiedagen_ww_voor_aow"},
        source=DUTIES_WW,
        confidence="weak",
    ),
    Guide(
        "buitenland",
        "duty",
        "life",
        "uwv",
        "WIA art. 27; Wajong art. 2:7, 3:74",
        _abroad,
        figures={
            "weeks": "plichten.buitenland_vrij_weken",
            "days": "plichten.buitenland_melding_dagen",
        },
        source=UWV,
    ),
    Guide(
        "verhuizen",
        "duty",
        "life",
        "municipality",
        "Wet BRP art. 2.39",
        everybody,
        deadline="plichten.verhuizing_achteraf_dagen",
        figures={"before": "plichten.verhuizing_vooraf_dagen"},
    ),
    Guide(
        "samenwonen",
        "duty",
        "life",
        "toeslagen",
        "Awir art. 17; TW art. 12 lid 1; Pw art. 17 lid 1",
        _moves_in,
        deadline="awir.meldtermijn_weken",
        source=UWV + "overige-onderwerpen/toeslag-van-uwv/detail/wijzigingen-doorgeven",
    ),
    Guide(
        "vrijwilligerswerk_ww",
        "duty",
        "life",
        "uwv",
        "WW art. 8 lid 1, 25",
        with_ww,
        deadline="plichten.melding_uwv_dagen",
        source=UWV + "vrijwilligerswerk",
    ),
    Guide(
        "vrijwilligerswerk_ao",
        "duty",
        "life",
        "uwv",
        "WIA art. 27; Wajong art. 2:7, 3:74",
        for_illness,
        deadline="plichten.melding_uwv_dagen",
        source=AO_CHANGES,
    ),
    Guide(
        "studie_ww",
        "duty",
        "life",
        "uwv",
        "WW art. 1b lid 5, 25, 76",
        with_ww,
        deadline="plichten.melding_uwv_dagen",
        source=WW_CHANGES,
    ),
    Guide(
        "studie_ao",
        "duty",
        "life",
        "uwv",
        "WIA art. 27; Wajong art. 2:7, 3:74",
        for_illness,
        deadline="plichten.melding_uwv_dagen",
        source=AO_CHANGES,
    ),
    # --- own account
    Guide(
        "eigen_bedrijf_ww",
        "duty",
        "business",
        "uwv",
        "WW art. 1b lid 5, 8 lid 1-3, 21 lid 1, 25",
        _hours_on_own_account,
        deadline="plichten.melding_uwv_dagen",
        figures={"months": "ww.terugkeer_zelfstandige_maanden"},
        source=WW_CHANGES,
    ),
    Guide(
        "startperiode_opgave",
        "duty",
        "business",
        "uwv",
        "WW art. 47b, 77a",
        _startperiode,
        figures={
            "months": "ww.startperiode_maanden",
            "less": "ww.startperiode_vermindering",
        },
        source=UWV + "eigen-bedrijf-starten/starten-vanuit-ww-uitkering",
    ),
    Guide(
        "eigen_bedrijf_ao",
        "duty",
        "business",
        "uwv",
        "WIA art. 27; Wajong art. 2:7, 3:74; AIB art. 4:1 lid 5",
        _profit_beside_illness,
        deadline="plichten.melding_uwv_dagen",
        source=AO_CHANGES,
    ),
    # --- toeslagen
    Guide(
        "toeslagen_wijziging",
        "duty",
        "toeslagen",
        "toeslagen",
        "Awir art. 17; Uitvoeringsregeling Awir art. 5 lid 1",
        _tells_toeslagen,
        deadline="awir.meldtermijn_weken",
        source="https://www.belastingdienst.nl",
    ),
    Guide(
        "opvang_wijziging",
        "duty",
        "toeslagen",
        "toeslagen",
        "Awir art. 17; Uitvoeringsregeling Awir art. 5",
        _childcare,
        deadline="awir.meldtermijn_weken",
        source="https://www.belastingdienst.nl",
    ),
    # --- tax
    Guide(
        "aangifte",
        "duty",
        "tax",
        "belastingdienst",
        "AWR art. 6, 8, 9; Wet IB 2001 art. 9.4",
        _tax_to_pay,
        figures={"month": "plichten.aangifte_voor_maand"},
        confidence="weak",
    ),
    Guide(
        "aangifte_winst",
        "duty",
        "tax",
        "belastingdienst",
        "AWR art. 8, 9, 52",
        _profit,
        figures={"month": "plichten.aangifte_voor_maand"},
        confidence="weak",
    ),
    # --- municipality
    Guide(
        "gemeente_wijziging",
        "duty",
        "municipality",
        "municipality",
        "Pw art. 17 lid 1",
        _municipality,
        figures={"days": "plichten.gemeente_melding_werkdagen"},
    ),
    # --- forgotten
    Guide(
        "vergeten_uwv",
        "duty",
        "forgotten",
        "uwv",
        "WW art. 27a; WIA art. 91; Wajong art. 2:69, 3:40; Awb art. 5:41; "
        "Boetebesluit socialezekerheidswetten art. 2, 2aa",
        everybody,
        figures={"days": "plichten.alsnog_melden_dagen"},
        source=UWV + "overige-onderwerpen/boetes-bij-overtreden-informatieplicht",
    ),
    Guide(
        "vergeten_toeslagen",
        "duty",
        "forgotten",
        "toeslagen",
        "Awir art. 17, 26, 28",
        _tells_toeslagen,
    ),
)
