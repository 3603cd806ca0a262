"""The words of the calendar, the curve and the repayments, keyed by the codes of the rules.

Everything that the rules can say has its words here (tests hold on to that). Texts that belong
to the table of the month are taken from :mod:`calculator.results.wording`.
"""

from django.utils.translation import gettext_noop as _

from calculator.results import wording

#: what happens in a month. ``day``: on which day, ``before``: the day before it, ``month``: the
#: name of the month
EVENTS: dict[str, str] = {
    "contract_begint": _("Uw nieuwe werk begint op %(day)s."),
    "bedrijf_begint": _("U begint op %(day)s met uw bedrijf."),
    "loon_verandert": _("Uw loon verandert op %(day)s."),
    "contract_eindigt": _("Uw contract stopt op %(day)s."),
    "ww_begint": _("Uw WW begint op %(day)s. UWV betaalt de WW een maand later."),
    "ww_70_procent": _(
        "Voor uw WW rekent UWV vanaf %(day)s met 70 procent van uw oude loon. Eerst was dat "
        "75 procent. Uw WW is daarna dus lager."
    ),
    "ww_eindigt": _(
        "De laatste dag van uw WW is %(day)s. UWV betaalt het laatste deel een maand later."
    ),
    "wga_begint": _("Uw WGA-uitkering begint op %(day)s."),
    "wga_70_procent": _(
        "Voor uw WGA-uitkering rekent UWV vanaf %(day)s met 70 procent van uw oude loon. Eerst was "
        "dat 75 procent. Uw uitkering is daarna dus lager."
    ),
    "wga_vervolg": _(
        "Uw loongerelateerde WGA-uitkering stopt op %(before)s. Vanaf %(day)s krijgt u een andere "
        "WGA-uitkering. Hoe hoog die is, hangt af van wat u verdient."
    ),
    "minimumloon_leeftijd": _(
        "Op %(day)s bent u jarig. Bij uw nieuwe leeftijd hoort een hoger minimumloon. Daarom wordt "
        "uw Wajong vanaf die dag hoger."
    ),
    "twee_loonperioden": _(
        "U krijgt deze maand twee keer loon. Dat komt doordat uw werkgever elke vier weken betaalt."
    ),
    "laatste_loon": _("U krijgt nog loon over de laatste weken van uw contract."),
    "vakantiegeld_werk": _("U krijgt vakantiegeld van uw werkgever."),
    "ww_stopt_door_inkomen": _(
        "Uw loon is hoger dan de grens voor WW. Daarom krijgt u over %(month)s geen WW."
    ),
    "ww_herleeft": _(
        "Uw WW begint weer op %(day)s. Blijf de Inkomstenopgave invullen. Schrijft UWV dat uw WW "
        "is gestopt? Vraag de WW dan terug. UWV betaalt de WW een maand later."
    ),
    "vakantiegeld_uitkering": _("U krijgt vakantiegeld van UWV."),
    "startperiode_eindigt": _(
        "Uw startperiode stopt op %(before)s. Vanaf %(day)s gaan de uren voor uw bedrijf van uw "
        "WW af."
    ),
    "aow_leeftijd": _("U krijgt AOW vanaf %(day)s. Uw uitkering van UWV stopt dan."),
    "uitkering_begint_later": _(
        "Uw uitkering begint op %(day)s. Wat er daarvoor binnenkwam, weten wij niet. Dat telt hier "
        "niet mee."
    ),
}

#: what changes the amount of the answer for good; that is of the time with 70 percent already.
#: ``month``: the month in which it happens
LATER: dict[str, str] = {
    "contract_eindigt": _("In %(month)s stopt uw contract."),
    "ww_eindigt": _("In %(month)s stopt uw WW."),
    "wga_vervolg": _(
        "In %(month)s stopt uw loongerelateerde WGA-uitkering. U krijgt dan een andere "
        "WGA-uitkering."
    ),
    "startperiode_eindigt": _(
        "Vanaf %(month)s gaan de uren voor uw bedrijf van uw WW af. Uw startperiode is dan voorbij."
    ),
    "minimumloon_leeftijd": _("In %(month)s wordt u een jaar ouder. Uw Wajong is dan hoger."),
    "aow_leeftijd": _("In %(month)s krijgt u AOW. Wij rekenen niet uit hoeveel u dan overhoudt."),
}

