# The only front door. Needs make and Python 3.11 or newer; everything else is installed
# into .venv from the pins in requirements/.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
PIP    := PIP_DISABLE_PIP_VERSION_CHECK=1 $(BIN)/python -m pip -qq install
UV     ?= uv
PINNED := requirements/core.txt requirements/build.txt
HERE   := --no-deps --no-build-isolation --editable .
FREEZE := $(UV) pip compile --quiet --universal --python-version 3.11 --generate-hashes \
          --no-emit-index-url --no-annotate --no-header

.PHONY: help demo test check setup bench nightly docs serve format pins
.DEFAULT_GOAL := help

help:      ## this list
	@sed -n 's/^\([a-z]*\): .*## /  make \1|/p' $(MAKEFILE_LIST) | \
	  while IFS='|' read -r verb what; do printf '%-15s %s\n' "$$verb" "$$what"; done

demo: $(VENV)/.core      ## the first five minutes, on a real draft
	@$(BIN)/foedus demo

test: $(VENV)/.dev       ## every test
	@$(BIN)/python -m pytest -q -n 2 $(ARGS)

check: $(VENV)/.dev      ## writing, types, rooms and sizes; silent when all is well
	@$(BIN)/ruff format --check --quiet .
	@$(BIN)/ruff check --quiet .
	@$(BIN)/mypy --strict --no-error-summary src
	@report=$$($(BIN)/lint-imports --no-logo --no-cache 2>&1) || { echo "$$report"; exit 1; }
	@report=$$($(BIN)/python -m pytest -q -n 2 tests/architecture 2>&1) || { echo "$$report"; exit 1; }

setup: $(VENV)/.dev      ## the environment for working on foedus
	@:

bench: $(VENV)/.dev      ## how fast; ratios measured in one run
	@$(BIN)/python -m bench $(ARGS)

nightly: $(VENV)/.dev    ## the slow tests, and those that need another program
	@FOEDUS_EXAMPLES=300 $(BIN)/python -m pytest -q -n 2 --timeout 1800 tests/laws
	@$(BIN)/python -m pytest -q -n 2 -m nightly --timeout 1800 $(ARGS)

docs: $(VENV)/.dev       ## write the reference pages again, and run every page
	@FOEDUS_UPDATE=1 $(BIN)/python -m pytest -q tests/docs

serve:                   ## the workbench (not built yet)
	@echo "make serve: the workbench is not built yet; 'make demo' shows what there is." >&2; exit 2

format: $(VENV)/.dev     ## write the code the one agreed way
	@$(BIN)/ruff check --quiet --fix .
	@$(BIN)/ruff format --quiet .

pins:                    ## choose new versions; needs uv (see docs/decisions/0002)
	@$(FREEZE) --upgrade pyproject.toml -o requirements/core.txt
	@$(FREEZE) --upgrade --group build -o requirements/build.txt
	@$(FREEZE) --upgrade pyproject.toml --group dev -o requirements/dev.txt

# A stamp in .venv says what was installed; it is older than the pins when they change.

$(BIN)/python:
	@command -v "$(PYTHON)" >/dev/null 2>&1 || { \
	  echo "foedus needs Python 3.11 or newer, and there is no '$(PYTHON)' here." >&2; \
	  echo "Install it, or name another one: make PYTHON=python3.12" >&2; exit 2; }
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "foedus needs Python 3.11 or newer; '$(PYTHON)' is $$("$(PYTHON)" --version 2>&1)." >&2; \
	  echo "Name another one: make PYTHON=python3.11" >&2; exit 2; }
	@"$(PYTHON)" -c 'import ensurepip, venv' 2>/dev/null || { \
	  echo "'$(PYTHON)' cannot make environments: its venv module is missing." >&2; \
	  echo "On Debian and Ubuntu it is in the package python3-venv." >&2; exit 2; }
	@echo "Making the environment in $(VENV) ..."
	@"$(PYTHON)" -m venv $(VENV)

$(VENV)/.core: $(PINNED) pyproject.toml | $(BIN)/python
	@echo "Installing what foedus needs ..."
	@$(PIP) --require-hashes $(addprefix -r ,$(PINNED))
	@$(PIP) $(HERE)
	@$(BIN)/python -m compileall -q src
	@touch $@

$(VENV)/.dev: requirements/dev.txt $(VENV)/.core
	@echo "Installing what its tests need ..."
	@$(PIP) --require-hashes -r requirements/dev.txt
	@touch $@
