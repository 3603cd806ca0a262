"""The words of the explanation, keyed by rule; the figures come from the calculation.

A text may name the step's outcome as ``%(value)s``, its inputs and the amounts of the law it
used by their names. Every rule that a calculation can write down has its words here, in every
published language (tests hold on to that).
"""

from decimal import Decimal
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from calculator.formats import format_money, format_number, format_share
from calculator.rules.steps import Step

RULES: dict[str, str] = {
    # --- wage and how it counts ---
    "loon.per_month": _("Uw werkgever betaalt %(value)s bruto per maand."),
    "loon.per_week": _(
        "U krijgt %(gross)s bruto per week. Een jaar heeft %(weken_per_jaar)s weken. "
        "Gedeeld door 12 maanden is dat %(value)s per maand."
    ),
    "loon.per_four_weeks": _(
        "U krijgt %(gross)s bruto per 4 weken. Dat is %(vierweken_per_jaar)s keer per jaar. "
        "Gedeeld door 12 maanden is dat %(value)s per maand."
    ),
    "loon.per_hour": _(
        "U krijgt %(gross)s bruto per uur en werkt %(hours)s uur per week. "
        "Een jaar heeft %(weken_per_jaar)s weken. "
        "Gedeeld door 12 maanden is dat %(value)s per maand."
    ),
    "loon.vakantiegeld_in_mei": _(
        "In mei krijgt u ook vakantiegeld: %(vakantiebijslagpercentage)s van uw loon over een "
        "jaar. Dat is %(value)s bruto."
    ),
    "loon.vakantiegeld_inbegrepen": _("Uw vakantiegeld zit al in dit bedrag."),
    "loon.loondispensatie": _(
        "U werkt met loondispensatie. Uw loonwaarde is %(loonwaarde)s. Uw Wajong vult uw loon aan."
    ),
    "aib.inkomen_ww": _(
        "Voor uw WW telt het loon dat u in die maand krijgt. Dat is %(value)s. "
        "Pensioenpremie gaat er eerst af."
    ),
    "aib.inkomen_wia": _(
        "Voor uw WIA telt uw loon zonder pensioenpremie. Het vakantiegeld dat u per maand "
        "opbouwt (%(vakantiegeld_opbouw)s) telt ook mee. Samen is dat %(value)s."
    ),
    "aib.inkomen_zonder_vakantiegeld": _(
        "Voor uw Wajong telt uw loon zonder vakantiegeld en zonder pensioenpremie. "
        "Dat is %(value)s."
    ),
    "aib.winst": _(
        "Uw winst telt ook als inkomen: %(value)s per maand. Aftrekposten gaan er niet eerst af."
    ),
    "winst.per_maand": _("Uw winst is %(winst)s per jaar. Dat is %(value)s per maand."),
    "winst.belasting_winst": _(
        "Over uw winst betaalt u na het jaar inkomstenbelasting. Wij schatten die op %(jaar)s per "
        "jaar. Leg daarvoor elke maand geld opzij. In het overzicht staat daarom %(value)s."
    ),
    "winst.zvw_winst": _(
        "Over uw winst betaalt u na het jaar ook een bijdrage voor de Zorgverzekeringswet: "
        "%(jaar)s per jaar. Leg daarvoor elke maand geld opzij. In het overzicht staat daarom "
        "%(value)s."
    ),
    "winst.opzij": _(
        "Van de winst van uw partner (%(winst)s per maand) wordt niets ingehouden. Na het jaar "
        "vraagt de Belastingdienst er ongeveer %(value)s per maand van."
    ),
    "aib.wia_naast_ww": _(
        "U heeft ook WW. Daarom telt het maandloon van uw WW (%(maandloon_ww)s) als inkomen voor "
        "uw WGA. Van uw loon telt hier alleen wat daarboven ligt: %(meer)s. Samen is dat %(value)s."
    ),
    "aib.wajong_naast_ww": _(
        "Uw WW (%(ww)s) telt voor uw Wajong als inkomen. Samen met uw loon is dat %(value)s."
    ),
    # --- WW ---
    "ww.blijft": _(
        "Uw WW blijft, want uw inkomen (%(inkomen)s) is niet hoger dan %(inkomensgrens)s van uw "
        "maandloon. Die grens is voor u %(grens)s."
    ),
    "ww.eindigt": _(
        "U krijgt geen WW, want uw inkomen (%(inkomen)s) is hoger dan %(inkomensgrens)s van uw "
        "maandloon. Die grens is voor u %(grens)s."
    ),
    "ww.inkomen_uit_uren": _(
        "U werkt %(uren)s uur per week voor uw bedrijf. U werkte vroeger %(arbeidsuren)s uur per "
        "week. Voor uw WW telt daarom dit deel van uw oude loon (%(maandloon)s) als inkomen: "
        "%(value)s per maand. Uw winst telt niet mee."
    ),
    "ww.uitkering": _(
        "Uw WW is %(percentage)s van het verschil tussen uw maandloon (%(maandloon)s) en uw "
        "inkomen (%(inkomen)s). Dat is %(value)s."
    ),
    "ww.te_klein": _(
        "UWV betaalt deze WW niet uit, want %(uitkering)s is te weinig. "
        "De grens is een achtste van het minimumloon: %(grens)s."
    ),
    "ww.betaald": _(
        "In dit bedrag zit vakantiegeld. Dat krijgt u in mei. "
        "Per maand houdt UWV %(vakantiebijslag)s apart. U krijgt dus elke maand %(value)s bruto."
    ),
    # --- WIA ---
    "wia.iva": _(
        "Uw IVA-uitkering is %(iva_percentage)s van uw maandloon (%(maandloon)s). Daar gaat "
        "%(iva_verrekening)s van uw inkomen (%(inkomen)s) af. Dan blijft %(value)s over."
    ),
    "wia.loongerelateerd": _(
        "Uw WGA-uitkering is %(percentage)s van het verschil tussen uw maandloon (%(maandloon)s) "
        "en uw inkomen (%(inkomen)s). Dat is %(value)s."
    ),
    "wia.haalt_inkomenseis": _(
        "U kunt volgens UWV nog %(verdiencapaciteit)s verdienen. "
        "De helft daarvan is %(inkomenseis)s. "
        "Uw inkomen (%(inkomen)s) is genoeg. Daarom krijgt u een loonaanvullingsuitkering."
    ),
    "wia.haalt_inkomenseis_niet": _(
        "U kunt volgens UWV nog %(verdiencapaciteit)s verdienen. "
        "De helft daarvan is %(inkomenseis)s. "
        "Uw inkomen (%(inkomen)s) is lager. Daarom krijgt u een vervolguitkering."
    ),
    "wia.geen_inkomenseis": _(
        "U hoeft volgens UWV geen minimumbedrag te verdienen. "
        "Daarom krijgt u een loonaanvullingsuitkering."
    ),
    "wia.loonaanvulling_lid_2": _(
        "Uw uitkering is %(wga_percentage)s van het verschil tussen uw maandloon (%(maandloon)s) "
        "en uw inkomen (%(inkomen)s). Dat is %(value)s."
    ),
    "wia.loonaanvulling_lid_4": _(
        "UWV rekent met het bedrag dat u nog kunt verdienen (%(inkomen)s), niet met uw loon. "
        "Uw uitkering is %(wga_percentage)s van het verschil met uw maandloon (%(maandloon)s). "
        "Dat is %(value)s. Uw uitkering blijft gelijk tot u meer verdient dan %(inkomen)s."
    ),
    "wia.loonaanvulling_lid_5": _(
        "Uw uitkering wordt verhoogd tot %(percentage)s van %(laagste_loon)s. "
        "Dat is het minimumloon met vakantiegeld, of uw maandloon als dat lager is. "
        "Uw uitkering is dan %(value)s."
    ),
    "wia.vervolg": _(
        "Uw vervolguitkering is %(percentage)s van %(laagste_loon)s. "
        "Dat is het minimumloon met vakantiegeld, of uw maandloon als dat lager is. "
        "Uw uitkering is dan %(value)s. Uw loon gaat hier niet van af."
    ),
    "wia.betaald": _(
        "In dit bedrag zit vakantiegeld. Dat krijgt u in mei. "
        "Per maand houdt UWV %(vakantiebijslag)s apart. U krijgt dus elke maand %(value)s bruto."
    ),
    # --- Wajong ---
    "wajong.grondslag": _("UWV rekent met het minimumloon: %(value)s per maand."),
    "wajong.grondslag_jeugd": _(
        "U bent %(age)s jaar. UWV rekent met het minimumloon voor uw leeftijd. "
        "Dat is %(share)s van het gewone minimumloon: %(value)s per maand."
    ),
    "wajong.met_arbeidsvermogen": _(
        "Uw Wajong is %(percentage)s van het verschil tussen %(grondslag)s en uw inkomen "
        "(%(inkomen)s). Dat is %(value)s."
    ),
    "wajong.zonder_arbeidsvermogen": _(
        "Uw Wajong is %(percentage_duurzaam)s van het verschil tussen %(grondslag)s en uw inkomen "
        "(%(inkomen)s). Dat is %(value)s."
    ),
    "wajong.loondispensatie": _(
        "Met loondispensatie telt niet uw hele loon mee. Van uw inkomen (%(inkomen)s) telt "
        "%(telt_mee)s. Uw Wajong is %(percentage)s van het verschil tussen %(grondslag)s en dat "
        "bedrag. Dat is %(value)s."
    ),
    "wajong.aanvulling_tot_functieloon": _(
        "Uw loon en uw Wajong zijn samen minstens het volle loon voor uw werk: %(functieloon)s. "
        "Daarom krijgt u %(value)s Wajong."
    ),
    "wajong.garantiebedrag": _(
        "U heeft een garantiebedrag van %(per_day)s per dag. Dat is hoger dan %(zonder)s per "
        "maand. Daarom krijgt u %(value)s."
    ),
    # --- Toeslagenwet ---
    "toeslagenwet.alleenstaande": _(
        "Het sociaal minimum voor iemand zonder partner is %(norm)s. Daar gaan uw uitkering "
        "(%(uitkering)s) en wat u verdient (%(loon)s) af. Het verschil is %(value)s. "
        "U vraagt deze toeslag zelf aan bij UWV."
    ),
    "toeslagenwet.kostendeler": _(
        "U woont met anderen. Het sociaal minimum dat daarbij hoort is %(norm)s. Daar gaan uw "
        "uitkering (%(uitkering)s) en wat u verdient (%(loon)s) af. Het verschil is %(value)s. "
        "U vraagt deze toeslag zelf aan bij UWV."
    ),
    "toeslagenwet.gehuwd": _(
        "Het sociaal minimum voor u en uw partner samen is %(norm)s. Daar gaan uw uitkering "
        "(%(uitkering)s), wat u en uw partner verdienen (%(loon)s) en ander inkomen van uw partner "
        "(%(overig)s) af. Het verschil is %(value)s. U vraagt deze toeslag zelf aan bij UWV."
    ),
    "toeslagenwet.vrijlating": _(
        "Van wat u verdient (%(loon)s) telt %(value)s niet mee voor de toeslag. "
        "Dat duurt hoogstens twee jaar."
    ),
    "toeslagenwet.hoogstens": _(
        "De toeslag en uw uitkering zijn samen niet hoger dan het loon waarmee UWV rekent "
        "(%(grondslag)s, zonder vakantiegeld). Daarom is de toeslag %(value)s."
    ),
    # --- payroll tax ---
    "loonbelasting.white.met_korting": _(
        "Over %(loon)s is de belasting %(before_credits)s. Daar gaan twee kortingen af: de "
        "algemene heffingskorting (%(algemene_heffingskorting)s) en de arbeidskorting "
        "(%(arbeidskorting)s). Er wordt %(value)s ingehouden."
    ),
    "loonbelasting.white.zonder_korting": _(
        "Over %(loon)s wordt %(value)s ingehouden. Er wordt hier geen loonheffingskorting "
        "toegepast."
    ),
    "loonbelasting.green.met_korting": _(
        "Over %(loon)s is de belasting %(before_credits)s. Daar gaat de algemene heffingskorting "
        "af (%(algemene_heffingskorting)s). Arbeidskorting krijgt u niet over een uitkering. "
        "Er wordt %(value)s ingehouden."
    ),
    "loonbelasting.green.zonder_korting": _(
        "Over %(loon)s wordt %(value)s ingehouden. Er wordt hier geen loonheffingskorting "
        "toegepast."
    ),
    "loonbelasting.jonggehandicaptenkorting": _(
        "Met een Wajong krijgt u ook jonggehandicaptenkorting: %(korting)s per maand. "
        "UWV of uw werkgever houdt dan %(value)s in."
    ),
    "zvw.winst": _("Over %(winst)s winst is de bijdrage %(value)s per jaar."),
    "zvw.ingehouden": _("Voor de Zorgverzekeringswet wordt %(value)s ingehouden."),
    # --- the year ---
    "jaar.belastbaar_inkomen": _(
        "Dit telt mee over een jaar: %(loon)s loon (met vakantiegeld, zonder pensioenpremie), "
        "%(uitkeringen)s uitkering en %(vakantiegeld_uitkeringen)s vakantiegeld van uw uitkering. "
        "Samen is dat %(value)s."
    ),
    "jaar.belastbaar_inkomen_winst": _(
        "Dit telt mee over een jaar: %(winst)s van uw winst, %(loon)s loon, %(uitkeringen)s "
        "uitkering en %(vakantiegeld_uitkeringen)s vakantiegeld van uw uitkering. Samen is dat "
        "%(value)s."
    ),
    "jaar.ingehouden": _(
        "In de twaalf gewone maanden samen gaat er %(months)s belasting af. Van uw vakantiegeld in "
        "mei gaat er %(on_holiday)s af. Samen is dat %(value)s."
    ),
    "jaar.toetsingsinkomen": _(
        "Dienst Toeslagen kijkt naar uw inkomen over een heel jaar. Dat is %(value)s."
    ),
    "jaar.toetsingsinkomen_partner": _(
        "Dienst Toeslagen kijkt naar het inkomen over een heel jaar. Dat van u is %(own)s. Dat van "
        "uw partner is %(partner)s. Samen is dat %(value)s."
    ),
    "jaar.vakantiegeld": _(
        "U krijgt in mei %(werk)s vakantiegeld van uw werk en %(uitkeringen)s van uw uitkering. "
        "Samen is dat %(value)s, vóór belasting."
    ),
    "jaar.aanslag": _(
        "Er is %(ingehouden)s belasting ingehouden. U moet over het jaar %(verschuldigd)s betalen. "
        "Het verschil is %(value)s."
    ),
    "jaar.netto": _(
        "Na belasting is het inkomen over een jaar %(na_belasting)s. De toeslagen min de kosten "
        "zijn %(toeslagen_en_kosten)s. Samen is dat %(value)s."
    ),
    "maand.netto": _(
        "Na belasting komt er %(na_belasting)s binnen. De toeslagen min de kosten zijn "
        "%(toeslagen_en_kosten)s. Samen is dat %(value)s."
    ),
    "antwoord.kosten": _("Dit bedrag komt uit de antwoorden die u heeft gegeven."),
    "antwoord.partner": _("Dit bedrag heeft u zelf ingevuld."),
    "inkomstenbelasting.ondernemersaftrek": _(
        "U werkt genoeg uren voor uw bedrijf. Daarom mag u %(value)s van uw winst aftrekken."
    ),
    "inkomstenbelasting.belastbare_winst": _(
        "Uw winst is %(winst)s. Daar gaat %(aftrek)s aftrek af. Van de rest is "
        "%(mkb_winstvrijstelling)s vrij. U betaalt belasting over %(value)s."
    ),
    "inkomstenbelasting.tarief": _(
        "Over %(belastbaar_inkomen)s is de belasting %(value)s, vóór kortingen."
    ),
    "inkomstenbelasting.algemene_heffingskorting": _(
        "U krijgt %(value)s algemene heffingskorting. Iedereen krijgt die. Bij een hoger inkomen "
        "is die lager."
    ),
    "inkomstenbelasting.arbeidskorting": _(
        "U krijgt %(value)s arbeidskorting, omdat u met werk %(arbeidsinkomen)s verdient."
    ),
    "inkomstenbelasting.combinatiekorting": _(
        "U krijgt %(value)s inkomensafhankelijke combinatiekorting, omdat u werkt en voor een "
        "jong kind zorgt."
    ),
    "inkomstenbelasting.jonggehandicaptenkorting": _(
        "U krijgt %(value)s jonggehandicaptenkorting, omdat u recht heeft op Wajong."
    ),
    "inkomstenbelasting.verschuldigd": _(
        "Van %(before_credits)s gaan de kortingen af, samen %(kortingen)s. "
        "Dan is de belasting %(value)s per jaar. Wij ronden pas aan het eind af. "
        "Daarom kan het een paar cent schelen."
    ),
    "inkomstenbelasting.overdracht": _(
        "U of uw partner is geboren vóór 1963. Daarom krijgt u %(value)s van uw algemene "
        "heffingskorting uitbetaald."
    ),
    # --- toeslagen ---
    "zorgtoeslag.normpremie": _(
        "Met een inkomen van %(toetsingsinkomen)s per jaar betaalt u zelf %(value)s per jaar aan "
        "uw zorgverzekering."
    ),
    "zorgtoeslag.normpremie_partner": _(
        "Met een inkomen van samen %(toetsingsinkomen)s per jaar betaalt u met uw partner zelf "
        "%(value)s per jaar aan uw zorgverzekeringen."
    ),
    "zorgtoeslag.toeslag": _(
        "Een gewone zorgverzekering kost %(standaardpremie)s per jaar. Daar gaat af wat u zelf "
        "betaalt (%(normpremie)s). De toeslag is %(per_year)s per jaar, dus %(value)s per maand."
    ),
    "zorgtoeslag.geen": _(
        "De zorgverzekering kost %(standaardpremie)s per jaar. Dienst Toeslagen rekent erop dat u "
        "%(normpremie)s zelf kunt betalen. Daarom krijgt u geen zorgtoeslag."
    ),
    "zorgtoeslag.toeslag_partner": _(
        "Twee gewone zorgverzekeringen kosten %(standaardpremie)s per jaar. Daar gaat af wat u "
        "samen zelf betaalt (%(normpremie)s). De toeslag is %(per_year)s per jaar, dus %(value)s "
        "per maand."
    ),
    "zorgtoeslag.partner_niet_verzekerd": _(
        "Uw partner heeft geen Nederlandse zorgverzekering. Daarom krijgt u de helft van de "
        "toeslag voor twee mensen: %(per_year)s per jaar, dus %(value)s per maand."
    ),
    "toeslag.te_veel_vermogen": _(
        "U krijgt deze toeslag niet, want uw spaargeld en bezittingen (%(vermogen)s) zijn meer dan "
        "%(grens)s."
    ),
    "huurtoeslag.geen_own": _("Huurtoeslag is er alleen voor mensen die huren."),
    "huurtoeslag.geen_room": _(
        "Voor een kamer krijgt u bijna nooit huurtoeslag. Er zijn uitzonderingen, zoals begeleid "
        "wonen. Vraag dat aan Dienst Toeslagen."
    ),
    "huurtoeslag.geen_parents": _("Huurtoeslag is er alleen voor mensen die zelf huren."),
    "huurtoeslag.basishuur": _("De eerste %(value)s van uw huur betaalt u altijd zelf."),
    "huurtoeslag.voor_inkomen": _(
        "Uw huur is %(huur)s. Daarvan telt %(rekenhuur)s mee. Van het eerste deel boven wat u zelf "
        "betaalt krijgt u alles (%(deel_a)s). Van de rest krijgt u een deel (%(deel_b)s en "
        "%(deel_c)s). Bij een laag inkomen krijgt u samen %(value)s."
    ),
    "huurtoeslag.toeslag": _(
        "Het inkomen van iedereen op uw adres is samen %(rekeninkomen)s per jaar. "
        "Daarom gaat er %(verlaging)s per maand af. U krijgt hele euro's: %(value)s per maand."
    ),
    "kindgebonden_budget.hoogste_bedrag": _(
        "Aantal kinderen: %(children)s. Het hoogste bedrag is dan %(value)s per jaar."
    ),
    "kindgebonden_budget.toeslag": _(
        "Uw inkomen is %(toetsingsinkomen)s per jaar. De grens is %(drempel)s. Daarom gaat er "
        "%(verlaging)s per jaar af. U krijgt hele euro's: %(value)s per maand."
    ),
    "kinderbijslag.per_maand": _(
        "U krijgt %(quarter)s per 3 maanden van de SVB. Dat is %(value)s per maand."
    ),
    "kinderopvangtoeslag.toeslag": _(
        "De opvang kost %(kosten)s per maand. Daarvan telt %(telt_mee)s mee. U krijgt "
        "%(eerste_kind)s terug. Gaan er meer kinderen naar de opvang? Dan is het voor de andere "
        "kinderen %(volgende_kinderen)s. Dat is samen %(value)s per maand."
    ),
    "kinderopvangtoeslag.geen_werk": _(
        "U krijgt kinderopvangtoeslag als u werkt, of als u een traject naar werk volgt."
    ),
    "kinderopvangtoeslag.partner_werkt_niet": _(
        "Uw partner heeft geen loon uit werk. Volgt uw partner een traject naar werk? "
        "Dan krijgt u misschien wel kinderopvangtoeslag."
    ),
}

