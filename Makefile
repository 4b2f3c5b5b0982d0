# `make run` and `make test` are all that a fresh machine with Python 3.11+ and make needs.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PORT ?= 8501
# The folder of the source documents, for `make audit`; the tests use it when it is there.
SOURCES ?= ../shared/seeds

# The tests are shared out over two processes, file by file.
SHARED_OUT := --numprocesses 2 --dist loadfile

.PHONY: run test check unit data boundaries catalogues search fonts vendor audit snapshot bench lock sbom audit-packages chromium clean

run: $(VENV)/.runtime
	$(BIN)/streamlit run app.py --server.port $(PORT)

test: $(VENV)/.dev chromium check built
	$(BIN)/python -m pytest --browser $(SHARED_OUT)
	@if [ -d "$(SOURCES)" ]; then $(MAKE) --no-print-directory audit; fi

# Everything but the browser: the loop while writing.
unit: $(VENV)/.dev check
	$(BIN)/python -m pytest $(SHARED_OUT)

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
	$(BIN)/python -m geo.relief_build

# Brings the catalogues of messages up to date with the code, for translators, and compiles them for the server.
catalogues: $(VENV)/.dev
	$(BIN)/python -m geo.catalogues_build

# One file a language. Needed when a country, indicator, group, decision or contract changes, or what one is called; a test says so.
search: $(VENV)/.dev
	$(BIN)/python -m geo.search_index

# Needed only to take newer fonts: makes those of the pictures from those of the pages.
fonts: $(VENV)/.dev
	$(BIN)/python -m geo.exports.pictures.fonts_build

# Fetches d3-hierarchy and d3-sankey with npm; needed only to take a newer version of them.
vendor:
	sh pages/kit/components/vendor/make.sh

audit: $(VENV)/.runtime
	$(BIN)/python -m data.audit "$(SOURCES)"

# The atlas as a folder that opens without a server: static pages, figures, data, stories. ATLAS_URL is where the live one is found.
SNAPSHOT ?= build/snapshot
SNAPSHOT_LANGUAGE ?= en
snapshot: $(VENV)/.runtime
	@$(BIN)/python -W ignore -m pages.kit.snapshot $(SNAPSHOT) $(SNAPSHOT_LANGUAGE)

# The three below need a package index; their tools and the locked packages have environments of their own.
SUPPLY := .venv-supply
LOCKED := .venv-locked

# Writes the versions and hashes of everything that requirements.txt brings; keeps what is locked unless it must change.
# `make lock UPGRADE=--upgrade` takes the newest. Takes minutes: the hash of every file of every package is asked for.
lock: $(SUPPLY)/.made
	CUSTOM_COMPILE_COMMAND="make lock" $(SUPPLY)/bin/pip-compile --quiet --generate-hashes --allow-unsafe --strip-extras --no-emit-index-url \
	  --no-emit-trusted-host --no-emit-find-links --no-header $(UPGRADE) --output-file requirements.lock requirements.txt
	@{ echo '# The runtime, every package by version and hash; written by `make lock` from requirements.txt, never by hand.'; \
	  grep -v '^# The runtime' requirements.lock; } > requirements.lock.new && mv requirements.lock.new requirements.lock

# The bill of materials and the licences of what the lock installs; after `make lock`.
sbom: $(SUPPLY)/.made $(LOCKED)/.made
	$(SUPPLY)/bin/cyclonedx-py environment --pyproject pyproject.toml --mc-type application --output-reproducible \
	  --output-format JSON --output-file docs/sbom.cdx.json $(LOCKED) 2>/dev/null
	$(SUPPLY)/bin/python deploy/tidy_sbom.py docs/sbom.cdx.json requirements.txt
	@{ cat deploy/licences.head.md; $(SUPPLY)/bin/pip-licenses --python $(LOCKED)/bin/python --from mixed --order name --format markdown; } > docs/licences.md

# Says plainly when it could not ask; fails only on a finding. Not part of `make test`: what is known of a package changes without us.
audit-packages: $(SUPPLY)/.made
	@sh deploy/audit-packages.sh $(SUPPLY)/bin/pip-audit

$(SUPPLY)/.made: requirements-supply.txt
	test -x $(SUPPLY)/bin/python || $(PYTHON) -m venv $(SUPPLY)
	$(SUPPLY)/bin/python -m pip install --quiet --requirement requirements-supply.txt
	touch $@

$(LOCKED)/.made: requirements.lock
	rm -rf $(LOCKED)
	$(PYTHON) -m venv --without-pip $(LOCKED)
	$(PYTHON) -m pip --python $(LOCKED)/bin/python install --quiet --require-hashes --no-deps --only-binary :all: --requirement requirements.lock
	touch $@

# All parts take about half an hour on a quiet machine: BENCH="--quick" tries each, BENCH="--only load" measures one again.
bench: $(VENV)/.dev chromium
	$(BIN)/python -m tests.bench.run $(BENCH)

# What the browser tests need of Debian: a browser, and the proxy that stands before several processes. The tests take half the
# time in Chromium without a window of its own; where that is not to be had they run in the whole one.
INSTALL := $$([ "$$(id -u)" = 0 ] || echo sudo) apt-get install -y -qq --no-install-recommends
chromium:
	@missing=; faster=; \
	command -v chromium >/dev/null || missing="chromium"; \
	command -v chromium-headless-shell >/dev/null || faster="chromium-headless-shell"; \
	command -v nginx >/dev/null || missing="$$missing nginx-light"; \
	[ -z "$$missing$$faster" ] || { echo "Installing for the browser tests: $$missing $$faster"; \
	  $$([ "$$(id -u)" = 0 ] || echo sudo) apt-get update -qq; \
	  [ -z "$$faster" ] || $(INSTALL) $$faster >/dev/null || echo "There is no $$faster; the tests run in chromium, which takes longer"; \
	  [ -z "$$missing" ] || $(INSTALL) $$missing >/dev/null; }

# What is tested is what is shipped: the versions of the lock, whatever is newest. Hashes are for the image alone, since another
# system may need other files.
$(VENV)/constraints.txt: requirements.lock
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	sed -n 's/^\([A-Za-z0-9_.-]*==[^ ]*\).*/\1/p' requirements.lock > $@

$(VENV)/.runtime: requirements.txt $(VENV)/constraints.txt
	$(BIN)/python -m pip install --quiet --requirement requirements.txt --constraint $(VENV)/constraints.txt
	touch $@

$(VENV)/.dev: requirements.txt requirements-dev.txt $(VENV)/constraints.txt
	$(BIN)/python -m pip install --quiet --requirement requirements-dev.txt --constraint $(VENV)/constraints.txt
	touch $@ $(VENV)/.runtime

clean:
	rm -rf $(VENV) $(SUPPLY) $(LOCKED) .pytest_cache .ruff_cache .mypy_cache .hypothesis
