//! Dates on the calendar, whole and partial, as people write them.

use super::{
    number::{below_hundred, ordinal},
    word::{Read, dash, digits, entry, gap, joint, miss, small, space},
};
use crate::language::{Class, Language};
use chrono::NaiveDate;
use nom::{
    Parser,
    branch::alt,
    bytes::complete::tag,
    character::complete::one_of,
    combinator::{map_opt, not, opt, peek, value, verify},
    sequence::{preceded, terminated},
};

/// What is said of a day: any part may be missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct CalendarDate {
    pub year: Option<i32>,
    pub month: Option<u32>,
    pub day: Option<u32>,
    /// From 1, Monday, to 7.
    pub weekday: Option<u32>,
}

/// A date as it was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Dated {
    /// A day, a month with its year.
    One(CalendarDate),
    /// From one to another: `June 4-6`, `1914-18`.
    Range(CalendarDate, CalendarDate),
    /// Ten years, by their first three digits: `1990s`.
    Decade(i32),
    /// Four digits that may be a year or a count.
    Year(i32),
    /// A year that can be nothing else: `44 BC`, `'98`, `nineteen ninety-one`.
    SureYear(i32),
}

impl CalendarDate {
    fn of(year: Option<i32>, month: u32, day: Option<u32>) -> Option<Self> {
        let fits = match (year, day) {
            (Some(y), Some(d)) => NaiveDate::from_ymd_opt(y, month, d).is_some(),
            // 2024 has every day that any year has.
            (None, Some(d)) => NaiveDate::from_ymd_opt(2024, month, d).is_some(),
            (_, None) => (1..=12).contains(&month),
        };
        fits.then_some(Self { year, month: Some(month), day, weekday: None })
    }

    fn year(year: i32) -> Self {
        Self { year: Some(year), ..Self::default() }
    }
}

/// Any date.
pub(super) fn date<'l, 't>(language: &'l Language) -> impl Fn(&'t str) -> Read<'t, Dated> {
    move |input| {
        let (body, weekday) = opt((weekday(language), alt((preceded(gap, tag(",")), gap)), gap).map(|(w, ..)| w)).parse(input)?;
        let one = |i| alt((iso, numeric, |i| month_day(language, i), |i| day_month(language, i), |i| month_year(language, i))).parse(i);
        if let Some(weekday) = weekday {
            let with = |d: CalendarDate| CalendarDate { weekday: Some(weekday), ..d };
            return match one(body) {
                Ok((rest, Dated::One(d))) if d.day.is_some() => Ok((rest, Dated::One(with(d)))),
                Ok((rest, Dated::Range(a, b))) if a.day.is_some() => Ok((rest, Dated::Range(with(a), b))),
                _ => {
                    // "Friday, the fourth decline" is no date.
                    let the = preceded(
                        (small("the"), space),
                        verify(day, |_| body.get(4..5).is_some_and(|c| c.starts_with(|c: char| c.is_ascii_digit()))),
                    );
                    the.map(|day| Dated::One(with(CalendarDate { day: Some(day), ..CalendarDate::default() }))).parse(body)
                }
            };
        }
        alt((one, decade, year_range, |i| year_alone(language, i))).parse(input)
    }
}

/// A weekday; its short forms only in upper case, as `sun` and `sat` are other words.
fn weekday<'l, 't>(language: &'l Language) -> impl Fn(&'t str) -> Read<'t, u32> {
    move |input| {
        let (rest, e) = entry(language, Class::TimeWord, &["weekday", "weekday-short"])(input)?;
        let fits = e.cell(1) == "weekday" || input.starts_with(char::is_uppercase);
        e.cell(2).parse().ok().filter(|_| fits).map_or_else(|| miss(input), |n| Ok((rest, n)))
    }
}

