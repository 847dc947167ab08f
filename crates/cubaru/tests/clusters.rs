//! How well reports of one event are joined, and namesakes kept apart: `crates/cubaru-model/tests/clusters`.

use cubaru::{EventFact, KnowledgeBase, Reader, Source, Unit};
use serde::Deserialize;
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

#[derive(Deserialize)]
struct Report {
    #[serde(flatten)]
    source: Source,
    events: Vec<Gold>,
    #[serde(default)]
    persons: Vec<Gold>,
}

#[derive(Deserialize)]
struct Gold {
    words: String,
    #[serde(alias = "person")]
    cluster: String,
}

fn reports(name: &str) -> Vec<Report> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../cubaru-model/tests/clusters");
    fs::read_to_string(folder.join(name)).unwrap().lines().map(|l| serde_json::from_str(l).unwrap()).collect()
}

/// A base of the reports, and the events and persons of the gold that were found in it, each with its cluster.
struct Read {
    base: KnowledgeBase,
    events: Vec<(EventFact, String)>,
    persons: Vec<(String, String)>,
    asked: usize,
}

fn read(name: &str) -> Read {
    let (base, reader) = (KnowledgeBase::new(), Reader::english());
    let reports = reports(name);
    let documents: Vec<_> = reports.iter().map(|r| reader.read(&r.source).unwrap()).collect();
    base.add_all(&documents).unwrap();
    let facts = base.events().rows_in(Unit::Byte).unwrap();
    let (mut events, mut persons, mut asked) = (Vec::new(), Vec::new(), 0);
    for (report, document) in reports.iter().zip(&documents) {
        let place = |words: &str| {
            let start = document.text().find(words).unwrap_or_else(|| panic!("{words} stands in no text")) as u32;
            (start, start + words.len() as u32)
        };
        for gold in &report.events {
            asked += 1;
            let (start, end) = place(&gold.words);
            let here = facts.iter().filter(|f| f.document.to_string() == document.sha256());
            let own = here.filter(|f| f.trigger.iter().any(|t| t.start < end && start < t.end)).min_by_key(|f| f.id.clone());
            events.extend(own.map(|f| (f.clone(), gold.cluster.clone())));
        }
        for gold in &report.persons {
            let (start, end) = place(&gold.words);
            // The "his" of "his son" is somebody else.
            let whose = |m: &cubaru::Mention| m.kind == cubaru::MentionKind::Pron && m.end < end;
            let mention = document.mentions().iter().find(|m| m.start < end && start < m.end && m.entity.is_some() && !whose(m));
            let ids = base.ids(document.sha256()).unwrap();
            let id = mention.and_then(|m| ids.get(m.entity? as usize).cloned().flatten());
            persons.extend(id.map(|id| (id, gold.cluster.clone())));
        }
    }
    Read { base, events, persons, asked }
}

/// What is compared of an event, for a person who looks into a miss.
fn told(event: &EventFact) -> String {
    let parties = |all: &[cubaru::Party]| -> String {
        let one = |p: &cubaru::Party| format!("{}({})", p.id.as_deref().unwrap_or(&p.text), p.code.as_deref().unwrap_or("-"));
        all.iter().map(one).collect::<Vec<_>>().join("+")
    };
    let days = event.earliest.as_deref().zip(event.latest.as_deref());
    let place = parties(event.place.as_slice());
    let mode = event.mode.as_deref().unwrap_or("-");
    format!(
        "{} {mode} {:?} {} > {} in {place}: {:?}",
        event.class,
        days,
        parties(&event.actor),
        parties(&event.recipient),
        event.trigger[0].text
    )
}

/// The story of each event.
fn stories(base: &KnowledgeBase) -> BTreeMap<String, String> {
    let stories = base.stories().unwrap();
    stories.into_iter().flat_map(|s| s.events.clone().into_iter().map(move |e| (e, s.id.clone()))).collect()
}

#[test]
fn reports_of_one_event_are_joined() {
    let read = read("events.jsonl");
    let story = stories(&read.base);
    let (mut right, mut wrong, mut missed) = (0, Vec::new(), Vec::new());
    for (i, (a, x)) in read.events.iter().enumerate() {
        for (b, y) in &read.events[i + 1..] {
            let joined = matches!((story.get(&a.id), story.get(&b.id)), (Some(s), Some(t)) if s == t);
            let line = || format!("{x} {y}: {} / {}", told(a), told(b));
            match (joined, x == y) {
                (true, true) => right += 1,
                (true, false) => wrong.push(line()),
                (false, true) => missed.push(line()),
                (false, false) => {}
            }
        }
    }
    let precision = 100 * right / (right + wrong.len()).max(1);
    let recall = 100 * right / (right + missed.len()).max(1);
    let f1 = 200 * right / (2 * right + wrong.len() + missed.len()).max(1);
    println!("{} of {} events found; pairs: precision {precision} recall {recall} F1 {f1}", read.events.len(), read.asked);
    wrong.iter().for_each(|line| println!("WRONG {line}"));
    missed.iter().for_each(|line| println!("MISSED {line}"));
    assert!(f1 >= 80 && precision >= 95, "precision {precision} recall {recall} F1 {f1}");
}

#[test]
fn namesakes_are_kept_apart() {
    let read = read("namesakes.jsonl");
    let story = stories(&read.base);
    for (i, (a, x)) in read.events.iter().enumerate() {
        for (b, y) in &read.events[i + 1..] {
            let joined = matches!((story.get(&a.id), story.get(&b.id)), (Some(s), Some(t)) if s == t);
            // One text twice is one document.
            assert!(!joined || x == y || a.id == b.id, "{x} {y}: {} / {}", self::told(a), self::told(b));
        }
    }
    let mut told: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for (id, person) in &read.persons {
        told.entry(id).or_default().insert(person);
    }
    let wrong: Vec<_> = told.iter().filter(|(_, persons)| persons.len() > 1).collect();
    println!("{} persons found; joined wrongly: {wrong:?}", read.persons.len());
    assert!(wrong.is_empty(), "{wrong:?}");
}
