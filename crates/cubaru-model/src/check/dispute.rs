//! Two numbers that two sources give of one thing, side by side in one text: "half a million, police said; the agency counted 600,000".

use super::{Finding, Kind, Page, Side, alternative, day, saying::key, span::span};
use cubaru_parse::{
    Approximation, Attribution, MentionKind, Quantity, QuantityKind, Span, Time, TimexType,
    syntax::{Relation, Upos},
};
use std::{collections::BTreeSet, ops::Range};

/// The other number stands at most so many sentences on.
const AHEAD: usize = 2;
/// Between a number and the noun that it counts stand at most so many words.
const NEAR: usize = 4;
/// Of one thing no source counts so many times what another counts.
const FAR: i128 = 20;
/// Who counts is named in at most so many words.
const SOURCE: usize = 14;
/// Longer words than these are not shown.
const SHOWN: usize = 300;

/// A number, a length of time or a date that somebody gives.
pub(super) struct Stated {
    /// Its place with what it counts.
    pub place: Span,
    /// What it is a number of: a currency, `%`, `s` for lengths of time, `day` for dates, or none for a count.
    pub unit: Option<String>,
    /// The noun that it counts.
    pub noun: Option<usize>,
    /// The predicate that it belongs to.
    pub verb: usize,
    /// Between which values it lies, in thousandths.
    pub least: i128,
    pub most: i128,
    pub read: String,
    pub voice: Option<Voice>,
}

/// Who gives it.
pub(super) struct Voice {
    key: String,
    place: Span,
}

impl Voice {
    /// Who is named by some words.
    pub fn at(page: &Page, words: Range<usize>) -> Self {
        let place = page.span(words);
        Self { key: page.words(place).text.to_lowercase(), place }
    }
}

pub(crate) fn disputes(page: &Page, out: &mut Vec<Finding>) {
    let stated: Vec<(usize, Vec<Stated>)> = page.sentences().map(|(i, _)| (i, all(page, i))).collect();
    for (at, (sentence, here)) in stated.iter().enumerate() {
        let known = out.len();
        alternative::alternatives(page, *sentence, here, out);
        let told = |a: &Stated, b: &Stated, out: &[Finding]| {
            let at = |s: &Side, v: &Stated| s.start < v.place.end && v.place.start < s.end;
            out[known..].iter().any(|f| at(&f.a, a) && f.b.as_ref().is_some_and(|s| at(s, b)))
        };
        for (i, b) in here.iter().enumerate().filter(|(_, b)| b.voice.is_some()) {
            let before = stated[..at].iter().rev().take(AHEAD).take_while(|(s, _)| close(page, *s, *sentence));
            let mut before = here[..i].iter().rev().chain(before.flat_map(|(_, s)| s.iter().rev()));
            if let Some(a) = before.find(|a| same_thing(page, a, b)).filter(|a| differ(page, a, b) && !told(a, b, out)) {
                out.push(finding(page, a, b));
            }
        }
    }
}

/// Whether a sentence stands in the paragraph of another, or in the one before.
fn close(page: &Page, a: usize, b: usize) -> bool {
    let paragraph = |s: usize| page.parsed.sentences.get(s).map(|s| s.paragraph);
    paragraph(a) == paragraph(b)
}

fn all(page: &Page, sentence: usize) -> Vec<Stated> {
    let place = page.span(page.range(sentence));
    let counts = page.quantities_in(place).filter_map(|q| number(page, q));
    let times = page.times_in(place).filter_map(|t| length(page, t).or_else(|| date(page, t)));
    let mut all: Vec<Stated> = counts.chain(times).collect();
    all.sort_by_key(|s| s.place.start);
    all
}

fn number(page: &Page, q: &Quantity) -> Option<Stated> {
    let own = Span { start: q.start, end: q.end };
    let tokens = page.within(own);
    let unit = match q.kind {
        QuantityKind::Number => None,
        QuantityKind::Money => Some(q.unit.clone()?),
        QuantityKind::Percent => Some("%".to_string()),
        _ => return None,
    };
    if page.quantity_is_named(&tokens) {
        return None;
    }
    let outside = tokens.clone().find_map(|t| page.tokens()[t].head.map(|h| h as usize).filter(|h| !tokens.contains(h)))?;
    let counted = unit.is_none() && page.tokens()[outside].upos == Upos::Noun && (tokens.end..tokens.end + NEAR).contains(&outside);
    // "A vote of 42 members": a number within a name of something is no number that anybody gives.
    let noun = counted.then_some(outside);
    if noun.is_some_and(|n| page.listed(n, "time-unit")) {
        return None;
    }
    let place = noun.map_or(own, |n| own.cover(page.span(n..n + 1)));
    Some(stated(page, place, unit, noun, bounds(q)?, q.value.clone()))
}

/// Between which values a quantity lies, in thousandths.
fn bounds(q: &Quantity) -> Option<(i128, i128)> {
    let value = thousandths(&q.value)?;
    Some(match q.approximation {
        Approximation::Exact => (value, value),
        Approximation::About => (value - value / 10, value + value / 10),
        Approximation::Below => (value / 2, value),
        Approximation::Above => (value, value.saturating_mul(2)),
    })
}

