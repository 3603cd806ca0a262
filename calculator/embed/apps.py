"""The room of the partners, as Django sees it."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EmbedConfig(AppConfig):
    """Partners that show the site within their own."""

    name = "calculator.embed"
    label = "embed"
    verbose_name = _("Partners")
