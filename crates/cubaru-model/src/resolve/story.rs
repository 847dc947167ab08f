//! Events that several reports tell: one class, one time, the same sides, one place. Two reports are one story only where nothing that
//! both tell differs.

use crate::{
    base::{DocumentId, DocumentRow},
    query::{EventFact, Party},
};
use chrono::{Days, NaiveDate};
use cubaru_parse::Status;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// A report without a date of its own tells what happened in so many days before it.
const FRESH: u64 = 10;
/// A stretch of more days says too little about when.
const VAGUE: i64 = 45;
/// Two reports are one story from this score on.
const ENOUGH: u32 = 50;

/// One event and the reports that tell it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Story {
    /// Its id: that of the first report, by date and hash.
    pub id: String,
    /// The class.
    pub class: String,
    /// The first day on which all reports can agree.
    pub earliest: Option<String>,
    /// The last one.
    pub latest: Option<String>,
    /// The ids of the events that tell it, sorted.
    pub events: Vec<String>,
    /// How many documents tell it.
    pub documents: u32,
    /// The least score of the pairs that made it, up to 100.
    pub score: u32,
    /// What they agree in: `same-day`, `same-person`, `same-sides`, `same-place` …
    pub why: Vec<String>,
}

/// What is compared of one report.
struct Report<'a> {
    event: &'a EventFact,
    from: NaiveDate,
    to: NaiveDate,
    /// Whether the days are those of the event, not of the report.
    dated: bool,
    actor: Side<'a>,
    recipient: Side<'a>,
    /// Both sides as one.
    all: Side<'a>,
}

/// One side of an event.
#[derive(Clone, Default)]
struct Side<'a> {
    nations: BTreeSet<&'a str>,
    /// Persons by their ids, each with the country, where one is known.
    persons: BTreeSet<(&'a str, Option<&'a str>)>,
    bodies: BTreeSet<&'a str>,
}

impl<'a> Side<'a> {
    fn of(parties: &'a [Party], kinds: &BTreeMap<String, String>) -> Self {
        let mut side = Self::default();
        for party in parties {
            let nation = party.code.as_deref().and_then(|c| c.get(..3)).filter(|c| !crate::base::is_sector(c));
            side.nations.extend(nation);
            let Some(id) = party.id.as_deref() else { continue };
            match kinds.get(id).map(String::as_str) {
                Some("person") => drop(side.persons.insert((id, nation))),
                Some("body") => drop(side.bodies.insert(id)),
                _ => {}
            }
        }
        side
    }

    fn both(&self, other: &Self) -> Self {
        Self {
            nations: self.nations.union(&other.nations).copied().collect(),
            persons: self.persons.union(&other.persons).copied().collect(),
            bodies: self.bodies.union(&other.bodies).copied().collect(),
        }
    }

    fn is_empty(&self) -> bool {
        self.nations.is_empty() && self.persons.is_empty() && self.bodies.is_empty()
    }

    /// Whether the two name different countries, or different persons of one country.
    fn differs(&self, other: &Self) -> bool {
        if !self.nations.is_empty() && !other.nations.is_empty() && self.nations.is_disjoint(&other.nations) {
            return true;
        }
        if self.persons.is_empty() || other.persons.is_empty() {
            return false;
        }
        let persons = |side: &Self, nation: Option<&str>| -> Vec<&'a str> {
            side.persons.iter().filter(|(_, n)| *n == nation).map(|(id, _)| *id).collect()
        };
        let others = |nation: Option<&str>| {
            let (a, b) = (persons(self, nation), persons(other, nation));
            !a.is_empty() && !b.is_empty() && !a.iter().any(|x| b.iter().any(|y| may_be(x, y)))
        };
        let nations: BTreeSet<Option<&str>> = self.persons.iter().map(|(_, n)| *n).collect();
        nations.into_iter().any(others)
    }

    /// Whether the two share a person or a body; and whether they share a country.
    fn meets(&self, other: &Self) -> (bool, bool) {
        let person = self
            .persons
            .iter()
            .any(|(a, m)| other.persons.iter().any(|(b, n)| may_be(a, b) && !matches!((m, n), (Some(m), Some(n)) if m != n)));
        (person || !self.bodies.is_disjoint(&other.bodies), !self.nations.is_disjoint(&other.nations))
    }
}

/// Whether the ids of two persons are of one, or of one whom a report calls by a part of the name.
fn may_be(a: &str, b: &str) -> bool {
    let words = |id: &str| -> Vec<String> { id.split('.').next().unwrap_or_default().split('-').map(String::from).collect() };
    let (a, b) = (words(a), words(b));
    let within = |few: &[String], many: &[String]| few.iter().all(|w| many.contains(w));
    let initial =
        a.len() == b.len() && a.last() == b.last() && a.iter().zip(&b).all(|(x, y)| x.starts_with(y.as_str()) || y.starts_with(x.as_str()));
    within(&a, &b) || within(&b, &a) || initial
}

