//! The words beside a verb or noun that change how certain it is: modals, adverbs, negation, negative subjects and objects, adjectives.

use super::value;
use crate::{
    certainty::{Certainty, Modality, Status, Value},
    frame::Scene,
    label::{Relation, Upos, Xpos},
    language::Hedge,
};

/// No more children of one word are looked at on each side.
const WIDTH: usize = 40;

/// A word that changes a value, with the tokens it stands on.
pub(super) struct Found<'a> {
    pub hedge: &'a Hedge,
    pub run: (usize, usize),
}

/// The hedge of some kinds whose words begin at a token, the longest.
pub(super) fn hedge<'a>(scene: &'a Scene<'_>, at: usize, kinds: &[&str]) -> Option<Found<'a>> {
    let sheet = scene.sheet;
    let token = sheet.token(at);
    let word = token.read().to_lowercase();
    let all = sheet.language.hedges();
    let fits = |h: &&Hedge| kinds.contains(&h.kind.as_str()) && h.rest.iter().enumerate().all(|(i, w)| sheet.is(at + 1 + i, w));
    let rows = all.get(&word).iter().chain(all.get(&token.lemma));
    let hedge = rows.filter(fits).max_by_key(|h| h.rest.len())?;
    Some(Found { hedge, run: (at, at + 1 + hedge.rest.len()) })
}

/// The children of a word, as far as is looked.
pub(super) fn children(scene: &Scene<'_>, of: usize) -> impl Iterator<Item = usize> {
    let edges = &scene.sheet.edges;
    let mut near: Vec<usize> = edges.children(of).filter(|c| *c < of).collect();
    let from = near.len().saturating_sub(WIDTH);
    near.drain(..from);
    near.extend(edges.children(of).filter(|c| *c > of).take(WIDTH));
    near.into_iter()
}

/// The word whose auxiliaries and negation a verb shares: "will *meet* and sign". Itself where it has its own.
pub(super) fn leader(scene: &Scene<'_>, verb: usize) -> usize {
    let sheet = scene.sheet;
    let mut at = verb;
    for _ in 0..6 {
        let token = sheet.token(at);
        let own = children(scene, at).any(|c| {
            let t = sheet.token(c);
            matches!(t.relation, Relation::Aux | Relation::AuxPass | Relation::Nsubj | Relation::NsubjPass | Relation::Csubj)
                || t.relation == Relation::Mark && t.xpos == Xpos::To
        });
        let Some(head) = token.head.map(|h| h as usize).filter(|h| token.relation == Relation::Conj && !own && *h < at) else { break };
        let bare = |x: Xpos| matches!(x, Xpos::Vb | Xpos::Vbp);
        let past = |x: Xpos| matches!(x, Xpos::Vbd | Xpos::Vbn);
        let (a, b) = (sheet.token(head).xpos, token.xpos);
        let alike = a == b || bare(a) && bare(b) || past(a) && past(b);
        if sheet.token(head).upos != Upos::Verb || !alike {
            break;
        }
        at = head;
    }
    at
}

/// The modal of a verb with what stands beside it: "could not have".
pub(super) struct Modal<'a> {
    pub hedge: &'a Hedge,
    pub at: usize,
    /// The negation that the row of the list already holds.
    pub not: Option<usize>,
}

