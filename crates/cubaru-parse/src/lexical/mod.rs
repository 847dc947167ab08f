//! Numbers, dates and clocks: nom over `&str`, run at the beginning of tokens and held to their ends.

mod clock;
mod date;
mod decimal;
mod number;
mod quantity;
mod word;

pub(crate) use clock::Clock;
pub(crate) use date::{CalendarDate, Dated};
pub(crate) use decimal::Decimal;

use crate::{
    language::{Class, Language},
    marks::{Found, Mark, Marks},
    parsed::{Approximation, Quantity, QuantityKind, Sentence, Token, TokenKind},
    why::Why,
};
use quantity::Measure;

/// What the grammars of this floor found, by the token it begins at, for the phrases to build on.
#[derive(Default)]
pub(crate) struct Figures {
    numbers: Vec<(u32, u32, Figure)>,
    dates: Vec<(u32, u32, Dated)>,
    clocks: Vec<(u32, u32, Clock)>,
    /// For each token, whether any of them begins there.
    begins: Vec<bool>,
}

/// A number at a token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Figure {
    Cardinal(Decimal),
    Ordinal(u64),
}

impl Figures {
    /// Whether a number, a date or a clock begins at a token.
    pub(crate) fn any(&self, token: usize) -> bool {
        self.begins.get(token).is_some_and(|begins| *begins)
    }

    fn found<T: Copy>(&self, list: &[(u32, u32, T)], token: usize) -> Option<(usize, T)> {
        let at = Some(token).filter(|token| self.any(*token))?;
        let at = list.binary_search_by_key(&at, |(first, ..)| *first as usize).ok()?;
        Some((list[at].1 as usize, list[at].2))
    }

    /// The cardinal number that begins at a token, with the token after it.
    pub(crate) fn cardinal(&self, token: usize) -> Option<(usize, Decimal)> {
        match self.found(&self.numbers, token)? {
            (last, Figure::Cardinal(n)) => Some((last, n)),
            _ => None,
        }
    }

    /// The ordinal number that begins at a token, with the token after it.
    pub(crate) fn ordinal(&self, token: usize) -> Option<(usize, u64)> {
        match self.found(&self.numbers, token)? {
            (last, Figure::Ordinal(n)) => Some((last, n)),
            _ => None,
        }
    }

    /// The date that begins at a token, with the token after it.
    pub(crate) fn date(&self, token: usize) -> Option<(usize, Dated)> {
        self.found(&self.dates, token)
    }

    /// Whether a run of tokens lies in a date that can be nothing else: the 14 of `March 14 Alliance` counts nothing.
    pub(crate) fn is_dated(&self, first: u32, last: u32) -> bool {
        // No date is longer, in tokens, than this.
        const LONGEST: u32 = 12;
        let from = self.dates.partition_point(|(start, ..)| start + LONGEST < first);
        self.dates[from..].iter().take_while(|(start, ..)| *start <= first).any(|(_, end, d)| last <= *end && !matches!(d, Dated::Year(_)))
    }

    /// The time of the clock that begins at a token, with the token after it.
    pub(crate) fn clock(&self, token: usize) -> Option<(usize, Clock)> {
        self.found(&self.clocks, token)
    }
}

/// The text that a grammar may look at from a token on: its sentence, and no more than the longest figure needs.
fn window<'t>(text: &'t str, token: &Token, sentence: &Sentence) -> &'t str {
    const WIDEST: usize = 160;
    let mut end = (sentence.end as usize).min((token.end as usize).max(token.start as usize + WIDEST));
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[token.start as usize..end]
}

/// The index after the last token, where a reading that ends at byte `end` ends with a token.
fn last_token(tokens: &[Token], first: usize, end: usize) -> Option<u32> {
    let behind = &tokens[first..];
    let at = behind.iter().position(|t| t.end as usize >= end)?;
    (behind[at].end as usize == end).then_some((first + at + 1) as u32)
}

/// Whether a token is glued behind a word by a hyphen, as in `F-16`: such digits name, they do not count.
fn names(tokens: &[Token], at: usize) -> bool {
    let [.., before, hyphen] = &tokens[..at] else { return false };
    let glued = before.end == hyphen.start && hyphen.end == tokens[at].start;
    glued && matches!(hyphen.text.as_str(), "-" | "–") && before.kind == TokenKind::Word && before.text.starts_with(char::is_uppercase)
}

