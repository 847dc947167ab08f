//! `cubaru annotate`, as its users run it.

mod support;

use serde_json::{Value, json};
use std::{
    collections::BTreeSet,
    fs,
    io::{BufRead, BufReader, Write},
    process::Stdio,
};
use support::{Folder, articles, cubaru, run, run_with};

fn lines(out: &str) -> Vec<Value> {
    out.lines().map(|l| serde_json::from_str(l).unwrap_or_else(|e| panic!("{e}: {l}"))).collect()
}

fn record(text: &str) -> String {
    json!({"id": "a", "text": text, "published": "2023-06-05"}).to_string()
}

#[test]
fn records_come_in_order_with_errors_in_between() {
    let good = "Russian Foreign Minister Sergei Lavrov visited Cuba on Monday.";
    let input = [
        json!({"id": "one", "text": good, "published": "2023-06-05", "lang": "en"}).to_string(),
        "not json".into(),
        json!({"id": 3, "lang": "en"}).to_string(),
        json!({"id": "four", "text": good, "lang": "es"}).to_string(),
        String::new(),
        json!({"id": "six", "text": good, "published": "June 2023"}).to_string(),
        json!(["a", "list"]).to_string(),
        json!({"text": good, "published": null, "lang": null}).to_string(),
        json!({"id": "nine", "text": "x".repeat(300)}).to_string(),
        json!({"id": "ten", "text": "", "published": "2023"}).to_string(),
        json!({"id": "eleven", "text": 1}).to_string(),
    ]
    .join("\n");
    let ran = run_with(&["annotate", "--limit", "200", "-"], input.as_bytes());
    assert_eq!(ran.code, 0);
    let found = lines(&ran.out);
    let told: Vec<(Value, Option<&str>)> = found.iter().map(|v| (v["id"].clone(), v["error"]["code"].as_str())).collect();
    assert_eq!(
        told,
        [
            (json!("one"), None),
            (Value::Null, Some("not-json")),
            (json!(3), Some("no-text")),
            (json!("four"), Some("other-language")),
            (json!("six"), Some("bad-date")),
            (Value::Null, Some("not-json")),
            (Value::Null, None),
            (json!("nine"), Some("too-long")),
            (json!("ten"), None),
            (json!("eleven"), Some("no-text")),
        ]
    );
    for failed in found.iter().filter(|v| v.get("error").is_some()) {
        // In which order a map holds its keys hangs on what else is built.
        let mut keys: Vec<_> = failed.as_object().unwrap().keys().collect();
        keys.sort();
        assert_eq!(keys, ["error", "id"]);
        assert!(failed["error"]["hint"].as_str().unwrap().starts_with("line "), "{failed}");
    }
    assert!(found[4]["error"]["hint"].as_str().unwrap().contains("line 6: ") && ran.err.contains("7 of 10 records"), "{}", ran.err);
    assert!(ran.err.contains("line 2 (not-json)"), "{}", ran.err);
}