pub(super) fn modal<'a>(scene: &'a Scene<'_>, verb: usize) -> Option<Modal<'a>> {
    let sheet = scene.sheet;
    let auxiliary = |c: &usize| matches!(sheet.token(*c).relation, Relation::Aux | Relation::AuxPass);
    // "need not have": a modal that the tagger takes for a verb.
    let listed = |c: usize| hedge(scene, c, &["modal"]).is_some();
    // "can and must": the last one tells.
    let at = children(scene, verb).filter(auxiliary).filter(|c| *c < verb && (sheet.token(*c).xpos == Xpos::Md || listed(*c))).last()?;
    let not = children(scene, verb).find(|c| (at..verb).contains(c) && sheet.is_any(*c, &["not", "n't", "never"]));
    let have = children(scene, verb).filter(auxiliary).any(|c| c > at && sheet.token(c).lemma == "have");
    let word = sheet.token(at).read().to_lowercase();
    let all = sheet.language.hedges();
    let rows = || all.get(&word).iter().chain(all.get(&sheet.token(at).lemma)).filter(|h| h.kind == "modal");
    let row = |rest: &[&str]| rows().find(|h| h.rest.iter().map(String::as_str).eq(rest.iter().copied()));
    let rather = children(scene, verb).any(|c| c > at && c < verb && sheet.is(c, "rather"));
    let full = not.and_then(|_| if have { row(&["not", "have"]) } else { row(&["not"]) });
    if let Some(hedge) = full {
        return Some(Modal { hedge, at, not });
    }
    let perfect = if have {
        row(&["have"])
    } else if rather {
        row(&["rather"])
    } else {
        None
    };
    // "must be planning" is inferred, not demanded.
    let inferred = sheet.token(verb).xpos == Xpos::Vbg;
    let hedge = perfect.or_else(|| if inferred && word == "must" { row(&["have"]) } else { None }).or_else(|| row(&[]))?;
    Some(Modal { hedge, at, not: None })
}

/// How certainly some words deny, their tokens, and the entry of the list.
type Denial = (Certainty, (usize, usize), String);

/// Whether a clause or noun of its own stands below a word, behind the words that it begins with.
fn stands_over(scene: &Scene<'_>, word: usize, from: usize) -> bool {
    let below = [Relation::Advcl, Relation::Obl, Relation::Nmod, Relation::Ccomp];
    children(scene, word).any(|c| c >= from && below.contains(&scene.sheet.token(c).relation))
}

/// What denies a verb or noun: its own "not", or a subject, object or phrase that names nobody. Not counted is what stands below `from`.
pub(super) fn negation(scene: &Scene<'_>, word: usize, from: Option<usize>) -> Option<Denial> {
    let sheet = scene.sheet;
    for child in children(scene, word).filter(|c| Some(*c) != from) {
        let token = sheet.token(child);
        let denies = match token.relation {
            // "not", "never", "no longer": the words of an adverb begin with its first child.
            Relation::Advmod | Relation::Cc | Relation::CcPreconj | Relation::Det => {
                // "far from condemning it, she praised it": the words deny what stands below them.
                let own = |d: Denial| if d.1.1 > child + 1 && stands_over(scene, child, d.1.1) { None } else { Some(d) };
                denial(scene, sheet.edges.extent(child).0.max(child.saturating_sub(2))).and_then(own)
            }
            Relation::Nsubj | Relation::NsubjPass | Relation::Obj | Relation::Iobj | Relation::OblAgent => nobody(scene, child),
            Relation::Obl | Relation::OblUnmarked => {
                let first = sheet.edges.extent(child).0;
                let phrase = sheet
                    .is_any(first, &["under", "in", "at", "by", "on", "to"])
                    .then(|| denial(scene, first).or_else(|| nobody(scene, child)));
                phrase.flatten()
            }
            _ => None,
        };
        if denies.is_some() {
            return denies;
        }
    }
    None
}

/// The words of a denial that begin at a token; none for "not only" and its like.
fn denial(scene: &Scene<'_>, at: usize) -> Option<Denial> {
    let sheet = scene.sheet;
    let found = hedge(scene, at, &["negation"])?;
    // "not all", "not every": some did.
    let some = sheet.is(at, "not") && sheet.is_any(at + 1, &["all", "every", "everyone", "everybody"]);
    let value = found.hedge.value;
    // "not necessarily" is an adverb of doubt.
    (value.status == Status::Negated && !some).then(|| (value.certainty, found.run, found.hedge.entry.clone()))
}

