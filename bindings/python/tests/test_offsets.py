"""Quote-back: every place in every list slices out the words that it quotes, whatever the width of the characters."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from typing import Any

import pytest
from conftest import ARTICLES, Article

import cubaru

LAYERS = [
    name for name, member in vars(cubaru.Document).items() if not name.startswith("_") and not callable(member)
]
BEFORE = ["", "😀 ", "€€€\n\n", "👩\u200d👩\u200d👧 said: “\u202eZürich\u202c”\r\n\r\n"]


def _inside(value: Any) -> Iterator[Any]:
    """A value and all values in it."""
    if isinstance(value, tuple):
        for item in value:
            yield from _inside(item)
    elif dataclasses.is_dataclass(value):
        yield value
        for field in dataclasses.fields(value):
            yield from _inside(getattr(value, field.name))


def check_quotes(document: cubaru.Document) -> int:
    """Checks every quoted place of a document, and says how many there are."""
    quoted = 0
    for layer in LAYERS:
        for value in _inside(getattr(document, layer)):
            if isinstance(value, cubaru.Evidence):
                start, end = value.position.start, value.position.end
                assert document.text[start:end] == value.quote.exact
                assert document.text[:start].endswith(value.quote.prefix)
                assert document.text[end:].startswith(value.quote.suffix)
            if not hasattr(value, "start"):
                continue
            assert 0 <= value.start <= value.end <= len(document.text), value
            if hasattr(value, "text"):
                assert document.text[value.start : value.end] == value.text == document.words(value), value
                quoted += 1
    return quoted


@pytest.mark.parametrize("before", BEFORE)
def test_every_place_quotes_its_words(article: Article, before: str) -> None:
    document = article.read(before)
    assert check_quotes(document) >= len(document.tokens) > 0


@pytest.mark.parametrize(
    "text",
    ["", "😀", "e\u0301\u0301 €1,000.50 🇷🇺🇨🇺", "“€", "\ufeffCuba\r\n\r\n— said ‘“no”’\0", "👍🏽 Havana\u200b-\u200bMoscow"],
)
def test_odd_characters(text: str) -> None:
    check_quotes(cubaru.read(text))


def test_tokens_tile_the_text(article: Article) -> None:
    document = article.read("€ 😀\n")
    end = 0
    for token in document.tokens:
        assert document.text[end : token.start].strip() == ""
        assert token.end > token.start >= end
        end = token.end
    assert document.text[end:].strip() == ""


def test_each_layer_is_filled_and_quotes() -> None:
    documents = [article.read("“No base, Havana\u200b said.\n\n") for article in ARTICLES]
    documents.append(cubaru.read("€ Lavrov visited Cuba on April 20, 2023.", published="2022"))
    assert [layer for layer in LAYERS if not any(getattr(document, layer) for document in documents)] == []
    assert all(check_quotes(document) for document in documents)
    (diagnostic,) = documents[-1].diagnostics
    assert diagnostic.span is not None and documents[-1].words(diagnostic.span) == "April 20, 2023"
