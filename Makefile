# The commands of the house; `make help` lists them. Everything a command needs it installs first.

SHELL := bash
.SHELLFLAGS := -eu -o pipefail -c
MAKEFLAGS += --no-print-directory
.DEFAULT_GOAL := help

VENV ?= .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/.installed
PYTHON ?= python3
ADDRESS ?= 127.0.0.1:8000
WORKERS ?= 2

# Plug-ins are loaded by name (pyproject.toml): looking for all of them costs each worker seconds.
export PYTEST_DISABLE_PLUGIN_AUTOLOAD := 1
export UV_NO_CONFIG := 1
PYTEST = $(BIN)/python -m pytest -n $(WORKERS)

CHROMIUM := command -v chromium chromium-browser google-chrome >/dev/null
LOCAL_SERVER := postgresql+psycopg://postgres@127.0.0.1:5432/postgres
ANSWERS = $(BIN)/python -c 'import psycopg, sys; psycopg.connect(sys.argv[1], connect_timeout=2)'
SERVER = $(or $(TEST_DATABASE_URL),$(shell $(ANSWERS) $(subst +psycopg,,$(LOCAL_SERVER)) 2>/dev/null && echo $(LOCAL_SERVER)))

# What is not run is said; in CI nothing may be left out.
left_out = echo "NOT RUN: $(1)"; [ -z "$${CI:-}" ]

.NOTPARALLEL:
.PHONY: help setup run demo test check lint browser sqlite postgresql migrate letters pins translations frontend bench

help: ## say what can be done here
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):[^#]*## /make \1\t/' | expand -t 20

setup: $(INSTALLED) ## make .venv with the pinned packages, once

$(INSTALLED): requirements.txt requirements-dev.txt requirements-uv.txt
	@$(PYTHON) -c 'import sys; sys.version_info >= (3, 11) or sys.exit("Python 3.11 or newer is needed: make PYTHON=...")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-uv.txt
	$(BIN)/uv pip sync --quiet --python $(BIN)/python --require-hashes $^
	@touch $@

demo: setup ## make the database and fill it with a sample town, if that was not done
	$(BIN)/flask db upgrade
	$(BIN)/flask seed hue
	DEMO=1 $(BIN)/flask demo

run: demo ## set up everything and serve the sample town
	@echo
	@echo "  The service: http://$(ADDRESS)/"
	@echo "  To sign in:  http://$(ADDRESS)/sign-in - the names and passwords of the sample town stand there"
	@echo "  To stop it:  Ctrl-C"
	@echo
	@DEMO=1 $(BIN)/gunicorn --bind $(ADDRESS) --worker-class gthread --workers 1 --threads 8 \
		$(if $(wildcard /dev/shm),--worker-tmp-dir /dev/shm) --log-level warning app:app

lint: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports --no-cache

check: lint ## the fast part: lint, import contracts, all tests but the browser's, on SQLite
	env -u TEST_DATABASE_URL $(PYTEST) -m "not browser"

test: lint ## the whole suite, on SQLite and, where a server answers, on PostgreSQL
	@$(MAKE) browser sqlite postgresql

browser:
	@if ! $(CHROMIUM) && [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
		echo "Installing Chromium for the browser tests"; \
		(apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium) </dev/null >/dev/null || true; \
	fi

sqlite:
	@echo "The tests on SQLite:"; \
	if $(CHROMIUM); then env -u TEST_DATABASE_URL $(PYTEST); else \
		env -u TEST_DATABASE_URL $(PYTEST) -m "not browser"; \
		$(call left_out,the browser tests: there is no Chromium and apt-get could not install it here (only root may)); \
	fi

postgresql:
	@if [ -n "$(SERVER)" ]; then echo "The tests on PostgreSQL:"; TEST_DATABASE_URL="$(SERVER)" $(PYTEST) -m "not browser"; else \
		$(call left_out,the tests on PostgreSQL: TEST_DATABASE_URL is not set and no server answers at $(LOCAL_SERVER)); \
	fi

migrate: setup ## write the next migration: make migrate m="what it does"
	@[ -n "$(m)" ] || { echo 'Say what it does: make migrate m="add ratings"'; exit 1; }
	$(BIN)/flask db migrate -m "$(m)"
	$(BIN)/ruff format migrations

letters: setup ## send what lies in the outbox (without a mail server: print it)
	$(BIN)/flask letters deliver

PIN = $(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header
pins: setup ## bring requirements*.txt up to what requirements*.in allow
	@for name in requirements requirements-dev; do \
		{ echo "# Written by \`make pins\` from $$name.in: change that, not this."; $(PIN) $$name.in; } > $$name.new; \
		mv $$name.new $$name.txt; \
	done
	@{ echo "# uv installs all the rest, and pip installs uv. Written by \`make pins\`."; \
		echo uv | $(PIN) --no-annotate -; } > requirements-uv.new
	@mv requirements-uv.new requirements-uv.txt

WORDS := qcdc_feedback/translations
translations: setup ## collect the words for people into the English catalogue, and compile it
	$(BIN)/pybabel -q extract -F babel.cfg -k _l --no-location --sort-output --omit-header -o $(WORDS)/messages.pot .
	$(BIN)/pybabel -q update -i $(WORDS)/messages.pot -d $(WORDS) -l en --no-fuzzy-matching --ignore-obsolete --no-wrap
	$(BIN)/pybabel -q compile -d $(WORDS) -l en
	@rm $(WORDS)/messages.pot

frontend: ## build styles, scripts and fonts anew (needs Node.js; the result is committed)
	npm ci --ignore-scripts
	npm run build

bench: setup ## measure the main pages, beside an empty Flask answer
	$(BIN)/python -m benchmarks
