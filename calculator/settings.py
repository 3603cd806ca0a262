"""Settings of the whole site. What differs per machine comes from the environment."""

import os
import secrets
from datetime import timedelta
from pathlib import Path

import dj_database_url
from csp.constants import NONE, SELF

BASE_DIR = Path(__file__).resolve().parent.parent

# --- What differs per machine -------------------------------------------------------------

DEBUG = os.environ.get("WHIO_DEBUG", "") == "1"

# Without a key of its own every process makes one up, which nobody can guess: enough for the
# command line and for development. The door for a real server refuses to open without one
# (wsgi.py), because its processes must share it.
SECRET_KEY = os.environ.get("WHIO_SECRET_KEY") or secrets.token_urlsafe(60)

ALLOWED_HOSTS = [host for host in os.environ.get("WHIO_ALLOWED_HOSTS", "").split(",") if host]

# Who runs the site and how to reach them: named on the pages about privacy and accessibility.
OWNER = os.environ.get("WHIO_OWNER", "")
CONTACT = os.environ.get("WHIO_CONTACT", "")

# --- Parts --------------------------------------------------------------------------------

# Accounts and sessions are there for the back office alone: public pages keep nothing and set no
# cookie.
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "calculator.backoffice.site.BackOfficeConfig",
    "django.contrib.staticfiles",
    "axes",
    "csp",
    "django_htmx",
    "calculator",
    "calculator.municipalities",
    "calculator.embed",
    "calculator.backoffice",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "calculator.middleware.ResponseHeadersMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    # Within those two, which read from its answer who may hold the page in a frame.
    "calculator.embed.framing.FramingMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    # After the language is known, so that its answer is in the visitor's language.
    "calculator.middleware.BodyLimitMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    # What needs a cookie; each of these does nothing outside the back office.
    "calculator.backoffice.middleware.Sessions",
    "calculator.backoffice.middleware.Csrf",
    "calculator.backoffice.middleware.Authentication",
    "calculator.backoffice.middleware.Messages",
    "calculator.backoffice.middleware.Dutch",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "calculator.urls"
WSGI_APPLICATION = "calculator.wsgi.application"

TEMPLATES = [
    {
        # The pages for visitors.
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [BASE_DIR / "templates"],
        "OPTIONS": {
            "environment": "calculator.templating.environment",
            "context_processors": ["calculator.templating.texts.of_page"],
        },
    },
    {
        # The back office: its forms come from Django itself.
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates" / "backoffice"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
            # Needed in nearly every template, so no template has to load them.
            "builtins": ["django.templatetags.i18n", "django.templatetags.static"],
        },
    },
]

# DATABASE_URL=postgres://user:password@host/name; without it a file beside the site.
DATABASES = {
    "default": dj_database_url.config(
        default=f"sqlite:///{BASE_DIR / 'db.sqlite3'}", conn_max_age=60, conn_health_checks=True
    )
}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # Writers wait for each other instead of failing; readers never wait.
    DATABASES["default"]["OPTIONS"] = {
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
        "transaction_mode": "IMMEDIATE",
        "timeout": 10,
    }
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# --- Language and time --------------------------------------------------------------------

LANGUAGE_CODE = "nl"  # the texts in the code are Dutch; other languages are translations of it
LANGUAGES = [("nl", "Nederlands"), ("en", "English")]
LOCALE_PATHS = [BASE_DIR / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Europe/Amsterdam"

# --- Static files -------------------------------------------------------------------------

STATIC_URL = "/static/"
STATIC_ROOT = BASE_DIR / "staticfiles"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}

# --- The back office ------------------------------------------------------------------------

BACK_OFFICE = "/beheer/"
LOGIN_URL = "admin:login"
# Cookies exist under the back office only.
SESSION_COOKIE_PATH = CSRF_COOKIE_PATH = BACK_OFFICE
SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = "beheer", "beheer_csrf"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = not DEBUG
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Strict"
SESSION_COOKIE_AGE = 8 * 60 * 60  # a working day
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_SAVE_EVERY_REQUEST = True  # a day without a request, not a day since the login
# Not in a cookie of its own: that one would go to public pages too.
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
# Whether a proxy in front adds the address of who asks to X-Forwarded-For.
BEHIND_PROXY = os.environ.get("WHIO_PROXY", "") == "1"

AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 14},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
# After five wrong passwords for a name from one address it has to wait an hour.
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(hours=1)
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
# Who logged in from where isn't kept: the history of the schemes says who did what.
AXES_DISABLE_ACCESS_LOG = True
AXES_CLIENT_IP_CALLABLE = "calculator.backoffice.rights.client_address"
AXES_LOCKOUT_TEMPLATE = "admin/locked.html"
AXES_RESET_ON_SUCCESS = True
AXES_VERBOSE = False

# Reminders to editors. The console shows them where no mail server is named.
EMAIL_BACKEND = os.environ.get(
    "WHIO_EMAIL_BACKEND", "django.core.mail.backends.console.EmailBackend"
)
DEFAULT_FROM_EMAIL = os.environ.get("WHIO_EMAIL_FROM", "wat-houd-ik-over@localhost")
EMAIL_HOST = os.environ.get("WHIO_EMAIL_HOST", "localhost")
EMAIL_PORT = int(os.environ.get("WHIO_EMAIL_PORT", "25"))
EMAIL_TIMEOUT = 10

# --- What visitors send -------------------------------------------------------------------

# The middleware refuses bodies by path before Django reads them; this is the second lock.
DATA_UPLOAD_MAX_MEMORY_SIZE = 256 * 1024
# Never on disk: Django's other handler writes large uploads to a temporary file.
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.MemoryFileUploadHandler"]

# --- Safety -------------------------------------------------------------------------------

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "font-src": [SELF],
        "img-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    }
}
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "no-referrer"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SECURE_SSL_REDIRECT = not DEBUG
SECURE_REDIRECT_EXEMPT = ["^healthz$"]  # asked from inside, without TLS
# The proxy in front ends TLS; it must overwrite this header, or a visitor could claim https.
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_HSTS_SECONDS = 0 if DEBUG else 365 * 24 * 60 * 60
SECURE_HSTS_INCLUDE_SUBDOMAINS = not DEBUG
SECURE_HSTS_PRELOAD = not DEBUG


SILENCED_SYSTEM_CHECKS = [
    # The CSRF middleware is there, in a class of our own that leaves public pages alone: its token
    # needs a cookie, and there is nothing to forge. A form post on a public page changes nothing
    # and nobody is logged in; it only answers with a calculation.
    "security.W003",
]

# --- Logging ------------------------------------------------------------------------------

# Where it went wrong, never what was sent: no request bodies, no query strings, no local
# variables. So no mail to administrators either, because its report holds the posted form.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"without_answers": {"()": "calculator.private_log.WithoutAnswers"}},
    "formatters": {"line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {
        "console": {
            "class": "logging.StreamHandler",
            "formatter": "line",
            "filters": ["without_answers"],
        }
    },
    "root": {"handlers": ["console"], "level": "INFO"},
    "loggers": {
        "django": {"handlers": ["console"], "level": "INFO", "propagate": False},
        "django.server": {"handlers": ["console"], "level": "INFO", "propagate": False},
    },
}
