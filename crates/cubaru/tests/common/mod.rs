//! What the tests of the whole facade share.
#![allow(dead_code)] // each test file uses its own part

pub mod conllu;

use cubaru::{Document, Reader, Unit, cases::Case};
use serde_json::Value;
use std::{
    fs,
    path::{Path, PathBuf},
    sync::LazyLock,
};

pub static READER: LazyLock<Reader> = LazyLock::new(Reader::english);

/// A file or folder of the repository.
pub fn repository(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(path)
}

/// The files below a folder whose name ends so, sorted.
pub fn below(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(below(&path, ending));
        } else if path.to_str().is_some_and(|p| p.ends_with(ending)) {
            files.push(path);
        }
    }
    files.sort();
    files
}

/// Every file of cases with its cases.
pub fn cases() -> Vec<(PathBuf, Vec<Case>)> {
    let files = below(&repository("cases"), ".md").into_iter().filter(|p| !p.ends_with("README.md"));
    files
        .map(|path| {
            let cases = cubaru::cases::read(&fs::read_to_string(&path).unwrap()).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
            (path, cases)
        })
        .collect()
}

/// A text as each language sees it.
pub struct Cut {
    text: String,
    points: Vec<char>,
    units: Vec<u16>,
}

impl Cut {
    pub fn new(text: &str) -> Self {
        Self { text: text.into(), points: text.chars().collect(), units: text.encode_utf16().collect() }
    }

    /// How long the text is in a unit.
    pub fn length(&self, unit: Unit) -> usize {
        match unit {
            Unit::Byte => self.text.len(),
            Unit::CodePoint => self.points.len(),
            Unit::Utf16 => self.units.len(),
        }
    }

    /// What stands between two offsets; none where they lie outside, in the wrong order, or inside a character.
    pub fn words(&self, unit: Unit, start: usize, end: usize) -> Option<String> {
        match unit {
            Unit::Byte => self.text.get(start..end).map(str::to_string),
            Unit::CodePoint => self.points.get(start..end).map(|p| p.iter().collect()),
            Unit::Utf16 => self.units.get(start..end).and_then(|u| String::from_utf16(u).ok()),
        }
    }
}

/// Looks at the JSON of a document in each unit, as another language gets it: every pair of offsets must cut out whole
/// characters, and where an item carries its own words, these words. Gives back how many items carried words.
pub fn quotes_back(document: &Document) -> usize {
    let cut = Cut::new(document.text());
    let mut quotes = 0;
    for unit in [Unit::Byte, Unit::CodePoint, Unit::Utf16] {
        let value: Value = serde_json::from_str(&document.in_unit(unit).json()).expect("JSON");
        quotes = 0;
        walk(&value, &mut |object| {
            let offsets = |of: &Value| Some((of.get("start")?.as_u64()? as usize, of.get("end")?.as_u64()? as usize));
            if let Some((start, end)) = offsets(object) {
                let found = cut.words(unit, start, end);
                assert!(found.is_some(), "{unit:?} {start}..{end} of {} cuts nothing out: {object}", cut.length(unit));
                if let Some(own) = object.get("text").and_then(Value::as_str) {
                    assert_eq!(found.as_deref(), Some(own), "{unit:?} {start}..{end}");
                    quotes += 1;
                }
            }
            if let (Some((start, end)), Some(quote)) = (object.get("position").and_then(offsets), object.get("quote")) {
                let part = |key: &str| quote[key].as_str().expect("a quote selector").to_string();
                assert_eq!(cut.words(unit, start, end), Some(part("exact")), "{unit:?}");
                assert!(cut.words(unit, 0, start).unwrap().ends_with(&part("prefix")), "{unit:?}");
                assert!(cut.words(unit, end, cut.length(unit)).unwrap().starts_with(&part("suffix")), "{unit:?}");
                quotes += 1;
            }
        });
    }
    quotes
}

fn walk(value: &Value, look: &mut impl FnMut(&Value)) {
    match value {
        Value::Object(fields) => {
            look(value);
            fields.values().for_each(|v| walk(v, look));
        }
        Value::Array(items) => items.iter().for_each(|v| walk(v, look)),
        _ => {}
    }
}
