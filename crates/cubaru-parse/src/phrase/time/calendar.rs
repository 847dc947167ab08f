//! Places on the calendar: dates, names of months and days, quarters, decades, and their parts.

use super::{
    Meaning, Modifier, Name, Piece, Point, Reading, Toward, relative,
    word::{
        approximator, before, dated, day_part, determiner, edge, hyphen, is_name, list, miss, namesake, ordinal, peeked, possessive, the,
        toward, toward_word, unit,
    },
};
use crate::{
    input::{Phrase, Tokens, one_of, token, word},
    lexical::{CalendarDate, Dated},
    when::{Grain, Season},
};
use nom::{
    Input, Parser,
    branch::alt,
    combinator::{map_opt, opt, peek, verify},
    sequence::{preceded, terminated},
};

/// A point and the rule that read it.
pub(super) type Found = (Point, &'static str);

/// Words before which a month, a season or a year is a time.
const PREPOSITIONS: &[&str] = &[
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

/// A place on the calendar, with the words that say which part of it.
pub(super) fn calendar(input: Tokens<'_>) -> Phrase<'_, Reading> {
    alt((edged, span, plain)).parse(input)
}

fn plain(input: Tokens<'_>) -> Phrase<'_, Reading> {
    let (start, modifier) = opt(terminated(approximator, peek(hard))).parse(input)?;
    let (rest, (point, rule)) = point(start)?;
    let (rest, later) = opt(preceded(one_of(&["or"]), one_of(&["later"]))).parse(rest)?;
    let modifier = later.map(|_| Modifier::OnOrAfter).or(modifier.flatten());
    Ok((rest, Reading::at(point, rule).with(modifier)))
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
    if namesake(rest) { miss(input) } else { Ok((rest, Reading::new(Meaning::Between(a, b), "time-range"))) }
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
        let (after, (point, _)) = if inside.is_some() || before.is_none() { whole(rest) } else { named_or_dated(rest) }?;
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

/// What an edge can be the edge of: any point, `the year` and `the month` among them.
fn whole(input: Tokens<'_>) -> Phrase<'_, Found> {
    let running = preceded(the, unit).map(|g| (Point::Unit(g, Toward::Running), "time-running"));
    alt((point, running)).parse(input)
}

fn named_or_dated(input: Tokens<'_>) -> Phrase<'_, Found> {
    alt((date, years, named)).parse(input)
}

/// A place on the calendar; of all readings the longest.
pub(super) fn point(input: Tokens<'_>) -> Phrase<'_, Found> {
    let mut best = miss(input);
    for grammar in [date, years, nth, named, relative::unit_away, relative::deictic, relative::away, relative::feast_away] {
        if let Ok((rest, found)) = grammar(input) {
            if best.as_ref().map_or(true, |(r, _): &(Tokens<'_>, Found)| rest.first > r.first) {
                best = Ok((rest, found));
            }
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

/// `June 4, 2023`, `July 25 of that year`
fn date(input: Tokens<'_>) -> Phrase<'_, Found> {
    let one = map_opt(dated, |d| match d {
        Dated::One(d) => Some(d),
        _ => None,
    });
    let (rest, d) = preceded(opt((one_of(&["this"]), one_of(&["coming"]))), one).parse(input)?;
    if namesake(rest) {
        return miss(input);
    }
    if let (None, Some(m), Some(day)) = (d.year, d.month, d.day) {
        if let (rest, Some(year)) = opt(preceded(opt(word("of")), relative_year)).parse(rest)? {
            return Ok((rest, (Point::In(Name::MonthDay(m, day), Box::new(year)), "time-nested")));
        }
    }
    Ok((rest, (Point::Date(d), "time-date")))
}

/// `last year`, `that year`, `the same year`
fn relative_year(input: Tokens<'_>) -> Phrase<'_, Point> {
    map_opt(relative::pointed, |(p, _)| Some(p).filter(|p| matches!(p, Point::Unit(Grain::Year, _)))).parse(input)
}

/// A year behind a month or a season: `1988`, `of 1988`, `last year`
fn year_behind(input: Tokens<'_>) -> Phrase<'_, Point> {
    let (rest, _) = opt(one_of(&["of", "in"])).parse(input)?;
    let (rest, _) = opt(word("fiscal")).parse(rest)?;
    let number = map_opt(dated, |d| match d {
        Dated::Year(y) | Dated::SureYear(y) => Some(Point::Date(CalendarDate { year: Some(y), ..CalendarDate::default() })),
        _ => None,
    });
    alt((number, relative_year)).parse(rest)
}

/// Years, decades and centuries.
fn years(input: Tokens<'_>) -> Phrase<'_, Found> {
    alt((century, decade, year)).parse(input)
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
    let thousand = map_opt(super::word::cardinal, |n| n.integer().and_then(|n| i32::try_from(n).ok()).filter(|y| (1500..2200).contains(y)));
    if let Ok((rest, y)) = preceded(named, alt((number, thousand))).parse(input) {
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
    let counted = next.len() > 2
        && next.starts_with(char::is_lowercase)
        && (next.ends_with('s')
            || matches!(
                next,
                "people" | "men" | "women" | "children" | "percent" | "per" | "square" | "million" | "local" | "km" | "miles"
            ));
    let joined = next == "-" && rest.sheet.tokens.get(rest.first).is_some_and(|t| t.start == rest.sheet.tokens[rest.first - 1].end);
    let opener = PREPOSITIONS.contains(&before.as_str()) || YEAR_OPENERS.contains(&before.as_str()) || before.ends_with("'s");
    match before.as_str() {
        "about" | "around" | "to" | "over" | "nearly" | "of" | "than" | "from" | "and" | "or" | "for" => !counted,
        "$" | "€" | "£" | "no." | "#" | "flight" | "some" | "nearly " | "almost" | "up" => false,
        _ if opener => !joined || before != "the",
        "" => !counted,
        "," | "'s" | "’s" => !counted,
        _ => !counted && !next.starts_with(char::is_lowercase) || is_function(next),
    }
}

/// Words that open the rest of a sentence, not a counted noun.
fn is_function(word: &str) -> bool {
    const WORDS: &[&str] = &[
        "and", "or", "but", "when", "as", "after", "before", "with", "to", "in", "on", "at", "for", "by", "from", "the", "a", "was",
        "were", "is", "are", "has", "had", "that", "which", "who", "while", "under", "between", "until", "over", "because", "during",
        "through", "if", "where",
    ];
    WORDS.contains(&word)
}

fn feast(input: Tokens<'_>) -> Phrase<'_, (Name, &'static str)> {
    let (rest, e) = list(&["holiday"])(input)?;
    if is_name(peeked(input)) { Ok((rest, (Name::Feast(e.row()), "time-feast"))) } else { miss(input) }
}

/// A name of the calendar, whatever stands around it.
pub(super) fn name(input: Tokens<'_>) -> Phrase<'_, (Name, &'static str)> {
    let weekday = |input| {
        let (rest, e) = list(&["weekday", "weekday-short"])(input)?;
        let short = e.cell(1) == "weekday-short"
            && (e.form().len() < 4 && !is_name(peeked(input)) || !e.form().ends_with('.') && !is_name(peeked(input)));
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
        map_opt(first, |n| Some((Name::Half(n as u32), "time-half")).filter(|_| (1..=2).contains(&n))).parse(input)
    };
    let weekend = list(&["weekend"]).map(|_| (Name::Weekend, "time-weekend"));
    alt((feast, weekday, month, season, quarter, half, weekend)).parse(input)
}

/// A name with what points to it or holds it: `last May`, `this summer`, `January this year`, `the third quarter of 1999`
fn named(input: Tokens<'_>) -> Phrase<'_, Found> {
    if let Ok(found) = held(input) {
        return Ok(found);
    }
    let (rest, definite) = opt(determiner).parse(input)?;
    let (rest, side) = opt(verify(toward_word, |w: &str| w != "recent")).parse(rest)?;
    let (rest, _) = opt(one_of(&["early", "late"]))
        .parse(rest)
        .map(|(r, e)| if definite.is_some() && side.is_none() { (r, e) } else { (rest, None) })?;
    let (rest, (name, rule)) = name(rest)?;
    if namesake(rest) {
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
    let rest = opt(determiner).parse(input)?.0;
    let comparable = opt(one_of(&["comparable", "corresponding", "same"])).parse(rest)?.0;
    if let Ok((rest, _)) = list(&["year-before"])(comparable) {
        let quarter = (opt(hyphen), verify(unit, |g| *g == Grain::Quarter)).map(|_| Point::Unit(Grain::Quarter, Toward::YearBefore));
        let name = name.map(|(n, _)| Point::Named(n, Toward::YearBefore));
        let stretch = list(&["stretch"]).map(|_| Point::Unit(Grain::Year, Toward::YearBefore));
        let (rest, point) = opt(alt((name, quarter, stretch))).parse(rest)?;
        return Ok((rest, (point.unwrap_or(Point::Unit(Grain::Year, Toward::YearBefore)), "time-year-before")));
    }
    let (rest, large) = alt((terminated(relative_year, possessive), terminated(year_behind_only, opt(possessive)))).parse(rest)?;
    let (rest, (name, _)) = name(rest)?;
    if matches!(name, Name::Weekday(_) | Name::Weekend | Name::Feast(_) | Name::MonthDay(..)) {
        return miss(input);
    }
    Ok((rest, (Point::In(name, Box::new(large)), "time-nested")))
}

fn year_behind_only(input: Tokens<'_>) -> Phrase<'_, Point> {
    map_opt(dated, |d| match d {
        Dated::Year(y) | Dated::SureYear(y) => Some(Point::Date(CalendarDate { year: Some(y), ..CalendarDate::default() })),
        _ => None,
    })
    .parse(input)
}

/// `the first week of May`, `the last day of the year`, `the second Monday in November`
fn nth(input: Tokens<'_>) -> Phrase<'_, Found> {
    let last = one_of(&["last", "final"]).map(|_| -1);
    let number = map_opt(ordinal, |n| i64::try_from(n).ok());
    let (rest, (_, n)) = (opt(the), alt((last, number))).parse(input)?;
    let weekday = map_opt(list(&["weekday"]), |e| e.cell(2).parse().ok().map(Piece::Weekday));
    let mut piece = alt((verify(unit, |g| *g >= Grain::Day && *g <= Grain::Decade).map(Piece::Unit), weekday));
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
        Name::Month(3 | 5) => {
            let strong = placed && !matches!(before.as_str(), "of" | "to" | "for" | "as" | "about" | "on" | "after" | "before");
            let enumerated = listed && month_before(input);
            let weak = matches!(before.as_str(), "of" | "to" | "after" | "before") && !is_name(after) && !possessive(rest).is_ok();
            !definite && (strong || enumerated || weak) && !(possessive(rest).is_ok() && !strong)
        }
        Name::Month(_) => {
            // A first name before a surname; after a preposition a month before a subject.
            let surname = is_name(after) && !placed && rest.input_len() > 0 && name_follows(rest);
            !definite && !surname && before != "."
        }
        Name::Season(Season::Spring | Season::Autumn) if weak_season(input) => {
            definite && !matches!(after, "of" | "in")
                || (placed && !matches!(before.as_str(), "to" | "of" | "for" | "as" | "on"))
                || before == "each"
        }
        Name::Season(_) => !list(&["namesake"])(rest).is_ok() && !matches!(after, "Olympics" | "Games" | "Palace"),
        Name::Quarter(_) => true,
        Name::Half(_) => false,
        Name::Weekend => definite || before == "over" || placed,
        Name::Weekday(_) | Name::MonthDay(..) | Name::Feast(_) => true,
    }
}

/// `fall` and `spring`, which are other words too; `autumn` is not.
fn weak_season(input: Tokens<'_>) -> bool {
    let rest = opt(determiner).parse(input).map_or(input, |(r, _)| r);
    list(&["season-weak"])(rest).is_ok()
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
