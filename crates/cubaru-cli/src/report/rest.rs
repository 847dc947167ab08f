//! Repairs, remarks, and what was not read.

use super::{View, count, fact};
use crate::page::{Ink, Page, Row, piece};
use cubaru::Span;
use std::io;

pub(crate) fn write(page: &mut Page, view: &View) -> io::Result<()> {
    let document = view.document;
    if !document.repairs().is_empty() {
        page.heading("Repairs", "damaged words, and how they are read")?;
    }
    for repair in document.repairs() {
        page.row(Row {
            indent: 2,
            fact: vec![piece(fact::repair(repair), Ink::Plain), piece(format!("({})", repair.why.rule), Ink::Faint)],
            place: view.places.show(repair.start),
            quote: Some(view.sentence(Span { start: repair.start, end: repair.end })),
            ..Row::default()
        })?;
    }
    if !document.diagnostics().is_empty() {
        page.heading("Remarks", "")?;
    }
    for remark in document.diagnostics() {
        page.row(Row {
            indent: 2,
            fact: vec![piece(&remark.message, Ink::Doubt), piece(format!("({})", remark.hint), Ink::Faint)],
            place: remark.span.map_or(String::new(), |s| view.places.show(s.start)),
            quote: remark.span.filter(|s| !s.is_empty()).map(|s| view.sentence(s)),
            ..Row::default()
        })?;
    }
    if !document.unread().is_empty() {
        let all = count(document.sentences().len(), "sentence");
        page.heading("Not read", &format!("no fact taken from {} of {all}", document.unread().len()))?;
    }
    let places: Vec<String> = document.unread().iter().map(|u| view.places.show(u.start)).collect();
    let width = places.iter().map(String::len).max().unwrap_or(0);
    for (unread, place) in document.unread().iter().zip(places) {
        let quote = Some(view.quote(Span { start: unread.start, end: unread.end }));
        page.row(Row { indent: 2, lead: Some((piece(place, Ink::Faint), width)), quote, ..Row::default() })?;
    }
    Ok(())
}
