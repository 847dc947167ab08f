"""Times alone are those of a document."""

from __future__ import annotations

import datetime

import pytest
from conftest import Article
from test_cases import CASES

import cubaru
from cubaru.cases import Case


def test_the_same_as_an_articles(article: Article) -> None:
    for before in ("", "😀 €. "):
        times = cubaru.times(before + article.text, anchor=article.known.get("published"))
        assert times == article.read(before).times
        assert times


@pytest.mark.parametrize("case", CASES)
def test_the_same_as_a_cases(case: Case) -> None:
    times = cubaru.times(case.text, anchor=case.published)
    assert times == cubaru.read(case.text, published=case.published).times
    for time in times:
        assert time.edtf is None or str(cubaru.Edtf(time.edtf)) == time.edtf


def test_what_can_be_given() -> None:
    reader = cubaru.Reader.english()
    (time,) = reader.times("Raúl left on Friday.".encode(), anchor=datetime.date(2023, 6, 4))
    assert (time.start, time.edtf) == (13, "2023-06-02")
    assert reader.times("") == ()


def test_bad_input() -> None:
    with pytest.raises(cubaru.BadDateError):
        cubaru.times("Cuba", anchor="June")
    with pytest.raises(cubaru.NotUtf8Error):
        cubaru.times(b"\xff")
    with pytest.raises(cubaru.TooLongError):
        cubaru.Reader.english().with_limit(3).times("Cuba")
    with pytest.raises(TypeError):
        cubaru.times(7)  # type: ignore[arg-type]
