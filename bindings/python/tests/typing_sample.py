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

base = cubaru.KnowledgeBase(pathlib.Path("news.sqlite"), read_only=True)
assert_type(base.add(document), bool)
assert_type(base.add_all(iter([document])), tuple[bool, ...])
assert_type(base.events().of("CONSULT", "AGREE").between("2022", datetime.date(2023, 6, 4)).status("actual"), cubaru.EventQuery)
assert_type(base.events().office("foreign minister", "CUB").rows(), tuple[cubaru.EventFact, ...])
assert_type([claim.speakers for claim in base.claims().kind("event")], list[tuple[cubaru.Voice, ...]])
assert_type(base.tenures().post("minister").rows()[0].country, str | None)
assert_type(base.events().network().edges[0].months["2022-06"], int)
assert_type(base.events().counts_by_month_and_pair()[0].month, str | None)
assert_type(base.entity("Lavrov"), cubaru.Merged)
assert_type(base.join("a", "b").decision, cubaru.DecisionKind)
assert_type(base.export("json"), str)
assert_type(base.events().export("parquet-claims"), bytes)
assert_type(base.check()[0].b, cubaru.FindingSide | None)
assert_type(cubaru.Texts(["Cuba"]).verify(base).failures, tuple[cubaru.Unverified, ...])
assert_type(base.ids("0"), tuple[str | None, ...])


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
