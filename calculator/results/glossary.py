"""The law's terms and what they mean, and which of them a page uses.

The term stands as the law and the letters write it: whoever looks in a letter must find it there.
A form in capitals (WW) is recognised in capitals only, any other in any case. No entry names an
amount or a percentage: those change, and stand in ``rules/amounts``.
"""

import re
import unicodedata
from dataclasses import dataclass, field
from functools import cache
from html import unescape

from django.utils.translation import get_language
from django.utils.translation import gettext_noop as _

from calculator.texts import gettext

UWV_LETTER = _("Staat in uw brief van UWV.")
UWV_SITE = _("Vindt u op uwv.nl, na inloggen met DigiD.")
WORK_SITE = _("Vindt u op werk.nl, na inloggen met DigiD.")
PAYSLIP = _("Staat op uw loonstrook.")
PAYSLIP_OR_PAYMENT = _("Staat op uw loonstrook of op uw betaalspecificatie van UWV.")
TOESLAGEN_LETTER = _("Staat in uw brief van Dienst Toeslagen.")
TAX_LETTER = _("Staat in uw brief van de Belastingdienst.")
TAX_SITE = _("Vindt u op belastingdienst.nl, na inloggen met DigiD.")
SVB_LETTER = _("Staat in uw brief van de SVB.")
MUNICIPALITY = _("Vraag het aan uw gemeente.")
RENT_LETTER = _("Staat in uw huurcontract of in de brief over uw huur.")
ANY_DECISION = _("Onderaan elk besluit staat hoe u dit doet.")
ASK_UWV = _("Vraag het aan UWV.")
BAILIFF_LETTER = _("Staat in de brief van de deurwaarder.")


@dataclass(frozen=True, slots=True)
class Entry:
    """A term as the law or the letters write it; ``also`` are other forms to recognise."""

    code: str
    term: str
    explanation: str
    also: tuple[str, ...] = ()
    law: str = ""
    where: str = ""


@dataclass(frozen=True, slots=True)
class Word:
    """An entry in the language of the reader; the term itself stays Dutch."""

    code: str
    term: str
    name: str
    explanation: str
    law: str
    where: str

    @property
    def anchor(self) -> str:
        """Where the explanation stands on its page."""
        return f"word-{self.code}"


