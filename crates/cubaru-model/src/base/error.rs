//! What can go wrong with a knowledge base.

/// Why a knowledge base could not do what it was asked for.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum BaseError {
    /// A condition of a query has no such name, or does not fit what is asked for.
    #[error("`{given}` is no condition of {about}")]
    UnknownCondition {
        /// What was given.
        given: String,
        /// What is asked for: `events`, `claims` or `tenures`.
        about: &'static str,
        /// The conditions that there are.
        known: String,
    },
    /// A condition cannot have this value.
    #[error("`{given}` is no {expected}")]
    BadValue {
        /// What was given.
        given: String,
        /// What it should be.
        expected: &'static str,
    },
    /// Nothing in the base has this id or name.
    #[error("the base knows no {what} `{given}`")]
    Unknown {
        /// What was looked for: `entity`, `event`, `document`.
        what: &'static str,
        /// Its id or name, as given.
        given: String,
    },
    /// Several entities have this name.
    #[error("`{given}` are several: {candidates}")]
    Ambiguous {
        /// The name, as given.
        given: String,
        /// Their ids.
        candidates: String,
    },
    /// The file comes from a later version of cubaru.
    #[error("the base has schema version {found}; this cubaru knows versions up to {known}")]
    Newer {
        /// The file's version.
        found: i64,
        /// The newest version that is known.
        known: i64,
    },
    /// The file is no knowledge base.
    #[error("`{path}` is no knowledge base of cubaru")]
    NotABase {
        /// The file.
        path: String,
    },
    /// A line of a saved base is not what [`Base::save`](super::Base::save) writes.
    #[error("line {line} of the saved base: {problem}")]
    BadLine {
        /// The line, counted from 1.
        line: usize,
        /// What is wrong with it.
        problem: String,
    },
    /// Another process is writing, and did not finish in time.
    #[error("another process is writing to the base")]
    Busy,
    /// The file cannot be read or written, or is damaged.
    #[error("the base cannot be used: {problem}")]
    Store {
        /// What SQLite says.
        problem: String,
    },
}

impl BaseError {
    /// A stable code for programs.
    pub fn code(&self) -> &'static str {
        match self {
            Self::UnknownCondition { .. } => "unknown-condition",
            Self::BadValue { .. } => "bad-value",
            Self::Unknown { .. } => "unknown",
            Self::Ambiguous { .. } => "ambiguous",
            Self::Newer { .. } => "newer-base",
            Self::NotABase { .. } => "not-a-base",
            Self::BadLine { .. } => "bad-line",
            Self::Busy => "busy",
            Self::Store { .. } => "store",
        }
    }

    /// What to do.
    pub fn hint(&self) -> String {
        match self {
            Self::UnknownCondition { known, .. } => format!("conditions are {known}"),
            Self::BadValue { .. } => "docs/base.md lists the conditions and their values".into(),
            Self::Unknown { .. } => "ask for the ids with `entities` (`cubaru base who`), `events` or `documents`".into(),
            Self::Ambiguous { .. } => "give one of the ids".into(),
            Self::Newer { .. } => "use a newer cubaru, or make the base anew from its texts".into(),
            Self::NotABase { .. } => "name a file that `cubaru base add` made, or one that is not there yet".into(),
            Self::BadLine { .. } => "give a file that `save` wrote, whole and unchanged; what stands before the line is in the base, and adding it again changes nothing".into(),
            Self::Busy => "try again when it has finished; readers need not wait".into(),
            Self::Store { .. } => "check the path, the disk and who may write; `cubaru base verify` tests the file".into(),
        }
    }
}
