//! The list of what reading is known to get wrong, in a file that a person reviews.

use std::{collections::BTreeSet, env, fs, path::Path};

/// Holds the failures of a run against the known ones, one a line in a file; with `UPDATE=1` the file is written first.
pub fn check_open(path: &Path, failed: &BTreeSet<String>) {
    if env::var_os("UPDATE").is_some() {
        let lines: String = failed.iter().map(|line| format!("{line}\n")).collect();
        fs::write(path, lines).expect("to write the file");
    }
    let file = fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    let known: BTreeSet<String> = file.lines().map(str::to_string).collect();
    assert_eq!(known.len(), file.lines().count(), "a line stands twice");
    assert!(file.lines().is_sorted(), "the lines are not sorted");
    let worse: Vec<&String> = failed.difference(&known).collect();
    let better: Vec<&String> = known.difference(failed).collect();
    assert!(worse.is_empty() && better.is_empty(), "newly wrong: {worse:#?}\nno longer wrong: {better:#?}\nreview, then UPDATE=1");
}
