//! Every rule has an entry in a list `rules-…`: it holds in the entry's example and not in its counterexample. A date in brackets
//! before a text is given as its day of publication.

mod common;

use common::{ENGLISH, own, read, unescape};
use cubaru_parse::Parsed;
use serde_json::Value;
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
};

struct Rule {
    list: &'static str,
    id: String,
    example: String,
    counterexample: String,
}

fn rules() -> Vec<Rule> {
    let lexicon = ENGLISH.lexicon();
    let lists = lexicon.list_names().filter(|l| l.starts_with("rules"));
    lists
        .flat_map(|list| {
            lexicon.list(list).map(move |row| Rule {
                list,
                id: row.form().into(),
                example: unescape(row.cell(1)),
                counterexample: unescape(row.cell(2)),
            })
        })
        .collect()
}

/// The rules behind what was read, each with the words of one value that it made.
fn fired(parsed: &Parsed) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    walk(&serde_json::to_value(parsed).expect("JSON"), &mut found);
    found
}

fn walk(value: &Value, found: &mut BTreeMap<String, String>) {
    match value {
        Value::Object(fields) => {
            if let Some(rule) = value.pointer("/why/rule").and_then(Value::as_str) {
                let words = ["/text", "/person/text", "/cue/0/text", "/trigger/0/text"];
                let words = words.iter().find_map(|path| value.pointer(path)).and_then(Value::as_str).unwrap_or("");
                found.entry(rule.into()).or_insert_with(|| words.into());
            }
            fields.values().for_each(|v| walk(v, found));
        }
        Value::Array(items) => items.iter().for_each(|v| walk(v, found)),
        _ => {}
    }
}

#[test]
fn each_rule_holds_in_its_example_alone() {
    let rules = rules();
    assert!(rules.len() > 40, "only {} rules", rules.len());
    let mut wrong = Vec::new();
    for rule in rules {
        let (good, bad) = (fired(&read(&rule.example)), fired(&read(&rule.counterexample)));
        if !good.contains_key(&rule.id) {
            wrong.push(format!("{} {}: does not hold in “{}”, but {:?}", rule.list, rule.id, rule.example, good));
        }
        if let Some(words) = bad.get(&rule.id) {
            wrong.push(format!("{} {}: holds for “{words}” in “{}”", rule.list, rule.id, rule.counterexample));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn no_rule_has_two_entries() {
    let mut seen = BTreeMap::new();
    for rule in rules() {
        let before = seen.insert(rule.id.clone(), rule.list);
        assert_eq!(before, None, "{} stands in {} as well", rule.id, rule.list);
    }
}

#[test]
fn every_rule_that_reads_is_registered() {
    let known: BTreeSet<String> = rules().into_iter().map(|r| r.id).collect();
    let mut missing: BTreeMap<String, String> = BTreeMap::new();
    let mut look = |text: &str| {
        for (rule, words) in fired(&read(text)) {
            if !known.contains(&rule) {
                missing.entry(rule).or_insert(words);
            }
        }
    };
    rules().iter().for_each(|r| [&r.example, &r.counterexample].iter().for_each(|text| look(text)));
    let mut articles = 0;
    for entry in fs::read_dir(own("../../examples/articles")).expect("the articles") {
        let path = entry.expect("an article").path();
        if path.extension().is_some_and(|e| e == "txt") {
            look(&fs::read_to_string(path).expect("UTF-8"));
            articles += 1;
        }
    }
    assert!(articles >= 4, "only {articles} articles");
    assert!(missing.is_empty(), "rules without an entry in en/rules-*.tsv, with words that they read: {missing:#?}");
}

/// The rules of numbers and times that the sources name, so that none goes without its example.
#[test]
fn every_rule_of_times_is_listed() {
    let listed: Vec<&str> = ENGLISH.lexicon().list("rules-times").map(|e| e.form()).collect();
    let mut missing = Vec::new();
    let source = own("../cubaru-parse/src");
    for folder in ["lexical", "phrase/time", "discourse/time"] {
        for file in fs::read_dir(source.join(folder)).unwrap() {
            let text = fs::read_to_string(file.unwrap().path()).unwrap();
            let ids = text.split('"').skip(1).step_by(2).filter(|s| {
                ["time-", "quantity-", "date-"].iter().any(|p| s.starts_with(p)) && !matches!(*s, "time-words" | "date-contradicted")
            });
            missing.extend(ids.filter(|id| !listed.contains(id)).map(String::from));
        }
    }
    assert!(missing.is_empty(), "{missing:?}");
}
