//! Places on the calendar, and the parts of them that words pick out.

use super::{
    Meaning, Modifier, Name, Piece, Point, Reading, Toward,
    date::{date, day_of_month, year_behind, years},
    name::{name, named, nth},
    relative,
    word::{approximator, dated, day_part, determiner, edge, hyphen, list, miss, namesake, the, toward_word, unit},
};
use crate::{
    input::{Phrase, Tokens, one_of, token, word},
    label::Xpos,
    lexical::{CalendarDate, Dated},
    when::{Grain, Season},
};
use nom::{
    Parser,
    branch::alt,
    combinator::{map_opt, opt, peek, verify},
    sequence::{preceded, terminated},
};

/// A point and the rule that read it.
pub(super) type Found = (Point, &'static str);

/// A place on the calendar, with the words that say which part of it.
pub(super) fn calendar(input: Tokens<'_>) -> Phrase<'_, Reading> {
    alt((mid, half, edged, span, plain)).parse(input)
}

/// `the latter half of 2008`, a half of the calendar and no vague end.
fn half(input: Tokens<'_>) -> Phrase<'_, Reading> {
    let half = |(p, _): &Found| matches!(p, Point::In(Name::Half(_), _));
    verify(named, half).map(|(point, rule)| Reading::at(point, rule)).parse(input)
}

fn plain(input: Tokens<'_>) -> Phrase<'_, Reading> {
    let (start, modifier) = opt(terminated(approximator, peek(hard))).parse(input)?;
    let (rest, (point, rule)) = point(start)?;
    let (rest, later) = opt(preceded(one_of(&["or"]), one_of(&["later"]))).parse(rest)?;
    let modifier = later.map(|_| Modifier::OnOrAfter).or(modifier.flatten());
    Ok((rest, Reading::at(point, rule).with(modifier)))
}

/// `mid-May 2023`, `mid-1990s`: the tokenizer keeps the prefix with its word.
fn mid(input: Tokens<'_>) -> Phrase<'_, Reading> {
    let (start, _) = opt(the).parse(input)?;
    let (rest, token) = token(|t| t.read().get(..4).is_some_and(|p| p.eq_ignore_ascii_case("mid-"))).parse(start)?;
    let inner = &token.read()[4..];
    let entries = input.sheet.language.lexicon().get(inner);
    let entry = |kinds: &[&str]| entries.iter().find(|e| e.list() == "time-words" && kinds.contains(&e.cell(1))).map(|e| e.cell(2));
    let number = |s: &str| s.parse::<i32>().ok().filter(|n| (1000..2200).contains(n));
    let year = |y| Point::Date(CalendarDate { year: Some(y), ..CalendarDate::default() });
    let found = |point| Ok((rest, Reading::at(point, "time-edge").with(Some(Modifier::Mid))));
    if let Some(y) = number(inner) {
        return found(year(y));
    }
    if let Some(y) = inner.strip_suffix('s').and_then(number) {
        return found(Point::Decade(y / 10));
    }
    let month = entry(&["month", "month-weak"]).and_then(|m| m.parse().ok()).map(Name::Month);
    let season = entry(&["season", "season-weak"]).and_then(Season::from_code).map(Name::Season);
    let Some(name) = month.or(season) else { return miss(input) };
    match opt(year_behind).parse(rest)? {
        (rest, Some(year)) => Ok((rest, Reading::at(Point::In(name, Box::new(year)), "time-edge").with(Some(Modifier::Mid)))),
        _ => found(Point::Named(name, Toward::Open)),
    }
}

/// What `about` and `around` may stand before: a date or a year, not any word.
fn hard(input: Tokens<'_>) -> Phrase<'_, ()> {
    alt((dated.map(|_| ()), list(&["clock", "year-edge"]).map(|_| ()))).parse(input)
}

/// `June 4-6`, `1914-18`, `May-June`
fn span(input: Tokens<'_>) -> Phrase<'_, Reading> {
    let lexical = map_opt(dated, |d| match d {
        Dated::Range(a, b) => Some((Point::Date(a), Point::Date(b))),
        _ => None,
    });
    let months = |input| {
        let month = |input| verify(name, |(n, _)| matches!(n, Name::Month(_))).parse(input);
        let (rest, ((a, _), (), (b, _))) = (month, hyphen, month).parse(input)?;
        let (rest, year) = opt(year_behind).parse(rest)?;
        let place = |name| year.as_ref().map_or(Point::Named(name, Toward::Open), |y: &Point| Point::In(name, Box::new(y.clone())));
        Ok((rest, (place(a), place(b))))
    };
    let (rest, (a, b)) = alt((lexical, months)).parse(input)?;
    if namesake(rest) { miss(input) } else { Ok((rest, Reading::new(Meaning::Between(a, b, None), "time-range"))) }
}

/// `early 2022`, `the end of the year`, `mid-May`, `later this week`, `the early 1980s`, `year-end`
fn edged(input: Tokens<'_>) -> Phrase<'_, Reading> {
    let rule = "time-edge";
    let adjective = |input| {
        let (rest, before) = opt(determiner).parse(input)?;
        let (rest, found) = edge(rest)?;
        let (rest, inside) =
            opt((one_of(&["in", "on"]), peek(alt((determiner.map(|_| ()), toward_word.map(|_| ()), hard))))).parse(rest)?;
        // `later` and `earlier` alone point to another time; before a stretch they name its part.
        // "late in the day after falling": the second clause is none of the day's.
        let alone = terminated(verify(running, |(p, _)| is_day(p)), peek(clause));
        let (after, (point, _)) = match (inside.is_some(), before.is_none()) {
            (true, _) => alt((alone, whole)).parse(rest),
            (false, true) => whole(rest),
            (false, false) => named_or_dated(rest),
        }?;
        let moving = matches!(found, Modifier::Earlier | Modifier::Later);
        if moving && matches!(point, Point::Date(CalendarDate { year: Some(_), .. }) | Point::Decade(_)) {
            miss(input)
        } else {
            Ok((after, (point, found)))
        }
    };
    let noun = |input| {
        let (rest, _) = opt(determiner).parse(input)?;
        let (rest, _) = opt(one_of(&["very"])).parse(rest)?;
        let (rest, e) = list(&["edge-noun"])(rest)?;
        let (rest, _) = word("of").parse(rest)?;
        let (rest, (point, _)) = whole(rest)?;
        match Modifier::from_code(e.cell(2)) {
            Some(found) => Ok((rest, (point, found))),
            None => miss(input),
        }
    };
    let end = map_opt(list(&["year-edge"]), |e| {
        let grain = if e.cell(2).ends_with("-M") { Grain::Month } else { Grain::Year };
        let found = if e.cell(2) == "START" { Modifier::Start } else { Modifier::End };
        Some((Point::Unit(grain, Toward::Running), found))
    });
    let (start, around) = opt(terminated(approximator, peek(list(&["year-edge"])))).parse(input)?;
    let (rest, (point, found)) = alt((adjective, noun, end)).parse(start)?;
    Ok((rest, Reading::at(point, rule).with(Some(around.flatten().unwrap_or(found)))))
}

/// A participle that `after` or `before` opens.
fn clause(input: Tokens<'_>) -> Phrase<'_, ()> {
    let (rest, _) = one_of(&["after", "before"])(input)?;
    let participle = rest.first < rest.last && rest.sheet.word(rest.first).xpos == Xpos::Vbg;
    if participle { Ok((rest, ())) } else { miss(input) }
}

fn running(input: Tokens<'_>) -> Phrase<'_, Found> {
    let unit = verify(unit, |g| *g >= Grain::Day);
    preceded(opt(the), unit).map(|g| (Point::Unit(g, Toward::Running), "time-running")).parse(input)
}

/// What an edge can be the edge of: any point, `the year` and `the month` among them.
pub(super) fn whole(input: Tokens<'_>) -> Phrase<'_, Found> {
    alt((point, relative::period, running)).parse(input)
}

fn named_or_dated(input: Tokens<'_>) -> Phrase<'_, Found> {
    alt((date, years, named)).parse(input)
}

/// A place on the calendar; of all readings the longest.
pub(super) fn point(input: Tokens<'_>) -> Phrase<'_, Found> {
    let mut best = miss(input);
    for grammar in [date, day_of_month, years, nth, named, relative::unit_away, relative::deictic, relative::away, relative::feast_away] {
        if let Ok((rest, found)) = grammar(input)
            && best.as_ref().map_or(true, |(r, _): &(Tokens<'_>, Found)| rest.first > r.first)
        {
            best = Ok((rest, found));
        }
    }
    // `Friday morning`, `June 4 in the evening`
    let (rest, (point, rule)) = best?;
    let part = preceded(opt((one_of(&["in"]), the)), day_part);
    match opt(part).parse(rest)? {
        (rest, Some(part)) if is_day(&point) => Ok((rest, (Point::Part(Box::new(point), part), "time-day-part"))),
        _ => Ok((rest, (point, rule))),
    }
}

/// Whether a point is no larger than a day.
pub(super) fn is_day(point: &Point) -> bool {
    match point {
        Point::Date(d) => d.day.is_some() || d.weekday.is_some(),
        Point::Named(name, _) | Point::In(name, _) => matches!(name, Name::Weekday(_) | Name::MonthDay(..) | Name::Feast(_)),
        Point::Unit(grain, _) => *grain == Grain::Day,
        Point::Nth(_, piece, _) => matches!(piece, Piece::Weekday(_) | Piece::Unit(Grain::Day)),
        Point::Away(length, ..) => length.grain == Grain::Day,
        _ => false,
    }
}