/// A month; its short forms, `May` and `March` only in upper case, unless a day beside it (`sure`) tells them from other words.
fn month<'l, 't>(language: &'l Language, sure: bool) -> impl Fn(&'t str) -> Read<'t, u32> {
    move |input| {
        let (rest, e) = entry(language, Class::TimeWord, &["month", "month-weak", "month-short"])(input)?;
        let fits = sure || e.cell(1) == "month" || input.starts_with(char::is_uppercase);
        e.cell(2).parse().ok().filter(|_| fits).map_or_else(|| miss(input), |n| Ok((rest, n)))
    }
}

/// Nothing that would make the digits before it part of a longer number.
fn edge(input: &str) -> Read<'_, ()> {
    let more = alt((
        verify(nom::character::complete::anychar, |c| c.is_alphanumeric() || *c == '%').map(|_| ()),
        (one_of(".,:/"), one_of("0123456789")).map(|_| ()),
    ));
    not(peek(more)).parse(input)
}

/// `4`, `04`, `4th`
fn day(input: &str) -> Read<'_, u32> {
    let ending = opt(alt((small("st"), small("nd"), small("rd"), small("th"))));
    verify(terminated(digits(1, 2), (ending, edge)), |d| (1..=31).contains(d)).parse(input)
}

fn ordinal_day<'l, 't>(language: &'l Language) -> impl Fn(&'t str) -> Read<'t, u32> {
    move |input| map_opt(ordinal(language), |n| u32::try_from(n).ok().filter(|d| (1..=31).contains(d))).parse(input)
}

/// `2023`, `'98`
fn year(input: &str) -> Read<'_, i32> {
    let four = verify(terminated(digits(4, 4), edge), |y| (1000..=2999).contains(y)).map(|y| y as i32);
    let two = preceded(alt((tag("'"), tag("’"), tag("‘"))), terminated(digits(2, 2), edge)).map(century);
    alt((four, two)).parse(input)
}

/// The year that two digits mean in prose of our days.
fn century(two: u32) -> i32 {
    if two < 50 { 2000 + two as i32 } else { 1900 + two as i32 }
}

/// A year after a comma, a space or `of`.
fn year_after(input: &str) -> Read<'_, i32> {
    alt((preceded((gap, tag(","), gap), year), preceded((space, opt((small("of"), space))), year), preceded(tag("-"), year))).parse(input)
}

/// `June 4`, `June the 4th, 2023`, `June fourth`, `June 4-6`, `June 30-July 2, 2023`
fn month_day<'t>(language: &Language, input: &'t str) -> Read<'t, Dated> {
    let (rest, m) = month(language, true)(input)?;
    let lower = month(language, false)(input).is_err();
    let (rest, d) = preceded((alt((space, tag("-"))), opt((small("the"), space))), alt((day, ordinal_day(language)))).parse(rest)?;
    let to = alt((
        preceded((gap, dash, gap), peek(nom::character::complete::anychar)),
        preceded((space, small("to"), space), peek(one_of("0123456789"))),
    ));
    let second = preceded(to, alt(((month(language, false), space, day).map(|(m, _, d)| (Some(m), d)), day.map(|d| (None, d)))));
    // "may 5" can be a verb and a number, "may 5th" cannot.
    if lower && rest.len() < input.len() && !input[..input.len() - rest.len()].ends_with(|c: char| c.is_alphabetic()) {
        return miss(input);
    }
    let (rest, second) = opt(second).parse(rest)?;
    let (rest, y) = opt(year_after).parse(rest)?;
    finish(input, rest, y, (m, d), second.map(|(m2, d2)| (m2.unwrap_or(m), d2)))
}

