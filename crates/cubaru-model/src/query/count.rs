//! Counts by month and pair.

use super::EventFact;
use serde::Serialize;
use std::collections::BTreeMap;

/// How many events of a class lie in a month between two sides.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct MonthCount {
    /// The month, as `2023-04`; none where the dates do not tell one month.
    pub month: Option<String>,
    /// The actor's country or code.
    pub actor: Option<String>,
    /// The recipient's country or code.
    pub recipient: Option<String>,
    /// The class.
    pub class: String,
    /// How many events, as documents tell them.
    pub events: u32,
    /// How many documents tell them.
    pub documents: u32,
}

/// Counts events by month, pair and class. A compound actor counts once for each of its countries.
pub fn counts_by_month_and_pair(events: &[EventFact]) -> Vec<MonthCount> {
    type Key = (bool, Option<String>, Option<String>, Option<String>, String);
    let mut counts: BTreeMap<Key, (u32, std::collections::BTreeSet<_>)> = BTreeMap::new();
    for event in events {
        let month = month(event);
        for actor in sides(&event.actor) {
            for recipient in sides(&event.recipient) {
                let key = (month.is_none(), month.clone(), actor.clone(), recipient.clone(), event.class.clone());
                let (events, documents) = counts.entry(key).or_default();
                *events += 1;
                documents.insert(event.document);
            }
        }
    }
    let row = |((_, month, actor, recipient, class), (events, documents)): (Key, (u32, std::collections::BTreeSet<_>))| MonthCount {
        month,
        actor,
        recipient,
        class,
        events,
        documents: documents.len() as u32,
    };
    counts.into_iter().map(row).collect()
}

/// The month in which both bounds lie.
pub(crate) fn month(event: &EventFact) -> Option<String> {
    let (from, to) = (event.earliest.as_ref()?.get(..7)?, event.latest.as_ref()?.get(..7)?);
    (from == to).then(|| from.to_string())
}

/// The countries of one side, each once; of a code without a country the code.
fn sides(parties: &[super::Party]) -> Vec<Option<String>> {
    let mut all: Vec<Option<String>> = parties.iter().map(|p| p.code.as_ref().map(|c| c.get(..3).unwrap_or(c).to_string())).collect();
    all.sort();
    all.dedup();
    if all.is_empty() { vec![None] } else { all }
}
