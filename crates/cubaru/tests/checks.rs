//! The checks against their gold: precision and recall of each kind, with floors that only rise.

use cubaru::{Document, Finding, FindingKind, FindingSide, Reader, Source, Unit, check, findings_in};
use serde::Deserialize;
use std::{collections::BTreeMap, fs, path::Path};

#[derive(Deserialize)]
struct Case {
    id: String,
    kind: String,
    documents: Vec<Source>,
    expected: Vec<Expected>,
}

#[derive(Deserialize)]
struct Expected {
    a: Place,
    b: Option<Place>,
}

#[derive(Deserialize)]
struct Place {
    document: String,
    words: String,
}

/// A side as the gold has it: your own id of the document, start, end.
type Sides<'a> = Vec<(&'a str, usize, usize)>;

fn expected<'a>(case: &'a Case, expected: &'a Expected) -> Sides<'a> {
    let place = |p: &'a Place| {
        let document =
            case.documents.iter().find(|d| d.metadata.id.as_ref() == Some(&p.document)).unwrap_or_else(|| panic!("{}", p.document));
        let start = document.text.find(&p.words).unwrap_or_else(|| panic!("{}: `{}`", case.id, p.words));
        (p.document.as_str(), start, start + p.words.len())
    };
    [Some(&expected.a), expected.b.as_ref()].into_iter().flatten().map(place).collect()
}

fn found<'a>(documents: &'a [Document], finding: &Finding) -> Sides<'a> {
    let place = |s: &FindingSide| {
        let document = documents.iter().find(|d| d.sha256() == s.document.to_string()).expect("a document of the case");
        assert_eq!(&document.text()[s.start as usize..s.end as usize], s.text, "every side quotes its words");
        (document.source().id.as_deref().unwrap_or_default(), s.start as usize, s.end as usize)
    };
    [Some(&finding.a), finding.b.as_ref()].into_iter().flatten().map(place).collect()
}

fn same(a: &Sides, b: &Sides) -> bool {
    let overlap = |x: &(&str, usize, usize), y: &(&str, usize, usize)| x.0 == y.0 && x.1 < y.2 && y.1 < x.2;
    let straight = a.iter().zip(b).all(|(x, y)| overlap(x, y));
    let swapped = a.iter().zip(b.iter().rev()).all(|(x, y)| overlap(x, y));
    a.len() == b.len() && (straight || swapped)
}

#[test]
fn kinds_against_their_gold() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../cubaru-model/tests/checks");
    let reader = Reader::english();
    // Right, reported, wanted.
    let mut score: BTreeMap<&str, [usize; 3]> = BTreeMap::new();
    let mut lines = Vec::new();
    for kind in FindingKind::ALL {
        let text = fs::read_to_string(folder.join(format!("{}.jsonl", kind.name()))).expect("a file for each kind");
        for line in text.lines() {
            let case: Case = serde_json::from_str(line).expect("a case");
            let documents: Vec<Document> = case.documents.iter().map(|s| reader.read(s).expect("a text")).collect();
            let mut wanted: Vec<Sides> = case.expected.iter().map(|e| expected(&case, e)).collect();
            let row = score.entry(kind.name()).or_default();
            row[2] += wanted.len();
            for finding in check(&documents).iter().filter(|f| f.kind.name() == case.kind && !f.agrees) {
                let sides = found(&documents, finding);
                row[1] += 1;
                match wanted.iter().position(|w| same(w, &sides)) {
                    Some(at) => {
                        wanted.remove(at);
                        row[0] += 1;
                    }
                    None => lines.push(format!(
                        "too much {} {}: {} | {:?} | {}",
                        case.id,
                        finding.rule,
                        finding.a.text,
                        finding.b.as_ref().map(|b| &b.text),
                        finding.note
                    )),
                }
            }
            lines.extend(wanted.iter().map(|w| format!("missed {}: {w:?}", case.id)));
        }
    }
    for line in &lines {
        println!("{line}");
    }
    for (kind, [right, reported, wanted]) in &score {
        println!("{kind}: {right} of {reported} reported are right, {right} of {wanted} wanted are found");
    }
    for (kind, least, most_wrong) in FLOORS {
        let [right, reported, _] = score[kind];
        assert!(right >= *least && reported - right <= *most_wrong, "{kind}: {right} right, {} wrong", reported - right);
    }
}

/// Of each kind, how many must be found, and how many may be reported that are not in the gold.
const FLOORS: &[(&str, usize, usize)] = &[
    ("class", 5, 0),
    ("contradiction", 8, 0),
    ("count", 4, 0),
    ("dependence", 5, 0),
    ("drift", 6, 0),
    ("figure", 5, 0),
    ("order", 4, 0),
    ("span", 4, 0),
    ("superlative", 6, 0),
];

/// All texts of the gold as one corpus.
fn corpus() -> Vec<Document> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../cubaru-model/tests/checks");
    let reader = Reader::english();
    let mut documents = Vec::new();
    for kind in FindingKind::ALL {
        let text = fs::read_to_string(folder.join(format!("{}.jsonl", kind.name()))).expect("a file for each kind");
        for case in text.lines().map(|l| serde_json::from_str::<Case>(l).expect("a case")) {
            documents.extend(case.documents.iter().map(|s| reader.read(s).expect("a text")));
        }
    }
    documents
}

#[test]
fn it_does_not_matter_which_document_came_first() {
    let documents = corpus();
    let findings = check(&documents);
    assert!(findings.len() > 30);
    assert_eq!(findings, check(documents.iter().rev()));
    assert_eq!(findings, check(documents.iter().chain(&documents)), "the same text again changes nothing");
}

#[test]
fn every_side_quotes_its_words_and_every_rule_is_in_the_guide() {
    let documents = corpus();
    let guide = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/checks.md")).expect("the guide to checks");
    for finding in check(&documents) {
        found(&documents, &finding);
        assert!(guide.contains(&format!("`{}`", finding.rule)), "{}", finding.rule);
    }
}

#[test]
fn places_are_counted_in_the_unit_that_is_asked_for() {
    let text = "É frio. Three ministers resigned: Ana Prado, the minister of trade, and Luis Lemos, the minister of health.";
    let document = Reader::english().read(&Source::new(text)).expect("a text");
    let findings = findings_in(check([&document]), Unit::CodePoint, |_| text.into());
    let count = findings.iter().find(|f| f.kind == FindingKind::Count).expect("a count");
    let quoted: String = text.chars().skip(count.a.start as usize).take((count.a.end - count.a.start) as usize).collect();
    assert_eq!(quoted, "Three ministers");
}

#[test]
fn odd_texts_are_no_trouble() {
    let reader = Reader::english();
    for text in [
        "",
        ".",
        "“",
        "after",
        "The first.",
        "Every",
        "No",
        "In five months:",
        "seven officials: , , and",
        "never ever?",
        "after after before 3 May",
    ] {
        let document = reader.read(&Source::new(text).published("2020-02-29")).expect("a text");
        check([&document]);
    }
}
