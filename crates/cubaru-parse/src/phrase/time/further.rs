//! What one date of several says for all: the month of `May 4 and 5`, the year of `between May 4 and June 6, 2023`.

use super::{Expression, Meaning, Name, Point, Toward};
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
        let behind = (at + 2 < end).then(|| sheet.word(at + 2));
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
        out.push(Expression { first, last, own: last, meaning, modifier: None, rule: "time-further-day", entries: Vec::new() });
        (at, before) = (at + 2, day);
    }
    out
}

/// Gives a month without a year, or a day of one, the year of the date that it is joined with: `from March to June 2023`.
pub(super) fn years(sheet: &Sheet, expressions: &mut [Expression]) {
    for i in (1..expressions.len()).rev() {
        let (one, other) = (&expressions[i - 1], &expressions[i]);
        let joined = other.first == one.last + 1
            && matches!(sheet.tokens[one.last as usize].read(), "and" | "or" | "to" | "until" | "till" | "through" | "-" | "–");
        let (Some((year, month)), true) = (with_year(&other.meaning), joined) else { continue };
        let Meaning::At(point) = &one.meaning else { continue };
        let of_year = |m: u32| CalendarDate { year: Some(if m > month { year - 1 } else { year }), ..CalendarDate::default() };
        let found = match point {
            Point::Date(d @ CalendarDate { year: None, month: Some(m), weekday: None, .. }) => {
                Point::Date(CalendarDate { month: d.month, day: d.day, ..of_year(*m) })
            }
            Point::Named(Name::Month(m), Toward::Open) => Point::In(Name::Month(*m), Box::new(Point::Date(of_year(*m)))),
            _ => continue,
        };
        expressions[i - 1].meaning = Meaning::At(found);
    }
}

/// The year and month of a date that says both.
fn with_year(meaning: &Meaning) -> Option<(i32, u32)> {
    match meaning {
        Meaning::At(Point::Date(CalendarDate { year, month, .. })) => Some(((*year)?, (*month)?)),
        Meaning::At(Point::In(Name::Month(m) | Name::MonthDay(m, _), whole)) => match **whole {
            Point::Date(CalendarDate { year, .. }) => Some((year?, *m)),
            _ => None,
        },
        _ => None,
    }
}

/// `5`, `5th`
fn number(token: &Token) -> Option<u32> {
    let word = token.read();
    let digits = word.trim_end_matches(|c: char| c.is_ascii_lowercase());
    let ending = matches!(&word[digits.len()..], "" | "st" | "nd" | "rd" | "th");
    let figure = matches!(token.kind, TokenKind::Number | TokenKind::Word) && digits.len() < 3;
    digits.parse().ok().filter(|d| (1..=31).contains(d) && ending && figure)
}
