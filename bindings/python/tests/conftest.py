"""What all tests share: the bundled articles and the JSON Schema."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path
from typing import Any

import pytest

import cubaru

ROOT = Path(__file__).resolve().parents[3]
TEXTS = sorted((ROOT / "examples/articles").glob("*.txt"))


@dataclasses.dataclass(frozen=True)
class Article:
    """A bundled article: its text and what is known of it."""

    name: str
    text: str
    known: dict[str, Any]

    def read(self, before: str = "") -> cubaru.Document:
        return cubaru.read(before + self.text, **self.known)


def _article(path: Path) -> Article:
    known = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    return Article(path.stem, path.read_text(encoding="utf-8"), known)


ARTICLES = [_article(path) for path in TEXTS]


@pytest.fixture(params=ARTICLES, ids=lambda article: article.name)
def article(request: pytest.FixtureRequest) -> Article:
    article: Article = request.param
    return article


@pytest.fixture(scope="session")
def schema() -> dict[str, Any]:
    text = (ROOT / "docs/schema/document-1.json").read_text(encoding="utf-8")
    schema: dict[str, Any] = json.loads(text)
    return schema
