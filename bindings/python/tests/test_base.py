"""Knowledge bases: the table of `cases/base`, which Rust and JavaScript run as well; files; offsets; threads; errors."""

from __future__ import annotations

import dataclasses
import datetime
import json
import os
import sqlite3
import subprocess
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import reduce
from pathlib import Path
from typing import Any

import pytest
from conftest import ARTICLES, ROOT, Article

import cubaru

CASES = ROOT / "cases/base"
PROGRAM = os.environ.get("CUBARU", "")
FORMATS = (
    "json jsonl plover gdelt icews csv-events csv-claims csv-tenures csv-entities parquet-events parquet-claims parquet-tenures "
    "parquet-entities turtle nquads jsonld ftm graphml gexf timelinejs annotations conllu markdown html"
).split()


def _documents() -> Iterator[cubaru.Document]:
    for line in (CASES / "documents.jsonl").read_text(encoding="utf-8").splitlines():
        yield cubaru.read(**json.loads(line))


def _plain(value: object) -> Any:
    """What JSON has for a value; what is not known is left out."""
    if dataclasses.is_dataclass(value):
        fields = {field.name.removesuffix("_"): getattr(value, field.name) for field in dataclasses.fields(value)}
        return _plain(fields)
    if isinstance(value, dict):
        return {key: _plain(inner) for key, inner in value.items() if inner not in (None, (), [])}
    return [_plain(inner) for inner in value] if isinstance(value, (tuple, list)) else value


def _call(base: cubaru.KnowledgeBase, steps: list[list[str]]) -> Any:
    return reduce(lambda value, step: getattr(value, step[0])(*step[1:]), steps, base)


def test_the_table_of_all_languages() -> None:
    base = cubaru.KnowledgeBase()
    assert set(base.add_all(_documents())) == {True}
    rows = [line.split("\t") for line in (CASES / "answers.tsv").read_text(encoding="utf-8").splitlines() if line[0] != "#"]
    assert len(rows) > 30
    for _, call, expected in rows:
        steps = json.loads(call)
        try:
            found = _call(base, steps)
        except cubaru.BaseError as error:
            found = {"error": error.code, "message": str(error)}
            assert error.hint
        if steps[-1][0] in ("to_json", "check_json") and isinstance(found, str):
            assert found == expected, call
        else:
            assert _plain(found) == _plain(json.loads(expected)), call


@pytest.fixture
def base() -> cubaru.KnowledgeBase:
    base = cubaru.KnowledgeBase()
    base.add_all(_documents())
    return base


def test_a_file_answers_as_memory_does(base: cubaru.KnowledgeBase, tmp_path: Path) -> None:
    path = tmp_path / "news.sqlite"
    file = cubaru.KnowledgeBase(path)
    assert [file.add(document) for document in _documents()] == [True] * 8
    assert file.add_all(_documents()) == (False,) * 8
    file.publish()
    again = cubaru.KnowledgeBase(str(path), read_only=True)
    for one in (file, again):
        for ask in ("events", "claims", "tenures"):
            assert getattr(one, ask)().to_json() == getattr(base, ask)().to_json()
        assert (one.documents(), one.entities(), one.stories()) == (base.documents(), base.entities(), base.stories())
        assert one.problems() == ()
    table = again.sql("SELECT class, count(*) AS n, NULL FROM events GROUP BY class ORDER BY n DESC, class LIMIT 1")
    assert table.columns == ("class", "n", "NULL") and isinstance(table.rows[0][1], int)
    with pytest.raises(cubaru.BaseError) as raised:
        again.add(cubaru.read("Chad met Niger."))
    assert raised.value.code == "store"
    with sqlite3.connect(path) as connection:
        assert connection.execute("SELECT count(*) FROM events").fetchone()[0] == len(base.events().rows())


def test_what_is_saved_is_loaded(base: cubaru.KnowledgeBase, tmp_path: Path) -> None:
    lines, file = tmp_path / "base.jsonl", tmp_path / "other.sqlite"
    base.save(lines)
    other = cubaru.KnowledgeBase(file)
    assert other.load(lines) == len(base.documents())
    assert other.load(str(lines)) == 0
    assert other.export("json") == base.export("json")
    other.save(tmp_path / "again.jsonl")
    assert (tmp_path / "again.jsonl").read_bytes() == lines.read_bytes()
    if PROGRAM:
        assert subprocess.run([PROGRAM, "base", "save", file], capture_output=True, check=True).stdout == lines.read_bytes()
    lines.write_text('{"base": {"version": 1}}\n{"rows": {}}\n', encoding="utf-8")
    with pytest.raises(cubaru.BaseError) as error:
        other.load(lines)
    assert error.value.code == "bad-line"
    with pytest.raises(FileNotFoundError):
        other.load(tmp_path / "nowhere")


def test_what_is_no_base(tmp_path: Path) -> None:
    other = tmp_path / "other.sqlite"
    other.write_text("no base at all, but text", encoding="utf-8")
    for path, read_only, code in [(other, False, "not-a-base"), (other, True, "not-a-base"), (tmp_path / "none", True, "store")]:
        with pytest.raises(cubaru.BaseError) as raised:
            cubaru.KnowledgeBase(path, read_only=read_only)
        assert raised.value.code == code
    with pytest.raises(TypeError):
        cubaru.KnowledgeBase(read_only=True)
    with pytest.raises(cubaru.BaseError):
        cubaru.KnowledgeBase().sql("SELECT 1")