/// The stories among events, sorted by their time. `kinds` tells what each entity is.
pub fn stories(events: &[EventFact], documents: &[DocumentRow], kinds: &BTreeMap<String, String>) -> Vec<Story> {
    let published: BTreeMap<DocumentId, &DocumentRow> = documents.iter().map(|d| (d.sha256, d)).collect();
    let mut classes: BTreeMap<&str, Vec<Report<'_>>> = BTreeMap::new();
    for event in events.iter().filter(|e| Story::STATUSES.contains(&e.status)) {
        if let Some(report) = Report::of(event, published.get(&event.document).copied(), kinds) {
            classes.entry(&event.class).or_default().push(report);
        }
    }
    let mut stories: Vec<Story> = classes.into_values().flat_map(of_class).collect();
    stories.sort_by(|a, b| a.order().cmp(&b.order()));
    stories
}

impl Story {
    /// What is only planned, denied or possible is no story.
    pub(crate) const STATUSES: [Status; 2] = [Status::Actual, Status::Reported];

    /// By time, and by id where that is the same.
    pub(crate) fn order(&self) -> (&Option<String>, &Option<String>, &str) {
        (&self.earliest, &self.latest, &self.id)
    }
}

impl<'a> Report<'a> {
    /// None where nobody could say when it was.
    fn of(event: &'a EventFact, document: Option<&DocumentRow>, kinds: &BTreeMap<String, String>) -> Option<Self> {
        let day = |d: &Option<String>| d.as_ref()?.parse::<NaiveDate>().ok();
        let own = day(&event.earliest).zip(day(&event.latest));
        let (from, to, dated) = match own {
            Some((from, to)) => (from, to, true),
            None => {
                let to = day(&document?.latest).filter(|_| document.is_some_and(|d| d.earliest == d.latest))?;
                (to.checked_sub_days(Days::new(FRESH))?, to, false)
            }
        };
        let (actor, recipient) = (Side::of(&event.actor, kinds), Side::of(&event.recipient, kinds));
        let all = actor.both(&recipient);
        ((to - from).num_days() <= VAGUE).then_some(Self { event, from, to, dated, actor, recipient, all })
    }

    /// The score and the reasons for one story; none where anything that both tell differs.
    fn compare(&self, other: &Self) -> Option<(u32, BTreeSet<&'static str>)> {
        if !self.compatible(other) {
            return None;
        }
        let (named, nations, sides, side) = if self.together() && other.together() {
            let (all, others) = (&self.all, &other.all);
            let (named, nations) = all.meets(others);
            let sides = all.nations == others.nations && !all.nations.is_empty();
            (named, nations, sides, nations || named)
        } else {
            let (a, r) = (self.actor.meets(&other.actor), self.recipient.meets(&other.recipient));
            let (actor, recipient) = (a.0 || a.1, r.0 || r.1);
            let none = |a: &Side<'_>, b: &Side<'_>| a.is_empty() && b.is_empty();
            let alone = actor && none(&self.recipient, &other.recipient) || recipient && none(&self.actor, &other.actor);
            (a.0 || r.0, a.1 || r.1, actor && recipient || alone, actor || recipient)
        };
        let mut why = BTreeSet::new();
        let mut score = 0;
        let mut add = |points: u32, holds: bool, reason: &'static str| {
            if holds {
                score += points;
                why.insert(reason);
            }
        };
        let dated = self.dated && other.dated;
        add(30, self.exact() && other.exact() && dated, "same-day");
        add(15, !(self.exact() && other.exact()) && dated, "days-overlap");
        add(10, !dated, "told-soon-after");
        add(30, named, "same-person-or-body");
        add(10, nations, "same-country");
        add(30, sides, "same-sides");
        add(15, side && !sides, "same-side");
        add(10, self.event.mode.is_some() && self.event.mode == other.event.mode, "same-mode");
        add(10, self.place(other) == Some(true), "same-place");
        add(5, self.event.cameo.is_some() && self.event.cameo == other.event.cameo, "same-code");
        (score >= ENOUGH && side).then_some((score.min(100), why))
    }

    fn exact(&self) -> bool {
        self.from == self.to
    }

    /// Who meets or signs with whom is the same told from either side.
    fn together(&self) -> bool {
        match self.event.class.as_str() {
            "CONSULT" | "AGREE" => true,
            "SUPPORT" | "COOPERATE" => self.recipient.is_empty(),
            _ => false,
        }
    }

    /// Whether nothing that both tell differs, though they may have too little in common to be joined alone.
    fn compatible(&self, other: &Self) -> bool {
        let apart = |a: &Option<String>, b: &Option<String>| matches!((a, b), (Some(a), Some(b)) if a != b);
        // "Last week" begins and ends a little before and after the days that the calendar gives it.
        let slack = if self.exact() && other.exact() { 0 } else { 1 };
        let days = (self.from - other.to).num_days() <= slack && (other.from - self.to).num_days() <= slack;
        // Of most pairs the days or the modes differ already.
        if !days || apart(&self.event.mode, &other.event.mode) {
            return false;
        }
        let (all, others) = (&self.all, &other.all);
        let sides = if self.together() && other.together() {
            let two = all.nations.len() > 1 && others.nations.len() > 1;
            let apart = two && !all.nations.is_subset(&others.nations) && !others.nations.is_subset(&all.nations);
            !apart && !all.differs(others)
        } else {
            !self.actor.differs(&other.actor) && !self.recipient.differs(&other.recipient)
        };
        // Both sides on one day say more than a place, which often is the one that a treaty is about.
        let certain = self.exact() && other.exact() && self.dated && other.dated && all.nations == others.nations && all.nations.len() > 1;
        sides && (certain || self.place(other).is_some())
    }

    /// Whether both name one place; none where they name two.
    fn place(&self, other: &Self) -> Option<bool> {
        let (Some(a), Some(b)) = (&self.event.place, &other.event.place) else { return Some(false) };
        if a.id == b.id && a.id.is_some() {
            return Some(true);
        }
        let nation = |p: &Party| p.code.as_ref().and_then(|c| c.get(..3)).map(str::to_lowercase);
        let country = |p: &Party| p.id.is_some() && p.id == nation(p);
        match (nation(a), nation(b)) {
            (Some(x), Some(y)) if x != y => None,
            (Some(_), Some(_)) if country(a) || country(b) => Some(false),
            (Some(_), Some(_)) => None,
            _ => Some(false),
        }
    }
}

