//! Patterns over phrases, as PETRARCH-2 has them: `- PROTESTER * {PEACE TALKS} (WITH ENVOY) [036]`.

use super::{Atom, Code, Pattern, atom};
use crate::{Place, problem::Trouble};
use nom::{
    IResult, Parser,
    branch::alt,
    bytes::complete::take_while1,
    character::complete::{char, multispace0},
    combinator::map,
    multi::{many0, many1},
    sequence::delimited,
};
use std::collections::HashMap;

/// A noun, and the words that must stand in its phrase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Noun {
    pub head: Atom,
    pub with: Vec<Atom>,
}

/// A preposition with the nouns it may ask for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Prep {
    pub preposition: Atom,
    pub nouns: Vec<Noun>,
}

/// What stands on one side of the verb.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Side {
    pub nouns: Vec<Noun>,
    pub preps: Vec<Prep>,
}

/// A pattern.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct TreePattern {
    pub before: Side,
    pub after: Side,
    pub code: Code,
    pub place: Place,
}

/// A pattern's text in pieces.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Piece<'a> {
    Verb,
    /// A word alone, or several in braces: the last is the head.
    Noun(Vec<&'a str>),
    /// The first word and the nouns behind it.
    Prep(&'a str, Vec<Vec<&'a str>>),
}

/// A word; an underscore parts words here as a blank does.
fn word(input: &str) -> IResult<&str, &str> {
    delimited(
        multispace0,
        take_while1(|c: char| !c.is_whitespace() && !"_*(){}[]".contains(c)),
        many0(alt((char('_'), char(' '), char('\t')))),
    )
    .parse(input)
}

fn noun(input: &str) -> IResult<&str, Vec<&str>> {
    let braced = delimited((multispace0, char('{')), many1(word), (multispace0, char('}'), multispace0));
    alt((braced, map(word, |word| vec![word]))).parse(input)
}

fn piece(input: &str) -> IResult<&str, Piece<'_>> {
    let verb = map(delimited(multispace0, take_while1(|c| c == '*'), multispace0), |_| Piece::Verb);
    let prep = delimited((multispace0, char('(')), (word, many0(noun)), (multispace0, char(')'), multispace0));
    alt((verb, map(prep, |(first, nouns)| Piece::Prep(first, nouns)), map(noun, Piece::Noun))).parse(input)
}

fn atoms<'a>(words: &[&'a str], sets: &HashMap<String, usize>) -> Result<Option<Noun>, (&'a str, Trouble)> {
    let mut found = Vec::new();
    for word in words {
        // They say who is who in patterns over words; here no phrase could ever be one.
        if word.chars().all(|c| matches!(c, '$' | '+' | '^' | '%')) {
            return Err((word, Trouble::Role));
        }
        found.extend(atom(word, sets).map_err(|trouble| (*word, trouble))?);
    }
    Ok(found.pop().map(|head| Noun { head, with: found }))
}

impl Pattern for TreePattern {
    fn read<'a>(text: &'a str, sets: &HashMap<String, usize>) -> Result<Self, (&'a str, Trouble)> {
        let (rest, pieces) = many1(piece).parse(text).map_err(|_| (text, Trouble::NoVerb))?;
        if !rest.trim().is_empty() {
            return Err((rest, Trouble::Entry));
        }
        if pieces.iter().filter(|p| **p == Piece::Verb).count() != 1 {
            return Err((text, Trouble::NoVerb));
        }
        let (mut before, mut after) = (Side::default(), Side::default());
        let mut side = &mut before;
        for piece in &pieces {
            match piece {
                Piece::Verb => side = &mut after,
                Piece::Noun(words) => side.nouns.extend(atoms(words, sets)?),
                Piece::Prep(first, nouns) => {
                    let Some(preposition) = atom(first, sets).map_err(|trouble| (*first, trouble))? else { continue };
                    let mut inner = Vec::new();
                    for noun in nouns {
                        inner.extend(atoms(noun, sets)?);
                    }
                    side.preps.push(Prep { preposition, nouns: inner });
                }
            }
        }
        Ok(Self { before, after, code: Code::default(), place: Place::default() })
    }

    fn with(self, code: Code, place: Place) -> Self {
        Self { code, place, ..self }
    }

    fn same(&self, other: &Self) -> bool {
        (&self.before, &self.after) == (&other.before, &other.after)
    }

    fn weight(&self) -> usize {
        let nouns = |nouns: &[Noun]| nouns.iter().map(|n| 2 + n.with.len()).sum::<usize>();
        let side = |side: &Side| nouns(&side.nouns) + side.preps.iter().map(|p| 1 + nouns(&p.nouns)).sum::<usize>();
        side(&self.before) + side(&self.after)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_have_heads_and_prepositions_nouns() {
        let sets = HashMap::from([("GOODS".to_string(), 3)]);
        let word = |w: &str| Atom::Word(w.into());
        let read = TreePattern::read("MINER * {SAFE &GOODS} (FOR {OLD PIT})", &sets).unwrap();
        assert_eq!(read.before.nouns, [Noun { head: word("MINER"), with: vec![] }]);
        assert_eq!(read.after.nouns, [Noun { head: Atom::Set(3), with: vec![word("SAFE")] }]);
        assert_eq!(read.after.preps[0].nouns, [Noun { head: word("PIT"), with: vec![word("OLD")] }]);
        assert_eq!(TreePattern::read("* {SAFE", &sets), Err(("{SAFE", Trouble::Entry)));
        assert_eq!(TreePattern::read("* SAFE (FROM $)", &sets), Err(("$", Trouble::Role)));
        assert_eq!(TreePattern::read("SAFE", &sets), Err(("SAFE", Trouble::NoVerb)));
    }
}
