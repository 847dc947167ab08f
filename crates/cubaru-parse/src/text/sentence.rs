//! Sentences: where a full stop ends one, and where it does not.

use crate::{
    language::Language,
    parsed::{Part, PartKind, Sentence, Token, TokenKind},
    span::Span,
};

/// No sentence of prose is longer than this many tokens: what is, is cut, so that the work on a sentence stays bounded.
const LONGEST: usize = 600;
/// From here on a mark inside is enough to cut.
const LONG: usize = 400;

/// The sentences: they tile the tokens, and none runs over a paragraph or a part.
pub(super) fn sentences(language: &Language, text: &str, tokens: &[Token], paragraphs: &[Span], parts: &[Part]) -> Vec<Sentence> {
    let mut out = Vec::new();
    let mut first = 0;
    let (mut paragraph, mut part) = (0, 0);
    for i in 0..tokens.len() {
        let next = tokens.get(i + 1);
        let ends = match next {
            None => true,
            Some(next) => {
                let edge = |spans: &dyn Fn(usize) -> Option<Span>, at: &mut usize| {
                    while spans(*at).is_some_and(|s| s.end <= tokens[i].start) {
                        *at += 1;
                    }
                    spans(*at).is_some_and(|s| next.start >= s.end && tokens[i].start < s.end)
                };
                let by_paragraph = edge(&|k| paragraphs.get(k).copied(), &mut paragraph);
                let by_part = edge(&|k| parts.get(k).map(|p| Span { start: p.start, end: p.end }), &mut part);
                let length = i + 1 - first;
                let long = length >= LONGEST || (length >= LONG && tokens[i].kind == TokenKind::Punctuation);
                by_paragraph || by_part || long || ends_here(language, text, tokens, first, i)
            }
        };
        if ends {
            let span = Span { start: tokens[first].start, end: tokens[i].end };
            let k = parts.partition_point(|p| p.end <= span.start);
            let kind = parts.get(k).filter(|p| p.start <= span.start).map_or(PartKind::Body, |p| p.kind);
            let paragraph = paragraphs.partition_point(|p| p.end <= span.start) as u32;
            out.push(Sentence {
                start: span.start,
                end: span.end,
                first_token: first as u32,
                last_token: i as u32 + 1,
                paragraph,
                part: kind,
            });
            first = i + 1;
        }
    }
    out
}

/// Whether a sentence that began at token `first` ends with token `i`, from what stands around.
fn ends_here(language: &Language, text: &str, tokens: &[Token], first: usize, i: usize) -> bool {
    let next = &tokens[i + 1];
    if closes(&next.text) && tokens[i].end == next.start && !opens_after(text, next) {
        return false; // the closing mark still belongs to it
    }
    // Back over closing marks to what could end a sentence.
    let mut end = i;
    while end > first && closes(&tokens[end].text) {
        end -= 1;
    }
    let closed = end < i;
    let last = &tokens[end];
    let begins = begins(next);
    match last.text.as_str() {
        // A dash goes on with what a question or three dots broke off.
        t if t != "." && is_dash(&next.text) => false,
        "!" | "?" | "…" | "?!" | "!!" | "!!!" | "??" | "???" => begins || !closed && next.kind == TokenKind::Number,
        "." => begins || (next.kind == TokenKind::Number && !closed),
        t if t.bytes().all(|b| b == b'.') && t.len() > 1 => begins && next.start > last.end,
        t if t.ends_with('.') && t.len() > 1 => begins && abbreviation_ends(language, tokens, end, next, closed),
        t if t.ends_with("!") || t.ends_with("?") => begins,
        _ => false,
    }
}

/// Whether an abbreviation's full stop is a sentence's too.
fn abbreviation_ends(language: &Language, tokens: &[Token], end: usize, next: &Token, closed: bool) -> bool {
    let kind = language.abbreviation(&tokens[end].text);
    let form = tokens[end].text.as_str();
    let starter = is_starter(language, next);
    match kind {
        Some("title" | "number" | "latin" | "month" | "address") => false,
        Some("time") => starter,
        Some(_) => starter || closed,
        // An initial: "J. Smith"; after a name in capitals it may end a sentence ("Vitamin C. The").
        None if form.len() == 2 => false,
        None => starter || closed,
    }
}

/// A word in upper case that begins sentences and is no name: "The", "He", "But".
fn is_starter(language: &Language, next: &Token) -> bool {
    if closes(&next.text) || opens(&next.text) {
        return true;
    }
    let lower = next.read().to_lowercase();
    let mut walk = language.lexicon().walk();
    walk.feed(&lower) && walk.hits().any(|e| e.list() == "common-words" && e.cell(1) == "function")
}

/// Whether a sentence can begin with this token.
fn begins(token: &Token) -> bool {
    match token.read().chars().next() {
        Some(c) if c.is_uppercase() || c.is_numeric() => true,
        Some(c) if c.is_lowercase() => false,
        Some('"' | '“' | '‘' | '\'' | '(' | '[' | '«' | '•' | '-' | '–' | '—' | '@' | '#' | '*') => true,
        Some(c) => c.is_alphabetic() || !c.is_ascii_punctuation(),
        None => false,
    }
}

fn is_dash(mark: &str) -> bool {
    matches!(mark, "-" | "--" | "–" | "—")
}

fn closes(mark: &str) -> bool {
    matches!(mark, "\"" | "”" | "’" | "'" | ")" | "]" | "»" | "''")
}

fn opens(mark: &str) -> bool {
    matches!(mark, "\"" | "“" | "‘" | "'" | "(" | "[" | "«")
}

/// Whether a straight mark stands before a word, so that it opens.
fn opens_after(text: &str, token: &Token) -> bool {
    text[token.end as usize..].chars().next().is_some_and(char::is_alphanumeric)
}
