"""The screens of the back office, on Django's admin.

Editors see and touch what is of their own municipality: the rows that they can reach are filtered
by ``get_queryset``, so a typed address finds nothing either.
"""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import Group, User
from django.db import models
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from calculator.backoffice import editing
from calculator.backoffice.preview import preview_of
from calculator.backoffice.reminders import why
from calculator.backoffice.rights import may_edit, municipality_of, sees_all
from calculator.embed.models import Partner
from calculator.municipalities.exchange import MOST_AMOUNTS, NotImported, as_file, read, save
from calculator.municipalities.freshness import due
from calculator.municipalities.models import (
    Editor,
    Municipality,
    MunicipalScheme,
    Version,
    VersionAmount,
)

LARGEST_FILE = 1024 * 1024
LONGEST_REVISION = 9


class OfOneMunicipality:
    """Rights by municipality instead of by Django's own permissions."""

    municipality_path = "municipality"

    def _code(self, obj: Any) -> str | None:
        for name in self.municipality_path.split("__"):
            obj = getattr(obj, name)
        return obj.pk

    def has_module_permission(self, request: HttpRequest) -> bool:
        """Whether this part is on the first page."""
        return may_edit(request.user)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Only what is of their own municipality."""
        return may_edit(request.user, None if obj is None else self._code(obj))

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """The same."""
        return self.has_view_permission(request, obj)

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Whoever may edit may add."""
        return may_edit(request.user)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nothing is ever deleted: it is taken off the site, and its history stays."""
        return False

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Rows of their own municipality; those of others don't exist for an editor."""
        rows = super().get_queryset(request)  # type: ignore[misc]
        if sees_all(request.user):
            return rows
        own = municipality_of(request.user)
        return rows.filter(**{self.municipality_path: own}) if own is not None else rows.none()


class NewSchemeForm(forms.ModelForm):
    """A new scheme with the first words of its draft."""

    name = forms.CharField(label=gettext_lazy("Naam zoals bezoekers die lezen"), max_length=200)

    class Meta:
        model = MunicipalScheme
        fields = ["municipality", "kind", "code"]


