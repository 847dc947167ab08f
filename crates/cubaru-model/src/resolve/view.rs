//! The merged view: entities of the whole base.

use super::{
    Decision, Known, Label, Merge,
    decision::kind,
    group::{Join, groups},
    is_code,
    node::Node,
};
use crate::base::{BaseError, Sig, Signature, fold};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// An entity of the whole base.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Merged {
    /// Its id: its commonest name in folded words and its country, as in `sergei-lavrov.rus`.
    pub id: String,
    /// `person`, `body`, `place`, `country` or `people`.
    pub kind: String,
    /// Its commonest name.
    pub name: String,
    /// All its names, sorted.
    pub names: Vec<String>,
    /// The commonest of its fullest actor codes.
    pub code: Option<String>,
    /// In how many documents it stands.
    pub documents: u32,
    #[serde(skip)]
    pub(crate) sigs: Vec<Sig>,
}

/// Who is who in a base.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct View {
    entities: Vec<Merged>,
    merges: Vec<Merge>,
    of: BTreeMap<Sig, usize>,
    signatures: BTreeMap<Sig, Signature>,
    /// Those that some entity has.
    seen: BTreeSet<Sig>,
}

impl View {
    /// Works it out from all signatures, with how many entities have each, and the decisions.
    pub fn resolve(signatures: Vec<(Sig, Signature, u32)>, decisions: &[Decision]) -> Self {
        let mut sorted: Vec<&(Sig, Signature, u32)> = signatures.iter().filter(|(.., seen)| *seen > 0).collect();
        sorted.sort_by(|a, b| a.1.cmp(&b.1));
        let all: Vec<&Signature> = sorted.iter().map(|(_, s, _)| s).collect();
        let nodes = Node::all(&all);
        let (groups, joins) = groups(&nodes, decisions);
        let mut view = Self::default();
        let mut place = vec![None; nodes.len()];
        let mut taken: BTreeMap<String, u32> = BTreeMap::new();
        for group in groups {
            // A family name alone is nobody's in particular until a full name of its country and time claims it, or the user does.
            let alone = |n: &usize| nodes[*n].label.kind == "person" && nodes[*n].words.len() < 2;
            if group.iter().all(alone) && nodes[group[0]].label.document.is_none() && !decided(&group, &nodes, decisions) {
                continue;
            }
            let members: Vec<_> = group.iter().flat_map(|n| &nodes[*n].members).map(|i| sorted[*i]).collect();
            let mut merged = Merged::of(&members);
            let times = taken.entry(merged.id.clone()).or_default();
            *times += 1;
            if *times > 1 {
                merged.id += &format!("-{times}");
            }
            group.iter().for_each(|n| place[*n] = Some(view.entities.len()));
            view.of.extend(merged.sigs.iter().map(|s| (*s, view.entities.len())));
            view.entities.push(merged);
        }
        view.merges = joins.into_iter().filter_map(|join| view.merge(join, &nodes, &place)).collect();
        view.merges.sort();
        view.seen = signatures.iter().filter(|(.., seen)| *seen > 0).map(|(sig, ..)| *sig).collect();
        view.signatures = signatures.into_iter().map(|(sig, s, _)| (sig, s)).collect();
        view
    }

    fn merge(&self, (a, b, score, why): Join, nodes: &[Node], place: &[Option<usize>]) -> Option<Merge> {
        let entity = self.entities.get(place[a]?)?.id.clone();
        let (a, b) = (nodes[a].label.clone(), nodes[b].label.clone());
        let (a, b) = if a <= b { (a, b) } else { (b, a) };
        Some(Merge { entity, a, b, score, why })
    }

    /// The entities, sorted by id.
    pub fn entities(&self) -> Vec<&Merged> {
        let mut all: Vec<&Merged> = self.entities.iter().collect();
        all.sort_by(|a, b| a.id.cmp(&b.id));
        all
    }

    /// Why names are one, sorted by entity.
    pub fn merges(&self) -> &[Merge] {
        &self.merges
    }

    /// The entity of a signature; none for descriptions ("the officials").
    pub fn entity(&self, sig: Sig) -> Option<&Merged> {
        self.entities.get(*self.of.get(&sig)?)
    }

    /// A signature by its number.
    pub fn signature(&self, sig: Sig) -> Option<&Signature> {
        self.signatures.get(&sig)
    }

    fn group(&self, sig: Sig) -> Vec<Sig> {
        self.entity(sig).map_or_else(|| vec![sig], |e| e.sigs.clone())
    }

    /// The labels of an entity: its names with their countries, sorted.
    pub(crate) fn labels(&self, entity: &Merged) -> Vec<Label> {
        let labels: BTreeSet<Label> = entity.sigs.iter().filter_map(|s| self.signatures.get(s)).map(Label::of).collect();
        labels.into_iter().collect()
    }

    /// The entity that an id means, or a whole name that no other has.
    pub(crate) fn one(&self, given: &str) -> Result<&Merged, BaseError> {
        Merged::one(&self.entities, given)
    }

    /// The label that an id or a name means: of an id, the commonest name's.
    pub(crate) fn label(&self, given: &str) -> Result<Label, BaseError> {
        let entity = self.one(given)?;
        let labels = self.labels(entity);
        let words = |name: &str| fold::words(name).join(" ");
        let named = |name: &str| labels.iter().filter(|l| l.name == words(name)).max_by_key(|l| l.country.is_some()).cloned();
        let none = || BaseError::Unknown { what: "entity", given: given.into() };
        named(given).or_else(|| named(&entity.name)).or_else(|| labels.first().cloned()).ok_or_else(none)
    }
}

