//! A knowledge base: many documents, as rows.
mod error;
pub(crate) mod fold;
mod knowledge;
mod made;
mod memory;
mod rows;
mod saved;
mod signature;
mod stated;
mod store;

pub use error::BaseError;
pub use knowledge::Base;
pub use memory::Memory;
pub use rows::{ClaimRow, DocumentId, DocumentRow, EntityRow, EventRow, MentionRow, NoDocumentId, QuantityRow, Rows, TenureRow, TimeRow};

pub use saved::SAVED_VERSION;
pub(crate) use signature::is_sector;
pub use signature::{Sig, Signature};
pub(crate) use stated::Stated;
pub use store::{Found, Store, Table};
