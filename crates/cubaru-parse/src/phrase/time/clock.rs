//! Times of day: `5 p.m. Friday`, `noon`, `this morning`, `the night of June 4`.

use super::{
    Point, Reading, Toward,
    calendar::{is_day, point},
    word::{clock_figure, day_part, edge, list, miss, the, toward, toward_word},
};
use crate::{
    input::{Phrase, Tokens, one_of, token, word},
    when::{DayPart, Grain},
};
use nom::{
    Parser,
    branch::alt,
    combinator::{opt, verify},
    sequence::preceded,
};

pub(super) fn clock(input: Tokens<'_>) -> Phrase<'_, Reading> {
    let timed = timed.map(|p| Reading::at(p, "time-clock"));
    alt((timed, part)).parse(input)
}

fn comma(input: Tokens<'_>) -> Phrase<'_, ()> {
    token(|t| t.read() == ",").map(|_| ()).parse(input)
}

fn day(input: Tokens<'_>) -> Phrase<'_, Point> {
    verify(point.map(|(p, _)| p), |p| is_day(p) || matches!(p, Point::Part(..))).parse(input)
}

/// `5 p.m. EST, Nov. 9`, `noon Saturday`, `Monday at 5 p.m.`, `4 in the morning`, `17:00`
fn timed(input: Tokens<'_>) -> Phrase<'_, Point> {
    let today = || Point::Unit(Grain::Day, Toward::Running);
    let behind = (clock_figure, preceded((opt(comma), opt(one_of(&["on", "of"]))), day)).map(|(c, d)| Point::At(Box::new(d), c));
    let ahead =
        (day, preceded((opt(comma), opt(one_of(&["at", "@", "by", "around"]))), clock_figure)).map(|(d, c)| Point::At(Box::new(d), c));
    let hour = |input| {
        let (rest, n) = super::word::cardinal(input)?;
        let (rest, part) = alt((preceded((one_of(&["in"]), the), day_part), preceded(word("at"), day_part))).parse(rest)?;
        match n.integer().and_then(|n| u32::try_from(n).ok()).filter(|h| (1..=12).contains(h)) {
            Some(h) => {
                // "11 at night" is late, "2 at night" early.
                let late = match part {
                    DayPart::Night => (6..12).contains(&h),
                    DayPart::Afternoon | DayPart::Evening => h < 12,
                    _ => false,
                };
                let hour = if late { h + 12 } else { h };
                Ok((
                    rest,
                    Point::At(Box::new(Point::Unit(Grain::Day, Toward::Running)), crate::lexical::Clock { hour, minute: None, utc: false }),
                ))
            }
            None => miss(input),
        }
    };
    let alone = clock_figure.map(|c| Point::At(Box::new(today()), c));
    alt((behind, ahead, hour, alone)).parse(input)
}

/// `this morning`, `that night`, `the next day's`, `late Friday night`, `the evening of June 4`
fn part(input: Tokens<'_>) -> Phrase<'_, Reading> {
    let rule = "time-day-part";
    let (rest, early) = opt(edge).parse(input)?;
    let (rest, definite) = opt(the).parse(rest)?;
    let (rest, inner) = if early.is_none() { opt(edge).parse(rest)? } else { (rest, None) };
    let modifier = early.or(inner);
    let sided = |input| {
        let (rest, side) = toward_word(input)?;
        let (rest, part) = day_part(rest)?;
        let toward = match toward(side, true) {
            Some(t) if side != "past" => t,
            _ => return miss(input),
        };
        Ok((rest, Point::Part(Box::new(Point::Unit(Grain::Day, toward)), part)))
    };
    let of = (day_part, preceded(one_of(&["of", "before"]), day)).map(|(p, d)| Point::Part(Box::new(d), p));
    let ahead = (day_part, day).map(|(p, d)| Point::Part(Box::new(d), p));
    let alone = |input| {
        if definite.is_none() && modifier.is_none() {
            return miss(input);
        }
        let (rest, part) = day_part(input)?;
        let inside = word("of").parse(rest).is_ok() || list(&["namesake"])(rest).is_ok();
        if inside { miss(input) } else { Ok((rest, Point::Part(Box::new(Point::Unit(Grain::Day, Toward::Running)), part))) }
    };
    let (rest, found) = alt((sided, of, ahead, alone)).parse(rest)?;
    Ok((rest, Reading::at(found, rule).with(modifier)))
}
