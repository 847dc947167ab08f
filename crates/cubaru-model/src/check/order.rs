//! An order that is stated against the order of the dates.

use super::{
    Finding, Kind, Page, Side,
    across::common,
    day,
    saying::{Told, anchors, trimmed},
    span::span,
};
use cubaru_parse::{
    Event, Span, Time, TimexType,
    syntax::{Relation, Upos, Xpos},
};
use std::collections::{BTreeMap, BTreeSet};

pub(crate) fn orders(page: &Page, out: &mut Vec<Finding>) {
    for (i, _) in page.sentences() {
        for token in page.range(i) {
            out.extend(joined(page, i, token));
        }
        out.extend(following(page, i));
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    After,
    Before,
}

fn dates<'a>(page: &Page<'a>, span: Span) -> impl Iterator<Item = (&'a Time, i64, i64)> + use<'a> {
    page.times_in(span).filter(|t| matches!(t.kind, TimexType::Date | TimexType::Time)).filter_map(|t| {
        // A weekday alone may be of the week before or after, and a year orders nothing.
        t.text.bytes().any(|b| b.is_ascii_digit()).then_some(())?;
        let (a, b) = (day(t.earliest.as_deref()?)?, day(t.latest.as_deref()?)?);
        (b - a < 32).then_some((t, a, b))
    })
}

/// "After the vote of 26 July the minister resigned, on 1 July"; the same act told again, with its date, in the next sentence.
fn joined(page: &Page, sentence: usize, token: usize) -> Option<Finding> {
    let way = if page.is(token, "after") {
        Way::After
    } else if page.is(token, "before") {
        Way::Before
    } else {
        return None;
    };
    let t = &page.tokens()[token];
    matches!(t.relation, Relation::Mark | Relation::Case).then_some(())?;
    let anchor = t.head? as usize;
    (anchor > token).then_some(())?;
    // The clause or phrase that "after" opens: up to the verb that it hangs on, where that follows.
    let verb = page.tokens()[anchor].head? as usize;
    let whole = page.phrase(anchor);
    let (first, a_first, a_last) = dates(page, page.span(token..whole.end)).next()?;
    let at = page.within(span(first));
    let opening = page.span(token..at.end);
    let outside = |t: &&(&Time, i64, i64)| !(token..whole.end).contains(&page.within(span(t.0)).start);
    let own = dates(page, page.span(page.range(sentence)));
    let own = own.filter(|t| outside(&t)).find(|(t, ..)| governed(page, t, verb));
    let again = || page.next(sentence).and_then(|next| told_again(page, verb, next));
    let (second, b_first, b_last) = own.or_else(again)?;
    let broken = match way {
        Way::After => b_last < a_first,
        Way::Before => b_first > a_last,
    };
    let word = if way == Way::After { "after" } else { "before" };
    let note = format!("the text says {word} {} and gives {}", first.value, second.value);
    let a = page.side(opening, format!("{word} {}", first.value));
    let b = page.side(span(second), second.value.clone());
    broken.then(|| Finding::new(Kind::Order, "order-joined", a, Some(b), note))
}

/// Whether a date dates this verb.
fn governed(page: &Page, time: &Time, verb: usize) -> bool {
    let tokens = page.within(span(time));
    tokens.clone().any(|t| page.tokens()[t].head == Some(verb as u32))
}

/// The date of the same act, which the next sentence tells again of somebody it need not name again.
fn told_again<'a>(page: &Page<'a>, verb: usize, next: usize) -> Option<(&'a Time, i64, i64)> {
    page.goes_on(next).then_some(())?;
    let first = page.event_at(verb)?;
    let tokens = page.range(next);
    let again = tokens.clone().find_map(|t| page.event_at(t))?;
    let same = |a: &Event, b: &Event| a.class == b.class && a.mode == b.mode && a.status == b.status;
    let pluperfect =
        tokens.clone().any(|t| page.tokens()[t].xpos == Xpos::Vbd && page.is(t, "have") && page.tokens()[t].relation == Relation::Aux);
    (same(first, again) && !pluperfect).then_some(())?;
    dates(page, page.span(tokens)).next()
}

