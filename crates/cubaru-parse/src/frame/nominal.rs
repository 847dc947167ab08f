//! Acts that a noun names: "Russia's invasion of Ukraine", "talks between India and China", and with a verb that only carries them, "paid
//! a visit to".

use super::{Scene, certainty, event::Act};
use crate::{
    class::Class,
    label::{Relation, Upos},
    language::{Kind, Need, Place, Rule},
    phrase::verb::VerbGroup,
};

/// A noun stands no deeper below the verb that governs it.
const DEPTH: usize = 6;

/// The acts that nouns name and no verb states.
pub(super) fn acts<'s>(scene: &'s Scene<'_>, stated: &[Act<'s>]) -> Vec<Act<'s>> {
    let mut taken = vec![false; scene.sheet.tokens.len()];
    stated.iter().flat_map(|a| &a.words).for_each(|w| taken[*w] = true);
    let mut found: Vec<Act<'s>> = Vec::new();
    let mut class_at: std::collections::HashMap<usize, &str> = stated.iter().map(|a| (a.head, a.rule.class.as_str())).collect();
    for (at, token) in scene.sheet.tokens.iter().enumerate() {
        let noun = token.upos == Upos::Noun && !matches!(token.relation, Relation::Compound | Relation::Amod);
        if !noun || taken[at] {
            continue;
        }
        let mut rules = scene.sheet.language.rules().of(Kind::Noun, &token.lemma).peekable();
        if rules.peek().is_none() {
            continue;
        }
        let carried = carriers(scene, at).into_iter().find_map(|group| Some((group, light(scene, group, at)?)));
        if carried.is_some_and(|(group, _)| !certainty::stated(scene, group.head)) {
            continue;
        }
        let governor = governor(scene, at);
        let mut best: Option<(Act<'s>, usize)> = None;
        for rule in rules {
            let Some(act) = act(scene, at, rule, carried) else { continue };
            // "The attack killed five": the verb has told of it.
            let told = governor.is_some_and(|g| class_at.get(&g) == Some(&rule.class.as_str()));
            // "Condemned the terrorist attack": what is only spoken of, and done by nobody named, is no news.
            let spoken_of =
                rule.political == 0 && act.actor.is_empty() && governor.is_some_and(|g| class_at.get(&g).is_some_and(|c| verbal(c)));
            if (told || spoken_of) && carried.is_none() {
                continue;
            }
            if best.as_ref().is_none_or(|(_, weight)| rule.weight() >= *weight) {
                best = Some((act, rule.weight()));
            }
        }
        if let Some((act, _)) = best {
            class_at.insert(at, act.rule.class.as_str());
            act.words.iter().for_each(|w| taken[*w] = true);
            found.push(act);
        }
    }
    found
}

/// Whether a class is one of words: PLOVER's verbal quad classes, and statements.
fn verbal(class: &str) -> bool {
    let class = Class(class.to_string().into());
    class == Class::SAY || class.quad().is_some_and(|q| q.starts_with("VERBAL"))
}

/// The verbs that may carry a noun: the one that it is the object or subject of, or a participle that tells of it.
fn carriers<'s>(scene: &'s Scene<'_>, noun: usize) -> Vec<&'s VerbGroup> {
    let edges = &scene.sheet.edges;
    let above = governor(scene, noun).into_iter();
    let below = edges.children(noun).filter(|c| matches!(scene.sheet.token(*c).relation, Relation::Acl | Relation::AclRelcl));
    above.chain(below).filter_map(|v| scene.verb_at(v)).collect()
}

/// The verb that a noun hangs on, through the nouns it is joined to or counted by.
fn governor(scene: &Scene<'_>, noun: usize) -> Option<usize> {
    let mut at = noun;
    for _ in 0..DEPTH {
        let token = scene.sheet.token(at);
        let head = token.head? as usize;
        if scene.verb_at(head).is_some() {
            return Some(head);
        }
        if !matches!(token.relation, Relation::Conj | Relation::Nmod | Relation::Appos | Relation::NmodPoss | Relation::Compound) {
            return None;
        }
        at = head;
    }
    None
}

