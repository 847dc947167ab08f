//! English for `cubaru-parse`: the word lists of `en/`, packed by the build script.
//!
//! Each list is sorted tab-separated text, headed by its source, licence and date; correct it there.
//!
//! ```
//! let english = cubaru_english::language();
//! assert_eq!(english.lexicon().get("Cuba")[0].cell(1), "CUB");
//! ```
use cubaru_parse::{Language, tables::Tables};

static PACKED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/english.bin"));

/// The files of rules of events: name and text.
static RULES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/rules.rs"));

static TABLES: &[u8] = include_bytes!("../syntax/english.bin");

/// The English language, ready to parse with.
pub fn language() -> Language {
    let tables = Tables::from_static(TABLES).expect("`cargo xtask train` wrote these tables");
    let language = Language::from_static(PACKED).expect("the build script packed these lists").with_syntax(tables);
    RULES.iter().fold(language, |language, (file, text)| language.with_rules(file, text).unwrap_or_else(|e| panic!("{e} ({})", e.hint)))
}

/// The lists that the checks of texts against themselves go by: name and text.
pub static CHECKS: &[(&str, &str)] = &[
    ("classes", include_str!("../en/check/classes.tsv")),
    ("phrases", include_str!("../en/check/phrases.tsv")),
    ("words", include_str!("../en/check/words.tsv")),
];

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
