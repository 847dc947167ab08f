//! Lists say what they hold, where it comes from, under which licence and of which day; their rows are sorted and without gaps.

use super::File;

const HEADERS: [&str; 5] = ["what", "source", "licence", "date", "columns"];

/// What is wrong with the tables of the repository.
pub fn check(files: &[File]) -> Vec<String> {
    files.iter().filter(|f| f.ends_with(&[".tsv"])).flat_map(table).collect()
}

fn table(file: &File) -> Vec<String> {
    let mut problems = Vec::new();
    let headers: Vec<(&str, &str)> =
        file.text.lines().map_while(|l| l.strip_prefix("# ")).filter_map(|h| h.split_once(": ")).map(|(k, v)| (k, v.trim())).collect();
    let header = |key: &str| headers.iter().find(|(k, _)| *k == key).map(|(_, v)| *v).filter(|v| !v.is_empty());
    for key in HEADERS {
        if header(key).is_none() {
            problems.push(format!("{}: no header `# {key}: …`", file.path));
        }
    }
    let day = |d: &str| d.len() == 10 && d.bytes().enumerate().all(|(i, b)| if i == 4 || i == 7 { b == b'-' } else { b.is_ascii_digit() });
    if header("date").is_some_and(|d| !day(d)) {
        problems.push(format!("{}: the header `date` is no day such as 2026-11-23", file.path));
    }
    let columns = header("columns").map(|c| c.replace("<TAB>", "\t").split('\t').count());
    let mut before = "";
    for (i, row) in file.text.lines().enumerate().skip_while(|(_, l)| l.starts_with('#')) {
        if row <= before {
            problems.push(format!("{}:{}: not sorted bytewise, or twice there", file.path, i + 1));
        }
        if columns.is_some_and(|c| row.split('\t').count() != c) {
            problems.push(format!("{}:{}: not as many cells as columns", file.path, i + 1));
        }
        before = row;
    }
    problems
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::file;

    const GOOD: &str = "# what: w\n# source: s\n# licence: l\n# date: 2026-11-23\n# columns: a<TAB>b\nA\t1\nB\t\na\t2\n";

    #[test]
    fn bad_tables_are_caught() {
        assert_eq!(check(&[file("a.tsv", GOOD)]), Vec::<String>::new());
        for (from, to, problem) in [
            ("# source: s\n", "", "`# source"),
            ("# licence: l\n", "# licence:\n", "`# licence"),
            ("# date: 2026-11-23\n", "# date: today\n", "no day"),
            ("A\t1\nB\t\n", "B\t\nA\t1\n", "not sorted"),
            ("A\t1\n", "A\t1\nA\t1\n", "twice"),
            ("A\t1\n", "A\t1\t2\n", "cells"),
        ] {
            let found = check(&[file("a.tsv", &GOOD.replace(from, to))]);
            assert!(found.len() == 1 && found[0].contains(problem), "{to:?}: {found:?}");
        }
    }
}