@admin.register(MunicipalScheme)
class SchemeAdmin(OfOneMunicipality, admin.ModelAdmin):
    """A scheme: what is on the site, what waits, what was."""

    list_display = ["shown_name", "municipality", "kind", "shown_state", "checked_on"]
    list_filter = ["kind"]
    search_fields = ["code", "versions__name", "municipality__name"]
    list_select_related = ["municipality"]
    change_list_template = "admin/schemes.html"
    change_form_template = "admin/scheme.html"
    add_form_template = "admin/change_form.html"
    form = NewSchemeForm
    actions = None

    def get_queryset(self, request: HttpRequest) -> QuerySet[MunicipalScheme]:
        """With every version, for the columns of the list."""
        return super().get_queryset(request).prefetch_related("versions")

    @staticmethod
    def _newest(scheme: MunicipalScheme) -> Version | None:
        versions = sorted(scheme.versions.all(), key=lambda one: -one.number)
        on_site = [one for one in versions if one.state == Version.State.PUBLISHED]
        return next(iter([*on_site, *versions]), None)

    @admin.display(description=gettext_lazy("regeling"))
    def shown_name(self, scheme: MunicipalScheme) -> str:
        """The name of what is on the site, or of the draft."""
        newest = self._newest(scheme)
        return newest.name if newest else scheme.code

    @admin.display(description=gettext_lazy("stand"))
    def shown_state(self, scheme: MunicipalScheme) -> str:
        """On the site or not, and whether a change waits."""
        states = {version.state for version in scheme.versions.all()}
        said = [
            str(Version.State(state).label)
            for state in (Version.State.PUBLISHED, Version.State.DRAFT)
            if state in states
        ]
        return " + ".join(said) or str(Version.State.WITHDRAWN.label)

    @admin.display(description=gettext_lazy("nagekeken op"))
    def checked_on(self, scheme: MunicipalScheme) -> Any:
        """The last check of what is on the site."""
        newest = self._newest(scheme)
        return newest.checked_on if newest else None

    # --- A new scheme ---------------------------------------------------------------------

    def formfield_for_foreignkey(
        self, db_field: models.Field, request: HttpRequest, **kwargs: Any
    ) -> forms.Field | None:
        """An editor can only choose their own municipality."""
        if db_field.name == "municipality" and not sees_all(request.user):
            own = municipality_of(request.user)
            kwargs["queryset"] = Municipality.objects.filter(pk=own.pk if own else "")
            kwargs["initial"] = own
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def save_model(
        self, request: HttpRequest, obj: MunicipalScheme, form: forms.ModelForm, change: bool
    ) -> None:
        """A new scheme begins with an empty draft."""
        super().save_model(request, obj, form, change)
        if not change:
            draft = Version.objects.create(
                scheme=obj,
                number=1,
                name=form.cleaned_data["name"],
                made_by=request.user,
                income_test=Version.IncomeTest.UNKNOWN,
                checked_by=editing.organisation_of(request.user),
            )
            draft.makers.add(request.user)

    def response_add(
        self, request: HttpRequest, obj: MunicipalScheme, post_url_continue: str | None = None
    ) -> HttpResponse:
        """On to the draft."""
        return HttpResponseRedirect(_draft_url(obj.draft))

    # --- The page of a scheme -------------------------------------------------------------

    def get_urls(self) -> list[Any]:
        """The buttons of a scheme, and the file."""
        own = self.admin_site.admin_view
        return [
            path("inlezen/", own(self.import_view), name="schemes_import"),
            path("bestand/", own(self.export_view), name="schemes_export"),
            path("<int:pk>/wijzigen/", own(self.draft_view), name="scheme_draft"),
            path("<int:pk>/nog-juist/", own(self.still_right_view), name="scheme_still_right"),
            path("<int:pk>/van-de-site/", own(self.withdraw_view), name="scheme_withdraw"),
            *super().get_urls(),
        ]

    def _scheme(self, request: HttpRequest, pk: int) -> MunicipalScheme:
        """The scheme that a button belongs to; not found for whoever may not touch it."""
        if request.method != "POST":
            raise Http404
        scheme = get_object_or_404(self.get_queryset(request), pk=pk)
        if not self.has_change_permission(request, scheme):
            raise Http404
        return scheme

    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """What is on the site, what waits, and what was: nothing is typed here."""
        scheme = self.get_object(request, object_id)
        if scheme is None or not self.has_view_permission(request, scheme):
            raise Http404
        versions = list(scheme.versions.select_related("made_by", "published_by"))
        history = [
            {
                "version": version,
                "changes": editing.differences(before, version),
                "makers": ", ".join(sorted(str(user) for user in version.makers.all())),
            }
            for version, before in zip(versions, [*versions[1:], None], strict=True)
        ]
        draft = scheme.draft
        today = timezone.localdate()
        waiting = [
            one for one in due(today, scheme.municipality) if one.version.scheme_id == scheme.pk
        ]
        return TemplateResponse(
            request,
            self.change_form_template,
            {
                **self.admin_site.each_context(request),
                "opts": self.opts,
                "title": self.shown_name(scheme),
                "scheme": scheme,
                "published": scheme.published,
                "draft": draft,
                "draft_url": _draft_url(draft) if draft else "",
                "refusal": editing.reason_not_to_publish(draft, request.user) if draft else "",
                "history": history,
                "due": [why(one) for one in waiting],
                **(extra_context or {}),
            },
        )

    def draft_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Open the draft, or begin one: of what is on the site, or of an earlier version."""
        scheme = self._scheme(request, pk)
        number = request.POST.get("base", "")
        base = None
        if number.isdecimal() and len(number) <= LONGEST_REVISION:
            base = scheme.versions.filter(number=int(number)).first()
        try:
            draft = editing.start_draft(scheme, request.user, base)
        except editing.Refused as refused:
            return _back(request, scheme, refused)
        return HttpResponseRedirect(_draft_url(draft))

    def still_right_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Nothing changed: a draft that only holds the new day of the check."""
        scheme = self._scheme(request, pk)
        try:
            editing.still_right(scheme, request.user, timezone.localdate())
        except editing.Refused as refused:
            return _back(request, scheme, refused)
        messages.success(request, _("Een collega moet dit nog op de site zetten."))
        return HttpResponseRedirect(_scheme_url(scheme))

    def withdraw_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Take a scheme off the site."""
        scheme = self._scheme(request, pk)
        try:
            editing.withdraw(scheme, request.user)
        except editing.Refused as refused:
            return _back(request, scheme, refused)
        messages.success(request, _("Deze regeling staat niet meer op de site."))
        return HttpResponseRedirect(_scheme_url(scheme))

    # --- Files ----------------------------------------------------------------------------

    def export_view(self, request: HttpRequest) -> HttpResponse:
        """What is on the site, as a file."""
        if not self.has_view_permission(request):
            raise Http404
        schemes = self.get_queryset(request)
        versions = (
            Version.objects.filter(state=Version.State.PUBLISHED, scheme__in=schemes)
            .select_related("scheme")
            .prefetch_related("amounts")
            .order_by("scheme__municipality_id", "scheme__code")
        )
        response = HttpResponse(as_file(versions), content_type="application/json; charset=utf-8")
        response["Content-Disposition"] = 'attachment; filename="regelingen.json"'
        return response

    def import_view(self, request: HttpRequest) -> HttpResponse:
        """A file in: everything in it becomes a draft, or nothing does."""
        if not self.has_add_permission(request):
            raise Http404
        problems: list[Any] = []
        if request.method == "POST":
            file = request.FILES.get("file")
            try:
                if file is None or file.size > LARGEST_FILE:
                    messages.error(request, _("Kies een bestand van hoogstens 1 MB."))
                else:
                    text = file.read().decode("utf-8-sig")
                    made = save(
                        read(text, only=municipality_of(request.user)),
                        request.user,
                        checked_by=editing.organisation_of(request.user),
                    )
                    messages.success(request, _("%(count)s concepten gemaakt.") % {"count": made})
                    return HttpResponseRedirect(
                        reverse("admin:municipalities_municipalscheme_changelist")
                    )
            except UnicodeDecodeError:
                messages.error(request, _("Sla het bestand op als UTF-8 en probeer het opnieuw."))
            except NotImported as error:
                problems = error.problems
        return TemplateResponse(
            request,
            "admin/schemes_import.html",
            {
                **self.admin_site.each_context(request),
                "opts": self.opts,
                "title": _("Regelingen inlezen"),
                "problems": problems,
            },
        )


class VersionForm(forms.ModelForm):
    """A draft; it knows which one the editor was looking at."""

    apply_at = forms.URLField(
        label=gettext_lazy("Aanvragen op"),
        required=False,
        assume_scheme="https",
        error_messages={"invalid": gettext_lazy("Vul een adres in dat begint met https://.")},
        widget=forms.URLInput(attrs={"size": "80"}),
    )

    revision_seen = forms.IntegerField(widget=forms.HiddenInput)

    class Meta:
        model = Version
        exclude: list[str] = []
        widgets = {
            "explanation": forms.Textarea(attrs={"rows": 3, "cols": 80}),
            "conditions": forms.Textarea(attrs={"rows": 3, "cols": 80}),
            "apply_how": forms.Textarea(attrs={"rows": 2, "cols": 80}),
            "bring": forms.Textarea(attrs={"rows": 2, "cols": 80}),
            "source": forms.Textarea(attrs={"rows": 2, "cols": 80}),
            "note": forms.Textarea(attrs={"rows": 2, "cols": 80}),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "revision_seen" in self.fields:
            self.fields["revision_seen"].initial = self.instance.revision

    def clean(self) -> dict[str, Any] | None:
        """Somebody else may have saved this draft since it was opened."""
        cleaned = super().clean()
        now = Version.objects.select_related("made_by").get(pk=self.instance.pk)
        if now.state != Version.State.DRAFT:
            raise forms.ValidationError(
                _("Dit concept staat al op de site. Begin een nieuwe wijziging.")
            )
        if (cleaned or {}).get("revision_seen") != now.revision:
            raise forms.ValidationError(
                _(
                    "%(name)s heeft dit concept veranderd terwijl u ermee bezig was. Wat u typte "
                    "staat er nog, maar is niet opgeslagen. Open het concept in een nieuw venster "
                    "en kijk wat er veranderd is."
                )
                % {"name": now.made_by or _("Iemand")}
            )
        return cleaned


class AmountInline(admin.TabularInline):
    """What each kind of household gets; the rights are those on its version."""

    model = VersionAmount
    extra = 1
    max_num = MOST_AMOUNTS

    def formfield_for_dbfield(
        self, db_field: models.Field, request: HttpRequest, **kwargs: Any
    ) -> forms.Field | None:
        """Each cell has a name of its own: the heading of the column alone isn't one."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field is not None:
            field.widget.attrs.setdefault("aria-label", db_field.verbose_name)
        return field

    def has_view_permission(self, request: HttpRequest, obj: Version | None = None) -> bool:
        """As the version."""
        return may_edit(request.user, None if obj is None else obj.scheme.municipality_id)

    def has_change_permission(self, request: HttpRequest, obj: Version | None = None) -> bool:
        """As the version: of a draft only."""
        is_draft = obj is None or obj.state == Version.State.DRAFT
        return is_draft and self.has_view_permission(request, obj)

    def has_add_permission(self, request: HttpRequest, obj: Version | None = None) -> bool:
        """The same."""
        return self.has_change_permission(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Version | None = None) -> bool:
        """The same: an amount of a draft may go."""
        return self.has_change_permission(request, obj)


