//! What the descriptions of [`reference`](super::reference) mean: the one thing of their kind that the sentences before named, or nothing.

use super::{
    reference,
    role::{Role, Seat},
};
use crate::{input::Sheet, parsed::MentionKind, phrase::Noun};

/// "The island" looks back over so many sentences for the one that is one, other descriptions over fewer.
const REACH: usize = 12;
const NEAR: usize = 2;
/// And over so many nouns.
const NOUNS: usize = 120;

/// What a description means: one entity, or several together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Meant {
    One(u32),
    Several(Vec<u32>),
}

/// What the noun at an index takes up, where it is a description.
pub(crate) fn of(sheet: &Sheet<'_>, nouns: &[Noun], seats: &[Seat], entity_of: &[Option<u32>], at: usize) -> Option<Meant> {
    let view = View { sheet, nouns, seats, entity_of, at };
    match nouns[at].why.rule.as_str() {
        reference::LAND => view.land().map(Meant::One),
        reference::AGE => view.aged().map(Meant::One),
        reference::GROUP => view.group(nouns[at].sort == "persons"),
        // "The two leaders" is a post, and means a group.
        _ if nouns[at].kind == MentionKind::Nom && nouns[at].country.is_none() && nouns[at].code.is_none() => {
            let group = (nouns[at].first..nouns[at].last).find_map(|i| reference::group(sheet, i)).filter(|g| g.last == nouns[at].last)?;
            view.group(group.sort == "persons")
        }
        _ => None,
    }
}

/// Those who act together just before: "Lavrov and Vieira met the rebels. *They* …".
pub(crate) fn together(nouns: &[Noun], seats: &[Seat], entity_of: &[Option<u32>], at: usize) -> Option<Vec<u32>> {
    let here = seats[at].sentence;
    let near = (at.saturating_sub(NOUNS)..at).rev().take_while(|i| here - seats[*i].sentence <= NEAR);
    let person = |i: &usize| nouns[*i].kind == MentionKind::Per && seats[*i].role == Role::Subject;
    let joined = near.filter(person).find(|i| seats[*i].joined)?;
    let beside = (at.saturating_sub(NOUNS)..at).filter(|i| person(i) && seats[*i].top == seats[joined].top);
    let mut all: Vec<u32> = beside.filter_map(|i| entity_of[i]).collect();
    all.dedup();
    (all.len() > 1).then_some(all)
}

struct View<'v, 'a> {
    sheet: &'v Sheet<'a>,
    nouns: &'v [Noun],
    seats: &'v [Seat],
    entity_of: &'v [Option<u32>],
    at: usize,
}

impl View<'_, '_> {
    /// The nouns before, the nearest first, over so many sentences.
    fn before(&self, sentences: usize) -> impl Iterator<Item = usize> + '_ {
        let here = self.seats[self.at].sentence;
        (self.at.saturating_sub(NOUNS)..self.at).rev().take_while(move |i| here - self.seats[*i].sentence <= sentences)
    }

    /// The countries named before in so many sentences, the nearest first, and whether the description can mean each: what stands beside it
    /// in one clause is another ("Russia invaded the country").
    fn countries(&self, sentences: usize) -> Vec<&str> {
        let mut out: Vec<&str> = Vec::new();
        let mut barred: Vec<&str> = Vec::new();
        for i in self.before(sentences) {
            let Some(country) = self.nouns[i].country.as_deref() else { continue };
            // Who speaks of "the nation" means his own, whatever the story named before.
            if self.sheet.quoted(self.nouns[self.at].first) && !self.sheet.quoted(self.nouns[i].first) {
                continue;
            }
            // A news agency is not what the story is about.
            if self.nouns[i].sector.as_deref() == Some("MED") {
                continue;
            }
            if self.beside(i) {
                barred.push(country);
            } else if !out.contains(&country) {
                out.push(country);
            }
        }
        out.retain(|c| !barred.contains(c));
        out
    }

    /// Whether both are parts of one predicate.
    fn beside(&self, other: usize) -> bool {
        let (a, b) = (&self.seats[self.at], &self.seats[other]);
        let part = |r: Role| matches!(r, Role::Subject | Role::Object);
        a.sentence == b.sentence && a.clause.is_some() && a.clause == b.clause && part(a.role) && part(b.role)
    }

    /// The entity of a country: its name's, else its adjective's.
    fn country(&self, code: &str) -> Option<u32> {
        let named = |kind: MentionKind| {
            let fits = |i: &usize| {
                let noun = &self.nouns[*i];
                noun.kind == kind && noun.country.as_deref() == Some(code) && (kind == MentionKind::Norp || noun.why.rule == "name-country")
            };
            (0..self.at).rev().take(NOUNS * 8).filter(fits).find_map(|i| self.entity_of[i])
        };
        named(MentionKind::Loc).or_else(|| named(MentionKind::Norp))
    }

    fn land(&self) -> Option<u32> {
        let called = &self.nouns[self.at].sort;
        let fits = |c: &&str| called.is_empty() || called.split(' ').any(|k| k == *c);
        let only = |sentences: usize| {
            let all: Vec<&str> = self.countries(sentences).into_iter().filter(fits).collect();
            match all.as_slice() {
                [one] => self.country(one),
                _ => None,
            }
        };
        if called.is_empty() { only(0).or_else(|| only(1)) } else { only(REACH).or_else(|| only(NEAR)).or_else(|| only(1)) }
    }

    /// The person whose age was told, else the only one in the sentences before.
    fn aged(&self) -> Option<u32> {
        let age = self.nouns[self.at].sort.as_str();
        let told = |i: &usize| {
            let noun = &self.nouns[*i];
            noun.kind == MentionKind::Per && self.sheet.is(noun.last, ",") && self.sheet.is(noun.last + 1, age)
        };
        let told = self.before(REACH).filter(told).find_map(|i| self.entity_of[i]);
        let only = || {
            let mut persons: Vec<u32> =
                self.before(NEAR).filter(|i| self.nouns[*i].kind == MentionKind::Per).filter_map(|i| self.entity_of[i]).collect();
            persons.sort_unstable();
            persons.dedup();
            (persons.len() == 1).then(|| persons[0])
        };
        told.or_else(only)
    }

    /// The two that a description before means, or that the sentence before names, or the one before it.
    fn group(&self, persons: bool) -> Option<Meant> {
        let again = |i: &usize| self.nouns[*i].why.rule == reference::GROUP && (self.nouns[*i].sort == "persons") == persons;
        if let Some(known) = self.before(NEAR).find(again).and_then(|i| self.entity_of[i]) {
            return Some(Meant::One(known));
        }
        let both = |sentences: usize| {
            let mut all: Vec<u32> = if persons {
                self.before(sentences).filter(|i| self.nouns[*i].kind == MentionKind::Per).filter_map(|i| self.entity_of[i]).collect()
            } else {
                self.countries(sentences).into_iter().filter_map(|c| self.country(c)).collect()
            };
            all.sort_unstable();
            all.dedup();
            all
        };
        // With a third one near nobody can tell which two are meant.
        let found = (0..=NEAR).map(both).find(|all| all.len() >= 2)?;
        (found.len() == 2).then_some(Meant::Several(found))
    }
}
