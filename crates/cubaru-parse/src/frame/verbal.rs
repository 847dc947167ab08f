//! Acts that a verb states, or an adjective behind "be": "Chile attacked", "is ready to mediate", "said that Peru must withdraw".

use super::{Scene, certainty, event::Act, matching::Matched, state};
use crate::{
    class::Class,
    label::{Relation, Upos, Xpos},
    language::{ANY, Kind, Place, Rule},
    phrase::verb::VerbGroup,
};

/// Tells in whose words a token stands, as nouns.
pub(super) type Speaker<'a> = dyn Fn(usize) -> Vec<usize> + 'a;

/// The acts that verbs and adjectives state, by the reader's rules.
pub(super) fn acts<'s>(scene: &'s Scene<'_>, speaker: &Speaker<'_>) -> Vec<Act<'s>> {
    let rules = scene.sheet.language.rules();
    let mut acts = Vec::new();
    for at in 0..scene.sheet.tokens.len() {
        let verb = scene.verb_at(at);
        let stated = verb.and_then(|group| {
            let of = rules.of(Kind::Verb, &group.lemma).chain(rules.of(Kind::Verb, ANY));
            let by = if group.passive { "event-passive" } else { "event-active" };
            best(scene, group, of, speaker).map(|act| Act {
                verb: Some(group),
                by: if act.rule.modal() { "event-modal" } else { by },
                ..act
            })
        });
        acts.extend(stated.or_else(|| predicate(scene, at, verb, speaker)));
    }
    acts
}

/// The act of an adjective, a participle or a noun behind "be": "is ready to mediate", "must be ready".
fn predicate<'s>(scene: &'s Scene<'_>, at: usize, verb: Option<&VerbGroup>, speaker: &Speaker<'_>) -> Option<Act<'s>> {
    let sheet = scene.sheet;
    let token = sheet.token(at);
    // "prepared to attend" may be an act of preparing; "is prepared to attend" is none.
    let acts = verb.is_some_and(|v| !v.passive);
    if acts || !matches!(token.upos, Upos::Adj | Upos::Verb | Upos::Noun) {
        return None;
    }
    let form = token.read().to_lowercase();
    let rules = || sheet.language.rules().of(Kind::Adjective, &form);
    let child = |relation: &[Relation], modal: bool| {
        let fits = |c: &usize| *c < at && relation.contains(&sheet.token(*c).relation) && (!modal || sheet.token(*c).xpos == Xpos::Md);
        sheet.edges.children(at).find(fits)
    };
    let modal = child(&[Relation::Aux], true).filter(|_| child(&[Relation::Cop], false).is_some());
    if rules().next().is_none() && (modal.is_none() || verb.is_some()) {
        return None;
    }
    let negated = sheet.edges.children(at).find(|c| *c < at && sheet.is_any(*c, &["not", "n't", "never"]));
    let group = VerbGroup { modal, negated, ..VerbGroup::plain(at, at, form.clone()) };
    let any = sheet.language.rules().of(Kind::Verb, ANY).filter(|_| modal.is_some());
    best(scene, &group, rules().chain(any), speaker)
}

/// The act by the rule that asks for the most words; then by one whose recipient stands in the text, then by one that asks for none; then by
/// the last, so that a user's rules come before ours.
fn best<'s>(scene: &Scene<'_>, group: &VerbGroup, rules: impl Iterator<Item = &'s Rule>, speaker: &Speaker<'_>) -> Option<Act<'s>> {
    let mut rules = rules.peekable();
    rules.peek()?;
    if !certainty::stated(scene, group.head) {
        return None;
    }
    let mut best: Option<(Act<'s>, (usize, usize))> = None;
    for rule in rules {
        // Who acts is the object of a passive alone: "soldiers are stationed there".
        let guest = rule.recipient.contains(&Place::Subject);
        if !group.passive && !guest && rule.actor == [Place::Object] {
            continue;
        }
        let Some(mut matched) = scene.matched(group, rule) else { continue };
        if rule.spoken() || rule.actor.contains(&Place::Subject) && scene.pronouns(&scene.subject(group)) {
            matched.source = speaker(group.head);
        }
        let Some((actor, recipient)) = scene.roles(group, rule, &matched) else { continue };
        if describes(scene, group, rule, &actor, &recipient) {
            continue;
        }
        if group.lemma == "be" && !rule.modal() && !state::abroad(scene, rule, &actor, &recipient) {
            continue;
        }
        let complete = if !recipient.is_empty() { 2 } else { usize::from(rule.recipient.is_empty()) };
        let key = (rule.weight(), complete);
        if best.as_ref().is_none_or(|(_, k)| key >= *k) {
            let Matched { words, end, .. } = matched;
            let act = Act { rule, head: group.head, verb: None, words, end, actor, recipient, by: "event-predicate", entries: Vec::new() };
            best = Some((act, key));
        }
    }
    best.map(|(act, _)| act)
}

/// Whether a participle only tells who or what is meant, by words or a stance that it takes for known: "rebels *backed* by Libya attacked",
/// "the attack *blamed* on Chad". What is done is told by a participle too: "sanctions *imposed* by Brussels".
fn describes(scene: &Scene<'_>, group: &VerbGroup, rule: &Rule, actor: &[usize], recipient: &[usize]) -> bool {
    let attribute = group.passive && scene.sheet.token(group.head).relation == Relation::Acl;
    let said = || Class(rule.class.clone().into()).quad().is_some_and(|q| q.starts_with("VERBAL"));
    attribute && (actor.is_empty() && said() || rule.class == "SUPPORT" && rule.needs.is_empty() && scene.known(recipient))
}
