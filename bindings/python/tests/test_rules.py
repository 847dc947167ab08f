"""Rules of events of one's own, and the claims of one source; `cases/rules` is read by Rust and JavaScript as well."""

from __future__ import annotations

import json
import pickle
import re
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT

import cubaru

FOLDER = ROOT / "cases/rules"
RULE = "verb restructure obj=debt,loan | DEBT | subj -> to,with | political | Zambia restructured its debt to China. | She restructured her debts."
CASES: list[dict[str, Any]] = json.loads((FOLDER / "own.json").read_text(encoding="utf-8"))


def test_there_are_cases() -> None:
    assert len(CASES) >= 5


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_a_case(case: dict[str, Any]) -> None:
    document = cubaru.Reader.english().with_rules(FOLDER / "own.rules").read(case["text"], published=case["published"])
    value = json.loads(document.to_json())
    assert value["events"] == case["events"]
    for source, claims in case["claims_by"].items():
        found = document.claims_by(source)
        assert [value["claims"][document.claims.index(claim)] for claim in found] == claims, source


def test_rules_of_a_path_or_a_text(tmp_path: Path) -> None:
    reader = cubaru.Reader.english()
    path = tmp_path / "debts.rules"
    path.write_bytes(b"\xef\xbb\xbf# Debts\r\n" + RULE.encode() + b"\r\n")
    text = "Ghana restructured its debt to Japan."
    for rules in (path, "\n" + RULE):
        [event] = reader.with_rules(rules).read(text).events
        assert (event.class_, event.type, event.actor[0].code, event.recipient[0].code) == ("DEBT", None, "GHA", "JPN")
        assert event.why.entries == ("rules#verb restructure obj=debt,loan",)
    assert reader.read(text).events == (), "the reader it was made from is as it was"
    assert reader.with_rules("").read(text).events == ()
    both = reader.with_rules(RULE).with_limit(40).with_rules("verb restructure obj=army | ARMY | subj -> none | any | Kenya restructured its army. | Rain fell.")
    assert [e.class_ for n in (text, "Kenya restructured its army.") for e in both.read(n).events] == ["DEBT", "ARMY"]
    with pytest.raises(cubaru.TooLongError):
        both.read(text * 2)


def test_a_wrong_line_is_named(tmp_path: Path) -> None:
    text = f"# 😀 ours\n\n{RULE}\n" + RULE.replace("political", "politcal")
    path = tmp_path / "wrong.rules"
    path.write_text(text, encoding="utf-8")
    for rules in (text, path):
        with pytest.raises(cubaru.RuleError, match="line 4, column 59: `politcal ") as raised:
            cubaru.Reader.english().with_rules(rules)
        error = raised.value
        assert (error.code, error.line, error.column) == ("bad-rule", 4, 59)
        assert error.span is not None and text[error.span.start : error.span.end].startswith("politcal | Zambia")
        assert error.span.end == len(text)
        assert "actor and recipient" in error.hint
        again = pickle.loads(pickle.dumps(error))
        assert (type(again), str(again), vars(again)) == (cubaru.RuleError, str(error), vars(error))
        assert (again.line, again.column, again.span, again.hint) == (error.line, error.column, error.span, error.hint)


def test_files_that_are_none_or_not_utf8(tmp_path: Path) -> None:
    reader = cubaru.Reader.english()
    with pytest.raises(FileNotFoundError):
        reader.with_rules(tmp_path / "nowhere.rules")
    with pytest.raises(IsADirectoryError):
        reader.with_rules(tmp_path)
    (tmp_path / "latin.rules").write_bytes(b"# Bogot\xe1\n")
    with pytest.raises(cubaru.NotUtf8Error, match="offset 7") as raised:
        reader.with_rules(tmp_path / "latin.rules")
    assert raised.value.span == cubaru.Span(7, 8)
    with pytest.raises(cubaru.RuleError, match="line 1"):
        reader.with_rules("debts.rules")  # a str is the text, never a name


@pytest.mark.parametrize("wrong", [None, 7, b"", [RULE]])
def test_wrong_types_are_told(wrong: Any) -> None:
    with pytest.raises(TypeError, match=f"pathlib.Path of a file of them, not {type(wrong).__name__}"):
        cubaru.Reader.english().with_rules(wrong)


def test_a_pickle_keeps_the_rules() -> None:
    document = cubaru.Reader.english().with_rules(RULE).with_limit(99).read("Ghana restructured its debt to Japan.", id="7", published="2024-02")
    again = pickle.loads(pickle.dumps(document))
    assert [event.class_ for event in again.events] == ["DEBT"]
    assert again == document and again.source == document.source
    assert document != cubaru.read(document.text, id="7", published="2024-02")


def test_the_guide_prints_what_it_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    guide = (ROOT / "docs/events.md").read_text(encoding="utf-8").split("## Your own rules")[1]
    rules, example = (re.findall(rf"```{language}\n(.*?)```", guide, re.DOTALL)[0] for language in ("text", "python"))
    (tmp_path / "debt.rules").write_text(rules, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    exec(example, {})
    assert capsys.readouterr().out.strip() == example.rsplit("# ", 1)[1].strip() != ""


def test_claims_by_any_name_of_a_source() -> None:
    document = cubaru.read("😀 Kenyan Finance Minister Amina Otieno said that Chile had attacked Bolivia. Peru signed a treaty.")
    claims = document.claims_by("KENGOV")
    assert claims and claims == document.claims_by("amina OTIENO")
    assert set(claims) <= set(document.claims)
    assert document.claims_by("Peru") == document.claims_by("") == ()
    with pytest.raises(TypeError):
        document.claims_by(7)  # type: ignore[arg-type]
