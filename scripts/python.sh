#!/usr/bin/env bash
# Builds the Python wheel into .venv and tests it; opens the exports of the command line with the tools of others.
# Needs Rust and Python 3.10 or later; installs the rest into .venv.
#   scripts/python.sh            all of it
#   PYTHON=python3.12 scripts/python.sh   with another Python (used where .venv is first made)
#   CUBARU=FILE scripts/python.sh         with a command line that is built already, from this source
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
target=${CARGO_TARGET_DIR:-$PWD/target}
exports=crates/cubaru-cli/tests/exports

# A stage of several commands must stop at the first that fails: so none runs under `if`, `||` or `&&`.
stage() {
    local name=$1 began=$SECONDS
    shift
    echo "== python: $name"
    "$@"
    echo "== python: $name: $((SECONDS - began)) s"
}

name=python.sh
. scripts/common.sh

tools() {
    if [ ! -x .venv/bin/python ]; then
        "${PYTHON:-python3}" -c 'import sys; sys.exit(sys.version_info < (3, 10) and "cubaru needs Python 3.10 or later")'
        "${PYTHON:-python3}" -m venv .venv || {
            rm -rf .venv
            echo "no venv was made; on Debian and Ubuntu: apt install python3-venv" >&2
            return 1
        }
    fi
    retry .venv/bin/pip install --quiet --disable-pip-version-check -r bindings/python/requirements-dev.txt \
        -r "$exports"/requirements.txt
}

# FollowTheMoney's validator needs ICU. On Debian that can always be had; elsewhere its test is left out where it cannot be installed.
validator() {
    local install=(.venv/bin/pip install --quiet --disable-pip-version-check -r "$exports"/requirements-ftm.txt)
    if .venv/bin/python -c 'import followthemoney' 2>/dev/null; then
        return
    fi
    if command -v dpkg-query >/dev/null; then
        local needs=(g++ libicu-dev pkg-config)
        [ -e "$(.venv/bin/python -c 'import sysconfig; print(sysconfig.get_path("include"))')"/Python.h ] || needs+=(python3-dev)
        apt_install "${needs[@]}"
        retry "${install[@]}"
    elif ! "${install[@]}"; then
        export CUBARU_WITHOUT_FTM="pip cannot install it here; it needs ICU"
        echo "python.sh: FOLLOWTHEMONEY IS NOT TESTED: $CUBARU_WITHOUT_FTM" >&2
    fi
}

# The wheel itself is installed, so that what is tested is what users get: type hints and py.typed included.
wheel() {
    rm -rf "$target"/wheels
    .venv/bin/maturin build --quiet --profile dev --auditwheel skip --interpreter .venv/bin/python \
        --manifest-path bindings/python/Cargo.toml --out "$target"/wheels
    .venv/bin/pip install --quiet --disable-pip-version-check --no-index --no-deps --force-reinstall "$target"/wheels/cubaru-*.whl
}

# The tests hold Python's JSON against that of the command line, byte by byte.
program() {
    if [ -z "${CUBARU:-}" ]; then
        cargo build --quiet --package cubaru-cli
        CUBARU=$target/debug/cubaru
    fi
    export CUBARU
}

tests() {
    .venv/bin/python -m pytest --quiet bindings/python
}

# Each export is opened with the tool that people open it with.
exports() {
    .venv/bin/python -m pytest --quiet -c bindings/python/pyproject.toml --rootdir . -p no:cacheprovider "$exports"
    .venv/bin/python -m mypy --config-file bindings/python/pyproject.toml "$exports"
}

types() {
    .venv/bin/python -m mypy --config-file bindings/python/pyproject.toml -p cubaru
    .venv/bin/python -m mypy --config-file bindings/python/pyproject.toml bindings/python/tests examples/python
    .venv/bin/python -m mypy.stubtest --mypy-config-file bindings/python/pyproject.toml cubaru._native
}

example() {
    .venv/bin/python examples/python/read.py
}

stage "set-up" tools
stage "validator of FollowTheMoney" validator
stage "wheel" wheel
stage "command line" program
stage "tests" tests
stage "exports" exports
stage "types" types
stage "example" example
