# `make run` and `make test` are all that a fresh machine with Python 3.11+ and make needs.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PORT ?= 8501
# The folder of the source documents, for `make audit`; the tests use it when it is there.
SOURCES ?= ../shared/seeds

.PHONY: run test check unit data boundaries search vendor audit bench chromium clean

run: $(VENV)/.runtime
	$(BIN)/streamlit run app.py --server.port $(PORT)

test: $(VENV)/.dev chromium check built
	$(BIN)/python -m pytest --browser
	@if [ -d "$(SOURCES)" ]; then $(MAKE) --no-print-directory audit; fi

# Everything but the browser: the loop while writing.
unit: $(VENV)/.dev check
	$(BIN)/python -m pytest

check: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

data: $(VENV)/.runtime
	$(BIN)/python -m data.build

# A rebuild must leave no difference: data/built is never edited by hand.
.PHONY: built
built: data
	git diff --exit-code --stat -- data/built
	@test -z "$$(git status --porcelain -- data/built)" || (git status --short -- data/built; exit 1)

# Fetches world-atlas with npm; needed only to change how the boundaries are drawn.
boundaries: $(VENV)/.dev
	$(BIN)/python -m geo.boundaries_build
	$(BIN)/python -m geo.map_file

# Needed when a country, indicator, group, decision or contract changes; a test says so.
search: $(VENV)/.dev
	$(BIN)/python -m geo.search_index

# Fetches d3-hierarchy and d3-sankey with npm; needed only to take a newer version of them.
vendor:
	sh pages/kit/components/vendor/make.sh

audit: $(VENV)/.runtime
	$(BIN)/python -m data.audit "$(SOURCES)"

# All parts take about half an hour on a quiet machine: BENCH="--quick" tries each, BENCH="--only load" measures one again.
bench: $(VENV)/.dev chromium
	$(BIN)/python -m tests.bench.run $(BENCH)

# What the browser tests need of Debian: a browser, and the proxy that stands before several processes.
chromium:
	@missing=; \
	command -v chromium >/dev/null || missing="chromium"; \
	command -v nginx >/dev/null || missing="$$missing nginx-light"; \
	[ -z "$$missing" ] || { echo "Installing for the browser tests: $$missing"; \
	  SUDO=; [ "$$(id -u)" = 0 ] || SUDO=sudo; $$SUDO apt-get update -qq && $$SUDO apt-get install -y -qq --no-install-recommends $$missing >/dev/null; }

$(VENV)/.runtime: requirements.txt
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --requirement requirements.txt
	touch $@

$(VENV)/.dev: requirements.txt requirements-dev.txt
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --requirement requirements-dev.txt
	touch $@ $(VENV)/.runtime

clean:
	rm -rf $(VENV) .pytest_cache .ruff_cache .mypy_cache .hypothesis
