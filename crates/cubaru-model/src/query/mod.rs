//! Asking a knowledge base: conditions, rows, and what can be counted and drawn from rows.
mod bind;
mod condition;
mod count;
mod fact;
mod holds;
mod network;

pub use bind::{Bound, Held, Side, Test, Who};
pub use condition::{About, Query};
pub use count::{MonthCount, counts_by_month_and_pair};
pub use fact::{ClaimFact, EventFact, Party, TenureFact, Voice};
pub use network::{Edge, Network, Node, network};

#[cfg(feature = "sqlite")]
pub(crate) use holds::CHUNKS;
pub(crate) use holds::{claim_holds, event_holds, tenure_holds};
