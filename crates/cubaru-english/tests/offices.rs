//! Sentences with the offices that they state (`offices.tsv`): those that reading still gets wrong stand in `offices-open.txt`.
//!
//! `UPDATE=1 cargo test -p cubaru-english --test offices` writes that file anew, for a person to review.

mod common;
#[path = "common/open.rs"]
mod open;

use common::{own, read};
use open::check_open;
use std::{collections::BTreeSet, fs};

/// Person, post, body, country, and whether the holding is over.
type Tuple = [String; 5];

/// The tuples of a cell: `person|post|body|country|former; …`.
fn expected(cell: &str) -> Vec<Tuple> {
    let tuple = |t: &str| {
        let parts: Vec<String> = t.split('|').map(str::to_string).collect();
        <Tuple>::try_from(parts).unwrap_or_else(|p| panic!("not five parts: {p:?}"))
    };
    cell.split("; ").filter(|t| !t.is_empty()).map(tuple).collect()
}

fn found(text: &str) -> Vec<Tuple> {
    let offices = read(text).offices;
    let tuple = |o: &cubaru_parse::Office| {
        let former = if o.former { "former" } else { "" };
        let body = o.body.as_ref().map_or(String::new(), |b| b.text.clone());
        [o.person.text.clone(), o.post.text.clone(), body, o.country.clone().unwrap_or_default(), former.into()]
    };
    offices.iter().map(tuple).collect()
}

/// What counts as one tuple: person and post; these with the country; these with the end of the holding; all with the body.
const PARTS: [(&str, &[usize]); 4] =
    [("person and post", &[0, 1]), ("with country", &[0, 1, 3]), ("with former", &[0, 1, 3, 4]), ("with body", &[0, 1, 2, 3, 4])];

#[test]
fn offices_are_read_as_far_as_known() {
    let file = fs::read_to_string(own("tests/offices.tsv")).expect("the cases");
    let rows: Vec<(&str, &str)> = file.lines().filter(|l| !l.starts_with('#')).filter_map(|l| l.split_once('\t')).collect();
    assert!(rows.len() >= 150, "only {} sentences", rows.len());
    let (mut failed, mut told, mut counts) = (BTreeSet::new(), Vec::new(), [(0, 0, 0); PARTS.len()]);
    for (text, cell) in rows {
        let (want, got) = (expected(cell), found(text));
        for ((hit, wanted, given), (_, parts)) in counts.iter_mut().zip(PARTS) {
            let same = |a: &Tuple, b: &Tuple| parts.iter().all(|p| a[*p] == b[*p]);
            *hit += want.iter().filter(|w| got.iter().any(|g| same(w, g))).count();
            *wanted += want.len();
            *given += got.len();
        }
        let missed = want.iter().filter(|w| !got.contains(w)).map(|w| format!("  missed {}", w.join("|")));
        let wrong = got.iter().filter(|g| !want.contains(g)).map(|g| format!("  wrong {}", g.join("|")));
        let differences: Vec<String> = missed.chain(wrong).collect();
        if !differences.is_empty() {
            failed.insert(text.to_string());
            told.push(format!("{text}\n{}", differences.join("\n")));
        }
    }
    told.iter().for_each(|line| println!("{line}"));
    for ((hit, wanted, given), (name, _)) in counts.iter().zip(PARTS) {
        let share = |of: &usize| 100.0 * *hit as f64 / *of as f64;
        println!("{name}: precision {:.1} ({hit} of {given}), recall {:.1} ({hit} of {wanted})", share(given), share(wanted));
    }
    check_open(&own("tests/offices-open.txt"), &failed);
}
