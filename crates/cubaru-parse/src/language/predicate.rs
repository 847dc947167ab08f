//! Predicates with their signatures: what a verb, noun or adjective says of the certainty of its complement.

use crate::certainty::Value;
use cubaru_lexicon::Lexicon;
use std::collections::HashMap;

/// A predicate with one kind of complement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Predicate {
    /// Words that stand with the lemma: "out" in "rule out", "from" in "prevent from".
    pub rest: Vec<String>,
    pub class: String,
    pub complement: String,
    /// What the complement is where the predicate holds.
    pub affirmed: Value,
    /// What it is where the predicate does not hold.
    pub negated: Value,
    /// What it is for whose predicate this is: who says, believes, plans it.
    pub source: Option<Value>,
    pub entry: String,
}

impl Predicate {
    /// Whether the complement is so, or is not so, whatever becomes of the predicate: "regret", "pretend".
    pub(crate) fn factive(&self) -> bool {
        use crate::certainty::Certainty::{CtMinus, CtPlus};
        self.affirmed.certainty == self.negated.certainty && matches!(self.affirmed.certainty, CtPlus | CtMinus)
    }
}

/// Predicates by the lemma of their first word, those of the most words first.
#[derive(Debug, Clone, Default)]
pub(crate) struct Predicates(HashMap<String, Vec<Predicate>>);

impl Predicates {
    pub(crate) fn new(lexicon: &Lexicon) -> Self {
        let mut all: HashMap<String, Vec<Predicate>> = HashMap::new();
        for row in lexicon.list("predicates") {
            let (first, rest) = super::words(row.form());
            let value = |column| Value::read(row.cell(column)).unwrap_or_default();
            let predicate = Predicate {
                rest,
                class: row.cell(1).into(),
                complement: row.cell(2).into(),
                affirmed: value(3),
                negated: value(4),
                source: Value::read(row.cell(5)),
                entry: format!("predicates#{}", row.form()),
            };
            all.entry(first).or_default().push(predicate);
        }
        all.values_mut().for_each(|p| p.sort_by_key(|p| std::cmp::Reverse(p.rest.len())));
        Self(all)
    }

    /// The predicates whose first word has a lemma.
    pub(crate) fn of(&self, lemma: &str) -> &[Predicate] {
        self.0.get(lemma).map_or(&[], Vec::as_slice)
    }
}
