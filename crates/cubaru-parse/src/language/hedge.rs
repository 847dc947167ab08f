//! Words that change certainty, by their first words.

use crate::certainty::Value;
use cubaru_lexicon::Lexicon;
use std::collections::HashMap;

/// What a word does to the certainty of the act beside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Hedge {
    pub rest: Vec<String>,
    pub kind: String,
    pub value: Value,
    pub entry: String,
}

/// Hedges by their first word, the longest first.
#[derive(Debug, Clone, Default)]
pub(crate) struct Hedges(HashMap<String, Vec<Hedge>>);

impl Hedges {
    pub(crate) fn new(lexicon: &Lexicon) -> Self {
        let mut all: HashMap<String, Vec<Hedge>> = HashMap::new();
        for row in lexicon.list("hedges") {
            let (first, rest) = super::words(row.form());
            let value = Value::read(row.cell(2)).unwrap_or_default();
            let hedge = Hedge { rest, kind: row.cell(1).into(), value, entry: format!("hedges#{}", row.form()) };
            all.entry(first).or_default().push(hedge);
        }
        all.values_mut().for_each(|h| h.sort_by_key(|h| std::cmp::Reverse(h.rest.len())));
        Self(all)
    }

    /// The hedges that begin with a word.
    pub(crate) fn get(&self, first: &str) -> &[Hedge] {
        self.0.get(first).map_or(&[], Vec::as_slice)
    }
}
