"""The site as in production (DEBUG off), without what needs a proxy or collected files."""

import os

os.environ.setdefault("WHIO_SECRET_KEY", "only-for-tests")

from calculator.settings import *

DEBUG = False
ALLOWED_HOSTS = ["localhost", "testserver"]
SECURE_SSL_REDIRECT = False
# Served from their own folders, so there is nothing to collect beforehand.
STATIC_ROOT = None
STORAGES = STORAGES | {
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
}
# DATABASE_URL brings another database: CI runs the tests of the models on PostgreSQL too.
if "DATABASE_URL" not in os.environ:
    DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}}
# Hashing passwords slowly is right for editors and a waste in tests.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = False
