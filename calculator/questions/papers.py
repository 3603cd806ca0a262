"""Where an answer stands on paper: a small drawing of a letter or payslip, and what to look for.

The drawing is our own and nobody's letter. It shows what kind of paper it is and marks the row to
look for; what can be read in it stands in the text beside it too. The words on the paper are
Dutch in every language: that is how they stand on the paper in somebody's hand.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property

from django.utils.translation import gettext_lazy as _

from calculator.questions.building import Text
from calculator.results.pictures import GAP, LETTER_WIDTH, units
from calculator.results.pictures import LETTER as LETTER_OF_WIDTH

# --- Measures ---------------------------------------------------------------------------------

#: width of the drawing (units of the viewBox); what is written is large enough for a small phone
WIDTH = Decimal(320)
LETTER = Decimal(15)
HEADING = Decimal(17)
FOUND = Decimal(18)
#: bold letters are wider
BOLD = Decimal("1.1")
#: of the room of a letter, what a full stop or a space takes, and what an M takes
NARROW = Decimal("0.55")
WIDE = Decimal("1.55")

#: beside the sheet there is room for the arrow
SHEET_LEFT = Decimal(30)
SHEET_RIGHT = WIDTH - 2
SHEET_TOP = Decimal(2)
FOLD = Decimal(22)
PADDING = Decimal(18)
#: the edge of the sheet at the bottom goes up and down: there is more paper
WAVE = Decimal(5)
WAVES = 4

BAR = Decimal(7)
BAR_PITCH = Decimal(15)
GREY_VALUE = Decimal(64)
ROW = Decimal(32)
FOUND_ROW = Decimal(44)
FOUND_TWO_LINES = Decimal(68)
#: the outline around the marked row comes out of the text column on both sides
OUT = Decimal(9)
CORNER = Decimal(6)

ARROW_LENGTH = Decimal(34)
ARROW_HEAD = Decimal(12)
ARROW_HALF = Decimal(10)
ARROW_SHAFT = Decimal("3.5")

TEXT_LEFT = SHEET_LEFT + PADDING
TEXT_RIGHT = SHEET_RIGHT - PADDING


def room(text: str, size: Decimal, *, bold: bool = False) -> Decimal:
    """About how much width a text takes, on the wide side."""
    letters = sum(
        NARROW if letter in " .,-il" else WIDE if letter in "MWmw%" else 1 for letter in text
    )
    return LETTER_WIDTH / LETTER_OF_WIDTH * size * letters * (BOLD if bold else 1)


# --- The drawing ------------------------------------------------------------------------------


@dataclass(frozen=True)
class Written:
    """A text on the paper, and where it stands."""

    kind: str
    text: str
    x: str
    y: str
    size: str
    #: the place is where the text ends
    at_end: bool = False


@dataclass(frozen=True)
class Box:
    """The outline of a marked row."""

    x: str
    y: str
    width: str
    height: str


@dataclass(frozen=True)
class Drawing:
    """A paper with coordinates; all are written out, so that a template only has to place them.

    What looks the same is one path: a page may hold a dozen papers.
    """

    height: str
    sheet: str
    fold: str
    #: grey bars for text that nobody needs
    bars: str
    #: thin lines between rows
    rules: str
    marks: Sequence[Box]
    corner: str
    #: one for each mark
    arrows: str
    texts: Sequence[Written]

    @property
    def view_box(self) -> str:
        """The drawing's own measure."""
        return f"0 0 {units(WIDTH)} {self.height}"


