"""The door for gunicorn: `gunicorn calculator.wsgi`."""

import os

from django.core.exceptions import ImproperlyConfigured
from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "calculator.settings")

if not os.environ.get("WHIO_SECRET_KEY") and os.environ.get("WHIO_DEBUG") != "1":
    raise ImproperlyConfigured(
        "WHIO_SECRET_KEY is missing (on your own computer you may set WHIO_DEBUG=1 instead)"
    )

application = get_wsgi_application()
