# Every target sets up what it needs and is quick the second time.

PYTHON ?= python3
BIN := .venv/bin
MANAGE := WHIO_DEBUG=1 $(BIN)/python manage.py
# A way for other people on the same computer: make run PORT=8001
PORT ?= 8000

# What WeasyPrint makes PDFs with.
PANGO := libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0

PO := $(wildcard locale/*/LC_MESSAGES/django.po)
MO := $(PO:.po=.mo)

.PHONY: run test test-models check bench messages readability
.DELETE_ON_ERROR:

run: .venv/.runtime $(MO)
	@scripts/need.sh $(PANGO)
	@$(MANAGE) migrate --check >/dev/null 2>&1 || $(MANAGE) migrate
	@$(MANAGE) import_schemes --publish --if-empty >/dev/null
	$(MANAGE) runserver localhost:$(PORT)

test: .venv/.dev $(MO)
	@# libatomic1: the driver of the browser tests needs it, and a bare Debian lacks it
	@scripts/need.sh chromium gettext libatomic1 poppler-utils $(PANGO)
	$(BIN)/pytest -n 2

# What touches a database, on the one that DATABASE_URL names (scripts/with_postgresql.sh).
test-models: .venv/.dev $(MO)
	$(BIN)/pytest -n 2 tests/municipalities tests/backoffice

check: .venv/.dev $(MO)
	@scripts/need.sh gettext
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy calculator/rules calculator/contract
	$(BIN)/python scripts/check_translations.py
	@$(BIN)/python scripts/readability.py
	$(MANAGE) makemigrations --check --dry-run
	@# As in production, with a key that is thrown away.
	WHIO_SECRET_KEY=$$($(BIN)/python -c 'import secrets; print(secrets.token_urlsafe(60))') \
	  WHIO_ALLOWED_HOSTS=example.org $(BIN)/python manage.py check --deploy --fail-level WARNING

bench: .venv/.runtime $(MO)
	@scripts/need.sh $(PANGO)
	WHIO_DEBUG=1 $(BIN)/python scripts/bench.py

messages: .venv/.runtime
	@scripts/need.sh gettext
	$(BIN)/python scripts/check_translations.py --update

# How easy the texts for visitors are to read; make check gives the summary.
readability: .venv/.runtime
	@$(BIN)/python scripts/readability.py --all

# The stamps stand inside the environment, so they vanish with it.
.venv/.python:
	@PYTHON=$(PYTHON) scripts/need.sh python3-venv
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "This needs Python 3.11 or newer: make PYTHON=/path/to/python3.11 ..." >&2; exit 1; }
	$(PYTHON) -m venv .venv
	@touch $@

.venv/.runtime: requirements.txt | .venv/.python
	$(BIN)/pip install -q --disable-pip-version-check -r requirements.txt
	@touch $@

.venv/.dev: requirements-dev.txt .venv/.runtime
	$(BIN)/pip install -q --disable-pip-version-check -r requirements-dev.txt
	@touch $@

%.mo: %.po | .venv/.runtime
	$(BIN)/pybabel -q compile -i $< -o $@ -l $(word 2,$(subst /, ,$<))
