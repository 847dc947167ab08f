//! Further days of a month that was named with the first: `May 4 and 5`.

use super::{Expression, Meaning, Point};
use crate::{
    input::Sheet,
    label::Upos,
    lexical::CalendarDate,
    parsed::{Token, TokenKind},
};

/// The days listed behind a day of a month; `last` is the token after that, `end` the end of its sentence.
pub(super) fn days(sheet: &Sheet, last: usize, end: usize, meaning: &Meaning) -> Vec<Expression> {
    let mut out: Vec<Expression> = Vec::new();
    let Meaning::At(Point::Date(CalendarDate { year, month: Some(month), day: Some(day), .. })) = meaning else { return out };
    let (mut at, mut before) = (last, *day);
    while at + 1 < end && matches!(sheet.tokens[at].read(), "and" | "or" | ",") {
        let Some(day) = number(&sheet.tokens[at + 1]).filter(|d| *d > before) else { break };
        let behind = (at + 2 < end).then(|| &sheet.tokens[at + 2]);
        // "May 4 and 5 envoys", "May 4 and 5 June" and "June 4, 11 dead" count or name something else; a comma only lists further.
        let free = behind.is_none_or(|t| !matches!(t.upos, Upos::Noun | Upos::Propn | Upos::Adj | Upos::Num | Upos::Sym | Upos::Verb))
            && !behind.is_some_and(|t| matches!(t.read(), "-" | "–" | "%" | ":" | "of"))
            && sheet.figures.date(at + 1).is_none();
        let listed = sheet.tokens[at].read() != "," || behind.is_some_and(|t| matches!(t.read(), "and" | "or"));
        if !free || !listed {
            break;
        }
        let date = CalendarDate { year: *year, month: Some(*month), day: Some(day), weekday: None };
        let (first, last) = (at as u32 + 1, at as u32 + 2);
        let meaning = Meaning::At(Point::Date(date));
        out.push(Expression { first, last, meaning, modifier: None, rule: "time-further-day", entries: Vec::new() });
        (at, before) = (at + 2, day);
    }
    out
}

/// `5`, `5th`
fn number(token: &Token) -> Option<u32> {
    let word = token.read();
    let digits = word.trim_end_matches(|c: char| c.is_ascii_lowercase());
    let ending = matches!(&word[digits.len()..], "" | "st" | "nd" | "rd" | "th");
    let figure = matches!(token.kind, TokenKind::Number | TokenKind::Word) && digits.len() < 3;
    digits.parse().ok().filter(|d| (1..=31).contains(d) && ending && figure)
}
