"""The words of reminders, for the calendar on somebody's telephone.

Other people may see such a calendar: a title says what to do, and never an amount.
"""

from typing import NamedTuple

from django.utils.translation import gettext_noop as _


class ReminderWords(NamedTuple):
    """What stands in the calendar: a title, and what to do."""

    title: str
    text: str


REMINDERS: dict[str, ReminderWords] = {
    "inkomstenopgave": ReminderWords(
        _("Inkomstenopgave over %(month)s invullen"),
        _("Vul de Inkomstenopgave in bij Mijn UWV. Dat kan tot en met %(until)s."),
    ),
    "melden_uwv": ReminderWords(
        _("Verandering doorgeven aan UWV"),
        _(
            "Uw werk verandert. UWV vraagt u om dat te melden zodra u het weet. Doe het uiterlijk "
            "%(until)s."
        ),
    ),
    "melden_toeslagen": ReminderWords(
        _("Nieuw inkomen doorgeven aan Dienst Toeslagen"),
        _("Pas uw inkomen uiterlijk %(until)s aan in Mijn toeslagen."),
    ),
    "opvang_aanvragen": ReminderWords(
        _("Kinderopvangtoeslag aanvragen"),
        _("Vraag de toeslag aan in Mijn toeslagen, uiterlijk %(until)s. Later krijgt u minder."),
    ),
    "ww_70_procent": ReminderWords(
        _("Uw WW wordt lager"),
        _("De eerste maanden met meer WW zijn voorbij. Vanaf nu krijgt u minder WW."),
    ),
    "wga_70_procent": ReminderWords(
        _("Uw WGA wordt lager"),
        _("De eerste maanden met meer WGA zijn voorbij. Vanaf nu krijgt u minder WGA."),
    ),
    "ww_eindigt": ReminderWords(
        _("Laatste dag van uw WW"),
        _("Geen ander inkomen? Vraag op tijd hulp aan uw gemeente. Pas ook uw toeslagen aan."),
    ),
    "wga_vervolg": ReminderWords(
        _("Uw WGA verandert"),
        _(
            "Uw loongerelateerde uitkering is voorbij. Nu telt hoeveel u verdient. Kijk in uw "
            "brief van UWV."
        ),
    ),
    "startperiode_eindigt": ReminderWords(
        _("Uw startperiode is voorbij"),
        _("Geef vanaf nu elke maand uw uren op bij UWV."),
    ),
    "minimumloon_leeftijd": ReminderWords(
        _("Uw uitkering verandert door uw verjaardag"),
        _("Controleer uw betaling van UWV. Pas uw inkomen aan in Mijn toeslagen."),
    ),
    "aow_leeftijd": ReminderWords(
        _("U bereikt de leeftijd voor AOW"),
        _("Uw uitkering van UWV stopt. AOW vraagt u aan bij de Sociale Verzekeringsbank (SVB)."),
    ),
    "contract_bijna_voorbij": ReminderWords(
        _("Uw contract stopt over een maand"),
        _("Vraag uw werkgever of u kunt blijven. Vraag UWV wat u daarna krijgt."),
    ),
    "contract_eindigt": ReminderWords(
        _("Laatste dag van uw contract"),
        _("Geef het door aan UWV. Heeft u recht op WW? Vraag die aan, uiterlijk %(until)s."),
    ),
    "toeslagen_nieuw_jaar": ReminderWords(
        _("Toeslagen voor het nieuwe jaar controleren"),
        _("Kijk in Mijn toeslagen of uw inkomen voor het nieuwe jaar klopt."),
    ),
    "aangifte": ReminderWords(
        _("Aangifte over %(year)s doen"),
        _("Doe aangifte bij de Belastingdienst, meestal uiterlijk %(until)s."),
    ),
}

NAME = _("Herinneringen van Wat houd ik over?")
#: below every reminder
ESTIMATE = _(
    "Dit is een schatting op basis van wat u invulde. UWV en de andere diensten beslissen."
)
