#!/bin/sh
# Makes .venv with the first Python that is new enough and has venv. A name on PATH proves nothing
# (version managers leave shims for versions that are not active), so each candidate is asked.
set -eu
for candidate in python3.14 python3.13 python3.12 python3.11 python3; do
    if "$candidate" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then
        rm -rf .venv
        "$candidate" -m venv .venv
        touch .venv/.python
        exit 0
    fi
done
echo "Yotei needs Python 3.11 or newer with the venv module." >&2
echo "Debian/Ubuntu: apt-get install python3 python3-venv    macOS: brew install python" >&2
exit 1
