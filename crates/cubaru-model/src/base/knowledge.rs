//! The base itself: rows in a store, and who is who among them.

use super::{BaseError, DocumentId, DocumentRow, Memory, Rows, Sig, Store, Table};
use crate::{
    query::{About, Bound, ClaimFact, EventFact, Query, TenureFact, Test},
    resolve::{Decision, Known, Label, Merge, Merged, Story, View, stories},
};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// A knowledge base. All methods take `&self`; it can be shared between threads, one of which works at a time.
pub struct Base {
    inner: Mutex<Inner>,
}

pub(super) struct Inner {
    pub(super) store: Box<dyn Store>,
    view: Arc<View>,
    /// The version of the store that `view` was made from.
    seen: Option<u64>,
}

impl Inner {
    /// Who is who, worked out anew where documents or decisions have come.
    fn view(&mut self) -> Result<Arc<View>, BaseError> {
        let version = self.store.version()?;
        if self.seen != Some(version) {
            self.view = Arc::new(View::resolve(self.store.signatures()?, &self.store.decisions()?));
            self.seen = Some(version);
        }
        Ok(self.view.clone())
    }
}

impl Base {
    /// A base in memory.
    pub fn memory() -> Self {
        Self::on(Memory::default())
    }

    /// A base on a store.
    pub fn on(store: impl Store + 'static) -> Self {
        Self { inner: Mutex::new(Inner { store: Box::new(store), view: Arc::default(), seen: None }) }
    }

    pub(super) fn inner(&self) -> MutexGuard<'_, Inner> {
        // A panic elsewhere leaves whole documents; the view is worked out again from them.
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Reads while nothing that others write is seen.
    pub(super) fn steady<T>(&self, read: impl FnOnce(&mut Inner) -> Result<T, BaseError>) -> Result<T, BaseError> {
        let mut inner = self.inner();
        inner.store.begin()?;
        let result = read(&mut inner);
        let ended = inner.store.end();
        result.and_then(|value| ended.map(|()| value))
    }

    /// Asks by who is who: as it was written down where that still holds and has not been worked out here.
    fn asked<T>(&self, ask: impl FnOnce(&dyn Store, &dyn Known) -> Result<T, BaseError>) -> Result<T, BaseError> {
        self.steady(|inner| {
            let version = inner.store.version()?;
            if inner.seen != Some(version)
                && let Some(known) = inner.store.published()?
            {
                return ask(inner.store.as_ref(), known);
            }
            let view = inner.view()?;
            ask(inner.store.as_ref(), view.as_ref())
        })
    }

    /// Adds documents, each wholly or not at all; says which were new.
    pub fn add(&self, documents: &[Rows]) -> Result<Vec<bool>, BaseError> {
        self.inner().store.add(documents)
    }

    /// Whether a text is there.
    pub fn has(&self, document: DocumentId) -> Result<bool, BaseError> {
        self.inner().store.has(document)
    }

    /// Brings the tables that people read with SQL up to date with who is who. Queries need it not.
    pub fn publish(&self) -> Result<(), BaseError> {
        let mut inner = self.inner();
        if inner.store.published()?.is_some() {
            return Ok(());
        }
        let view = inner.view()?;
        let rows: Vec<(Sig, &str, &str)> =
            view.entities().iter().flat_map(|e| e.sigs.iter().map(|s| (*s, e.id.as_str(), e.name.as_str()))).collect();
        inner.store.publish(&rows)?;
        // Publishing changes no document.
        inner.seen = Some(inner.store.version()?);
        Ok(())
    }

    /// The documents by date and hash, without their texts.
    pub fn documents(&self) -> Result<Vec<DocumentRow>, BaseError> {
        self.inner().store.documents()
    }

    /// One document, without its text.
    pub fn document(&self, document: DocumentId) -> Result<Option<DocumentRow>, BaseError> {
        self.inner().store.document(document)
    }

    /// All rows of one document.
    pub fn rows(&self, document: DocumentId) -> Result<Option<Rows>, BaseError> {
        self.inner().store.rows(document)
    }

