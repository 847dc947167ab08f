//! What a user decided about who is who. Decisions are kept beside what documents say, and hold for documents that come later.

use crate::base::{DocumentId, Signature, fold};
use cubaru_parse::MentionKind;
use serde::{Deserialize, Serialize};

/// A name as a decision means it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Label {
    /// `person`, `body`, `place` or `country`.
    pub kind: String,
    /// The name in folded words.
    pub name: String,
    /// The country (alpha-3), where one is known.
    pub country: Option<String>,
    /// The one document (its hash) that is meant, where not all are.
    pub document: Option<String>,
}

impl Label {
    /// The label of a signature.
    pub(crate) fn of(signature: &Signature) -> Self {
        Self {
            kind: kind(signature).into(),
            name: fold::words(&signature.name).join(" "),
            country: signature.nation().map(String::from),
            document: signature.own.map(|d| d.to_string()),
        }
    }
}

/// What a signature stands for.
pub(crate) fn kind(signature: &Signature) -> &'static str {
    let country = signature.listed("countries") && signature.code.as_ref().is_some_and(|c| c.len() == 3);
    match signature.kind {
        MentionKind::Per => "person",
        MentionKind::Org => "body",
        MentionKind::Loc | MentionKind::Norp if country => "country",
        MentionKind::Loc => "place",
        MentionKind::Norp => "people",
        MentionKind::Nom | MentionKind::Pron => "description",
    }
}

/// A decision of the user.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(tag = "decision", rename_all = "kebab-case")]
pub enum Decision {
    /// These two are one.
    Join {
        /// The one.
        a: Label,
        /// The other.
        b: Label,
    },
    /// These two are not one.
    Split {
        /// The one.
        a: Label,
        /// The other.
        b: Label,
    },
}

/// What a decision is in JSON: one object for both kinds, which is easier to hold in other languages.
#[cfg(feature = "schema")]
mod schema {
    use super::{Decision, Label};
    use schemars::{JsonSchema, Schema, SchemaGenerator};

    /// A decision of the user.
    #[derive(JsonSchema)]
    #[allow(dead_code, reason = "only its shape is asked for")]
    struct Shape {
        /// What was decided.
        decision: DecisionKind,
        /// The one.
        a: Label,
        /// The other.
        b: Label,
    }

    /// What was decided.
    #[derive(JsonSchema)]
    #[schemars(rename_all = "kebab-case")]
    #[allow(dead_code, reason = "only its shape is asked for")]
    enum DecisionKind {
        /// These two are one.
        Join,
        /// These two are not one.
        Split,
    }

    impl JsonSchema for Decision {
        fn schema_name() -> std::borrow::Cow<'static, str> {
            "Decision".into()
        }

        fn json_schema(generator: &mut SchemaGenerator) -> Schema {
            Shape::json_schema(generator)
        }
    }
}

impl Decision {
    /// The two, the lesser first.
    pub fn pair(&self) -> (&Label, &Label) {
        let (Self::Join { a, b } | Self::Split { a, b }) = self;
        if a <= b { (a, b) } else { (b, a) }
    }

    /// Whether it speaks of the same two: it then takes the other's place.
    pub fn concerns(&self, other: &Self) -> bool {
        self.pair() == other.pair()
    }

    /// Whether it joins.
    pub fn joins(&self) -> bool {
        matches!(self, Self::Join { .. })
    }

    /// The document that it takes an entity out of, and the entity's name.
    pub(crate) fn taken_out(&self) -> Option<(DocumentId, &Label)> {
        let Self::Split { a, b } = self else { return None };
        [a, b].into_iter().find_map(|l| Some((l.document.as_ref()?.parse().ok()?, l)))
    }
}
