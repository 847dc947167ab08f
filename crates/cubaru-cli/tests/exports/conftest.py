"""A base of examples/cuba-russia and one article full of traps, and its exports, made by the program that CUBARU names."""

from __future__ import annotations

import functools
import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[4]
PROGRAM = os.environ.get("CUBARU", "")

# Every sign here means something to one of the formats; the emoji moves what counts bytes or UTF-16 units.
TRAP = "😀 Kenyan Foreign Minister Amina Wanjiru visited Ghana on Monday.\n\n“Ghana & Kenya <agreed> nothing,” Wanjiru said.\n"
TRAP_SOURCE = {
    "id": "trap",
    "title": 'A "visit", <b>or</b> two & more',
    "publisher": "East | West \\ Gazette",
    "url": "https://gazette.example.org/?a=1&b=2",
    "published": "2021-05-12",
}
VISIT = {"class": "CONSULT", "mode": "visit", "date": "2021-05-10"}
QUOTE = "Kenyan Foreign Minister Amina Wanjiru visited Ghana on Monday."

Json = dict[str, Any]
Export = Callable[..., bytes]


def run(*arguments: str | Path) -> bytes:
    """What the program prints; it must end well and have nothing to say beside it."""
    ran = subprocess.run([PROGRAM, *arguments], capture_output=True)
    assert (ran.returncode, ran.stderr) == (0, b""), ran.stderr.decode()
    return ran.stdout


@pytest.fixture(scope="session")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    assert PROGRAM, "CUBARU names no program; scripts/python.sh builds it"
    folder = tmp_path_factory.mktemp("exports")
    trap = folder / "trap.txt"
    trap.write_text(TRAP, encoding="utf-8")
    trap.with_suffix(".json").write_text(json.dumps(TRAP_SOURCE), encoding="utf-8")
    base = folder / "cuba-russia.sqlite"
    run("base", "add", base, *sorted((ROOT / "examples/cuba-russia").glob("*.txt")), trap)
    return base


@pytest.fixture(scope="session")
def export(base: Path) -> Export:
    """Exports the base in a format, with conditions where they are given."""

    @functools.cache
    def export(format: str, *conditions: str) -> bytes:
        return run("base", "export", base, "--format", format, *conditions)

    return export


@pytest.fixture(scope="session")
def whole(export: Export) -> Json:
    """The JSON export: what the other formats are held against."""
    whole: Json = json.loads(export("json"))
    return whole


@pytest.fixture(scope="session")
def visit(whole: Json) -> Json:
    """The report of the visit that the article full of traps tells."""
    (document,) = (d for d in whole["documents"] if d["source"].get("id") == "trap")
    (visit,) = (r for r in whole["reports"] if r["document"] == document["sha256"] and r["mode"] == "visit")
    report: Json = visit
    assert {key: report[key] for key in VISIT} == VISIT
    return report


@pytest.fixture(scope="session")
def texts(base: Path, whole: Json) -> dict[str, str]:
    """The texts by their hashes, from the files and not from the base."""
    import hashlib

    files = [*(ROOT / "examples/cuba-russia").glob("*.txt"), base.parent / "trap.txt"]
    texts = {hashlib.sha256(file.read_bytes()).hexdigest(): file.read_bytes().decode() for file in files}
    assert texts.keys() == {d["sha256"] for d in whole["documents"]}
    return texts