LINES: dict[str, str] = {
    "loon": _("Loon"),
    "winst": _("Winst uit uw bedrijf"),
    "ww": _("WW"),
    "wga": _("WGA-uitkering"),
    "iva": _("IVA-uitkering"),
    "wajong": _("Wajong"),
    "toeslagenwet": _("Toeslag van UWV (Toeslagenwet)"),
    "partner.loon": _("Loon van uw partner"),
    "partner.winst": _("Winst van uw partner"),
    "partner.uitkering": _("Uitkering van uw partner"),
    "partner.aow": _("AOW van uw partner"),
    "partner.pensioen": _("Pensioen van uw partner"),
    "zorgtoeslag": _("Zorgtoeslag"),
    "huurtoeslag": _("Huurtoeslag"),
    "kindgebonden_budget": _("Kindgebonden budget"),
    "kinderbijslag": _("Kinderbijslag"),
    "kinderopvangtoeslag": _("Kinderopvangtoeslag"),
    "childcare_cost": _("Kosten van kinderopvang"),
    "pension": _("Pensioenpremie"),
    "travel_cost": _("Reiskosten die u zelf betaalt"),
    "belasting_winst": _("Opzij voor belasting over uw winst"),
    "zvw_winst": _("Opzij voor de Zorgverzekeringswet"),
}

