//! A verb with its auxiliaries: what the phrases read, kept by the sheet so that it is read once.

/// A verb with what belongs to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct VerbGroup {
    /// The first token of the group, with auxiliaries and adverbs.
    pub first: usize,
    /// The verb's own token.
    pub head: usize,
    pub lemma: String,
    pub form: Form,
    pub passive: bool,
    pub negated: Option<usize>,
    /// The token of its modal verb.
    pub modal: Option<usize>,
    /// A verb that governs it: "agreed *to visit*", by its token.
    pub governor: Option<usize>,
    pub perfect: bool,
}

/// How the verb stands in its clause.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    /// With a subject, a tense or auxiliaries.
    Finite,
    /// After "to".
    Infinitive,
    /// A participle without auxiliaries: "sanctioned by", "visiting".
    Participle,
}

impl VerbGroup {
    /// A finite verb from its first token to its head, with nothing else about it.
    pub(crate) fn plain(first: usize, head: usize, lemma: String) -> Self {
        Self { first, head, lemma, form: Form::Finite, passive: false, negated: None, modal: None, governor: None, perfect: false }
    }
}
