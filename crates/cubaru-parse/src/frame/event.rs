//! Who does what to whom: the verbal patterns of the list `events` over verb groups.

use super::{Scene, certainty, clause, within::Contents};
use crate::{
    certainty::Status,
    class::Class,
    language::{GAP, Pattern, Piece, Recipient},
    parsed::{Attribution, Event, MentionKind, Participant},
    phrase::{verb, verb::VerbGroup},
    span::{Span, Words},
    why::Why,
};

/// A preposition is looked for this many tokens after the verb.
const REACH: usize = 12;
/// A passive's noun is looked for this many tokens before it.
const BEFORE: usize = 24;

/// The events that the text states, in the order of their triggers.
pub(super) fn events(scene: &Scene<'_>, attributions: &[Attribution], contents: &Contents<'_>) -> Vec<Event> {
    let around = |span| contents.innermost(attributions, span, None);
    let mut out: Vec<Event> = scene.verbs.iter().filter_map(|group| event(scene, attributions, &around, group)).collect();
    out.sort_by_key(|e| e.trigger.first().map(|t| (t.start, t.end)));
    out
}

fn event(scene: &Scene<'_>, attributions: &[Attribution], around: &impl Fn(Span) -> Option<u32>, group: &VerbGroup) -> Option<Event> {
    let patterns = scene.sheet.language.patterns().of(&group.lemma);
    if patterns.is_empty() || !certainty::stated(scene, group.head) {
        return None;
    }
    // The pattern with the most words wins; then one whose recipient stands in the text, one that asks for none, one without a gap.
    let fitting = patterns.iter().filter_map(|pattern| {
        let matched = matched(scene, group, pattern)?;
        let (actor, recipient) = roles(scene, group, pattern, &matched)?;
        Some((pattern, matched, actor, recipient))
    });
    let best = fitting.max_by_key(|(pattern, _, _, recipient)| {
        let words = pattern.pieces.iter().filter(|p| matches!(p, Piece::Words(_))).count();
        let complete = if !recipient.is_empty() { 2 } else { usize::from(pattern.recipient == Recipient::None) };
        (words, complete, std::cmp::Reverse(pattern.pieces.len()))
    });
    let (pattern, matched, actor, recipient) = best?;
    let attribution = around(scene.sheet.token(group.head).span());
    let reading = certainty::reading(scene, group.head, attributions, attribution);
    Some(build(scene, (attribution, reading), group, pattern, &matched, actor, recipient))
}

/// Where a pattern's words stand: token runs, and the token after the last of them behind the verb.
struct Matched {
    runs: Vec<(usize, usize)>,
    end: usize,
}

fn matched(scene: &Scene<'_>, group: &VerbGroup, pattern: &Pattern) -> Option<Matched> {
    let (floor, limit) = scene.sentence(group.head);
    let mut runs = vec![(group.head, group.head + 1)];
    if pattern.pieces.is_empty() {
        return Some(Matched { runs, end: group.head + 1 });
    }
    if let Some((more, end)) = pieces(scene, &pattern.pieces, group.head + 1, limit) {
        runs.extend(more);
        return Some(Matched { runs, end });
    }
    // "An agreement was signed": the noun stands before the passive verb.
    if !group.passive {
        return None;
    }
    let noun = pattern.pieces.iter().find_map(|p| match p {
        Piece::Words(words) if words.iter().any(|w| w.len() > 3) => Some(words),
        _ => None,
    })?;
    let from = group.first.saturating_sub(BEFORE).max(floor);
    let at = (from..group.first).rev().find(|i| noun.iter().any(|w| scene.sheet.is(*i, w)))?;
    runs.insert(0, (at, at + 1));
    Some(Matched { runs, end: group.head + 1 })
}

/// Matches the pieces of a pattern from a token on; prepositions count as matched but are no trigger.
fn pieces(scene: &Scene<'_>, pieces: &[Piece], start: usize, limit: usize) -> Option<(Vec<(usize, usize)>, usize)> {
    let sheet = scene.sheet;
    let mut runs = Vec::new();
    let mut at = start;
    let mut gap = 0;
    for piece in pieces {
        match piece {
            Piece::Gap => gap = GAP,
            Piece::Words(words) => {
                // An adverb may stand anywhere, an article before a noun.
                let skip = |i: usize| verb::is_adverb(sheet, i) || sheet.token(i).determiner();
                let mut i = at;
                let mut free = gap;
                loop {
                    if i >= limit {
                        return None;
                    }
                    if words.iter().any(|w| sheet.is(i, w)) {
                        break;
                    }
                    if free > 0 && !clause::ends(scene, i) {
                        free -= 1;
                    } else if !skip(i) {
                        return None;
                    }
                    i += 1;
                }
                if !sheet.common(i, Some("function")) {
                    runs.push((i, i + 1));
                }
                at = i + 1;
                gap = 0;
            }
        }
    }
    Some((runs, at))
}

