//! Written forms whose tokens spelling rules would miss: the list `spellings`, ready to ask.

use cubaru_lexicon::{Lexicon, fold_case};
use std::collections::{HashMap, HashSet};

/// What the list `spellings` says.
#[derive(Debug, Clone, Default)]
pub(crate) struct Spelling {
    contractions: HashMap<String, Contraction>,
    /// No contraction is longer, in bytes of its folded form.
    longest_contraction: usize,
    /// Of contractions by their first letter, a bit for each length: spares most look-ups.
    lengths: Vec<u64>,
    prefixes: HashSet<String>,
    units: HashSet<String>,
    amount_units: HashSet<String>,
    domains: HashSet<String>,
    files: HashSet<String>,
    /// What is one token though marks stand in it, by its first character; the longest first.
    whole: HashMap<char, Vec<(String, Whole)>>,
}

/// Several words written as one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Contraction {
    /// How many characters each word takes but the last.
    pub cuts: Vec<usize>,
    not_after: Vec<String>,
    only_before: Vec<String>,
}

impl Contraction {
    /// Whether it is read as several words between these two.
    pub(crate) fn fits(&self, before: &str, after: &str) -> bool {
        let has = |words: &[String], word: &str| words.iter().any(|w| w.eq_ignore_ascii_case(word));
        !has(&self.not_after, before) && (self.only_before.is_empty() || has(&self.only_before, after))
    }
}

/// Why a form with marks in it is one token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Whole {
    /// A word that lost its beginning: `'em`.
    Clipped,
    /// A short form with a slash: `w/o`.
    Slashed,
    /// A face made of marks: `:-)`.
    Smiley,
}

impl Spelling {
    pub(super) fn new(lexicon: &Lexicon) -> Self {
        let mut out = Self::default();
        for row in lexicon.list("spellings") {
            let form = fold_case(row.form()).into_owned();
            let words = |column: usize| row.cell(column).split_whitespace().map(String::from).collect::<Vec<_>>();
            match row.cell(1) {
                "contraction" => {
                    let parts = words(2);
                    let cuts = parts.iter().take(parts.len().saturating_sub(1)).map(|p| p.chars().count()).collect();
                    out.longest_contraction = out.longest_contraction.max(form.len());
                    out.lengths.resize(256, 0);
                    out.lengths[usize::from(form.bytes().next().unwrap_or_default())] |= 1 << form.len().min(63);
                    out.contractions.insert(form, Contraction { cuts, not_after: words(3), only_before: words(4) });
                }
                "prefix" => _ = out.prefixes.insert(form),
                "unit" => _ = out.units.insert(form),
                "amount-unit" => _ = out.amount_units.insert(form),
                "domain" => _ = out.domains.insert(form),
                "file" => _ = out.files.insert(form),
                kind => {
                    let whole = match kind {
                        "clipped" => Whole::Clipped,
                        "slashed" => Whole::Slashed,
                        _ => Whole::Smiley,
                    };
                    if let Some(first) = form.chars().next() {
                        out.whole.entry(first).or_default().push((form, whole));
                    }
                }
            }
        }
        out.whole.values_mut().for_each(|forms| forms.sort_by_key(|(form, _)| std::cmp::Reverse(form.len())));
        out
    }

    /// The contraction that a written word is, whatever its case. Two capitals are an acronym.
    pub(crate) fn contraction(&self, word: &str) -> Option<&Contraction> {
        if word.len() > self.longest_contraction * 3 || word.chars().count() == 2 && word.chars().all(char::is_uppercase) {
            return None;
        }
        if word.is_ascii() {
            let lengths = self.lengths.get(usize::from(word.bytes().next()?.to_ascii_lowercase()))?;
            if lengths >> word.len().min(63) & 1 == 0 {
                return None;
            }
        }
        self.contractions.get(&*fold_case(word))
    }

    /// Whether a hyphen binds this to the word behind it: `anti`.
    pub(crate) fn prefix(&self, part: &str) -> bool {
        self.prefixes.contains(&*fold_case(part))
    }

    /// Whether this is a unit that may be written right behind figures; some are only behind an amount of money.
    pub(crate) fn unit(&self, letters: &str, money: bool) -> bool {
        let folded = fold_case(letters);
        self.units.contains(&*folded) || money && self.amount_units.contains(&*folded)
    }

    /// Whether the last part of a dotted name makes it an address.
    pub(crate) fn domain(&self, label: &str) -> bool {
        self.domains.contains(&*fold_case(label))
    }

    /// Whether the last part of a dotted name makes it the name of a file.
    pub(crate) fn file(&self, label: &str) -> bool {
        self.files.contains(&*fold_case(label))
    }

    /// The longest form with marks in it at the beginning of a text: its length in the text, and what it is.
    pub(crate) fn whole(&self, text: &str) -> Option<(usize, Whole)> {
        let forms = self.whole.get(&folded(text.chars().next()?))?;
        forms.iter().find_map(|(form, whole)| {
            let mut rest = text.chars();
            let mut length = 0;
            for wanted in form.chars() {
                let c = rest.next().filter(|c| folded(*c) == wanted)?;
                length += c.len_utf8();
            }
            Some((length, *whole))
        })
    }
}

fn folded(c: char) -> char {
    if matches!(c, '’' | '‘' | 'ʼ') { '\'' } else { c.to_ascii_lowercase() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use cubaru_lexicon::List;

    fn spelling() -> Spelling {
        let list = "# match: fold\n# columns: form<TAB>kind<TAB>parts<TAB>not-after<TAB>only-before\n'em\tclipped\t\t\t\n:)\tsmiley\t\t\t\nanti\tprefix\t\t\t\nb\tamount-unit\t\t\t\ncannot\tcontraction\tcan not\t\t\ndunno\tcontraction\tdu n no\t\t\nits\tcontraction\tit s\t\ta the\npdf\tfile\t\t\t\npm\tunit\t\t\t\nwont\tcontraction\two nt\ttheir\t\n";
        Spelling::new(&Lexicon::from_lists(&[List::read("spellings", list).unwrap()]).unwrap())
    }

    #[test]
    fn contractions_hang_on_their_neighbours() {
        let spelling = spelling();
        assert_eq!(spelling.contraction("Dunno").unwrap().cuts, [2, 1]);
        assert!(spelling.contraction("can").is_none());
        let its = spelling.contraction("its").unwrap();
        assert!(its.fits("that", "the") && !its.fits("with", "allies"));
        let wont = spelling.contraction("Wont").unwrap();
        assert!(wont.fits("he", "go") && !wont.fits("Their", "to"));
    }

    #[test]
    fn forms_and_units() {
        let spelling = spelling();
        assert_eq!(spelling.whole("’em all"), Some((5, Whole::Clipped)));
        assert_eq!(spelling.whole(":) so"), Some((2, Whole::Smiley)));
        assert_eq!(spelling.whole(": so"), None);
        assert!(spelling.unit("PM", false) && !spelling.unit("b", false) && spelling.unit("b", true));
        assert!(spelling.prefix("Anti") && spelling.file("PDF") && !spelling.domain("pdf"));
    }
}
