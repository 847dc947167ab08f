//! A claim, and what it depends on: one speaker behind two outlets, an outlet quoted by another, the same words, an author with a stake.

use super::{
    Finding, Kind, Page, Side,
    across::{common, frequent, is_name, voices},
    listing::near,
    saying::{Told, Voice, name_words},
};
use cubaru_parse::{MentionKind, PartKind};
use std::collections::BTreeSet;

/// Within so many days two reports speak of one occasion.
const OCCASION: i64 = 21;

pub(crate) fn dependences(told: &[Told], out: &mut Vec<Finding>) {
    let (mut seen, frequent) = (BTreeSet::new(), frequent(told));
    for (a, b) in voices(told) {
        let (a, b) = if told[a.0].day <= told[b.0].day { (a, b) } else { (b, a) };
        let (from, to) = (&told[a.0], &told[b.0]);
        let (x, y) = (&from.voices[a.1], &to.voices[b.1]);
        let Some(days) = from.day.zip(to.day).map(|(p, q)| q - p).filter(|days| *days <= OCCASION) else { continue };
        if from.outlet == to.outlet && !from.outlet.is_empty() || !one(&x.name, &y.name) || !enough(x, y, days, &frequent) {
            continue;
        }
        if seen.insert((a.0, b.0, y.name.last().cloned())) {
            let note = format!("both texts have it from {}", x.name.join(" "));
            out.push(Finding::new(Kind::Dependence, "dependence-speaker", x.side.clone(), Some(y.side.clone()), note));
        }
    }
    for (i, to) in told.iter().enumerate() {
        for voice in to.voices.iter().filter(|v| !v.name.is_empty()) {
            let origin = told
                .iter()
                .enumerate()
                .filter(|(j, t)| *j != i && t.outlet == voice.name.join(" "))
                .filter(|(_, t)| t.day.zip(to.day).is_some_and(|(p, q)| (0..=OCCASION).contains(&(q - p))));
            let nearest =
                origin.filter_map(|(_, t)| Some((best(t, voice, &frequent)?, t.day, t.id))).max_by_key(|((n, _), day, id)| (*n, *day, *id));
            if let Some(((_, side), ..)) = nearest {
                let note = format!("the text has it from {}, which is in the base", voice.name.join(" "));
                out.push(Finding::new(Kind::Dependence, "dependence-outlet", voice.side.clone(), Some(side), note));
            }
        }
    }
}

/// Whether two names are one: the last word the same, and all words of the shorter in the longer.
fn one(a: &[String], b: &[String]) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let Some((last, other)) = short.last().zip(long.last()) else { return false };
    near(last, other) && short[..short.len() - 1].iter().all(|w| long.iter().any(|v| near(w, v)))
}

/// Whether two voices say one thing: most of what the shorter speaks of is the other's too, and something of it is not what the whole base speaks of.
fn enough(x: &Voice, y: &Voice, days: i64, frequent: &BTreeSet<&str>) -> bool {
    let shared = common(&x.anchors, &y.anchors);
    let shorter = x.anchors.len().min(y.anchors.len());
    let longer = x.anchors.len().max(y.anchors.len());
    let all = shared.len() == shorter && days <= SOON && (shared.len() >= 2 || longer == 1);
    let most = shared.len() * 3 >= shorter * 2 && (shared.len() >= 3 || days <= 1 && shared.len() >= 2);
    tells(&shared, frequent) && (all || most)
}

/// Whether among shared anchors is a thing that tells documents apart.
fn tells(shared: &[&str], frequent: &BTreeSet<&str>) -> bool {
    shared.iter().any(|a| !is_name(a) && !frequent.contains(a))
}

/// Within so many days few words are enough.
const SOON: i64 = 4;

/// What an outlet says of the matter for which it is named: its own source, where it has one.
fn best(told: &Told, voice: &Voice, frequent: &BTreeSet<&str>) -> Option<(usize, Side)> {
    let enough = |shared: Vec<&str>| (tells(&shared, frequent) && shared.len() * 2 >= voice.anchors.len()).then_some(shared.len());
    let voices = told.voices.iter().filter_map(|v| Some((enough(common(&v.anchors, &voice.anchors))? * 2 + 1, &v.side)));
    let sayings = told.sayings.iter().filter_map(|s| Some((enough(common(&s.anchors, &voice.anchors))? * 2, &s.side)));
    let found = voices.chain(sayings).max_by_key(|(n, s)| (*n, std::cmp::Reverse(s.start)));
    found.map(|(n, side)| (n, side.clone()))
}

/// An author who says of himself what ties him to the matter, or who is named in his own text.
pub(crate) fn parties(page: &Page, out: &mut Vec<Finding>) {
    let mut before = None;
    for (i, sentence) in page.sentences().filter(|(_, s)| s.part == PartKind::Body) {
        let own = page.range(i);
        let stake = own.clone().find_map(|t| page.starts(t, own.end, "stake")).filter(|s| !page.quoted(page.span(s.clone())));
        if let Some(stake) = stake {
            let said = page.attributions(i).next().is_some();
            let claim = before.or_else(|| page.parsed.sentences.get(i + 1)).filter(|_| !said);
            if let Some(claim) = claim {
                let a = page.side(cubaru_parse::Span { start: claim.start, end: claim.end }, "the author's claim");
                let span = page.span(stake.start..own.end);
                let note = "the author tells what ties him or her to the matter".to_string();
                let b = page.side(span, page.words(page.span(stake)).text);
                out.push(Finding::new(Kind::Dependence, "dependence-stake", a, Some(b), note));
                return;
            }
        }
        before = Some(sentence);
    }
    let authors: Vec<Vec<String>> = page.row.source.authors.iter().map(|a| name_words(a)).filter(|a| a.len() > 1).collect();
    let body = |start: u32| page.sentences().any(|(_, s)| s.part == PartKind::Body && s.start <= start && start < s.end);
    let named = page.parsed.mentions.iter().filter(|m| m.kind == MentionKind::Per && authors.contains(&name_words(&m.text)));
    if let Some(mention) = named.into_iter().find(|m| body(m.start)) {
        let span = cubaru_parse::Span { start: mention.start, end: mention.end };
        let note = "the author of the text is named in it".to_string();
        out.push(Finding::new(Kind::Dependence, "dependence-author", page.side(span, "the author"), None, note));
    }
}