/// The stories of one class: the best pair first, and nobody joins who contradicts a member.
fn of_class(mut reports: Vec<Report<'_>>) -> Vec<Story> {
    reports.sort_by(|a, b| (a.from, a.to, &a.event.id).cmp(&(b.from, b.to, &b.event.id)));
    let mut pairs = Vec::new();
    for (i, a) in reports.iter().enumerate() {
        for (j, b) in reports.iter().enumerate().skip(i + 1).take_while(|(_, b)| (b.from - a.to).num_days() <= 1) {
            pairs.extend(a.compare(b).map(|(score, why)| (std::cmp::Reverse(score), i, j, why)));
        }
    }
    pairs.sort();
    let mut of: Vec<usize> = (0..reports.len()).collect();
    let mut groups: Vec<Group> = (0..reports.len()).map(|i| Group { members: vec![i], score: 100, why: BTreeSet::new() }).collect();
    for (std::cmp::Reverse(score), a, b, why) in pairs {
        let (x, y) = (of[a], of[b]);
        let fits = |m: &usize| groups[y].members.iter().all(|n| reports[*m].compatible(&reports[*n]));
        if x == y || !groups[x].members.iter().all(fits) {
            continue;
        }
        let moved = std::mem::take(&mut groups[y]);
        moved.members.iter().for_each(|m| of[*m] = x);
        groups[x].members.extend(moved.members);
        groups[x].why.extend(moved.why.into_iter().chain(why));
        groups[x].score = groups[x].score.min(moved.score).min(score);
    }
    groups.into_iter().filter(|g| !g.members.is_empty()).map(|g| g.story(&reports)).collect()
}

#[derive(Default)]
struct Group {
    members: Vec<usize>,
    score: u32,
    why: BTreeSet<&'static str>,
}

impl Group {
    fn story(mut self, reports: &[Report<'_>]) -> Story {
        self.members.sort_unstable();
        let events = || self.members.iter().map(|m| reports[*m].event);
        let documents: BTreeSet<DocumentId> = events().map(|e| e.document).collect();
        let mut ids: Vec<String> = events().map(|e| e.id.clone()).collect();
        let first = ids.first().cloned().unwrap_or_default();
        ids.sort();
        Story {
            id: first,
            class: events().next().map(|e| e.class.clone()).unwrap_or_default(),
            earliest: events().filter_map(|e| e.earliest.clone()).max(),
            latest: events().filter_map(|e| e.latest.clone()).min(),
            events: ids,
            documents: documents.len() as u32,
            score: self.score,
            why: self.why.iter().map(|w| (*w).into()).collect(),
        }
    }
}
