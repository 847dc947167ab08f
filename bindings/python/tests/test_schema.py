"""The JSON keeps to its schema, and the classes to both."""

from __future__ import annotations

import dataclasses
import json
from typing import Any, get_args

import jsonschema
import pytest
from conftest import ROOT, Article

import cubaru


def test_the_schema_is_one(schema: dict[str, Any]) -> None:
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"


@pytest.mark.parametrize("before", ["", "😀 "])
def test_json_keeps_to_the_schema(article: Article, schema: dict[str, Any], before: str) -> None:
    value = json.loads(article.read(before).to_json())
    errors = jsonschema.Draft202012Validator(schema).iter_errors(value)
    assert [f"{error.json_path}: {error.message}" for error in errors] == []


def test_the_schema_would_notice(article: Article, schema: dict[str, Any]) -> None:
    value = json.loads(article.read().to_json())
    value["tokens"][0]["kind"] = "verb"
    assert not jsonschema.Draft202012Validator(schema).is_valid(value)


def test_a_document_has_every_property_of_the_schema(schema: dict[str, Any]) -> None:
    assert schema["properties"].keys() - {"version"} <= vars(cubaru.Document).keys()


def test_classes_have_the_fields_of_the_schemas(schema: dict[str, Any]) -> None:
    answers = json.loads((ROOT / "docs/schema/answers-1.json").read_text(encoding="utf-8"))
    for name, shape in {**schema["$defs"], **answers["$defs"]}.items():
        value = getattr(cubaru, name)
        if shape.get("type") == "object":
            assert [field.name.removesuffix("_") for field in dataclasses.fields(value)] == list(shape["properties"])
            assert shape["description"].split("\n\n")[0] in value.__doc__
        elif "oneOf" in shape:
            assert list(get_args(value)) == [variant["const"] for variant in shape["oneOf"]]
