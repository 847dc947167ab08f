//! Clauses on nouns, and nouns themselves: "the plan to attack", "the claim that they attacked", "any state that attacks", "without talks".

use super::{
    beside,
    complement::{self, Form},
    holds,
    position::{DEEPEST, Position, Walk},
    value,
};
use crate::{
    certainty::Status,
    frame::Scene,
    label::{Relation, Upos, Xpos},
    language::{Hedge, Predicate},
};

/// What is said of an act that a noun names and that is the subject of a copula.
enum Over<'a> {
    /// A predicate of the list, with its word: "is unlikely", "is out of the question".
    Row(&'a Predicate, usize),
    /// An adjective that is a hedge before a noun as well: "is imminent".
    Hedge(&'a Hedge, usize),
    /// A predicate that "far from" denies.
    Far(&'a Predicate),
}

/// The predicate over an act that is its subject, where it tells how likely the act is.
fn predicate<'a>(scene: &'a Scene<'_>, noun: usize) -> Option<Over<'a>> {
    let (sheet, tree) = (scene.sheet, &scene.sheet.edges);
    let head = sheet.token(noun).head.map(|h| h as usize).filter(|h| *h > noun && sheet.token(noun).relation == Relation::Nsubj)?;
    let row = |at: usize| complement::row(scene, at, noun, Form::That).filter(|r| !r.factive() && r.class == "adjective");
    let listed = |at: usize| {
        let hedge = || beside::hedge(scene, at, &["adjective"]).map(|f| Over::Hedge(f.hedge, at));
        row(at).map(|r| Over::Row(r, at)).or_else(hedge)
    };
    match sheet.token(head).upos {
        Upos::Adj => listed(head),
        // "seems unlikely"
        Upos::Verb => {
            let copula = matches!(sheet.token(head).lemma.as_str(), "seem" | "appear" | "look" | "remain" | "become" | "sound");
            tree.child(head, &[Relation::Xcomp]).filter(|c| copula && *c > head && sheet.token(*c).upos == Upos::Adj).and_then(listed)
        }
        Upos::Noun if tree.child(head, &[Relation::Cop]).is_some() => {
            let case = tree.child(head, &[Relation::Case]).filter(|c| *c < head)?;
            row(case).map(|r| Over::Row(r, case))
        }
        Upos::Adv if sheet.is(head, "far") && sheet.is(head + 1, "from") => {
            let of = tree.child(head, &[Relation::Obl, Relation::Advcl]).filter(|c| sheet.token(*c).upos == Upos::Adj)?;
            row(of).map(Over::Far)
        }
        _ => None,
    }
}

/// Whether a text tells how likely the act is that a noun names.
pub(super) fn weighed(scene: &Scene<'_>, noun: usize) -> bool {
    predicate(scene, noun).is_some()
}

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
        let conjunction = self.relation(that) == Relation::Mark || sheet.token(that).upos == Upos::Sconj;
        let whole = subject && (object || conjunction || complement::passive(scene, word));
        // "it is high time that they signed"
        let before = || beside::children(scene, head).filter(|c| *c < head);
        let bare = || before().any(|c| self.relation(c) == Relation::Cop) && !before().any(|c| self.relation(c) == Relation::Det);
        let due = || complement::row(scene, head, word, Form::To).filter(|_| sheet.is(head, "time") && bare());
        complement::row(scene, head, word, Form::That).or_else(due).filter(|r| whole && r.class == "noun")
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

    /// "An attack is unlikely", "seems imminent", "is out of the question", "is far from certain": what is said of the act that a subject names.
    fn predicated(&mut self, word: usize, head: usize) -> Option<Position> {
        let scene = self.scene;
        match predicate(scene, word)? {
            Over::Far(row) => {
                let mut found = self.position(head);
                found.change(value::under(found.value, row.negated), (head, head + 1), &row.entry);
                Some(found)
            }
            // "is out of the question": the row's first word is no word of the tree's predicate.
            Over::Row(row, at) => Some(self.cross(row, word, if self.relation(at) == Relation::Case { head } else { at })),
            Over::Hedge(hedge, at) => {
                let mut found = self.at(at, Some(word));
                let denied = found.value.status == Status::Negated;
                let made = if denied { value::negated(hedge.value) } else { value::under(found.value, hedge.value) };
                found.change(made, (at, at + 1), &hedge.entry);
                Some(found)
            }
        }
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
        if let Some(found) = self.predicated(word, head) {
            return found;
        }
        let adjective = sheet.token(head).upos == Upos::Adj;
        let row = match self.relation(word) {
            Relation::Obj | Relation::NsubjPass | Relation::Obl | Relation::Nmod | Relation::Iobj => {
                complement::row(scene, head, word, Form::Noun)
            }
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
