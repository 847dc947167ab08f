//! Who says what, and who says that somebody says it.

use super::{View, cover, fact};
use crate::{
    page::{Ink, Page, Row, piece},
    quote::Quote,
};
use cubaru::{Attribution, Words};
use std::io;

/// Deeper chains are not indented further: the page has an edge.
const DEEPEST: usize = 6;

pub(crate) fn write(page: &mut Page, view: &View) -> io::Result<()> {
    let all = view.document.attributions();
    if all.is_empty() {
        return Ok(());
    }
    page.heading("Who says what", "")?;
    let mut children: Vec<Vec<usize>> = vec![Vec::new(); all.len()];
    let parent = |i: usize| all[i].parent.map(|p| p as usize).filter(|p| *p < all.len() && *p != i);
    for i in 0..all.len() {
        if let Some(parent) = parent(i) {
            children[parent].push(i);
        }
    }
    // A stack, not recursion: a chain may be as long as the text.
    let mut stack: Vec<(usize, usize)> = (0..all.len()).rev().filter(|i| parent(*i).is_none()).map(|i| (i, 0)).collect();
    while let Some((i, depth)) = stack.pop() {
        row(page, view, &all[i], depth)?;
        stack.extend(children[i].iter().rev().map(|c| (*c, depth + 1)));
    }
    Ok(())
}

fn row(page: &mut Page, view: &View, attribution: &Attribution, depth: usize) -> io::Result<()> {
    let mut fact = Vec::new();
    if depth > 0 {
        fact.push(piece("↳", Ink::Faint));
    }
    fact.extend(fact::saying(view, attribution));
    let content = cover(&attribution.content);
    let start = content.into_iter().chain(cover(&attribution.cue)).chain(cover(&attribution.source)).map(|s| s.start).min();
    page.row(Row {
        indent: 2 + 4 * depth.min(DEEPEST),
        fact,
        place: view.places.show(start.unwrap_or_default()),
        quote: content.map(|_| Quote::parts(view.document.text(), attribution.content.iter().map(Words::span))),
        ..Row::default()
    })
}
