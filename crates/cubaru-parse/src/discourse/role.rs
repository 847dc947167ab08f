//! Where a noun stands in its sentence: its part in a clause, and which clause that is.

use crate::{
    input::Sheet,
    label::{Relation, Upos},
    parsed::{MentionKind, Token},
    phrase::Noun,
};

/// The part that a noun has in its clause.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    Subject,
    Object,
    /// Behind a preposition, on a verb or on a noun.
    Oblique,
    /// Of something: "Putin's", "his".
    Owner,
    Other,
}

/// The place of a noun in the tree.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Seat {
    /// The word of the noun that hangs on a word outside it.
    pub head: usize,
    /// The word whose part in the clause it shares: the first of those joined by "and", what it is in apposition to.
    pub top: usize,
    pub role: Role,
    /// Whether it is a further one of several: "and Lavrov".
    pub joined: bool,
    /// The predicate of its clause.
    pub clause: Option<usize>,
    /// The number of its sentence.
    pub sentence: usize,
}

/// No walk up a tree is longer; deeper nesting is a tree gone wrong.
const DEPTH: usize = 40;
/// And no more children of a word are looked at.
const WIDTH: usize = 24;

impl Seat {
    pub(crate) fn of(sheet: &Sheet<'_>, noun: &Noun) -> Self {
        let tokens = sheet.tokens;
        // With its title: a title can be the head.
        let from = if noun.kind == MentionKind::Per { noun.from.min(noun.first) } else { noun.first };
        let inside = |h: &u32| (from..noun.last).contains(&(*h as usize));
        let head = (from..noun.last).find(|i| !tokens[*i].head.as_ref().is_some_and(inside)).unwrap_or(noun.last - 1);
        let (mut top, mut joined) = (head, false);
        for _ in 0..5 {
            let Some(above) = tokens[top].head else { break };
            match tokens[top].relation {
                Relation::Conj if matches!(tokens[top].upos, Upos::Propn | Upos::Noun | Upos::Pron) => joined = true,
                Relation::Appos => {}
                Relation::Flat | Relation::Compound | Relation::NmodDesc if tokens[above as usize].upos == Upos::Propn => {}
                _ => break,
            }
            top = above as usize;
        }
        let role = match tokens[top].relation {
            Relation::Nsubj | Relation::NsubjPass => Role::Subject,
            Relation::Obj | Relation::Iobj => Role::Object,
            Relation::Obl | Relation::OblAgent | Relation::Nmod => Role::Oblique,
            Relation::NmodPoss => Role::Owner,
            // "It was Putin who closed the station."
            _ if cleft(sheet, top) => Role::Subject,
            _ => Role::Other,
        };
        let sentence = sheet.sentences.partition_point(|s| s.last_token as usize <= noun.first);
        Self { head, top, role, joined, clause: clause(tokens, top), sentence }
    }
}

fn cleft(sheet: &Sheet<'_>, at: usize) -> bool {
    let it = |c: usize| matches!(sheet.token(c).relation, Relation::Nsubj | Relation::Expl) && sheet.is(c, "it");
    let children = || sheet.edges.children(at).take(WIDTH);
    children().any(|c| sheet.token(c).relation == Relation::Cop) && children().any(it)
}

/// The words above a word in its tree, the nearest first.
pub(crate) fn above(tokens: &[Token], at: usize) -> impl Iterator<Item = usize> + '_ {
    let up = |i: usize| tokens[i].head.map(|h| h as usize);
    std::iter::successors(up(at), move |i| up(*i)).take(DEPTH)
}

/// The predicate of the clause that a word stands in.
fn clause(tokens: &[Token], at: usize) -> Option<usize> {
    let predicate = |i: &usize| match tokens[*i].relation {
        Relation::Root
        | Relation::Ccomp
        | Relation::Xcomp
        | Relation::Csubj
        | Relation::CsubjPass
        | Relation::Advcl
        | Relation::AdvclRelcl
        | Relation::Acl
        | Relation::AclRelcl
        | Relation::Parataxis => true,
        Relation::Conj => matches!(tokens[*i].upos, Upos::Verb | Upos::Aux),
        _ => false,
    };
    above(tokens, at).find(predicate)
}
