//! The base as JSON: everything, for programs.

use super::{
    EntityFact, Excerpt, Place,
    checked::{Checked, Contradiction, Count, Dependency, Drift},
    said, when,
};
use crate::{
    Metadata,
    base::{DocumentId, DocumentRow},
    check::Finding,
    day::since_1970,
    query::{ClaimFact, EventFact, Party, TenureFact},
    resolve::Story,
};
use cubaru_parse::Unit;
use serde::Serialize;
use std::collections::{HashMap, HashSet};

/// The version of the JSON export's shape.
pub const JSON_VERSION: u32 = 1;

#[derive(Serialize)]
struct Whole<'a> {
    version: u32,
    unit: Unit,
    documents: Vec<Document<'a>>,
    entities: &'a [EntityFact],
    events: Vec<Event<'a>>,
    reports: &'a [EventFact],
    claims: &'a [ClaimFact],
    tenures: &'a [TenureFact],
    #[serde(flatten)]
    checked: Option<Checked<'a>>,
}

#[derive(Serialize)]
struct Document<'a> {
    sha256: DocumentId,
    source: &'a Metadata,
    date: &'a Option<String>,
    earliest: &'a Option<String>,
    latest: &'a Option<String>,
}

/// One event, told by one report or by several.
#[derive(Serialize)]
struct Event<'a> {
    id: &'a str,
    class: &'a str,
    #[serde(rename = "type")]
    plover: &'a Option<String>,
    mode: &'a Option<String>,
    date: &'a Option<String>,
    earliest: &'a Option<String>,
    latest: &'a Option<String>,
    actor: Vec<Who<'a>>,
    recipient: Vec<Who<'a>>,
    mentions: Vec<Place>,
    reports: Vec<&'a str>,
    score: Option<u32>,
    why: &'a [String],
}

#[derive(Serialize, PartialEq)]
struct Who<'a> {
    id: &'a Option<String>,
    name: &'a str,
    code: &'a Option<String>,
}

#[derive(Serialize)]
#[serde(tag = "record", rename_all = "kebab-case")]
enum Record<'a> {
    Base { version: u32, unit: Unit },
    Document(Document<'a>),
    Entity(&'a EntityFact),
    Event(Event<'a>),
    Report(&'a EventFact),
    Claim(&'a ClaimFact),
    Tenure(&'a TenureFact),
    Contradiction(Contradiction<'a>),
    Drift(Drift<'a>),
    Dependency(Dependency<'a>),
    Count(Count<'a>),
    Finding(&'a Finding),
}

fn document(row: &DocumentRow) -> Document<'_> {
    let DocumentRow { sha256, source, date, earliest, latest, .. } = row;
    Document { sha256: *sha256, source, date, earliest, latest }
}

/// The events in the order of their first reports.
fn events(excerpt: &Excerpt) -> Vec<Event<'_>> {
    let reports: HashMap<&str, &EventFact> = excerpt.events.iter().map(|e| (e.id.as_str(), e)).collect();
    let of: HashMap<&str, &Story> = excerpt.stories.iter().flat_map(|s| s.events.iter().map(move |e| (e.as_str(), s))).collect();
    let mut told = HashSet::new();
    let mut events = Vec::new();
    for report in &excerpt.events {
        match of.get(report.id.as_str()) {
            None => events.push(event(&[report], None)),
            Some(story) if told.insert(story.id.as_str()) => {
                let all: Vec<&EventFact> = story.events.iter().filter_map(|e| reports.get(e.as_str()).copied()).collect();
                events.push(event(&all, Some(story)));
            }
            Some(_) => {}
        }
    }
    events
}

fn event<'a>(reports: &[&'a EventFact], story: Option<&'a Story>) -> Event<'a> {
    // Of several reports the one that knows the date best speaks for all; what any of them names takes part.
    let best = reports.iter().min_by_key(|r| (span(r), &r.id)).copied().unwrap_or(reports[0]);
    let place = |r: &&EventFact| {
        let document = r.document;
        r.trigger.iter().map(|w| Place { document, start: w.start, end: w.end, text: w.text.clone() }).collect::<Vec<_>>()
    };
    let side = |of: &dyn Fn(&'a EventFact) -> &'a [Party]| {
        let mut all: Vec<Who<'a>> = Vec::new();
        for party in reports.iter().flat_map(|r| of(r)) {
            let who = Who { id: &party.id, name: said::name(party), code: &party.code };
            let known = |w: &Who<'_>| if who.id.is_some() { w.id == who.id } else { *w == who };
            if !all.iter().any(known) {
                all.push(who);
            }
        }
        all
    };
    Event {
        id: story.map_or(&best.id, |s| &s.id),
        class: &best.class,
        plover: &best.plover,
        mode: &best.mode,
        date: &best.date,
        earliest: story.map_or(&best.earliest, |s| &s.earliest),
        latest: story.map_or(&best.latest, |s| &s.latest),
        actor: side(&|r| &r.actor),
        recipient: side(&|r| &r.recipient),
        mentions: reports.iter().flat_map(place).collect(),
        reports: reports.iter().map(|r| r.id.as_str()).collect(),
        score: story.map(|s| s.score),
        why: story.map_or(&[], |s| &s.why),
    }
}

/// How many days its bounds leave open.
fn span(report: &EventFact) -> i32 {
    let day = |bound: &Option<String>| when::known(bound).and_then(since_1970);
    day(&report.latest).zip(day(&report.earliest)).map_or(i32::MAX, |(to, from)| to - from)
}

pub(super) fn whole(excerpt: &Excerpt) -> Vec<u8> {
    let whole = Whole {
        version: JSON_VERSION,
        unit: Unit::CodePoint,
        documents: excerpt.documents.iter().map(document).collect(),
        entities: &excerpt.entities,
        events: events(excerpt),
        reports: &excerpt.events,
        claims: &excerpt.claims,
        tenures: &excerpt.tenures,
        checked: excerpt.findings.as_ref().map(|f| Checked::of(f)),
    };
    let mut out = to_json(&whole);
    out.push(b'\n');
    out
}

pub(super) fn lines(excerpt: &Excerpt) -> Vec<u8> {
    let head = Record::Base { version: JSON_VERSION, unit: Unit::CodePoint };
    let records = std::iter::once(head)
        .chain(excerpt.documents.iter().map(|d| Record::Document(document(d))))
        .chain(excerpt.entities.iter().map(Record::Entity))
        .chain(events(excerpt).into_iter().map(Record::Event))
        .chain(excerpt.events.iter().map(Record::Report))
        .chain(excerpt.claims.iter().map(Record::Claim))
        .chain(excerpt.tenures.iter().map(Record::Tenure));
    let Checked { contradictions, drifts, dependencies, counts, findings } = Checked::of(excerpt.findings.as_deref().unwrap_or_default());
    let records = records
        .chain(contradictions.into_iter().map(Record::Contradiction))
        .chain(drifts.into_iter().map(Record::Drift))
        .chain(dependencies.into_iter().map(Record::Dependency))
        .chain(counts.into_iter().map(Record::Count))
        .chain(findings.into_iter().map(Record::Finding));
    json_lines(records)
}

/// Records as JSON, one a line.
pub(super) fn json_lines(records: impl Iterator<Item = impl Serialize>) -> Vec<u8> {
    let mut out = Vec::new();
    for record in records {
        out.extend(to_json(&record));
        out.push(b'\n');
    }
    out
}

pub(super) fn to_json(value: &impl Serialize) -> Vec<u8> {
    serde_json::to_vec(value).expect("rows have nothing that JSON lacks")
}
