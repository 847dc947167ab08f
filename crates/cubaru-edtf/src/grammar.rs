//! The grammar of EDTF, in nom.

use crate::{
    EdtfError,
    date::{Date, Digits, Mark, Rest, Year, count},
    value::{Clock, Element, End, Value},
};
use nom::{
    IResult, Parser,
    branch::alt,
    bytes::complete::tag,
    character::complete::{char, digit1, one_of},
    combinator::{cut, eof, map, opt, peek, recognize},
    error::{ErrorKind, ParseError},
    multi::separated_list1,
    sequence::{preceded, terminated},
};

/// Where a text stops being EDTF, and why. `from` and `to` count the bytes that are left.
#[derive(Debug)]
struct Miss {
    from: usize,
    to: usize,
    problem: Problem,
}

#[derive(Debug)]
enum Problem {
    Expected(&'static str),
    Calendar(String),
    Order,
    Range,
}

/// The miss that lies furthest is the one to report; of equals the last, which is the simplest form.
impl ParseError<&str> for Miss {
    fn from_error_kind(input: &str, _: ErrorKind) -> Self {
        Self { from: input.len(), to: input.len(), problem: Problem::Expected("a date") }
    }

    fn append(_: &str, _: ErrorKind, other: Self) -> Self {
        other
    }

    fn or(self, other: Self) -> Self {
        if other.from <= self.from { other } else { self }
    }
}

type Parsed<'a, O> = IResult<&'a str, O, Miss>;

/// Names what a parser reads: its miss then says that this was expected.
fn called<'a, O>(what: &'static str, mut parser: impl Parser<&'a str, Output = O, Error = Miss>) -> impl FnMut(&'a str) -> Parsed<'a, O> {
    move |input| {
        parser.parse(input).map_err(|e| match e {
            nom::Err::Error(miss) => nom::Err::Error(Miss { problem: Problem::Expected(what), ..miss }),
            failure => failure,
        })
    }
}

/// What was read between two places makes no sense.
fn wrong<'a, O>(from: &'a str, to: &'a str, problem: Problem) -> Parsed<'a, O> {
    Err(nom::Err::Failure(Miss { from: from.len(), to: to.len(), problem }))
}

fn absent<'a, O>(from: &'a str, to: &'a str, what: &str) -> Parsed<'a, O> {
    let text = &from[..from.len() - to.len()];
    wrong(from, to, Problem::Calendar(format!("there is no {what} {text}")))
}

pub(crate) fn edtf(text: &str) -> Result<Value, EdtfError> {
    let found = terminated(alt((set, interval, time, map(date, Value::Date))), called("the end", eof)).parse(text);
    let miss = match found {
        Ok((_, value)) => return Ok(value),
        Err(nom::Err::Error(miss) | nom::Err::Failure(miss)) => miss,
        Err(nom::Err::Incomplete(_)) => Miss { from: 0, to: 0, problem: Problem::Expected("more") },
    };
    let (start, end) = (text.len() - miss.from, text.len() - miss.to);
    let next = text[start..].chars().next();
    Err(match miss.problem {
        Problem::Expected(expected) => {
            let found = next.map_or("the end".into(), |c| format!("`{c}`"));
            EdtfError::Syntax { expected, found, span: start..start + next.map_or(0, char::len_utf8) }
        }
        Problem::Calendar(problem) => EdtfError::Calendar { problem, span: start..end },
        Problem::Order => EdtfError::Order { span: start..end },
        Problem::Range => EdtfError::Range { span: start..end },
    })
}

fn mark(input: &str) -> Parsed<'_, Mark> {
    let (rest, found) = opt(one_of("?~%")).parse(input)?;
    Ok((rest, Mark { uncertain: matches!(found, Some('?' | '%')), approximate: matches!(found, Some('~' | '%')) }))
}

/// `2023`, `199X`
fn digits<const N: usize>(input: &str) -> Parsed<'_, Digits<N>> {
    let (mut rest, mut out) = (input, [None; N]);
    for digit in &mut out {
        let (after, c) = one_of("0123456789X").parse(rest)?;
        (rest, *digit) = (after, c.to_digit(10).map(|d| d as u8));
    }
    Ok((rest, out))
}

fn number<const N: usize>(digits: Digits<N>) -> Option<i64> {
    digits.into_iter().try_fold(0, |n, d| Some(n * 10 + i64::from(d?)))
}

