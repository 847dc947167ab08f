//! Whether a row in memory answers a question. What SQL says of the same row must be the same: `tests/stores.rs` holds them together.

use super::{Bound, Side, Test, Who};
use crate::{
    Speaker,
    base::{ClaimRow, DocumentRow, EventRow, Sig, TenureRow, fold},
};
use cubaru_parse::Participant;

/// The signature of an entity of the document.
pub(crate) type Sigs<'a> = &'a dyn Fn(u32) -> Option<Sig>;

pub(crate) fn event_holds(query: &Bound, document: &DocumentRow, event: &EventRow, claim: Option<&ClaimRow>, sigs: Sigs<'_>) -> bool {
    let column = |name: &str| match name {
        "class" => Some(event.class.as_str()),
        "type" => event.plover.as_deref(),
        "mode" => event.mode.as_deref(),
        "quad" => event.quad.as_deref(),
        "certainty" => Some(event.certainty.code()),
        "status" => Some(event.status.name()),
        "modality" => Some(event.modality.name()),
        _ => None,
    };
    let sides = || event.actor.iter().chain(&event.recipient);
    let has = |sig: Sig| sides().any(|p| p.entity.and_then(sigs) == Some(sig));
    all(query, |test| match test {
        Test::Is(name, value) => column(name) == Some(value),
        Test::Cameo(start) => event.cameo.as_ref().is_some_and(|c| c.starts_with(start.as_str())),
        Test::Part(Side::Actor, who) => event.actor.iter().any(|p| is(p, who, sigs)),
        Test::Part(Side::Recipient, who) => event.recipient.iter().any(|p| is(p, who, sigs)),
        Test::Part(Side::Either, who) => sides().any(|p| is(p, who, sigs)),
        Test::Person(persons) => sides().any(|p| p.entity.and_then(sigs).is_some_and(|s| persons.contains(&s))),
        Test::Office(held) => held.iter().any(|h| has(h.sig) && touches(&event.earliest, &event.latest, &h.from, &h.to)),
        Test::Sector(sector) => sides().any(|p| p.code.as_ref().is_some_and(|c| chunks(c).any(|chunk| chunk == sector))),
        Test::Place(who) => event.place.iter().any(|p| is(p, who, sigs)),
        Test::Between(from, to) => touches(&event.earliest, &event.latest, from, to),
        Test::Id(id) => event.id == *id,
        other => stated(other, document, claim, within(claim), sigs),
    })
}

pub(crate) fn claim_holds(query: &Bound, document: &DocumentRow, claim: &ClaimRow, sigs: Sigs<'_>) -> bool {
    let column = |name: &str| match name {
        "kind" => Some(claim.kind.name()),
        "certainty" => Some(claim.certainty.code()),
        "status" => Some(claim.status.name()),
        "modality" => Some(claim.modality.name()),
        _ => None,
    };
    all(query, |test| match test {
        Test::Is(name, value) => column(name) == Some(value),
        Test::Id(id) => claim.id == *id,
        other => stated(other, document, Some(claim), claim.voices(), sigs),
    })
}

pub(crate) fn tenure_holds(query: &Bound, document: &DocumentRow, tenure: &TenureRow, claim: Option<&ClaimRow>, sigs: Sigs<'_>) -> bool {
    all(query, |test| match test {
        Test::Is(_, value) => tenure.country.as_ref() == Some(value),
        Test::Person(persons) => tenure.entity.and_then(sigs).is_some_and(|s| persons.contains(&s)),
        Test::Post(run) => fold::run(&tenure.post_name).contains(run.as_str()),
        Test::Between(from, to) => touches(&tenure.earliest, &tenure.latest, from, to),
        Test::Id(id) => tenure.id == *id,
        other => stated(other, document, claim, within(claim), sigs),
    })
}

fn all(query: &Bound, holds: impl Fn(&Test) -> bool) -> bool {
    query.tests.iter().all(|alternatives| alternatives.iter().any(&holds))
}

/// In whose words the claim stands; who makes a statement does not stand in his own.
fn within(claim: Option<&ClaimRow>) -> impl Iterator<Item = &Speaker> {
    claim.into_iter().flat_map(|c| &c.speakers)
}

/// Tests on the document, on the claim that states the row, and on who says so.
fn stated<'a>(
    test: &Test,
    document: &DocumentRow,
    claim: Option<&ClaimRow>,
    mut voices: impl Iterator<Item = &'a Speaker>,
    sigs: Sigs<'_>,
) -> bool {
    match test {
        Test::Published(from, to) => touches(&document.earliest, &document.latest, from, to),
        Test::Source(publisher, id) => {
            let own = document.source.id.as_ref() == Some(id);
            own || !publisher.is_empty() && document.source.publisher.as_ref().is_some_and(|p| fold::run(p) == *publisher)
        }
        Test::Document(id) => document.source.id.as_ref() == Some(id) || document.sha256.to_string().starts_with(id.as_str()),
        Test::Speaker(who) => voices.any(|v| speaks(v, who, sigs)),
        Test::Words(runs) => claim.is_some_and(|c| {
            c.evidence.iter().any(|e| {
                let words = fold::run(&e.quote.exact);
                runs.iter().all(|r| words.contains(r.as_str()))
            })
        }),
        _ => false,
    }
}

fn is(participant: &Participant, who: &Who, sigs: Sigs<'_>) -> bool {
    let coded = || who.code.as_ref().zip(participant.code.as_ref()).is_some_and(|(start, code)| code.starts_with(start.as_str()));
    match participant.entity.and_then(sigs) {
        Some(sig) => who.sigs.contains(&sig) || coded(),
        None => coded() || !who.words.is_empty() && fold::run(&participant.text) == who.words,
    }
}

/// Who speaks has no code of his own: the signature has it.
fn speaks(voice: &Speaker, who: &Who, sigs: Sigs<'_>) -> bool {
    match voice.entity.and_then(sigs) {
        Some(sig) => who.sigs.contains(&sig),
        None => !who.words.is_empty() && voice.source.iter().any(|w| fold::run(&w.text) == who.words),
    }
}

/// The parts of a code, of three letters each.
pub(crate) fn chunks(code: &str) -> impl Iterator<Item = &str> {
    (0..CHUNKS).filter_map(|i| code.get(3 * i..3 * i + 3))
}

/// So many parts of a code are looked at; no scheme has longer ones.
pub(crate) const CHUNKS: usize = 5;

/// Whether two stretches of days share one; a row without bounds touches nothing.
fn touches(earliest: &Option<String>, latest: &Option<String>, from: &str, to: &str) -> bool {
    matches!((earliest, latest), (Some(e), Some(l)) if l.as_str() >= from && e.as_str() <= to)
}
