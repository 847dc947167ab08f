//! A table as Parquet: text as UTF-8, lists as lists, days as dates. Uncompressed, one row group for each 100,000 rows.

use super::{
    table::{Cell, Kind, Table},
    when,
};
use crate::base::BaseError;
use parquet::{
    basic::{LogicalType, Repetition, Type as Physical},
    data_type::{BoolType, ByteArray, ByteArrayType, Int32Type},
    errors::ParquetError,
    file::{
        properties::WriterProperties,
        writer::{SerializedColumnWriter, SerializedFileWriter},
    },
    schema::types::{Type, TypePtr},
};
use std::sync::Arc;

const GROUP: usize = 100_000;

pub(super) fn write(table: &Table) -> Result<Vec<u8>, BaseError> {
    bytes(table).map_err(|e| BaseError::Store { problem: e.to_string() })
}

fn bytes(table: &Table) -> Result<Vec<u8>, ParquetError> {
    let fields = table.columns.iter().map(|(name, kind)| field(name, *kind)).collect::<Result<_, _>>()?;
    let schema = Arc::new(Type::group_type_builder("cubaru").with_fields(fields).build()?);
    let created = concat!("cubaru ", env!("CARGO_PKG_VERSION")).to_string();
    let properties = WriterProperties::builder().set_created_by(created).build();
    let mut out = Vec::new();
    let mut file = SerializedFileWriter::new(&mut out, schema, Arc::new(properties))?;
    for rows in table.rows.chunks(GROUP) {
        let mut group = file.next_row_group()?;
        let mut at = 0;
        while let Some(mut column) = group.next_column()? {
            let kind = table.columns.get(at).map_or(Kind::Text, |(_, kind)| *kind);
            fill(&mut column, kind, rows.iter().filter_map(|row| row.get(at)))?;
            column.close()?;
            at += 1;
        }
        group.close()?;
    }
    file.close()?;
    Ok(out)
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
                let day = value.as_deref().and_then(when::since_1970);
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
