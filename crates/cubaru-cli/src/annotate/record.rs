//! One record: read, and its line.

use super::{Line, layers::Layers};
use cubaru::{Metadata, Reader, Source};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// The line for one record.
pub(crate) struct Answer {
    /// JSON, without the line break.
    pub line: String,
    /// The error's code, where the record could not be read.
    pub error: Option<&'static str>,
}

/// All that is looked at.
#[derive(Deserialize)]
#[serde(default)]
struct Record {
    id: Value,
    text: Value,
    published: Value,
    lang: Value,
}

impl Default for Record {
    fn default() -> Self {
        Self { id: Value::Null, text: Value::Null, published: Value::Null, lang: Value::Null }
    }
}

/// Why a record could not be read.
struct Refusal {
    code: &'static str,
    hint: String,
}

/// Reads one record. `number` is its line, for hints.
pub(super) fn answer(reader: &Reader, number: u64, line: &Line) -> Answer {
    let (id, read) = match record(number, line) {
        Ok(record) => {
            let id = record.id.clone();
            (id, layers(reader, number, record))
        }
        Err(refusal) => (Value::Null, Err(refusal)),
    };
    match read {
        Ok(layers) => Answer { line: json(&Read { id, layers }), error: None },
        Err(Refusal { code, hint }) => Answer { line: json(&Failed { id, error: Reason { code, hint } }), error: Some(code) },
    }
}

#[derive(Serialize)]
struct Read {
    id: Value,
    #[serde(flatten)]
    layers: Layers,
}

#[derive(Serialize)]
struct Failed {
    id: Value,
    error: Reason,
}

#[derive(Serialize)]
struct Reason {
    code: &'static str,
    hint: String,
}

fn json(value: &impl Serialize) -> String {
    serde_json::to_string(value).expect("strings, numbers and lists are JSON")
}

fn record(number: u64, line: &Line) -> Result<Record, Refusal> {
    let bytes = match line {
        Line::Whole(bytes) => bytes,
        Line::TooLong(length) => {
            let hint = format!("line {number} has {length} bytes: split the text, or raise the limit (`--limit`)");
            return Err(Refusal { code: "too-long", hint });
        }
    };
    let text = std::str::from_utf8(bytes).map_err(|e| Refusal {
        code: "not-utf8",
        hint: format!("line {number}, byte {} of the line belongs to no character: save the file as UTF-8", e.valid_up_to()),
    })?;
    // Serde would take a list for the fields in their order.
    if !text.trim_start().starts_with('{') {
        let hint = format!("line {number}: no JSON object; write one object a line, as in {{\"id\": …, \"text\": …}}");
        return Err(Refusal { code: "not-json", hint });
    }
    serde_json::from_str(text).map_err(|e| {
        // The place stands in the record's own line.
        let what = e.to_string().split(" at line ").next().unwrap_or_default().to_string();
        Refusal { code: "not-json", hint: format!("line {number}, column {}: {what}; write one JSON object a line", e.column()) }
    })
}

fn layers(reader: &Reader, number: u64, record: Record) -> Result<Layers, Refusal> {
    let refuse = |code, hint: String| Err(Refusal { code, hint: format!("line {number}: {hint}") });
    match &record.lang {
        Value::Null => {}
        Value::String(lang) if lang == "en" => {}
        other => return refuse("other-language", format!("`lang` is {other}, and English (`en`) alone is read")),
    }
    let Value::String(text) = record.text else {
        return refuse("no-text", "`text` is missing or no string; put the article's text there".into());
    };
    let published = match record.published {
        Value::Null => None,
        Value::String(date) => Some(date),
        other => return refuse("bad-date", format!("`published` is {other}; write a string: \"2023\", \"2023-06\", \"2023-06-04\"")),
    };
    let source = Source { text, metadata: Metadata { published, ..Metadata::default() } };
    match reader.read(&source) {
        Ok(document) => Ok(Layers::of(&document)),
        Err(error) => refuse(error.code(), format!("{error}: {}", error.hint())),
    }
}
