//! What a check says: two places side by side, never who is right.

use crate::{DocumentId, content_id};
use cubaru_parse::{Words, spans};
use serde::Serialize;

macro_rules! kinds {
    ($($(#[$about:meta])* $variant:ident $name:literal,)*) => {
        /// What is set against what.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "FindingKind"))]
        #[serde(rename_all = "kebab-case")]
        pub enum Kind { $($(#[$about])* $variant,)* }

        impl Kind {
            /// All kinds, in the order in which findings are shown.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// The name, as it stands in JSON and on the command line.
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }

            /// Reads a name.
            pub fn from_name(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|k| k.name() == name)
            }
        }
    };
}

kinds! {
    /// A number of persons or countries, and those that are named.
    Count "count",
    /// A length of time, and the dates that bound it.
    Span "span",
    /// A class of persons, and somebody named under it whose post lies elsewhere.
    Class "class",
    /// An order of events, and dates that have them in another.
    Order "order",
    /// What two documents say of one thing at one time.
    Contradiction "contradiction",
    /// A claim, and the stronger one that a later document makes of it.
    Drift "drift",
    /// A claim, and what it depends on.
    Dependence "dependence",
    /// A superlative or universal for which the text gives nothing.
    Superlative "superlative",
    /// A figure for which the text names nobody.
    Figure "figure",
}

/// One side of a finding: words of a document, and what was read there.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "FindingSide"))]
pub struct Side {
    /// The document.
    pub document: DocumentId,
    /// Where the words begin.
    pub start: u32,
    /// Where they end.
    pub end: u32,
    /// The words.
    pub text: String,
    /// What was read there: a number, a length (`P5M`), an order, a name …
    pub read: String,
    /// What was counted, where something was: names, dates.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<Words>,
}

/// Two places that a reader should look at side by side.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Finding {
    /// An id that comes from its kind and places.
    pub id: String,
    /// What is set against what.
    pub kind: Kind,
    /// The rule that found it; `docs/checks.md` lists them.
    pub rule: &'static str,
    /// Whether both sides say the same, as read: seven announced and seven named.
    pub agrees: bool,
    /// The one side: what is stated, or stated first.
    pub a: Side,
    /// The other side; none where the text gives none.
    pub b: Option<Side>,
    /// The two readings in words.
    pub note: String,
}

spans!(Side: here, items);

impl Finding {
    pub(crate) fn new(kind: Kind, rule: &'static str, a: Side, b: Option<Side>, note: String) -> Self {
        let place = |s: &Side| format!("{} {} {}", s.document, s.start, s.end);
        let id = content_id([kind.name(), rule, &place(&a), &b.as_ref().map(place).unwrap_or_default()]);
        Self { id, kind, rule, agrees: false, a, b, note }
    }

    pub(crate) fn agreeing(self, agrees: bool) -> Self {
        Self { agrees, ..self }
    }
}
