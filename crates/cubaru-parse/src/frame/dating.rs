//! When an act was done, and from when to when a state lasts.

use super::{Scene, clause};
use crate::{
    parsed::{
        Time,
        TimexType::{Date, Duration, Time as Clock},
    },
    phrase::{verb, verb::VerbGroup},
};

/// A day before the first and after the last that a calendar writes with four digits.
const OPEN: (&str, &str) = ("0001-01-01", "9999-12-31");

/// The date of an event.
#[derive(Debug, Clone, Default)]
pub(super) struct Dating {
    /// The time expression that tells it.
    pub time: Option<u32>,
    pub date: Option<String>,
    pub earliest: Option<String>,
    pub latest: Option<String>,
}

impl Dating {
    /// The date of the act whose verb, or noun, is the token.
    pub(super) fn of(scene: &Scene<'_>, head: usize) -> Self {
        let Some(at) = time(scene, head) else { return Self::default() };
        let t = &scene.times[at as usize];
        if let Some((begins, ends)) = Self::range(scene, at as usize) {
            let date = begins.edtf.as_ref().zip(ends.edtf.as_ref()).map(|(a, b)| format!("{a}/{b}"));
            return Self { time: Some(at), date, earliest: begins.earliest.clone(), latest: ends.latest.clone() };
        }
        Self { time: Some(at), date: t.edtf.clone(), earliest: t.earliest.clone(), latest: t.latest.clone() }
    }

    /// "From February to June", where a time expression is one end of it.
    fn range<'s>(scene: &'s Scene<'_>, at: usize) -> Option<(&'s Time, &'s Time)> {
        let sheet = scene.sheet;
        let token = |offset: u32| sheet.tokens.partition_point(|token| token.start < offset);
        let pair = |a: usize| {
            let (begins, ends) = (scene.times.get(a)?, scene.times.get(a + 1)?);
            let (first, joint) = (token(begins.start), token(begins.end));
            let behind = |words: &[&str]| first > 0 && sheet.is_any(first - 1, words);
            let opened = behind(&["from"]) && sheet.is_any(joint, &["to", "until", "till", "through"])
                || behind(&["between"]) && sheet.is(joint, "and");
            let dated = |t: &Time| t.kind == Date && t.edtf.is_some();
            let ordered = begins.earliest <= ends.earliest;
            (opened && token(ends.start) == joint + 1 && dated(begins) && dated(ends) && ordered).then_some((begins, ends))
        };
        pair(at).or_else(|| pair(at.checked_sub(1)?))
    }

    /// The interval of the state that the token names: "since 1962", "until 2042", "from 1962 to 1991". A length alone ("for 60 years") tells no day.
    pub(super) fn of_state(scene: &Scene<'_>, head: usize) -> Self {
        let sheet = scene.sheet;
        let (first, last) = scene.sentence(head);
        let span = sheet.span(first, last);
        let from = scene.times.partition_point(|t| t.end <= span.start);
        let mut own = Self::default();
        let mut bounds: (Option<&Time>, Option<&Time>) = (None, None);
        for (i, t) in scene.times.iter().enumerate().skip(from).take_while(|(_, t)| t.start < span.end) {
            let at = sheet.tokens.partition_point(|token| token.start < t.start);
            let behind = |words: &[&str]| at > first && (sheet.is_any(at - 1, words) || sheet.is_any(at, words));
            let dated = matches!(t.kind, Date | Clock) && t.edtf.is_some();
            if dated && behind(&["since", "from"]) && bounds.0.is_none() {
                bounds.0 = Some(t);
            } else if dated && (behind(&["until", "till", "through"]) || bounds.0.is_some() && behind(&["to"])) && bounds.1.is_none() {
                bounds.1 = Some(t);
            } else if t.kind != Duration || own.time.is_some() {
                continue;
            }
            own.time.get_or_insert(i as u32);
        }
        let edge = |t: Option<&Time>| t.and_then(|t| t.edtf.clone()).unwrap_or_else(|| "..".into());
        match bounds {
            (None, None) => match own.time {
                Some(_) => own,
                None => Self::of(scene, head),
            },
            (begins, ends) => {
                own.date = Some(format!("{}/{}", edge(begins), edge(ends)));
                own.earliest = begins.map_or(Some(OPEN.0.into()), |t| t.earliest.clone());
                own.latest = ends.map_or(Some(OPEN.1.into()), |t| t.latest.clone());
                own
            }
        }
    }
}

/// The time expression that dates a verb: in its sentence, not across another finite verb's clause; the nearest, what follows first.
fn time(scene: &Scene<'_>, head: usize) -> Option<u32> {
    let sheet = scene.sheet;
    let (first, last) = scene.sentence(head);
    let span = sheet.span(first, last);
    let verb = sheet.token(head).span();
    let from = scene.times.partition_point(|t| t.end <= span.start);
    let mut best: Option<(u32, u32)> = None;
    for (i, t) in scene.times.iter().enumerate().skip(from).take_while(|(_, t)| t.start < span.end) {
        if !matches!(t.kind, Date | Clock) {
            continue;
        }
        let behind = t.start >= verb.end;
        let (low, high) = if behind { (verb.end, t.start) } else { (t.end, verb.start) };
        // A time that the verb stands in dates nothing.
        let Some(gap) = high.checked_sub(low) else { continue };
        let between = |token: usize| sheet.token(token).start >= low && sheet.token(token).end <= high;
        // A time in another clause dates another act: behind a finite verb, or behind a word that opens a clause.
        let other = |g: &VerbGroup| g.head != head && g.form == verb::Form::Finite && between(g.head);
        let opener = |i: usize| between(i) && clause::ends(scene, i);
        let crosses = scene.verbs(first, last).iter().any(other) || (first..last).any(opener);
        let quoted = (first..last).any(|i| between(i) && matches!(sheet.token(i).text.as_str(), "\"" | "“" | "”"));
        let distance = gap * if behind { 1 } else { 2 } + if crosses { 400 } else { 0 };
        let opens = t.start <= span.start + 4;
        if crosses && !opens || quoted {
            continue;
        }
        if best.is_none_or(|(d, _)| distance < d) {
            best = Some((distance, i as u32));
        }
    }
    best.map(|(_, i)| i)
}
