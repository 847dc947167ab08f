//! Metonyms by role: "Havana has entered a lease" is a government, "were in Havana" a place.

use crate::{
    input::Sheet,
    label::Relation,
    parsed::{Mention, MentionKind},
    phrase::{Phrases, verb},
};

/// Prepositions after which a place is a place.
const PLACING: &[&str] =
    &["in", "at", "near", "around", "outside", "inside", "across", "throughout", "into", "toward", "towards", "through", "over", "via"];

/// Gives capitals that act the code of their government. A country that acts keeps its own: PLOVER codes it by its name alone.
pub(crate) fn metonyms(sheet: &Sheet<'_>, phrases: &Phrases, mentions: &mut [Mention]) {
    for (noun, mention) in phrases.nouns.iter().zip(mentions) {
        if noun.kind != MentionKind::Loc || noun.sort != "capital" {
            continue;
        }
        let Some(country) = &noun.country else { continue };
        let floor = sheet.sentence_of(noun.first).map_or(0, |s| s.first_token as usize);
        let article = noun.first > floor && sheet.is(noun.first - 1, "the");
        let before = noun.first.checked_sub(1 + usize::from(article)).filter(|b| *b >= floor);
        let placed = before.is_some_and(|b| sheet.is_any(b, PLACING));
        let mut next = noun.last;
        while next < sheet.tokens.len() && verb::is_adverb(sheet, next) {
            next += 1;
        }
        let end = sheet.sentence_of(noun.first).map_or(sheet.tokens.len(), |s| s.last_token as usize);
        let subject = |t: &usize| {
            let token = sheet.token(*t);
            let active = |h: u32| verb::group(sheet, h as usize).is_some_and(|g| !g.passive && g.form == verb::Form::Finite);
            matches!(token.relation, Relation::Nsubj | Relation::NsubjPass) && token.head.is_some_and(active)
        };
        let acts = (noun.first..noun.last).any(|t| subject(&t))
            || (next..end.min(next + 5))
                .find_map(|i| verb::group(sheet, i))
                .is_some_and(|g| g.first == next && !g.passive && g.form == verb::Form::Finite);
        if acts && !placed {
            mention.code = Some(format!("{country}GOV"));
            mention.why.rule = "metonym-capital".into();
        }
    }
}
