# The workflow, as commands. `make help` prints this list.
PYTHON ?= python3
BIN := .venv/bin
export DJANGO_SETTINGS_MODULE := getnewsfast.settings
# Commands that need no data still need a signing key.
KEY := GETNEWSFAST_SECRET_KEY=only-for-checks

.DEFAULT_GOAL := help
.PHONY: help setup assets demo up test test-fast check format messages lock bench bench-text screenshots wheel

help: ## this list
	@grep -E '^[a-z-]+:.*##' Makefile | sed -E 's/:[^#]*##/\t/' | expand -t 14

setup: .venv/.done assets ## everything a checkout needs, in .venv/

.venv/.done: requirements/dev.txt pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

FONT := getnewsfast/publish/static/publish/fonts/vazirmatn.woff2
MESSAGES := $(wildcard getnewsfast/locale/*/LC_MESSAGES/*.po getnewsfast/*/locale/*/LC_MESSAGES/*.po)

assets: $(FONT) $(MESSAGES:.po=.mo) ## fonts from npm, translations compiled

$(FONT): package-lock.json scripts/copy_assets.mjs
	npm ci --ignore-scripts --no-audit --no-fund --silent
	node scripts/copy_assets.mjs
	touch $@

%.mo: %.po .venv/.done
	$(BIN)/pybabel --quiet compile --input-file $< --output-file $@

demo: setup ## the whole hub with an invented news wire, on port 8000
	$(BIN)/getnewsfast demo

up: setup ## the real hub in ./data; a new one is made first
	$(BIN)/getnewsfast up

test: setup check ## all tests, quality gates and checks
	$(BIN)/python -m pytest

test-fast: setup ## the cores and the house, in seconds
	$(BIN)/python -m pytest tests/core tests/house

check: setup ## style, types, contracts, migrations, translations
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(KEY) $(BIN)/mypy
	$(KEY) $(BIN)/lint-imports
	$(KEY) $(BIN)/python scripts/check_migrations.py
	$(KEY) $(BIN)/python scripts/messages.py check

format: setup ## put the style right
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

messages: setup ## collect the sentences to translate into locale/
	$(KEY) $(BIN)/python scripts/messages.py collect

lock: ## renew the locks with hashes
	$(BIN)/pip-compile --quiet --generate-hashes --strip-extras --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --no-header --allow-unsafe --no-annotate --output-file requirements/run.txt pyproject.toml
	$(BIN)/pip-compile --quiet --generate-hashes --strip-extras --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --no-header --allow-unsafe --no-annotate --extra dev --output-file requirements/dev.txt pyproject.toml

bench: setup ## speed and memory of the line, as JSON
	$(BIN)/python -m bench.line

bench-text: setup ## the text engine beside other libraries, as JSON
	$(BIN)/python -m bench.text

screenshots: setup ## the README's pictures, from a running demo
	$(BIN)/python scripts/take_screenshots.py

wheel: setup ## a wheel with fonts, styles and translations inside
	$(BIN)/python -m build --wheel --no-isolation --outdir dist .
