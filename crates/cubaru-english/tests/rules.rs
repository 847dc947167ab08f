//! Every rule in the lists `rules-*` fires in its example and stays silent in its counter-example.

use cubaru_parse::{Language, PartialDate};

/// The ids of all rules that fire in a sentence, wherever the output says why. A date in brackets before the sentence is given as
/// its day of publication.
fn fired(english: &Language, sentence: &str) -> Vec<String> {
    let dated = sentence.strip_prefix('(').and_then(|s| s.split_once(") ")).and_then(|(d, s)| Some((PartialDate::parse(d)?, s)));
    let (published, text) = dated.map_or((None, sentence), |(d, s)| (Some(d), s));
    let parsed = serde_json::to_value(cubaru_parse::parse(english, text, published)).unwrap();
    let mut rules = Vec::new();
    collect(&parsed, &mut rules);
    rules
}

fn collect(value: &serde_json::Value, rules: &mut Vec<String>) {
    match value {
        serde_json::Value::Object(fields) => {
            rules.extend(fields.get("rule").and_then(|r| r.as_str()).map(String::from));
            fields.values().for_each(|v| collect(v, rules));
        }
        serde_json::Value::Array(items) => items.iter().for_each(|v| collect(v, rules)),
        _ => {}
    }
}

#[test]
fn examples_fire_and_counterexamples_do_not() {
    let english = cubaru_english::language();
    let lists: Vec<&str> = english.lexicon().list_names().filter(|n| n.starts_with("rules-")).collect();
    assert!(!lists.is_empty());
    let mut wrong = Vec::new();
    for entry in lists.iter().flat_map(|list| english.lexicon().list(list)) {
        let (rule, example, counterexample) = (entry.form(), entry.cell(1), entry.cell(2));
        if !fired(&english, example).iter().any(|r| r == rule) {
            wrong.push(format!("{}:{} {rule} does not fire in {example:?}", entry.list(), entry.line()));
        }
        if fired(&english, counterexample).iter().any(|r| r == rule) {
            wrong.push(format!("{}:{} {rule} fires in {counterexample:?}", entry.list(), entry.line()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The rules of numbers and times that the sources name, so that none goes without its example.
#[test]
fn every_rule_of_times_is_listed() {
    let english = cubaru_english::language();
    let listed: Vec<&str> = english.lexicon().list("rules-times").map(|e| e.form()).collect();
    let mut missing = Vec::new();
    let source = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../cubaru-parse/src");
    for folder in ["lexical", "phrase/time", "discourse/time"] {
        for file in std::fs::read_dir(source.join(folder)).unwrap() {
            let text = std::fs::read_to_string(file.unwrap().path()).unwrap();
            let ids = text.split('"').skip(1).step_by(2).filter(|s| {
                ["time-", "quantity-", "date-"].iter().any(|p| s.starts_with(p)) && !matches!(*s, "time-words" | "date-contradicted")
            });
            missing.extend(ids.filter(|id| !listed.contains(id)).map(String::from));
        }
    }
    assert!(missing.is_empty(), "{missing:?}");
}
