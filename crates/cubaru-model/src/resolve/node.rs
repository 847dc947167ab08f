//! One name of one country, with all that documents tell of it.

use super::{Label, decision::kind, person};
use crate::base::{Signature, fold};
use std::collections::{BTreeMap, BTreeSet};

/// So many years lie between two tens of years that no career spans both.
const CAREER: i32 = 60;

/// A name in a country: what the user's decisions and the comparisons are about.
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
            let label = Label::of(signature);
            // A family name alone, of nobody knows where, is another in each document.
            if label.kind != "person" || label.country.is_some() || label.name.contains(' ') {
                labels.entry(label).or_default().push(i);
            }
        }
        labels.into_iter().flat_map(|(label, members)| Self::split(&label, members, signatures)).collect()
    }

    /// One name in one country a lifetime apart is two persons.
    fn split(label: &Label, mut members: Vec<usize>, signatures: &[&Signature]) -> Vec<Self> {
        members.sort_by_key(|i| (signatures[*i].decade, *i));
        // Who bears a family name in one ten years need not be who bears it in the next.
        let lasts = if label.name.contains(' ') { CAREER } else { 10 };
        let mut nodes: Vec<Vec<usize>> = Vec::new();
        let mut last = None;
        for i in members {
            let decade = signatures[i].decade;
            let far = matches!((last, decade), (Some(a), Some(b)) if b - a >= lasts);
            if far || nodes.is_empty() {
                nodes.push(Vec::new());
            }
            if let Some(node) = nodes.last_mut() {
                node.push(i);
            }
            last = decade.or(last);
        }
        let by_post = |members| Self::by_post(label, members, signatures);
        nodes.into_iter().flat_map(by_post).map(|members| Self::of(label.clone(), members, signatures)).collect()
    }

    /// One name in one country with posts that nobody holds both is two persons; those without a post then stay apart from both.
    fn by_post(label: &Label, members: Vec<usize>, signatures: &[&Signature]) -> Vec<Vec<usize>> {
        let mut posts: BTreeMap<Option<&str>, Vec<usize>> = BTreeMap::new();
        members.iter().for_each(|i| posts.entry(signatures[*i].post.as_deref()).or_default().push(*i));
        if posts.len() < 2 || label.kind != "person" {
            return vec![members];
        }
        let decade = |all: &[usize]| all.iter().filter_map(|i| signatures[*i].decade).min();
        let alone = posts.remove(&None);
        let mut kinds: Vec<Vec<(&str, Vec<usize>)>> = Vec::new();
        for (post, own) in posts.into_iter().filter_map(|(post, own)| Some((post?, own))) {
            let told = (post, decade(&own));
            let fits = |kind: &&mut Vec<(&str, Vec<usize>)>| {
                kind.iter().all(|(p, all)| !person::apart(&label.name, label.country.as_deref(), told, (p, decade(all))))
            };
            match kinds.iter_mut().find(fits) {
                Some(kind) => kind.push((post, own)),
                None => kinds.push(vec![(post, own)]),
            }
        }
        if kinds.len() < 2 {
            return vec![members];
        }
        let flat = |kind: Vec<(&str, Vec<usize>)>| kind.into_iter().flat_map(|(_, own)| own).collect();
        kinds.into_iter().map(flat).chain(alone).collect()
    }

    fn of(label: Label, members: Vec<usize>, signatures: &[&Signature]) -> Self {
        let own = || members.iter().map(|i| signatures[*i]);
        let decades = own().filter_map(|s| s.decade);
        let decades = decades.clone().min().zip(decades.max());
        let name = own().map(|s| s.name.clone()).max_by_key(|n| (n.len(), std::cmp::Reverse(n.clone()))).unwrap_or_default();
        let posts = own().filter_map(|s| s.post.clone()).collect();
        Self { words: fold::words(&label.name), name, posts, decades, label, members }
    }

    pub(crate) fn nation(&self) -> Option<&str> {
        self.label.country.as_deref()
    }
}
