//! Runs the Markdown cases, or writes their outlines anew for a person to review.

use crate::{Outcome, root};
use cubaru::{Reader, cases};
use std::{
    fs,
    path::{Path, PathBuf},
};

/// Checks the files, or all below `cases/` where none is named; `update` rewrites outlines instead.
pub fn run(files: &[PathBuf], update: bool) -> Outcome {
    let all;
    let files = if files.is_empty() {
        all = below(&root().join("cases"))?;
        &all
    } else {
        files
    };
    let reader = Reader::english();
    let mut failed = 0;
    for path in files {
        let name = path.strip_prefix(root()).unwrap_or(path).display();
        let wrong = |e: cubaru::Error| format!("{name}: {e}; {}", e.hint());
        let markdown = fs::read_to_string(path).map_err(|e| format!("{name}: {e}"))?;
        if update {
            let new = cases::update(&reader, &markdown).map_err(wrong)?;
            if new != markdown {
                fs::write(path, new).map_err(|e| format!("{name}: {e}"))?;
                println!("{name}: rewritten, review it");
            }
            continue;
        }
        for failure in cases::check(&reader, &markdown).map_err(wrong)? {
            failed += 1;
            println!("{name}:{} {}\n{}", failure.line, failure.title, difference(&failure.expected, &failure.found));
        }
    }
    if failed == 0 { Ok(()) } else { Err(format!("{failed} cases read otherwise; where that is right, `cargo xtask cases --update`")) }
}

/// The Markdown files below a folder, sorted; notes on cases (`README.md`) are none.
pub fn below(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).map_err(|e| format!("{}: {e}", folder.display()))? {
        let path = entry.map_err(|e| e.to_string())?.path();
        if path.is_dir() {
            files.extend(below(&path)?);
        } else if path.extension().is_some_and(|e| e == "md") && path.file_name().is_some_and(|n| n != "README.md") {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

/// The lines that only one side has, with `-` for the expected and `+` for the found.
fn difference(expected: &str, found: &str) -> String {
    let marked = |mark: char, these: &str, those: &str| -> Vec<String> {
        let known: Vec<&str> = those.lines().collect();
        these.lines().filter(|l| !known.contains(l)).map(|l| format!("  {mark} {l}")).collect()
    };
    let mut lines = marked('-', expected, found);
    lines.extend(marked('+', found, expected));
    if lines.is_empty() { "  the same lines in another order or number".into() } else { lines.join("\n") }
}
