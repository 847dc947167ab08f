//! Who "I" is: within quotation marks, whoever speaks there.

use super::{Scene, within::Contents};
use crate::{
    parsed::{Attribution, Entity, Mention, MentionKind},
    span::Span,
};

/// Speech within speech goes no deeper.
const DEPTH: usize = 8;

/// A mention of the first person, and the entity of the one who speaks there.
pub(super) struct Voice {
    pub mention: usize,
    pub entity: u32,
}

/// Each "I", "me" and "my" that somebody says, with who says it. "We" may be anybody together with the speaker.
pub(super) fn voices(scene: &Scene<'_>, attributions: &[Attribution], contents: &Contents<'_>) -> Vec<Voice> {
    let nouns = scene.phrases.nouns.iter().enumerate();
    let first = nouns.filter(|(i, n)| n.kind == MentionKind::Pron && n.sort == "i" && scene.mentions[*i].entity.is_none());
    let said = |at: u32| attributions[at as usize].entity;
    let speaker = |span: Span| {
        let mut next = contents.innermost(attributions, span, None);
        // "I think", and what is thought, are the speaker's as well.
        for _ in 0..attributions.len().min(DEPTH) {
            let at = next?;
            if let Some(entity) = said(at) {
                return Some(entity);
            }
            next = attributions[at as usize].parent;
        }
        None
    };
    // In reported words "I" is whoever reports.
    first
        .filter(|(_, n)| scene.sheet.quoted(n.first))
        .filter_map(|(i, n)| Some(Voice { mention: i, entity: speaker(scene.sheet.span(n.first, n.last))? }))
        .collect()
}

/// Gives mentions their speakers.
pub(super) fn apply(voices: &[Voice], mentions: &mut [Mention], entities: &mut [Entity]) {
    for voice in voices {
        let entity = &mut entities[voice.entity as usize];
        let mention = &mut mentions[voice.mention];
        mention.entity = Some(voice.entity);
        mention.code = entity.code.clone();
        mention.why.rule = "pronoun-speaker".into();
        let at = entity.mentions.partition_point(|m| (*m as usize) < voice.mention);
        entity.mentions.insert(at, voice.mention as u32);
    }
}