fn is_small(token: &Token) -> bool {
    const SMALL: &[&str] = &["a", "an", "the", "another", "additional", "AD", "A.D.", "CE"];
    SMALL.iter().any(|w| token.text.eq_ignore_ascii_case(w))
}

/// Whether a figure can begin at a token: with a digit, a sign, a word of the lists, or one of a few small words. Most tokens can be
/// passed over so.
fn opens(tokens: &[Token], marks: &Marks, at: usize) -> bool {
    let token = &tokens[at];
    let listed = |m: &Mark| matches!(m.found, Found::Entry(Class::NumberWord | Class::TimeWord | Class::Currency, _));
    match token.kind {
        TokenKind::Number | TokenKind::Symbol => true,
        TokenKind::Word => marks.at(at).iter().any(listed) || is_small(token),
        TokenKind::Punctuation => token.text.starts_with(['\'', '’', '‘']),
        TokenKind::Address => false,
    }
}

/// Whether a figure can begin at a token that opens one: behind a small word stands a number, and of the words of the lists many
/// only stand around numbers. A quick look that spares most attempts.
fn counts_or_dates(language: &Language, tokens: &[Token], marks: &Marks, at: usize) -> bool {
    let begins = |m: &Mark| {
        let Found::Entry(class, row) = m.found else { return false };
        let kind = || language.lexicon().entry(row).cell(1);
        match class {
            Class::NumberWord => !matches!(kind(), "approximator" | "after" | "exact" | "vague" | "percent" | "percent-points"),
            Class::TimeWord => matches!(kind(), "weekday" | "weekday-short" | "month" | "month-weak" | "month-short" | "clock"),
            _ => false,
        }
    };
    let listed = |at: usize| marks.at(at).iter().any(begins);
    let small = || tokens.get(at + 1).is_some_and(|next| next.kind != TokenKind::Word || listed(at + 1));
    tokens[at].kind != TokenKind::Word || listed(at) || is_small(&tokens[at]) && small()
}

/// Numbers, dates and clocks at the tokens where they can begin.
pub(crate) fn figures(language: &Language, text: &str, tokens: &[Token], sentences: &[Sentence], marks: &Marks) -> Figures {
    let mut out = Figures { begins: vec![false; tokens.len()], ..Figures::default() };
    for sentence in sentences {
        for first in sentence.first_token as usize..sentence.last_token as usize {
            let token = &tokens[first];
            if token.clitic || !opens(tokens, marks, first) || !counts_or_dates(language, tokens, marks, first) {
                continue;
            }
            let input = window(text, token, sentence);
            let last = |rest: &str| last_token(tokens, first, token.start as usize + input.len() - rest.len());
            let place = |rest: &str| last(rest).map(|last| (first as u32, last));
            let cardinal = || number::cardinal(language)(input).ok().and_then(|(rest, n)| Some((place(rest)?, Figure::Cardinal(n.value))));
            let ordinal = || number::ordinal(language)(input).ok().and_then(|(rest, n)| Some((place(rest)?, Figure::Ordinal(n))));
            if let Some(((first, last), figure)) = ordinal().or_else(cardinal) {
                out.numbers.push((first, last, figure));
            }
            if names(tokens, first) {
                continue;
            }
            if let Some(((first, last), date)) = date::date(language)(input).ok().and_then(|(rest, d)| Some((place(rest)?, d))) {
                out.dates.push((first, last, date));
            }
            if let Some(((first, last), clock)) = clock::clock(language)(input).ok().and_then(|(rest, c)| Some((place(rest)?, c))) {
                out.clocks.push((first, last, clock));
            }
        }
    }
    let firsts = out.numbers.iter().map(|n| n.0).chain(out.dates.iter().map(|d| d.0)).chain(out.clocks.iter().map(|c| c.0));
    firsts.for_each(|first| out.begins[first as usize] = true);
    out
}

