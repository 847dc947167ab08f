//! Nouns that attribute: "the minister's claim that …", "gave a promise to …".

use super::{super::Scene, clause, reach, source};
use crate::{
    label::{Relation, Upos, Xpos},
    language::{Cue as Row, Frame},
    parsed::Attribution,
};

/// The attribution that a noun makes.
pub(super) fn by_noun(scene: &Scene<'_>, at: usize) -> Option<Attribution> {
    let sheet = scene.sheet;
    let token = sheet.token(at);
    if token.upos != Upos::Noun || sheet.quoted(at) || matches!(token.relation, Relation::Compound | Relation::Flat) {
        return None;
    }
    let rows = sheet.language.cues().nouns.get(token.lemma.as_str())?;
    let clause = || rows.iter().filter(|row| row.frame == Frame::Noun).find_map(|row| with_clause(scene, at, row));
    rows.iter().filter(|row| row.frame == Frame::Stance).find_map(|row| stance(scene, at, row)).or_else(clause)
}

/// "voiced deep concern about the talks", "has doubts about the plan": how the subject of such a verb stands to a thing.
fn stance(scene: &Scene<'_>, noun: usize, row: &Row) -> Option<Attribution> {
    let (sheet, tree) = (scene.sheet, &scene.sheet.edges);
    let verb = sheet.token(noun).head.map(|h| h as usize).filter(|v| *v < noun)?;
    let group = scene.verb_at(verb).filter(|g| !g.passive)?;
    let light = sheet.language.cues().light.contains_key(&group.lemma);
    let preposition = noun + 1;
    if !light || sheet.token(noun).relation != Relation::Obj || !row.rest.first().is_some_and(|w| sheet.is(preposition, w)) {
        return None;
    }
    let thing = sheet.token(preposition).head.map(|h| h as usize).filter(|t| *t > preposition)?;
    let speaker = source::speaker(scene, verb)?;
    let run = clause::trimmed(scene, (preposition + 1, tree.extent(thing).1))?;
    built(scene, Some(reach::phrase(scene, speaker, verb)), (group.first, preposition + 1), run, row, "attribution-stance")
}

/// "the claim that …", "plans to …", "Reports surfaced that …".
fn with_clause(scene: &Scene<'_>, noun: usize, row: &Row) -> Option<Attribution> {
    let (sheet, tree) = (scene.sheet, &scene.sheet.edges);
    let that = |c: usize| tree.child(c, &[Relation::Mark]).is_some_and(|m| sheet.is_any(m, &["that", "whether"]));
    let to = |c: usize| tree.children(c).any(|m| sheet.token(m).xpos == Xpos::To);
    // "skepticism that the vote was fair": a tree may take the clause for a relative one; the word class of "that" tells.
    let stated =
        |c: usize| sheet.token(c).relation == Relation::AclRelcl && sheet.is(noun + 1, "that") && sheet.token(noun + 1).upos == Upos::Sconj;
    let mut below =
        tree.children(noun).filter(|c| *c > noun && (matches!(sheet.token(*c).relation, Relation::Acl | Relation::Ccomp) || stated(*c)));
    if let Some(clause) = below.find(|c| that(*c) || to(*c) || stated(*c)) {
        let run = clause::trimmed(scene, clause::bounds(scene, clause, noun))?;
        let speaker = speaker(scene, noun);
        // What nobody wants is nobody's; a rumour needs no name.
        if speaker.is_none() && !that(clause) && !stated(clause) {
            return None;
        }
        let (source, cue) = speaker.unwrap_or((None, (noun, noun + 1)));
        return built(scene, source, cue, run, row, "attribution-noun");
    }
    // "Reports surfaced that the army had left": nobody is named.
    let verb = sheet.token(noun).head.map(|h| h as usize).filter(|v| *v > noun && sheet.token(noun).relation == Relation::Nsubj)?;
    let clause = tree.child(verb, &[Relation::Ccomp]).filter(|c| *c > verb && that(*c))?;
    let rises = sheet.language.cues().verbs.get(sheet.token(verb).lemma.as_str())?.iter().any(|r| r.frame == Frame::Hearsay);
    let run = clause::trimmed(scene, clause::bounds(scene, clause, verb)).filter(|_| rises)?;
    built(scene, None, (noun, verb + 1), run, row, "attribution-noun")
}

type Run = (usize, usize);

/// Whose word a noun is, and how far the cue reaches: an owner's, or that of the subject of the verb whose object it is.
fn speaker(scene: &Scene<'_>, noun: usize) -> Option<(Option<Run>, Run)> {
    let (sheet, tree) = (scene.sheet, &scene.sheet.edges);
    if let Some(owner) = tree.child(noun, &[Relation::NmodPoss]) {
        let (first, mut last) = reach::phrase(scene, owner, noun);
        if sheet.token(last - 1).relation == Relation::Case && last > first + 1 {
            last -= 1;
        }
        return Some((Some((first, last)), (last.max(noun), noun + 1)));
    }
    let by = |c: &usize| {
        sheet.token(*c).relation == Relation::Nmod && tree.child(*c, &[Relation::Case]).is_some_and(|m| sheet.is_any(m, &["by", "from"]))
    };
    if let Some(agent) = tree.children(noun).find(by) {
        return Some((Some(reach::phrase(scene, agent, noun)), (noun, noun + 1)));
    }
    let verb = sheet.token(noun).head.map(|h| h as usize).filter(|v| *v < noun && sheet.token(noun).relation == Relation::Obj)?;
    let group = scene.sheet.verbs.get(verb)?.get()?.as_ref();
    let first = group.map_or(verb, |g| g.first);
    let subject = source::speaker(scene, verb).filter(|_| noun < verb + 5)?;
    Some((Some(reach::phrase(scene, subject, verb)), (first, noun + 1)))
}

fn built(scene: &Scene<'_>, source: Option<Run>, cue: Run, content: Run, row: &Row, rule: &str) -> Option<Attribution> {
    let sheet = scene.sheet;
    let clash = |r: Run| r.0 >= r.1 || r.0 < content.1 && content.0 < r.1 || r.0 < cue.1 && cue.0 < r.1;
    if cue.0 >= cue.1 || cue.1 > content.0 || source.is_some_and(clash) {
        return None;
    }
    let entity = source.and_then(|r| source::entity_within(scene, r));
    let spans = vec![sheet.span(content.0, content.1)];
    Some(super::build(scene, source.into_iter().collect(), vec![cue], spans, entity, rule, row.entry.clone()))
}
