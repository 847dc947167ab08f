"""CSV and Parquet: the same tables, opened by pandas, pyarrow and Python's own csv."""

from __future__ import annotations

import csv
import datetime
import io
import re
from typing import Any

import pandas
import pyarrow
import pyarrow.parquet
import pytest
from conftest import QUOTE, Export, Json

LISTS = {"events": "reports", "claims": "claims", "tenures": "tenures", "entities": "entities"}


def _unlisted(cell: str) -> list[str]:
    """The items of a list, as docs/export.md tells how they are written."""
    return [re.sub(r"\\(.)", r"\1", item, flags=re.DOTALL) for item in cell.split(" | ")] if cell else []


def _typed(cell: str, kind: pyarrow.DataType) -> Any:
    if pyarrow.types.is_list(kind):
        return _unlisted(cell)
    if cell == "":
        return None
    if pyarrow.types.is_date32(kind):
        return datetime.date.fromisoformat(cell)
    if pyarrow.types.is_int32(kind):
        return int(cell)
    if pyarrow.types.is_boolean(kind):
        return {"true": True, "false": False}[cell]
    assert pyarrow.types.is_string(kind), kind
    return cell


@pytest.mark.parametrize("subject", LISTS)
def test_parquet_and_csv_are_the_same_table(export: Export, whole: Json, subject: str) -> None:
    table = pyarrow.parquet.read_table(io.BytesIO(export(f"parquet-{subject}")))
    table.validate(full=True)
    head, *rows = csv.reader(io.StringIO(export(f"csv-{subject}").decode(), newline=""), strict=True)
    assert head == table.column_names
    assert len(rows) == table.num_rows == len(whole[LISTS[subject]])
    kinds = [field.type for field in table.schema]
    for row, other in zip(rows, table.to_pylist(), strict=True):
        # CSV alone cannot tell a list of one item that is not known from an empty list.
        known = {name: [] if value == [""] else value for name, value in other.items()}
        assert dict(zip(head, (_typed(cell, kind) for cell, kind in zip(row, kinds, strict=True)), strict=True)) == known
    assert table.column("id").to_pylist() == [item["id"] for item in whole[LISTS[subject]]]


@pytest.mark.parametrize("subject", LISTS)
def test_pandas_reads_both(export: Export, subject: str) -> None:
    parquet = pandas.read_parquet(io.BytesIO(export(f"parquet-{subject}")))
    text = pandas.read_csv(io.BytesIO(export(f"csv-{subject}")), dtype=str, keep_default_na=False)
    assert list(parquet.columns) == list(text.columns)
    for column in {"id", "document", "quote", "name"} & set(parquet.columns):
        assert parquet[column].fillna("").tolist() == text[column].tolist()


def test_types_are_those_of_the_docs(export: Export) -> None:
    schema = pyarrow.parquet.read_schema(io.BytesIO(export("parquet-events")))
    kinds = {name: str(schema.field(name).type).replace("large_", "") for name in schema.names}
    assert {kinds[name] for name in ("earliest", "latest")} == {"date32[day]"}
    assert {kinds[name] for name in ("start", "end")} == {"int32"}
    assert {name for name, kind in kinds.items() if kind.startswith("list")} == {
        f"{side}{what}" for side in ("actor", "recipient") for what in ("", "_id", "_code", "_words")
    } | {"contexts", "trigger", "speaker", "speaker_id"}
    tenures = pyarrow.parquet.read_schema(io.BytesIO(export("parquet-tenures")))
    assert {str(tenures.field(name).type) for name in ("former", "acting")} == {"bool"}


def test_the_example_of_the_docs(export: Export, visit: Json, texts: dict[str, str]) -> None:
    events = pandas.read_parquet(io.BytesIO(export("parquet")))
    visits = events[(events["class"] == "CONSULT") & (events["mode"] == "visit")]
    row = visits[visits["document_id"] == "trap"].iloc[0]
    assert row["id"] == visit["id"] and row["earliest"] == row["latest"] == datetime.date(2021, 5, 10)
    assert list(row["actor"]) == ["Amina Wanjiru"] and list(row["actor_code"]) == ["KENGOV"] and list(row["recipient_code"]) == ["GHA"]
    assert row["publisher"] == "East | West \\ Gazette" and row["quote"].endswith(QUOTE)
    assert texts[row["document"]][row["start"] : row["end"]] == row["quote"]
