//! Rows in memory.

use super::{BaseError, ClaimRow, DocumentId, DocumentRow, EventRow, Found, Rows, Sig, Signature, Stated, Store, TenureRow};
use crate::{
    Speaker,
    query::{Bound, claim_holds, event_holds, tenure_holds},
    resolve::{Decision, Label},
};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// A store without a file.
#[derive(Debug, Clone, Default)]
pub struct Memory {
    documents: BTreeMap<DocumentId, Kept>,
    signatures: Vec<(Signature, u32)>,
    numbers: HashMap<Signature, Sig>,
    decisions: Vec<Decision>,
    version: u64,
}

#[derive(Debug, Clone)]
struct Kept {
    rows: Rows,
    sigs: Vec<Sig>,
    stated: Stated,
}

impl Kept {
    /// The document without its text.
    fn document(&self) -> DocumentRow {
        let DocumentRow { sha256, source, date, earliest, latest, .. } = &self.rows.document;
        let (date, earliest, latest) = (date.clone(), earliest.clone(), latest.clone());
        DocumentRow { sha256: *sha256, source: source.clone(), text: String::new(), date, earliest, latest }
    }

    fn sig(&self, entity: u32) -> Option<Sig> {
        self.sigs.get(entity as usize).copied()
    }

    fn sigs(&self, entities: impl Iterator<Item = Option<u32>>, claim: Option<&ClaimRow>) -> BTreeMap<u32, Sig> {
        let voices = claim.into_iter().flat_map(ClaimRow::voices).map(|v: &Speaker| v.entity);
        entities.chain(voices).flatten().filter_map(|e| Some((e, self.sig(e)?))).collect()
    }
}

impl Memory {
    fn number(&mut self, signature: Signature) -> Sig {
        let Self { signatures, numbers, .. } = self;
        let sig = *numbers.entry(signature.clone()).or_insert_with(|| {
            signatures.push((signature, 0));
            signatures.len() as Sig - 1
        });
        signatures[sig as usize].1 += 1;
        sig
    }

    /// Gives an entity that the user took out of the others a signature of its own.
    fn take_out(&mut self, document: DocumentId, label: &Label) {
        let Some(kept) = self.documents.get(&document) else { return };
        for (place, old) in kept.sigs.clone().into_iter().enumerate() {
            let signature = self.signatures[old as usize].0.clone();
            let own = Signature { own: Some(document), ..signature };
            if Label::of(&own) == *label && own != self.signatures[old as usize].0 {
                self.signatures[old as usize].1 -= 1;
                let sig = self.number(own);
                if let Some(kept) = self.documents.get_mut(&document) {
                    kept.sigs[place] = sig;
                }
            }
        }
    }

    /// The documents by date and hash.
    fn ordered(&self) -> Vec<&Kept> {
        let mut all: Vec<&Kept> = self.documents.values().collect();
        all.sort_by_key(|k| (k.rows.document.earliest.is_none(), &k.rows.document.earliest, k.rows.document.sha256));
        all
    }
}

impl Store for Memory {
    fn add(&mut self, documents: &[Rows]) -> Result<Vec<bool>, BaseError> {
        let mut new = Vec::with_capacity(documents.len());
        for rows in documents {
            let id = rows.document.sha256;
            new.push(!self.documents.contains_key(&id));
            if new.last() == Some(&false) {
                continue;
            }
            let sigs = Signature::all(rows).into_iter().map(|s| self.number(s)).collect();
            self.documents.insert(id, Kept { rows: rows.clone(), sigs, stated: Stated::of(rows) });
            for decision in self.decisions.clone() {
                if let Some((document, label)) = decision.taken_out().filter(|(d, _)| *d == id) {
                    self.take_out(document, label);
                }
            }
            self.version += 1;
        }
        Ok(new)
    }

    fn has(&self, document: DocumentId) -> Result<bool, BaseError> {
        Ok(self.documents.contains_key(&document))
    }

    fn version(&mut self) -> Result<u64, BaseError> {
        Ok(self.version)
    }

    fn documents(&self) -> Result<Vec<DocumentRow>, BaseError> {
        Ok(self.ordered().into_iter().map(Kept::document).collect())
    }

