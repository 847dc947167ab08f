//! Long files, unfinished words, paths and hosts of the machine it was written on, and the changelog.

use super::File;

/// A longer file tells more than one story.
const LONGEST: usize = 700;

/// Source files that have grown too long, but for those that are made.
pub fn length(files: &[File], generated: &[&str]) -> Vec<String> {
    let long = files.iter().filter(|f| f.ends_with(&[".rs", ".py", ".mjs"]) && !generated.contains(&f.path.as_str()));
    let long = long.map(|f| (f, f.text.lines().count())).filter(|(_, lines)| *lines > LONGEST);
    long.map(|(f, lines)| format!("{}: {lines} lines, more than {LONGEST}", f.path)).collect()
}

/// Words that promise work instead of doing it.
pub fn unfinished(files: &[File]) -> Vec<String> {
    // Put together here, so that this file does not hold them.
    let words = [["TO", "DO"], ["FIX", "ME"], ["XX", "X"], ["HA", "CK"], ["T", "BD"]].map(|w| w.concat());
    let calls = [["unimplem", "ented!"], ["to", "do!("]].map(|w| w.concat());
    lines(files, |_, line| {
        let word = |w: &&String| line.match_indices(w.as_str()).any(|(at, _)| alone(line, at, w.len()));
        words.iter().find(word).or_else(|| calls.iter().find(|c| line.contains(c.as_str()))).map(|w| format!("`{w}`"))
    })
}

fn alone(line: &str, at: usize, length: usize) -> bool {
    let part = |c: char| c.is_alphanumeric() || c == '_' || c == '-';
    !line[..at].ends_with(part) && !line[at + length..].starts_with(part)
}

/// Absolute paths of a machine (but in tests), and hosts of package registries.
pub fn paths(files: &[File]) -> Vec<String> {
    let folders = ["work", "root", "tmp", "home"].map(|f| format!("/{f}/"));
    let hosts = [
        ["registry", "npmjs"].join("."),
        ["pypi", "org"].join("."),
        ["pythonhosted", "org"].join("."),
        ["index.crates", "io"].join("."),
        ["static.crates", "io"].join("."),
        ["static.rust-lang", "org"].join("."),
        ["arti", "factory"].concat(),
    ];
    lines(files, |file, line| {
        let starts = |at: usize| !line[..at].ends_with(|c: char| c.is_alphanumeric() || "_-.~}$/".contains(c));
        let folder = folders.iter().find(|f| line.match_indices(f.as_str()).any(|(at, _)| starts(at)));
        let folder = folder.filter(|_| !is_test(file, line));
        folder.or_else(|| hosts.iter().find(|h| line.contains(h.as_str()))).map(|w| format!("`{w}`"))
    })
}

/// Whether a line belongs to tests: a file below `tests/`, or what follows `#[cfg(test)]`.
fn is_test(file: &File, line: &str) -> bool {
    let at = line.as_ptr() as usize - file.text.as_ptr() as usize;
    file.path.split('/').any(|p| p == "tests") || file.path.ends_with(".rs") && file.text[..at].contains("#[cfg(test)]")
}

/// Looks at every line; a finding is shown with its place. What other programs write (locks) is left alone.
fn lines(files: &[File], look: impl Fn(&File, &str) -> Option<String>) -> Vec<String> {
    let own = files.iter().filter(|f| !f.ends_with(&["Cargo.lock"]));
    let found = own.flat_map(|f| {
        f.text.lines().enumerate().filter_map(|(i, l)| Some(format!("{}:{}: {}", f.path, i + 1, look(f, l)?))).collect::<Vec<_>>()
    });
    found.collect()
}

/// The newest section of the changelog says what is read otherwise: new output is new behaviour.
pub fn changelog(files: &[File]) -> Vec<String> {
    let Some(file) = files.iter().find(|f| f.path == "CHANGELOG.md") else { return vec!["there is no CHANGELOG.md".into()] };
    let section = file.text.split("\n## ").nth(1);
    let heading = |l: &str| l.trim_start_matches(['#', '*', '-', ' ']).starts_with("Readings changed");
    match section {
        None => vec!["CHANGELOG.md: no section `## …`".into()],
        Some(section) if !section.lines().any(heading) => vec!["CHANGELOG.md: the newest section has no *Readings changed*".into()],
        Some(_) => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::file;

    #[test]
    fn long_files_are_caught() {
        let long = "x\n".repeat(LONGEST + 1);
        let files = [file("a.rs", &long), file("b.md", &long), file("c.py", &long), file("made.py", &long)];
        assert_eq!(length(&files, &["made.py"]), ["a.rs: 701 lines, more than 700", "c.py: 701 lines, more than 700"]);
        assert!(length(&[file("a.rs", &"x\n".repeat(LONGEST))], &[]).is_empty());
    }

    #[test]
    fn unfinished_words_are_caught() {
        let word = ["FIX", "ME"].concat();
        let call = ["unimplem", "ented!()"].concat();
        let bad = [file("a.rs", &format!("ok\n// {word}: later\n")), file("b.py", &format!("# ({word})")), file("c.rs", &call)];
        assert_eq!(unfinished(&bad).len(), 3);
        assert!(unfinished(&bad)[0].starts_with("a.rs:2: "));
        assert!(unfinished(&[file("a.rs", "\"XXXX-WXX-1\" XX XXX-X todos")]).is_empty());
    }

    #[test]
    fn paths_and_hosts_are_caught() {
        let host = ["registry", "npmjs"].join(".");
        // Put together here, so that this file itself names no machine's folder.
        let (work, home) = (["", "work", ""].join("/"), ["", "root", ""].join("/"));
        let bad = [
            file("a.sh", &format!("cd {work}x")),
            file("a.rs", &format!("let p = \"{home}.cargo\";\n#[cfg(test)]\nlet p = \"/tmp/x\";")),
            file("p.json", &format!("https://{host}.org/x")),
        ];
        assert_eq!(paths(&bad).len(), 3, "{:?}", paths(&bad));
        let good = [
            file("tests/a.rs", "\"/tmp/x\""),
            file("a.md", &format!("https://a.example.org{work}x and $HOME{work} and ..{home} and a/tmp/b")),
            file("Cargo.lock", &host),
        ];
        assert_eq!(paths(&good), Vec::<String>::new());
    }

    #[test]
    fn a_changelog_without_readings_is_caught() {
        let good = "# Changelog\n\n## Unreleased\n\n### Rust\n\n### Readings changed\n\n- none\n\n## 0.1.0\n";
        assert!(changelog(&[file("CHANGELOG.md", good)]).is_empty());
        let old = good.replace("### Readings changed\n", "").replace("## 0.1.0\n", "## 0.1.0\n### Readings changed\n");
        assert_eq!(changelog(&[file("CHANGELOG.md", &old)]).len(), 1);
        assert_eq!(changelog(&[file("CHANGELOG.md", "# Changelog\n")]).len(), 1);
        assert_eq!(changelog(&[]).len(), 1);
    }
}
