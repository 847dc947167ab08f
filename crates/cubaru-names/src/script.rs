//! Letters of other scripts in Latin letters.

use crate::table;
use cubaru_lexicon::fold_marks;
use unicode_normalization::UnicodeNormalization;

/// The scripts that are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Script {
    Latin,
    Cyrillic,
    Greek,
    Arabic,
    Hebrew,
    Georgian,
    Armenian,
    Ethiopic,
    Indic,
    Thai,
    Kana,
    Han,
    Hangul,
}

impl Script {
    fn of(c: char) -> Self {
        match c {
            '\u{370}'..='\u{3ff}' => Self::Greek,
            '\u{400}'..='\u{52f}' => Self::Cyrillic,
            '\u{531}'..='\u{58f}' => Self::Armenian,
            '\u{590}'..='\u{5ff}' => Self::Hebrew,
            '\u{600}'..='\u{6ff}' => Self::Arabic,
            '\u{900}'..='\u{d7f}' => Self::Indic,
            '\u{e00}'..='\u{e7f}' => Self::Thai,
            '\u{10d0}'..='\u{10ff}' => Self::Georgian,
            '\u{1200}'..='\u{137f}' => Self::Ethiopic,
            '\u{3041}'..='\u{30ff}' => Self::Kana,
            '\u{3400}'..='\u{9fff}' => Self::Han,
            '\u{ac00}'..='\u{d7a3}' => Self::Hangul,
            _ => Self::Latin,
        }
    }

    /// The custom of naming that the script tells; none for Latin.
    pub(crate) fn custom(self) -> &'static str {
        match self {
            Self::Latin => "",
            Self::Cyrillic | Self::Georgian | Self::Armenian => "slavic",
            Self::Greek => "greek",
            Self::Arabic => "arabic",
            Self::Hebrew => "hebrew",
            Self::Ethiopic => "ethiopic",
            Self::Indic => "indic",
            Self::Thai => "thai",
            Self::Kana => "japanese",
            Self::Han => "chinese",
            Self::Hangul => "korean",
        }
    }

    /// Whether it leaves vowels out, or writes them in another order than they are said.
    pub(crate) fn is_consonantal(self) -> bool {
        matches!(self, Self::Arabic | Self::Hebrew | Self::Thai)
    }
}

/// A word in lower-case Latin letters without marks, and the script it came in.
pub(crate) struct Romanised {
    pub(crate) latin: String,
    pub(crate) script: Script,
    /// Behind how many bytes the family name ends, where a script without spaces tells it.
    pub(crate) family: Option<usize>,
}

/// The word in lower case, composed, as the tables hold its letters.
pub(crate) fn lower(word: &str) -> String {
    word.to_lowercase().nfkc().collect()
}

/// A word of one script or of Latin, in lower case, in Latin letters.
pub(crate) fn romanise(word: &str, japanese: bool) -> Romanised {
    let chars: Vec<char> = word.chars().collect();
    let script = chars.iter().map(|c| Script::of(*c)).find(|s| *s != Script::Latin).unwrap_or(Script::Latin);
    let mut family = None;
    let latin = match script {
        Script::Latin => latin(word),
        Script::Indic => indic(&chars),
        Script::Hangul => {
            let syllables: Vec<String> = chars.iter().map(|c| hangul(*c)).collect();
            family = (2..=4).contains(&syllables.len()).then(|| syllables[0].len());
            syllables.concat()
        }
        Script::Han if japanese && kanji(word).is_some() => {
            let (name, at) = kanji(word).unwrap_or_default();
            family = at;
            name
        }
        Script::Han => {
            let syllables: Vec<String> = chars.iter().map(|c| letters(&[*c])).collect();
            family = (2..=4).contains(&syllables.len()).then(|| syllables[0].len());
            syllables.concat()
        }
        // The sixth form of a letter has a short vowel or none: none at the end of a word.
        Script::Ethiopic => {
            let mut word = letters(&chars);
            if chars.last().is_some_and(|c| *c as u32 % 8 == 5) {
                word.pop();
            }
            word
        }
        Script::Kana => letters(
            &chars
                .iter()
                .map(|c| if ('ァ'..='ヶ').contains(c) { char::from_u32(*c as u32 - 0x60).unwrap_or(*c) } else { *c })
                .collect::<Vec<_>>(),
        ),
        _ => letters(&chars),
    };
    Romanised { latin, script, family }
}

