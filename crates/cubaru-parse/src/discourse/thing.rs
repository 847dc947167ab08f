//! What "it" and "they" are: the nearest country, body or group before, subjects first.

use super::{
    antecedent::{self, Meant},
    reference,
    role::{Role, Seat},
};
use crate::{
    input::Sheet,
    label::{Relation, Upos, Xpos},
    parsed::MentionKind,
    phrase::{Noun, verb},
};

const AUXILIARY: &[&str] = &[
    "is", "was", "are", "were", "has", "have", "had", "will", "would", "could", "can", "may", "might", "should", "must", "did", "does",
    "do",
];
const PREPOSITIONS: &[&str] = &[
    "of", "for", "to", "with", "from", "by", "in", "on", "at", "against", "about", "over", "after", "under", "between", "and", "like",
    "than",
];
/// A pronoun looks back over this many sentences.
const REACH: usize = 3;
/// And over this many nouns.
const NOUNS: usize = 60;

/// No more children of a word are looked at.
const WIDTH: usize = 24;
/// Verbs of the weather, whose "it" is nothing.
const WEATHER: &[&str] = &["rain", "snow", "hail", "thunder", "drizzle"];

/// What a pronoun of the plural or of things means.
pub(crate) fn antecedent(sheet: &Sheet<'_>, nouns: &[Noun], seats: &[Seat], entity_of: &[Option<u32>], at: usize) -> Option<Meant> {
    let (pronoun, seat) = (&nouns[at], &seats[at]);
    let here = seat.sentence;
    if pronoun.sort == "it" && (empty(sheet, pronoun.first) || thing(sheet, nouns, seat, pronoun.first)) {
        return None;
    }
    let mut best: Option<(i32, u32, usize)> = None;
    for i in (at.saturating_sub(NOUNS)..at).rev().take_while(|i| here - seats[*i].sentence <= REACH) {
        let (noun, sentence) = (&nouns[i], seats[i].sentence);
        let Some(entity) = entity_of[i] else { continue };
        let fits = match (pronoun.sort.as_str(), noun.kind) {
            ("it", MentionKind::Loc) => noun.why.rule == "name-country",
            ("it", MentionKind::Org) => true,
            ("it", MentionKind::Nom) => noun.sort == "sg" && noun.why.rule == "noun-agent",
            ("pl", MentionKind::Nom) => noun.sort == "pl" || noun.why.rule == reference::GROUP,
            ("pl", MentionKind::Norp) => noun.sort == "demonym-plural" || noun.sort == "group",
            _ => false,
        };
        if !fits || bound(sheet, seat, &seats[i], pronoun.first) {
            continue;
        }
        let first = sheet.sentences[sentence].first_token as usize;
        let opens = noun.from <= first + 1;
        // What a verb or an auxiliary follows is a subject; what follows a preposition is none.
        let acts = sheet.is_any(noun.to, AUXILIARY) || verb::group(sheet, noun.to).is_some_and(|g| g.first == noun.to);
        let governed = noun.from > first && sheet.is_any(noun.from - 1, PREPOSITIONS);
        let owned = sheet.is_any(noun.last, &["'s", "’s", "'"]);
        let weights = [(opens, 5), (acts, 4), (governed, -4), (owned, -1)];
        let score = weights.iter().filter(|(fits, _)| *fits).map(|(_, w)| w).sum::<i32>() - 4 * (here - sentence) as i32;
        if best.is_none_or(|(s, _, _)| score > s) {
            best = Some((score, entity, i));
        }
    }
    let found = best.map(|(_, entity, i)| (entity, &seats[i]));
    // "Lavrov and Vieira met the rebels. *They* …": who acts together may be meant.
    let beside = |i: &usize| {
        let other = &seats[*i];
        // "The presidents, Ali and Maduro, met": the names stand beside what was found.
        let same = |f: &Seat| f.role == Role::Subject && f.clause == other.clause || f.top == other.top;
        let later = found.is_none_or(|(_, f)| other.sentence >= f.sentence && !same(f));
        nouns[*i].kind == MentionKind::Per && other.joined && other.role == Role::Subject && later
    };
    let pair = pronoun.sort == "pl" && (at.saturating_sub(NOUNS)..at).any(|i| beside(&i));
    match found {
        // Beside another group nobody can tell whether they are meant.
        Some((entity, _)) => (!pair).then_some(Meant::One(entity)),
        None if pair => antecedent::together(nouns, seats, entity_of, at).map(Meant::Several),
        None => None,
    }
}

/// Whether both are parts of one predicate, and so two things: "Cuba condemned it".
fn bound(sheet: &Sheet<'_>, pronoun: &Seat, other: &Seat, first: usize) -> bool {
    let token = sheet.token(first);
    let part = |r: Role| matches!(r, Role::Subject | Role::Object);
    let own = token.xpos == Xpos::PrpPossessive || token.read().to_lowercase().contains("sel");
    let beside = pronoun.sentence == other.sentence && pronoun.clause.is_some() && pronoun.clause == other.clause;
    beside && !own && part(pronoun.role) && part(other.role)
}

/// Whether an "it" that is acted on may be a thing that was acted on just before: "They signed the treaty. Both praised *it*."
fn thing(sheet: &Sheet<'_>, nouns: &[Noun], seat: &Seat, at: usize) -> bool {
    if seat.role != Role::Object {
        return false;
    }
    let first = sheet.sentences[seat.sentence.saturating_sub(1)].first_token as usize;
    let actor = |t: usize| {
        let after = nouns.partition_point(|n| n.first <= t);
        nouns[after.saturating_sub(4)..after].iter().any(|n| t < n.last)
    };
    (first.max(at.saturating_sub(REACH * WIDTH))..at).any(|t| {
        let token = sheet.token(t);
        matches!(token.relation, Relation::Obj | Relation::NsubjPass) && token.xpos == Xpos::Nn && !actor(t)
    })
}

/// Whether an "it" means nothing: "it rained", "it was Putin who …", "it is clear that …", "it took years to …".
fn empty(sheet: &Sheet<'_>, at: usize) -> bool {
    let token = sheet.token(at);
    if token.relation == Relation::Expl {
        return true;
    }
    let Some(head) = token.head.map(|h| h as usize).filter(|_| token.relation == Relation::Nsubj) else { return false };
    if WEATHER.contains(&sheet.token(head).lemma.as_str()) {
        return true;
    }
    let has = |wanted: &[Relation]| sheet.edges.children(head).take(WIDTH).any(|c| wanted.contains(&sheet.token(c).relation));
    let clause = has(&[Relation::Csubj, Relation::CsubjPass, Relation::Ccomp]) || has(&[Relation::Xcomp]);
    let person = matches!(sheet.token(head).upos, Upos::Propn | Upos::Pron) || has(&[Relation::AclRelcl]);
    has(&[Relation::Cop]) && (clause || person)
}
