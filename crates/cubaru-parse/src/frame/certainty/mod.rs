//! How certain an act is, and whether it took place: by the words beside it, and by what governs its clause, up the tree.
//!
//! Each clause has a *position*: what those words make of it that it hangs on ("refused to …", "the threat that …", "if …"). The words beside its
//! verb ("may", "not", "reportedly") change that. So the value of an act comes down from the root, one governor after another.

mod adverbial;
mod beside;
mod complement;
mod noun;
mod position;
mod sentence;
mod value;

use super::Scene;
use crate::{
    certainty::{Certainty, Status, Value},
    parsed::Attribution,
    span::{Span, Words},
};
use position::{Position, Walk};

/// What the words around a trigger make of its act.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Reading {
    /// As the document's author has it.
    pub value: Value,
    /// As each speaker of the chain has it, outermost first.
    pub by_speaker: Vec<Certainty>,
    /// The tokens that make it so, as runs.
    pub cues: Vec<(usize, usize)>,
    pub entries: Vec<String>,
}

/// Reads the certainty of the act that a token states, a verb or a noun, within the innermost attribution that holds it.
pub(super) fn reading(scene: &Scene<'_>, trigger: usize, attributions: &[Attribution], innermost: Option<u32>) -> Reading {
    read(scene, attributions, innermost, &|walk| walk.value(trigger))
}

/// Reads the certainty of an act that a token and the modal or negation beside it state together: "must withdraw" is a demand, made where
/// it is said.
pub(super) fn reading_of_clause(scene: &Scene<'_>, trigger: usize, attributions: &[Attribution], innermost: Option<u32>) -> Reading {
    read(scene, attributions, innermost, &|walk| walk.place(trigger))
}

/// The certainty of an act that is done by saying something.
pub(super) fn reading_of_statement(said: &Attribution) -> Reading {
    let value = Value { certainty: said.certainty, status: said.status, modality: said.modality };
    Reading { value, by_speaker: said.by_speaker.clone(), ..Reading::default() }
}

fn read(scene: &Scene<'_>, attributions: &[Attribution], innermost: Option<u32>, value: &dyn Fn(Walk<'_>) -> Position) -> Reading {
    let chain = chain(attributions, innermost);
    let within = chain.last().copied();
    let author = value(Walk::new(scene, None, within));
    let by_speaker = chain.iter().map(|a| value(Walk::new(scene, Some(a), within)).value.certainty).collect::<Vec<_>>();
    let spoken = |run: &(usize, usize)| {
        let span = scene.sheet.span(run.0, run.1);
        chain.iter().flat_map(|a| &a.cue).any(|cue| cue.span().contains(span))
    };
    let mut cues: Vec<(usize, usize)> = author.cues.into_iter().filter(|c| !(c.voice && spoken(&c.run))).map(|c| c.run).collect();
    cues.sort_unstable();
    cues.dedup();
    // "not" lies in "not necessarily".
    let all = cues.clone();
    cues.retain(|a| !all.iter().any(|b| a != b && b.0 <= a.0 && a.1 <= b.1));
    let mut entries = author.entries;
    let mut seen = std::collections::HashSet::new();
    entries.retain(|e| seen.insert(e.clone()));
    Reading { value: author.value, by_speaker, cues, entries }
}

/// The attributions around a place, outermost first.
fn chain(attributions: &[Attribution], innermost: Option<u32>) -> Vec<&Attribution> {
    let mut all = Vec::new();
    let mut next = innermost;
    while let Some(a) = next.and_then(|i| attributions.get(i as usize)) {
        all.push(a);
        next = a.parent;
    }
    all.reverse();
    all
}

/// Whether an act under another verb is told at all: a mere purpose is not.
pub(super) fn stated(scene: &Scene<'_>, trigger: usize) -> bool {
    position::stated(scene, trigger)
}

/// Whether a text tells how likely the act is that a noun names: "an attack is unlikely".
pub(super) fn weighed(scene: &Scene<'_>, noun: usize) -> bool {
    noun::weighed(scene, noun)
}

/// Reads how certain it is that each statement was made.
pub(super) fn statements(scene: &Scene<'_>, attributions: &mut [Attribution]) {
    let read = |a: &Attribution| {
        let verb = verb_within(scene, a.cue.first()?.span())?;
        Some(reading(scene, verb, attributions, a.parent))
    };
    // A cue without a verb, as "according to", tells no more than that somebody speaks.
    let plain = |a: &Attribution| {
        let above = chain(attributions, a.parent).len();
        let by_speaker = (1..=above).map(|i| if i == above { Certainty::CtPlus } else { Certainty::U }).collect();
        Reading { value: if above > 0 { value::REPORTED } else { value::PLAIN }, by_speaker, ..Reading::default() }
    };
    let readings: Vec<Reading> = attributions.iter().map(|a| read(a).unwrap_or_else(|| plain(a))).collect();
    for (attribution, reading) in attributions.iter_mut().zip(readings) {
        (attribution.certainty, attribution.status, attribution.modality) =
            (reading.value.certainty, reading.value.status, reading.value.modality);
        attribution.by_speaker = reading.by_speaker;
    }
}

/// The verb of a cue.
fn verb_within(scene: &Scene<'_>, cue: Span) -> Option<usize> {
    let tokens = scene.sheet.tokens;
    let from = tokens.partition_point(|t| t.start < cue.start);
    let to = tokens.partition_point(|t| t.end <= cue.end);
    (from..to).rev().find(|t| scene.verb_at(*t).is_some())
}

/// Whether a token lies in what an attribution holds.
fn holds(scene: &Scene<'_>, attribution: &Attribution, token: usize) -> bool {
    let span = scene.sheet.token(token).span();
    attribution.content.iter().map(Words::span).any(|c| c.contains(span))
}

/// Whether a value is somebody's words and nothing more.
fn reported(value: Value) -> bool {
    value.status == Status::Reported
}
