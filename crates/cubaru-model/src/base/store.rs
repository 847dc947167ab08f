//! Where rows are kept: the few things that memory and SQLite must both be able to do.

use super::{BaseError, ClaimRow, DocumentId, DocumentRow, EventRow, Rows, Sig, Signature, TenureRow};
use crate::{
    query::Bound,
    resolve::{Decision, Known},
};
use std::collections::BTreeMap;

/// A row that a query found, with its claim and with the signatures of those that both speak of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found<T> {
    /// The row.
    pub row: T,
    /// The claim that states it.
    pub claim: Option<ClaimRow>,
    /// The signature of each entity that the row or its claim names, by its place in the document's entities.
    pub sigs: BTreeMap<u32, Sig>,
}

/// What plain SQL answers: names of columns, and rows of values.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Table {
    /// The names of the columns.
    pub columns: Vec<String>,
    /// The rows.
    pub rows: Vec<Vec<serde_json::Value>>,
}

/// A place where rows are kept. All lists come in one order, whatever was added first: documents by date and hash, rows by theirs.
pub trait Store: Send {
    /// Adds documents, each wholly or not at all, and says which were new. A text that is there already changes nothing.
    fn add(&mut self, documents: &[Rows]) -> Result<Vec<bool>, BaseError>;

    /// Whether a text is there.
    fn has(&self, document: DocumentId) -> Result<bool, BaseError>;

    /// A number that changes when documents or decisions do, in this process or another.
    fn version(&mut self) -> Result<u64, BaseError>;

    /// From here on what is read stands still, whatever others write.
    fn begin(&mut self) -> Result<(), BaseError> {
        Ok(())
    }

    /// To here.
    fn end(&mut self) -> Result<(), BaseError> {
        Ok(())
    }

    /// The documents, without their texts.
    fn documents(&self) -> Result<Vec<DocumentRow>, BaseError>;

    /// One document, without its text.
    fn document(&self, document: DocumentId) -> Result<Option<DocumentRow>, BaseError>;

    /// All rows of one document.
    fn rows(&self, document: DocumentId) -> Result<Option<Rows>, BaseError>;

    /// The text of one document.
    fn text(&self, document: DocumentId) -> Result<Option<String>, BaseError>;

    /// The signatures of a document's entities, in their order.
    fn sigs(&self, document: DocumentId) -> Result<Vec<Sig>, BaseError>;

    /// The classes of its events, sorted.
    fn classes(&self) -> Result<Vec<String>, BaseError>;

    /// The events that a query asks for, by their bounds; those without a date last.
    fn events(&self, query: &Bound) -> Result<Vec<Found<EventRow>>, BaseError>;

    /// The claims that a query asks for, by document and in the order of their words.
    fn claims(&self, query: &Bound) -> Result<Vec<Found<ClaimRow>>, BaseError>;

    /// The tenures that a query asks for, by the time that attests them; those without one last.
    fn tenures(&self, query: &Bound) -> Result<Vec<Found<TenureRow>>, BaseError>;

    /// All signatures with their numbers, and how many entities have each.
    fn signatures(&self) -> Result<Vec<(Sig, Signature, u32)>, BaseError>;

    /// The decisions of the user, in the order in which they were made.
    fn decisions(&self) -> Result<Vec<Decision>, BaseError>;

    /// Keeps a decision; one that was made before is kept once. One that undoes another takes its place.
    fn decide(&mut self, decision: &Decision) -> Result<(), BaseError>;

    /// Keeps, for those who read the tables, which signatures are one: number, id, name.
    fn publish(&mut self, merged: &[(Sig, &str, &str)]) -> Result<(), BaseError>;

    /// Who is who as `publish` wrote it down, where nothing has come since.
    fn published(&self) -> Result<Option<&dyn Known>, BaseError> {
        Ok(None)
    }

    /// What plain SQL answers.
    fn sql(&self, _: &str) -> Result<Table, BaseError> {
        Err(BaseError::Store { problem: "a base in memory has no tables".into() })
    }

    /// What is wrong with the stored rows themselves, one line for each thing.
    fn problems(&self) -> Result<Vec<String>, BaseError>;
}
