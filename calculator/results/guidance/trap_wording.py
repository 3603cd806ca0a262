"""The words of warnings: what happens, what it costs, and what to do now.

A sentence that names an amount is only said where that amount is known.
"""

from typing import NamedTuple

from django.utils.translation import gettext_noop as _


class TrapWords(NamedTuple):
    """What people read about a trap: its name, what happens, and what to do."""

    title: str
    sentences: tuple[str, ...]
    todo: str


LESS_BELOW = _("Met een loon net onder %(wage)s houdt u %(less)s per maand meer over.")
DO_NOT_REFUSE = _("Let op: praat eerst met UWV voordat u werk of uren weigert.")
UNTIL_WW_ENDS = _("Dat is zo tot uw WW stopt, op %(last)s.")
BETTER_FROM = _("Vanaf een loon van %(better)s houdt u weer meer over.")
#: said once for every year
BY_YEAR = {
    "toeslagen_oud_inkomen": _("Over %(year)s is dat %(amount)s."),
    "toeslagen_toch_terug": _("Over %(year)s is dat ongeveer %(amount)s."),
    "korting_dubbel": _("Over %(year)s is dat ongeveer %(amount)s."),
    "korting_andere_kant": _("Over %(year)s is dat ongeveer %(amount)s."),
    "korting_nergens": _("Over %(year)s is dat ongeveer %(amount)s."),
}

CONTRACT_OVER = _("Uw contract stopt in %(months)s. Uw WW is dan al voorbij.")
CONTRACT_SHORT = _("Dit contract duurt minder dan %(needed)s weken.")
CONTRACT_AFTER = _("Zonder dit werk en zonder nieuwe WW houdt u per maand ongeveer %(net)s over.")
ASK_NEW_WW = _(
    "Vraag in elk geval WW aan, uiterlijk %(days)s dagen na uw laatste werkdag. Voor nieuwe WW "
    "moet u in de laatste %(period)s weken minstens %(needed)s weken gewerkt hebben. Een uur "
    "per week is genoeg. Weken die al telden voor uw oude WW, tellen niet nog een keer."
)

