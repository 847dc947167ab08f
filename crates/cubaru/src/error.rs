//! What can be wrong with an input. Odd prose never is an error.

use cubaru_edtf::EdtfError;
use cubaru_model::BaseError;
use cubaru_parse::{RuleError, Span};

/// Why a text could not be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The bytes are not UTF-8.
    #[error("not UTF-8: the byte at offset {offset} belongs to no character")]
    NotUtf8 {
        /// The offset of the first wrong byte.
        offset: usize,
    },
    /// The text is longer than the reader's limit.
    #[error("the text has {length} bytes, the limit is {limit}")]
    TooLong {
        /// The text's length in bytes.
        length: usize,
        /// The limit in bytes.
        limit: usize,
    },
    /// The date of publication has another form.
    #[error("`{given}` is no date")]
    BadDate {
        /// What was given.
        given: String,
    },
    /// A text is no EDTF.
    #[error(transparent)]
    Edtf(#[from] EdtfError),
    /// A line of rules of events breaks their format.
    #[error("{0}")]
    Rules(#[from] RuleError),
    /// A knowledge base could not do what it was asked for.
    #[error(transparent)]
    Base(#[from] BaseError),
    /// A document has no layer of this name.
    #[error("`{given}` is no layer of a document")]
    UnknownLayer {
        /// What was given.
        given: String,
    },
    /// What should tell a person is no name and no object with one.
    #[error("no person: {problem}")]
    BadPerson {
        /// What is wrong with it.
        problem: String,
    },
    /// What should be JSON that cubaru wrote is no JSON.
    #[error("no JSON: {problem}")]
    BadJson {
        /// What is wrong with it, and where.
        problem: String,
    },
    /// A file of cases breaks its format.
    #[error("cases, line {line}: {problem}")]
    BadCase {
        /// The line, counted from 1.
        line: usize,
        /// What is wrong, and what is expected.
        problem: String,
    },
}

impl Error {
    /// A stable code for programs.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NotUtf8 { .. } => "not-utf8",
            Self::TooLong { .. } => "too-long",
            Self::BadDate { .. } => "bad-date",
            Self::Edtf(error) => error.code(),
            Self::Rules(_) => "bad-rule",
            Self::Base(error) => error.code(),
            Self::UnknownLayer { .. } => "unknown-layer",
            Self::BadPerson { .. } => "bad-person",
            Self::BadJson { .. } => "bad-json",
            Self::BadCase { .. } => "bad-case",
        }
    }

    /// Where the text is to blame, in bytes.
    pub fn span(&self) -> Option<Span> {
        match self {
            Self::NotUtf8 { offset } => Some(Span::new(*offset, *offset + 1)),
            Self::TooLong { length, limit } => Some(Span::new(*limit, *length)),
            Self::Edtf(error) => Some(Span::new(error.span().start, error.span().end)),
            Self::Rules(error) => Some(Span::new(error.span.start, error.span.end)),
            _ => None,
        }
    }

    /// What to do.
    pub fn hint(&self) -> String {
        match self {
            Self::NotUtf8 { .. } => "save the text as UTF-8 (`iconv -f WINDOWS-1252 -t UTF-8` turns the commonest other encoding)".into(),
            Self::TooLong { .. } => {
                "split the text, or raise the limit (`Reader::with_limit`, `limit=` in Python and JS, `--limit`)".into()
            }
            Self::BadDate { .. } => "write a year, a month or a day: 2023, 2023-06, 2023-06-04".into(),
            Self::Edtf(error) => error.hint().into(),
            Self::Rules(error) => error.hint.into(),
            Self::Base(error) => error.hint(),
            Self::UnknownLayer { .. } => format!("layers are {}", crate::LAYERS.join(", ")),
            Self::BadPerson { .. } => {
                "give a name, or an object with `name` and any of `country`, `office` (strings) and `year` (a number, or a string such as \"1994\")".into()
            }
            Self::BadJson { .. } => "give JSON or JSON lines that cubaru wrote, whole".into(),
            Self::BadCase { .. } => "`cases/README.md` describes the format".into(),
        }
    }
}
