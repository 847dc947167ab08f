//! Names become entities, the best pair first.

use super::{Decision, Label, Verdict, body, node::Node, person};
use cubaru_names::Comparer;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// Why two names are one.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Merge {
    /// The id of the entity that both are.
    pub entity: String,
    /// The one.
    pub a: Label,
    /// The other.
    pub b: Label,
    /// How sure it is, up to 100.
    pub score: u32,
    /// The reasons; `user` alone where the user said so.
    pub why: Vec<String>,
}

/// A join of two nodes by their places, with score and reasons.
pub(crate) type Join = (usize, usize, u32, Vec<String>);

/// Groups of nodes by their places, with the joins that made them. The order of the nodes must come from their content.
pub(crate) fn groups(nodes: &[Node], decisions: &[Decision]) -> (Vec<Vec<usize>>, Vec<Join>) {
    let pairs = |join: bool| -> BTreeSet<(&Label, &Label)> { decisions.iter().filter(|d| d.joins() == join).map(Decision::pair).collect() };
    let compared = Compared { nodes, split: pairs(false) };
    let mut state = Groups { of: (0..nodes.len()).collect(), members: (0..nodes.len()).map(|i| vec![i]).collect(), joins: Vec::new() };
    for (a, b) in pairs(true) {
        let named = |label: &Label| nodes.iter().positions(|n| n.label == *label);
        let all: Vec<usize> = named(a).into_iter().chain(named(b)).collect();
        for other in all.iter().skip(1) {
            state.join(all[0], *other, 100, vec!["user".into()]);
        }
    }
    let mut same = compared.same(&candidates(nodes));
    let torn = compared.torn(&same);
    same.retain(|(_, a, b, _)| !torn.contains(a) && !torn.contains(b));
    same.sort();
    let mut comparer = Comparer::default();
    for (rest, a, b, why) in same {
        let (x, y) = (state.of[a], state.of[b]);
        let mut differ = |m: &usize| state.members[y].iter().any(|n| compared.verdict(*m, *n, &mut comparer) == Verdict::Different);
        if x != y && !state.members[x].iter().any(&mut differ) {
            state.join(a, b, 100 - rest, why);
        }
    }
    state.finish()
}

trait Positions: Iterator + Sized {
    fn positions(self, wanted: impl Fn(Self::Item) -> bool) -> Vec<usize> {
        self.enumerate().filter_map(|(i, x)| wanted(x).then_some(i)).collect()
    }
}
impl<I: Iterator> Positions for I {}

/// Two nodes that are the same, by what their score lacks of 100, with their places and the reasons.
type Same = (u32, usize, usize, Vec<String>);

/// Fewer pairs than this are not worth another thread.
const FEW: usize = 2_000;

struct Compared<'a> {
    nodes: &'a [Node],
    split: BTreeSet<(&'a Label, &'a Label)>,
}

impl Compared<'_> {
    fn verdict(&self, a: usize, b: usize, comparer: &mut Comparer) -> Verdict {
        let (a, b) = (&self.nodes[a], &self.nodes[b]);
        let pair = if a.label <= b.label { (&a.label, &b.label) } else { (&b.label, &a.label) };
        if self.split.contains(&pair) || a.label.document.is_some() || b.label.document.is_some() {
            return Verdict::Different;
        }
        if a.label.kind == "person" { person::compare(a, b, comparer) } else { body::compare(a, b) }
    }

    /// The pairs that are the same, in the order in which they came.
    fn same(&self, pairs: &[(usize, usize)]) -> Vec<Same> {
        let of = |pairs: &[(usize, usize)]| -> Vec<Same> {
            let mut comparer = Comparer::default();
            let one = |(a, b): &(usize, usize)| match self.verdict(*a, *b, &mut comparer) {
                Verdict::Same(score, why) => Some((100 - score.min(100), *a, *b, why)),
                _ => None,
            };
            pairs.iter().filter_map(one).collect()
        };
        // A browser has one thread.
        let threads = if pairs.len() < FEW || cfg!(target_arch = "wasm32") { 1 } else { available() };
        if threads == 1 {
            return of(pairs);
        }
        std::thread::scope(|scope| {
            let parts = pairs.chunks(pairs.len().div_ceil(threads));
            let running: Vec<_> = parts.map(|part| (part, scope.spawn(|| of(part)))).collect();
            // A thread that broke did so at one pair; here it would break again, and say where.
            running.into_iter().flat_map(|(part, thread)| thread.join().unwrap_or_else(|_| of(part))).collect()
        })
    }

    /// Nodes that little is known of (a family name alone, no country) and that could be either of two who differ: they stay alone.
    fn torn(&self, same: &[Same]) -> BTreeSet<usize> {
        let mut with: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (_, a, b, _) in same {
            with.entry(*a).or_default().push(*b);
            with.entry(*b).or_default().push(*a);
        }
        let weak = |i: usize| self.nodes[i].words.len() == 1 || self.nodes[i].nation().is_none();
        let mut comparer = Comparer::default();
        let mut either = |others: &[usize]| {
            let mut differ = |a: usize, b: usize| self.verdict(a, b, &mut comparer) == Verdict::Different;
            others.iter().enumerate().any(|(i, a)| others[i + 1..].iter().any(|b| differ(*a, *b)))
        };
        with.iter().filter(|(i, others)| weak(**i) && either(others)).map(|(i, _)| *i).collect()
    }
}

fn available() -> usize {
    std::thread::available_parallelism().map_or(1, usize::from)
}

/// All pairs that share a key, each once, the lesser place first.
fn candidates(nodes: &[Node]) -> Vec<(usize, usize)> {
    let mut blocks: BTreeMap<(&str, String), Vec<usize>> = BTreeMap::new();
    for (i, node) in nodes.iter().enumerate() {
        let keys = match node.label.kind.as_str() {
            "people" => continue,
            "person" => person::keys(node),
            _ => body::keys(node),
        };
        keys.into_iter().for_each(|key| blocks.entry((&node.label.kind, key)).or_default().push(i));
    }
    let mut pairs = Vec::new();
    for block in blocks.values_mut() {
        block.dedup();
        for (i, a) in block.iter().enumerate() {
            pairs.extend(block[i + 1..].iter().map(|b| (*a, *b)));
        }
    }
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

struct Groups {
    of: Vec<usize>,
    members: Vec<Vec<usize>>,
    joins: Vec<Join>,
}

impl Groups {
    fn join(&mut self, a: usize, b: usize, score: u32, why: Vec<String>) {
        let (x, y) = (self.of[a], self.of[b]);
        if x == y {
            return;
        }
        let moved = std::mem::take(&mut self.members[y]);
        moved.iter().for_each(|m| self.of[*m] = x);
        self.members[x].extend(moved);
        self.joins.push((a, b, score, why));
    }

    fn finish(self) -> (Vec<Vec<usize>>, Vec<Join>) {
        let mut groups: Vec<Vec<usize>> = self.members.into_iter().filter(|m| !m.is_empty()).collect();
        groups.iter_mut().for_each(|g| g.sort_unstable());
        groups.sort();
        (groups, self.joins)
    }
}
