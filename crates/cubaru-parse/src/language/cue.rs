//! Cues of attribution, by their lemmas.

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

/// Cues by their first word.
#[derive(Debug, Clone, Default)]
pub(crate) struct Cues {
    pub cues: HashMap<String, Vec<Cue>>,
}

impl Cues {
    pub(crate) fn new(lexicon: &Lexicon) -> Self {
        let mut out = Self::default();
        for row in lexicon.list("cues") {
            let (first, rest) = super::words(row.form());
            let cue = Cue { rest, kind: row.cell(1).into(), frame: row.cell(2).into(), entry: format!("cues#{}", row.form()) };
            out.cues.entry(first).or_default().push(cue);
        }
        out.cues.values_mut().for_each(|c| c.sort_by_key(|c| std::cmp::Reverse(c.rest.len())));
        out
    }
}
