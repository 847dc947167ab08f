//! The words that the checks go by: data, given by a language.

use cubaru_lexicon::{LexiconError, List};
use std::collections::{BTreeMap, BTreeSet};

/// The lists of a language for the checks: `words`, `phrases`, `classes`.
#[derive(Debug, Clone, Default)]
pub struct Lists {
    words: BTreeMap<String, BTreeSet<String>>,
    phrases: BTreeMap<String, Vec<Vec<String>>>,
    classes: Vec<Class>,
}

/// A class of persons, with words of descriptions that lie in it and outside of it.
#[derive(Debug, Clone)]
pub(crate) struct Class {
    /// The lemmas that name it, the head last.
    pub name: Vec<String>,
    pub inside: Vec<Vec<String>>,
    pub outside: Vec<Vec<String>>,
}

fn split(text: &str) -> Vec<String> {
    text.to_lowercase().split_whitespace().map(String::from).collect()
}

impl Lists {
    /// Reads lists: their names and texts.
    ///
    /// # Errors
    /// Where a line breaks the format of lists.
    pub fn read(texts: &[(&str, &str)]) -> Result<Self, LexiconError> {
        let mut lists = Self::default();
        for (name, text) in texts {
            for row in List::read(name, text)?.rows {
                let cell = |i: usize| row.cells.get(i).map(String::as_str).unwrap_or_default();
                let several = |i: usize| cell(i).split(';').map(split).filter(|p| !p.is_empty()).collect();
                match *name {
                    "words" => drop(lists.words.entry(cell(1).into()).or_default().insert(cell(0).into())),
                    "phrases" => lists.phrases.entry(cell(1).into()).or_default().push(split(cell(0))),
                    _ => lists.classes.push(Class { name: split(cell(0)), inside: several(1), outside: several(2) }),
                }
            }
        }
        // A class named by more words goes first.
        lists.classes.sort_by_key(|c| std::cmp::Reverse(c.name.len()));
        Ok(lists)
    }

    pub(crate) fn has(&self, kind: &str, lemma: &str) -> bool {
        self.words.get(kind).is_some_and(|set| set.contains(lemma))
    }

    pub(crate) fn phrases(&self, kind: &str) -> &[Vec<String>] {
        self.phrases.get(kind).map_or(&[], Vec::as_slice)
    }

    pub(crate) fn classes(&self) -> &[Class] {
        &self.classes
    }
}
