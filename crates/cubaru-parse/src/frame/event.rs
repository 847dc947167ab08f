//! Who does what to whom: the rules of events over verbs, and over nouns that name an act.

use super::{Scene, certainty, clause, dating::Dating, matching::Matched, nominal, same, say, state, topic::Topics, within::Contents};
use crate::{
    certainty::Status,
    class::Class,
    language::{Kind, Place, Rule},
    parsed::{Attribution, Event, MentionKind, Participant},
    phrase::verb::VerbGroup,
    span::{Span, Words},
    why::Why,
};

/// The class of rules that tell what is no act, though its words look like one: "met the deadline".
const NONE: &str = "NONE";
/// A place is looked for this many tokens after the words that state an act.
const REACH: usize = 24;

/// An act that a rule found: its words and who takes part, as nouns.
pub(super) struct Act<'r> {
    pub rule: &'r Rule,
    /// The verb or noun that the rule is about.
    pub head: usize,
    /// The verb whose tense and mood are the act's.
    pub verb: Option<&'r VerbGroup>,
    pub words: Vec<usize>,
    /// The token after the last word.
    pub end: usize,
    pub actor: Vec<usize>,
    pub recipient: Vec<usize>,
    /// The rule of the reader that put the two together.
    pub by: &'static str,
    /// The list entries beside the rule's own.
    pub entries: Vec<String>,
}

/// The events that the text states, in the order of their triggers.
pub(super) fn events<'s>(scene: &'s Scene<'_>, attributions: &[Attribution], contents: &Contents<'_>) -> Vec<Event> {
    let around = |span| contents.innermost(attributions, span, None);
    let mut acts: Vec<Act<'s>> = scene.verbs.iter().filter_map(|group| verbal(scene, group)).collect();
    acts.extend(state::copular(scene));
    let named = nominal::acts(scene, &acts);
    acts.extend(named);
    let topics = Topics::new(scene);
    acts.retain(|act| act.rule.class != NONE && !topics.exclude(scene, act));
    acts.sort_by_key(|act| act.words.first().copied());
    let mut events: Vec<Event> = acts.iter().map(|act| build(scene, attributions, &around, act)).collect();
    same::join(scene, &acts, &mut events);
    let said = say::statements(scene, attributions, &events);
    merge(events, said)
}

/// Statements put among the events, in the order of their triggers, and the indices of what is told again with them.
fn merge(events: Vec<Event>, said: Vec<Event>) -> Vec<Event> {
    let place = |e: &Event| e.trigger.first().map(|t| (t.start, t.end));
    let mut all: Vec<(Option<usize>, Event)> = events.into_iter().enumerate().map(|(i, e)| (Some(i), e)).collect();
    all.extend(said.into_iter().map(|e| (None, e)));
    all.sort_by_key(|(_, e)| place(e));
    let mut now = vec![0; all.len()];
    all.iter().enumerate().for_each(|(at, (old, _))| old.into_iter().for_each(|i| now[*i] = at as u32));
    let moved = |(_, e): (_, Event)| Event { same_as: e.same_as.map(|i| now[i as usize]), ..e };
    all.into_iter().map(moved).collect()
}

/// The act that a verb states.
fn verbal<'s>(scene: &'s Scene<'_>, group: &'s VerbGroup) -> Option<Act<'s>> {
    let mut rules = scene.sheet.language.rules().of(Kind::Verb, &group.lemma).peekable();
    rules.peek()?;
    if !certainty::stated(scene, group.head) {
        return None;
    }
    // The rule with the most words wins; then one whose recipient stands in the text, then one that asks for none; then the
    // last, so that a user's rules come before ours.
    let mut best: Option<(Act<'s>, (usize, usize))> = None;
    for rule in rules {
        // Who acts is the object of a passive alone: "soldiers are stationed there".
        if !group.passive && rule.actor == [Place::Object] {
            continue;
        }
        let Some(Matched { words, anchors, end }) = scene.matched(group, rule) else { continue };
        let Some((actor, recipient)) = scene.roles(group, rule, &Matched { words: words.clone(), anchors, end }) else { continue };
        if group.lemma == "be" && !state::abroad(scene, rule, &actor, &recipient) {
            continue;
        }
        let complete = if !recipient.is_empty() { 2 } else { usize::from(rule.recipient.is_empty()) };
        let key = (rule.weight(), complete);
        if best.as_ref().is_none_or(|(_, k)| key >= *k) {
            let by = if group.passive { "event-passive" } else { "event-active" };
            let act = Act { rule, head: group.head, verb: Some(group), words, end, actor, recipient, by, entries: Vec::new() };
            best = Some((act, key));
        }
    }
    best.map(|(act, _)| act)
}

