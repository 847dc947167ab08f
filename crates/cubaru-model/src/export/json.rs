//! The base as JSON: everything, for programs.

use super::{EntityFact, Excerpt, Place};
use crate::{
    base::{DocumentId, DocumentRow},
    query::{ClaimFact, EventFact, TenureFact},
};
use cubaru_parse::{Unit, Words};
use serde::Serialize;

/// The version of the JSON export's shape.
pub const JSON_VERSION: u32 = 1;

#[derive(Serialize)]
struct Whole<'a> {
    version: u32,
    unit: Unit,
    documents: Vec<Document<'a>>,
    entities: &'a [EntityFact],
    events: Vec<Event<'a>>,
    claims: &'a [ClaimFact],
    tenures: &'a [TenureFact],
}

#[derive(Serialize)]
struct Document<'a> {
    sha256: DocumentId,
    source: &'a crate::Metadata,
    date: &'a Option<String>,
    earliest: &'a Option<String>,
    latest: &'a Option<String>,
}

#[derive(Serialize)]
struct Event<'a> {
    #[serde(flatten)]
    fact: &'a EventFact,
    mentions: Vec<Place>,
}

#[derive(Serialize)]
#[serde(tag = "record", rename_all = "kebab-case")]
enum Record<'a> {
    Base { version: u32, unit: Unit },
    Document(Document<'a>),
    Entity(&'a EntityFact),
    Event(Event<'a>),
    Claim(&'a ClaimFact),
    Tenure(&'a TenureFact),
}

fn document(row: &DocumentRow) -> Document<'_> {
    let DocumentRow { sha256, source, date, earliest, latest, .. } = row;
    Document { sha256: *sha256, source, date, earliest, latest }
}

fn event(fact: &EventFact) -> Event<'_> {
    let place = |w: &Words| Place { document: fact.document, start: w.start, end: w.end, text: w.text.clone() };
    Event { fact, mentions: fact.trigger.iter().map(place).collect() }
}

pub(super) fn whole(excerpt: &Excerpt) -> Vec<u8> {
    let whole = Whole {
        version: JSON_VERSION,
        unit: Unit::CodePoint,
        documents: excerpt.documents.iter().map(document).collect(),
        entities: &excerpt.entities,
        events: excerpt.events.iter().map(event).collect(),
        claims: &excerpt.claims,
        tenures: &excerpt.tenures,
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
        .chain(excerpt.events.iter().map(|e| Record::Event(event(e))))
        .chain(excerpt.claims.iter().map(Record::Claim))
        .chain(excerpt.tenures.iter().map(Record::Tenure));
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
