//! Lengths: `two months`, `a 30-year lease`, `the past decade`, ages.

use super::{
    Length, Meaning, Modifier, Reading, Toward,
    word::{
        after_number, approximator, article, before, cardinal, determiner, fillers, hyphen, list, miss, number_word, ordinal, peeked, the,
        toward_word, unit, units,
    },
};
use crate::{
    input::{Phrase, Tokens, one_of, word},
    lexical::Decimal,
    when::Grain,
};
use nom::{
    Input, Parser,
    branch::alt,
    combinator::{opt, peek, value, verify},
    sequence::{delimited, pair, preceded, terminated},
};

/// How many, and how exactly.
type Count = (Option<Decimal>, Option<Modifier>);

/// `two`, `several`, `a couple of`, `two to five`, `2 1/2`
pub(super) fn count(input: Tokens<'_>) -> Phrase<'_, Count> {
    let range = (cardinal, alt((hyphen, one_of(&["to", "or"]).map(|_| ()))), cardinal);
    let range = range.map(|(low, ..)| (Some(low), Some(Modifier::EqualOrMore)));
    let exact = cardinal.map(|n| (Some(n), None));
    let couple = number_word(&["couple"]).map(|_| (Some(Decimal::whole(2)), Some(Modifier::Approx)));
    let dozens = terminated(number_word(&["plural"]), opt(word("of"))).map(|_| (None, None));
    let vague = number_word(&["vague"]).map(|_| (None, None));
    let single = terminated(word("single"), hyphen).map(|_| (Some(Decimal::ONE), None));
    alt((range, exact, couple, dozens, vague, single)).parse(input)
}

/// `a`, `an`, `half an` before a unit; a second and a quarter are other things after an article.
fn single(input: Tokens<'_>) -> Phrase<'_, (Count, Grain)> {
    let (rest, n) = alt((value(Decimal::HALF, preceded(word("half"), opt(article))), value(Decimal::ONE, article))).parse(input)?;
    let (rest, ()) = fillers(rest)?;
    let (rest, grain) = unit(rest)?;
    if matches!(grain, Grain::Second | Grain::Quarter) { miss(input) } else { Ok((rest, ((Some(n), None), grain))) }
}

/// A counted unit: `two months`, `20-year`, `two and a half years`, `a year and a half`, `six weeks and two days`
pub(super) fn counted(input: Tokens<'_>) -> Phrase<'_, (Length, Option<Modifier>)> {
    let (start, before) = opt(approximator).parse(input)?;
    let plain = |input| {
        let (rest, count) = count(input)?;
        let (rest, ()) = fillers(rest)?;
        let (rest, grain) =
            alt((units, preceded(hyphen, verify(units, |g| *g != Grain::Quarter)), preceded(hyphen, unit), unit)).parse(rest)?;
        // "the 1988 quarter" counts nothing.
        let year = count.0.and_then(Decimal::integer).is_some_and(|n| (1800..2200).contains(&n));
        let some = count.0.is_none() && grain == Grain::Quarter && peeked(input).eq_ignore_ascii_case("some");
        if some || year && grain <= Grain::Quarter && grain >= Grain::Month { miss(input) } else { Ok((rest, (count, grain))) }
    };
    let (rest, ((count, own), grain)) = alt((plain, single)).parse(start)?;
    let (rest, half) = opt(preceded((word("and"), article), word("half"))).parse(rest)?;
    let count = if half.is_some() { count.and_then(|c| c.plus(Decimal::HALF)) } else { count };
    let more = preceded(opt(word("and")), pair(cardinal, alt((units, unit))));
    let (rest, and) = match opt(more).parse(rest)? {
        (after, Some((n, smaller))) if smaller < grain && count.is_some() => (after, Some((n, smaller))),
        _ => (rest, None),
    };
    let (rest, after) =
        opt(alt((after_number, preceded(one_of(&["or"]), one_of(&["two"])).map(|_| Some(Modifier::Approx))))).parse(rest)?;
    let modifier = before.flatten().or(after.flatten()).or(own);
    Ok((rest, (Length { count, grain, and }, modifier)))
}

/// All readings of a length.
pub(super) fn length(input: Tokens<'_>) -> Phrase<'_, Reading> {
    let mut best = miss(input);
    for grammar in [age, adjective, plain, window, definite, bare] {
        if let Ok((rest, reading)) = grammar(input)
            && best.as_ref().map_or(true, |(r, _): &(Tokens<'_>, Reading)| rest.first > r.first)
        {
            best = Ok((rest, reading));
        }
    }
    best
}

fn plain(input: Tokens<'_>) -> Phrase<'_, Reading> {
    let (rest, (length, modifier)) = counted(input)?;
    // In "a year-earlier loss" and "a day-by-day account" the unit belongs to another word.
    if hyphen(rest).is_ok() && !rest.sheet.spaced(rest.first) {
        return miss(input);
    }
    Ok((rest, Reading::new(Meaning::Length(length), "time-length").with(modifier)))
}

/// `45-year-old`, `45 years old`, `aged 45`
fn age(input: Tokens<'_>) -> Phrase<'_, Reading> {
    let old = (opt(hyphen), word("old"));
    let of_age = (word("of"), word("age"));
    let (rest, (length, modifier)) = alt((
        terminated(counted, alt((old.map(|_| ()), of_age.map(|_| ())))),
        preceded(word("aged"), cardinal).map(|n| (Length { count: Some(n), grain: Grain::Year, and: None }, None)),
    ))
    .parse(input)?;
    Ok((rest, Reading::new(Meaning::Length(length), "time-age").with(modifier)))
}

/// `day-long`, `decades-long`, `a three-year period`
fn adjective(input: Tokens<'_>) -> Phrase<'_, Reading> {
    let long = || preceded(opt(hyphen), one_of(&["long"]));
    let one = terminated(unit, long()).map(|grain| Length { count: Some(Decimal::ONE), grain, and: None });
    let many = terminated(units, long()).map(|grain| Length { count: None, grain, and: None });
    let joined = alt((word_long, one, many)).map(|l| (l, None));
    let counted_long = terminated(counted, long());
    let stretch = (opt(alt((article, the))), counted, list(&["stretch"])).map(|(_, l, _)| l);
    let (rest, (length, modifier)) = alt((stretch, counted_long, joined)).parse(input)?;
    Ok((rest, Reading::new(Meaning::Length(length), "time-length").with(modifier)))
}

/// `yearlong`, `weeklong`
fn word_long(input: Tokens<'_>) -> Phrase<'_, Length> {
    let grain = match input.iter_elements().next().map(|t| t.read().to_lowercase()).as_deref() {
        Some("daylong") => Grain::Day,
        Some("weeklong") => Grain::Week,
        Some("monthlong") => Grain::Month,
        Some("yearlong") => Grain::Year,
        Some("decadelong") => Grain::Decade,
        _ => return miss(input),
    };
    Ok((input.take_from(1), Length { count: Some(Decimal::ONE), grain, and: None }))
}

/// `the past two months`, `next 14 days`, `the last decade`, `recent weeks`, `the four previous weeks`
fn window(input: Tokens<'_>) -> Phrase<'_, Reading> {
    let (start, before) = opt(verify(approximator, |m| *m != Some(Modifier::MoreThan))).parse(input)?;
    let (start, definite) = opt(determiner).parse(start)?;
    let usual = |input| {
        let (rest, toward) = toward_word(input)?;
        let counted = |input| {
            let (rest, (length, modifier)) = counted(input)?;
            if length.count == Some(Decimal::ONE) && rest.first == input.first + 2 && !matches!(toward, "last" | "past" | "next") {
                return miss(input);
            }
            Ok((rest, (length, modifier)))
        };
        let open = preceded(fillers, units).map(|grain| (Length { count: None, grain, and: None }, None));
        // With an article one unit is a length: `the past year`; without, it is a place: `last year`.
        let one = |input| {
            let (rest, grain) = preceded(fillers, unit).parse(input)?;
            let far = matches!(toward, "last" | "past") && (definite.is_some() || toward == "past");
            if far && grain > Grain::Day { Ok((rest, (Length { count: Some(Decimal::ONE), grain, and: None }, None))) } else { miss(input) }
        };
        let (rest, found) = alt((counted, open, one)).parse(rest)?;
        Ok((rest, (toward, found)))
    };
    let turned = |input| {
        let (rest, (count, own)) = count(input)?;
        let (rest, toward) = toward_word(rest)?;
        let (rest, grain) = preceded(fillers, units).parse(rest)?;
        Ok((rest, (toward, (Length { count, grain, and: None }, own))))
    };
    let (rest, (word, (length, own))) = alt((usual, turned)).parse(start)?;
    let toward = match word {
        "last" | "past" | "latest" => Toward::Last,
        "recent" if length.grain >= Grain::Year => {
            return Ok((rest, Reading::new(Meaning::Reference("PAST_REF".into()), "time-reference")));
        }
        "recent" => Toward::Last,
        "coming" if length.count.is_none() => {
            return Ok((rest, Reading::new(Meaning::Reference("FUTURE_REF".into()), "time-reference")));
        }
        "next" | "coming" => Toward::Next,
        "previous" => Toward::Previous,
        "following" => Toward::Following,
        _ => return miss(input),
    };
    let (rest, after) = opt(after_number).parse(rest)?;
    let modifier = before.flatten().or(after.flatten()).or(own);
    Ok((rest, Reading::new(Meaning::Window(length, toward), "time-window").with(modifier)))
}

/// `the two days`, `the first nine months`, `these five years`
fn definite(input: Tokens<'_>) -> Phrase<'_, Reading> {
    // "the year ended March 31" is a year long and none of the calendar's.
    let mut reported = verify(delimited((the, opt(word("fiscal"))), unit, peek(one_of(&["ended", "ending"]))), |g| *g >= Grain::Week);
    if let Ok((rest, grain)) = reported.parse(input) {
        let length = Length { count: Some(Decimal::ONE), grain, and: None };
        return Ok((rest, Reading::new(Meaning::Length(length), "time-length")));
    }
    let (rest, _) = alt((the, one_of(&["these", "those"]).map(|_| ()))).parse(input)?;
    let (rest, _) = opt(alt((ordinal.map(|_| ()), one_of(&["last", "final", "opening", "closing"]).map(|_| ())))).parse(rest)?;
    let (after, (length, modifier)) = counted(rest)?;
    // "the eight-year war": the article is the noun's.
    let joined = after.sheet.tokens[rest.first..after.first].iter().any(|t| t.read() == "-");
    if length.count.is_none() || joined {
        return miss(input);
    }
    Ok((after, Reading::new(Meaning::Length(length), "time-length").with(modifier)))
}

/// `years`, `weeks or months`
fn bare(input: Tokens<'_>) -> Phrase<'_, Reading> {
    // "three-quarters" and "in some quarters" are no time.
    let joined = before(input) == "-";
    let (rest, grain) = verify(units, |g| *g != Grain::Quarter && !joined).parse(input)?;
    let (rest, _) = opt(preceded(one_of(&["or", "and"]), units)).parse(rest)?;
    Ok((rest, Reading::new(Meaning::Length(Length { count: None, grain, and: None }), "time-bare-length")))
}
