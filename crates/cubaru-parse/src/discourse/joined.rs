//! Nationalities that are joined before one noun are each an actor: "Hungarian and Romanian officials".

use crate::{
    input::Sheet,
    parsed::{Mention, MentionKind},
    phrase::{Noun, Phrases},
};

/// The rule that such a nationality bears.
const RULE: &str = "nationality-joined";

/// Gives nationalities joined before an agent its sector, each with its own country.
pub(crate) fn nationalities(sheet: &Sheet<'_>, phrases: &Phrases, mentions: &mut [Mention]) {
    let nouns = &phrases.nouns;
    let adjective = |n: &Noun| (n.kind == MentionKind::Norp && n.sort == "adjective" || n.sort == "abbreviation") && n.country.is_some();
    for (at, agent) in nouns.iter().enumerate().filter(|(_, n)| n.kind == MentionKind::Nom) {
        let (Some(sector), Some(country)) = (&agent.sector, &agent.country) else { continue };
        // From the nationality that leads the agent back over those joined to it.
        let Some(mut next) = (0..at).rev().take(3).find(|i| adjective(&nouns[*i]) && nouns[*i].last <= agent.first) else { continue };
        let small = (nouns[next].last..agent.first).all(|i| !sheet.token(i).capital() && !sheet.common(i, Some("function")));
        if nouns[next].country.as_ref() != Some(country) || !small {
            continue;
        }
        let mut all = vec![next];
        while let Some(before) = next.checked_sub(1).filter(|b| adjective(&nouns[*b])) {
            let (from, to) = (nouns[before].last, nouns[next].first);
            let joint =
                to == from + 1 && sheet.is_any(from, &["and", ","]) || to == from + 2 && sheet.is(from, ",") && sheet.is(from + 1, "and");
            if !joint || nouns[before].country == nouns[next].country {
                break;
            }
            all.push(before);
            next = before;
        }
        if all.len() > 1 {
            for i in all {
                mentions[i].code = nouns[i].country.as_ref().map(|c| format!("{c}{sector}"));
                mentions[i].why.rule = RULE.into();
            }
        }
    }
}
