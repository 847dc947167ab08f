//! Times of the clock: `5 p.m. EST`, `17:00`, `0900 GMT`, `noon`.

use super::word::{Read, digits, entry, gap, miss, small, space};
use crate::language::{Class, Language};
use nom::{
    Parser,
    branch::alt,
    bytes::complete::tag,
    character::complete::one_of,
    combinator::{not, opt, peek, verify},
    sequence::{delimited, preceded, terminated},
};

/// An hour and, where said, a minute.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Clock {
    pub hour: u32,
    pub minute: Option<u32>,
    /// Whether it is said to be of Greenwich.
    pub utc: bool,
}

pub(super) fn clock<'l, 't>(language: &'l Language) -> impl Fn(&'t str) -> Read<'t, Clock> {
    move |input| {
        let word = nom::combinator::map_opt(entry(language, Class::TimeWord, &["clock"]), |e| {
            let (hour, minute) = e.cell(2).split_once(':')?;
            Some(Clock { hour: hour.parse().ok()?, minute: minute.parse().ok(), utc: false })
        });
        let named = preceded(opt((tag("12"), space)), word);
        let zone = || entry(language, Class::TimeWord, &["zone"]);
        let (rest, clock) = alt((named, |i| twelve(language, i), twenty_four, |i| hours(language, i), o_clock)).parse(input)?;
        let bracket = delimited((gap, tag("(")), zone(), tag(")"));
        let (rest, zone) = opt(alt((preceded(gap, zone()), bracket))).parse(rest)?;
        Ok((rest, Clock { utc: zone.is_some_and(|e| e.cell(2) == "Z"), ..clock }))
    }
}

/// `5 p.m.`, `5:30 pm`, `10.30am`
fn twelve<'t>(language: &Language, input: &'t str) -> Read<'t, Clock> {
    let minute = opt(preceded(one_of(":."), verify(digits(2, 2), |m| *m < 60)));
    let meridian = preceded(gap, entry(language, Class::TimeWord, &["meridian"]));
    let (rest, (hour, minute, half)) = (verify(digits(1, 2), |h| (1..=12).contains(h)), minute, meridian).parse(input)?;
    let hour = hour % 12 + if half.cell(2) == "PM" { 12 } else { 0 };
    Ok((rest, Clock { hour, minute, utc: false }))
}

/// `17:00`, `17:00:30`
fn twenty_four(input: &str) -> Read<'_, Clock> {
    let second = opt(preceded(tag(":"), digits(2, 2)));
    let (rest, (hour, _, minute, _)) =
        (verify(digits(1, 2), |h| *h < 24), tag(":"), verify(digits(2, 2), |m| *m < 60), second).parse(input)?;
    let (rest, _) = not(peek(verify(nom::character::complete::anychar, |c| c.is_alphanumeric() || *c == ':'))).parse(rest)?;
    Ok((rest, Clock { hour, minute: Some(minute), utc: false }))
}

/// `1700 GMT`, `0900 hours`
fn hours<'t>(language: &Language, input: &'t str) -> Read<'t, Clock> {
    let after = peek(preceded(space, alt((entry(language, Class::TimeWord, &["zone"]).map(|_| ()), small("hours").map(|_| ())))));
    let (rest, number) = terminated(digits(4, 4), after).parse(input)?;
    let (rest, _) = opt(preceded(space, small("hours"))).parse(rest)?;
    let (hour, minute) = (number / 100, number % 100);
    if hour < 25 && minute < 60 { Ok((rest, Clock { hour, minute: Some(minute), utc: false })) } else { miss(input) }
}

/// `5 o'clock`
fn o_clock(input: &str) -> Read<'_, Clock> {
    let after = preceded(gap, alt((small("o'clock"), small("o’clock"))));
    let (rest, hour) = terminated(verify(digits(1, 2), |h| (1..=12).contains(h)), after).parse(input)?;
    Ok((rest, Clock { hour, minute: None, utc: false }))
}
