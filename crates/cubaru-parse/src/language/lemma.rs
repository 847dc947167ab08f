//! Lemmas as the lists give them: of whole words, and of endings.

use cubaru_lexicon::Lexicon;
use std::collections::HashMap;

/// Lemmas of words and endings, each under a label of Universal Dependencies (a word class or a tag).
#[derive(Clone)]
pub struct Lemmas {
    words: HashMap<Box<str>, Vec<Row>>,
    endings: HashMap<Box<str>, Vec<Row>>,
    /// The length of the longest ending, in bytes.
    longest: usize,
}

#[derive(Clone)]
struct Row {
    label: Box<str>,
    lemma: Box<str>,
}

impl Lemmas {
    pub(crate) fn new(lexicon: &Lexicon) -> Self {
        let mut lemmas = Self { words: HashMap::new(), endings: HashMap::new(), longest: 0 };
        for entry in lexicon.list("lemmas") {
            let row = Row { label: entry.cell(1).into(), lemma: entry.cell(2).into() };
            let form = entry.form();
            // A lone hyphen is a word.
            if let Some(ending) = form.strip_prefix('-').filter(|e| !e.is_empty()) {
                lemmas.longest = lemmas.longest.max(ending.len());
                lemmas.endings.entry(ending.into()).or_default().push(row);
            } else {
                lemmas.words.entry(form.into()).or_default().push(row);
            }
        }
        lemmas
    }

    /// The lemma of a lower-case form under the first of the labels that has one.
    pub(crate) fn word(&self, form: &str, labels: &[&str]) -> Option<&str> {
        let rows = self.words.get(form)?;
        labels.iter().find_map(|label| rows.iter().find(|r| &*r.label == *label)).map(|r| &*r.lemma)
    }

    /// How many bytes of a lower-case form stay, and what comes behind them, by its longest ending under a label.
    pub(crate) fn ending(&self, form: &str, label: &str) -> Option<(usize, &str)> {
        let starts = form.len().saturating_sub(self.longest)..form.len();
        starts.filter_map(|at| Some((at, self.endings.get(form.get(at..)?)?))).find_map(|(at, rows)| {
            let row = rows.iter().find(|r| &*r.label == label)?;
            (at > 0 || !row.lemma.is_empty()).then_some((at, &*row.lemma))
        })
    }
}
