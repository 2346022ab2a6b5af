# Everything a fresh clone needs is Python 3.11 or newer and make.
SHELL := /bin/sh
PY := .venv/bin/python

.PHONY: setup demo test check bench lock clean

setup: .venv/.runtime ## the interpreter in .venv with what the bot needs

demo: setup ## the bot against simulators; needs no account
	@exec $(PY) -m bot demo

test: .venv/.dev ## all checks and all tests
	@sh tests/run.sh

check: .venv/.dev ## the checks without the tests
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m mypy
	.venv/bin/lint-imports

bench: .venv/.dev ## speed and memory, as ratios in one run
	@$(PY) -m benchmarks

.venv/.python:
	@sh .ci/venv.sh

.venv/.runtime: requirements.lock | .venv/.python
	@$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements.lock
	@touch $@

.venv/.dev: requirements-dev.lock .venv/.runtime
	@$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements-dev.lock
	@touch $@

lock: ## write the lock files anew (needs uv)
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate pyproject.toml -o requirements.lock
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate pyproject.toml --group dev -c requirements.lock -o requirements-dev.lock

clean:
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
