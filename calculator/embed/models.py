"""Partners: organisations that show the site within their own pages."""

from functools import cached_property
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from calculator.embed.colours import LEAST, Look, least_contrast, look_of
from calculator.embed.origins import origins_of
from calculator.municipalities.models import Municipality


def _written(ratio: float) -> str:
    """A ratio with one decimal, cut off: what is too little must not seem enough."""
    return f"{int(ratio * 10) / 10:.1f}".replace(".", ",")


COLOUR = RegexValidator(
    r"^#[0-9a-fA-F]{6}\Z", message=_("Vul een kleur in als # met zes tekens, bijvoorbeeld #1d5c57.")
)


class Partner(models.Model):
    """Who may show the site within its own pages, where, and with which look."""

    class Font(models.TextChoices):
        OURS = "", _("Noto Sans, van deze site")
        SYSTEM = "system", _("Het lettertype van het apparaat")
        ARIAL = "arial", _("Arial of Helvetica")
        VERDANA = "verdana", _("Verdana")
        SERIF = "serif", _("Met schreef: Georgia of Times")

    code = models.CharField(
        _("korte naam"),
        max_length=40,
        unique=True,
        validators=[
            RegexValidator(
                r"^[a-z][a-z0-9]*(-[a-z0-9]+)*\Z",
                message=_("Gebruik alleen kleine letters, cijfers en streepjes."),
            )
        ],
        help_text=_("Staat in het adres van de pagina, en in de regel voor de site."),
    )
    name = models.CharField(_("naam"), max_length=80)
    active = models.BooleanField(
        _("aan"), default=True, help_text=_("Uit: de site van de partner kan ons niet meer tonen.")
    )
    origins = models.TextField(
        _("adressen van de sites"),
        help_text=_(
            "Eén per regel, bijvoorbeeld https://www.gemeente.nl. Met https://*.gemeente.nl kunnen "
            "alle sites onder gemeente.nl het."
        ),
    )
    municipality = models.ForeignKey(
        Municipality,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        verbose_name=_("gemeente"),
        help_text=_("Die vullen wij alvast in. De bezoeker kan een andere kiezen."),
    )
    accent = models.CharField(
        _("kleur van knoppen en links"),
        max_length=7,
        blank=True,
        validators=[COLOUR],
        help_text=_("Bijvoorbeeld #1d5c57. Leeg: de kleur van deze site."),
    )
    accent_dark = models.CharField(
        _("die kleur op een donker scherm"),
        max_length=7,
        blank=True,
        validators=[COLOUR],
        help_text=_("Een lichte kleur, bijvoorbeeld #8ed0c6. Leeg: de kleur van deze site."),
    )
    font = models.CharField(
        _("lettertype"), max_length=10, blank=True, choices=Font.choices, default=Font.OURS
    )
    made_on = models.DateTimeField(_("gemaakt op"), default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("partner")
        verbose_name_plural = _("partners")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        """Addresses as browsers write them, and colours that people can read."""
        problems: dict[str, Any] = {}
        try:
            self.origins = "\n".join(origins_of(self.origins))
        except ValidationError as problem:
            problems["origins"] = problem
        for name, dark in (("accent", False), ("accent_dark", True)):
            colour = getattr(self, name).lower()
            setattr(self, name, colour)
            try:
                COLOUR(colour)
            except ValidationError:
                continue  # empty, or said already
            if (ratio := least_contrast(colour, dark=dark)) < LEAST:
                problems[name] = ValidationError(
                    _(
                        "Deze kleur is niet goed te lezen. Het contrast met de achtergrond is "
                        "%(ratio)s. Het moet minstens %(least)s zijn."
                    ),
                    params={"ratio": _written(ratio), "least": _written(LEAST)},
                )
        if problems:
            raise ValidationError(problems)

    @cached_property
    def frame_ancestors(self) -> list[str]:
        """The origins whose pages may hold ours."""
        return self.origins.split()

    @property
    def looks(self) -> tuple[Look | None, Look | None]:
        """The colours on a light and on a dark screen; None where they are ours."""
        return (
            look_of(self.accent, dark=False) if self.accent else None,
            look_of(self.accent_dark, dark=True) if self.accent_dark else None,
        )

    @property
    def has_look(self) -> bool:
        """Whether anything looks otherwise than on our own pages."""
        return bool(self.accent or self.accent_dark or self.font)
