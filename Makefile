# Everything here runs from the folder's own .venv, made on first use. Another Python: make PYTHON=python3.12 demo
PYTHON ?= python3

BIN := .venv/bin
TOOLS := .venv/installed
STUBS := build/stubs-rp2/installed
IMAGE := build/image/bascule.uf2
SUITE := build/image/conformance.uf2
EMULATOR := build/emulator/built
CHART := host/bascule/ui/page/vendor/uPlot.iife.min.js
AXE := build/browser/axe.min.js
TYPES := build/browser/types/tsc.js
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check
# Compiled once and kept out of the way, also where the environment says that nothing is to be kept: the tests start the
# tool some hundred times.
export PYTHONPYCACHEPREFIX := $(CURDIR)/build/pycache
export PYTHONDONTWRITEBYTECODE :=

help: ## list what can be made
	@sed -n 's/^\([a-z]*\):.*## /\1	/p' Makefile | awk -F'\t' '{ printf "make %-10s %s\n", $$1, $$2 }'

demo: $(TOOLS) ## one session on the simulated table, from profile to picture (build/demo)
	@$(BIN)/bascule demo --out build/demo

sim: $(TOOLS) ## a simulated table to see and press, in the browser and by keys, until Ctrl-C
	@test -e $(CHART) || $(MAKE) --no-print-directory page || echo "The page is served without its chart."
	@$(BIN)/bascule sim

page: $(CHART) ## fetch the chart of the page in the browser (npm)

# The tests write thousands of small files: in memory where there is room, which is ten times as fast as some disks.
MEMORY := $(shell df -Pk /dev/shm 2>/dev/null | awk 'NR == 2 && $$4 > 1000000 { print $$6 }')
test check situations mutants planted fuzz: export TMPDIR := $(or $(MEMORY),$(TMPDIR),/tmp)

test: $(TOOLS) $(STUBS) ## the fast tests, every situation among them, on CPython and on MicroPython (a minute)
	@$(BIN)/python -m pytest -q -n 2 --dist worksteal -m "not long and not judges and not proof and not browser"

browser: $(TOOLS) $(CHART) $(AXE) $(TYPES) .venv/browser ## the page's types, and the page in a real browser (Debian: package chromium)
	@node $(TYPES) --project host/bascule/ui/page/jsconfig.json
	@$(BIN)/python -m pytest -q -m browser

check: $(TOOLS) $(STUBS) ## lint, format, types and all tests, the long ones too (some minutes)
	@$(BIN)/ruff check --quiet
	@$(BIN)/ruff format --check --quiet
	@$(BIN)/mypy
	@$(BIN)/python -m pytest -q -n 2 --dist worksteal
	@echo "check: lint, format, types and tests are in order"

situations: $(TOOLS) ## every situation in both homes, and which hazards they show
	@$(BIN)/python tests/situations/run.py

matrix: $(TOOLS) ## every fault in every phase of a session in both homes (some minutes)
	@$(BIN)/python tests/situations/matrix.py

mutants: $(TOOLS) ## small changes of the code, every one of the safety core, must be noticed; all with WHOLE=1 (some minutes)
	@$(BIN)/python -m pytest -q -n 2 --dist worksteal -m judges
	@$(BIN)/python -m tests.seeded
	@$(BIN)/python -m tests.mutants $(if $(WHOLE),--whole)

proof: $(TOOLS) .venv/proof ## what is proven of the safety core, for every state and every input (some minutes)
	@$(BIN)/python -m pytest -q -n 2 --dist worksteal -m proof tests/proof
	@$(BIN)/python -m tests.proof

planted: $(TOOLS) $(STUBS) ## mistakes that an engineer could make: each is noticed by the test that should
	@$(BIN)/python -m tests.planted

fuzz: $(TOOLS) ## generated profiles in both homes, lives of a table against notes kept by hand, and orders of events
	@$(BIN)/python -m tests.fuzz

coverage: $(TOOLS) ## lines and branches of the safety core that its tests run
	@$(BIN)/python -m tests.mutants.covered