impl Known for View {
    fn named(&self, given: &str) -> Result<BTreeSet<Sig>, BaseError> {
        let run = fold::run(given);
        let seen = |means: &dyn Fn(&Signature) -> bool| -> BTreeSet<Sig> {
            let found = self.signatures.iter().filter(|(sig, s)| self.seen.contains(sig) && means(s));
            found.flat_map(|(sig, _)| self.group(*sig)).collect()
        };
        let by_id = self.entities.iter().filter(|e| e.id == given).flat_map(|e| e.sigs.iter().copied()).collect();
        let code = |s: &Signature| is_code(given) && s.code.as_ref().is_some_and(|c| c.starts_with(given));
        let name = |s: &Signature| !run.is_empty() && fold::run(&s.name).contains(&run);
        let first = |sigs: BTreeSet<Sig>, next: &dyn Fn() -> BTreeSet<Sig>| if sigs.is_empty() { next() } else { sigs };
        Ok(first(first(by_id, &|| seen(&code)), &|| seen(&name)))
    }

    fn persons(&self, given: &str) -> Result<BTreeSet<Sig>, BaseError> {
        let person = |sig: &Sig| self.signatures.get(sig).is_some_and(|s| kind(s) == "person");
        Ok(self.named(given)?.into_iter().filter(person).collect())
    }

    fn together(&self, sig: Sig) -> Result<Vec<Sig>, BaseError> {
        Ok(self.group(sig))
    }

    fn who(&self, sig: Sig) -> Result<(Option<String>, Option<String>), BaseError> {
        Ok(match self.entity(sig) {
            Some(merged) => (Some(merged.id.clone()), Some(merged.name.clone())),
            None => (None, self.signature(sig).map(|s| s.name.clone())),
        })
    }

    fn entities(&self, having: Option<&BTreeSet<Sig>>) -> Result<Vec<Merged>, BaseError> {
        let has = |e: &&Merged| having.is_none_or(|meant| e.sigs.iter().any(|s| meant.contains(s)));
        Ok(self.entities().into_iter().filter(has).cloned().collect())
    }
}

impl Merged {
    /// The entity that an id means, or a whole name that no other has.
    pub(crate) fn one<'e>(entities: &'e [Self], given: &str) -> Result<&'e Self, BaseError> {
        if let Some(entity) = entities.iter().find(|e| e.id == given) {
            return Ok(entity);
        }
        let run = fold::run(given);
        let named: Vec<&Self> = entities.iter().filter(|e| e.names.iter().any(|n| fold::run(n) == run)).collect();
        match named[..] {
            [] => Err(BaseError::Unknown { what: "entity", given: given.into() }),
            [one] => Ok(one),
            _ => {
                let ids: BTreeSet<&str> = named.iter().map(|e| e.id.as_str()).collect();
                Err(BaseError::Ambiguous { given: given.into(), candidates: ids.into_iter().collect::<Vec<_>>().join(", ") })
            }
        }
    }

    /// What the signatures of one entity, of which there must be one, tell of it. The id is its own: another entity may have the same.
    pub(crate) fn of(members: &[&(Sig, Signature, u32)]) -> Self {
        let mut names: BTreeMap<&str, u32> = BTreeMap::new();
        let mut codes: BTreeMap<&str, u32> = BTreeMap::new();
        for (_, signature, seen) in members {
            *names.entry(signature.name.as_str()).or_default() += seen;
            if let Some(code) = &signature.code {
                *codes.entry(code).or_default() += seen;
            }
        }
        // Of several kinds, which the user alone can join, the first by the alphabet.
        let kind = members.iter().map(|m| kind(&m.1)).min().unwrap_or_default();
        let words = |n: &str| fold::words(n).len();
        // A name of several words goes before a family name alone, a code with a sector before a country's.
        let best = names.iter().max_by_key(|(n, seen)| (words(n) > 1, **seen, n.len(), std::cmp::Reverse(**n))).map(|(n, _)| *n);
        let code = codes.iter().max_by_key(|(c, seen)| (c.len() > 3, **seen, std::cmp::Reverse(**c))).map(|(c, _)| *c);
        let name = best.unwrap_or_default();
        let nation = members.iter().find_map(|(_, s, _)| s.nation());
        let slug = fold::words(name).join("-");
        let id = match (kind, nation) {
            ("country", Some(nation)) => nation.to_lowercase(),
            (_, Some(nation)) => format!("{slug}.{}", nation.to_lowercase()),
            _ => slug,
        };
        let mut sigs: Vec<Sig> = members.iter().map(|m| m.0).collect();
        sigs.sort_unstable();
        Self {
            id,
            kind: kind.into(),
            name: name.into(),
            names: names.keys().map(|n| (*n).into()).collect(),
            code: code.map(String::from),
            documents: members.iter().map(|m| m.2).sum(),
            sigs,
        }
    }
}

/// Whether the user joined any of these with another.
fn decided(group: &[usize], nodes: &[Node], decisions: &[Decision]) -> bool {
    let named = |label: &Label| group.iter().any(|n| nodes[*n].label == *label);
    decisions.iter().filter(|d| d.joins()).any(|d| named(d.pair().0) || named(d.pair().1))
}
