//! What a person does, as far as it tells persons apart.

use crate::{script, table};

/// An office by its class.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Office {
    /// Its class, or its own words where the list has none for it.
    pub(crate) class: String,
    /// Empty where the list does not know the office.
    pub(crate) sector: &'static str,
    /// Held by one person at a time.
    pub(crate) single: bool,
    /// Of a body of many states: its holder can be of any.
    pub(crate) international: bool,
}

/// How two offices lie to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Relation {
    /// One class, held by one at a time.
    Single,
    /// One class or the same words.
    Same,
    /// Two offices of a career.
    Career,
    /// Offices of two careers that some have both: a scholar or a cleric who governs.
    Second,
    /// Few have both.
    Rare,
    /// Hardly anyone has both.
    Apart,
    /// Not told.
    Unknown,
}

/// Reads the words of an office.
pub(crate) fn read(text: &str) -> Option<Office> {
    let lower = script::lower(text);
    let plain = cubaru_lexicon::fold_marks(&lower).into_owned();
    let words: Vec<&str> = plain.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).take(24).collect();
    if words.is_empty() {
        return None;
    }
    let mut best: Option<(usize, &[&'static str])> = None;
    let mut international = false;
    for length in (1..=8.min(words.len())).rev() {
        for run in words.windows(length) {
            let Some(row) = table::offices().get(&run.join(" ")).first() else { continue };
            international |= row[1] == "international";
            if best.is_none() {
                best = Some((length, row));
            }
        }
    }
    Some(match best {
        Some((_, row)) => Office { class: row[1].to_owned(), sector: row[2], single: row[3] == "one", international },
        None => Office { class: words.join(" "), sector: "", single: false, international },
    })
}

/// The words of an office, in lower case.
fn words(text: &str) -> impl Iterator<Item = String> + '_ {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(script::lower)
}

/// Whether the office is held no more.
pub(crate) fn is_former(text: &str) -> bool {
    words(text).any(|word| ["former", "ex", "late", "onetime", "retired", "deposed", "ousted"].contains(&&*word))
}

/// Whether its holders are counted: "the 41st president". "First secretary" is another thing.
pub(crate) fn is_counted(text: &str) -> bool {
    let tens = ["twenty", "thirty", "forty", "fifty", "sixty"];
    words(text).any(|word| {
        let number = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        number.len() > 1 && number.len() < word.len() && number.bytes().all(|b| b.is_ascii_digit())
            || tens.contains(&&*word)
            || ["tieth", "teenth"].iter().any(|end| word.ends_with(end))
            || ["tenth", "eleventh", "twelfth"].contains(&&*word)
    })
}

/// How the offices lie to each other.
pub(crate) fn relation(one: Option<&Office>, other: Option<&Office>) -> Relation {
    let (Some(one), Some(other)) = (one, other) else { return Relation::Unknown };
    if one.class == other.class {
        return if one.single { Relation::Single } else { Relation::Same };
    }
    if one.sector.is_empty() || other.sector.is_empty() {
        return Relation::Unknown;
    }
    let is = |sectors: [&str; 2]| sectors == [one.sector, other.sector] || sectors == [other.sector, one.sector];
    let near = ["politics", "international", "activism", "royal", "finance"];
    if one.sector == other.sector || near.contains(&one.sector) && near.contains(&other.sector) {
        return Relation::Career;
    }
    if is(["politics", "military"])
        || is(["royal", "military"])
        || is(["finance", "business"])
        || is(["finance", "science"])
        || is(["activism", "military"])
    {
        return Relation::Career;
    }
    let apart = |sector: &str| ["sport", "arts", "crime", "police"].contains(&sector);
    let robe = |sector: &str| ["cleric", "law", "military", "science", "business"].contains(&sector);
    if apart(one.sector) || apart(other.sector) || robe(one.sector) && robe(other.sector) {
        return Relation::Apart;
    }
    let learned = |sector: &str| ["cleric", "science"].contains(&sector);
    if learned(one.sector) || learned(other.sector) { Relation::Second } else { Relation::Rare }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offices_are_classed() {
        for (text, class) in [
            ("Foreign Minister", "foreign-minister"),
            ("minister of foreign affairs", "foreign-minister"),
            ("mayor of Havana", "regional"),
            ("president of the European Commission", "international"),
            ("President", "head-of-state"),
            ("keeper of bees", "keeper of bees"),
        ] {
            assert_eq!(read(text).unwrap().class, class, "{text}");
        }
        assert!(read("UN special envoy").unwrap().international && read("...").is_none());
    }

    #[test]
    fn careers_and_strangers() {
        let of = |a, b| relation(read(a).as_ref(), read(b).as_ref());
        assert_eq!(of("premier", "prime minister"), Relation::Single);
        assert_eq!(of("general", "president"), Relation::Career);
        assert_eq!(of("general", "judge"), Relation::Apart);
        assert_eq!(of("minister", "footballer"), Relation::Apart);
        assert_eq!(of("minister", "prosecutor"), Relation::Rare);
        assert_eq!(of("minister", "economist"), Relation::Second);
        assert_eq!(of("minister", ""), Relation::Unknown);
    }
}