class Conflict(Exception):
    """Two saved at the same moment."""


@admin.register(Version)
class VersionAdmin(OfOneMunicipality, admin.ModelAdmin):
    """The draft of a scheme, or an old version to look at."""

    municipality_path = "scheme__municipality"
    form = VersionForm
    inlines = [AmountInline]
    change_form_template = "admin/version.html"
    fieldsets = [
        (None, {"fields": ["name", "explanation", "note", "revision_seen"]}),
        (
            gettext_lazy("Voor wie"),
            {
                "fields": [
                    "for_whom",
                    ("min_age", "max_age"),
                    ("child_from", "child_until"),
                    "low_income_months",
                    "conditions",
                ]
            },
        ),
        (
            gettext_lazy("Inkomen en vermogen"),
            {
                "fields": [
                    "income_test",
                    ("income_percentage", "with_vakantietoeslag"),
                    "income_from_percentage",
                    "own_share_percentage",
                    ("counts_toeslagen", "counts_vrijlating"),
                    "assets",
                    ("asset_limit_single", "asset_limit_family"),
                ]
            },
        ),
        (
            gettext_lazy("Aanvragen"),
            {
                "fields": [
                    "decided_by",
                    "decided_by_name",
                    "apply_at",
                    "apply_how",
                    "bring",
                    "objection",
                ]
            },
        ),
        (
            gettext_lazy("Bron en controle"),
            {
                "fields": [
                    ("valid_from", "valid_until"),
                    "source",
                    "confidence",
                    ("checked_on", "checked_by"),
                ]
            },
        ),
    ]

    def has_module_permission(self, request: HttpRequest) -> bool:
        """Reached through its scheme."""
        return False

    def has_add_permission(self, request: HttpRequest) -> bool:
        """A version begins with a button of its scheme."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Version | None = None) -> bool:
        """Only a draft can be changed."""
        return super().has_change_permission(request, obj) and (
            obj is None or obj.state == Version.State.DRAFT
        )

    def get_urls(self) -> list[Any]:
        """The buttons of a draft."""
        own = self.admin_site.admin_view
        return [
            path("<int:pk>/op-de-site/", own(self.publish_view), name="version_publish"),
            path("<int:pk>/weg/", own(self.drop_view), name="version_drop"),
            path("<int:pk>/voorbeeld/", own(self.preview_view), name="version_preview"),
            *super().get_urls(),
        ]

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """There is no list of versions: each stands with its scheme."""
        return HttpResponseRedirect(reverse("admin:municipalities_municipalscheme_changelist"))

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """The form; of two who save at the same moment the second gets it back with a message."""
        version = self.get_object(request, object_id or "")
        if version is None:
            raise Http404
        context = {
            "scheme_url": _scheme_url(version.scheme),
            "version": version,
            "refusal": editing.reason_not_to_publish(version, request.user)
            if version.state == Version.State.DRAFT
            else "",
            "title": f"{version.name} ({version.scheme.municipality})",
            "show_save_and_add_another": False,
            "show_delete": False,
            **(extra_context or {}),
        }
        try:
            return super().changeform_view(request, object_id, form_url, context)
        except Conflict:
            # what the other saved is there by now, so the form says so
            return super().changeform_view(request, object_id, form_url, context)

    def save_model(
        self, request: HttpRequest, obj: Version, form: forms.ModelForm, change: bool
    ) -> None:
        """Saved with its amounts, in ``save_related``."""

    def save_related(
        self, request: HttpRequest, form: forms.ModelForm, formsets: Any, change: bool
    ) -> None:
        """Save a draft that nobody else saved in between; who changed nothing is no maker."""
        changed = set(form.changed_data) - {"revision_seen"}
        if not changed and not any(formset.has_changed() for formset in formsets):
            super().save_related(request, form, formsets, change)  # nothing is in it
            return
        seen = form.cleaned_data["revision_seen"]
        draft: Version = form.instance
        if not editing.claim(draft, seen, request.user):
            raise Conflict
        draft.revision = seen + 1
        draft.made_by = request.user
        draft.made_on = timezone.now()
        draft.save()
        super().save_related(request, form, formsets, change)

    def response_change(self, request: HttpRequest, obj: Version) -> HttpResponse:
        """Back to the scheme, unless the editor goes on."""
        if "_continue" in request.POST:
            return super().response_change(request, obj)
        messages.success(
            request, _("Concept opgeslagen. Een collega moet het nakijken en op de site zetten.")
        )
        return HttpResponseRedirect(_scheme_url(obj.scheme))

    # --- Buttons --------------------------------------------------------------------------

    def _version(self, request: HttpRequest, pk: int) -> Version:
        return get_object_or_404(self.get_queryset(request).select_related("scheme"), pk=pk)

    def publish_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Put somebody else's draft on the site."""
        version = self._version(request, pk)
        if request.method != "POST":
            raise Http404
        try:
            editing.publish(version, _revision(request), request.user)
        except editing.Refused as refused:
            return _back(request, version.scheme, refused)
        messages.success(request, _("Dit staat nu op de site."))
        return HttpResponseRedirect(_scheme_url(version.scheme))

    def drop_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Throw a draft away."""
        version = self._version(request, pk)
        if request.method != "POST":
            raise Http404
        scheme = version.scheme
        try:
            editing.drop_draft(version, _revision(request), request.user)
        except editing.Refused as refused:
            return _back(request, scheme, refused)
        messages.success(request, _("Het concept is weg."))
        if not MunicipalScheme.objects.filter(pk=scheme.pk).exists():
            return HttpResponseRedirect(reverse("admin:municipalities_municipalscheme_changelist"))
        return HttpResponseRedirect(_scheme_url(scheme))

    def preview_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """What sample households would read."""
        version = self._version(request, pk)
        return TemplateResponse(
            request,
            "admin/preview.html",
            {
                **self.admin_site.each_context(request),
                "opts": self.opts,
                "title": _("Voorbeeld: %(name)s") % {"name": version.name},
                "version": version,
                "scheme_url": _scheme_url(version.scheme),
                "samples": preview_of(version, timezone.localdate()),
            },
        )


class OfTheOffice:
    """What the editorial office sees and changes, and nobody else."""

    def has_module_permission(self, request: HttpRequest) -> bool:
        """For the editorial office."""
        return sees_all(request.user)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """For the editorial office."""
        return sees_all(request.user)

    def has_add_permission(self, request: HttpRequest) -> bool:
        """For the editorial office."""
        return sees_all(request.user)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """For the editorial office."""
        return sees_all(request.user)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """For the editorial office."""
        return sees_all(request.user)


@admin.register(Municipality)
class MunicipalityAdmin(OfTheOffice, admin.ModelAdmin):
    """The list of municipalities, to look at; it follows the list of CBS."""

    list_display = ["name", "code", "province", "count"]
    search_fields = ["name", "code"]
    ordering = ["name"]
    list_filter = ["province"]
    actions = None

    def get_queryset(self, request: HttpRequest) -> QuerySet[Municipality]:
        """With the number of schemes on the site."""
        published = models.Q(schemes__versions__state=Version.State.PUBLISHED)
        return super().get_queryset(request).annotate(on_site=models.Count("schemes", published))

    @admin.display(description=gettext_lazy("regelingen op de site"), ordering="on_site")
    def count(self, municipality: Municipality) -> str:
        """How many schemes visitors see, with a link to them."""
        address = reverse("admin:municipalities_municipalscheme_changelist")
        return format_html(
            '<a href="{}?municipality__code={}">{}</a>',
            address,
            municipality.pk,
            municipality.on_site,
        )

    def has_add_permission(self, request: HttpRequest) -> bool:
        """The list of CBS decides."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """The list of CBS decides."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """The list of CBS decides."""
        return False


@admin.register(Partner)
class PartnerAdmin(OfTheOffice, admin.ModelAdmin):
    """Who may show the site on its own pages: for the editorial office."""

    list_display = ["name", "code", "active", "municipality"]
    search_fields = ["name", "code"]
    autocomplete_fields = ["municipality"]
    actions = None
    fieldsets = [
        (None, {"fields": ["name", "code", "active", "origins", "municipality"]}),
        (
            gettext_lazy("Huisstijl"),
            {
                "fields": ["accent", "accent_dark", "font"],
                "description": gettext_lazy(
                    "Een kleur moet goed te lezen zijn. Is het contrast te klein, dan kan de kleur "
                    "niet."
                ),
            },
        ),
    ]

    def get_readonly_fields(self, request: HttpRequest, obj: Partner | None = None) -> list[str]:
        """The short name stands on the partner's own pages: it stays what it is."""
        return [] if obj is None else ["code"]