class _Pen:
    """Draws a paper from top to bottom."""

    def __init__(self) -> None:
        self.y = SHEET_TOP + PADDING
        self.bars = ""
        self.rules = ""
        self.marks: list[Box] = []
        self.arrows = ""
        self.texts: list[Written] = []

    def write(
        self,
        kind: str,
        text: str,
        baseline: Decimal,
        size: Decimal = LETTER,
        *,
        end: bool = False,
    ) -> None:
        """A text from the left of the column, or up to its right."""
        x = TEXT_RIGHT if end else TEXT_LEFT
        self.texts.append(Written(kind, text, units(x), units(baseline), units(size), end))

    def line(self, kind: str, text: str, size: Decimal) -> None:
        """A text on a line of its own."""
        self.write(kind, text, self.y + size, size)
        self.y += size + GAP

    def bar(self, width: Decimal, y: Decimal, *, end: bool = False) -> None:
        """A piece of grey in place of a text."""
        x = TEXT_RIGHT - width if end else TEXT_LEFT
        self.bars += f"M{units(x)} {units(y)}h{units(width)}v{units(BAR)}h-{units(width)}z"

    def text_nobody_needs(self, *parts: str) -> None:
        """Lines of grey, each a part of the width."""
        for part in parts:
            self.bar((TEXT_RIGHT - TEXT_LEFT) * Decimal(part), self.y)
            self.y += BAR_PITCH

    def rule(self) -> None:
        """A thin line above a row."""
        self.rules += f"M{units(TEXT_LEFT)} {units(self.y)}H{units(TEXT_RIGHT)}"

    def row(self, label: str, value: str) -> None:
        """A row to know the paper by; a value that doesn't matter is grey."""
        baseline = self.y + (ROW + LETTER) / 2 - 2
        self.write("row", label, baseline)
        if value:
            self.write("row", value, baseline, end=True)
        else:
            self.bar(GREY_VALUE, self.y + (ROW - BAR) / 2, end=True)
        self.y += ROW

    def found(self, label: str, value: str) -> None:
        """The row to look for: larger, outlined, with an arrow to it."""
        one_line = fits(label, value)
        height = FOUND_ROW if one_line else FOUND_TWO_LINES
        left, right = TEXT_LEFT - OUT, TEXT_RIGHT + OUT
        self.y += GAP
        self.marks.append(Box(units(left), units(self.y), units(right - left), units(height)))
        self.arrows += _arrow(left - 3, self.y + height / 2)
        below = Decimal(0) if one_line else FOUND + GAP
        baseline = self.y + (height - below) / 2 + FOUND / 3
        self.write("found", label, baseline, FOUND)
        if value:
            self.write("found", value, baseline + below, FOUND, end=one_line)
        self.y += height + GAP


def fits(label: str, value: str) -> bool:
    """Whether a marked row goes on one line, with air between its label and its value."""
    needed = room(label, FOUND, bold=True)
    if value:
        needed += 2 * GAP + room(value, FOUND, bold=True)
    return needed <= TEXT_RIGHT - TEXT_LEFT


def _arrow(tip: Decimal, y: Decimal) -> str:
    """An arrow that points to the right."""
    head, tail = units(tip - ARROW_HEAD), units(tip - ARROW_LENGTH)
    return (
        f"M{tail} {units(y - ARROW_SHAFT)}H{head}V{units(y - ARROW_HALF)}L{units(tip)} {units(y)}"
        f"L{head} {units(y + ARROW_HALF)}V{units(y + ARROW_SHAFT)}H{tail}Z"
    )


def _sheet(bottom: Decimal) -> str:
    """The outline of the sheet: a folded corner at the top, a waving edge at the bottom."""
    half = (SHEET_RIGHT - SHEET_LEFT) / WAVES / 2
    path = (
        f"M{units(SHEET_LEFT)} {units(SHEET_TOP)}H{units(SHEET_RIGHT - FOLD)}"
        f"L{units(SHEET_RIGHT)} {units(SHEET_TOP + FOLD)}V{units(bottom)}"
    )
    for wave in range(WAVES):
        begin = SHEET_RIGHT - 2 * half * wave
        for place, side in ((0, 1), (1, -1)):
            x = begin - half * place
            path += (
                f"Q{units(x - half / 2)} {units(bottom + side * WAVE)} "
                f"{units(x - half)} {units(bottom)}"
            )
    return f"{path}Z"


def _fold() -> str:
    """The corner that is folded over."""
    left, below = SHEET_RIGHT - FOLD, SHEET_TOP + FOLD
    return f"M{units(left)} {units(SHEET_TOP)}V{units(below)}H{units(SHEET_RIGHT)}Z"


# --- What a paper is --------------------------------------------------------------------------


@dataclass(frozen=True)
class Row:
    """A row on the paper: the Dutch words and a made-up value, '' where it doesn't matter."""

    label: str
    value: str = ""


@dataclass(frozen=True)
class Word:
    """Dutch words to look for, which all mean the same, and what they mean."""

    terms: tuple[str, ...]
    meaning: Text


@dataclass(frozen=True)
class Sheet:
    """A kind of paper: who it is from, what stands above it, and what to say about all of it."""

    title: Text
    sender: str
    heading: str
    #: that one's own paper may look different
    differs: Text
    #: whom to ask, or where else to look
    missing: Text