/// Whether a noun phrase names nobody: "no soldiers", "none of the soldiers", "neither Chile nor Peru", "hardly any".
fn nobody(scene: &Scene<'_>, noun: usize) -> Option<Denial> {
    let sheet = scene.sheet;
    let first = sheet.edges.extent(noun).0;
    let begins = |t: usize| hedge(scene, t, &["negation"]).is_some_and(|h| h.run.1 > noun.min(t) && h.run.0 <= noun);
    if matches!(sheet.token(noun).upos, Upos::Pron | Upos::Noun | Upos::Det)
        && (begins(noun) || sheet.is_any(first, &["no", "none", "not"]) && begins(first))
    {
        let at = if begins(noun) { noun } else { first };
        return denial(scene, at);
    }
    let small = |c: &usize| {
        *c < noun && matches!(sheet.token(*c).relation, Relation::Det | Relation::CcPreconj | Relation::Amod | Relation::Advmod)
    };
    let little = |c: usize| {
        let few = sheet.is(c, "few") && c > first;
        denial(scene, c).filter(|_| !few)
    };
    children(scene, noun).filter(small).find_map(little)
}

/// What the words beside a verb or noun make of the value that its clause has.
pub(super) fn applied(scene: &Scene<'_>, word: usize, from: Option<usize>, reading: &mut super::position::Position) {
    let sheet = scene.sheet;
    let lead = leader(scene, word);
    let modal = modal(scene, lead);
    let mut consumed = None;
    if let Some(modal) = &modal {
        let told = future_of_the_past(scene, lead, modal, reading.value);
        let made = value::under(reading.value, told.unwrap_or(modal.hedge.value));
        reading.change(made, (modal.at, modal.at + 1), &modal.hedge.entry);
        if let Some(not) = modal.not {
            consumed = Some(not);
            reading.cue((not, not + 1));
        }
    }
    for at in [Some(lead), Some(word).filter(|w| *w != lead)].into_iter().flatten() {
        for child in children(scene, at) {
            let relation = sheet.token(child).relation;
            let adverb = matches!(relation, Relation::Advmod | Relation::Discourse | Relation::Obl | Relation::Amod | Relation::Compound);
            let first = sheet.edges.extent(child).0;
            let kinds: &[&str] = if matches!(relation, Relation::Amod | Relation::Compound) { &["adjective"] } else { &["adverb"] };
            // "almost 200": an adverb of a number is none of the verb.
            if !adverb || at == lead && at != word && child > at {
                continue;
            }
            let Some(found) = hedge(scene, first, kinds).or_else(|| hedge(scene, child, kinds)) else { continue };
            if relation == Relation::Obl && found.run.1 <= child {
                continue;
            }
            let made = value::under(reading.value, found.hedge.value);
            if made != reading.value {
                reading.change(made, found.run, &found.hedge.entry);
            }
        }
    }
    // "all but attacked": an adverb of several words right before the verb, wherever the tree hangs them.
    let before = (2..=3)
        .filter_map(|n| word.checked_sub(n))
        .find_map(|at| hedge(scene, at, &["adverb"]).filter(|f| f.run.1 == word && f.run.1 > at + 1));
    if let Some(found) = before.filter(|f| !reading.has(f.run)) {
        reading.change(value::under(reading.value, found.hedge.value), found.run, &found.hedge.entry);
    }
    depends(scene, lead, modal.as_ref(), reading);
    let denied = negation(scene, word, from).or_else(|| if lead == word { None } else { negation(scene, lead, from) });
    if let Some((certainty, run, entry)) = denied.filter(|d| Some(d.1.0) != consumed) {
        let until = until(scene, word);
        let mut made = value::negated(reading.value);
        // "hardly any"
        if certainty == Certainty::PrMinus && made.certainty == Certainty::CtMinus {
            made.certainty = certainty;
        }
        if until.is_some() {
            made = reading.value;
        }
        reading.change(made, run, &entry);
        if let Some(until) = until {
            reading.cue((until, until + 1));
        }
    }
}

/// "did not sign until May": then they did.
fn until(scene: &Scene<'_>, verb: usize) -> Option<usize> {
    let sheet = scene.sheet;
    let time = children(scene, verb).filter(|c| *c > verb && matches!(sheet.token(*c).relation, Relation::Obl | Relation::Advcl));
    let mut marks = time.flat_map(|c| children(scene, c).collect::<Vec<_>>());
    let past = children(scene, verb).any(|c| sheet.token(c).xpos == Xpos::Vbd);
    marks.find(|m| past && sheet.is_any(*m, &["until", "till"]))
}

