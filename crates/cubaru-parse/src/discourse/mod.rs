//! The whole document: which mentions are one entity, who "he" is, which capital stands for its government, what day "Friday" was.

mod acronym;
mod antecedent;
mod around;
mod belong;
mod description;
mod entity;
mod joined;
mod latent;
mod leader;
mod metonym;
mod pronoun;
mod reference;
mod role;
mod thing;
pub(crate) mod time;

pub(crate) use entity::{People, people};
pub(crate) use joined::nationalities;
pub(crate) use leader::know;
pub(crate) use metonym::metonyms;
pub use pronoun::{Candidate, Choice, signs};
pub(crate) use pronoun::{Scales, WEIGHTS};
