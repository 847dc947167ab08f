//! Names that come back: months, weekdays, seasons, quarters, feasts, and what places them.

use super::{
    Name, Piece, Point, Toward,
    calendar::{Found, is_day, whole},
    date::{PREPOSITIONS, is_function, relative_year, year_behind, year_behind_only},
    relative,
    word::{before, dated, hyphen, is_name, list, miss, namesake, ordinal, peeked, possessive, the, toward, toward_word, unit},
};
use crate::{
    input::{Phrase, Tokens, one_of, token, word},
    when::{Grain, Season},
};
use nom::{
    Input, Parser,
    branch::alt,
    combinator::{map_opt, opt, verify},
    sequence::{preceded, terminated},
};

fn feast(input: Tokens<'_>) -> Phrase<'_, (Name, &'static str)> {
    let (rest, e) = list(&["holiday"])(input)?;
    if is_name(peeked(input)) { Ok((rest, (Name::Feast(e.row()), "time-feast"))) } else { miss(input) }
}

/// A name of the calendar, whatever stands around it.
pub(super) fn name(input: Tokens<'_>) -> Phrase<'_, (Name, &'static str)> {
    let weekday = |input| {
        let (rest, e) = list(&["weekday", "weekday-short"])(input)?;
        // `Sun` and `Sat` are other words, unless a dot or a preposition says otherwise.
        let placed =
            matches!(before(input).as_str(), "on" | "next" | "last" | "by" | "until" | "since" | "every") && is_name(peeked(input));
        let short = e.cell(1) == "weekday-short" && !e.form().ends_with('.') && !placed;
        match e.cell(2).parse() {
            Ok(n) if !short => Ok((rest, (Name::Weekday(n), "time-weekday"))),
            _ => miss(input),
        }
    };
    let month = |input| {
        let (rest, e) = list(&["month", "month-weak", "month-short"])(input)?;
        let lower = !is_name(peeked(input));
        let short = e.cell(1) == "month-short" && !e.form().ends_with('.');
        match e.cell(2).parse() {
            Ok(n) if !(lower && (e.cell(1) != "month" || n == 8)) && !short => Ok((rest, (Name::Month(n), "time-month"))),
            _ => miss(input),
        }
    };
    let season = map_opt(list(&["season", "season-weak"]), |e| Some((Name::Season(Season::from_code(e.cell(2))?), "time-season")));
    let quarter = |input| {
        let numbered =
            (preceded(opt(word("fiscal")), ordinal), preceded(opt(hyphen), verify(unit, |g| *g == Grain::Quarter))).map(|(n, _)| n);
        let short = map_opt(token(|t| t.read().len() == 2 && t.read().starts_with('Q')), |t| t.read()[1..].parse().ok());
        map_opt(alt((numbered, short)), |n: u64| Some((Name::Quarter(n as u32), "time-quarter")).filter(|_| (1..=4).contains(&n)))
            .parse(input)
    };
    let half = |input| {
        let first = (alt((ordinal, word("latter").map(|_| 2))), preceded(opt(hyphen), word("half"))).map(|(n, _)| n);
        map_opt(first, |n| Some((Name::Half(n as u32), "time-nested")).filter(|_| (1..=2).contains(&n))).parse(input)
    };
    let weekend = list(&["weekend"]).map(|_| (Name::Weekend, "time-weekend"));
    alt((feast, weekday, month, season, quarter, half, weekend)).parse(input)
}

/// A name with what points to it or holds it: `last May`, `this summer`, `January this year`, `the third quarter of 1999`
pub(super) fn named(input: Tokens<'_>) -> Phrase<'_, Found> {
    if let Ok(found) = held(input) {
        return Ok(found);
    }
    let (rest, definite) = opt(the).parse(input)?;
    let (rest, side) = opt(verify(toward_word, |w: &str| w != "recent")).parse(rest)?;
    let (rest, _) = opt(one_of(&["early", "late"]))
        .parse(rest)
        .map(|(r, e)| if definite.is_some() && side.is_none() { (r, e) } else { (rest, None) })?;
    let at = rest;
    let (rest, (name, rule)) = name(rest)?;
    if namesake(rest) {
        return miss(input);
    }
    // "the August 1988 accord", "the Tuesday deadline", "the third-quarter loss": the article is the noun's.
    let calendar = matches!(name, Name::Month(_) | Name::Weekday(_) | Name::Feast(_)) && side.is_none();
    let joined = matches!(name, Name::Quarter(_)) && rest.sheet.tokens[at.first..rest.first].iter().any(|t| t.read() == "-");
    if definite.is_some() && (calendar || joined) || joined && side == Some("that") {
        return miss(input);
    }
    if let Some(word) = side {
        let toward = match (toward(word, definite.is_some()), word) {
            (_, "this") => Toward::This,
            (Some(t), _) => t,
            (None, _) => return miss(input),
        };
        let (rest, _) =
            opt(|i| nested_in(i, name).and_then(|(r, p)| if matches!(p, Point::Date(_)) { Ok((r, p)) } else { miss(i) })).parse(rest)?;
        return Ok((rest, (Point::Named(name, toward), "time-named-toward")));
    }
    if let (rest, Some(large)) = opt(|i| nested_in(i, name)).parse(rest)? {
        return Ok((rest, (Point::In(name, Box::new(large)), "time-nested")));
    }
    if fits(input, rest, name, definite.is_some()) { Ok((rest, (Point::Named(name, Toward::Open), rule))) } else { miss(input) }
}

/// What holds a name that stands before it.
fn nested_in(input: Tokens<'_>, name: Name) -> Phrase<'_, Point> {
    let week = |input| {
        let (rest, _) = opt(word("of")).parse(input)?;
        map_opt(relative::pointed, |(p, _)| Some(p).filter(|p| matches!(p, Point::Unit(Grain::Week, _)))).parse(rest)
    };
    let of_year = |input| {
        let running = preceded((one_of(&["of", "in"]), the), verify(unit, |g| *g == Grain::Year)).map(|g| Point::Unit(g, Toward::Running));
        alt((year_behind, running)).parse(input)
    };
    match name {
        Name::Weekday(_) => week(input),
        Name::Weekend => miss(input),
        _ => of_year(input),
    }
}

/// `last year's third quarter`, `the 1988 third quarter`, `the year-ago quarter`
fn held(input: Tokens<'_>) -> Phrase<'_, Found> {
    let rest = opt(the).parse(input)?.0;
    let mut latest = (one_of(&["latest"]), list(&["stretch"]));
    if let Ok((rest, _)) = latest.parse(rest) {
        return Ok((rest, (Point::Unit(Grain::Quarter, Toward::Latest), "time-unit")));
    }
    let comparable = opt(one_of(&["comparable", "corresponding", "same"])).parse(rest)?.0;
    if let Ok((rest, _)) = list(&["year-before"])(comparable) {
        let quarter = (opt(hyphen), verify(unit, |g| *g == Grain::Quarter)).map(|_| Point::Unit(Grain::Quarter, Toward::YearBefore));
        let name = name.map(|(n, _)| Point::Named(n, Toward::YearBefore));
        let stretch = list(&["stretch"]).map(|_| Point::Unit(Grain::Year, Toward::YearBefore));
        let (rest, point) = opt(alt((name, quarter, stretch))).parse(rest)?;
        if point.is_none() && rest.first > input.first + 1 && the(input).is_ok() {
            return miss(input);
        }
        return Ok((rest, (point.unwrap_or(Point::Unit(Grain::Year, Toward::YearBefore)), "time-year-before")));
    }
    let (rest, large) = alt((terminated(relative_year, possessive), terminated(year_behind_only, opt(possessive)))).parse(rest)?;
    let (rest, (name, _)) = name(rest)?;
    if matches!(name, Name::Weekday(_) | Name::Weekend | Name::Feast(_) | Name::MonthDay(..)) {
        return miss(input);
    }
    Ok((rest, (Point::In(name, Box::new(large)), "time-nested")))
}

/// `the first week of May`, `the last day of the year`, `the second Monday in November`
pub(super) fn nth(input: Tokens<'_>) -> Phrase<'_, Found> {
    let last = one_of(&["last", "final"]).map(|_| -1);
    let number = map_opt(ordinal, |n| i64::try_from(n).ok());
    let (rest, (_, n)) = (opt(the), alt((last, number))).parse(input)?;
    let weekday = map_opt(list(&["weekday"]), |e| e.cell(2).parse().ok().map(Piece::Weekday));
    let mut piece = alt((verify(unit, |g| *g >= Grain::Day && *g <= Grain::Decade && *g != Grain::Quarter).map(Piece::Unit), weekday));
    let (rest, piece) = piece.parse(rest)?;
    let (rest, _) = one_of(&["of", "in"])(rest)?;
    let (rest, (large, _)) = whole(rest)?;
    if is_day(&large) { miss(input) } else { Ok((rest, (Point::Nth(n, piece, Box::new(large)), "time-nth"))) }
}

/// Whether a name alone is a time where it stands: `may` and `march` are verbs, `Gen. May` is a person, `a spring` is water.
fn fits(input: Tokens<'_>, rest: Tokens<'_>, name: Name, definite: bool) -> bool {
    let before = before(input);
    let after = peeked(rest);
    let placed = PREPOSITIONS.contains(&before.as_str());
    let listed = matches!(before.as_str(), "and" | "or" | "," | "-" | "–" | "/" | "(");
    match name {
        // "In March 20 people died": a date that something else took away is no month.
        Name::Month(_) if dated(input).is_ok() => false,
        Name::Month(3 | 5) => {
            let strong = placed && !matches!(before.as_str(), "of" | "to" | "for" | "as" | "about" | "on" | "after" | "before");
            let enumerated = listed && month_before(input);
            let weak = matches!(before.as_str(), "of" | "to" | "after" | "before") && !is_name(after);
            let attributive =
                matches!(before.as_str(), "a" | "its" | "their") && !is_function(after) && after.starts_with(char::is_lowercase);
            !definite && (strong || enumerated || (weak || attributive) && possessive(rest).is_err())
        }
        Name::Month(_) => {
            // A first name before a surname; after a preposition a month before a subject.
            let surname = is_name(after) && !placed && rest.input_len() > 0 && name_follows(rest);
            !definite && !surname && before != "."
        }
        Name::Season(_) if is_name(after) && is_name(peeked(rest_of_season(input))) => false,
        Name::Season(Season::Spring | Season::Autumn) if weak_season(input) => {
            let attributive = matches!(before.as_str(), "a" | "its" | "their") || definite;
            let noun = after.starts_with(char::is_lowercase) && !is_function(after);
            let prepared = placed && !matches!(before.as_str(), "to" | "of" | "for" | "as" | "on");
            after != "of" && (definite && after != "in" || prepared || before == "each" || attributive && noun)
        }
        Name::Season(_) => !matches!(after, "Olympics" | "Games" | "Palace"),
        Name::Quarter(_) => true,
        Name::Half(_) => false,
        Name::Weekend => definite || before == "over" || placed,
        Name::Weekday(_) | Name::MonthDay(..) | Name::Feast(_) => true,
    }
}

/// The season itself, behind its article.
fn rest_of_season(input: Tokens<'_>) -> Tokens<'_> {
    opt(the).parse(input).map_or(input, |(rest, _)| rest)
}

/// `fall` and `spring`, which are other words too; `autumn` is not.
fn weak_season(input: Tokens<'_>) -> bool {
    list(&["season-weak"])(rest_of_season(input)).is_ok()
}

/// Whether the name after the input looks like a surname: one word in upper case that is no weekday or month.
fn name_follows(input: Tokens<'_>) -> bool {
    name(input).is_err() && !peeked(input).chars().all(char::is_uppercase)
}

/// Whether a month stands before `and`: `April and May`.
fn month_before(input: Tokens<'_>) -> bool {
    let at = input.first.saturating_sub(2);
    let sheet = input.sheet;
    sheet.entries(at, crate::language::Class::TimeWord).any(|(_, e)| matches!(e.cell(1), "month" | "month-weak" | "month-short"))
}
