//! The texts of `cases/rules`, read by rules of one's own; Python and JavaScript read them as well. `UPDATE=1` writes what they give anew,
//! for a person to review.

mod common;

use common::{READER, repository};
use cubaru::{Document, Error, Metadata, Source, Unit};
use serde_json::{Value, json};
use std::{env, fs};

fn read(reader: &cubaru::Reader, case: &Value) -> Document {
    let metadata = Metadata { published: case["published"].as_str().map(Into::into), ..Metadata::default() };
    let source = Source { text: case["text"].as_str().unwrap().into(), metadata };
    reader.read(&source).unwrap().in_unit(Unit::CodePoint).into_owned()
}

#[test]
fn texts_read_by_rules_of_ones_own() {
    let reader = READER.clone().with_rules(&fs::read_to_string(repository("cases/rules/own.rules")).unwrap()).unwrap();
    let path = repository("cases/rules/own.json");
    let cases: Vec<Value> = serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
    let found = cases.iter().map(|case| {
        let document = read(&reader, case);
        let mut found = case.clone();
        found["events"] = json!(document.events());
        for (source, claims) in found["claims_by"].as_object_mut().unwrap() {
            *claims = json!(document.claims_by(source));
        }
        found
    });
    let found: Vec<Value> = found.collect();
    if env::var_os("UPDATE").is_some() {
        fs::write(path, serde_json::to_string_pretty(&found).unwrap() + "\n").unwrap();
    } else {
        for (case, found) in cases.iter().zip(&found) {
            assert_eq!(found, case, "{}", case["text"]);
        }
    }
}

#[test]
fn a_file_may_begin_with_a_byte_order_mark() {
    let line = "verb restructure obj=debt | DEBT | subj -> to | politcal | Zambia restructured its debt to China. | Rain fell.";
    for before in ["", "\u{feff}", "\u{feff}# ours\r\n"] {
        let text = format!("{before}{line}");
        let Some(error @ Error::Rules(_)) = READER.clone().with_rules(&text).err() else { panic!("`politcal` is no caution") };
        let span = error.span().unwrap();
        assert!(text[span.start as usize..span.end as usize].starts_with("politcal | "), "{error}");
        assert!(error.to_string().contains("column 49: "), "{error}");
        assert!(READER.clone().with_rules(&text.replace("politcal", "political")).is_ok());
    }
}

#[test]
fn the_last_rules_go_first() {
    let rule = |class: &str| {
        format!("verb restructure obj=debt | {class} | subj -> to | political | Zambia restructured its debt to China. | Rain fell.")
    };
    let reader = READER.clone().with_rules(&rule("ONE")).unwrap().with_rules(&rule("TWO")).unwrap();
    let document = reader.read(&Source::new("Ghana restructured its debt to Japan.")).unwrap();
    assert_eq!(document.events().iter().map(|e| e.class.name()).collect::<Vec<_>>(), ["TWO"]);
}
