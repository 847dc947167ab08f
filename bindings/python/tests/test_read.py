"""The doors: `read` and `Reader`, and every form of their arguments."""

from __future__ import annotations

import datetime

import pytest
from conftest import ARTICLES, Article

import cubaru

TEXT = "Cuba and Russia signed an agreement."


def test_there_are_articles() -> None:
    assert len(ARTICLES) >= 4


def test_everything_but_the_text_is_optional() -> None:
    document = cubaru.read(TEXT)
    assert document.text == TEXT
    assert document.source == cubaru.Metadata(None, None, None, None, (), None)


def test_what_is_known_comes_back() -> None:
    document = cubaru.read(
        TEXT,
        title="A deal",
        url="https://news.example.org/deal",
        publisher="News",
        authors=["A. Writer", "B. Writer"],
        published="2023-05",
        id="deal-1",
    )
    assert document.source == cubaru.Metadata(
        id="deal-1",
        title="A deal",
        url="https://news.example.org/deal",
        publisher="News",
        authors=("A. Writer", "B. Writer"),
        published="2023-05",
    )


def test_bytes_are_read_as_the_text_they_hold() -> None:
    text = "Díaz-Canel paid €300 🇨🇺"
    assert cubaru.read(text.encode()) == cubaru.read(text)


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("2023", "2023"),
        ("2023-06", "2023-06"),
        ("2023-06-04", "2023-06-04"),
        (datetime.date(2023, 6, 4), "2023-06-04"),
        (datetime.date(987, 6, 4), "0987-06-04"),
        (datetime.datetime(2023, 6, 4, 23, 59), "2023-06-04"),
        (None, None),
    ],
)
def test_published_is_a_string_or_a_date(given: str | datetime.date | None, kept: str | None) -> None:
    assert cubaru.read(TEXT, published=given).source.published == kept


@pytest.mark.parametrize("authors", [["A", "B"], ("A", "B")])
def test_authors_are_any_sequence(authors: list[str] | tuple[str, ...]) -> None:
    assert cubaru.read(TEXT, authors=authors).source.authors == ("A", "B")


def test_a_reader_reads_as_the_function_does(article: Article) -> None:
    assert cubaru.Reader.english().read(article.text, **article.known) == article.read()


def test_a_limit_may_come_from_the_reader_or_the_call() -> None:
    reader = cubaru.Reader.english().with_limit(10)
    with pytest.raises(cubaru.TooLongError):
        reader.read(TEXT)
    assert reader.read(TEXT, limit=len(TEXT)).text == TEXT
    with pytest.raises(cubaru.TooLongError):
        cubaru.read(TEXT, limit=len(TEXT) - 1)
    assert cubaru.read(TEXT, limit=len(TEXT)).text == TEXT


@pytest.mark.parametrize("text", ["", " \n\t", "\ufeffCuba said no.", "a\r\nb", "\0", "\u200b\u202e", "🇨🇺" * 50, "x" * 100_000])
def test_odd_prose_is_read(text: str) -> None:
    document = cubaru.read(text)
    assert document.text == text
    assert [document.text[t.start : t.end] for t in document.tokens] == [t.text for t in document.tokens]


def test_tokens_have_their_values() -> None:
    tokens = cubaru.read("Cuba didn't sign 2 deals.").tokens
    assert [t.text for t in tokens] == ["Cuba", "did", "n't", "sign", "2", "deals", "."]
    token = tokens[2]
    assert (token.start, token.end, token.norm, token.kind, token.clitic) == (8, 11, None, "word", True)
    assert [t.kind for t in tokens[-3:]] == ["number", "word", "punctuation"]


def test_a_visit_is_read() -> None:
    document = cubaru.read("Russian Foreign Minister Sergei Lavrov visited Cuba on Thursday.", published="2023-04-22")
    (event,) = document.events
    assert (event.class_, event.type, event.mode, event.status) == ("CONSULT", "CONSULT", "visit", "actual")
    assert event.date == event.earliest == event.latest == "2023-04-20"
    assert event.time is not None and document.times[event.time].text == "Thursday"
    assert [document.text[w.start : w.end] for w in event.trigger] == ["visited"]
    assert [p.code for p in event.actor] == ["RUSGOV"]
    (office,) = document.offices
    assert (office.person.text, office.country) == ("Sergei Lavrov", "RUS")
