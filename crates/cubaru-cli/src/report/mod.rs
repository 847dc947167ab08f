//! The report on one document. It shows what the document holds and adds nothing.

mod events;
pub(crate) mod fact;
mod header;
mod people;
mod rest;
mod statements;

use crate::{
    page::{Ink, Page, Piece, piece},
    place::Places,
    quote::Quote,
};
use cubaru::{Document, Participant, Span, Words};
use std::io;

/// Writes the report.
pub(crate) fn write(page: &mut Page, name: &str, document: &Document) -> io::Result<()> {
    let view = View::new(document);
    header::write(page, &view, name)?;
    people::write(page, &view)?;
    events::timeline(page, &view)?;
    statements::write(page, &view)?;
    events::uncertain(page, &view)?;
    rest::write(page, &view)
}

/// A document with what every section needs.
pub(crate) struct View<'a> {
    pub document: &'a Document,
    pub places: Places<'a>,
}

impl<'a> View<'a> {
    pub(crate) fn new(document: &'a Document) -> Self {
        Self { document, places: Places::new(document.text()) }
    }

    /// The words at a place.
    pub(crate) fn quote(&self, span: Span) -> Quote {
        Quote::of(self.document.text(), span)
    }

    /// The sentences around a place, elided around it.
    pub(crate) fn sentence(&self, focus: Span) -> Quote {
        let all = self.document.sentences();
        let from = all.partition_point(|s| s.end <= focus.start);
        let to = all.partition_point(|s| s.start < focus.end);
        let whole = if from < to { Span { start: all[from].start, end: all[to - 1].end }.cover(focus) } else { focus };
        Quote::around(self.document.text(), whole, focus)
    }

    /// The name of an entity, where it has one and `words` are not better.
    pub(crate) fn name(&self, entity: Option<u32>, words: &'a str) -> &'a str {
        entity.and_then(|e| self.document.entities().get(e as usize)).map_or(words, |e| if e.name.is_empty() { words } else { &e.name })
    }

    /// Names with their codes: `Sergei Lavrov (RUSGOV) and Cuba (CUBGOV)`; empty for nobody.
    pub(crate) fn participants(&self, list: &[Participant]) -> Vec<Piece> {
        let mut pieces = Vec::new();
        for (i, who) in list.iter().enumerate() {
            if i > 0 {
                pieces.push(piece("and", Ink::Plain));
            }
            pieces.push(piece(self.name(who.entity, &who.text), Ink::Bold));
            pieces.extend(who.code.as_ref().map(|code| piece(format!("({code})"), Ink::Faint)));
        }
        pieces
    }

    /// Who speaks, innermost first: `according to the official, via Reuters`; empty where the author does.
    pub(crate) fn speakers(&self, attribution: Option<u32>) -> String {
        let all = self.document.attributions();
        let (mut names, mut next) = (Vec::new(), attribution);
        while let Some(a) = next.and_then(|i| all.get(i as usize)) {
            let said = a.source.iter().map(|w| w.text.as_str()).collect::<Vec<_>>().join(" … ");
            let name = self.name(a.entity, "");
            names.push(if !name.is_empty() { name.to_string() } else { said });
            next = a.parent.filter(|_| names.len() <= all.len());
        }
        names.iter_mut().filter(|n| n.is_empty()).for_each(|n| *n = "somebody unnamed".into());
        if names.is_empty() { String::new() } else { format!("according to {}", names.join(", via ")) }
    }
}

/// The span that all of some words cover; none for no words.
pub(crate) fn cover<'w>(words: impl IntoIterator<Item = &'w Words>) -> Option<Span> {
    words.into_iter().map(Words::span).reduce(Span::cover)
}

/// `1 sentence`, `2 sentences`.
pub(crate) fn count(n: usize, one: &str) -> String {
    if n == 1 { format!("1 {one}") } else { format!("{n} {one}s") }
}
