//! Two values side by side in one sentence, each with who gives it behind it: "20 billion by Russian accounts, 11 billion by Cuban ones".
//!
//! The tree of such a fragment is seldom right, so the words are read in their order.

use super::{
    Finding, Page,
    dispute::{Stated, Voice, finding},
};
use cubaru_parse::syntax::{Upos, Xpos};
use std::ops::Range;

/// Behind a value stand at most so many words of what it counts.
const COUNTED: usize = 3;
/// A source has at most so many words.
const SOURCE: usize = 9;
/// Between a source and the next value stand at most so many words.
const BETWEEN: usize = 5;

/// The findings of a sentence, of whose values (`stated`) each is set against the next.
pub(crate) fn alternatives(page: &Page, sentence: usize, stated: &[Stated], out: &mut Vec<Finding>) {
    let end = page.range(sentence).end;
    for (i, a) in stated.iter().enumerate() {
        let Some(first) = behind(page, a, end) else { continue };
        let Some(b) = stated[i + 1..].iter().find(|b| page.within(b.place).start >= first.end) else { continue };
        let Some(second) = behind(page, b, end).filter(|_| joins(page, first.end..page.within(b.place).start)) else { continue };
        let same = a.unit == b.unit || b.unit.is_none() && b.noun.is_none();
        let noun = |s: &Stated| s.noun.map(|n| page.lemma(n).to_lowercase());
        let counted = noun(b).is_none_or(|n| noun(a) == Some(n) || page.is(first.end, "ones"));
        let apart = a.most < b.least || b.most < a.least;
        if same && counted && apart {
            let voiced = |s: &Stated, v: &Range<usize>| Stated {
                voice: Some(Voice::at(page, v.clone())),
                noun: None,
                unit: None,
                read: s.read.clone(),
                ..*s
            };
            out.push(finding(page, &voiced(a, &first), &voiced(b, &second)));
        }
    }
}

/// Who is named behind a value for it: "according to the unions", "by Greek accounts", ", says one agency".
fn behind(page: &Page, value: &Stated, end: usize) -> Option<Range<usize>> {
    let value = page.within(value.place);
    let counted = |t: &usize| matches!(page.tokens()[*t].upos, Upos::Noun | Upos::Adj);
    let after = (value.end..end).take(COUNTED).take_while(counted).last().map_or(value.end, |t| t + 1);
    let at = if page.lemma(after) == "," { after + 1 } else { after };
    if page.lemma(at) == "by" {
        let last = (at + 1..end).take(4).find(|t| page.listed(*t, "account") || page.is(*t, "one"))?;
        let adjective =
            |t: usize| matches!(page.tokens()[t].upos, Upos::Adj | Upos::Det | Upos::Propn | Upos::Part | Upos::Noun | Upos::Pron);
        return (at + 1 < last && (at + 1..last).all(adjective)).then_some(at + 1..last + 1);
    }
    let text = |t: usize| page.tokens().get(t).map_or("", |t| t.text.as_str());
    let according = text(at).eq_ignore_ascii_case("according") && text(at + 1) == "to";
    let says =
        at > after && page.listed(at, "giving-figures") && page.tokens()[at].upos == Upos::Verb && page.tokens()[at].xpos != Xpos::Vbn;
    let from = if according { at + 2 } else { at + 1 };
    let stops = |t: &usize| matches!(page.tokens()[*t].upos, Upos::Punct | Upos::Cconj | Upos::Verb | Upos::Aux);
    let to = (from..end).take(SOURCE).find(stops)?;
    (according || says).then_some(())?;
    (from < to).then_some(from..to)
}

/// Whether some words only join two values: ", and on", "or in", ";".
fn joins(page: &Page, between: Range<usize>) -> bool {
    let small = |t: usize| matches!(page.tokens()[t].upos, Upos::Punct | Upos::Cconj | Upos::Adp | Upos::Adv | Upos::Det | Upos::Sconj);
    between.len() <= BETWEEN && !between.is_empty() && between.clone().all(small)
}