@dataclass(frozen=True)
class Paper:
    """Where the answer to one question stands."""

    sheet: Sheet
    rows: tuple[Row, ...]
    #: the labels of the rows to look for
    marked: tuple[str, ...]
    #: which paper to take, and where to look on it
    where: Text
    words: tuple[Word, ...]
    #: what is easily mistaken
    notes: tuple[Text, ...] = ()
    #: instead of what is said for all papers of this kind
    ask: Text = ""

    @property
    def title(self) -> Text:
        """What the drawing shows."""
        return self.sheet.title

    @property
    def missing(self) -> Text:
        """What to do when the words aren't there."""
        return self.ask or self.sheet.missing

    @cached_property
    def drawing(self) -> Drawing:
        """The paper, drawn. It is the same in every language."""
        pen = _Pen()
        pen.line("sender", self.sheet.sender, LETTER)
        pen.y += GAP / 2
        pen.text_nobody_needs("0.34", "0.26")
        pen.y += GAP
        pen.line("heading", self.sheet.heading, HEADING)
        pen.y += GAP
        pen.text_nobody_needs("0.96", "0.7")
        pen.y += GAP / 2
        above_is_row = False
        for row in self.rows:
            if row.label in self.marked:
                pen.found(row.label, row.value)
                above_is_row = False
                continue
            if above_is_row:
                pen.rule()
            pen.row(row.label, row.value)
            above_is_row = True
        pen.y += GAP
        pen.text_nobody_needs("0.9", "0.55")
        bottom = pen.y + GAP
        return Drawing(
            height=units(bottom + WAVE + 2),
            sheet=_sheet(bottom),
            fold=_fold(),
            bars=pen.bars,
            rules=pen.rules,
            marks=tuple(pen.marks),
            corner=units(CORNER),
            arrows=pen.arrows,
            texts=tuple(pen.texts),
        )


# --- Letters of UWV ---------------------------------------------------------------------------

LETTER_DIFFERS = _("Uw brief kan er anders uitzien. Dit is een voorbeeld.")
ASK_UWV = _(
    "Staat het er niet? Uw brieven van UWV staan ook op Mijn UWV, bij Mijn Documenten. Of bel UWV."
)
#: the dagloon follows the minimumloon (WW art. 1b lid 7, WIA art. 14)
NEWEST_LETTER = _(
    "UWV verhoogt dit bedrag als het minimumloon stijgt. Neem daarom de nieuwste brief."
)
NOT_THE_BENEFIT = _("Neem niet de uitkering zelf. Die is lager dan dit loon.")
DAGLOON = Word(("dagloon",), _("hetzelfde loon, maar dan per dag"))

WW_LETTER = Sheet(
    _("Voorbeeld van een brief van UWV over WW"),
    "UWV",
    "Beslissing WW-uitkering",
    LETTER_DIFFERS,
    ASK_UWV,
)
WIA_LETTER = Sheet(
    _("Voorbeeld van een brief van UWV over WIA"),
    "UWV",
    "Toelichting beslissing WIA",
    LETTER_DIFFERS,
    ASK_UWV,
)
WAJONG_LETTER = Sheet(
    _("Voorbeeld van een brief van UWV over Wajong"),
    "UWV",
    "Uw Wajong-uitkering",
    LETTER_DIFFERS,
    ASK_UWV,
)
LOONDISPENSATIE_LETTER = Sheet(
    _("Voorbeeld van een brief van UWV over loondispensatie"),
    "UWV",
    "Uw loondispensatie",
    LETTER_DIFFERS,
    _("Staat het er niet? Uw werkgever kreeg ook een brief. Vraag het daar, of bel UWV."),
)

TAKE_WW_LETTER = _("Pak de brief waarin UWV schrijft dat u WW krijgt.")
TAKE_WIA_LETTER = _(
    "Pak de brief waarin UWV schrijft dat u een WIA-uitkering krijgt. "
    "Kijk ook op de laatste bladzijden."
)
TAKE_WAJONG_LETTER = _("Pak uw nieuwste brief van UWV over uw Wajong.")
TAKE_LOONDISPENSATIE_LETTER = _("Pak de brief van UWV over uw loondispensatie.")

BEGIN = Row("Begindatum", "01-09-2026")
END = Row("Einddatum", "31-08-2027")
BEGIN_WORDS = ("begindatum", "met ingang van", "vanaf")
END_WORDS = ("einddatum", "tot en met")
NEWEST_DATE = _("Deze datum kan later anders worden. Neem daarom de nieuwste brief.")

WIA_ROWS = (Row("Dagloon", "€ 128,00"), Row("WIA-maandloon", "€ 2.784,00"))
WIA_MAANDLOON = Paper(
    WIA_LETTER,
    WIA_ROWS,
    ("WIA-maandloon",),
    TAKE_WIA_LETTER,
    (
        Word(
            ("WIA-maandloon", "maandloon"),
            _("het loon per maand waarmee UWV uw uitkering berekent"),
        ),
        DAGLOON,
    ),
    (NEWEST_LETTER, NOT_THE_BENEFIT),
)
WGA_BEGIN = Row("Begindatum", "01-03-2026")
WGA_END = Row("Einddatum", "28-02-2027")
WGA_KIND = Row("WGA-uitkering", "loongerelateerd")

