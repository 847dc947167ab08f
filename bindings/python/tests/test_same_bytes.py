"""Python gives the very bytes that Rust gives: those of `cubaru read --json`, the program that CUBARU names."""

from __future__ import annotations

import os
import subprocess

import pytest
from conftest import TEXTS, Article
from test_cases import CASES

import cubaru
from cubaru.cases import Case

PROGRAM = os.environ.get("CUBARU", "")
pytestmark = pytest.mark.skipif(not PROGRAM, reason="CUBARU names no program; scripts/python.sh builds it")


def _run(*arguments: str, text: str = "") -> bytes:
    command = [PROGRAM, "read", "--json", *arguments]
    return subprocess.run(command, input=text.encode(), capture_output=True, check=True).stdout


def test_an_article(article: Article) -> None:
    (path,) = [path for path in TEXTS if path.stem == article.name]
    assert article.read().to_json().encode() + b"\n" == _run(str(path))


@pytest.mark.parametrize("case", CASES)
def test_a_case(case: Case) -> None:
    published = [] if case.published is None else ["--published", case.published]
    document = cubaru.read(case.text, published=case.published)
    assert document.to_json().encode() + b"\n" == _run(*published, "-", text=case.text)
