"""Settings of the whole site. What differs per machine comes from the environment."""

import os
import secrets
from pathlib import Path

from csp.constants import NONE, SELF

BASE_DIR = Path(__file__).resolve().parent.parent

# --- What differs per machine -------------------------------------------------------------

DEBUG = os.environ.get("WHIO_DEBUG", "") == "1"

# Without a key of its own every process makes one up, which nobody can guess: enough for the
# command line and for development. The door for a real server refuses to open without one
# (wsgi.py), because its processes must share it.
SECRET_KEY = os.environ.get("WHIO_SECRET_KEY") or secrets.token_urlsafe(60)

ALLOWED_HOSTS = [host for host in os.environ.get("WHIO_ALLOWED_HOSTS", "").split(",") if host]

# --- Parts --------------------------------------------------------------------------------

# No sessions, no accounts, no messages: public pages keep nothing and set no cookie.
INSTALLED_APPS = [
    "django.contrib.staticfiles",
    "csp",
    "django_htmx",
    "calculator",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "calculator.middleware.ResponseHeadersMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    # After the language is known, so that its answer is in the visitor's language.
    "calculator.middleware.BodyLimitMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]

ROOT_URLCONF = "calculator.urls"
WSGI_APPLICATION = "calculator.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": False,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
            ],
            # Needed in nearly every template, so no template has to load them.
            "builtins": [
                "django.templatetags.i18n",
                "django.templatetags.static",
                "calculator.templatetags.house",
            ],
        },
    }
]

DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": BASE_DIR / "db.sqlite3"}}
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
    # No CSRF middleware: its token needs a cookie, and there is nothing to forge. A form post
    # here changes nothing and nobody is logged in; it only answers with a calculation.
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
