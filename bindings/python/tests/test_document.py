"""A document: its lists agree with its JSON; it cannot be changed; it travels between processes and threads."""

from __future__ import annotations

import dataclasses
import json
import pickle
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from conftest import ARTICLES, Article

import cubaru


def _plain(value: Any) -> Any:
    """A value as it stands in JSON."""
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if dataclasses.is_dataclass(value):
        fields = [field.name for field in dataclasses.fields(value)]
        return {name.removesuffix("_"): _plain(getattr(value, name)) for name in fields}
    return value


def _full(value: Any, like: Any) -> Any:
    """JSON with what it leaves out (`norm` that equals the text, no entries, no title) as a value has it."""
    if isinstance(value, list):
        return [_full(item, other) for item, other in zip(value, like, strict=True)]
    if isinstance(value, dict):
        lacking = {name: item for name, item in like.items() if name not in value}
        assert all(item in (None, []) for item in lacking.values())
        return {name: _full(item, like[name]) for name, item in value.items()} | lacking
    return value


def test_lists_hold_what_the_json_holds(article: Article, schema: dict[str, Any]) -> None:
    document = article.read()
    whole = json.loads(document.to_json())
    assert list(whole) == list(schema["properties"])
    for name in whole.keys() - {"version"}:
        value = _plain(getattr(document, name))
        assert value == _full(whole[name], value), name


def test_json_is_compact_and_keeps_its_characters() -> None:
    text = 'Díaz-Canel said: "€300 🇨🇺"\n\u2028\0'
    line = cubaru.read(text).to_json()
    again = json.dumps(json.loads(line), ensure_ascii=False, separators=(",", ":"))
    assert line == again and "\n" not in line and "🇨🇺" in line


def test_a_list_is_made_once(article: Article) -> None:
    document = article.read()
    assert document.tokens is document.tokens
    assert document.text is document.text
    assert document.source is document.source


def test_nothing_can_be_changed(article: Article) -> None:
    document = article.read()
    with pytest.raises(AttributeError):
        document.text = "other"  # type: ignore[misc]
    with pytest.raises(AttributeError):
        document.note = "other"  # type: ignore[attr-defined]
    with pytest.raises(dataclasses.FrozenInstanceError):
        document.tokens[0].text = "other"  # type: ignore[misc]


def test_documents_are_equal_by_text_and_source(article: Article) -> None:
    document, again = article.read(), article.read()
    assert document == again and hash(document) == hash(again) and {document: 1}[again] == 1
    assert document != cubaru.read(article.text + ".", **article.known)
    assert document != cubaru.read(article.text, **article.known | {"title": "Another"})
    assert document != article.text


def test_pickles_give_the_same_document(article: Article) -> None:
    document = article.read()
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        again = pickle.loads(pickle.dumps(document, protocol))
        assert again == document and again.to_json() == document.to_json()
    assert pickle.loads(pickle.dumps(document.tokens)) == document.tokens


def test_a_pickle_of_a_long_text_needs_no_limit() -> None:
    document = cubaru.read(" " * (11 * 1024 * 1024), limit=20_000_000)
    assert pickle.loads(pickle.dumps(document)) == document


def test_the_words_at_anything_with_a_place() -> None:
    document = cubaru.read("🇨🇺 Cuba said no.")
    assert [document.words(token) for token in document.tokens] == [token.text for token in document.tokens]
    assert document.words(cubaru.Span(3, 7)) == "Cuba"
    assert document.words(cubaru.Span(3, 99)) == document.text[3:99]
    assert document.words(cubaru.Span(9, 3)) == ""
    with pytest.raises(AttributeError, match="start"):
        document.words("Cuba")  # type: ignore[arg-type]


def test_every_sentence_is_a_tree(article: Article) -> None:
    document = article.read()
    for sentence in document.sentences:
        heads = [token.head for token in document.tokens[sentence.first_token : sentence.last_token]]
        assert heads.count(None) == 1
        assert all(head is None or sentence.first_token <= head < sentence.last_token for head in heads)


def test_conllu_has_every_word(article: Article) -> None:
    document = article.read()
    lines = [line.split("\t") for line in document.conllu().splitlines() if line and line[0] != "#"]
    words = [line for line in lines if "-" not in line[0]]
    assert [line[1:5] for line in words] == [[token.text, token.lemma, token.upos, token.xpos] for token in document.tokens]
    assert [line[7] for line in words] == [token.relation for token in document.tokens]
    assert [int(line[6]) == 0 for line in words] == [token.head is None for token in document.tokens]
    assert cubaru.read("").conllu() == ""


def test_words_of_a_sentence_that_is_split_already() -> None:
    reader = cubaru.Reader.english()
    document = reader.read("Russia didn't sign the 😀 deal.")
    words = reader.words([token.text for token in document.tokens])
    assert isinstance(words, tuple) and isinstance(words[0], cubaru.Word)
    assert [dataclasses.astuple(word) for word in words] == [
        (token.lemma, token.upos, token.xpos, token.head, token.relation) for token in document.tokens
    ]
    assert reader.words(()) == ()
    for wrong in ("Cuba", 7, [7]):
        with pytest.raises(TypeError):
            reader.words(wrong)  # type: ignore[arg-type]


def test_repr_says_what_is_there() -> None:
    document = cubaru.read("\n  Cuba said no.\n\nRussia's reply came late.", published="2023-05")
    assert repr(document).startswith("<cubaru.Document 'Cuba said no.' (")
    assert f"{len(document.sentences)} sentences, {len(document.offices)} offices" in repr(document)
    assert "1 sentence," in repr(cubaru.read("Cuba said no.", title="It's \"no\""))
    assert len(repr(cubaru.read("x" * 1000))) < 200
    assert repr(cubaru.read("")).startswith("<cubaru.Document '' (no date): 0 sentences")


def test_threads_agree() -> None:
    alone = [article.read().to_json() for article in ARTICLES]
    for workers in (1, 8):
        with ThreadPoolExecutor(workers) as pool:
            together = list(pool.map(lambda article: article.read().to_json(), ARTICLES * 2))
        assert together == alone * 2


def test_threads_share_a_document(article: Article) -> None:
    document = article.read()
    with ThreadPoolExecutor(8) as pool:
        lists = list(pool.map(lambda _: document.tokens, range(32)))
    assert all(tokens is lists[0] for tokens in lists)


def test_other_threads_run_while_one_reads() -> None:
    text = "Russia and Cuba signed an agreement on Monday. " * 2_000
    reading = threading.Thread(target=cubaru.read, args=(text,))
    reading.start()
    ticks = 0
    while reading.is_alive():
        time.sleep(0.001)
        ticks += 1
    assert ticks > 5