LOONDISPENSATIE = Word(
    ("loondispensatie",), _("uw werkgever mag u minder loon betalen; UWV vult het aan")
)
LOONWAARDE = Word(("loonwaarde",), _("hoeveel procent uw werk waard is volgens UWV"))
LOONDISPENSATIE_ROWS = (Row("Loondispensatie", "ja"), Row("Loonwaarde", "60%"))

LETTERS = {
    "ww_maandloon": Paper(
        WW_LETTER,
        (Row("Dagloon", "€ 128,00"), Row("WW-maandloon", "€ 2.784,00")),
        ("WW-maandloon",),
        TAKE_WW_LETTER,
        (
            Word(
                ("WW-maandloon", "maandloon"),
                _("het loon per maand waarmee UWV uw uitkering berekent"),
            ),
            DAGLOON,
        ),
        (NEWEST_LETTER, NOT_THE_BENEFIT),
    ),
    "ww_first_day": Paper(
        WW_LETTER,
        (BEGIN, END),
        ("Begindatum",),
        TAKE_WW_LETTER,
        (Word(BEGIN_WORDS, _("de eerste dag van uw uitkering")),),
    ),
    "ww_last_day": Paper(
        WW_LETTER,
        (BEGIN, END),
        ("Einddatum",),
        TAKE_WW_LETTER,
        (Word(END_WORDS, _("de laatste dag van uw uitkering")),),
        (NEWEST_DATE,),
    ),
    "ww_arbeidsuren": Paper(
        WW_LETTER,
        (Row("WW-maandloon"), Row("Aantal arbeidsuren", "36")),
        ("Aantal arbeidsuren",),
        TAKE_WW_LETTER,
        (
            Word(
                ("gemiddeld aantal arbeidsuren", "aantal arbeidsuren"),
                _("hoeveel uur per week u gemiddeld werkte"),
            ),
        ),
    ),
    "wga_phase": Paper(
        WIA_LETTER,
        (WGA_KIND, WGA_BEGIN, WGA_END),
        ("WGA-uitkering",),
        TAKE_WIA_LETTER,
        (
            Word(("loongerelateerd", "loongerelateerde uitkering"), _("de eerste WGA-uitkering")),
            Word(
                ("loonaanvullingsuitkering", "vervolguitkering"), _("een WGA-uitkering van daarna")
            ),
        ),
        (_("Kreeg u later een nieuwe brief over uw WIA? Kijk dan in de nieuwste."),),
    ),
    "wga_maandloon": WIA_MAANDLOON,
    "iva_maandloon": WIA_MAANDLOON,
    "wga_first_day": Paper(
        WIA_LETTER,
        (WGA_KIND, WGA_BEGIN, WGA_END),
        ("Begindatum",),
        TAKE_WIA_LETTER,
        (Word(BEGIN_WORDS, _("de eerste dag van uw uitkering")),),
    ),
    "wga_phase_until": Paper(
        WIA_LETTER,
        (WGA_KIND, WGA_BEGIN, WGA_END),
        ("Einddatum",),
        TAKE_WIA_LETTER,
        (Word(END_WORDS, _("de laatste dag van uw loongerelateerde uitkering")),),
        (NEWEST_DATE,),
    ),
    "wga_class": Paper(
        WIA_LETTER,
        (Row("Arbeidsongeschikt", "50%"), Row("Restverdiencapaciteit")),
        ("Arbeidsongeschikt",),
        TAKE_WIA_LETTER,
        (
            Word(
                ("arbeidsongeschikt", "arbeidsongeschiktheidspercentage"),
                _("hoeveel procent minder u kunt verdienen dan vroeger, volgens UWV"),
            ),
        ),
        (_("Staat er bijvoorbeeld 50 procent? Kies dan 45 tot 55 procent."),),
    ),
    "wga_verdiencapaciteit": Paper(
        WIA_LETTER,
        (Row("Arbeidsongeschikt", "50%"), Row("Restverdiencapaciteit", "€ 1.392,00")),
        ("Restverdiencapaciteit",),
        TAKE_WIA_LETTER,
        (
            Word(
                ("restverdiencapaciteit", "resterende verdiencapaciteit"),
                _("hoeveel u nog per maand kunt verdienen, volgens UWV"),
            ),
        ),
    ),
    "wajong_regime": Paper(
        WAJONG_LETTER,
        (Row("Wajong 2010"), Row("Grondslag"), Row("Uitkering")),
        ("Wajong 2010",),
        TAKE_WAJONG_LETTER,
        (
            Word(("oude Wajong", "oWajong"), _("u vroeg Wajong aan vóór 2010")),
            Word(("Wajong 2010",), _("u vroeg Wajong aan in 2010 tot en met 2014")),
            Word(("Wajong 2015",), _("u vroeg Wajong aan in 2015 of later")),
        ),
        (_("Bent u overgestapt naar Wajong 2010? Kies dan die."),),
        ask=_("Staat het er niet? Kijk in uw eerste brief wanneer u Wajong aanvroeg. Of bel UWV."),
    ),
    "wajong_arbeidsvermogen": Paper(
        WAJONG_LETTER,
        (Row("Arbeidsvermogen", "ja"), Row("Uitkering", "70%"), Row("Grondslag")),
        ("Arbeidsvermogen",),
        TAKE_WAJONG_LETTER,
        (
            Word(("arbeidsvermogen",), _("u kunt werken volgens UWV, ook als het weinig is")),
            Word(
                ("duurzaam geen arbeidsvermogen",),
                _("u kunt niet werken volgens UWV, nu niet en later niet"),
            ),
            Word(("grondslag",), _("het bedrag waarvan UWV 70 of 75 procent neemt")),
        ),
    ),
    "wajong_garantie": Paper(
        WAJONG_LETTER,
        (Row("Uitkering"), Row("Garantiebedrag", "€ 48,50")),
        ("Garantiebedrag",),
        _("Zoek een brief van UWV over uw Wajong van eind 2020 of later."),
        (Word(("garantiebedrag",), _("zo veel Wajong krijgt u minstens")),),
    ),
    "wajong_garantiebedrag": Paper(
        WAJONG_LETTER,
        (Row("Uitkering"), Row("Garantiebedrag", "€ 48,50")),
        ("Garantiebedrag",),
        TAKE_WAJONG_LETTER,
        (Word(("garantiebedrag",), _("zo veel Wajong krijgt u minstens")),),
        (
            NEWEST_LETTER,
            _("Staat er een bedrag per maand? Vraag UWV dan naar het bedrag per dag."),
        ),
    ),
    "{job}_dispensatie": Paper(
        LOONDISPENSATIE_LETTER,
        LOONDISPENSATIE_ROWS,
        ("Loondispensatie",),
        TAKE_LOONDISPENSATIE_LETTER,
        (LOONDISPENSATIE,),
        (_("Heeft u geen brief over loondispensatie? Dan is het antwoord meestal nee."),),
    ),
    "{job}_loonwaarde": Paper(
        LOONDISPENSATIE_LETTER,
        LOONDISPENSATIE_ROWS,
        ("Loonwaarde",),
        TAKE_LOONDISPENSATIE_LETTER,
        (LOONWAARDE,),
        (_("Heeft UWV nog niets beslist? Vul dan in wat u verwacht."),),
    ),
}

