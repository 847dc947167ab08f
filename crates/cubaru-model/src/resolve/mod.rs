//! Who is who across documents: a function of the signatures that the documents have and of the user's decisions, and of nothing else, so
//! that it cannot matter what was added first.
//!
//! Entities of one name and one country are one, but for a lifetime between them. Names are joined pair by pair, the best pair first, where they
//! agree and nothing contradicts it; a join that any two members contradict does not happen, and a name that could be either of two stays alone. Each join is kept as a [`Merge`] with its reasons.
mod body;
mod decision;
mod group;
mod node;
mod person;
mod story;
mod view;

pub use decision::{Decision, Label};
pub use group::Merge;
pub use story::{Story, stories};
pub use view::{Merged, View};

/// What two signatures are to each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// The same, with a score up to 100 and the reasons.
    Same(u32, Vec<String>),
    /// Nothing is known.
    Open,
    /// Not the same.
    Different,
}