/// "said it would attack" tells of what was to come; "would sign a year later" of what came.
fn future_of_the_past(scene: &Scene<'_>, verb: usize, modal: &Modal<'_>, clause: Value) -> Option<Value> {
    let sheet = scene.sheet;
    let would = sheet.token(modal.at).lemma == "would" || sheet.is_any(modal.at, &["would", "'d", "’d"]);
    let plain = would && !modal.hedge.rest.iter().any(|w| w == "have");
    if !plain || condition(scene, verb).is_some() {
        return None;
    }
    // "said it would not attack"
    if modal.not.is_some() {
        let told = clause.status == Status::Reported && matches!(sheet.token(verb).relation, Relation::Ccomp | Relation::Conj);
        return told.then(|| value::negated(value::COMING));
    }
    let later = || {
        children(scene, verb).any(|c| {
            matches!(sheet.token(c).relation, Relation::Advmod | Relation::Obl | Relation::OblUnmarked)
                && (sheet.is(c, "later") || children(scene, c).any(|d| sheet.is(d, "later")))
        })
    };
    match clause.status {
        Status::Reported => Some(value::COMING),
        Status::Actual if later() => Some(value::PLAIN),
        // "confirmed that it would attack"
        Status::Actual if matches!(sheet.token(verb).relation, Relation::Ccomp | Relation::Acl) => Some(value::COMING),
        _ => None,
    }
}

/// The words of a condition on which a clause hangs: its adverbial clause with "if", not with "even if".
pub(super) fn condition<'a>(scene: &'a Scene<'_>, verb: usize) -> Option<Found<'a>> {
    let sheet = scene.sheet;
    children(scene, verb).filter(|c| sheet.token(*c).relation == Relation::Advcl).find_map(|clause| {
        let found = marker(scene, clause)?;
        let conditional = matches!(found.hedge.value.modality, Modality::Conditional);
        let even = sheet.is(found.run.0, "even") || found.run.0 > 0 && sheet.is(found.run.0 - 1, "even");
        (conditional && !even).then_some(found)
    })
}

/// The words that open a clause and say what it is: "if", "in order to", "provided that".
pub(super) fn marker<'a>(scene: &'a Scene<'_>, clause: usize) -> Option<Found<'a>> {
    let sheet = scene.sheet;
    let mark =
        |c: &usize| matches!(sheet.token(*c).relation, Relation::Mark | Relation::Case | Relation::Advmod | Relation::Cc) && *c < clause;
    let marks = children(scene, clause).filter(mark);
    let found = marks.filter_map(|m| {
        hedge(scene, m.saturating_sub(1), &["condition"]).filter(|f| f.run.1 > m).or_else(|| hedge(scene, m, &["condition"]))
    });
    // "provided that": the word that opens the condition is itself a verb.
    found.max_by_key(|f| f.run.1 - f.run.0).or_else(|| hedge(scene, clause, &["condition"]))
}

/// What hangs on a condition is supposed, too.
fn depends(scene: &Scene<'_>, verb: usize, modal: Option<&Modal<'_>>, reading: &mut super::position::Position) {
    let sheet = scene.sheet;
    let now = |w: usize| matches!(sheet.token(w).xpos, Xpos::Vbz | Xpos::Vbp);
    // "talks are conceivable if …"
    let copula = || children(scene, verb).any(|c| c < verb && sheet.token(c).relation == Relation::Cop && now(c));
    let present = now(verb) || sheet.token(verb).xpos == Xpos::Vb || copula();
    if modal.is_none() && !present {
        return;
    }
    let Some(found) = condition(scene, verb) else { return };
    let perfect = modal.is_some_and(|m| m.hedge.rest.iter().any(|w| w == "have"));
    let not = modal.is_some_and(|m| m.not.is_some());
    let made = match reading.value.status {
        _ if perfect && not => Value { certainty: Certainty::CtPlus, ..value::COUNTERFACTUAL },
        _ if perfect => value::COUNTERFACTUAL,
        _ => value::CONDITIONAL,
    };
    reading.change(made, found.run, &found.hedge.entry);
}
