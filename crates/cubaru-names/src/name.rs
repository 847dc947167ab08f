//! What a written name consists of: titles, given names, family name, number.

use crate::{
    custom::Customs,
    script::{self, Romanised, Script},
    table,
};

/// Names have few words; what comes behind is not compared.
const MOST: usize = 10;

/// A word of a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Part {
    /// In lower-case Latin letters without marks.
    pub(crate) word: String,
    /// As it stands in the name.
    pub(crate) written: String,
    /// Its script leaves vowels out.
    pub(crate) consonants: bool,
    /// A letter for a name, or two ("Yu."), with all that it can begin with.
    pub(crate) initial: bool,
    /// With a full stop behind it.
    pub(crate) dot: bool,
    /// Joined to the next by a hyphen.
    pub(crate) joined: bool,
    /// The father's name, behind "bin".
    pub(crate) father: bool,
    /// With a particle before it: "de Kirchner".
    pub(crate) of: bool,
}

/// A name in its parts, in the order in which they stand.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Name {
    pub(crate) parts: Vec<Part>,
    /// Which of that name: a king's number, 2 for Jr., and its words.
    pub(crate) number: Option<(u32, String)>,
    /// The gender that a title tells, and the title.
    pub(crate) gender: Option<(char, String)>,
    /// "Family, given": the family name stands last in `parts`.
    pub(crate) comma: bool,
}

/// A word as it is cut out of the text.
#[derive(Clone)]
struct Raw {
    written: String,
    lower: String,
    hyphen: bool,
    dot: bool,
}

fn raws(text: &str) -> Vec<Raw> {
    let mut found: Vec<Raw> = Vec::new();
    let mut word = String::new();
    let mut deep = 0u32;
    let mut close = |word: &mut String, hyphen: bool, dot: bool| {
        if !word.is_empty() {
            let written = std::mem::take(word);
            let lower = script::lower(&written);
            // What has no letter or digit tells nothing.
            if lower.chars().any(char::is_alphanumeric) {
                found.push(Raw { lower, written, hyphen, dot });
            }
        }
    };
    for c in text.chars() {
        match c {
            '(' | '[' | '«' | '“' | '„' | '"' if deep == 0 => {
                close(&mut word, false, false);
                deep = 1;
            }
            ')' | ']' | '»' | '”' | '"' => {
                word.clear();
                deep = 0;
            }
            '\'' | '’' | '‘' | 'ʼ' | 'ʻ' | '`' | 'ʿ' | 'ʾ' | '´' | '′' | 'ʹ' | '\u{200b}' | '\u{ad}' => {}
            '-' | '‐' | '‑' | '–' | '\u{200c}' | '・' | '·' => close(&mut word, true, false),
            '.' => close(&mut word, false, true),
            c if c.is_whitespace() || matches!(c, ',' | '/' | '_' | ';' | ':' | '،') => close(&mut word, false, false),
            c => word.push(c),
        }
    }
    close(&mut word, false, false);
    found
}

/// The words of a name before anything is known of it: for its customs.
pub(crate) fn words(text: &str) -> (Vec<String>, Vec<Script>) {
    let plain =
        raws(text).into_iter().map(|raw| script::romanise(&raw.lower, false)).filter(|word| word.latin.chars().any(char::is_alphanumeric));
    let (words, scripts): (Vec<String>, Vec<Script>) = plain.map(|Romanised { latin, script, .. }| (latin, script)).unzip();
    (words, scripts)
}

/// "yu", "zh", "dzh": what Russian and Chinese initials of more letters are.
fn long_initial(word: &str) -> bool {
    matches!(word, "yu" | "ya" | "ye" | "zh" | "ch" | "sh" | "kh" | "ts" | "th" | "ph" | "dzh" | "iu" | "ia" | "je" | "ju" | "ja" | "st")
}

/// Reads a name as people of the customs build it.
pub(crate) fn read(text: &str, customs: Customs) -> Name {
    let (text, comma) = turned(text);
    let mut raws = raws(&text);
    raws.truncate(4 * MOST);
    let mut name = Name { comma, ..Name::default() };
    titles(&mut raws, &mut name, customs);
    suffixes(&mut raws, &mut name, customs);
    let mut parts = Vec::new();
    for raw in raws {
        let Romanised { latin, script, family } = script::romanise(&raw.lower, customs.has("japanese"));
        let word: String = latin.chars().filter(|c| c.is_alphanumeric()).collect();
        if word.is_empty() {
            continue;
        }
        let part = |word: String, initial: bool, joined: bool| Part {
            word,
            written: raw.written.clone(),
            consonants: script.is_consonantal(),
            initial,
            dot: raw.dot,
            joined,
            father: false,
            of: false,
        };
        let known = !table::family_names().get(&word).is_empty() || table::is_given(&word) || !table::particles().get(&word).is_empty();
        let bare = word.is_ascii() && word.len() <= 3 && !word.bytes().any(|c| b"aeiou".contains(&c));
        // In the east a vowel alone is a syllable.
        let letter = word.chars().count() == 1 && script != Script::Han && !(customs.is_eastern() && "aeiou".contains(&word));
        if letter || raw.dot && long_initial(&word) {
            parts.push(part(word, true, raw.hyphen));
        } else if script == Script::Latin && bare && !known {
            // "JK", "WB": initials in one.
            parts.extend(word.chars().map(|c| part(c.to_string(), true, false)));
        } else if let Some(at) = family.filter(|at| *at < word.len() && word.is_char_boundary(*at)) {
            parts.push(part(word[..at].to_owned(), false, false));
            parts.push(part(word[at..].to_owned(), false, false));
        } else {
            parts.push(part(word, false, raw.hyphen));
        }
    }
    parts.truncate(2 * MOST);
    name.parts = particles(parts, customs);
    name.parts.truncate(MOST);
    name
}

