//! The words that the grammars of time are made of.

use super::{Meaning, Modifier, Reading, Toward};
use crate::{
    input::{Phrase, Sheet, Tokens, entry, one_of, token, word},
    label::{Relation, Xpos},
    language::Class,
    lexical::{Clock, Dated, Decimal},
    parsed::{Token, TokenKind},
    when::{DayPart, Grain},
};
use cubaru_lexicon::Entry;
use nom::{
    Input, Parser,
    branch::alt,
    combinator::{map_opt, opt, verify},
    error::{Error, ErrorKind},
};

pub(super) fn miss<O>(input: Tokens<'_>) -> Phrase<'_, O> {
    Err(nom::Err::Error(Error::new(input, ErrorKind::Fail)))
}

/// A word of the list of time words, of one of some kinds.
pub(super) fn list<'a>(kinds: &'static [&'static str]) -> impl Fn(Tokens<'a>) -> Phrase<'a, Entry<'a>> {
    entry(Class::TimeWord, move |e| kinds.contains(&e.cell(1)))
}

/// A word of the list of number words, of one of some kinds.
pub(super) fn number_word<'a>(kinds: &'static [&'static str]) -> impl Fn(Tokens<'a>) -> Phrase<'a, Entry<'a>> {
    entry(Class::NumberWord, move |e| kinds.contains(&e.cell(1)))
}

fn figure<'a, T>(input: Tokens<'a>, found: Option<(usize, T)>) -> Phrase<'a, T> {
    match found.filter(|(last, _)| *last <= input.last && input.first < input.last) {
        Some((last, value)) => Ok((input.take_from(last - input.first), value)),
        None => miss(input),
    }
}