TOTAL = _("Wat u overhoudt")
TOTAL_TOGETHER = _("Wat u en uw partner samen overhouden")

#: what holds for a limited time, by the rule that brings it up
NOTES: dict[str, str] = {
    "ww.uitkering": _(
        "Uw WW is hier de uitkering vanaf de derde maand. In de eerste twee maanden is die hoger. "
        "Uw WW stopt op de datum in uw brief van UWV."
    ),
    "wia.loongerelateerd": _(
        "Uw WGA-uitkering is hier de uitkering vanaf de derde maand. In de eerste twee maanden is "
        "die hoger. De loongerelateerde uitkering stopt op de datum in uw brief van UWV."
    ),
    "toeslagenwet.vrijlating": _(
        "Een deel van wat u verdient telt niet mee voor de toeslag van UWV. Dat duurt hoogstens "
        "twee jaar."
    ),
}

PAYERS: dict[str, str] = {
    "employer": _("Belasting op uw loon"),
    "uwv": _("Belasting op wat UWV betaalt"),
    "self": _("Belasting op uw winst"),
    "partner": _("Belasting op het inkomen van uw partner"),
}

YEAR: dict[str, str] = {
    "belastbaar_inkomen": _("Inkomen waarover u belasting betaalt"),
    "inkomstenbelasting": _("Inkomstenbelasting over het jaar"),
    "withheld": _("Belasting die al is ingehouden"),
    "toetsingsinkomen": _("Inkomen voor uw toeslagen (toetsingsinkomen)"),
    "zvw": _("Bijdrage Zorgverzekeringswet over uw winst"),
    "assessment": _("Terug van de Belastingdienst, of bijbetalen (-)"),
    "vakantiegeld": _("Vakantiegeld in mei, bruto"),
    "net": _("Wat u in een jaar overhoudt"),
}

