//! Letters in brackets behind a name mean that name: "the Assembly of the Cuban Resistance (ACR)".

use crate::{
    input::Sheet,
    parsed::{Entity, MentionKind},
    phrase::{Noun, Phrases},
};
use std::collections::BTreeMap;

/// Joins the entities of letters with those of the names before their brackets.
pub(crate) fn join(sheet: &Sheet<'_>, phrases: &Phrases, entities: &mut [Entity], entity_of: &mut [Option<u32>]) {
    let mut same: BTreeMap<u32, u32> = BTreeMap::new();
    for (i, letters) in phrases.nouns.iter().enumerate().filter(|(_, n)| n.last == n.first + 1 && n.kind == MentionKind::Org) {
        let bracketed = letters.first > 1 && sheet.is(letters.first - 1, "(") && sheet.is(letters.last, ")");
        if !bracketed || !sheet.token(letters.first).all_capitals() {
            continue;
        }
        let before = phrases.nouns[..i].iter().zip(&*entity_of).rev().take(3);
        let long =
            before.filter(|(n, _)| n.kind == MentionKind::Org && n.last + 1 == letters.first).find(|(n, _)| spells(sheet, n, letters));
        if let (Some((_, Some(long))), Some(short)) = (long, entity_of[i])
            && *long != short
        {
            same.insert(short, *long);
        }
    }
    for entity in entity_of.iter_mut().flatten() {
        if let Some(long) = same.get(entity) {
            *entity = *long;
        }
    }
    for (short, long) in same {
        if entities[long as usize].code.is_none() {
            entities[long as usize].code = entities[short as usize].code.clone();
        }
    }
}

/// Whether letters are the first ones of a name's words; small words may give theirs or not.
fn spells(sheet: &Sheet<'_>, long: &Noun, letters: &Noun) -> bool {
    let mut left = sheet.token(letters.first).read().chars().filter(|c| c.is_alphabetic()).peekable();
    for i in long.first..long.last {
        let token = sheet.token(i);
        let Some(first) = token.read().chars().next().filter(|c| c.is_alphabetic() && !token.clitic) else { continue };
        if left.peek().is_some_and(|l| first.to_uppercase().eq(l.to_uppercase())) {
            left.next();
        } else if token.capital() {
            return false;
        }
    }
    left.next().is_none() && long.last > long.first + 1
}
