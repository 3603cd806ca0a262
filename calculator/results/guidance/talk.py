"""For the talk with UWV or the municipality: what to ask, and what to bring."""

from django.utils.translation import gettext_noop as _

#: what to ask, by the right, duty or warning that brings it up; the most important first
ASK: dict[str, str] = {
    "wajong_en_ww": _("Heb ik recht op WW als mijn werk stopt? Hoeveel krijg ik dan in totaal?"),
    "ww_stopt": _("Klopt het dat mijn WW stopt? Hoe krijg ik mijn WW terug als ik minder verdien?"),
    "ww_stopt_in_maand": _("Krijg ik WW in de maand waarin ik vakantiegeld of extra loon krijg?"),
    "contract_eindigt": _("Heb ik na dit contract recht op WW? Tot welke datum?"),
    "ww_te_klein": _("Is het beter om mijn WW te laten lopen of te stoppen?"),
    "kleine_ww": _("Is het beter om mijn WW te laten lopen of te stoppen?"),
    "wga_onder_helft": _(
        "Hoeveel moet ik verdienen voor een hogere uitkering? Telt vakantiegeld mee?"
    ),
    "wga_helft_later": _("Wat verandert er als mijn loongerelateerde uitkering stopt?"),
    "wga_kan_eindigen": _("Kan mijn WGA stoppen door dit werk? Wanneer dan?"),
    "iva_herkeuring": _("Wat betekent dit werk voor mijn IVA?"),
    "wajong_kan_eindigen": _("Wanneer kan mijn Wajong stoppen door dit werk?"),
    "schatting_wia": _("Met welk inkomen berekent u mijn uitkering? Wanneer rekent u na?"),
    "schatting_wajong": _("Met welk inkomen berekent u mijn uitkering? Wanneer rekent u na?"),
    "wia_voorschot": _("Krijg ik een voorschot? Moet ik daar later iets van terugbetalen?"),
    "wajong2015_herkeuring": _("Gaat u door dit werk opnieuw kijken of ik kan werken?"),
    "iva_ruimte": _("Hoeveel kan ik verdienen zonder dat u mijn IVA opnieuw bekijkt?"),
    "toeslagenwet_aanvragen": _("Heb ik recht op een toeslag van UWV (Toeslagenwet)?"),
    "startperiode": _("Kan ik een startperiode krijgen voor mijn bedrijf?"),
    "eigen_bedrijf_ww": _("Hoe geef ik mijn uren voor mijn bedrijf op?"),
    "eigen_bedrijf_ao": _("Hoe geef ik mijn winst door?"),
    "solliciteren_ww": _("Moet ik naast dit werk blijven solliciteren?"),
    "meewerken_wga": _("Wat verwacht u van mij als ik ga werken?"),
    "meewerken_wga_onbekend": _("Wat verwacht u van mij als ik ga werken?"),
    "meewerken_wajong": _("Wat verwacht u van mij als ik ga werken?"),
    "proefplaatsing": _("Kan ik het werk eerst uitproberen en mijn uitkering houden?"),
    "proefplaatsing_experiment": _("Kan ik werk uitproberen zonder mijn uitkering te verliezen?"),
    "loondispensatie": _("Past loondispensatie bij mijn werk? Wat krijg ik dan?"),
    "jobcoach": _("Kan ik een jobcoach, vervoer of hulpmiddelen krijgen?"),
    "wga_terug": _("Wat krijg ik als het werk niet lukt?"),
    "wajong_terug": _("Wat krijg ik als het werk niet lukt?"),
    "wajong_herbeoordeling": _("Wat betekent dit werk voor mijn Wajong?"),
    "wajong2015_terug": _("Wat krijg ik als het werk niet lukt?"),
    "garantie_vervalt": _("Tot wanneer houd ik mijn garantiebedrag?"),
    "opvang_met_traject": _(
        "Kunt u mij een brief geven over mijn traject, voor kinderopvangtoeslag?"
    ),
    "opvang_zonder_werk": _(
        "Kunt u mij een brief geven over mijn traject, voor kinderopvangtoeslag?"
    ),
    "gemeente_wijziging": _("Aan de gemeente: wat verandert er aan mijn hulp als ik meer verdien?"),
}

BRING: tuple[str, ...] = (
    _("uw paspoort of identiteitskaart"),
    _("uw laatste brief van UWV over uw uitkering"),
    _("deze lijst"),
)

#: what to bring beside that, by what brings it up
BRING_TO: dict[str, str] = {
    "niet_zelf_ontslag": _("uw contract of de vacature, met uren en loon"),
    "no_risk_wia": _("uw contract of de vacature, met uren en loon"),
    "no_risk_wajong": _("uw contract of de vacature, met uren en loon"),
    "contract_eindigt_ww": _("een bewijs van de einddatum van uw contract"),
    "contract_eindigt_melden": _("een bewijs van de einddatum van uw contract"),
    "eigen_bedrijf_ww": _("een overzicht van uw uren en uw omzet"),
    "eigen_bedrijf_ao": _("uw verwachte winst, en uw laatste aanslag van de Belastingdienst"),
    "onkosten": _("uw laatste loonstrook"),
    "opvang_wijziging": _("de rekening van de kinderopvang"),
}
