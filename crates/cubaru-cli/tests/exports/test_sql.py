"""The SQLite file itself, with Python's own sqlite3, and each view of docs/sql.md."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import QUOTE, ROOT, Json

DOCS = (ROOT / "docs/sql.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def database(base: Path) -> Iterator[sqlite3.Connection]:
    database = sqlite3.connect(f"{base.as_uri()}?mode=ro", uri=True)
    database.row_factory = sqlite3.Row
    yield database
    database.close()


def test_the_file_is_whole(database: sqlite3.Connection) -> None:
    assert [tuple(row) for row in database.execute("PRAGMA integrity_check")] == [("ok",)]
    assert database.execute("PRAGMA application_id").fetchone()[0] == 0x63627275
    version = database.execute("PRAGMA user_version").fetchone()[0]
    assert f"schema version, now {version}." in DOCS.replace("\n", " ")


def test_the_views_are_those_of_the_docs(database: sqlite3.Connection) -> None:
    views = {row["name"] for row in database.execute("SELECT name FROM sqlite_schema WHERE type = 'view'")}
    assert views == set(re.findall(r"^\*\*(\w+)\*\*:", DOCS, re.MULTILINE))
    for view in views:
        described = DOCS.split(f"**{view}**:")[1].split("\n**")[0].split("\nFull text")[0]
        columns = [row["name"] for row in database.execute(f"PRAGMA table_info({view})")]
        assert set(columns) <= set(re.findall(r"`(\w+)`", described)), view


def test_views_hold_what_the_json_holds(database: sqlite3.Connection, whole: Json) -> None:
    def ids(sql: str) -> set[str]:
        return {row[0] for row in database.execute(sql)}

    assert ids("SELECT document FROM sources") == {d["sha256"] for d in whole["documents"]}
    assert ids("SELECT id FROM events") == {r["id"] for r in whole["reports"]}
    assert ids("SELECT id FROM claims") == {c["id"] for c in whole["claims"]}
    assert ids("SELECT id FROM tenures") == {t["id"] for t in whole["tenures"]}
    persons = {e["id"]: e for e in whole["entities"] if e["kind"] == "person"}
    people = {row["id"]: row for row in database.execute("SELECT * FROM people")}
    assert people.keys() == persons.keys()
    for id, person in persons.items():
        assert (people[id]["name"], people[id]["code"]) == (person["name"], person["code"]), id
    parties = sum(len(r["actor"]) + len(r["recipient"]) + (r["place"] is not None) for r in whole["reports"])
    assert database.execute("SELECT count(*) FROM participants").fetchone()[0] == parties


def test_rows_that_we_know(database: sqlite3.Connection, visit: Json) -> None:
    row = database.execute("SELECT * FROM events WHERE id = ?", [visit["id"]]).fetchone()
    assert (row["actor"], row["actor_code"], row["recipient"], row["recipient_code"]) == ("Amina Wanjiru", "KENGOV", "Ghana", "GHA")
    assert (row["class"], row["mode"], row["earliest"], row["latest"]) == ("CONSULT", "visit", "2021-05-10", "2021-05-10")
    assert row["quote"].endswith(QUOTE) and row["publisher"] == "East | West \\ Gazette"
    tenure = database.execute("SELECT * FROM tenures WHERE document = ?", [visit["document"]]).fetchone()
    assert (tenure["name"], tenure["post"], tenure["country"]) == ("Amina Wanjiru", "foreign minister", "KEN")
    found = database.execute(
        "SELECT DISTINCT document FROM claims WHERE evidence IN (SELECT rowid FROM evidence_word WHERE evidence_word MATCH ?)",
        ['"visited ghana"'],
    ).fetchall()
    assert [row["document"] for row in found] == [visit["document"]]
