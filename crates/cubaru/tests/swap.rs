//! Where countries trade places in a case, the outline changes in these words and codes only: what is read does not hang on
//! which country it is. The pairs stand in `cases/swap.tsv`; files of cases that say `swap: yes` take part.

mod common;

use common::{READER, cases, repository};
use std::{collections::HashMap, fs};

/// Words that trade places, in both directions.
struct Swap {
    words: HashMap<String, String>,
    codes: HashMap<String, String>,
}

impl Swap {
    fn read() -> Self {
        let table = fs::read_to_string(repository("cases/swap.tsv")).unwrap();
        let mut words = HashMap::new();
        let mut codes = HashMap::new();
        let code =
            |name: &str| READER.language().lexicon().get(name).iter().find(|e| e.list() == "countries").map(|e| e.cell(1).to_string());
        for row in table.lines().filter(|l| !l.starts_with('#')) {
            let cells: Vec<&str> = row.split('\t').collect();
            let [one, other, kind] = cells[..] else { panic!("swap.tsv: {row}") };
            for (from, to) in [(one, other), (other, one)] {
                // An adjective that is also a people's name stands for both; the adjective's row comes first.
                words.entry(from.to_string()).or_insert_with(|| to.to_string());
                words.entry(from.to_uppercase()).or_insert_with(|| to.to_uppercase());
                if kind == "name" {
                    codes.insert(code(from).expect("a country"), code(to).expect("a country"));
                }
            }
        }
        Self { words, codes }
    }

    /// Trades the words of a text; in an outline also the codes (`CUB`, `CUBGOV`).
    fn apply(&self, text: &str, codes: bool) -> String {
        let mut out = String::with_capacity(text.len());
        let mut word = String::new();
        for c in text.chars().map(Some).chain([None]) {
            match c {
                Some(c) if c.is_alphabetic() => word.push(c),
                end => {
                    // `PER` is a kind of mention as well as Peru's code.
                    let kind = codes && word == "PER" && ["entity ", "mention "].iter().any(|line| out.ends_with(line));
                    out.push_str(&if kind { word.clone() } else { self.word(&word, codes) });
                    word.clear();
                    out.extend(end);
                }
            }
        }
        out
    }

    fn word(&self, word: &str, codes: bool) -> String {
        if let Some(other) = self.words.get(word) {
            return other.clone();
        }
        let code = codes && word.is_ascii() && word.len().is_multiple_of(3) && word.bytes().all(|b| b.is_ascii_uppercase());
        match code.then(|| self.codes.get(&word[..word.len().min(3)])).flatten() {
            Some(other) => format!("{other}{}", &word[3..]),
            None => word.into(),
        }
    }
}

#[test]
fn only_the_countries_change() {
    let swap = Swap::read();
    assert_eq!(swap.apply("Cuba's CUBGOV, MOSCOW", true), "Vietnam's VNMGOV, BRASILIA");
    assert_eq!(swap.apply("mention PER \"Peru\" PER", true), "mention PER \"Syria\" SYR");
    let (mut tried, mut wrong) = (0, Vec::new());
    for case in cases().into_iter().flat_map(|(_, cases)| cases).filter(|c| c.swap) {
        let mut other = case.clone();
        other.text = swap.apply(&case.text, false);
        if other.text == case.text {
            continue;
        }
        tried += 1;
        let expected = swap.apply(&case.outline(&READER).unwrap(), true);
        let found = other.outline(&READER).unwrap();
        if expected != found {
            wrong.push(format!("{}\nexpected\n{expected}\nfound\n{found}\n", case.title));
        }
    }
    assert!(tried >= 10, "only {tried} cases name a country that trades places");
    assert!(wrong.is_empty(), "{} of {tried} cases\n{}", wrong.len(), wrong.join("\n"));
}
