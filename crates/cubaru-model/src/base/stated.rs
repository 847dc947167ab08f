//! Which claim states an event or a holding.

use super::{ClaimRow, EventRow, Rows};
use crate::ClaimKind;
use cubaru_parse::{Class, Words};
use std::collections::HashMap;

/// The places, in the document's claims, of those that state its events and its holdings.
#[derive(Debug, Clone, Default)]
pub(crate) struct Stated {
    claims: HashMap<(ClaimKind, u32), u32>,
    /// Statements by the first of the words that attribute.
    statements: HashMap<u32, u32>,
}

impl Stated {
    pub(crate) fn of(rows: &Rows) -> Self {
        let mut stated = Self::default();
        for (n, claim) in (0..).zip(&rows.claims) {
            stated.claims.entry((claim.kind, claim.item)).or_insert(n);
            if let Some(start) = claim.statement.as_ref().and_then(|s| first(&s.cue)) {
                stated.statements.entry(start).or_insert(n);
            }
        }
        stated
    }

    /// That of an event. What an attribution tells (`SAY`) is a claim already: that somebody said something.
    pub(crate) fn event(&self, event: &EventRow) -> Option<u32> {
        let own = self.claims.get(&(ClaimKind::Event, event.item));
        own.or_else(|| self.statements.get(&first(&event.trigger).filter(|_| event.class == Class::SAY.name())?)).copied()
    }

    /// That of a holding.
    pub(crate) fn tenure(&self, item: u32) -> Option<u32> {
        self.claims.get(&(ClaimKind::Office, item)).copied()
    }

    /// The claim with a place.
    pub(crate) fn claim(rows: &Rows, place: Option<u32>) -> Option<&ClaimRow> {
        rows.claims.get(place? as usize)
    }
}

fn first(words: &[Words]) -> Option<u32> {
    words.first().map(|w| w.start)
}
