//! A table as Parquet: text as UTF-8, lists as lists, days as dates, numbers as 32-bit integers; compressed by snappy.

use super::{Cell, Column, Kind};
use crate::day::since_1970;
use parquet::{
    basic::{Compression, LogicalType, Repetition, Type as Physical},
    data_type::{BoolType, ByteArray, ByteArrayType, Int32Type},
    errors::ParquetError,
    file::{
        properties::WriterProperties,
        writer::{SerializedColumnWriter, SerializedFileWriter},
    },
    schema::types::{Type, TypePtr},
};
use std::{
    io::{self, Write},
    sync::Arc,
};

/// So many rows stand in one group: what a table of any length needs in memory.
const GROUP: usize = 50_000;

/// A Parquet file that is written row by row.
pub struct ParquetFile<W: Write + Send> {
    columns: Vec<Column>,
    file: SerializedFileWriter<W>,
    rows: Vec<Vec<Cell>>,
}

impl<W: Write + Send> ParquetFile<W> {
    /// Begins a file.
    ///
    /// # Errors
    /// Those of writing.
    pub fn new(out: W, columns: &[Column]) -> io::Result<Self> {
        let fields = columns.iter().map(|(name, kind)| field(name, *kind)).collect::<Result<_, _>>().map_err(io::Error::other)?;
        let schema = Type::group_type_builder("cubaru").with_fields(fields).build().map_err(io::Error::other)?;
        let created = concat!("cubaru ", env!("CARGO_PKG_VERSION")).to_string();
        let properties = WriterProperties::builder().set_created_by(created).set_compression(Compression::SNAPPY).build();
        let file = SerializedFileWriter::new(out, Arc::new(schema), Arc::new(properties)).map_err(io::Error::other)?;
        Ok(Self { columns: columns.to_vec(), file, rows: Vec::new() })
    }

    /// Adds a row, which has a cell for each column and of its kind.
    ///
    /// # Errors
    /// Those of writing.
    pub fn push(&mut self, row: Vec<Cell>) -> io::Result<()> {
        self.rows.push(row);
        if self.rows.len() == GROUP { self.group() } else { Ok(()) }
    }

    /// Ends the file, and gives back what was written to.
    ///
    /// # Errors
    /// Those of writing.
    pub fn finish(mut self) -> io::Result<W> {
        if !self.rows.is_empty() {
            self.group()?;
        }
        self.file.into_inner().map_err(io::Error::other)
    }

    fn group(&mut self) -> io::Result<()> {
        let rows = std::mem::take(&mut self.rows);
        let mut write = || -> Result<(), ParquetError> {
            let mut group = self.file.next_row_group()?;
            for (at, (_, kind)) in self.columns.iter().enumerate() {
                let Some(mut column) = group.next_column()? else { break };
                fill(&mut column, *kind, rows.iter().filter_map(|row| row.get(at)))?;
                column.close()?;
            }
            group.close().map(drop)
        };
        write().map_err(io::Error::other)
    }
}

fn field(name: &str, kind: Kind) -> Result<TypePtr, ParquetError> {
    let plain = |physical, logical, repetition| {
        Type::primitive_type_builder(name, physical).with_repetition(repetition).with_logical_type(logical).build()
    };
    Ok(Arc::new(match kind {
        Kind::Text => plain(Physical::BYTE_ARRAY, Some(LogicalType::String), Repetition::OPTIONAL)?,
        Kind::Day => plain(Physical::INT32, Some(LogicalType::Date), Repetition::OPTIONAL)?,
        Kind::Number => plain(Physical::INT32, None, Repetition::OPTIONAL)?,
        Kind::Flag => plain(Physical::BOOLEAN, None, Repetition::REQUIRED)?,
        Kind::List => {
            let text = Type::primitive_type_builder("element", Physical::BYTE_ARRAY)
                .with_repetition(Repetition::REQUIRED)
                .with_logical_type(Some(LogicalType::String))
                .build()?;
            let list = Type::group_type_builder("list").with_repetition(Repetition::REPEATED).with_fields(vec![Arc::new(text)]).build()?;
            Type::group_type_builder(name)
                .with_repetition(Repetition::REQUIRED)
                .with_logical_type(Some(LogicalType::List))
                .with_fields(vec![Arc::new(list)])
                .build()?
        }
    }))
}

fn text(text: &str) -> ByteArray {
    ByteArray::from(text.as_bytes().to_vec())
}

/// Writes the cells of one column: values, and for each cell whether it has one.
fn fill<'a>(column: &mut SerializedColumnWriter<'_>, kind: Kind, cells: impl Iterator<Item = &'a Cell>) -> Result<(), ParquetError> {
    let (mut texts, mut numbers, mut flags) = (Vec::new(), Vec::new(), Vec::new());
    let (mut defined, mut repeated): (Vec<i16>, Vec<i16>) = (Vec::new(), Vec::new());
    for cell in cells {
        match cell {
            Cell::Text(value) => {
                defined.push(value.is_some().into());
                texts.extend(value.as_deref().map(text));
            }
            Cell::Day(value) => {
                let day = value.as_deref().and_then(since_1970);
                defined.push(day.is_some().into());
                numbers.extend(day);
            }
            Cell::Number(value) => {
                let number = value.and_then(|n| i32::try_from(n).ok());
                defined.push(number.is_some().into());
                numbers.extend(number);
            }
            Cell::Flag(value) => flags.push(*value),
            Cell::List(items) => {
                defined.extend(if items.is_empty() { vec![0] } else { vec![1; items.len()] });
                repeated.extend((0..items.len().max(1)).map(|i| i16::from(i > 0)));
                texts.extend(items.iter().map(|i| text(i)));
            }
        }
    }
    match kind {
        Kind::Text => column.typed::<ByteArrayType>().write_batch(&texts, Some(&defined), None)?,
        Kind::List => column.typed::<ByteArrayType>().write_batch(&texts, Some(&defined), Some(&repeated))?,
        Kind::Day | Kind::Number => column.typed::<Int32Type>().write_batch(&numbers, Some(&defined), None)?,
        Kind::Flag => column.typed::<BoolType>().write_batch(&flags, None, None)?,
    };
    Ok(())
}