/// How many digits count: `S2`.
fn significant(input: &str) -> Parsed<'_, Option<(&str, &str)>> {
    opt(preceded(char('S'), cut(called("how many digits count", digit1.map(move |s: &str| (s, input)))))).parse(input)
}

fn counted<'a>(from: &'a str, to: &'a str, year: i64, digits: Option<(&'a str, &'a str)>) -> Parsed<'a, Year> {
    let Some((digits, _)) = digits else { return Ok((to, Year::Known(year))) };
    match digits.parse().ok().filter(|n| (1..=count(year)).contains(n)) {
        Some(n) if n == count(year) => Ok((to, Year::Known(year))),
        Some(n) => Ok((to, Year::Significant(year, n))),
        None => wrong(from, to, Problem::Calendar(format!("{year} does not have so many digits that count"))),
    }
}

/// `2023`, `-0043`, `199X`, `1950S2`
fn short_year(input: &str) -> Parsed<'_, Year> {
    let (rest, (negative, own)) = (map(opt(char('-')), |c| c.is_some()), digits::<4>).parse(input)?;
    match number(own) {
        Some(0) if negative => absent(input, rest, "year"),
        Some(year) => {
            let (rest, count) = significant(rest)?;
            counted(input, rest, if negative { -year } else { year }, count)
        }
        None => Ok((rest, Year::Masked(negative, own))),
    }
}

/// `Y170000002`, `Y-17E7`, `Y3388E2S3`
fn long_year(input: &str) -> Parsed<'_, Year> {
    let (rest, (negative, own)) =
        preceded(char('Y'), (map(opt(char('-')), |c| c.is_some()), cut(called("a year", digit1)))).parse(input)?;
    let (rest, exponent) = opt(preceded(char('E'), cut(called("an exponent", digit1)))).parse(rest)?;
    if own.starts_with('0') || exponent.is_none() && own.len() < 5 {
        return wrong(input, rest, Problem::Calendar("behind Y stands a year of more than four digits, or one with an exponent".into()));
    }
    let zeros = exponent.map_or(Some(0), |e: &str| e.parse::<usize>().ok());
    let year = zeros.filter(|zeros| own.len().saturating_add(*zeros) <= 18).and_then(|zeros| {
        let year = own.parse::<i64>().ok()?.checked_mul(10i64.checked_pow(u32::try_from(zeros).ok()?)?)?;
        Some(if negative { -year } else { year })
    });
    let Some(year) = year else { return wrong(input, rest, Problem::Range) };
    let (rest, count) = significant(rest)?;
    counted(input, rest, year, count)
}

/// A date of any level.
fn date(input: &str) -> Parsed<'_, Date> {
    let (rest, before) = mark(input)?;
    let (rest, (year, is_long)) =
        alt((map(long_year, |y| (y, true)), map(called("a year of four digits", short_year), |y| (y, false)))).parse(rest)?;
    let (rest, behind) = mark(rest)?;
    let mut date = Date { year, rest: Rest::Nothing, marks: [before.and(behind), Mark::default(), Mark::default()] };
    if is_long || matches!(year, Year::Significant(..)) {
        return Ok((rest, date));
    }
    let part = |what| preceded(char('-'), cut((mark, called(what, digits::<2>), mark)));
    let (rest, month) = opt(part("a month of two digits")).parse(rest)?;
    let Some((before, month, behind)) = month else { return Ok((rest, date)) };
    date.marks[0] = date.marks[0].and(behind);
    date.marks[1] = before.and(behind);
    if let Some(number @ 21..=41) = number(month) {
        date.rest = Rest::Grouping(number as u8);
        return Ok((rest, date));
    }
    date.rest = Rest::Month(month);
    let (rest, day) = opt(part("a day of two digits")).parse(rest)?;
    if let Some((before, day, behind)) = day {
        date.marks = [date.marks[0].and(behind), date.marks[1].and(behind), before.and(behind)];
        date.rest = Rest::Day(month, day);
    }
    if date.bounds().is_none() {
        return absent(input, rest, if day.is_some() { "day" } else { "month" });
    }
    Ok((rest, date))
}

