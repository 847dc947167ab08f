//! What speaks for the kind of a name that no list holds: the words around it on the tree, over all the places of a document where it stands.

use super::{person, scan::Phrases};
use crate::{
    input::Sheet,
    label::{Relation, Upos},
    language::Class,
    parsed::{MentionKind, PartKind},
    why::Why,
};
use std::collections::HashMap;

/// What a sign says counts once; what a name is called ("the village of X", "X, a singer") counts this often.
const CALLED: u32 = 3;

/// The kinds of names by their words, as a whole document speaks for them.
#[derive(Debug, Default)]
pub(crate) struct Kinds(HashMap<String, Votes>);

/// What speaks for each kind: persons, bodies, places.
#[derive(Debug, Default, Clone)]
struct Votes {
    sums: [u32; 3],
    signs: [Option<String>; 3],
    /// Whether a first name has spoken for a person, which it does once.
    given: bool,
    /// Whether the name is one of a storm, a treaty or the like somewhere.
    other: bool,
}

impl Votes {
    fn add(&mut self, kind: MentionKind, weight: u32, sign: Option<String>) {
        let at = match kind {
            MentionKind::Per => 0,
            MentionKind::Org => 1,
            MentionKind::Loc => 2,
            _ => return,
        };
        self.sums[at] += weight;
        self.signs[at] = self.signs[at].take().or(sign);
    }
}

impl Kinds {
    /// The kind that a name has in this document, where one has clearly more to speak for it than the others.
    pub(crate) fn of(&self, words: &str) -> Option<(MentionKind, Why)> {
        let votes = self.0.get(words).filter(|v| !v.other)?;
        let best = (0..3).max_by_key(|i| (votes.sums[*i], std::cmp::Reverse(*i)))?;
        let others: u32 = (0..3).filter(|i| *i != best).map(|i| votes.sums[i]).sum();
        if votes.sums[best] <= 2 * others {
            return None;
        }
        let kind = [MentionKind::Per, MentionKind::Org, MentionKind::Loc][best];
        let entries = votes.signs[best].iter().map(|s| format!("name-signs#{s}")).collect();
        Some((kind, Why { rule: "name-by-sign".into(), entries }))
    }

    /// Gathers what stands around all runs of name words of a document. The names that the first look found tell of those beside them.
    pub(crate) fn gather(sheet: &Sheet<'_>, phrases: &Phrases) -> Self {
        let mut known: Vec<Option<MentionKind>> = vec![None; sheet.tokens.len()];
        let names = |kind| matches!(kind, MentionKind::Per | MentionKind::Org | MentionKind::Loc);
        for noun in phrases.nouns.iter().filter(|n| !n.weak && names(n.kind)) {
            known[noun.first..noun.last].fill(Some(noun.kind));
        }
        let mut kinds = Self::default();
        // In a headline capitals tell nothing.
        for sentence in sheet.sentences.iter().filter(|s| s.part != PartKind::Headline) {
            let (mut at, limit) = (sentence.first_token as usize, sentence.last_token as usize);
            while at < limit {
                let last = person::name_words(sheet, at, limit);
                if last > at {
                    let votes = kinds.0.entry(sheet.words(at, last).to_string()).or_default();
                    Place { sheet, first: at, last, known: &known }.vote(votes);
                    // "Hurricane Rita": Rita is no person.
                    let other = sheet.entries(at, Class::NameHead).any(|(_, e)| (e.cell(1), e.cell(2)) == ("MISC", "before"));
                    if other && last > at + 1 {
                        kinds.0.entry(sheet.words(at + 1, last).to_string()).or_default().other = true;
                    }
                }
                at = last.max(at + 1);
            }
        }
        kinds
    }
}

/// One place where a name stands.
struct Place<'s, 'a> {
    sheet: &'s Sheet<'a>,
    first: usize,
    last: usize,
    known: &'s [Option<MentionKind>],
}

