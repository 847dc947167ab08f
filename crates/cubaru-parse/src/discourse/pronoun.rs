//! Who "he" and "she" is: every person named nearby is weighed by where the name and the pronoun stand in their trees.
//!
//! The weights are the same for "he" and "she", and for every name. Gender only takes candidates away, or speaks for one whose first name,
//! title or earlier pronoun agrees.

use super::{
    antecedent::{self, Meant},
    latent,
    role::{Role, Seat, above},
    thing,
};
use crate::{
    input::Sheet,
    label::{Relation, Upos, Xpos},
    parsed::{Entity, MentionKind, PartKind},
    phrase::Noun,
    span::Span,
};
use std::collections::HashMap;

/// A pronoun looks back over this many sentences,
const REACH: usize = 4;
/// over this many nouns,
const NOUNS: usize = 80;
/// and ahead, within its sentence, over this many.
const AHEAD: usize = 12;
/// No more children of a word are looked at.
const WIDTH: usize = 24;
/// "Putin took the ministers with *him*": these let a pronoun mean the subject of its own clause.
const AROUND: &[&str] = &["with", "behind", "around", "beside", "before", "above", "about", "near", "under", "against"];

macro_rules! signs {
    ($($(#[$about:meta])* $name:ident = $weight:literal,)*) => {
        /// What speaks for a candidate or against it.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(crate) enum Sign { $($(#[$about])* $name,)* }

        /// The names of the signs.
        const NAMES: &[&str] = &[$(stringify!($name),)*];

        /// How much each sign weighs.
        pub(crate) const WEIGHTS: &[i32] = &[$($weight,)*];
    };
}

// In tenths: about what `cargo xtask fit` finds on passages outside the held quarter, rounded toward what reads "he" and "she" alike; `Gender`,
// `OtherGender`, `Pronoun` and `Post` are set by hand, as the answer of those passages is nearly always a name.
signs! {
    /// The candidate stands before the pronoun in the same sentence.
    SameSentence = 7,
    /// For every sentence between.
    Sentence = -12,
    /// For every other person named in between who could be meant too, up to four.
    Between = -4,
    /// The candidate is an object.
    Object = 2,
    /// It stands behind a preposition.
    Oblique = -6,
    /// It is a further one of several: "and Lavrov".
    Joined = -15,
    /// Candidate and pronoun are both subjects.
    Subjects = 13,
    /// The pronoun is an owner in the clause of which the candidate is the subject: "Lavrov sent his deputy".
    OwnSubject = 5,
    /// An owner in the clause where the candidate is something else.
    OwnClause = 6,
    /// The pronoun stands in a phrase or clause that hangs on the candidate: "Lavrov, who said he …".
    Below = 5,
    /// It does so as subject or object of the relative clause.
    Relative = -6,
    /// The candidate was the last subject.
    LastSubject = 6,
    /// It was named in the first sentence.
    Opening = 4,
    /// Its first name or title has the pronoun's gender.
    Gender = 8,
    /// Its one name is a first name of the other gender, which may be a last name here.
    OtherGender = -7,
    /// The candidate is a pronoun itself. Set by hand as well: it goes on about whom the sentences before are about.
    Pronoun = -4,
    /// It is a post without a name. Set by hand: in the passages that the weights are fitted on the answer is a name nearly always.
    Post = -10,
    /// It stands inside what the pronoun owns: "his wife Ann".
    Owned = -22,
    /// A name that no list holds stands behind "of", "from" or "to": perhaps a place.
    PerhapsPlace = -11,
    /// The candidate stands in brackets.
    Bracket = -8,
    /// It follows the pronoun: "Before he left, Lavrov …".
    Ahead = 20,
}

/// How often each sign is there.
pub(crate) type Signs = [i32; WEIGHTS.len()];

/// What is known of an entity so far.
#[derive(Debug, Clone, Default)]
struct Trace {
    /// A pronoun told its gender.
    told: bool,
    opening: bool,
    named: bool,
    taken: bool,
}

/// How to weigh, and where to write down what was weighed.
pub(crate) struct Scales<'w> {
    pub weights: &'w [i32],
    pub choices: Option<&'w mut Vec<Choice>>,
}

/// A pronoun with those whom it can mean, for the fitting of weights.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// The pronoun's place.
    pub pronoun: Span,
    /// Whom it can mean.
    pub candidates: Vec<Candidate>,
}

/// One whom a pronoun can mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// The candidate's place.
    pub span: Span,
    /// Those with the same number are one.
    pub entity: u32,
    /// How often each sign is there, in the order of their names.
    pub signs: Vec<i32>,
}

