//! The words that entries begin with: a quick look that spares most walks through the lists.

use super::Class;
use cubaru_lexicon::{Lexicon, fold_case};

/// For each class, by its number, a bit for each hash of a first word. A bit can stand for several words: the look says "perhaps"
/// or "no".
#[derive(Clone)]
pub(super) struct Beginnings(Vec<[u64; WORDS]>);

const WORDS: usize = 64;

impl Beginnings {
    pub(super) fn new(lexicon: &Lexicon) -> Self {
        let mut bits: Vec<[u64; WORDS]> = Vec::new();
        for name in lexicon.list_names() {
            let Some(class) = Class::of_list(name) else { continue };
            bits.resize(bits.len().max(class as usize + 1), [0; WORDS]);
            for hash in lexicon.list(name).filter_map(|e| first_word(&fold_case(e.form()))) {
                bits[class as usize][hash / 64] |= 1 << (hash % 64);
            }
        }
        Self(bits)
    }

    /// Whether an entry of one of some classes may begin where a text begins.
    pub(super) fn may_begin(&self, classes: &[Class], text: &str) -> bool {
        // Other than plain letters and digits can be folded into many things.
        let set = |class: &Class, hash: usize| self.0.get(*class as usize).is_some_and(|bits| bits[hash / 64] >> (hash % 64) & 1 == 1);
        first_word(text).is_none_or(|hash| classes.iter().any(|class| set(class, hash)))
    }
}

/// The hash of the first word, whatever its case; none where it is not of plain letters and digits alone.
fn first_word(text: &str) -> Option<usize> {
    let mut hash: u32 = 0x811c_9dc5;
    let mut length = 0;
    for byte in text.bytes() {
        if !byte.is_ascii_alphanumeric() {
            if !byte.is_ascii() {
                return None;
            }
            break;
        }
        hash = (hash ^ u32::from(byte.to_ascii_lowercase())).wrapping_mul(0x0100_0193);
        length += 1;
    }
    (length > 0).then_some((hash ^ hash >> 15) as usize % (WORDS * 64))
}

#[cfg(test)]
mod tests {
    use super::*;
    use cubaru_lexicon::List;

    #[test]
    fn what_can_begin_is_never_denied() {
        let list = "# match: fold\n# columns: form<TAB>kind\n'90s\tdecade\nforeign minister\tpost\nmay\tmonth\nélan vital\tx\n";
        let list = List::read("time-words", list).unwrap();
        let beginnings = Beginnings::new(&Lexicon::from_lists(&[list]).unwrap());
        for text in ["May 4", "FOREIGN  Minister", "may", "’90s", "'90s", "Élan vital", "elan vital", "Ma\u{ad}y", "m\u{301}ay"] {
            assert!(beginnings.may_begin(&[Class::TimeWord], text), "{text}");
        }
        assert!(!beginnings.may_begin(&[Class::TimeWord], "Mayor of"));
        assert!(!beginnings.may_begin(&[Class::Currency], "May 4"));
    }
}
