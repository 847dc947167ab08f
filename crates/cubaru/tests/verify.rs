//! A base and its export pass as they are; whatever is changed in one of them, or in a text, is found, with its place and why.

use cubaru::{KnowledgeBase, Metadata, Reader, Source, Texts, Verified};
use rusqlite::Connection;
use serde_json::Value;
use std::{
    fs,
    path::{Path, PathBuf},
    sync::atomic::{AtomicU32, Ordering},
};

const FIRST: &str = "“Perú” 😀 met Chile on Monday. Ana Prado, the foreign minister of Peru, accused Bolivia of smuggling.";
const SECOND: &str = "Ghana said that Togo had closed the border.";

struct File(PathBuf);

impl Drop for File {
    fn drop(&mut self) {
        for end in ["", "-wal", "-shm"] {
            let _ = fs::remove_file(format!("{}{end}", self.0.display()));
        }
    }
}

fn base() -> (File, KnowledgeBase) {
    static NUMBER: AtomicU32 = AtomicU32::new(0);
    let number = NUMBER.fetch_add(1, Ordering::Relaxed);
    let path = std::env::temp_dir().join(format!("cubaru-verify-{}-{number}.sqlite", std::process::id()));
    let base = KnowledgeBase::open(&path).unwrap();
    for (id, text) in [("first", FIRST), ("second", SECOND)] {
        let metadata = Metadata { id: Some(id.into()), published: Some("2021-05-12".into()), ..Metadata::default() };
        base.add(&Reader::english().read(&Source { text: text.into(), metadata }).unwrap()).unwrap();
    }
    (File(path), base)
}

fn texts(all: &[&str]) -> Texts {
    let mut texts = Texts::default();
    all.iter().for_each(|t| texts.add(*t));
    texts
}

/// The base after a change behind its back.
fn changed(sql: &str) -> Verified {
    let (file, base) = base();
    drop(base);
    assert_eq!(Connection::open(&file.0).unwrap().execute(sql, []).unwrap(), 1, "{sql}");
    texts(&[FIRST, SECOND]).verify(&KnowledgeBase::read_only(Path::new(&file.0)).unwrap()).unwrap()
}

#[test]
fn what_nobody_touched_passes() {
    let (_file, base) = base();
    let texts = texts(&[FIRST, SECOND]);
    let verified = texts.verify(&base).unwrap();
    assert_eq!((verified.documents, verified.failures.len()), (2, 0));
    for format in ["json", "jsonl"] {
        let json = String::from_utf8(base.export(format, &Reader::english()).unwrap()).unwrap();
        let verified = texts.verify_json(&json).unwrap();
        assert_eq!((verified.documents, verified.failures), (2, vec![]));
        assert!(verified.quotes > 10);
    }
}

#[test]
fn a_text_that_is_missing_or_changed_is_named() {
    let (_file, base) = base();
    let json = String::from_utf8(base.export("json", &Reader::english()).unwrap()).unwrap();
    for some in [vec![FIRST.to_string()], vec![FIRST.to_string(), SECOND.replace("Togo", "Togu")]] {
        let texts = texts(&some.iter().map(String::as_str).collect::<Vec<_>>());
        for verified in [texts.verify(&base).unwrap(), texts.verify_json(&json).unwrap()] {
            let [failure] = &verified.failures[..] else { panic!("{:?}", verified.failures) };
            assert_eq!(failure.document, cubaru::DocumentId::of(SECOND).to_string());
            assert!(failure.problem.starts_with("no text has this hash (it was second): "), "{}", failure.problem);
            assert!(!failure.problem.contains(": 0 "));
        }
    }
}

#[test]
fn a_change_in_the_file_is_found() {
    let one = "evidence = (SELECT max(evidence) FROM evidence)";
    for (change, why) in [
        (
            format!("UPDATE evidence SET quote = replace(quote, 'Togo', 'Togu') WHERE {one}"),
            "Togu had closed the border.” is claimed, “Ghana said that Togo",
        ),
        (format!("UPDATE evidence SET start = start + 1 WHERE {one}"), "“hana said that Togo had closed the border.” stands there"),
        (format!("UPDATE evidence SET \"end\" = \"end\" + 1 WHERE {one}"), "beyond the text's end"),
        (format!("UPDATE evidence SET prefix = 'x' WHERE {one}"), "but not between “x” and “”"),
    ] {
        let verified = changed(&change);
        assert!(!verified.failures.is_empty(), "{change}");
        for failure in &verified.failures {
            assert!(failure.problem.contains(why), "{}", failure.problem);
            assert!(failure.claim.is_some() && failure.position.is_some());
        }
    }
    let words = changed("UPDATE participant SET words = 'Bolivi' WHERE words = 'Bolivia' AND role < 2");
    assert_eq!(words.failures.len(), 1);
    assert!(words.failures[0].claim.as_ref().is_some_and(|id| id.contains(".e")), "{:?}", words.failures);
    let text = changed("UPDATE document SET text = replace(text, 'border', 'frontier') WHERE id = 'second'");
    assert_eq!(text.failures.iter().map(|f| &*f.problem).collect::<Vec<_>>(), ["the text that the base keeps has another hash"]);
}

#[test]
fn a_change_in_an_export_is_found() {
    let (_file, base) = base();
    let json: Value = serde_json::from_slice(&base.export("json", &Reader::english()).unwrap()).unwrap();
    let texts = texts(&[FIRST, SECOND]);
    let id = json["claims"][0]["id"].as_str().unwrap();
    let (position, quote) = ("/claims/0/evidence/0/position/", "/claims/0/evidence/0/quote/exact");
    for (pointer, value) in [
        (format!("{position}start"), Value::from(1)),
        (format!("{position}end"), Value::from(20)),
        (format!("{position}end"), Value::from(2_000_000)),
        (quote.to_string(), Value::from("“Peru” 😀 met Chile on Monday.")),
    ] {
        let mut json = json.clone();
        *json.pointer_mut(&pointer).unwrap() = value;
        let verified = texts.verify_json(&json.to_string()).unwrap();
        let [failure] = &verified.failures[..] else { panic!("{pointer}: {:?}", verified.failures) };
        assert_eq!(failure.claim.as_deref(), Some(id), "{pointer}");
    }
    let mut mention = json.clone();
    *mention.pointer_mut("/entities/0/mentions/0/start").unwrap() = Value::from(1);
    assert_eq!(texts.verify_json(&mention.to_string()).unwrap().failures.len(), 1);
}
