//! Damaged prose: what stands there, and how it is read. The text is never changed.

use super::shape::is_invisible;
use crate::{
    language::Language,
    parsed::{Repair, Sentence, Token, TokenKind},
    span::Span,
    why::Why,
};

/// Characters that one wrong decoding turned into several, and what they were.
const MOJIBAKE: &[(&str, &str)] = &[
    ("â€™", "’"),
    ("â€˜", "‘"),
    ("â€œ", "“"),
    ("â€\u{9d}", "”"),
    ("â€”", "—"),
    ("â€“", "–"),
    ("â€¦", "…"),
    ("Ã©", "é"),
    ("Ã¡", "á"),
    ("Ã³", "ó"),
    ("Ã\u{AD}", "í"),
    ("Ã±", "ñ"),
    ("Ã¼", "ü"),
    ("Ã¶", "ö"),
    ("Ã¤", "ä"),
    ("Ã¨", "è"),
    ("Ã§", "ç"),
    ("Â\u{a0}", " "),
];
/// Marks written for a machine.
const ENTITIES: &[(&str, &str)] = &[
    ("&amp;", "&"),
    ("&quot;", "\""),
    ("&#39;", "'"),
    ("&apos;", "'"),
    ("&lt;", "<"),
    ("&gt;", ">"),
    ("&nbsp;", " "),
    ("&rsquo;", "’"),
    ("&ldquo;", "“"),
    ("&rdquo;", "”"),
    ("&mdash;", "—"),
    ("&ndash;", "–"),
];

/// The repairs, in the order of the text.
pub(super) fn repairs(language: &Language, text: &str, tokens: &[Token], sentences: &[Sentence]) -> Vec<Repair> {
    let mut out = Vec::new();
    let mut add = |span: Span, reading: String, rule: &str| {
        out.push(Repair { start: span.start, end: span.end, text: span.of(text).into(), reading, why: Why::rule(rule) });
    };
    for token in tokens.iter().filter(|t| t.text.chars().any(is_invisible)) {
        add(token.span(), token.text.chars().filter(|c| !is_invisible(*c)).collect(), "repair-invisible");
    }
    for (rule, table) in [("repair-mojibake", MOJIBAKE), ("repair-entity", ENTITIES)] {
        for (wrong, right) in table {
            text.match_indices(wrong).for_each(|(at, _)| add(Span::new(at, at + wrong.len()), (*right).into(), rule));
        }
    }
    for sentence in sentences {
        let range = sentence.first_token as usize..sentence.last_token as usize;
        for i in range.clone() {
            let token = &tokens[i];
            let next = tokens.get(i + 1).filter(|_| i + 1 < range.end);
            if let Some(cut) = joined_names(language, token) {
                add(token.span(), format!("{}-{}", &token.text[..cut], &token.text[cut..]), "repair-joined-names");
            }
            let after_word = i > range.start && tokens[i - 1].kind == TokenKind::Word && tokens[i - 1].end == token.start;
            if token.text == "."
                && after_word
                && next.is_some_and(|n| n.start > token.end && n.text.starts_with(char::is_lowercase) && plain(&n.text))
            {
                add(token.span(), ",".into(), "repair-stop-inside");
            }
            if token.text == "(" && next.is_none_or(|n| !opens_content(token, n)) {
                add(token.span(), String::new(), "repair-empty-bracket");
            }
        }
    }
    out.sort_by_key(|r| (r.start, r.end));
    out.dedup_by_key(|r| (r.start, r.end));
    out
}

fn plain(word: &str) -> bool {
    word.chars().all(char::is_alphabetic)
}

/// Whether what follows an opening bracket can stand in brackets: "(and its allies)", but not "( and its allies".
fn opens_content(bracket: &Token, next: &Token) -> bool {
    let joins = matches!(next.text.as_str(), "and" | "or") && next.start > bracket.end;
    next.kind != TokenKind::Punctuation && !joins || matches!(next.text.as_str(), "\"" | "“" | "‘" | "'" | "#" | "…" | "...")
}

/// Where two names that a hyphen should part were written as one: a capital after a small letter, and each half a country,
/// a place or a nationality of its own.
fn joined_names(language: &Language, token: &Token) -> Option<usize> {
    let text = &token.text;
    if token.kind != TokenKind::Word || !text.starts_with(char::is_uppercase) || text.len() > 60 {
        return None;
    }
    let known = |half: &str| language.lexicon().get(half).iter().any(|e| matches!(e.list(), "countries" | "places" | "peoples" | "seats"));
    let mut before = ' ';
    for (at, c) in text.char_indices() {
        if c.is_uppercase() && before.is_lowercase() && known(&text[..at]) && known(&text[at..]) {
            return Some(at);
        }
        before = c;
    }
    None
}
