//! Tokens as Universal Dependencies splits English: contractions and possessives apart, hyphenated words apart, abbreviations whole.

use crate::{
    language::Language,
    parsed::{Token, TokenKind},
    span::Span,
};
use cubaru_lexicon::fold_marks;

/// Parts of words that a hyphen joins for good (UD English keeps such words whole).
const PREFIXES: &[&str] = &[
    "anti", "bi", "co", "counter", "de", "e", "ex", "inter", "mid", "mini", "mis", "multi", "non", "over", "post", "pre", "pro", "pseudo",
    "re", "semi", "sub", "super", "trans", "ultra", "un", "under", "vice",
];
/// No prefix is longer, in bytes.
const LONGEST_PREFIX: usize = 8;
/// Words written as one that UD reads as two, with the length of the first.
const JOINED: &[(&str, usize)] = &[("cannot", 3), ("gonna", 3), ("gotta", 3), ("wanna", 3), ("gimme", 3), ("lemme", 3)];
/// Words that lost their beginning.
const CLIPPED: &[&str] = &["'em", "'til", "'cause", "'tis", "'twas", "'Em", "'Til", "'Cause", "'Tis", "'Twas"];
const CLITICS: &[&str] = &["'s", "'re", "'ve", "'ll", "'d", "'m", "'S", "'RE", "'VE", "'LL", "'D", "'M"];

/// The tokens of a text: every character but white space lies in exactly one of them.
pub(super) fn tokens(language: &Language, text: &str) -> Vec<Token> {
    let mut out = Vec::with_capacity(text.len() / 5);
    let mut at = 0;
    while at < text.len() {
        let rest = &text[at..];
        let blank = rest.find(|c: char| !c.is_whitespace()).unwrap_or(rest.len());
        let chunk = rest[blank..].find(char::is_whitespace).unwrap_or(rest.len() - blank);
        if chunk > 0 {
            Chunk { language, text, end: at + blank + chunk, out: &mut out }.read(at + blank);
        }
        at += blank + chunk;
    }
    out
}

/// A run of characters without white space.
struct Chunk<'a> {
    language: &'a Language,
    text: &'a str,
    end: usize,
    out: &'a mut Vec<Token>,
}

impl Chunk<'_> {
    fn rest(&self, at: usize) -> &str {
        &self.text[at..self.end]
    }

    fn read(&mut self, start: usize) {
        let mut at = start;
        if let Some(length) = address(self.rest(start)) {
            self.push(start, start + length, Some(TokenKind::Address), false);
            at += length;
        }
        while at < self.end {
            at = self.piece(start, at);
        }
    }

    /// Takes one piece at `at`; gives back where it ends.
    fn piece(&mut self, start: usize, at: usize) -> usize {
        let rest = self.rest(at);
        let first = rest.chars().next().unwrap_or(' ');
        if is_word(first) {
            return self.word(at);
        }
        if is_apostrophe(first) {
            // What follows is compared unfolded, so that its length is that of the text.
            let tail = &rest[first.len_utf8()..];
            let written = |words: &[&str]| {
                let fits = |w: &&&str| tail.starts_with(&w[1..]) && !tail[w.len() - 1..].starts_with(is_word);
                words.iter().find(fits).map(|w| at + first.len_utf8() + w.len() - 1)
            };
            if let Some(end) = written(CLITICS).filter(|_| at > start) {
                self.push(at, end, Some(TokenKind::Word), true);
                return end;
            }
            if let Some(end) = written(CLIPPED).filter(|_| at == start) {
                self.push(at, end, Some(TokenKind::Word), false);
                return end;
            }
            // '90s
            if tail.bytes().take_while(u8::is_ascii_digit).count() == 2 {
                return self.word_from(at, at + first.len_utf8());
            }
            // Cubans' : a possessive after a word in -s stands with it.
            let clitic = at > start && self.out.last().is_some_and(|t| t.end as usize == at && t.text.ends_with(['s', 'S', 'z', 'x']));
            self.push(at, at + first.len_utf8(), Some(TokenKind::Punctuation), clitic && self.rest(at).len() == first.len_utf8());
            return at + first.len_utf8();
        }
        // .5 percent
        if first == '.' && rest[1..].starts_with(|c: char| c.is_ascii_digit()) && !self.text[..at].ends_with(is_word) {
            return self.word_from(at, at + 1);
        }
        let run =
            if ".-!?*=_~".contains(first) { rest.chars().take_while(|c| *c == first).count() * first.len_utf8() } else { first.len_utf8() };
        self.push(at, at + run, None, false);
        at + run
    }

    fn word(&mut self, at: usize) -> usize {
        self.word_from(at, at)
    }

    /// Takes a word that begins at `at`; its letters begin at `body`.
    fn word_from(&mut self, at: usize, body: usize) -> usize {
        let text = self.text;
        let mut end = body;
        let mut dots = 0;
        // What stands since the last full stop or hyphen.
        let mut piece_start = body;
        loop {
            end += text[end..self.end].find(|c: char| !is_word(c)).unwrap_or(self.end - end);
            let mut after = text[end..self.end].chars();
            let (Some(mark), next) = (after.next(), after.next()) else { break };
            let last = text[body..end].chars().next_back().unwrap_or(' ');
            let Some(next) = next.filter(|c| is_word(*c)) else { break };
            let piece = &text[piece_start..end];
            let joins = match mark {
                '.' => {
                    let initial = piece.chars().nth(1).is_none() && last.is_alphabetic();
                    dots += 1;
                    (last.is_ascii_digit() && next.is_ascii_digit())
                        || (initial && next.is_alphabetic())
                        || (next.is_lowercase() && is_domain(&text[end + 1..self.end]))
                }
                ',' | ':' => last.is_ascii_digit() && next.is_ascii_digit(),
                '&' => last.is_uppercase() && next.is_uppercase() && piece.len() <= 3,
                '/' => last.is_ascii_digit() && next.is_ascii_digit(),
                c if is_apostrophe(c) => last.is_alphabetic() && next.is_alphabetic(),
                '-' | '‐' | '‑' => {
                    let short = end - body <= LONGEST_PREFIX;
                    short && PREFIXES.contains(&text[body..end].to_lowercase().as_str()) || is_iso_date(&text[body..self.end])
                }
                _ => false,
            };
            if !joins {
                break;
            }
            end += mark.len_utf8();
            if !matches!(mark, ',' | ':' | '/' | '&') {
                piece_start = end;
            }
        }
        let form = &text[body..end];
        let rest = &text[end..self.end];
        // The full stop of an abbreviation or an initial belongs to it.
        if rest.starts_with('.') && !rest.starts_with("..") {
            let whole = &text[body..end + 1];
            let letters = form.chars().filter(|c| *c != '.').count();
            let initial = letters == 1 && form.chars().all(char::is_uppercase) && form != "I";
            let acronym = dots > 0 && form.split('.').all(|p| p.chars().count() == 1 && p.chars().all(char::is_alphabetic));
            if initial
                || acronym
                || self.language.abbreviation(whole).is_some_and(|kind| !(kind == "number" && rest.len() == 1 && self.end == text.len()))
            {
                end += 1;
            }
        }
        // US$
        if text[end..self.end].starts_with('$') && matches!(&text[body..end], "US" | "A" | "C" | "HK" | "NZ" | "S" | "AU" | "CA" | "R") {
            self.push(at, end + 1, Some(TokenKind::Symbol), false);
            return end + 1;
        }
        self.split(at, end);
        end
    }

    /// Pushes a written word, in two where it is a contraction.
    fn split(&mut self, start: usize, end: usize) {
        let form = &self.text[start..end];
        let straight = fold_marks(form);
        let lower = straight.to_lowercase();
        if let Some((_, cut)) = JOINED.iter().find(|(w, _)| *w == lower && form.len() == w.len()) {
            self.push(start, start + cut, None, false);
            self.push(start + cut, end, None, true);
            return;
        }
        // The apostrophe is looked for in the text itself, since folding changes lengths.
        if let Some((at, mark)) = form.char_indices().rev().find(|(_, c)| is_apostrophe(*c)) {
            let tail = form[at + mark.len_utf8()..].to_lowercase();
            let not = tail == "t" && form[..at].ends_with(['n', 'N']) && at > 1;
            let cut = if not { at - 1 } else { at };
            if cut > 0 && (not || matches!(tail.as_str(), "s" | "re" | "ve" | "ll" | "d" | "m")) {
                self.push(start, start + cut, None, false);
                self.push(start + cut, end, Some(TokenKind::Word), true);
                return;
            }
        }
        self.push(start, end, None, false);
    }

    fn push(&mut self, start: usize, end: usize, kind: Option<TokenKind>, clitic: bool) {
        let text = &self.text[start..end];
        let norm = if text.is_ascii() { None } else { Some(mended(text)).filter(|n| n != text) };
        let kind = kind.unwrap_or_else(|| kind_of(norm.as_deref().unwrap_or(text)));
        self.out.push(Token::bare(Span::new(start, end), text.into(), norm, kind, clitic));
    }
}