/// "Family, Given" as "Given Family"; a suffix behind a comma stays.
fn turned(text: &str) -> (String, bool) {
    let Some((family, given)) = text.split_once([',', '،']) else { return (text.to_owned(), false) };
    let words = raws(given);
    let tails = words.iter().all(|raw| !table::suffixes().get(&raw.lower).is_empty());
    match (given.split_once(','), tails || words.is_empty()) {
        (_, true) => (text.to_owned(), false),
        // "King, Martin Luther, Jr."
        (Some((given, suffix)), false) => (format!("{given} {family} {suffix}"), true),
        (None, false) => (format!("{given} {family}"), true),
    }
}

/// Takes titles off the front, while a name is left behind them.
fn titles(raws: &mut Vec<Raw>, name: &mut Name, customs: Customs) {
    'next: while raws.len() > 1 {
        for length in (1..=4.min(raws.len() - 1)).rev() {
            let form = raws[..length].iter().map(|raw| raw.lower.as_str()).collect::<Vec<_>>().join(" ");
            let form = cubaru_lexicon::fold_marks(&form).into_owned();
            let rows = [raws_form(&raws[..length]), form];
            let row = rows.iter().find_map(|form| table::titles().get(form).first());
            let Some(row) = row else { continue };
            let burmese = row[1] == "burmese";
            // "U" and "Ma" are titles in Myanmar alone; a number behind a title leaves it as the name.
            if burmese && !(customs.has("burmese") || row[0] == "u" && !raws[0].dot && customs.is_empty()) {
                continue;
            }
            if burmese && raws[0].dot {
                continue;
            }
            if raws[length..].iter().all(|raw| number(raw).is_some()) {
                continue;
            }
            if let Some(gender @ ('m' | 'f')) = row[2].chars().next() {
                name.gender.get_or_insert((gender, raws[0].written.clone()));
            }
            raws.drain(..length);
            continue 'next;
        }
        return;
    }
}

fn raws_form(raws: &[Raw]) -> String {
    raws.iter().map(|raw| raw.lower.as_str()).collect::<Vec<_>>().join(" ")
}

fn number(raw: &Raw) -> Option<u32> {
    let row = table::suffixes().get(&raw.lower).first();
    row.and_then(|row| row[1].parse().ok()).or_else(|| raw.lower.parse().ok().filter(|n| *n < 100))
}

/// Takes numbers and suffixes off the end, while a name is left before them.
fn suffixes(raws: &mut Vec<Raw>, name: &mut Name, customs: Customs) {
    'next: while raws.len() > 1 {
        for length in (1..=2.min(raws.len() - 1)).rev() {
            let at = raws.len() - length;
            let form = cubaru_lexicon::fold_marks(&raws_form(&raws[at..])).into_owned();
            let found = match table::suffixes().get(&form).first() {
                // "Ivanov I." is an initial, "Charles I" is a number.
                Some(row) if raws[at].dot && row[0].len() == 1 => None,
                // "Jinping Xi" is not the eleventh of them.
                Some(row) if customs.is_eastern() && !table::family_names().get(row[0]).is_empty() => None,
                Some(row) => Some(row[1].parse().ok()),
                None if length == 1 => number(&raws[at]).map(Some),
                None => None,
            };
            let Some(found) = found else { continue };
            if let Some(number) = found {
                name.number.get_or_insert((number, raws[at].written.clone()));
            }
            raws.truncate(at);
            continue 'next;
        }
        return;
    }
}

