"""The tables of `cases/petrarch`, which Rust and JavaScript read as well."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import ROOT

import cubaru

FOLDER = ROOT / "cases/petrarch"


@pytest.mark.parametrize("name", ["flat", "phrases"])
def test_cases(name: str) -> None:
    dictionaries = cubaru.Dictionaries.from_dir(FOLDER / name)
    assert dictionaries.problems == ()
    lines = (FOLDER / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    assert len(rows) > 15
    for text, published, events, _ in rows:
        coding = cubaru.read(text, published=published or None).code(dictionaries)
        found = ", ".join(f"{e.source.code} {e.code} {e.target.code}" for e in coding.events) or "–"
        assert found == events, text


def test_words_and_lines() -> None:
    dictionaries = cubaru.Dictionaries({"v": "--- MEET [040] ---\nMEET {MET}\n", "a": "PERU [PER]\nKENYA [KEN]\n", "i": "n:euro [MONEY]\n"})
    text = "😀 Peru met Kenya over 3 euros."
    coding = cubaru.read(text).code(dictionaries)
    [event] = coding.events
    assert [text[w.start : w.end] for w in (event.source.words, event.trigger, event.target.words)] == ["Peru", "met", "Kenya"]
    assert (event.entry.file, event.entry.line, [(e.file, e.line) for e in event.source.entries]) == ("v", 2, [("a", 1)])
    assert [(issue.code, issue.count) for issue in coding.issues] == [("MONEY", 1)]
    assert coding.discarded is None


def test_a_text_thrown_away_says_by_which_words() -> None:
    coding = cubaru.read("Peru met Kenya. The chess olympiad began.").code(cubaru.Dictionaries.from_dir(FOLDER / "flat"))
    assert coding.discarded is not None
    assert (coding.events, coding.discarded.text) == ((), "chess olympiad")


def test_folders(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_bytes(b"PERU [PER]\nM\xe9xico\n")
    (tmp_path / "a.verbs").write_text("--- MEET [040] ---\nMEET\n- WITH [041]\n", encoding="utf-8")
    (tmp_path / "README.md").write_text("no dictionary", encoding="utf-8")
    dictionaries = cubaru.Dictionaries.from_dir(str(tmp_path))
    assert dictionaries.files == ["a.verbs", "b.txt"]
    assert [(p.file, p.line, p.column, p.code) for p in dictionaries.problems] == [("a.verbs", 3, 3, "no-verb"), ("b.txt", 2, 1, "no-code")]
    assert repr(dictionaries) == "<cubaru.Dictionaries of 2 files, 2 problems>"
    with pytest.raises(FileNotFoundError):
        cubaru.Dictionaries.from_dir(tmp_path / "nowhere")
