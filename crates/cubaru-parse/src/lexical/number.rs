//! Numbers: in figures, in words, and in both.

use super::{
    decimal::Decimal,
    word::{Read, digits, entry, gap, joint, miss, small, space},
};
use crate::language::{Class, Language};
use nom::{
    Parser,
    branch::alt,
    bytes::complete::{tag, take_while_m_n, take_while1},
    character::complete::one_of,
    combinator::{map_opt, opt, value, verify},
    multi::many1,
    sequence::{pair, preceded},
};

/// A number and how it was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Numeral {
    pub value: Decimal,
    /// The value without its scale word: 3 of `3 billion`.
    pub bare: Decimal,
    /// The scale: a billion, or one.
    pub scale: Decimal,
}

impl Numeral {
    fn plain(value: Decimal) -> Self {
        Self { value, bare: value, scale: Decimal::ONE }
    }

    fn scaled(bare: Decimal, scale: Decimal) -> Option<Self> {
        Some(Self { value: bare.times(scale)?, bare, scale })
    }
}

/// A cardinal number.
pub(super) fn cardinal<'l, 't>(language: &'l Language) -> impl Fn(&'t str) -> Read<'t, Numeral> {
    move |input| alt((in_figures(language), half_of_scale(language), in_words(language))).parse(input)
}

fn listed<'l, 't>(language: &'l Language, kinds: &'static [&'static str]) -> impl Fn(&'t str) -> Read<'t, Decimal> {
    move |input| map_opt(entry(language, Class::NumberWord, kinds), |e| Decimal::parse(e.cell(2))).parse(input)
}

/// `1,234.5`, `20 million`, `5bn`, `2 1/2`, `2½`
fn in_figures<'l, 't>(language: &'l Language) -> impl Fn(&'t str) -> Read<'t, Numeral> {
    move |input| {
        let (rest, bare) = figure(input)?;
        let (rest, bare) = match preceded(gap, simple_fraction).parse(rest) {
            Ok((rest, half)) => (rest, bare.plus(half).unwrap_or(bare)),
            Err(_) => (rest, bare),
        };
        let scale = alt((
            preceded(joint, listed(language, &["scale", "hundred", "dozen"])),
            preceded(gap, listed(language, &["short-scale"])),
            listed(language, &["scale"]),
        ));
        let (rest, scale) = opt(scale).parse(rest)?;
        match scale {
            None => Ok((rest, Numeral::plain(bare))),
            Some(scale) => Numeral::scaled(bare, scale).map_or_else(|| miss(input), |n| Ok((rest, n))),
        }
    }
}

/// Digits with a thousand's commas and a decimal point.
fn figure(input: &str) -> Read<'_, Decimal> {
    let group = preceded(tag::<_, &str, _>(","), take_while_m_n(3, 3, |c: char| c.is_ascii_digit()));
    let grouped = (take_while_m_n(1, 3, |c: char| c.is_ascii_digit()), many1(group)).map(|(a, b)| a.to_string() + &b.concat());
    let plain = take_while1(|c: char| c.is_ascii_digit()).map(str::to_string);
    let (rest, whole) = alt((grouped, plain)).parse(input)?;
    let (rest, part) = opt(preceded(tag("."), take_while1(|c: char| c.is_ascii_digit()))).parse(rest)?;
    let written = part.map_or(whole.clone(), |p| format!("{whole}.{p}"));
    Decimal::parse(&written).map_or_else(|| miss(input), |d| Ok((rest, d)))
}

/// `½`, `1/2`, `1/4`, `3/4` after a whole number.
fn simple_fraction(input: &str) -> Read<'_, Decimal> {
    let quarter = || Decimal::HALF.times(Decimal::HALF);
    let three = || quarter().and_then(|q| q.plus(Decimal::HALF));
    map_opt(
        alt((value(2, alt((tag("½"), tag("1/2")))), value(1, alt((tag("¼"), tag("1/4")))), value(3, alt((tag("¾"), tag("3/4")))))),
        |n| match n {
            1 => quarter(),
            2 => Some(Decimal::HALF),
            _ => three(),
        },
    )
    .parse(input)
}

