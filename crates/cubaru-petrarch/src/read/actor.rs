//! Actors: names with codes that may change with the day.
//!
//! ```text
//! ODILE_MARCHAND_ [VALGOV]       a name and its standing code
//! +MADAME_MARCHAND               another name for the same
//!     [VALOPP <20100301]         indented: a code with its days
//! ```

use super::{
    lines::{File, Line},
    phrase::{Phrases, Step, bracket, phrase},
};
use crate::{
    Place,
    day::{Day, Period, Roles},
    problem::Trouble,
};
use nom::{
    IResult, Parser,
    bytes::complete::take_while1,
    character::complete::{char, multispace0, one_of},
    combinator::{all_consuming, opt},
    sequence::preceded,
};

/// What a name stands for.
#[derive(Debug, Clone, Default)]
pub(crate) struct Actor {
    pub roles: Roles,
    pub place: Place,
}

/// A code and the days written after it, as they stand.
type Written<'a> = (&'a str, Option<Days<'a>>);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Days<'a> {
    Until(&'a str),
    From(&'a str),
    Between(&'a str, &'a str),
}

fn digits(input: &str) -> IResult<&str, &str> {
    preceded(multispace0, take_while1(|c: char| c.is_ascii_digit())).parse(input)
}

/// `<950601`, `> 990816`, `19950601 - 19990815`; TABARI also closes with the sign it opened with.
fn days(input: &str) -> IResult<&str, Days<'_>> {
    let (input, sign) = preceded(multispace0, opt(one_of("<>"))).parse(input)?;
    let (input, first) = digits(input)?;
    let (input, last) = opt(preceded((multispace0, char('-')), digits)).parse(input)?;
    let (input, _) = (opt(one_of("<>")), multispace0).parse(input)?;
    let found = match (sign, last) {
        (Some('<'), None) => Days::Until(first),
        (Some('>'), None) => Days::From(first),
        (None, Some(last)) => Days::Between(first, last),
        _ => return Err(nom::Err::Error(nom::error::Error::new(input, nom::error::ErrorKind::Alt))),
    };
    Ok((input, found))
}

/// The inside of a bracket: a code, and days where it has some.
fn dated(input: &str) -> IResult<&str, Written<'_>> {
    let code = preceded(multispace0, take_while1(|c: char| !c.is_whitespace() && !matches!(c, '<' | '>')));
    all_consuming((code, opt(days), multispace0)).parse(input).map(|(rest, (code, days, _))| (rest, (code, days)))
}

fn period(days: Option<Days<'_>>) -> Option<Period> {
    let day = |text| Day::parse(text);
    Some(match days {
        None => Period::default(),
        Some(Days::Until(last)) => Period { first: None, last: Some(day(last)?) },
        Some(Days::From(first)) => Period { first: Some(day(first)?), last: None },
        Some(Days::Between(first, last)) => Period { first: Some(day(first)?), last: Some(day(last)?) },
    })
}

/// One actor while its lines come in.
#[derive(Default)]
struct Record<'a> {
    names: Vec<(Vec<Step>, u32)>,
    roles: Roles,
    line: Option<Line<'a>>,
}

impl Record<'_> {
    /// Puts the actor's names among the others. The first file that codes a name has the first say; its codes stand before later ones.
    fn close(self, file: &mut File<'_>, number: u32, into: &mut Phrases<Actor>) {
        let Some(line) = self.line else { return };
        if self.roles.0.is_empty() {
            file.trouble(line, line.text, Trouble::NoCode, "an actor without a code");
            return;
        }
        for (name, line) in self.names {
            if let Some(entry) = into.entry(&name) {
                let actor = entry.get_or_insert_with(|| Actor { roles: Roles::default(), place: Place { file: number, line } });
                actor.roles.0.extend(self.roles.0.iter().cloned());
            }
        }
    }
}

/// Reads the brackets of a line into codes; what does not fit is told.
fn codes(file: &mut File<'_>, line: Line<'_>, mut rest: &str, roles: &mut Roles) {
    while let Ok((after, inside)) = bracket(rest) {
        match dated(inside) {
            Err(_) if inside.trim().is_empty() => file.trouble(line, rest, Trouble::NoCode, "an empty bracket"),
            Err(_) => file.trouble(line, rest, Trouble::BadDate, format!("`{}` is no code with days", inside.trim())),
            Ok((_, (code, days))) => match period(days) {
                Some(period) => roles.0.push((code.into(), period)),
                None => file.trouble(line, rest, Trouble::BadDate, format!("`{}` names a day that no calendar has", inside.trim())),
            },
        }
        rest = after;
    }
    // Behind the codes some dictionaries have remarks.
    if rest.trim_start().starts_with(['[', ']']) {
        file.trouble(line, rest, Trouble::Bracket, "this part of the line is not read");
    }
}

/// Reads a file of actors.
pub(crate) fn actors(file: &mut File<'_>, number: u32, lines: &[Line<'_>], into: &mut Phrases<Actor>) {
    let mut record = Record::default();
    for line in lines {
        let text = line.text.trim_start();
        if text.starts_with('[') && (line.indented() || record.line.is_some()) {
            if record.line.is_none() {
                file.trouble(*line, text, Trouble::Order, "dated codes without a name above");
                continue;
            }
            codes(file, *line, text, &mut record.roles);
            continue;
        }
        let (text, more) = match text.strip_prefix('+') {
            Some(text) => (text, true),
            None => (text, false),
        };
        if more && record.line.is_none() {
            file.trouble(*line, text, Trouble::Order, "another name without a name above");
            continue;
        }
        let Ok((rest, name)) = phrase(text) else { continue };
        if !more {
            std::mem::take(&mut record).close(file, number, into);
            record.line = Some(*line);
        }
        if name.is_empty() {
            file.trouble(*line, text, Trouble::Empty, "a name without words");
        } else {
            record.names.push((name, line.number));
        }
        codes(file, *line, rest, &mut record.roles);
    }
    record.close(file, number, into);
}