#: what belongs behind an event, because of what else happens
WW_LOWER = _("Daardoor is uw WW over %(month)s lager.")
WW_NOT_THIS_MONTH = _(
    "Daardoor is uw loon hoger dan de grens voor WW. Over %(month)s krijgt u geen WW. "
    "In %(next)s begint uw WW weer."
)
WW_STAYS_AWAY = _("Zolang u zoveel verdient, krijgt u geen WW.")
HOLIDAY_OF_CONTRACT = _("U krijgt ook het vakantiegeld dat u heeft opgebouwd.")
HOLIDAY_LEFT_OVER = _("UWV betaalt met uw laatste WW ook het vakantiegeld dat nog over is.")

#: where the amount of the answer isn't that of the first months
IN_STARTPERIODE = _(
    "In uw startperiode is het anders. Van %(from)s tot en met %(until)s houdt u ongeveer "
    "%(amount)s per maand over."
)
IN_STARTPERIODE_TOGETHER = _(
    "In uw startperiode is het anders. Van %(from)s tot en met %(until)s houdt u samen ongeveer "
    "%(amount)s per maand over."
)

#: behind what changes for who stays as now
WITHOUT_PLAN_LEFT = _("Zonder plan houdt u daarna ongeveer %(amount)s per maand over.")
WITHOUT_PLAN_LEFT_TOGETHER = _(
    "Zonder plan houdt u daarna samen ongeveer %(amount)s per maand over."
)
#: where no wage and no benefit is left
NO_BIJSTAND = _("Bijstand van de gemeente zit niet in dit bedrag.")
#: the same after a job
NO_NEW_WW = _("Nieuwe WW of bijstand zit niet in dit bedrag.")

#: from whom money comes; read together with what it is
PAYERS: dict[str, str] = {
    "employer": _("van uw werkgever"),
    "self": _("uit uw bedrijf"),
    "uwv": _("van UWV"),
    "partner": _("van uw partner"),
    "toeslagen": _("van Dienst Toeslagen"),
    "svb": _("van de Sociale Verzekeringsbank (SVB)"),
    "belastingdienst": _("van de Belastingdienst"),
}
TO_BELASTINGDIENST = _("aan de Belastingdienst")

#: what arrives
PAYMENTS: dict[str, str] = {
    "loon": _("Loon"),
    "winst": _("Winst"),
    "partner": _("Inkomen"),
    "ww": _("WW"),
    "wga": _("WGA-uitkering"),
    "iva": _("IVA-uitkering"),
    "wajong": _("Wajong"),
    "toeslagenwet": _("Toeslag van UWV (Toeslagenwet)"),
    "vakantiegeld": _("Vakantiegeld"),
    "tegemoetkoming_arbeidsongeschikten": _("Tegemoetkoming arbeidsongeschikten"),
    "zorgtoeslag": _("Zorgtoeslag"),
    "huurtoeslag": _("Huurtoeslag"),
    "kindgebonden_budget": _("Kindgebonden budget"),
    "kinderopvangtoeslag": _("Kinderopvangtoeslag"),
    "toeslagen": _("Toeslagen"),
    "kinderbijslag": _("Kinderbijslag"),
    "aanslag": _("Belasting terug"),
}
TAX_TO_PAY = _("U betaalt belasting bij")
#: a benefit that the Toeslagenwet is paid with
WITH_TOESLAGENWET: dict[str, str] = {
    "ww": _("WW en toeslag"),
    "wga": _("WGA-uitkering en toeslag"),
    "iva": _("IVA-uitkering en toeslag"),
    "wajong": _("Wajong en toeslag"),
}