    /// The text of one document.
    pub fn text(&self, document: DocumentId) -> Result<Option<String>, BaseError> {
        self.inner().store.text(document)
    }

    /// The id in the base of each entity of a document, in their order; none for descriptions, and for a family name of nobody knows where.
    pub fn ids(&self, document: DocumentId) -> Result<Vec<Option<String>>, BaseError> {
        self.asked(|store, known| store.sigs(document)?.into_iter().map(|sig| Ok(known.who(sig)?.0)).collect())
    }

    /// The events that a query asks for, by their bounds; those without a date last.
    pub fn events(&self, query: &Query) -> Result<Vec<EventFact>, BaseError> {
        self.asked(|store, known| store.events(&query.bind(known, store)?)?.into_iter().map(|f| EventFact::of(f, known)).collect())
    }

    /// The claims that a query asks for, by document and in the order of their words.
    pub fn claims(&self, query: &Query) -> Result<Vec<ClaimFact>, BaseError> {
        self.asked(|store, known| store.claims(&query.bind(known, store)?)?.into_iter().map(|f| ClaimFact::of(f, known)).collect())
    }

    /// The tenures that a query asks for, by the time that attests them.
    pub fn tenures(&self, query: &Query) -> Result<Vec<TenureFact>, BaseError> {
        self.asked(|store, known| store.tenures(&query.bind(known, store)?)?.into_iter().map(|f| TenureFact::of(f, known)).collect())
    }

    /// Who is who.
    pub fn view(&self) -> Result<Arc<View>, BaseError> {
        self.steady(Inner::view)
    }

    /// The entities of the base, sorted by id.
    pub fn entities(&self) -> Result<Vec<Merged>, BaseError> {
        self.asked(|_, known| known.entities(None))
    }

    /// The entity that an id means, or a whole name that no other has.
    ///
    /// # Errors
    /// `unknown` where nobody has it, `ambiguous` where several have.
    pub fn entity(&self, given: &str) -> Result<Merged, BaseError> {
        Merged::one(&self.entities()?, given).cloned()
    }

    /// The entities that a name (any run of its words), an id or a code means, sorted by id.
    ///
    /// # Errors
    /// `unknown` where nobody has it.
    pub fn who(&self, given: &str) -> Result<Vec<Merged>, BaseError> {
        let found = self.asked(|_, known| known.entities(Some(&known.named(given)?)))?;
        if found.is_empty() { Err(BaseError::Unknown { what: "entity", given: given.into() }) } else { Ok(found) }
    }

    /// Events and the reports that tell each, by time.
    pub fn stories(&self) -> Result<Vec<Story>, BaseError> {
        self.asked(|store, known| stories_of(store.classes()?, store, known))
    }

    /// The reports of the event that one of them, by its id, tells; that one included.
    ///
    /// # Errors
    /// `unknown` where no event has the id.
    pub fn sources_of(&self, event: &str) -> Result<Vec<EventFact>, BaseError> {
        let known = self.events(&Query::events().with("id", &[event])?)?;
        let Some(first) = known.first() else { return Err(BaseError::Unknown { what: "event", given: event.into() }) };
        // A story has one class: events of others need not be looked at.
        let stories = self.asked(|store, known| stories_of(vec![first.class.clone()], store, known))?;
        let story = stories.into_iter().find(|s| s.events.iter().any(|id| id == event));
        let Some(story) = story else { return Ok(known) };
        let ids: Vec<&str> = story.events.iter().map(String::as_str).collect();
        self.events(&Query::events().with("id", &ids)?)
    }

    /// Which names are one, and why.
    pub fn merges(&self) -> Result<Vec<Merge>, BaseError> {
        Ok(self.view()?.merges().to_vec())
    }

    /// The user's own decisions, in the order in which they were made.
    pub fn decisions(&self) -> Result<Vec<Decision>, BaseError> {
        self.inner().store.decisions()
    }

