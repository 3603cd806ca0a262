"""Municipalities, their schemes, and every version of a scheme.

A version is a draft until somebody else than its maker publishes it; then it is what visitors
see, and the one before is kept as history. Nothing is ever overwritten after publication.
"""

from decimal import Decimal
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import (
    MaxValueValidator,
    MinValueValidator,
    RegexValidator,
    URLValidator,
)
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from calculator.rules.situation import ADULT

#: income limits that municipalities use lie between these (% of the bijstandsnorm)
LOWEST_PERCENTAGE, HIGHEST_PERCENTAGE = Decimal(90), Decimal(200)
HIGHEST_AMOUNT = Decimal(5000)
HIGHEST_ASSETS = Decimal(100_000)
OLDEST_AGE = 67
LONGEST_LOW_INCOME = 120
MAX_SHORT, MAX_TEXT = 200, 600


def without_user(address: str) -> None:
    """Refuse ``https://digid.nl@example.org``: it reads as another site than it goes to."""
    if "@" in urlsplit(address).netloc:
        raise ValidationError(_("Een naam of een @ in het adres kan niet."))


def percentage_field(lowest: Decimal, highest: Decimal, **more: Any) -> models.DecimalField:
    """A percentage as people write it: 110 for 110%."""
    refusal = _("Vul een percentage in tussen %(lowest)s en %(highest)s, bijvoorbeeld %(example)s.")
    said = {"lowest": lowest, "highest": highest, "example": 110 if highest > 100 else 35}
    return models.DecimalField(
        max_digits=6,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[
            MinValueValidator(lowest, message=refusal % said),
            MaxValueValidator(highest, message=refusal % said),
        ],
        **more,
    )


class Municipality(models.Model):
    """A municipality by its CBS code; filled from the list in ``names``."""

    code = models.CharField(_("CBS-code"), primary_key=True, max_length=4)
    name = models.CharField(_("naam"), max_length=80)
    province = models.CharField(_("provincie"), max_length=40)

    class Meta:
        ordering = ["name"]
        verbose_name = _("gemeente")
        verbose_name_plural = _("gemeenten")

    def __str__(self) -> str:
        return self.name


class Editor(models.Model):
    """Somebody who keeps the schemes of one municipality. Without one: the editorial office."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)
    municipality = models.ForeignKey(
        Municipality, on_delete=models.PROTECT, verbose_name=_("gemeente")
    )

    class Meta:
        verbose_name = _("redacteur")
        verbose_name_plural = _("redacteuren")

    def __str__(self) -> str:
        return f"{self.user} ({self.municipality})"


class MunicipalScheme(models.Model):
    """A scheme of a municipality; what it holds stands in its versions."""

    class Kind(models.TextChoices):
        INKOMENSTOESLAG = "individuele_inkomenstoeslag", _("Individuele inkomenstoeslag")
        BIJZONDERE_BIJSTAND = "bijzondere_bijstand", _("Bijzondere bijstand")
        MEEDOEN = "meedoen", _("Stadspas of meedoen")
        KINDEREN = "kinderen", _("Regeling voor kinderen")
        ZORGVERZEKERING = "collectieve_zorgverzekering", _("Zorgverzekering van de gemeente")
        KWIJTSCHELDING = "kwijtschelding_gemeente", _("Kwijtschelding van belasting")
        STUDIETOESLAG = "studietoeslag", _("Studietoeslag")
        ENERGIE = "energie", _("Hulp bij energiekosten")
        ANDERS = "anders", _("Andere regeling")

    municipality = models.ForeignKey(
        Municipality, on_delete=models.PROTECT, related_name="schemes", verbose_name=_("gemeente")
    )
    code = models.CharField(
        _("korte naam"),
        max_length=50,
        validators=[
            RegexValidator(
                r"^[a-z0-9]+(-[a-z0-9]+)*\Z",
                message=_("Gebruik alleen kleine letters, cijfers en streepjes."),
            )
        ],
        help_text=_("Alleen kleine letters, cijfers en streepjes. Verandert daarna niet meer."),
    )
    kind = models.CharField(_("soort"), max_length=40, choices=Kind.choices)

    class Meta:
        verbose_name = _("regeling")
        verbose_name_plural = _("regelingen")
        ordering = ["municipality", "code"]
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "code"],
                name="one_scheme_of_a_code",
                violation_error_message=_("Deze gemeente heeft al een regeling met deze naam."),
            )
        ]

    def __str__(self) -> str:
        newest = self.newest
        return f"{newest.name if newest else self.code} ({self.municipality})"

    @property
    def newest(self) -> "Version | None":
        """The last version, whatever its state."""
        return self.versions.order_by("-number").first()

    @property
    def published(self) -> "Version | None":
        """The version that visitors see."""
        return self.versions.filter(state=Version.State.PUBLISHED).first()

    @property
    def draft(self) -> "Version | None":
        """The change that waits for somebody else's eyes."""
        return self.versions.filter(state=Version.State.DRAFT).first()


