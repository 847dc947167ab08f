//! Where a byte stands, as editors count: line and column.

use cubaru::{Offsets, Unit};

/// The lines of a text.
pub(crate) struct Places<'a> {
    text: &'a str,
    offsets: Offsets,
    lines: Vec<u32>,
}

impl<'a> Places<'a> {
    pub(crate) fn new(text: &'a str) -> Self {
        let breaks = text.bytes().enumerate().filter(|(_, b)| *b == b'\n').map(|(i, _)| i as u32 + 1);
        Self { text, offsets: Offsets::new(text), lines: std::iter::once(0).chain(breaks).collect() }
    }

    /// Line and column of a byte, both counted from 1; columns count code points.
    pub(crate) fn at(&self, byte: u32) -> (usize, u32) {
        let line = self.lines.partition_point(|start| *start <= byte);
        (line, self.points(byte) - self.points(self.lines[line - 1]) + 1)
    }

    /// The same as `line:column`.
    pub(crate) fn show(&self, byte: u32) -> String {
        let (line, column) = self.at(byte);
        format!("{line}:{column}")
    }

    /// A byte offset in code points.
    pub(crate) fn points(&self, byte: u32) -> u32 {
        self.offsets.convert(self.text, byte, Unit::CodePoint)
    }

    /// The byte at which the character around `offset` begins; none beyond the text.
    pub(crate) fn byte(&self, offset: u32, unit: Unit) -> Option<u32> {
        if offset >= self.length(unit) {
            return None;
        }
        let byte = self.offsets.byte(self.text, offset, unit);
        // An offset inside a character (bytes) or a surrogate pair (UTF-16) means that character.
        (0..=byte).rev().find(|b| {
            self.text.is_char_boundary(*b as usize) && *b < self.text.len() as u32 && self.offsets.convert(self.text, *b, unit) <= offset
        })
    }

    /// The text's length.
    pub(crate) fn length(&self, unit: Unit) -> u32 {
        self.offsets.convert(self.text, self.text.len() as u32, unit)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_and_columns_count_what_an_editor_shows() {
        let places = Places::new("a€😀b\r\nc\n");
        assert_eq!(places.show(0), "1:1");
        assert_eq!(places.show(8), "1:4");
        assert_eq!(places.show(11), "2:1");
        assert_eq!(places.show(13), "3:1");
    }

    #[test]
    fn an_offset_inside_a_character_means_the_character() {
        let places = Places::new("a€😀b");
        assert_eq!((1..4).map(|o| places.byte(o, Unit::Byte)).collect::<Vec<_>>(), [Some(1); 3]);
        assert_eq!((2..4).map(|o| places.byte(o, Unit::Utf16)).collect::<Vec<_>>(), [Some(4); 2]);
        assert_eq!(places.byte(3, Unit::CodePoint), Some(8));
        assert_eq!(places.byte(4, Unit::CodePoint), None);
    }
}
