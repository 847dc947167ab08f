//! Are two names the same person? [`compare`] says so with a score and its reasons.
//!
//! ```
//! use cubaru_names::{Person, compare};
//! let one = Person::new("Serhiy Petrenko").country("UKR").office("foreign minister").year(2009);
//! let other = Person::new("Sergei A. Petrenko").country("UKR").office("minister of foreign affairs").year(2010);
//! let found = compare(&one, &other);
//! assert!(found.same);
//! assert!(found.why.iter().any(|reason| reason.id.name() == "given-name-form"));
//!
//! let brother = Person::new("Taras Petrenko").country("UKR").year(2009);
//! let found = compare(&one, &brother);
//! assert!(!found.same);
//! assert_eq!(found.why.last().unwrap().id.name(), "conflict-given-name");
//! ```
//!
//! Names are taken apart into titles, given names, family names and numbers, by the customs of naming of their countries; their
//! words are compared by lists of given names, of family names and of letters that stand for each other in romanisations; and
//! country, office and year decide what the names leave open. A false merge is worse than a missed one: where anything contradicts,
//! two names are two persons.
//!
//! All lists are sorted text in `data/`. There is no I/O, no clock, and no input that makes it panic; time grows with the number of
//! words, of which the first ten count, each with its first 24 letters.
mod align;
mod bearer;
mod compare;
mod custom;
mod key;
mod likeness;
mod name;
mod office;
mod order;
mod person;
mod reason;
mod script;
mod sound;
mod table;

pub use compare::{Comparer, Comparison, THRESHOLD, compare};
pub use key::key;
pub use person::Person;
pub use reason::{Reason, ReasonId, Stance};

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
