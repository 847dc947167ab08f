//! Patterns over words, as TABARI and PETRARCH-1 have them: `- SAID WILL_* + FROM $ [031]`.

use super::{Atom, Code, Pattern, atom};
use crate::{Place, problem::Trouble};
use nom::{
    IResult, Parser,
    branch::alt,
    bytes::complete::{take_while, take_while1},
    combinator::{map, value},
    multi::many1,
};
use std::collections::HashMap;

/// What a place of a pattern asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Item {
    Atom(Atom),
    /// `$`: who acts.
    Source,
    /// `+`: who is acted on.
    Target,
    /// `%`: several that are both.
    Compound,
    /// `^`: on to the end of the noun phrase.
    Skip,
}

/// An item, and whether it stands right beside the one before it, counted from the verb.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Element {
    pub item: Item,
    pub beside: bool,
}

/// A pattern: what stands before the verb, read towards the front, and what stands after it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct FlatPattern {
    pub before: Vec<Element>,
    pub after: Vec<Element>,
    pub code: Code,
    pub place: Place,
}

/// A piece of a pattern's text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Piece<'a> {
    Verb,
    Source,
    Target,
    Compound,
    Skip,
    Word(&'a str),
}

/// A piece and whether an underscore joins it to the one before.
fn piece(input: &str) -> IResult<&str, (bool, Piece<'_>)> {
    let between = take_while(|c: char| c == '_' || c.is_whitespace());
    let joined = map(between, |between: &str| between.contains('_'));
    let verb = value(Piece::Verb, take_while1(|c| c == '*'));
    let mark = |mark: char, piece| value(piece, nom::character::complete::char(mark));
    let word = map(take_while1(|c: char| !c.is_whitespace() && !"_*$+%^".contains(c)), Piece::Word);
    let piece = alt((verb, mark('$', Piece::Source), mark('+', Piece::Target), mark('%', Piece::Compound), mark('^', Piece::Skip), word));
    (joined, piece).parse(input)
}

impl Pattern for FlatPattern {
    fn read<'a>(text: &'a str, sets: &HashMap<String, usize>) -> Result<Self, (&'a str, Trouble)> {
        let (rest, pieces) = many1(piece).parse(text).map_err(|_| (text, Trouble::NoVerb))?;
        if !rest.trim_matches(['_', ' ', '\t']).is_empty() {
            return Err((rest, Trouble::Entry));
        }
        let verbs: Vec<usize> = pieces.iter().enumerate().filter(|(_, (_, p))| *p == Piece::Verb).map(|(i, _)| i).collect();
        let [verb] = verbs[..] else { return Err((text, Trouble::NoVerb)) };
        let item = |piece: Piece<'a>| match piece {
            Piece::Source => Ok(Some(Item::Source)),
            Piece::Target => Ok(Some(Item::Target)),
            Piece::Compound => Ok(Some(Item::Compound)),
            Piece::Skip => Ok(Some(Item::Skip)),
            Piece::Verb => Ok(None),
            Piece::Word(word) if word.contains(['{', '}', '|', '(', ')']) => Err((word, Trouble::Choice)),
            Piece::Word(word) => atom(word, sets).map(|a| a.map(Item::Atom)).map_err(|trouble| (word, trouble)),
        };
        let mut before = Vec::new();
        // Towards the front the joint belongs to the piece behind.
        for at in (0..verb).rev() {
            before.extend(item(pieces[at].1)?.map(|item| Element { item, beside: pieces[at + 1].0 }));
        }
        let mut after = Vec::new();
        for (joined, piece) in &pieces[verb + 1..] {
            after.extend(item(*piece)?.map(|item| Element { item, beside: *joined }));
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
        // A word says more than a set, and a joint more than a gap.
        let weight = |e: &Element| match &e.item {
            Item::Atom(Atom::Word(_)) => 8 + usize::from(e.beside),
            Item::Atom(Atom::Set(_)) => 7 + usize::from(e.beside),
            _ => 2,
        };
        self.before.iter().chain(&self.after).map(weight).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn show(text: &str) -> String {
        let sets = HashMap::from([("SHIPS".to_string(), 0)]);
        let pattern = match FlatPattern::read(text, &sets) {
            Ok(pattern) => pattern,
            Err((rest, trouble)) => return format!("{trouble:?} at {rest:?}"),
        };
        let side = |side: &[Element]| {
            side.iter().map(|e| format!("{}{:?}", if e.beside { "_" } else { " " }, e.item)).collect::<Vec<_>>().join("")
        };
        format!("{} *{}", side(&pattern.before), side(&pattern.after))
    }

    #[test]
    fn patterns_are_read_from_the_verb_outwards() {
        assert_eq!(show("SAID WILL_* + $"), "_Atom(Word(\"WILL\")) Atom(Word(\"SAID\")) * Target Source");
        assert_eq!(show("*_OFF &SHIPS ^"), " *_Atom(Word(\"OFF\")) Atom(Set(0)) Skip");
        assert_eq!(show("* { OFF | AWAY }"), "Choice at \"{\"");
        assert_eq!(show("OFF"), "NoVerb at \"OFF\"");
        assert_eq!(show("* &BOATS"), "Synset at \"&BOATS\"");
    }
}