# --- What UWV pays ----------------------------------------------------------------------------

BETAALSPECIFICATIE = Sheet(
    _("Voorbeeld van een betaalspecificatie van UWV"),
    "UWV",
    "Betaalspecificatie",
    _("Uw betaalspecificatie kan er anders uitzien. Dit is een voorbeeld."),
    _("Heeft u die niet? Betaalspecificaties staan op Mijn UWV, bij Mijn Documenten. Of bel UWV."),
)
PAYMENTS = {
    "now_korting": Paper(
        BETAALSPECIFICATIE,
        (Row("Loonheffingskorting", "ja"), Row("Bruto uitkering"), Row("Netto te ontvangen")),
        ("Loonheffingskorting",),
        _("Pak de betaalspecificatie van UWV. Kijk bovenaan, vaak rechts."),
        (
            Word(("loonheffingskorting", "heffingskorting"), _("korting op de belasting")),
            Word(("ja", "1"), _("u krijgt de korting hier")),
            Word(("nee", "0"), _("u krijgt de korting hier niet")),
        ),
        (_("Werkt u ook? Zoek dan dezelfde woorden op uw loonstrook."),),
    )
}

# --- Payslips and contracts -------------------------------------------------------------------

PAYSLIP = Sheet(
    _("Voorbeeld van een loonstrook"),
    "Uw werkgever",
    "Loonstrook",
    _("Uw loonstrook kan er anders uitzien. Dit is een voorbeeld."),
    _("Staat het er niet, of heeft u geen loonstrook? Vraag het aan uw werkgever."),
)
CONTRACT = Sheet(
    _("Voorbeeld van een arbeidscontract"),
    "Werkgever",
    "Arbeidsovereenkomst",
    _("Uw contract kan er anders uitzien. Dit is een voorbeeld."),
    _("Heeft u nog niets op papier? Kijk in de vacature, of vraag het aan de werkgever."),
)
TAKE_PAYSLIP = _("Pak uw laatste loonstrook.")
TAKE_CONTRACT = _("Heeft u al een contract of een voorstel? Kijk dan daarin.")

