"""The questions about the home, the money, and the people somebody lives with."""

from django import forms
from django.utils.translation import gettext_lazy as _

from calculator.formats import format_money
from calculator.questions.building import CHOOSE, DO_NOT_KNOW, YES_NO, Building, Section, Text
from calculator.questions.fields import DayField, MunicipalityField
from calculator.rules.situation import ADULT

MAX_CHILDREN = 8
MAX_CO_RESIDENTS = 5
#: below this age a child has no income that could matter; it isn't asked
WORKING_AGE = 15
#: at this age a child goes to secondary school: there is no childcare with a toeslag any more
CHILDCARE_UNTIL = 13
#: day care is for who isn't at school yet; a child goes to school in the weeks after its birthday
LAST_AGE_OF_DAGOPVANG = 4
FIRST_AGE_OF_BSO = 3
#: what an amount of a partner may look like, by its kind
EXAMPLES_OF_A_PARTNER = {
    "wage": "1.800,00",
    "benefit": "1.200,00",
    "aow": "1.100,00",
    "pension": "500,00",
    "profit": "800,00",
}
#: for how long somebody had a low income; the value is a number of months
LOW_INCOME = [
    ("0", _("Korter dan 1 jaar")),
    ("12", _("1 tot 3 jaar")),
    ("36", _("3 tot 5 jaar")),
    ("60", _("5 jaar of langer")),
    DO_NOT_KNOW,
]


