//! Pairs of documents that speak of one thing: what they share is looked up, not searched for.

use super::saying::{Saying, Told, Voice};
use std::collections::{BTreeMap, BTreeSet};

/// What more places speak of than this tells none of them apart.
const COMMON: usize = 400;

/// Pairs of sayings of different documents that share this much, each once, by document.
pub(crate) fn pairs(told: &[Told], least: usize) -> Vec<((usize, usize), (usize, usize))> {
    let places = || told.iter().enumerate().flat_map(|(d, t)| t.sayings.iter().enumerate().map(move |(s, x)| ((d, s), x)));
    shared(places().map(|(at, s): (_, &Saying)| (at, &s.around)), least)
}

/// Pairs of voices of different documents that speak of something in common.
pub(crate) fn voices(told: &[Told]) -> Vec<((usize, usize), (usize, usize))> {
    let places = || told.iter().enumerate().flat_map(|(d, t)| t.voices.iter().enumerate().map(move |(v, x)| ((d, v), x)));
    shared(places().map(|(at, v): (_, &Voice)| (at, &v.anchors)), 1)
}

type At = (usize, usize);

fn shared<'a>(places: impl Iterator<Item = (At, &'a BTreeSet<String>)>, least: usize) -> Vec<(At, At)> {
    let mut by: BTreeMap<&str, Vec<At>> = BTreeMap::new();
    for (at, anchors) in places {
        anchors.iter().for_each(|a| by.entry(a).or_default().push(at));
    }
    let mut seen: BTreeMap<(At, At), usize> = BTreeMap::new();
    for all in by.values().filter(|all| all.len() <= COMMON) {
        for (i, a) in all.iter().enumerate() {
            for b in all[i + 1..].iter().filter(|b| b.0 != a.0) {
                *seen.entry((*a, *b)).or_default() += 1;
            }
        }
    }
    seen.into_iter().filter(|(_, n)| *n >= least).map(|(pair, _)| pair).collect()
}

/// The anchors that two have in common.
pub(crate) fn common<'a>(a: &'a BTreeSet<String>, b: &'a BTreeSet<String>) -> Vec<&'a str> {
    a.intersection(b).map(String::as_str).collect()
}

/// Whether an anchor is a name: a country, a person, a place or body.
pub(crate) fn is_name(anchor: &str) -> bool {
    !anchor.starts_with("n:")
}

/// What so many documents of a base speak of tells none of them apart, and that share of a large base.
const OFTEN: (usize, usize) = (6, 20);

/// The anchors that so many documents have that they tell nothing of what two of them share.
pub(crate) fn frequent(told: &[Told]) -> BTreeSet<&str> {
    let mut documents: BTreeMap<&str, usize> = BTreeMap::new();
    for t in told {
        let own: BTreeSet<&str> = t.sayings.iter().flat_map(|s| &s.around).map(String::as_str).collect();
        own.into_iter().for_each(|a| *documents.entry(a).or_default() += 1);
    }
    let often = OFTEN.0.max(told.len() / OFTEN.1);
    documents.into_iter().filter(|(_, n)| *n > often).map(|(a, _)| a).collect()
}