fn date(page: &Page, time: &Time) -> Option<Stated> {
    let bound = |text: &Option<String>| text.as_deref().and_then(day).map(i128::from);
    let bounds = (time.kind == TimexType::Date).then_some((bound(&time.earliest)?, bound(&time.latest)?))?;
    Some(stated(page, span(time), Some("day".into()), None, bounds, time.value.clone()))
}

fn length(page: &Page, time: &Time) -> Option<Stated> {
    let seconds = seconds(&time.value).filter(|_| time.kind == TimexType::Duration && time.modifier.is_none())?;
    Some(stated(page, span(time), Some("s".into()), None, (seconds, seconds), time.value.clone()))
}

fn stated(page: &Page, place: Span, unit: Option<String>, noun: Option<usize>, (least, most): (i128, i128), read: String) -> Stated {
    let token = noun.unwrap_or_else(|| page.within(place).start);
    let verb = predicate(page, token);
    Stated { place, unit, noun, verb, least, most, read, voice: voice(page, place, verb) }
}

/// The predicate that a word belongs to.
fn predicate(page: &Page, token: usize) -> usize {
    let mut at = token;
    for _ in 0..20 {
        let t = &page.tokens()[at];
        if at != token && (t.upos == Upos::Verb || page.subject(at).is_some()) {
            break;
        }
        let Some(head) = t.head else { break };
        at = head as usize;
    }
    at
}

/// Who gives a number: who counts, or the source of the innermost attribution around it.
fn voice(page: &Page, place: Span, verb: usize) -> Option<Voice> {
    if let Some(voice) = counting(page, verb).filter(|v| !v.place.overlaps(place)) {
        return Some(voice);
    }
    let around =
        |a: &&Attribution| a.content.iter().any(|w| w.span().contains(place)) && !a.source.iter().any(|w| w.span().overlaps(place));
    let long = |a: &Attribution| a.content.iter().map(|w| w.span().len()).sum::<usize>();
    let attribution = page.attributions(page.sentence(verb)).filter(around).min_by_key(|a| long(a))?;
    let words = attribution.source.first()?;
    let key = attribution.entity.map_or_else(|| words.text.to_lowercase(), |e| format!("e{e}"));
    Some(Voice { key, place: words.span() })
}

/// "One agency counted thirty."
fn counting(page: &Page, verb: usize) -> Option<Voice> {
    let subject = page.child(verb, &[Relation::Nsubj]).filter(|_| gives(page, verb))?;
    (!page.listed(subject, "amount")).then_some(())?;
    let (noun, phrase) = (page.noun(subject), page.phrase(subject));
    let whole = if phrase.len() <= SOURCE && phrase.end <= verb { noun.start..phrase.end } else { noun };
    let mention = page.mention(whole.start, &[MentionKind::Per, MentionKind::Org, MentionKind::Loc, MentionKind::Nom, MentionKind::Pron]);
    let place = page.span(whole);
    // "It counted forty" tells nothing of who did, but where "it" is known.
    let known = page.tokens()[subject].upos != Upos::Pron || mention.is_some_and(|m| m.entity.is_some());
    known.then_some(())?;
    let key = mention.and_then(|m| m.entity).map_or_else(|| page.words(place).text.to_lowercase(), |e| format!("e{e}"));
    Some(Voice { key, place })
}

/// Whether a verb is one of counting, or of saying how many.
fn gives(page: &Page, verb: usize) -> bool {
    page.listed(verb, "counting") || page.listed(verb, "giving-figures")
}

/// Whether the later number is one of what the earlier counts: of the same noun and verb, or of nothing else that it names.
fn same_thing(page: &Page, a: &Stated, b: &Stated) -> bool {
    let gives = |s: &Stated| gives(page, s.verb);
    let lemma = |n: usize| page.lemma(n).to_lowercase();
    let verbs = gives(a) || gives(b) || lemma(a.verb) == lemma(b.verb);
    let nouns = match (a.noun, b.noun) {
        (Some(x), Some(y)) => lemma(x) == lemma(y) && described(page, x) == described(page, y),
        // "The agency counted 600,000."
        (_, None) => gives(b) && bare(page, b),
        (None, Some(_)) => false,
    };
    let (first, clause) = (page.range(page.sentence(a.verb)), page.phrase(b.verb));
    let other = || names(page, b, clause.start.max(page.within(a.place).end)..clause.end);
    a.unit == b.unit && verbs && nouns && other().is_subset(&names(page, a, first))
}

/// Whom and what some words name, beside who gives a number: a number of somebody else's is another one.
fn names(page: &Page, s: &Stated, words: Range<usize>) -> BTreeSet<String> {
    let voice = s.voice.as_ref().map_or(0..0, |v| page.within(v.place));
    let named = |t: &usize| !voice.contains(t) && page.mention(*t, &[MentionKind::Per, MentionKind::Org, MentionKind::Loc]).is_some();
    words.filter(named).filter_map(|t| key(page, t)).collect()
}