/// `half a million`, `a quarter of a million`
fn half_of_scale<'l, 't>(language: &'l Language) -> impl Fn(&'t str) -> Read<'t, Numeral> {
    move |input| {
        let half = preceded(opt(pair(small("a"), space)), preceded(small("half"), preceded(space, small("a"))));
        let quarter = (small("a"), space, small("quarter"), space, small("of"), space, small("a"));
        let part = alt((half.map(|_| Some(Decimal::HALF)), quarter.map(|_| Decimal::HALF.times(Decimal::HALF))));
        let (rest, (part, _, scale)) = (part, joint, listed(language, &["scale", "dozen"])).parse(input)?;
        part.and_then(|p| Numeral::scaled(p, scale)).map_or_else(|| miss(input), |n| Ok((rest, n)))
    }
}

/// `twenty-five`, `a hundred and six`, `two and a half million`, `three thousand two hundred`, `a dozen`
fn in_words<'l, 't>(language: &'l Language) -> impl Fn(&'t str) -> Read<'t, Numeral> {
    move |input| {
        let article = || value(Decimal::ONE, alt((small("an"), small("a"))));
        // Most numbers are one word: nothing of what follows makes them larger.
        let small_number = below_hundred(language)(input);
        let behind = match &small_number {
            Ok((rest, _)) => rest,
            Err(_) => article().parse(input)?.0,
        };
        let larger = preceded(joint, listed(language, &["hundred", "dozen", "scale"])).map(|_| ());
        let and_half = (space, small("and"), space, small("a"), space, small("half")).map(|_| ());
        if alt((larger, and_half)).parse(behind).is_err() {
            return small_number.map(|(rest, n)| (rest, Numeral::plain(n)));
        }
        let below = || alt((hundreds(language), below_hundred(language)));
        let scale = || scale_word(language);
        let scaled = |input: &'t str| {
            let (rest, bare) = alt((below(), article())).parse(input)?;
            let (rest, half) = opt(preceded((space, small("and"), space, small("a"), space), small("half"))).parse(rest)?;
            let bare = if half.is_some() { bare.plus(Decimal::HALF).unwrap_or(bare) } else { bare };
            let (rest, scale) = scale().parse(rest)?;
            // "Ten thousand million", as was said before billions were American.
            let million = Decimal::whole(1_000_000);
            let long = verify(scale_word(language), |s| *s == million && scale == Decimal::whole(1000)).parse(rest);
            let (rest, bare, scale) = match (long, bare.times(scale)) {
                (Ok((rest, million)), Some(bare)) => (rest, bare, million),
                _ => (rest, bare, scale),
            };
            Numeral::scaled(bare, scale).map_or_else(|| miss(input), |n| Ok((rest, n)))
        };
        let mut dozens = (alt((below(), article())), joint, listed(language, &["dozen"])).map(|(n, _, d)| Numeral::scaled(n, d));
        if let Ok((rest, Some(dozens))) = dozens.parse(input) {
            return Ok((rest, dozens));
        }
        let Ok((mut rest, mut sum)) = scaled(input) else {
            let (rest, n) = below().parse(input)?;
            let half = opt(preceded((space, small("and"), space, small("a"), space), small("half"))).parse(rest)?;
            return match half {
                (rest, Some(_)) => n.plus(Decimal::HALF).map_or_else(|| miss(input), |n| Ok((rest, Numeral::plain(n)))),
                (rest, None) => Ok((rest, Numeral::plain(n))),
            };
        };
        // Smaller parts follow larger ones: two million three hundred thousand and six.
        for _ in 0..4 {
            let and = opt(preceded(small("and"), space));
            let more = preceded((space, and), alt((scaled, below().map(Numeral::plain))));
            let more = verify(more, |n: &Numeral| n.scale.below(sum.scale) && n.value.below(sum.scale)).parse(rest);
            let Ok((after, n)) = more else { break };
            let Some(value) = sum.value.plus(n.value) else { break };
            (rest, sum) = (after, Numeral { value, bare: value, scale: n.scale });
        }
        let half = preceded((space, small("and"), space, small("a"), space), small("half"));
        if let (after, Some(_)) = opt(half).parse(rest)?
            && let Some(value) = sum.scale.times(Decimal::HALF).and_then(|h| sum.value.plus(h))
        {
            return Ok((after, Numeral { value, ..sum }));
        }
        Ok((rest, sum))
    }
}

