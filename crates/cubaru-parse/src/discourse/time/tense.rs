//! Which way an open name looks: what the predicate that it hangs on says of its time.

use super::plain::{self, looks_ahead};
use crate::{
    input::Sheet,
    label::{Relation, Upos, Xpos},
    parsed::{PartKind, Token},
};

/// Where a predicate puts its time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Direction {
    Past,
    Future,
}

use Direction::{Future, Past};

/// The time of a predicate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Tense {
    Past,
    Present,
    Future,
}

/// How far, in tokens, the auxiliaries of a predicate stand before it.
const REACH: usize = 12;
/// How many steps up a tree are taken.
const STEPS: usize = 6;

/// What a time expression hangs on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Governor {
    /// The predicate of its clause.
    pub predicate: usize,
    /// Whether it hangs on a noun in the clause rather than on the predicate: `the vote in May was rigged`.
    pub nominal: bool,
}

/// The direction of the predicate that a run of tokens hangs on; none where the tree or the tense leaves it open.
pub(super) fn direction(sheet: &Sheet, first: usize, last: usize) -> Option<Direction> {
    let before = first.checked_sub(1).map(|i| sheet.token(i).read().to_lowercase()).unwrap_or_default();
    if before == "since" {
        return Some(Past);
    }
    // "as early as Tuesday"
    let earliest = before == "as" && first >= 2 && matches!(sheet.token(first - 2).read(), "early" | "soon");
    let aside = earliest || matches!(before.as_str(), "until" | "till" | "for" | "by" | "through" | "to" | "effective");
    if sheet.sentence_of(first).is_some_and(|s| s.part == PartKind::Dateline) {
        return None;
    }
    if !aside && plain::is_past(sheet, first, last) {
        return Some(Past);
    }
    let found = governor(sheet, first, last)?;
    match tense(sheet, found.predicate, STEPS) {
        // "postponed the vote until Friday" is told as past, its Friday is to come.
        Some(Tense::Past) if !found.nominal && matches!(before.as_str(), "until" | "till" | "for" | "by" | "through" | "to") => {
            let ahead = is_ahead(sheet, found.predicate) && !pluperfect(sheet, found.predicate);
            Some(if ahead { Future } else { Past })
        }
        Some(Tense::Past) => Some(Past),
        Some(Tense::Future) => Some(Future),
        // "a loan through January", "the limits by 2030"
        _ if earliest || matches!(before.as_str(), "until" | "till" | "by" | "through" | "effective") => Some(Future),
        // "The ministers meet on Friday" looks ahead; "the bombing on Friday shows" does not.
        // "After Tuesday night his chances are gone."
        Some(Tense::Present) if before == "after" => Some(Past),
        Some(Tense::Present) => (!found.nominal).then_some(Future),
        None => None,
    }
}

/// What a run of tokens hangs on.
pub(super) fn governor(sheet: &Sheet, first: usize, last: usize) -> Option<Governor> {
    let inside = |i: u32| (first..last).contains(&(i as usize));
    let top = (first..last).find(|i| sheet.word(*i).head.is_none_or(|h| !inside(h)))?;
    let (mut below, mut nominal) = (top, false);
    for _ in 0..STEPS {
        let at = sheet.word(below).head? as usize;
        let token = sheet.word(at);
        if is_verb(token) || copula(sheet, at).is_some() {
            return Some(Governor { predicate: at, nominal });
        }
        // "in May and June" hangs as "in May" does.
        nominal |= sheet.word(below).relation != Relation::Conj;
        below = at;
    }
    None
}

/// How a time stands in what is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// At the head of its sentence.
    Head,
    /// On a predicate that is told as past.
    Clause,
    /// On a noun: `the elections of 1998`.
    Noun,
    /// Looking back or ahead: `since 1998`, `had left in May`, `would leave by 2030`.
    Aside,
}

/// How a run of tokens stands in what is told.
pub(super) fn place(sheet: &Sheet, first: usize, last: usize) -> Place {
    if first.checked_sub(1).is_some_and(|i| sheet.tokens[i].read().eq_ignore_ascii_case("since")) {
        return Place::Aside;
    }
    let begin = sheet.sentence_of(first).map_or(first, |s| s.first_token as usize);
    if first <= begin + 1 {
        return Place::Head;
    }
    // In brackets a date explains a word.
    if sheet.tokens[begin.max(first.saturating_sub(REACH))..first].iter().rev().find_map(bracket) == Some(true) {
        return Place::Aside;
    }
    let Some(found) = governor(sheet, first, last) else { return Place::Clause };
    let aside = pluperfect(sheet, found.predicate) || tense(sheet, found.predicate, STEPS) == Some(Tense::Future);
    match found.nominal {
        _ if aside => Place::Aside,
        true => Place::Noun,
        false => Place::Clause,
    }
}

