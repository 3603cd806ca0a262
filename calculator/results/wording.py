"""The words of the explanation, keyed by rule; the figures come from the calculation.

A text may name the step's outcome as ``%(value)s``, its inputs and the amounts of the law it
used by their names. Every rule that a calculation can write down has its words here, in every
published language (tests hold on to that).
"""

from decimal import Decimal
from typing import Any

from django.utils.translation import gettext_noop as _

from calculator.formats import format_money, format_number, format_share
from calculator.rules.steps import Step
from calculator.texts import gettext_in

RULES: dict[str, str] = {
    # --- wage and how it counts ---
    "loon.per_month": _("Uw loon is %(value)s bruto per maand. Bruto is vóór belasting."),
    "loon.per_week": _(
        "Uw loon is %(value)s bruto per maand. Bruto is vóór belasting. Zo rekenen wij: "
        "%(weken_per_jaar)s weken keer %(gross)s. Dat delen wij door 12 maanden."
    ),
    "loon.per_four_weeks": _(
        "Uw loon is gemiddeld %(value)s bruto per maand. Bruto is vóór belasting. U krijgt "
        "%(vierweken_per_jaar)s keer per jaar %(gross)s. Dat delen wij door 12 maanden."
    ),
    "loon.per_hour": _(
        "Uw loon is %(value)s bruto per maand. Bruto is vóór belasting. U krijgt %(gross)s "
        "per uur en werkt %(hours)s uur per week. Een jaar heeft %(weken_per_jaar)s weken. "
        "Het loon over een jaar delen wij door 12 maanden."
    ),
    "loon.vakantiegeld_in_mei": _(
        "In mei krijgt u ook vakantiegeld: %(value)s bruto. Dat is "
        "%(vakantiebijslagpercentage)s van uw loon over een jaar."
    ),
    "loon.vakantiegeld_inbegrepen": _("Uw vakantiegeld zit al in dit bedrag."),
    "loon.loondispensatie": _(
        "U werkt met loondispensatie. Uw werkgever mag u dan minder loon betalen. Uw Wajong "
        "vult uw loon aan. Uw loonwaarde is %(loonwaarde)s: zo veel is uw werk volgens UWV "
        "waard. Voor een collega zonder ziekte of handicap is dat 100 procent."
    ),
    "aib.inkomen_ww": _(
        "Voor uw WW telt %(value)s als inkomen. Dat is het loon dat u in die maand krijgt. "
        "Daar is de pensioenpremie al af."
    ),
    "aib.inkomen_wia": _(
        "Voor uw WIA telt %(value)s als inkomen. Dat is uw loon zonder pensioenpremie. Het "
        "vakantiegeld dat u per maand opbouwt (%(vakantiegeld_opbouw)s) zit er ook in."
    ),
    "aib.inkomen_zonder_vakantiegeld": _(
        "Voor uw Wajong telt %(value)s als inkomen. Dat is uw loon zonder vakantiegeld en "
        "zonder pensioenpremie."
    ),
    "aib.winst": _(
        "Uw winst telt ook als inkomen: %(value)s per maand. Aftrekposten gaan er niet "
        "eerst af. Dat zijn bedragen waarover u als ondernemer geen belasting betaalt."
    ),
    "winst.per_maand": _("Uw winst is %(winst)s per jaar. Dat is %(value)s per maand."),
    "winst.belasting_winst": _(
        "Leg elke maand geld opzij. Over uw winst betaalt u na het jaar inkomstenbelasting. "
        "Wij schatten die op %(jaar)s per jaar. In het overzicht staat daarom %(value)s."
    ),
    "winst.zvw_winst": _(
        "Leg elke maand ook geld opzij voor de Zorgverzekeringswet. Daarvoor betaalt u na "
        "het jaar een bijdrage over uw winst: %(jaar)s per jaar. In het overzicht staat "
        "daarom %(value)s."
    ),
    "winst.opzij": _(
        "Uw partner betaalt na het jaar zelf belasting over de winst. De winst is %(winst)s "
        "per maand. Daarvan vraagt de Belastingdienst ongeveer %(value)s per maand."
    ),
    "aib.wia_naast_ww": _(
        "Voor uw WGA telt %(value)s als inkomen, want u heeft ook WW. Eerst telt het "
        "maandloon van uw WW: %(maandloon_ww)s. Dat is het loon waarmee UWV rekent. Van uw "
        "loon telt hier alleen wat daarboven ligt: %(meer)s."
    ),
    "aib.wajong_naast_ww": _(
        "Voor uw Wajong telt %(value)s als inkomen. Dat is uw WW (%(ww)s) samen met uw loon."
    ),
    # --- WW ---
    "ww.blijft": _(
        "Uw WW blijft. Uw inkomen (%(inkomen)s) is niet hoger dan de grens van %(grens)s. "
        "De grens is %(inkomensgrens)s van uw maandloon. Dat is het loon waarmee UWV "
        "rekent."
    ),
    "ww.eindigt": _(
        "U krijgt geen WW. Uw inkomen (%(inkomen)s) is hoger dan de grens van %(grens)s. De "
        "grens is %(inkomensgrens)s van uw maandloon. Dat is het loon waarmee UWV rekent."
    ),
    "ww.inkomen_uit_uren": _(
        "Voor uw WW telt %(value)s per maand als inkomen. UWV kijkt naar uw uren. Uw winst "
        "telt niet mee. Vroeger werkte u %(arbeidsuren)s uur per week. Nu werkt u %(uren)s "
        "uur per week voor uw bedrijf. Datzelfde deel van uw oude loon (%(maandloon)s) telt "
        "mee."
    ),
    "ww.uitkering": _(
        "Uw WW is %(value)s. Uw maandloon is het loon waarmee UWV rekent: %(maandloon)s. "
        "UWV neemt het verschil tussen dat loon en uw inkomen (%(inkomen)s). Daarvan krijgt "
        "u %(percentage)s."
    ),
    "ww.te_klein": _(
        "UWV betaalt deze WW niet uit, want %(uitkering)s is te weinig. "
        "De grens is een achtste van het minimumloon: %(grens)s."
    ),
    "ww.betaald": _(
        "Van uw uitkering krijgt u elke maand %(value)s bruto. De rest is vakantiegeld: "
        "%(vakantiebijslag)s per maand. UWV houdt dat apart. U krijgt het in mei."
    ),
    # --- WIA ---
    "wia.iva": _(
        "Uw IVA-uitkering is %(value)s. Uw maandloon is het loon waarmee UWV rekent: "
        "%(maandloon)s. Daarvan krijgt u %(iva_percentage)s. Daar gaat %(iva_verrekening)s "
        "van uw inkomen (%(inkomen)s) af."
    ),
    "wia.loongerelateerd": _(
        "Uw WGA-uitkering is %(value)s. Uw maandloon is het loon waarmee UWV rekent: "
        "%(maandloon)s. UWV neemt het verschil tussen dat loon en uw inkomen (%(inkomen)s). "
        "Daarvan krijgt u %(percentage)s."
    ),
    "wia.haalt_inkomenseis": _(
        "U verdient genoeg voor een loonaanvullingsuitkering. Dat is een WGA-uitkering. Uw "
        "inkomen is %(inkomen)s. U moet minstens %(inkomenseis)s verdienen. Dat is de helft "
        "van wat u volgens UWV nog kunt verdienen (%(verdiencapaciteit)s)."
    ),
    "wia.haalt_inkomenseis_niet": _(
        "U krijgt een vervolguitkering. Dat is een WGA-uitkering. Voor een "
        "loonaanvullingsuitkering moet u minstens %(inkomenseis)s verdienen. Uw inkomen "
        "(%(inkomen)s) is lager. De grens is de helft van wat u volgens UWV nog kunt "
        "verdienen (%(verdiencapaciteit)s)."
    ),
    "wia.geen_inkomenseis": _(
        "U krijgt een loonaanvullingsuitkering. Dat is een WGA-uitkering. U hoeft daarvoor "
        "volgens UWV geen minimumbedrag te verdienen."
    ),
    "wia.loonaanvulling_lid_2": _(
        "Uw uitkering is %(value)s. Uw maandloon is het loon waarmee UWV rekent: "
        "%(maandloon)s. UWV neemt het verschil tussen dat loon en uw inkomen (%(inkomen)s). "
        "Daarvan krijgt u %(wga_percentage)s."
    ),
    "wia.loonaanvulling_lid_4": _(
        "Uw uitkering is %(value)s. Die blijft gelijk tot u meer verdient dan %(inkomen)s. "
        "Dat bedrag kunt u volgens UWV nog verdienen. UWV rekent met dat bedrag en niet met "
        "uw loon. UWV neemt het verschil met uw maandloon (%(maandloon)s). Daarvan krijgt u "
        "%(wga_percentage)s."
    ),
    "wia.loonaanvulling_lid_5": _(
        "Uw uitkering is %(value)s. UWV verhoogt die tot hoogstens %(percentage)s van "
        "%(laagste_loon)s. Dat laatste bedrag is het minimumloon met vakantiegeld, of uw "
        "maandloon als dat lager is."
    ),
    "wia.vervolg": _(
        "Uw vervolguitkering is %(value)s. Dat is %(percentage)s van %(laagste_loon)s. Dat "
        "laatste bedrag is het minimumloon met vakantiegeld, of uw maandloon als dat lager "
        "is. Uw loon gaat er niet van af."
    ),
    "wia.betaald": _(
        "Van uw uitkering krijgt u elke maand %(value)s bruto. De rest is vakantiegeld: "
        "%(vakantiebijslag)s per maand. UWV houdt dat apart. U krijgt het in mei."
    ),
    # --- Wajong ---
    "wajong.grondslag": _("UWV rekent met het minimumloon: %(value)s per maand."),
    "wajong.grondslag_jeugd": _(
        "UWV rekent met het minimumloon voor uw leeftijd: %(value)s per maand. U bent "
        "%(age)s jaar. Daarom is het %(share)s van het gewone minimumloon."
    ),
    "wajong.met_arbeidsvermogen": _(
        "Uw Wajong is %(value)s. UWV neemt het verschil tussen het minimumloon "
        "(%(grondslag)s) en uw inkomen (%(inkomen)s). Daarvan krijgt u %(percentage)s."
    ),
    "wajong.zonder_arbeidsvermogen": _(
        "Uw Wajong is %(value)s. UWV neemt het verschil tussen het minimumloon "
        "(%(grondslag)s) en uw inkomen (%(inkomen)s). Daarvan krijgt u "
        "%(percentage_duurzaam)s."
    ),
    "wajong.loondispensatie": _(
        "Uw Wajong is %(value)s. U werkt met loondispensatie. Daarom telt niet uw hele "
        "inkomen mee. Van %(inkomen)s telt %(telt_mee)s. UWV neemt het verschil tussen het "
        "minimumloon (%(grondslag)s) en %(telt_mee)s. Daarvan krijgt u %(percentage)s."
    ),
    "wajong.aanvulling_tot_functieloon": _(
        "U krijgt meer Wajong: %(value)s. Uw loon en uw Wajong zijn samen minstens het "
        "volle loon voor uw werk: %(functieloon)s."
    ),
    "wajong.garantiebedrag": _(
        "U krijgt %(value)s. Dat is uw garantiebedrag: %(per_day)s per dag. Dat is hoger "
        "dan uw gewone Wajong van %(zonder)s per maand. Daarom krijgt u het garantiebedrag."
    ),
    # --- Toeslagenwet ---
    "toeslagenwet.alleenstaande": _(
        "Deze toeslag is %(value)s. U vraagt de toeslag zelf aan bij UWV. UWV kijkt naar het "
        "sociaal minimum: het bedrag dat u volgens de wet minstens nodig heeft. Voor iemand "
        "zonder partner is dat %(norm)s. Daar gaan uw uitkering (%(uitkering)s) en wat meetelt "
        "van uw loon of winst (%(loon)s) af."
    ),
    "toeslagenwet.kostendeler": _(
        "Deze toeslag is %(value)s. U vraagt de toeslag zelf aan bij UWV. UWV kijkt naar het "
        "sociaal minimum: het bedrag dat u volgens de wet minstens nodig heeft. Voor u is dat "
        "%(norm)s, want u woont met anderen. Daar gaan uw uitkering (%(uitkering)s) en wat "
        "meetelt van uw loon of winst (%(loon)s) af."
    ),
    "toeslagenwet.gehuwd": _(
        "Deze toeslag is %(value)s. U vraagt de toeslag zelf aan bij UWV. UWV kijkt naar het "
        "sociaal minimum: het bedrag dat u volgens de wet minstens nodig heeft. Voor u en uw "
        "partner samen is dat %(norm)s. Daar gaan uw uitkering (%(uitkering)s) en wat meetelt "
        "van wat u en uw partner verdienen (%(loon)s) af. Ander inkomen van uw partner "
        "(%(overig)s) gaat er ook af."
    ),
    "toeslagenwet.vrijlating": _(
        "Van wat u verdient (%(loon)s) telt %(value)s niet mee voor de toeslag. "
        "Dat duurt hoogstens twee jaar."
    ),
    "toeslagenwet.hoogstens": _(
        "De toeslag is hier %(value)s. Meer kan het niet zijn. Uw uitkering en de toeslag "
        "zijn samen niet hoger dan %(grondslag)s. Dat is het loon waarmee UWV rekent, "
        "zonder vakantiegeld."
    ),
    # --- payroll tax ---
    "loonbelasting.white.met_korting": _(
        "Van %(loon)s gaat %(value)s belasting af. Zonder korting is de belasting "
        "%(before_credits)s. Daar gaan twee kortingen af: de algemene heffingskorting "
        "(%(algemene_heffingskorting)s) en de arbeidskorting (%(arbeidskorting)s). Die "
        "tweede is er voor wie werkt."
    ),
    "loonbelasting.white.zonder_korting": _(
        "Van %(loon)s gaat %(value)s belasting af. De loonheffingskorting telt hier niet "
        "mee. Dat is korting op de belasting."
    ),
    "loonbelasting.green.met_korting": _(
        "Van %(loon)s gaat %(value)s belasting af. Zonder korting is de belasting "
        "%(before_credits)s. Daar gaat de algemene heffingskorting af "
        "(%(algemene_heffingskorting)s). Over een uitkering is er geen arbeidskorting. Die "
        "is er voor wie werkt."
    ),
    "loonbelasting.green.zonder_korting": _(
        "Van %(loon)s gaat %(value)s belasting af. De loonheffingskorting telt hier niet "
        "mee. Dat is korting op de belasting."
    ),
    "loonbelasting.jonggehandicaptenkorting": _(
        "Met een Wajong krijgt u nog een korting op de belasting: de "
        "jonggehandicaptenkorting. Die is %(korting)s per maand. UWV of uw werkgever houdt "
        "daarom %(value)s in."
    ),
    "zvw.winst": _("Over %(winst)s winst is de bijdrage %(value)s per jaar."),
    "zvw.ingehouden": _("Voor de Zorgverzekeringswet gaat er %(value)s af."),
    # --- the year ---
    "jaar.belastbaar_inkomen": _(
        "U betaalt belasting over %(value)s. Dat is uw inkomen over een jaar. Het loon is "
        "%(loon)s, met vakantiegeld en zonder pensioenpremie. De uitkering is "
        "%(uitkeringen)s. Het vakantiegeld van de uitkering is "
        "%(vakantiegeld_uitkeringen)s."
    ),
    "jaar.belastbaar_inkomen_winst": _(
        "U betaalt belasting over %(value)s. Dat is uw inkomen over een jaar. Van de winst "
        "telt %(winst)s mee. Het loon is %(loon)s. De uitkering is %(uitkeringen)s. Het "
        "vakantiegeld van de uitkering is %(vakantiegeld_uitkeringen)s."
    ),
    "jaar.ingehouden": _(
        "In een jaar gaat er %(value)s belasting af. In de twaalf gewone maanden samen is "
        "dat %(months)s. Van uw vakantiegeld in mei gaat er %(on_holiday)s af."
    ),
    "jaar.toetsingsinkomen": _(
        "Dienst Toeslagen kijkt naar uw inkomen over een heel jaar. Dat is %(value)s."
    ),
    "jaar.toetsingsinkomen_partner": _(
        "Dienst Toeslagen kijkt naar het inkomen over een heel jaar. Dat van u is %(own)s. Dat van "
        "uw partner is %(partner)s. Samen is dat %(value)s."
    ),
    "jaar.vakantiegeld": _(
        "In mei krijgt u %(value)s vakantiegeld. Dat is vóór belasting. Van uw werk krijgt "
        "u %(werk)s en van uw uitkering %(uitkeringen)s."
    ),
    "jaar.aanslag": _(
        "Er ging %(ingehouden)s belasting van uw inkomen af. Over het jaar moet u "
        "%(verschuldigd)s betalen. Het verschil is %(value)s. Staat er een min voor? Dan "
        "ging er te weinig belasting af."
    ),
    "jaar.netto": _(
        "Er blijft %(value)s per jaar over. Na belasting is het inkomen %(na_belasting)s. "
        "De toeslagen min de kosten zijn %(toeslagen_en_kosten)s."
    ),
    "maand.netto": _(
        "Er blijft %(value)s per maand over. Na belasting komt er %(na_belasting)s binnen. "
        "De toeslagen min de kosten zijn %(toeslagen_en_kosten)s."
    ),
    "antwoord.kosten": _("Dit bedrag komt uit de antwoorden die u heeft gegeven."),
    "antwoord.partner": _("Dit bedrag heeft u zelf ingevuld."),
    "inkomstenbelasting.ondernemersaftrek": _(
        "U werkt genoeg uren voor uw bedrijf. Daarom mag u %(value)s van uw winst aftrekken."
    ),
    "inkomstenbelasting.belastbare_winst": _(
        "U betaalt belasting over %(value)s. Uw winst is %(winst)s. Daar gaat %(aftrek)s "
        "aftrek af. Over %(mkb_winstvrijstelling)s van de rest betaalt u geen belasting."
    ),
    "inkomstenbelasting.tarief": _(
        "Over %(belastbaar_inkomen)s is de belasting %(value)s, vóór kortingen."
    ),
    "inkomstenbelasting.algemene_heffingskorting": _(
        "U krijgt %(value)s algemene heffingskorting. Dat is korting op uw belasting. "
        "Iedereen krijgt die. Bij een hoger inkomen is die lager."
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
        "De belasting is %(value)s per jaar. Zonder kortingen is dat %(before_credits)s. De "
        "kortingen zijn samen %(kortingen)s. Wij ronden pas aan het eind af. Daarom kan het "
        "een paar cent schelen."
    ),
    "inkomstenbelasting.overdracht": _(
        "U of uw partner is geboren vóór 1963. Daarom krijgt u %(value)s van uw algemene "
        "heffingskorting uitbetaald."
    ),
    # --- toeslagen ---
    "zorgtoeslag.normpremie": _(
        "U betaalt zelf %(value)s per jaar aan uw zorgverzekering. Daar rekent Dienst "
        "Toeslagen op bij een inkomen van %(toetsingsinkomen)s per jaar."
    ),
    "zorgtoeslag.normpremie_partner": _(
        "U betaalt met uw partner zelf %(value)s per jaar aan uw zorgverzekeringen. Daar "
        "rekent Dienst Toeslagen op bij een inkomen van samen %(toetsingsinkomen)s per "
        "jaar."
    ),
    "zorgtoeslag.toeslag": _(
        "U krijgt %(value)s zorgtoeslag per maand. Dat is %(per_year)s per jaar. Een gewone "
        "zorgverzekering kost %(standaardpremie)s per jaar. Daar gaat af wat u zelf betaalt "
        "(%(normpremie)s)."
    ),
    "zorgtoeslag.geen": _(
        "U krijgt geen zorgtoeslag. De zorgverzekering kost %(standaardpremie)s per jaar. "
        "Dienst Toeslagen rekent erop dat u %(normpremie)s zelf kunt betalen."
    ),
    "zorgtoeslag.toeslag_partner": _(
        "U krijgt samen %(value)s zorgtoeslag per maand. Dat is %(per_year)s per jaar. Twee "
        "gewone zorgverzekeringen kosten %(standaardpremie)s per jaar. Daar gaat af wat u "
        "samen zelf betaalt (%(normpremie)s)."
    ),
    "zorgtoeslag.partner_niet_verzekerd": _(
        "U krijgt %(value)s zorgtoeslag per maand. Dat is %(per_year)s per jaar: de helft "
        "van de toeslag voor twee mensen. Uw partner heeft geen Nederlandse "
        "zorgverzekering."
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
        "Bij een laag inkomen krijgt u %(value)s. Uw huur is %(huur)s. Daarvan telt "
        "%(rekenhuur)s mee. Van het eerste deel boven wat u zelf betaalt, krijgt u alles: "
        "%(deel_a)s. Van de rest krijgt u een deel: %(deel_b)s en %(deel_c)s."
    ),
    "huurtoeslag.toeslag": _(
        "U krijgt %(value)s huurtoeslag per maand. U krijgt altijd hele euro's. Door het "
        "inkomen gaat er %(verlaging)s per maand af. Het inkomen van iedereen op uw adres "
        "is samen %(rekeninkomen)s per jaar."
    ),
    "kindgebonden_budget.hoogste_bedrag": _(
        "Aantal kinderen: %(children)s. Het hoogste bedrag is dan %(value)s per jaar."
    ),
    "kindgebonden_budget.toeslag": _(
        "U krijgt %(value)s kindgebonden budget per maand. U krijgt altijd hele euro's. Uw "
        "inkomen is %(toetsingsinkomen)s per jaar. De grens is %(drempel)s. Daarom gaat er "
        "%(verlaging)s per jaar af."
    ),
    "kinderbijslag.per_maand": _(
        "U krijgt %(value)s per maand. De Sociale Verzekeringsbank (SVB) betaalt "
        "%(quarter)s per 3 maanden."
    ),
    "kinderopvangtoeslag.toeslag": _(
        "U krijgt %(value)s kinderopvangtoeslag per maand. De opvang kost %(kosten)s per "
        "maand. Daarvan telt %(telt_mee)s mee. U krijgt %(eerste_kind)s terug. Gaan er meer "
        "kinderen naar de opvang? Dan is het voor de andere kinderen %(volgende_kinderen)s."
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
    "eigen_woning": _(
        "Uw hypotheekrente en de waarde van uw huis tellen hier niet mee. Die veranderen uw "
        "belasting en uw toeslagen."
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
        "Een klein extra bedrag voor mensen met Wajong van 18, 19 of 20 jaar. UWV betaalt dat."
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
    return gettext_in(language)(RULES[step.rule]) % _Params(step, language)
