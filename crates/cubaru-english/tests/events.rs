//! The examples and counterexamples of the rules of events: which of them reading still gets wrong stands in `events-open.txt`.
//!
//! `UPDATE=1 cargo test -p cubaru-english --test events` writes that file anew, for a person to review.

mod common;
#[path = "common/open.rs"]
mod open;

use common::{ENGLISH, own, read};
use open::check_open;
use std::{collections::BTreeSet, fs};

/// What is wrong with a rule, and the rule: `unread NAME` where the example gives no event of its class, `fires
/// NAME` where the counterexample does.
fn failures() -> (usize, BTreeSet<String>, Vec<String>) {
    let (mut tried, mut failed, mut told) = (0, BTreeSet::new(), Vec::new());
    for rule in ENGLISH.event_rules() {
        let name = rule.name();
        for (kind, text) in [("unread", rule.example()), ("fires", rule.counterexample())] {
            let events = read(text).events;
            // Another rule of the class may ask for more and go first; a verb that only carries a noun must be seen to do so.
            let own =
                |e: &cubaru_parse::Event| e.why.entries.contains(&name) && (e.mode.as_deref() == rule.mode() || rule.class().is_empty());
            // A rule of NONE holds where nothing is read.
            let silent = rule.class() == "NONE" && events.is_empty();
            let holds = silent || events.iter().any(|e| own(e) || kind == "unread" && e.class.name() == rule.class());
            tried += 1;
            if holds != (kind == "unread") {
                let instead: Vec<String> = events.iter().map(|e| format!("{} {}", e.class.name(), e.why.entries.join(" "))).collect();
                failed.insert(format!("{kind} {name}"));
                told.push(format!("{kind} {name}: {text} [{}]", instead.join(", ")));
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

#[test]
fn files_of_rules_are_sorted_and_no_pattern_stands_twice() {
    for file in fs::read_dir(own("en/events")).expect("the folder en/events") {
        let path = file.expect("an entry of it").path();
        let text = fs::read_to_string(&path).expect("a file of rules");
        let rules: Vec<&str> = text.lines().filter(|line| !line.starts_with('#')).collect();
        assert!(rules.is_sorted(), "{} is not sorted", path.display());
    }
    let mut names = BTreeSet::new();
    ENGLISH.event_rules().iter().for_each(|rule| assert!(names.insert(rule.name()), "{} stands twice", rule.name()));
}