image: buildable $(TOOLS) .venv/image ## the table's image for the Raspberry Pi Pico, from Debian's packages
	@$(BIN)/python -m image

emulated: $(IMAGE) $(SUITE) $(EMULATOR) ## the image's own machine code on an emulated RP2040 (some minutes)
	@$(BIN)/python -m tests.emulated

emulated-core: $(IMAGE) $(SUITE) $(EMULATOR)
	@$(BIN)/python -m tests.emulated --core

# First of all, and with nothing installed: a machine that cannot build the image says so at once.
buildable:
	@$(PYTHON) -m image.buildable

bench: $(TOOLS) ## speed of both homes, start-up time and the heap, measured
	@$(BIN)/python tests/bench/run.py

docs: $(TOOLS) .venv/docs ## the generated pages of docs/, and all of docs/ as a site (build/site)
	@$(BIN)/python -m docs.build
	@$(BIN)/python -m docs.site

clean: ## remove .venv and everything generated
	rm -rf .venv build dist .hypothesis .pytest_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

.PHONY: help demo sim page test browser check situations matrix mutants planted proof fuzz coverage image emulated emulated-core buildable bench docs clean

# The stamp holds the folder's path: in a moved or copied folder the old .venv would run the code of the old place.
ifneq ($(shell cat $(TOOLS) 2>/dev/null),$(CURDIR))
.PHONY: $(TOOLS)
endif

$(TOOLS): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	echo "Bascule needs Python 3.11 or newer, and '$(PYTHON)' is not: name another with make PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
	echo "'$(PYTHON)' cannot make a virtual environment: install its venv module (Debian, Ubuntu: python3-venv)"; exit 1; }
	@echo "Installing Bascule's tools into .venv (about half a minute)"
	@test "$$(cat $@ 2>/dev/null)" = "$(CURDIR)" || rm -rf .venv
	@test -d .venv || $(PYTHON) -m venv .venv
	@$(PIP) -r requirements.lock
	@$(PIP) --no-deps --no-build-isolation --editable .
	@echo "$(CURDIR)" > $@

$(STUBS): requirements-stubs.lock | $(TOOLS)
	@rm -rf $(@D)
	@$(PIP) --no-deps --target $(@D) -r requirements-stubs.lock
	@touch $@

# What an image is made of decides whether it is made anew.
FROZEN := $(shell find firmware hal/rp2 image -type f -not -name '*.pyc') hal/contract.py hal/boards.py Makefile

$(IMAGE): $(FROZEN)
	@$(MAKE) --no-print-directory image

$(SUITE): $(FROZEN) $(wildcard tests/conformance/*.py tests/conformance/start/*.py) | $(IMAGE) .venv/image
	@$(BIN)/python -m image --conformance

.venv/image: requirements-image.lock | $(TOOLS)
	@$(PIP) --no-deps -r requirements-image.lock
	@touch $@

.venv/proof: requirements-proof.lock | $(TOOLS)
	@$(PIP) --no-deps -r requirements-proof.lock
	@touch $@

.venv/browser: requirements-browser.lock | $(TOOLS)
	@$(PIP) --no-deps -r requirements-browser.lock
	@touch $@

$(CHART): page.lock tools/page_parts.py
	@$(PYTHON) tools/page_parts.py chart $(@D)
	@touch $@

$(AXE): page.lock tools/page_parts.py
	@$(PYTHON) tools/page_parts.py axe $(@D)
	@touch $@

$(TYPES): page.lock tools/page_parts.py
	@$(PYTHON) tools/page_parts.py types $(@D)
	@touch $@

.venv/docs: requirements-docs.lock | $(TOOLS)
	@$(PIP) --no-deps -r requirements-docs.lock
	@touch $@

$(EMULATOR): requirements-emulator.lock hal/emulated/engine.pyx hal/emulated/build.py | $(TOOLS)
	@echo "Building the emulator (about a minute)"
	@$(PIP) --no-deps -r requirements-emulator.lock
	@$(BIN)/python -m hal.emulated.build
