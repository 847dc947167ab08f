//! The tables of `cases/names`, which Python and JavaScript read as well. `UPDATE=1` writes them anew, for a person to review.

use cubaru::{Person, person, same_person};
use std::{env, fs, path::PathBuf};

/// Calls `row` with the first cells of each line; what it gives is what the other cells should be.
fn check(name: &str, given: usize, row: impl Fn(&[&str]) -> Vec<String>) {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../cases/names").join(name);
    let table = fs::read_to_string(&path).unwrap();
    let found: String = table
        .lines()
        .map(|line| match line.starts_with('#') {
            true => format!("{line}\n"),
            false => {
                let cells: Vec<&str> = line.split('\t').take(given).collect();
                let cells = cells.iter().map(|cell| cell.to_string()).chain(row(&cells));
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

fn known(cells: &[&str]) -> Person {
    let some = |cell: &str| (!cell.is_empty()).then(|| cell.to_owned());
    Person { name: cells[0].into(), country: some(cells[1]), office: some(cells[2]), year: cells[3].parse().ok() }
}

#[test]
fn pairs() {
    check("pairs.tsv", 8, |cells| {
        let (a, b) = (known(&cells[..4]), known(&cells[4..]));
        let found = same_person(&a, &b);
        assert_eq!(found, same_person(&b, &a));
        let why: Vec<&str> = found.why.iter().map(|reason| reason.id.name()).collect();
        vec![found.same.to_string(), found.score.to_string(), why.join(" ")]
    });
}

#[test]
fn errors() {
    check("errors.tsv", 1, |cells| {
        let error = person(cells[0]).expect_err(cells[0]);
        assert!(!error.hint().is_empty());
        vec![error.code().into(), error.to_string()]
    });
}

#[test]
fn countries_have_names() {
    let one = Person::new("Ana Flores").country("the Philippines").office("senator").year(2001);
    let same = |country: &str| same_person(&one, &Person { country: Some(country.into()), ..one.clone() }).same;
    assert!(same("PHL") && same("Philippines") && same("Filipino") && !same("Peru") && !same("PER"));
}
