"""The questions about the benefit."""

from decimal import Decimal

from django import forms
from django.utils.translation import gettext_lazy as _

from calculator.contract.read import MONTHS_SHOWN
from calculator.questions.building import CHOOSE, DO_NOT_KNOW, YES_NO, Building, Section, Text
from calculator.questions.fields import parse_amount
from calculator.rules.money import cents
from calculator.rules.periods import Month, first_day, shift
from calculator.rules.situation import maximum_maandloon

#: a maandloon this close to the maximum is the maximum, rounded otherwise
ROUNDING = Decimal("0.10")
LOON_PER = [
    CHOOSE,
    ("month", _("per maand (maandloon)")),
    ("day", _("per dag (dagloon)")),
]


class BenefitQuestions(Building):
    """Which benefit somebody has, and what UWV's letter says about it."""

    def starts(self) -> Month:
        """The month in which the plans begin."""
        raise NotImplementedError

    def has_own_business(self) -> bool:
        """Whether there is work on own account, now or in a plan."""
        raise NotImplementedError

    def _benefit(self) -> Section:
        section = Section("benefit", _("Uw uitkering"))
        self._add(
            section,
            "benefit",
            forms.MultipleChoiceField(
                label=_("Welke uitkering krijgt u van UWV?"),
                help_text=_("U kunt er twee kiezen, als u twee uitkeringen heeft."),
                choices=[
                    ("ww", _("WW (u bent werkloos)")),
                    ("wga", _("WIA: WGA-uitkering (u kunt voor een deel werken)")),
                    ("iva", _("WIA: IVA-uitkering (u kunt bijna niet meer werken)")),
                    ("wajong", _("Wajong (u had jong al een ziekte of handicap)")),
                ],
                widget=forms.CheckboxSelectMultiple,
                error_messages={"required": _("Kies de uitkering die u heeft.")},
            ),
            refresh=True,
        )
        chosen = self._all_said("benefit")
        if "ww" in chosen:
            self._ww(section)
        if "wga" in chosen:
            self._wga(section)
        if "iva" in chosen:
            self._maandloon(section, "iva", _("Met welk loon rekent UWV voor uw IVA-uitkering?"))
        if "wajong" in chosen:
            self._wajong(section)
        return section

    def _ww(self, section: Section) -> None:
        self._maandloon(section, "ww", _("Met welk loon rekent UWV voor uw WW?"))
        self._day_question(
            section,
            "ww_first_day",
            _("Wanneer begon uw WW?"),
            help_text=_(
                "De eerste twee maanden is de WW hoger. De datum staat in uw brief van UWV."
            ),
            example="01-09-2026",
        )
        self._day_question(
            section,
            "ww_last_day",
            _("Tot en met welke dag krijgt u WW?"),
            help_text=_("Dit staat in uw brief van UWV."),
            example="31-08-2027",
        )
        if self.has_own_business():
            self._hours(
                section,
                "ww_arbeidsuren",
                _("Hoeveel uur per week werkte u gemiddeld voordat u WW kreeg?"),
                help_text=_(
                    "Dit staat in uw brief van UWV. UWV telt de uren voor uw bedrijf af van uw WW."
                ),
                example="36",
            )

    def full_age(self) -> int:
        """From this age somebody single has the full norm of the Toeslagenwet."""
        return int(self.amounts.toeslagenwet.leeftijd_volledige_norm.value)

    def maandloon(self, kind: str) -> Decimal | None:
        """The maandloon that was typed (euro per month), also where a dagloon was given."""
        amount = parse_amount(self._said(f"{kind}_maandloon"))
        if amount is not None and self._said(f"{kind}_loon_per") == "day":
            amount *= self.amounts.dagloon.dagen_per_maand.value
        return amount

    def _maandloon(self, section: Section, kind: str, label: Text) -> None:
        self._amount(
            section,
            f"{kind}_maandloon",
            label,
            help_text=_(
                "Het bedrag staat in uw brief van UWV. Het heet maandloon of dagloon. "
                "Vul het bruto bedrag in."
            ),
            unknown=True,
            example="2.784,00",
            refresh=True,
        )
        if self._said(f"{kind}_maandloon_unknown") == "on":
            return
        self._select(
            section,
            f"{kind}_loon_per",
            _("Is dit bedrag per maand of per dag?"),
            LOON_PER,
            beside=True,
        )
        maandloon = self.maandloon(kind)
        maximum = maximum_maandloon(self.today)
        if maandloon is None or not maximum - ROUNDING < cents(maandloon) <= maximum:
            return  # below it the old wage can't matter, above it the amount can't be right
        self._choice(
            section,
            f"{kind}_boven_maximum",
            _("Dit is het hoogste loon waarmee UWV rekent. Verdiende u vóór uw uitkering meer?"),
            [*YES_NO, DO_NOT_KNOW],
            refresh=True,
        )
        if self._said(f"{kind}_boven_maximum") == "yes":
            self._amount(
                section,
                f"{kind}_ongemaximeerd",
                _("Hoeveel verdiende u toen bruto per maand?"),
                help_text=_(
                    "Tel het loon van het jaar vóór uw uitkering op, met vakantiegeld. "
                    "Deel dat door 12."
                ),
                suffix=_("per maand"),
                example="7.200,00",
            )

    def _wga(self, section: Section) -> None:
        self._choice(
            section,
            "wga_phase",
            _("Welke WGA-uitkering krijgt u nu?"),
            [
                ("loongerelateerd", _("De eerste, loongerelateerde uitkering")),
                ("vervolg", _("Daarna: een loonaanvullingsuitkering of vervolguitkering")),
            ],
            help_text=_("Dit staat in uw brief van UWV."),
            refresh=True,
        )
        self._maandloon(section, "wga", _("Met welk loon rekent UWV voor uw WGA-uitkering?"))
        if self._said("wga_phase") == "loongerelateerd":
            self._first_phase(section)
        if not self._needs_capacity():
            return
        self._choice(
            section,
            "wga_class",
            _("Voor hoeveel procent bent u arbeidsongeschikt volgens UWV?"),
            [
                ("35-45", _("35 tot 45%")),
                ("45-55", _("45 tot 55%")),
                ("55-65", _("55 tot 65%")),
                ("65-80", _("65 tot 80%")),
                ("80-100", _("80 tot 100%")),
            ],
            help_text=_(
                "Dit staat in uw brief van UWV. Het heet arbeidsongeschiktheidspercentage."
            ),
            refresh=True,
        )
        if self._said("wga_class") not in ("", "80-100"):
            self._amount(
                section,
                "wga_verdiencapaciteit",
                _("Hoeveel kunt u volgens UWV nog verdienen per maand?"),
                help_text=_(
                    "Dit heet uw restverdiencapaciteit of resterende verdiencapaciteit. "
                    "Het staat in uw brief van UWV."
                ),
                unknown=True,
                example="1.392,00",
                suffix=_("bruto per maand"),
            )

    def _first_phase(self, section: Section) -> None:
        """The loongerelateerde phase: its first and last day."""
        self._day_question(
            section,
            "wga_first_day",
            _("Wanneer begon deze uitkering?"),
            help_text=_("Dit staat in uw brief van UWV."),
            example="01-03-2026",
        )
        self._day_question(
            section,
            "wga_phase_until",
            _("Tot en met welke dag krijgt u deze uitkering?"),
            help_text=_(
                "Daarna krijgt u een andere WGA-uitkering. De datum staat in uw brief van UWV."
            ),
            example="28-02-2027",
        )

    def _needs_capacity(self) -> bool:
        """Whether the benefit after the first phase is there now, or within the calendar."""
        if self._said("wga_phase") == "vervolg":
            return True
        until = self._day("wga_phase_until")
        # the toeslagen of a year look at all its months, also after those of the calendar
        end = first_day((shift(self.starts(), MONTHS_SHOWN)[0] + 1, 1))
        return self._said("wga_phase") == "loongerelateerd" and until is not None and until < end

    def _wajong(self, section: Section) -> None:
        self._choice(
            section,
            "wajong_regime",
            _("Welke Wajong heeft u?"),
            [
                ("oWajong", _("Oude Wajong: aangevraagd vóór 2010")),
                ("Wajong2010", _("Wajong 2010: aangevraagd in 2010 tot en met 2014")),
                ("Wajong2015", _("Wajong 2015: aangevraagd vanaf 2015")),
            ],
            help_text=_("Dit staat in uw brief van UWV."),
            refresh=True,
        )
        if self._said("wajong_regime") not in ("oWajong", "Wajong2010"):
            return
        self._choice(
            section,
            "wajong_arbeidsvermogen",
            _("Kunt u werken volgens UWV?"),
            [
                ("yes", _("Ja. Mijn uitkering is 70%")),
                ("no", _("Nee, nu niet en later ook niet. Mijn uitkering is 75%")),
                DO_NOT_KNOW,
            ],
            help_text=_("UWV noemt dit arbeidsvermogen. Het staat in uw brief van UWV."),
            refresh=True,
        )
        law = self.amounts.wajong
        born = self._day("birth_date")
        if born is not None and born < law.garantiebedrag_geboren_voor.value["date"]:
            self._choice(
                section,
                "wajong_garantie",
                _("Heeft u een garantiebedrag van UWV?"),
                YES_NO,
                help_text=_(
                    "U heeft dit alleen als u eind 2020 al werkte. "
                    "Het staat dan in een brief van UWV."
                ),
                refresh=True,
            )
            if self._said("wajong_garantie") == "yes":
                self._amount(
                    section,
                    "wajong_garantiebedrag",
                    _("Hoe hoog is uw garantiebedrag nu?"),
                    help_text=_("Dit staat in uw brief van UWV. Neem de nieuwste brief."),
                    suffix=_("bruto per dag"),
                    example="48,50",
                )
