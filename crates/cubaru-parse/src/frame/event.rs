//! Who does what to whom: the rules of events over verbs, and over nouns that name an act.

use super::{Scene, certainty, clause, nominal, verbal, within::Contents};
use crate::{
    certainty::Status,
    class::Class,
    language::{Class as Listed, Rule},
    parsed::{Attribution, Event, MentionKind, Participant},
    phrase::{verb, verb::VerbGroup},
    span::{Span, Words},
    why::Why,
};

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
    let speaker = |token: usize| {
        let said = around(scene.sheet.token(token).span());
        said.map_or_else(Vec::new, |a| speakers(scene, &attributions[a as usize]))
    };
    let mut acts = verbal::acts(scene, &speaker);
    let named = nominal::acts(scene, &acts);
    acts.extend(named);
    acts.retain(|act| !misfortune(scene, act));
    let mut out: Vec<Event> = acts.into_iter().map(|act| build(scene, attributions, &around, act)).collect();
    out.sort_by_key(|e| e.trigger.first().map(|t| (t.start, t.end)));
    out
}

/// Whether harm is told that nobody did: "an earthquake killed eight people".
fn misfortune(scene: &Scene<'_>, act: &Act<'_>) -> bool {
    let (first, last) = scene.sentence(act.head);
    let from = first.max(act.head.saturating_sub(REACH));
    act.rule.class == "ASSAULT"
        && scene.coded(&act.actor) == 0
        && (from..last.min(act.head + REACH)).any(|i| scene.sheet.listed(i, Listed::Disaster))
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

fn build(scene: &Scene<'_>, attributions: &[Attribution], around: &impl Fn(Span) -> Option<u32>, act: Act<'_>) -> Event {
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
    let time = time(scene, act.verb.map_or(act.head, |v| v.head));
    let dated = time.map(|t| &scene.times[t as usize]);
    let mut entries = vec![act.rule.name()];
    entries.extend(act.entries.iter().cloned());
    entries.extend(reading.entries);
    Event {
        plover: plover(&class, reading.value.status),
        class,
        mode: act.rule.mode.clone(),
        cameo: act.rule.cameo.clone(),
        trigger: runs(&act).into_iter().map(|(a, b)| words(a, b)).collect(),
        place: place(scene, act.end, limit),
        actor: participants(&act.actor),
        recipient: participants(&act.recipient),
        time,
        date: dated.and_then(|t| t.edtf.clone()),
        earliest: dated.and_then(|t| t.earliest.clone()),
        latest: dated.and_then(|t| t.latest.clone()),
        certainty: reading.value.certainty,
        status: reading.value.status,
        modality: reading.value.modality,
        by_speaker: reading.by_speaker,
        cues: reading.cues.iter().map(|(first, last)| words(*first, *last)).collect(),
        attribution,
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

/// The time expression that dates a verb: in its sentence, not across another finite verb's clause; the nearest, what follows first.
fn time(scene: &Scene<'_>, head: usize) -> Option<u32> {
    use crate::parsed::TimexType::{Date, Time};
    let sheet = scene.sheet;
    let (first, last) = scene.sentence(head);
    let span = sheet.span(first, last);
    let verb = sheet.token(head).span();
    let from = scene.times.partition_point(|t| t.end <= span.start);
    let mut best: Option<(u32, u32)> = None;
    for (i, t) in scene.times.iter().enumerate().skip(from).take_while(|(_, t)| t.start < span.end) {
        if !matches!(t.kind, Date | Time) {
            continue;
        }
        let behind = t.start >= verb.end;
        let (low, high) = if behind { (verb.end, t.start) } else { (t.end, verb.start) };
        // A time that the verb stands in dates nothing.
        let Some(gap) = high.checked_sub(low) else { continue };
        let between = |token: usize| sheet.token(token).start >= low && sheet.token(token).end <= high;
        // A time in another clause dates another act: behind a finite verb, or behind a word that opens a clause.
        let other = |g: &VerbGroup| g.head != head && g.form == verb::Form::Finite && between(g.head);
        let opener = |i: usize| between(i) && clause::ends(scene, i);
        let crosses = scene.verbs(first, last).iter().any(other) || (first..last).any(opener);
        let quoted = (first..last).any(|i| between(i) && matches!(sheet.token(i).text.as_str(), "\"" | "“" | "”"));
        let distance = gap * if behind { 1 } else { 2 } + if crosses { 400 } else { 0 };
        let opens = t.start <= span.start + 4;
        if crosses && !opens || quoted {
            continue;
        }
        if best.is_none_or(|(d, _)| distance < d) {
            best = Some((distance, i as u32));
        }
    }
    best.map(|(_, i)| i)
}