impl Place<'_, '_> {
    fn vote(&self, votes: &mut Votes) {
        let sheet = self.sheet;
        let Some(head) = top(sheet, self.first, self.last) else { return };
        for child in sheet.edges.children(head) {
            self.child(child, votes);
        }
        // "Baracoa, Guantanamo": a place after a comma holds the one before it.
        let after = sheet.is(self.last, ",") && self.known.get(self.last + 1) == Some(&Some(MentionKind::Loc));
        let closes = |at: usize| {
            let end = (at..sheet.tokens.len().min(at + 5)).find(|i| self.known[*i] != Some(MentionKind::Loc));
            end.is_none_or(|i| sheet.is_any(i, &[",", ".", ")", ";"]))
        };
        if after && closes(self.last + 1) && !sheet.is(self.first.wrapping_sub(1), ",") {
            votes.add(MentionKind::Loc, 2, None);
        }
        if !votes.given && sheet.listed(self.first, Class::GivenName) {
            votes.given = true;
            votes.add(MentionKind::Per, 2, None);
        }
        if let Some(gov) = sheet.token(head).head {
            self.governor(head, gov as usize, votes);
        }
    }

    /// What a word below the name says.
    fn child(&self, child: usize, votes: &mut Votes) {
        let sheet = self.sheet;
        if (self.first..self.last).contains(&child) {
            return;
        }
        let token = sheet.token(child);
        match token.relation {
            Relation::Appos | Relation::NmodDesc => self.called(child, votes),
            Relation::Conj => {
                if let Some(kind) = self.known[child] {
                    votes.add(kind, 1, None);
                }
            }
            Relation::AclRelcl => {
                let (from, _) = sheet.edges.extent(child);
                let pronoun = (from..=child.min(from + 2)).find(|i| sheet.is_any(*i, &["who", "whom", "where"]));
                if let Some(pronoun) = pronoun {
                    let kind = if sheet.is(pronoun, "where") { MentionKind::Loc } else { MentionKind::Per };
                    votes.add(kind, 2, None);
                }
            }
            _ => {}
        }
    }

    /// What a noun says that the name is called by: "the village X", "X, a singer", "X is a company".
    fn called(&self, noun: usize, votes: &mut Votes) {
        let sheet = self.sheet;
        let token = sheet.token(noun);
        if token.upos != Upos::Noun {
            return;
        }
        let post = sheet.entries(noun, Class::Post).any(|(last, _)| last == noun + 1);
        let lemma = token.lemma.to_lowercase();
        if let Some(kind) = sheet.language.signs().say(&lemma, "noun") {
            votes.add(kind, CALLED, Some(lemma));
        } else if post {
            votes.add(MentionKind::Per, CALLED, None);
        }
    }

    /// What the word above the name says.
    fn governor(&self, head: usize, gov: usize, votes: &mut Votes) {
        let sheet = self.sheet;
        let (token, above) = (sheet.token(head), sheet.token(gov));
        let lemma = above.lemma.to_lowercase();
        let mut sign = |word: &str, role: &str| {
            if let Some(kind) = sheet.language.signs().say(word, role) {
                votes.add(kind, 1, Some(word.to_string()));
            }
        };
        let case = sheet.edges.children(head).find(|c| sheet.token(*c).relation == Relation::Case && *c < self.first);
        let case = case.map(|c| (c, sheet.token(c).lemma.to_lowercase()));
        // An article parts a thing from a place that has none: "in the Register".
        if let Some((_, before)) = case.as_ref().filter(|(c, _)| c + 1 == self.first && token.relation != Relation::NmodPoss) {
            sign(before, "preposition");
        }
        match token.relation {
            Relation::Nsubj if above.upos == Upos::Verb => sign(&lemma, "subject"),
            Relation::Nsubj if sheet.edges.child(gov, &[Relation::Cop]).is_some() => self.called(gov, votes),
            Relation::NsubjPass | Relation::Obj => sign(&lemma, "object"),
            Relation::NmodPoss => sign(&lemma, "owner"),
            Relation::Compound | Relation::NmodUnmarked if gov >= self.last => sign(&lemma, "before"),
            Relation::Appos | Relation::NmodDesc | Relation::Compound | Relation::Flat if gov < self.first => self.called(gov, votes),
            Relation::Conj => {
                if let Some(kind) = self.known[gov] {
                    votes.add(kind, 1, None);
                }
            }
            Relation::Nmod | Relation::Obl | Relation::OblAgent => {
                if let Some((_, before)) = &case {
                    sign(&lemma, before);
                }
            }
            _ => {}
        }
    }
}

/// The word of a run that hangs on a word outside it.
pub(crate) fn top(sheet: &Sheet<'_>, first: usize, last: usize) -> Option<usize> {
    (first..last).find(|i| sheet.token(*i).head.is_none_or(|h| !(first..last).contains(&(h as usize))))
}
