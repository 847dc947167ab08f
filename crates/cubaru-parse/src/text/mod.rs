//! The lowest floor: tokens tile the text, sentences and parts tile the tokens, damage is read through and never rewritten.

mod address;
mod article;
mod paragraph;
mod quotation;
mod repair;
mod sentence;
mod shape;
mod token;
#[cfg(test)]
mod trial;

pub use token::multiword;

use crate::{
    language::Language,
    parsed::{Part, Quotation, Repair, Sentence, Token},
    span::Span,
};

/// What this floor gives.
pub(crate) struct Layout {
    pub tokens: Vec<Token>,
    pub paragraphs: Vec<Span>,
    pub parts: Vec<Part>,
    pub sentences: Vec<Sentence>,
    pub quotations: Vec<Quotation>,
}

/// Lays a text out.
pub(crate) fn layout(language: &Language, text: &str) -> Layout {
    let paragraphs = paragraph::paragraphs(text);
    let tokens = token::tokens(language, text);
    let parts = article::parts(text, &paragraphs);
    let quotations = quotation::quotations(text, &tokens, &paragraphs);
    let sentences = sentence::sentences(language, text, &tokens, &paragraphs, &parts);
    Layout { tokens, paragraphs, parts, sentences, quotations }
}

/// Its damage.
pub(crate) fn repairs(language: &Language, text: &str, layout: &Layout) -> Vec<Repair> {
    repair::repairs(language, text, &layout.tokens, &layout.sentences)
}
