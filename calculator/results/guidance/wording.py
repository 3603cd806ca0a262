"""The words of rights and duties: what each means for the reader, and what to do."""

from typing import NamedTuple

from django.utils.translation import gettext_noop as _


class GuideWords(NamedTuple):
    """What people read about a duty or a right.

    ``late``: what happens if it isn't done, and how that is put right.
    """

    title: str
    text: str
    late: str = ""


TOPICS = {
    "changes": _("Veranderingen doorgeven aan UWV"),
    "work": _("Werk zoeken en houden"),
    "life": _("Vakantie, verhuizen, studeren"),
    "business": _("Werken voor uzelf"),
    "toeslagen": _("Toeslagen"),
    "tax": _("Belasting"),
    "municipality": _("Gemeente"),
    "forgotten": _("Iets vergeten?"),
    "applying": _("Geld dat u kunt aanvragen"),
    "trying": _("Werk uitproberen"),
    "support": _("Hulp bij werk"),
    "ending": _("Als uw werk verandert of stopt"),
    "decisions": _("Beslissingen"),
    "debts": _("Terugbetalen en schulden"),
}

TOO_MUCH = _("Doet u dat niet? Dan krijgt u misschien te veel. Dat betaalt u later terug.")

RECKONED = _(
    "Later rekent UWV na met uw echte loon. Kreeg u te veel? Dan betaalt u dat terug. Kreeg u te "
    "weinig? Dan krijgt u het nog."
)

