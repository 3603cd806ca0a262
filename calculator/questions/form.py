"""All questions as one plain form that only holds the questions that matter.

Which questions are asked follows from the answers that came in with the form. A question
whose answer cannot change the outcome isn't there. Conditions look at what was typed, so that
the form can be drawn again while it isn't finished.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from calculator.contract.messages import message_of
from calculator.formats import format_money
from calculator.questions.fields import (
    AmountField,
    DayField,
    HoursField,
    PercentageField,
    parse_amount,
    parse_day,
)
from calculator.rules import amounts as amounts_of_the_law
from calculator.rules.money import cents
from calculator.rules.situation import (
    ADULT,
    MAX_PLANS,
    age_on,
    maximum_maandloon,
    person_problems,
)

Text = str | Promise

MAX_CHILDREN = 8
MAX_CO_RESIDENTS = 5
#: a maandloon this close to the maximum is the maximum, rounded otherwise
ROUNDING = Decimal("0.10")
#: below this age a child has no income that could matter; it isn't asked
WORKING_AGE = 15

CHOOSE = ("", _("Kies"))
YES_NO = [("yes", _("Ja")), ("no", _("Nee"))]
PER = [
    CHOOSE,
    ("month", _("per maand")),
    ("four_weeks", _("per 4 weken")),
    ("week", _("per week")),
    ("hour", _("per uur")),
]
LOON_PER = [
    CHOOSE,
    ("month", _("per maand (maandloon)")),
    ("day", _("per dag (dagloon)")),
]


@dataclass
class Section:
    """A group of questions under one heading."""

    id: str
    title: Text
    fields: list[str] = field(default_factory=list)


class QuestionsForm(forms.Form):
    """The questions that matter, given the answers in ``data``."""

    # the server says in the visitor's language what is missing; the browser would not
    use_required_attribute = False

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, today: date, language: str
    ) -> None:
        super().__init__(data)
        self.today = today
        self.language = language
        self.amounts = amounts_of_the_law.on(today)
        self.sections: list[Section] = []
        self.plan_count = max(1, min(MAX_PLANS, self._number("plans", 1)))
        self.sections.extend(self._build())

    # --- What came in ---------------------------------------------------------------------

    def _said(self, name: str) -> str:
        """One answer as it was typed, '' where there is none."""
        value = self.data.get(name, "") if self.is_bound else ""
        return str(value).strip()

    def _all_said(self, name: str) -> list[str]:
        """All choices of a question with more than one."""
        if not self.is_bound:
            return []
        if hasattr(self.data, "getlist"):
            return [str(item) for item in self.data.getlist(name)]
        value = self.data.get(name, [])
        return list(value) if isinstance(value, (list, tuple)) else [str(value)]

    def _number(self, name: str, default: int = 0) -> int:
        text = self._said(name)
        return int(text) if text.isascii() and text.isdigit() and len(text) < 4 else default

    def _day(self, name: str) -> date | None:
        return parse_day(self._said(name))

    def _age(self, name: str) -> int | None:
        day = self._day(name)
        return None if day is None or day > self.today else age_on(day, self.today)

    def _shown_before(self) -> set[str]:
        return set(self._said("shown").split())

    # --- Building -------------------------------------------------------------------------

    def _add(self, section: Section, name: str, field_: forms.Field, **look: Any) -> None:
        """Put a question in a section; ``look``: example, prefix, suffix, refresh."""
        for key in ("example", "prefix", "suffix"):
            setattr(field_, key, look.get(key, ""))
        field_.look_kind = _look_kind(field_)  # type: ignore[attr-defined]
        if look.get("refresh"):
            # these answers decide which questions follow; htmx then draws them at once
            field_.widget.attrs["data-refresh"] = ""
        self.fields[name] = field_
        section.fields.append(name)

    def _choice(
        self, section: Section, name: str, label: Text, choices: list[Any], **more: Any
    ) -> None:
        self._add(
            section,
            name,
            forms.ChoiceField(
                label=label,
                choices=choices,
                widget=more.pop("widget", forms.RadioSelect),
                help_text=more.pop("help_text", ""),
                error_messages={"required": more.pop("required", _("Kies een antwoord."))},
            ),
            **more,
        )

    def _select(self, section: Section, name: str, label: Text, choices: list[Any]) -> None:
        """A choice out of a list; nothing is chosen before the visitor does."""
        self._choice(section, name, label, choices, widget=forms.Select, refresh=True)

    def _amount(
        self,
        section: Section,
        name: str,
        label: Text,
        *,
        help_text: Text = "",
        unknown: bool = False,
        highest: int = 100_000,
        required: bool = True,
        **look: Any,
    ) -> None:
        """An amount, with "weet ik niet" where that is allowed."""
        said_unknown = unknown and self._said(f"{name}_unknown") == "on"
        self._add(
            section,
            name,
            AmountField(
                label=label,
                help_text=help_text,
                required=required and not said_unknown,
                highest=highest,
            ),
            prefix="€",
            **look,
        )
        if unknown:
            self._add(
                section,
                f"{name}_unknown",
                forms.BooleanField(label=_("Dit weet ik niet"), required=False),
            )

    def _build(self) -> Iterator[Section]:
        yield self._you()
        yield self._benefit()
        if self._all_said("benefit"):
            yield self._work_now()
            for place in range(self.plan_count):
                yield self._plan(place)
            yield self._home()
            yield self._household()

    def _you(self) -> Section:
        section = Section("you", _("Over u"))
        self._add(
            section,
            "birth_date",
            DayField(
                label=_("Wat is uw geboortedatum?"),
                # no autocomplete="bday": the browser of a shared computer would keep the date and
                # offer it to the next visitor. That weighs more here than WCAG 1.3.5.
                widget=forms.TextInput(attrs={"size": "12"}),
            ),
            example="14-05-1988",
            refresh=True,
        )
        return section

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
            self._maandloon(section, "ww", _("Met welk loon rekent UWV voor uw WW?"))
        if "wga" in chosen:
            self._wga(section)
        if "iva" in chosen:
            self._maandloon(section, "iva", _("Met welk loon rekent UWV voor uw IVA-uitkering?"))
        if "wajong" in chosen:
            self._wajong(section)
        return section

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
            example="2.800,00",
            refresh=True,
        )
        if self._said(f"{kind}_maandloon_unknown") == "on":
            return
        self._select(
            section, f"{kind}_loon_per", _("Is dit bedrag per maand of per dag?"), LOON_PER
        )
        maandloon = self.maandloon(kind)
        maximum = maximum_maandloon(self.today)
        if maandloon is None or not maximum - ROUNDING < cents(maandloon) <= maximum:
            return  # below it the old wage can't matter, above it the amount can't be right
        self._choice(
            section,
            f"{kind}_boven_maximum",
            _("Dit is het hoogste loon waarmee UWV rekent. Verdiende u vóór uw uitkering meer?"),
            [*YES_NO, ("unknown", _("Dit weet ik niet"))],
            refresh=True,
        )
        if self._said(f"{kind}_boven_maximum") == "yes":
            self._amount(
                section,
                f"{kind}_ongemaximeerd",
                _("Hoeveel verdiende u toen bruto per maand?"),
                suffix=_("per maand"),
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
        if self._said("wga_phase") != "vervolg":
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
                example="1.250,00",
                suffix=_("bruto per maand"),
            )

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
                ("unknown", _("Dit weet ik niet")),
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
                    suffix=_("bruto per dag"),
                    example="48,50",
                )

    def _work_now(self) -> Section:
        section = Section("now", _("Uw werk nu"))
        self._choice(section, "works_now", _("Werkt u nu bij een werkgever?"), YES_NO, refresh=True)
        works = self._said("works_now") == "yes"
        if works:
            self._job(section, "now")
        self._korting(
            section, "now_korting", _("Waar krijgt u nu loonheffingskorting?"), work=works
        )
        return section

    def _plan(self, place: int) -> Section:
        prefix = f"plan{place}"
        title = (
            _("Uw plan")
            if self.plan_count == 1
            else [_("Uw eerste plan"), _("Uw tweede plan"), _("Uw derde plan")][place]
        )
        section = Section(f"plan-{place}", title)
        stops = False
        if self._said("works_now") == "yes":
            self._choice(
                section,
                f"{prefix}_kind",
                _("Wat wilt u uitrekenen?"),
                [
                    ("work", _("Wat ik overhoud met ander werk, of met meer of minder uren")),
                    ("stop", _("Wat ik overhoud als ik stop met werken")),
                ],
                refresh=True,
            )
            stops = self._said(f"{prefix}_kind") == "stop"
        if not stops:
            self._job(section, prefix)
        self._korting(
            section,
            f"{prefix}_korting",
            _("Waar krijgt u dan loonheffingskorting?"),
            work=not stops,
        )
        return section

    def _korting(self, section: Section, name: str, label: Text, *, work: bool) -> None:
        choices: list[tuple[str, Text]] = [("benefit", _("Bij mijn uitkering (UWV)"))]
        if work:
            choices.append(("work", _("Bij mijn werk (werkgever)")))
        choices.append(("none", _("Nergens")))
        if name == "now_korting":
            choices.append(("unknown", _("Dit weet ik niet")))
        self._choice(
            section,
            name,
            label,
            choices,
            help_text=_(
                "Met loonheffingskorting betaalt u elke maand minder belasting. "
                "U mag de korting op één plek krijgen. "
                "Kijk op uw loonstrook of op de specificatie van uw uitkering."
            )
            if name == "now_korting"
            else _(
                "Kies de plek waar u het meeste geld krijgt. Kiest u anders? "
                "Dan betaalt u elke maand meer belasting. Na het jaar krijgt u dat meestal terug."
            ),
        )

    def _job(self, section: Section, prefix: str) -> None:
        plan = prefix != "now"
        self._amount(
            section,
            f"{prefix}_gross",
            _("Hoeveel gaat u bruto verdienen?") if plan else _("Hoeveel verdient u bruto?"),
            help_text=_("Bruto is het bedrag vóór belasting."),
            example="1.250,00",
        )
        self._select(section, f"{prefix}_per", _("Over welke periode gaat dit bedrag?"), PER)
        if self._said(f"{prefix}_per") == "hour":
            self._add(
                section,
                f"{prefix}_hours",
                HoursField(label=_("Hoeveel uur per week?")),
                suffix=_("uur per week"),
                example="16",
            )
        self._choice(
            section,
            f"{prefix}_vakantiegeld",
            _("Hoe krijgt u vakantiegeld van uw werkgever?"),
            [
                ("yearly", _("Eén keer per jaar, bijvoorbeeld in mei")),
                ("included", _("Elke keer bij mijn loon. Het zit al in het bedrag hierboven")),
            ],
        )
        if self._has_capacity():
            self._choice(
                section,
                f"{prefix}_dispensatie",
                _("Betaalt uw werkgever minder loon, met loondispensatie?"),
                YES_NO,
                help_text=_(
                    "UWV beslist hierover. UWV vult dan uw loon aan met uw Wajong. "
                    "Vul hierboven in wat uw werkgever echt betaalt."
                ),
                refresh=True,
            )
            if self._said(f"{prefix}_dispensatie") == "yes":
                self._add(
                    section,
                    f"{prefix}_loonwaarde",
                    PercentageField(
                        label=_("Wat is uw loonwaarde?"),
                        help_text=_(
                            "Dit staat in uw brief van UWV. Het ligt tussen 30 en 100 procent."
                        ),
                        highest=100,
                    ),
                    suffix="%",
                    example="60",
                )
        self._amount(
            section,
            f"{prefix}_pension",
            _("Hoeveel pensioenpremie gaat er van uw loon af?"),
            help_text=_("Staat er geen pensioenpremie op uw loonstrook? Vul dan 0 in."),
            suffix=_("per maand"),
        )
        self._amount(
            section,
            f"{prefix}_travel",
            _("Hoeveel reiskosten betaalt u zelf?"),
            help_text=_(
                "Vul alleen in wat uw werkgever niet terugbetaalt. Is dat niets? Vul 0 in."
            ),
            suffix=_("per maand"),
        )

    def _has_capacity(self) -> bool:
        """Loondispensatie exists for a Wajong with work capacity only."""
        return (
            "wajong" in self._all_said("benefit")
            and self._said("wajong_regime") in ("oWajong", "Wajong2010")
            and self._said("wajong_arbeidsvermogen") == "yes"
        )

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
                help_text=_("Kale huur is de huur zonder servicekosten, gas, water en licht."),
                suffix=_("per maand"),
                example="650,00",
                unknown=True,
            )
        law = self.amounts.awir
        self._amount(
            section,
            "vermogen",
            _("Hoeveel spaargeld en andere bezittingen heeft u op 1 januari?"),
            help_text=_(
                "Heeft u een partner? Tel het dan bij elkaar op. Uw eigen huis, uw auto en uw "
                "spullen tellen niet mee. Heeft u meer dan %(limit)s, of met een partner meer dan "
                "%(partners)s? Dan krijgt u geen huurtoeslag."
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
        return section

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
                    ("profit", _("Winst uit een eigen bedrijf, of ander inkomen")),
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
        }
        for kind in self._all_said("partner_income"):
            if kind in labels:
                self._amount(
                    section,
                    f"partner_{kind}",
                    labels[kind],
                    help_text=_(
                        "Tel het bedrag van een heel jaar op, met vakantiegeld. Deel dat door 12."
                    ),
                    suffix=_("bruto per maand"),
                    unknown=True,
                )
        self._choice(
            section,
            "partner_insured",
            _("Heeft uw partner een Nederlandse zorgverzekering?"),
            [*YES_NO, ("unknown", _("Dit weet ik niet"))],
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
                help_text=_("Heeft dit kind geen inkomen? Vul dan 0 in."),
                suffix=_("per jaar"),
                highest=10_000_000,
            )

    def _others_matter(self, *, partner: bool) -> bool:
        """Co-residents count for huurtoeslag, and for the Toeslagenwet of somebody single."""
        home = self._said("home_kind")
        if home == "rent":
            return True
        age = self._age("birth_date")
        return (
            home in ("own", "room") and not partner and age is not None and age >= self.full_age()
        )

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
        # an age counts for the Toeslagenwet of somebody single of 21 or older, and for the
        # huurtoeslag where everybody may be younger than 21
        single_adult = not partner and age is not None and age >= self.full_age()
        if (
            kind == "child"
            or (single_adult and kind == "other")
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
                suffix=_("per jaar"),
                highest=10_000_000,
                unknown=True,
            )

    # --- Reading --------------------------------------------------------------------------

    def new_questions(self) -> list[str]:
        """Questions that weren't on the page that was sent in."""
        shown = self._shown_before()
        return [name for name in self.fields if name not in shown]

    def names(self) -> str:
        """All questions on this page, to know next time which ones are new."""
        return " ".join(self.fields)

    def visible_sections(self) -> Iterator[dict[str, Any]]:
        """The sections with their questions, for the templates."""
        for section in self.sections:
            yield {
                "id": section.id,
                "title": section.title,
                "questions": [self[name] for name in section.fields],
            }

    def answers(self) -> Iterator[tuple[str, str]]:
        """Every answer to these questions as it was typed, to carry along on another page."""
        yield "shown", self.names()
        yield "plans", str(self.plan_count)
        for name in self.fields:
            for value in self._all_said(name):
                yield name, value

    def asks_everything(self) -> bool:
        """Whether the first answers were enough to know which questions there are."""
        return len(self.sections) > 2

    def clean(self) -> dict[str, Any]:
        """What only this form knows: a child under 18 is one, an adult counts elsewhere."""
        cleaned: dict[str, Any] = super().clean() or {}
        self._check_age(cleaned.get("birth_date"))
        income = cleaned.get("partner_income") or []
        if "none" in income and len(income) > 1:
            self.add_error("partner_income", _("U kiest inkomen en ook geen inkomen. Kies een."))
        for name in self.fields:
            if cleaned.get(f"{name}_unknown") and self._said(name):
                self.add_error(
                    name,
                    _(
                        "U heeft iets ingevuld en ook gekozen: Dit weet ik niet. "
                        "Haal een van de twee weg."
                    ),
                )
        for place in range(MAX_CHILDREN):
            name = f"child{place}_birth_date"
            born = cleaned.get(name)
            if isinstance(born, date) and born <= self.today and age_on(born, self.today) >= ADULT:
                self.add_error(
                    name,
                    _(
                        "Dit kind is 18 jaar of ouder. "
                        "Tel dit kind mee bij de andere mensen op uw adres."
                    ),
                )
        return cleaned

    def _check_age(self, born: Any) -> None:
        """Say at the first question that this site isn't for somebody, and who can help."""
        if not isinstance(born, date):
            return
        for problem in person_problems(born, self.today):
            self.add_error("birth_date", message_of(problem))

    def forget_errors_of(self, names: list[str]) -> None:
        """A question that just appeared wasn't answered wrongly."""
        for name in names:
            self.errors.pop(name, None)


def _look_kind(field_: forms.Field) -> str:
    """Which component draws the field."""
    if isinstance(field_.widget, (forms.RadioSelect, forms.CheckboxSelectMultiple)):
        return "choice"
    return "checkbox" if isinstance(field_, forms.BooleanField) else "text"