/// The names of the signs, and how much each weighs.
pub fn signs() -> impl Iterator<Item = (&'static str, i32)> {
    NAMES.iter().copied().zip(WEIGHTS.iter().copied())
}

struct Resolver<'s, 'a, 'w> {
    sheet: &'s Sheet<'a>,
    nouns: &'s [Noun],
    scales: Scales<'w>,
    seats: Vec<Seat>,
    /// Whose gender only a lone first name tells.
    soft: Vec<bool>,
    traces: Vec<Trace>,
    described: Vec<bool>,
    /// The entities of several, by their members.
    groups: HashMap<Vec<u32>, u32>,
    /// The entity that was the last subject.
    subject: Option<u32>,
    /// The last sentence of the article's opening.
    opening: usize,
}

/// What became of pronouns and descriptions.
pub(crate) struct Resolved {
    /// Of each entity, whether "he" or "she" takes it up.
    pub taken: Vec<bool>,
    /// Of each noun, whether it is a description that takes something up.
    pub described: Vec<bool>,
}

/// Ties pronouns of the third person and descriptions to entities; "they" and "the two countries" may be several, and become one entity with
/// members.
pub(crate) fn resolve(
    sheet: &Sheet<'_>,
    nouns: &[Noun],
    scales: Scales<'_>,
    entities: &mut Vec<Entity>,
    entity_of: &mut [Option<u32>],
) -> Resolved {
    let opening = sheet.sentences.iter().position(|s| s.part == PartKind::Body).unwrap_or(0);
    let seats = nouns.iter().map(|n| Seat::of(sheet, n)).collect();
    let traces = vec![Trace::default(); entities.len()];
    let mut sure = vec![false; entities.len()];
    for (noun, entity) in nouns.iter().zip(&*entity_of).filter(|(n, _)| n.kind == MentionKind::Per && n.why.rule != latent::RULE) {
        entity.iter().for_each(|e| sure[*e as usize] |= noun.gender.is_some());
    }
    let soft = sure.iter().map(|s| !s).collect();
    let described = vec![false; nouns.len()];
    let mut resolver = Resolver { sheet, nouns, scales, seats, soft, traces, described, groups: HashMap::new(), subject: None, opening };
    for (noun, entity) in nouns.iter().zip(&*entity_of) {
        entity.iter().for_each(|e| resolver.traces[*e as usize].named |= noun.kind == MentionKind::Per);
    }
    for at in 0..nouns.len() {
        resolver.step(at, entities, entity_of);
    }
    Resolved { taken: resolver.traces.iter().map(|t| t.taken).collect(), described: resolver.described }
}