/// "First came … on 14 April. … followed on 2 April."
fn following(page: &Page, sentence: usize) -> Option<Finding> {
    let next = page.next(sentence)?;
    let range = page.range(next);
    let verb = range.clone().find(|t| {
        let root = matches!(page.tokens()[*t].relation, Relation::Root | Relation::Conj);
        root && page.listed(*t, "following") && page.child(*t, &[Relation::Obj]).is_none()
    })?;
    let pair = |s: usize| {
        let mut all = dates(page, page.span(page.range(s))).filter(|(t, ..)| !page.is_aside(page.within(span(t)).start));
        all.next().filter(|_| all.next().is_none())
    };
    let ((first, a_first, _), (second, _, b_last)) = pair(sentence).zip(pair(next))?;
    (b_last < a_first).then_some(())?;
    let note = format!("the text says {} and gives {} after {}", page.lemma(verb), second.value, first.value);
    let words = page.span(page.range(sentence).start..page.within(span(first)).end);
    let a = page.side(words, first.value.clone());
    let b = page.side(page.span(verb..verb + 1).cover(span(second)), second.value.clone());
    Some(Finding::new(Kind::Order, "order-following", a, Some(b), note))
}

/// That one act came before another, by a document's own words.
pub(crate) struct Sequence {
    /// The verbs of the earlier and of the later act.
    pub verbs: (String, String),
    pub side: Side,
    pub anchors: BTreeSet<String>,
}

/// What a document says of acts with "after" and "before".
pub(crate) fn sequences(page: &Page) -> Vec<Sequence> {
    let mut all = Vec::new();
    for (i, _) in page.sentences() {
        for token in page.range(i).filter(|t| page.tokens()[*t].relation == Relation::Mark) {
            let after = page.is(token, "after");
            let clause = page.tokens()[token].head.map(|h| h as usize).filter(|h| page.tokens()[*h].relation == Relation::Advcl);
            let Some((clause, main)) = clause.and_then(|c| Some((c, page.tokens()[c].head? as usize))) else { continue };
            let verb = |t: usize| page.tokens()[t].upos == Upos::Verb;
            if !(after || page.is(token, "before")) || !verb(clause) || !verb(main) || page.lemma(clause) == page.lemma(main) {
                continue;
            }
            let (dependent, governor) = (page.lemma(clause).to_lowercase(), page.lemma(main).to_lowercase());
            let verbs = if after { (dependent, governor) } else { (governor, dependent) };
            let (first, last) = trimmed(page, page.phrase(clause));
            let side = page.side(page.span(first..last), format!("{} before {}", verbs.0, verbs.1));
            all.push(Sequence { verbs, side, anchors: anchors(page, page.range(i)) });
        }
    }
    all
}

/// Two documents of which one has an act before another and the other the reverse.
pub(crate) fn opposites(told: &[Told], out: &mut Vec<Finding>) {
    let mut by: BTreeMap<(&str, &str), Vec<(usize, &Sequence)>> = BTreeMap::new();
    for (d, t) in told.iter().enumerate() {
        for sequence in &t.sequences {
            let (a, b) = (sequence.verbs.0.as_str(), sequence.verbs.1.as_str());
            by.entry(if a < b { (a, b) } else { (b, a) }).or_default().push((d, sequence));
        }
    }
    for all in by.values().filter(|all| all.len() < 100) {
        for (i, (d, x)) in all.iter().enumerate() {
            for (e, y) in all[i + 1..].iter().filter(|(e, y)| e != d && y.verbs != x.verbs) {
                let near = told[*d].day.zip(told[*e].day).is_some_and(|(a, b)| (a - b).abs() <= 60);
                if near && common(&x.anchors, &y.anchors).len() > 1 {
                    let note = format!("one text has {}, the other {}", x.side.read, y.side.read);
                    out.push(Finding::new(Kind::Order, "order-opposite", x.side.clone(), Some(y.side.clone()), note));
                }
            }
        }
    }
}
