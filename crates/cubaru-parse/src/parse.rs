//! The way through the floors, from bottom to top.

use crate::{
    discourse,
    input::Sheet,
    language::Language,
    lexical,
    marks::{self, Found, Mark, Marks},
    parsed::{Parsed, Quantity},
    phrase, text,
    when::PartialDate,
};

/// Parses a text. Never fails and never panics; `published` is the date of publication, where it is known.
pub fn parse(language: &Language, text: &str, published: Option<PartialDate>) -> Parsed {
    let layout = text::layout(language, text);
    let breaks: std::collections::HashSet<u32> = layout.sentences.iter().map(|s| s.first_token).collect();
    let entries = marks::entries(language, text, &layout.tokens, |i| breaks.contains(&(i as u32)));
    let marks = Marks::new(entries, layout.tokens.len());
    let figures = lexical::figures(language, text, &layout.tokens, &layout.sentences);
    let sheet = Sheet {
        text,
        language,
        tokens: &layout.tokens,
        sentences: &layout.sentences,
        quotations: &layout.quotations,
        figures: &figures,
        marks,
    };
    let expressions = phrase::time::times(&sheet);
    let dated = discourse::time::date(&sheet, &expressions, published);
    let counted = lexical::quantities(language, text, &layout.tokens, &layout.sentences);
    // A number inside a time expression counts days, not things.
    let counted = counted.into_iter().filter(|(first, last, _)| {
        let at = expressions.partition_point(|e| e.last <= *first);
        expressions.get(at).is_none_or(|e| *last <= e.first) && !figures.is_dated(*first, *last)
    });
    let (places, quantities): (Vec<(u32, u32)>, Vec<Quantity>) = counted.map(|(first, last, q)| ((first, last), q)).unzip();
    let mark = |(i, (first, last)): (usize, (u32, u32)), found: fn(u32) -> Found| Mark { first, last, found: found(i as u32) };
    let times = expressions.iter().map(|e| (e.first, e.last)).enumerate().map(|m| mark(m, Found::Time));
    let counts = places.into_iter().enumerate().map(|m| mark(m, Found::Quantity));
    let sheet = Sheet { marks: sheet.marks.and(counts.chain(times)), ..sheet };
    let _ = &sheet;
    Parsed {
        date: dated.date,
        parts: layout.parts,
        paragraphs: layout.paragraphs,
        sentences: layout.sentences,
        tokens: layout.tokens,
        quotations: layout.quotations,
        repairs: layout.repairs,
        quantities,
        times: dated.times,
        entities: Vec::new(),
        mentions: Vec::new(),
        offices: Vec::new(),
        attributions: Vec::new(),
        events: Vec::new(),
        unread: Vec::new(),
        diagnostics: dated.diagnostics,
    }
}
