//! What the article is: title, publisher, authors, date, size.

use super::{View, count};
use crate::{
    dates,
    page::{Ink, Page, Row, piece},
};
use cubaru::{PartKind, TokenKind};
use std::io;

pub(crate) fn write(page: &mut Page, view: &View, name: &str) -> io::Result<()> {
    let document = view.document;
    let known = document.source();
    let headline = document.parts().iter().find(|p| p.kind == PartKind::Headline);
    let title = known.title.as_deref().or(headline.map(|p| &document.text()[p.start as usize..p.end as usize]));
    page.paragraph(0, vec![piece(title.unwrap_or(name), Ink::Bold)])?;
    let mut line: Vec<String> = known.publisher.iter().cloned().collect();
    if !known.authors.is_empty() {
        line.push(known.authors.join(", "));
    }
    if !line.is_empty() {
        page.paragraph(0, vec![piece(line.join(" · "), Ink::Plain)])?;
    }
    if let Some(url) = &known.url {
        page.line(&piece(url, Ink::Faint))?;
    }
    date(page, view)?;
    let words = document.tokens().iter().filter(|t| matches!(t.kind, TokenKind::Word | TokenKind::Number) && !t.clitic).count();
    let sizes = [(words, "word"), (document.sentences().len(), "sentence"), (document.paragraphs().len(), "paragraph")];
    let size = sizes.map(|(n, one)| count(n, one)).join(", ");
    page.paragraph(0, vec![piece(format!("{name} · {size}"), Ink::Faint)])
}

/// The document's date, and where it comes from.
fn date(page: &mut Page, view: &View) -> io::Result<()> {
    let Some(date) = view.document.date() else {
        return page.paragraph(0, vec![piece("no date of its own: `--published DATE` anchors “on Friday” and “last month”", Ink::Doubt)]);
    };
    // Worked out, it is one day between its bounds, and no interval; an open end is none.
    let (edtf, open) = (Some(date.edtf.as_str()).filter(|_| date.from != "within"), date.edtf.ends_with(".."));
    let when = dates::when(edtf, Some(&date.earliest), Some(date.latest.as_str()).filter(|_| !open));
    let (text, doubtful) = when.map_or((date.edtf.clone(), false), |w| (w.text, w.doubtful));
    let from = match date.from.as_str() {
        "given" => "as given",
        "dateline" => "from its dateline",
        "within" => "worked out from the text",
        other => other,
    };
    let ink = if doubtful || date.from == "within" { Ink::Doubt } else { Ink::Plain };
    page.paragraph(0, vec![piece(text, ink), piece(format!("({from})"), Ink::Faint)])?;
    for words in &date.evidence {
        let place = view.places.show(words.start);
        let width = place.len();
        let quote = Some(view.sentence(words.span()));
        page.row(Row { indent: 2, lead: Some((piece(place, Ink::Faint), width)), quote, ..Row::default() })?;
    }
    Ok(())
}
