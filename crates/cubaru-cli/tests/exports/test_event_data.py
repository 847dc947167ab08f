"""PLOVER records and CAMEO dyads: what event data programs read."""

from __future__ import annotations

import csv
import io
import json
import re

from conftest import Export, Json

# The classes of the PLOVER manual, and the names of its data fields that cubaru fills.
PLOVER = {
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST",
    "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
}  # fmt: skip
FIELDS = {
    "id", "date", "enddate", "actor", "recipient", "event", "event_loc", "event_text", "quad_code", "mode", "context", "text_info",
    "cite_info", "coder",
}  # fmt: skip
OWN = {"edtf", "class", "status", "certainty", "speakers"}


def test_plover_records(export: Export, whole: Json, visit: Json, texts: dict[str, str]) -> None:
    records = {r["id"]: r for r in map(json.loads, export("plover").decode().splitlines())}
    for record in records.values():
        assert record.keys() <= FIELDS | OWN
        assert set(record["event"]) <= PLOVER and len(record["event"]) == 1
        assert record["quad_code"] in {1, 2, 3, 4} and record["actor"]
        assert re.fullmatch(r"\d{4}-\d\d-\d\d", record["date"]) and record["date"] < record.get("enddate", "9999")
    reports = {r["id"]: r for r in whole["reports"]}
    wanted = {
        i
        for i, r in reports.items()
        if r["type"] in PLOVER and r["actor"] and r["earliest"] not in {None, "0001-01-01"} and r["status"] != "negated"
    }
    assert records.keys() == wanted and len(wanted) > 50
    record = records[visit["id"]]
    assert (record["event"], record["mode"], record["date"], record["quad_code"]) == (["CONSULT"], ["visit"], "2021-05-10", 1)
    assert record["actor"] == [
        {
            "code": "KEN",
            "sector": "GOV",
            "entity_text": "Amina Wanjiru",
            "identifier_id": visit["actor"][0]["id"],
            "identifier_text": "Amina Wanjiru",
        }
    ]
    text = texts[record["cite_info"]["citation"].removeprefix("sha256:")]
    (span,) = record["text_info"]
    assert "visited" in text[span["start"] : span["end"]] and record["event_text"] == ["visited"]
    assert record["cite_info"]["publication"] == "East | West \\ Gazette"


def _rows(data: bytes) -> list[list[str]]:
    # TSV as GDELT and ICEWS write it knows no quotation marks.
    return list(csv.reader(io.StringIO(data.decode(), newline=""), delimiter="\t", quoting=csv.QUOTE_NONE))


def test_gdelt(export: Export) -> None:
    rows = _rows(export("gdelt"))
    assert {len(row) for row in rows} == {61}
    assert len({row[0] for row in rows}) == len(rows) > 50
    for row in rows:
        number, day, month, year, code, root, quad = (row[i] for i in (0, 1, 2, 3, 26, 28, 29))
        assert int(number) > 0 and (row[5] or row[15])
        assert re.fullmatch(r"(\d{8})?", day) and re.fullmatch(r"(\d{6})?", month) and re.fullmatch(r"(\d{4})?", year)
        assert day.startswith(month) and month.startswith(year) or not day
        assert code.startswith(root) and 1 <= int(root) <= 20 and quad in {"1", "2", "3", "4"}
        assert row[25] in {"", "0", "1"} and row[60].startswith(("http", "urn:cubaru:document:"))
    (visit,) = (row for row in rows if row[5] == "KENGOV")
    assert visit[1:4] == ["20210510", "202105", "2021"] and visit[7] == "KEN" and visit[12] == "GOV" and visit[15] == "GHA"
    assert visit[26:30] == ["042", "042", "04", "1"] and visit[60] == "https://gazette.example.org/?a=1&b=2"


def test_icews(export: Export, whole: Json, visit: Json) -> None:
    head, *rows = _rows(export("icews"))
    assert head == [
        "Event ID", "Event Date", "Source Name", "Source Sectors", "Source Country", "Event Text", "CAMEO Code", "Intensity",
        "Target Name", "Target Sectors", "Target Country", "Story ID", "Sentence Number", "Publisher", "City", "District", "Province",
        "Country", "Latitude", "Longitude",
    ]  # fmt: skip
    assert {len(row) for row in rows} == {20}
    assert len(rows) == len(_rows(export("gdelt")))
    (row,) = (dict(zip(head, row, strict=True)) for row in rows if row[0].startswith(visit["id"] + "."))
    assert row["Event Date"] == "2021-05-10" and row["CAMEO Code"] == "042" and row["Event Text"] == "CONSULT visit"
    assert (row["Source Name"], row["Source Sectors"], row["Source Country"]) == ("Amina Wanjiru", "GOV", "KEN")
    assert (row["Target Name"], row["Target Country"]) == ("Ghana", "GHA") and row["Story ID"] == visit["document"]
    # Dyads are of events with a CAMEO code that took place.
    told = {r["id"]: r for r in whole["reports"]}
    for row in map(lambda r: dict(zip(head, r, strict=True)), rows):
        report = told[row["Event ID"].rsplit(".", 1)[0]]
        assert report["cameo"] == row["CAMEO Code"] and report["status"] in {"actual", "reported"}
