"""Reads an article and prints people and posts, a timeline, and who says what.

    python read.py [ARTICLE.txt]

What is known of the article (title, publisher, date of publication ...) stands in ARTICLE.json beside it.
"""

import json
import sys
from collections.abc import Iterable
from pathlib import Path
from textwrap import shorten

import cubaru

path = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent / "../articles/havana-talks-wire.txt"
beside = path.with_suffix(".json")
known = json.loads(beside.read_text(encoding="utf-8")) if beside.exists() else {}

document = cubaru.read(path.read_bytes(), **known)
print(document.source.title or path.name, f"({document.date.edtf if document.date else 'undated'})")


def words(pieces: Iterable[cubaru.Words | cubaru.Participant]) -> str:
    """The words of an article, though they may stand apart: "held … talks"."""
    return " … ".join(shorten(document.words(piece), 100, placeholder=" …") for piece in pieces)


print("\nPeople and posts")
for office in document.offices:
    former = "former " if office.former else ""
    print(f"  {office.person.text:<26} {office.country or '':<3}  {former}{office.post.text}")

print("\nEvents, by date")
for event in sorted(document.events, key=lambda event: (event.earliest or "9", event.trigger[0].start)):
    parts = [words(event.actor), words(event.trigger), words(event.recipient)]
    print(f"  {event.date or 'undated':<10}  {event.class_:<9}  {event.status:<12}  {' – '.join(filter(None, parts))}")

print("\nWho says what")
for said in document.attributions:
    print(f"  {words(said.source) or '(nobody named)'} – {words(said.cue)}: {words(said.content)}")
