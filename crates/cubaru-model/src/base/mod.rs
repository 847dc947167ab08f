//! A knowledge base: many documents, as rows.
mod made;
mod rows;

pub use rows::{ClaimRow, DocumentId, DocumentRow, EntityRow, EventRow, MentionRow, QuantityRow, Rows, TenureRow, TimeRow};