fn build(scene: &Scene<'_>, attributions: &[Attribution], around: &impl Fn(Span) -> Option<u32>, act: &Act<'_>) -> Event {
    let sheet = scene.sheet;
    let words = |first, last| Words::at(sheet.text, sheet.span(first, last));
    let attribution = around(sheet.token(act.head).span());
    let reading = certainty::reading(scene, act.head, attributions, attribution);
    let class = Class(act.rule.class.clone().into());
    let (_, limit) = scene.sentence(act.head);
    let participants = |nouns: &[usize]| nouns.iter().flat_map(|n| scene.parties(*n)).collect::<Vec<_>>();
    let dated = act.verb.map_or(act.head, |v| v.head);
    let dating = if state::lasts(&class) { Dating::of_state(scene, dated) } else { Dating::of(scene, dated) };
    let mut entries = vec![act.rule.name()];
    entries.extend(act.entries.iter().cloned());
    entries.extend(reading.entries);
    Event {
        plover: plover(&class, reading.value.status),
        class,
        mode: act.rule.mode.clone(),
        cameo: act.rule.cameo.clone(),
        trigger: runs(act).into_iter().map(|(a, b)| words(a, b)).collect(),
        place: place(scene, act.end, limit),
        actor: participants(&act.actor),
        recipient: participants(&act.recipient),
        time: dating.time,
        date: dating.date,
        earliest: dating.earliest,
        latest: dating.latest,
        certainty: reading.value.certainty,
        status: reading.value.status,
        modality: reading.value.modality,
        by_speaker: reading.by_speaker,
        cues: reading.cues.iter().map(|(first, last)| words(*first, *last)).collect(),
        attribution,
        same_as: None,
        why: Why { rule: act.by.into(), entries },
    }
}

/// Tokens as the runs that they make; the trigger and the verb that carries it stand alone.
fn runs(act: &Act<'_>) -> Vec<(usize, usize)> {
    let alone = |at: usize| at == act.head || act.verb.is_some_and(|v| v.head == at);
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for at in &act.words {
        match runs.last_mut() {
            Some((_, last)) if last == at && !alone(*at) && !alone(*at - 1) => *last += 1,
            _ => runs.push((*at, at + 1)),
        }
    }
    runs
}

/// PLOVER's rewriting: a promised cooperation is AGREE, a promised conflict THREATEN; states have no class there.
fn plover(class: &Class, status: Status) -> Option<Class> {
    let quad = class.quad()?;
    Some(match (status, quad) {
        (Status::Future, "MATERIAL COOPERATION" | "VERBAL COOPERATION") => Class("AGREE".into()),
        (Status::Future, "MATERIAL CONFLICT") => Class("THREATEN".into()),
        _ => class.clone(),
    })
}

/// "in Istanbul", after the verb and in its clause.
fn place(scene: &Scene<'_>, from: usize, limit: usize) -> Option<Participant> {
    let sheet = scene.sheet;
    let mut at = from;
    while at < limit.min(from + REACH) {
        if sheet.is_any(at, &["in", "at", "near"]) {
            let named = scene.nouns(at + 1, limit).find(|(_, n)| n.first <= at + 2 && n.kind == MentionKind::Loc);
            if let Some((i, n)) = named {
                let mut participant = scene.participant(i);
                participant.code = n.country.clone();
                return Some(participant);
            }
        }
        // "the conflict in Ukraine" is no place of the act that is thanked for.
        if clause::ends(scene, at) || sheet.is_any(at, &["of", "for", "about", "over"]) {
            return None;
        }
        at += 1;
    }
    None
}
