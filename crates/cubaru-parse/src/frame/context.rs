//! What an event is about besides the act: PLOVER's contexts, told by the words around it and by who takes part.

use super::{Scene, sector::sector};
use crate::{language::Class as Listed, parsed::Participant};

/// Words so many tokens from the trigger tell of it.
const REACH: usize = 32;

/// The contexts of an act, sorted.
pub(super) fn contexts(scene: &Scene<'_>, head: usize, sides: [&[Participant]; 2]) -> Vec<String> {
    let (first, last) = scene.sentence(head);
    let near = first.max(head.saturating_sub(REACH))..last.min(head + REACH);
    let told = near.flat_map(|i| scene.sheet.entries(i, Listed::Context)).map(|(_, entry)| entry.cell(1).to_string());
    let acting = sides.into_iter().flatten().filter_map(|p| of_sector(sector(p.code.as_deref()?)?)).map(String::from);
    let mut all: Vec<String> = told.chain(acting).collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// What those of a sector bring with them.
fn of_sector(sector: &str) -> Option<&'static str> {
    Some(match sector {
        "MIL" => "military",
        "LEG" => "legislative",
        "JUD" => "legal",
        "SPY" => "intelligence",
        "REF" => "migration",
        "CRM" => "crime",
        _ => return None,
    })
}