/// Actor and recipient as nouns; none where the pattern's caution is not met, or nobody is named.
fn roles(scene: &Scene<'_>, group: &VerbGroup, pattern: &Pattern, matched: &Matched) -> Option<(Vec<usize>, Vec<usize>)> {
    let sheet = scene.sheet;
    let (_, limit) = scene.sentence(group.head);
    let preposition = |forms: &[&str]| {
        let mut at = matched.end;
        while at < limit.min(matched.end + REACH) {
            if sheet.is_any(at, forms) {
                return Some(at);
            }
            if clause::ends(scene, at) || scene.verb_at(at).is_some_and(|g| g.form != verb::Form::Participle) {
                return None;
            }
            at += 1;
        }
        None
    };
    let last_word = pattern.entry.rsplit(' ').next().unwrap_or("");
    let recipient = match &pattern.recipient {
        Recipient::Object if group.passive => scene.subject(group),
        Recipient::Object if matched.runs.len() == 1 && !scene.object(group).is_empty() => scene.object(group),
        Recipient::Object if matches!(pattern.pieces.first(), Some(Piece::Gap)) => scene.after(group.head + 1, limit),
        Recipient::Object => scene.after(matched.end, limit),
        Recipient::After(word) if last_word == word && matched.end > group.head + 1 => scene.governed(matched.end - 1),
        Recipient::After(word) => preposition(&[word]).map(|at| scene.governed(at)).unwrap_or_default(),
        Recipient::None => Vec::new(),
    };
    let actor = match scene.agent(group) {
        agent if group.passive && agent.is_empty() => preposition(&["by"]).map(|at| scene.governed(at)).unwrap_or_default(),
        agent if group.passive => agent,
        _ => scene.subject(group),
    };
    // Nobody acts upon himself: "offered his condolences".
    let entity = |noun: usize| scene.mentions[noun].entity;
    let same = |r: &usize| actor.iter().any(|a| a == r || entity(*a).is_some() && entity(*a) == entity(*r));
    let recipient: Vec<usize> = recipient.into_iter().filter(|r| !same(r)).collect();
    let known = |nouns: &[usize]| nouns.iter().any(|n| scene.participant(*n).code.is_some());
    let coded = actor.iter().filter(|n| scene.participant(**n).code.is_some()).count();
    // Of a reciprocal act with no recipient beside it, two actors count as both sides.
    let sides = if recipient.is_empty() && pattern.recipient == Recipient::None { coded.min(2) } else { usize::from(coded > 0) };
    let political = sides + usize::from(known(&recipient));
    // What acts must be able to act: a nationality alone stands for its state only beside another actor.
    if actor.is_empty() && recipient.is_empty() || political < pattern.political.max(1) || actor.is_empty() && pattern.political > 1 {
        return None;
    }
    if actor.is_empty() && !group.passive {
        return None;
    }
    // Things of a nation act materially ("Russian missiles struck"), but they neither meet nor accuse.
    let things = |n: &usize| scene.phrases.nouns[*n].kind == MentionKind::Norp && scene.phrases.nouns[*n].sort == "adjective";
    let material = Class(pattern.class.clone().into()).quad().is_none_or(|q| q.starts_with("MATERIAL"));
    if !actor.is_empty() && actor.iter().all(things) && !material {
        return None;
    }
    // Whom an act concerns by the way makes nothing political that was not.
    let recipient = match &pattern.recipient {
        Recipient::Object if recipient.is_empty() && !group.passive => {
            let asked = if pattern.class == "REQUEST" { scene.asked(group) } else { Vec::new() };
            if asked.is_empty() { scene.within_object(group) } else { asked }
        }
        _ => recipient,
    };
    Some((actor, recipient))
}

fn build(
    scene: &Scene<'_>,
    (attribution, reading): (Option<u32>, certainty::Reading),
    group: &VerbGroup,
    pattern: &Pattern,
    matched: &Matched,
    actor: Vec<usize>,
    recipient: Vec<usize>,
) -> Event {
    let sheet = scene.sheet;
    let words = |first, last| Words::at(sheet.text, sheet.span(first, last));
    let trigger: Vec<Words> = matched.runs.iter().map(|(a, b)| words(*a, *b)).collect();
    let class = Class(pattern.class.clone().into());
    let (_, limit) = scene.sentence(group.head);
    let participants = |nouns: &[usize]| nouns.iter().map(|n| scene.participant(*n)).collect::<Vec<_>>();
    let time = time(scene, group);
    let dated = time.map(|t| &scene.times[t as usize]);
    let mut entries = vec![pattern.entry.clone()];
    entries.extend(reading.entries);
    Event {
        plover: plover(&class, reading.value.status),
        class,
        mode: pattern.mode.clone(),
        cameo: pattern.cameo.clone(),
        trigger,
        place: place(scene, matched.end, limit, &recipient),
        actor: participants(&actor),
        recipient: participants(&recipient),
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
        why: Why { rule: if group.passive { "event-passive".into() } else { "event-active".into() }, entries },
    }
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
fn place(scene: &Scene<'_>, from: usize, limit: usize, recipient: &[usize]) -> Option<Participant> {
    let sheet = scene.sheet;
    let mut at = from;
    while at < limit.min(from + 2 * REACH) {
        if sheet.is_any(at, &["in", "at", "near"]) {
            let named = scene.nouns(at + 1, limit).find(|(_, n)| n.first <= at + 2 && n.kind == MentionKind::Loc);
            if let Some((i, n)) = named.filter(|(i, _)| !recipient.contains(i)) {
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
fn time(scene: &Scene<'_>, group: &VerbGroup) -> Option<u32> {
    use crate::parsed::TimexType::{Date, Time};
    let sheet = scene.sheet;
    let (first, last) = scene.sentence(group.head);
    let span = sheet.span(first, last);
    let verb = sheet.token(group.head).span();
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
        let other = |g: &VerbGroup| g.head != group.head && g.form == verb::Form::Finite && between(g.head);
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