fn two(what: &'static str, highest: i64) -> impl FnMut(&str) -> Parsed<'_, u8> {
    move |input| {
        let (rest, own) = called(what, recognize((one_of("0123456789"), one_of("0123456789")))).parse(input)?;
        match own.parse::<u8>() {
            Ok(n) if i64::from(n) <= highest => Ok((rest, n)),
            _ => absent(input, rest, what.trim_start_matches("an ").trim_start_matches("a ")),
        }
    }
}

/// `2023-06-04T09:30:00Z`
fn time(input: &str) -> Parsed<'_, Value> {
    let (rest, day) = terminated(date, char('T')).parse(input)?;
    let plain = day.marks.iter().all(|m| *m == Mark::default());
    match day.rest {
        Rest::Day(month, own) if plain && number(month).is_some() && number(own).is_some() && matches!(day.year, Year::Known(_)) => {}
        _ => return wrong(input, rest, Problem::Calendar("a time needs a day that is known in full".into())),
    }
    let colon = || cut(called("`:`", char(':')));
    let (rest, (hour, _, minute, _, second)) =
        (cut(two("an hour", 23)), colon(), cut(two("a minute", 59)), colon(), cut(two("a second", 59))).parse(rest)?;
    let away = (one_of("+-"), cut(two("an hour", 23)), opt(preceded(char(':'), cut(two("a minute", 59)))));
    let away = map(away, |(sign, hours, minutes)| {
        let zone = i16::from(hours) * 60 + i16::from(minutes.unwrap_or(0));
        if sign == '-' { -zone } else { zone }
    });
    let (rest, zone) = opt(alt((map(char('Z'), |_| 0), away))).parse(rest)?;
    Ok((rest, Value::Time(day, Clock { hour, minute, second, zone })))
}

fn backwards(a: &Date, b: &Date) -> bool {
    a.bounds().zip(b.bounds()).is_some_and(|((first, _), (_, last))| first > last)
}

/// `2004/2005-06`, `../2005`, `2004/`
fn interval(input: &str) -> Parsed<'_, Value> {
    let open = || map(tag(".."), |_| End::Open);
    let first = alt((open(), map(peek(char('/')), |_| End::Unknown), map(date, End::Date)));
    let (rest, first) = terminated(first, char('/')).parse(input)?;
    let last = alt((open(), map(called("a date, `..` or the end", eof), |_| End::Unknown), map(date, End::Date)));
    let (rest, last) = cut(last).parse(rest)?;
    match (&first, &last) {
        (End::Date(a), End::Date(b)) if backwards(a, b) => wrong(input, rest, Problem::Order),
        (End::Date(_), _) | (_, End::Date(_)) => Ok((rest, Value::Interval(first, last))),
        _ => wrong(input, rest, Problem::Calendar("an interval has a date at one end at least".into())),
    }
}

/// `1667`, `1670..1672`, `..1760-12-03`, `1760-12..`
fn element(input: &str) -> Parsed<'_, Element> {
    let (rest, earlier) = opt(tag("..")).parse(input)?;
    let (rest, first) = called("a date", date).parse(rest)?;
    if earlier.is_some() {
        return Ok((rest, Element::Earlier(first)));
    }
    let (rest, to) = opt(tag("..")).parse(rest)?;
    if to.is_none() {
        return Ok((rest, Element::Date(first)));
    }
    match opt(date).parse(rest)? {
        (rest, Some(last)) if backwards(&first, &last) => wrong(input, rest, Problem::Order),
        (rest, Some(last)) => Ok((rest, Element::Range(first, last))),
        (rest, None) => Ok((rest, Element::Later(first))),
    }
}

/// `[1667,1668]`, `{1667,1670..1672}`
fn set(input: &str) -> Parsed<'_, Value> {
    let (rest, open) = one_of("[{").parse(input)?;
    let all = open == '{';
    let close = if all { "}" } else { "]" };
    let (rest, mut elements) = cut(separated_list1(char(','), cut(element))).parse(rest)?;
    let (rest, _) = cut(called(if all { "`,` or `}`" } else { "`,` or `]`" }, tag(close))).parse(rest)?;
    let last = elements.len() - 1;
    let open = |(i, e): (usize, &Element)| matches!(e, Element::Earlier(_)) && i > 0 || matches!(e, Element::Later(_)) && i < last;
    if elements.iter().enumerate().any(open) {
        return wrong(input, rest, Problem::Calendar("`..` without a date stands only at the ends of a set".into()));
    }
    elements.sort_by(Element::order);
    elements.dedup();
    Ok((rest, Value::Set(all, elements)))
}
