//! `cubaru code`: a corpus in, a table of events out.

mod checkpoint;
mod corpus;
mod output;
mod parquet;
mod record;
mod table;

use crate::{
    failure::{Failure, warn},
    own::Own,
};
use checkpoint::{Checkpoint, Job};
use clap::Args;
use corpus::{Corpus, Fields};
use cubaru::{DEFAULT_LIMIT, Reader};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use output::{Format, Output};
use rayon::{ThreadPoolBuilder, prelude::*};
use std::{
    io::{self, IsTerminal},
    path::PathBuf,
};

const DETAILS: &str = "\
Code a corpus: one row for each event of each text, in a table

CORPUS is one file or several: JSON Lines (`.jsonl`, `.ndjson`, one object a line), CSV or TSV with a header (`.csv`, `.tsv`), Parquet \
(`.parquet`), or plain texts (`.txt`, with a NAME.json beside NAME.txt as for `cubaru read`). The kind is told by the ending. Of each record \
the columns `text`, `id`, `published`, `lang`, `title`, `publisher`, `url` are looked at; if yours are called otherwise, say so.

OUT is CSV, JSON Lines or Parquet, by its ending. Rows come in the order of the input, whatever the number of cores. Until the run is \
through they stand in OUT.part; killed at any moment, the same command goes on where the last batch ended, and nothing is lost or doubled. \
Memory stays the same however long the corpus is.

A record that cannot be read goes to OUT.bad.jsonl with its place, its id and the reason ({\"place\", \"id\", \"error\": {\"code\", \"hint\"}}), and \
the run goes on.";

const EXAMPLES: &str = "\
Examples:
  cubaru code corpus.jsonl -o events.csv
  cubaru code 2019.parquet 2020.parquet -o events.parquet --text-column body --published-column date
  cubaru code articles/*.txt -o events.jsonl
  cubaru code corpus.jsonl -o events.csv --rules my-ontology.rules

Exit codes: 0 the corpus was coded, whatever its records; 1 it could not be; 2 the command line is wrong.";

/// Code a corpus: one row for each event of each text, in a table
#[derive(Args)]
#[command(long_about = DETAILS, after_help = EXAMPLES)]
pub(crate) struct Arguments {
    /// The corpus: .jsonl, .csv, .tsv, .parquet or .txt
    #[arg(required = true, value_name = "CORPUS")]
    corpus: Vec<PathBuf>,
    /// The table: .csv, .jsonl or .parquet
    #[arg(short, long, value_name = "OUT")]
    output: PathBuf,
    #[command(flatten)]
    fields: Fields,
    #[command(flatten)]
    own: Own,
    /// How many cores to use [default: all]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    jobs: Option<u16>,
    /// How many records lie between two states that a killed run can go on from
    #[arg(long, value_name = "N", default_value_t = BATCH_RECORDS, value_parser = clap::builder::RangedU64ValueParser::<usize>::new().range(1..))]
    batch: usize,
    /// Write over OUT, or begin anew what was begun
    #[arg(long)]
    force: bool,
    /// Show no progress
    #[arg(long)]
    quiet: bool,
    /// The longest text taken, in bytes
    #[arg(long, value_name = "BYTES", default_value_t = DEFAULT_LIMIT)]
    limit: usize,
}

/// So many records are read at a time …
const BATCH_RECORDS: usize = 512;
/// … or so many bytes of text, so that memory stays bounded.
const BATCH_BYTES: usize = 4 << 20;

pub(crate) fn run(arguments: &Arguments) -> io::Result<bool> {
    match code(arguments) {
        Ok(()) => Ok(true),
        Err(failure) => {
            failure.tell();
            Ok(false)
        }
    }
}

fn code(arguments: &Arguments) -> Result<(), Failure> {
    let format = Format::of(&arguments.output)?;
    let reader = arguments.own.give(Reader::english().with_limit(arguments.limit))?;
    let mut corpus = Corpus::open(&arguments.corpus, &arguments.fields, arguments.limit)?;
    let job = Job::new(corpus.inputs(), &arguments.fields, format, &arguments.own.contents()?, arguments.limit);
    let mut checkpoint = Checkpoint::begin(&arguments.output, job, arguments.force)?;
    let mut output = Output::open(&arguments.output, format, &checkpoint)?;
    let (bar, names) = (bar(arguments.quiet, corpus.bytes()), arguments.fields.names());
    if checkpoint.records > 0 {
        corpus.skip(checkpoint.records)?;
        warn(&format!("going on after {} records", checkpoint.records));
    }
    bar.set_position(corpus.position());
    bar.reset_eta();
    let (before, pool) = (checkpoint.records, ThreadPoolBuilder::new().num_threads(arguments.jobs.map_or(0, usize::from)).build());
    let pool = pool.map_err(|e| Failure::io("threads", &io::Error::other(e)))?;
    loop {
        let batch = corpus.batch(arguments.batch, BATCH_BYTES)?;
        if batch.is_empty() {
            break;
        }
        let count = batch.len() as u64;
        let answers: Vec<_> =
            pool.install(|| batch.into_par_iter().with_max_len(1).map(|r| record::answer(&reader, &names, r, format)).collect());
        for answer in answers {
            checkpoint.count(&answer);
            output.write(&answer)?;
        }
        checkpoint.records += count;
        output.commit(&mut checkpoint)?;
        let rate = (checkpoint.records - before) as f64 / bar.elapsed().as_secs_f64().max(0.001);
        bar.set_message(format!(
            "{} records, {rate:.0} a second, {} events, {} bad",
            checkpoint.records, checkpoint.events, checkpoint.bad
        ));
        bar.set_position(corpus.position());
    }
    bar.finish_and_clear();
    output.finish()?;
    checkpoint.end();
    let Checkpoint { records, events, bad, .. } = checkpoint;
    if !arguments.quiet {
        warn(&format!("{records} records, {events} events, {bad} records that could not be read"));
    }
    if bad > 0 {
        warn(&format!("the reasons stand in {}", output::bad(&arguments.output).display()));
    }
    Ok(())
}

fn bar(quiet: bool, bytes: u64) -> ProgressBar {
    if quiet || !io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let style = ProgressStyle::with_template("{bar:30} {percent:>3} %  {msg}, {eta} left").unwrap_or_else(|_| ProgressStyle::default_bar());
    ProgressBar::with_draw_target(Some(bytes), ProgressDrawTarget::stderr()).with_style(style).with_message("0 records")
}
