"""The words of the minimum schemes: what each of the state is, and why a verdict is what it is.

Names and texts of a municipality's own schemes come from the municipality.
"""

from typing import NamedTuple

from django.utils.translation import gettext_noop as _

VERDICTS = {
    "likely": _("Waarschijnlijk wel"),
    "perhaps": _("Misschien"),
    "no": _("Nu waarschijnlijk niet"),
}

DECIDED_BY = {
    "municipality": _("Uw gemeente"),
    "foundation": _("Een stichting in uw gemeente"),
    "insurer": _("De zorgverzekeraar"),
    "water_board": _("Uw waterschap"),
    "uwv": _("UWV"),
    "svb": _("De Sociale Verzekeringsbank (SVB)"),
}

#: who checked a scheme that its municipality didn't enter itself
OFFICE = _("onze redactie")

PER = {"year": _("per jaar"), "month": _("per maand"), "once": _("één keer")}


class StateWords(NamedTuple):
    """What people read about a scheme of the state."""

    name: str
    what: str
    how: str
    bring: tuple[str, ...] = ()


INCOME_PROOF = _("uw laatste loonstrook of betaalspecificatie van UWV")
BANK = _("afschriften van al uw bankrekeningen")
IDENTITY = _("uw paspoort of identiteitskaart")

