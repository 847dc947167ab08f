//! Keys under which names that can be one person meet.

use crate::{custom, name, script::Script, table};
use std::collections::BTreeSet;

/// The keys of a name: two names that [`compare`](crate::compare()) can call the same share at least one.
///
/// Compare the names of one key with each other and no others, and many names need no comparison of all with all. Keys are sorted,
/// and none stands twice. A key is the frame of consonants of one word, or of two together, in classes of letters that romanisations
/// confuse; a word of the list of given names or of family names has the names there as well.
///
/// ```
/// let [one, other] = ["Nikita Khrushchev", "N. Chruschtschow"].map(cubaru_names::key);
/// assert!(one.iter().any(|key| other.contains(key)));
/// ```
pub fn key(text: &str) -> Vec<String> {
    let (words, scripts) = name::words(text);
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let customs = custom::of_pair([None, None], &words, &scripts);
    let mut keys = BTreeSet::new();
    for customs in [customs, custom::Customs::of("arabic"), custom::Customs::of("slavic"), custom::Customs::of("japanese")] {
        let parts = name::read(text, customs).parts;
        let full: Vec<&str> = parts.iter().filter(|part| !part.initial).map(|part| part.word.as_str()).collect();
        for word in &full {
            keys.extend(frames(word));
            keys.extend(table::given_names().get(word).iter().map(|row| format!("={}", row[1])));
            keys.extend(table::family_names().get(word).iter().map(|row| format!("={}", row[1])));
        }
        for pair in full.windows(2) {
            keys.extend(frames(&pair.concat()));
        }
        // Words of initials alone meet by their letters.
        if full.is_empty() {
            keys.extend(parts.iter().map(|part| format!(".{}", part.word)));
        }
    }
    if scripts.contains(&Script::Latin) && keys.is_empty() {
        keys.extend(words.iter().map(|word| format!("={word}")));
    }
    keys.into_iter().collect()
}

/// The consonants in classes: lips, teeth, and all others that are not l, m, n, r; `j` both as a consonant and as a vowel.
fn frames(word: &str) -> Vec<String> {
    let class = |consonant_j: bool, c: char| match c {
        'b' | 'p' | 'f' => Some('p'),
        'd' | 't' => Some('t'),
        'c' | 'g' | 'k' | 'q' | 's' | 'x' | 'z' => Some('k'),
        'l' | 'm' | 'n' | 'r' => Some(c),
        'j' if consonant_j => Some('k'),
        'a' | 'e' | 'h' | 'i' | 'j' | 'o' | 'u' | 'v' | 'w' | 'y' => None,
        c => Some(c),
    };
    let frame = |consonant_j: bool| {
        let classes: String = word.chars().take(24).filter_map(|c| class(consonant_j, c)).collect();
        // "Tz" and "ts", "dj" and "j", "tch" and "ch": a stop before a hiss is part of it.
        let mut frame: Vec<char> = classes.replace("tk", "k").chars().collect();
        frame.dedup();
        format!("~{}", frame.into_iter().collect::<String>())
    };
    let mut found = vec![frame(true), frame(false)];
    found.retain(|frame| frame.len() > 1);
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_share_a_key() {
        for (one, other) in [
            ("Khrushchev", "Chruschtschow"),
            ("Muammar Gaddafi", "Qadhafi"),
            ("Bill Clinton", "William Clinton"),
            ("Xi Jinping", "习近平"),
            ("Mengistu Haile Mariam", "Mengistu Hailemariam"),
        ] {
            let [a, b] = [one, other].map(key);
            assert!(a.iter().any(|key| b.contains(key)), "{one} {a:?}, {other} {b:?}");
        }
        assert!(key("Kim").contains(&"=kim".into()) && key("").is_empty());
    }
}
