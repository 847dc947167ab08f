//! A floor of `cubaru-parse` imports only floors below it, and what they share imports none of them.

use super::File;

const FOLDER: &str = "crates/cubaru-parse/src/";
/// From the lowest up. `input` is the sheet that phrases are read on: it shows what the floors below it found.
const FLOORS: [&str; 7] = ["text", "lexical", "syntax", "input", "phrase", "frame", "discourse"];
/// They lead through all floors.
const DOORS: [&str; 2] = ["lib", "parse"];

/// The imports that point upward.
pub fn check(files: &[File]) -> Vec<String> {
    let mut problems = Vec::new();
    for file in files {
        let Some(module) = file.path.strip_prefix(FOLDER).and_then(|p| p.strip_suffix(".rs")) else { continue };
        let mut path: Vec<&str> = module.split('/').filter(|p| *p != "mod").collect();
        if path == ["lib"] {
            path.clear();
        }
        let Some(own) = path.first() else { continue };
        if DOORS.contains(own) {
            continue;
        }
        let rank = FLOORS.iter().position(|f| f == own);
        for (line, target) in imports(&file.text, path.len()) {
            let Some(other) = FLOORS.iter().position(|f| *f == target) else { continue };
            if rank.is_none_or(|rank| other > rank) {
                let who = rank.map_or("a shared module".into(), |_| format!("the floor `{own}`"));
                problems.push(format!("{}:{line}: {who} imports the floor `{target}` above it", file.path));
            }
        }
    }
    problems
}

/// The first segment below the crate's root of every path that starts with `crate::` or climbs up to the root by `super::`, with
/// its line. `depth` is how deep the file's own module lies.
fn imports(text: &str, depth: usize) -> Vec<(usize, String)> {
    let bare: Vec<&str> = text.lines().map(|l| l.split("//").next().unwrap_or("")).collect();
    let joined = bare.join("\n");
    let mut found = Vec::new();
    let climbing = "super::".repeat(depth);
    // A module of tests inside the file lies one deeper.
    let deeper = "super::".repeat(depth + 1);
    for start in ["crate::", &climbing, &deeper] {
        for (at, _) in joined.match_indices(start) {
            let before = joined[..at].chars().next_back();
            if before.is_some_and(|c| c.is_alphanumeric() || "_:$".contains(c)) {
                continue;
            }
            let line = joined[..at].matches('\n').count() + 1;
            segments(&joined[at + start.len()..]).into_iter().for_each(|(after, s)| found.push((line + after, s)));
        }
    }
    found.retain(|(_, s)| s != "super");
    found
}

/// The first segments of a path or of a group of paths in braces, each with the number of lines before it.
fn segments(rest: &str) -> Vec<(usize, String)> {
    let name = |s: &str| s.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>();
    if !rest.starts_with('{') {
        return vec![(0, name(rest))];
    }
    let (mut out, mut depth, mut begins, mut lines) = (Vec::new(), 0, false, 0);
    for (at, c) in rest.char_indices() {
        match c {
            '{' => (depth, begins) = (depth + 1, true),
            '}' => depth -= 1,
            ',' => begins = true,
            '\n' => lines += 1,
            c if c.is_whitespace() => {}
            _ => {
                if begins && depth == 1 {
                    out.push((lines, name(&rest[at..])));
                }
                begins = false;
            }
        }
        if depth == 0 {
            break;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::file;

    #[test]
    fn a_floor_above_is_caught() {
        let bad = [
            ("text/token.rs", "use crate::frame::Event;\n", "text/token.rs:1: the floor `text` imports the floor `frame`"),
            ("phrase/time/set.rs", "use crate::{\n    input::{Sheet, discourse},\n    discourse::time,\n};\n", "set.rs:3: "),
            ("lexical/mod.rs", "fn f() { crate::phrase::noun() }\n", "`phrase`"),
            ("phrase/time/set.rs", "use super::super::super::frame;\n", "`frame`"),
            ("phrase/name.rs", "mod tests {\n use super::super::discourse;\n}\n", "name.rs:2"),
            ("marks.rs", "use crate::text::Layout;\n", "a shared module imports"),
            ("text/token.rs", "use crate::input::Sheet;\n", "`input`"),
        ];
        for (path, text, problem) in bad {
            let found = check(&[file(&format!("{FOLDER}{path}"), text)]);
            assert!(found.len() == 1 && found[0].contains(problem), "{path}: {found:?}");
        }
    }

    #[test]
    fn what_is_below_and_what_is_shared_is_not() {
        let good = [
            ("frame/event.rs", "use crate::{input::Sheet, phrase::verb, text};\nuse super::clause;\n"),
            ("text/token.rs", "use crate::span::Span; // and not crate::frame\n/// [`crate::frame`]\nuse super::paragraph;\n"),
            ("parse.rs", "use crate::{discourse, frame};\n"),
            ("lib.rs", "mod discourse;\npub use crate::frame::Event;\n"),
            ("phrase/noun.rs", "use other_crate::frame::x;\nlet frame = 1;\n"),
        ];
        for (path, text) in good {
            assert_eq!(check(&[file(&format!("{FOLDER}{path}"), text)]), Vec::<String>::new(), "{path}");
        }
    }
}