class HomeQuestions(Building):
    """Home, assets, partner, children and housemates."""

    def _home(self) -> Section:
        section = Section("home", _("Uw woning en uw geld"))
        self._choice(
            section,
            "home_kind",
            _("Hoe woont u?"),
            [
                ("rent", _("Ik huur een woning met een eigen voordeur, keuken en wc")),
                ("room", _("Ik huur een kamer")),
                ("own", _("Ik heb een eigen huis")),
                ("parents", _("Ik woon bij mijn ouders")),
            ],
            refresh=True,
        )
        if self._said("home_kind") == "rent":
            self._amount(
                section,
                "kale_huur",
                _("Hoe hoog is uw kale huur?"),
                help_text=_(
                    "Dit staat in de brief over uw huur. Kale huur is de huur zonder "
                    "servicekosten, gas, water en licht."
                ),
                suffix=_("per maand"),
                example="650,00",
                unknown=True,
            )
        self._add(
            section,
            "municipality",
            MunicipalityField(
                label=_("In welke gemeente woont u?"),
                help_text=_(
                    "Elke gemeente heeft eigen regelingen voor mensen met een laag inkomen. Weet u "
                    "het niet? Laat het dan leeg."
                ),
            ),
            example="Utrecht",
        )
        law = self.amounts.awir
        self._amount(
            section,
            "vermogen",
            _("Hoeveel spaargeld en andere bezittingen had u op 1 januari %(year)s?")
            % {"year": self.today.year},
            help_text=_(
                "Heeft u een partner? Tel uw spaargeld en bezittingen dan bij die van uw partner "
                "op. Uw eigen huis, uw auto en uw spullen tellen niet mee. Is het meer dan "
                "%(limit)s? Of met een partner meer dan %(partners)s? Dan krijgt u geen "
                "huurtoeslag."
            )
            % {
                "limit": format_money(law.vermogensgrens.value, self.language, whole=True),
                "partners": format_money(
                    law.vermogensgrens_partners.value, self.language, whole=True
                ),
            },
            highest=1_000_000_000,
            unknown=True,
            example="2.500",
        )
        if self._may_have_inkomenstoeslag():
            self._choice(
                section,
                "low_income",
                _("Hoe lang heeft u al een laag inkomen?"),
                LOW_INCOME,
                help_text=_(
                    "Bent u alleen? Dan is ongeveer %(single)s per maand of minder een laag "
                    "inkomen. Met een partner is dat %(couple)s. Het is netto, met vakantiegeld. "
                    "Sommige regelingen zijn er alleen voor wie lang een laag inkomen heeft."
                )
                % {
                    "single": self._low_income("norm_alleenstaande"),
                    "couple": self._low_income("norm_gehuwden"),
                },
            )
        if self._may_study():
            self._choice(
                section,
                "studiefinanciering",
                _("Krijgt u studiefinanciering?"),
                YES_NO,
                help_text=_("Bijvoorbeeld een basisbeurs van DUO. Geen levenlanglerenkrediet."),
            )
        return section

    def _low_income(self, norm: str) -> str:
        """About what is a low income: 110% of a bijstandsnorm, as whole euros."""
        law = self.amounts.participatiewet
        usual = getattr(law, norm).value * self.amounts.regelingen.gewone_inkomensgrens.value
        return format_money(usual, self.language, whole=True)

    def _may_have_inkomenstoeslag(self) -> bool:
        """How long an income is low counts for the individuele inkomenstoeslag only."""
        age = self._age("birth_date")
        first = int(self.amounts.participatiewet.inkomenstoeslag_leeftijd.value)
        return age is not None and age >= first

    def _may_study(self) -> bool:
        """Studietoeslag is for who studies, and not beside a Wajong."""
        age = self._age("birth_date")
        if age is None or "wajong" in self._all_said("benefit"):
            return False
        return age < int(self.amounts.regelingen.studiefinanciering_leeftijd.value)

    def _household(self) -> Section:
        section = Section("household", _("Met wie u woont"))
        self._choice(
            section,
            "has_partner",
            _("Heeft u een partner?"),
            YES_NO,
            help_text=_(
                "Uw partner is uw man of vrouw. Of u woont samen met iemand en u heeft samen een "
                "kind, een koophuis of een samenlevingscontract."
            ),
            refresh=True,
        )
        partner = self._said("has_partner") == "yes"
        if partner:
            self._partner(section)
        self._count(
            section, "children", _("Hoeveel kinderen onder de 18 wonen bij u?"), MAX_CHILDREN
        )
        for place in range(min(self._number("children"), MAX_CHILDREN)):
            self._child(section, place)
        if self._has_childcare() and not self.all_work():
            self._choice(
                section,
                "traject",
                _("Volgt u een traject naar werk van UWV?"),
                [*YES_NO, DO_NOT_KNOW],
                help_text=_(
                    "Bijvoorbeeld een cursus of begeleiding die UWV betaalt. Met een traject kunt "
                    "u kinderopvangtoeslag krijgen, ook als u nog niet werkt."
                ),
            )
        if self._others_matter(partner=partner):
            self._count(
                section,
                "others",
                _("Hoeveel andere mensen van 18 jaar of ouder wonen er op uw adres?"),
                MAX_CO_RESIDENTS,
                help_text=_("Tel uzelf en uw partner niet mee."),
            )
            for place in range(min(self._number("others"), MAX_CO_RESIDENTS)):
                self._other(section, place, partner=partner)
        return section

    def _count(
        self, section: Section, name: str, label: Text, highest: int, help_text: Text = ""
    ) -> None:
        self._choice(
            section,
            name,
            label,
            [CHOOSE, *((str(number), str(number)) for number in range(highest + 1))],
            widget=forms.Select,
            help_text=help_text,
            required=_("Kies een aantal. Geen? Kies 0."),
            refresh=True,
        )

    def _partner(self, section: Section) -> None:
        self._add(
            section,
            "partner_birth_date",
            DayField(label=_("Wat is de geboortedatum van uw partner?")),
            example="30-09-1990",
        )
        self._add(
            section,
            "partner_income",
            forms.MultipleChoiceField(
                label=_("Welk inkomen heeft uw partner?"),
                choices=[
                    ("wage", _("Loon uit werk")),
                    ("benefit", _("Een uitkering")),
                    ("aow", _("AOW")),
                    ("pension", _("Pensioen")),
                    ("profit", _("Winst uit een eigen bedrijf")),
                    ("none", _("Geen inkomen")),
                ],
                widget=forms.CheckboxSelectMultiple,
                error_messages={"required": _("Kies een antwoord.")},
            ),
            refresh=True,
        )
        labels = {
            "wage": _("Hoeveel loon krijgt uw partner bruto?"),
            "benefit": _("Hoeveel uitkering krijgt uw partner bruto?"),
            "aow": _("Hoeveel AOW krijgt uw partner bruto?"),
            "pension": _("Hoeveel pensioen krijgt uw partner bruto?"),
            "profit": _("Hoeveel winst maakt uw partner?"),
        }
        for kind in self._all_said("partner_income"):
            if kind in labels:
                self._amount(
                    section,
                    f"partner_{kind}",
                    labels[kind],
                    help_text=_("Neem de winst van een heel jaar. Deel die door 12.")
                    if kind == "profit"
                    else _(
                        "Het staat op de jaaropgaaf. Neem het bedrag van een heel jaar, met "
                        "vakantiegeld. Deel dat door 12."
                    ),
                    example=EXAMPLES_OF_A_PARTNER[kind],
                    suffix=_("per maand") if kind == "profit" else _("bruto per maand"),
                    unknown=True,
                )
        self._choice(
            section,
            "partner_insured",
            _("Heeft uw partner een Nederlandse zorgverzekering?"),
            [*YES_NO, DO_NOT_KNOW],
        )

    def _child(self, section: Section, place: int) -> None:
        number = place + 1
        name = f"child{place}_birth_date"
        self._add(
            section,
            name,
            DayField(label=_("Wat is de geboortedatum van kind %(number)s?") % {"number": number}),
            example="03-02-2018",
            refresh=True,
        )
        age = self._age(name)
        if self._said("home_kind") == "rent" and age is not None and WORKING_AGE <= age < ADULT:
            self._amount(
                section,
                f"child{place}_income",
                _("Hoeveel verdient kind %(number)s bruto per jaar?") % {"number": number},
                help_text=_(
                    "Dit staat op de jaaropgaaf. Heeft dit kind geen inkomen? Vul dan 0 in."
                ),
                example="3.600",
                suffix=_("per jaar"),
                highest=10_000_000,
            )

        if age is not None and age < CHILDCARE_UNTIL:
            self._childcare(section, place, age)

    def _childcare(self, section: Section, place: int, age: int) -> None:
        """The childcare of a child: its kind, hours and price."""
        number, prefix = place + 1, f"child{place}"
        kinds: list[tuple[str, Text]] = [("none", _("Nee"))]
        if age <= LAST_AGE_OF_DAGOPVANG:
            kinds.append(("dagopvang", _("Ja, naar de dagopvang (tot 4 jaar)")))
        if age >= FIRST_AGE_OF_BSO:
            kinds.append(("bso", _("Ja, naar de buitenschoolse opvang (vanaf 4 jaar)")))
        kinds.append(("gastouder", _("Ja, naar een gastouder")))
        self._choice(
            section,
            f"{prefix}_care",
            _("Gaat kind %(number)s naar de opvang?") % {"number": number},
            kinds,
            help_text=_("Kies ook ja als u de opvang pas nodig heeft als u werkt."),
            refresh=True,
        )
        if self._said(f"{prefix}_care") in ("", "none"):
            return
        self._choice(
            section,
            f"{prefix}_care_when",
            _("Wanneer heeft kind %(number)s opvang?") % {"number": number},
            [
                ("always", _("Nu al")),
                ("work", _("Pas als ik werk")),
            ],
        )
        self._amount(
            section,
            f"{prefix}_care_hours",
            _("Hoeveel uur opvang per maand heeft kind %(number)s?") % {"number": number},
            help_text=_("Dit staat op de rekening van de opvang."),
            example="60",
            suffix=_("uur per maand"),
            highest=744,
            euro=False,
        )
        self._amount(
            section,
            f"{prefix}_care_price",
            _("Hoeveel kost een uur opvang van kind %(number)s?") % {"number": number},
            help_text=_("Dit staat op de rekening van de opvang."),
            example="9,75",
            beside=True,
            suffix=_("per uur"),
        )

    def _has_childcare(self) -> bool:
        cares = (self._said(f"child{place}_care") for place in range(self._number("children")))
        return any(care not in ("", "none") for care in cares)

    def all_work(self) -> bool:
        """Whether there is work now and in every plan."""
        raise NotImplementedError

    def _others_matter(self, *, partner: bool) -> bool:
        """Co-residents count for huurtoeslag, the Toeslagenwet and the bijstandsnorm."""
        home = self._said("home_kind")
        if home == "rent":
            return True
        age = self._age("birth_date")
        grown = partner or (age is not None and age >= self.full_age())
        return home in ("own", "room") and grown

    def _other(self, section: Section, place: int, *, partner: bool) -> None:
        number = place + 1
        prefix = f"other{place}"
        self._choice(
            section,
            f"{prefix}_kind",
            _("Wie is huisgenoot %(number)s?") % {"number": number},
            [
                ("tenant", _("Huurt een kamer, met een contract, en is geen familie")),
                ("child", _("Is mijn kind, of het kind van mijn partner")),
                ("student", _("Is student")),
                ("other", _("Niets hiervan")),
            ],
            refresh=True,
        )
        kind = self._said(f"{prefix}_kind")
        if kind in ("", "tenant"):
            return
        rents = self._said("home_kind") == "rent"
        age = self._age("birth_date")
        # an age counts for the Toeslagenwet and the bijstandsnorm of who is 21 or older, and for
        # the huurtoeslag where everybody may be younger than 21
        adult = partner or (age is not None and age >= self.full_age())
        if (
            kind == "child"
            or (adult and kind == "other")
            or (rents and age is not None and age < self.full_age())
        ):
            self._add(
                section,
                f"{prefix}_birth_date",
                DayField(
                    label=_("Wat is de geboortedatum van huisgenoot %(number)s?")
                    % {"number": number}
                ),
                example="21-11-1961",
            )
        if rents:
            self._amount(
                section,
                f"{prefix}_income",
                _("Wat is het bruto inkomen van huisgenoot %(number)s?") % {"number": number},
                help_text=_("Dit staat op de jaaropgaaf van uw huisgenoot."),
                example="18.000",
                suffix=_("per jaar"),
                highest=10_000_000,
                unknown=True,
            )
