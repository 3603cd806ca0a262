"""Which rights a household has: to try, to get help, to come back, to disagree, and with debts.

Every function says for whom one right is, and gives the answers that brought it up. A right that
UWV may grant but need not is told as something to ask for.
"""

from calculator.rules.guidance.applies import (
    Because,
    beside,
    everybody,
    with_benefit,
    with_toeslagenwet,
    with_wajong,
    with_wia,
    with_ww,
)
from calculator.rules.guidance.duty import Guide
from calculator.rules.guidance.facts import Facts, paths_of

UWV = "https://www.uwv.nl/"
EMPLOYERS = UWV + "werkgevers/werknemer-met-uitkering/toelichting-voordelen-en-regelingen/detail/"


# --- Trying -----------------------------------------------------------------------------------


def _trial(facts: Facts) -> Because:
    """WW 76a, WIA 37 (WGA only), Wajong 2:24 and 3:69 (who can work)."""
    found = [one for one in (facts.ww, facts.wga) if one is not None]
    paths = tuple(one.path for one in found)
    if facts.wajong is not None and facts.may_work:
        paths = (*paths, facts.wajong.path)
    return paths or None


def _trial_without_capacity(facts: Facts) -> Because:
    """Stb. 2023, 131: for now also with an IVA or a Wajong without work capacity."""
    if facts.iva is not None:
        return (facts.iva.path,)
    if facts.wajong is not None and not facts.may_work:
        return (f"{facts.wajong.path}.arbeidsvermogen",)
    return None


def _start_up(facts: Facts) -> Because:
    """WW 77a: asked before the work begins."""
    if facts.ww is None or facts.household.now.businesses:
        return None
    return facts.own_account_paths or None


def _lower_wage_cost(facts: Facts) -> Because:
    """Wajong 2:20, 3:63: who can work but not as much as others in a job."""
    if facts.wajong is None or not facts.may_work or not facts.jobs:
        return None
    if any(job.loonwaarde is not None for job in facts.jobs):
        return None  # it is there already
    return (f"{facts.wajong.path}.arbeidsvermogen", *paths_of(facts.jobs))


# --- Help -------------------------------------------------------------------------------------


def _help_ao(facts: Facts) -> Because:
    """WIA 34, 34a; Wajong 2:22 to 2:24, 3:66: not for who can't work at all."""
    return with_benefit(facts.wga or (facts.wajong if facts.may_work else None))


def _job_coach(facts: Facts) -> Because:
    return beside(facts.for_illness, facts.work_paths)


def _no_risk_wia(facts: Facts) -> Because:
    return beside(facts.wia, paths_of(facts.jobs))


def _no_risk_wajong(facts: Facts) -> Because:
    return beside(facts.wajong, paths_of(facts.jobs))


# --- When work ends ---------------------------------------------------------------------------


def _ww_revives(facts: Facts) -> Because:
    """WW 21: a WW that ended by wages revives; for own account there is a term (8 lid 3)."""
    return None if facts.businesses else beside(facts.ww, paths_of(facts.jobs))


def _wga_returns(facts: Facts) -> Because:
    return beside(facts.wga, facts.work_paths)


def _iva_looked_at(facts: Facts) -> Because:
    return beside(facts.iva, facts.work_paths)


def _wajong_returns(facts: Facts) -> Because:
    """Wajong 2:16, 3:19: not in the Wajong 2015, nor for who can't work in that of 2010."""
    wajong = facts.wajong_of("oWajong", "Wajong2010")
    if wajong is None or not facts.work_paths:
        return None
    if wajong.regime == "Wajong2010" and not facts.may_work:
        return None
    return (f"{wajong.path}.regime", *facts.work_paths)


def _wajong_2010_looked_at(facts: Facts) -> Because:
    """Wajong 2:46a: who can't work but earns is looked at again after twelve months."""
    wajong = facts.wajong_of("Wajong2010")
    if wajong is None or facts.may_work or not facts.work_paths:
        return None
    return (f"{wajong.path}.arbeidsvermogen", *facts.work_paths)


