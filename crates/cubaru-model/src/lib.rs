//! What is known from political news: claims with their evidence. It sees frames, never grammar.
//!
//! A [`Claim`] is one statement by one source at one place of one text. Its [`Evidence`] quotes the exact words and says where
//! they stand; its id comes from its content, so that the same input gives the same id everywhere.
//!
//! Many documents make a knowledge base: [`base`] keeps their rows, [`query`] asks, [`resolve`] says who is who; with the feature `sqlite`,
//! `store` keeps them in one file.
pub mod base;
pub mod check;
mod claim;
mod day;
pub mod export;
mod id;
mod metadata;
pub mod query;
mod read;
pub mod resolve;
mod speaker;
#[cfg(feature = "sqlite")]
pub mod store;
pub mod table;

pub use base::{
    Base, BaseError, ClaimRow, DocumentId, DocumentRow, EntityRow, EventRow, MentionRow, QuantityRow, Rows, TenureRow, TimeRow,
};
pub use claim::{Claim, ClaimKind, Evidence, Quote, Speaker};
pub use id::{content_id, sha256};
pub use metadata::Metadata;
pub use read::claims;
pub use speaker::claims_by;
