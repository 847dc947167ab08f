//! English for `cubaru-parse`: the word lists of `en/`, packed by the build script.
//!
//! Each list is sorted tab-separated text, headed by its source, licence and date; correct it there.
//!
//! ```
//! let english = cubaru_english::language();
//! assert_eq!(english.lexicon().get("Cuba")[0].cell(1), "CUB");
//! ```
use cubaru_lexicon::Lexicon;
use cubaru_parse::{Language, tables::Tables};
use std::sync::OnceLock;

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

/// The code of a country by one of its names, as a text has them: `Cuba`, `the Soviet Union`, `UK`, `Kenyan`. Codes are ISO 3166-1 alpha-3, and
/// 3166-3 for what no longer exists.
///
/// ```
/// assert_eq!(cubaru_english::country("ivory coast"), Some("CIV"));
/// assert_eq!(cubaru_english::country("Atlantis"), None);
/// ```
pub fn country(name: &str) -> Option<&'static str> {
    static LEXICON: OnceLock<Lexicon> = OnceLock::new();
    let lexicon = LEXICON.get_or_init(|| Lexicon::from_static(PACKED).expect("the build script packed these lists"));
    let name = name.trim();
    let bare = name.strip_prefix("the ").or(name.strip_prefix("The ")).unwrap_or(name);
    let capital = |word: &str| {
        let mut chars = word.chars();
        chars.next().map_or(String::new(), |first| first.to_uppercase().chain(chars.flat_map(char::to_lowercase)).collect())
    };
    let titled = bare.split_whitespace().map(|word| if ["and", "of", "the"].contains(&word) { word.to_owned() } else { capital(word) });
    let mut forms = vec![bare.to_owned()];
    // A code is none of the names that its letters make.
    if !(bare.len() == 3 && bare.bytes().all(|b| b.is_ascii_uppercase())) {
        forms.extend([titled.collect::<Vec<_>>().join(" "), bare.to_uppercase()]);
    }
    forms.iter().find_map(|form| lexicon.get(form).iter().find(|entry| entry.list() == "countries").map(|entry| entry.cell(1)))
}

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
