//! The table of `cases/base`, which Python and JavaScript run as well. `UPDATE=1` writes it anew, for a person to review.

use cubaru::{Ask, Asked, ClaimFact, EventFact, KnowledgeBase, Metadata, Query, Reader, Result, Source, TenureFact};
use serde::Serialize;
use serde_json::Value;
use std::{env, fs, path::PathBuf};

fn path(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../cases/base").join(name)
}

fn base(reader: &Reader) -> KnowledgeBase {
    let base = KnowledgeBase::new();
    for line in fs::read_to_string(path("documents.jsonl")).unwrap().lines() {
        let record: Value = serde_json::from_str(line).unwrap();
        let metadata: Metadata = serde_json::from_value(record.clone()).unwrap();
        let source = Source { text: record["text"].as_str().unwrap().into(), metadata };
        assert!(base.add(&reader.read(&source).unwrap()).unwrap());
    }
    base
}

fn json(answer: impl Serialize) -> Result<String> {
    Ok(serde_json::to_string(&answer).unwrap())
}

/// A question with its conditions.
fn ask<'b, T: Asked>(base: &'b KnowledgeBase, query: Query, conditions: &[Vec<String>]) -> Result<Ask<'b, T>> {
    let with = |query: Query, step: &Vec<String>| query.with(&step[0], &step[1..].iter().map(String::as_str).collect::<Vec<_>>());
    Ok(base.ask(conditions.iter().try_fold(query, with)?))
}

/// The steps of a call: what is asked, conditions, how it is answered.
fn call(base: &KnowledgeBase, reader: &Reader, steps: &[Vec<String>]) -> Result<String> {
    let step = |at: usize| steps[at].iter().map(String::as_str).collect::<Vec<_>>();
    let (first, last) = (step(0), step(steps.len() - 1));
    let conditions = steps.get(1..steps.len() - 1).unwrap_or_default();
    let text = |bytes: Vec<u8>| json(String::from_utf8(bytes).unwrap());
    match (&first[..], &last[..]) {
        (["events"], ["to_json"]) => ask::<EventFact>(base, Query::events(), conditions)?.to_json(),
        (["events"], ["counts_by_month_and_pair"]) => {
            json(ask::<EventFact>(base, Query::events(), conditions)?.counts_by_month_and_pair()?)
        }
        (["events"], ["network"]) => json(ask::<EventFact>(base, Query::events(), conditions)?.network()?),
        (["events"], ["export", format]) => text(ask::<EventFact>(base, Query::events(), conditions)?.export(format, reader)?),
        (["claims"], ["to_json"]) => ask::<ClaimFact>(base, Query::claims(), conditions)?.to_json(),
        (["tenures"], ["to_json"]) => ask::<TenureFact>(base, Query::tenures(), conditions)?.to_json(),
        (["documents"], _) => json(base.documents()?),
        (["entities"], _) => json(base.entities()?),
        (["entity", given], _) => json(base.entity(given)?),
        (["who", given], _) => json(base.who(given)?),
        (["merges"], _) => json(base.merges()?),
        (["decisions"], _) => json(base.decisions()?),
        (["join", a, b], _) => json(base.join(a, b)?),
        (["split", entity, part], _) => json(base.split(entity, part)?),
        (["stories"], _) => json(base.stories()?),
        (["sources_of", event], _) => json(base.sources_of(event)?),
        (["text", sha256], _) => json(base.text(sha256)?),
        (["check_json"], _) => base.check_json(reader),
        (["export", format], _) => text(base.export(format, reader)?),
        _ => panic!("no such call: {steps:?}"),
    }
}

#[test]
fn answers() {
    let reader = Reader::english();
    let (base, path) = (base(&reader), path("answers.tsv"));
    let table = fs::read_to_string(&path).unwrap();
    let answer = |line: &str| {
        if line.starts_with('#') {
            return format!("{line}\n");
        }
        let mut cells = line.split('\t');
        let (number, asked) = (cells.next().unwrap(), cells.next().unwrap());
        let steps: Vec<Vec<String>> = serde_json::from_str(asked).unwrap();
        let error = |e: cubaru::Error| serde_json::json!({"error": e.code(), "message": e.to_string()}).to_string();
        format!("{number}\t{asked}\t{}\n", call(&base, &reader, &steps).unwrap_or_else(error))
    };
    let found: String = table.lines().map(answer).collect();
    if env::var_os("UPDATE").is_some() {
        fs::write(path, found).unwrap();
    } else {
        table.lines().zip(found.lines()).for_each(|(expected, found)| assert_eq!(found, expected));
    }
}
