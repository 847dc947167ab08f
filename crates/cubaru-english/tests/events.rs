//! The examples and counterexamples of the list `events`: which of them reading still gets wrong stands in `events-open.txt`.
//!
//! `UPDATE=1 cargo test -p cubaru-english --test events` writes that file anew, for a person to review.

mod common;

use common::{ENGLISH, own, read};
use std::{collections::BTreeSet, env, fs};

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
    let path = own("tests/events-open.txt");
    if env::var_os("UPDATE").is_some() {
        let lines: String = failed.iter().map(|line| format!("{line}\n")).collect();
        fs::write(&path, lines).expect("to write the file");
    }
    let file = fs::read_to_string(&path).expect("tests/events-open.txt");
    let known: BTreeSet<String> = file.lines().map(str::to_string).collect();
    assert_eq!(known.len(), file.lines().count(), "a line stands twice");
    assert!(file.lines().is_sorted(), "the lines are not sorted");
    let worse: Vec<&String> = failed.difference(&known).collect();
    let better: Vec<&String> = known.difference(&failed).collect();
    assert!(worse.is_empty() && better.is_empty(), "newly wrong: {worse:#?}\nno longer wrong: {better:#?}\nreview, then UPDATE=1");
}