/// `4 June`, `the 4th of June, 2023`, `4-6 June`, `05-Aug-2016`
fn day_month<'t>(language: &Language, input: &'t str) -> Read<'t, Dated> {
    let mut start =
        alt((day, preceded((small("the"), space), ordinal_day(language)), terminated(ordinal_day(language), peek((space, small("of"))))));
    let (rest, d) = start.parse(input)?;
    let (rest, d2) = opt(preceded(alt(((gap, dash, gap).map(|_| ()), (space, small("to"), space).map(|_| ()))), day)).parse(rest)?;
    let of = preceded((joint, small("of"), space), month(language, true));
    let (rest, m) = alt((of, preceded(joint, month(language, false)))).parse(rest)?;
    let (rest, y) = opt(year_after).parse(rest)?;
    let (first, second) = (d, d2);
    finish(input, rest, y, (m, first), second.map(|d| (m, d)))
}

fn finish<'t>(input: &'t str, rest: &'t str, y: Option<i32>, (m, d): (u32, u32), second: Option<(u32, u32)>) -> Read<'t, Dated> {
    let Some(first) = CalendarDate::of(y, m, Some(d)) else { return miss(input) };
    match second.map(|(m2, d2)| CalendarDate::of(y, m2, Some(d2))) {
        None => Ok((rest, Dated::One(first))),
        Some(Some(last)) if (m, d) < (last.month.unwrap_or(0), last.day.unwrap_or(0)) => Ok((rest, Dated::Range(first, last))),
        Some(_) => miss(input),
    }
}

/// `June 2023`, `June of 2023`, `June, 2023`, `June '98`, `06/2023`
fn month_year<'t>(language: &Language, input: &'t str) -> Read<'t, Dated> {
    let slash = || preceded(tag("/"), year);
    let figures = (verify(digits(1, 2), |m| (1..=12).contains(m)), tag("/"), verify(digits(4, 4), |y| (1900..2100).contains(y)), edge);
    if let Ok((rest, (m, _, y, ()))) = (figures, not(peek(tag("/")))).map(|(f, ())| f).parse(input) {
        return CalendarDate::of(Some(y as i32), m, None).map_or_else(|| miss(input), |d| Ok((rest, Dated::One(d))));
    }
    let (rest, (m, y)) = (month(language, false), alt((year_after, slash()))).parse(input)?;
    CalendarDate::of(Some(y), m, None).map_or_else(|| miss(input), |d| Ok((rest, Dated::One(d))))
}

/// `2023-06-04`, `2023/06/04`, `2023-06`
fn iso(input: &str) -> Read<'_, Dated> {
    let whole = (digits(4, 4), one_of("-/"), digits(1, 2), one_of("-/"), digits(1, 2), edge).map(|(y, _, m, _, d, _)| (y, m, Some(d)));
    // 2001-02 is a year and the next; 2023-06 can only be a month.
    let month = verify((digits(4, 4), tag("-"), digits(2, 2), edge, not(tag("-"))), |(y, _, m, ..)| *m <= 12 && *m < y % 100);
    let month = month.map(|(y, _, m, ..)| (y, m, None));
    let (rest, (y, m, d)) = alt((whole, month)).parse(input)?;
    let date = Some(y).filter(|y| (1000..=2999).contains(y)).and_then(|y| CalendarDate::of(Some(y as i32), m, d));
    date.map_or_else(|| miss(input), |d| Ok((rest, Dated::One(d))))
}

/// `6/4/2023` (the month first, unless only the day can be), `04.06.2023` (the day first)
fn numeric(input: &str) -> Read<'_, Dated> {
    let y = || alt((digits(4, 4).map(|y| y as i32), digits(2, 2).map(century)));
    let slashed = (digits(1, 2), tag("/"), digits(1, 2), tag("/"), y(), edge).map(|(a, _, b, _, y, _)| (a, b, y));
    let hyphened = (digits(2, 2), tag("-"), digits(2, 2), tag("-"), y(), edge).map(|(a, _, b, _, y, _)| (a, b, y));
    let dotted = (digits(1, 2), tag("."), digits(1, 2), tag("."), digits(4, 4), edge).map(|(a, _, b, _, y, _)| (b, a, y as i32));
    let (rest, (a, b, y)) = alt((slashed, hyphened, dotted)).parse(input)?;
    let date = CalendarDate::of(Some(y), a, Some(b)).or_else(|| CalendarDate::of(Some(y), b, Some(a)));
    date.filter(|_| (1000..=2999).contains(&y)).map_or_else(|| miss(input), |d| Ok((rest, Dated::One(d))))
}

