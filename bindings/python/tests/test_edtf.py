"""The tables of `cases/edtf`, which Rust and JavaScript read as well."""

from __future__ import annotations

import copy
import datetime
import pickle

import pytest
from conftest import ROOT

import cubaru


def _table(name: str) -> list[list[str]]:
    lines = (ROOT / "cases/edtf" / name).read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    assert len(rows) > 30
    return rows


def _date(bound: str) -> datetime.date | None:
    return datetime.date.fromisoformat(bound) if len(bound) == 10 and not bound.startswith("0000") else None


@pytest.mark.parametrize("row", _table("values.tsv"), ids=lambda row: row[0])
def test_values(row: list[str]) -> None:
    written, printed, kind, precision, marks, earliest, latest = row
    edtf = cubaru.Edtf(written)
    assert (str(edtf), edtf.kind, edtf.precision or "") == (printed, kind, precision)
    assert "?" * edtf.is_uncertain + "~" * edtf.is_approximate == marks
    assert edtf.bounds == (earliest, latest)
    assert (edtf.earliest, edtf.latest) == (_date(earliest), _date(latest))
    again = cubaru.Edtf(printed)
    assert again == edtf and hash(again) == hash(edtf) and not again < edtf
    assert pickle.loads(pickle.dumps(edtf)) == copy.deepcopy(edtf) == edtf
    assert eval(repr(edtf)) == edtf


@pytest.mark.parametrize("row", _table("errors.tsv"), ids=lambda row: row[0])
def test_errors(row: list[str]) -> None:
    written, code, start, _, message = row
    with pytest.raises(cubaru.EdtfError) as raised:
        cubaru.Edtf(written)
    error = raised.value
    assert error.span is not None
    assert (error.code, error.span.start, str(error)) == (code, int(start), message)
    assert error.hint
    assert error.span.end - error.span.start <= len(written)


@pytest.mark.parametrize("row", _table("relations.tsv"), ids=lambda row: f"{row[0]} {row[1]}")
def test_relations(row: list[str]) -> None:
    one, other = cubaru.Edtf(row[0]), cubaru.Edtf(row[1])
    assert (one.relation(other) or "", " ".join(one.relations(other))) == (row[2], row[3])


def test_other_types() -> None:
    assert cubaru.Edtf("2023") != "2023"
    with pytest.raises(TypeError):
        cubaru.Edtf("2023") < "2024"  # type: ignore[operator]
    with pytest.raises(TypeError):
        cubaru.Edtf(2023)  # type: ignore[arg-type]