ENTRIES: tuple[Entry, ...] = (
    # --- benefits of UWV ---
    Entry(
        "maandloon",
        _("maandloon"),
        _(
            "Het bruto loon per maand waarmee UWV uw WW of WIA berekent. UWV rekent daarvoor uw "
            "dagloon om naar een maand."
        ),
        also=("maandlonen",),
        law="WW art. 1b lid 2; WIA art. 13 lid 4",
        where=UWV_LETTER,
    ),
    Entry(
        "dagloon",
        _("dagloon"),
        _(
            "Uw gemiddelde bruto loon per dag in het jaar voordat u werkloos of ziek werd. Er "
            "geldt een maximum."
        ),
        also=("daglonen",),
        law="WW art. 1b lid 1; WIA art. 13 lid 1",
        where=UWV_LETTER,
    ),
    Entry(
        "ww",
        _("WW"),
        _(
            "De Werkloosheidswet: de uitkering van UWV als u uw werk of een deel ervan kwijt bent. "
            "Hoe lang u WW krijgt, hangt af van hoeveel jaren u heeft gewerkt."
        ),
        also=("Werkloosheidswet",),
        law="WW art. 42 en 47",
        where=UWV_LETTER,
    ),
    Entry(
        "wia",
        _("WIA"),
        _(
            "De uitkering van UWV als u na een lange ziekte niet of minder kunt werken. Er zijn "
            "twee soorten: WGA en IVA."
        ),
        also=("Wet werk en inkomen naar arbeidsvermogen",),
        law="WIA art. 47 en 54",
        where=UWV_LETTER,
    ),
    Entry(
        "wga",
        _("WGA"),
        _("De WIA-uitkering als u nog voor een deel kunt werken, of later misschien weer."),
        law="WIA art. 54",
        where=UWV_LETTER,
    ),
    Entry(
        "iva",
        _("IVA"),
        _(
            "De WIA-uitkering als u niet of bijna niet kunt werken. De kans is klein dat dat nog "
            "verandert."
        ),
        law="WIA art. 47 en 51",
        where=UWV_LETTER,
    ),
    Entry(
        "wajong",
        _("Wajong"),
        _(
            "Een uitkering van UWV voor wie al jong een ziekte of handicap had en minder kan "
            "werken. Er zijn drie soorten: oWajong, Wajong 2010 en Wajong 2015."
        ),
        law="Wajong art. 1a:1, 2:15 en 3:3",
        where=UWV_LETTER,
    ),
    Entry(
        "owajong",
        _("oWajong"),
        _("De oude Wajong. U valt daaronder als u vóór 2010 Wajong heeft aangevraagd."),
        also=("oude Wajong",),
        law="Wajong art. 3:8",
        where=UWV_LETTER,
    ),
    Entry(
        "wajong_2010",
        _("Wajong 2010"),
        _("De Wajong voor wie die in de jaren 2010 tot en met 2014 heeft aangevraagd."),
        also=("Wajong2010",),
        law="Wajong art. 2:15 en 2:40",
        where=UWV_LETTER,
    ),
    Entry(
        "wajong_2015",
        _("Wajong 2015"),
        _(
            "De Wajong voor wie die in 2015 of later heeft aangevraagd. U krijgt die alleen als u "
            "nu en later geen arbeidsvermogen heeft."
        ),
        also=("Wajong2015",),
        law="Wajong art. 1a:1",
        where=UWV_LETTER,
    ),
    Entry(
        "loongerelateerde_uitkering",
        _("loongerelateerde uitkering"),
        _(
            "De eerste uitkering van de WGA. De hoogte hangt af van uw oude loon, en de duur van "
            "hoeveel jaren u heeft gewerkt."
        ),
        also=(
            "loongerelateerde uitkeringen",
            "loongerelateerde WGA-uitkering",
            "loongerelateerde WGA-uitkeringen",
        ),
        law="WIA art. 54 lid 3, 59 en 61",
        where=UWV_LETTER,
    ),
    Entry(
        "loonaanvullingsuitkering",
        _("loonaanvullingsuitkering"),
        _(
            "De WGA-uitkering na de loongerelateerde uitkering, als u met werk genoeg verdient. U "
            "krijgt die ook als u volgens UWV bijna niets kunt verdienen."
        ),
        also=("loonaanvullingsuitkeringen",),
        law="WIA art. 60 lid 1 a en 61",
        where=UWV_LETTER,
    ),
    Entry(
        "vervolguitkering",
        _("vervolguitkering"),
        _(
            "De WGA-uitkering na de loongerelateerde uitkering, als u met werk te weinig verdient. "
            "Die hangt af van het minimumloon en is vaak lager."
        ),
        also=("vervolguitkeringen",),
        law="WIA art. 60 lid 1 b en 62",
        where=UWV_LETTER,
    ),
    Entry(
        "resterende_verdiencapaciteit",
        _("resterende verdiencapaciteit"),
        _("Wat u volgens UWV met uw ziekte of handicap nog kunt verdienen."),
        also=("restverdiencapaciteit",),
        law="WIA art. 60 lid 4",
        where=UWV_LETTER,
    ),
    Entry(
        "arbeidsvermogen",
        _("arbeidsvermogen"),
        _(
            "U heeft arbeidsvermogen als u volgens UWV kunt werken, ook met hulp of voor weinig "
            "uren. UWV kijkt hiernaar bij de Wajong."
        ),
        law="Wajong art. 1a:1 lid 4, 2:4 en 3:8a",
        where=UWV_LETTER,
    ),
    Entry(
        "grondslag",
        _("grondslag"),
        _(
            "Het bedrag per dag waarmee UWV uw Wajong berekent. Dat is het minimumloon voor uw "
            "leeftijd, omgerekend naar een dag."
        ),
        also=("grondslagen",),
        law="Wajong art. 1a:4, 2:1 en 3:7",
        where=UWV_LETTER,
    ),
    Entry(
        "garantiebedrag",
        _("garantiebedrag"),
        _(
            "Een bedrag dat UWV vaststelde voor mensen met Wajong die werkten toen de regels "
            "veranderden. Zolang de garantie geldt, is uw Wajong niet lager dan dit bedrag."
        ),
        also=("garantiebedragen",),
        law="Wajong art. 8:8",
        where=UWV_LETTER,
    ),
    Entry(
        "loonwaarde",
        _("loonwaarde"),
        _(
            "Wat uw werk waard is, vergeleken met het werk van een collega zonder ziekte of "
            "handicap. UWV of de gemeente stelt dit vast."
        ),
        also=("loonwaarden", "loonwaardes"),
        law="Wajong art. 2:20 en 2:40 lid 5",
        where=UWV_LETTER,
    ),
    Entry(
        "loondispensatie",
        _("loondispensatie"),
        _(
            "U kunt door uw ziekte of handicap minder werk doen. Daarom mag uw werkgever u minder "
            "dan het minimumloon betalen, en vult uw Wajong dat aan."
        ),
        law="Wajong art. 2:20 en 3:63",
        where=UWV_LETTER,
    ),
    Entry(
        "toeslagenwet",
        _("Toeslagenwet"),
        _(
            "De wet voor de toeslag van UWV. Is uw inkomen lager dan het sociaal minimum, dan "
            "vraagt u die toeslag aan bij UWV."
        ),
        # where a page says just "toeslag" but means this one
        also=("toeslag van UWV", "toeslag van het UWV", "toeslag, Toeslagenwet", "en toeslag"),
        law="TW art. 2 en 8",
        where=UWV_LETTER,
    ),
    Entry(
        "voorschot",
        _("voorschot"),
        _(
            "Geld dat u alvast krijgt, voordat het precieze bedrag bekend is. Was het te veel, dan "
            "betaalt u later een deel terug."
        ),
        also=("voorschotten",),
        law="Awb art. 4:95; Awir art. 16",
        where=_("Staat in uw brief van UWV of Dienst Toeslagen."),
    ),
    Entry(
        "inkomstenopgave",
        _("inkomstenopgave"),
        _(
            "Het formulier waarop u elke maand aan UWV doorgeeft wat u heeft verdiend. Daarna "
            "betaalt UWV uw WW."
        ),
        also=("inkomstenopgaven", "inkomstenopgaves"),
        law="Uitkeringsreglement WW 2015 art. 3 lid 2",
        where=UWV_SITE,
    ),
    Entry(
        "werkmap",
        _("Werkmap"),
        _(
            "Uw eigen pagina bij UWV op internet. U leest daar berichten van UWV en geeft door wat "
            "u doet om werk te vinden."
        ),
        where=WORK_SITE,
    ),
    # --- help to start working ---
    Entry(
        "proefplaatsing",
        _("proefplaatsing"),
        _(
            "U werkt een tijd op proef bij een werkgever, zonder loon. U houdt uw uitkering; UWV "
            "moet vooraf toestemming geven."
        ),
        also=("proefplaatsingen", "proefplaats"),
        law="WW art. 76a; WIA art. 37; Wajong art. 2:24 en 3:69",
        where=ASK_UWV,
    ),
    Entry(
        "startperiode",
        _("startperiode"),
        _(
            "Een periode waarin u met toestemming van UWV een eigen bedrijf begint en WW houdt. Uw "
            "WW is dan wel lager."
        ),
        also=("startperiodes", "startperioden"),
        law="WW art. 77a en 47b",
        where=ASK_UWV,
    ),
    Entry(
        "jobcoach",
        _("jobcoach"),
        _("Iemand die u op uw werk begeleidt als u een ziekte of handicap heeft."),
        also=("jobcoaches", "jobcoaching"),
        law="WIA art. 35; Wajong art. 2:22",
        where=_("Vraag het aan UWV of aan uw gemeente."),
    ),
    Entry(
        "no_riskpolis",
        _("no-riskpolis"),
        _(
            "Wordt u ziek, dan betaalt UWV een uitkering in plaats van uw werkgever. Zo loopt een "
            "werkgever minder risico als hij u aanneemt."
        ),
        also=("no-riskpolissen", "no-risk polis"),
        law="ZW art. 29b",
        where=ASK_UWV,
    ),
    Entry(
        "clientondersteuning",
        _("cliëntondersteuning"),
        _(
            "Gratis hulp bij vragen over zorg, wonen, werk en geld. Wie u helpt, is onafhankelijk: "
            "die werkt niet voor UWV."
        ),
        also=("cliëntondersteuner", "cliëntondersteuners"),
        law="Wmo 2015 art. 1.1.1",
        where=MUNICIPALITY,
    ),
    Entry(
        "bezwaar",
        _("bezwaar"),
        _(
            "U laat weten dat u het niet eens bent met een besluit, en waarom. Meestal moet dat "
            "binnen zes weken."
        ),
        also=("bezwaren", "bezwaarschrift", "bezwaarschriften"),
        law="Awb art. 1:5 en 6:7",
        where=ANY_DECISION,
    ),
    # --- wage and tax ---
    Entry(
        "bruto",
        _("bruto"),
        _("Een bedrag vóór belasting. Bruto is dus meer dan u op uw rekening krijgt."),
        also=("brutoloon",),
        where=PAYSLIP_OR_PAYMENT,
    ),
    Entry(
        "netto",
        _("netto"),
        _("Wat u op uw rekening krijgt, nadat de belasting eraf is."),
        also=("nettoloon",),
        where=PAYSLIP_OR_PAYMENT,
    ),
    Entry(
        "minimumloon",
        _("minimumloon"),
        _(
            "Het loon dat een werkgever volgens de wet minstens moet betalen. Bent u jonger dan 21 "
            "jaar, dan is het lager."
        ),
        also=("minimumlonen",),
        law="Wml art. 7 en 8",
        where=_("Vindt u op rijksoverheid.nl."),
    ),
    Entry(
        "sv_loon",
        _("SV-loon"),
        _(
            "Het bruto loon waarmee UWV en de Belastingdienst rekenen. Uw pensioenpremie is daar "
            "al af."
        ),
        also=("loon SV", "svloon", "sociaalverzekeringsloon"),
        law="Wfsv art. 16",
        where=PAYSLIP,
    ),
    Entry(
        "vakantiegeld",
        _("vakantiegeld"),
        _(
            "Extra geld dat u opbouwt bij uw loon of uitkering. Van UWV krijgt u het in mei, van "
            "een werkgever vaak ook."
        ),
        also=("vakantiebijslag", "vakantietoeslag", "vakantie-uitkering"),
        law="WW art. 33 lid 3; WIA art. 68; Wajong art. 2:53 en 3:52",
        where=PAYSLIP_OR_PAYMENT,
    ),
    Entry(
        "loonheffing",
        _("loonheffing"),
        _(
            "De belasting en premies die uw werkgever of UWV van uw loon of uitkering afhaalt. Dat "
            "geld gaat naar de Belastingdienst."
        ),
        also=("loonheffingen",),
        where=PAYSLIP_OR_PAYMENT,
    ),
    Entry(
        "heffingskorting",
        _("heffingskorting"),
        _(
            "Een korting op de belasting. Er zijn er meer; welke u krijgt, hangt af van uw "
            "situatie."
        ),
        also=("heffingskortingen",),
        law="Wet IB 2001 art. 8.2 en 8.10",
        where=TAX_LETTER,
    ),
    Entry(
        "loonheffingskorting",
        _("loonheffingskorting"),
        _(
            "De heffingskorting die elke maand al van uw belasting afgaat. U mag die maar bij één "
            "werkgever of uitkering tegelijk laten toepassen."
        ),
        also=("loonheffingskortingen",),
        law="Wet LB 1964 art. 20 en 23",
        where=PAYSLIP_OR_PAYMENT,
    ),
    Entry(
        "arbeidskorting",
        _("arbeidskorting"),
        _(
            "Een korting op de belasting voor mensen die werken. Over WW, WIA en Wajong krijgt u "
            "die niet."
        ),
        also=("arbeidskortingen",),
        law="Wet IB 2001 art. 8.1 en 8.11",
        where=PAYSLIP,
    ),
    Entry(
        "zvw_bijdrage",
        _("Zvw-bijdrage"),
        _(
            "De bijdrage voor de Zorgverzekeringswet die van uw inkomen afhangt. Over loon, WW, "
            "WIA en Wajong betaalt u die niet zelf, over winst wel."
        ),
        also=(
            "Zvw-bijdragen",
            "Zorgverzekeringswet",
            "Zvw",
        ),
        law="Zvw art. 41 tot en met 43",
        where=TAX_LETTER,
    ),
    Entry(
        "aangifte",
        _("aangifte"),
        _(
            "Na het jaar geeft u aan de Belastingdienst door wat uw inkomen was. Daarna hoort u of "
            "u belasting terugkrijgt of bijbetaalt."
        ),
        also=("aangiften", "aangiftes", "belastingaangifte", "belastingaangiften"),
        where=TAX_SITE,
    ),
    Entry(
        "belastingaanslag",
        _("belastingaanslag"),
        _(
            "De brief waarin staat hoeveel belasting u moet betalen of terugkrijgt. U krijgt die "
            "van de Belastingdienst, uw gemeente of het waterschap."
        ),
        also=("belastingaanslagen", "aanslag", "aanslagen"),
    ),
    Entry(
        "voorlopige_aanslag",
        _("voorlopige aanslag"),
        _(
            "Een schatting van uw belasting voordat het jaar voorbij is. U betaalt of krijgt dan "
            "al elke maand een deel."
        ),
        also=("voorlopige aanslagen",),
        where=TAX_SITE,
    ),
    Entry(
        "beslagvrije_voet",
        _("beslagvrije voet"),
        _(
            "Het deel van uw inkomen dat u mag houden als u schulden heeft. Een deurwaarder mag "
            "daar niet aankomen."
        ),
        where=BAILIFF_LETTER,
    ),
    # --- allowances of Dienst Toeslagen, and for children ---
    Entry(
        "toeslag",
        _("toeslag"),
        _(
            "Geld van Dienst Toeslagen voor bijvoorbeeld uw huur, zorgverzekering of kinderen. De "
            "toeslag van UWV is iets anders: dat is de Toeslagenwet."
        ),
        also=("toeslagen",),
        law="Awir art. 14",
        where=TOESLAGEN_LETTER,
    ),
    Entry(
        "zorgtoeslag",
        _("zorgtoeslag"),
        _("Geld van Dienst Toeslagen om uw zorgverzekering te betalen."),
        also=("zorgtoeslagen",),
        law="Wet op de zorgtoeslag art. 2",
        where=TOESLAGEN_LETTER,
    ),
    Entry(
        "huurtoeslag",
        _("huurtoeslag"),
        _("Geld van Dienst Toeslagen om uw huur te betalen."),
        also=("huurtoeslagen",),
        law="Wet op de huurtoeslag art. 7",
        where=TOESLAGEN_LETTER,
    ),
    Entry(
        "kindgebonden_budget",
        _("kindgebonden budget"),
        _(
            "Geld van Dienst Toeslagen voor ouders met een kind jonger dan 18 jaar. U krijgt het "
            "naast de kinderbijslag."
        ),
        also=("kindgebonden budgetten",),
        law="Wet op het kindgebonden budget art. 2",
        where=TOESLAGEN_LETTER,
    ),
    Entry(
        "kinderopvangtoeslag",
        _("kinderopvangtoeslag"),
        _(
            "Geld van Dienst Toeslagen om kinderopvang te betalen. Meestal moet u daarvoor werken "
            "of een traject naar werk volgen, en uw partner ook."
        ),
        also=("kinderopvangtoeslagen",),
        law="Wet kinderopvang art. 1.6",
        where=TOESLAGEN_LETTER,
    ),
    Entry(
        "kinderbijslag",
        _("kinderbijslag"),
        _(
            "Geld van de SVB voor ouders met een kind jonger dan 18 jaar. Het hangt niet af van uw "
            "inkomen."
        ),
        law="AKW art. 7 en 12",
        where=SVB_LETTER,
    ),
    Entry(
        "toetsingsinkomen",
        _("toetsingsinkomen"),
        _(
            "Uw inkomen over een heel jaar, vóór belasting. Dienst Toeslagen berekent daarmee uw "
            "toeslagen."
        ),
        also=("toetsingsinkomens",),
        law="Awir art. 7 en 8",
        where=TOESLAGEN_LETTER,
    ),
    Entry(
        "toeslagpartner",
        _("toeslagpartner"),
        _(
            "Iemand met wie u getrouwd bent, of met wie u woont en bijvoorbeeld een kind of een "
            "huis heeft. Het inkomen van die persoon telt mee."
        ),
        also=("toeslagpartners",),
        law="Awir art. 3",
        where=TOESLAGEN_LETTER,
    ),
    Entry(
        "kale_huur",
        _("kale huur"),
        _("De huur voor alleen de woning, zonder servicekosten, gas, water en licht."),
        also=("kale huren",),
        law="Wet op de huurtoeslag art. 1 d",
        where=RENT_LETTER,
    ),
    Entry(
        "vermogen",
        _("vermogen"),
        _(
            "Uw spaargeld en andere bezittingen, min uw schulden. Dienst Toeslagen en uw gemeente "
            "hebben elk hun eigen grens."
        ),
        also=("vermogens",),
        law="Awir art. 7 lid 3; Participatiewet art. 34",
        where=_("Kijk op uw bankrekeningen en in uw belastingaangifte."),
    ),
    # --- the municipality ---
    Entry(
        "bijstand",
        _("bijstand"),
        _(
            "Een uitkering van de gemeente bij een inkomen onder de bijstandsnorm en weinig "
            "vermogen."
        ),
        also=("bijstandsuitkering", "bijstandsuitkeringen"),
        law="Participatiewet art. 19",
        where=MUNICIPALITY,
    ),
    Entry(
        "bijstandsnorm",
        _("bijstandsnorm"),
        _(
            "Het bedrag per maand waarvan iemand in uw situatie volgens de wet kan leven. Is uw "
            "inkomen lager, dan kan bijstand het aanvullen."
        ),
        also=("bijstandsnormen",),
        law="Participatiewet art. 19 tot en met 22a",
        where=MUNICIPALITY,
    ),
    Entry(
        "kostendeler",
        _("kostendeler"),
        _(
            "Een huisgenoot van 27 jaar of ouder met wie u kosten kunt delen. Uw partner, "
            "studenten en meestal ook huurders tellen niet mee."
        ),
        also=(
            "kostendelers",
            "kostendelersnorm",
            "kostendelende medebewoner",
            "kostendelende medebewoners",
        ),
        law="Participatiewet art. 19a; TW art. 2 lid 7 en 9",
        where=_("Staat in uw brief van UWV of uw gemeente."),
    ),
    Entry(
        "bijzondere_bijstand",
        _("bijzondere bijstand"),
        _("Geld van de gemeente voor kosten die nodig zijn en die u niet zelf kunt betalen."),
        law="Participatiewet art. 35",
        where=MUNICIPALITY,
    ),
    Entry(
        "individuele_inkomenstoeslag",
        _("individuele inkomenstoeslag"),
        _(
            "Geld van de gemeente bij een lang laag inkomen, weinig vermogen en weinig kans op "
            "meer. U vraagt het zelf aan."
        ),
        also=("individuele inkomenstoeslagen", "inkomenstoeslag"),
        law="Participatiewet art. 36",
        where=MUNICIPALITY,
    ),
)