class Version(models.Model):
    """What a scheme holds, from its draft to its place in the history."""

    class State(models.TextChoices):
        DRAFT = "draft", _("Concept")
        PUBLISHED = "published", _("Op de site")
        REPLACED = "replaced", _("Vervangen")
        WITHDRAWN = "withdrawn", _("Van de site gehaald")
        DROPPED = "dropped", _("Weggegooid")

    class Assets(models.TextChoices):
        NONE = "none", _("Vermogen telt niet")
        BIJSTAND = "bijstand", _("Vermogensgrens van de bijstand")
        OWN = "own", _("Eigen vermogensgrens")

    class IncomeTest(models.TextChoices):
        PERCENTAGE = "percentage", _("Grens in procenten van de bijstandsnorm")
        UNKNOWN = "unknown", _("Er is een grens, maar wij weten die niet")
        NONE = "none", _("Inkomen telt niet")

    class ForWhom(models.TextChoices):
        ANY = "any", _("Iedereen")
        SINGLE = "single", _("Wie alleen is, zonder kinderen")
        SINGLE_PARENT = "single_parent", _("Wie alleen is met kinderen")
        COUPLE = "couple", _("Wie een partner heeft")
        NOT_SINGLE_PARENT = "not_single_parent", _("Iedereen behalve wie alleen is met kinderen")

    class DecidedBy(models.TextChoices):
        MUNICIPALITY = "municipality", _("De gemeente")
        FOUNDATION = "foundation", _("Een stichting")
        INSURER = "insurer", _("De zorgverzekeraar")
        WATER_BOARD = "water_board", _("Het waterschap")

    class Confidence(models.TextChoices):
        OFFICIAL = "official", _("Uit de bron van de gemeente zelf")
        TWO_SOURCES = "two-sources", _("Uit twee andere bronnen")
        SINGLE = "single", _("Uit één andere bron")

    scheme = models.ForeignKey(MunicipalScheme, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField(_("versie"))
    state = models.CharField(_("stand"), max_length=10, choices=State, default=State.DRAFT)
    #: goes up with every save of the draft, so that nobody overwrites what they didn't see
    revision = models.PositiveIntegerField(default=1, editable=False)

    name = models.CharField(_("naam"), max_length=MAX_SHORT)
    explanation = models.CharField(
        _("wat is het"),
        max_length=MAX_TEXT,
        blank=True,
        help_text=_(
            "Een of twee korte zinnen voor de bezoeker. Bijvoorbeeld: Geld voor wie lang "
            "een laag inkomen heeft."
        ),
    )

    for_whom = models.CharField(_("voor wie"), max_length=20, choices=ForWhom, default=ForWhom.ANY)
    income_test = models.CharField(
        _("inkomen"), max_length=10, choices=IncomeTest, default=IncomeTest.PERCENTAGE
    )
    income_percentage = percentage_field(
        LOWEST_PERCENTAGE,
        HIGHEST_PERCENTAGE,
        verbose_name=_("inkomensgrens (% van de bijstandsnorm)"),
        help_text=_("Bijvoorbeeld 110. Leeg als inkomen niet telt of de grens niet bekend is."),
    )
    income_from_percentage = percentage_field(
        LOWEST_PERCENTAGE,
        HIGHEST_PERCENTAGE,
        verbose_name=_("alleen met een inkomen boven (%)"),
        help_text=_("Alleen als er voor een lager inkomen een andere regeling is."),
    )
    with_vakantietoeslag = models.BooleanField(
        _("grens met vakantietoeslag"),
        null=True,
        blank=True,
        choices=[
            (None, _("Niet bekend: wij rekenen met allebei")),
            (True, _("Met vakantietoeslag")),
            (False, _("Zonder vakantietoeslag")),
        ],
    )
    counts_toeslagen = models.BooleanField(_("toeslagen tellen mee als inkomen"), default=False)
    counts_vrijlating = models.BooleanField(
        _("een deel van het loon telt niet mee"),
        default=False,
        help_text=_("De vrijlating van artikel 31 van de Participatiewet."),
    )
    own_share_percentage = percentage_field(
        Decimal(0),
        Decimal(100),
        verbose_name=_("draagkracht (% van het inkomen boven de grens)"),
        help_text=_("Leeg: boven de grens is er geen recht."),
    )
    assets = models.CharField(_("vermogen"), max_length=10, choices=Assets, default=Assets.BIJSTAND)
    asset_limit_single = models.DecimalField(
        _("vermogensgrens alleen"),
        max_digits=8,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(0), MaxValueValidator(HIGHEST_ASSETS)],
    )
    asset_limit_family = models.DecimalField(
        _("vermogensgrens gezin"),
        max_digits=8,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(0), MaxValueValidator(HIGHEST_ASSETS)],
    )
    min_age = models.PositiveSmallIntegerField(
        _("vanaf leeftijd"), null=True, blank=True, validators=[MaxValueValidator(OLDEST_AGE)]
    )
    max_age = models.PositiveSmallIntegerField(
        _("tot en met leeftijd"), null=True, blank=True, validators=[MaxValueValidator(120)]
    )
    child_from = models.PositiveSmallIntegerField(
        _("met een kind vanaf"), null=True, blank=True, validators=[MaxValueValidator(ADULT)]
    )
    child_until = models.PositiveSmallIntegerField(
        _("met een kind tot en met"), null=True, blank=True, validators=[MaxValueValidator(ADULT)]
    )
    low_income_months = models.PositiveSmallIntegerField(
        _("maanden met een laag inkomen"),
        null=True,
        blank=True,
        validators=[MaxValueValidator(LONGEST_LOW_INCOME)],
    )
    conditions = models.CharField(
        _("waar het ook van afhangt"),
        max_length=MAX_TEXT,
        blank=True,
        help_text=_(
            "Wat wij niet vragen en wat toch telt. Staat dit er, dan zegt de site nooit "
            "meer dan: misschien."
        ),
    )

    decided_by = models.CharField(
        _("wie beslist"), max_length=20, choices=DecidedBy, default=DecidedBy.MUNICIPALITY
    )
    decided_by_name = models.CharField(_("naam van wie beslist"), max_length=MAX_SHORT, blank=True)
    apply_at = models.URLField(
        _("aanvragen op"),
        max_length=300,
        blank=True,
        validators=[
            URLValidator(schemes=["https"], message=_("Vul een adres in dat begint met https://.")),
            without_user,
        ],
    )
    apply_how = models.CharField(
        _("hoe aanvragen"),
        max_length=MAX_TEXT,
        blank=True,
        help_text=_("Bijvoorbeeld: Bel 14 010, of vraag het aan via de website."),
    )
    bring = models.CharField(
        _("wat meenemen"),
        max_length=MAX_TEXT,
        blank=True,
        help_text=_("Gescheiden door een puntkomma: loonstrook; bankafschrift."),
    )
    objection = models.BooleanField(_("bezwaar is mogelijk"), default=True)

    valid_from = models.DateField(_("geldt vanaf"), null=True, blank=True)
    valid_until = models.DateField(_("geldt tot en met"), null=True, blank=True)
    source = models.CharField(_("bron"), max_length=500)
    confidence = models.CharField(
        _("zekerheid"), max_length=12, choices=Confidence, default=Confidence.OFFICIAL
    )
    checked_on = models.DateField(_("nagekeken op"), null=True, blank=True)
    checked_by = models.CharField(
        _("nagekeken door"),
        max_length=MAX_SHORT,
        blank=True,
        help_text=_("Zoals bezoekers het lezen: een organisatie, geen naam van een mens."),
    )

    note = models.CharField(
        _("waarom deze wijziging"),
        max_length=MAX_TEXT,
        blank=True,
        help_text=_("Voor uw collega. Bezoekers zien dit niet."),
    )
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        editable=False,
        verbose_name=_("laatst gewijzigd door"),
    )
    made_on = models.DateTimeField(_("laatst gewijzigd op"), default=timezone.now, editable=False)
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        editable=False,
        verbose_name=_("op de site gezet door"),
    )
    published_on = models.DateTimeField(_("op de site gezet op"), null=True, editable=False)
    ended_on = models.DateTimeField(_("van de site op"), null=True, editable=False)
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        editable=False,
        verbose_name=_("van de site door"),
    )
    #: everybody who worked on the draft: none of them may publish it
    makers = models.ManyToManyField(settings.AUTH_USER_MODEL, related_name="+", editable=False)

    class Meta:
        verbose_name = _("versie van een regeling")
        verbose_name_plural = _("versies van regelingen")
        ordering = ["scheme", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["scheme", "number"], name="one_version_of_a_number"),
            models.UniqueConstraint(
                fields=["scheme"], condition=Q(state="draft"), name="one_draft_at_a_time"
            ),
            models.UniqueConstraint(
                fields=["scheme"], condition=Q(state="published"), name="one_published_version"
            ),
            models.CheckConstraint(
                condition=Q(published_by__isnull=True)
                | Q(made_by__isnull=True)
                | ~Q(published_by=F("made_by")),
                name="four_eyes",
            ),
        ]
        indexes = [models.Index(fields=["state", "scheme"], name="version_by_state")]

    def __str__(self) -> str:
        return f"{self.name}, {self.scheme.municipality}, versie {self.number}"

    def clean(self) -> None:
        """What can't be, with a word on what to do about it."""
        problems: dict[str, str] = {}
        with_limit = self.income_test == self.IncomeTest.PERCENTAGE
        if with_limit and self.income_percentage is None:
            problems["income_percentage"] = _("Vul de grens in, of kies dat u die niet weet.")
        if not with_limit and self.income_percentage is not None:
            problems["income_test"] = _("U vult een grens in. Kies dan: grens in procenten.")
        for name in ("own_share_percentage", "income_from_percentage"):
            if self.income_percentage is None and getattr(self, name) is not None:
                problems[name] = _("Vul ook de inkomensgrens in.")
        lowest, limit = self.income_from_percentage, self.income_percentage
        if lowest is not None and limit is not None and lowest >= limit:
            problems["income_from_percentage"] = _("Dit moet lager zijn dan de inkomensgrens.")
        if self.assets == self.Assets.OWN and None in (
            self.asset_limit_single,
            self.asset_limit_family,
        ):
            problems["assets"] = _("Vul beide vermogensgrenzen in.")
        for first, last in (("min_age", "max_age"), ("child_from", "child_until")):
            low, high = getattr(self, first), getattr(self, last)
            if low is not None and high is not None and low > high:
                problems[last] = _("Dit is lager dan de eerste leeftijd.")
        if self.valid_from and self.valid_until and self.valid_until < self.valid_from:
            problems["valid_until"] = _("Deze dag ligt voor de eerste dag.")
        if self.checked_on and self.checked_on > timezone.localdate():
            problems["checked_on"] = _("Deze dag is er nog niet.")
        if self.checked_on and not self.checked_by:
            problems["checked_by"] = _("Vul in welke organisatie dit heeft nagekeken.")
        if not (self.apply_at or self.apply_how):
            problems["apply_how"] = _("Vul in waar of hoe iemand dit aanvraagt.")
        if problems:
            raise ValidationError(problems)