GUIDES: dict[str, GuideWords] = {
    # --- duties: what to report to UWV
    "wijziging_ww": GuideWords(
        _("Vertel UWV wat er verandert"),
        _(
            "Gaat u werken of studeren? Gaat u meer of minder uren werken? Geef het door aan UWV, "
            "binnen %(term)s nadat u het weet. Dat doet u in Mijn UWV, met het "
            "Wijzigingsformulier. Wat u op de Inkomstenopgave invult, hoeft u niet nog een keer "
            "door te geven."
        ),
        TOO_MUCH,
    ),
    "ziek_ww": GuideWords(
        _("Bent u ziek of zwanger?"),
        _(
            "Ziek? Meld het uiterlijk op dag %(day)s van uw ziekte aan UWV, in Mijn UWV. Ook als u "
            "op vakantie bent. Weer beter? Meld dat ook zo snel. Heeft u werk? Meld u dan ook ziek "
            "bij uw werkgever. Zwanger? Vraag bij UWV een uitkering voor uw verlof aan, een paar "
            "weken voordat het begint."
        ),
        _("Vergeten? Meld het dan vandaag."),
    ),
    "inkomstenopgave": GuideWords(
        _("Vul elke maand de Inkomstenopgave in"),
        _(
            "Doe dit zodra de maand voorbij is, in Mijn UWV. Ook als u niets verdiende. "
            "Vakantiegeld telt mee in de maand waarin u het krijgt. Voor %(month)s heeft u de tijd "
            "tot en met %(date)s. UWV betaalt meestal binnen %(paid)s dagen na uw opgave."
        ),
        _("Zonder opgave kan UWV niet betalen. Vul de opgave dan alsnog in."),
    ),
    "wijziging_wia": GuideWords(
        _("Vertel UWV wat er verandert"),
        _(
            "Gaat u werken, of gaat u meer of minder verdienen? Verandert uw gezondheid voor "
            "langere tijd? Geef het door aan UWV, binnen %(term)s nadat u het weet. Daarvoor is "
            "een formulier op uwv.nl. Heeft u een werkgever? Die geeft uw loon ook door. Meld het "
            "toch zelf. Dan gaat het minder vaak mis."
        ),
        TOO_MUCH,
    ),
    "wijziging_wajong": GuideWords(
        _("Vertel UWV wat er verandert"),
        _(
            "Gaat u werken, of gaat u meer of minder verdienen? Verandert uw gezondheid voor "
            "langere tijd? Geef het door aan UWV, binnen %(term)s nadat u het weet. Daarvoor is "
            "een formulier op uwv.nl. Heeft u een werkgever? Die geeft uw loon ook door. Meld het "
            "toch zelf. Dan gaat het minder vaak mis. Iemand mag u helpen. Heeft u een wettelijke "
            "vertegenwoordiger? Dan moet die het ook melden."
        ),
        TOO_MUCH,
    ),
    "schatting_wia": GuideWords(
        _("Controleer de schatting van UWV"),
        _(
            "UWV schat wat u gaat verdienen en betaalt op die schatting. Verdient u meer of minder "
            "dan in de brief staat? Geef het door binnen %(term)s nadat u het weet."
        ),
        RECKONED,
    ),
    "schatting_wajong": GuideWords(
        _("Controleer de schatting van UWV"),
        _(
            "UWV schat wat u gaat verdienen en betaalt op die schatting, meestal voor %(months)s "
            "maanden. Verdient u meer of minder dan in de brief staat? Geef het door binnen "
            "%(term)s nadat u het weet."
        ),
        RECKONED,
    ),
    "wijziging_toeslagenwet": GuideWords(
        _("Vertel UWV wie er bij u woont"),
        _(
            "Krijgt u een toeslag van UWV (Toeslagenwet)? Dan telt wie er bij u woont. Ook uw "
            "inkomen telt, en dat van uw partner. Verandert er iets? Geef het door binnen %(term)s "
            "nadat u het weet. Uw partner moet dat ook doen."
        ),
        TOO_MUCH,
    ),
    # --- work
    "solliciteren_ww": GuideWords(
        _("Zoek naar werk"),
        _(
            "UWV vraagt u om in %(weeks)s weken %(count)s keer iets te doen om werk te vinden. "
            "Bijvoorbeeld een brief sturen, of bellen met een uitzendbureau. Zet het in de Werkmap "
            "op werk.nl. Heeft UWV iets anders met u afgesproken? Dan geldt dat. Soms hoeft het "
            "niet, bijvoorbeeld op een vakantiedag of tijdens een proefplaatsing. Vraag het altijd "
            "eerst aan UWV. Doet u mee aan een onderzoek van UWV naar solliciteren? Dan geldt wat "
            "in uw brief staat."
        ),
        _(
            "Lukt het niet? Vertel UWV waarom. Anders kan UWV u waarschuwen, of uw WW een tijd "
            "verlagen."
        ),
    ),
    "meewerken_wga": GuideWords(
        _("Zoek werk dat u kunt doen"),
        _(
            "Verdient u minder dan u volgens UWV kunt verdienen? Dan zoekt u werk dat u kunt doen. "
            "U werkt mee aan het plan dat UWV met u maakt. Verdient u dat bedrag wel? Dan hoeft u "
            "niet te solliciteren. Houd dat werk wel. Soms maakt uw oude werkgever deze afspraken "
            "met u, en niet UWV."
        ),
        _("Lukt het niet? Vertel UWV waarom. Anders kan UWV uw uitkering een tijd verlagen."),
    ),
    "meewerken_wga_onbekend": GuideWords(
        _("Werk mee aan wat UWV met u afspreekt"),
        _(
            "Kunt u volgens UWV nog werken? Dan zoekt u werk dat u kunt doen. U werkt mee aan het "
            "plan dat UWV met u maakt. Kunt u nu niet werken? Dan hoeft u niet te solliciteren. "
            "Werk wel mee aan een plan of een behandeling die is afgesproken. Soms maakt uw oude "
            "werkgever deze afspraken met u, en niet UWV."
        ),
        _("Lukt het niet? Vertel UWV waarom. Anders kan UWV uw uitkering een tijd verlagen."),
    ),
    "meewerken_wga_volledig": GuideWords(
        _("Werk mee aan wat UWV met u afspreekt"),
        _(
            "UWV vindt dat u nu niet of bijna niet kunt werken. U hoeft geen werk te doen dat u "
            "niet aankunt. Maakt UWV een plan met u, of is er een behandeling afgesproken? Werk "
            "daar dan aan mee."
        ),
    ),
    "meewerken_wajong": GuideWords(
        _("Werk mee aan uw plan"),
        _(
            "Kunt u werken volgens UWV? Dan zoekt u werk dat bij u past, of u houdt uw werk. UWV "
            "maakt een plan met u. Werk daaraan mee. Studeert u? Dan hoeft dit niet."
        ),
        _("Lukt het niet? Vertel UWV waarom. Anders kan UWV uw uitkering een tijd verlagen."),
    ),
    "voorschriften_owajong": GuideWords(
        _("Doe wat UWV met u afspreekt"),
        _(
            "U hoeft niet uit uzelf te solliciteren. Krijgt u van UWV een plan of een opdracht? "
            "Doe dan wat daarin staat. Lukt het niet? Vertel UWV waarom."
        ),
    ),
    "afspraken": GuideWords(
        _("Kom naar gesprekken en onderzoeken"),
        _(
            "Nodigt UWV u uit? Kom dan, en neem uw paspoort of identiteitskaart mee. Kunt u niet? "
            "Bel van tevoren. U mag iemand meenemen."
        ),
    ),
    "niet_zelf_ontslag": GuideWords(
        _("Neem niet zomaar ontslag"),
        _(
            "Wilt u stoppen met uw werk, of minder uren werken? Praat eerst met UWV. Neemt u zelf "
            "ontslag zonder goede reden? Dan kan UWV uw uitkering of een nieuwe WW weigeren of "
            "verlagen."
        ),
    ),
    "passend_werk": GuideWords(
        _("Weiger niet zomaar werk dat u kunt doen"),
        _(
            "Krijgt u werk of uren aangeboden die bij u passen? Zegt u nee zonder goede reden? Dan "
            "kan UWV uw uitkering verlagen, soms voor altijd. Twijfelt u? Vraag het eerst aan UWV."
        ),
    ),
    "contract_eindigt_ww": GuideWords(
        _("Stopt uw contract? Vraag WW aan"),
        _(
            "Doe dat zodra u uw laatste werkdag weet, en uiterlijk %(term)s na die dag. Dat doet u "
            "op uwv.nl met DigiD. Wacht niet op papieren. Krijgt u nu al WW? Geef ook door dat uw "
            "contract stopt."
        ),
        _(
            "Vraagt u te laat? Dan kan UWV uw WW een tijd verlagen. Vraag de WW dan toch nog aan, "
            "zo snel u kunt."
        ),
    ),
    "contract_eindigt_melden": GuideWords(
        _("Geef door dat uw contract stopt"),
        _(
            "Stopt uw werk? Geef het door aan UWV, binnen %(term)s nadat u het weet. Dan rekent "
            "UWV uw uitkering opnieuw uit."
        ),
    ),
    # --- life
    "vakantie_ww": GuideWords(
        _("Geef uw vakantie door"),
        _(
            "U mag met WW %(days)s dagen per kalenderjaar met vakantie. Heeft u maar een deel van "
            "het jaar WW? Dan zijn het minder dagen. Geef uw vakantie door voordat u weggaat. Op "
            "die dagen hoeft u niet te solliciteren."
        ),
        _(
            "Wilt u langer weg? Vraag het eerst aan UWV. Over de extra dagen krijgt u geen WW, en "
            "soms stopt uw WW."
        ),
    ),
    "vakantie_ww_voor_aow": GuideWords(
        _("Geef uw vakantie door"),
        _(
            "U krijgt binnen een jaar AOW. U hoeft niet meer te solliciteren. U mag met WW "
            "%(days)s dagen per kalenderjaar met vakantie. Geef uw vakantie door voordat u "
            "weggaat."
        ),
    ),
    "buitenland": GuideWords(
        _("Gaat u naar het buitenland?"),
        _(
            "Blijft u langer dan %(weeks)s weken weg? Geef het minstens %(days)s dagen voor uw "
            "vertrek door aan UWV. Heeft u afspraken met UWV over werk? Bespreek dan elke vakantie "
            "eerst met UWV, ook een korte. Wilt u in een ander land gaan wonen? Vraag eerst wat "
            "dat betekent."
        ),
    ),
    "verhuizen": GuideWords(
        _("Gaat u verhuizen?"),
        _(
            "Geef uw adres door aan uw nieuwe gemeente. Dat kan vanaf %(before)s vóór de "
            "verhuizing tot en met %(term)s erna. UWV en Dienst Toeslagen krijgen uw adres van de "
            "gemeente. Uw nieuwe huur, en wie er bij u woont, geeft u zelf door aan Dienst "
            "Toeslagen. Krijgt u een toeslag van UWV? Meld het dan ook bij UWV."
        ),
    ),
    "samenwonen": GuideWords(
        _("Komt er iemand bij u wonen, of gaat er iemand weg?"),
        _(
            "Wie er bij u woont, kan tellen voor uw toeslagen, en voor geld van de gemeente. Geef "
            "het binnen %(term)s door aan Dienst Toeslagen. Krijgt u geld van de gemeente, of een "
            "toeslag van UWV? Meld het daar dan meteen."
        ),
    ),
    "vrijwilligerswerk_ww": GuideWords(
        _("Vrijwilligerswerk mag vaak"),
        _(
            "Vraag het aan UWV voordat u begint. Het moet werk zijn bij een organisatie die geen "
            "winst maakt. Uw andere plichten blijven. Krijgt u meer vergoeding dan het maximum van "
            "de Belastingdienst? Dan telt die als inkomen."
        ),
    ),
    "vrijwilligerswerk_ao": GuideWords(
        _("Vrijwilligerswerk mag"),
        _(
            "Geef het binnen %(term)s door aan UWV. Krijgt u meer vergoeding dan het maximum van "
            "de Belastingdienst? Dan telt die als inkomen."
        ),
    ),
    "studie_ww": GuideWords(
        _("Wilt u een opleiding volgen?"),
        _(
            "Vraag het aan UWV voordat u begint. U moet beschikbaar blijven voor werk. Kunt u door "
            "de opleiding minder werken? Dan krijgt u minder WW of geen WW. Vindt UWV de opleiding "
            "nodig? Dan houdt u meestal uw WW, en hoeft u niet te solliciteren. Geef het in elk "
            "geval binnen %(term)s door."
        ),
    ),
    "studie_ao": GuideWords(
        _("Wilt u een opleiding volgen?"),
        _(
            "Vaak mag dat. Heeft u afspraken met UWV over werk? Overleg dan eerst. Geef binnen "
            "%(term)s door dat u begint, en later dat u stopt."
        ),
    ),
    # --- own account
    "eigen_bedrijf_ww": GuideWords(
        _("Vul al uw uren in"),
        _(
            "Geef uw bedrijf binnen %(term)s door aan UWV. Zet elke maand al uw uren op de "
            "Inkomstenopgave. Ook uren voor uw administratie of om klanten te vinden. UWV trekt "
            "die uren van uw WW af, ook als u nog niets verdient. Had u uw bedrijf al voordat u "
            "werkloos werd? Vraag UWV dan welke uren niet tellen. Werkt u later minder uren voor "
            "uzelf? Dan krijgt u die WW niet terug. Pas als u helemaal stopt, kan uw WW "
            "terugkomen. Daar is een uiterste datum voor, vaak %(months)s maanden nadat u begon. "
            "Vraag UWV naar uw datum."
        ),
        TOO_MUCH,
    ),
    "startperiode_opgave": GuideWords(
        _("Tijdens uw startperiode"),
        _(
            "U krijgt %(months)s maanden %(less)s minder WW. U hoeft dan geen uren en geen winst "
            "op te geven, en niet te solliciteren. De Inkomstenopgave vult u wel elke maand in. "
            "Loon uit een baan geeft u ook op. UWV moet toestemming geven voordat u begint. Werk "
            "in deze tijd niet voor uw oude werkgever. Doet u dat toch? Dan krijgt u geen WW."
        ),
    ),
    "eigen_bedrijf_ao": GuideWords(
        _("Geef uw bedrijf door"),
        _(
            "Vertel het UWV als u begint of stopt, binnen %(term)s nadat u dat weet. Geef ook door "
            "hoeveel winst u verwacht. Na het jaar rekent UWV opnieuw, met uw belastingaanslag."
        ),
        TOO_MUCH,
    ),
    # --- toeslagen, tax, municipality
    "toeslagen_wijziging": GuideWords(
        _("Vertel Dienst Toeslagen wat er verandert"),
        _(
            "Verandert uw inkomen, of dat van uw partner of huisgenoot? Of uw huur, uw spaargeld "
            "of wie er bij u woont? Pas het binnen %(term)s aan in Mijn toeslagen, met DigiD. Het "
            "gaat om het inkomen over het hele jaar. Schat het liever iets te hoog dan te laag. "
            "Wordt alleen uw inkomen hoger? Dan hoeft u de toeslag niet stop te zetten. Pas dan uw "
            "inkomen aan."
        ),
        _("Doet u het niet? Dan betaalt u later terug wat u te veel kreeg."),
    ),
    "opvang_wijziging": GuideWords(
        _("Geef veranderingen in de opvang door"),
        _(
            "Gaat uw kind meer of minder uren naar de opvang, of verandert de prijs? Pas het "
            "binnen %(term)s aan in Mijn toeslagen. Stopt uw werk of uw traject naar werk? Geef "
            "dat ook door. Na uw werk houdt u de toeslag vaak nog een paar maanden."
        ),
        _("Doet u het niet? Dan betaalt u later terug wat u te veel kreeg."),
    ),
    "aangifte": GuideWords(
        _("Doe aangifte bij de Belastingdienst"),
        _(
            "Over %(years)s moet u waarschijnlijk belasting bijbetalen. Krijgt u een brief? Doe "
            "dan aangifte vóór de datum in die brief. Vaak is dat 1 %(month_name)s. Krijgt u geen "
            "brief? Doe dan toch aangifte."
        ),
    ),
    "aangifte_winst": GuideWords(
        _("Doe aangifte over uw winst"),
        _(
            "Dat doet u elk jaar, vaak vóór 1 %(month_name)s. De datum staat in de brief van de "
            "Belastingdienst. Bewaar uw rekeningen en bonnen."
        ),
    ),
    "gemeente_wijziging": GuideWords(
        _("Vertel de gemeente wat er verandert"),
        _(
            "Krijgt u geld van de gemeente, zoals bijstand? Geef dan meteen door wat er verandert "
            "in uw inkomen of in huis. Doe het in elk geval binnen %(days)s werkdagen. Uw gemeente "
            "zegt hoe snel het moet."
        ),
        TOO_MUCH,
    ),
    # --- forgotten
    "vergeten_uwv": GuideWords(
        _("Vergeten om iets te melden bij UWV?"),
        _(
            "Geef het nu door. Niet elke fout is fraude. Meldt u het zelf, voordat UWV het "
            "ontdekt? En is het nog geen %(days)s dagen te laat? Dan krijgt u misschien alleen een "
            "waarschuwing. Meldt u het later zelf? Dan is een boete meestal lager. Kon u er niets "
            "aan doen? Dan mag UWV geen boete geven. Wat u te veel kreeg, betaalt u meestal terug. "
            "Vaak kan dat in delen."
        ),
    ),
    "vergeten_toeslagen": GuideWords(
        _("Vergeten om iets te melden bij Dienst Toeslagen?"),
        _(
            "Pas het nu aan in Mijn toeslagen. Hoe eerder u dat doet, hoe minder u later "
            "terugbetaalt."
        ),
    ),
    # --- rights: trying
    "proefplaatsing": GuideWords(
        _("Nog geen contract? Probeer eerst of het werk past"),
        _(
            "Dat heet een proefplaatsing. U werkt een tijd bij een werkgever. U krijgt geen loon, "
            "maar u houdt uw uitkering. Meestal duurt het %(usual)s maanden, soms tot %(months)s "
            "maanden. De werkgever moet u daarna voor minstens %(least)s maanden in dienst willen "
            "nemen. Vraag UWV om toestemming voordat u begint."
        ),
    ),
    "proefplaatsing_experiment": GuideWords(
        _("Werk uitproberen met hulp van UWV"),
        _(
            "Er is een tijdelijk experiment voor mensen die volgens UWV niet kunnen werken. U kunt "
            "dan werk uitproberen en houdt uw uitkering. Het is vrijwillig. Vraag UWV of het nog "
            "kan, en wat het betekent voor uw uitkering."
        ),
    ),
    "startperiode": GuideWords(
        _("Tijd om uw bedrijf te starten"),
        _(
            "U kunt UWV vragen om een startperiode. U krijgt dan %(months)s maanden %(less)s "
            "minder WW. UWV trekt uw uren en uw winst dan niet af, en u hoeft niet te "
            "solliciteren. Vraag het voordat u begint. Het kan één keer. UWV beslist of het mag."
        ),
    ),
    "loondispensatie": GuideWords(
        _("Kunt u door uw ziekte of handicap minder werk doen?"),
        _(
            "Dan kan UWV toestaan dat uw werkgever u minder loon betaalt. Dat heet "
            "loondispensatie. UWV vult uw inkomen aan. Praat hierover met uw werkgever en met UWV."
        ),
    ),
    # --- support
    "hulp_ww": GuideWords(
        _("Hulp van UWV om werk te vinden"),
        _("Daar heeft u recht op. Vraag ernaar in de Werkmap, of bij een kantoor van UWV."),
    ),
    "toeslagenwet_aanvragen": GuideWords(
        _("Misschien krijgt u een toeslag van UWV"),
        _(
            "Dat is een toeslag uit de Toeslagenwet. U krijgt die niet vanzelf. Wij rekenen alsof "
            "u de toeslag al krijgt. Is dat niet zo? Vraag de toeslag dan snel aan bij UWV. Voor "
            "de tijd die voorbij is, betaalt UWV hoogstens %(years)s jaar."
        ),
    ),
    "hulp_ao": GuideWords(
        _("Hulp van UWV om te gaan werken"),
        _(
            "UWV kan u helpen om werk te vinden en te houden. Bijvoorbeeld met een coach of een "
            "training. U mag daar zelf om vragen. Soms moet uw oude werkgever u helpen."
        ),
    ),
    "jobcoach": GuideWords(
        _("Jobcoach, vervoer en hulpmiddelen"),
        _(
            "Heeft u door uw ziekte of handicap hulp nodig om te werken? UWV kan betalen voor een "
            "jobcoach, vervoer naar uw werk, een tolk of hulpmiddelen. Vraag het aan bij UWV."
        ),
    ),
    "no_risk_wia": GuideWords(
        _("UWV betaalt mee als u ziek wordt in uw baan"),
        _(
            "Uw werkgever loopt dan minder risico. Dat heet een no-riskpolis. Meestal geldt die "
            "%(years)s jaar vanaf het begin van uw baan. Werkte u daar al voordat u WIA kreeg? Dan "
            "vanaf het begin van uw WIA. U mag dit vertellen als u solliciteert. Het hoeft niet."
        ),
    ),
    "no_risk_wajong": GuideWords(
        _("UWV betaalt mee als u ziek wordt in uw baan"),
        _(
            "Uw werkgever loopt dan minder risico. Dat heet een no-riskpolis. Met een Wajong heeft "
            "die geen einddatum. U mag dit vertellen als u solliciteert. Het hoeft niet."
        ),
    ),
    "clientondersteuning": GuideWords(
        _("Gratis iemand die met u meedenkt"),
        _(
            "Een cliëntondersteuner helpt u met vragen en formulieren. Die kan ook met u meegaan "
            "naar een gesprek. Iedereen kan hierom vragen bij de gemeente. De hulp is gratis."
        ),
    ),
    # --- when work ends
    "ww_herleeft": GuideWords(
        _("Uw WW kan terugkomen"),
        _(
            "Stopt uw WW omdat u meer verdient? En verdient u later weer minder? Dan kan uw WW "
            "terugkomen. In de brief van UWV staat tot welke datum. Vraag het aan binnen %(term)s "
            "nadat u minder verdient. De maanden zonder WW komen er aan het einde bij. Soms krijgt "
            "u een nieuwe WW of een andere uitkering. Stopt u de WW zelf? Dan kunt u de WW nog "
            "maar %(months)s maanden lang terugvragen."
        ),
    ),
    "wga_terug": GuideWords(
        _("Uw WGA is niet zomaar weg"),
        _(
            "Uw WGA loopt meestal door terwijl u werkt. Verdient u later minder? Dan rekent UWV uw "
            "uitkering opnieuw uit. Stopt uw WGA, en kunt u binnen %(years)s jaar door dezelfde "
            "ziekte weer minder werken? Dan kan uw WGA terugkomen. Bij een andere ziekte is dat "
            "binnen %(weeks)s weken. Vraag het meteen aan."
        ),
    ),
    "iva_terug": GuideWords(
        _("U mag werken met een IVA"),
        _(
            "Het hoeft niet. Verdient u %(months)s maanden achter elkaar meer dan %(share)s van "
            "wat u zonder ziekte zou verdienen? Dan kijkt UWV opnieuw of u kunt werken. Uw IVA kan "
            "dan een WGA worden, of stoppen."
        ),
    ),
    "wajong_terug": GuideWords(
        _("Uw Wajong is niet zomaar weg"),
        _(
            "Door werk raakt u uw recht op Wajong niet zomaar kwijt. Dat kan pas na %(years)s jaar "
            "werken. U moet dan %(share)s of meer verdienen van wat u zonder handicap zou "
            "verdienen. Is uw Wajong gestopt, en lukt werken niet meer? Dan kunt u opnieuw Wajong "
            "vragen, ook na jaren."
        ),
    ),
    "wajong_herbeoordeling": GuideWords(
        _("U mag werken met een Wajong"),
        _(
            "Het hoeft niet. Verdient u %(months)s maanden achter elkaar meer dan %(share)s van "
            "wat u zonder handicap zou verdienen? Dan kijkt UWV opnieuw of u kunt werken. Uw "
            "uitkering kan dan lager worden."
        ),
    ),
    "wajong2015_terug": GuideWords(
        _("U mag werken met een Wajong"),
        _(
            "UWV kan door uw werk opnieuw kijken of u kunt werken. Vindt UWV dat u dat kunt? Dan "
            "stopt uw Wajong. Blijkt later dat het toch niet kan? Dan kunt u opnieuw Wajong "
            "vragen."
        ),
    ),
    # --- decisions and debts
    "besluit_ww": GuideWords(
        _("U krijgt elke beslissing in een brief"),
        _(
            "In de brief moet staan wat er is besloten en waarom. Heeft u iets aangevraagd? UWV "
            "moet meestal binnen %(term)s beslissen, of schrijven dat het langer duurt. Duurt het "
            "te lang? Vraag het Juridisch Loket wat u kunt doen."
        ),
    ),
    "besluit_wajong": GuideWords(
        _("U krijgt elke beslissing in een brief"),
        _(
            "In de brief moet staan wat er is besloten en waarom. Heeft u iets aangevraagd? Bij de "
            "Wajong moet UWV binnen %(term)s beslissen, of schrijven dat het langer duurt. Duurt "
            "het te lang? Vraag het Juridisch Loket wat u kunt doen."
        ),
    ),
    "besluit_wia": GuideWords(
        _("U krijgt elke beslissing in een brief"),
        _(
            "In de brief moet staan wat er is besloten en waarom. Heeft u iets aangevraagd? "
            "Volgens de wet heeft UWV meestal %(term)s. Bij de WIA duurt het nu vaak langer. Dan "
            "moet UWV u schrijven wanneer de beslissing komt. Duurt het te lang? Vraag het "
            "Juridisch Loket wat u kunt doen."
        ),
    ),
    "bezwaar": GuideWords(
        _("Niet eens met een beslissing?"),
        _(
            "Dan kunt u bezwaar maken. Doe dat binnen %(term)s na de datum op de brief. Bezwaar "
            "maken kost niets. Het kan met een brief, en bij UWV ook online met DigiD. Tot u "
            "antwoord krijgt, geldt de beslissing wel. Heeft u nog niet alle papieren? Maak dan "
            "toch op tijd bezwaar, en vraag of u de rest later mag sturen. Ook bij Dienst "
            "Toeslagen, de Belastingdienst en de gemeente kunt u vaak bezwaar maken."
        ),
    ),
    "rechtshulp": GuideWords(
        _("Gratis hulp van een jurist"),
        _(
            "Bij het Juridisch Loket krijgt u gratis advies, als uw inkomen laag is. Soms kunt u "
            "een advocaat krijgen voor wie u maar een klein deel betaalt."
        ),
    ),
    "klacht": GuideWords(
        _("Niet goed behandeld?"),
        _(
            "Dan kunt u een klacht sturen aan UWV. UWV moet meestal binnen %(weeks)s weken "
            "antwoorden. Helpt dat niet? Dan kunt u naar de Nationale ombudsman."
        ),
    ),
    "belasting_terug": GuideWords(
        _("Belasting terugkrijgen"),
        _(
            "Over %(years)s gaat er waarschijnlijk te veel belasting van uw inkomen af. Doe na het "
            "jaar aangifte, ook zonder brief. Dan krijgt u het meestal terug. Wilt u het eerder? "
            "Vraag een voorlopige aanslag aan bij de Belastingdienst. Dan krijgt u elke maand een "
            "deel."
        ),
    ),
    "betalingsregeling_uwv": GuideWords(
        _("In delen terugbetalen aan UWV"),
        _(
            "Moet u iets terugbetalen? U heeft daar %(term)s voor. Lukt dat niet? Bel UWV. Vaak "
            "kunt u in delen betalen. UWV moet u genoeg laten om van te leven."
        ),
    ),
    "betalingsregeling_toeslagen": GuideWords(
        _("In delen terugbetalen aan Dienst Toeslagen"),
        _(
            "U heeft %(weeks)s weken om te betalen. Vaak kunt u ook in delen betalen, in "
            "%(months)s maanden. Is dat te veel voor u? Vraag dan een regeling die past bij uw "
            "inkomen."
        ),
    ),
    "schuldhulp": GuideWords(
        _("Hulp bij schulden"),
        _(
            "Iedereen kan de gemeente om hulp vragen. Dat kost niets. Het eerste gesprek is binnen "
            "%(weeks)s weken. Dreigt u uw huis, gas, stroom, water of zorgverzekering te "
            "verliezen? Dan is het binnen %(days)s werkdagen. De gemeente kan de rechter om een "
            "pauze vragen, van hoogstens %(months)s maanden. Uw schuldeisers moeten dan wachten."
        ),
    ),
}

#: said where neither the law nor a page of who decides was found
WEAK = _("Wij vonden hier geen sterke bron voor. Vraag het na bij %(who)s.")

#: who knows, by the door
WHO = {
    "uwv": _("UWV"),
    "toeslagen": _("Dienst Toeslagen"),
    "belastingdienst": _("de Belastingdienst"),
    "municipality": _("uw gemeente"),
    "employer": _("uw werkgever"),
    "legal_help": _("het Juridisch Loket"),
}
