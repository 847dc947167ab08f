//! A question made ready for one base: names have become signatures, posts those who held them.

use super::{About, Query};
use crate::{
    base::{BaseError, Sig, Store, fold},
    resolve::{Known, is_code},
};
use std::collections::{BTreeMap, BTreeSet};

/// A question that a store can answer: of each group of tests, one must hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bound {
    /// What is asked for.
    pub about: About,
    /// Alternatives, all of which lists must have one that holds.
    pub tests: Vec<Vec<Test>>,
    /// Whether the claims that state the rows are left out.
    pub bare: bool,
}

/// On which side of an event somebody takes part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// As actor.
    Actor,
    /// As recipient.
    Recipient,
    /// As either.
    Either,
}

/// Whom a name or a code means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Who {
    /// An actor code: one that begins so is meant.
    pub code: Option<String>,
    /// The signatures of those with the name.
    pub sigs: BTreeSet<Sig>,
    /// The name in folded words, for words that no entity stands behind.
    pub words: String,
}

/// Who held a post about when.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Held {
    /// The signature of the holder.
    pub sig: Sig,
    /// The first day.
    pub from: String,
    /// The last day.
    pub to: String,
}

/// One test on a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Test {
    /// A column (`class`, `type`, `mode`, `quad`, `certainty`, `status`, `modality`, `kind`, `country`) has this value.
    Is(&'static str, String),
    /// The CAMEO code begins so.
    Cameo(String),
    /// Somebody takes part.
    Part(Side, Who),
    /// One of these persons takes part; of a tenure, is the holder.
    Person(BTreeSet<Sig>),
    /// One of these takes part while holding the post.
    Office(Vec<Held>),
    /// A code among actors and recipients has this sector.
    Sector(String),
    /// It took place there.
    Place(Who),
    /// Its bounds touch these days.
    Between(String, String),
    /// The document's date touches these days.
    Published(String, String),
    /// It stands in somebody's words.
    Speaker(Who),
    /// The publisher in folded words, or your own id of the document.
    Source(String, String),
    /// The document's hash begins so, or your own id is this.
    Document(String),
    /// The post's name has this run of folded words.
    Post(String),
    /// The evidence has each of these runs of folded words.
    Words(Vec<String>),
    /// The row's id.
    Id(String),
}

impl Query {
    /// The question for one base.
    pub(crate) fn bind(&self, view: &dyn Known, store: &dyn Store) -> Result<Bound, BaseError> {
        let mut tests = Vec::new();
        for (name, calls) in &self.conditions {
            let alternatives = calls.iter().map(|call| test(name, call, self.about, view, store)).collect::<Result<_, _>>()?;
            tests.push(alternatives);
        }
        Ok(Bound { about: self.about, tests, bare: false })
    }
}

fn test(name: &'static str, call: &[String], about: About, view: &dyn Known, store: &dyn Store) -> Result<Test, BaseError> {
    let value = call.first().map(String::as_str).unwrap_or_default();
    let given = || value.to_string();
    let last = || call.last().cloned().unwrap_or_default();
    Ok(match name {
        "of" => Test::Is("class", given()),
        "cameo" => Test::Cameo(given()),
        "actor" => Test::Part(Side::Actor, who(value, view)?),
        "recipient" => Test::Part(Side::Recipient, who(value, view)?),
        "party" => Test::Part(Side::Either, who(value, view)?),
        "person" => Test::Person(view.persons(value)?),
        "office" => Test::Office(held(value, call.get(1).map(String::as_str), view, store)?),
        "sector" => Test::Sector(given()),
        "place" => Test::Place(who(value, view)?),
        "between" => Test::Between(given(), last()),
        "published" => Test::Published(given(), last()),
        "speaker" => Test::Speaker(who(value, view)?),
        "source" => Test::Source(fold::run(value), given()),
        "document" => Test::Document(given()),
        "post" => Test::Post(fold::run(value)),
        "words" => Test::Words(runs(value)),
        "id" => Test::Id(given()),
        // `type`, `mode`, `quad`, `certainty`, `status`, `modality`, `kind`, `country` are columns of those names.
        _ => {
            debug_assert!(about.conditions().contains(&name), "{name}");
            Test::Is(name, given())
        }
    })
}

fn who(value: &str, view: &dyn Known) -> Result<Who, BaseError> {
    Ok(Who { code: is_code(value).then(|| value.to_string()), sigs: view.named(value)?, words: fold::run(value) })
}

/// What is searched for: runs between quotation marks, and single words.
fn runs(value: &str) -> Vec<String> {
    let mut runs = Vec::new();
    for (i, part) in value.split(['"', '“', '”']).enumerate() {
        if i % 2 == 1 { runs.push(fold::run(part)) } else { runs.extend(fold::words(part).iter().map(|w| format!(" {w} "))) }
    }
    runs.retain(|r| !r.is_empty());
    runs
}

/// Those who are attested in a post, and when: from a year before the first attestation to a year after the last that lies not much
/// further on, as a text mostly attests one moment of a holding that goes on.
fn held(post: &str, country: Option<&str>, view: &dyn Known, store: &dyn Store) -> Result<Vec<Held>, BaseError> {
    let mut tests = vec![vec![Test::Post(fold::run(post))]];
    tests.extend(country.map(|c| vec![Test::Is("country", c.into())]));
    let mut spans: BTreeMap<Vec<Sig>, BTreeSet<(String, String)>> = BTreeMap::new();
    for found in store.tenures(&Bound { about: About::Tenures, tests, bare: true })? {
        let holder = found.row.entity.and_then(|e| found.sigs.get(&e));
        let (Some(sig), false) = (holder, found.row.former) else { continue };
        let (Some(from), Some(to)) = (&found.row.earliest, &found.row.latest) else { continue };
        spans.entry(view.together(*sig)?).or_default().insert((shift(from, -1), shift(to, 1)));
    }
    let mut held: Vec<Held> = Vec::new();
    for (sigs, spans) in spans {
        for (from, to) in spans {
            held.extend(sigs.iter().map(|sig| Held { sig: *sig, from: from.clone(), to: to.clone() }));
        }
    }
    held.sort();
    held.dedup();
    Ok(held)
}

/// The same day, years later.
fn shift(day: &str, years: i32) -> String {
    match day.get(..4).and_then(|y| y.parse::<i32>().ok()) {
        Some(year) => format!("{:04}{}", (year + years).clamp(0, 9999), &day[4..]),
        None => day.into(),
    }
}