NOT_COUNTED: dict[str, str] = {
    "box3": _(
        "Belasting over spaargeld en beleggingen, zoals aandelen (box 3). "
        "U heeft meer dan het bedrag dat vrij is. Uw toeslagen kunnen daardoor lager zijn."
    ),
    "eigen_woning": _(
        "De hypotheekrente en de waarde van uw huis. Die veranderen uw belasting en uw toeslagen."
    ),
    "vermogen_medebewoners": _(
        "Het spaargeld van mensen met wie u woont. Heeft een van hen veel spaargeld? "
        "Dan krijgt u misschien geen huurtoeslag."
    ),
    "ondernemer": _(
        "Aftrekposten die u als ondernemer zelf kiest, zoals voor investeringen of uw pensioen."
    ),
    "ondernemer_partner": _(
        "Aftrekposten voor de uren die uw partner in het bedrijf werkt. "
        "De belasting kan daardoor lager zijn."
    ),
    "kinderopvang_traject": _(
        "Kinderopvangtoeslag als u niet werkt, maar wel een traject naar werk volgt."
    ),
    "tegemoetkoming_wajong_jong": _(
        "Een klein extra bedrag dat UWV betaalt aan mensen met Wajong van 18, 19 of 20 jaar."
    ),
    "tegemoetkoming_arbeidsongeschikten": _(
        "De tegemoetkoming arbeidsongeschikten. UWV betaalt die één keer per jaar, uit zichzelf. "
        "U ziet het bedrag bij de maand september."
    ),
    "zorgpremie": _("De premie van uw zorgverzekering, uw huur en uw andere vaste lasten."),
    "ander_inkomen": _("Ander inkomen van u, zoals alimentatie of een nabestaandenuitkering."),
    "gemeente": _(
        "Regelingen van uw gemeente voor mensen met een laag inkomen. Die staan hierboven apart."
    ),
}