#[test]
fn every_layer_has_the_format_s_keys_and_code_points() {
    let text =
        "😀 Russian Foreign Minister Sergei Lavrov visited Cuba on Monday. “The talks – 😀 – were good,” Lavrov said. He met Díaz-Canel.";
    let ran = run_with(&["annotate", "-"], record(text).as_bytes());
    let found = &lines(&ran.out)[0];
    let keys = |value: &Value| value.as_object().unwrap().keys().cloned().collect::<BTreeSet<_>>();
    let set = |names: &str| names.split(' ').map(str::to_string).collect::<BTreeSet<_>>();
    assert_eq!(keys(found), set("id timexes entities offices attributions events"));
    let optional = [("timexes", ""), ("entities", "entity"), ("offices", ""), ("attributions", "entity parent"), ("events", "")];
    let wanted = [
        "start end type value mod",
        "start end type code entity",
        "person post body country former",
        "source cue content entity parent",
        "type class mode cameo quad trigger source target source_spans target_spans date place certainty status",
    ];
    for ((layer, optional), wanted) in optional.into_iter().zip(wanted) {
        for value in found[layer].as_array().unwrap() {
            let missing: BTreeSet<String> = set(wanted).difference(&keys(value)).cloned().collect();
            assert!(keys(value).is_subset(&set(wanted)) && missing.is_subset(&set(optional)), "{layer}: {value}");
        }
    }
    let points: Vec<char> = text.chars().collect();
    let cut = |from: &Value, to: &Value| points[from.as_u64().unwrap() as usize..to.as_u64().unwrap() as usize].iter().collect::<String>();
    let names: Vec<(String, &str)> =
        found["entities"].as_array().unwrap().iter().map(|e| (cut(&e["start"], &e["end"]), e["type"].as_str().unwrap())).collect();
    for name in [("Sergei Lavrov", "PER"), ("Cuba", "LOC"), ("Russian", "NORP")] {
        assert!(names.contains(&(name.0.into(), name.1)), "{names:?}");
    }
    let visit = found["events"].as_array().unwrap().iter().find(|e| e["mode"] == "visit").expect("a visit");
    assert_eq!(
        (visit["type"].as_str(), visit["class"].as_str(), visit["status"].as_str()),
        (Some("CONSULT"), Some("CONSULT"), Some("actual"))
    );
    assert_eq!(cut(&visit["trigger"][0][0], &visit["trigger"][0][1]), "visited");
    assert_eq!(visit["source"], json!(["RUSGOV"]));
    let says = found["attributions"].as_array().unwrap();
    assert!(says.iter().any(|a| cut(&a["cue"][0][0], &a["cue"][0][1]) == "said"), "{says:?}");
}

#[test]
fn nothing_but_id_text_date_and_language_is_looked_at() {
    let text = fs::read_to_string(&articles()[0]).unwrap();
    let bare = json!({"id": "a", "text": text, "published": "2023-06-14"});
    let mut gold = bare.clone();
    gold["events"] = json!([{"type": 3}, "x"]);
    gold["entities"] = json!({"start": null});
    gold["title"] = json!("Another title");
    gold["source"] = json!("a data set");
    let both = format!("{bare}\n{gold}\n");
    let out = run_with(&["annotate", "-"], both.as_bytes()).out;
    let (one, two) = out.trim_end().split_once('\n').unwrap();
    assert_eq!(one, two);
}

#[test]
fn any_number_of_jobs_writes_the_same_bytes() {
    let folder = Folder::new("jobs");
    let whole: Vec<String> = articles().iter().map(|p| fs::read_to_string(p).unwrap()).collect();
    let paragraphs: Vec<&str> = whole.iter().flat_map(|t| t.split("\n\n")).collect();
    // More records than two chunks hold, of very different lengths, with broken ones among them.
    let records = (0..700).map(|i| match i % 7 {
        3 => format!("{{\"id\": {i}, \"text\""),
        _ if i % 100 == 5 => json!({"id": i, "text": whole[i / 100 % whole.len()]}).to_string(),
        _ => json!({"id": i, "text": paragraphs[i * 31 % paragraphs.len()], "published": "2023-06"}).to_string(),
    });
    let path = folder.file("corpus.jsonl", records.collect::<Vec<_>>().join("\n"));
    let one = run(&["annotate", "--jobs", "1", &path]);
    let eight = run(&["annotate", "--jobs", "8", "--progress", "never", &path]);
    assert_eq!((one.code, eight.code), (0, 0));
    assert_eq!(one.out, eight.out);
    assert_eq!(one.err, eight.err);
    let ids: Vec<Value> = lines(&one.out).iter().enumerate().map(|(i, v)| if i % 7 == 3 { json!(i) } else { v["id"].clone() }).collect();
    assert_eq!(ids, (0..700).map(|i| json!(i)).collect::<Vec<_>>());
}

