//! What characters and written forms look like, without a list: apostrophes, clitics, decades, telephone numbers.

use crate::parsed::TokenKind;
use cubaru_lexicon::fold_marks;

/// Without invisible characters, and with straight apostrophes; diacritics stay.
pub(super) fn mended(text: &str) -> String {
    let kept = text.chars().filter(|c| !is_invisible(*c));
    kept.map(|c| if is_inner_apostrophe(c) && text.chars().count() > 1 { '\'' } else { c }).collect()
}

pub(super) fn kind_of(text: &str) -> TokenKind {
    match text.chars().find(|c| !is_invisible(*c)) {
        Some(c) if c.is_numeric() => TokenKind::Number,
        Some(c) if c.is_alphabetic() => TokenKind::Word,
        Some(c) if is_apostrophe(c) && text.len() > 2 => TokenKind::Number,
        Some(c) if c.is_ascii_punctuation() && !"$+<=>^`|~".contains(c) => TokenKind::Punctuation,
        Some('–' | '—' | '―' | '‘' | '’' | '“' | '”' | '„' | '«' | '»' | '‹' | '›' | '…' | '•' | '·' | '¿' | '¡' | '‚' | '′' | '″') => {
            TokenKind::Punctuation
        }
        _ => TokenKind::Symbol,
    }
}

pub(super) fn is_word(c: char) -> bool {
    c.is_alphanumeric() || is_invisible(c) || ('\u{300}'..='\u{36f}').contains(&c)
}

/// Characters that show nothing and part nothing.
pub(super) fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

pub(super) fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | 'ʼ')
}

pub(super) fn is_iso_date(text: &str) -> bool {
    let b = text.as_bytes();
    b.len() >= 10
        && b[4] == b'-'
        && b[7] == b'-'
        && b[..10].iter().enumerate().all(|(i, c)| matches!(i, 4 | 7) || c.is_ascii_digit())
        && !b.get(10).is_some_and(u8::is_ascii_alphanumeric)
}

/// What stands for an apostrophe inside a word: typists reach for accents too.
pub(super) fn is_inner_apostrophe(c: char) -> bool {
    is_apostrophe(c) || matches!(c, '`' | '´')
}

pub(super) fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '‐' | '‑')
}

/// What is left of a word that a speaker broke off: one letter, or two that are no syllable.
pub(super) fn is_broken(form: &str) -> bool {
    let mut letters = form.chars();
    match (letters.next(), letters.next(), letters.next()) {
        (Some(c), None, None) => c.is_alphabetic(),
        (Some(a), Some(b), None) => a.is_alphabetic() && b.is_lowercase() && ![a, b].iter().any(|c| "aeiouyAEIOUY".contains(*c)),
        _ => false,
    }
}

/// Where the clitic at the end of a word begins, if it has one.
pub(super) fn clitic(form: &str) -> Option<usize> {
    // The apostrophe is looked for in the text itself, since folding changes lengths.
    let (at, mark) = form.char_indices().rev().find(|(_, c)| is_inner_apostrophe(*c))?;
    let tail = form[at + mark.len_utf8()..].to_lowercase();
    let not = tail == "t" && form[..at].ends_with(['n', 'N']) && at > 1;
    let cut = if not { at - 1 } else { at };
    (cut > 0 && (not || matches!(tail.as_str(), "s" | "re" | "ve" | "ll" | "d" | "m")) && !is_decade(form)).then_some(cut)
}

/// The word at the beginning of a text with what one mark joins to it.
pub(super) fn first_run(text: &str, mark: char) -> &str {
    &text[..text.find(|c: char| !(is_word(c) || c == mark)).unwrap_or(text.len())]
}

/// `80's`, `1990's`: years, not what belongs to one.
pub(super) fn is_decade(form: &str) -> bool {
    let digits = form.trim_start_matches(is_apostrophe);
    let count = digits.bytes().take_while(u8::is_ascii_digit).count();
    matches!(count, 2 | 4) && digits[..count].ends_with('0') && matches!(fold_marks(&digits[count..]).as_ref(), "'s" | "'S")
}

/// The word behind white space, in the same paragraph.
pub(super) fn next_word(text: &str) -> Option<&str> {
    let blank = text.find(|c: char| !c.is_whitespace())?;
    let word = &text[blank..];
    let parted = text[..blank].chars().filter(|c| *c == '\n').count() > 1;
    Some(&word[..word.find(|c: char| !is_word(c)).unwrap_or(word.len())]).filter(|_| !parted)
}

/// Figures, or a Roman numeral of two letters and more.
pub(super) fn is_number(word: &str) -> bool {
    word.starts_with(|c: char| c.is_numeric()) || word.len() > 1 && word.bytes().all(|b| b"IVXLC".contains(&b))
}

/// The length of a telephone number in groups: `212-555-0143`, `555-0143`. Two round numbers are a range: `500-1000`.
pub(super) fn telephone(text: &str) -> Option<usize> {
    let mut groups: Vec<&str> = Vec::new();
    let mut at = 0;
    while groups.len() < 5 {
        let digits = text[at..].bytes().take_while(u8::is_ascii_digit).take(8).count();
        groups.push(&text[at..at + digits]);
        at += digits;
        if digits == 0 || !text[at..].starts_with('-') {
            break;
        }
        at += 1;
    }
    let lengths: Vec<usize> = groups.iter().map(|g| g.len()).collect();
    let shaped = matches!(lengths[..], [3, 4] | [3, 3, 4] | [1, 3, 3, 4] | [5, 4]);
    let range = groups.len() == 2 && groups.iter().all(|g| g.ends_with('0'));
    (shaped && !range && !text[at..].starts_with(is_word)).then_some(at)
}

/// The length of a telephone number's beginning with its country: `+44 20 …`, `+4550981306`.
pub(super) fn dialled(text: &str) -> Option<usize> {
    let digits = text[1..].bytes().take_while(|b| b.is_ascii_digit() || *b == b'-').count();
    let rest = &text[1 + digits..];
    let more = rest.strip_prefix(' ').is_some_and(|r| r.starts_with(|c: char| c.is_ascii_digit() || c == '('));
    (digits > 0 && text.as_bytes()[1] != b'-' && !rest.starts_with(is_word) && (digits >= 7 || digits <= 3 && more)).then_some(1 + digits)
}
