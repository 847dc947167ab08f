//! What "it" and "they" are: the nearest country, body or group before, subjects first.

use crate::{
    input::Sheet,
    parsed::MentionKind,
    phrase::{Noun, verb},
};

const AUXILIARY: &[&str] = &[
    "is", "was", "are", "were", "has", "have", "had", "will", "would", "could", "can", "may", "might", "should", "must", "did", "does",
    "do",
];
const PREPOSITIONS: &[&str] = &[
    "of", "for", "to", "with", "from", "by", "in", "on", "at", "against", "about", "over", "after", "under", "between", "and", "like",
    "than",
];
/// A pronoun looks back over this many sentences.
const REACH: usize = 3;
/// And over this many nouns.
const NOUNS: usize = 60;

/// The entity that a pronoun of the plural or of things means.
pub(crate) fn antecedent(sheet: &Sheet<'_>, nouns: &[Noun], entity_of: &[Option<u32>], at: usize) -> Option<u32> {
    let pronoun = &nouns[at];
    let here = sheet.sentences.partition_point(|s| s.last_token as usize <= pronoun.first);
    let mut best: Option<(i32, u32)> = None;
    for i in (at.saturating_sub(NOUNS)..at).rev() {
        let noun = &nouns[i];
        let sentence = sheet.sentences.partition_point(|s| s.last_token as usize <= noun.first);
        if here - sentence > REACH {
            break;
        }
        let Some(entity) = entity_of[i] else { continue };
        let fits = match (pronoun.sort.as_str(), noun.kind) {
            ("it", MentionKind::Loc) => noun.why.rule == "name-country",
            ("it", MentionKind::Org) => true,
            ("it", MentionKind::Nom) => noun.sort == "sg" && noun.why.rule == "noun-agent",
            ("pl", MentionKind::Nom) => noun.sort == "pl",
            ("pl", MentionKind::Norp) => noun.sort == "demonym-plural" || noun.sort == "group",
            _ => false,
        };
        if !fits {
            continue;
        }
        let first = sheet.sentences[sentence].first_token as usize;
        let opens = noun.from <= first + 1;
        // What a verb or an auxiliary follows is a subject; what follows a preposition is none.
        let acts = sheet.is_any(noun.to, AUXILIARY) || verb::group(sheet, noun.to).is_some_and(|g| g.first == noun.to);
        let governed = noun.from > first && sheet.is_any(noun.from - 1, PREPOSITIONS);
        let owned = sheet.is_any(noun.last, &["'s", "’s", "'"]);
        let weights = [(opens, 5), (acts, 4), (governed, -4), (owned, -1)];
        let score = weights.iter().filter(|(fits, _)| *fits).map(|(_, w)| w).sum::<i32>() - 4 * (here - sentence) as i32;
        if best.is_none_or(|(s, _)| score > s) {
            best = Some((score, entity));
        }
    }
    best.map(|(_, e)| e)
}