#[test]
fn alone_each_record_is_answered_before_the_next_is_read() {
    let mut child = cubaru().args(["annotate", "--jobs", "1", "-"]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let (mut stdin, mut stdout) = (child.stdin.take().unwrap(), BufReader::new(child.stdout.take().unwrap()));
    for i in 0..3 {
        writeln!(stdin, "{}", json!({"id": i, "text": "Cuba and Russia met."})).unwrap();
        let mut answer = String::new();
        stdout.read_line(&mut answer).unwrap();
        assert!(answer.starts_with(&format!("{{\"id\":{i},")), "{answer}");
    }
    drop(stdin);
    assert!(child.wait().unwrap().success());
}

#[test]
fn a_file_that_cannot_be_read_is_an_error() {
    let folder = Folder::new("annotate-errors");
    for path in [format!("{}/none.jsonl", folder.path()), folder.path().to_string()] {
        let ran = run(&["annotate", &path]);
        assert_eq!((ran.code, ran.out.as_str()), (1, ""));
        assert!(ran.err.starts_with("error[unreadable]: ") && ran.err.contains(&path) && ran.err.contains("hint: "), "{}", ran.err);
    }
    let latin = folder.file("latin.jsonl", b"{\"text\": \"Ra\xfal\"}\n{\"id\": 2, \"text\": \"Cuba.\"}");
    let ran = run(&["annotate", &latin]);
    let found = lines(&ran.out);
    assert_eq!((ran.code, found[0]["error"]["code"].as_str(), &found[1]["id"]), (0, Some("not-utf8"), &json!(2)));
    assert!(found[0]["error"]["hint"].as_str().unwrap().contains("byte 12"), "{}", ran.out);
    for arguments in [&["annotate"][..], &["annotate", "--jobs", "0", "-"]] {
        assert_eq!(run(arguments).code, 2);
    }
}

#[test]
fn whoever_stops_reading_causes_no_error() {
    let folder = Folder::new("annotate-pipe");
    let text = fs::read_to_string(&articles()[0]).unwrap();
    let path = folder.file("corpus.jsonl", format!("{}\n", record(&text)).repeat(40));
    let mut child = cubaru().args(["annotate", &path]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut first = [0u8; 4];
    std::io::Read::read_exact(child.stdout.as_mut().unwrap(), &mut first).unwrap();
    drop(child.stdout.take());
    let ended = child.wait_with_output().unwrap();
    assert_eq!((ended.status.code(), ended.stderr.len()), (Some(0), 0), "{}", String::from_utf8_lossy(&ended.stderr));
}

#[test]
fn conllu_names_each_document_and_leaves_out_what_cannot_be_read() {
    let folder = Folder::new("annotate-conllu");
    let records = [
        json!({"id": "wire 7", "text": "Cuba didn’t sign.\n\nRussia’s envoy left.", "published": "2023-06-05"}).to_string(),
        "not json".into(),
        json!({"id": 3, "text": "Cuba signed."}).to_string(),
        json!({"text": "Russia signed."}).to_string(),
        json!({"id": "empty", "text": " "}).to_string(),
        json!({"id": "six", "text": "Cuba.", "lang": "es"}).to_string(),
    ];
    let path = folder.file("corpus.jsonl", records.join("\n"));
    let ran = run(&["annotate", "--format", "conllu", &path]);
    assert_eq!(ran.code, 0);
    let comments: Vec<&str> = ran.out.lines().filter(|l| l.starts_with('#')).collect();
    let expected = "# newdoc id = wire_7\n# newpar\n# sent_id = wire_7-1\n# text = Cuba didn’t sign.\n# newpar\n# sent_id = wire_7-2\n# text = \
                    Russia’s envoy left.\n# newdoc id = 3\n# newpar\n# sent_id = 3-1\n# text = Cuba signed.\n# newdoc id = line-4\n# newpar\n\
                    # sent_id = line-4-1\n# text = Russia signed.";
    assert_eq!(comments.join("\n"), expected);
    let words: Vec<String> =
        ran.out.lines().filter(|l| l.split('\t').count() == 10).map(|l| l.split('\t').take(2).collect::<Vec<_>>().join(" ")).collect();
    assert_eq!(words[..5], ["1 Cuba", "2-3 didn’t", "2 did", "3 n’t", "4 sign"]);
    assert!(ran.out.ends_with("\n\n") && !ran.out.contains("\n\n\n"));
    assert!(
        ran.err.contains("error[not-json]: ") && ran.err.contains("hint: line 2: ") && ran.err.contains("error[other-language]"),
        "{}",
        ran.err
    );
    assert!(ran.err.contains("2 of 6 records could not be read; the first on line 2 (not-json)"), "{}", ran.err);
    let one = run(&["annotate", "--format", "conllu", "--jobs", "1", &path]);
    assert_eq!((one.out, one.err), (ran.out, ran.err));
    assert_eq!(run(&["annotate", "--format", "xml", &path]).code, 2);
}
