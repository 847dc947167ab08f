//! How certain an act is, from the words that govern its verb.

use super::{Scene, clause};
use crate::{
    certainty::{Certainty, Status},
    language::Hedge,
    phrase::verb::VerbGroup,
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

/// Words that put an act in the future without a modal verb.
const FUTURE: &[&str] = &["set", "due", "scheduled", "about"];

/// Reads the certainty of a verb's act.
pub(super) fn reading(scene: &Scene<'_>, group: &VerbGroup) -> Reading {
    let mut reading = Reading::default();
    if let Some(at) = clause::condition(scene, group.head) {
        return Reading { certainty: Certainty::U, status: Status::Hypothetical, cues: vec![at], entries: Vec::new() };
    }
    if let Some(at) = group.modal {
        if let Some(hedge) = hedge(scene, at, &["modal"]) {
            apply(&mut reading, at, hedge);
        }
    }
    for at in group.first..group.head {
        if let Some(hedge) = hedge(scene, at, &["adverb"]) {
            apply(&mut reading, at, hedge);
        }
    }
    if let Some(governor) = group.governor {
        govern(scene, &mut reading, governor);
    }
    if let Some(at) = group.negated {
        negate(&mut reading, at);
    }
    reading
}

fn govern(scene: &Scene<'_>, reading: &mut Reading, governor: usize) {
    let found = hedge(scene, governor, &["verb", "adjective"]);
    if let Some(hedge) = found {
        apply(reading, governor, hedge);
    } else if scene.sheet.is_any(governor, FUTURE) {
        reading.status = Status::Future;
        reading.cues.push(governor);
    } else {
        // Purpose, wish, demand: the act itself is not stated.
        reading.certainty = Certainty::U;
        reading.status = Status::Hypothetical;
        reading.cues.push(governor);
    }
    if let Some(outer) = scene.verb_at(governor) {
        if let Some(at) = outer.negated {
            negate(reading, at);
        }
        if let Some(hedge) = outer.modal.and_then(|at| hedge_of(scene, at)) {
            if reading.status == Status::Actual {
                reading.certainty = hedge.certainty;
                reading.status = hedge.status;
            }
        }
    }
}

fn hedge_of<'a>(scene: &'a Scene<'_>, at: usize) -> Option<&'a Hedge> {
    hedge(scene, at, &["modal"])
}

/// The hedge that begins at a token, of one of the kinds; verbs by their lemmas.
fn hedge<'a>(scene: &'a Scene<'_>, at: usize, kinds: &[&str]) -> Option<&'a Hedge> {
    let sheet = scene.sheet;
    let word = sheet.token(at).read().to_lowercase();
    let word = match word.as_str() {
        "'ll" | "wo" => "will".to_string(),
        "ca" => "can".to_string(),
        _ => word,
    };
    let lemmas = sheet.language.inflection().lemmas(&word).into_iter().map(|(l, _)| l);
    std::iter::once(word.clone()).chain(lemmas).find_map(|lemma| {
        let rows = sheet.language.cues().hedges.get(&lemma)?;
        rows.iter().find(|h| {
            kinds.contains(&h.kind.as_str()) && h.rest.iter().enumerate().all(|(i, w)| sheet.is_any(at + 1 + i, &[w.as_str()]) || w == "to")
        })
    })
}

fn apply(reading: &mut Reading, at: usize, hedge: &Hedge) {
    reading.certainty = hedge.certainty;
    reading.status = hedge.status;
    reading.cues.push(at);
    reading.entries.push(hedge.entry.clone());
}

fn negate(reading: &mut Reading, at: usize) {
    use Certainty::*;
    reading.certainty = match reading.certainty {
        CtPlus => CtMinus,
        PrPlus => PrMinus,
        PsPlus => PsMinus,
        CtMinus => CtPlus,
        PrMinus => PrPlus,
        PsMinus => PsPlus,
        U => U,
    };
    reading.status = if matches!(reading.certainty, CtPlus) && reading.status == Status::Negated {
        Status::Actual
    } else if reading.status == Status::Hypothetical {
        Status::Hypothetical
    } else {
        Status::Negated
    };
    reading.cues.push(at);
}
