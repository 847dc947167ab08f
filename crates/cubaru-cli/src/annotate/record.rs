//! One record: read, and its line.

use super::{Format, layers::Layers};
use crate::lines::Line;
use cubaru::{Dictionaries, Document, Metadata, Reader, Source};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use serde_json::Value;

/// What is written for one record.
pub(crate) struct Answer {
    /// A line of JSON, or sentences of CoNLL-U, with the last line break.
    pub text: String,
    /// Why the record could not be read.
    pub error: Option<Refusal>,
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
#[derive(Serialize)]
pub(crate) struct Refusal {
    pub code: &'static str,
    pub hint: String,
}

/// Reads one record. `number` is its line, for hints.
pub(super) fn answer(reader: &Reader, dictionaries: Option<&Dictionaries>, format: Format, number: u64, line: &Line) -> Answer {
    let (id, read) = match json_line::<Record>(number, line) {
        Ok(record) => (record.id.clone(), document(reader, number, record)),
        Err(refusal) => (Value::Null, Err(refusal)),
    };
    let (text, error) = match (format, read) {
        (Format::Json, Ok(document)) => (json(&Read { id, layers: Layers::of(&document, dictionaries) }), None),
        (Format::Json, Err(error)) => (json(&Failed { id, error: &error }), Some(error)),
        (Format::Conllu, Ok(document)) => (document.conllu(), None),
        // A comment of its own would belong to the next sentence.
        (Format::Conllu, Err(error)) => (String::new(), Some(error)),
    };
    Answer { text, error }
}

/// How a record is called in CoNLL-U: by its id; by its line where it has none.
fn name(id: &Value, number: u64) -> String {
    match id {
        Value::Null => format!("line-{number}"),
        Value::String(id) if id.trim().is_empty() => format!("line-{number}"),
        Value::String(id) => id.clone(),
        other => other.to_string(),
    }
}

#[derive(Serialize)]
struct Read {
    id: Value,
    #[serde(flatten)]
    layers: Layers,
}

#[derive(Serialize)]
struct Failed<'a> {
    id: Value,
    error: &'a Refusal,
}

fn json(value: &impl Serialize) -> String {
    serde_json::to_string(value).expect("strings, numbers and lists are JSON") + "\n"
}

/// One object of JSON. `number` is its line, for hints.
pub(crate) fn json_line<T: DeserializeOwned>(number: u64, line: &Line) -> Result<T, Refusal> {
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

fn document(reader: &Reader, number: u64, record: Record) -> Result<Document, Refusal> {
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
    let metadata = Metadata { id: Some(name(&record.id, number)), published, ..Metadata::default() };
    match reader.read(&Source { text, metadata }) {
        Ok(document) => Ok(document),
        Err(error) => refuse(error.code(), format!("{error}: {}", error.hint())),
    }
}