def _sort_key(entry: Entry) -> str:
    """The order of a Dutch dictionary: accents and capitals don't count."""
    return unicodedata.normalize("NFKD", entry.term).encode("ascii", "ignore").decode().lower()


ALPHABETICAL: tuple[Entry, ...] = tuple(sorted(ENTRIES, key=_sort_key))


@cache
def _in(_language: str | None) -> dict[str, Word]:
    """Every entry, by its code, alphabetically, in the active language."""
    return {entry.code: _in_words(entry) for entry in ALPHABETICAL}


def _in_words(entry: Entry) -> Word:
    return Word(
        code=entry.code,
        term=entry.term,
        name=gettext(entry.term),
        explanation=gettext(entry.explanation),
        law=entry.law,
        where=gettext(entry.where) if entry.where else "",
    )


def word_of(code: str) -> Word:
    """One term in the active language."""
    return _in(get_language())[code]


def all_words() -> list[Word]:
    """Every term, alphabetically, in the active language."""
    return list(_in(get_language()).values())


def words_in(text: str) -> list[Word]:
    """The terms that the visible part of a text or of HTML uses, alphabetically.

    Whole words only; of terms within each other only the longest counts. What stands in tags, in
    scripts and in styles isn't visible. A term doesn't run on over a tag or the end of a sentence.
    """
    found = _codes_in(text)
    return [word for code, word in _in(get_language()).items() if code in found]