def _wajong_2015_returns(facts: Facts) -> Because:
    """Wajong 1a:9 and 1a:10: ends when UWV decides that there is work capacity after all."""
    wajong = facts.wajong_of("Wajong2015")
    if wajong is None or not facts.work_paths:
        return None
    return (f"{wajong.path}.regime", *facts.work_paths)


# --- Decisions and debts ----------------------------------------------------------------------


def _toeslagen(facts: Facts) -> Because:
    return facts.benefit_paths if facts.toeslagen else None


def _tax_back(facts: Facts) -> Because:
    """A refund that comes only to who asks for it (Wet IB 9.4)."""
    return ("plans",) if facts.years_back else None


RIGHTS: tuple[Guide, ...] = (
    Guide(
        "proefplaatsing",
        "right",
        "trying",
        "uwv",
        "WW art. 76a; WIA art. 37; Wajong art. 2:24, 3:69",
        _trial,
        figures={
            "months": "plichten.proefplaatsing_maanden",
            "usual": "plichten.proefplaatsing_gewoon_maanden",
            "least": "plichten.proefplaatsing_dienstverband_maanden",
        },
        source=EMPLOYERS + "proefplaatsing",
    ),
    Guide(
        "proefplaatsing_experiment",
        "right",
        "trying",
        "uwv",
        "Stb. 2023, 131",
        _trial_without_capacity,
        confidence="weak",
    ),
    Guide(
        "startperiode",
        "right",
        "trying",
        "uwv",
        "WW art. 47b, 77a",
        _start_up,
        figures={
            "months": "ww.startperiode_maanden",
            "less": "ww.startperiode_vermindering",
        },
        source=UWV + "particulieren/eigen-bedrijf-starten/starten-vanuit-ww-uitkering",
    ),
    Guide(
        "loondispensatie",
        "right",
        "trying",
        "uwv",
        "Wajong art. 2:20, 3:63",
        _lower_wage_cost,
    ),
    Guide(
        "toeslagenwet_aanvragen",
        "right",
        "applying",
        "uwv",
        "TW art. 2, 11 lid 1, 7",
        # only who asks gets it, and not for longer ago than a year
        with_toeslagenwet,
        figures={"years": "plichten.toeslagenwet_terug_jaren"},
        source=UWV + "particulieren/overige-onderwerpen/toeslag-van-uwv",
    ),
    Guide("hulp_ww", "right", "support", "uwv", "WW art. 73", with_ww),
    Guide(
        "hulp_ao",
        "right",
        "support",
        "uwv",
        "WIA art. 34, 34a; Wajong art. 2:22-2:24, 3:66",
        _help_ao,
    ),
    Guide(
        "jobcoach",
        "right",
        "support",
        "uwv",
        "Wet WIA art. 35; Wajong art. 2:22",
        _job_coach,
    ),
    Guide(
        "no_risk_wia",
        "right",
        "support",
        "employer",
        "ZW art. 29b",
        _no_risk_wia,
        figures={"years": "plichten.no_risk_wia_jaren"},
        source=EMPLOYERS + "no-riskpolis",
    ),
    Guide(
        "no_risk_wajong",
        "right",
        "support",
        "employer",
        "ZW art. 29b",
        _no_risk_wajong,
        source=EMPLOYERS + "no-riskpolis",
    ),
    Guide(
        "clientondersteuning",
        "right",
        "support",
        "municipality",
        "Wmo 2015 art. 2.2.4 lid 1",
        everybody,
    ),
    Guide(
        "ww_herleeft",
        "right",
        "ending",
        "uwv",
        "WW art. 21, 26 lid 1 b, 35, 43 lid 1",
        _ww_revives,
        deadline="plichten.ww_aanvraag_dagen",
        figures={"months": "plichten.herleving_eigen_verzoek_maanden"},
    ),
    Guide(
        "wga_terug",
        "right",
        "ending",
        "uwv",
        "WIA art. 56 lid 2-3, 57 lid 1, 61",
        _wga_returns,
        figures={
            "years": "plichten.herleving_zelfde_oorzaak_jaren",
            "weeks": "plichten.herleving_andere_oorzaak_weken",
        },
    ),
    Guide(
        "iva_terug",
        "right",
        "ending",
        "uwv",
        "WIA art. 52 lid 2",
        _iva_looked_at,
        figures={
            "share": "plichten.iva_herbeoordeling",
            "months": "plichten.iva_herbeoordeling_maanden",
        },
    ),
    Guide(
        "wajong_terug",
        "right",
        "ending",
        "uwv",
        "Wajong art. 2:16, 2:17, 3:19, 3:21",
        _wajong_returns,
        figures={
            "share": "plichten.wajong_einde_verdienen",
            "years": "plichten.wajong_einde_jaren",
        },
    ),
    Guide(
        "wajong_herbeoordeling",
        "right",
        "ending",
        "uwv",
        "Wajong art. 2:46a",
        _wajong_2010_looked_at,
        figures={
            "share": "plichten.wajong_herbeoordeling",
            "months": "plichten.wajong_herbeoordeling_maanden",
        },
    ),
    Guide(
        "wajong2015_terug",
        "right",
        "ending",
        "uwv",
        "Wajong art. 1a:9, 1a:10",
        _wajong_2015_returns,
    ),
    Guide(
        "besluit_ww",
        "right",
        "decisions",
        "uwv",
        "Awb art. 3:46, 4:13, 4:17",
        with_ww,
        deadline="plichten.beslistermijn_dagen",
    ),
    Guide(
        "besluit_wajong",
        "right",
        "decisions",
        "uwv",
        "Wajong art. 6:1 lid 2; Awb art. 3:46, 4:17",
        with_wajong,
        deadline="plichten.beslistermijn_wajong_dagen",
    ),
    Guide(
        "besluit_wia",
        "right",
        "decisions",
        "uwv",
        "WIA art. 102; Awb art. 3:46, 4:13, 4:14 lid 3, 4:17",
        with_wia,
        deadline="plichten.beslistermijn_dagen",
    ),
    Guide(
        "bezwaar",
        "right",
        "decisions",
        "uwv",
        "Awb art. 6:7, 6:8 lid 1, 6:16, 7:1",
        everybody,
        deadline="plichten.bezwaartermijn_dagen",
    ),
    Guide("rechtshulp", "right", "decisions", "legal_help", "Wrb art. 7", everybody),
    Guide(
        "klacht",
        "right",
        "decisions",
        "uwv",
        "Awb art. 9:1, 9:11",
        everybody,
        figures={"weeks": "plichten.klacht_weken"},
    ),
    Guide(
        "belasting_terug",
        "right",
        "decisions",
        "belastingdienst",
        "Wet IB 2001 art. 9.4",
        _tax_back,
    ),
    Guide(
        "betalingsregeling_uwv",
        "right",
        "debts",
        "uwv",
        "Awb art. 4:87, 4:94",
        everybody,
        deadline="plichten.terugbetalen_dagen",
        source=UWV
        + "particulieren/overige-onderwerpen/schulden/wat-kan-uwv-voor-mij-doen/detail/"
        + "betalen-schuld-bij-uwv",
    ),
    Guide(
        "betalingsregeling_toeslagen",
        "right",
        "debts",
        "toeslagen",
        "Awir art. 28; Uitvoeringsregeling Awir art. 7",
        _toeslagen,
        figures={"weeks": "awir.betaaltermijn_weken", "months": "awir.termijnen_maanden"},
    ),
    Guide(
        "schuldhulp",
        "right",
        "debts",
        "municipality",
        "Wgs art. 3, 4, 5",
        everybody,
        figures={
            "weeks": "plichten.schuldhulp_weken",
            "days": "plichten.schuldhulp_spoed_dagen",
            "months": "plichten.schuldhulp_pauze_maanden",
        },
    ),
)
