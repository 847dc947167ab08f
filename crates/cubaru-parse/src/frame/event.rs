//! Who does what to whom: the rules of events over verbs, and over nouns that name an act.

use super::{
    Scene, certainty, clause, context,
    dating::Dating,
    local::{self, Local},
    nominal, same, say, state,
    topic::Topics,
    verbal,
    within::Contents,
};
use crate::{
    certainty::Status,
    class::Class,
    label::Relation,
    language::Rule,
    parsed::{Attribution, Event, MentionKind, Participant},
    phrase::verb::VerbGroup,
    span::{Span, Words},
    why::Why,
};

/// The class of rules that tell what is no act, though its words look like one: "met the deadline".
const NONE: &str = "NONE";
/// PLOVER's mode and CAMEO's code of a meeting in the country of one side.
const VISIT: (&str, &str) = ("visit", "042");
/// A place is looked for this many tokens after the words that state an act.
const REACH: usize = 24;
/// A place stands no deeper below the subject that it belongs to.
const DEPTH: usize = 4;

/// What a protest is for hangs so few words below it.
const VOICED: usize = 3;

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
pub(super) fn events(scene: &Scene<'_>, attributions: &[Attribution], contents: &Contents<'_>) -> Vec<Event> {
    let around = |span| contents.innermost(attributions, span, None);
    let speaker = |token: usize| {
        let said = around(scene.sheet.token(token).span());
        said.map_or_else(Vec::new, |a| speakers(scene, &attributions[a as usize]))
    };
    let mut acts = verbal::acts(scene, &speaker);
    acts.extend(state::copular(scene));
    let named = nominal::acts(scene, &acts);
    acts.extend(named);
    let topics = Topics::new(scene);
    acts.retain(|act| act.rule.class != NONE && !topics.exclude(scene, act) && !local::at_home(scene, act));
    voiced_in_protest(scene, &mut acts);
    stated_twice(scene, &mut acts);
    acts.sort_by_key(|act| act.words.first().copied());
    let mut events: Vec<Event> = acts.iter().map(|act| build(scene, attributions, &around, act)).collect();
    same::join(scene, &acts, &mut events);
    let said = say::statements(scene, attributions, &events);
    merge(events, said)
}

/// Takes out what a protest demands: "marched to demand elections" is a protest, and PLOVER counts the demand as part of it.
fn voiced_in_protest(scene: &Scene<'_>, acts: &mut Vec<Act<'_>>) {
    let mut protest = vec![false; scene.sheet.tokens.len()];
    acts.iter().filter(|a| a.rule.class == "PROTEST").flat_map(|a| &a.words).for_each(|w| protest[*w] = true);
    let above = |at: usize| std::iter::successors(scene.sheet.token(at).head, |h| scene.sheet.token(*h as usize).head).take(VOICED);
    let voiced = |act: &Act<'_>| above(act.head).any(|h| protest[h as usize]);
    acts.retain(|act| act.rule.class != "REQUEST" || !voiced(act));
}

/// Takes out what another act of the same class has in its own words: "gathered to protest" is one protest.
fn stated_twice(scene: &Scene<'_>, acts: &mut Vec<Act<'_>>) {
    let mut class_of: Vec<Option<&str>> = vec![None; scene.sheet.tokens.len()];
    for act in acts.iter() {
        act.words.iter().filter(|w| **w != act.head).for_each(|w| class_of[*w] = Some(act.rule.class.as_str()));
    }
    acts.retain(|act| class_of[act.head] != Some(act.rule.class.as_str()));
}

/// Statements put among the events, in the order of their triggers, and the indices of what is told again with them.
fn merge(events: Vec<Event>, said: Vec<Event>) -> Vec<Event> {
    let place = |e: &Event| e.trigger.first().map(|t| (t.start, t.end));
    let mut all: Vec<(Option<usize>, Event)> = events.into_iter().enumerate().map(|(i, e)| (Some(i), e)).collect();
    all.extend(said.into_iter().map(|e| (None, e)));
    all.sort_by_key(|(_, e)| place(e));
    let mut now = vec![0; all.len()];
    all.iter().enumerate().for_each(|(at, (old, _))| old.iter().for_each(|i| now[*i] = at as u32));
    let moved = |(_, e): (_, Event)| Event { same_as: e.same_as.map(|i| now[i as usize]), ..e };
    all.into_iter().map(moved).collect()
}

