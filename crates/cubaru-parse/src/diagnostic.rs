//! What the reader noticed about a text: never a failure.

use crate::{span::Span, spans};
use serde::Serialize;

/// A remark on the text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Diagnostic {
    /// A stable code for programs: `unpaired-quotation`, `date-contradicted` …
    pub code: String,
    /// What is the matter.
    pub message: String,
    /// What to do about it.
    pub hint: String,
    /// Where, if somewhere.
    pub span: Option<Span>,
}

spans!(Diagnostic: span);