impl Resolver<'_, '_, '_> {
    fn step(&mut self, at: usize, entities: &mut Vec<Entity>, entity_of: &mut [Option<u32>]) {
        let noun = &self.nouns[at];
        if noun.kind == MentionKind::Pron {
            entity_of[at] = match noun.sort.as_str() {
                "sg" => self.person(at, entities, entity_of),
                "it" | "pl" => {
                    thing::antecedent(self.sheet, self.nouns, &self.seats, entity_of, at).map(|meant| self.one(meant, at, entities))
                }
                _ => None,
            };
        } else if let Some(meant) = antecedent::of(self.sheet, self.nouns, &self.seats, entity_of, at) {
            entity_of[at] = Some(self.one(meant, at, entities));
            self.described[at] = true;
        }
        let Some(entity) = entity_of[at] else { return };
        let seat = &self.seats[at];
        self.traces[entity as usize].opening |= seat.sentence <= self.opening;
        if seat.role == Role::Subject && noun.sort != "it" && noun.sort != "pl" {
            self.subject = Some(entity);
        }
    }

    /// The entity that is meant; of several together the one whose members they are.
    fn one(&mut self, meant: Meant, at: usize, entities: &mut Vec<Entity>) -> u32 {
        let members = match meant {
            Meant::One(entity) => return entity,
            Meant::Several(members) => members,
        };
        if let Some(known) = self.groups.get(&members) {
            return *known;
        }
        let noun = &self.nouns[at];
        let pronoun = noun.kind == MentionKind::Pron;
        let names = || members.iter().map(|m| entities[*m as usize].name.as_str()).collect::<Vec<_>>().join(", ");
        let name = if pronoun { names() } else { self.sheet.words(noun.from, noun.last).to_string() };
        self.groups.insert(members.clone(), entities.len() as u32);
        entities.push(Entity { kind: MentionKind::Nom, name, code: None, gender: None, members, mentions: Vec::new() });
        self.traces.push(Trace::default());
        self.soft.push(false);
        entities.len() as u32 - 1
    }

    fn person(&mut self, at: usize, entities: &mut [Entity], entity_of: &[Option<u32>]) -> Option<u32> {
        let candidates = self.candidates(at, entities, entity_of);
        let score = |signs: &Signs| signs.iter().zip(self.scales.weights).map(|(s, w)| s * w).sum::<i32>();
        // Of equals the nearest: candidates before come nearest first.
        let mut best: Option<(i32, usize)> = None;
        for (i, signs) in &candidates {
            let score = score(signs);
            if best.is_none_or(|(b, _)| score > b) {
                best = Some((score, *i));
            }
        }
        let entity = best.and_then(|(_, i)| entity_of[i]);
        if let Some(e) = entity.map(|e| e as usize) {
            entities[e].gender = self.nouns[at].gender.map(String::from);
            self.traces[e].told = true;
            self.traces[e].taken = true;
        }
        let span = |i: usize| self.sheet.span(self.nouns[i].first, self.nouns[i].last);
        if let Some(choices) = &mut self.scales.choices {
            let pronoun = span(at);
            let named = candidates.into_iter().filter_map(|(i, signs)| Some((i, entity_of[i]?, signs)));
            let candidates = named.map(|(i, entity, signs)| Candidate { span: span(i), entity, signs: signs.to_vec() }).collect();
            choices.push(Choice { pronoun, candidates });
        }
        entity
    }

    /// Whom a pronoun can mean, with what speaks for each and against.
    fn candidates(&self, at: usize, entities: &[Entity], entity_of: &[Option<u32>]) -> Vec<(usize, Signs)> {
        let here = self.seats[at].sentence;
        let mut out = Vec::new();
        let mut nearer: Vec<u32> = Vec::new();
        // Whoever grammar forbids by one mention is forbidden by all.
        let near = (at.saturating_sub(NOUNS)..self.nouns.len()).take(NOUNS + AHEAD).filter(|i| self.seats[*i].sentence == here && *i != at);
        let who = self.who(at).map(|token| self.entity_at(token, entity_of));
        let bound: Vec<u32> = near.filter(|i| self.bound(at, *i)).filter_map(|i| entity_of[i]).collect();
        for i in (at.saturating_sub(NOUNS)..at).rev().take_while(|i| here - self.seats[*i].sentence <= REACH) {
            let Some(entity) = entity_of[i].filter(|e| !bound.contains(e)) else { continue };
            let Some(fit) = self.gender(at, &entities[entity as usize], entity) else { continue };
            let between = nearer.iter().position(|e| *e == entity).unwrap_or(nearer.len());
            if between == nearer.len() && self.traces[entity as usize].named && fit != Some(Sign::OtherGender) {
                nearer.push(entity);
            }
            if let Some(mut signs) = self.before(at, i, entity) {
                signs[Sign::Between as usize] = between.min(4) as i32;
                fit.iter().for_each(|f| signs[*f as usize] = 1);
                out.push((i, signs));
            }
        }
        let ahead = (at + 1..self.nouns.len()).take(AHEAD).take_while(|i| self.seats[*i].sentence == here);
        for i in ahead {
            let Some(entity) = entity_of[i].filter(|e| self.nouns[i].kind == MentionKind::Per && !bound.contains(e)) else { continue };
            let Some(fit) = self.gender(at, &entities[entity as usize], entity) else { continue };
            if let Some(mut signs) = self.after(at, i, entity) {
                fit.iter().for_each(|f| signs[*f as usize] = 1);
                out.push((i, signs));
            }
        }
        // "A driver who lost his car": whoever "who" is, named or not.
        if let Some(meant) = who {
            out.retain(|(i, _)| entity_of[*i].is_some() && entity_of[*i] == meant);
        }
        out
    }

    /// Of an owner in a relative clause with "who" as its subject: the word that "who" stands for.
    fn who(&self, at: usize) -> Option<usize> {
        let clause = self.seats[at].clause.filter(|_| self.owner(at))?;
        let token = self.sheet.token(clause);
        let mut children = self.sheet.edges.children(clause).take(WIDTH);
        let who = children.any(|c| self.sheet.token(c).relation == Relation::Nsubj && self.sheet.is(c, "who") && c < self.nouns[at].first);
        token.head.map(|h| h as usize).filter(|h| who && token.relation == Relation::AclRelcl && self.sheet.token(*h).xpos != Xpos::Nns)
    }

    /// The entity of the name or description that a token stands in.
    fn entity_at(&self, token: usize, entity_of: &[Option<u32>]) -> Option<u32> {
        let after = self.nouns.partition_point(|n| n.first <= token);
        let holds = |i: &usize| self.nouns[*i].from <= token && token < self.nouns[*i].to && self.nouns[*i].kind != MentionKind::Norp;
        (after.saturating_sub(4)..after).rev().find(holds).and_then(|i| entity_of[i])
    }

    /// Whether an entity can have the pronoun's gender, and the sign that it has or has not.
    fn gender(&self, at: usize, entity: &Entity, id: u32) -> Option<Option<Sign>> {
        let (wanted, trace) = (self.nouns[at].gender, &self.traces[id as usize]);
        match entity.gender.as_deref() {
            None => Some(None),
            Some(g) if Some(g) == wanted => Some(Some(Sign::Gender).filter(|_| !trace.told)),
            Some(_) if self.soft[id as usize] && !trace.told => Some(Some(Sign::OtherGender)),
            Some(_) => None,
        }
    }

    /// The signs of a candidate that stands before the pronoun.
    fn before(&self, at: usize, i: usize, entity: u32) -> Option<Signs> {
        let (noun, pronoun) = (&self.nouns[i], &self.seats[at]);
        let seat = &self.seats[i];
        let possible = match noun.kind {
            MentionKind::Per => true,
            MentionKind::Pron => noun.sort == "sg",
            MentionKind::Nom => noun.sort == "sg" && noun.why.rule == "noun-post" && self.refers(i),
            _ => false,
        };
        // "-self" stands in one sentence with whom it means.
        if !possible || self.speaks(at, i) || self.reflexive(at) && seat.sentence != pronoun.sentence {
            return None;
        }
        let owner = self.owner(at);
        let same = seat.sentence == pronoun.sentence;
        let clause = same && seat.clause == pronoun.clause;
        let below = |t: usize| same && above(self.sheet.tokens, self.nouns[at].first).any(|a| a == t);
        let relative = pronoun.clause.filter(|c| {
            matches!(self.sheet.tokens[*c].relation, Relation::Acl | Relation::AclRelcl)
                && self.sheet.tokens[*c].head == Some(seat.head as u32)
        });
        let mut signs = self.everywhere(at, i, entity);
        let mut set = |sign: Sign, there: bool| signs[sign as usize] = i32::from(there);
        set(Sign::SameSentence, same);
        set(Sign::Object, seat.role == Role::Object && !seat.joined);
        set(Sign::Oblique, seat.role == Role::Oblique && !seat.joined);
        set(Sign::Joined, seat.joined);
        set(Sign::Subjects, seat.role == Role::Subject && pronoun.role == Role::Subject);
        set(Sign::OwnSubject, clause && owner && seat.role == Role::Subject);
        set(Sign::OwnClause, clause && owner && seat.role != Role::Subject);
        set(Sign::Below, below(seat.head) || below(seat.top));
        set(Sign::Relative, same && !owner && relative.is_some());
        signs[Sign::Sentence as usize] = (pronoun.sentence - seat.sentence) as i32;
        Some(signs)
    }

    /// Whether a post stands for somebody: "the director left", not "she became director", "as director", "director Ann Hill".
    fn refers(&self, i: usize) -> bool {
        let (noun, seat) = (&self.nouns[i], &self.seats[i]);
        let determined = noun.from < noun.first;
        let children = || self.sheet.edges.children(seat.head).take(WIDTH);
        let predicate = children().any(|c| self.sheet.token(c).relation == Relation::Cop);
        let role = children().any(|c| self.sheet.token(c).relation == Relation::Case && self.sheet.is(c, "as"));
        determined && !predicate && !role && matches!(seat.role, Role::Subject | Role::Object | Role::Oblique | Role::Owner)
    }

    /// The signs of a candidate that follows the pronoun: the subject of a clause below which the pronoun stands.
    fn after(&self, at: usize, i: usize, entity: u32) -> Option<Signs> {
        let (seat, pronoun) = (&self.seats[i], &self.seats[at]);
        let tokens = self.sheet.tokens;
        if seat.role != Role::Subject || self.speaks(at, i) {
            return None;
        }
        let clause = seat.clause?;
        let below = pronoun.clause != Some(clause) && above(tokens, self.nouns[at].first).any(|a| a == clause);
        let beside = pronoun.clause == Some(clause) && !matches!(pronoun.role, Role::Subject | Role::Object);
        // "He said that Putin …"
        let above_it = pronoun.role == Role::Subject && pronoun.clause.is_some_and(|c| above(tokens, seat.head).any(|a| a == c));
        // "His rival Tomas Aguirre lost."
        let within = above(tokens, self.nouns[at].first).any(|a| a == seat.head || a == seat.top);
        let mut signs = self.everywhere(at, i, entity);
        // "So that they might vote for him, Lula …": whom another subject's act is done to is seldom told ahead.
        let done = matches!(pronoun.role, Role::Object | Role::Oblique) && !self.owner(at) && pronoun.clause.is_some_and(|c| self.acts(c));
        if !(below || beside) || above_it || done || within || signs[Sign::Owned as usize] > 0 {
            return None;
        }
        signs[Sign::Ahead as usize] = 1;
        Some(signs)
    }

    /// Whether a predicate has a subject of its own.
    fn acts(&self, predicate: usize) -> bool {
        let mut children = self.sheet.edges.children(predicate).take(WIDTH);
        children.any(|c| matches!(self.sheet.token(c).relation, Relation::Nsubj | Relation::NsubjPass))
    }

    /// The signs that do not hang on the order.
    fn everywhere(&self, at: usize, i: usize, entity: u32) -> Signs {
        let (noun, seat, tokens) = (&self.nouns[i], &self.seats[i], self.sheet.tokens);
        let mut signs = [0; WEIGHTS.len()];
        let mut set = |sign: Sign, there: bool| signs[sign as usize] = i32::from(there);
        let thing = tokens[self.nouns[at].first].head.map(|h| h as usize).filter(|h| matches!(tokens[*h].upos, Upos::Noun | Upos::Propn));
        let owned = |h: usize| self.owner(at) && (seat.top == h || seat.head == h || above(tokens, seat.head).any(|a| a == h));
        set(Sign::Owned, seat.sentence == self.seats[at].sentence && thing.is_some_and(owned));
        set(Sign::LastSubject, self.subject == Some(entity));
        set(Sign::Opening, self.traces[entity as usize].opening);
        set(Sign::Pronoun, noun.kind == MentionKind::Pron);
        set(Sign::Post, noun.kind == MentionKind::Nom && !self.traces[entity as usize].named);
        set(Sign::Bracket, noun.first > 0 && self.sheet.is(noun.first - 1, "("));
        let of = noun.first > 0 && self.sheet.is_any(noun.first - 1, &["of", "from", "to"]);
        set(Sign::PerhapsPlace, noun.why.rule == latent::RULE && of);
        signs
    }

    /// Whether a pronoun is an owner: "his", "her" before a noun.
    fn owner(&self, at: usize) -> bool {
        let token = self.sheet.token(self.nouns[at].first);
        token.xpos == Xpos::PrpPossessive || token.relation == Relation::NmodPoss
    }

    fn reflexive(&self, at: usize) -> bool {
        self.sheet.token(self.nouns[at].first).read().to_lowercase().ends_with("self")
    }

    /// Whether grammar forbids that both are one: "Putin met him".
    fn bound(&self, at: usize, i: usize) -> bool {
        let (seat, pronoun) = (&self.seats[i], &self.seats[at]);
        let beside = seat.sentence == pronoun.sentence && seat.clause.is_some() && seat.clause == pronoun.clause;
        if self.reflexive(at) {
            return false;
        }
        let part = |r: Role| matches!(r, Role::Subject | Role::Object | Role::Oblique);
        let first = self.nouns[at].first;
        let around = pronoun.role == Role::Oblique && first > 0 && self.sheet.is_any(first - 1, AROUND);
        beside && !self.owner(at) && !around && part(seat.role) && part(pronoun.role)
    }

    /// Whether the candidate, outside the pronoun's quotation, speaks it: "He is ill," Putin said.
    fn speaks(&self, at: usize, i: usize) -> bool {
        let (seat, pronoun) = (&self.seats[i], &self.seats[at]);
        let quoted = self.sheet.quoted(self.nouns[at].first) && !self.sheet.quoted(self.nouns[i].first);
        let Some(clause) = seat.clause.filter(|_| quoted && seat.role == Role::Subject && seat.sentence == pronoun.sentence) else {
            return false;
        };
        let tokens = self.sheet.tokens;
        let said = |p: usize| p == clause || above(tokens, p).any(|a| a == clause) || above(tokens, clause).any(|a| a == p);
        pronoun.clause.is_some_and(said)
    }
}
