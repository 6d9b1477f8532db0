# The only entry points. Each installs what it lacks first: into .venv and node_modules, and by apt the programs that
# tests want beside Python. What is already there is used as it is.

# MkDocs would fill each log with a long notice about a version that this site cannot use.
export NO_MKDOCS_2_WARNING := 1

BIN := .venv/bin
# Another site that is built with these hooks and templates: make serve SITE=../my-site
SITE := .
# Where the preview answers; another one if it is taken: make serve PORT=8001
PORT := 8000
# What MkDocs finds in mkdocs.yml itself, it tells without a line
SETTINGS := PYTHONPATH=hooks $(BIN)/python -m microsite.build.check_settings $(SITE)/mkdocs.yml
# The release of Debian that test-fresh installs
SUITE := bookworm
COMPILE := CUSTOM_COMPILE_COMMAND="make lock" $(BIN)/pip-compile --quiet --generate-hashes --allow-unsafe --strip-extras \
	--no-emit-index-url --no-emit-trusted-host --no-emit-find-links --no-emit-options $(UPGRADE)

# What the server asks for and does not use (a Markdown reader written in C) is left out of its lock.
COMPILE_COMMENTS := $(filter-out --allow-unsafe,$(COMPILE)) $(addprefix --unsafe-package=,misaka cffi pycparser setuptools) \
	--output-file requirements/comments.txt requirements/comments.in

.PHONY: serve build test test-fresh check check-python check-settings check-scripts check-site lock programs new schemas mutate pictures comments readability stale weigh offline bench coverage map audit sbom

serve: .venv/site.installed # shows the site at http://127.0.0.1:8000, and anew after each save
	@$(SETTINGS)
	@case "$(PORT)" in *[!0-9]*|"") echo "PORT: expected a number such as 8001, found '$(PORT)'" >&2; exit 1;; esac
	@$(BIN)/mkdocs serve --config-file $(SITE)/mkdocs.yml --dev-addr 127.0.0.1:$(PORT)

build: .venv/site.installed # writes the site into site/
	@$(SETTINGS)
	$(BIN)/mkdocs build --strict --config-file $(SITE)/mkdocs.yml

test: .venv/test.installed .venv/comments/.installed .venv/properdocs/.installed .venv/supply/.installed node_modules/.installed programs # everything, as CI does; the tests run even if a check fails
	@$(MAKE) --keep-going --jobs=2 --output-sync=target check; checked=$$?; $(BIN)/python -m pytest --numprocesses=auto --dist=worksteal && exit $$checked

test-fresh: # everything in a new root of Debian, as root; another release: make test-fresh SUITE=trixie
	tools/test-fresh.sh $(SUITE)

check: check-python check-settings check-scripts check-site # code, settings and data, without a browser

check-python: .venv/test.installed
	$(BIN)/ruff check && $(BIN)/ruff format --check
	$(BIN)/mypy