class VersionAmount(models.Model):
    """What one kind of household gets in a version."""

    class Household(models.TextChoices):
        ANY = "any", _("Iedereen")
        SINGLE = "single", _("Alleen")
        SINGLE_PARENT = "single_parent", _("Alleen met kinderen")
        COUPLE = "couple", _("Met een partner")

    class Per(models.TextChoices):
        YEAR = "year", _("per jaar")
        MONTH = "month", _("per maand")
        ONCE = "once", _("één keer")

    version = models.ForeignKey(Version, on_delete=models.CASCADE, related_name="amounts")
    household = models.CharField(_("voor wie"), max_length=15, choices=Household)
    child_from = models.PositiveSmallIntegerField(
        _("met een kind vanaf"), null=True, blank=True, validators=[MaxValueValidator(ADULT)]
    )
    child_until = models.PositiveSmallIntegerField(
        _("tot en met"), null=True, blank=True, validators=[MaxValueValidator(ADULT)]
    )
    value = models.DecimalField(
        _("bedrag"),
        max_digits=7,
        decimal_places=2,
        validators=[
            MinValueValidator(
                Decimal("0.01"), message=_("Een bedrag is meer dan 0. Is er geen? Haal het weg.")
            ),
            MaxValueValidator(
                HIGHEST_AMOUNT, message=_("Een bedrag van een regeling is hoogstens € 5.000.")
            ),
        ],
    )
    per = models.CharField(_("per"), max_length=5, choices=Per, default=Per.YEAR)
    per_child = models.BooleanField(_("voor elk kind"), default=False)
    in_kind = models.BooleanField(_("geen geld maar spullen of korting"), default=False)

    class Meta:
        verbose_name = _("bedrag")
        verbose_name_plural = _("bedragen")
        ordering = ["household", "child_from", "pk"]

    def __str__(self) -> str:
        return f"{self.get_household_display()}: € {self.value}"

    def clean(self) -> None:
        """The ages of children in their order."""
        low, high = self.child_from, self.child_until
        if low is not None and high is not None and low > high:
            raise ValidationError({"child_until": _("Dit is lager dan de eerste leeftijd.")})
