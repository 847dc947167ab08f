//! Precision and recall on the pairs of `pairs.tsv`; a part of them is held out: whoever mends `compare` does not read its errors there.
//! `ERRORS=1` prints the errors of the other part, `LOT=fresh` takes only the pairs whose id begins so.

use cubaru_names::{Comparison, Person, compare, key};
use sha1::{Digest, Sha1};
use std::env;

struct Row {
    id: &'static str,
    a: Person,
    b: Person,
    same: bool,
    tests: &'static str,
}

impl Row {
    /// Those whose SHA-1 of the id ends in 0 to 3.
    fn held(&self) -> bool {
        Sha1::digest(self.id)[19] % 16 < 4
    }
}

fn person(cells: &[&str]) -> Person {
    let some = |cell: &str| (!cell.is_empty()).then(|| cell.to_owned());
    Person { name: cells[0].into(), country: some(cells[1]), office: some(cells[2]), year: cells[3].parse().ok() }
}

fn rows() -> Vec<Row> {
    let lines = include_str!("pairs.tsv").lines().filter(|line| !line.starts_with('#'));
    let row = |line: &'static str| {
        let cells: Vec<&str> = line.split('\t').collect();
        assert!(cells.len() == 11 && ["same", "different"].contains(&cells[9]), "{line}");
        Row { id: cells[0], a: person(&cells[1..5]), b: person(&cells[5..9]), same: cells[9] == "same", tests: cells[10] }
    };
    let lot = env::var("LOT").unwrap_or_default();
    lines.map(row).filter(|row| row.id.starts_with(&lot)).collect()
}

/// Precision and recall in hundredths of a percent.
fn figures(name: &str, pairs: &[(&Row, Comparison)]) -> (u32, u32) {
    let count = |same: bool, found: bool| pairs.iter().filter(|(row, c)| row.same == same && c.same == found).count() as u32;
    let (hit, wrong, missed) = (count(true, true), count(false, true), count(true, false));
    let (precision, recall) = (hit * 10_000 / (hit + wrong).max(1), hit * 10_000 / (hit + missed).max(1));
    let f = 2 * hit * 10_000 / (2 * hit + wrong + missed).max(1);
    println!(
        "{name}: {} pairs, {wrong} wrong merges, {missed} missed; P {precision} R {recall} F {f} (hundredths of a percent)",
        pairs.len()
    );
    (precision, recall)
}

#[test]
fn names_are_told_apart() {
    let rows = rows();
    assert!(rows.len() >= 400 && rows.iter().filter(|row| !row.same).count() * 100 >= rows.len() * 45);
    let all: Vec<(&Row, Comparison)> = rows.iter().map(|row| (row, compare(&row.a, &row.b))).collect();
    let (held, rest): (Vec<_>, Vec<_>) = all.into_iter().partition(|(row, _)| row.held());
    if env::var_os("ERRORS").is_some() {
        for (row, found) in rest.iter().filter(|(row, found)| row.same != found.same) {
            let why: Vec<String> = found.why.iter().map(|reason| format!("{} {:?}", reason.id.name(), reason.words)).collect();
            println!(
                "{} {} [{}]\n  {:?}\n  {:?}\n  {} {}",
                row.id,
                if row.same { "MISSED" } else { "WRONG" },
                row.tests,
                row.a,
                row.b,
                found.score,
                why.join("; ")
            );
        }
    }
    for (name, (precision, recall)) in [("held", figures("held", &held)), ("rest", figures("rest", &rest))] {
        assert!(precision >= 9_500 && recall >= 8_500, "{name}: precision {precision}, recall {recall}");
    }
}

#[test]
fn names_of_one_person_share_a_key() {
    for row in rows().iter().filter(|row| compare(&row.a, &row.b).same) {
        let (a, b) = (key(&row.a.name), key(&row.b.name));
        assert!(a.iter().any(|key| b.contains(key)), "{}: {a:?} {b:?}", row.id);
    }
}
