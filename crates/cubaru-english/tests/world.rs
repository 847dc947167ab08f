//! Sentences with one event each, or with none (`world.tsv`): those that reading still gets wrong stand in `world-open.txt`, with what is wrong.
//!
//! `UPDATE=1 cargo test -p cubaru-english --test world` writes that file anew, for a person to review.

mod common;
#[path = "common/open.rs"]
mod open;

use common::{own, read};
use cubaru_parse::{Event, Participant};
use open::check_open;
use std::{collections::BTreeSet, fs};

/// What is compared of an event, in the order of the columns.
const PARTS: [&str; 7] = ["found", "class", "mode", "actors", "recipients", "date", "status"];

fn codes(list: &[Participant]) -> Vec<&str> {
    let mut codes: Vec<&str> = list.iter().filter_map(|p| p.code.as_deref()).collect();
    codes.sort_unstable();
    codes
}

fn wanted(cell: &str) -> Vec<&str> {
    let mut codes: Vec<&str> = cell.split(';').filter(|c| !c.is_empty()).collect();
    codes.sort_unstable();
    codes
}

/// Which parts of a row an event gets right.
fn right(row: &[&str], event: &Event) -> [bool; PARTS.len()] {
    [
        true,
        event.class.name() == row[2],
        event.mode.as_deref().unwrap_or_default() == row[3],
        codes(&event.actor) == wanted(row[4]),
        codes(&event.recipient) == wanted(row[5]),
        event.date.as_deref().unwrap_or_default() == row[6],
        event.status.name() == row[7],
    ]
}

#[test]
fn events_of_the_world_are_read_as_far_as_known() {
    let file = fs::read_to_string(own("tests/world.tsv")).expect("the cases");
    let lines: Vec<&str> = file.lines().filter(|l| !l.starts_with('#')).collect();
    assert!(lines.is_sorted() && lines.len() >= 300, "{} sentences, sorted: {}", lines.len(), lines.is_sorted());
    let rows: Vec<Vec<&str>> = lines.iter().map(|l| l.split('\t').collect()).collect();
    let (mut failed, mut counts, mut silent) = (BTreeSet::new(), [0; PARTS.len()], 0);
    let (stating, none): (Vec<_>, Vec<_>) = rows.iter().partition(|row| row.len() == 8 && !row[2].is_empty());
    for row in &none {
        assert_eq!(row.len(), 8, "not eight cells: {row:?}");
        match read(row[0]).events.first() {
            None => silent += 1,
            Some(event) => drop(failed.insert(format!("alarm {}\t{}", event.class.name(), row[0]))),
        }
    }
    for row in &stating {
        let events = read(row[0]).events;
        let states = |e: &&Event| e.trigger.iter().any(|t| t.text.to_lowercase().contains(&row[1].to_lowercase()));
        let event = events.iter().filter(states).max_by_key(|e| e.class.name() == row[2]);
        let hits = event.map_or([false; PARTS.len()], |e| right(row, e));
        counts.iter_mut().zip(hits).for_each(|(count, hit)| *count += usize::from(hit));
        let wrong: Vec<&str> = PARTS.iter().zip(hits).filter(|(_, hit)| !hit).map(|(part, _)| *part).collect();
        if let Some(first) = wrong.first() {
            failed.insert(if *first == "found" { format!("unread\t{}", row[0]) } else { format!("{}\t{}", wrong.join(" "), row[0]) });
        }
    }
    let share = |hit: usize, all: usize| 100.0 * hit as f64 / all as f64;
    PARTS.iter().zip(counts).for_each(|(part, hit)| println!("{part}: {:.1} ({hit} of {})", share(hit, stating.len()), stating.len()));
    println!("no event where there is none: {:.1} ({silent} of {})", share(silent, none.len()), none.len());
    check_open(&own("tests/world-open.txt"), &failed);
}
