//! From the scores of arcs to one tree: the arborescence of the highest sum with a single root (Chu and Liu 1965, Edmonds 1967; in
//! the form for dense graphs of Tarjan 1977, quadratic in the length of a sentence).

use crate::product::highest;

/// The best tree over the words of a sentence. `scores` has a row for each word: what each word is worth as its head, and the root, which stands
/// last; what a word is worth as its own head is not looked at. Gives each word's head, none for the one root.
pub fn best(mut scores: Vec<i32>) -> Vec<Option<u32>> {
    // As many words as have rows of one number more.
    let n = scores.len().isqrt();
    let row = n + 1;
    (0..n).for_each(|d| scores[d * row + d] = i32::MIN);
    let greedy = highest(&scores, row);
    let heads = if is_tree(&greedy) { greedy } else { arborescence(n, &|d, h| scores[d * row + h]) };
    heads.into_iter().map(|h| (h < n).then_some(h as u32)).collect()
}

/// Whether every word reaches the root, which has one dependent.
fn is_tree(heads: &[usize]) -> bool {
    let n = heads.len();
    if heads.iter().filter(|h| **h == n).count() != 1 {
        return false;
    }
    // 0: not seen, else the number of the walk on which it was seen.
    let mut seen = vec![0_u32; n];
    for start in 0..n {
        let (walk, mut at) = (start as u32 + 1, start);
        while at < n && seen[at] == 0 {
            seen[at] = walk;
            at = heads[at];
        }
        if at < n && seen[at] == walk {
            return false;
        }
    }
    true
}

/// An arc into a node of the contracted graph: its score there, and the words that it joins.
#[derive(Clone, Copy)]
struct Arc {
    score: i64,
    head: u32,
    dependent: u32,
}

/// Contracts cycles until there is none, then opens them again from the outside in.
fn arborescence(n: usize, score: &impl Fn(usize, usize) -> i32) -> Vec<usize> {
    let mut graph = Graph::new(n, score);
    let mut settled = vec![false; 2 * n + 1];
    settled[n] = true;
    for start in 0..n {
        let mut at = graph.node[start];
        while !settled[at] {
            if graph.on_path[at] {
                at = graph.contract(at);
            }
            graph.on_path[at] = true;
            graph.path.push(at);
            let best = graph.best_into(at);
            graph.chosen[at] = Some(best);
            at = graph.node[best.head as usize];
        }
        for node in std::mem::take(&mut graph.path) {
            settled[node] = true;
            graph.on_path[node] = false;
        }
    }
    graph.open()
}

/// The graph while it is contracted. Nodes below `n` are words, `n` is the root, the others are contracted cycles.
struct Graph {
    n: usize,
    /// For each row, the best arc from each word (and from the root).
    arcs: Vec<Vec<Option<Arc>>>,
    /// The row of each node; that of a cycle is the row of one of its members.
    row: Vec<usize>,
    /// The outermost node that each word is part of now.
    node: Vec<usize>,
    /// The node that each node was contracted into.
    parent: Vec<usize>,
    chosen: Vec<Option<Arc>>,
    path: Vec<usize>,
    on_path: Vec<bool>,
    /// The number of the next contracted node.
    next: usize,
}

impl Graph {
    fn new(n: usize, score: &impl Fn(usize, usize) -> i32) -> Self {
        // A tree with one word below the root beats every other: each further one costs more than all scores together.
        let penalty = (n as i64 + 1) * (i64::from(i32::MAX) * 2 + 2);
        let arc = |d: usize, h: usize| {
            let score = i64::from(score(d, h)) - if h == n { penalty } else { 0 };
            (h != d).then_some(Arc { score, head: h as u32, dependent: d as u32 })
        };
        Self {
            n,
            arcs: (0..n).map(|d| (0..=n).map(|h| arc(d, h)).collect()).collect(),
            row: (0..=2 * n).collect(),
            node: (0..=n).collect(),
            parent: (0..=2 * n).collect(),
            chosen: vec![None; 2 * n + 1],
            path: Vec::new(),
            on_path: vec![false; 2 * n + 1],
            next: n + 1,
        }
    }

