//! Every example article has its JSON beside it, with what is known of it; its publisher is plainly invented. The reports on Cuba and
//! Russia also name the public sources of their facts.

use super::File;
use serde_json::Value;

/// The folders of articles, and the list that each article's JSON must hold there.
const FOLDERS: [(&str, &str); 2] = [("examples/articles/", "authors"), ("examples/cuba-russia/", "based_on")];

/// Articles without their JSON, JSON without its article, and what is missing in one.
pub fn check(files: &[File]) -> Vec<String> {
    FOLDERS.iter().flat_map(|(folder, list)| pairs(files, folder, list)).collect()
}

fn pairs(files: &[File], folder: &str, list: &str) -> Vec<String> {
    let mut problems = Vec::new();
    let below = |ending: &'static str| files.iter().filter_map(move |f| Some((f.path.strip_prefix(folder)?.strip_suffix(ending)?, f)));
    for (name, _) in below(".txt").filter(|(name, _)| !below(".json").any(|(n, _)| n == *name)) {
        problems.push(format!("{folder}{name}.txt: no {name}.json beside it"));
    }
    for (name, file) in below(".json") {
        if !below(".txt").any(|(n, _)| n == name) {
            problems.push(format!("{}: no {name}.txt beside it", file.path));
        }
        match serde_json::from_str::<Value>(&file.text) {
            Err(e) => problems.push(format!("{}: {e}", file.path)),
            Ok(json) => problems.extend(metadata(name, &json, list).into_iter().map(|p| format!("{}: {p}", file.path))),
        }
    }
    problems
}

fn metadata(name: &str, json: &Value, list: &str) -> Vec<String> {
    let mut problems = Vec::new();
    for key in ["id", "title", "url", "publisher"] {
        if json[key].as_str().is_none_or(str::is_empty) {
            problems.push(format!("no `{key}`"));
        }
    }
    if json[list].as_array().is_none_or(Vec::is_empty) {
        problems.push(format!("no `{list}`"));
    }
    if json["id"].as_str().is_some_and(|id| id != name) {
        problems.push("`id` is not the file's name".into());
    }
    let host = json["url"].as_str().and_then(|u| u.split("//").nth(1)).and_then(|u| u.split('/').next()).unwrap_or_default();
    if json["url"].is_string() && !host.ends_with("example.org") {
        problems.push(format!("`{host}` is not below example.org"));
    }
    problems
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::file;

    #[test]
    fn missing_and_bad_json_is_caught() {
        let json = r#"{"id": "a", "title": "T", "url": "https://x.example.org/a", "publisher": "P", "authors": ["A"]}"#;
        let (text, good) = (file("examples/articles/a.txt", "T"), file("examples/articles/a.json", json));
        assert_eq!(check(&[file("examples/articles/a.txt", "T")]).len(), 1);
        assert_eq!(check(&[file("examples/articles/a.json", json)]).len(), 1);
        assert_eq!(check(&[text, good]), Vec::<String>::new());
        for (from, to, problem) in [
            ("\"id\": \"a\"", "\"id\": \"b\"", "file's name"),
            ("\"T\"", "\"\"", "`title`"),
            ("[\"A\"]", "[]", "`authors`"),
            ("x.example.org", "news.com", "news.com"),
            ("{", "", "trailing"),
        ] {
            let files = [file("examples/articles/a.txt", "T"), file("examples/articles/a.json", &json.replace(from, to))];
            let found = check(&files);
            assert!(found.len() == 1 && found[0].contains(problem), "{found:?}");
        }
    }

    #[test]
    fn a_report_without_sources_is_caught() {
        let json = r#"{"id": "a", "title": "T", "url": "https://x.example.org/a", "publisher": "P", "based_on": []}"#;
        let files = [file("examples/cuba-russia/a.txt", "T"), file("examples/cuba-russia/a.json", json)];
        let found = check(&files);
        assert!(found.len() == 1 && found[0].contains("`based_on`"), "{found:?}");
    }
}
