//! The way through the floors, from bottom to top.

use crate::{
    input::Sheet,
    language::Language,
    marks::{self, Marks},
    parsed::Parsed,
    text,
    when::PartialDate,
};

/// Parses a text. Never fails and never panics; `published` is the date of publication, where it is known.
pub fn parse(language: &Language, text: &str, published: Option<PartialDate>) -> Parsed {
    let _ = published;
    let layout = text::layout(language, text);
    let breaks: std::collections::HashSet<u32> = layout.sentences.iter().map(|s| s.first_token).collect();
    let entries = marks::entries(language, text, &layout.tokens, |i| breaks.contains(&(i as u32)));
    let marks = Marks::new(entries, layout.tokens.len());
    let sheet = Sheet { text, language, tokens: &layout.tokens, sentences: &layout.sentences, quotations: &layout.quotations, marks };
    let _ = &sheet;
    Parsed {
        date: None,
        parts: layout.parts,
        paragraphs: layout.paragraphs,
        sentences: layout.sentences,
        tokens: layout.tokens,
        quotations: layout.quotations,
        repairs: layout.repairs,
        quantities: Vec::new(),
        times: Vec::new(),
        entities: Vec::new(),
        mentions: Vec::new(),
        offices: Vec::new(),
        attributions: Vec::new(),
        events: Vec::new(),
        unread: Vec::new(),
        diagnostics: Vec::new(),
    }
}
