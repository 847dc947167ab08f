//! Lines of an input that may be longer than memory.

use std::io::{self, BufRead};

/// What a record may take beside six times its text's limit (a character of JSON may be written as `\u0041`).
const BESIDE_TEXT: usize = 64 << 20;

/// The longest line that a record with a text within `limit` can take.
pub(crate) fn longest(limit: usize) -> usize {
    limit.saturating_mul(6).saturating_add(BESIDE_TEXT)
}

/// A line of the input.
pub(crate) enum Line {
    /// Its bytes, without the line break.
    Whole(Vec<u8>),
    /// It has so many bytes, which is more than any record needs.
    TooLong(u64),
}

impl Line {
    /// Takes a byte-order mark away.
    pub(crate) fn drop_mark(&mut self) {
        if let Self::Whole(bytes) = self
            && bytes.starts_with(b"\xef\xbb\xbf")
        {
            bytes.drain(..3);
        }
    }

    /// Whether there is nothing but white space.
    pub(crate) fn is_blank(&self) -> bool {
        matches!(self, Self::Whole(bytes) if bytes.trim_ascii().is_empty())
    }
}

/// One line and how many bytes were read for it; none at the end. Keeps no more than `longest` bytes.
pub(crate) fn line(input: &mut dyn BufRead, longest: usize) -> io::Result<Option<(Line, u64)>> {
    let (mut bytes, mut read) = (Vec::new(), 0u64);
    loop {
        let buffer = match input.fill_buf() {
            Err(e) if e.kind() == io::ErrorKind::Interrupted => continue,
            other => other?,
        };
        let found = buffer.iter().position(|b| *b == b'\n');
        let used = found.map_or(buffer.len(), |i| i + 1);
        let end = used == 0 || found.is_some();
        bytes.extend_from_slice(&buffer[..found.unwrap_or(used).min((longest + 1).saturating_sub(bytes.len()))]);
        input.consume(used);
        read += used as u64;
        if end && read == 0 {
            return Ok(None);
        }
        if end {
            return Ok(Some((if bytes.len() > longest { Line::TooLong(read) } else { Line::Whole(bytes) }, read)));
        }
    }
}
