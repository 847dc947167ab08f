//! `cargo xtask tidy`: what the compiler does not check and a reviewer should not have to.
//!
//! Each check is a function of files alone, and its tests hold a bad sample that it catches.

mod articles;
mod crates;
mod floors;
mod gold;
mod lists;
mod source;

use crate::{Outcome, glue, root};
use std::{fs, process::Command};

/// A text file of the repository: its path below the root, with `/`, and its contents.
pub struct File {
    pub path: String,
    pub text: String,
}

impl File {
    /// Whether its name ends in one of these.
    fn ends_with(&self, endings: &[&str]) -> bool {
        endings.iter().any(|e| self.path.ends_with(e))
    }
}

/// Runs every check; all problems are shown before it fails.
pub fn run() -> Outcome {
    let files = files()?;
    let generated = glue::paths()?;
    let checks: [(&str, Vec<String>); 10] = [
        ("floors", floors::check(&files)),
        ("crates", crates::check(&files)),
        ("length", source::length(&files, &generated)),
        ("unfinished", source::unfinished(&files)),
        ("paths", source::paths(&files)),
        ("lists", lists::check(&files)),
        ("changelog", source::changelog(&files)),
        ("articles", articles::check(&files)),
        ("gold", gold::check(&files)),
        ("glue", glue::run(true).err().into_iter().collect()),
    ];
    let mut count = 0;
    for (name, problems) in &checks {
        count += problems.len();
        problems.iter().for_each(|p| println!("{name}: {p}"));
    }
    if count == 0 { Ok(()) } else { Err(format!("{count} things are not tidy")) }
}

/// The text files that Git holds or would take in.
fn files() -> Result<Vec<File>, String> {
    let listed = Command::new("git").args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"]).current_dir(root()).output();
    let listed = listed.map_err(|e| format!("git: {e}"))?;
    if !listed.status.success() {
        return Err(format!("git ls-files: {}", String::from_utf8_lossy(&listed.stderr).trim()));
    }
    let paths = String::from_utf8_lossy(&listed.stdout).into_owned();
    // What is not UTF-8 (a picture, a table) or was deleted is no text file.
    let read = |path: &str| Some(File { path: path.into(), text: fs::read_to_string(root().join(path)).ok()? });
    let files: Vec<File> = paths.split('\0').filter(|p| !p.is_empty()).filter_map(read).collect();
    if files.is_empty() { Err("git lists no files".into()) } else { Ok(files) }
}

#[cfg(test)]
pub(crate) fn file(path: &str, text: &str) -> File {
    File { path: path.into(), text: text.into() }
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_repository_has_files_of_each_kind() {
        let files = super::files().unwrap();
        for ending in [".rs", ".toml", ".tsv", ".txt", ".json", ".md"] {
            assert!(files.iter().any(|f| f.ends_with(&[ending])), "{ending}");
        }
    }
}
