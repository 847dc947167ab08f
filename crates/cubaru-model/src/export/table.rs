//! The tables of a base, for CSV and Parquet.

use super::{EntityFact, Excerpt, said};
use crate::{
    Evidence,
    base::{DocumentId, DocumentRow},
    query::{ClaimFact, EventFact, Party, TenureFact, Voice},
    table::{Cell, Column, Kind, csv_head, csv_line},
};
#[cfg(feature = "parquet")]
use crate::{base::BaseError, table::ParquetFile};
use cubaru_parse::{Span, Words};
use std::collections::{BTreeSet, HashMap};

/// What a table is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// Events as documents tell them.
    Events,
    /// Claims.
    Claims,
    /// Holdings of posts.
    Tenures,
    /// Who and what the documents speak of.
    Entities,
}

pub(super) struct Table {
    columns: Vec<Column>,
    rows: Vec<Vec<Cell>>,
}

type Sources<'a> = HashMap<DocumentId, &'a DocumentRow>;

/// Columns that all tables but that of entities begin with.
const FIRST: [Column; 6] = [
    ("id", Kind::Text),
    ("document", Kind::Text),
    ("document_id", Kind::Text),
    ("publisher", Kind::Text),
    ("url", Kind::Text),
    ("published", Kind::Text),
];

/// Columns that they end with.
const LAST: [Column; 5] =
    [("speaker", Kind::List), ("speaker_id", Kind::List), ("quote", Kind::Text), ("start", Kind::Number), ("end", Kind::Number)];

const EVENTS: [Column; 25] = [
    ("class", Kind::Text),
    ("type", Kind::Text),
    ("mode", Kind::Text),
    ("contexts", Kind::List),
    ("quad", Kind::Text),
    ("cameo", Kind::Text),
    ("date", Kind::Text),
    ("earliest", Kind::Day),
    ("latest", Kind::Day),
    ("actor", Kind::List),
    ("actor_id", Kind::List),
    ("actor_code", Kind::List),
    ("actor_words", Kind::List),
    ("recipient", Kind::List),
    ("recipient_id", Kind::List),
    ("recipient_code", Kind::List),
    ("recipient_words", Kind::List),
    ("place", Kind::Text),
    ("place_id", Kind::Text),
    ("place_code", Kind::Text),
    ("place_words", Kind::Text),
    ("certainty", Kind::Text),
    ("status", Kind::Text),
    ("modality", Kind::Text),
    ("trigger", Kind::List),
];

const CLAIMS: [Column; 7] = [
    ("kind", Kind::Text),
    ("item", Kind::Text),
    ("certainty", Kind::Text),
    ("status", Kind::Text),
    ("modality", Kind::Text),
    ("content", Kind::List),
    ("speaker_certainty", Kind::List),
];

const TENURES: [Column; 12] = [
    ("person", Kind::Text),
    ("person_id", Kind::Text),
    ("person_words", Kind::Text),
    ("post", Kind::Text),
    ("post_words", Kind::Text),
    ("body", Kind::Text),
    ("country", Kind::Text),
    ("former", Kind::Flag),
    ("acting", Kind::Flag),
    ("attested_at", Kind::Text),
    ("earliest", Kind::Day),
    ("latest", Kind::Day),
];

const ENTITIES: [Column; 7] = [
    ("id", Kind::Text),
    ("kind", Kind::Text),
    ("name", Kind::Text),
    ("names", Kind::List),
    ("code", Kind::Text),
    ("documents", Kind::Number),
    ("mentions", Kind::Number),
];

impl Subject {
    pub(super) fn table(self, excerpt: &Excerpt) -> Table {
        let sources = excerpt.sources();
        let around = |own: &[Column]| [&FIRST, own, &LAST].concat();
        match self {
            Self::Events => Table { columns: around(&EVENTS), rows: excerpt.events.iter().map(|e| event(e, &sources)).collect() },
            Self::Claims => Table { columns: around(&CLAIMS), rows: excerpt.claims.iter().map(|c| claim(c, &sources)).collect() },
            Self::Tenures => Table { columns: around(&TENURES), rows: excerpt.tenures.iter().map(|t| tenure(t, &sources)).collect() },
            Self::Entities => Table { columns: ENTITIES.to_vec(), rows: excerpt.entities.iter().map(entity).collect() },
        }
    }
}

fn text(text: impl Into<String>) -> Cell {
    Cell::Text(Some(text.into()))
}

fn maybe(text: &Option<String>) -> Cell {
    Cell::Text(text.clone())
}

fn words(words: &[Words]) -> Cell {
    Cell::List(words.iter().map(|w| w.text.clone()).collect())
}

/// Lists of one side stand beside each other: what is not known is empty, so that the places agree.
fn side(parties: &[Party]) -> [Cell; 4] {
    let list = |of: &dyn Fn(&Party) -> Option<String>| Cell::List(parties.iter().map(|p| of(p).unwrap_or_default()).collect());
    [list(&|p| Some(said::name(p).into())), list(&|p| p.id.clone()), list(&|p| p.code.clone()), list(&|p| Some(p.text.clone()))]
}