GROSS_WORDS = (
    Word(("bruto loon", "brutoloon", "salaris"), _("het loon voordat er belasting af gaat")),
    Word(("uurloon",), _("het bruto loon voor één uur")),
)
HOURS = Word(
    ("uren per week", "arbeidsduur", "contracturen"), _("hoeveel uur per week is afgesproken")
)
HOLIDAY_PAY = ("vakantiegeld", "vakantietoeslag", "vakantiebijslag")
END_OF_CONTRACT = Paper(
    CONTRACT,
    (Row("Begindatum", "01-03-2026"), Row("Einddatum", "28-02-2027")),
    ("Einddatum",),
    _("Pak uw arbeidscontract, of het laatste bericht over een nieuw contract."),
    (
        Word(("einddatum", "bepaalde tijd", "tot en met"), _("uw contract stopt op die dag")),
        Word(("onbepaalde tijd",), _("uw contract stopt niet vanzelf")),
    ),
    ask=_("Staat het er niet? Vraag het aan de werkgever."),
)
SV_LOON = Paper(
    PAYSLIP,
    (Row("Bruto loon"), Row("Pensioenpremie"), Row("Loon SV", "€ 7.200,00")),
    ("Loon SV",),
    _("Pak de loonstroken van het jaar voordat u werkloos of ziek werd."),
    (
        Word(("loon SV", "SV-loon"), _("het bruto loon waarmee UWV rekent")),
        Word(
            ("ongemaximeerd",),
            _("zonder maximum; zoek dit woord ook in uw brief van UWV"),
        ),
    ),
    (_("Tel het loon van dat hele jaar op, met vakantiegeld. Deel dat door 12."),),
    ask=_("Heeft u de loonstroken niet meer? Vraag UWV naar uw dagloon zonder maximum."),
)

WORK = {
    "now_gross": Paper(
        PAYSLIP,
        (Row("Uurloon", "€ 18,03"), Row("Bruto loon", "€ 1.250,00"), Row("Netto loon")),
        ("Bruto loon",),
        TAKE_PAYSLIP,
        GROSS_WORDS,
        (
            _("Neem niet het netto loon. Dat is wat u op uw rekening krijgt."),
            _("Staat er bij de periode een maand? Kies dan: per maand."),
            _("Staat er periode 1 tot en met 13? Kies dan: per 4 weken."),
        ),
    ),
    "plan{n}_gross": Paper(
        CONTRACT,
        (Row("Uren per week", "16"), Row("Bruto loon", "€ 1.250,00"), Row("Uurloon", "€ 18,03")),
        ("Bruto loon",),
        TAKE_CONTRACT,
        GROSS_WORDS,
    ),
    "now_hours": Paper(
        PAYSLIP,
        (Row("Uren per week", "16"), Row("Uurloon", "€ 18,03"), Row("Bruto loon")),
        ("Uren per week",),
        TAKE_PAYSLIP,
        (HOURS,),
        (
            _("Werkt u niet elke week even veel? Neem dan het gemiddelde."),
            _("Staan er uren per maand? Doe die keer 12. Deel dat door 52."),
        ),
    ),
    "plan{n}_hours": Paper(
        CONTRACT,
        (Row("Uren per week", "16"), Row("Uurloon", "€ 18,03")),
        ("Uren per week",),
        TAKE_CONTRACT,
        (HOURS,),
    ),
    "now_vakantiegeld": Paper(
        PAYSLIP,
        (Row("Bruto loon"), Row("Netto loon"), Row("Opgebouwd vakantiegeld", "€ 100,00")),
        ("Opgebouwd vakantiegeld",),
        TAKE_PAYSLIP,
        (
            Word(HOLIDAY_PAY, _("extra loon voor uw vakantie")),
            Word(
                ("opgebouwd vakantiegeld", "reservering vakantiegeld"),
                _("uw werkgever bewaart het en betaalt het één keer per jaar"),
            ),
        ),
        (_("Staat het op elke loonstrook bij de bedragen die u krijgt? Kies dan: elke keer."),),
    ),
    "plan{n}_vakantiegeld": Paper(
        CONTRACT,
        (Row("Bruto loon"), Row("Vakantiegeld", "in mei")),
        ("Vakantiegeld",),
        TAKE_CONTRACT,
        (
            Word(HOLIDAY_PAY, _("extra loon, meestal één keer per jaar")),
            Word(
                ("inclusief vakantiegeld", "all-in"),
                _("het zit al in uw loon; u krijgt het elke keer"),
            ),
        ),
    ),
    "now_pension": Paper(
        PAYSLIP,
        (Row("Bruto loon", "€ 1.250,00"), Row("Pensioenpremie", "€ 42,50"), Row("Loonheffing")),
        ("Pensioenpremie",),
        TAKE_PAYSLIP,
        (
            Word(
                ("pensioenpremie", "premie pensioen", "pensioen"),
                _("wat er van uw loon af gaat voor later"),
            ),
        ),
        (
            _("Staan er meer premies voor pensioen? Tel ze bij elkaar op."),
            _("Krijgt u elke 4 weken loon? Doe de premie keer 13. Deel dat door 12."),
        ),
    ),
    "now_until": END_OF_CONTRACT,
    "plan{n}_until": END_OF_CONTRACT,
    "ww_ongemaximeerd": SV_LOON,
    "wga_ongemaximeerd": SV_LOON,
    "iva_ongemaximeerd": SV_LOON,
}