/// Leaves out what tells nothing, and joins what makes one name ("Abd al-Nasir", "Abu Bakr").
fn particles(parts: Vec<Part>, customs: Customs) -> Vec<Part> {
    let eastern = customs.is_eastern();
    let arabic = customs.has("arabic");
    let mut out: Vec<Part> = Vec::new();
    let mut before: Option<Part> = None;
    let (mut father, mut of) = (false, false);
    let count = parts.len();
    for (at, mut part) in parts.iter().cloned().enumerate() {
        let last = at + 1 == count;
        let kind =
            if part.consonants { consonantal(&mut part) } else { table::particles().get(&part.word).first().map_or("", |row| row[1]) };
        match kind {
            _ if eastern || part.initial && kind != "drop" => {}
            // "I." and "E." before a name are initials; between two names they are "and".
            "drop" if !last && !(part.initial && (out.is_empty() || part.dot)) => {
                of = true;
                continue;
            }
            "article" if !last && (part.joined || arabic && at > 0 || arabic && part.word != "al") => continue,
            "link" if !last && (arabic || customs.has("turkic")) || kind == "link" && last && out.len() > 1 => {
                father = !last;
                continue;
            }
            "servant" | "father-of" if !last && (arabic || kind == "servant") => {
                before = Some(part);
                continue;
            }
            _ => {}
        }
        if arabic && !part.initial {
            part.word = servant(&part.word);
        }
        if let Some(first) = before.take() {
            let root = if first.word.starts_with("abd") || first.word == "bd" { "abd" } else { "abu" };
            part.word = if part.word == "allah" { "abdallah".into() } else { format!("{root}{}", part.word) };
            part.written = format!("{} {}", first.written, part.written);
        }
        part.father = std::mem::take(&mut father);
        part.of = std::mem::take(&mut of);
        out.push(part);
    }
    if out.is_empty() { parts } else { out }
}

/// Arabic letters: the article and the servant are told without vowels, and the article is written joined.
fn consonantal(part: &mut Part) -> &'static str {
    match part.word.as_str() {
        "bd" => return "servant",
        "abw" | "aby" => return "father-of",
        "bn" | "abn" => return "link",
        "al" | "l" => return "article",
        _ => {}
    }
    if let Some(bare) = part.written.strip_prefix("ال").filter(|bare| bare.chars().count() > 2) {
        part.word = script::romanise(&script::lower(bare), false).latin;
    }
    ""
}

/// "Abdelaziz", "Abdulaziz", "Abdalaziz": one form of them; "Abdullah" and its like stay.
fn servant(word: &str) -> String {
    // "Abolhassan", "Aboulfotouh": of "Abu al-".
    for father in ["abol", "abul", "aboul"] {
        if let Some(rest) = word.strip_prefix(father).filter(|rest| rest.len() > 3) {
            return format!("abu{rest}");
        }
    }
    let Some(rest) = word.strip_prefix("abd").filter(|rest| rest.is_ascii() && rest.len() > 4) else { return word.to_owned() };
    let god = ["lah", "lahi", "la", "layi", "lo", "lahe"];
    let bare = rest.trim_start_matches(['a', 'e', 'i', 'o', 'u']);
    let single = bare.strip_prefix('l').filter(|rest| rest.len() > 2).unwrap_or(bare);
    if god.contains(&bare)
        || god.contains(&single)
        || bare.starts_with("laye")
        || bare.starts_with("llah")
        || bare.len() < 3
        || bare.len() == rest.len()
    {
        return word.to_owned();
    }
    let mut chars = single.chars();
    let doubled = chars.next() == chars.next();
    format!("abd{}", if doubled { &single[1..] } else { single })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str, custom: &str) -> String {
        let name = read(text, Customs::of(custom));
        let parts: Vec<String> = name
            .parts
            .iter()
            .map(|p| format!("{}{}{}", if p.father { "<" } else { "" }, p.word, if p.initial { "." } else { "" }))
            .collect();
        let number = name.number.map_or(String::new(), |(n, _)| format!(" #{n}"));
        let gender = name.gender.map_or(String::new(), |(g, _)| format!(" {g}"));
        parts.join(" ") + &number + &gender
    }

    #[test]
    fn names_are_taken_apart() {
        for (custom, text, expected) in [
            ("english", "Mr. William J. Clinton", "william j. clinton m"),
            ("english", "Joseph P. Kennedy III", "joseph p. kennedy #3"),
            ("english", "King, Martin Luther, Jr.", "martin luther king #2"),
            ("english", "Queen Elizabeth II", "elizabeth #2 f"),
            ("english", "JK Okello", "j. k. okello"),
            ("arabic", "Gamal Abd al-Nasser", "gamal abdnasser"),
            ("arabic", "Gamal Abdel Nasser", "gamal abdnasser"),
            ("arabic", "Sheikh Mohammed bin Rashid", "mohammed <rashid"),
            ("arabic", "جمال عبد الناصر", "jmal abdnasr"),
            ("burmese", "U Thant", "thant m"),
            ("slavic", "I. Ivanov", "i. ivanov"),
            ("vietnamese", "Le Duc Tho", "le duc tho"),
            ("germanic", "Ursula von der Leyen", "ursula leyen"),
            ("", "De", "de"),
        ] {
            assert_eq!(shown(text, custom), expected, "{text}");
        }
    }

    #[test]
    fn servants_have_one_form() {
        for form in ["abdelaziz", "abdulaziz", "abdalaziz"] {
            assert_eq!(servant(form), "abdaziz");
        }
        assert_eq!((servant("abdurrahman"), servant("abdullah")), ("abdrahman".into(), "abdullah".into()));
    }
}
