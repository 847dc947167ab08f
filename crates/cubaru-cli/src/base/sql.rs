//! `cubaru base sql`: plain SQL, to read.

use super::{Outcome, open, told};
use clap::Args;
use serde_json::{Map, Value};
use std::{
    io::{self, Write},
    path::PathBuf,
};

const EXAMPLES: &str = "\
Examples:
  cubaru base sql news.sqlite 'SELECT class, count(*) FROM events GROUP BY class ORDER BY 2 DESC'
  cubaru base sql news.sqlite --json 'SELECT * FROM people'

The views are events, participants, claims, people, tenures, sources; docs/sql.md tells their columns.";

/// Ask in SQL; nothing can be changed so
#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Arguments {
    /// The base
    base: PathBuf,
    /// The question
    #[arg(allow_hyphen_values = true)]
    query: String,
    /// Write JSON, one row a line, instead of columns set off by tabs
    #[arg(long)]
    json: bool,
}

pub(super) fn run(arguments: &Arguments) -> Outcome {
    let path = &arguments.base;
    let table = open(path, false)?.sql(&arguments.query).map_err(told(path))?;
    let mut out = io::BufWriter::new(io::stdout().lock());
    if !arguments.json {
        writeln!(out, "{}", table.columns.join("\t"))?;
    }
    for row in table.rows {
        if arguments.json {
            let object: Map<String, Value> = table.columns.iter().cloned().zip(row).collect();
            writeln!(out, "{}", Value::Object(object))?;
        } else {
            let cell = |value: Value| match value {
                Value::Null => String::new(),
                Value::String(text) => crate::quote::clean(&text),
                other => other.to_string(),
            };
            writeln!(out, "{}", row.into_iter().map(cell).collect::<Vec<_>>().join("\t"))?;
        }
    }
    out.flush()?;
    Ok(true)
}
