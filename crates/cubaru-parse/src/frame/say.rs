//! Statements in public by those in politics, which PLOVER leaves out: `SAY`.

use super::{
    Scene, context,
    dating::Dating,
    sector::{official, sector},
};
use crate::{
    class::Class,
    label::Relation,
    parsed::{Attribution, Event, Participant},
    span::Words,
};

/// What cues bring in that is said aloud.
const ALOUD: &[&str] = &["say", "claim", "deny", "admit", "warn"];
/// The statements among the attributions whose cue states no act of its own.
pub(super) fn statements(scene: &Scene<'_>, attributions: &[Attribution], stated: &[Event]) -> Vec<Event> {
    let mut taken: Vec<u32> = stated.iter().flat_map(|e| &e.trigger).map(|t| t.start).collect();
    taken.sort_unstable();
    let free =
        |a: &Attribution| !a.cue.iter().any(|c| taken[taken.partition_point(|t| *t < c.start)..].first().is_some_and(|t| *t < c.end));
    // "Discussed the border": of what is only named nothing is stated.
    let clause = |a: &Attribution| a.why.rule != "attribution-object" && a.why.rule != "attribution-noun";
    let aloud = |a: &Attribution| a.why.entries.first().is_some_and(|entry| ALOUD.iter().any(|kind| said(scene, entry, kind)));
    attributions.iter().filter(|a| clause(a) && aloud(a) && free(a)).filter_map(|a| statement(scene, a)).collect()
}

/// Whether an entry of the list of cues is of a kind.
fn said(scene: &Scene<'_>, entry: &str, kind: &str) -> bool {
    let cues = scene.sheet.language.cues();
    let first = entry.strip_prefix("cues#").and_then(|form| form.split(' ').next()).unwrap_or_default();
    let rows = [&cues.verbs, &cues.nouns, &cues.prefixes].into_iter().filter_map(|list| list.get(first)).flatten();
    let mut own = rows.filter(|row| row.entry == entry);
    own.any(|row| row.kind == kind)
}

fn statement(scene: &Scene<'_>, attribution: &Attribution) -> Option<Event> {
    let sheet = scene.sheet;
    let tokens = |words: &Words| {
        let from = sheet.tokens.partition_point(|t| t.start < words.start);
        from..sheet.tokens.partition_point(|t| t.end <= words.end)
    };
    let source = tokens(attribution.source.first()?);
    // The press tells what others did, and a witness speaks for himself.
    let speaks = |p: &Participant| p.code.as_deref().is_some_and(|code| official(code) || matches!(sector(code), None | Some("NGO")));
    let inside = |t: usize| scene.sheet.token(t).head.is_some_and(|h| source.contains(&(h as usize)));
    let noun = scene.nouns_of(source.clone().find(|t| !inside(*t))?).first().copied()?;
    let actor: Vec<Participant> = scene.parties(noun).into_iter().filter(speaks).collect();
    if actor.is_empty() {
        return None;
    }
    let cue = tokens(attribution.cue.first()?);
    let verb = cue.clone().rev().find_map(|t| scene.verb_at(t));
    let head = verb.map_or(cue.end.saturating_sub(1), |v| v.head);
    let told = verb.map(|v| told(scene, v.head)).unwrap_or_default();
    let recipient: Vec<Participant> =
        scene.others(&[noun], told).into_iter().flat_map(|n| scene.parties(n)).filter(|p| p.code.is_some()).collect();
    let when = Dating::of(scene, head);
    Some(Event {
        class: Class::SAY,
        plover: None,
        mode: None,
        contexts: context::contexts(scene, head, [&actor, &recipient]),
        cameo: None,
        trigger: attribution.cue.clone(),
        actor,
        recipient,
        place: None,
        time: when.time,
        date: when.date,
        earliest: when.earliest,
        latest: when.latest,
        certainty: attribution.certainty,
        status: attribution.status,
        modality: attribution.modality,
        by_speaker: attribution.by_speaker.clone(),
        cues: Vec::new(),
        attribution: attribution.parent,
        same_as: None,
        why: attribution.why.clone(),
    })
}

/// To whom something is said: "told the ambassador that …", "said to the ambassador".
fn told(scene: &Scene<'_>, verb: usize) -> Vec<usize> {
    let objects = scene.sheet.edges.children(verb).filter(|c| matches!(scene.sheet.token(*c).relation, Relation::Iobj | Relation::Obj));
    let heads = objects.chain(scene.behind_word(verb, "to"));
    // Of "announced sanctions on Chad" nobody is told.
    heads.filter_map(|word| scene.noun_at(word).filter(|n| scene.phrases.nouns[*n].last == word + 1)).collect()
}
