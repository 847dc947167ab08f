//! One name of one country, with all that documents tell of it.

use super::{Label, decision::kind, person};
use crate::base::{Signature, fold};
use std::collections::{BTreeMap, BTreeSet};

/// So many years lie between two tens of years that no career spans both.
const CAREER: i32 = 60;

/// The post that documents give a person, and the ten years in which they do.
pub(crate) type Told<'a> = (Option<&'a str>, Option<i32>);

/// Who can be one, each with the places of its signatures.
type Kind<'a> = Vec<(Told<'a>, Vec<usize>)>;

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
        let bearers = |members| Self::bearers(label, members, signatures);
        nodes.into_iter().flat_map(bearers).map(|members| Self::of(label.clone(), members, signatures)).collect()
    }

    /// One name in one country with posts or years that nobody has both is two persons. Those without a post are who alone they can be;
    /// where that could be several, they stay apart.
    fn bearers(label: &Label, members: Vec<usize>, signatures: &[&Signature]) -> Vec<Vec<usize>> {
        if label.kind != "person" {
            return vec![members];
        }
        let mut told: BTreeMap<Told<'_>, Vec<usize>> = BTreeMap::new();
        members.iter().for_each(|i| told.entry((signatures[*i].post.as_deref(), signatures[*i].decade)).or_default().push(*i));
        if told.len() < 2 {
            return vec![members];
        }
        let mut kinds: Vec<Kind<'_>> = Vec::new();
        let name = spelling(&members, signatures);
        let fits = |kind: &Kind<'_>, one: Told<'_>| {
            // Who is told of in between goes on: only the nearest years count.
            let gap = |decade: i32| one.1.map_or(0, |own| (own - decade).abs());
            let near = kind.iter().filter_map(|((_, decade), _)| *decade).min_by_key(|d| (gap(*d), *d));
            kind.iter().all(|((post, decade), _)| !person::apart(&name, label.country.as_deref(), one, (*post, decade.and(near))))
        };
        let (bare, posts): (Vec<_>, Vec<_>) = told.into_iter().partition(|((post, _), _)| post.is_none());
        for (one, own) in posts {
            match kinds.iter_mut().find(|kind| fits(kind, one)) {
                Some(kind) => kind.push((one, own)),
                None => kinds.push(vec![(one, own)]),
            }
        }
        let known = kinds.len();
        for (one, own) in bare {
            let can: Vec<usize> = (0..known).filter(|k| fits(&kinds[*k], one)).collect();
            let place = if can.len() == 1 { can.first().copied() } else { (known..kinds.len()).find(|k| fits(&kinds[*k], one)) };
            match place {
                Some(k) => kinds[k].push((one, own)),
                None => kinds.push(vec![(one, own)]),
            }
        }
        kinds.into_iter().map(|kind| kind.into_iter().flat_map(|(_, own)| own).collect()).collect()
    }

    fn of(label: Label, members: Vec<usize>, signatures: &[&Signature]) -> Self {
        let own = || members.iter().map(|i| signatures[*i]);
        let decades = own().filter_map(|s| s.decade);
        let decades = decades.clone().min().zip(decades.max());
        let name = spelling(&members, signatures);
        let posts = own().filter_map(|s| s.post.clone()).collect();
        Self { words: fold::words(&label.name), name, posts, decades, label, members }
    }

    pub(crate) fn nation(&self) -> Option<&str> {
        self.label.country.as_deref()
    }
}

/// The longest way in which they are written.
fn spelling(members: &[usize], signatures: &[&Signature]) -> String {
    let written = members.iter().map(|i| &signatures[*i].name);
    written.max_by_key(|n| (n.len(), std::cmp::Reverse(*n))).cloned().unwrap_or_default()
}
