//! `cubaru compare-names`, as its users run it.

mod support;

use serde_json::{Value, json};
use support::{Folder, run, run_with};

#[test]
fn each_line_has_its_answer() {
    let lines = [
        json!({"id": 1, "a": {"name": "Yelena Sokolova", "country": "Russia", "office": "deputy minister", "year": 2016},
               "b": {"name": "Елена Соколова", "country": "RUS", "office": "deputy minister", "year": "2018"}, "note": "left alone"}),
        json!({"id": "two", "a": "Ram Singh", "b": {"name": "Raj Singh", "country": null, "year": ""}}),
    ];
    let ran = run_with(&["compare-names", "-"], lines.map(|line| line.to_string()).join("\n\n").as_bytes());
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    let found: Vec<Value> = ran.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!((found.len(), &found[0]["id"], &found[0]["same"]), (2, &json!(1), &json!(true)));
    assert_eq!((&found[1]["id"], &found[1]["same"]), (&json!("two"), &json!(false)));
    let reason = json!({"id": "conflict-given-name", "stance": "against", "words": ["Raj", "Ram"]});
    assert!(found[1]["why"].as_array().unwrap().contains(&reason), "{}", found[1]);
    assert!(ran.out.starts_with(r#"{"id":1,"same":true,"score":"#), "{}", ran.out);
}

#[test]
fn bad_lines_are_answered_and_the_run_goes_on() {
    let lines: [&[u8]; 7] = [
        b"nonsense",
        b"[1]",
        b"{\"id\": 7, \"a\": \"Ana\"}",
        b"{\"a\": \"Ana\", \"b\": {}}",
        b"\xff",
        b"{\"a\": {\"name\": \"X Y\", \"year\": []}, \"b\": \"X\"}",
        b"{\"a\": \"Ana Diaz\", \"b\": \"Ana Diaz\"}",
    ];
    let ran = run_with(&["compare-names", "-"], &lines.join(&b'\n'));
    let found: Vec<Value> = ran.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let codes: Vec<&str> = found.iter().map(|line| line["error"]["code"].as_str().unwrap_or("")).collect();
    assert_eq!(codes, ["not-json", "not-json", "bad-person", "bad-person", "not-utf8", "bad-person", ""]);
    assert_eq!((ran.code, &found[2]["id"], &found[6]["same"]), (0, &json!(7), &json!(true)));
    assert!(found[..6].iter().all(|line| line["error"]["hint"].as_str().unwrap().starts_with("line ")));
    assert!(ran.err.contains("6 of 7 lines"), "{}", ran.err);
}

#[test]
fn a_file_that_is_not_there_is_an_error() {
    let folder = Folder::new("compare-names");
    let ran = run(&["compare-names", &format!("{}/none.jsonl", folder.path())]);
    assert_eq!((ran.code, ran.out.as_str()), (1, ""));
    assert!(ran.err.starts_with("error[unreadable]"), "{}", ran.err);
}
