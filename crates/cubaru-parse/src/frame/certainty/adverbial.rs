//! Clauses that say when, if, what for or without what: "if …", "in order to …", "without …-ing", "too weak to …".

use super::{
    beside,
    complement::{self, Form},
    position::{Cue, Position, Walk},
    value,
};
use crate::{
    certainty::{Certainty, Modality, Status, Value},
    frame::Scene,
    label::{Relation, Xpos},
    language::Predicate,
};

impl Walk<'_> {
    /// "to …", of which no list knows more: what is meant, not done.
    pub(super) fn purpose(&mut self, word: usize, head: usize) -> Position {
        let scene = self.scene;
        let mut found = self.position(head);
        if found.value.status != Status::Hypothetical {
            found.value = value::DESIRED;
        }
        let mark = beside::children(scene, word).find(|c| scene.sheet.token(*c).xpos == Xpos::To);
        found.cues.extend(mark.map(|m| Cue { run: (m, m + 1), voice: false }));
        found
    }

    /// "if …", "in order to …", "without …-ing", "when …".
    pub(super) fn adverbial(&mut self, word: usize, head: usize) -> Position {
        let scene = self.scene;
        let sheet = scene.sheet;
        // "far from condemning it"
        if let Some(found) = beside::hedge(scene, head, &["negation"]).filter(|f| f.run.1 > head + 1 && f.run.1 <= word) {
            let mut position = self.position(head);
            position.change(value::negated(position.value), found.run, &found.hedge.entry);
            return position;
        }
        if let Some(mark) = beside::marker(scene, word) {
            // "nobody knows if they attacked"
            let asked = sheet.is(mark.run.0, "if") && mark.run.0 == head + 1 && complement::row(scene, head, word, Form::That).is_some();
            if (sheet.is(mark.run.0, "whether") || asked) && head < word {
                return self.clause(word, head);
            }
            return self.supposed(word, Some(head), mark.run, mark.hedge.value, &mark.hedge.entry);
        }
        if let Some((run, counterfactual)) = inverted(scene, word) {
            let mut found = Position::of(if counterfactual { value::COUNTERFACTUAL } else { value::CONDITIONAL });
            found.cue(run);
            return found;
        }
        let form = complement::form(scene, word);
        let small = |c: &usize| *c < word && matches!(self.relation(*c), Relation::Mark | Relation::Case | Relation::Cc | Relation::Advmod);
        // "rather than", which a tree may hang on the governor.
        let (first, _) = sheet.edges.extent(word);
        let outside = first.checked_sub(2).filter(|t| sheet.is_any(t + 1, &["than", "of"]));
        let without = beside::children(scene, word).filter(small).chain(outside).find_map(|c| {
            beside::hedge(scene, c, &["negation"])
                .filter(|f| f.hedge.value.status == Status::Negated && !sheet.is_any(c, &["not", "n't", "never", "hardly", "no"]))
        });
        if let Some(found) = without {
            let mut position = self.position(head);
            position.change(value::negated(position.value), found.run, &found.hedge.entry);
            return position;
        }
        // "would sooner leave than sign"
        let than =
            || beside::children(scene, word).find(|c| *c < word && sheet.is(*c, "than")).filter(|_| sheet.token(word).xpos == Xpos::Vb);
        let sooner = beside::children(scene, head).find(|c| *c < head && sheet.is_any(*c, &["sooner", "rather"]));
        if let Some((sooner, than)) = sooner.zip(than()) {
            let mut position = self.position(head);
            position.value = value::negated(position.value);
            position.cue((sooner, sooner + 1));
            position.cue((than, than + 1));
            return position;
        }
        // "the time has come to act": it was not done yet.
        let ripe = || sheet.edges.subject(head).filter(|s| *s < head && sheet.token(head).lemma == "come" && form == Form::To);
        if let Some(row) = ripe().and_then(|s| complement::row(scene, s, word, form)).filter(|r| r.class == "noun") {
            return self.cross(row, word, head);
        }
        let told = |r: &&Predicate| matches!(form, Form::To | Form::Ing | Form::Bare) || form == Form::That && r.class != "verb";
        // "rejected the demand, arguing that …" adds what its subject does besides.
        let comma = || sheet.is(first, ",") || first > 0 && sheet.is(first - 1, ",");
        let besides = form == Form::Ing && head < word && comma() && !beside::children(scene, word).any(|c| small(&c));
        if let Some(over) = complement::governor(scene, head, word, form).filter(|g| told(&g.row) && !besides) {
            return self.cross(over.row, over.from, over.head);
        }
        if form == Form::To {
            return self.degree(word, head).unwrap_or_else(|| self.purpose(word, head));
        }
        let mut found = if form == Form::That { self.granted(head) } else { self.position(head) };
        // "until they withdraw", "once they sign": not yet.
        let yet =
            beside::children(scene, word).find(|c| *c < word && sheet.is_any(*c, &["until", "till", "once", "when", "after", "before"]));
        let present = matches!(sheet.token(word).xpos, Xpos::Vbz | Xpos::Vbp) && form != Form::To;
        if let Some(mark) = yet.filter(|_| present) {
            let outer = self.at(head, Some(word)).value;
            let coming =
                matches!(outer.status, Status::Future | Status::Hypothetical | Status::Negated) || beside::modal(scene, head).is_some();
            let present = |w: usize| matches!(sheet.token(w).xpos, Xpos::Vbz | Xpos::Vbp);
            let now = || present(head) || beside::children(scene, head).any(|c| c < head && present(c));
            let coming = coming || sheet.is_any(mark, &["before", "until", "till"]) && now();
            if coming {
                found.value = if sheet.is_any(mark, &["when", "after", "once"]) {
                    value::under(found.value, value::COMING)
                } else {
                    value::CONDITIONAL
                };
                found.cue((mark, mark + 1));
            }
        }
        found
    }

    /// A clause whose opening words say what it is.
    pub(super) fn supposed(&mut self, word: usize, head: Option<usize>, run: (usize, usize), value: Value, entry: &str) -> Position {
        let scene = self.scene;
        let sheet = scene.sheet;
        let mut found = Position::default();
        let conditional = value.modality == Modality::Conditional;
        let had = |w: usize| {
            sheet.token(w).xpos == Xpos::Vbn
                && beside::children(scene, w).any(|c| c < w && sheet.token(c).lemma == "have" && sheet.token(c).xpos == Xpos::Vbd)
        };
        let would = head
            .and_then(|h| beside::modal(scene, beside::leader(scene, h)))
            .is_some_and(|m| sheet.is_any(m.at, &["would", "could", "might", "'d", "should"]));
        let against = conditional && had(word) && would;
        let value = if against { value::COUNTERFACTUAL } else { value };
        found.change(value, run, entry);
        found
    }

    /// "too weak to attack" does not; "strong enough to attack" may.
    pub(super) fn degree(&mut self, word: usize, head: usize) -> Option<Position> {
        let sheet = self.scene.sheet;
        let near = |word: &str| beside::children(self.scene, head).find(|c| sheet.is(*c, word));
        let (at, made) = match (near("too"), near("enough")) {
            (Some(too), _) => (too, Value::new(Certainty::CtMinus, Status::Negated, Modality::Negated)),
            (_, Some(enough)) => (enough, Value::new(Certainty::PsPlus, Status::Possible, Modality::Hedged)),
            _ => return None,
        };
        let mut found = self.at(head, Some(word));
        found.value = match (found.value.certainty, made.certainty) {
            (Certainty::CtMinus, Certainty::PsPlus) => value::negated(value::PLAIN),
            (Certainty::CtMinus, _) => Value::new(Certainty::PsPlus, Status::Possible, Modality::Hedged),
            _ => value::under(found.value, made),
        };
        found.cue((at, at + 1));
        Some(found)
    }
}

/// "Had they attacked, …": the auxiliary before the subject opens a condition; whether it is one against the facts.
fn inverted(scene: &Scene<'_>, clause: usize) -> Option<((usize, usize), bool)> {
    let sheet = scene.sheet;
    let (first, _) = sheet.edges.extent(clause);
    let opens = sheet.token(first).head == Some(clause as u32)
        && matches!(sheet.token(first).relation, Relation::Aux | Relation::AuxPass | Relation::Cop);
    let counterfactual = sheet.is(first, "had");
    (opens && first < clause && sheet.is_any(first, &["had", "should", "were"])).then_some(((first, first + 1), counterfactual))
}
