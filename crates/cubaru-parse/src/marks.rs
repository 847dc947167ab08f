//! What stands over tokens before the grammars of phrases read them: list entries, quantities, times.

use crate::{
    language::{Class, Language},
    parsed::Token,
};

/// Something found over a run of tokens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Mark {
    /// Index of its first token.
    pub first: u32,
    /// Index after its last token.
    pub last: u32,
    /// What was found.
    pub found: Found,
}

/// What a mark stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Found {
    /// An entry of a list: the list's class and the row's number.
    Entry(Class, u32),
    /// Index of a quantity.
    Quantity(u32),
    /// Index of a time expression.
    Time(u32),
}

/// Marks by the token they begin at, the longest first.
#[derive(Debug, Default)]
pub(crate) struct Marks {
    marks: Vec<Mark>,
    // For each token, where its marks begin; one more entry ends the last.
    starts: Vec<u32>,
}

impl Marks {
    pub(crate) fn new(mut marks: Vec<Mark>, tokens: usize) -> Self {
        marks.sort_by_key(|m| (m.first, std::cmp::Reverse(m.last), order(m.found)));
        let mut starts = vec![0u32; tokens + 1];
        for mark in &marks {
            starts[mark.first as usize + 1] += 1;
        }
        for i in 1..starts.len() {
            starts[i] += starts[i - 1];
        }
        Self { marks, starts }
    }

    /// The marks that begin at a token, the longest first.
    pub(crate) fn at(&self, token: usize) -> &[Mark] {
        match (self.starts.get(token), self.starts.get(token + 1)) {
            (Some(a), Some(b)) => &self.marks[*a as usize..*b as usize],
            _ => &[],
        }
    }

    /// The same marks and more.
    pub(crate) fn and(self, more: impl IntoIterator<Item = Mark>) -> Self {
        let tokens = self.starts.len().saturating_sub(1);
        let mut marks = self.marks;
        marks.extend(more);
        Self::new(marks, tokens)
    }
}

fn order(found: Found) -> (u8, u32) {
    match found {
        Found::Entry(class, row) => (class as u8, row),
        Found::Quantity(i) => (200, i),
        Found::Time(i) => (201, i),
    }
}

/// The longest entry, in tokens, that is looked for.
const LONGEST: usize = 12;

/// Looks every run of tokens up in the lists of the classes that are wanted, in all where nothing is said. `breaks(i)` says that no entry may run from token `i - 1` to token `i`.
/// `shouted(i)` says that token `i` stands where all letters are capitals, so that they tell nothing: it is read as `Havana`.
pub(crate) fn entries(
    language: &Language,
    text: &str,
    tokens: &[Token],
    wanted: Option<&[Class]>,
    breaks: impl Fn(usize) -> bool,
    shouted: impl Fn(usize) -> bool,
) -> Vec<Mark> {
    let mut marks = Vec::new();
    let calm = |i: usize| {
        let form = tokens[i].read();
        let capitals = |i: usize, least: usize| {
            let form = tokens.get(i).filter(|_| shouted(i)).map_or("", Token::read);
            form.chars().filter(|c| c.is_alphabetic()).count() >= least && form.chars().all(|c| !c.is_lowercase())
        };
        // Three letters can be a code, unless a longer word beside them is shouted as well: "NEW YORK".
        let beside = |i: usize| capitals(i + 1, 4) || i > 0 && capitals(i - 1, 4);
        let loud = capitals(i, 4) || capitals(i, 3) && beside(i);
        if !loud {
            return std::borrow::Cow::Borrowed(form);
        }
        let mut letters = form.chars();
        let first = letters.next().into_iter();
        std::borrow::Cow::Owned(first.chain(letters.flat_map(char::to_lowercase)).collect())
    };
    for first in 0..tokens.len() {
        if wanted.is_some_and(|classes| !language.may_begin(classes, tokens[first].read())) {
            continue;
        }
        let mut walk = language.lexicon().walk();
        for last in first..tokens.len().min(first + LONGEST) {
            if last > first {
                if breaks(last) {
                    break;
                }
                let gap = &text[tokens[last - 1].end as usize..tokens[last].start as usize];
                if !gap.is_empty() && !walk.feed(" ") {
                    break;
                }
            }
            if !walk.feed(&calm(last)) {
                break;
            }
            for entry in walk.hits() {
                if let Some(class) = language.class(entry.list_index()).filter(|class| wanted.is_none_or(|w| w.contains(class))) {
                    marks.push(Mark { first: first as u32, last: last as u32 + 1, found: Found::Entry(class, entry.row()) });
                }
            }
        }
    }
    marks
}
