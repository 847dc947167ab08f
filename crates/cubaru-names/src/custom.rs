//! Customs of naming: how names of a region are built, ordered and romanised.

use crate::{script::Script, table};

const NAMES: [&str; 23] = [
    "armenian",
    "slavic",
    "turkic",
    "arabic",
    "indic",
    "chinese",
    "korean",
    "vietnamese",
    "japanese",
    "burmese",
    "thai",
    "indonesian",
    "spanish",
    "portuguese",
    "hungarian",
    "icelandic",
    "ethiopic",
    "hebrew",
    "greek",
    "germanic",
    "romance",
    "english",
    "chain",
];
/// Where each syllable counts: a name that differs in one is another name.
const EASTERN: [&str; 5] = ["burmese", "chinese", "japanese", "korean", "vietnamese"];

/// Whether each syllable counts in names of the custom.
pub(crate) fn eastern(name: &str) -> bool {
    EASTERN.contains(&name)
}

/// A set of customs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Customs(u32);

impl Customs {
    pub(crate) const NONE: Self = Self(0);

    /// The set of one custom, or of none where the name is none.
    pub(crate) fn of(name: &str) -> Self {
        Self(NAMES.iter().position(|n| *n == name).map_or(0, |place| 1 << place))
    }

    pub(crate) fn has(self, name: &str) -> bool {
        self.0 & Self::of(name).0 != 0
    }

    pub(crate) fn any(self, names: &[&str]) -> bool {
        names.iter().any(|name| self.has(name))
    }

    pub(crate) fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub(crate) fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Names of these customs only: none beside the eastern ones.
    pub(crate) fn is_eastern(self) -> bool {
        !self.is_empty() && NAMES.iter().filter(|name| self.has(name)).all(|name| eastern(name))
    }

    /// Where nobody tells of which people a name is: all customs that do not count syllables.
    fn western() -> Self {
        let names = NAMES.iter().filter(|name| !eastern(name) && !["chain", "thai", "burmese", "hungarian"].contains(name));
        names.fold(Self::NONE, |set, name| set.with(Self::of(name)))
    }

    /// The customs of a country.
    fn of_country(code: &str) -> Self {
        table::customs().get(code).iter().fold(Self::NONE, |set, row| set.with(Self::of(row[1])))
    }
}

/// What holds for a pair of names, from countries, scripts and words of both.
pub(crate) fn of_pair(countries: [Option<&str>; 2], words: &[&str], scripts: &[Script]) -> Customs {
    let countries = countries.into_iter().flatten().fold(Customs::NONE, |set, code| set.with(Customs::of_country(code)));
    let written = scripts.iter().fold(Customs::NONE, |set, script| set.with(Customs::of(script.custom())));
    let mut told = countries.with(written);
    // A name can be of another people than most in its country: some words tell.
    for word in words {
        let sign = |row: &&table::Row| match row[1] {
            "word" => *word == row[0],
            _ => word.len() > 5 && word.ends_with(row[0]),
        };
        let Some(custom) = table::signs().rows().iter().find(sign).map(|row| row[2]) else { continue };
        if !told.is_eastern() {
            told = told.with(Customs::of(custom));
        }
    }
    // Family names tell Chinese and Korean names from others of one country, and of those without one.
    let listed = |custom: &str| {
        let ends = [words.first(), words.last()];
        let is = |word: &&str| table::family_names().get(word).iter().any(|row| row[2] == custom);
        words.len() > 1
            && words.iter().all(|word| word.len() <= 8)
            && ends.into_iter().flatten().any(is)
            && !words.iter().any(|w| table::gender(w).is_some())
    };
    if told.has("chinese") && !told.is_eastern() && listed("chinese") {
        return Customs::of("chinese").with(written);
    }
    if countries.is_empty() && told.is_empty() {
        let family = ["korean", "chinese", "vietnamese"].into_iter().filter(|custom| {
            // Two words alone: both as Pinyin has them.
            listed(custom) && (words.len() > 2 || *custom == "chinese" && words.iter().all(|word| pinyin(word)))
        });
        told = family.fold(told, |set, custom| set.with(Customs::of(custom)));
        return if told.is_empty() { Customs::western() } else { told };
    }
    told
}

/// Whether a word consists of syllables as Pinyin writes them.
fn pinyin(word: &str) -> bool {
    let mut rest = word;
    while !rest.is_empty() {
        let initial = ["zh", "ch", "sh"].iter().find(|initial| rest.starts_with(**initial)).map_or(1, |_| 2);
        let initial = if rest.starts_with(['a', 'e', 'o']) { 0 } else { initial };
        if initial == 1 && !rest.starts_with(|c: char| "bpmfdtnlgkhjqxrzcsyw".contains(c)) {
            return false;
        }
        let Some(after) = rest.get(initial..) else { return false };
        let vowels = after.bytes().take_while(|c| b"aeiou".contains(c)).count();
        let Some(after) = after.get(vowels..).filter(|_| (1..=3).contains(&vowels)) else { return false };
        // An "n" or "g" before a vowel begins the next syllable.
        let tail = |tail: &str| after.strip_prefix(tail).filter(|rest| !rest.starts_with(|c: char| "aeiou".contains(c)));
        rest = tail("ng").or_else(|| tail("n")).unwrap_or(after);
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pinyin_is_known() {
        assert!(["jinping", "li", "xiannian", "en", "zhongshan"].iter().all(|word| pinyin(word)));
        assert!(["smith", "kaishek", "zt", "é"].iter().all(|word| !pinyin(word)));
    }

    #[test]
    fn words_tell_customs() {
        let of = |countries: [Option<&str>; 2], words: &[&str]| of_pair(countries, words, &[]);
        assert!(of([None, None], &["li", "peng"]).is_eastern());
        assert!(of([None, None], &["john", "smith"]).has("slavic"));
        assert!(of([Some("USA"), None], &["mikhail", "prokhorov"]).has("slavic"));
        assert!(!of([Some("USA"), None], &["john", "smith"]).has("slavic"));
    }
}