# --- A year's income --------------------------------------------------------------------------

JAAROPGAAF = Sheet(
    _("Voorbeeld van een jaaropgaaf"),
    "Werkgever",
    "Jaaropgaaf",
    _("Een jaaropgaaf kan er anders uitzien. Dit is een voorbeeld."),
    _("Geen jaaropgaaf? Vraag erom bij wie het loon, de uitkering of het pensioen betaalt."),
)
YEAR_WORDS = (
    Word(
        ("fiscaal loon", "loon loonbelasting", "loon"),
        _("het bruto bedrag van een heel jaar, met vakantiegeld"),
    ),
)
MORE_PAPERS = _("Zijn er meer jaaropgaven? Tel de bedragen bij elkaar op.")
YEAR_CHANGED = _("Is het inkomen nu hoger of lager? Reken dan met de bedragen van nu.")
DIVIDE = _("Deel het bedrag door 12.")
#: each kind of income of a partner is a question of its own
THIS_INCOME = _("Heeft uw partner ook ander inkomen? Neem hier alleen dit inkomen.")


def _jaaropgaaf(sender: str, label: str, amount: str, where: Text, *notes: Text) -> Paper:
    return Paper(
        replace(JAAROPGAAF, sender=sender),
        (Row(label, amount), Row("Loonheffing")),
        (label,),
        where,
        YEAR_WORDS,
        (*notes, YEAR_CHANGED),
    )


def _of_partner(sender: str, label: str, amount: str) -> Paper:
    where = _("Pak de jaaropgaaf van uw partner. Die komt in januari of februari.")
    return _jaaropgaaf(sender, label, amount, where, DIVIDE, THIS_INCOME)


PROFIT = Sheet(
    _("Voorbeeld van een overzicht van winst"),
    "Uw bedrijf",
    "Winst-en-verliesrekening",
    _("Uw overzicht kan er anders uitzien. Dit is een voorbeeld."),
    _("Heeft u dit niet? Haal de zakelijke kosten van de omzet af. Of vraag het de boekhouder."),
)
PROFIT_ROWS = (Row("Omzet", "€ 14.400"), Row("Kosten", "€ 4.800"), Row("Winst", "€ 9.600"))
PROFIT_WORDS = (
    Word(
        ("winst-en-verliesrekening",),
        _("een overzicht van omzet, kosten en winst van een jaar"),
    ),
    Word(("winst", "resultaat"), _("wat er overblijft van de omzet na de zakelijke kosten")),
)

INCOME = {
    "partner_wage": _of_partner("Werkgever", "Fiscaal loon", "€ 21.600,00"),
    "partner_benefit": _of_partner("UWV", "Loon", "€ 14.400,00"),
    "partner_aow": _of_partner("SVB", "Loon", "€ 13.200,00"),
    "partner_pension": _of_partner("Pensioenfonds", "Loon", "€ 6.000,00"),
    "child{n}_income": _jaaropgaaf(
        "Werkgever", "Fiscaal loon", "€ 3.600,00", _("Pak de jaaropgaaf van uw kind."), MORE_PAPERS
    ),
    "other{n}_income": _jaaropgaaf(
        "Werkgever",
        "Fiscaal loon",
        "€ 18.000,00",
        _("Vraag uw huisgenoot naar de jaaropgaaf van vorig jaar."),
        MORE_PAPERS,
    ),
    "now_profit": Paper(
        PROFIT,
        PROFIT_ROWS,
        ("Winst",),
        _("Pak het overzicht van uw bedrijf van vorig jaar. Kijk onderaan."),
        PROFIT_WORDS,
        (_("Is uw winst dit jaar anders? Vul dan in wat u dit jaar verwacht."),),
    ),
    "partner_profit": Paper(
        PROFIT,
        PROFIT_ROWS,
        ("Winst",),
        _("Pak het overzicht van het bedrijf van uw partner. Kijk onderaan."),
        PROFIT_WORDS,
        (DIVIDE,),
    ),
}

