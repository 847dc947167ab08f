//! Web and mail addresses, handles, and names of files: one token, whatever marks stand in them.

use crate::language::Spelling;

/// No dotted name or mailbox is looked at further than this, in bytes.
const REACH: usize = 256;

/// Finds the addresses in a run of characters without white space.
pub(super) struct Addresses<'a> {
    spelling: &'a Spelling,
    chunk: &'a str,
    /// Whether there is anything to look for.
    perhaps: bool,
}

impl<'a> Addresses<'a> {
    pub(super) fn new(spelling: &'a Spelling, chunk: &'a str) -> Self {
        let inner = chunk.trim_end_matches(['.', ',', '?', '!', ':', ';']);
        Self { spelling, chunk, perhaps: inner.contains(['.', '@', '#', '/', ':']) }
    }

    /// The length of the address that begins at `at`, without the marks that follow it, and whether it can be a name as well: a
    /// site's name with a capital is its owner's too, as in `Booking.com`.
    pub(super) fn at(&self, at: usize) -> Option<(usize, bool)> {
        if !self.perhaps {
            return None;
        }
        let rest = &self.chunk[at..];
        match rest.chars().next()? {
            mark @ ('@' | '#') => self.handle(rest, mark).map(|n| (n, false)),
            _ if has_scheme(rest) => Some((run(rest), false)).filter(|(n, _)| *n > 4),
            c if is_part(c) && c != '_' => {
                let named =
                    |n: usize| c.is_uppercase() && rest[..n].bytes().filter(|b| *b == b'.').count() == 1 && !rest[..n].contains('/');
                mail(rest).map(|n| (n, false)).or_else(|| self.dotted(rest).map(|n| (n, named(n))))
            }
            _ => None,
        }
    }

    /// `@name`, `@example.org`, `#word`; but not `#1`, which is a number.
    fn handle(&self, rest: &str, mark: char) -> Option<usize> {
        let name = &rest[1..];
        let length = name.find(|c| !is_part(c)).unwrap_or(name.len());
        let named = match mark {
            '@' => name.starts_with(|c: char| c.is_alphabetic() || c == '_'),
            _ => name[..length].contains(char::is_alphabetic),
        };
        named.then(|| 1 + self.dotted(name).filter(|_| mark == '@').unwrap_or(length).max(length))
    }

    /// Names joined by full stops that end as sites and files do (`lenta.ru/news`, `draft_2.doc`), or a group of three and more
    /// small words (`alt.politics.europe`).
    fn dotted(&self, rest: &str) -> Option<usize> {
        let (mut at, mut labels, mut found, mut small) = (0, 0, None, true);
        loop {
            let label = &rest[at..];
            let length = label.bytes().take(REACH).position(|b| !is_label(b)).unwrap_or(label.len().min(REACH));
            let word = label[..length].bytes().position(|b| b == b'-').unwrap_or(length);
            if length == 0 || label[length..].starts_with(|c: char| !c.is_ascii() && c.is_alphanumeric()) {
                break;
            }
            labels += 1;
            if labels > 1 && word > 0 && !self.goes_on(&label[word..]) {
                let ending = &label[..word];
                let cased = !ending.bytes().skip(1).any(|b| b.is_ascii_uppercase()) || ending.bytes().all(|b| b.is_ascii_uppercase());
                let cased = cased
                    && (word > 2
                        || !ending.starts_with(|c: char| c.is_ascii_uppercase())
                        || ending.bytes().all(|b| b.is_ascii_uppercase()));
                if cased && self.spelling.domain(ending) {
                    let end = at + word;
                    let path = rest[end..].strip_prefix('/').filter(|p| p.starts_with(is_part));
                    found = Some(if path.is_some() { run(rest) } else { end });
                } else if cased && self.spelling.file(ending) {
                    found = Some(at + word);
                }
            }
            small &= length > 1
                && label[..length].bytes().all(|b| b.is_ascii_lowercase() || b == b'-')
                && label.starts_with(|c: char| c.is_ascii_lowercase());
            at += length;
            if at > REACH || !self.goes_on(&rest[at..]) {
                break;
            }
            at += 1;
        }
        found.or_else(|| (labels > 2 && small && at <= REACH).then_some(at))
    }

    /// Whether another part of a dotted name follows.
    fn goes_on(&self, rest: &str) -> bool {
        rest.strip_prefix('.').is_some_and(|r| r.starts_with(|c: char| c.is_ascii_alphanumeric()))
    }
}

/// `name@example.org`, and `Name@OFFICE` as some houses write it.
fn mail(rest: &str) -> Option<usize> {
    let inside = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'_' | b'-' | b'%' | b'+');
    let name = rest.bytes().take(REACH).position(|b| !inside(b))?;
    let host = rest[name..].strip_prefix('@').filter(|h| h.starts_with(|c: char| c.is_ascii_alphabetic()))?;
    let length = host.bytes().position(|b| !inside(b) || matches!(b, b'%' | b'+')).unwrap_or(host.len());
    Some(name + 1 + host[..length].trim_end_matches(['.', '-', '_']).len())
}

fn has_scheme(rest: &str) -> bool {
    let letters = rest.bytes().take(10).position(|b| !b.is_ascii_alphabetic()).unwrap_or(0);
    let (scheme, behind) = rest.split_at(letters);
    let www = scheme.eq_ignore_ascii_case("www") && behind.starts_with('.') && behind[1..].starts_with(is_part);
    let mail = scheme.eq_ignore_ascii_case("mailto") && behind.starts_with(':') && behind[1..].starts_with(is_part);
    letters > 2 && (www || mail || behind.starts_with("://"))
}

/// The length of a web address: up to a mark that stands in none, or that ends one here.
fn run(rest: &str) -> usize {
    let mut open = 0;
    let mut end = rest.len();
    for (at, c) in rest.char_indices() {
        let last = !rest[at + c.len_utf8()..].starts_with(|c: char| is_part(c) || c == '/');
        match c {
            '"' | '“' | '”' | '<' | '>' | '«' | '»' => end = at,
            '(' | '[' => open += 1,
            ')' | ']' if open == 0 => end = at,
            ')' | ']' => open -= 1,
            ',' | ';' | '\'' | '’' | '‘' if last => end = at,
            _ => {}
        }
        if end == at {
            break;
        }
    }
    rest[..end].trim_end_matches(['.', '!', '?', ':', '\'', '’', '*']).len()
}

fn is_part(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

fn is_label(b: u8) -> bool {
    b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-')
}