    /// Decides that two are one: ids of entities, or names that only one entity has.
    ///
    /// # Errors
    /// `unknown` where nothing has the name, `ambiguous` where several have.
    pub fn join(&self, a: &str, b: &str) -> Result<Decision, BaseError> {
        let mut inner = self.inner();
        let view = inner.view()?;
        let (a, b) = (view.label(a)?, view.label(b)?);
        if a == b {
            return Err(BaseError::BadValue { given: a.name, expected: "name other than the first" });
        }
        inner.decide(Decision::Join { a, b })
    }

    /// Decides that a name of an entity is somebody else's: `part` is one of its names, or the hash (or your own id) of the one document in
    /// which somebody else bears it.
    ///
    /// # Errors
    /// `unknown` where the entity has no such name and stands in no such document.
    pub fn split(&self, entity: &str, part: &str) -> Result<Vec<Decision>, BaseError> {
        let mut inner = self.inner();
        let view = inner.view()?;
        let whole = view.one(entity)?.clone();
        let labels = view.labels(&whole);
        let by_name: Vec<Label> = labels.iter().filter(|l| l.name == super::fold::words(part).join(" ")).cloned().collect();
        let (parts, rest): (Vec<Label>, Vec<Label>) = match by_name.is_empty() {
            false => labels.into_iter().partition(|l| by_name.contains(l)),
            true => (inner.labels_in(&whole, part, &view)?, labels),
        };
        if parts.is_empty() || rest.is_empty() {
            return Err(BaseError::Unknown { what: "other name of the entity", given: part.into() });
        }
        let mut decisions = Vec::new();
        for a in &rest {
            for b in &parts {
                decisions.push(inner.decide(Decision::Split { a: a.clone(), b: b.clone() })?);
            }
        }
        Ok(decisions)
    }

    /// What plain SQL answers; `docs/sql.md` tells the views. Nothing can be changed so.
    pub fn sql(&self, sql: &str) -> Result<Table, BaseError> {
        self.inner().store.sql(sql)
    }

    /// The integrity of what is stored: one line for each thing that is wrong.
    pub fn problems(&self) -> Result<Vec<String>, BaseError> {
        self.inner().store.problems()
    }
}

/// The stories of some classes. A story has one class: those of the others need not be held meanwhile.
fn stories_of(classes: Vec<String>, store: &dyn Store, known: &dyn Known) -> Result<Vec<Story>, BaseError> {
    let documents = store.documents()?;
    let kinds = known.entities(None)?.into_iter().map(|e| (e.id, e.kind)).collect();
    let mut all = Vec::new();
    for class in classes {
        let told = Story::STATUSES.map(|status| Test::Is("status", status.name().into()));
        let query = Bound { about: About::Events, tests: vec![vec![Test::Is("class", class)], told.into()], bare: true };
        let facts = store.events(&query)?.into_iter().map(|found| EventFact::of(found, known));
        all.extend(stories(&facts.collect::<Result<Vec<_>, _>>()?, &documents, &kinds));
    }
    all.sort_by(|a, b| a.order().cmp(&b.order()));
    Ok(all)
}

impl Inner {
    fn decide(&mut self, decision: Decision) -> Result<Decision, BaseError> {
        self.store.decide(&decision)?;
        Ok(decision)
    }

    /// The labels of an entity in one document, as this document's own.
    fn labels_in(&self, whole: &Merged, document: &str, view: &View) -> Result<Vec<Label>, BaseError> {
        let matches =
            |d: &DocumentRow| d.source.id.as_deref() == Some(document) || document.len() >= 8 && d.sha256.to_string().starts_with(document);
        let Some(document) = self.store.documents()?.into_iter().find(matches) else { return Ok(Vec::new()) };
        let Some(rows) = self.store.rows(document.sha256)? else { return Ok(Vec::new()) };
        let here = super::Signature::all(&rows);
        let theirs = view.labels(whole);
        let own = |label: Label| Label { document: Some(document.sha256.to_string()), ..label };
        let mut labels: Vec<Label> = here.iter().map(Label::of).filter(|l| theirs.contains(l)).map(own).collect();
        labels.sort();
        labels.dedup();
        Ok(labels)
    }
}
