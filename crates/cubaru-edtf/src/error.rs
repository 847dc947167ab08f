//! What can be wrong with a text that should be EDTF.

use std::ops::Range;

/// Why a text is no EDTF.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum EdtfError {
    /// The notation is broken.
    #[error("no EDTF: {expected} expected, found {found}")]
    Syntax {
        /// What could stand here.
        expected: &'static str,
        /// What does.
        found: String,
        /// Where, in bytes.
        span: Range<usize>,
    },
    /// A month, day, hour or year that does not exist.
    #[error("no EDTF: {problem}")]
    Calendar {
        /// What does not exist.
        problem: String,
        /// Where, in bytes.
        span: Range<usize>,
    },
    /// An interval or a range that ends before it begins.
    #[error("no EDTF: the end lies before the beginning")]
    Order {
        /// Where, in bytes.
        span: Range<usize>,
    },
    /// A year beyond what can be counted.
    #[error("no EDTF here: the year has more than 18 digits")]
    Range {
        /// Where, in bytes.
        span: Range<usize>,
    },
}

impl EdtfError {
    /// A stable code for programs.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Syntax { .. } => "edtf-syntax",
            Self::Calendar { .. } => "edtf-calendar",
            Self::Order { .. } => "edtf-order",
            Self::Range { .. } => "edtf-range",
        }
    }

    /// Where the text is to blame, in bytes.
    pub fn span(&self) -> Range<usize> {
        match self {
            Self::Syntax { span, .. } | Self::Calendar { span, .. } | Self::Order { span } | Self::Range { span } => span.clone(),
        }
    }

    /// What to do.
    pub fn hint(&self) -> &'static str {
        match self {
            Self::Syntax { .. } => {
                "write 2023, 2023-06, 2023-06-04, 2023-06?, 199X, 2023-21, 2023-05/2023-06, 2023/.., [2021,2023]; longer years begin with Y"
            }
            Self::Calendar { .. } => "write a date that the Gregorian calendar has; X stands for a digit that is not known",
            Self::Order { .. } => "put the earlier date first",
            Self::Range { .. } => "write a year of at most 18 digits",
        }
    }
}