STATE: dict[str, StateWords] = {
    "algemene_bijstand": StateWords(
        _("Bijstand als aanvulling op uw inkomen"),
        _(
            "Is uw inkomen lager dan de bijstand? Dan vult de gemeente het aan. Ook als u werkt of "
            "een uitkering van UWV heeft. Van wie dit misloopt, heeft ongeveer twee derde een "
            "eigen inkomen dat te laag is."
        ),
        _("Vraag bijstand aan op werk.nl, met DigiD. Of bel uw gemeente."),
        (IDENTITY, INCOME_PROOF, BANK, _("uw huurcontract")),
    ),
    "aio": StateWords(
        _("Aanvulling van de SVB op uw inkomen (AIO)"),
        _(
            "Heeft een van u beiden AOW? En is uw inkomen samen lager dan de bijstand? Dan vult de "
            "Sociale Verzekeringsbank het aan."
        ),
        _("Vraag het aan bij de Sociale Verzekeringsbank (SVB), met DigiD. Of bel de SVB."),
        (IDENTITY, INCOME_PROOF, BANK, _("uw huurcontract")),
    ),
    "bijzondere_bijstand": StateWords(
        _("Bijzondere bijstand"),
        _(
            "Geld voor kosten die nodig zijn en die u niet zelf kunt betalen. Bijvoorbeeld een "
            "wasmachine, een advocaat of reiskosten naar het ziekenhuis."
        ),
        _("Vraag het aan bij uw gemeente. Doe dat voordat u de kosten maakt."),
        (INCOME_PROOF, BANK, _("een offerte of rekening van de kosten")),
    ),
    "individuele_inkomenstoeslag": StateWords(
        _("Individuele inkomenstoeslag"),
        _(
            "Geld voor wie lang een laag inkomen heeft en geen kans op meer inkomen. U kunt het 1 "
            "keer per 12 maanden krijgen. De gemeente bepaalt de grens en het bedrag."
        ),
        _("Vraag het aan bij uw gemeente."),
        (IDENTITY, INCOME_PROOF, BANK),
    ),
    "studietoeslag": StateWords(
        _("Studietoeslag"),
        _(
            "Geld voor wie studeert met studiefinanciering. Het is voor wie door ziekte of een "
            "handicap niet naast de studie kan werken."
        ),
        _("Vraag het aan bij uw gemeente. De gemeente vraagt vaak een arts om advies."),
        (_("uw bericht van DUO over de studiefinanciering"),),
    ),
    "kwijtschelding_gemeente": StateWords(
        _("Kwijtschelding van gemeentelijke belasting"),
        _(
            "U hoeft dan niets of minder te betalen voor afval en riool. Elke gemeente kiest zelf "
            "voor welke belastingen dit kan."
        ),
        _("Vraag het aan bij uw gemeente, zodra u de aanslag heeft."),
        (INCOME_PROOF, BANK, _("uw huurcontract of huurspecificatie")),
    ),
    "kwijtschelding_waterschap": StateWords(
        _("Kwijtschelding van waterschapsbelasting"),
        _("U hoeft dan niets of minder te betalen aan het waterschap."),
        _("Vraag het aan bij uw waterschap of bij het belastingkantoor op de aanslag."),
        (INCOME_PROOF, BANK, _("uw huurcontract of huurspecificatie")),
    ),
    "meedoen": StateWords(
        _("Stadspas of geld om mee te doen"),
        _(
            "Veel gemeenten geven korting of een budget voor sport, cultuur en uitjes. Elke "
            "gemeente doet dat op haar eigen manier."
        ),
        _("Vraag uw gemeente welke pas of regeling er is."),
        (INCOME_PROOF,),
    ),
    "kinderen": StateWords(
        _("Hulp voor kinderen: school, sport en spullen"),
        _(
            "Dit betaalt vaak spullen voor school, een laptop of een fiets voor een kind. Of de "
            "contributie van een club. Het komt van de gemeente, Stichting Leergeld of het "
            "Jeugdfonds Sport & Cultuur."
        ),
        _("Vraag het aan bij uw gemeente of bij Stichting Leergeld. School kan u helpen."),
        (INCOME_PROOF,),
    ),
    "collectieve_zorgverzekering": StateWords(
        _("Zorgverzekering van de gemeente"),
        _(
            "Veel gemeenten betalen mee aan een aanvullende zorgverzekering. Soms zit daar ook "
            "hulp bij het eigen risico in."
        ),
        _("Vraag uw gemeente ernaar. Overstappen kan elk jaar tot en met 31 december."),
    ),
    "alleenverdieners": StateWords(
        _("Tegemoetkoming voor alleenverdieners"),
        _(
            "Voor paren met één uitkering. Soms houden zij samen minder over dan een paar in de "
            "bijstand. Dat komt doordat zij minder toeslagen krijgen."
        ),
        _("Meestal krijgt u het vanzelf van uw gemeente. Kreeg u niets? Vraag het dan aan."),
        (INCOME_PROOF, _("uw brieven van Dienst Toeslagen (de beschikkingen)")),
    ),
    "tegemoetkoming_arbeidsongeschikten": StateWords(
        _("Tegemoetkoming arbeidsongeschikten"),
        _("Eén keer per jaar een bedrag voor wie een WIA- of Wajong-uitkering heeft."),
        _("U hoeft niets te doen. UWV betaalt het vanzelf, meestal in september."),
    ),
    "dubbele_kinderbijslag": StateWords(
        _("Dubbele kinderbijslag"),
        _(
            "Voor een kind van 3 tot en met 17 jaar. Het kind woont thuis en heeft heel veel zorg "
            "nodig."
        ),
        _(
            "Vraag het aan bij de Sociale Verzekeringsbank (SVB). Het Centrum indicatiestelling "
            "zorg (CIZ) geeft advies."
        ),
    ),
    "proefplaatsing": StateWords(
        _("Eerst op proef werken"),
        _(
            "U werkt dan op proef bij een werkgever en houdt uw uitkering. Loon krijgt u nog niet. "
            "Het kan als de werkgever u daarna echt een baan wil geven."
        ),
        _("Vraag UWV om toestemming voordat u begint. De werkgever vult een formulier in."),
    ),
    "jobcoach": StateWords(
        _("Hulp van een jobcoach"),
        _("Een jobcoach helpt u op uw werk. UWV betaalt dat. Het kost u en uw werkgever niets."),
        _("Vraag het aan bij UWV."),
    ),
    "no_risk": StateWords(
        _("No-riskpolis: UWV betaalt als u ziek wordt"),
        _(
            "Wordt u ziek op uw werk? Dan betaalt UWV uw loon aan uw werkgever terug. Zo durft een "
            "werkgever u eerder aan te nemen."
        ),
        _("U hoeft niets te doen. Vertel het wel aan een werkgever, als u dat wilt."),
    ),
    "energie": StateWords(
        _("Hulp bij de energierekening"),
        _("Een fonds van de overheid voor mensen met een laag inkomen en hoge energiekosten."),
        _("Vraag uw gemeente of er nu hulp is."),
    ),
}

