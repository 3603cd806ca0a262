"""Whom to ask: the right door by topic, with a telephone number only where a source was found.

Numbers of UWV, SVB and DUO aren't here: no page of theirs with the number of today was found.
"""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext_noop as _


@dataclass(frozen=True, slots=True)
class DoorWords:
    """A door: who it is, for what, where to go, and the number with its source."""

    name: str
    about: str
    site: str = ""
    phone: str = ""
    #: who says that this is the number
    source: str = ""
    #: when that source was looked at
    checked_on: date | None = None
    #: said with the number: what it costs, what to beware of
    phone_note: str = ""


LOOKED = date(2026, 11, 22)
FREE = _("Bellen is gratis.")

DOORS: dict[str, DoorWords] = {
    "uwv_ww": DoorWords(
        _("UWV, over uw WW"),
        _(
            "Over uw WW, de Inkomstenopgave, vakantie en solliciteren. Het telefoonnummer staat in "
            "uw brief van UWV. U kunt ook een bericht sturen in Mijn UWV of in de Werkmap."
        ),
        "https://www.uwv.nl",
    ),
    "uwv_wia": DoorWords(
        _("UWV, over uw WIA"),
        _(
            "Over uw uitkering, werken en hulp bij werk. Het telefoonnummer staat in uw brief van "
            "UWV. U kunt ook een bericht sturen in Mijn UWV."
        ),
        "https://www.uwv.nl",
    ),
    "uwv_wajong": DoorWords(
        _("UWV, over uw Wajong"),
        _(
            "Over uw uitkering, werken en hulp bij werk. Het telefoonnummer staat in uw brief van "
            "UWV. U kunt ook een bericht sturen in Mijn UWV."
        ),
        "https://www.uwv.nl",
    ),
    "toeslagen": DoorWords(
        _("Dienst Toeslagen"),
        _("Over uw zorgtoeslag, huurtoeslag, kindgebonden budget en kinderopvangtoeslag."),
        "https://www.toeslagen.nl",
        "0800 0543",
        "fundamentvoor.nl",
        LOOKED,
        _(
            "Bellen is gratis. Bel dit nummer zelf. Nummers die beginnen met 0906 of 18 kosten "
            "geld."
        ),
    ),
    "belastingdienst": DoorWords(
        _("Belastingdienst"),
        _("Over aangifte, de loonheffingskorting en een voorlopige aanslag."),
        "https://www.belastingdienst.nl",
        "0800 0543",
        "fundamentvoor.nl",
        LOOKED,
        _(
            "Bellen is gratis. Bel dit nummer zelf. Nummers die beginnen met 0906 of 18 kosten "
            "geld."
        ),
    ),
    "municipality": DoorWords(
        _("Uw gemeente"),
        _(
            "Over bijstand en andere hulp met geld, verhuizen, schulden en cliëntondersteuning. "
            "Veel gemeenten hebben het nummer 14 met het netnummer erachter."
        ),
    ),
    "support": DoorWords(
        _("Cliëntondersteuner"),
        _(
            "Iemand die met u meedenkt en kan meegaan naar een gesprek. U vraagt dit gratis aan "
            "bij uw gemeente."
        ),
    ),
    "debts": DoorWords(
        _("Geldfit, bij zorgen over geld"),
        _("Een gesprek over geld en schulden. U hoeft uw naam niet te zeggen."),
        "https://geldfit.nl",
        "0800 8115",
        "nvvk.nl (15-7-2020)",
        LOOKED,
        FREE,
    ),
    "legal_help": DoorWords(
        _("Juridisch Loket"),
        _("Over uw rechten, bezwaar maken en een advocaat."),
        "https://www.juridischloket.nl",
        "0800 8020",
        "plainletter (21-8-2026)",
        LOOKED,
        FREE,
    ),
}
