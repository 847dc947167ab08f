//! One name of one country, with all that documents tell of it.

use super::{Label, decision::kind};
use crate::base::{Signature, fold};
use std::collections::{BTreeMap, BTreeSet};

/// So many years lie between two tens of years that no career spans both.
pub(crate) const CAREER: i32 = 60;

/// A name of a country: what the user's decisions and the comparisons are about.
#[derive(Debug, Clone)]
pub(crate) struct Node {
    pub label: Label,
    /// Its folded words.
    pub words: Vec<String>,
    /// One of the ways in which it is written.
    pub name: String,
    /// The posts that documents give it.
    pub posts: BTreeSet<String>,
    /// The first and the last ten years.
    pub decades: Option<(i32, i32)>,
    /// Places in the sorted list of signatures.
    pub members: Vec<usize>,
}

impl Node {
    /// The nodes of all signatures that stand for somebody or something, in a fixed order.
    pub(crate) fn all(signatures: &[&Signature]) -> Vec<Self> {
        let mut labels: BTreeMap<Label, Vec<usize>> = BTreeMap::new();
        for (i, signature) in signatures.iter().enumerate().filter(|(_, s)| kind(s) != "description") {
            labels.entry(Label::of(signature)).or_default().push(i);
        }
        labels.into_iter().flat_map(|(label, members)| Self::split(&label, members, signatures)).collect()
    }

    /// One name in one country a lifetime apart is two persons.
    fn split(label: &Label, mut members: Vec<usize>, signatures: &[&Signature]) -> Vec<Self> {
        members.sort_by_key(|i| (signatures[*i].decade, *i));
        let mut nodes: Vec<Vec<usize>> = Vec::new();
        let mut last = None;
        for i in members {
            let decade = signatures[i].decade;
            let far = matches!((last, decade), (Some(a), Some(b)) if b - a >= CAREER);
            if far || nodes.is_empty() {
                nodes.push(Vec::new());
            }
            if let Some(node) = nodes.last_mut() {
                node.push(i);
            }
            last = decade.or(last);
        }
        nodes.into_iter().map(|members| Self::of(label.clone(), members, signatures)).collect()
    }

    fn of(label: Label, members: Vec<usize>, signatures: &[&Signature]) -> Self {
        let own = || members.iter().map(|i| signatures[*i]);
        let decades = own().filter_map(|s| s.decade);
        let decades = decades.clone().min().zip(decades.max());
        let name = own().map(|s| s.name.clone()).max_by_key(|n| (n.len(), std::cmp::Reverse(n.clone()))).unwrap_or_default();
        let posts = own().filter_map(|s| s.post.clone()).collect();
        Self { words: fold::words(&label.name), name, posts, decades, label, members }
    }

    /// How many years lie between the times at which the two are known; none where one has no time.
    pub(crate) fn years_apart(&self, other: &Self) -> Option<i32> {
        let ((a, b), (c, d)) = self.decades.zip(other.decades)?;
        Some((c - b).max(a - d).max(0))
    }

    pub(crate) fn nation(&self) -> Option<&str> {
        self.label.country.as_deref()
    }
}
