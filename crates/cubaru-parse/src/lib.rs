//! From the text of political news to frames: who did or said what to whom, when, where, according to whom.
//!
//! The floors, each importing only those below it: `text` (tokens, sentences, quotations, repairs), `lexical` (numbers, dates, money),
//! `syntax` (word classes and the tree), `phrase` (names, posts, places, times), `discourse` (who "he" is, what day "Friday" was), `frame` (who says what, who does what).
//! Parsing never fails on prose, needs no clock and does no I/O; the same input gives the same output.
//!
//! Offsets count bytes of UTF-8 ([`Span`]); [`Offsets`] turns them into other units.
mod certainty;
mod class;
mod diagnostic;
mod discourse;
mod frame;
mod input;
mod label;
mod language;
mod lexical;
mod marks;
mod parse;
mod parsed;
mod phrase;
mod product;
pub mod span;
pub mod syntax;
mod text;
mod token;
mod verb_group;
mod when;
mod why;

pub use certainty::{Certainty, Modality, Status};
pub use class::Class;
pub use diagnostic::Diagnostic;
#[doc(hidden)]
pub use discourse::{Candidate, Choice, signs};
pub use language::{Language, Rule, RuleError, tables};
#[doc(hidden)]
pub use parse::choices;
pub use parse::{parse, times};
pub use parsed::{
    Anchoring, Approximation, Attribution, AttributionKind, Closing, DocumentDate, Entity, Event, Mention, MentionKind, Office, Parsed,
    Part, PartKind, Participant, Quantity, QuantityKind, Quotation, Repair, Sentence, Side, Time, TimexType, Token, TokenKind, Unread,
};
pub use span::{Offsets, Span, Unit, Words};
pub use text::multiword;
pub use when::PartialDate;
pub use why::Why;

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
