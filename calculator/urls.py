"""Which address leads to which room."""

from django.conf.urls.i18n import i18n_patterns
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import include, path, re_path, reverse
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language_from_request, override

from calculator.backoffice.site import back_office
from calculator.contract.api import api
from calculator.embed.framing import FRAME, FRAME_OF_PLACE, in_frame, look
from calculator.embed.script import script
from calculator.open_rules.views import rules
from calculator.questions.carried_views import open_answers, save
from calculator.questions.paper_views import paper
from calculator.questions.views import calculate, questions, reminders, start, what_if
from calculator.results.views import accessibility, privacy, words


def to_language(request: HttpRequest) -> HttpResponse:
    """Sends the visitor to the site in the browser's preferred language that we offer."""
    with override(get_language_from_request(request)):
        response = HttpResponseRedirect(reverse("start"))
    patch_vary_headers(response, ["Accept-Language"])
    return response


def healthz(request: HttpRequest) -> HttpResponse:
    """For the machine that watches whether the site is up."""
    return HttpResponse("ok", content_type="text/plain; charset=utf-8")


#: every page for visitors
PAGES = [
    path("", start, name="start"),
    path("vragen/", calculate, name="calculate"),
    path("questions/", questions, name="questions"),
    path("wat-als/", what_if, name="what_if"),
    path("agenda/", reminders, name="reminders"),
    path("bewaren/", save, name="save"),
    path("openen/", open_answers, name="open"),
    path("papier/", paper, name="paper"),
    path("woorden/", words, name="words"),
    path("regels/", rules, name="rules"),
    path("privacy/", privacy, name="privacy"),
    path("toegankelijkheid/", accessibility, name="accessibility"),
]
#: the same within the page of a partner, with what that partner has otherwise
FRAMED_PAGES = [
    *(path(str(page.pattern), in_frame(page.callback), name=page.name) for page in PAGES),
    path("stijl.css", in_frame(look), name="look"),
]

urlpatterns = [
    path("", to_language, name="to_language"),
    path("healthz", healthz, name="healthz"),
    path("api/v1/", api.urls),
    path("beheer/", back_office.urls),
    path("embed/v1/embed.js", script, name="embed_script"),
    *i18n_patterns(
        *PAGES,
        path("bij/<slug:partner>/", include((FRAMED_PAGES, FRAME))),
        re_path(
            r"^bij/(?P<partner>[-a-z0-9]+)/(?P<municipality>\d{4})/",
            include((FRAMED_PAGES, FRAME_OF_PLACE)),
        ),
    ),
]

handler400 = "calculator.errors.bad_request"
handler404 = "calculator.errors.not_found"
handler500 = "calculator.errors.server_error"
