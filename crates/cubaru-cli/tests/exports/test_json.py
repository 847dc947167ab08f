"""JSON by its schema, JSON lines, and that both quote what the texts say."""

from __future__ import annotations

import copy
import json
from collections import Counter
from typing import Any

import jsonschema
from conftest import QUOTE, ROOT, Export, Json

SCHEMA = json.loads((ROOT / "docs/schema/base-1.json").read_text(encoding="utf-8"))
LISTS = {
    "documents": "document",
    "entities": "entity",
    "events": "event",
    "reports": "report",
    "claims": "claim",
    "tenures": "tenure",
    "contradictions": "contradiction",
    "drifts": "drift",
    "dependencies": "dependency",
    "counts": "count",
    "findings": "finding",
}


def _errors(value: Any) -> list[str]:
    return [f"{error.json_path}: {error.message}" for error in jsonschema.Draft202012Validator(SCHEMA).iter_errors(value)]


def test_json_keeps_to_its_schema(whole: Json) -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    assert _errors(whole) == []
    assert len(whole["documents"]) == 94
    for name in LISTS.keys() - {"contradictions"}:
        assert whole[name], name


def test_the_schema_would_notice(whole: Json) -> None:
    for where, key, value in [
        (("reports", 0), "certainty", "sure"),
        (("claims", 0), "status", None),
        (("entities", 0, "mentions", 0), "start", "0"),
        (("events", 0), "own", 1),
        ((), "unit", "byte"),
    ]:
        spoiled = copy.deepcopy(whole)
        place: Any = spoiled
        for step in where:
            place = place[step]
        place[key] = value
        assert _errors(spoiled) != [], key


def test_lines_are_the_same_records(export: Export, whole: Json) -> None:
    lines = [json.loads(line) for line in export("jsonl").decode().removesuffix("\n").split("\n")]
    assert lines[0] == {"record": "base", "version": whole["version"], "unit": whole["unit"]}
    for name, kind in LISTS.items():
        assert [{k: v for k, v in line.items() if k != "record"} for line in lines if line["record"] == kind] == whole[name], name
    assert len(lines) == 1 + sum(len(whole[name]) for name in LISTS)


def test_every_place_counts_code_points(whole: Json, texts: dict[str, str]) -> None:
    compared: Counter[str] = Counter()

    def walk(value: Any, text: str | None) -> None:
        if isinstance(value, list):
            for inner in value:
                walk(inner, text)
        if not isinstance(value, dict):
            return
        hash = value.get("sha256", value.get("document"))
        text = texts[hash] if hash is not None else text
        if {"start", "end", "text"} <= value.keys():
            # The items of a count are those of its second side.
            assert text is None or text[value["start"] : value["end"]] == value["text"], value
            compared["words" if text else "without a document"] += 1
        if {"position", "quote"} <= value.keys():
            at, quote = value["position"], value["quote"]
            assert text is not None and text[at["start"] : at["end"]] == quote["exact"], value
            assert text[: at["start"]].endswith(quote["prefix"]) and text[at["end"] :].startswith(quote["suffix"])
            compared["quotes"] += 1
        for inner in value.values():
            walk(inner, text)

    walk(whole, None)
    assert compared["words"] > 1500 and compared["quotes"] > 800
    assert compared["without a document"] == sum(len(count["items"]) for count in whole["counts"])


def test_a_report_that_we_know(visit: Json) -> None:
    assert [p["name"] for p in visit["actor"]] == ["Amina Wanjiru"] and [p["code"] for p in visit["actor"]] == ["KENGOV"]
    assert [p["code"] for p in visit["recipient"]] == ["GHA"]
    (evidence,) = visit["evidence"]
    # In UTF-16 units one more, in bytes four.
    assert evidence["quote"]["exact"] in {QUOTE, "😀 " + QUOTE} and evidence["position"]["end"] == 2 + len(QUOTE)


def test_conditions_narrow(export: Export, visit: Json) -> None:
    some = json.loads(export("json", "--actor", "KEN", "--of", "CONSULT", "--between", "2021-05..2021-06"))
    assert _errors(some) == []
    assert [r["id"] for r in some["reports"]] == [visit["id"]] and len(some["documents"]) == 1
