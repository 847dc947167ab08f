"""TimelineJS by its documented fields, the briefs by parsers of Markdown and HTML."""

from __future__ import annotations

import json
import re
from typing import Any
from xml.etree.ElementTree import Element

import html5lib
import markdown_it
from conftest import QUOTE, Export, Json
from mdit_py_plugins.footnote import footnote_plugin

# https://timeline.knightlab.com/docs/json-format.html
SLIDE = {"start_date", "end_date", "text", "media", "group", "display_date", "background", "autolink", "unique_id"}
DATE = {"year", "month", "day", "hour", "minute", "second", "millisecond", "display_date"}


def test_timelinejs(export: Export, whole: Json, visit: Json) -> None:
    timeline = json.loads(export("timelinejs"))
    assert timeline.keys() <= {"events", "title", "eras", "scale"}
    slides = {slide["unique_id"]: slide for slide in timeline["events"]}
    assert len(slides) == len(timeline["events"]) > 50
    for slide in [*slides.values(), timeline["title"]]:
        assert slide.keys() <= SLIDE and slide["text"].keys() <= {"headline", "text"}
    for slide in slides.values():
        for date in [slide["start_date"], *([slide["end_date"]] if "end_date" in slide else [])]:
            assert date.keys() <= DATE and isinstance(date["year"], int)
            assert 1 <= date.get("month", 1) <= 12 and 1 <= date.get("day", 1) <= 31 and ("day" not in date or "month" in date)
    slide = slides[visit["id"]]
    assert slide["start_date"] == {"year": 2021, "month": 5, "day": 10} and "end_date" not in slide and slide["group"] == "CONSULT"
    # What the page shows is HTML: it must be whole, and say what the article says.
    shown = html5lib.HTMLParser(strict=True).parseFragment(slide["text"]["text"])
    words = "".join(shown.itertext())
    assert QUOTE in words and 'A "visit", <b>or</b> two & more' in words
    assert {slide["unique_id"] for slide in slides.values()} <= {r["id"] for r in whole["reports"]}


def test_markdown(export: Export, whole: Json) -> None:
    text = export("markdown").decode()
    parser = markdown_it.MarkdownIt("commonmark").use(footnote_plugin)
    environment: dict[str, Any] = {}
    tokens = parser.parse(text, environment)
    used = [child.meta["label"] for token in tokens for child in token.children or [] if child.type == "footnote_ref"]
    defined = [token.meta["label"] for token in tokens if token.type == "footnote_open"]
    statements = [c for c in whole["claims"] if c["kind"] == "statement"]
    facts = len(whole["reports"]) + len(whole["tenures"]) + len(statements)
    assert used == defined == [str(n) for n in range(1, facts + 1)]
    # Nothing of the texts is taken for markup.
    kinds = {child.type for token in tokens for child in token.children or []}
    assert kinds <= {"text", "text_special", "strong_open", "strong_close", "em_open", "em_close", "footnote_ref", "footnote_anchor"}
    headings = [token.content for before, token in zip(tokens, tokens[1:], strict=False) if before.type == "heading_open"]
    assert headings == ["Brief", "Events", "Posts", "Statements", "Documents"]
    html = html5lib.parse(parser.render(text), namespaceHTMLElements=False)
    words = "".join(html.itertext())
    assert QUOTE in words and 'A "visit", <b>or</b> two & more, East | West \\ Gazette, 2021-05-12' in words
    assert "2021-05-10 CONSULT (visit): Amina Wanjiru [KENGOV] → Ghana [GHA]" in words


def test_html(export: Export, whole: Json) -> None:
    data = export("html")
    page: Element = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(data)
    assert not page.findall(".//script") and not page.findall(".//*[@src]") and not page.findall(".//b")
    ids = [element.attrib["id"] for element in page.iter() if "id" in element.attrib]
    assert len(ids) == len(set(ids))
    links = [a.attrib["href"] for a in page.iter("a")]
    assert {link.removeprefix("#") for link in links if link.startswith("#")} == set(ids)
    assert all(re.match(r"#|https?://", link) for link in links)
    notes = [i for i in ids if i.startswith("note-")]
    assert len(notes) == len(ids) // 2 == len(re.findall(r"\n\[\^\d+\]: ", export("markdown").decode()))
    quoted = ["".join(q.itertext()) for q in page.iter("q")]
    assert {evidence["quote"]["exact"] for r in whole["reports"] for evidence in r["evidence"]} <= set(quoted)
    assert 'A "visit", <b>or</b> two & more' in "".join(page.itertext())
