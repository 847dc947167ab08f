//! The whole document: which mentions are one entity, who "he" is, which capital stands for its government, what day "Friday" was.

mod entity;
mod metonym;
pub(crate) mod time;

pub(crate) use entity::{People, people};
pub(crate) use metonym::metonyms;