#: why a verdict is what it is; amounts are euro per month unless the text says otherwise
REASONS: dict[str, str] = {
    # --- the general rule ---
    "fits": _("U past bij wat wij van deze regeling weten."),
    "fits_income": _(
        "Uw netto inkomen is ongeveer %(income)s per maand, zonder toeslagen. Dat is niet hoger "
        "dan de grens van %(limit)s."
    ),
    "too_young": _("Dit is voor mensen vanaf %(age)s jaar."),
    "too_old": _("Dit is voor mensen tot en met %(age)s jaar."),
    "no_children": _("Dit is voor gezinnen met een kind onder de 18."),
    "no_children_of_age": _("Dit is voor kinderen van %(first)s tot en met %(last)s jaar."),
    "not_for_household": _("Dit is niet voor een huishouden zoals dat van u."),
    "vermogen_too_high": _("U heeft meer spaargeld en bezittingen dan de grens van %(limit)s."),
    "income_too_high": _(
        "Uw netto inkomen zonder toeslagen is ongeveer %(income)s per maand. De grens is %(limit)s."
    ),
    "income_below_band": _("Met uw inkomen valt u onder de gewone regeling, met een ander bedrag."),
    "income_near_limit": _(
        "Uw netto inkomen zonder toeslagen is ongeveer %(income)s per maand. Dat ligt vlak bij de"
        " grens van %(limit)s. De gemeente rekent het precies uit."
    ),
    "low_income_too_short": _(
        "U moet minstens %(months)s maanden een laag inkomen hebben. U heeft dat korter."
    ),
    "missing": _("Wij weten nog niet alles om dit te zeggen."),
    "norm_unknown": _("Wij weten de bedragen voor deze datum of voor uw situatie niet."),
    "own_share": _(
        "Uw netto inkomen zonder toeslagen is ongeveer %(income)s per maand. Dat is hoger dan de "
        "grens van %(limit)s. U betaalt dan eerst zelf, ongeveer %(own_share)s per jaar."
    ),
    "old_amounts": _(
        "Wij kennen alleen de bedragen van %(year)s. Vraag uw gemeente hoe het nu is."
    ),
    "unchecked": _("Dit is langer dan een jaar niet nagekeken. Vraag uw gemeente hoe het nu is."),
    "unsure": _("Wij vonden hiervoor geen sterke bron. Vraag uw gemeente of het klopt."),
    "limit_unknown": _("Wij kennen de inkomensgrens niet. Vraag het uw gemeente."),
    "conditions": _("Het hangt ook van iets anders af. Dat staat hieronder."),
    # --- schemes of the state ---
    "bijstand": _(
        "Uw netto inkomen zonder toeslagen is ongeveer %(income)s per maand. Voor uw huishouden "
        "is de bijstand %(limit)s, met vakantiegeld."
    ),
    "bijstand_vrijlating": _(
        "Uw netto inkomen zonder toeslagen is ongeveer %(income)s per maand. Voor uw huishouden "
        "is de bijstand %(limit)s, met vakantiegeld. Van uw loon mag u misschien een paar maanden"
        " %(vrijlating)s per maand extra houden."
    ),
    "bijstand_near": _(
        "Uw netto inkomen zonder toeslagen is ongeveer %(income)s per maand. Dat ligt vlak bij de"
        " bijstand van %(limit)s. Misschien is er een klein bedrag bij te krijgen."
    ),
    "bijstand_own_home": _(
        "Uw netto inkomen zonder toeslagen is ongeveer %(income)s per maand. De bijstand is "
        "%(limit)s. U heeft een eigen huis. De gemeente kijkt hoeveel dat waard is."
    ),
    "bijstand_business": _(
        "Uw netto inkomen zonder toeslagen is ongeveer %(income)s per maand. De bijstand is "
        "%(limit)s. Voor ondernemers is er een eigen regeling: het Besluit bijstandverlening "
        "zelfstandigen (Bbz)."
    ),
    "bijstand_young": _(
        "Uw netto inkomen zonder toeslagen is ongeveer %(income)s per maand. Onder de 21 jaar is "
        "de bijstand laag: %(limit)s. Kunnen uw ouders niet meebetalen? Dan kan het %(raised)s "
        "worden."
    ),
    "bijstand_below_27": _(
        "Uw netto inkomen zonder toeslagen is ongeveer %(income)s per maand. De bijstand is "
        "%(limit)s. U bent jonger dan 27. Dan zoekt u eerst 4 weken zelf naar werk of een "
        "opleiding. Kunt u naar school? Dan krijgt u meestal geen bijstand."
    ),
    "student": _("Wie jonger is dan 27 en studiefinanciering krijgt, krijgt geen bijstand."),
    "shared_home": _(
        "U woont met anderen in een huis en deelt de kosten. Dan is de bijstand lager. De gemeente "
        "rekent uit hoeveel."
    ),
    "costs_depend": _("Het hangt af van de kosten en van uw inkomen."),
    "low_income_short": _("Dit is voor wie lang een laag inkomen heeft."),
    "costs": _("Uw inkomen is laag genoeg. Het hangt af van de kosten."),
    "costs_own_share": _(
        "Uw inkomen ligt ongeveer %(above)s per maand boven de bijstand. U betaalt dan meestal "
        "een deel zelf. Het hangt af van de kosten."
    ),
    "income_above_all": _(
        "Uw netto inkomen zonder toeslagen is ongeveer %(income)s per maand. Gemeenten gebruiken "
        "bijna altijd een lagere grens dan %(limit)s."
    ),
    "municipality_sets_it": _("Uw gemeente bepaalt de grens en het bedrag."),
    "meedoen": _("Uw gemeente bepaalt of er een regeling is, en voor welk inkomen."),
    "collectieve_zorgverzekering": _("Uw gemeente bepaalt of dit er is, en voor welk inkomen."),
    "kinderen": _(
        "U heeft een kind onder de 18. Elke gemeente en elke stichting heeft een eigen grens."
    ),
    "has_wajong": _("Dit kan niet naast een Wajong-uitkering."),
    "no_studiefinanciering": _("Dit is voor wie studiefinanciering krijgt."),
    "studietoeslag": _(
        "Het kan als u studiefinanciering krijgt en door ziekte of een handicap niet naast uw "
        "studie kunt werken."
    ),
    "only_couples": _("Dit is voor mensen met een partner."),
    "more_than_one_income": _("Dit is voor paren met één uitkering en geen ander inkomen."),
    "alleenverdieners": _(
        "U heeft samen één inkomen. De Belastingdienst en uw gemeente kijken of u hierdoor minder "
        "overhoudt dan een paar in de bijstand."
    ),
    "no_bill": _("U krijgt waarschijnlijk zelf geen aanslag, omdat u bij iemand in huis woont."),
    "business": _("Met een eigen bedrijf gelden andere regels. Vraag het na."),
    "money_too_high": _("U heeft meer geld dan het hoogste bedrag dat u mag hebben: %(limit)s."),
    "can_pay_self": _(
        "Met uw inkomen kunt u ongeveer %(own)s per jaar zelf betalen. Zo hoog is de aanslag "
        "bijna nooit."
    ),
    "kwijtschelding_own_home": _(
        "U heeft een eigen huis. Dan telt ook wat het waard is en wat u aan hypotheek betaalt."
    ),
    "kwijtschelding_part": _(
        "Met uw inkomen kunt u ongeveer %(own)s per jaar zelf betalen. Is de aanslag hoger? Dan "
        "hoeft u de rest misschien niet te betalen."
    ),
    "kwijtschelding_money": _(
        "U heeft meer geld dan %(limit)s. Sommige gemeenten en waterschappen staan meer geld toe."
    ),
    "kwijtschelding_local": _(
        "Bij veel gemeenten en waterschappen betaalt u dan niets. Sommige rekenen strenger: "
        "dan betaalt u tot ongeveer %(own)s per jaar zelf."
    ),
    "kwijtschelding_whole": _(
        "Uw inkomen en uw geld zijn zo laag dat u waarschijnlijk niets hoeft te betalen."
    ),
    "only_ao": _("Dit is voor mensen met een WIA- of Wajong-uitkering."),
    "tegemoetkoming": _("U heeft een WIA- of Wajong-uitkering. U moet die hebben op 1 juli."),
    "intensive_care": _(
        "Het hangt af van hoeveel zorg uw kind nodig heeft. Heeft u geen partner of is er één "
        "inkomen? Dan kunt u er nog %(extra)s per jaar bij krijgen."
    ),
    "no_capacity": _("Dit is voor mensen die volgens UWV kunnen werken."),
    "proefplaatsing": _("Het hangt af van de werkgever. UWV moet het eerst goed vinden."),
    "jobcoach": _("Het hangt af van wat u nodig heeft om te kunnen werken."),
    "no_risk_wajong": _("Met een Wajong-uitkering geldt dit zolang u werkt."),
    "no_risk_wia": _("Met een WIA-uitkering geldt dit de eerste 5 jaar van een nieuwe baan."),
    "energy_unknown": _(
        "Het Tijdelijk Noodfonds Energie ging in april 2025 dicht. Een nieuw fonds was beloofd "
        "voor eind 2026. Wij weten niet of het al open is."
    ),
}

