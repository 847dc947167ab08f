//! Crates depend downward only: {edtf, lexicon} < {names, parse} < {english, model} < petrarch < cubaru < everything that is built on it.

use super::File;

fn rank(name: &str) -> Option<u32> {
    Some(match name {
        "cubaru-edtf" | "cubaru-lexicon" => 0,
        "cubaru-names" | "cubaru-parse" => 1,
        "cubaru-english" | "cubaru-model" => 2,
        "cubaru-petrarch" => 3,
        "cubaru" => 4,
        name if name.starts_with("cubaru-") => 5,
        _ => return None,
    })
}

/// The dependencies that point upward or sideways.
pub fn check(files: &[File]) -> Vec<String> {
    let mut problems = Vec::new();
    for file in files.iter().filter(|f| f.ends_with(&["Cargo.toml"])) {
        let name = file.text.lines().find_map(|l| l.strip_prefix("name = ")).map(|n| n.trim().trim_matches('"'));
        let Some(own) = name.and_then(rank) else { continue };
        for (line, dependency) in dependencies(&file.text) {
            if rank(dependency).is_some_and(|other| other >= own) {
                let name = name.unwrap_or_default();
                problems.push(format!("{}:{line}: `{name}` depends on `{dependency}`, which does not lie below it", file.path));
            }
        }
    }
    problems
}

/// The keys of all tables of dependencies, those for tests and builds included, with their lines.
fn dependencies(manifest: &str) -> Vec<(usize, &str)> {
    let mut found = Vec::new();
    let mut within = false;
    for (number, line) in manifest.lines().enumerate() {
        let line = line.trim();
        if let Some(table) = line.strip_prefix('[').and_then(|l| l.strip_suffix(']')) {
            // [dependencies], [target.….dev-dependencies], [dependencies.cubaru]
            within = table.ends_with("dependencies");
            if let Some((before, name)) = table.rsplit_once('.').filter(|(before, _)| before.ends_with("dependencies")) {
                let _ = before;
                found.push((number + 1, name));
            }
        } else if within && !line.starts_with('#') {
            let key = line.split(['.', '=', ' ']).next().unwrap_or("");
            found.push((number + 1, key));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::file;

    #[test]
    fn upward_and_sideways_dependencies_are_caught() {
        for (name, table, dependency) in [
            ("cubaru-parse", "[dependencies]", "cubaru-model.workspace = true"),
            ("cubaru-english", "[dev-dependencies]", "cubaru-model = { workspace = true }"),
            ("cubaru-lexicon", "[target.'cfg(unix)'.build-dependencies]", "cubaru-parse = \"1\""),
            ("cubaru-model", "[dependencies.cubaru]", "path = \"../cubaru\""),
            ("cubaru-js", "[dependencies]", "cubaru-cli.workspace = true"),
        ] {
            let manifest = format!("[package]\nname = \"{name}\"\n\n{table}\n{dependency}\n");
            assert_eq!(check(&[file("a/Cargo.toml", &manifest)]).len(), 1, "{manifest}");
        }
    }

    #[test]
    fn downward_ones_are_not() {
        let manifest = "[package]\nname = \"cubaru\"\n[features]\nschema = [\"cubaru-cli/schema\"]\n[dependencies]\ncubaru-parse.workspace = true\nserde = \"1\"\n";
        assert!(check(&[file("a/Cargo.toml", manifest)]).is_empty());
    }
}