#: what an amount is called where its name in the law says too little
AMOUNTS: dict[str, str] = {
    "loonbelasting.bijzonder_tarief_wit": _(
        "de belastingtabel voor vakantiegeld van een werkgever"
    ),
    "loonbelasting.bijzonder_tarief_groen": _("de belastingtabel voor vakantiegeld van UWV"),
    "loonbelasting.schijven": _("belastingschijven"),
    "inkomstenbelasting.schijven": _("belastingschijven"),
    "minimumloon.referentiemaandloon": _("minimumloon per maand"),
    "minimumloon.jeugdpercentage": _("deel van het minimumloon bij uw leeftijd"),
    "wia.wga_uitkeringspercentage": _("uitkeringspercentage per klasse"),
    "ww.vakantiebijslag_teller": _("deel dat vakantiegeld is"),
    "ww.vakantiebijslag_noemer": _("van zoveel delen in totaal"),
    "wia.vakantiebijslag_teller": _("deel dat vakantiegeld is"),
    "wia.vakantiebijslag_noemer": _("van zoveel delen in totaal"),
    "dagloon.dagen_per_maand": _("dagen waarmee UWV per maand rekent"),
}

REASONS: dict[str, str] = {
    "special_table_not_known": _(
        "De tabel voor belasting op vakantiegeld van 2025 hebben wij niet."
    ),
    "huurtoeslag_2025": _("De regels voor huurtoeslag in 2025 hebben wij niet."),
    "kinderopvangtoeslag_2025": _("De regels voor kinderopvangtoeslag in 2025 hebben wij niet."),
    "rules_not_known": _("Voor deze datum hebben wij niet alle regels."),
}


