//! Which predicate a clause or noun is the complement of, and what the lists say of it.

use super::beside::children;
use crate::{
    frame::Scene,
    label::{Relation, Upos, Xpos},
    language::Predicate,
};

/// The form that a complement has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// A finite clause, with "that" or without.
    That,
    /// "whether …", "if …" as an object.
    Whether,
    /// "why …", "how …"
    Wh,
    To,
    Bare,
    Ing,
    Noun,
}

/// The form of a clause below another word.
pub(super) fn form(scene: &Scene<'_>, clause: usize) -> Form {
    let sheet = scene.sheet;
    let token = sheet.token(clause);
    let before = || children(scene, clause).filter(|c| *c < clause);
    let is = |c: usize, relation: Relation| sheet.token(c).relation == relation;
    if before().any(|c| is(c, Relation::Mark) && sheet.token(c).xpos == Xpos::To) {
        return Form::To;
    }
    if before().any(|c| is(c, Relation::Mark) && sheet.is_any(c, &["whether", "if"])) {
        return Form::Whether;
    }
    if before().any(|c| is(c, Relation::Advmod) && sheet.token(c).xpos == Xpos::Wrb) {
        return Form::Wh;
    }
    let verbal = matches!(token.upos, Upos::Verb | Upos::Aux);
    let helped = before().any(|c| is(c, Relation::Aux) || is(c, Relation::AuxPass) || is(c, Relation::Cop));
    let subject = before().any(|c| is(c, Relation::Nsubj) || is(c, Relation::NsubjPass) || is(c, Relation::Expl));
    match token.xpos {
        _ if helped => Form::That,
        Xpos::Vbg => Form::Ing,
        Xpos::Vb if verbal && token.relation == Relation::Xcomp => Form::Bare,
        _ if !verbal && !subject => Form::Noun,
        _ => Form::That,
    }
}

/// Whether a verb is in the passive.
pub(super) fn passive(scene: &Scene<'_>, verb: usize) -> bool {
    let sheet = scene.sheet;
    let by_tree = children(scene, verb).any(|c| matches!(sheet.token(c).relation, Relation::AuxPass | Relation::NsubjPass));
    let reduced = || sheet.token(verb).xpos == Xpos::Vbn && sheet.token(verb).relation == Relation::Acl;
    by_tree || reduced()
}

/// The row of the list `predicates` for a word with a complement of some form.
pub(super) fn row<'a>(scene: &'a Scene<'_>, head: usize, complement: usize, form: Form) -> Option<&'a Predicate> {
    let sheet = scene.sheet;
    let token = sheet.token(head);
    let surface = token.read().to_lowercase();
    let lemma = token.lemma.to_lowercase();
    let object = || {
        children(scene, head).any(|c| {
            let objects = matches!(sheet.token(c).relation, Relation::Obj | Relation::Iobj) && c < complement;
            let called = || sheet.token(c).relation == Relation::Obl && (head..complement).contains(&c);
            c != complement && (objects || called())
        })
    };
    let passive = matches!(token.upos, Upos::Verb | Upos::Aux) && passive(scene, head);
    // "questioned her judgment in backing the war": what stands behind another preposition is no complement.
    let before = |c: usize| c < complement && matches!(sheet.token(c).relation, Relation::Mark | Relation::Case);
    let behind = form == Form::Ing && token_relation(scene, complement) == Relation::Advcl && children(scene, complement).any(before);
    let forms: &[&str] = match form {
        Form::That | Form::Whether | Form::Wh => &["that"],
        Form::To if passive || object() => &["object-to", "to"],
        Form::To => &["to", "object-to"],
        Form::Bare => &["bare"],
        Form::Ing => &["ing", "noun"],
        Form::Noun => &["noun", "ing"],
    };
    let predicates = sheet.language.predicates();
    let find = |class: &str, key: &str, forms: &[&str]| {
        forms.iter().find_map(|f| {
            let of = |p: &&Predicate| {
                p.class == class && p.complement == *f && !(behind && p.rest.is_empty()) && fits(scene, head, complement, p)
            };
            predicates.of(key).iter().find(of)
        })
    };
    match token.upos {
        Upos::Verb | Upos::Aux if passive => find("passive", &lemma, &["to"])
            .filter(|_| form == Form::To)
            .or_else(|| find("adjective", &surface, forms))
            .or_else(|| find("verb", &lemma, forms)),
        // "is going to", "is tempting to"
        Upos::Verb | Upos::Aux => {
            let adjective = || find("adjective", &surface, forms);
            let participle = matches!(token.xpos, Xpos::Vbg | Xpos::Vbn);
            adjective().filter(|_| participle).or_else(|| find("verb", &lemma, forms)).or_else(adjective)
        }
        Upos::Noun | Upos::Propn | Upos::Pron | Upos::Num | Upos::Sym => {
            find("noun", &lemma, forms).or_else(|| find("noun", &surface, forms))
        }
        _ => {
            let adjective = find("adjective", &surface, forms);
            let lemmas = || sheet.language.inflection().lemmas(&surface);
            let passive = |l: &str| find("passive", l, &["to"]).filter(|_| form == Form::To);
            adjective.or_else(|| lemmas().iter().find_map(|(l, _)| passive(l).or_else(|| find("verb", l, forms))))
        }
    }
}

fn token_relation(scene: &Scene<'_>, token: usize) -> Relation {
    scene.sheet.token(token).relation
}

/// A predicate over a complement, with the token that the predicate stands on.
pub(super) struct Governor<'a> {
    pub row: &'a Predicate,
    pub head: usize,
    /// The child of `head` that leads to the complement.
    pub from: usize,
}

/// The predicate over a complement: its governor in the tree, or a predicate of several words of which that governor is the last: "made *clear*
/// that", "look *set* to".
pub(super) fn governor<'a>(scene: &'a Scene<'_>, head: usize, complement: usize, form: Form) -> Option<Governor<'a>> {
    let sheet = scene.sheet;
    let part = matches!(sheet.token(head).relation, Relation::Xcomp | Relation::Advmod | Relation::Obj | Relation::Advcl | Relation::Obl);
    let outer = sheet.token(head).head.map(|h| h as usize).filter(|h| part && *h < head && head <= h + 3);
    let word = sheet.token(head).read().to_lowercase();
    let long = outer
        .and_then(|o| row(scene, o, complement, form).filter(|r| r.rest.contains(&word)).map(|row| Governor { row, head: o, from: head }));
    long.or_else(|| row(scene, head, complement, form).map(|row| Governor { row, head, from: complement }))
}

/// Whether the further words of a predicate stand in the text: behind its first word, or before the complement.
fn fits(scene: &Scene<'_>, head: usize, complement: usize, predicate: &Predicate) -> bool {
    let sheet = scene.sheet;
    let mut at = head;
    let before = |word: &str| {
        let small = |c: &usize| *c < complement && matches!(sheet.token(*c).relation, Relation::Mark | Relation::Case);
        children(scene, complement).filter(small).any(|c| sheet.is(c, word))
    };
    let particle = |word: &str| children(scene, head).any(|c| sheet.token(c).relation == Relation::CompoundPrt && sheet.is(c, word));
    predicate.rest.iter().all(|word| {
        let skip = usize::from(sheet.token(at + 1).upos == Upos::Adv && !sheet.is(at + 1, word));
        if sheet.is(at + 1 + skip, word) {
            at += 1 + skip;
            return true;
        }
        particle(word) || before(word)
    })
}
