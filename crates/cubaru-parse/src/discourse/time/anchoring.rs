//! What a length is counted from: `two days after the vote`, `hours before parliament met`.
//!
//! The words that follow the preposition are the anchor, as far as the tree holds them together. Where they tell a date, the length
//! leads from it to another: `two days after the vote of March 14`.

use super::{
    length,
    place::{Placed, from_stretch},
};
use crate::{
    input::Sheet,
    label::{Relation, Upos},
    parsed::{Anchoring, Side, Time},
    phrase::time::{Expression, Length, Meaning, Origin, Point},
    span::Words,
    when::Stretch,
};

/// An anchor is looked for among so many tokens.
const REACH: usize = 24;

/// What stands between a length and its anchor, and on which side of that it leads. The longest first.
const PREPOSITIONS: &[(&[&str], Side)] = &[
    (&["prior", "to"], Side::Before),
    (&["ahead", "of"], Side::Before),
    (&["before"], Side::Before),
    (&["after"], Side::After),
    (&["following"], Side::After),
    (&["into"], Side::After),
];

/// Words before a length that say how long something lasted, so that the next preposition hangs on what lasted: `for two years before`.
const LASTING: &[&str] = &["for", "spent", "lasted", "served", "took", "in", "of", "during", "over", "through"];

/// The anchors of all expressions, with the dates that follow from those that have one. `placed` holds the stretches of the expressions
/// that lie on the calendar.
pub(super) fn anchor(sheet: &Sheet, expressions: &[Expression], placed: &[Option<Stretch>], times: &mut [Time]) {
    for (i, e) in expressions.iter().enumerate() {
        let Some(found) = find(sheet, e) else { continue };
        let (first, last) = found.words;
        let words = Words::at(sheet.text, sheet.span(first, last));
        times[i].anchoring = Some(Anchoring { duration: length::value(found.length), side: found.side, words });
        // A date in a clause may be that of what is said in it, and not of the clause.
        if times[i].earliest.is_some() || (first..last).any(|at| sheet.word(at).upos == Upos::Verb) {
            continue;
        }
        let inside = |e: &Expression| first <= e.first as usize && e.last as usize <= last;
        let mut dates = expressions.iter().zip(placed).skip(i + 1).take_while(|(e, _)| (e.first as usize) < last);
        let date = dates.find_map(|(e, stretch)| stretch.filter(|_| inside(e)));
        let count = found.length.count.and_then(|c| i64::try_from(c.integer()?).ok());
        let (Some(date), Some(count), None) = (date, count, found.length.and) else { continue };
        let count = if found.side == Side::Before { -count } else { count };
        if let Placed::Known(stretch) = from_stretch(date, found.length.grain, count, true) {
            times[i].edtf = Some(stretch.edtf());
            (times[i].earliest, times[i].latest) = (Some(stretch.first().to_string()), Some(stretch.last().to_string()));
        }
    }
}

struct Found<'e> {
    length: &'e Length,
    side: Side,
    /// The first token of the anchor and the one after its last.
    words: (usize, usize),
}

fn find<'e>(sheet: &Sheet, e: &'e Expression) -> Option<Found<'e>> {
    let (first, last) = (e.first as usize, e.last as usize);
    let end = sheet.sentence_of(first)?.last_token as usize;
    match &e.meaning {
        Meaning::Length(length) => {
            let before = first.checked_sub(1).map_or("", |i| sheet.token(i).read());
            if LASTING.iter().any(|w| before.eq_ignore_ascii_case(w)) {
                return None;
            }
            let (side, from) = preposition(sheet, last, end)?;
            Some(Found { length, side, words: (from, reach(sheet, from, end)?) })
        }
        // "the day before" holds the preposition, what follows is the anchor.
        Meaning::At(Point::Away(length, back, origin)) => {
            let side = if *back { Side::Before } else { Side::After };
            let words = match **origin {
                Origin::Event => (last, reach(sheet, last, end)?),
                Origin::Point(_) => (1..last - first).find_map(|i| Some((preposition(sheet, first + i, last)?.1, last)))?,
                Origin::Now | Origin::Told => return None,
            };
            Some(Found { length, side, words })
        }
        _ => None,
    }
}

/// The preposition at a token: the side that it points to, and the token after it.
fn preposition(sheet: &Sheet, at: usize, end: usize) -> Option<(Side, usize)> {
    let fits = |words: &[&str]| {
        at + words.len() < end && words.iter().enumerate().all(|(i, w)| sheet.token(at + i).read().eq_ignore_ascii_case(w))
    };
    PREPOSITIONS.iter().find(|(words, _)| fits(words)).map(|(words, side)| (*side, at + words.len()))
}

/// Where the phrase or the clause ends that a preposition before `from` opens; none where the tree ties it to nothing there.
fn reach(sheet: &Sheet, from: usize, end: usize) -> Option<usize> {
    let end = end.min(from + REACH);
    let head = |at: usize| sheet.word(at).head.map(|h| h as usize);
    // "to" hangs on "prior", and that on the anchor.
    let hung = from.checked_sub(1).and_then(head)?;
    let top = if hung + 2 == from { head(hung)? } else { hung };
    if !(from..end).contains(&top) {
        return None;
    }
    let inside = |at: usize| {
        let mut at = at;
        for _ in 0..REACH {
            let word = sheet.word(at);
            // A comma, a relative clause, a second clause end the anchor.
            if at != top && matches!(word.relation, Relation::Punct | Relation::AclRelcl | Relation::Appos | Relation::Parataxis) {
                return false;
            }
            match word.head {
                _ if at == top => return true,
                Some(head) => at = head as usize,
                None => return false,
            }
        }
        false
    };
    let last = (from..end).find(|at| !inside(*at)).unwrap_or(end);
    (last > top).then_some(last)
}
