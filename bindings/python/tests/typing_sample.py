"""Checked by mypy, never run: what the hints promise to a caller."""

from __future__ import annotations

import datetime
import pathlib
from typing import Literal

from typing_extensions import assert_type

import cubaru

document = cubaru.read("Cuba", authors=["A"], published=datetime.date(2023, 6, 4), limit=9)
assert_type(document, cubaru.Document)
assert_type(cubaru.Reader.english().with_limit(9).read(b"Cuba", published="2023"), cubaru.Document)
assert_type(document.text, str)
assert_type(document.source, cubaru.Metadata)
assert_type(document.sha256, str)
assert_type(document.unit, Literal["code-point"])
assert_type(document.date, cubaru.DocumentDate | None)
assert_type(document.parts, tuple[cubaru.Part, ...])
assert_type(document.paragraphs, tuple[cubaru.Span, ...])
assert_type(document.sentences, tuple[cubaru.Sentence, ...])
assert_type(document.tokens, tuple[cubaru.Token, ...])
assert_type(document.quotations, tuple[cubaru.Quotation, ...])
assert_type(document.repairs, tuple[cubaru.Repair, ...])
assert_type(document.quantities, tuple[cubaru.Quantity, ...])
assert_type(document.times, tuple[cubaru.Time, ...])
assert_type(document.entities, tuple[cubaru.Entity, ...])
assert_type(document.mentions, tuple[cubaru.Mention, ...])
assert_type(document.offices, tuple[cubaru.Office, ...])
assert_type(document.attributions, tuple[cubaru.Attribution, ...])
assert_type(document.events, tuple[cubaru.Event, ...])
assert_type(document.unread, tuple[cubaru.Unread, ...])
assert_type(document.diagnostics, tuple[cubaru.Diagnostic, ...])
assert_type(document.claims, tuple[cubaru.Claim, ...])
assert_type(document.events[0].type, cubaru.Class | None)
assert_type(document.events[0].place, cubaru.Participant | None)
assert_type(document.entities[0].mentions, tuple[int, ...])
assert_type(document.words(document.events[0].trigger[0]), str)
assert_type(document.words(cubaru.Span(0, 4)), str)
assert_type(document.claims_by("Cuba"), tuple[cubaru.Claim, ...])
assert_type(cubaru.Reader.english().with_rules(""), cubaru.Reader)
assert_type(cubaru.Reader.english().with_rules(pathlib.Path("own.rules")).read("Cuba"), cubaru.Document)
assert_type(document.conllu(), str)
assert_type(document.tokens[0].head, int | None)
assert_type(cubaru.Reader.english().words(["Cuba", "signed"]), tuple[cubaru.Word, ...])
assert_type(cubaru.times("Cuba", anchor=datetime.date(2023, 6, 4)), tuple[cubaru.Time, ...])
assert_type(cubaru.Edtf("2023").earliest, datetime.date | None)
assert_type(cubaru.Edtf("2023") < cubaru.Edtf("2024"), bool)


def known(kind: cubaru.TokenKind) -> bool:
    """Enumerations are literals: mypy knows their values."""
    return kind == "word"


known("number")
known("verb")  # type: ignore[arg-type]
cubaru.read(7)  # type: ignore[arg-type]
cubaru.Reader.english().with_rules(b"")  # type: ignore[arg-type]
document.tokens[0].start = 7  # type: ignore[misc]
document.words("Cuba")  # type: ignore[arg-type]
try:
    cubaru.read(b"\xff")
except cubaru.NotUtf8Error as error:
    assert_type(error.offset, int)
    assert_type(error.span, cubaru.Span | None)
try:
    cubaru.Reader.english().with_rules("verb")
except cubaru.RuleError as rule:
    assert_type((rule.line, rule.column), tuple[int, int])