    fn document(&self, document: DocumentId) -> Result<Option<DocumentRow>, BaseError> {
        Ok(self.documents.get(&document).map(Kept::document))
    }

    fn rows(&self, document: DocumentId) -> Result<Option<Rows>, BaseError> {
        Ok(self.documents.get(&document).map(|k| k.rows.clone()))
    }

    fn text(&self, document: DocumentId) -> Result<Option<String>, BaseError> {
        Ok(self.documents.get(&document).map(|k| k.rows.document.text.clone()))
    }

    fn sigs(&self, document: DocumentId) -> Result<Vec<Sig>, BaseError> {
        Ok(self.documents.get(&document).map(|k| k.sigs.clone()).unwrap_or_default())
    }

    fn classes(&self) -> Result<Vec<String>, BaseError> {
        let classes: BTreeSet<&str> = self.documents.values().flat_map(|k| &k.rows.events).map(|e| e.class.as_str()).collect();
        Ok(classes.into_iter().map(String::from).collect())
    }

    fn events(&self, query: &Bound) -> Result<Vec<Found<EventRow>>, BaseError> {
        let mut found = Vec::new();
        for kept in self.documents.values() {
            for event in &kept.rows.events {
                let claim = Stated::claim(&kept.rows, kept.stated.event(event));
                if event_holds(query, &kept.rows.document, event, claim, &|e| kept.sig(e)) {
                    let parts = event.actor.iter().chain(&event.recipient).chain(&event.place).map(|p| p.entity);
                    found.push(Found { row: event.clone(), claim: claim.filter(|_| !query.bare).cloned(), sigs: kept.sigs(parts, claim) });
                }
            }
        }
        found.sort_by(|a, b| order(&a.row).cmp(&order(&b.row)));
        Ok(found)
    }

    fn claims(&self, query: &Bound) -> Result<Vec<Found<ClaimRow>>, BaseError> {
        let mut found = Vec::new();
        for kept in self.ordered() {
            for claim in kept.rows.claims.iter().filter(|c| claim_holds(query, &kept.rows.document, c, &|e| kept.sig(e))) {
                found.push(Found { row: claim.clone(), claim: None, sigs: kept.sigs([].into_iter(), Some(claim)) });
            }
        }
        Ok(found)
    }

    fn tenures(&self, query: &Bound) -> Result<Vec<Found<TenureRow>>, BaseError> {
        let mut found = Vec::new();
        for kept in self.documents.values() {
            for tenure in &kept.rows.tenures {
                let claim = Stated::claim(&kept.rows, kept.stated.tenure(tenure.item));
                if tenure_holds(query, &kept.rows.document, tenure, claim, &|e| kept.sig(e)) {
                    let sigs = kept.sigs([tenure.entity].into_iter(), claim);
                    found.push(Found { row: tenure.clone(), claim: claim.filter(|_| !query.bare).cloned(), sigs });
                }
            }
        }
        let order = |t: &TenureRow| (t.earliest.is_none(), t.earliest.clone(), t.latest.clone(), t.document, t.item);
        found.sort_by_key(|f| order(&f.row));
        Ok(found)
    }

    fn signatures(&self) -> Result<Vec<(Sig, Signature, u32)>, BaseError> {
        Ok((0..).zip(&self.signatures).map(|(sig, (s, seen))| (sig, s.clone(), *seen)).collect())
    }

    fn decisions(&self) -> Result<Vec<Decision>, BaseError> {
        Ok(self.decisions.clone())
    }

    fn decide(&mut self, decision: &Decision) -> Result<(), BaseError> {
        self.decisions.retain(|d| !d.concerns(decision));
        self.decisions.push(decision.clone());
        self.version += 1;
        if let Some((document, label)) = decision.taken_out() {
            self.take_out(document, label);
        }
        Ok(())
    }

    fn publish(&mut self, _: &[(Sig, &str, &str)]) -> Result<(), BaseError> {
        Ok(())
    }

    fn problems(&self) -> Result<Vec<String>, BaseError> {
        Ok(Vec::new())
    }
}

type Order<'a> = (bool, &'a Option<String>, &'a Option<String>, DocumentId, u32);

fn order(event: &EventRow) -> Order<'_> {
    (event.earliest.is_none(), &event.earliest, &event.latest, event.document, event.item)
}
