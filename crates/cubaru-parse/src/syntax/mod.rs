//! Word classes, lemmas and the dependency tree of each sentence.

mod label;
mod lemma;

pub use label::{Relation, Upos, Xpos};
pub use lemma::{is_shouted, lemma};

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
