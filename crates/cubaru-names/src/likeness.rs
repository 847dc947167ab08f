//! How one word of a name can be another.

use crate::{
    custom::Customs,
    name::Part,
    sound::{self, Ears, Heard},
    table,
};

/// By what two words can be one name, the surest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Likeness {
    /// The same letters.
    Equal,
    /// Letters that stand for each other.
    Sound,
    /// Spellings of one name, by the list of given names.
    Spelling,
    /// Forms of one family name, by their list.
    Family,
    /// A short form, by the list of given names.
    Short,
    /// A family name in its forms for men and women.
    Gendered,
    /// An initial and a name that begins with it, or the same initial.
    Initial,
    /// A slip in a long word.
    Slip,
    /// Letters that can stand for each other, more of them than in one name as a rule.
    Loose,
}

impl Likeness {
    /// How much it says that the two are one.
    pub(crate) fn weight(self) -> u32 {
        match self {
            Self::Equal => 24,
            Self::Sound => 22,
            Self::Spelling => 21,
            Self::Family => 20,
            Self::Short => 18,
            Self::Gendered => 16,
            Self::Initial => 9,
            Self::Slip => 8,
            Self::Loose => 7,
        }
    }
}

/// How the words are alike; `None` where they are two names.
pub(crate) fn of(one: &Part, other: &Part, ears: Ears) -> Option<Likeness> {
    if one.initial || other.initial {
        return initials(one, other).then_some(Likeness::Initial);
    }
    words(&one.word, &other.word, one.consonants, other.consonants, ears)
}

/// The same for words put together of two.
pub(crate) fn words(one: &str, other: &str, bare: bool, other_bare: bool, ears: Ears) -> Option<Likeness> {
    if one == other {
        return Some(Likeness::Equal);
    }
    let listed = given(one, other);
    if listed == Some(Likeness::Spelling) {
        return listed;
    }
    let limit = sound::limit(one, other, ears.customs);
    let [a, b] = [Heard { word: one, consonants: bare }, Heard { word: other, consonants: other_bare }];
    let loose = if ears.customs.is_eastern() || one.len().min(other.len()) < 5 { limit } else { 2 * limit };
    let distance = sound::distance(a, b, ears, loose);
    // Two given names of the list that are no forms of one name are two names, however near: Hamad and Hamid.
    let two = || table::is_given(one) && table::is_given(other);
    if distance.is_some_and(|cost| cost == 0 || cost <= limit && !two()) {
        return Some(Likeness::Sound);
    }
    if listed.is_some() {
        return listed;
    }
    if family(one, other, ears.customs) {
        return Some(Likeness::Family);
    }
    if gendered(one, other, ears) {
        return Some(Likeness::Gendered);
    }
    if ears.customs.is_eastern() || two() {
        return None;
    }
    if sound::slip(one, other) {
        return Some(Likeness::Slip);
    }
    // A last letter can tell a woman's name from a man's.
    let ending = |word: &str| word.chars().last().filter(|c| "aeo".contains(*c));
    (distance.is_some() && ending(one) == ending(other)).then_some(Likeness::Loose)
}

fn given(one: &str, other: &str) -> Option<Likeness> {
    let mut best = None;
    for a in table::given_names().get(one) {
        for b in table::given_names().get(other).iter().filter(|b| b[1] == a[1]) {
            let short = a[3] == "short" || b[3] == "short";
            let found = if short { Likeness::Short } else { Likeness::Spelling };
            best = Some(best.map_or(found, |best: Likeness| best.min(found)));
        }
    }
    best
}

fn family(one: &str, other: &str, customs: Customs) -> bool {
    let of = |form| table::family_names().get(form).iter().filter(|row| customs.is_empty() || customs.has(row[2]) || !known(row[2]));
    of(one).any(|a| of(other).any(|b| a[1] == b[1]))
}

fn known(custom: &str) -> bool {
    !Customs::of(custom).is_empty()
}

fn initials(one: &Part, other: &Part) -> bool {
    let begins = |short: &Part, long: &Part| long.word.starts_with(short.word.as_str()) || kin(&short.word, &long.word);
    match (one.initial, other.initial) {
        (true, true) => one.word == other.word || one.word.starts_with(&other.word) || other.word.starts_with(&one.word),
        (true, false) => begins(one, other),
        _ => begins(other, one),
    }
}

/// Initials in another spelling: "E. Primakov" for Yevgeny, "I. Andropov" for Yuri.
fn kin(initial: &str, name: &str) -> bool {
    let pairs = [
        ("e", "ye"),
        ("e", "je"),
        ("ye", "e"),
        ("y", "iu"),
        ("i", "yu"),
        ("j", "yu"),
        ("yu", "iu"),
        ("yu", "ju"),
        ("zh", "j"),
        ("x", "ks"),
        ("kh", "h"),
        ("h", "kh"),
        ("ts", "c"),
    ];
    pairs.iter().any(|(a, b)| initial == *a && name.starts_with(b))
}

/// The female one of two family names, where they are one name for a man and a woman.
fn female<'a>(one: &'a str, other: &'a str) -> Option<&'a str> {
    let pair = |man: &str, woman: &str| {
        let is = |row: &table::Row| {
            let stem = match row[0] {
                "*" => Some(man).filter(|man| !man.ends_with(['a', 'e', 'i', 'o', 'u', 'y'])),
                ending => man.strip_suffix(ending),
            };
            row[2] == "family" && stem.is_some_and(|stem| stem.len() >= 2 && woman.strip_suffix(row[1]) == Some(stem))
        };
        table::endings().rows().iter().any(is)
    };
    if pair(one, other) { Some(other) } else { pair(other, one).then_some(one) }
}

fn gendered(one: &str, other: &str, ears: Ears) -> bool {
    ears.customs.any(&["slavic", "turkic", "greek", "icelandic"]) && female(one, other).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn like(one: &str, other: &str, custom: &str) -> Option<Likeness> {
        words(one, other, false, false, Ears { customs: Customs::of(custom), wade_giles: false })
    }

    #[test]
    fn words_are_alike_by() {
        use Likeness::*;
        for (custom, one, other, expected) in [
            ("english", "bill", "william", Some(Short)),
            ("arabic", "mohammed", "muhammad", Some(Spelling)),
            ("slavic", "serhiy", "sergei", Some(Spelling)),
            ("chinese", "wong", "wang", Some(Family)),
            ("korean", "park", "pak", Some(Family)),
            ("slavic", "petrov", "petrova", Some(Gendered)),
            ("slavic", "novak", "novakova", Some(Gendered)),
            ("arabic", "hamad", "hamid", None),
            ("arabic", "hassan", "hussein", None),
            ("slavic", "ivan", "ivana", None),
            ("english", "john", "juan", None),
            ("korean", "jongun", "jongnam", None),
        ] {
            assert_eq!(like(one, other, custom), expected, "{one} {other}");
        }
    }
}
