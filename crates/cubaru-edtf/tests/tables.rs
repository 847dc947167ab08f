//! The tables in `cases/edtf/`, which Python and JavaScript read as well. `UPDATE=1` writes them anew, for a person to review.

use cubaru_edtf::{Allen, Edtf};
use std::{env, fs, path::PathBuf};

/// Calls `row` with the first cells of each line; what it gives is what the other cells should be.
fn check(name: &str, given: usize, row: impl Fn(&[&str]) -> Vec<String>) {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../cases/edtf").join(name);
    let table = fs::read_to_string(&path).unwrap();
    let found: String = table
        .lines()
        .map(|line| match line.starts_with('#') {
            true => format!("{line}\n"),
            false => {
                let cells: Vec<&str> = line.split('\t').take(given).collect();
                let cells = cells.iter().map(|c| c.to_string()).chain(row(&cells));
                cells.collect::<Vec<_>>().join("\t") + "\n"
            }
        })
        .collect();
    if env::var_os("UPDATE").is_some() {
        fs::write(path, found).unwrap();
    } else {
        table.lines().zip(found.lines()).for_each(|(expected, found)| assert_eq!(found, expected));
    }
}

#[test]
fn values() {
    check("values.tsv", 1, |cells| {
        let edtf = Edtf::parse(cells[0]).unwrap_or_else(|e| panic!("{}: {e}", cells[0]));
        let marks = format!("{}{}", if edtf.is_uncertain() { "?" } else { "" }, if edtf.is_approximate() { "~" } else { "" });
        let precision = edtf.precision().map_or("", |p| p.name()).into();
        vec![edtf.to_string(), edtf.kind().name().into(), precision, marks, edtf.earliest().to_string(), edtf.latest().to_string()]
    });
}

#[test]
fn errors() {
    check("errors.tsv", 1, |cells| {
        let error = Edtf::parse(cells[0]).expect_err(cells[0]);
        vec![error.code().into(), error.span().start.to_string(), error.span().end.to_string(), error.to_string()]
    });
}

#[test]
fn relations() {
    check("relations.tsv", 2, |cells| {
        let [one, other] = [cells[0], cells[1]].map(|text| Edtf::parse(text).unwrap_or_else(|e| panic!("{text}: {e}")));
        let names: Vec<&str> = one.relations(&other).into_iter().map(Allen::name).collect();
        vec![one.relation(&other).map_or("", Allen::name).into(), names.join(" ")]
    });
}
