# The commands of the house. Each prepares by itself what it needs, on a machine with Python >= 3.11, its venv module and make.
#
#   make run     the bot with BOT_TOKEN, the demo without one      (PROGRAMME=name runs another programme)
#   make test    every test of what it does, in its short form     make long    the long trials in full
#   make check   style, types, imports, locked requirements, wording and other house rules
#   make chaos   a school at work while the bot is killed 500 times and everything around it goes wrong
#   make bench   speed and memory beside a bare aiogram bot        make lock    pin the requirements anew
#   make docs    the site of the documents, into site/

VENV := .venv
PYTHON := $(VENV)/bin/python
PYTEST := $(PYTHON) -m pytest
LOCK := $(VENV)/bin/uv pip compile pyproject.toml --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-header
export UV_PYTHON_DOWNLOADS := never
# Tests start dozens of processes: where no compiled modules are kept, each would compile aiogram and us for seconds.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help setup run test long check style types imports rules bench chaos docs lock

help:
	@sed -n 's/^#  *\(make .*\)/\1/p' Makefile

setup: $(VENV)/installed-dev

run: $(VENV)/installed-run
	@exec $(PYTHON) -m bot run

# The house rules of tests/checks are a part of `make check`.
test: setup
	$(PYTEST) -n 2 --dist worksteal -m "not long" --ignore tests/checks

long: setup
	$(PYTEST) -m long

check: setup
	@$(MAKE) --no-print-directory -j2 --output-sync=target style types imports rules

style: setup
	$(PYTHON) -m ruff check .
	$(PYTHON) -m ruff format --check .

types: setup
	$(PYTHON) -m mypy --strict

imports: setup
	$(VENV)/bin/lint-imports

rules: setup
	$(PYTEST) tests/checks

bench: setup
	$(PYTHON) -m tests.bench

chaos: setup
	$(PYTHON) -m tests.chaos

docs: export NO_MKDOCS_2_WARNING := 1
docs: setup
	$(PYTHON) -m mkdocs build --strict --quiet
	@echo "Open site/index.html; to search in it: $(PYTHON) -m http.server --directory site"

lock: setup
	$(LOCK) --all-extras --output-file requirements/dev.txt
	$(LOCK) --extra reports --extra postgres --constraint requirements/dev.txt --output-file requirements/run.txt

# A stamp is newer than the file it was installed from, so a second call installs nothing.
$(VENV)/installed-%: requirements/%.txt | $(PYTHON)
	@echo "Installing the packages of $<"
	@$(PYTHON) -m pip install --quiet --disable-pip-version-check --require-hashes --requirement $<
	@touch $@

$(PYTHON):
	@for python in python3.14 python3.13 python3.12 python3.11 python3; do \
		if $$python -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then \
			echo "Making $(VENV) with $$($$python --version)"; \
			exec $$python -m venv --clear $(VENV); \
		fi; \
	done; \
	echo "Python 3.11 or newer with venv is needed; on Debian or Ubuntu: apt-get install python3 python3-venv" >&2; \
	exit 1