#: what goes out of what comes in
GOES_OUT: dict[str, str] = {
    "childcare_cost": _("U betaalt: kinderopvang"),
    "travel_cost": _("U betaalt: reiskosten"),
    "belasting_winst": _("U zet opzij: belasting over uw winst"),
    "zvw_winst": _("U zet opzij: Zorgverzekeringswet"),
}
ABOUT_SO_MUCH = _("ongeveer, in deze maand")
WAS_PUT_ASIDE = _("Dit had u al opzij gezet")
FOR_TAX_OF_YEAR = _("voor de belasting over %(year)s")
#: what goes out over all months together, against now
MORE_OUT: dict[str, str] = {
    "childcare_cost": _("U betaalt %(amount)s meer voor kinderopvang."),
    "travel_cost": _("U betaalt %(amount)s meer voor reizen."),
    "put_aside": _("U zet %(amount)s meer opzij voor de belasting over uw winst."),
}
LESS_OUT: dict[str, str] = {
    "childcare_cost": _("U betaalt %(amount)s minder voor kinderopvang."),
    "travel_cost": _("U betaalt %(amount)s minder voor reizen."),
    "put_aside": _("U zet %(amount)s minder opzij voor de belasting over uw winst."),
}
NTH_JOB = _("Loon van baan %(number)s")

#: which time is paid for, behind the payer
OVER_MONTH = _("%(payer)s, over %(month)s")
FOR_MONTH = _("%(payer)s, voor %(month)s")
OVER_MONTHS = _("%(payer)s, over %(first)s tot en met %(last)s")
OVER_YEAR = _("%(payer)s, over %(year)s")

#: lines of a month that the table of the regular month has no words for
LINES: dict[str, str] = {
    "winst": _("Winst uit uw bedrijf"),
    "partner.winst": _("Winst van uw partner"),
    "employer.vakantiegeld": _("Vakantiegeld van uw werkgever"),
    "uwv.vakantiegeld": _("Vakantiegeld van UWV"),
    "tegemoetkoming_arbeidsongeschikten": _("Tegemoetkoming arbeidsongeschikten"),
    "belasting_winst": _("Opzij voor belasting over uw winst"),
    "zvw_winst": _("Opzij voor de Zorgverzekeringswet"),
    **wording.LINES,
}

#: why an amount isn't known
REASONS: dict[str, str] = {
    **wording.REASONS,
    "aow_leeftijd": _("U krijgt dan AOW. Wij rekenen alleen uit wat u overhoudt tot u AOW krijgt."),
    "voor_uitkering": _(
        "Uw uitkering is dan nog niet begonnen. Wij hebben niet gevraagd wat u daarvoor kreeg."
    ),
}
MISSING = _(
    "Wij missen nog een antwoord van u. Bovenaan deze pagina staat welk antwoord. "
    "Daarna kunnen wij verder rekenen."
)

TOESLAG_LATER = _(
    "In deze maand krijgt u ook toeslagen voor de maand erna. Hoeveel dat is, weten wij niet."
)

#: what changes at a wage
STEPS: dict[str, str] = {
    "ww.eindigt": _("Uw WW stopt."),
    "ww.begint": _("U krijgt WW."),
    "ww.te_klein": _("Uw WW is dan zo klein dat UWV die niet meer uitbetaalt."),
    "wga.loongerelateerd": _("U krijgt een loongerelateerde WGA-uitkering."),
    "wga.loonaanvulling": _(
        "U verdient dan genoeg voor een loonaanvullingsuitkering. Dat is een andere WGA-uitkering."
    ),
    "wga.vervolg": _(
        "U krijgt een vervolguitkering. Dat is een andere WGA-uitkering, die vaak lager is."
    ),
    "wga.begint": _("U krijgt een WGA-uitkering."),
    "wga.eindigt": _("U krijgt geen WGA-uitkering meer."),
    "iva.begint": _("U krijgt een IVA-uitkering."),
    "iva.eindigt": _("U krijgt geen IVA-uitkering meer."),
    "wajong.begint": _("U krijgt Wajong."),
    "wajong.eindigt": _("U krijgt geen Wajong meer."),
    "toeslagenwet.begint": _("U krijgt een toeslag van UWV (Toeslagenwet)."),
    "toeslagenwet.eindigt": _("U krijgt geen toeslag van UWV meer (Toeslagenwet)."),
    "zorgtoeslag.begint": _("U krijgt zorgtoeslag."),
    "zorgtoeslag.eindigt": _("U krijgt geen zorgtoeslag meer."),
    "huurtoeslag.begint": _("U krijgt huurtoeslag."),
    "huurtoeslag.eindigt": _("U krijgt geen huurtoeslag meer."),
    "kindgebonden_budget.begint": _("U krijgt kindgebonden budget."),
    "kindgebonden_budget.eindigt": _("U krijgt geen kindgebonden budget meer."),
    "kinderopvangtoeslag.begint": _("U krijgt kinderopvangtoeslag."),
    "kinderopvangtoeslag.eindigt": _("U krijgt geen kinderopvangtoeslag meer."),
    "loonheffingskorting.work": _(
        "De loonheffingskorting gaat van uw uitkering naar uw loon. UWV houdt dan meer belasting "
        "in. Wat u te veel betaalt, krijgt u na het jaar terug."
    ),
    "loonheffingskorting.benefit": _("De loonheffingskorting gaat naar uw uitkering."),
    "loonheffingskorting.both": _(
        "De loonheffingskorting is bij uw loon en bij uw uitkering. Na het jaar betaalt u dan "
        "belasting bij."
    ),
    "loonheffingskorting.none": _(
        "U krijgt nergens loonheffingskorting. Na het jaar krijgt u belasting terug."
    ),
    "loonheffingskorting.eindigt": _("U krijgt nergens loonheffingskorting."),
}