fn first(id: &str, document: DocumentId, sources: &Sources<'_>) -> Vec<Cell> {
    let row = sources.get(&document);
    let known = |of: &dyn Fn(&DocumentRow) -> Option<String>| Cell::Text(row.and_then(|d| of(d)));
    vec![
        text(id),
        text(document.to_string()),
        known(&|d| d.source.id.clone()),
        known(&|d| d.source.publisher.clone()),
        known(&|d| d.source.url.clone()),
        known(&|d| d.date.clone()),
    ]
}

fn last(speakers: &[Voice], evidence: &[Evidence]) -> [Cell; 5] {
    let span = evidence.iter().map(|e| e.position).reduce(Span::cover);
    let quote: Vec<&str> = evidence.iter().map(|e| e.quote.exact.as_str()).collect();
    [
        Cell::List(speakers.iter().map(said::words).collect()),
        Cell::List(speakers.iter().map(|v| v.id.clone().unwrap_or_default()).collect()),
        Cell::Text((!quote.is_empty()).then(|| quote.join(" … "))),
        Cell::Number(span.map(|s| s.start)),
        Cell::Number(span.map(|s| s.end)),
    ]
}

fn event(event: &EventFact, sources: &Sources<'_>) -> Vec<Cell> {
    let place = event.place.as_ref();
    let mut row = first(&event.id, event.document, sources);
    row.extend([
        text(&event.class),
        maybe(&event.plover),
        maybe(&event.mode),
        Cell::List(event.contexts.clone()),
        maybe(&event.quad),
        maybe(&event.cameo),
        maybe(&event.date),
        Cell::Day(event.earliest.clone()),
        Cell::Day(event.latest.clone()),
    ]);
    row.extend(side(&event.actor));
    row.extend(side(&event.recipient));
    row.extend([
        Cell::Text(place.map(|p| said::name(p).into())),
        Cell::Text(place.and_then(|p| p.id.clone())),
        Cell::Text(place.and_then(|p| p.code.clone())),
        Cell::Text(place.map(|p| p.text.clone())),
        text(event.certainty.code()),
        text(event.status.name()),
        text(event.modality.name()),
        words(&event.trigger),
    ]);
    row.extend(last(&event.speakers, &event.evidence));
    row
}

fn claim(claim: &ClaimFact, sources: &Sources<'_>) -> Vec<Cell> {
    let mut row = first(&claim.id, claim.document, sources);
    row.extend([
        text(claim.kind.name()),
        maybe(&claim.item),
        text(claim.certainty.code()),
        text(claim.status.name()),
        text(claim.modality.name()),
        words(&claim.content),
        Cell::List(claim.speakers.iter().map(|v| v.certainty.code().into()).collect()),
    ]);
    row.extend(last(&claim.speakers, &claim.evidence));
    row
}

fn tenure(tenure: &TenureFact, sources: &Sources<'_>) -> Vec<Cell> {
    let mut row = first(&tenure.id, tenure.document, sources);
    row.extend([
        text(tenure.name.as_ref().unwrap_or(&tenure.person.text)),
        maybe(&tenure.person_id),
        text(&tenure.person.text),
        text(&tenure.post_name),
        text(&tenure.post.text),
        Cell::Text(tenure.body.as_ref().map(|b| b.text.clone())),
        maybe(&tenure.country),
        Cell::Flag(tenure.former),
        Cell::Flag(tenure.acting),
        maybe(&tenure.attested_at),
        Cell::Day(tenure.earliest.clone()),
        Cell::Day(tenure.latest.clone()),
    ]);
    row.extend(last(&tenure.speakers, &tenure.evidence));
    row
}

fn entity(entity: &EntityFact) -> Vec<Cell> {
    let documents: BTreeSet<DocumentId> = entity.mentions.iter().map(|m| m.document).collect();
    vec![
        text(&entity.id),
        text(&entity.kind),
        text(&entity.name),
        Cell::List(entity.names.clone()),
        maybe(&entity.code),
        Cell::Number(Some(documents.len() as u32)),
        Cell::Number(Some(entity.mentions.len() as u32)),
    ]
}

/// A table as CSV by RFC 4180, with headings and line feeds.
pub(super) fn csv(table: &Table) -> Vec<u8> {
    let mut out = csv_head(&table.columns);
    table.rows.iter().for_each(|row| out += &csv_line(row));
    out.into_bytes()
}

/// A table as Parquet.
#[cfg(feature = "parquet")]
pub(super) fn parquet(table: Table) -> Result<Vec<u8>, BaseError> {
    let write = || -> std::io::Result<Vec<u8>> {
        let mut out = Vec::new();
        let mut file = ParquetFile::new(&mut out, &table.columns)?;
        table.rows.into_iter().try_for_each(|row| file.push(row))?;
        file.finish()?;
        Ok(out)
    };
    write().map_err(|e| BaseError::Store { problem: e.to_string() })
}
