//! What rows become before they go in: folded words, lists as JSON, signatures. None of it needs the file, so that it can be worked out beside
//! the writing.

use super::code::{self, Layers};
use crate::{
    Evidence, Speaker,
    base::{ClaimRow, EventRow, Rows, Signature, Stated, fold},
};
use cubaru_parse::Participant;
use std::collections::HashMap;

/// A document, ready to be written.
pub(super) struct Encoded<'r> {
    pub rows: &'r Rows,
    pub sha256: String,
    pub authors: Option<String>,
    /// The publisher in folded words.
    pub publisher: String,
    pub layers: String,
    /// Of its entities, in their order.
    pub signatures: Vec<Signature>,
    pub stated: Stated,
    /// Each sentence once, with its folded words.
    pub evidence: Vec<(&'r Evidence, String)>,
    pub claims: Vec<Claim>,
    pub events: Vec<Event<'r>>,
}

/// What is beside a claim's own values.
pub(super) struct Claim {
    /// Places in the document's `evidence`.
    pub evidence: Vec<usize>,
    pub content: Option<String>,
    pub voices: Vec<Voice>,
}

/// What is beside a speaker's own values.
pub(super) struct Voice {
    pub source: Option<String>,
    pub cue: Option<String>,
    /// The words of whom no entity stands behind, each name between bars.
    pub folded: Option<String>,
}

/// What is beside an event's own values.
pub(super) struct Event<'r> {
    pub contexts: Option<String>,
    pub trigger: Option<String>,
    pub cues: Option<String>,
    pub parts: Vec<Part<'r>>,
}

/// Who takes part: 0 acts, 1 is acted on, 2 is the place.
pub(super) struct Part<'r> {
    pub role: u8,
    pub seq: usize,
    pub participant: &'r Participant,
    /// The words of whom no entity stands behind.
    pub folded: Option<String>,
}

impl<'r> Encoded<'r> {
    pub(super) fn of(rows: &'r Rows) -> Self {
        let source = &rows.document.source;
        let mut evidence = Vec::new();
        let mut known = HashMap::new();
        let signatures = Signature::all(rows);
        Self {
            rows,
            sha256: rows.document.sha256.to_string(),
            authors: code::list(&source.authors),
            publisher: source.publisher.as_deref().map(fold::run).unwrap_or_default(),
            layers: Layers::write(&rows.mentions, &rows.times, &rows.quantities),
            stated: Stated::of(rows),
            claims: rows.claims.iter().map(|c| claim(c, signatures.len(), &mut evidence, &mut known)).collect(),
            events: rows.events.iter().map(|e| event(e, signatures.len())).collect(),
            evidence,
            signatures,
        }
    }
}

/// Whether nobody of so many entities stands behind the words.
fn unknown(entity: Option<u32>, entities: usize) -> bool {
    entity.is_none_or(|e| e as usize >= entities)
}

fn claim<'r>(
    c: &'r ClaimRow,
    entities: usize,
    evidence: &mut Vec<(&'r Evidence, String)>,
    known: &mut HashMap<(u32, u32), usize>,
) -> Claim {
    let mut place = |e: &'r Evidence| {
        *known.entry((e.position.start, e.position.end)).or_insert_with(|| {
            evidence.push((e, fold::run(&e.quote.exact)));
            evidence.len() - 1
        })
    };
    let voice = |v: &Speaker| Voice {
        source: code::words(&v.source),
        cue: code::words(&v.cue),
        folded: unknown(v.entity, entities).then(|| v.source.iter().map(|w| format!("|{}|", fold::run(&w.text))).collect()),
    };
    Claim {
        evidence: c.evidence.iter().map(&mut place).collect(),
        content: code::words(&c.content),
        voices: c.voices().map(voice).collect(),
    }
}

fn event(event: &EventRow, entities: usize) -> Event<'_> {
    let sides: [&[Participant]; 3] = [&event.actor, &event.recipient, event.place.as_slice()];
    let parts = (0..).zip(sides).flat_map(|(role, side)| {
        side.iter().enumerate().map(move |(seq, participant)| {
            let folded = unknown(participant.entity, entities).then(|| fold::run(&participant.text));
            Part { role, seq, participant, folded }
        })
    });
    Event {
        contexts: code::list(&event.contexts),
        trigger: code::words(&event.trigger),
        cues: code::words(&event.cues),
        parts: parts.collect(),
    }
}