    /// The best arc into a node from outside it.
    fn best_into(&self, at: usize) -> Arc {
        let from = (0..=self.n).filter(|h| self.node[*h] != at);
        let arcs = from.filter_map(|h| self.arcs[self.row[at]][h]);
        arcs.reduce(|a, b| if b.score > a.score { b } else { a }).expect("an arc from the root at least")
    }

    /// Makes one node of the cycle that the path has closed at `entry`. An arc into it is worth what it gains over the arc of the cycle
    /// that it would replace.
    fn contract(&mut self, entry: usize) -> usize {
        let (new, mut members) = (self.next, Vec::new());
        self.next += 1;
        while let Some(node) = self.path.pop() {
            self.on_path[node] = false;
            self.parent[node] = new;
            members.push(node);
            if node == entry {
                break;
            }
        }
        self.node.iter_mut().filter(|c| members.contains(c)).for_each(|c| *c = new);
        let mut merged: Vec<Option<Arc>> = vec![None; self.n + 1];
        for member in &members {
            let lost = self.chosen[*member].map_or(0, |a| a.score);
            for h in (0..=self.n).filter(|h| self.node[*h] != new) {
                let Some(arc) = self.arcs[self.row[*member]][h] else { continue };
                let arc = Arc { score: arc.score - lost, ..arc };
                if merged[h].is_none_or(|m| arc.score > m.score) {
                    merged[h] = Some(arc);
                }
            }
        }
        self.row[new] = self.row[members[0]];
        self.arcs[self.row[new]] = merged;
        new
    }

    /// The heads of all words: the arc into a cycle replaces that of the member which it enters.
    fn open(&self) -> Vec<usize> {
        let mut heads = vec![self.n; self.n];
        let mut replaced = vec![false; self.next];
        for node in (0..self.next).rev().filter(|node| *node != self.n) {
            let Some(arc) = self.chosen[node].filter(|_| !replaced[node]) else { continue };
            heads[arc.dependent as usize] = arc.head as usize;
            let mut below = arc.dependent as usize;
            while below != node {
                replaced[below] = true;
                below = self.parent[below];
            }
        }
        heads
    }
}

#[cfg(test)]
mod tests {
    use super::best;
    use proptest::prelude::*;

    /// Every tree over `n` words, by trying all heads.
    fn exhaustive(n: usize, score: impl Fn(usize, usize) -> i32) -> i64 {
        let mut best = i64::MIN;
        for code in 0..(n + 1).pow(n as u32) {
            let heads: Vec<usize> = (0..n).map(|i| code / (n + 1).pow(i as u32) % (n + 1)).collect();
            if super::is_tree(&heads) {
                best = best.max(heads.iter().enumerate().map(|(d, h)| i64::from(score(d, *h))).sum());
            }
        }
        best
    }

    proptest! {
        #[test]
        fn no_tree_scores_higher(n in 1_usize..6, scores in prop::collection::vec(-20_i32..20, 30)) {
            let score = |d: usize, h: usize| scores[d * (n + 1) + h];
            let heads = best(scores[..n * (n + 1)].to_vec());
            let plain: Vec<usize> = heads.iter().map(|h| h.map_or(n, |h| h as usize)).collect();
            prop_assert!(super::is_tree(&plain));
            let sum: i64 = plain.iter().enumerate().map(|(d, h)| i64::from(score(d, *h))).sum();
            prop_assert_eq!(sum, exhaustive(n, score));
        }
    }

    #[test]
    fn a_cycle_that_the_greedy_choice_makes_is_broken() {
        // 0 and 1 want each other; the root would rather have 1.
        let heads = best(vec![0, 9, 1, 9, 0, 3]);
        assert_eq!(heads, [Some(1), None]);
    }
}
