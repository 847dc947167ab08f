//! Who deals with whom.

use super::{EventFact, Party, count::month};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// Somebody in a network.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Node {
    /// The id in the base; a code or words where the base has none.
    pub id: String,
    /// The name.
    pub name: String,
    /// The actor code.
    pub code: Option<String>,
    /// In how many events.
    pub events: u32,
}

/// What one did to another.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Edge {
    /// Who acts.
    pub from: String,
    /// To whom.
    pub to: String,
    /// The class of the events.
    pub class: String,
    /// The quad class.
    pub quad: Option<String>,
    /// How many events: the weight.
    pub events: u32,
    /// How many documents tell them.
    pub documents: u32,
    /// The first day of any.
    pub first: Option<String>,
    /// The last day of any.
    pub last: Option<String>,
    /// How many in each month that is known.
    pub months: BTreeMap<String, u32>,
    /// The ids of the events.
    pub ids: Vec<String>,
}

/// Nodes and edges, sorted by id.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Network {
    /// Who.
    pub nodes: Vec<Node>,
    /// What between whom, weighted and over time.
    pub edges: Vec<Edge>,
}

/// The network of events: an edge for each actor, recipient and class. Of an event that several do together, without recipient, the edges
/// run between those, the lesser id first.
pub fn network(events: &[EventFact]) -> Network {
    let mut nodes: BTreeMap<String, Node> = BTreeMap::new();
    let mut edges: BTreeMap<(String, String, String), (Edge, BTreeSet<_>)> = BTreeMap::new();
    for event in events {
        let (actors, recipients) = (ids(&event.actor, &mut nodes), ids(&event.recipient, &mut nodes));
        let all: BTreeSet<&String> = actors.iter().chain(&recipients).collect();
        all.iter().for_each(|id| nodes.get_mut(*id).into_iter().for_each(|n| n.events += 1));
        let pairs: Vec<(&String, &String)> = if recipients.is_empty() {
            actors.iter().flat_map(|a| actors.iter().filter(move |b| a < *b).map(move |b| (a, b))).collect()
        } else {
            actors.iter().flat_map(|a| recipients.iter().filter(move |b| a != *b).map(move |b| (a, b))).collect()
        };
        for (from, to) in pairs {
            let new = || {
                let (from, to, class, quad) = (from.clone(), to.clone(), event.class.clone(), event.quad.clone());
                let edge =
                    Edge { from, to, class, quad, events: 0, documents: 0, first: None, last: None, months: BTreeMap::new(), ids: vec![] };
                (edge, BTreeSet::new())
            };
            let (edge, documents) = edges.entry((from.clone(), to.clone(), event.class.clone())).or_insert_with(new);
            edge.events += 1;
            edge.ids.push(event.id.clone());
            documents.insert(event.document);
            edge.documents = documents.len() as u32;
            edge.first = event.earliest.iter().chain(&edge.first).min().cloned();
            edge.last = event.latest.iter().chain(&edge.last).max().cloned();
            if let Some(month) = month(event) {
                *edge.months.entry(month).or_default() += 1;
            }
        }
    }
    let mut edges: Vec<Edge> = edges.into_values().map(|(edge, _)| edge).collect();
    edges.iter_mut().for_each(|e| e.ids.sort());
    Network { nodes: nodes.into_values().collect(), edges }
}

/// The ids of parties, each once; the nodes are made where they are new.
fn ids(parties: &[Party], nodes: &mut BTreeMap<String, Node>) -> BTreeSet<String> {
    let id = |p: &Party| p.id.clone().or_else(|| p.code.clone()).unwrap_or_else(|| p.name.clone().unwrap_or_else(|| p.text.clone()));
    for party in parties {
        let name = if party.id.is_some() || party.code.is_none() { party.name.clone() } else { party.code.clone() };
        let node = Node { id: id(party), name: name.unwrap_or_else(|| party.text.clone()), code: party.code.clone(), events: 0 };
        let code = node.code.clone();
        let kept = nodes.entry(node.id.clone()).or_insert(node);
        // Which document came first must not show.
        kept.code = kept.code.take().into_iter().chain(code).max_by_key(|c| (c.len(), std::cmp::Reverse(c.clone())));
    }
    parties.iter().map(id).collect()
}