class EditorInline(admin.StackedInline):
    """The municipality of an editor."""

    model = Editor
    can_delete = True
    autocomplete_fields = ["municipality"]


class AccountAdmin(UserAdmin):
    """Accounts, with the municipality of each; for the editorial office alone.

    An account is never deleted, only closed: the history names it.
    """

    inlines = [EditorInline]
    list_display = ["username", "email", "shown_municipality", "is_staff", "is_superuser"]
    fieldsets = [
        (None, {"fields": ["username", "password", "email"]}),
        (gettext_lazy("Rechten"), {"fields": ["is_active", "is_staff", "is_superuser"]}),
    ]

    def has_delete_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        """What somebody did stays with their name; take away "actief" instead."""
        return False

    @admin.display(description=gettext_lazy("gemeente"))
    def shown_municipality(self, user: User) -> str:
        """The municipality, or the editorial office."""
        own = municipality_of(user)
        return own.name if own else ("–" if not user.is_superuser else _("redactie"))


admin.site.unregister([User, Group])
admin.site.register(User, AccountAdmin)


def _revision(request: HttpRequest) -> int:
    """Which state of a draft somebody looked at when pressing a button."""
    seen = request.POST.get("revision", "")
    return int(seen) if seen.isdecimal() and len(seen) <= LONGEST_REVISION else -1


def _scheme_url(scheme: MunicipalScheme) -> str:
    return reverse("admin:municipalities_municipalscheme_change", args=[scheme.pk])


def _draft_url(version: Version | None) -> str:
    assert version is not None  # noqa: S101 -- only asked where there is a draft
    return reverse("admin:municipalities_version_change", args=[version.pk])


def _back(request: HttpRequest, scheme: MunicipalScheme, refused: editing.Refused) -> HttpResponse:
    """To the scheme, with why it couldn't be done."""
    messages.error(request, str(refused))
    return HttpResponseRedirect(_scheme_url(scheme))
