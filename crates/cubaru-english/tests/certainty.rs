//! Sentences with an event and how certain it is (`certainty.tsv`): those that reading still gets wrong stand in `certainty-open.txt`.
//! And the examples of the list `predicates`: those that do not hold stand in `predicates-open.txt`.
//!
//! `UPDATE=1 cargo test -p cubaru-english --test certainty` writes both files anew, for a person to review.

mod common;
#[path = "common/open.rs"]
mod open;

use common::{ENGLISH, own, read};
use cubaru_parse::{Event, Words};
use open::check_open;
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
};

/// What is compared, in the order of the columns.
const PARTS: [&str; 5] = ["found", "certainty", "status", "modality", "cues"];

fn sorted(words: impl Iterator<Item = String>) -> Vec<String> {
    let mut words: Vec<String> = words.collect();
    words.sort();
    words
}

/// Which parts of a row an event gets right.
fn right(row: &[&str], event: &Event) -> [bool; 5] {
    let wanted = sorted(row[5].split("; ").filter(|c| !c.is_empty()).map(String::from));
    let given = sorted(event.cues.iter().map(|c| c.text.clone()));
    [true, event.certainty.code() == row[2], event.status.name() == row[3], event.modality.name() == row[4], given == wanted]
}

#[test]
fn certainty_is_read_as_far_as_known() {
    let file = fs::read_to_string(own("tests/certainty.tsv")).expect("the cases");
    let rows: Vec<Vec<&str>> = file.lines().filter(|l| !l.starts_with('#')).map(|l| l.split('\t').collect()).collect();
    assert!(rows.len() >= 250, "only {} sentences", rows.len());
    let (mut failed, mut told, mut counts) = (BTreeSet::new(), Vec::new(), [0; PARTS.len()]);
    let mut classes: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for row in &rows {
        assert_eq!(row.len(), 7, "not seven cells: {row:?}");
        let parsed = read(row[0]);
        let states = |e: &&Event, first: bool| e.trigger.iter().take(if first { 1 } else { 4 }).any(|t: &Words| t.text == row[1]);
        let event = parsed.events.iter().find(|e| states(e, true)).or_else(|| parsed.events.iter().find(|e| states(e, false)));
        let hits = event.map_or([false; 5], |e| right(row, e));
        counts.iter_mut().zip(hits).for_each(|(count, hit)| *count += usize::from(hit));
        let class = classes.entry(row[6]).or_default();
        class.1 += 1;
        // Cues are counted, but a reading is right without them.
        if hits[..4].iter().all(|h| *h) {
            class.0 += 1;
        } else {
            failed.insert(format!("{}\t{}", row[0], row[1]));
        }
        if hits.contains(&false) {
            let got = event.map_or("no event".into(), |e| {
                let cues = sorted(e.cues.iter().map(|c| c.text.clone())).join("; ");
                format!("{} {} {} [{cues}]", e.certainty.code(), e.status.name(), e.modality.name())
            });
            told.push(format!("{}: {}\n  wanted {} {} {} [{}], got {got}", row[6], row[0], row[2], row[3], row[4], row[5]));
        }
    }
    told.iter().for_each(|line| println!("{line}"));
    classes.iter().for_each(|(class, (hit, all))| println!("{class}: {hit} of {all}"));
    let share = |hit: usize| 100.0 * hit as f64 / rows.len() as f64;
    PARTS.iter().zip(counts).for_each(|(part, hit)| println!("{part}: {:.1} ({hit} of {})", share(hit), rows.len()));
    println!("certainty, status and modality: {:.1}", share(rows.len() - failed.len()));
    check_open(&own("tests/certainty-open.txt"), &failed);
}

#[test]
fn predicates_hold_in_their_examples_alone() {
    let (mut tried, mut failed) = (0, BTreeSet::new());
    for row in ENGLISH.lexicon().list("predicates") {
        let entry = format!("predicates#{}", row.form());
        for (kind, text) in [("unread", row.cell(6)), ("fires", row.cell(7))] {
            let events = read(text).events;
            tried += 1;
            let holds = events.iter().any(|e| e.why.entries.contains(&entry));
            if holds != (kind == "unread") {
                failed.insert(format!("{kind} {} {} {}: {text}", row.form(), row.cell(1), row.cell(2)));
            }
        }
    }
    println!("{} of {tried} texts read as they should", tried - failed.len());
    check_open(&own("tests/predicates-open.txt"), &failed);
}
