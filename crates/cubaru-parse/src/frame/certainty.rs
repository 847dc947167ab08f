//! How certain an act is, from the words that govern its verb.

use super::Scene;
use crate::{
    certainty::{Certainty, Status},
    label::Relation,
    language::Hedge,
    phrase::{verb, verb::VerbGroup},
};

/// What governs a verb makes of its act.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Reading {
    pub certainty: Certainty,
    pub status: Status,
    /// The tokens that make it so.
    pub cues: Vec<usize>,
    pub entries: Vec<String>,
}

/// A condition reaches no further back than this.
const REACH: usize = 40;

/// Reads the certainty of a verb's act.
pub(super) fn reading(scene: &Scene<'_>, group: &VerbGroup) -> Reading {
    let mut reading = Reading::default();
    if let Some((at, hedge)) = condition(scene, group.head) {
        apply(&mut reading, at, hedge);
        return reading;
    }
    if question(scene, group.head) {
        return Reading { certainty: Certainty::U, status: Status::Hypothetical, ..reading };
    }
    let mut negated = group.negated;
    if let Some(at) = group.modal
        && let Some(hedge) = hedge(scene, at, &["modal"])
    {
        apply(&mut reading, at, hedge);
        if hedge.rest.iter().any(|w| w == "not") {
            // The list's row already says what "cannot" makes of it.
            negated = None;
            if hedge.certainty == Certainty::CtMinus {
                reading.status = Status::Negated;
            }
        }
    }
    let (first, _) = scene.sentence(group.head);
    let from = (first..group.first).rev().take_while(|i| verb::is_adverb(scene.sheet, *i)).last().unwrap_or(group.first);
    for at in from..group.head {
        if let Some(hedge) = hedge(scene, at, &["adverb"]) {
            apply(&mut reading, at, hedge);
        }
    }
    if let Some(governor) = group.governor {
        govern(scene, &mut reading, governor);
    }
    // "without attacking", "instead of meeting"
    let before = (group.first.saturating_sub(3).max(first)..group.first).find(|at| {
        hedge(scene, *at, &["negation"]).is_some_and(|h| at + 1 + h.rest.len() == group.first && h.certainty == Certainty::CtMinus)
    });
    if let Some(at) = negated.filter(|at| denies(scene, *at)).or(before.filter(|at| Some(*at) != group.negated)) {
        negate(&mut reading, at);
    }
    reading
}

/// What a verb makes of an act that a noun below it names: "called for talks".
pub(super) fn under(scene: &Scene<'_>, verb: usize) -> Reading {
    let mut reading = Reading::default();
    if let Some(hedge) = governing(scene, verb) {
        apply(&mut reading, verb, hedge);
    }
    reading
}

/// Whether an act under another verb is stated at all: under a verb of the list `hedges` it is, in a mere purpose it is not.
pub(super) fn stated(scene: &Scene<'_>, group: &VerbGroup) -> bool {
    let Some(governor) = group.governor else { return true };
    governing(scene, governor).is_some()
}

/// The words that open a condition which governs a token, up to a comma, and what they make of it.
fn condition<'a>(scene: &'a Scene<'_>, head: usize) -> Option<(usize, &'a Hedge)> {
    let sheet = scene.sheet;
    let (first, _) = scene.sentence(head);
    for at in (first.max(head.saturating_sub(REACH))..head).rev() {
        if let Some(hedge) = hedge(scene, at, &["condition"]) {
            return Some((at, hedge));
        }
        let mark = matches!(sheet.token(at).text.as_str(), "," | ";" | ":" | "—" | "“" | "”" | "\"");
        if mark || sheet.is_any(at, &["that", "who", "which", "but", "because"]) {
            return None;
        }
    }
    None
}

/// Whether the verb stands in a question.
fn question(scene: &Scene<'_>, head: usize) -> bool {
    let (first, last) = scene.sentence(head);
    (first..last).rev().take(3).any(|i| scene.sheet.token(i).text.starts_with('?'))
}

fn govern(scene: &Scene<'_>, reading: &mut Reading, governor: usize) {
    if let Some(hedge) = governing(scene, governor) {
        apply(reading, governor, hedge);
    }
    if let Some(outer) = scene.verb_at(governor) {
        if let Some(hedge) = outer.modal.and_then(|at| hedge(scene, at, &["modal"])).filter(|_| reading.status == Status::Actual) {
            reading.certainty = hedge.certainty;
            reading.status = hedge.status;
        }
        if let Some(at) = outer.negated.filter(|at| denies(scene, *at)) {
            negate(reading, at);
        }
    }
}

/// The hedge that a governing verb or adjective is: "refused to", "is expected to".
fn governing<'a>(scene: &'a Scene<'_>, governor: usize) -> Option<&'a Hedge> {
    let sheet = scene.sheet;
    let word = sheet.token(governor).read().to_lowercase();
    let be = sheet.edges.child(governor, &[Relation::AuxPass, Relation::Cop]).is_some();
    let rows = sheet.language.cues().hedges.get("be").filter(|_| be);
    let passive = rows.and_then(|rows| rows.iter().find(|h| h.kind == "verb" && h.rest.first() == Some(&word)));
    passive.or_else(|| hedge(scene, governor, &["verb", "adjective"]))
}

/// The hedge that begins at a token, of one of the kinds, the longest; verbs by their lemmas.
fn hedge<'a>(scene: &'a Scene<'_>, at: usize, kinds: &[&str]) -> Option<&'a Hedge> {
    let sheet = scene.sheet;
    let token = sheet.token(at);
    let word = token.read().to_lowercase();
    let all = &sheet.language.cues().hedges;
    let verbal = kinds.contains(&"verb");
    let lemmas = if verbal { sheet.language.inflection().lemmas(&word) } else { Vec::new() };
    let rest = |i: usize, w: &str| sheet.is(at + 1 + i, w) || sheet.token(at + 1 + i).lemma == w || w == "to" && verbal;
    let fits = |h: &&Hedge| kinds.contains(&h.kind.as_str()) && h.rest.iter().enumerate().all(|(i, w)| rest(i, w));
    [word.as_str(), token.lemma.as_str()]
        .into_iter()
        .chain(lemmas.iter().map(|(l, _)| l.as_str()))
        .find_map(|lemma| all.get(lemma)?.iter().find(fits))
}

fn apply(reading: &mut Reading, at: usize, hedge: &Hedge) {
    reading.certainty = hedge.certainty;
    reading.status = hedge.status;
    reading.cues.push(at);
    reading.entries.push(hedge.entry.clone());
}

/// Whether a negation denies the act: "not only" and "not until" do not.
fn denies(scene: &Scene<'_>, at: usize) -> bool {
    hedge(scene, at, &["negation"]).is_none_or(|h| h.certainty != Certainty::CtPlus)
}

pub(super) fn negate(reading: &mut Reading, at: usize) {
    use Certainty::*;
    let (certainty, status) = match (reading.certainty, reading.status) {
        (CtMinus, Status::Negated) => (CtPlus, Status::Actual),
        (_, Status::Hypothetical) => (reading.certainty, Status::Hypothetical),
        (CtPlus, _) => (CtMinus, Status::Negated),
        (PrPlus, _) => (PrMinus, Status::Negated),
        (PsPlus, _) => (PsMinus, Status::Possible),
        (PrMinus, _) => (PrPlus, Status::Possible),
        (PsMinus, _) => (PsPlus, Status::Possible),
        (other, _) => (other, Status::Negated),
    };
    reading.certainty = certainty;
    reading.status = status;
    reading.cues.push(at);
}
