//! `cubaru base`: many documents, one knowledge base.

mod support;

use serde_json::Value;
use std::{fs, path::Path};
use support::{Folder, articles, run, run_with};

fn path(file: &Path) -> &str {
    file.to_str().unwrap()
}

/// A base of the example articles.
fn base(folder: &Folder) -> String {
    let base = format!("{}/news.sqlite", folder.path());
    let articles = articles();
    let mut arguments = vec!["base", "add", &base];
    arguments.extend(articles.iter().map(|a| path(a)));
    let ran = run(&arguments);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    assert_eq!(ran.out, format!("{base}: {} added\n", articles.len()));
    let again = run(&arguments);
    assert_eq!(again.out, format!("{base}: 0 added, {} were there already\n", articles.len()));
    base
}

fn lines(out: &str) -> Vec<Value> {
    out.lines().map(|l| serde_json::from_str(l).unwrap()).collect()
}

#[test]
fn what_is_added_is_answered_with_its_words() {
    let folder = Folder::new("base-answers");
    let base = base(&folder);
    assert_eq!(run(&["base", "list", &base]).out.lines().count(), articles().len());
    let events =
        lines(&run(&["base", "timeline", &base, "--of", "CONSULT", "--party", "RUS", "--between", "2023-04..2023-05", "--json"]).out);
    assert!(!events.is_empty());
    for event in &events {
        assert_eq!(event["class"], "CONSULT");
        assert!(event["earliest"].as_str() <= Some("2023-05-31") && event["latest"].as_str() >= Some("2023-04-01"));
        assert!(!event["evidence"][0]["quote"]["exact"].as_str().unwrap().is_empty());
    }
    let id = events[0]["id"].as_str().unwrap();
    assert!(run(&["base", "sources", &base, id]).out.contains(id));
    assert!(run(&["base", "who", &base, "Lavrov"]).out.starts_with("sergei-lavrov.rus  "));
    let holders = run(&["base", "who", &base, "--post", "foreign minister", "--country", "RUS"]);
    assert!(holders.out.lines().all(|l| l.contains("foreign minister")) && !holders.out.is_empty(), "{}", holders.out);
    assert!(run(&["base", "claims", &base, "--speaker", "Lavrov"]).out.lines().all(|l| l.contains("Lavrov")));
    assert!(run(&["base", "network", &base]).out.contains("→"));
    assert!(run(&["base", "timeline", &base, "--counts"]).out.contains("documents"));
    let table = run(&["base", "sql", &base, "SELECT count(*) AS documents FROM sources"]);
    assert_eq!(table.out, format!("documents\n{}\n", articles().len()));
}