/// Whether a bracket opens or closes; none for any other token.
fn bracket(token: &Token) -> Option<bool> {
    match token.read() {
        "(" | "[" => Some(true),
        ")" | "]" => Some(false),
        _ => None,
    }
}

fn is_verb(token: &Token) -> bool {
    matches!(token.upos, Upos::Verb | Upos::Aux) && !matches!(token.relation, Relation::Amod | Relation::Case)
}

/// The tokens before a predicate that hang on it by some relations.
fn before<'s>(sheet: &'s Sheet, at: usize, relations: &'static [Relation]) -> impl Iterator<Item = usize> + use<'s> {
    let begin = sheet.sentence_of(at).map_or(at, |s| s.first_token as usize);
    let hangs = move |word: &Token| word.head == Some(at as u32) && relations.contains(&word.relation);
    (at.saturating_sub(REACH).max(begin)..at).filter(move |i| hangs(sheet.word(*i)))
}

fn copula(sheet: &Sheet, at: usize) -> Option<usize> {
    before(sheet, at, &[Relation::Cop]).next()
}

fn auxiliaries<'s>(sheet: &'s Sheet, at: usize) -> impl Iterator<Item = usize> + use<'s> {
    before(sheet, at, &[Relation::Aux, Relation::AuxPass, Relation::Cop])
}

/// Whether a word speaks of what is to come: `plan`, `scheduled`, `due`.
fn is_ahead(sheet: &Sheet, at: usize) -> bool {
    let token = sheet.word(at);
    looks_ahead(sheet, &token.lemma) || looks_ahead(sheet, &token.read().to_lowercase())
}

/// `had scheduled`, `had been scheduled`
pub(super) fn pluperfect(sheet: &Sheet, at: usize) -> bool {
    sheet.word(at).xpos == Xpos::Vbn && auxiliaries(sheet, at).any(|i| sheet.word(i).lemma == "have" && sheet.word(i).xpos == Xpos::Vbd)
}

/// The time of a predicate; none where a modal leaves it open.
fn tense(sheet: &Sheet, at: usize, steps: usize) -> Option<Tense> {
    let steps = steps.checked_sub(1)?;
    let token = sheet.word(at);
    let tag = |i: usize| sheet.word(i).xpos;
    let perfect = auxiliaries(sheet, at).any(|i| sheet.word(i).lemma == "have");
    if let Some(modal) = auxiliaries(sheet, at).find(|i| tag(*i) == Xpos::Md) {
        return match sheet.word(modal).lemma.as_str() {
            "will" | "shall" => Some(Tense::Future),
            _ if perfect => Some(Tense::Past),
            "could" => None,
            _ => Some(Tense::Future),
        };
    }
    if before(sheet, at, &[Relation::Mark, Relation::Aux]).any(|i| tag(i) == Xpos::To) {
        return infinitive(sheet, at, steps);
    }
    // "will come and meet": the auxiliary stands with the first of both.
    let helper = auxiliaries(sheet, at).next().map(tag);
    let bare = matches!(token.xpos, Xpos::Vb | Xpos::Vbp | Xpos::Vbn | Xpos::Vbg);
    if token.relation == Relation::Conj && helper.is_none() && bare {
        return tense(sheet, token.head? as usize, steps);
    }
    if perfect {
        return Some(Tense::Past);
    }
    let passive = auxiliaries(sheet, at).any(|i| sheet.word(i).lemma == "be") || token.relation == Relation::Acl;
    match (token.xpos, helper) {
        (Xpos::Vbn | Xpos::Jj, _) if passive && is_ahead(sheet, at) => Some(Tense::Future),
        (_, Some(Xpos::Vbd)) | (Xpos::Vbd, _) | (Xpos::Vbn, None) => Some(Tense::Past),
        (_, Some(Xpos::Vbz | Xpos::Vbp)) | (Xpos::Vbz | Xpos::Vbp, None) => Some(Tense::Present),
        (Xpos::Vbg, None) => tense(sheet, token.head? as usize, steps),
        _ => None,
    }
}

/// `plans to meet`, `is likely to meet`, `is to meet`: by what governs it.
fn infinitive(sheet: &Sheet, at: usize, steps: usize) -> Option<Tense> {
    let governor = sheet.word(at).head? as usize;
    let over = sheet.word(governor);
    let prospective =
        is_ahead(sheet, governor) || matches!(over.lemma.as_str(), "be" | "go") && !matches!(over.xpos, Xpos::Vbd | Xpos::Vbn);
    match prospective {
        true if pluperfect(sheet, governor) => Some(Tense::Past),
        true => Some(Tense::Future),
        false => tense(sheet, governor, steps),
    }
}
