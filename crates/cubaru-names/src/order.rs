//! Where in a name the family name stands.

use crate::{
    custom::Customs,
    name::{Name, Part},
    table,
};

/// A name with its family name last, by one way of reading it.
#[derive(Debug, Clone)]
pub(crate) struct Ordered {
    pub(crate) parts: Vec<Part>,
    /// Where the family name begins: the part of it that decides.
    pub(crate) family: usize,
    /// The family name stood first.
    pub(crate) turned: bool,
    /// How doubtful the reading is, in points.
    pub(crate) doubt: u32,
}

/// The ways of reading a name: as it stands, and with the family name first, where that can be.
pub(crate) fn readings(name: &Name, customs: Customs) -> Vec<Ordered> {
    let parts = &name.parts;
    let mut found = Vec::new();
    let first = family_first(name, customs);
    if first != Some(0) {
        found.push(ordered(parts.clone(), false, 0, customs));
    }
    if let Some(doubt) = first {
        let mut turned = parts.clone();
        turned.rotate_left(1);
        found.push(ordered(turned, true, doubt, customs));
    }
    // Of four words the last two can be the family names, whatever the second is: "Lenín Boltaire Moreno Garcés".
    if customs.has("spanish")
        && parts.len() == 4
        && !parts[1].joined
        && !parts[2].joined
        && found.first().is_some_and(|first| first.family != 2)
    {
        found.push(Ordered { family: 2, ..ordered(parts.clone(), false, 1, customs) });
    }
    // "Donald Tsang Yam-kuen": an English given name, the family name, the Chinese given name.
    if customs.has("chinese") && parts.len() == 4 && parts[2].joined {
        let mut turned = parts.clone();
        turned[1..].rotate_left(1);
        found.push(ordered(turned, true, 1, customs));
    }
    found
}

fn ordered(parts: Vec<Part>, turned: bool, doubt: u32, customs: Customs) -> Ordered {
    Ordered { family: family(&parts, customs), parts, turned, doubt }
}

/// Whether the family name can stand first, with how much doubt; `Some(0)`: it can stand nowhere else.
fn family_first(name: &Name, customs: Customs) -> Option<u32> {
    let parts = &name.parts;
    let (first, last) = (parts.first()?, parts.last()?);
    if parts.len() < 2 || name.comma || first.initial {
        return None;
    }
    // "Petrov I. S."
    if last.initial {
        return Some(0);
    }
    let listed = |part: &Part| {
        table::family_names()
            .get(&part.word)
            .iter()
            .any(|row| ["chinese", "korean", "vietnamese", "japanese"].contains(&row[2]) && customs.has(row[2]))
    };
    if customs.any(&["chinese", "korean", "vietnamese"]) {
        // "Ki-moon Ban": what is joined is the given name.
        let (joined_first, joined_last) = (first.joined, parts.len() > 2 && parts[parts.len() - 2].joined);
        return match (listed(first), listed(last)) {
            _ if joined_first && parts.len() > 2 => None,
            _ if joined_last => Some(0),
            (true, false) => Some(0),
            (true, true) => Some(1),
            (false, true) => None,
            (false, false) => customs.is_eastern().then_some(2),
        };
    }
    if customs.has("japanese") {
        return match (listed(first), listed(last)) {
            (true, false) => Some(0),
            (false, true) => None,
            _ => Some(2),
        };
    }
    let patronymic = parts.len() == 3 && is_patronymic(&last.word) && customs.has("slavic");
    if patronymic {
        return Some(1);
    }
    let (given_first, given_last) = (table::is_given(&first.word), table::is_given(&last.word));
    if customs.has("hungarian") {
        return Some(if given_first && !given_last { 4 } else { 1 });
    }
    // "Kagame Paul": a known given name that stands last, behind a word that is none.
    let chain = customs.has("chain") || customs.has("icelandic") && !customs.has("english");
    if given_last && !given_first && !chain && parts.len() == 2 && !last.initial {
        return Some(4);
    }
    // "Jayalalithaa Jayaram", "J. Jayalalitha": in the south of India the father's name is the initial.
    (customs.has("indic") && parts.len() == 2 && !customs.any(&["chain", "english"])).then_some(6)
}

/// Names formed from the father's name in Russian and its neighbours.
pub(crate) fn is_patronymic(word: &str) -> bool {
    let ends = |row: &table::Row| row[2] == "patronymic" && (word.ends_with(row[0]) || word.ends_with(row[1]));
    word.len() > 5 && table::endings().rows().iter().any(ends)
}

/// Where the family name begins.
fn family(parts: &[Part], customs: Customs) -> usize {
    let last = parts.len().saturating_sub(1);
    if !customs.has("spanish") {
        // "Kramp-Karrenbauer": both halves of a joined name at the end.
        let mut at = last;
        while at > 1 && parts[at - 1].joined {
            at -= 1;
        }
        return at;
    }
    // Of two family names the father's stands first and decides: behind the given names.
    let given = |part: &Part| {
        part.initial
            || part.joined && table::is_given(&part.word)
            || table::is_given(&part.word) && table::frequency(&part.word, customs) == 0
    };
    (1..last).find(|at| !given(&parts[*at])).unwrap_or(last)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::name;

    fn shown(text: &str, custom: &str) -> Vec<String> {
        let customs = Customs::of(custom);
        let show = |reading: &Ordered| {
            let words: Vec<&str> = reading.parts.iter().map(|p| p.word.as_str()).collect();
            format!("{} + {}", words[..reading.family].join(" "), words[reading.family..].join(" "))
        };
        readings(&name::read(text, customs), customs).iter().map(show).collect()
    }

    #[test]
    fn family_names_are_found() {
        for (custom, text, expected) in [
            ("english", "Mary Ann Evans", &["mary ann + evans"][..]),
            ("korean", "Kim Jong-un", &["jong un + kim"]),
            ("korean", "Ki-moon Ban", &["ki moon + ban"]),
            ("chinese", "Xi Jinping", &["jinping + xi"]),
            ("spanish", "Felipe de Jesús Calderón Hinojosa", &["felipe jesus + calderon hinojosa"]),
            ("spanish", "Fidel Castro Ruz", &["fidel + castro ruz"]),
            ("germanic", "Annegret Kramp-Karrenbauer", &["annegret + kramp karrenbauer"]),
            ("slavic", "Ivanov Ivan Petrovich", &["ivanov ivan + petrovich", "ivan petrovich + ivanov"]),
        ] {
            assert_eq!(shown(text, custom), expected, "{text}");
        }
    }
}