fn scale_word<'l, 't>(language: &'l Language) -> impl Fn(&'t str) -> Read<'t, Decimal> {
    move |input| preceded(joint, listed(language, &["scale"])).parse(input)
}

fn hundreds<'l, 't>(language: &'l Language) -> impl Fn(&'t str) -> Read<'t, Decimal> {
    move |input| {
        let article = value(Decimal::ONE, alt((small("an"), small("a"))));
        let mut head = (alt((below_hundred(language), article)), joint, listed(language, &["hundred"]));
        let (rest, (n, _, hundred)) = head.parse(input)?;
        let tail = preceded((space, opt(pair(small("and"), space))), below_hundred(language));
        let (rest, tail) = opt(tail).parse(rest)?;
        let sum = n.times(hundred).and_then(|h| tail.map_or(Some(h), |t| h.plus(t)));
        sum.map_or_else(|| miss(input), |n| Ok((rest, n)))
    }
}

pub(super) fn below_hundred<'l, 't>(language: &'l Language) -> impl Fn(&'t str) -> Read<'t, Decimal> {
    move |input| {
        let unit = || verify(listed(language, &["unit"]), |n| *n != Decimal::whole(0));
        let tens = map_opt((listed(language, &["ten"]), joint, unit()), |(t, _, u)| t.plus(u));
        alt((tens, listed(language, &["ten", "teen", "unit"]))).parse(input)
    }
}

/// `11th`, `third`, `twenty-first`, `hundredth`
pub(super) fn ordinal<'l, 't>(language: &'l Language) -> impl Fn(&'t str) -> Read<'t, u64> {
    move |input| {
        let ending = alt((small("st"), small("nd"), small("rd"), small("th")));
        let figures = map_opt((take_while_m_n(1, 6, |c: char| c.is_ascii_digit()), ending), |(d, _): (&str, _)| d.parse().ok());
        let unit = || listed(language, &["ordinal-unit"]);
        let tens = map_opt((listed(language, &["ten"]), joint, unit()), |(t, _, u)| t.plus(u)?.integer());
        let one = map_opt(listed(language, &["ordinal-unit", "ordinal"]), Decimal::integer);
        alt((figures, tens, one)).parse(input)
    }
}

/// A fraction, as its numerator and denominator: `a third`, `two-thirds`, `three quarters`, `half`, `1/3`, `¾`
pub(super) fn fraction<'l, 't>(language: &'l Language) -> impl Fn(&'t str) -> Read<'t, (u64, u64)> {
    move |input| {
        let part = || map_opt(listed(language, &["fraction"]), Decimal::integer);
        let article = value(1, alt((small("a"), small("an"))));
        let counted = map_opt(below_hundred(language), Decimal::integer);
        let words = (alt((counted, article)), joint, part()).map(|(n, _, d)| (n, d));
        let half = verify(part(), |d| *d == 2).map(|d| (1, d));
        let signs = one_of("½⅓⅔¼¾⅕⅛").map(|c| match c {
            '½' => (1, 2),
            '⅓' => (1, 3),
            '⅔' => (2, 3),
            '¼' => (1, 4),
            '¾' => (3, 4),
            '⅕' => (1, 5),
            _ => (1, 8),
        });
        // Only denominators that people write so: 9/11 is a day and 24/7 a habit.
        let number = || digits(1, 2).map(u64::from);
        let figures = (number(), tag("/"), number()).map(|(n, _, d)| (n, d));
        verify(alt((words, half, signs, figures)), |(n, d)| n < d && *n > 0 && matches!(d, 2..=10 | 16 | 100 | 1000)).parse(input)
    }
}
