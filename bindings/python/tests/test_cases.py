"""The project's Markdown cases, through Python's doors."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from conftest import ROOT
from test_offsets import check_quotes

import cubaru
from cubaru.cases import Case

FILES = sorted(path for path in (ROOT / "cases").rglob("*.md") if path.name != "README.md")
MARKDOWN = "layers: sentences\n\n## One\n\nWhy.\n\n```text\nA €. B.\n```\n\n```outline\nsentence \"A €.\"\n```\n"


def _each() -> Iterator[Any]:
    for path in FILES:
        for case in cubaru.cases.read(path.read_text(encoding="utf-8")):
            yield pytest.param(case, id=f"{path.stem}: {case.title}")


CASES = list(_each())


def test_there_are_cases() -> None:
    assert len(CASES) >= 40


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_file_reads_as_it_says(path: Path) -> None:
    assert cubaru.cases.check(cubaru.Reader.english(), path.read_text(encoding="utf-8")) == ()


@pytest.mark.parametrize("case", CASES)
def test_a_case_reads_the_same_through_every_door(case: Case, schema: dict[str, Any]) -> None:
    document = cubaru.read(case.text, published=case.published)
    assert document.outline(case.layers) == case.expected
    assert check_quotes(document) > 0
    value = json.loads(document.to_json())
    errors = jsonschema.Draft202012Validator(schema).iter_errors(value)
    assert [f"{error.json_path}: {error.message}" for error in errors] == []
    assert value["text"] == case.text


def test_what_came_out_otherwise_is_told() -> None:
    (case,) = cubaru.cases.read(MARKDOWN)
    assert (case.title, case.line, case.reason, case.layers, case.swap) == ("One", 3, "Why.", ("sentences",), False)
    assert (case.published, case.text, case.expected) == (None, "A €. B.", 'sentence "A €."')
    (failure,) = cubaru.cases.check(cubaru.Reader.english(), MARKDOWN)
    assert failure == cubaru.cases.Failure("One", 3, case.expected, 'sentence "A €."\nsentence "B."')


def test_a_broken_file_names_its_line() -> None:
    for door in (cubaru.cases.read, lambda markdown: cubaru.cases.check(cubaru.Reader.english(), markdown)):
        with pytest.raises(cubaru.CubaruError, match="line 1") as raised:
            door(MARKDOWN.replace("layers", "colours"))
        assert (raised.value.code, raised.value.span) == ("bad-case", None)
    with pytest.raises(cubaru.TooLongError) as too_long:
        cubaru.cases.check(cubaru.Reader.english().with_limit(3), MARKDOWN)
    assert too_long.value.span is None


def test_an_outline_has_no_other_layers() -> None:
    document = cubaru.read("Cuba said no.")
    assert document.outline([]) == ""
    with pytest.raises(cubaru.CubaruError, match="colours") as raised:
        document.outline(["tokens", "colours"])
    assert raised.value.code == "unknown-layer" and "tokens" in raised.value.hint
    with pytest.raises(TypeError):
        document.outline("tokens")