@pytest.mark.parametrize("before", ["", "😀 "])
def test_every_row_quotes_back(article: Article, before: str) -> None:
    base, document = cubaru.KnowledgeBase(), article.read(before)
    base.add(document)
    rows = [*base.events(), *base.claims(), *base.tenures()]
    assert rows and base.events().rows() == tuple(base.events())
    for row in rows:
        for evidence in row.evidence:
            assert document.words(evidence.position) == evidence.quote.exact
    for event in base.events():
        placed: list[cubaru.Words | cubaru.Party] = [*event.trigger, *event.actor, *event.recipient]
        for words in placed:
            assert document.words(words) == words.text
    for finding in base.check():
        assert document.words(finding.a) == finding.a.text
    assert base.check() == document.check() == cubaru.check([document])
    assert base.ids(document.sha256)[0] is None or base.entity(str(base.ids(document.sha256)[0])).id
    assert base.text(document.sha256) == document.text and base.source(document.sha256) == document.source


def test_claims_and_sources_by_words(base: cubaru.KnowledgeBase) -> None:
    (claim, *_) = base.claims_by("Ama Owusu")
    text = base.text(claim.document)
    for words in claim.content:
        assert text[words.start : words.end] == words.text
    (visit, *_) = base.events().mode("visit")
    reports = base.sources_of(visit.id)
    assert {report.mode for report in reports} == {"visit"} and len({report.document for report in reports}) == 2
    for report in reports:
        (trigger, *_) = report.trigger
        assert base.text(report.document)[trigger.start : trigger.end] == trigger.text


def test_questions_are_values(base: cubaru.KnowledgeBase) -> None:
    question = base.events().of("CONSULT")
    narrow = question.recipient("TGO")
    assert len(narrow.rows()) < len(question.rows())
    day = datetime.date(2021, 5, 3)
    assert question.between(day).rows() == question.between("2021-05-03", day).rows() != ()
    assert question.published("2021").rows() != () and repr(narrow) == "<cubaru.EventQuery>"


def test_exports_are_text_but_for_parquet(base: cubaru.KnowledgeBase) -> None:
    for format in FORMATS:
        found = base.export(format)
        assert isinstance(found, bytes if format.startswith("parquet") else str) and found, format
    assert base.events().of("CONSULT").export("csv") == base.events().of("CONSULT").export("csv-events")


@pytest.mark.skipif(not PROGRAM, reason="CUBARU names no program; scripts/python.sh builds it")
@pytest.mark.parametrize("format", FORMATS)
def test_exports_have_the_bytes_of_the_command_line(base: cubaru.KnowledgeBase, tmp_path: Path, format: str) -> None:
    path = str(tmp_path / "news.sqlite")
    cubaru.KnowledgeBase(path).add_all(_documents())
    out = subprocess.run([PROGRAM, "base", "export", path, "--format", format], capture_output=True, check=True).stdout
    found = base.export(format)
    assert (found if isinstance(found, bytes) else found.encode()) == out


def test_verifying(base: cubaru.KnowledgeBase) -> None:
    texts = [base.text(row.sha256) for row in base.documents()]
    whole = cubaru.Texts(iter(texts))
    verified = whole.verify(base)
    assert verified.documents == 8 and verified.quotes > 8 and verified.failures == ()
    exported = base.export("json")
    assert whole.verify_json(exported).failures == whole.verify_json(base.export("jsonl")).failures == ()
    (failure, *_) = whole.verify_json(exported.replace("Ama Owusu visited", "Ama Owusu left")).failures
    assert failure.position is not None and "is claimed" in failure.problem
    (missing,) = cubaru.Texts(texts[1:]).verify(base).failures
    assert missing.document == base.documents()[0].sha256 and missing.problem.startswith("no text has this hash")
    with pytest.raises(cubaru.CubaruError) as raised:
        whole.verify_json("{")
    assert raised.value.code == "bad-json"
    with pytest.raises(TypeError):
        cubaru.Texts("Cuba said no.")


def test_threads_share_a_base(tmp_path: Path) -> None:
    documents = [article.read() for article in ARTICLES]
    for base in (cubaru.KnowledgeBase(), cubaru.KnowledgeBase(tmp_path / "news.sqlite")):
        with ThreadPoolExecutor(4) as threads:
            added = list(threads.map(base.add, documents * 2))
            counts = set(threads.map(lambda _: len(base.events().rows()), range(8)))
        assert sum(added) == len({document.sha256 for document in documents}) == len(base.documents())
        assert len(counts) == 1


def test_wrong_types(base: cubaru.KnowledgeBase) -> None:
    for wrong in (
        lambda: base.add("Cuba said no."),  # type: ignore[arg-type]
        lambda: base.add_all(["Cuba said no."]),  # type: ignore[list-item]
        lambda: base.events().of(),  # type: ignore[call-arg]
        lambda: base.events().of(None),  # type: ignore[arg-type]
        lambda: base.events().between(2022),  # type: ignore[arg-type]
        lambda: cubaru.check(["Cuba said no."]),  # type: ignore[list-item]
    ):
        with pytest.raises(TypeError):
            wrong()
