//! The words that the model's gold points at stand exactly once in their text, and ids are there once.

use super::File;
use serde_json::Value;
use std::collections::BTreeSet;

const CLUSTERS: &str = "crates/cubaru-model/tests/clusters/";
const CHECKS: &str = "crates/cubaru-model/tests/checks/";

/// What is wrong with the lines of the gold.
pub fn check(files: &[File]) -> Vec<String> {
    let mut problems = Vec::new();
    let mut ids = BTreeSet::new();
    for file in files.iter().filter(|f| f.path.ends_with(".jsonl")) {
        let look: fn(&Value) -> Vec<String> = if file.path.starts_with(CLUSTERS) {
            cluster
        } else if file.path.starts_with(CHECKS) {
            question
        } else {
            continue;
        };
        for (number, line) in file.text.lines().enumerate() {
            let found = match serde_json::from_str::<Value>(line) {
                Err(e) => vec![e.to_string()],
                Ok(json) => {
                    let mut found = look(&json);
                    let id = json["id"].as_str().unwrap_or_default();
                    if id.is_empty() || !ids.insert(id.to_string()) {
                        found.push(format!("the id `{id}` is empty, or there twice"));
                    }
                    found
                }
            };
            problems.extend(found.into_iter().map(|p| format!("{}:{}: {p}", file.path, number + 1)));
        }
    }
    problems
}

/// The items of a list that may be absent.
fn items(json: &Value) -> impl Iterator<Item = &Value> {
    json.as_array().into_iter().flatten()
}

/// How often the words stand in the text as whole words.
fn count(text: &str, words: &Value) -> usize {
    let Some(words) = words.as_str().filter(|w| !w.is_empty()) else { return 0 };
    let whole = |at: usize| !text[..at].ends_with(char::is_alphanumeric) && !text[at + words.len()..].starts_with(char::is_alphanumeric);
    text.match_indices(words).filter(|(at, _)| whole(*at)).count()
}

/// A report with its events and persons.
fn cluster(json: &Value) -> Vec<String> {
    let text = json["text"].as_str().unwrap_or_default();
    let pointed = items(&json["events"]).chain(items(&json["persons"]));
    pointed.filter(|p| count(text, &p["words"]) != 1).map(|p| format!("{} does not stand once in the text", p["words"])).collect()
}

/// A little corpus with what is to be said of it.
fn question(json: &Value) -> Vec<String> {
    let mut problems = Vec::new();
    let sides = items(&json["expected"]).flat_map(|e| [&e["a"], &e["b"]]).filter(|side| !side.is_null());
    for side in sides {
        let document = items(&json["documents"]).find(|d| d["id"] == side["document"]);
        if document.is_none_or(|d| count(d["text"].as_str().unwrap_or_default(), &side["words"]) != 1) {
            problems.push(format!("{} does not stand once in {}", side["words"], side["document"]));
        }
    }
    if items(&json["expected"]).any(|e| e["kind"] != json["kind"] || e["a"].is_null()) {
        problems.push("an expected report of another kind, or without its first side".into());
    }
    problems
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::file;

    #[test]
    fn words_that_are_not_there_and_ids_that_are_there_twice_are_caught() {
        let good = r#"{"id": "a", "text": "They met. He had met her.", "events": [{"words": "They met"}]}"#;
        let path = format!("{CLUSTERS}events.jsonl");
        assert_eq!(check(&[file(&path, good)]), Vec::<String>::new());
        for (text, problem) in [
            (good.replace("\"They met\"", "\"met\""), "once"),
            (good.replace("\"They met\"", "\"hey met\""), "once"),
            (format!("{good}\n{good}"), "twice"),
            (good.replace('{', ""), "trailing"),
        ] {
            let found = check(&[file(&path, &text)]);
            assert!(found.len() == 1 && found[0].contains(problem), "{found:?}");
        }
    }

    #[test]
    fn a_report_on_words_of_another_document_is_caught() {
        let good = r#"{"id": "count-1", "kind": "count", "documents": [{"id": "d", "text": "Five came: A and B."}],
            "expected": [{"kind": "count", "a": {"document": "d", "words": "Five"}, "b": {"document": "d", "words": "A and B"}}]}"#;
        let good = good.replace('\n', " ");
        let path = format!("{CHECKS}count.jsonl");
        assert_eq!(check(&[file(&path, &good)]), Vec::<String>::new());
        for (from, to) in [("\"words\": \"Five\"", "\"words\": \"Six\""), ("{\"kind\": \"count\"", "{\"kind\": \"span\"")] {
            assert_eq!(check(&[file(&path, &good.replacen(from, to, 1))]).len(), 1);
        }
    }
}
