"""The room of the municipalities, as Django sees it."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class MunicipalitiesConfig(AppConfig):
    """Fills the table of municipalities from the list as soon as it is there."""

    name = "calculator.municipalities"
    label = "municipalities"
    verbose_name = _("Gemeenten en regelingen")

    def ready(self) -> None:
        """Keep the table like the list, after every migration."""
        from calculator.municipalities.names import fill_table

        post_migrate.connect(fill_table, sender=self, dispatch_uid="municipalities.fill_table")
