//! Grammars over tokens: names of persons, bodies and places, posts, nominal agents, pronouns, verb groups.
//!
//! `scan` walks each sentence and takes, at each token, the longest phrase that any grammar finds; what lies between stays unread.

pub(crate) mod body;
pub(crate) mod evidence;
pub(crate) mod holder;
mod holder_verb;
pub(crate) mod lookup;
pub(crate) mod name;
pub(crate) mod noun;
pub(crate) mod person;
pub(crate) mod post;
pub(crate) mod scan;
pub(crate) mod time;
pub(crate) mod verb;

pub(crate) use noun::{Noun, PostPhrase, of_many};
pub(crate) use scan::{Phrases, phrases};
