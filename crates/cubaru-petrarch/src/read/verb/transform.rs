//! Transformations of PETRARCH-2, `~ a (b . ATTACK) SAY = a b 112`: what an event about an event means.

use super::Verb;
use crate::Place;
use nom::{
    IResult, Parser,
    branch::alt,
    bytes::complete::{tag, take_while1},
    character::complete::{char, multispace0},
    combinator::{all_consuming, map},
    sequence::{delimited, preceded},
};
use std::collections::HashMap;

/// A place for an actor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Slot {
    /// A letter: the same actor wherever it stands.
    Letter(char),
    /// `.`: anybody.
    Any,
    /// `_`: nobody.
    None,
}

/// What is acted on: an actor, or an event within.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Object<V> {
    Slot(Slot),
    Event(Box<Term<V>>),
}

/// Source, object and verb.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Term<V> {
    pub source: Slot,
    pub object: Object<V>,
    pub verb: V,
}

/// A transformation whose verbs are the codes behind them; none is any verb.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Transform {
    pub term: Term<Option<Vec<String>>>,
    pub source: Slot,
    pub target: Slot,
    /// None takes the code of the verb that is any (`Q`).
    pub code: Option<String>,
    pub place: Place,
}

/// As it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Written<'a> {
    term: Term<&'a str>,
    result: (Slot, Slot, &'a str),
}

fn token(input: &str) -> IResult<&str, &str> {
    delimited(multispace0, take_while1(|c: char| !c.is_whitespace() && !matches!(c, '(' | ')' | '=')), multispace0).parse(input)
}

fn slot(input: &str) -> IResult<&str, Slot> {
    let slot = |c: char| match c {
        '.' => Slot::Any,
        '_' => Slot::None,
        letter => Slot::Letter(letter),
    };
    let one = take_while1(|c: char| c == '.' || c == '_' || c.is_ascii_lowercase());
    nom::combinator::map_opt(delimited(multispace0, one, multispace0), |text: &str| {
        let mut letters = text.chars();
        letters.next().filter(|_| letters.next().is_none()).map(slot)
    })
    .parse(input)
}

/// Source, object, verb; the object may be such a term in round brackets, at most two deep.
fn term(depth: u8) -> impl Fn(&str) -> IResult<&str, Term<&str>> {
    move |input| {
        let (input, source) = slot(input)?;
        let (input, object) = if depth > 0 && input.starts_with('(') {
            let inner = delimited(char('('), term(depth - 1), (char(')'), multispace0));
            map(inner, |term| Object::Event(Box::new(term))).parse(input)?
        } else {
            map(slot, Object::Slot).parse(input)?
        };
        let (input, verb) = token(input)?;
        Ok((input, Term { source, object, verb }))
    }
}

/// A line.
pub(crate) fn transform(input: &str) -> Result<Written<'_>, nom::Err<nom::error::Error<&str>>> {
    let result = (slot, slot, token);
    let line = (preceded((char('~'), multispace0), term(2)), preceded(alt((tag("="), tag("=>"))), result));
    all_consuming(line).parse(input).map(|(_, (term, result))| Written { term, result })
}

/// Puts codes for the verbs. An error names one that no block has.
pub(crate) fn resolve(written: &Written<'_>, place: Place, verbs: &HashMap<String, Vec<Verb>>) -> Result<Transform, String> {
    let code = |name: &str| {
        let verb = verbs.get(name)?.iter().find(|v| v.before.is_empty() && v.after.is_empty())?;
        // The null code is a code here: `ATTEMPT` alone may mean nothing, and change what stands under it.
        Some(verb.code.active.clone().unwrap_or_else(|| "---".into()))
    };
    let codes = |verb: &str| match verb {
        "Q" => Ok(None),
        // WILL_ATTACK: both verbs, the outer first.
        joined => joined.split('_').map(|name| code(name).ok_or_else(|| name.to_string())).collect::<Result<Vec<_>, _>>().map(Some),
    };
    fn within(
        term: &Term<&str>,
        codes: &impl Fn(&str) -> Result<Option<Vec<String>>, String>,
    ) -> Result<Term<Option<Vec<String>>>, String> {
        let object = match &term.object {
            Object::Slot(slot) => Object::Slot(*slot),
            Object::Event(inner) => Object::Event(Box::new(within(inner, codes)?)),
        };
        Ok(Term { source: term.source, object, verb: codes(term.verb)? })
    }
    let (source, target, result) = written.result;
    let code = (result != "Q").then(|| result.to_string());
    Ok(Transform { term: within(&written.term, &codes)?, source, target, code, place })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn terms_nest() {
        let read = transform("~ a (b . ATTACK ) SAY = a b 112").unwrap();
        let Object::Event(inner) = &read.term.object else { panic!("{read:?}") };
        assert_eq!((inner.source, &inner.object, inner.verb), (Slot::Letter('b'), &Object::Slot(Slot::Any), "ATTACK"));
        assert_eq!(read.result, (Slot::Letter('a'), Slot::Letter('b'), "112"));
        assert!(transform("~ a b 112").is_err());
        assert!(transform("~ a (b . ATTACK SAY = a b 112").is_err());
    }
}
