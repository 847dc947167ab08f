//! Which way an open name looks: news tells the past, unless a verb nearby speaks of the future.

use crate::{input::Sheet, parsed::Token};

/// Where the nearest verb puts its time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Direction {
    Past,
    Future,
}

/// How far, in tokens, a verb is looked for.
const REACH: usize = 14;

/// The direction of the verb nearest before a run of tokens, else after it, in its sentence.
pub(super) fn direction(sheet: &Sheet, first: usize, last: usize) -> Option<Direction> {
    let sentence = sheet.sentence_of(first)?;
    let (from, to) = (sentence.first_token as usize, sentence.last_token as usize);
    let before = (from.max(first.saturating_sub(REACH))..first).rev().find_map(|i| cue(sheet, i, from));
    before.or_else(|| (last..to.min(last + REACH)).find_map(|i| cue(sheet, i, from)))
}

/// What a word says of the time of its clause.
fn cue(sheet: &Sheet, at: usize, from: usize) -> Option<Direction> {
    let token: &Token = &sheet.tokens[at];
    let word = token.read().to_lowercase();
    match word.as_str() {
        "will" | "'ll" | "shall" | "wo" | "would" | "tomorrow" | "upcoming" => return Some(Direction::Future),
        "scheduled" | "slated" | "expected" | "planned" | "set" | "plans" | "hopes" | "intends" | "expects" => {
            return Some(Direction::Future);
        }
        "was" | "were" | "had" | "did" | "said" | "has" => return Some(Direction::Past),
        "to" => {
            let governor = at.checked_sub(1).filter(|i| *i >= from).map(|i| sheet.tokens[i].read().to_lowercase());
            let ahead =
                ["is", "are", "'s", "going", "likely", "ready", "about", "agreed", "wants", "supposed", "pledged", "promised", "vowed"];
            return governor.filter(|w| ahead.contains(&w.as_str())).map(|_| Direction::Future);
        }
        _ => {}
    }
    let lower = token.text.starts_with(char::is_lowercase);
    let regular = word.len() > 4 && word.ends_with("ed") && !word.ends_with("eed");
    (lower && (regular || irregular(sheet, &word))).then(|| future_perfect(sheet, at, from).unwrap_or(Direction::Past))
}

/// A participle behind `will be` or `to be` is not past.
fn future_perfect(sheet: &Sheet, at: usize, from: usize) -> Option<Direction> {
    let mut helpers = (from.max(at.saturating_sub(4))..at).rev().map(|i| sheet.tokens[i].read());
    let governor = helpers.find(|w| !matches!(*w, "be" | "have" | "been" | "not" | "n't" | "also" | "soon"))?;
    matches!(governor, "will" | "'ll" | "would" | "to" | "shall" | "may" | "must" | "can" | "should").then_some(Direction::Future)
}

fn irregular(sheet: &Sheet, word: &str) -> bool {
    let mut walk = sheet.language.lexicon().walk();
    walk.feed(word) && walk.hits().any(|e| e.list() == "irregular-verbs" && e.cell(2) == "past" && e.cell(1) != word)
}
