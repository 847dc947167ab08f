//! Corpora in Parquet.

use super::{
    corpus::{Content, Fields, Raw, Records, no_column},
    record::Record,
};
use crate::failure::Failure;
use chrono::DateTime;
use parquet::{
    errors::ParquetError,
    file::reader::{FileReader, SerializedFileReader},
    record::{Field, reader::RowIter},
    schema::types::Type,
};
use std::{fs::File, sync::Arc};

/// The rows of a file.
pub(super) struct Rows {
    rows: RowIter<'static>,
    /// Of each column that is looked at, its place among those that are read.
    columns: [Option<usize>; 7],
    row: u64,
    all: u64,
    bytes: u64,
    name: String,
}

impl Rows {
    pub fn open(file: File, bytes: u64, fields: &Fields, name: String) -> Result<Self, Failure> {
        let failed = |e: ParquetError| damaged(&name, &e);
        let reader = SerializedFileReader::new(file).map_err(failed)?;
        let schema = reader.metadata().file_metadata().schema().clone();
        let names: Vec<String> = schema.get_fields().iter().map(|f| f.name().to_string()).collect();
        if !names.contains(&fields.text) {
            return Err(no_column(&name, &fields.text, &names));
        }
        // The others are not even read.
        let wanted: Vec<Arc<Type>> = schema.get_fields().iter().filter(|f| fields.names().contains(&f.name())).cloned().collect();
        let columns = fields.names().map(|name| wanted.iter().position(|f| f.name() == name));
        let projection = Type::group_type_builder(schema.name()).with_fields(wanted).build().map_err(failed)?;
        let all = u64::try_from(reader.metadata().file_metadata().num_rows()).unwrap_or(0);
        let rows = RowIter::from_file_into(Box::new(reader)).project(Some(projection)).map_err(failed)?;
        Ok(Self { rows, columns, row: 0, all, bytes, name })
    }
}

fn damaged(name: &str, error: &ParquetError) -> Failure {
    let (message, hint) =
        (format!("cannot be read as Parquet: {error}"), "check that it was written whole, compressed by snappy, gzip or zstd");
    Failure { place: crate::quote::clean(name), code: "unreadable", message, hint: hint.into() }
}

impl Records for Rows {
    fn next(&mut self) -> Result<Option<Raw>, Failure> {
        let Some(row) = self.rows.next().transpose().map_err(|e| damaged(&self.name, &e))? else { return Ok(None) };
        self.row += 1;
        let fields: Vec<&Field> = row.get_column_iter().map(|(_, field)| field).collect();
        let cells = self.columns.map(|column| column.and_then(|c| fields.get(c)).and_then(|f| text(f)));
        Ok(Some(Raw { place: format!("{}:{}", self.name, self.row), content: Content::Cells(Record::of(cells)) }))
    }

    fn position(&self) -> u64 {
        (u128::from(self.bytes) * u128::from(self.row) / u128::from(self.all.max(1))) as u64
    }
}

/// A cell as text: days and times as dates.
fn text(field: &Field) -> Option<String> {
    let day = |time: Option<DateTime<chrono::Utc>>| time.map(|t| t.format("%Y-%m-%d").to_string());
    match field {
        Field::Str(text) => Some(text.clone()),
        Field::Bytes(bytes) => String::from_utf8(bytes.data().to_vec()).ok(),
        Field::Int(n) => Some(n.to_string()),
        Field::Long(n) => Some(n.to_string()),
        Field::UInt(n) => Some(n.to_string()),
        Field::ULong(n) => Some(n.to_string()),
        Field::Date(days) => day(DateTime::from_timestamp(i64::from(*days) * 86_400, 0)),
        Field::TimestampMillis(n) => day(DateTime::from_timestamp_millis(*n)),
        Field::TimestampMicros(n) => day(DateTime::from_timestamp_micros(*n)),
        _ => None,
    }
}
