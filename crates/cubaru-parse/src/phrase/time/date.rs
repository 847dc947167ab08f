//! Dates, years, decades and centuries where they stand in a sentence.

use super::{
    Name, Point, Toward,
    calendar::Found,
    relative,
    word::{before, dated, hyphen, is_name, list, miss, namesake, ordinal, peeked, the, toward, toward_word, unit},
};
use crate::{
    input::{Phrase, Tokens, one_of, word},
    lexical::{CalendarDate, Dated},
    when::Grain,
};
use nom::{
    Parser,
    branch::alt,
    combinator::{map_opt, opt, peek, verify},
    sequence::{preceded, terminated},
};

/// Words before which a month, a season or a year is a time.
pub(super) const PREPOSITIONS: &[&str] = &[
    "in",
    "since",
    "by",
    "until",
    "till",
    "of",
    "from",
    "to",
    "through",
    "during",
    "before",
    "after",
    "between",
    "around",
    "about",
    "last",
    "next",
    "this",
    "late",
    "early",
    "mid",
    "mid-",
    "past",
    "for",
    "throughout",
    "circa",
    "beyond",
    "as",
    "on",
    "til",
];
/// Words before which four digits are a year.
const YEAR_OPENERS: &[&str] = &[
    "(",
    "year",
    "fiscal",
    "the",
    "and",
    "or",
    "/",
    "–",
    "-",
    "[",
    "than",
    "spring",
    "summer",
    "autumn",
    "fall",
    "winter",
    "christmas",
    "easter",
    "season",
];

