//! How certain a statement is, on FactBank's scale, and what became of the act it states.

use serde::Serialize;

/// FactBank's certainty and polarity, relative to a source (Saurí and Pustejovsky 2009).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Certainty {
    /// Certain.
    #[serde(rename = "CT+")]
    #[default]
    CtPlus,
    /// Probable.
    #[serde(rename = "PR+")]
    PrPlus,
    /// Possible.
    #[serde(rename = "PS+")]
    PsPlus,
    /// Unspecified: in another's words, or a question.
    #[serde(rename = "U")]
    U,
    /// Certainly not.
    #[serde(rename = "CT-")]
    CtMinus,
    /// Probably not.
    #[serde(rename = "PR-")]
    PrMinus,
    /// Possibly not.
    #[serde(rename = "PS-")]
    PsMinus,
}

impl Certainty {
    /// The code: `CT+`, `PS-`, `U` …
    pub fn code(self) -> &'static str {
        match self {
            Self::CtPlus => "CT+",
            Self::PrPlus => "PR+",
            Self::PsPlus => "PS+",
            Self::U => "U",
            Self::CtMinus => "CT-",
            Self::PrMinus => "PR-",
            Self::PsMinus => "PS-",
        }
    }

    /// Reads a code.
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::CtPlus, Self::PrPlus, Self::PsPlus, Self::U, Self::CtMinus, Self::PrMinus, Self::PsMinus]
            .into_iter()
            .find(|c| c.code() == code)
    }
}

/// What became of an act, as the text has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// The author lets it stand.
    #[default]
    Actual,
    /// A plain event in somebody's words.
    Reported,
    /// Said to come.
    Future,
    /// A modal or an adverb of doubt.
    Possible,
    /// A condition, a wish, a demand, a question.
    Hypothetical,
    /// Said not to have happened.
    Negated,
}

impl Status {
    /// The name, as it stands in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Actual => "actual",
            Self::Reported => "reported",
            Self::Future => "future",
            Self::Possible => "possible",
            Self::Hypothetical => "hypothetical",
            Self::Negated => "negated",
        }
    }

    /// Reads a name.
    pub fn from_name(name: &str) -> Option<Self> {
        [Self::Actual, Self::Reported, Self::Future, Self::Possible, Self::Hypothetical, Self::Negated]
            .into_iter()
            .find(|s| s.name() == name)
    }
}