/// The quantities, by the tokens they stand over.
pub(crate) fn quantities(
    language: &Language,
    text: &str,
    tokens: &[Token],
    sentences: &[Sentence],
    marks: &Marks,
) -> Vec<(u32, u32, Quantity)> {
    let mut found: Vec<(u32, u32, Measure<'_>)> = Vec::new();
    for sentence in sentences {
        let mut first = sentence.first_token as usize;
        while first < sentence.last_token as usize {
            // What a small word opens goes on with another opening, or with what is no word.
            let goes_on = || {
                !is_small(&tokens[first])
                    || tokens.get(first + 1).is_some_and(|t| t.kind != TokenKind::Word || opens(tokens, marks, first + 1))
            };
            let here = (opens(tokens, marks, first) && goes_on()).then(|| at(language, text, tokens, sentence, first)).flatten();
            match here {
                Some((last, measure)) => {
                    found.push((first as u32, last, measure));
                    first = last as usize;
                }
                None => first += 1,
            }
        }
    }
    share(tokens, &mut found);
    let quantity = |(first, last, m): (u32, u32, Measure<'_>)| {
        let (start, end) = (tokens[first as usize].start, tokens[last as usize - 1].end);
        let words = text[start as usize..end as usize].to_string();
        let why = m.entries.iter().fold(Why::rule(m.rule), |why, e| why.with(e));
        let (kind, value, unit, approximation) = (m.kind, m.value, m.unit, m.approximation);
        (first, last, Quantity { start, end, text: words, kind, value, unit, approximation, why })
    };
    found.into_iter().map(quantity).collect()
}

fn at<'l>(language: &'l Language, text: &str, tokens: &[Token], sentence: &Sentence, first: usize) -> Option<(u32, Measure<'l>)> {
    let token = &tokens[first];
    if token.clitic || token.kind == TokenKind::Punctuation || names(tokens, first) {
        return None;
    }
    let input = window(text, token, sentence);
    let (rest, measure) = quantity::quantity(language)(input).ok()?;
    let last = last_token(tokens, first, token.start as usize + input.len() - rest.len())?;
    let bare_one = last as usize == first + 1 && token.read().eq_ignore_ascii_case("one");
    if bare_one && !counts(tokens, first) {
        return None;
    }
    Some((last, measure))
}

/// Whether `one` is a number here, and no pronoun.
fn counts(tokens: &[Token], at: usize) -> bool {
    let word = |i: Option<usize>| i.and_then(|i| tokens.get(i)).map(|t| t.read().to_lowercase()).unwrap_or_default();
    let (before, after) = (word(at.checked_sub(1)), word(Some(at + 1)));
    let pronoun = ["the", "this", "that", "no", "each", "every", "any", "which", "-", "only", "another", "some", "a", "an"]
        .contains(&before.as_str());
    !pronoun
        && after.starts_with(char::is_alphabetic)
        && !["of", "another", "is", "was", "has", "can", "would", "must", "will", "and", "or"].contains(&after.as_str())
}

/// Two numbers joined share what only one of them says: `20 to 30 percent`, `$3-4 billion`.
fn share(tokens: &[Token], found: &mut [(u32, u32, Measure<'_>)]) {
    for i in 1..found.len() {
        let (head, tail) = found.split_at_mut(i);
        let ((_, end, a), (start, _, b)) = (&mut head[i - 1], &mut tail[0]);
        let joint = tokens[*end as usize..*start as usize].iter().map(|t| t.text.as_str()).collect::<Vec<_>>();
        let joined = matches!(joint[..], ["-" | "–" | "to" | "or"]);
        let (true, Some(m), Some(n)) = (joined, a.numeral, b.numeral) else { continue };
        if a.approximation != Approximation::Exact && a.kind != b.kind {
            continue;
        }
        let counted = |k: QuantityKind| matches!(k, QuantityKind::Number);
        if m.scale == Decimal::ONE
            && n.scale != Decimal::ONE
            && m.bare.below(n.bare)
            && let Some(value) = m.bare.times(n.scale)
        {
            a.value = value.to_string();
        }
        if counted(a.kind) && matches!(b.kind, QuantityKind::Money | QuantityKind::Percent) && m.bare.below(n.bare) {
            (a.kind, a.unit, a.rule) = (b.kind, b.unit.clone(), b.rule);
        } else if a.kind == QuantityKind::Money && counted(b.kind) {
            (b.kind, b.unit, b.rule) = (a.kind, a.unit.clone(), a.rule);
        }
    }
}
