//! Word classes, lemmas and the dependency tree of each sentence.

pub mod feature;
mod label;
pub mod network;
pub mod tables;
pub mod tree;

pub use label::{Relation, Upos, Xpos};

/// What the syntax floor says of one word of a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// Its dictionary form.
    pub lemma: String,
    /// Its word class.
    pub upos: Upos,
    /// Its Penn tag.
    pub xpos: Xpos,
    /// The word that it depends on, counted from the beginning of the sentence; none for the root.
    pub head: Option<u32>,
    /// How it depends on it.
    pub relation: Relation,
}

/// How many classes of distance there are between a word and its head.
pub const DISTANCES: usize = 19;

/// The class of the distance from a word to its head, in a sentence of `n` words; the root is word `n`.
pub fn distance(dependent: usize, head: usize, n: usize) -> usize {
    if head == n {
        return DISTANCES - 1;
    }
    let class = |d: usize| match d {
        0..=5 => d.saturating_sub(1),
        6..=7 => 5,
        8..=10 => 6,
        11..=16 => 7,
        _ => 8,
    };
    if head < dependent { class(dependent - head) } else { 9 + class(head - dependent) }
}
