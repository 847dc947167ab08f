//! Words that change certainty, by their first words.

use crate::certainty::{Certainty, Status};
use cubaru_lexicon::Lexicon;
use std::collections::HashMap;

/// What a word does to the certainty of the act under it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Hedge {
    pub rest: Vec<String>,
    pub kind: String,
    pub certainty: Certainty,
    pub status: Status,
    pub entry: String,
}

/// Hedges by their first word, the longest first.
#[derive(Debug, Default)]
pub(crate) struct Hedges(HashMap<String, Vec<Hedge>>);

impl Hedges {
    pub(crate) fn new(lexicon: &Lexicon) -> Self {
        let mut all: HashMap<String, Vec<Hedge>> = HashMap::new();
        for row in lexicon.list("hedges") {
            let (first, rest) = super::words(row.form());
            let (certainty, status) = row.cell(2).split_once('/').unwrap_or((row.cell(2), "actual"));
            let hedge = Hedge {
                rest,
                kind: row.cell(1).into(),
                certainty: Certainty::from_code(certainty).unwrap_or(Certainty::U),
                status: Status::from_name(status).unwrap_or_default(),
                entry: format!("hedges#{}", row.form()),
            };
            all.entry(first).or_default().push(hedge);
        }
        all.values_mut().for_each(|h| h.sort_by_key(|h| std::cmp::Reverse(h.rest.len())));
        Self(all)
    }

    /// The hedges that begin with a word.
    pub(crate) fn get(&self, first: &str) -> Option<&Vec<Hedge>> {
        self.0.get(first)
    }
}
