//! Quantities: what numbers measure, and how exact the words make them.

use super::{
    decimal::Decimal,
    number::{Numeral, cardinal, fraction, ordinal},
    word::{Read, entry, gap, joint, miss, small, space},
};
use crate::{
    language::{Class, Language},
    parsed::{Approximation, QuantityKind},
};
use cubaru_lexicon::Entry;
use nom::{
    Parser,
    branch::alt,
    bytes::complete::tag,
    combinator::{opt, peek, verify},
    sequence::preceded,
};

/// A quantity, before its place is known.
#[derive(Clone)]
pub(super) struct Measure<'l> {
    pub kind: QuantityKind,
    pub value: String,
    pub unit: Option<String>,
    pub approximation: Approximation,
    pub rule: &'static str,
    pub entries: Vec<Entry<'l>>,
    /// The number behind it, where there is one.
    pub numeral: Option<Numeral>,
}

impl<'l> Measure<'l> {
    fn new(kind: QuantityKind, value: String, rule: &'static str) -> Self {
        Self { kind, value, unit: None, approximation: Approximation::Exact, rule, entries: Vec::new(), numeral: None }
    }

    fn of(kind: QuantityKind, numeral: Numeral, rule: &'static str) -> Self {
        Self { numeral: Some(numeral), ..Self::new(kind, numeral.value.to_string(), rule) }
    }
}

/// The approximation behind a TIMEX3 mod.
fn approximation(modifier: &str) -> Approximation {
    match modifier {
        "APPROX" => Approximation::About,
        "LESS_THAN" | "EQUAL_OR_LESS" => Approximation::Below,
        "MORE_THAN" | "EQUAL_OR_MORE" => Approximation::Above,
        _ => Approximation::Exact,
    }
}

/// A quantity with the words that make it less exact: `nearly 300`, `$3 billion or so`
pub(super) fn quantity<'l, 't>(language: &'l Language) -> impl Fn(&'t str) -> Read<'t, Measure<'l>> {
    move |input| {
        let before = |input| {
            let exact = opt((entry(language, Class::NumberWord, &["exact"]), space));
            preceded(exact, (entry(language, Class::NumberWord, &["approximator"]), space)).map(|(e, _)| e).parse(input)
        };
        let (core, first) = opt(before).parse(input)?;
        let (rest, mut measure) = core_of(language, core)?;
        if let Some(e) = first {
            if measure.kind == QuantityKind::Ordinal {
                return miss(input);
            }
            measure.approximation = approximation(e.cell(2));
            measure.entries.insert(0, e);
        }
        let after = preceded(alt((space, tag("-"))), entry(language, Class::NumberWord, &["after"]));
        let (rest, after) = if measure.kind == QuantityKind::Ordinal { (rest, None) } else { opt(after).parse(rest)? };
        if let Some(e) = after {
            measure.approximation = approximation(e.cell(2));
            measure.entries.push(e);
        }
        Ok((rest, measure))
    }
}

