"""Errors: their classes, codes, spans and hints; wrong types."""

from __future__ import annotations

import pickle
import sys
from typing import Any

import pytest

import cubaru

TEXT = "Cuba said no."


@pytest.mark.parametrize(
    ("data", "offset", "span"),
    [
        (b"\xff", 0, (0, 1)),
        (b"Ra\xfal", 2, (2, 3)),
        ("€😀".encode() + b"\x80", 7, (2, 3)),
        ("Cuba €".encode()[:-1], 5, (5, 6)),
    ],
)
def test_bytes_that_are_not_utf8(data: bytes, offset: int, span: tuple[int, int]) -> None:
    with pytest.raises(cubaru.NotUtf8Error, match=f"offset {offset} ") as raised:
        cubaru.read(data)
    error = raised.value
    assert (error.code, error.offset, error.span) == ("not-utf8", offset, cubaru.Span(*span))
    assert data.decode(errors="replace")[span[0]] == "\ufffd"
    assert "UTF-8" in error.hint


def test_a_lone_surrogate_is_not_utf8() -> None:
    text = "Raúl \ud800 Castro"
    with pytest.raises(cubaru.NotUtf8Error) as raised:
        cubaru.read(text)
    span = raised.value.span
    assert span is not None and text[span.start : span.end] == "\ud800"


@pytest.mark.parametrize(
    ("text", "limit", "span"),
    [("Cuba", 3, (3, 4)), ("a€€", 4, (2, 3)), ("a€€", 3, (1, 3)), ("a€€", 2, (1, 3)), ("😀", 0, (0, 1)), ("😀😀", 7, (1, 2))],
)
@pytest.mark.parametrize("kind", [str, bytes])
def test_too_long(text: str, limit: int, span: tuple[int, int], kind: type) -> None:
    with pytest.raises(cubaru.TooLongError, match=f"{len(text.encode())} bytes.*{limit}") as raised:
        cubaru.read(text if kind is str else text.encode(), limit=limit)
    error = raised.value
    assert (error.code, error.span) == ("too-long", cubaru.Span(*span))
    assert "limit" in error.hint
    assert len(text[: span[0]].encode()) <= limit


def test_the_limit_is_ten_mebibytes_unless_told_otherwise() -> None:
    with pytest.raises(cubaru.TooLongError, match="10485760"):
        cubaru.read(b" " * (10 * 1024 * 1024 + 1))


@pytest.mark.parametrize("published", ["", "June 2023", "2023-13", "2023-02-30", "04/06/2023", "2023-6-4"])
def test_a_bad_date_shows_the_forms(published: str) -> None:
    with pytest.raises(cubaru.BadDateError, match="is no date") as raised:
        cubaru.read(TEXT, published=published)
    error = raised.value
    assert (error.code, error.span) == ("bad-date", None)
    assert all(form in error.hint for form in ["2023", "2023-06", "2023-06-04"])


def _raise_each() -> list[cubaru.CubaruError]:
    errors = []
    for text, known in [(b"\xff", {}), (TEXT, {"limit": 1}), (TEXT, {"published": "now"})]:
        with pytest.raises(cubaru.CubaruError) as raised:
            cubaru.read(text, **known)  # type: ignore[arg-type]
        errors.append(raised.value)
    return errors


def test_errors_travel_between_processes() -> None:
    for error in _raise_each():
        again = pickle.loads(pickle.dumps(error))
        assert type(again) is type(error)
        assert (str(again), again.code, again.span, again.hint) == (str(error), error.code, error.span, error.hint)
        assert vars(again) == vars(error)


@pytest.mark.skipif(sys.version_info < (3, 11), reason="exceptions have no notes before Python 3.11")
def test_a_traceback_shows_the_hint() -> None:
    for error in _raise_each():
        assert vars(error)["__notes__"] == [f"hint: {error.hint}"]


@pytest.mark.parametrize(
    ("known", "message"),
    [
        ({"authors": "A. Writer"}, r'sequence of str, such as \["A. Writer"\], not str'),
        ({"authors": ["A. Writer", 7]}, "int"),
        ({"authors": 7}, "int"),
        ({"published": 2023}, "2023-06-04.* or a datetime.date, not int"),
        ({"title": 7}, "int"),
        ({"date": "2023"}, "date"),
        ({"limit": "7"}, "integer"),
    ],
)
def test_wrong_types_say_what_is_expected(known: dict[str, Any], message: str) -> None:
    with pytest.raises(TypeError, match=message):
        cubaru.read(TEXT, **known)


@pytest.mark.parametrize("text", [None, 7, bytearray(b"Cuba"), ["Cuba"]])
def test_a_text_is_a_str_or_bytes(text: Any) -> None:
    with pytest.raises(TypeError, match=f"a str or UTF-8 bytes, not {type(text).__name__}"):
        cubaru.read(text)


def test_only_the_text_goes_without_its_name() -> None:
    with pytest.raises(TypeError, match="positional"):
        cubaru.read(TEXT, "A title")  # type: ignore[call-arg]
