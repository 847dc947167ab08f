//! `cubaru code`: what a table holds, and that a kill loses and doubles nothing.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
    thread,
    time::Duration,
};

/// An empty folder of the test's own.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

fn cubaru(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_cubaru"));
    command.arg("code").args(arguments).current_dir(folder).stdin(Stdio::null());
    command
}

fn run(folder: &Path, arguments: &[&str]) -> Output {
    cubaru(folder, arguments).output().unwrap()
}

fn ok(folder: &Path, arguments: &[&str]) -> String {
    let output = run(folder, arguments);
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{told}");
    told
}

fn read(folder: &Path, name: &str) -> String {
    fs::read_to_string(folder.join(name)).unwrap()
}

/// Records of one sentence each, with a broken one now and then.
fn corpus(records: usize) -> String {
    let countries = ["Peru", "Kenya", "Norway", "Japan", "Chile", "Ghana", "Poland"];
    let line = |i: usize| match i % 23 {
        7 => "{\"id\": \"broken\n".to_string(),
        11 => format!("{{\"id\": {i}, \"lang\": \"es\", \"text\": \"Nada.\"}}\n"),
        _ => {
            let (one, other) = (countries[i % 7], countries[(i / 7 + i + 1) % 7]);
            format!(
                "{{\"id\": \"r{i}\", \"published\": \"2015-03-0{}\", \"text\": \"{one} accused {other} of “spying”, and left.\"}}\n",
                i % 9 + 1
            )
        }
    };
    (0..records).map(line).collect()
}

#[test]
fn a_table_holds_each_event_with_its_words() {
    let at = folder("table");
    fs::write(at.join("c.jsonl"), corpus(24)).unwrap();
    let told = ok(&at, &["c.jsonl", "-o", "events.csv"]);
    assert!(told.contains("24 records"), "{told}");
    let table = read(&at, "events.csv");
    assert!(table.starts_with("id,sha256,published,event,class,plover,"));
    let row = table.lines().find(|l| l.starts_with("r1,")).unwrap();
    assert!(row.contains("ACCUSE") && row.contains("2015-03-02") && row.contains("Kenya accused "), "{row}");
    let bad = read(&at, "events.csv.bad.jsonl");
    assert_eq!(bad.lines().count(), 2);
    assert!(bad.contains("\"place\":\"c.jsonl:8\"") && bad.contains("not-json") && bad.contains("other-language"), "{bad}");
    let left: Vec<String> = fs::read_dir(&at).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
    assert_eq!(left.len(), 3, "{left:?}");
}

#[test]
fn every_kind_of_corpus_gives_the_same_rows() {
    let at = folder("kinds");
    let text = "Cuba “met” Peru, at last.\nSpain condemned Chile on 3 May 2019.";
    let json = serde_json::json!({"id": "a", "published": "2019-05-04", "text": text});
    fs::write(at.join("c.jsonl"), format!("\u{feff}{json}\n\n")).unwrap();
    fs::write(at.join("c.csv"), format!("when,body,id\n2019-05-04T10:00:00Z,\"{text}\",a\n")).unwrap();
    fs::write(at.join("c.txt"), text).unwrap();
    fs::write(at.join("c.json"), "{\"id\": \"a\", \"published\": \"2019-05-04\"}").unwrap();
    ok(&at, &["c.jsonl", "-o", "1.jsonl"]);
    ok(&at, &["c.csv", "-o", "2.jsonl", "--text-column", "body", "--published-column", "when"]);
    ok(&at, &["c.txt", "-o", "3.jsonl"]);
    let rows = read(&at, "1.jsonl");
    assert!(rows.lines().count() > 0);
    assert_eq!((read(&at, "2.jsonl"), read(&at, "3.jsonl")), (rows.clone(), rows));
}

#[test]
fn parquet_goes_out_and_in_again() {
    let at = folder("parquet");
    fs::write(at.join("c.jsonl"), corpus(60)).unwrap();
    ok(&at, &["c.jsonl", "-o", "events.parquet", "--batch", "7"]);
    ok(&at, &["c.jsonl", "-o", "events.jsonl"]);
    // The quotes of a table are texts too.
    ok(&at, &["events.parquet", "-o", "again.jsonl", "--text-column", "quote"]);
    let class =
        |rows: &str| rows.lines().map(|l| serde_json::from_str::<serde_json::Value>(l).unwrap()["quote"].clone()).collect::<Vec<_>>();
    assert_eq!(class(&read(&at, "again.jsonl")), class(&read(&at, "events.jsonl")));
}

#[test]
fn a_killed_run_goes_on_and_gives_the_same_bytes() {
    let at = folder("kill");
    fs::write(at.join("c.jsonl"), corpus(400)).unwrap();
    ok(&at, &["c.jsonl", "-o", "whole.csv", "--jobs", "2"]);
    let arguments = ["c.jsonl", "-o", "killed.csv", "--batch", "5", "--jobs", "2"];
    let checkpoint = || fs::read(at.join("killed.csv.checkpoint")).unwrap_or_default();
    let mut went_on = 0;
    for kill in 0..20 {
        let before = checkpoint();
        let mut child = cubaru(&at, &arguments).stderr(Stdio::piped()).spawn().unwrap();
        // Killed at some moment after it came on by a batch.
        while checkpoint() == before && child.try_wait().unwrap().is_none() {
            thread::sleep(Duration::from_millis(1));
        }
        thread::sleep(Duration::from_millis(kill * 7 % 13));
        child.kill().unwrap();
        let told = child.wait_with_output().unwrap().stderr;
        went_on += u32::from(String::from_utf8_lossy(&told).contains("going on after"));
    }
    assert!(went_on > 0, "no run went on where another had been killed");
    if !at.join("killed.csv").exists() {
        ok(&at, &arguments);
    }
    assert!(at.join("killed.csv").exists());
    assert_eq!(read(&at, "killed.csv"), read(&at, "whole.csv"));
    assert_eq!(read(&at, "killed.csv.bad.jsonl"), read(&at, "whole.csv.bad.jsonl"));
    assert!(!at.join("killed.csv.checkpoint").exists() && !at.join("killed.csv.part").exists());
}

#[test]
fn what_stands_there_is_not_written_over() {
    let at = folder("force");
    fs::write(at.join("c.jsonl"), corpus(3)).unwrap();
    fs::write(at.join("events.csv"), "mine").unwrap();
    let refused = |arguments: &[&str], code: &str| {
        let output = run(&at, arguments);
        let told = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.code() == Some(1) && told.contains(code) && told.contains("hint:"), "{told}");
    };
    refused(&["c.jsonl", "-o", "events.csv"], "error[exists]");
    assert_eq!(read(&at, "events.csv"), "mine");
    ok(&at, &["c.jsonl", "-o", "events.csv", "--force"]);
    assert_ne!(read(&at, "events.csv"), "mine");
    refused(&["c.jsonl", "-o", "events.xlsx"], "error[unknown-kind]");
    refused(&["c.doc", "-o", "e.csv"], "error[unreadable]");
    fs::write(at.join("d.csv"), "a,b\n1,2\n").unwrap();
    refused(&["d.csv", "-o", "e.csv"], "there are: a, b");
    // A run that was begun with other options.
    fs::write(at.join("f.csv.checkpoint"), "{}").unwrap();
    refused(&["c.jsonl", "-o", "f.csv"], "error[other-run]");
}
