//! The decision.

mod context;
mod words;

use crate::{
    custom,
    name::{self, Name},
    order,
    person::Person,
    reason::{Reason, ReasonId, Stance},
    sound::Ears,
};
use serde::Serialize;
use words::Weighed;

/// From which score on two names are one person.
pub const THRESHOLD: u32 = 65;

/// What is at most left where something rules one person out.
const RULED_OUT: u32 = 30;

/// Whether two names are one person, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Comparison {
    /// Whether they are one person: nothing rules it out, and the score is [`THRESHOLD`] or more.
    pub same: bool,
    /// From 0 to 100; it sorts pairs, and is no probability.
    pub score: u32,
    /// The reasons: those for it, those that make it less likely, those that rule it out.
    pub why: Vec<Reason>,
}

/// What is found while two records are weighed.
#[derive(Debug, Clone, Default)]
pub(crate) struct Weights {
    points: i32,
    ruled_out: bool,
    why: Vec<Reason>,
}

impl Weights {
    /// Adds a reason with what it counts.
    fn add(&mut self, id: ReasonId, points: i32, words: &[&str]) {
        self.points += points;
        self.ruled_out |= id.stance() == Stance::Against;
        let mut words: Vec<String> = words.iter().map(|word| (*word).to_owned()).collect();
        words.sort();
        words.dedup();
        let reason = Reason { id, words };
        if !self.why.contains(&reason) {
            self.why.push(reason);
        }
    }
}

/// Whether the two are the same person.
///
/// The order of the two does not count, and neither do letter case, marks above and below letters, titles and full stops.
///
/// ```
/// use cubaru_names::{Person, compare};
/// let minister = Person::new("Li Wei").country("CHN").office("trade minister").year(2012);
/// let judge = Person::new("Li Wei").country("CHN").office("judge").year(2013);
/// assert!(!compare(&minister, &judge).same, "many are called Li Wei");
/// assert!(compare(&minister, &Person::new("LI, Wei").country("CHN").office("trade minister").year(2014)).same);
/// ```
pub fn compare(a: &Person, b: &Person) -> Comparison {
    // In one order, whichever way they came, and however their names are written.
    let mut sides = [(name::words(&a.name), a), (name::words(&b.name), b)];
    sides.sort_by(|((one, _), a), ((other, _), b)| one.cmp(other).then(a.cmp(b)));
    let [((one_words, one_scripts), one), ((other_words, other_scripts), other)] = sides;
    let mut found = Weights::default();
    if one_words.is_empty() || other_words.is_empty() {
        found.add(ReasonId::NoName, 0, &[]);
        return found.decide(false);
    }
    let codes = [one.code(), other.code()];
    let words: [Vec<&str>; 2] = [&one_words, &other_words].map(|words| words.iter().map(String::as_str).collect());
    let of = |words: &[&str]| {
        custom::of_pair([codes[0].as_deref(), codes[1].as_deref()], words, &[one_scripts.as_slice(), &other_scripts].concat())
    };
    let customs = of(&words[0]).with(of(&words[1]));
    let names = [one, other].map(|person| name::read(&person.name, customs));
    let ears = Ears { customs, wade_giles: customs.has("chinese") && old_spelling(&names[0]) != old_spelling(&names[1]) };
    let best = best(&names, ears);
    found = best.weights;
    context::weigh(&mut found, [one, other], &names, best.strength, best.common);
    found.decide(one == other)
}

/// The reading of both names by which they are likest.
fn best(names: &[Name; 2], ears: Ears) -> Weighed {
    let readings = [&names[0], &names[1]].map(|name| order::readings(name, ears.customs));
    let mut best: Option<Weighed> = None;
    for one in &readings[0] {
        for other in &readings[1] {
            let found = words::weigh(one, other, names, ears);
            let better = |best: &Weighed| (!found.weights.ruled_out, found.weights.points) > (!best.weights.ruled_out, best.weights.points);
            if best.as_ref().is_none_or(better) {
                best = Some(found);
            }
        }
    }
    best.unwrap_or_default()
}

/// Whether a Chinese name is written as in Wade-Giles: syllables apart, or letters that Pinyin does not have together.
fn old_spelling(name: &Name) -> bool {
    let marked = |word: &str| {
        ["hs", "tz", "ts", "ss", "ieh", "ueh", "ung", "ien", "jeou", "chia", "chie", "chio", "chiu", "chin"]
            .iter()
            .any(|letters| word.contains(letters))
            || word.ends_with("ih")
    };
    let apart = name.parts.len() > 2 || name.parts.iter().any(|part| part.joined);
    apart || name.parts.iter().any(|part| marked(&part.word))
}

impl Weights {
    fn decide(mut self, identical: bool) -> Comparison {
        let mut score = self.points.clamp(0, 100).unsigned_abs();
        if identical && !self.ruled_out {
            score = score.max(THRESHOLD);
        }
        if self.ruled_out {
            score = score.min(RULED_OUT);
        }
        self.why.sort();
        Comparison { same: !self.ruled_out && score >= THRESHOLD, score, why: self.why }
    }
}