check-settings: .venv/test.installed
	$(BIN)/yamllint --strict .
	$(BIN)/check-jsonschema --builtin-schema vendor.github-workflows .github/workflows/*.yml
	$(BIN)/check-jsonschema --builtin-schema vendor.dependabot .github/dependabot.yml

check-scripts: node_modules/.installed
	node_modules/.bin/tsc --project jsconfig.json || { test -x node_modules/.bin/tsc || echo "Install it with: npm ci"; exit 1; }

check-site: .venv/test.installed # a value, an id or a link that is wrong stops the build with its file and line
	$(BIN)/mkdocs build --strict --site-dir build/check

coverage: .venv/test.installed # which lines and branches of hooks/ the unit tests alone run; fails below 95% and 90%
	$(BIN)/python -m pytest --quiet --numprocesses=auto --cov --cov-report=json:build/coverage.json --cov-report=term tests/unit hooks
	$(BIN)/python tests/coverage_limits.py build/coverage.json

readability: .venv/test.installed # the reading grade of every page and section
	$(BIN)/mkdocs build --strict --site-dir build/check
	PYTHONPATH=tests $(BIN)/python tests/site/readability.py $$(find build/check -name index.html | sort)

stale: .venv/site.installed # pages whose next review is past
	@PYTHONPATH=hooks $(BIN)/python -m microsite.preview.reviews

pictures: .venv/test.installed programs # every page as it looks, into build/pictures; of some pages: make pictures PAGES="foods habits"
	$(BIN)/python tests/pictures.py $(PAGES)

weigh: .venv/test.installed # what the first view of each page costs a reader; fails over the budget
	$(BIN)/mkdocs build --strict --site-dir build/weigh
	$(BIN)/python tests/weigh.py build/weigh

offline: .venv/site.installed # the site as build/offline.zip, which opens from a folder, without a server and a network
	$(BIN)/mkdocs build --strict --no-directory-urls --config-file $(SITE)/mkdocs.yml --site-dir $(CURDIR)/build/offline
	$(BIN)/python tools/pack_offline.py build/offline build/offline.zip

bench: .venv/test.installed programs # times, as ratios, beside stock Material, a page by hand and other tables; Lighthouse
	$(BIN)/python tests/bench/site_bench.py
	$(BIN)/python tests/bench/table_bench.py

lock: .venv/test.installed # after a change to pyproject.toml or package.json; for newer versions: make lock UPGRADE=--upgrade
	$(COMPILE) --extra test --output-file requirements/test.txt pyproject.toml
	$(COMPILE) --constraint requirements/test.txt --output-file requirements/site.txt pyproject.toml
	$(COMPILE_COMMENTS)
	$(COMPILE) --output-file requirements/supply.txt requirements/supply.in
	$(COMPILE) --constraint requirements/test.txt --extra exit --output-file requirements/properdocs.txt pyproject.toml
	npm install --package-lock-only

audit: .venv/supply/.installed # asks whether a locked version has a published weakness; needs the network
	.venv/supply/bin/pip-audit --strict --require-hashes --disable-pip --progress-spinner off $(addprefix --requirement ,$(wildcard requirements/*.txt))
	npm audit --package-lock-only

sbom: .venv/supply/.installed # what the site is built and checked with, as CycloneDX, into build/
	mkdir -p build
	.venv/supply/bin/cyclonedx-py requirements --pyproject pyproject.toml --output-reproducible --output-file build/sbom-python.json requirements/site.txt
	npm sbom --package-lock-only --sbom-format cyclonedx > build/sbom-node.json

comments: .venv/comments/.installed # a comment server for trying out; tools/comments.cfg says how to see it on the site
	mkdir -p build/comments
	.venv/comments/bin/isso -c tools/comments.cfg run

new: .venv/site.installed # writes a small site on another subject: make new DIR=../my-site
	@$(BIN)/python tools/new_site.py "$(DIR)"

map: .venv/bin/python # after a change to the folders of hooks/microsite: the picture in CONTRIBUTING.md
	$(BIN)/python tools/draw_house.py

schemas: .venv/site.installed # after a change to a model or to tables.yml: the help that editors of YAML read
	PYTHONPATH=hooks $(BIN)/python -m microsite.guide.json_schemas schemas

mutate: .venv/test.installed # breaks the pages, the data and the built site in many ways; a test must notice each
	$(BIN)/python tests/mutate.py $(ONLY)

programs:
	@tools/install-programs.sh chromium driver firefox git java nginx npm pandoc pdftotext wide-font middle-font narrow-font

.venv/bin/python:
	tools/make-venv.sh .venv

.venv/site.installed: requirements/site.txt | .venv/bin/python
	$(BIN)/python -m pip install --quiet --require-hashes -r $< && touch $@

# The test lock holds all of the site lock: after it nothing is left to install for the site.
.venv/test.installed: requirements/test.txt | .venv/bin/python
	$(BIN)/python -m pip install --quiet --require-hashes -r $< && touch $@ .venv/site.installed

# In an environment of its own, because it asks for a package that it does not use and that wants a C compiler.
.venv/comments/.installed: requirements/comments.txt | .venv/bin/python
	tools/make-venv.sh .venv/comments
	.venv/comments/bin/python -m pip install --quiet --require-hashes --no-deps -r $< && touch $@

# The fork of MkDocs, apart from it: each would take the other's place.
.venv/properdocs/.installed: requirements/properdocs.txt | .venv/bin/python
	tools/make-venv.sh .venv/properdocs
	.venv/properdocs/bin/python -m pip install --quiet --require-hashes -r $< && touch $@

# Apart from what it looks at.
.venv/supply/.installed: requirements/supply.txt | .venv/bin/python
	tools/make-venv.sh .venv/supply
	.venv/supply/bin/python -m pip install --quiet --require-hashes -r $< && touch $@

# Where this cannot be done, the tests that want a package of npm fail and say what to install.
node_modules/.installed: package-lock.json .npmrc
	@tools/install-programs.sh npm
	-npm ci && touch $@
