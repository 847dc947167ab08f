//! Clauses on nouns, and nouns themselves: "the plan to attack", "the claim that they attacked", "any state that attacks", "without talks".

use super::{
    beside,
    complement::{self, Form},
    holds,
    position::{DEEPEST, Position, Walk},
    value,
};
use crate::{
    label::{Relation, Upos, Xpos},
    language::Predicate,
};

impl<'a> Walk<'a> {
    /// A clause on a noun: "the plan to …", "the claim that …", "the risk of …-ing".
    pub(super) fn of_noun(&mut self, word: usize, head: usize) -> Position {
        let scene = self.scene;
        let sheet = scene.sheet;
        let form = complement::form(scene, word);
        // "the fear of attacking", "the fear of Laos attacking"
        let own = || beside::children(scene, word).any(|c| c < word && matches!(self.relation(c), Relation::Mark | Relation::Case));
        let of = || own() || head < word && sheet.token(head + 1).upos == Upos::Adp;
        let form = if form == Form::Noun { Form::That } else { form };
        let told = matches!(form, Form::To | Form::That) || form == Form::Ing && of();
        if let Some(over) = complement::governor(scene, head, word, form).filter(|_| told) {
            return self.cross(over.row, over.from, over.head);
        }
        if form == Form::Whether {
            return self.clause(word, head);
        }
        if form != Form::To {
            return self.relative(word, head);
        }
        // "urged the army to attack": the tree may lay the clause on the object.
        let above = sheet
            .token(head)
            .head
            .map(|h| h as usize)
            .filter(|_| matches!(self.relation(head), Relation::Obj | Relation::Iobj | Relation::Obl));
        if let Some(row) = above.and_then(|a| complement::row(scene, a, word, form)) {
            return self.cross(row, head, above.unwrap_or(head));
        }
        // "the first country to attack"
        if beside::children(scene, head).any(|c| c < head && sheet.is_any(c, &["first", "last", "only", "latest"]))
            || sheet.is_any(head, &["first", "last", "latest"])
        {
            return self.at(head, Some(word));
        }
        self.purpose(word, head)
    }

    /// "the claim that they attacked it", which a tree may take for a relative clause: nothing is missing in it.
    pub(super) fn told(&self, word: usize, head: usize) -> Option<&'a Predicate> {
        let scene = self.scene;
        let sheet = scene.sheet;
        let before = || beside::children(scene, word).filter(|c| *c < word);
        let that = before().find(|c| sheet.is(*c, "that"))?;
        let subject = before().any(|c| c != that && matches!(self.relation(c), Relation::Nsubj | Relation::NsubjPass));
        let object = beside::children(scene, word)
            .any(|c| c > word && matches!(self.relation(c), Relation::Obj | Relation::Ccomp | Relation::Xcomp));
        let whole = subject && (object || self.relation(that) == Relation::Mark || complement::passive(scene, word));
        complement::row(scene, head, word, Form::That).filter(|r| whole && r.class == "noun")
    }

    /// A relative clause takes its act for granted, but not of just anybody: "any state that attacks".
    pub(super) fn relative(&mut self, word: usize, head: usize) -> Position {
        let scene = self.scene;
        let sheet = scene.sheet;
        let any = |c: &usize| self.relation(*c) == Relation::Det && sheet.is_any(*c, &["any", "every", "whatever", "whichever"]);
        let free = beside::children(scene, head)
            .find(any)
            .or_else(|| sheet.is_any(head, &["whoever", "anyone", "anybody", "whatever"]).then_some(head));
        let present = matches!(sheet.token(word).xpos, Xpos::Vbz | Xpos::Vbp);
        let mut found = self.host(head);
        if let Some(at) = free.filter(|_| present) {
            found.value = value::CONDITIONAL;
            found.cue((at, at + 1));
        }
        found
    }

    /// The place of the clause that a noun stands in.
    pub(super) fn host(&mut self, noun: usize) -> Position {
        let sheet = self.scene.sheet;
        let mut at = noun;
        for _ in 0..DEEPEST {
            let Some(head) = sheet.token(at).head.map(|h| h as usize) else { break };
            if self.speaker.is_some_and(|s| !holds(self.scene, s, head)) {
                break;
            }
            let nominal = matches!(sheet.token(at).upos, Upos::Noun | Upos::Propn | Upos::Pron | Upos::Num);
            if !nominal {
                break;
            }
            at = head;
        }
        self.granted(at)
    }

    /// A noun below a verb, an adjective or another noun.
    pub(super) fn nominal(&mut self, word: usize, head: usize) -> Position {
        let scene = self.scene;
        let sheet = scene.sheet;
        let case = beside::children(scene, word).find(|c| *c < word && self.relation(*c) == Relation::Case);
        if let Some(case) = case {
            if let Some(found) = beside::hedge(scene, case, &["condition"]) {
                return self.supposed(word, Some(head), found.run, found.hedge.value, &found.hedge.entry);
            }
            if let Some(found) = beside::hedge(scene, case, &["negation"]) {
                let mut position = self.position(head);
                position.change(value::negated(position.value), found.run, &found.hedge.entry);
                return position;
            }
        }
        let adjective = sheet.token(head).upos == Upos::Adj;
        let row = match self.relation(word) {
            Relation::Obj | Relation::NsubjPass | Relation::Obl | Relation::Nmod | Relation::Iobj => {
                complement::row(scene, head, word, Form::Noun)
            }
            Relation::Nsubj if adjective => complement::row(scene, head, word, Form::That).filter(|r| !r.factive()),
            _ => None,
        };
        if let Some(row) = row {
            return self.cross(row, word, head);
        }
        let small = |c: usize| {
            matches!(self.relation(c), Relation::Det | Relation::NmodPoss)
                && !sheet.is_any(c, &["a", "an", "any", "no", "some", "neither", "every"])
        };
        let definite = beside::children(scene, word).any(|c| c < word && small(c));
        match self.relation(word) {
            Relation::Obj | Relation::NsubjPass | Relation::Obl | Relation::Nsubj if definite => self.position(head),
            Relation::Nsubj if adjective => self.position(head),
            Relation::Root => self.root(word),
            _ => self.at(head, Some(word)),
        }
    }
}
