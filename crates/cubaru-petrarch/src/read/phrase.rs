//! Phrases of dictionaries, `PRESIDENT_OF THE_REPUBLIC_`, and their look-up in running words.

use crate::words::{Part, normal};
use nom::{
    IResult, Parser,
    bytes::complete::{take_while, take_while1},
    character::complete::{char, multispace0},
    combinator::opt,
    sequence::delimited,
};
use std::collections::HashMap;

/// A word of a phrase, and whether others may stand before it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Step {
    pub word: String,
    /// A blank in the dictionary: other words may come between this one and the one before. An underscore: none.
    pub gap: bool,
}

/// A run of characters that are no brackets, blanks or underscores.
fn word(input: &str) -> IResult<&str, &str> {
    take_while1(|c: char| !c.is_whitespace() && !matches!(c, '_' | '[' | ']' | '{' | '}')).parse(input)
}

/// What stands between two words: blanks leave a gap, underscores join, and one underscore among them is enough.
fn connector(input: &str) -> IResult<&str, bool> {
    let mark = |c: char| c == '_' || c.is_whitespace();
    take_while(mark).map(|between: &str| !between.contains('_')).parse(input)
}

/// The words of a phrase, up to a bracket or the end.
pub(crate) fn phrase(input: &str) -> IResult<&str, Vec<Step>> {
    let (mut input, mut gap) = connector(input)?;
    let mut steps: Vec<Step> = Vec::new();
    while let Ok((rest, found)) = word(input) {
        for (i, part) in found.split('-').filter(|p| normal(p).is_some()).enumerate() {
            let word = normal(part).unwrap_or_default();
            steps.push(Step { word, gap: gap && i == 0 && !steps.is_empty() });
        }
        (input, gap) = connector(rest)?;
    }
    Ok((input, steps))
}

/// What stands in brackets: `[ ~COP]`.
pub(crate) fn bracket(input: &str) -> IResult<&str, &str> {
    delimited((multispace0, char('[')), take_while(|c| c != ']' && c != '['), char(']')).parse(input)
}

/// What stands in braces, where anything does.
pub(crate) fn braces(input: &str) -> IResult<&str, Option<&str>> {
    opt(delimited((multispace0, char('{')), take_while(|c| c != '}' && c != '{'), char('}'))).parse(input)
}

/// Phrases with what they stand for, found in running words.
#[derive(Debug, Clone)]
pub(crate) struct Phrases<T> {
    words: HashMap<String, u32>,
    /// From a node by a word to a node; the flag says that other words may come between.
    edges: HashMap<(u32, u32, bool), u32>,
    values: Vec<Option<T>>,
}

impl<T> Default for Phrases<T> {
    fn default() -> Self {
        Self { words: HashMap::new(), edges: HashMap::new(), values: vec![None] }
    }
}

impl<T> Phrases<T> {
    /// Whether there is none.
    pub(crate) fn is_empty(&self) -> bool {
        self.values.len() == 1
    }

    /// The value of a phrase, to be set; none for a phrase without words.
    pub(crate) fn entry(&mut self, steps: &[Step]) -> Option<&mut Option<T>> {
        let mut node = 0;
        for step in steps {
            let next = self.words.len() as u32;
            let word = *self.words.entry(step.word.clone()).or_insert(next);
            let next = self.values.len() as u32;
            node = *self.edges.entry((node, word, step.gap)).or_insert(next);
            if node == next {
                self.values.push(None);
            }
        }
        self.values.get_mut(node as usize).filter(|_| node > 0)
    }

    /// The longest phrase that begins at `from`, and the part after its last. It begins and ends where words do. Gaps reach no further
    /// than `reach` parts, and hold only where `loose`.
    pub(crate) fn longest(&self, parts: &[Part], from: usize, loose: bool) -> Option<(usize, &T)> {
        if !parts.get(from)?.first {
            return None;
        }
        let mut best: Option<(usize, &T)> = None;
        let mut open = vec![(0_u32, from)];
        // Each step goes on by one part at least; gaps fork, so their number is bounded.
        let mut budget = 400_u32;
        while let Some((node, at)) = open.pop() {
            if at > from
                && parts[at - 1].last
                && let Some(value) = &self.values[node as usize]
                && best.is_none_or(|(end, _)| at > end)
            {
                best = Some((at, value));
            }
            budget = budget.saturating_sub(1);
            if budget == 0 {
                break;
            }
            let step = |at: usize, gap: bool| {
                let word = self.words.get(parts.get(at)?.text.as_str())?;
                self.edges.get(&(node, *word, gap)).map(|next| (*next, at + 1))
            };
            if at > from && loose {
                open.extend((at..parts.len().min(at + REACH)).rev().filter_map(|at| step(at, true)));
            } else {
                open.extend(step(at, true));
            }
            open.extend(step(at, false));
        }
        best
    }
}

/// How many parts a gap in a phrase can reach over.
const REACH: usize = 6;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::parts;

    fn steps(text: &str) -> Vec<Step> {
        phrase(text).unwrap().1
    }

    #[test]
    fn blanks_leave_gaps_and_underscores_join() {
        let show = |text: &str| steps(text).iter().map(|s| format!("{}{}", if s.gap { " " } else { "_" }, s.word)).collect::<String>();
        assert_eq!(show("NORTH_HARBOUR GUARD_ [NHB]"), "_NORTH_HARBOUR GUARD");
        assert_eq!(show("GUARD_ OF_AL-BAHR"), "_GUARD_OF_AL_BAHR");
        assert_eq!(show("_"), "");
    }

    #[test]
    fn the_longest_phrase_wins_and_stops_at_words() {
        let mut phrases = Phrases::default();
        for (text, value) in [("HARBOUR", 1), ("HARBOUR_GUARD", 2), ("HARBOUR OFFICE", 3), ("AL-BAHR", 4)] {
            *phrases.entry(&steps(text)).unwrap() = Some(value);
        }
        let find = |text: &str, loose| phrases.longest(&parts(text.split(' ')), 0, loose).map(|(end, v)| (end, *v));
        assert_eq!(find("harbour guard", false), Some((2, 2)));
        assert_eq!(find("harbour tax office", false), Some((1, 1)));
        assert_eq!(find("harbour tax office", true), Some((3, 3)));
        assert_eq!(find("harbour-based", false), None);
        assert_eq!(find("Al Bahr", false), Some((2, 4)));
    }
}