# --- finding terms ---

#: so many texts are kept at most; all pages together have a few thousand in a language
MOST_TEXTS = 20_000

#: what nobody sees, with its content
_HIDDEN = re.compile(
    r"<(?:(script|style|template)\b.*?(?:</\1\s*>|\Z)|!--.*?(?:-->|\Z))", re.DOTALL | re.IGNORECASE
)
#: a ">" between quotes doesn't end a tag
_TAG = re.compile(r"""<[a-zA-Z/!][^<>"']*+(?:"[^"]*+"[^<>"']*+|'[^']*+'[^<>"']*+)*+>""")
#: how a tag starts that hides nothing
_PLAIN = re.compile(r"(?!script|style|template|!--)[a-z/!]", re.IGNORECASE).match
#: no part of a word, outside ASCII: the sign of the euro, a dash, a space that doesn't break
_SIGN = re.compile(r"[^\x00-\x7f\w]")
#: within ASCII, byte by byte: a stop for what ends a sentence, a space for what else is no word
_SEPARATE = bytes(
    byte
    if chr(byte).isalnum() or byte >= 128 or byte in b"_"
    else ord("." if byte in b".!?;:" else " ")
    for byte in range(256)
)


#: every digit as a zero
_ZEROS = bytes.maketrans(b"123456789", b"000000000")