def of_value(value: Any, unit: str, language: str | None) -> str:
    """A value of a step as people read it."""
    if isinstance(value, bool) or not isinstance(value, (Decimal, int)):
        return str(value)
    number = Decimal(value)
    if unit.startswith("EUR"):
        return format_money(number, language)
    if unit == "fraction":
        return format_share(number, language)
    return format_number(number, language)


class _Params(dict[str, str]):
    """What a step's words may name, put into words only when they do name it."""

    def __init__(self, step: Step, language: str | None) -> None:
        super().__init__()
        self.step = step
        self.language = language

    def __missing__(self, name: str) -> str:
        step = self.step
        if name == "value":
            return of_value(step.value, step.unit, self.language)
        for given, value, unit in step.inputs:
            if given == name:
                return of_value(value, unit, self.language)
        # the words have one name for percentages whose name differs with the phase
        if name == "percentage" and isinstance(step.amounts[0].value, Decimal):
            name = step.amounts[0].name
        for amount in step.amounts:
            if amount.name == name:
                return of_value(amount.value, amount.unit, self.language)
        raise KeyError(f"{step.rule} has no {name}")


def of_step(step: Step, language: str | None) -> str:
    """The words of one step in the active language, with its own figures."""
    return gettext(RULES[step.rule]) % _Params(step, language)
