//! Places in a text, and the three units in which languages count them.

use serde::{Deserialize, Serialize};

/// A half-open range of a text: from `start` up to, not including, `end`.
///
/// In Rust both count bytes of UTF-8. [`Offsets`] turns them into code points (Python, JSON) or UTF-16 units (JavaScript).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Span {
    /// Where it begins.
    pub start: u32,
    /// Where it ends; the first place after it.
    pub end: u32,
}

impl Span {
    /// From `start` up to `end`.
    pub fn new(start: usize, end: usize) -> Self {
        Self { start: start as u32, end: end as u32 }
    }

    /// The range, for slicing.
    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }

    /// The words of `text` that stand here (empty where the span does not fit the text).
    pub fn of(self, text: &str) -> &str {
        text.get(self.range()).unwrap_or("")
    }

    /// Whether the two share a place.
    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Whether `other` lies inside.
    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// The smallest span that holds both.
    pub fn cover(self, other: Span) -> Span {
        Span { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// Its length.
    pub fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Whether nothing stands in it.
    pub fn is_empty(self) -> bool {
        self.start >= self.end
    }
}

/// Exact words of the text with their place.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Words {
    /// Where they begin.
    pub start: u32,
    /// Where they end.
    pub end: u32,
    /// The words as they stand in the text.
    pub text: String,
}

impl Words {
    /// The words of `text` at `span`.
    pub fn at(text: &str, span: Span) -> Self {
        Self { start: span.start, end: span.end, text: span.of(text).to_string() }
    }

    /// Their place.
    pub fn span(&self) -> Span {
        Span { start: self.start, end: self.end }
    }
}

/// What offsets count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Unit {
    /// Bytes of UTF-8: Rust.
    #[default]
    Byte,
    /// Unicode code points: Python, and all JSON that cubaru writes.
    CodePoint,
    /// UTF-16 units: JavaScript.
    Utf16,
}

/// Turns byte offsets of one text into another unit, in constant time a look-up.
#[derive(Debug, Clone)]
pub struct Offsets {
    // One (code points, UTF-16 units) pair before each block of bytes; within a block the text itself is counted.
    blocks: Vec<(u32, u32)>,
    ascii: bool,
}

const BLOCK: usize = 64;

impl Offsets {
    /// Indexes a text.
    pub fn new(text: &str) -> Self {
        if text.is_ascii() {
            return Self { blocks: Vec::new(), ascii: true };
        }
        let (mut blocks, mut points, mut units) = (Vec::with_capacity(text.len() / BLOCK + 1), 0, 0);
        for (at, byte) in text.bytes().enumerate() {
            if at % BLOCK == 0 {
                blocks.push((points, units));
            }
            let (p, u) = weight(byte);
            points += p;
            units += u;
        }
        blocks.push((points, units));
        Self { blocks, ascii: false }
    }

    /// The offset `byte` of `text` (the text this index was made of), counted in `unit`.
    pub fn convert(&self, text: &str, byte: u32, unit: Unit) -> u32 {
        if self.ascii || unit == Unit::Byte {
            return byte;
        }
        let at = (byte as usize).min(text.len());
        let block = at / BLOCK;
        let (mut points, mut units) = self.blocks.get(block).copied().unwrap_or_default();
        for b in &text.as_bytes()[block * BLOCK..at] {
            let (p, u) = weight(*b);
            points += p;
            units += u;
        }
        if unit == Unit::CodePoint { points } else { units }
    }

    /// The byte offset of the place that `unit` counts as `offset`; the text's end where it lies beyond.
    pub fn byte(&self, text: &str, offset: u32, unit: Unit) -> u32 {
        if self.ascii || unit == Unit::Byte {
            return offset.min(text.len() as u32);
        }
        let (mut low, mut high) = (0u32, text.len() as u32);
        while low < high {
            let middle = (low + high) / 2;
            if self.convert(text, middle, unit) < offset { low = middle + 1 } else { high = middle }
        }
        while !text.is_char_boundary(low as usize) {
            low += 1;
        }
        low
    }
}

/// What a byte adds to the count of code points and of UTF-16 units: a character counts at its first byte.
fn weight(byte: u8) -> (u32, u32) {
    match byte {
        0x80..=0xBF => (0, 0),
        0xF0.. => (1, 2),
        _ => (1, 1),
    }
}

/// Something that holds spans; all of them can be visited and changed.
pub trait Spans {
    /// Calls `f` with every offset pair inside.
    fn spans(&mut self, f: &mut dyn FnMut(&mut u32, &mut u32));
}

impl Spans for Span {
    fn spans(&mut self, f: &mut dyn FnMut(&mut u32, &mut u32)) {
        f(&mut self.start, &mut self.end);
    }
}

impl Spans for Words {
    fn spans(&mut self, f: &mut dyn FnMut(&mut u32, &mut u32)) {
        f(&mut self.start, &mut self.end);
    }
}

impl<T: Spans> Spans for Vec<T> {
    fn spans(&mut self, f: &mut dyn FnMut(&mut u32, &mut u32)) {
        self.iter_mut().for_each(|x| x.spans(f));
    }
}

impl<T: Spans> Spans for Option<T> {
    fn spans(&mut self, f: &mut dyn FnMut(&mut u32, &mut u32)) {
        if let Some(x) = self {
            x.spans(f);
        }
    }
}

/// Implements [`Spans`] for a struct with its own `start` and `end` (`here`), or with the named fields that hold spans.
#[macro_export]
macro_rules! spans {
    ($type:ty: here $(, $field:ident)*) => {
        impl $crate::span::Spans for $type {
            fn spans(&mut self, f: &mut dyn FnMut(&mut u32, &mut u32)) {
                f(&mut self.start, &mut self.end);
                $($crate::span::Spans::spans(&mut self.$field, f);)*
            }
        }
    };
    ($type:ty: $($field:ident),+) => {
        impl $crate::span::Spans for $type {
            fn spans(&mut self, f: &mut dyn FnMut(&mut u32, &mut u32)) {
                $($crate::span::Spans::spans(&mut self.$field, f);)+
            }
        }
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_agree_with_the_text() {
        let text = "a€😀 ".repeat(40);
        let offsets = Offsets::new(&text);
        for (at, _) in text.char_indices().chain([(text.len(), ' ')]) {
            let points = text[..at].chars().count() as u32;
            let units = text[..at].encode_utf16().count() as u32;
            assert_eq!(offsets.convert(&text, at as u32, Unit::CodePoint), points);
            assert_eq!(offsets.convert(&text, at as u32, Unit::Utf16), units);
            assert_eq!(offsets.byte(&text, points, Unit::CodePoint), at as u32);
            assert_eq!(offsets.byte(&text, units, Unit::Utf16), at as u32);
        }
    }
}