/// The rule by which a verb only carries a noun.
fn light<'s>(scene: &'s Scene<'_>, group: &VerbGroup, noun: usize) -> Option<&'s Rule> {
    scene.sheet.language.rules().of(Kind::Light, &group.lemma).find(|rule| scene.carries(group, rule, noun))
}

/// The act of a noun, with who takes part.
fn act<'s>(scene: &'s Scene<'_>, noun: usize, rule: &'s Rule, carried: Option<(&'s VerbGroup, &'s Rule)>) -> Option<Act<'s>> {
    let anchors: Vec<usize> = std::iter::once(noun).chain(carried.map(|(group, _)| group.head)).collect();
    if !rule.needs.iter().all(|need| needed(scene, noun, need, &anchors)) {
        return None;
    }
    let own = |places: &[Place]| places.iter().map(|p| at_place(scene, p, &anchors)).find(|n| !n.is_empty()).unwrap_or_default();
    let subject = carried.map(|(group, light)| {
        let subject = if group.passive { scene.agent(group) } else { scene.subject(group) };
        (subject, light.actor.is_empty())
    });
    let (mut actor, mut recipient) = (own(&rule.actor), own(&rule.recipient));
    if let Some((subject, suffers)) = subject {
        // "The accord ended Mali's talks": the owner talks.
        let side = if suffers { &mut recipient } else { &mut actor };
        if scene.known(&subject) || side.is_empty() {
            *side = subject;
        }
    }
    let recipient = scene.others(&actor, recipient);
    let coded = scene.coded(&actor);
    let political = if recipient.is_empty() { coded.min(2) } else { usize::from(coded > 0) + usize::from(scene.known(&recipient)) };
    // An act that is only named is told where both sides are, or where the text says how likely it is.
    let bare = if rule.political > 0 && !certainty::weighed(scene, noun) { 2 } else { rule.political.min(1) };
    if political < if carried.is_some() { rule.political } else { bare } {
        return None;
    }
    let mut words = anchors;
    words.sort_unstable();
    let by = if carried.is_some() { "event-carried" } else { "event-noun" };
    let entries = carried.map(|(_, light)| light.name()).into_iter().collect();
    let (verb, end) = (carried.map(|(group, _)| group), noun + 1);
    Some(Act { rule, head: noun, verb, words, end, actor, recipient, by, entries })
}

/// Whether a noun has what a rule needs.
fn needed(scene: &Scene<'_>, noun: usize, need: &Need, anchors: &[usize]) -> bool {
    let found = match &need.place {
        Place::Behind(preposition) => anchors.iter().flat_map(|a| scene.behind_word(*a, preposition)).collect(),
        Place::Owner => scene.sheet.edges.children(noun).filter(|c| scene.sheet.token(*c).relation == Relation::NmodPoss).collect(),
        Place::Before => {
            let before = |c: &usize| matches!(scene.sheet.token(*c).relation, Relation::Amod | Relation::Compound);
            scene.sheet.edges.children(noun).filter(before).collect()
        }
        _ => Vec::new(),
    };
    found.into_iter().any(|at| need.words.is_empty() || need.words.iter().any(|run| scene.run_over(at, run).is_some()))
}

/// The nouns at a place around a noun.
fn at_place(scene: &Scene<'_>, place: &Place, anchors: &[usize]) -> Vec<usize> {
    match place {
        Place::Behind(preposition) => {
            let words = anchors.iter().flat_map(|a| scene.behind_word(*a, preposition));
            scene.all(words.map(|w| scene.nouns_of(w)))
        }
        Place::Owner | Place::Before => scene.beside(anchors[0], place),
        _ => Vec::new(),
    }
}
