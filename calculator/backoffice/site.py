"""The back office as a site: Django's admin under our name, with what editors should see first."""

from typing import Any

from django.contrib import admin
from django.contrib.admin.apps import AdminConfig
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class BackOffice(admin.AdminSite):
    """Django's admin, with a list of what needs eyes on its first page."""

    site_header = _("Beheer van Wat houd ik over?")
    site_title = _("Beheer")
    index_title = _("Regelingen van gemeenten")
    index_template = "admin/back_office.html"
    enable_nav_sidebar = False

    def index(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """The first page: drafts that wait for a colleague, and what runs out."""
        from calculator.backoffice.reminders import why
        from calculator.backoffice.rights import municipality_of, sees_all
        from calculator.municipalities.freshness import due
        from calculator.municipalities.models import Version

        own = municipality_of(request.user)
        drafts = Version.objects.filter(state=Version.State.DRAFT).select_related(
            "scheme__municipality", "made_by"
        )
        needs_eyes = list(due(timezone.localdate(), own))
        if own is not None:
            drafts = drafts.filter(scheme__municipality=own)
        elif not sees_all(request.user):
            # an account that was given no municipality yet
            drafts, needs_eyes = drafts.none(), []
        return super().index(
            request,
            {
                "own_municipality": own,
                "due": [
                    {"version": one.version, "is_public": one.is_public, "why": why(one)}
                    for one in needs_eyes
                ],
                "drafts": drafts.order_by("made_on"),
                **(extra_context or {}),
            },
        )


class BackOfficeConfig(AdminConfig):
    """Makes ours the admin site that models register with."""

    default_site = "calculator.backoffice.site.BackOffice"


back_office = admin.site