/// `June 4, 2023`, `July 25 of that year`
pub(super) fn date(input: Tokens<'_>) -> Phrase<'_, Found> {
    let one = map_opt(dated, |d| match d {
        Dated::One(d) => Some(d),
        _ => None,
    });
    let side = terminated(
        map_opt(verify(toward_word, |w: &str| w != "that"), |w| if w == "this" { Some(Toward::This) } else { toward(w, false) }),
        peek(dated),
    );
    let (rest, (side, d)) = (opt(side), one).parse(input)?;
    if namesake(rest) {
        return miss(input);
    }
    if let (Some(side), None, Some(m), Some(day)) = (side, d.year, d.month, d.day) {
        return Ok((rest, (Point::Named(Name::MonthDay(m, day), side), "time-named-toward")));
    }
    if let (None, Some(m), Some(day)) = (d.year, d.month, d.day)
        && let (rest, Some(year)) = opt(preceded(opt(word("of")), relative_year)).parse(rest)?
    {
        return Ok((rest, (Point::In(Name::MonthDay(m, day), Box::new(year)), "time-nested")));
    }
    Ok((rest, (Point::Date(d), "time-date")))
}

/// `on the 15th`: a day of the month that is told of or now.
pub(super) fn day_of_month(input: Tokens<'_>) -> Phrase<'_, Found> {
    let (rest, n) = preceded(the, verify(ordinal, |n| (1..=31).contains(n))).parse(input)?;
    let figures = input.sheet.tokens[rest.first - 1].read().starts_with(|c: char| c.is_ascii_digit());
    let noun = peeked(rest).starts_with(char::is_alphabetic) && !is_function(peeked(rest))
        || hyphen(rest).is_ok()
        || word("of").parse(rest).is_ok();
    if !figures || noun || before(input) != "on" {
        return miss(input);
    }
    let day = u32::try_from(n).ok();
    Ok((rest, (Point::Date(CalendarDate { day, ..CalendarDate::default() }), "time-day-of-month")))
}

/// `last year`, `that year`, `the same year`
pub(super) fn relative_year(input: Tokens<'_>) -> Phrase<'_, Point> {
    map_opt(relative::pointed, |(p, _)| Some(p).filter(|p| matches!(p, Point::Unit(Grain::Year, _)))).parse(input)
}

/// A year behind a month or a season: `1988`, `of 1988`, `last year`
pub(super) fn year_behind(input: Tokens<'_>) -> Phrase<'_, Point> {
    let (rest, _) = opt(one_of(&["of", "in"])).parse(input)?;
    let (rest, _) = opt(word("fiscal")).parse(rest)?;
    let number = map_opt(dated, |d| match d {
        Dated::Year(y) | Dated::SureYear(y) => Some(Point::Date(CalendarDate { year: Some(y), ..CalendarDate::default() })),
        _ => None,
    });
    alt((number, relative_year)).parse(rest)
}

/// Years, decades and centuries.
pub(super) fn years(input: Tokens<'_>) -> Phrase<'_, Found> {
    alt((century, decade, year_of_reports, year)).parse(input)
}

/// `the 20th century`, `19th-century`
fn century(input: Tokens<'_>) -> Phrase<'_, Found> {
    let (rest, n) = preceded(opt(the), ordinal).parse(input)?;
    let (rest, _) = preceded(opt(hyphen), verify(unit, |g| *g == Grain::Century)).parse(rest)?;
    match i32::try_from(n).ok().filter(|n| (1..=99).contains(n)) {
        Some(n) => Ok((rest, (Point::Century(n - 1), "time-century"))),
        None => miss(input),
    }
}

/// `the 1990s`, `the nineties`
fn decade(input: Tokens<'_>) -> Phrase<'_, Found> {
    let figures = map_opt(dated, |d| match d {
        Dated::Decade(d) => Some(d),
        _ => None,
    });
    let words = map_opt(list(&["decade"]), |e| e.cell(2).parse().ok());
    let (rest, d) = alt((preceded(opt(the), figures), preceded(the, words))).parse(input)?;
    Ok((rest, (Point::Decade(d), "time-decade")))
}

/// `the 1988 period`
fn year_of_reports(input: Tokens<'_>) -> Phrase<'_, Found> {
    terminated(preceded(the, year_behind_only), list(&["stretch"])).map(|y| (y, "time-year")).parse(input)
}

/// `2023` where the words around make it a year, `fiscal 1988`, `the year 2000`
fn year(input: Tokens<'_>) -> Phrase<'_, Found> {
    let rule = "time-year";
    let found = |y| (Point::Date(CalendarDate { year: Some(y), ..CalendarDate::default() }), rule);
    let fiscal = (opt(the), one_of(&["fiscal", "financial"]), opt(word("year")));
    let named = alt((fiscal.map(|_| ()), (opt(the), word("year")).map(|_| ())));
    let number = map_opt(dated, |d| match d {
        Dated::Year(y) | Dated::SureYear(y) => Some(y),
        _ => None,
    });
    let mut thousand =
        map_opt(super::word::cardinal, |n| n.integer().and_then(|n| i32::try_from(n).ok()).filter(|y| (1500..2200).contains(y)));
    if let Ok((rest, y)) = preceded(named, alt((number, |i| thousand.parse(i)))).parse(input) {
        return Ok((rest, found(y)));
    }
    // "in two thousand and fifteen"
    if matches!(before(input).as_str(), "in" | "since")
        && peeked(input).eq_ignore_ascii_case("two")
        && let Ok((rest, y)) = thousand.parse(input)
    {
        return Ok((rest, found(y)));
    }
    let (rest, d) = dated(input)?;
    match d {
        Dated::SureYear(y) => Ok((rest, found(y))),
        Dated::Year(y) if (1400..=2150).contains(&y) && is_year(input, rest) => Ok((rest, found(y))),
        _ => miss(input),
    }
}

/// Whether four digits are a year: by the word before, else by what follows.
fn is_year(input: Tokens<'_>, rest: Tokens<'_>) -> bool {
    let before = before(input);
    let next = peeked(rest);
    const COUNTED: &[&str] = &["people", "men", "women", "children", "percent", "per", "square", "million", "local", "km", "miles"];
    let plural = next.len() > 3 && next.starts_with(char::is_lowercase) && next.ends_with('s') && !is_function(next);
    let counted = plural || COUNTED.contains(&next);
    // "Resolution 1441", "Flight 1549"
    if list(&["numbered"])(input.behind()).is_ok() && is_name(&rest.sheet.token(input.behind().first).text) {
        return false;
    }
    let joined = next == "-" && rest.sheet.tokens.get(rest.first).is_some_and(|t| t.start == rest.sheet.tokens[rest.first - 1].end);
    let opener = PREPOSITIONS.contains(&before.as_str()) || YEAR_OPENERS.contains(&before.as_str()) || before.ends_with("'s");
    match before.as_str() {
        "about" | "around" | "to" | "over" | "nearly" | "of" | "than" | "from" | "and" | "or" | "for" => !counted,
        "$" | "€" | "£" | "no." | "#" | "flight" | "some" | "almost" | "up" => false,
        "in" | "since" | "by" | "until" | "during" | "year" | "fiscal" | "the" | "'s" => !joined || before != "the",
        _ if opener => !counted,
        "" => !counted,
        "," => !counted,
        _ => !counted && !next.starts_with(char::is_lowercase) || is_function(next),
    }
}

/// Words that open the rest of a sentence, not a counted noun.
pub(super) fn is_function(word: &str) -> bool {
    const WORDS: &[&str] = &[
        "does", "its", "this", "his", "us", "whereas", "versus", "across", "and", "or", "but", "when", "as", "after", "before", "with",
        "to", "in", "on", "at", "for", "by", "from", "the", "a", "was", "were", "is", "are", "has", "had", "that", "which", "who", "while",
        "under", "between", "until", "over", "because", "during", "through", "if", "where",
    ];
    WORDS.contains(&word)
}

pub(super) fn year_behind_only(input: Tokens<'_>) -> Phrase<'_, Point> {
    map_opt(dated, |d| match d {
        Dated::Year(y) | Dated::SureYear(y) => Some(Point::Date(CalendarDate { year: Some(y), ..CalendarDate::default() })),
        _ => None,
    })
    .parse(input)
}
