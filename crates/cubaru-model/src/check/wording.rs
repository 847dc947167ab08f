//! The same words in two documents.

use super::{Finding, Kind, Page, Side, saying::Told};
use cubaru_parse::{Span, TokenKind};
use std::collections::BTreeMap;

/// So many words in a row are seldom the same by chance.
const RUN: usize = 10;

/// One run in so many is kept, chosen by its words alone, so that both documents keep the same.
const KEPT: u64 = 4;

/// A run of words by its number, with its place and the sentence that it begins in.
pub(crate) struct Run {
    number: u64,
    sentence: usize,
    span: Span,
}

/// The runs of a document that are kept.
pub(crate) fn runs(page: &Page) -> Vec<Run> {
    let words: Vec<(u64, usize)> = page
        .sentences()
        .flat_map(|(i, _)| page.range(i))
        .filter(|t| matches!(page.tokens()[*t].kind, TokenKind::Word | TokenKind::Number))
        .map(|t| (number(page.tokens()[t].text.to_lowercase().bytes()), t))
        .collect();
    let run = |w: &[(u64, usize)]| {
        let number = number(w.iter().flat_map(|(n, _)| n.to_le_bytes()));
        let (first, last) = (w[0].1, w[RUN - 1].1);
        (number % KEPT == 0).then(|| Run { number, sentence: page.sentence(first), span: page.span(first..last + 1) })
    };
    words.windows(RUN).filter_map(run).collect()
}

/// The same number for the same bytes, on every machine (FNV-1a).
fn number(bytes: impl Iterator<Item = u8>) -> u64 {
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3))
}

/// Pairs of documents with the same words, once for each sentence of the later one.
pub(crate) fn same_words(told: &[Told], out: &mut Vec<Finding>) {
    let mut first: BTreeMap<u64, (usize, usize)> = BTreeMap::new();
    let mut met: BTreeMap<(usize, usize, usize), (Span, Span)> = BTreeMap::new();
    for (d, t) in told.iter().enumerate() {
        for (r, run) in t.runs.iter().enumerate() {
            let (e, s) = *first.entry(run.number).or_insert((d, r));
            if e != d {
                let other = told[e].runs[s].span;
                met.entry((e, d, run.sentence))
                    .and_modify(|(a, b)| (*a, *b) = (a.cover(other), b.cover(run.span)))
                    .or_insert((other, run.span));
            }
        }
    }
    for ((e, d, _), (a, b)) in met {
        let side = |t: &Told, span: Span| Side {
            document: t.id,
            start: span.start,
            end: span.end,
            text: t.text(span),
            read: "the same words".into(),
            items: Vec::new(),
        };
        let note = "both texts have the same words".to_string();
        out.push(Finding::new(Kind::Dependence, "dependence-words", side(&told[e], a), Some(side(&told[d], b)), note));
    }
}