/// A Japanese name by the list: one name, or a family name and a given name with how long the first is.
fn kanji(word: &str) -> Option<(String, Option<usize>)> {
    let read = |form: &str| table::kanji().get(form).first().map(|row| row[1]);
    if let Some(whole) = read(word) {
        return Some((whole.to_owned(), None));
    }
    let splits = word.char_indices().map(|(at, _)| at).skip(1).take(4).collect::<Vec<_>>();
    let (family, given) = splits.into_iter().rev().find_map(|at| Some((read(&word[..at])?, read(&word[at..])?)))?;
    Some((format!("{family}{given}"), Some(family.len())))
}

fn latin(word: &str) -> String {
    if word.is_ascii() {
        return word.to_owned();
    }
    let plain: String = word.chars().map(|c| letter(c).map_or_else(|| c.to_string(), str::to_owned)).collect();
    fold_marks(&plain).into_owned()
}

fn entry(form: &str) -> Option<&'static str> {
    table::scripts().get(form).first().map(|row| row[1])
}

fn letter(c: char) -> Option<&'static str> {
    (!c.is_ascii()).then(|| entry(c.encode_utf8(&mut [0; 4])))?
}

/// Letter by letter, two of them where the list has both as one. What is in no list stays, without its marks.
fn letters(chars: &[char]) -> String {
    let mut out = String::new();
    let mut at = 0;
    while at < chars.len() {
        let pair: String = chars[at..].iter().take(2).collect();
        match entry(&pair) {
            Some(both) if chars.len() > at + 1 => {
                out.push_str(both);
                at += 2;
            }
            _ => {
                match letter(chars[at]) {
                    Some(one) => out.push_str(one),
                    None => out.push_str(&latin_mark(chars[at])),
                }
                at += 1;
            }
        }
    }
    out
}

/// A letter with a mark, by the letter below it: Greek vowels with their accents.
fn latin_mark(c: char) -> String {
    let bare = fold_marks(c.encode_utf8(&mut [0; 4])).into_owned();
    bare.chars().map(|c| letter(c).map_or_else(|| c.to_string(), str::to_owned)).collect()
}

/// The scripts of India: a consonant brings an `a` unless a vowel sign or a virama follows, or the word ends.
fn indic(chars: &[char]) -> String {
    // Each script has its block of 128, with the same letters at the same places: read all as Devanagari.
    let place = |c: &char| char::from_u32(0x900 + (*c as u32 - 0x900) % 0x80).unwrap_or(*c);
    let chars: Vec<char> = chars.iter().filter(|c| ('\u{900}'..='\u{d7f}').contains(*c)).map(place).filter(|c| *c != '\u{93c}').collect();
    let mut out = String::new();
    for (at, c) in chars.iter().enumerate() {
        out.push_str(letter(*c).unwrap_or(""));
        let consonant = ('\u{915}'..='\u{939}').contains(c);
        let bound = chars.get(at + 1).is_none_or(|next| ('\u{93e}'..='\u{94d}').contains(next));
        if consonant && !bound {
            out.push('a');
        }
    }
    out
}

const LEAD: [&str; 19] = ["g", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "", "j", "jj", "ch", "k", "t", "p", "h"];
const VOWEL: [&str; 21] =
    ["a", "ae", "ya", "yae", "eo", "e", "yeo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo", "we", "wi", "yu", "eu", "ui", "i"];
const TAIL: [&str; 28] = [
    "", "k", "k", "k", "n", "n", "n", "t", "l", "k", "m", "l", "l", "l", "p", "l", "m", "p", "p", "t", "t", "ng", "t", "t", "k", "t", "p",
    "t",
];

/// A Korean syllable by its three parts, in the Revised Romanisation.
fn hangul(c: char) -> String {
    let Some(index) = (c as usize).checked_sub(0xac00).filter(|i| *i < 11172) else { return c.to_string() };
    [LEAD[index / 588], VOWEL[index % 588 / 28], TAIL[index % 28]].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scripts_are_read() {
        for (written, expected) in [
            ("Éireann", "eireann"),
            ("İNÖNÜ", "inonu"),
            ("Əliyev", "aliyev"),
            ("Сергей", "sergey"),
            ("Τσίπρας", "tsipras"),
            ("გიორგი", "giorgi"),
            ("김정은", "gimjeongeun"),
            ("习近平", "xijinping"),
            ("すが", "suga"),
            ("安倍晋三", "abeshinzo"),
            ("スガ", "suga"),
            ("इंदिरा", "indira"),
            ("मोदी", "modi"),
            ("بشار", "bshar"),
            ("נתניהו", "ntnyhw"),
        ] {
            let found = romanise(&lower(written), written.contains("晋")).latin;
            assert_eq!(found, expected, "{written}");
        }
    }
}
