//! What the network sees of a word: its letters, its beginnings and ends, its shape. Each feature is a number made of its kind and its
//! text, so that the tables need no strings.

/// What a feature tells of a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// The word itself, in lower case, with every digit as 0.
    Word,
    /// Its first letters.
    Prefix,
    /// Its last letters.
    Suffix,
    /// Its capitals, digits and marks.
    Shape,
    /// Where in the sentence it stands, and how the sentence uses capitals.
    Place,
}

impl Kind {
    /// Whether it is about a part of the word's letters.
    pub fn is_part(self) -> bool {
        matches!(self, Self::Prefix | Self::Suffix)
    }
}

/// The longest word that is looked at letter by letter, in bytes.
const LONGEST: usize = 64;

/// Calls `each` with every feature of every word of a sentence: the word's index, the kind, the feature's number.
pub fn features(forms: &[&str], mut each: impl FnMut(usize, Kind, u32)) {
    let capitals = capitals(forms);
    let (mut lower, mut shape) = (String::new(), String::new());
    for (i, form) in forms.iter().enumerate() {
        normalise(form, &mut lower);
        each(i, Kind::Word, number(Kind::Word, &lower));
        // Byte positions of the first and last letters.
        let mut ends = lower.char_indices().map(|(at, c)| at + c.len_utf8());
        for _ in 0..3 {
            match ends.next() {
                Some(end) if end < lower.len() => each(i, Kind::Prefix, number(Kind::Prefix, &lower[..end])),
                _ => break,
            }
        }
        let starts = lower.char_indices().rev().map(|(at, _)| at).take(4).take_while(|at| *at > 0);
        starts.for_each(|start| each(i, Kind::Suffix, number(Kind::Suffix, &lower[start..])));
        outline(form, &mut shape);
        each(i, Kind::Shape, number(Kind::Shape, &shape));
        let place = if i == 0 {
            'f'
        } else if i + 1 == forms.len() {
            'l'
        } else {
            'm'
        };
        let case = form.chars().next().map_or('-', |c| if c.is_uppercase() { 'X' } else { 'x' });
        lower.clear();
        lower.extend([place, case, capitals]);
        each(i, Kind::Place, number(Kind::Place, &lower));
    }
}

/// How a sentence uses capitals: on all letters, on most words, or as usual.
fn capitals(forms: &[&str]) -> char {
    let (mut words, mut capital, mut shouted) = (0, 0, 0);
    for form in forms {
        let mut letters = form.chars().filter(|c| c.is_alphabetic());
        let Some(first) = letters.next() else { continue };
        words += 1;
        if first.is_uppercase() {
            capital += 1;
            shouted += usize::from(letters.all(char::is_uppercase));
        }
    }
    match words {
        _ if words >= 2 && shouted == words => 'S',
        _ if words >= 4 && capital * 3 >= words * 2 => 'T',
        _ => 'u',
    }
}

/// Lower case, digits as 0, marks in their plainest form; the end of a very long word is left out.
fn normalise(form: &str, lower: &mut String) {
    lower.clear();
    for c in form.chars() {
        if lower.len() >= LONGEST {
            break;
        }
        match c {
            _ if c.is_ascii_digit() => lower.push('0'),
            _ if c.is_ascii() => lower.push(c.to_ascii_lowercase()),
            '\u{2018}' | '\u{2019}' | '\u{2bc}' => lower.push('\''),
            '\u{201c}' | '\u{201d}' | '\u{201e}' | '\u{ab}' | '\u{bb}' => lower.push('"'),
            '\u{2010}'..='\u{2015}' | '\u{2212}' => lower.push('-'),
            '\u{2026}' => lower.push_str("..."),
            _ => lower.extend(c.to_lowercase()),
        }
    }
}

/// `X` for capitals, `x` for small letters, `d` for digits, other characters as they are; at most two of a kind in a row.
fn outline(form: &str, shape: &mut String) {
    shape.clear();
    let (mut last, mut run) = ('\0', 0);
    for c in form.chars() {
        let kind = match c {
            _ if c.is_uppercase() => 'X',
            _ if c.is_alphabetic() => 'x',
            _ if c.is_numeric() => 'd',
            _ => c,
        };
        run = if kind == last { run + 1 } else { 1 };
        last = kind;
        if run <= 2 {
            shape.push(kind);
        }
        if shape.len() >= 12 {
            break;
        }
    }
}

/// The number of a feature: FNV-1a over its kind and text, mixed so that all bits count.
pub fn number(kind: Kind, text: &str) -> u32 {
    let mut hash = 0x811c_9dc5_u32 ^ (kind as u32 + 1);
    hash = hash.wrapping_mul(0x0100_0193);
    for byte in text.bytes() {
        hash = (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    }
    hash = (hash ^ (hash >> 16)).wrapping_mul(0x85eb_ca6b);
    hash = (hash ^ (hash >> 13)).wrapping_mul(0xc2b2_ae35);
    hash ^ (hash >> 16)
}
