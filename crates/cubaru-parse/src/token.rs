//! What a token shows by itself: its place, its shape, its tag.

use crate::{
    label::{Relation, Upos, Xpos},
    parsed::{Token, TokenKind},
    span::Span,
};

impl Token {
    /// What the text floor makes: a token about whose sentence nothing is known yet.
    pub(crate) const fn bare(span: Span, text: String, norm: Option<String>, kind: TokenKind, clitic: bool) -> Self {
        let Span { start, end } = span;
        let (upos, xpos, relation) = (Upos::X, Xpos::Fw, Relation::Dep);
        Self { start, end, text, norm, kind, clitic, lemma: String::new(), upos, xpos, head: None, relation }
    }

    /// Its place.
    pub fn span(&self) -> Span {
        Span { start: self.start, end: self.end }
    }

    /// How it is read: its text, mended.
    pub fn read(&self) -> &str {
        self.norm.as_deref().unwrap_or(&self.text)
    }

    /// Whether it is a word that begins with a capital.
    pub(crate) fn capital(&self) -> bool {
        self.kind == TokenKind::Word && self.read().starts_with(char::is_uppercase)
    }

    /// Whether it is a word of capitals alone, two letters at least.
    pub(crate) fn all_capitals(&self) -> bool {
        let letters = || self.read().chars().filter(|c| c.is_alphabetic());
        self.kind == TokenKind::Word && letters().count() > 1 && letters().all(char::is_uppercase)
    }

    /// Whether it is an article, a possessive or another determiner.
    pub(crate) fn determiner(&self) -> bool {
        matches!(self.xpos, Xpos::Dt | Xpos::Pdt | Xpos::PrpPossessive)
    }

    /// Whether it is a mark that a hyphen could be.
    pub(crate) fn hyphen(&self) -> bool {
        matches!(self.text.as_str(), "-" | "‐" | "‑")
    }
}
