//! Reads political news and gives back knowledge with its sources: who did or said what to whom, when, where, according to
//! whom and how certainly, each fact tied to the exact words that say it.
//!
//! ```
//! use cubaru::{Reader, Source};
//! let reader = Reader::english();
//! let source = Source::new("Russian Foreign Minister Sergei Lavrov visited Cuba on Thursday.").published("2023-04-22");
//! let document = reader.read(&source)?;
//! let visit = &document.events()[0];
//! assert_eq!(visit.class.name(), "CONSULT");
//! assert_eq!(visit.date.as_deref(), Some("2023-04-20"));
//! assert_eq!(&document.text()[visit.trigger[0].span().range()], "visited");
//! # Ok::<(), cubaru::Error>(())
//! ```
//!
//! A [`Reader`] is built once and shared between threads. A [`Document`] owns its text and everything read from it; offsets
//! count bytes in Rust, code points in JSON and Python, UTF-16 units in JavaScript ([`Document::in_unit`]).
#[cfg(feature = "schema")]
mod answers;
mod base;
pub mod cases;
mod check;
mod conllu;
mod document;
mod error;
mod export;
mod outline;
mod person;
mod reader;
mod source;
mod verify;

pub use base::{Ask, Asked, KnowledgeBase};
pub use check::{Checks, check, check_in, findings_in};
pub use cubaru_edtf::{self as edtf, Edtf};
pub use cubaru_model::check::{Finding, Kind as FindingKind, Side as FindingSide};
pub use cubaru_model::{
    BaseError, Claim, ClaimKind, ClaimRow, DocumentId, DocumentRow, EntityRow, EventRow, Evidence, MentionRow, Metadata, QuantityRow,
    Quote, Rows, Speaker, TenureRow, TimeRow,
    base::Table,
    export::{Excerpt, Format, Subject},
    query::{About, ClaimFact, Edge, EventFact, MonthCount, Network, Node, Party, Query, TenureFact, Voice},
    resolve::{Decision, Label, Merge, Merged, Story},
    table,
};
pub use cubaru_names::{self as names, Comparison, Person, Reason, ReasonId, Stance};
pub use cubaru_parse::{
    Anchoring, Approximation, Attribution, AttributionKind, Certainty, Class, Closing, Diagnostic, DocumentDate, Entity, Event, Language,
    Mention, MentionKind, Modality, Office, Offsets, Part, PartKind, PartialDate, Participant, Quantity, QuantityKind, Quotation, Repair,
    Rule, RuleError, Sentence, Side, Span, Status, Time, TimexType, Token, TokenKind, Unit, Unread, Why, Words,
    syntax::{Relation, Upos, Word, Xpos},
};
pub use cubaru_petrarch::{self as petrarch, CodedActor, CodedEvent, Coding, Dictionaries, DictionaryLine, DictionaryProblem, IssueCount};
pub use document::{Document, JSON_VERSION, in_unit};
pub use error::Error;
pub use outline::LAYERS;
pub use person::{person, same_person};
pub use reader::{DEFAULT_LIMIT, Reader};
pub use source::Source;
pub use verify::{Texts, Unverified, Verified};

/// What reading gives: a document, or what was wrong with the input.
pub type Result<T> = std::result::Result<T, Error>;

// The example of `cubaru-model` needs a language, which that crate does not have.
#[cfg(doctest)]
#[doc = include_str!("../../cubaru-model/README.md")]
struct ReadmeOfModel;

#[cfg(doctest)]
#[doc = include_str!("../../../docs/events.md")]
struct GuideToEvents;

#[cfg(doctest)]
#[doc = include_str!("../../../docs/base.md")]
struct GuideToBases;
