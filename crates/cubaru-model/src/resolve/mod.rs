//! Who is who across documents: a function of the signatures that the documents have and of the user's decisions, and of nothing else, so
//! that it cannot matter what was added first.
//!
//! Entities of one name and one country are one, but for a lifetime between them. Names are joined pair by pair, the best pair first, where they
//! agree and nothing contradicts it; a join that any two members contradict does not happen, and a name that could be either of two stays alone. Each join is kept as a [`Merge`] with its reasons.
use crate::base::{BaseError, Sig};
use std::collections::BTreeSet;

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

/// Who is who, as far as a question must know it.
pub trait Known {
    /// The signatures of all whom a name, an id or a code means: an id before a code, a code (by its beginning) before a name (by any run of
    /// its words).
    fn named(&self, given: &str) -> Result<BTreeSet<Sig>, BaseError>;

    /// The persons among them.
    fn persons(&self, given: &str) -> Result<BTreeSet<Sig>, BaseError>;

    /// The signatures of the entity that has this one.
    fn together(&self, sig: Sig) -> Result<Vec<Sig>, BaseError>;

    /// The id and the name of the entity of a signature; of a description its words alone.
    fn who(&self, sig: Sig) -> Result<(Option<String>, Option<String>), BaseError>;

    /// The entities that have one of these signatures, or all; sorted by id.
    fn entities(&self, having: Option<&BTreeSet<Sig>>) -> Result<Vec<Merged>, BaseError>;
}

/// Whether something is written as an actor code is.
pub(crate) fn is_code(given: &str) -> bool {
    given.len() >= 3 && given.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit())
}

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