fn core_of<'l, 't>(language: &'l Language, input: &'t str) -> Read<'t, Measure<'l>> {
    let parsers: [&dyn Fn(&'t str) -> Read<'t, Measure<'l>>; 8] = [
        &|i| money(language, i),
        &|i| percent(language, i),
        &|i| multiple(language, i),
        &|i| part(language, i),
        &|i| plural(language, i),
        &|i| ordinal(language).map(|n| Measure::new(QuantityKind::Ordinal, n.to_string(), "quantity-ordinal")).parse(i),
        &|i| cardinal(language).map(|n| Measure::of(QuantityKind::Number, n, "quantity-number")).parse(i),
        &|i| {
            preceded((alt((small("another"), small("additional"))), space), cardinal(language))
                .map(|n| Measure::of(QuantityKind::Number, n, "quantity-number"))
                .parse(i)
        },
    ];
    let mut best: Read<'t, Measure<'l>> = miss(input);
    for parser in parsers {
        if let Ok((rest, m)) = parser(input)
            && best.as_ref().map_or(true, |(r, _)| rest.len() < r.len())
        {
            best = Ok((rest, m));
        }
    }
    best
}

/// `$3 billion`, `USD 300m`, `5 million euros`, `40 cents`
fn money<'l, 't>(language: &'l Language, input: &'t str) -> Read<'t, Measure<'l>> {
    let sign = |i| alt(((entry(language, Class::Currency, &["sign"]), gap), (entry(language, Class::Currency, &["code"]), space))).parse(i);
    let named = |i| entry(language, Class::Currency, &["word", "code", "minor", "sign"]).parse(i);
    let prefixed =
        (sign, cardinal(language), opt(preceded(joint, entry(language, Class::Currency, &["word"])))).map(|((e, _), n, _)| (e, n));
    let suffixed = (cardinal(language), alt((joint, gap)), named).map(|(n, _, e)| (e, n));
    let (rest, (e, mut numeral)) = alt((prefixed, suffixed)).parse(input)?;
    if e.cell(2) == "minor" {
        match numeral.value.hundredth() {
            Some(value) => numeral = Numeral { value, bare: value, scale: Decimal::ONE },
            None => return miss(input),
        }
    }
    let unit = Some(e.cell(1).to_string()).filter(|c| !c.is_empty());
    Ok((rest, Measure { unit, entries: vec![e], ..Measure::of(QuantityKind::Money, numeral, "quantity-money") }))
}

/// `40%`, `12 per cent`, `two percentage points`
fn percent<'l, 't>(language: &'l Language, input: &'t str) -> Read<'t, Measure<'l>> {
    let sign = preceded(gap, tag("%")).map(|_| ("quantity-percent", None));
    let word = preceded(joint, entry(language, Class::NumberWord, &["percent"])).map(|e| ("quantity-percent", Some(e)));
    let points = preceded(joint, entry(language, Class::NumberWord, &["percent-points"])).map(|e| ("quantity-percent-points", Some(e)));
    let (rest, (numeral, (rule, e))) = (cardinal(language), alt((sign, points, word))).parse(input)?;
    Ok((rest, Measure { entries: e.into_iter().collect(), ..Measure::of(QuantityKind::Percent, numeral, rule) }))
}

/// `three times`, `twice`, `tenfold`, `10-fold`, `double the`
fn multiple<'l, 't>(language: &'l Language, input: &'t str) -> Read<'t, Measure<'l>> {
    let rule = "quantity-multiple";
    // "three times as much as a third": the comparison is the multiple's, no approximation of what follows.
    let size = || alt((small("much"), small("many"), small("large"), small("big"), small("high"), small("long")));
    let compared = || opt((space, small("as"), space, size()));
    let times = (cardinal(language), space, verify(small("times"), |w: &str| w.starts_with('t')), compared())
        .map(|(n, ..)| (n.value.to_string(), None));
    let fold =
        (cardinal(language), opt(tag("-")), entry(language, Class::NumberWord, &["fold"])).map(|(n, _, e)| (n.value.to_string(), Some(e)));
    let word = (entry(language, Class::NumberWord, &["multiple"]), compared()).map(|(e, _)| (e.cell(2).to_string(), Some(e)));
    let of = (entry(language, Class::NumberWord, &["multiple-of"]), peek(preceded(space, small("the"))))
        .map(|(e, _)| (e.cell(2).to_string(), Some(e)));
    let (rest, (value, e)) = alt((times, fold, word, of)).parse(input)?;
    Ok((rest, Measure { entries: e.into_iter().collect(), ..Measure::new(QuantityKind::Multiple, value, rule) }))
}

/// `a third of`, `two-thirds`, `half`
fn part<'l, 't>(language: &'l Language, input: &'t str) -> Read<'t, Measure<'l>> {
    let (rest, (n, d)) = fraction(language).parse(input)?;
    // `a third country` is another one; `a third of them` is a part.
    let article = input.starts_with(['a', 'A', 'o', 'O']) && d > 2 && n == 1;
    let word = rest.trim_start();
    let alone = rest.is_empty() || rest.len() == word.len() || !word.starts_with(char::is_lowercase);
    let goes_on =
        ["of", "more", "less", "higher", "lower", "to", "in", "since", "from", "over", "by", "as", "and", "are", "were", "is", "was"];
    if article && !alone && !goes_on.iter().any(|w| small(w)(word).is_ok()) {
        return miss(input);
    }
    Ok((rest, Measure::new(QuantityKind::Fraction, format!("{n}/{d}"), "quantity-fraction")))
}

/// `hundreds`, `tens of thousands`: so many and more
fn plural<'l, 't>(language: &'l Language, input: &'t str) -> Read<'t, Measure<'l>> {
    let (rest, e) = entry(language, Class::NumberWord, &["plural"]).parse(input)?;
    let value = e.cell(2).to_string();
    let measure = Measure::new(QuantityKind::Number, value, "quantity-plural");
    Ok((rest, Measure { approximation: Approximation::Above, entries: vec![e], ..measure }))
}
