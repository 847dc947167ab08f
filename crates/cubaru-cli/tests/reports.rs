//! The reports on Cuba and Russia as one base: its two questions in SQL, asked of what reading finds.

mod support;

use std::fs;
use support::{Folder, root, run};

#[test]
fn the_questions_beside_the_reports_are_answered() {
    let folder = Folder::new("reports");
    let base = &format!("{}/reports.sqlite", folder.path());
    let reports = root().join("examples/cuba-russia");
    let mut texts: Vec<_> =
        fs::read_dir(&reports).unwrap().map(|e| e.unwrap().path()).filter(|p| p.extension().is_some_and(|e| e == "txt")).collect();
    texts.sort();
    let mut add = vec!["base", "add", base];
    add.extend(texts.iter().map(|p| p.to_str().unwrap()));
    let added = run(&add);
    assert_eq!(added.code, 0, "{}", added.err);

    let ask = |question: &str| {
        let answered = run(&["base", "sql", base, &fs::read_to_string(reports.join(question)).unwrap()]);
        assert_eq!(answered.code, 0, "{}", answered.err);
        answered.out
    };
    let visits = ask("visits.sql");
    for row in ["1964\tCubans\t1\tFidel Castro", "1989\tSoviets and Russians\t1\tMikhail Gorbachev"] {
        assert!(visits.lines().any(|l| l == row), "no `{row}` in\n{visits}");
    }
    let posts = ask("posts.sql");
    for (country, post, name) in [
        ("CUB", "foreign minister", "Raul Roa"),
        ("RUS", "foreign minister", "Yevgeny Primakov"),
        ("SUN", "president", "Mikhail Gorbachev"),
    ] {
        let held = |line: &str| {
            let cells: Vec<&str> = line.split('\t').collect();
            cells[0] == country && cells[1] == post && cells[3] == name
        };
        assert!(posts.lines().any(held), "no {name} in\n{posts}");
    }
}
