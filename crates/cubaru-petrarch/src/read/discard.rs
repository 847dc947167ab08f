//! Discards: phrases whose sentence, or with `+` whose whole text, gives no event.

use super::{
    lines::{File, Line},
    phrase::{Phrases, phrase},
};
use crate::problem::Trouble;

/// How much a phrase throws away.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Discard {
    Sentence,
    Text,
}

/// Reads a file of discards.
pub(crate) fn discards(file: &mut File<'_>, lines: &[Line<'_>], into: &mut Phrases<Discard>) {
    for line in lines {
        let text = line.text.trim();
        let (text, what) = match text.strip_prefix('+') {
            Some(text) => (text, Discard::Text),
            None => (text, Discard::Sentence),
        };
        let Ok((rest, mut steps)) = phrase(text) else { continue };
        if !rest.is_empty() {
            file.trouble(*line, rest, Trouble::Entry, "a discard has words alone");
            continue;
        }
        steps.iter_mut().for_each(|s| s.gap = false);
        match into.entry(&steps) {
            Some(entry) if *entry != Some(Discard::Text) => *entry = Some(what),
            Some(_) => {}
            None => file.trouble(*line, text, Trouble::Empty, "a discard without words"),
        }
    }
}