#: what a plan does to schemes; their names follow
CHANGES = {
    "loses": _("Dit krijgt u dan waarschijnlijk niet meer:"),
    "loses_perhaps": _("Krijgt u dit nu? Dan kan dat stoppen:"),
    "less": _("Dit wordt dan minder:"),
    "less_sure": _("Dit is dan minder zeker:"),
    "gains": _("Dit kunt u dan misschien wel krijgen:"),
    "likelier": _("Dit is dan waarschijnlijker:"),
    "more": _("Dit wordt dan meer:"),
}
CHANGES_OF_ONE = {
    "loses": _("dan krijgt u dit waarschijnlijk niet meer."),
    "loses_perhaps": _("krijgt u dit nu, dan kan dat stoppen."),
    "less": _("dan wordt dit minder."),
    "less_sure": _("dan is dit minder zeker."),
    "gains": _("dan kunt u dit misschien wel krijgen."),
    "likelier": _("dan is dit waarschijnlijker."),
    "more": _("dan wordt dit meer."),
}
LOSSES = frozenset({"loses", "loses_perhaps", "less"})

#: what can be done against a refusal
APPEALS = {
    "bezwaar": _("U kunt binnen 6 weken bezwaar maken."),
    "beroep": _(
        "Ga binnen 10 dagen in beroep. Dat heet: administratief beroep. Wacht dus niet te lang."
    ),
}

#: what a municipality decides on beside what can be counted
DISCRETION = _("%(who)s beslist. Dit is onze inschatting.")
