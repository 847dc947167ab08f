//! One record: read, and its rows.

use super::{
    corpus::{Content, Raw},
    output::Format,
    table::{self, Row},
};
use crate::annotate::{Refusal, json_line};
use cubaru::{Document, Metadata, Reader, Source, Unit, table::csv_line};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// The cells of a record that are looked at.
#[derive(Debug, Default)]
pub(super) struct Record {
    text: Option<String>,
    id: Option<String>,
    published: Option<String>,
    lang: Option<String>,
    title: Option<String>,
    publisher: Option<String>,
    url: Option<String>,
}

impl Record {
    /// From the cells, in the order of [`super::corpus::Fields::names`].
    pub fn of([text, id, published, lang, title, publisher, url]: [Option<String>; 7]) -> Self {
        Self { text, id, published, lang, title, publisher, url }
    }

    pub fn size(&self) -> usize {
        self.text.as_ref().map_or(0, String::len)
    }
}

/// What becomes of a record.
pub(super) struct Answer {
    /// Its rows, as they are written.
    pub rows: Vec<u8>,
    /// How many there are.
    pub events: u64,
    /// Why it could not be read, as a line of JSON.
    pub bad: Option<String>,
}

#[derive(Serialize)]
struct Bad<'a> {
    place: &'a str,
    id: Option<&'a str>,
    error: &'a Refusal,
}

/// Reads a record.
pub(super) fn answer(reader: &Reader, names: &[&str; 7], raw: Raw, format: Format) -> Answer {
    let Raw { place, content } = raw;
    let mut id = None;
    match document(reader, names, content, &place, &mut id) {
        Ok(document) => {
            let rows = table::rows(&document.in_unit(Unit::CodePoint));
            Answer { events: rows.len() as u64, rows: written(rows, format), bad: None }
        }
        Err(error) => {
            let bad = serde_json::to_string(&Bad { place: &place, id: id.as_deref(), error: &error });
            Answer { rows: Vec::new(), events: 0, bad: Some(bad.expect("strings are JSON") + "\n") }
        }
    }
}

fn document(reader: &Reader, names: &[&str; 7], content: Content, place: &str, id: &mut Option<String>) -> Result<Document, Refusal> {
    let refuse = |error: &cubaru::Error| Refusal { code: error.code(), hint: format!("{error}: {}", error.hint()) };
    let record = match content {
        Content::Line(number, line) => {
            let Object(mut fields) = json_line(number, &line)?;
            Record::of(names.map(|name| text_of(fields.remove(name).unwrap_or_default())))
        }
        Content::Cells(record) => record,
        Content::Text(bytes, mut metadata) => {
            metadata.id.get_or_insert_with(|| place.into());
            id.clone_from(&metadata.id);
            return reader.read_bytes(&bytes, &Source { text: String::new(), metadata: *metadata }).map_err(|e| refuse(&e));
        }
        Content::Bad { code, hint } => return Err(Refusal { code, hint }),
    };
    id.clone_from(&record.id);
    let Record { text, id, published, lang, title, publisher, url } = record;
    if let Some(lang) = lang.filter(|l| l != "en") {
        return Err(Refusal { code: "other-language", hint: format!("the language is `{lang}`, and English (`en`) alone is read") });
    }
    let Some(text) = text else {
        return Err(Refusal { code: "no-text", hint: format!("`{}` is missing or no text; put the article's text there", names[0]) });
    };
    // A time stamp begins with its day.
    let published = published.map(|p| match p.split_once(['T', ' ']) {
        Some((day, _)) if day.len() == 10 => day.into(),
        _ => p,
    });
    let metadata = Metadata { id: id.or_else(|| Some(place.into())), title, url, publisher, published, ..Metadata::default() };
    reader.read(&Source { text, metadata }).map_err(|e| refuse(&e))
}

/// A JSON object.
#[derive(Deserialize)]
#[serde(transparent)]
struct Object(serde_json::Map<String, Value>);

/// A value as a cell: numbers as they are written.
fn text_of(value: Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

fn written(rows: Vec<Row>, format: Format) -> Vec<u8> {
    let line = |row: Row| match format {
        Format::Csv => csv_line(&row.cells()),
        Format::Jsonl | Format::Parquet => serde_json::to_string(&row).expect("strings are JSON") + "\n",
    };
    rows.into_iter().map(line).collect::<String>().into_bytes()
}
