//! Word lists as sorted tab-separated text, packed into one block of bytes for longest-match lookup.
//!
//! A list is a text file that a political scientist can read and correct ([`List::read`]). [`pack`] turns lists into
//! bytes at build time; [`Lexicon::from_static`] uses these bytes in place, so that start-up costs nothing, and
//! [`Lexicon::from_lists`] does the same at run time for a user's own lists. A [`Walk`] feeds text piece by piece
//! through a finite-state transducer and says which entries end where it stands.
//!
//! ```
//! use cubaru_lexicon::{Lexicon, List};
//! let text = "# what: countries\n# match: exact\n# columns: form<TAB>code\nCuba\tCUB\nSouth Korea\tKOR\n";
//! let lexicon = Lexicon::from_lists(&[List::read("countries", text)?])?;
//! let mut walk = lexicon.walk();
//! walk.feed("South");
//! assert!(walk.hits().next().is_none());
//! walk.feed(" Korea");
//! assert_eq!(walk.hits().next().unwrap().cell(1), "KOR");
//! # Ok::<(), cubaru_lexicon::LexiconError>(())
//! ```
mod fold;
mod list;
mod pack;

pub use fold::{fold_case, fold_marks};
pub use list::{List, Row};
pub use pack::{Entry, Lexicon, Walk, pack};

/// What can be wrong with a list or with packed bytes.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum LexiconError {
    /// A line of a list breaks the format.
    #[error("list `{list}`, line {line}: {problem}")]
    Line {
        /// The list's name.
        list: String,
        /// The line, counted from 1.
        line: u32,
        /// What is wrong, and what is expected.
        problem: String,
    },
    /// The bytes are not what [`pack`] wrote.
    #[error("these bytes are no packed lexicon: {0}")]
    Bytes(String),
}

impl LexiconError {
    /// A stable code for programs.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Line { .. } => "list-line",
            Self::Bytes(_) => "lexicon-bytes",
        }
    }

    /// What to do about it.
    pub fn hint(&self) -> &'static str {
        match self {
            Self::Line { .. } => "rows are tab-separated, sorted bytewise, one entry a line, below `# key: value` headers",
            Self::Bytes(_) => "pack the lists again with this version",
        }
    }
}

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
