"""The questions about work: now, and in every plan."""

from babel.dates import format_date
from django.utils.translation import gettext_lazy as _

from calculator.formats import locale_of
from calculator.questions.building import CHOOSE, DO_NOT_KNOW, YES_NO, Building, Section, Text
from calculator.questions.fields import PercentageField, parse_amount
from calculator.rules.calendar import LAST_MONTH
from calculator.rules.periods import Month, as_text, first_day, month_of, shift

PER = [
    CHOOSE,
    ("month", _("per maand")),
    ("four_weeks", _("per 4 weken")),
    ("week", _("per week")),
    ("hour", _("per uur")),
]
#: how far ahead a plan can begin, and a contract can end (months)
MONTHS_AHEAD = 12
MONTHS_OF_CONTRACT = 24


class WorkQuestions(Building):
    """Work now, and what somebody plans to do."""

    plan_count: int

    def works_now(self) -> str:
        """``yes`` for a job, ``own`` for a business, else ``no`` or nothing."""
        return self._said("works_now")

    def kind_of_plan(self, place: int) -> str:
        """What a plan is: ``work`` for a job, ``own`` for a business, ``stop``."""
        return self._said(f"plan{place}_kind")

    def has_own_business(self) -> bool:
        """Whether there is work on own account, now or in a plan."""
        plans = (self.kind_of_plan(place) for place in range(self.plan_count))
        return self.works_now() == "own" or "own" in plans

    def all_work(self) -> bool:
        """Whether there is work now and in every plan."""
        plans = [self.kind_of_plan(place) for place in range(self.plan_count)]
        return self.works_now() in ("yes", "own") and "stop" not in plans

    def starts(self) -> Month:
        """The month in which the plans begin: the one that was chosen, or this one."""
        this_month = month_of(self.today)
        return next(
            (month for month in self._months_to_start() if as_text(month) == self._said("start")),
            this_month,
        )

    def _months_to_start(self) -> list[Month]:
        months = (shift(month_of(self.today), ahead) for ahead in range(MONTHS_AHEAD))
        return [month for month in months if month <= LAST_MONTH]

    def _month_choices(self, months: list[Month]) -> list[tuple[str, str]]:
        return [(as_text(month), self._name_of(month)) for month in months]

    def _name_of(self, month: Month) -> str:
        return str(format_date(first_day(month), "MMMM y", locale=locale_of(self.language)))

    def _work_now(self) -> Section:
        section = Section("now", _("Uw werk nu"))
        self._choice(
            section,
            "works_now",
            _("Werkt u nu?"),
            [
                ("yes", _("Ja, bij een werkgever")),
                ("own", _("Ja, voor mezelf")),
                ("no", _("Nee")),
            ],
            refresh=True,
        )
        if self.works_now() == "yes":
            self._job(section, "now")
        elif self.works_now() == "own":
            self._business(section, "now")
        if self.works_now():
            self._korting(
                section,
                "now_korting",
                _("Waar krijgt u nu loonheffingskorting?"),
                work=self.works_now() == "yes",
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
        choices = [
            ("work", _("Ik ga werken bij een werkgever")),
            ("own", _("Ik ga werken voor mezelf")),
        ]
        if self.works_now() in ("yes", "own"):
            choices = [
                ("work", _("Ander werk bij een werkgever, of meer of minder uren")),
                ("own", _("Werken voor mezelf")),
                ("stop", _("Stoppen met werken")),
            ]
        self._choice(section, f"{prefix}_kind", _("Wat is uw plan?"), choices, refresh=True)
        if place == 0:
            self._select(
                section,
                "start",
                _("Wanneer begint dit?")
                if self.plan_count == 1
                else _("Wanneer beginnen uw plannen?"),
                [CHOOSE, *self._month_choices(self._months_to_start())],
            )
        kind = self.kind_of_plan(place)
        if kind == "work":
            self._job(section, prefix)
        elif kind == "own":
            self._business(section, prefix)
        if kind:
            self._korting(
                section,
                f"{prefix}_korting",
                _("Waar krijgt u dan loonheffingskorting?"),
                work=kind == "work",
            )
        return section

    def _business(self, section: Section, prefix: str) -> None:
        """Work on own account: profit, hours, and what follows from them."""
        self._amount(
            section,
            f"{prefix}_profit",
            _("Hoeveel winst verwacht u per jaar?")
            if prefix != "now"
            else _("Hoeveel winst maakt u per jaar?"),
            help_text=_(
                "Winst is wat u overhoudt van uw omzet na uw zakelijke kosten. "
                "Haal er nog geen belasting en geen aftrekposten af."
            ),
            suffix=_("per jaar"),
            example="9.600",
            highest=1_000_000,
            refresh=True,
        )
        self._hours(
            section,
            f"{prefix}_own_hours",
            _("Hoeveel uur per week werkt u voor uw bedrijf?"),
            help_text=_("Tel ook de administratie en het zoeken van klanten mee."),
            example="12",
        )
        if self._starter_matters(prefix):
            self._choice(
                section,
                f"{prefix}_starter",
                _("Bent u een startende ondernemer?"),
                YES_NO,
                help_text=_(
                    "Had u in de afgelopen vijf jaar minstens één jaar geen bedrijf? Dan bent u "
                    "starter. U betaalt dan minder belasting."
                ),
            )
        if prefix != "now" and "ww" in self._all_said("benefit"):
            self._choice(
                section,
                f"{prefix}_startperiode",
                _("Begint u met een startperiode van UWV?"),
                YES_NO,
                help_text=_(
                    "Met een startperiode mag u zes maanden voor uw bedrijf werken en WW houden. "
                    "Uw WW is dan lager, hoeveel u ook werkt. U vraagt dit aan bij UWV vóór u "
                    "begint."
                ),
            )

    def _starter_matters(self, prefix: str) -> bool:
        """Whether there are hours enough for what starters may deduct (Wet IB 3.76, 3.78a)."""
        hours = parse_amount(self._said(f"{prefix}_own_hours"))
        if hours is None:
            return False
        law = self.amounts.inkomstenbelasting
        needed = law.urencriterium
        if set(self._all_said("benefit")) & {"wga", "iva", "wajong"}:
            needed = law.verlaagd_urencriterium
        return hours * self.amounts.dagloon.weken_per_jaar.value >= needed.value

    def _korting(self, section: Section, name: str, label: Text, *, work: bool) -> None:
        where: list[tuple[str, Text]] = [("benefit", _("Bij mijn uitkering (UWV)"))]
        if work:
            where.append(("work", _("Bij mijn werk (werkgever)")))
        where.append(("none", _("Nergens")))
        if name == "now_korting":
            where.append(DO_NOT_KNOW)
        self._choice(
            section,
            name,
            label,
            where,
            help_text=_(
                "Met loonheffingskorting betaalt u elke maand minder belasting. "
                "U mag de korting op één plek krijgen. "
                "Kijk op uw loonstrook of op de betaalspecificatie van uw uitkering."
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
            help_text=_(
                "Bruto is het bedrag vóór belasting. Het staat in het contract of in de vacature."
            )
            if plan
            else _("Bruto is het bedrag vóór belasting. Het staat op uw loonstrook."),
            example="1.250,00",
        )
        self._select(
            section, f"{prefix}_per", _("Over welke periode gaat dit bedrag?"), PER, beside=True
        )
        if self._said(f"{prefix}_per") == "hour":
            self._hours(
                section,
                f"{prefix}_hours",
                _("Hoeveel uur per week?"),
                help_text=_("Dit staat in het contract of in de vacature.")
                if plan
                else _("Dit staat op uw loonstrook of in uw contract."),
                example="16",
            )
        self._varies(section, prefix)
        self._choice(
            section,
            f"{prefix}_vakantiegeld",
            _("Hoe krijgt u vakantiegeld van uw werkgever?"),
            [
                ("yearly", _("Eén keer per jaar, bijvoorbeeld in mei")),
                ("included", _("Elke keer bij mijn loon. Het zit al in het loon dat ik invulde")),
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
                    "Vul bij uw loon in wat uw werkgever echt betaalt."
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
            help_text=_("Vraag dit aan de werkgever. Gaat er geen pensioenpremie af? Vul dan 0 in.")
            if plan
            else _("Dit staat op uw loonstrook. Staat er geen pensioenpremie? Vul dan 0 in."),
            suffix=_("per maand"),
            example="42,50",
        )
        self._amount(
            section,
            f"{prefix}_travel",
            _("Hoeveel reiskosten betaalt u zelf?"),
            help_text=_(
                "Vul alleen in wat uw werkgever niet terugbetaalt. Is dat niets? Vul 0 in."
            ),
            suffix=_("per maand"),
            example="40,00",
        )

        self._until(section, prefix)

    def _varies(self, section: Section, prefix: str) -> None:
        """A wage that isn't the same every month: the lowest and the highest."""
        if prefix == "now":
            return
        self._choice(
            section,
            f"{prefix}_varies",
            _("Is uw loon elke keer ongeveer hetzelfde?"),
            [("no", _("Ja, ongeveer hetzelfde")), ("yes", _("Nee, mijn loon wisselt"))],
            help_text=_("Wisselt het? Vul bij uw loon in wat u gemiddeld verwacht."),
            refresh=True,
        )
        if self._said(f"{prefix}_varies") == "yes":
            self._amount(
                section,
                f"{prefix}_low",
                _("Hoeveel is het als u weinig werk heeft?"),
                help_text=_("Vul het laagste bruto bedrag in dat u verwacht."),
                example="800,00",
            )
            self._amount(
                section,
                f"{prefix}_high",
                _("Hoeveel is het als u veel werk heeft?"),
                help_text=_("Vul het hoogste bruto bedrag in dat u verwacht."),
                example="1.600,00",
                beside=True,
            )

    def _until(self, section: Section, prefix: str) -> None:
        """The month in which a contract ends."""
        first = month_of(self.today) if prefix == "now" else self.starts()
        months = [shift(first, ahead) for ahead in range(MONTHS_OF_CONTRACT)]
        self._select(
            section,
            f"{prefix}_until",
            _("In welke maand stopt uw contract?"),
            [
                ("none", _("Niet, of dat weet ik nog niet")),
                *self._month_choices([month for month in months if month <= LAST_MONTH]),
            ],
        )

    def _has_capacity(self) -> bool:
        """Loondispensatie exists for a Wajong with work capacity only."""
        return (
            "wajong" in self._all_said("benefit")
            and self._said("wajong_regime") in ("oWajong", "Wajong2010")
            and self._said("wajong_arbeidsvermogen") == "yes"
        )
