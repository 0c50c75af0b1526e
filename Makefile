# `make run` and `make test` do all the set-up on a fresh Debian or Ubuntu with Python 3.11 or newer, git and make.
SHELL := /bin/bash
PYTHON := .venv/bin/python
SOURCES := $(shell find desktop resources corpus/articles pyproject.toml README.md LICENSE -type f -not -name '*.pyc' 2>/dev/null)
OFFSCREEN := env -u DISPLAY -u WAYLAND_DISPLAY QT_QPA_PLATFORM=offscreen

.PHONY: run test check bundle bundle-test wheel shots bench trials mutants interop score scores learning agreement detector translations lock clean

run: .venv/.ready
	@.ci/run-app $(ARGS)

# A worker that dies fails the run at once: one that is started anew meets the same end, and now and then the run never ended.
test: .venv/.ready
	$(OFFSCREEN) $(PYTHON) -m pytest -n 2 --dist loadfile --max-worker-restart=0 -q

check: .venv/.ready
	$(PYTHON) -m ruff check .
	$(PYTHON) -m ruff format --check .
	$(PYTHON) -m mypy
	$(PYTHON) -m pytest -q tests/test_layers.py
	$(PYTHON) corpus/tools/check.py

# A folder that runs on a machine without Python, and the same packed.
bundle: .venv/.ready
	rm -rf dist/butda build/butda
	$(PYTHON) -m PyInstaller --noconfirm --log-level WARN build.spec
	$(PYTHON) .ci/bundle-licences dist/butda
	tar -C dist -c butda | xz -5 -T2 > dist/butda-linux-$$(uname -m).tar.xz
	@du -sm dist/butda dist/butda-linux-*.tar.xz

bundle-test: .venv/.ready
	$(PYTHON) tests/bundle.py dist/butda

wheel: .venv/.ready
	$(PYTHON) -m pip wheel -q --no-build-isolation --no-deps --no-index -w dist .

shots: .venv/.ready
	$(OFFSCREEN) $(PYTHON) -m tests.shots build/shots
	QT_SCALE_FACTOR=2 $(OFFSCREEN) $(PYTHON) -m tests.shots build/shots-2x 1440

bench: .venv/.ready
	$(OFFSCREEN) $(PYTHON) -m tests.benchmarks

# Every format, written from a hostile library and read by the programs of the field, in an environment of their own; a cluster there, too.
interop: .venv/.ready
	@test -x build/interop/venv/bin/python || $(PYTHON) -m venv build/interop/venv
	build/interop/venv/bin/python -m pip install -q --disable-pip-version-check --require-hashes -r tests/interop/requirements.lock
	build/interop/venv/bin/python -m pip install -q --disable-pip-version-check --require-hashes --no-deps -r tests/interop/alone.lock
	$(PYTHON) -m tests.interop build/interop/sets
	build/interop/venv/bin/python tests/interop/read.py build/interop/sets
	build/interop/venv/bin/python tests/interop/cluster.py build/interop/cluster

# Minutes of kills, power cuts and broken files; prints the table, fails unless nothing is lost, damaged or slow. Needs strace.
trials: .venv/.ready
	$(OFFSCREEN) $(PYTHON) -m tests.trials $(ARGS)

# One changed line at a time: do the tests notice? At least 36 of some 40.
mutants: .venv/.ready
	$(OFFSCREEN) $(PYTHON) -m tests.mutants $(ARGS)

# The detector against the corpus (on which its rules were tuned), the blind test and the forty pieces of twelve kinds, with 95 % intervals.
score: .venv/.ready
	@mkdir -p build
	@for set in gold blind learn held english english-held; do \
	  $(PYTHON) corpus/tools/check.py --of $$set --gold build/$$set.jsonl && $(PYTHON) -m desktop detect --score build/$$set.jsonl || exit 1; \
	done

# How sure a mark is, by its kind: measured on gold that no rule has seen; written only where it holds on the other half of it.
scores: .venv/.ready
	PYTHONPATH=. $(PYTHON) corpus/tools/scores.py && .ci/detector

# How much less a person corrects once a library has learned of decisions.
learning: .venv/.ready
	PYTHONPATH=. $(PYTHON) corpus/tools/learning.py

# How far two readers of the corpus agree, per label.
agreement: .venv/.ready
	$(PYTHON) corpus/tools/agreement.py

# The detector's version: after each change of its rules, lists or model, and after a merge of two.
detector:
	@python3 .ci/detector

translations: .venv/.ready
	.ci/translations

# Exact versions and hashes of everything, build backend included; no address in it. Needs pip-tools.
lock:
	$(PYTHON) -m piptools compile -q --extra dev --generate-hashes --strip-extras --allow-unsafe --no-emit-index-url \
	  --no-emit-trusted-host --no-emit-find-links --no-emit-options --no-header -o requirements.lock pyproject.toml

clean:
	rm -rf build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find . -name __pycache__ -type d -not -path './.venv/*' -prune -exec rm -rf {} +

.venv/.packages: requirements.lock .ci/setup
	@.ci/setup
	@touch $@

# The project itself, so that .venv/bin/butda is the checkout's: no editable install, made again whenever a file of it changed.
.venv/.ready: .venv/.packages $(SOURCES)
	@$(PYTHON) -m pip install -q --disable-pip-version-check --no-build-isolation --no-deps --no-index --force-reinstall .
	@touch $@
