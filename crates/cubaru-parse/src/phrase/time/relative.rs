//! Distances: `yesterday`, `last week`, `two years ago`, `the following day`, `a year earlier`, `the day after Christmas`.

use super::{
    Length, Name, Origin, Point, Reading, Toward,
    calendar::{Found, point},
    length::counted,
    word::{article, before, determiner, is_name, list, miss, peeked, possessive, the, toward, toward_word, unit, units},
};
use crate::{
    input::{Phrase, Tokens, entry, one_of, word},
    language::Class,
    lexical::Decimal,
    when::{DayPart, Grain},
};
use nom::{
    Input, Parser,
    branch::alt,
    combinator::{not, opt, verify},
    sequence::{preceded, terminated},
};

/// The grammars of this file that stand alone.
pub(super) fn relative(input: Tokens<'_>) -> Phrase<'_, Reading> {
    let away = |input| {
        let (rest, (length, modifier)) = measured(input)?;
        let (rest, (back, origin)) = side(rest)?;
        let reading = Reading::at(Point::Away(length, back, Box::new(origin)), "time-away").with(modifier);
        Ok((rest, reading))
    };
    let running = alt((ending, running, told_period)).map(|(p, rule)| Reading::at(p, rule));
    alt((away, running)).parse(input)
}

/// A length, with or without a number: `two years`, `years`, `a week or two`
fn measured(input: Tokens<'_>) -> Phrase<'_, (Length, Option<super::Modifier>)> {
    let open = units.map(|grain| (Length { count: None, grain, and: None }, None));
    alt((counted, open)).parse(input)
}

/// Which way from where: `ago`, `later`, `after Christmas`.
fn side(input: Tokens<'_>) -> Phrase<'_, (bool, Origin)> {
    if let Ok((rest, _)) = (possessive, word("time")).parse(input) {
        return Ok((rest, (false, Origin::Now)));
    }
    // "64 days from May 1 to July 4" tells a length and its ends.
    let from = terminated(preceded(one_of(&["from"]), point), not(one_of(&["to", "until", "through"])));
    let mut from = from;
    if let Ok((rest, (point, _))) = from.parse(input) {
        return Ok((rest, (false, Origin::Point(point))));
    }
    let (rest, e) = list(&["away"])(input)?;
    let told = |back| (back, Origin::Told);
    let found = match e.cell(2) {
        "ago" if e.form() == "ago" => (true, Origin::Now),
        "earlier" => told(true),
        "later" => told(false),
        "hence" => (false, Origin::Now),
        which @ ("before" | "after") => {
            if let Ok((rest, (point, _))) = alt((point, period)).parse(rest) {
                return Ok((rest, (which == "before", Origin::Point(point))));
            }
            // Before a clause or a noun the length stands alone: "two days after the vote".
            let ends = rest.input_len() == 0 || !peeked(rest).starts_with(char::is_alphabetic);
            if !ends {
                return miss(input);
            }
            told(which == "before")
        }
        _ => return miss(input),
    };
    Ok((rest, found))
}

/// `two weeks ago`, as a point.
pub(super) fn away(input: Tokens<'_>) -> Phrase<'_, Found> {
    let (rest, (length, _)) = measured(input)?;
    let (rest, (back, origin)) = side(rest)?;
    Ok((rest, (Point::Away(length, back, Box::new(origin)), "time-away")))
}

/// `today`, `yesterday`, `tonight`
pub(super) fn deictic(input: Tokens<'_>) -> Phrase<'_, Found> {
    let (rest, e) = list(&["deictic-day", "deictic-night"])(input)?;
    let day = match e.cell(2) {
        "0" => Point::Unit(Grain::Day, Toward::This),
        "-1" => Point::Unit(Grain::Day, Toward::Last),
        "1" => Point::Unit(Grain::Day, Toward::Next),
        n => {
            let length = Length { count: Some(Decimal::whole(2)), grain: Grain::Day, and: None };
            Point::Away(length, n.starts_with('-'), Box::new(Origin::Now))
        }
    };
    if e.cell(1) == "deictic-night" {
        return Ok((rest, (Point::Part(Box::new(day), DayPart::Night), "time-deictic")));
    }
    Ok((rest, (day, "time-deictic")))
}

/// `last week`, `the following year`, `that day`, `the day before`, `the latest quarter`
pub(super) fn unit_away(input: Tokens<'_>) -> Phrase<'_, Found> {
    alt((pointed, before_or_after)).parse(input)
}

/// A unit with a word that points to it.
pub(super) fn pointed(input: Tokens<'_>) -> Phrase<'_, Found> {
    let (rest, definite) = opt(determiner).parse(input)?;
    let (rest, side) = toward_word(rest)?;
    let (rest, _) = opt(one_of(&["full", "fiscal", "calendar", "financial", "school", "working", "trading", "business"])).parse(rest)?;
    let (rest, grain) = verify(unit, |g| *g >= Grain::Hour).parse(rest)?;
    let definite = definite.is_some();
    // `the past year` is a length; `this past year` is the last one.
    let this_past = peeked(input).eq_ignore_ascii_case("this");
    if definite && matches!(side, "last" | "past") || side == "past" && !this_past || side == "recent" {
        return miss(input);
    }
    let told = definite || grain == Grain::Day && side == "next";
    let found = match toward(side, told) {
        Some(t) => t,
        None => return miss(input),
    };
    if grain == Grain::Hour && !matches!(found, Toward::Next | Toward::Following | Toward::Previous) {
        return miss(input);
    }
    Ok((rest, (Point::Unit(grain, found), "time-unit")))
}

/// `the day before`, `the year after`, `the day after tomorrow`, `the week before last`
fn before_or_after(input: Tokens<'_>) -> Phrase<'_, Found> {
    let (rest, grain) = preceded(the, verify(unit, |g| *g >= Grain::Day)).parse(input)?;
    let (rest, e) = list(&["away", "toward"])(rest)?;
    let back = match e.cell(2) {
        "before" | "previous" | "earlier" => true,
        "after" | "following" | "later" => false,
        _ => return miss(input),
    };
    let one = Length { count: Some(Decimal::ONE), grain, and: None };
    if let (rest, Some((p, _))) = opt(alt((point, period))).parse(rest)? {
        return Ok((rest, (Point::Away(one, back, Box::new(Origin::Point(p))), "time-away")));
    }
    if let (rest, Some(_)) = opt(word(if back { "last" } else { "next" })).parse(rest)? {
        let two = Length { count: Some(Decimal::whole(2)), ..one };
        return Ok((rest, (Point::Away(two, back, Box::new(Origin::Now)), "time-away")));
    }
    // "the day before the vote", "the day after he left": measured from what is no date.
    const ADVERBIAL: &[&str] =
        &["and", "but", "or", "with", "in", "on", "at", "to", "from", "as", "that", "by", "for", "is", "was", "were", "had"];
    let next = peeked(rest);
    if next.starts_with(char::is_alphabetic) && !ADVERBIAL.contains(&next) && matches!(e.cell(2), "before" | "after") {
        return Ok((rest, (Point::Away(one, back, Box::new(Origin::Event)), "time-away")));
    }
    Ok((rest, (Point::Unit(grain, if back { Toward::Previous } else { Toward::Following }), "time-unit")))
}

/// `Christmas last year` is nested; `the eve of Easter` and `a week before Christmas` are measured.
pub(super) fn feast_away(input: Tokens<'_>) -> Phrase<'_, Found> {
    let (rest, _) = terminated(preceded(opt(the), one_of(&["eve"])), word("of")).parse(input)?;
    let (rest, (p, _)) = verify(point, |(p, _)| matches!(p, Point::Named(Name::Feast(_), _) | Point::Date(_))).parse(rest)?;
    let one = Length { count: Some(Decimal::ONE), grain: Grain::Day, and: None };
    Ok((rest, (Point::Away(one, true, Box::new(Origin::Point(p))), "time-away")))
}

/// `the Cold War`, `the fall of the Soviet Union`
pub(super) fn period(input: Tokens<'_>) -> Phrase<'_, Found> {
    let (rest, _) = opt(determiner).parse(input)?;
    let (rest, e) = entry(Class::Period, |_| true)(rest)?;
    // "the Cold War Museum" and "the Gulf War's veterans" are other things.
    if is_name(peeked(rest)) || possessive(rest).is_ok() {
        return miss(input);
    }
    Ok((rest, (Point::Period(e.row()), "time-period")))
}

/// A period where it says when: `since the Cold War`.
fn told_period(input: Tokens<'_>) -> Phrase<'_, Found> {
    let placed = matches!(before(input).as_str(), "since" | "until" | "till");
    if placed { period(input) } else { miss(input) }
}

/// `the quarter` before `ended Sept. 30`
fn ending(input: Tokens<'_>) -> Phrase<'_, Found> {
    let (rest, _) = opt(the).parse(input)?;
    let (rest, _) = opt(word("fiscal")).parse(rest)?;
    let (rest, grain) = verify(unit, |g| *g == Grain::Quarter).parse(rest)?;
    let (_, (end, _)) = preceded(one_of(&["ended", "ending"]), super::date::date).parse(rest)?;
    Ok((rest, (Point::Ending(grain, Box::new(end)), "time-ending")))
}

/// `the year`, `the quarter`, `the fiscal year` where the stretch told of is meant.
fn running(input: Tokens<'_>) -> Phrase<'_, Found> {
    let (rest, _) = the(input)?;
    let (rest, _) = opt(one_of(&["full", "fiscal", "whole", "entire"])).parse(rest)?;
    // "ended the day", "for the day": elsewhere "the day" is any.
    let bounded = list(&["bounds-day"])(input.behind()).is_ok();
    let (rest, grain) =
        verify(unit, |g| matches!(g, Grain::Week | Grain::Quarter | Grain::Year) || *g == Grain::Day && bounded).parse(rest)?;
    let noun = peeked(rest);
    let of = matches!(noun, "of" | "-" | "when" | "that" | "in" | "which" | "ended" | "ending");
    if of || article(rest).is_ok() { miss(input) } else { Ok((rest, (Point::Unit(grain, Toward::Running), "time-running"))) }
}