# --- Home -------------------------------------------------------------------------------------

HUURSPECIFICATIE = Sheet(
    _("Voorbeeld van een huurspecificatie"),
    "Uw verhuurder",
    "Huurspecificatie",
    _("Uw papier kan er anders uitzien. Dit is een voorbeeld."),
    _("Staat het er niet? Vraag uw verhuurder om een huurspecificatie."),
)
JAAROVERZICHT = Sheet(
    _("Voorbeeld van een jaaroverzicht van de bank"),
    "Uw bank",
    "Financieel jaaroverzicht",
    _("Uw overzicht kan er anders uitzien. Dit is een voorbeeld."),
    _("Heeft u dit niet op papier? Kijk in de app of op de site van uw bank, of bel uw bank."),
)
CHILDCARE_BILL = Sheet(
    _("Voorbeeld van een rekening van de kinderopvang"),
    "Kinderopvang",
    "Factuur",
    _("Uw rekening kan er anders uitzien. Dit is een voorbeeld."),
    _("Staat het er niet, of heeft u nog geen opvang? Vraag het aan de opvang."),
)
TAKE_BILL = _("Pak de laatste rekening van de opvang, of uw contract met de opvang.")

HOME = {
    "kale_huur": Paper(
        HUURSPECIFICATIE,
        (Row("Kale huur", "€ 650,00"), Row("Servicekosten", "€ 35,00"), Row("Totaal", "€ 685,00")),
        ("Kale huur",),
        _("Pak de laatste brief over uw huurverhoging, of uw huurcontract."),
        (
            Word(("kale huur", "netto huur"), _("de huur voor alleen de woning")),
            Word(("huurspecificatie",), _("de lijst met alles wat u aan uw verhuurder betaalt")),
        ),
        (_("Neem niet het totaal. Daar zitten ook andere kosten in."),),
    ),
    "vermogen": Paper(
        JAAROVERZICHT,
        (
            Row("Betaalrekening", "€ 700"),
            Row("Spaarrekening", "€ 1.800"),
            Row("Saldo op 1 januari", "€ 2.500"),
        ),
        ("Saldo op 1 januari",),
        _("Pak het jaaroverzicht van uw bank. Dat komt aan het begin van het jaar."),
        (Word(("saldo op 1 januari", "saldo"), _("hoeveel geld er die dag op de rekening stond")),),
        (
            _("Tel al uw rekeningen bij elkaar op, ook bij andere banken."),
            _("Staat er alleen 31 december? Dan is dat bedrag ook goed."),
        ),
    ),
    "child{n}_care": Paper(
        CHILDCARE_BILL,
        (Row("Soort opvang", "BSO"), Row("Uren"), Row("Uurprijs")),
        ("Soort opvang",),
        TAKE_BILL,
        (
            Word(("soort opvang",), _("wat voor opvang het is")),
            Word(("dagopvang", "kinderdagverblijf", "KDV"), _("opvang tot 4 jaar")),
            Word(("buitenschoolse opvang", "BSO"), _("opvang vanaf 4 jaar, na school")),
            Word(("gastouder",), _("opvang bij iemand thuis")),
        ),
    ),
    # the price stands on the same screen: one drawing shows both
    "child{n}_care_hours": Paper(
        CHILDCARE_BILL,
        (Row("Soort opvang", "BSO"), Row("Uren", "60"), Row("Uurprijs", "€ 9,75"), Row("Totaal")),
        ("Uren", "Uurprijs"),
        TAKE_BILL,
        (
            Word(("uren", "aantal uren"), _("hoeveel uur opvang u die maand betaalt")),
            Word(("uurprijs", "uurtarief", "tarief"), _("wat één uur opvang kost")),
        ),
        (
            _("Verschillen de uren per maand? Neem dan het gemiddelde."),
            _("Haal de toeslag niet van de prijs af."),
        ),
    ),
}

# --- Which question has which paper -----------------------------------------------------------

_JOBS = ("now", "plan{n}")

#: by the name of the question; {n} is a number
PAPERS: dict[str, Paper] = {
    pattern.replace("{job}", job): paper
    for papers in (LETTERS, PAYMENTS, WORK, INCOME, HOME)
    for pattern, paper in papers.items()
    for job in _JOBS
}


def pattern_of(field_name: str) -> str:
    """The name of a question with ``{n}`` for its number: ``child0_care`` is ``child{n}_care``."""
    return re.sub(r"\d+", "{n}", field_name)


def paper_of(field_name: str) -> Paper | None:
    """The paper on which the answer to a question stands; None where there is no such paper."""
    return PAPERS.get(pattern_of(field_name))