#: behind the end of the Wajong, where more is left: why that is
WAJONG_CREDIT_AT_WORK = _(
    "Dat komt door de jonggehandicaptenkorting. Dat is korting op uw belasting. Eerst gebruikte "
    "UWV die korting, maar niet helemaal. Nu gebruikt uw werkgever die korting."
)

#: rights that become smaller with every euro of wage until nothing is left
FADES = frozenset(
    {
        "wga.eindigt",
        "wajong.eindigt",
        "toeslagenwet.eindigt",
        "zorgtoeslag.eindigt",
        "huurtoeslag.eindigt",
        "kindgebonden_budget.eindigt",
        "kinderopvangtoeslag.eindigt",
    }
)

#: where the loonheffingskorting would leave more at wages that leave less
KORTING_HELPS: dict[str, str] = {
    "work": _(
        "Verdient u zo veel? Dan houdt u elke maand meer over met de loonheffingskorting bij uw "
        "werk."
    ),
    "benefit": _(
        "Verdient u zo veel? Dan houdt u elke maand meer over met de loonheffingskorting bij uw "
        "uitkering."
    ),
}

#: when a change is told to Dienst Toeslagen
REPORTED: dict[str, str] = {
    "at_once": _("Meteen"),
    "after_three_months": _("Na drie maanden"),
    "never": _("Niet"),
}

#: where the loonheffingskorting is applied
KORTING_AT: dict[str, str] = {
    "benefit": _("Bij uw uitkering"),
    "work": _("Bij uw werk"),
    "both": _("Bij allebei"),
    "none": _("Nergens"),
}

#: what the figures of a year take for granted. ``start`` and ``end``: first and last month
ASSUMED: dict[str, str] = {
    "ervoor_zoals_nu": _("Vóór %(start)s heeft u hetzelfde inkomen als nu."),
    "loon_voor_ww": _("Voordat uw WW begon, verdiende u het loon waar UWV mee rekent."),
    "inkomen_voor_wga": _(
        "Voordat uw WGA-uitkering begon, kreeg u 70 procent van het loon waar UWV mee rekent."
    ),
    "erna_hetzelfde": _("Na %(end)s blijft alles hetzelfde."),
    "ww_loopt_al": _("Uw WW loopt al langer dan twee maanden."),
    "ww_loopt_door": _("Uw WW loopt door. Wij weten niet op welke dag uw WW stopt."),
    "wga_loopt_al": _("Uw WGA-uitkering loopt al langer dan twee maanden."),
    "wga_loopt_door": _(
        "Uw loongerelateerde WGA-uitkering loopt door. Wij weten niet op welke dag die stopt."
    ),
}

#: a benefit that was paid on an estimate, with another income
SETTLED_INCOME: dict[str, str] = {
    "low": _("Als u minder verdient dan u verwacht"),
    "high": _("Als u meer verdient dan u verwacht"),
}