/// Whether a number stands alone as what is counted or said: "counted 600,000", "speak of 20,000", "put it at 30".
fn bare(page: &Page, b: &Stated) -> bool {
    let head = page.within(b.place).start;
    let mut at = head;
    for _ in 0..4 {
        let t = &page.tokens()[at];
        let Some(up) = t.head.map(|h| h as usize) else { return true };
        if up == b.verb {
            // "The agency spoke on 5 May" gives no day, "the agency gives 5 May" does.
            let date = b.unit.as_deref() == Some("day");
            let case = || page.child(at, &[Relation::Case]).is_some_and(|c| page.is(c, "of") || page.is(c, "at"));
            return match t.relation {
                // "The bank gave 40 million dollars" is no estimate.
                Relation::Obj => !(b.unit.is_some() && page.is(b.verb, "give")) || date,
                Relation::Obl => !date && case(),
                Relation::Ccomp | Relation::Xcomp => !date,
                _ => false,
            };
        }
        at = up;
    }
    false
}

/// What is told of a counted noun beside its number: "Soviet" soldiers are others than "Cuban" soldiers.
fn described(page: &Page, noun: usize) -> Vec<String> {
    let tells = |c: &&usize| matches!(page.tokens()[**c].relation, Relation::Amod | Relation::Compound);
    let mut words: Vec<String> = page.children(noun).iter().filter(tells).map(|c| page.lemma(*c).to_lowercase()).collect();
    words.sort();
    words
}

/// Whether two who are not one give numbers that cannot both be; numbers that lie far apart count two things.
fn differ(page: &Page, a: &Stated, b: &Stated) -> bool {
    // "The member of the delegation" is "a member", and "Ruiz" is "Senator Ruiz".
    let telling = |t: &usize| matches!(page.tokens()[*t].upos, Upos::Noun | Upos::Propn | Upos::Adj | Upos::Num | Upos::Det);
    let article = |t: &usize| page.is(*t, "a") || page.is(*t, "an") || page.is(*t, "the");
    let words = |v: &Voice| -> BTreeSet<String> {
        page.within(v.place).filter(|t| telling(t) && !article(t)).map(|t| page.lemma(t).to_lowercase()).collect()
    };
    let one = |x: &Voice, y: &Voice| x.key == y.key || words(x).is_subset(&words(y)) || words(y).is_subset(&words(x));
    let voices = a.voice.as_ref().zip(b.voice.as_ref());
    let two = voices.is_some_and(|(x, y)| !one(x, y) && !x.place.overlaps(y.place));
    let far = a.unit.as_deref() != Some("day") && (a.least > b.most.saturating_mul(FAR) || b.least > a.most.saturating_mul(FAR));
    two && !far && (a.most < b.least || b.most < a.least)
}

pub(super) fn finding(page: &Page, a: &Stated, b: &Stated) -> Finding {
    let side = |s: &Stated| {
        let whole = s.voice.as_ref().map_or(s.place, |v| v.place.cover(s.place));
        page.side(if whole.len() > SHOWN { s.place } else { whole }, s.read.clone())
    };
    let who = |s: &Stated| s.voice.as_ref().map_or_else(|| "the text".to_string(), |v| format!("“{}”", page.words(v.place).text));
    let note = format!("{} gives {}, {} {}", who(a), a.read, who(b), b.read);
    Finding::new(Kind::Contradiction, "contradiction-sources", side(a), Some(side(b)), note)
}

/// A decimal number in thousandths.
fn thousandths(value: &str) -> Option<i128> {
    let (whole, part) = value.split_once('.').unwrap_or((value, ""));
    let digits = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
    if whole.is_empty() || whole.len() > 24 || !digits(whole) || !digits(part) {
        return None;
    }
    let part: String = part.chars().chain("000".chars()).take(3).collect();
    Some(whole.parse::<i128>().ok()? * 1000 + part.parse::<i128>().ok()?)
}

/// A length of one unit in seconds; months and years as long as they are on average.
fn seconds(value: &str) -> Option<i128> {
    let (number, clock) = value.strip_prefix("PT").map_or((value.strip_prefix('P')?, false), |n| (n, true));
    let unit = number.chars().last()?;
    let n = thousandths(&number[..number.len() - unit.len_utf8()])?;
    let each = match (unit, clock) {
        ('S', true) => 1,
        ('M', true) => 60,
        ('H', true) => 3600,
        ('D', false) => 86_400,
        ('W', false) => 604_800,
        ('M', false) => 2_629_746,
        ('Y', false) => 31_556_952,
        _ => return None,
    };
    Some(n * each)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_and_lengths() {
        assert_eq!((thousandths("600000"), thousandths("0.25"), thousandths("1/3")), (Some(600_000_000), Some(250), None));
        assert_eq!((seconds("PT30M"), seconds("P2D"), seconds("PXM")), (Some(1_800_000), Some(172_800_000), None));
    }
}
