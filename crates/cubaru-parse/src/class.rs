//! Classes of events.

use serde::Serialize;
use std::borrow::Cow;

/// An event class: PLOVER's sixteen, `SAY`, or a lasting state such as `LEASE`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Class(pub Cow<'static, str>);

impl Class {
    /// A public statement, which PLOVER lacks.
    pub const SAY: Class = Class(Cow::Borrowed("SAY"));

    /// PLOVER's sixteen classes, by quad class.
    pub const PLOVER: [&'static str; 16] = [
        "AGREE",
        "CONSULT",
        "SUPPORT",
        "CONCEDE",
        "COOPERATE",
        "AID",
        "RETREAT",
        "REQUEST",
        "ACCUSE",
        "REJECT",
        "THREATEN",
        "PROTEST",
        "SANCTION",
        "MOBILIZE",
        "COERCE",
        "ASSAULT",
    ];

    /// The name.
    pub fn name(&self) -> &str {
        &self.0
    }

    /// PLOVER's quad class: `VERBAL COOPERATION` and so on; none for statements and states.
    pub fn quad(&self) -> Option<&'static str> {
        let place = Self::PLOVER.iter().position(|c| *c == self.0)?;
        Some(match place {
            0..4 => "VERBAL COOPERATION",
            4..7 => "MATERIAL COOPERATION",
            7..11 => "VERBAL CONFLICT",
            _ => "MATERIAL CONFLICT",
        })
    }
}
