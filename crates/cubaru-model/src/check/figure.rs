//! Figures for which the text names nobody.
//!
//! Money, shares, fractions, "three times as many", and large numbers. What a reporter counts himself (three ministers, two days)
//! needs no source, nor do votes, distances and the like.

use super::{Finding, Kind, Page};
use cubaru_parse::{Quantity, QuantityKind, Span, syntax::Relation};

/// From here on nobody counts by looking.
const LARGE: u64 = 100;

pub(crate) fn figures(page: &Page, out: &mut Vec<Finding>) {
    for (i, sentence) in page.sentences() {
        if sourced(page, i) {
            continue;
        }
        let span = Span { start: sentence.start, end: sentence.end };
        let mut last: Option<Span> = None;
        for quantity in page.quantities_in(span).filter(|q| asks(page, q)) {
            let words = counted(page, quantity);
            // "Between 700,000 and a million people" is one figure.
            let joined = last.is_some_and(|l| joined(page, l, words));
            last = Some(last.filter(|_| joined).map_or(words, |l| l.cover(words)));
            if joined || page.quoted(words) {
                continue;
            }
            let read = [Some(quantity.value.as_str()), quantity.unit.as_deref()].into_iter().flatten().collect::<Vec<_>>().join(" ");
            let note = format!("the figure is {read}; the text names nobody who gives it");
            out.push(Finding::new(Kind::Figure, "figure-without-source", page.side(words, read), None, note));
        }
    }
}

/// Whether the sentence has a source, or goes on from one that has.
fn sourced(page: &Page, sentence: usize) -> bool {
    let before = || sentence.checked_sub(1).filter(|b| page.next(*b) == Some(sentence));
    page.is_sourced(sentence) || page.goes_on(sentence) && before().is_some_and(|b| page.is_sourced(b))
}

/// Whether a reader would ask who says so.
fn asks(page: &Page, quantity: &Quantity) -> bool {
    let tokens = page.within(Span { start: quantity.start, end: quantity.end });
    let after = tokens.end;
    let noun = tokens.clone().find_map(|t| page.tokens()[t].head.filter(|h| *h as usize >= after && (*h as usize) < after + 4));
    let on_record = noun.is_some_and(|n| page.listed(n as usize, "record")) || (after..after + 2).any(|t| page.listed(t, "record"));
    if on_record || page.quantity_is_named(&tokens) {
        return false;
    }
    match quantity.kind {
        QuantityKind::Money | QuantityKind::Percent => true,
        QuantityKind::Fraction => page.is(after, "of"),
        QuantityKind::Multiple => page.is(after, "as") || page.is(after, "more"),
        QuantityKind::Number => {
            let whole = quantity.value.split('.').next().and_then(|v| v.parse::<u64>().ok());
            let counts = page.tokens().get(after).is_some() && noun.is_some();
            counts && whole.is_some_and(|v| v >= LARGE)
        }
        QuantityKind::Ordinal => false,
    }
}

/// The figure with what it counts.
fn counted(page: &Page, quantity: &Quantity) -> Span {
    let own = Span { start: quantity.start, end: quantity.end };
    let tokens = page.within(own);
    let noun = tokens.clone().find_map(|t| {
        let relation = page.tokens()[t].relation;
        let head = page.tokens()[t].head? as usize;
        (matches!(relation, Relation::Nummod) && head >= tokens.end && head < tokens.end + 4).then_some(head)
    });
    let end = noun.map_or(tokens.end, |n| n + 1);
    own.cover(page.span(tokens.start..end))
}

fn joined(page: &Page, before: Span, now: Span) -> bool {
    let gap = page.within(before).end..page.within(now).start;
    gap.len() <= 2 && gap.clone().all(|t| ["and", "to", "or", "-", "–"].contains(&page.lemma(t)))
}
