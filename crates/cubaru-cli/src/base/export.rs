//! `cubaru base export`: a base as files that others open.

use super::{Outcome, Trouble, conditions::Events, open, told};
use crate::{failure::Failure, quote};
use clap::{Args, builder::PossibleValuesParser};
use cubaru::{Format, Reader};
use std::{
    fs,
    io::{self, Write},
    path::PathBuf,
};

const EXAMPLES: &str = "\
Examples:
  cubaru base export news.sqlite --format json -o news.json
  cubaru base export news.sqlite --format csv-events --of CONSULT --recipient CUB > visits.csv
  cubaru base export news.sqlite --format parquet-claims -o claims.parquet
  cubaru base export news.sqlite --format turtle -o news.ttl
  cubaru base export news.sqlite --format html --between 2022..2023 -o brief.html

With conditions: the events that meet them, the claims that state them, those who take part and the posts that they hold.
The same base gives the same bytes. Places count Unicode code points. docs/export.md tells each format.";

/// Write the base, or the events that meet conditions, in a format that others open
#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Arguments {
    /// The base
    base: PathBuf,
    /// The format; `csv` and `parquet` alone are the events
    #[arg(long, short, value_parser = names())]
    format: String,
    /// The file to write; stdout where none is named
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
    #[command(flatten)]
    events: Events,
}

/// The formats of the base, and that of the reader.
fn names() -> PossibleValuesParser {
    let all = Format::ALL.into_iter().map(|(name, _)| name);
    PossibleValuesParser::new(all.chain(["csv", "parquet", "conllu"]))
}

pub(super) fn run(arguments: &Arguments) -> Outcome {
    let path = &arguments.base;
    let base = open(path, false)?;
    let reader = Reader::english();
    let bytes = if arguments.events.is_empty() {
        base.export(&arguments.format, &reader)
    } else {
        arguments.events.on(base.events()).export(&arguments.format, &reader)
    };
    let bytes = bytes.map_err(told(path))?;
    match &arguments.output {
        Some(file) => fs::write(file, bytes).map_err(|error| {
            let place = quote::clean(&file.display().to_string());
            let hint = "check the folder, who may write there, and the disk".into();
            Trouble::Told(Failure { place, code: "unwritable", message: format!("cannot be written: {error}"), hint })
        })?,
        None => io::stdout().lock().write_all(&bytes)?,
    }
    Ok(true)
}
