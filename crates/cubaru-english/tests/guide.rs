//! The examples and counterexamples of the guides `docs/events.md` and `docs/modes.md`: which of them reading still gets wrong stands in
//! `guide-open.txt`.
//!
//! `UPDATE=1 cargo test -p cubaru-english --test guide` writes that file anew, for a person to review.

mod common;
#[path = "common/open.rs"]
mod open;

use common::{own, read};
use cubaru_parse::Event;
use open::check_open;
use std::{collections::BTreeSet, fs};

/// The rows of four cells below the headings of a guide.
fn rows(guide: &str) -> Vec<[String; 4]> {
    let text = fs::read_to_string(own("../../docs").join(guide)).expect("a guide");
    let cells = |line: &str| line.trim_matches('|').split(" | ").map(|c| c.trim().to_string()).collect::<Vec<_>>();
    let name = |cell: &str| !cell.is_empty() && cell.chars().all(|c| c.is_ascii_alphabetic() || matches!(c, '/' | '-' | '_'));
    let rows = text.lines().filter(|l| l.starts_with("| ")).filter_map(|l| <[String; 4]>::try_from(cells(l)).ok());
    rows.filter(|row| name(&row[0]) && row[2].ends_with('.')).collect()
}

/// Whether an event is of a class, of a class and a mode, or of a context.
fn is_of(event: &Event, name: &str) -> bool {
    match name.split_once('/') {
        Some((class, mode)) => event.class.name() == class && event.mode.as_deref() == Some(mode),
        None if name.starts_with(|c: char| c.is_ascii_uppercase()) => event.class.name() == name,
        None => event.contexts.iter().any(|c| c == name),
    }
}

#[test]
fn guides_hold_as_far_as_known() {
    let (mut failed, mut seen) = (BTreeSet::new(), BTreeSet::new());
    for [name, _, example, counterexample] in ["events.md", "modes.md"].into_iter().flat_map(rows) {
        // What the counterexample is instead stands in brackets.
        let counterexample = counterexample.split(" (").next().unwrap_or_default().to_string();
        for (kind, text, wanted) in [("unread", example, true), ("fires", counterexample, false)] {
            if read(&text).events.iter().any(|e| is_of(e, &name)) != wanted {
                failed.insert(format!("{kind} {name}\t{text}"));
            }
        }
        seen.insert(name);
    }
    assert!(seen.len() > 120, "only {} classes, modes and contexts", seen.len());
    check_open(&own("tests/guide-open.txt"), &failed);
}