TRAPS: dict[str, TrapWords] = {
    # --- WW
    "ww_stopt": TrapWords(
        _("Uw WW stopt door uw inkomen"),
        (
            _(
                "Voor UWV is uw inkomen %(inkomen)s per maand. Dat is meer dan de grens van "
                "%(grens)s. Dan krijgt u geen WW meer."
            ),
            LESS_BELOW,
            BETTER_FROM,
            UNTIL_WW_ENDS,
            DO_NOT_REFUSE,
        ),
        _(
            "Vul de Inkomstenopgave in tot UWV schrijft dat uw WW stopt. Verdient u later weer "
            "minder? Vraag uw WW dan binnen %(days)s dagen terug."
        ),
    ),
    "ww_stopt_in_maand.vakantiegeld_werk": TrapWords(
        _("Geen WW in de maand van uw vakantiegeld"),
        (
            _(
                "In %(months)s krijgt u vakantiegeld van uw werkgever. Samen met uw loon is dat te "
                "veel voor WW in die maand."
            ),
            _("In de maand daarna komt er daardoor maar %(received)s binnen."),
        ),
        _(
            "Zet een deel van uw vakantiegeld opzij. Blijf de Inkomstenopgave invullen. Dan kan uw "
            "WW daarna terugkomen. Schrijft UWV dat uw WW is gestopt? Vraag de WW dan binnen "
            "%(days)s dagen terug."
        ),
    ),
    "ww_stopt_in_maand.twee_loonperioden": TrapWords(
        _("Geen WW in een maand met twee keer loon"),
        (
            _(
                "U krijgt om de vier weken loon. In %(months)s is dat twee keer in één maand. Dat "
                "is te veel voor WW in die maand."
            ),
            _("In de maand daarna komt er daardoor maar %(received)s binnen."),
        ),
        _(
            "Zet een deel van het extra loon opzij. Blijf de Inkomstenopgave invullen. Dan kan uw "
            "WW daarna terugkomen. Schrijft UWV dat uw WW is gestopt? Vraag de WW dan binnen "
            "%(days)s dagen terug."
        ),
    ),
    "ww_stopt_in_maand": TrapWords(
        _("In sommige maanden geen WW"),
        (
            _("In %(months)s verdient u te veel voor WW in die maand."),
            _("In de maand daarna komt er daardoor maar %(received)s binnen."),
        ),
        _(
            "Blijf de Inkomstenopgave invullen. Dan kan uw WW daarna terugkomen. Schrijft UWV dat "
            "uw WW is gestopt? Vraag de WW dan binnen %(days)s dagen terug."
        ),
    ),
    "ww_bijna": TrapWords(
        _("U zit dicht bij de grens van de WW"),
        (
            _(
                "Voor UWV is uw inkomen %(inkomen)s per maand. De grens is %(grens)s. Verdient u "
                "in een maand meer dan %(room)s extra? Dan krijgt u over die maand geen WW."
            ),
        ),
        _(
            "Denk hieraan bij overwerk, extra uren en een extraatje van uw werkgever. Een maand "
            "later kan uw WW terugkomen."
        ),
    ),
    "ww_te_klein": TrapWords(
        _("Uw WW is zo klein dat UWV die niet uitbetaalt"),
        (
            _(
                "Er blijft %(uitkering)s WW per maand over. UWV betaalt pas vanaf %(grens)s. Uw WW "
                "loopt wel door, en raakt op."
            ),
            LESS_BELOW,
        ),
        _(
            "Zolang uw WW loopt, heeft u ook uw plichten. Werkt u bijna evenveel uren als vroeger, "
            "met minder dan %(hours)s uur per week verschil? Dan kunt u UWV vragen om de WW te "
            "stoppen."
        ),
    ),
    "kleine_ww": TrapWords(
        _("U houdt een kleine WW over"),
        (
            _(
                "U krijgt nog %(ww)s WW per maand, vóór belasting. Zolang uw WW loopt, heeft u al "
                "uw plichten."
            ),
        ),
        _(
            "Werkt u bijna evenveel uren als vroeger, met minder dan %(hours)s uur per week "
            "verschil? Dan kunt u UWV vragen om de WW te stoppen. Let op: daarna kunt u de WW nog "
            "maar %(months)s maanden lang terugvragen."
        ),
    ),
    "toeslagenwet_vragen": TrapWords(
        _("Krijgt u de toeslag van UWV nog niet? Vraag die aan"),
        (
            _(
                "U heeft waarschijnlijk recht op een toeslag van UWV (Toeslagenwet). Wij rekenen "
                "alsof u die al krijgt."
            ),
            _("Nu is die %(now)s per maand, vóór belasting."),
            _("Met uw plan is die %(plan)s per maand, vóór belasting."),
        ),
        _(
            "Krijgt u de toeslag nog niet? Vraag die nu aan bij UWV. Voor de tijd die voorbij is, "
            "betaalt UWV hoogstens %(years)s jaar."
        ),
    ),
    "twee_lonen": TrapWords(
        _("Twee keer loon in één maand"),
        (
            _(
                "In %(months)s krijgt u twee keer loon. Uw WW over die maand is dan %(ww)s in "
                "plaats van %(usual)s, vóór belasting."
            ),
        ),
        _("Zet een deel van het extra loon opzij. Een maand later komt er minder WW binnen."),
    ),
    "contract_eindigt.over": TrapWords(
        _("Vraag na uw contract nieuwe WW aan"),
        (
            CONTRACT_OVER,
            _("Misschien heeft u dan recht op nieuwe WW. Die zit niet in onze bedragen."),
            CONTRACT_AFTER,
        ),
        ASK_NEW_WW,
    ),
    "contract_eindigt.short": TrapWords(
        _("Dit contract is kort voor nieuwe WW"),
        (
            CONTRACT_SHORT,
            _("Misschien krijgt u dan geen nieuwe WW. Uw oude WW kan wel terugkomen."),
            CONTRACT_AFTER,
        ),
        ASK_NEW_WW,
    ),
    "contract_eindigt.short_over": TrapWords(
        _("Na uw contract heeft u misschien geen WW"),
        (CONTRACT_OVER, CONTRACT_SHORT, CONTRACT_AFTER),
        _(
            "Vraag in elk geval WW aan, uiterlijk %(days)s dagen na uw laatste werkdag. Krijgt u "
            "die niet? Vraag dan meteen bijstand aan bij uw gemeente."
        ),
    ),
    # --- WIA and Wajong
    "wga_onder_helft": TrapWords(
        _("Uw loon is nog te laag voor een hogere uitkering"),
        (
            _(
                "De helft van wat u volgens UWV kunt verdienen is %(eis)s per maand, met "
                "vakantiegeld. U zit daar %(room)s onder. Daarom krijgt u een lagere uitkering."
            ),
            _(
                "Vanaf een loon van %(wage)s wordt uw uitkering hoger. U houdt dan %(net)s per "
                "maand over."
            ),
            _("Dat is %(more)s per maand meer dan met uw plan."),
        ),
        _("Vraag uw werkgever of u iets meer kunt werken, als u dat aankunt."),
    ),
    "wga_onder_helft.little": TrapWords(
        _("Vanaf een hoger loon krijgt u een andere WGA"),
        (
            _(
                "Vanaf een loon van %(wage)s verdient u de helft van wat u volgens UWV kunt "
                "verdienen. UWV telt daar vakantiegeld bij. Samen is dat %(eis)s."
            ),
            _(
                "Uw WGA wordt dan hoger. Maar uw toeslag van UWV wordt dan lager. U merkt er "
                "weinig van."
            ),
        ),
        _("U hoeft hiervoor niet meer te gaan werken."),
    ),
    "wga_net_boven_helft": TrapWords(
        _("U zit net boven een belangrijke grens"),
        (
            _(
                "De helft van wat u volgens UWV kunt verdienen is %(eis)s per maand. U verdient "
                "maar %(room)s meer. Komt u eronder? Dan krijgt u een lagere uitkering."
            ),
            _("Onder een loon van %(wage)s houdt u %(less)s per maand minder over."),
        ),
        _("Wil uw werkgever u minder uren geven? Bel UWV voordat u ja zegt."),
    ),
    "wga_helft_later": TrapWords(
        _("Straks kijkt UWV of u genoeg verdient"),
        (
            _(
                "Vanaf %(months)s kijkt UWV meestal of u minstens %(eis)s per maand verdient. Dat "
                "is de helft van wat u volgens UWV kunt verdienen. Met uw plan verdient u minder. "
                "Dan krijgt u een lagere uitkering."
            ),
            _("U houdt dan per maand ongeveer %(net)s over."),
        ),
        _("Praat nu al met UWV over wat u kunt doen. Vraag om hulp bij het vinden van werk."),
    ),
    "wajong_en_ww": TrapWords(
        _("Stopt uw werk? Bel UWV over WW"),
        (
            _("Uw contract stopt in %(months)s."),
            _(
                "Misschien heeft u dan recht op WW. WW telt als inkomen voor uw Wajong. Uw Wajong "
                "gaat dan van %(wajong)s naar %(wajong_ww)s, en u krijgt ongeveer %(ww)s WW. Deze "
                "bedragen zijn vóór belasting."
            ),
            _("Met WW houdt u ongeveer %(net_ww)s per maand over, en zonder WW ongeveer %(net)s."),
            _(
                "Neem niet zelf ontslag zonder met UWV te praten. Weigert UWV de WW omdat u zelf "
                "stopte? Dan kan UWV die WW toch van uw Wajong aftrekken. Dan heeft u veel minder "
                "geld."
            ),
        ),
        _(
            "Bel UWV zodra u weet dat uw werk stopt. WW vraagt u uiterlijk %(days)s dagen na uw "
            "laatste werkdag aan."
        ),
    ),
    "garantie_vervalt": TrapWords(
        _("Uw garantiebedrag kan stoppen"),
        (
            _(
                "Heeft u %(count)s maanden achter elkaar geen inkomen naast uw Wajong? Dan vervalt "
                "uw garantiebedrag voor altijd."
            ),
        ),
        _("Vraag UWV tot wanneer u weer kunt gaan werken en het bedrag houdt."),
    ),
    "wga_kan_eindigen": TrapWords(
        _("Uw WGA kan stoppen als u veel verdient"),
        (
            _(
                "Voor UWV is uw inkomen %(inkomen)s per maand. Verdient u per uur meer dan "
                "%(share)s van wat u zonder ziekte zou verdienen? Dan kan uw WGA stoppen, op zijn "
                "vroegst na %(count)s maanden. Dat gebeurt niet zolang u de loongerelateerde "
                "uitkering heeft."
            ),
        ),
        _("Vraag UWV wat dit voor u betekent voordat u een contract tekent."),
    ),
    "iva_herkeuring": TrapWords(
        _("UWV kan opnieuw kijken of u kunt werken"),
        (
            _(
                "Voor UWV is uw inkomen %(inkomen)s per maand. Verdient u %(count)s maanden achter "
                "elkaar meer dan %(share)s van wat u zonder ziekte zou verdienen? Dan nodigt UWV u "
                "uit voor een onderzoek."
            ),
        ),
        _("Vraag UWV vooraf wat dit voor uw IVA betekent."),
    ),
    "wajong2015_herkeuring": TrapWords(
        _("UWV kan opnieuw kijken of u kunt werken"),
        (
            _(
                "Uw Wajong is er voor wie nooit kan werken. Werkt u toch? Dan kan UWV dat "
                "onderzoeken. Vindt UWV dat u kunt werken? Dan stopt uw Wajong."
            ),
        ),
        _("Vraag UWV voordat u begint wat dit werk betekent. Vraag ook of u het mag uitproberen."),
    ),
    "iva_ruimte": TrapWords(
        _("Zo veel kunt u verdienen zonder nieuw onderzoek"),
        (
            _(
                "Verdient u %(count)s maanden achter elkaar meer dan %(share)s van wat u zonder "
                "ziekte zou verdienen? Dan kijkt UWV opnieuw of u kunt werken. Bij u is dat "
                "ongeveer %(grens)s per maand. Met uw plan zit u daar onder: voor UWV verdient u "
                "%(inkomen)s."
            ),
        ),
        _("Vraag UWV met welk bedrag het rekent."),
    ),
    "wajong_herkeuring": TrapWords(
        _("UWV kan opnieuw kijken of u kunt werken"),
        (
            _(
                "Met uw plan verdient u %(loon)s per maand. Verdient u %(count)s maanden achter "
                "elkaar meer dan %(share)s van wat u zonder handicap zou verdienen? Dan nodigt UWV "
                "u uit voor een onderzoek. Uw uitkering kan dan lager worden."
            ),
        ),
        _("Vraag UWV vooraf wat dit voor uw Wajong betekent."),
    ),
    "wajong_kan_eindigen": TrapWords(
        _("Na jaren werken kan uw Wajong stoppen"),
        (
            _(
                "Met uw plan verdient u %(loon)s per maand. Verdient u na %(count)s jaar werken "
                "%(share)s of meer van wat u zonder handicap zou verdienen? Dan kan UWV uw Wajong "
                "stoppen."
            ),
        ),
        _(
            "Vraag UWV wanneer dat bij u kan zijn. Zolang u een jobcoach van UWV heeft, gebeurt "
            "het niet."
        ),
    ),
    "schatting_te_laag": TrapWords(
        _("Meer verdienen dan verwacht betekent terugbetalen"),
        (
            _(
                "UWV betaalt eerst op een schatting. Verdient u het hoogste bedrag dat u invulde? "
                "Dan betaalt u later %(repay)s terug, vóór belasting. UWV verrekent dat rond "
                "%(months)s."
            ),
        ),
        _("Geef een hoger loon meteen door aan UWV. Zet geld opzij."),
    ),
    "opgave_te_laag": TrapWords(
        _("Vul op de Inkomstenopgave uw echte loon in"),
        (
            _("Uw loon is niet elke maand gelijk."),
            _(
                "Verdient u een keer %(high)s, maar vult u %(usual)s in? Dan betaalt u over die "
                "maand %(repay)s terug, vóór belasting."
            ),
        ),
        _("Kijk op uw loonstrook voordat u de Inkomstenopgave invult."),
    ),
    "wia_voorschot": TrapWords(
        _("Krijgt u nu een voorschot op uw WIA?"),
        (
            _(
                "UWV beslist soms laat. Tot die tijd krijgt u een voorschot. Blijkt uw uitkering "
                "later lager? Soms moet u het verschil terugbetalen. Vaak hoeft dat niet, als UWV "
                "te laat was. Inkomen waar UWV nog niet van wist, telt later wel mee."
            ),
        ),
        _("Geef uw inkomen meteen door. Vraag UWV of u iets moet terugbetalen."),
    ),
    # --- tax and toeslagen
    "korting_beter.benefit": TrapWords(
        _("Laat de loonheffingskorting bij UWV staan"),
        (
            _("U koos uw werk. Bij UWV houdt u %(more)s per maand meer over."),
            _(
                "Over het hele jaar maakt het niet uit. Maar u hoeft dan niet te wachten op uw "
                "geld."
            ),
        ),
        _("Zeg tegen uw werkgever dat u de loonheffingskorting bij UWV houdt."),
    ),
    "korting_beter.work": TrapWords(
        _("Vraag de loonheffingskorting aan bij uw werk"),
        (
            _("U koos UWV. Bij uw werkgever houdt u %(more)s per maand meer over."),
            _(
                "Over het hele jaar maakt het niet uit. Maar u hoeft dan niet te wachten op uw "
                "geld."
            ),
        ),
        _("Vraag de korting aan bij uw werkgever, en zet die uit bij UWV."),
    ),
    "korting_dubbel": TrapWords(
        _("Vraag de loonheffingskorting op één plek aan"),
        (
            _(
                "Vraagt u de korting bij uw werkgever én bij UWV aan? Dan betaalt u te weinig "
                "belasting. Na het jaar moet u dan bijbetalen."
            ),
        ),
        _("Kies één van de twee. U regelt het bij uw werkgever en bij UWV."),
    ),
    "korting_andere_kant.work": TrapWords(
        _("U betaalt na het jaar belasting bij"),
        (
            _(
                "U krijgt de loonheffingskorting op één plek: bij uw werkgever. Dat mag. Toch "
                "houden UWV en uw werkgever samen te weinig belasting in. Zij weten niet van "
                "elkaar wat u krijgt."
            ),
        ),
        _("Zet elke maand iets opzij. Dan heeft u het geld als de rekening komt."),
    ),
    "korting_andere_kant.benefit": TrapWords(
        _("U betaalt na het jaar belasting bij"),
        (
            _(
                "U krijgt de loonheffingskorting op één plek: bij UWV. Dat mag. Toch houden UWV en "
                "uw werkgever samen te weinig belasting in. Zij weten niet van elkaar wat u "
                "krijgt."
            ),
        ),
        _("Zet elke maand iets opzij. Dan heeft u het geld als de rekening komt."),
    ),
    "korting_nergens": TrapWords(
        _("U krijgt een deel van uw geld pas na het jaar"),
        (
            _(
                "U heeft de loonheffingskorting nergens aangevraagd. Daardoor houdt u elke maand "
                "minder over. U krijgt het pas terug na uw aangifte."
            ),
        ),
        _("Vraag de korting aan bij uw werkgever of bij UWV. Niet bij allebei."),
    ),
    "korting_bij_klein_loon": TrapWords(
        _("Laat de korting bij UWV staan"),
        (
            _(
                "U houdt nu %(less)s per maand minder over dan zonder dit loon. Dat komt doordat "
                "de loonheffingskorting naar uw werkgever gaat, en uw loon daar te klein voor is. "
                "Een deel krijgt u terug na uw aangifte."
            ),
            BETTER_FROM,
        ),
        _("Zeg tegen uw werkgever dat u de korting bij UWV houdt."),
    ),
    "toeslagen_oud_inkomen": TrapWords(
        _("Geef uw nieuwe inkomen door voor uw toeslagen"),
        (_("Doet u dat niet? Dan betaalt u later toeslagen terug."),),
        _("Pas uw inkomen binnen %(weeks)s weken aan in Mijn toeslagen."),
    ),
    "toeslagen_toch_terug": TrapWords(
        _("U betaalt waarschijnlijk toeslag terug"),
        (
            _(
                "Dat is ook zo als u alles meteen doorgeeft. Toeslagen gaan over uw inkomen van "
                "het hele jaar, en dat wordt hoger dan eerst."
            ),
        ),
        _("Zet dit geld opzij, of betaal het later in delen."),
    ),
    "opvang_met_traject": TrapWords(
        _("Bewaar een bewijs van uw traject"),
        (
            _(
                "Wij rekenen met %(toeslag)s kinderopvangtoeslag per maand, omdat u een traject "
                "naar werk volgt."
            ),
            _("Alleen ingeschreven staan bij UWV of solliciteren is niet genoeg."),
        ),
        _("Vraag UWV om een brief over uw traject. Dienst Toeslagen kan om die brief vragen."),
    ),
    "opvang_aanvragen": TrapWords(
        _("Vraag kinderopvangtoeslag op tijd aan"),
        (
            _(
                "Deze toeslag krijgt u niet vanzelf. Zonder de toeslag houdt u %(toeslag)s per "
                "maand minder over."
            ),
            _(
                "Vraag de toeslag aan binnen %(months_count)s maanden na de maand waarin de opvang "
                "begint. Dat is uiterlijk in %(months)s."
            ),
        ),
        _("Vraag de toeslag nu al aan in Mijn toeslagen."),
    ),
    "opvang_met_traject.iva": TrapWords(
        _("Vraag eerst of u kinderopvangtoeslag krijgt"),
        (
            _(
                "Wij rekenen met %(toeslag)s kinderopvangtoeslag per maand, omdat u een traject "
                "naar werk volgt."
            ),
            _(
                "Met een IVA is niet zeker dat u die toeslag krijgt. Krijgt u hem ten onrechte? "
                "Dan betaalt u hem terug."
            ),
        ),
        _("Vraag het eerst aan Dienst Toeslagen."),
    ),
    "opvang_zonder_werk": TrapWords(
        _("Zonder werk meestal geen kinderopvangtoeslag"),
        (_("U betaalt de opvang dan zelf: %(kosten)s per maand."),),
        _(
            "Volgt u een traject naar werk van UWV? Dan kunt u de toeslag misschien wel krijgen. "
            "Vraag UWV om een brief over uw traject."
        ),
    ),
    "opvang_zonder_werk.stopt": TrapWords(
        _("Zonder werk stopt uw kinderopvangtoeslag later"),
        (
            _(
                "Stopt uw werk? Dan houdt u de toeslag meestal nog %(count)s maanden. Daarna "
                "betaalt u de opvang zelf: %(kosten)s per maand."
            ),
        ),
        _(
            "Geef het door in Mijn toeslagen. Volgt u een traject naar werk van UWV? Dan kunt u de "
            "toeslag misschien houden. Vraag UWV om een brief over uw traject."
        ),
    ),
    "onkosten": TrapWords(
        _("Een onkostenvergoeding is geen loon"),
        (
            _(
                "Krijgt u reiskosten of andere kosten terug? Die tellen meestal niet als inkomen. "
                "Op uw loonstrook staat uw SV-loon. Geef alleen dat bedrag door."
            ),
        ),
        _("Bewaar uw bonnen en loonstroken."),
    ),
    # --- any wage
    "minder_over.step": TrapWords(
        _("Met iets minder loon houdt u meer over"),
        (
            _(
                "Uw loon is %(loon)s. Daarmee houdt u %(less)s per maand minder over dan met een "
                "loon net onder %(wage)s."
            ),
            BETTER_FROM,
            DO_NOT_REFUSE,
        ),
        _(
            "Kijk bij “Loont werken?” welk loon u meer oplevert. Bespreek met UWV wat kan, voordat "
            "u iets met uw werkgever afspreekt."
        ),
    ),
    "minder_over.fall": TrapWords(
        _("Met een lager loon houdt u meer over"),
        (
            _(
                "Uw loon is %(loon)s. Daarmee houdt u %(less)s per maand minder over dan met een "
                "loon van %(wage)s."
            ),
            BETTER_FROM,
            DO_NOT_REFUSE,
        ),
        _(
            "Kijk bij “Loont werken?” welk loon u meer oplevert. Bespreek met UWV wat kan, voordat "
            "u iets met uw werkgever afspreekt."
        ),
    ),
}
