//! The examples and counterexamples of the list `events`: which of them reading still gets wrong stands in `events-open.txt`.
//!
//! `UPDATE=1 cargo test -p cubaru-english --test events` writes that file anew, for a person to review.

mod common;
#[path = "common/open.rs"]
mod open;

use common::{ENGLISH, own, read};
use open::check_open;
use std::collections::BTreeSet;

/// What is wrong with an entry, and the entry: `unread CLASS pattern` where the example gives no event of this pattern, `fires CLASS
/// pattern` where the counterexample does.
fn failures() -> (usize, BTreeSet<String>, Vec<String>) {
    let (mut tried, mut failed, mut told) = (0, BTreeSet::new(), Vec::new());
    for row in ENGLISH.lexicon().list("events") {
        let (pattern, class) = (row.form(), row.cell(1));
        let entry = format!("events#{pattern}");
        for (kind, text) in [("unread", row.cell(7)), ("fires", row.cell(8))] {
            let events = read(text).events;
            let holds = events.iter().any(|e| e.class.name() == class && e.why.entries.contains(&entry));
            tried += 1;
            if holds != (kind == "unread") {
                let instead: Vec<String> = events.iter().map(|e| format!("{} {}", e.class.name(), e.why.entries.join(" "))).collect();
                failed.insert(format!("{kind} {class} {pattern}"));
                told.push(format!("{kind} {class} {pattern}: {text} [{}]", instead.join(", ")));
            }
        }
    }
    (tried, failed, told)
}

#[test]
fn examples_read_as_far_as_known() {
    let (tried, failed, told) = failures();
    println!("{} of {tried} texts read as they should", tried - told.len());
    told.iter().for_each(|line| println!("{line}"));
    assert!(tried > 2000, "only {tried} examples and counterexamples");
    check_open(&own("tests/events-open.txt"), &failed);
}