fn floor(text: &str, mut at: usize) -> usize {
    at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// Without invisible characters, and with straight apostrophes; diacritics stay.
fn mended(text: &str) -> String {
    let kept = text.chars().filter(|c| !is_invisible(*c));
    kept.map(|c| if is_apostrophe(c) && text.chars().count() > 1 { '\'' } else { c }).collect()
}

fn kind_of(text: &str) -> TokenKind {
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

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || is_invisible(c) || ('\u{300}'..='\u{36f}').contains(&c)
}

/// Characters that show nothing and part nothing.
pub(super) fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

pub(super) fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | 'ʼ')
}

fn is_domain(rest: &str) -> bool {
    let end = rest.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(rest.len());
    matches!(&rest[..end], "com" | "org" | "net" | "gov" | "edu" | "info" | "int" | "ru" | "uk" | "cu" | "co" | "eu")
}

fn is_iso_date(text: &str) -> bool {
    let b = text.as_bytes();
    b.len() >= 10
        && b[4] == b'-'
        && b[7] == b'-'
        && b[..10].iter().enumerate().all(|(i, c)| matches!(i, 4 | 7) || c.is_ascii_digit())
        && !b.get(10).is_some_and(u8::is_ascii_alphanumeric)
}

/// The length of a web or mail address or a handle at the beginning of `chunk`, without the marks that follow it.
fn address(chunk: &str) -> Option<usize> {
    const SCAN: usize = 2048;
    let head = &chunk[..floor(chunk, SCAN)];
    let web = head.starts_with("http://") || head.starts_with("https://") || head.starts_with("www.");
    let handle = head.starts_with(['@', '#']) && head.chars().nth(1).is_some_and(is_word);
    let mail = !web && !handle && head.find('@').is_some_and(|i| i > 0 && head[i..].contains('.') && head.starts_with(is_word));
    if !(web || mail || handle) {
        return None;
    }
    let stop = |c: char| if handle { !(is_word(c) || c == '_') } else { matches!(c, '"' | '“' | '”' | '<' | '>' | ')' | ',' | ';') };
    let skip = usize::from(handle);
    let end = skip + chunk[skip..].find(stop).unwrap_or(chunk.len() - skip);
    Some(chunk[..end].trim_end_matches(['.', '!', '?', ':', '\'', '’']).len()).filter(|n| *n > skip)
}
