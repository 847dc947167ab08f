//! How certain a statement is, on FactBank's scale, and what became of the act it states.

use serde::{Deserialize, Serialize};

/// FactBank's certainty and polarity, relative to a source (Saurí and Pustejovsky 2009).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Default)]
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Default)]
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

/// How a statement is made: plainly, or how it is kept from being plain.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Modality {
    /// Said plainly.
    #[default]
    Asserted,
    /// In somebody's words or belief, named or not.
    Attributed,
    /// Held likely, possible or unlikely: "may", "seems to".
    Hedged,
    /// To come: "will", "plans to".
    Future,
    /// Said not to be so: "not", "refused to", "without".
    Negated,
    /// A condition, or what hangs on one: "if", "unless", "would".
    Conditional,
    /// Supposed against what is so: "had it not", "would have", "as if".
    Counterfactual,
    /// Wished, demanded, offered, tried or meant: "wants to", "urged", "in order to".
    Desired,
    /// Asked, or left open: "did it?", "whether".
    Asked,
    /// Judged: "should", "it is shameful that", "rightly".
    Evaluative,
}

impl Modality {
    const ALL: [Self; 10] = [
        Self::Asserted,
        Self::Attributed,
        Self::Hedged,
        Self::Future,
        Self::Negated,
        Self::Conditional,
        Self::Counterfactual,
        Self::Desired,
        Self::Asked,
        Self::Evaluative,
    ];

    /// The name, as it stands in JSON.
    ///
    /// ```
    /// use cubaru_parse::Modality;
    /// assert_eq!(Modality::from_name("conditional").map(Modality::name), Some("conditional"));
    /// ```
    pub fn name(self) -> &'static str {
        match self {
            Self::Asserted => "asserted",
            Self::Attributed => "attributed",
            Self::Hedged => "hedged",
            Self::Future => "future",
            Self::Negated => "negated",
            Self::Conditional => "conditional",
            Self::Counterfactual => "counterfactual",
            Self::Desired => "desired",
            Self::Asked => "asked",
            Self::Evaluative => "evaluative",
        }
    }

    /// Reads a name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|m| m.name() == name)
    }

    /// What a status alone tells of it.
    pub fn of(status: Status) -> Self {
        match status {
            Status::Actual => Self::Asserted,
            Status::Reported => Self::Attributed,
            Status::Future => Self::Future,
            Status::Possible => Self::Hedged,
            Status::Hypothetical => Self::Desired,
            Status::Negated => Self::Negated,
        }
    }
}

/// Certainty, status and modality of one statement, as the lists write them: `PS+/possible`, `U/hypothetical/conditional`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Value {
    pub certainty: Certainty,
    pub status: Status,
    pub modality: Modality,
}

impl Value {
    pub(crate) const fn new(certainty: Certainty, status: Status, modality: Modality) -> Self {
        Self { certainty, status, modality }
    }

    /// Reads a cell. Without a modality it is the one that the status tells; of what is certainly not so, a supposition against the facts.
    pub(crate) fn read(cell: &str) -> Option<Self> {
        let mut parts = cell.split('/');
        let certainty = Certainty::from_code(parts.next()?)?;
        let status = Status::from_name(parts.next()?)?;
        let told = match (certainty, status) {
            (Certainty::CtMinus | Certainty::CtPlus, Status::Hypothetical) => Modality::Counterfactual,
            _ => Modality::of(status),
        };
        let modality = parts.next().map_or(Some(told), Modality::from_name)?;
        Some(Self { certainty, status, modality })
    }
}