pub(super) fn cardinal(input: Tokens<'_>) -> Phrase<'_, Decimal> {
    figure(input, input.sheet.figures.cardinal(input.first))
}

pub(super) fn ordinal(input: Tokens<'_>) -> Phrase<'_, u64> {
    figure(input, input.sheet.figures.ordinal(input.first))
}

pub(super) fn dated(input: Tokens<'_>) -> Phrase<'_, Dated> {
    figure(input, input.sheet.figures.date(input.first))
}

pub(super) fn clock_figure(input: Tokens<'_>) -> Phrase<'_, Clock> {
    figure(input, input.sheet.figures.clock(input.first))
}

/// The word before the input, in lower case; empty at the beginning of a sentence.
pub(super) fn before(input: Tokens<'_>) -> String {
    let begins = input.sheet.sentence_of(input.first).is_none_or(|s| s.first_token as usize >= input.first);
    if begins { String::new() } else { input.sheet.tokens[input.first - 1].read().to_lowercase() }
}

/// The next word as it stands; empty at the end.
pub(super) fn peeked<'a>(input: Tokens<'a>) -> &'a str {
    input.iter_elements().next().map_or("", |t| t.read())
}

pub(super) fn is_name(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}

/// Whether what follows makes a name of the words before: `March 14 Alliance`, `Sunday Times`.
pub(super) fn namesake(input: Tokens<'_>) -> bool {
    is_name(peeked(input)) && list(&["namesake"])(input).is_ok()
}

pub(super) fn unit(input: Tokens<'_>) -> Phrase<'_, Grain> {
    map_opt(list(&["unit"]), |e| Grain::from_letter(e.cell(2))).parse(input)
}

pub(super) fn units(input: Tokens<'_>) -> Phrase<'_, Grain> {
    map_opt(list(&["units"]), |e| Grain::from_letter(e.cell(2))).parse(input)
}

pub(super) fn day_part(input: Tokens<'_>) -> Phrase<'_, DayPart> {
    map_opt(list(&["day-part"]), |e| DayPart::from_code(e.cell(2))).parse(input)
}

pub(super) fn article(input: Tokens<'_>) -> Phrase<'_, ()> {
    one_of(&["a", "an"]).map(|_| ()).parse(input)
}

pub(super) fn the(input: Tokens<'_>) -> Phrase<'_, ()> {
    word("the").map(|_| ()).parse(input)
}

/// `the`, `its`, `their` …
pub(super) fn determiner(input: Tokens<'_>) -> Phrase<'_, ()> {
    one_of(&["the", "its", "their", "his", "her", "our", "my"]).map(|_| ()).parse(input)
}

pub(super) fn hyphen(input: Tokens<'_>) -> Phrase<'_, ()> {
    token(|t| matches!(t.read(), "-" | "–" | "\u{2011}")).map(|_| ()).parse(input)
}

pub(super) fn possessive(input: Tokens<'_>) -> Phrase<'_, ()> {
    token(|t| t.clitic && matches!(t.read(), "'s" | "'S" | "'" | "’")).map(|_| ()).parse(input)
}

/// Words that may stand between a number and its unit: `consecutive`, `trading`, `full`.
pub(super) fn fillers(input: Tokens<'_>) -> Phrase<'_, ()> {
    let (mut rest, mut taken) = (input, 0);
    while taken < 2 {
        let Ok((after, _)) = list(&["filler"])(rest) else { break };
        (rest, taken) = (after, taken + 1);
    }
    Ok((rest, ()))
}

/// `nearly`, `more than`, as TIMEX3's mod; `just`, `only` change nothing.
pub(super) fn approximator(input: Tokens<'_>) -> Phrase<'_, Option<Modifier>> {
    // "spread over three years" has a preposition, "for over three years" an adverb.
    let first = peeked(input);
    if first.eq_ignore_ascii_case("over") || first.eq_ignore_ascii_case("under") {
        const BEFORE: &[&str] =
            &["for", "after", "in", "within", "by", "of", "than", "lasted", "took", "is", "was", "with", "a", "the", "just", "well"];
        if !BEFORE.contains(&before(input).as_str()) {
            return miss(input);
        }
    }
    let (input, _) = opt(number_word(&["exact"])).parse(input)?;
    map_opt(number_word(&["approximator"]), |e| Some(Modifier::from_code(e.cell(2)))).parse(input)
}

/// `or so`, `or more`
pub(super) fn after_number(input: Tokens<'_>) -> Phrase<'_, Option<Modifier>> {
    map_opt(verify(number_word(&["after"]), |e| e.cell(0).starts_with("or ")), |e| Some(Modifier::from_code(e.cell(2)))).parse(input)
}

/// `early`, `mid-`, `later`
pub(super) fn edge(input: Tokens<'_>) -> Phrase<'_, Modifier> {
    let (rest, found) = map_opt(list(&["edge"]), |e| Modifier::from_code(e.cell(2))).parse(input)?;
    let (rest, _) = opt(hyphen).parse(rest)?;
    Ok((rest, found))
}

/// `last`, `next`, `this` … as the list says it.
pub(super) fn toward_word(input: Tokens<'_>) -> Phrase<'_, &str> {
    list(&["toward"]).map(|e: Entry<'_>| e.cell(2)).parse(input)
}

/// Where a word like `last` points; with an article `next` and `previous` look from what was told.
pub(super) fn toward(word: &str, definite: bool) -> Option<Toward> {
    Some(match (word, definite) {
        ("last" | "past", _) => Toward::Last,
        ("this" | "coming", _) if word == "this" => Toward::This,
        ("next", false) | ("coming", _) => Toward::Next,
        ("next", true) | ("following", _) => Toward::Following,
        ("previous", _) => Toward::Previous,
        ("same", _) => Toward::Same,
        ("latest", _) => Toward::Latest,
        _ => return None,
    })
}

/// `now`, `recently`, `the near future`, `current`
pub(super) fn reference(input: Tokens<'_>) -> Phrase<'_, Reading> {
    let rule = "time-reference";
    // "soon after the vote" is measured from the vote.
    let plain = |input| {
        let (rest, e) = list(&["reference"])(input)?;
        let measured = one_of(&["as"])(rest).is_ok()
            || hyphen(rest).is_ok() && !rest.sheet.spaced(rest.first)
            || e.cell(2) == "FUTURE_REF" && told_as_past(input)
            || e.cell(2) == "FUTURE_REF" && one_of(&["after", "before", "afterwards", "afterward", "thereafter"])(rest).is_ok();
        if measured { miss(input) } else { Ok((rest, e.cell(2).to_string())) }
    };
    let noun = |input| {
        let at = ["at", "for", "of", "until", "by", "from"].contains(&before(input).as_str());
        if at { list(&["reference-noun"]).map(|e: Entry<'_>| e.cell(2).to_string()).parse(input) } else { miss(input) }
    };
    let adjective = |input| {
        let (rest, e) = list(&["reference-adjective"])(input)?;
        // An adjective before its noun.
        let noun = rest.iter_elements().next().is_some_and(|t| t.kind == TokenKind::Word);
        if noun { Ok((rest, e.cell(2).to_string())) } else { miss(input) }
    };
    let (rest, code) = alt((plain, noun, adjective)).parse(input)?;
    Ok((rest, Reading::new(Meaning::Reference(code), rule)))
}

/// Whether a word hangs on a verb in the past: "the army soon withdrew" tells nothing to come.
fn told_as_past(input: Tokens<'_>) -> bool {
    let sheet = input.sheet;
    let Some(head) = sheet.word(input.first).head else { return false };
    let helps = |word: &Token| word.head == Some(head) && matches!(word.relation, Relation::Aux | Relation::AuxPass | Relation::Cop);
    let begin = sheet.sentence_of(input.first).map_or(0, |s| s.first_token);
    let past = |word: &Token| word.xpos == Xpos::Vbd;
    past(sheet.word(head as usize))
        || (head.saturating_sub(6).max(begin)..head).map(|i| sheet.word(i as usize)).any(|w| helps(w) && past(w))
}

/// Whether a time expression can begin here at all: the quick answer for most words.
pub(super) fn can_begin(input: Tokens<'_>) -> bool {
    const OPENERS: &[&str] = &[
        "a",
        "an",
        "the",
        "its",
        "their",
        "his",
        "her",
        "our",
        "my",
        "every",
        "each",
        "per",
        "half",
        "aged",
        "twice",
        "once",
        "fiscal",
        "first",
        "financial",
        "between",
        "quarter",
        "single",
    ];
    match standing(input.sheet, input.first) {
        Standing::Core => true,
        Standing::Around => near(input),
        Standing::Nothing => one_of(OPENERS)(input).is_ok() && near(input),
    }
}

/// What a token can be to a time expression.
#[derive(PartialEq)]
enum Standing {
    /// Something that is a time or is counted: every expression holds one.
    Core,
    /// What stands around such: `last`, `about`.
    Around,
    Nothing,
}

fn standing(sheet: &Sheet, at: usize) -> Standing {
    let form = sheet.token(at).read();
    let joined = || form.get(..4).is_some_and(|p| p.eq_ignore_ascii_case("mid-")) || form.len() > 6 && form.ends_with("long");
    if sheet.figures.any(at) || joined() || sheet.entries(at, Class::Period).next().is_some() {
        return Standing::Core;
    }
    let mut listed = sheet.entries(at, Class::TimeWord).map(|(_, e)| !matches!(e.cell(1), "namesake" | "filler" | "zone" | "toward"));
    let counted = || sheet.entries(at, Class::NumberWord).map(|(_, e)| matches!(e.cell(1), "fraction" | "plural"));
    match listed.try_fold(false, |_, core| if core { None } else { Some(true) }) {
        None => Standing::Core,
        Some(around) => match counted().max() {
            Some(true) => Standing::Core,
            Some(false) => Standing::Around,
            None if around => Standing::Around,
            None => Standing::Nothing,
        },
    }
}

/// Whether a core stands soon behind the input's first token: no expression has more small words than this before it.
fn near(input: Tokens<'_>) -> bool {
    const REACH: usize = 6;
    let ahead = input.first + 1..input.last.min(input.first + REACH);
    ahead.into_iter().any(|at| standing(input.sheet, at) == Standing::Core)
}