#[test]
fn decisions_are_kept_and_undone() {
    let folder = Folder::new("base-decisions");
    let base = base(&folder);
    let names = || run(&["base", "list", &base, "--entities", "--json"]).out;
    assert_eq!(run(&["base", "join", &base, "Odile Farrant", "Piers Lomond"]).out, "odile farrant is piers lomond\n");
    assert!(names().contains(r#""names":["Odile Farrant","Piers Lomond"]"#));
    assert!(run(&["base", "merges", &base]).out.contains("\t100\tuser\n"));
    assert_eq!(run(&["base", "split", &base, "Odile Farrant", "Piers Lomond"]).out, "odile farrant is not piers lomond\n");
    assert!(!names().contains(r#""names":["Odile Farrant","Piers Lomond"]"#));
    let nobody = run(&["base", "join", &base, "Nobody Inparticular", "Piers Lomond"]);
    assert!(nobody.code == 1 && nobody.err.starts_with("error[unknown]: "), "{}", nobody.err);
}

#[test]
fn quotations_are_verified_exactly() {
    let folder = Folder::new("base-verify");
    let base = base(&folder);
    let texts = Path::new(folder.path()).join("texts");
    fs::create_dir(&texts).unwrap();
    for article in articles() {
        fs::copy(&article, texts.join(article.file_name().unwrap())).unwrap();
    }
    let fine = run(&["base", "verify", &base, "--texts", path(&texts)]);
    assert!(fine.code == 0 && fine.out.ends_with(" quotations compared, 0 failures\n"), "{}", fine.out);
    // JSON that cubaru wrote: the claims of the base, and a document.
    let claims = folder.file("claims.jsonl", run(&["base", "claims", &base, "--json"]).out);
    assert_eq!(run(&["base", "verify", &claims, "--texts", path(&texts)]).code, 0);
    let written = run(&["read", "--json", path(&articles()[0])]).out;
    let document = folder.file("document.json", &written);
    assert_eq!(run(&["base", "verify", &document, "--texts", path(&texts)]).code, 0);
    let mut moved: Value = serde_json::from_str(&written).unwrap();
    let end = moved["claims"][0]["evidence"][0]["position"]["end"].as_u64().unwrap();
    moved["claims"][0]["evidence"][0]["position"]["end"] = (end + 1).into();
    fs::write(&document, moved.to_string()).unwrap();
    let one = run(&["base", "verify", &document, "--texts", path(&texts)]);
    assert!(one.code == 1 && one.out.contains("stands there") && one.out.ends_with(" 1 failure\n"), "{}", one.out);
    // A text that was changed has another hash.
    let first = texts.join(articles()[0].file_name().unwrap());
    fs::write(&first, fs::read_to_string(&first).unwrap().replacen('e', "a", 1)).unwrap();
    let changed = run(&["base", "verify", &base, "--texts", path(&texts)]);
    assert!(changed.code == 1 && changed.out.contains("no text has this hash"), "{}", changed.out);
}

#[test]
fn exports_are_verified_as_bases_are() {
    let folder = Folder::new("base-verify-exports");
    // One text comes as a file, one as a record; both stand in one folder, of which the base is none of the texts.
    let texts = Path::new(folder.path()).join("texts");
    fs::create_dir(&texts).unwrap();
    let file = texts.join("peru.txt");
    fs::write(&file, "\u{feff}“Perú” 😀 met Chile on Monday.\n").unwrap();
    fs::write(texts.join("peru.json"), r#"{"id": "peru", "published": "2021-05-12"}"#).unwrap();
    let records = texts.join("more.jsonl");
    fs::write(&records, "{\"id\": 7, \"text\": \"Ghana accused Togo of smuggling.\", \"published\": \"2021-05-12\"}\n").unwrap();
    let base = format!("{}/news.sqlite", folder.path());
    assert_eq!(run(&["base", "add", &base, path(&file), path(&records)]).code, 0);
    for format in ["json", "jsonl"] {
        let export = format!("{}/news.{format}", folder.path());
        assert_eq!(run(&["base", "export", &base, "--format", format, "-o", &export]).code, 0);
        let verify = || run(&["base", "verify", &export, "--texts", path(&texts)]);
        let fine = verify();
        assert!(fine.code == 0 && fine.out.ends_with(" 0 failures\n") && !fine.out.starts_with("0 "), "{}", fine.out);
        // The claim's quotation without its last letter: it stands there, but is another.
        let written = fs::read_to_string(&export).unwrap();
        fs::write(&export, written.replacen("accused Togo of smuggling.", "accused Togo of smugglinG.", 1)).unwrap();
        let changed = verify();
        let line = changed.out.lines().next().unwrap();
        assert!(
            changed.code == 1 && line.starts_with("FAILED ") && line.contains("“Ghana accused Togo of smuggling.” stands there"),
            "{line}"
        );
        assert!(line.contains(" in ") && line.contains(" at 0–32: ") && changed.out.ends_with(", 1 failure\n"), "{}", changed.out);
        fs::write(&export, written).unwrap();
    }
    let base_and = |texts: &Path| run(&["base", "verify", &base, "--texts", path(texts)]);
    assert_eq!(base_and(&texts).code, 0);
    fs::remove_file(&records).unwrap();
    let missing = base_and(&texts);
    assert!(missing.code == 1 && missing.out.contains("no text has this hash (it was 7): "), "{}", missing.out);
}

#[test]
fn a_question_may_begin_with_a_comment() {
    let folder = Folder::new("base-sql");
    let base = format!("{}/news.sqlite", folder.path());
    run_with(&["base", "add", &base, "-"], b"{\"text\": \"Ghana met Togo on Monday.\"}\n");
    let question = "-- how many\nSELECT count(*) AS n FROM sources";
    assert_eq!(run(&["base", "sql", &base, question]).out, "n\n1\n");
    assert_eq!(run(&["base", "sql", &base, "--json", question]).out, "{\"n\":1}\n");
    assert_eq!(run(&["base", "sql", &base, question, "--json"]).out, "{\"n\":1}\n");
}

#[test]
fn records_come_from_a_pipe_and_bad_ones_are_named() {
    let folder = Folder::new("base-records");
    let base = format!("{}/pipe.sqlite", folder.path());
    let records = "{\"id\": 7, \"text\": \"Ghana met Togo on Monday.\", \"published\": \"2021-05-12\"}\n\nnonsense\n{\"id\": \"x\"}\n\
                   {\"text\": \"Peru met Chile.\", \"published\": \"soon\"}\n";
    let ran = run_with(&["base", "add", &base, "-"], records.as_bytes());
    assert_eq!((ran.code, ran.out), (1, format!("{base}: 1 added, 3 could not be read\n")));
    assert!(ran.err.contains("stdin:3") && ran.err.contains("stdin:4") && ran.err.contains("error[bad-date]: stdin:5"), "{}", ran.err);
    assert!(run(&["base", "list", &base]).out.contains("7 · "));
}

#[test]
fn other_files_are_refused() {
    let folder = Folder::new("base-refused");
    let other = folder.file("other.sqlite", "a letter, and long enough that somebody might take it for a database if he did not look");
    let ran = run(&["base", "list", &other]);
    assert!(ran.code == 1 && ran.err.starts_with("error[not-a-base]: "), "{}", ran.err);
    let missing = run(&["base", "list", &format!("{}/missing.sqlite", folder.path())]);
    assert!(missing.code == 1 && missing.err.starts_with("error[unreadable]: "), "{}", missing.err);
    assert_eq!(run(&["base", "timeline", &other, "--between", "soon"]).code, 2);
}

#[test]
fn a_base_is_saved_and_loaded() {
    let folder = Folder::new("base-saved");
    let base = base(&folder);
    let (lines, other) = (format!("{}/news.jsonl", folder.path()), format!("{}/other.sqlite", folder.path()));
    assert_eq!(run(&["base", "save", &base, "-o", &lines]).code, 0);
    let saved = fs::read_to_string(&lines).unwrap();
    assert_eq!(run(&["base", "save", &base]).out, saved);
    let count = articles().len();
    assert_eq!(run(&["base", "load", &other, &lines]).out, format!("{other}: {count} added\n"));
    assert_eq!(run_with(&["base", "load", &other, "-"], saved.as_bytes()).out, format!("{other}: 0 added\n"));
    let export = |base: &str| run(&["base", "export", base, "--format", "json"]).out;
    assert!(!export(&base).is_empty() && export(&base) == export(&other));
    fs::write(&lines, saved.replacen("{\"rows\"", "{\"row\"", 1)).unwrap();
    let bad = run(&["base", "load", &other, &lines]);
    assert_eq!(bad.code, 1);
    assert!(bad.err.contains("[bad-line]") && bad.err.contains("line 2"), "{}", bad.err);
}
