//! What the tests of the lists share.
#![allow(dead_code)] // each test file uses its own part

use cubaru_parse::{Language, Parsed, PartialDate, parse};
use std::{
    path::{Path, PathBuf},
    sync::LazyLock,
};

pub static ENGLISH: LazyLock<Language> = LazyLock::new(cubaru_english::language);

/// A file of this crate.
pub fn own(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// Reads a text; a date in brackets before it is given as its day of publication.
pub fn read(text: &str) -> Parsed {
    let dated = text.strip_prefix('(').and_then(|t| t.split_once(") ")).and_then(|(date, t)| Some((PartialDate::parse(date)?, t)));
    dated.map_or_else(|| parse(&ENGLISH, text, None), |(date, t)| parse(&ENGLISH, t, Some(date)))
}

/// A cell with its escapes resolved: `\n`, `\u{200b}`.
pub fn unescape(cell: &str) -> String {
    let mut parts = cell.replace("\\n", "\n");
    while let Some(at) = parts.find("\\u{") {
        let end = at + parts[at..].find('}').unwrap_or_else(|| panic!("an escape that never ends: {cell}"));
        let c = u32::from_str_radix(&parts[at + 3..end], 16).ok().and_then(char::from_u32);
        parts.replace_range(at..=end, &c.unwrap_or_else(|| panic!("no character: {cell}")).to_string());
    }
    parts
}