def _words_of(text: str) -> list[str]:
    """The words of a text in their order.

    A hyphen separates ("WW-uitkering" uses "WW"); the end of a sentence is a word of its own. The
    text of a page is long: this takes half the time of a regular expression for words.
    """
    separated = _SIGN.sub(" ", text).encode().translate(_SEPARATE)
    return separated.replace(b".", b" . ").decode().split()


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A form of more than one word."""

    #: in small letters, with a space before, between and after the words
    text: str
    words: frozenset[str]
    code: str


@dataclass(frozen=True, slots=True)
class _Forms:
    """What to look for in one language; each form leads to the code of its term."""

    capitals: dict[str, str]
    single: dict[str, str]
    #: longest first
    phrases: tuple[_Phrase, ...]
    #: the numbers in forms (Wajong 2010), each with the sign that stands for it while others go
    numbers: dict[bytes, bytes]
    #: the codes of texts that were read before, with their numbers hidden
    read: dict[str, frozenset[str]] = field(default_factory=dict)


@cache
def _forms(language: str | None) -> _Forms:
    """The forms to recognise in the active language: the Dutch ones and the translated terms."""
    capitals: dict[str, str] = {}
    single: dict[str, str] = {}
    phrases: dict[str, str] = {}
    dutch = [(form, entry.code) for entry in ENTRIES for form in (entry.term, *entry.also)]
    translated = [(gettext(entry.term), entry.code) for entry in ENTRIES]
    for form, code in (*dutch, *translated):
        words = _words_of(form)
        if len(words) > 1:
            phrases.setdefault(" ".join(words).lower(), code)
        elif form.isupper():
            capitals.setdefault(form, code)
        else:
            single.setdefault(form.lower(), code)
    numbers = sorted(set(re.findall(r"\d+", " ".join((*capitals, *single, *phrases)))))
    longest_first = sorted(phrases, key=lambda it: (it.count(" "), len(it)), reverse=True)
    return _Forms(
        capitals,
        single,
        tuple(_Phrase(f" {it} ", frozenset(it.split()), phrases[it]) for it in longest_first),
        {number.encode(): bytes([sign]) for sign, number in enumerate(numbers, 1)},
    )


def _visible(html: str) -> set[str]:
    """The different texts between the tags: a page repeats itself, and each is read once."""
    cut = [part.partition("<") for part in set(html.split(">"))]
    tags = {tag for _text, bracket, tag in cut if bracket}
    if all(map(_PLAIN, {tag[:9] for tag in tags})) and not any(
        tag.count('"') % 2 or tag.count("'") % 2 for tag in tags
    ):
        return {text for text, _bracket, _tag in cut}
    # a script, or a bracket that is no tag: look closer, which takes longer
    return set(_TAG.split(_HIDDEN.sub(" ", html)))


def _codes_in(html: str) -> set[str]:
    """The codes of the terms that the visible text uses.

    Pages say the same again and again but for their numbers: each text is read once in the life of
    a process. Its numbers are hidden first, so that nothing that somebody filled in is kept.
    """
    forms = _forms(get_language())
    texts = _without_numbers(_visible(html), forms)
    if len(forms.read) > MOST_TEXTS:
        forms.read.clear()
    found: set[str] = set()
    for text in texts:
        codes = forms.read.get(text)
        if codes is None:
            codes = forms.read[text] = frozenset(_codes_of(text, forms))
        found |= codes
    return found


def _without_numbers(texts: set[str], forms: _Forms) -> set[str]:
    """The texts with a zero for every digit but those of numbers that a form has."""
    joined = "\0".join(texts).encode()
    for number, sign in forms.numbers.items():
        joined = joined.replace(number, sign)
    joined = joined.translate(_ZEROS)
    for number, sign in forms.numbers.items():
        joined = joined.replace(sign, number)
    return set(joined.decode().split("\0"))


def _codes_of(text: str, forms: _Forms) -> set[str]:
    """The codes of the terms in one text."""
    said = _words_of(unescape(text))
    written = set(said)
    words = {word.lower() for word in written}
    found = {forms.capitals[form] for form in forms.capitals.keys() & written}
    single = forms.single.keys() & words
    possible = [phrase for phrase in forms.phrases if phrase.words <= words]
    if possible:
        left = f" {' '.join(said).lower()} "
        for phrase in possible:
            while phrase.text in left:
                found.add(phrase.code)
                left = left.replace(phrase.text, " . ")
        # of a word that phrases use too, what is left counts
        shared = frozenset().union(*(phrase.words for phrase in possible))
        single = {form for form in single if form not in shared or f" {form} " in left}
    return found | {forms.single[form] for form in single}
