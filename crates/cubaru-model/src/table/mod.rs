//! Tables as files that programs of tables open: CSV by RFC 4180, and Parquet with the feature `parquet`.
//!
//! ```
//! use cubaru_model::table::{Cell, Kind, csv_head, csv_line};
//! let columns = [("name", Kind::Text), ("codes", Kind::List)];
//! let row = [Cell::Text(Some("Ama Owusu, minister".into())), Cell::List(vec!["GHA".into(), "GOV".into()])];
//! assert_eq!(csv_head(&columns) + &csv_line(&row), "name,codes\n\"Ama Owusu, minister\",GHA | GOV\n");
//! ```
#[cfg(feature = "parquet")]
mod parquet;

#[cfg(feature = "parquet")]
pub use parquet::ParquetFile;

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Text, which can be missing.
    Text,
    /// Texts.
    List,
    /// A day as `YYYY-MM-DD`, which can be missing.
    Day,
    /// A whole number, which can be missing.
    Number,
    /// Yes or no.
    Flag,
}

/// One cell; of the kind that its column has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// Of a column of [`Kind::Text`].
    Text(Option<String>),
    /// Of a column of [`Kind::List`].
    List(Vec<String>),
    /// Of a column of [`Kind::Day`].
    Day(Option<String>),
    /// Of a column of [`Kind::Number`].
    Number(Option<u32>),
    /// Of a column of [`Kind::Flag`].
    Flag(bool),
}

/// A column: its name and what it holds.
pub type Column = (&'static str, Kind);

/// The headings as a line of CSV.
pub fn csv_head(columns: &[Column]) -> String {
    columns.iter().map(|(name, _)| *name).collect::<Vec<_>>().join(",") + "\n"
}

/// A row as a line of CSV. The items of a list are parted by ` | `; a `|` or `\` within one has a `\` before it.
pub fn csv_line(row: &[Cell]) -> String {
    row.iter().map(|cell| quoted(written(cell))).collect::<Vec<_>>().join(",") + "\n"
}

fn written(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) | Cell::Day(text) => text.clone().unwrap_or_default(),
        Cell::List(items) => items.iter().map(|i| i.replace('\\', "\\\\").replace('|', "\\|")).collect::<Vec<_>>().join(" | "),
        Cell::Number(number) => number.map(|n| n.to_string()).unwrap_or_default(),
        Cell::Flag(flag) => flag.to_string(),
    }
}

/// A cell between quotation marks where it needs them.
fn quoted(cell: String) -> String {
    if cell.contains(['"', ',', '\n', '\r']) || cell.starts_with([' ', '\t']) || cell.ends_with([' ', '\t']) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell
    }
}
