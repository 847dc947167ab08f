//! `cubaru annotate --dictionaries`, as its users run it.

mod support;

use serde_json::{Value, json};
use support::{Folder, root, run, run_with};

fn events(line: &str) -> Value {
    serde_json::from_str::<Value>(line).unwrap()["events"].clone()
}

#[test]
fn events_are_those_of_the_dictionaries() {
    let folder = root().join("cases/petrarch/flat");
    let records = ["😀 Kenya met Uganda.", "Kenya met Uganda. The chess olympiad began.", "Lavrov visited Cuba."];
    let input = records.map(|text| json!({"id": text, "text": text}).to_string()).join("\n");
    let ran = run_with(&["annotate", "-", "--dictionaries", folder.to_str().unwrap()], input.as_bytes());
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    let found: Vec<Value> = ran.out.lines().map(events).collect();
    let first = json!({
        "cameo": "040", "trigger": [[8, 11]], "source": ["KEN"], "target": ["UGA"], "source_spans": [[2, 7]], "target_spans": [[12, 18]],
        "entries": ["verbs.txt:12", "actors.txt:2", "actors.txt:5"],
    });
    assert_eq!((&found[0][0], found[0].as_array().unwrap().len()), (&first, 2));
    assert_eq!((&found[1], &found[2]), (&json!([]), &json!([])));
}

#[test]
fn lines_that_cannot_be_used_are_told_and_the_others_used() {
    let folder = Folder::new("dictionaries");
    folder.file("a.actors", b"KENYA [KEN]\nM\xe9xico [MEX]\nPERU\n");
    folder.file("b.verbs", "--- MEET [040] ---\nMEET {MET}\n- WITH [041]\n");
    folder.file("notes.md", "no dictionary");
    let record = folder.file("records.jsonl", r#"{"text": "Kenya met."}"#);
    let ran = run(&["annotate", &record, "--dictionaries", folder.path()]);
    assert_eq!((ran.code, ran.out.lines().count()), (0, 1));
    for told in ["error[no-code]: a.actors:3:1: ", "error[no-verb]: b.verbs:3:3: ", "hint: "] {
        assert!(ran.err.contains(told), "{told}: {}", ran.err);
    }
    assert_eq!(ran.err.matches("error[").count(), 2, "{}", ran.err);
}

#[test]
fn a_folder_without_dictionaries_is_an_error() {
    let folder = Folder::new("no-dictionaries");
    let record = folder.file("records.jsonl", r#"{"text": "Kenya met Uganda."}"#);
    for wrong in [folder.path(), record.as_str(), "nowhere-at-all"] {
        let ran = run(&["annotate", &record, "--dictionaries", wrong]);
        assert_eq!((ran.code, ran.out.as_str()), (1, ""), "{wrong}");
        assert!(ran.err.starts_with("error["), "{}", ran.err);
    }
}
