//! Cues of attribution and words that change certainty, by their lemmas.

use crate::certainty::{Certainty, Status};
use cubaru_lexicon::Lexicon;
use std::collections::HashMap;

/// A cue of attribution.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Cue {
    /// Words that must follow the lemma: "out" in "point out".
    pub rest: Vec<String>,
    pub kind: String,
    pub frame: String,
    pub entry: String,
}

/// What a word does to the certainty of the act under it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Hedge {
    pub rest: Vec<String>,
    pub kind: String,
    pub certainty: Certainty,
    pub status: Status,
    pub entry: String,
}

/// Cues and hedges by their first word.
#[derive(Debug, Clone, Default)]
pub(crate) struct Cues {
    pub cues: HashMap<String, Vec<Cue>>,
    pub hedges: HashMap<String, Vec<Hedge>>,
}

impl Cues {
    pub(crate) fn new(lexicon: &Lexicon) -> Self {
        let mut out = Self::default();
        let split = |form: &str| {
            let mut words = form.split(' ').map(String::from);
            (words.next().unwrap_or_default(), words.collect::<Vec<_>>())
        };
        for row in lexicon.list("cues") {
            let (first, rest) = split(row.form());
            let cue = Cue { rest, kind: row.cell(1).into(), frame: row.cell(2).into(), entry: format!("cues#{}", row.form()) };
            out.cues.entry(first).or_default().push(cue);
        }
        for row in lexicon.list("hedges") {
            let (first, rest) = split(row.form());
            let (certainty, status) = row.cell(2).split_once('/').unwrap_or((row.cell(2), "actual"));
            let hedge = Hedge {
                rest,
                kind: row.cell(1).into(),
                certainty: Certainty::from_code(certainty).unwrap_or(Certainty::U),
                status: Status::from_name(status).unwrap_or_default(),
                entry: format!("hedges#{}", row.form()),
            };
            out.hedges.entry(first).or_default().push(hedge);
        }
        out.cues.values_mut().for_each(|c| c.sort_by_key(|c| std::cmp::Reverse(c.rest.len())));
        out.hedges.values_mut().for_each(|c| c.sort_by_key(|c| std::cmp::Reverse(c.rest.len())));
        out
    }
}