/// `1990s`, `'90s`, `1990's`
fn decade(input: &str) -> Read<'_, Dated> {
    let plural = || (opt(alt((tag("'"), tag("’")))), small("s"));
    let four = terminated(verify(digits(4, 4), |y| (1000..=2999).contains(y) && y % 10 == 0), plural()).map(|y| y as i32 / 10);
    let quoted = preceded(opt(alt((tag("'"), tag("’"), tag("‘")))), terminated(verify(digits(2, 2), |y| y % 10 == 0), plural()));
    let two = quoted.map(|y| if y < 30 { 200 + y as i32 / 10 } else { 190 + y as i32 / 10 });
    alt((four, two)).map(Dated::Decade).parse(input)
}

fn before_christ(input: &str) -> Read<'_, &str> {
    alt((tag("BCE"), tag("BC"), tag("B.C."))).parse(input)
}

/// `1914-18`, `1990-1995`, `2022/23`, `431-404 BC`
fn year_range(input: &str) -> Read<'_, Dated> {
    let ancient = (digits(1, 4), (gap, dash, gap), digits(1, 4), gap, before_christ).map(|(a, _, b, ..)| (1 - a as i32, 1 - b as i32));
    if let Ok((rest, (a, b))) = terminated(ancient, edge).parse(input) {
        return if a < b { Ok((rest, Dated::Range(CalendarDate::year(a), CalendarDate::year(b)))) } else { miss(input) };
    }
    let year = || verify(digits(4, 4), |y| (1000..=2999).contains(y)).map(|y| y as i32);
    let (rest, (a, _, b, _)) = (year(), alt((dash, tag("/"))), alt((digits(4, 4), digits(2, 2))), edge).parse(input)?;
    let b = if b < 100 { a / 100 * 100 + b as i32 } else { b as i32 };
    if a < b && b - a < 200 { Ok((rest, Dated::Range(CalendarDate::year(a), CalendarDate::year(b)))) } else { miss(input) }
}

/// `2023`, `44 BC`, `AD 800`, `nineteen ninety-one`
fn year_alone<'t>(language: &Language, input: &'t str) -> Read<'t, Dated> {
    let after = || alt((tag("AD"), tag("A.D."), tag("CE")));
    let word = || edge;
    let bc = terminated(digits(1, 4), (gap, before_christ, word()));
    // "between 431 and 421 BC", "from 431 to 421 BC"
    let joined = (space, alt((small("and"), small("to"), small("or"), small("until"))), space, digits(1, 4), gap, before_christ, word());
    let bc = alt((bc, terminated(digits(1, 4), peek(joined)))).map(|y| Dated::SureYear(1 - y as i32));
    let ad = preceded((after(), space), terminated(digits(1, 4), edge)).map(|y| Dated::SureYear(y as i32));
    let ce = terminated(digits(1, 4), (gap, after(), word())).map(|y| Dated::SureYear(y as i32));
    let sure = preceded(peek(one_of("'’‘")), year).map(Dated::SureYear);
    let plain = terminated(verify(digits(4, 4), |y| (1000..=2999).contains(y)), edge).map(|y| Dated::Year(y as i32));
    let number = || map_opt(below_hundred(language), |d| d.integer().map(|n| n as i32));
    let tens = (verify(number(), |n| (13..=20).contains(n)), value((), joint), verify(number(), |n| (10..=99).contains(n)));
    let words = tens.map(|(a, (), b)| Dated::SureYear(a * 100 + b));
    alt((bc, ad, ce, sure, plain, words)).parse(input)
}
