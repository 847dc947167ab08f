"""The tables of `cases/names`, which Rust and JavaScript read as well."""

from __future__ import annotations

import json
from types import MappingProxyType
from typing import Any

import pytest
from conftest import ROOT

import cubaru


def _table(name: str) -> list[list[str]]:
    lines = (ROOT / "cases/names" / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")]


def _person(cells: list[str]) -> dict[str, Any]:
    return dict(zip(["name", "country", "office", "year"], cells))


@pytest.mark.parametrize("row", _table("pairs.tsv"), ids=lambda row: f"{row[0]} {row[4]}")
def test_pairs(row: list[str]) -> None:
    a, b = _person(row[:4]), _person(row[4:8])
    found = cubaru.same_person(a, b)
    why = " ".join(reason.id for reason in found.why)
    assert [str(found.same).lower(), str(found.score), why] == row[8:]
    assert cubaru.same_person(MappingProxyType(b), a) == found and hash(cubaru.same_person(b, a)) == hash(found)
    assert all(reason.stance in ("for", "doubt", "against") for reason in found.why)


@pytest.mark.parametrize("row", _table("errors.tsv"), ids=lambda row: row[0])
def test_errors(row: list[str]) -> None:
    with pytest.raises(cubaru.CubaruError) as raised:
        cubaru.same_person(json.loads(row[0]), "Ana Diaz")
    assert [raised.value.code, str(raised.value)] == row[1:]
    assert raised.value.hint


def test_names_alone() -> None:
    found = cubaru.same_person("Ana Díaz", "ANA DIAZ")
    assert found.same and repr(found).startswith("<cubaru.Comparison: same, ")
    with pytest.raises(TypeError):
        cubaru.same_person(object(), "Ana Diaz")  # type: ignore[arg-type]
