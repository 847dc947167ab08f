//! A claim: one statement by one source at one place.

use cubaru_parse::{Certainty, Modality, Span, Status, Words, spans};
use serde::{Deserialize, Serialize};

/// What a claim states.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum ClaimKind {
    /// That something happened, will, or did not: an item of `events`.
    Event,
    /// That a person holds or held a post: an item of `offices`.
    Office,
    /// That somebody said something: an item of `attributions`.
    Statement,
}

impl ClaimKind {
    /// The name, as it stands in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Event => "event",
            Self::Office => "office",
            Self::Statement => "statement",
        }
    }

    /// Reads a name.
    pub fn from_name(name: &str) -> Option<Self> {
        [Self::Event, Self::Office, Self::Statement].into_iter().find(|k| k.name() == name)
    }
}

/// The exact words with what stands around them (W3C Web Annotation, text quote selector).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Quote {
    /// The words.
    pub exact: String,
    /// Up to 32 characters before them.
    pub prefix: String,
    /// Up to 32 characters after them.
    pub suffix: String,
}

/// Where the words of a claim stand (W3C Web Annotation: position and quote; the hash stands on the document).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Evidence {
    /// The place.
    pub position: Span,
    /// The words.
    pub quote: Quote,
}

/// One speaker of a claim's chain.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Speaker {
    /// Index of the attribution that brings the speaker in.
    pub attribution: u32,
    /// Index of the speaker's entity.
    pub entity: Option<u32>,
    /// The words that name the speaker; none where the text names nobody.
    pub source: Vec<Words>,
    /// The words that attribute.
    pub cue: Vec<Words>,
    /// The certainty, seen from this speaker.
    pub certainty: Certainty,
}

/// One statement by one source at one place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Claim {
    /// An id that comes from the content: the text's hash, what is stated, and where.
    pub id: String,
    /// What is stated.
    pub kind: ClaimKind,
    /// Index of the item in the list that `kind` names.
    pub item: u32,
    /// The chain of speakers, outermost first; empty where the document's author speaks.
    pub speakers: Vec<Speaker>,
    /// The certainty, seen from the document's author.
    pub certainty: Certainty,
    /// What became of it.
    pub status: Status,
    /// How it is stated.
    pub modality: Modality,
    /// The sentence that states it.
    pub evidence: Vec<Evidence>,
}

spans!(Evidence: position);
spans!(Speaker: source, cue);
spans!(Claim: speakers, evidence);
