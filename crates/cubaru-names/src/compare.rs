//! The decision.

mod context;
mod words;

use crate::{
    custom::{self, Customs},
    name::{self, Name},
    order::{self, Ordered},
    person::Person,
    reason::{Reason, ReasonId, Stance},
    script::Script,
    sound::Ears,
};
use serde::Serialize;
use std::{collections::HashMap, rc::Rc};
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
    Comparer::default().compare(a, b)
}

/// Compares many: what is worked out of a name for one comparison serves the next. The answers are those of [`compare`].
///
/// ```
/// use cubaru_names::{Comparer, Person, compare};
/// let people = ["Nikita Khrushchev", "N. Chruschtschow", "Nina Khrushcheva"].map(Person::new);
/// let mut comparer = Comparer::default();
/// for other in &people {
///     assert_eq!(comparer.compare(&people[0], other), compare(&people[0], other));
/// }
/// ```
#[derive(Debug, Default)]
pub struct Comparer {
    /// By the name as written.
    known: HashMap<String, Known>,
}

/// What is known of one name.
#[derive(Debug)]
struct Known {
    words: Rc<Words>,
    /// The name read by some customs.
    read: Vec<(Customs, Rc<Read>)>,
}

/// The words of a name in Latin letters, and the scripts that they are written in.
type Words = (Vec<String>, Vec<Script>);

/// A name read by some customs, and the ways in which its parts can be ordered.
#[derive(Debug)]
struct Read {
    name: Name,
    readings: Vec<Ordered>,
}

impl Comparer {
    fn known(&mut self, name: &str) -> &mut Known {
        // Not by `entry`, which wants a copy of a name that mostly is there.
        if !self.known.contains_key(name) {
            self.known.insert(name.into(), Known { words: Rc::new(name::words(name)), read: Vec::new() });
        }
        self.known.get_mut(name).expect("put there above")
    }

    fn read(&mut self, text: &str, customs: Customs) -> Rc<Read> {
        let known = self.known(text);
        if let Some((_, read)) = known.read.iter().find(|(by, _)| *by == customs) {
            return read.clone();
        }
        let name = name::read(text, customs);
        let read = Rc::new(Read { readings: order::readings(&name, customs), name });
        known.read.push((customs, read.clone()));
        read
    }

    /// Whether the two are the same person, as [`compare`] says it.
    pub fn compare(&mut self, a: &Person, b: &Person) -> Comparison {
        // In one order, whichever way they came, and however their names are written.
        let mut sides = [a, b].map(|person| (self.known(&person.name).words.clone(), person));
        sides.sort_by(|(one, a), (other, b)| one.0.cmp(&other.0).then(a.cmp(b)));
        let [(one_words, one), (other_words, other)] = sides;
        let mut found = Weights::default();
        if one_words.0.is_empty() || other_words.0.is_empty() {
            found.add(ReasonId::NoName, 0, &[]);
            return found.decide(false);
        }
        let codes = [one.code(), other.code()];
        let words: [Vec<&str>; 2] = [&one_words, &other_words].map(|words| words.0.iter().map(String::as_str).collect());
        let of = |words: &[&str]| {
            custom::of_pair([codes[0].as_deref(), codes[1].as_deref()], words, &[one_words.1.as_slice(), &other_words.1].concat())
        };
        let customs = of(&words[0]).with(of(&words[1]));
        let read = [one, other].map(|person| self.read(&person.name, customs));
        let names = [&read[0].name, &read[1].name];
        let ears = Ears { customs, wade_giles: customs.has("chinese") && old_spelling(names[0]) != old_spelling(names[1]) };
        let best = best(&read, ears);
        found = best.weights;
        context::weigh(&mut found, [one, other], names, best.strength, best.common, best.apart);
        found.decide(one == other)
    }
}

/// The reading of both names by which they are likest.
fn best(read: &[Rc<Read>; 2], ears: Ears) -> Weighed {
    let names = [&read[0].name, &read[1].name];
    let mut best: Option<Weighed> = None;
    for one in &read[0].readings {
        for other in &read[1].readings {
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
