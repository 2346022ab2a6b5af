#!/bin/sh
# All checks, then all tests. `make test` has made the environment.
set -eu
PY=.venv/bin/python

"$PY" -m ruff check .
"$PY" -m ruff format --check .
"$PY" -m mypy
.venv/bin/lint-imports

# Browser tests need a Chromium. Debian's is installed where that is possible without asking; elsewhere any will do.
PATH="$PATH:/usr/sbin:/sbin" # where what installs packages has its tools
if ! "$PY" -m tests.chromium >/dev/null 2>&1 && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "installing Chromium for the browser tests" >&2
    (apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium fonts-noto-cjk) >/dev/null 2>&1 || true
fi
if ! "$PY" -m tests.chromium >/dev/null 2>&1; then
    echo "################ NO CHROMIUM FOUND: THE BROWSER TESTS DO NOT RUN ################" >&2
fi

exec "$PY" -m pytest -n 2 --dist loadgroup