/// Who says what an attribution holds, as nouns.
fn speakers(scene: &Scene<'_>, attribution: &Attribution) -> Vec<usize> {
    let edges = |source: &Words| {
        let within = |t: usize| source.span().contains(scene.sheet.token(t).span());
        let from = scene.sheet.tokens.partition_point(|t| t.start < source.start);
        let inside = (from..scene.sheet.tokens.len()).take_while(|t| within(*t));
        inside.into_iter().find(|t| scene.sheet.token(*t).head.is_none_or(|h| !within(h as usize)))
    };
    scene.all(attribution.source.iter().filter_map(edges).map(|head| scene.nouns_of(head)))
}

fn build(scene: &Scene<'_>, attributions: &[Attribution], around: &impl Fn(Span) -> Option<u32>, act: &Act<'_>) -> Event {
    let sheet = scene.sheet;
    let words = |first, last| Words::at(sheet.text, sheet.span(first, last));
    let mut attribution = around(sheet.token(act.head).span());
    let reading = match attribution.map(|a| &attributions[a as usize]) {
        // "said that Peru must withdraw": who says so demands it.
        Some(said) if act.rule.spoken() => {
            attribution = said.parent;
            certainty::reading_of_statement(said)
        }
        _ if act.rule.modal() => certainty::reading_of_clause(scene, act.head, attributions, attribution),
        _ => certainty::reading(scene, act.head, attributions, attribution),
    };
    let class = Class(act.rule.class.clone().into());
    let (_, limit) = scene.sentence(act.head);
    let participants = |nouns: &[usize]| nouns.iter().flat_map(|n| scene.parties(*n)).collect::<Vec<_>>();
    let dated = act.verb.map_or(act.head, |v| v.head);
    let dating = if state::lasts(&class) { Dating::of_state(scene, dated) } else { Dating::of(scene, dated) };
    let place = place(scene, act.end, limit);
    let local = Local { scene, act, class: &class, place: place.as_ref() };
    let (mut actor, mut recipient) = (participants(&act.actor), participants(&act.recipient));
    actor.extend(local.authority().filter(|_| actor.is_empty()));
    recipient.extend(local.struck(&actor).filter(|_| recipient.is_empty()));
    local.settle(&mut actor, &mut recipient);
    // "The Thai and the Laotian minister met in Vientiane": the Thai one visits.
    let guest = local.guest(&actor, &recipient);
    if guest == Some(false) {
        std::mem::swap(&mut actor, &mut recipient);
    }
    let visit = guest.map(|_| (VISIT.0.to_string(), VISIT.1.to_string()));
    let mut entries = vec![act.rule.name()];
    entries.extend(act.entries.iter().cloned());
    entries.extend(reading.entries);
    Event {
        plover: plover(&class, reading.value.status),
        class,
        mode: visit.as_ref().map(|(mode, _)| mode.clone()).or_else(|| act.rule.mode.clone()),
        contexts: context::contexts(scene, act.head, [&actor, &recipient]),
        cameo: visit.map(|(_, cameo)| cameo).or_else(|| act.rule.cameo.clone()),
        trigger: runs(act).into_iter().map(|(a, b)| words(a, b)).collect(),
        place,
        actor,
        recipient,
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
            // "killed ten, officials in Nairobi said": where somebody else is who does something else.
            let elsewhere = named.is_some_and(|(_, n)| beside_another(scene, n.last - 1, from));
            if let Some((i, n)) = named.filter(|_| !elsewhere) {
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

/// Whether a word belongs to the subject of a verb behind it, and behind the words of the act.
fn beside_another(scene: &Scene<'_>, word: usize, act: usize) -> bool {
    let mut at = word;
    for _ in 0..DEPTH {
        let token = scene.sheet.token(at);
        let Some(head) = token.head.map(|h| h as usize) else { return false };
        if matches!(token.relation, Relation::Nsubj | Relation::NsubjPass) {
            return head >= act && head > word;
        }
        at = head;
    }
    false
}
