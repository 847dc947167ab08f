//! Whose claims they are.

use crate::{Claim, ClaimKind};
use cubaru_parse::Parsed;

/// The claims that a source makes or that stand in its mouth, in the order of their words. A source is named by any of the words that the
/// text has for it ("Lavrov", "the minister"), by its fullest name, by an actor code (`RUSGOV`), or, where no entity stands behind it,
/// by the words of the source as they are; letter case does not count.
///
/// A statement belongs to who makes it; an event or office to everybody in its chain of speakers.
pub fn claims_by<'a>(claims: &'a [Claim], parsed: &Parsed, source: &str) -> Vec<&'a Claim> {
    let same = |text: &str| text.to_lowercase() == source.to_lowercase();
    let named: Vec<bool> = parsed
        .entities
        .iter()
        .map(|e| {
            let mentions = e.mentions.iter().filter_map(|m| parsed.mentions.get(*m as usize));
            same(&e.name) || e.code.as_deref() == Some(source) || mentions.into_iter().any(|m| same(&m.text))
        })
        .collect();
    let spoken: Vec<bool> = parsed
        .attributions
        .iter()
        .map(|a| a.entity.is_some_and(|e| named.get(e as usize) == Some(&true)) || a.source.iter().any(|w| same(&w.text)))
        .collect();
    let speaks = |attribution: u32| spoken.get(attribution as usize) == Some(&true);
    let by =
        |claim: &&Claim| claim.speakers.iter().any(|s| speaks(s.attribution)) || claim.kind == ClaimKind::Statement && speaks(claim.item);
    claims.iter().filter(by).collect()
}
