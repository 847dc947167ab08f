//! `cubaru base add`: texts are read on all cores and go in, each wholly or not at all.

use super::{Outcome, told};
use crate::{
    failure::Failure,
    input::{self, Known},
    quote,
};
use clap::Args;
use cubaru::{DEFAULT_LIMIT, KnowledgeBase, Metadata, Reader, Rows, Source};
use rayon::prelude::*;
use serde_json::Value;
use std::{
    fs::File,
    io::{self, BufRead, BufReader, Write},
    path::{Path, PathBuf},
};

const EXAMPLES: &str = "\
Examples:
  cubaru base add news.sqlite articles/*.txt
  cubaru base add news.sqlite corpus.jsonl
  zcat corpus.jsonl.gz | cubaru base add news.sqlite -

A text has what is known of it in NAME.json beside it, as for `cubaru read`. FILE.jsonl, and stdin, hold a record a line: `text` with the \
same fields (`id`, `title`, `url`, `publisher`, `authors`, `published`). A text that is in the base already changes nothing; what \
cannot be read is named on stderr, and the run goes on.";

/// Add texts; a base that is not there is made
#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Arguments {
    /// The base
    base: PathBuf,
    /// Texts, or records in FILE.jsonl; `-` is stdin
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// The longest text taken, in bytes
    #[arg(long, value_name = "BYTES", default_value_t = DEFAULT_LIMIT)]
    limit: usize,
}

/// So many texts are read at once.
const TOGETHER: usize = 64;

struct Adding<'a> {
    base: &'a KnowledgeBase,
    reader: Reader,
    limit: usize,
    new: usize,
    known: usize,
    failed: usize,
}

pub(super) fn run(arguments: &Arguments) -> Outcome {
    let path = &arguments.base;
    let base = KnowledgeBase::open(path).map_err(told(path))?;
    let reader = Reader::english().with_limit(arguments.limit);
    let mut adding = Adding { base: &base, reader, limit: arguments.limit, new: 0, known: 0, failed: 0 };
    let records = |file: &&PathBuf| input::is_stdin(file) || file.extension().is_some_and(|e| e == "jsonl");
    let (lines, texts): (Vec<&PathBuf>, Vec<&PathBuf>) = arguments.files.iter().partition(records);
    for some in texts.chunks(TOGETHER) {
        let read = some.par_iter().map(|file| adding.text(file)).collect();
        adding.add(read).map_err(told(path))?;
    }
    for file in lines {
        adding.records(file).map_err(told(path))?;
    }
    base.publish().map_err(told(path))?;
    let Adding { new, known, failed, .. } = adding;
    let again = if known > 0 { format!(", {known} were there already") } else { String::new() };
    let bad = if failed > 0 { format!(", {failed} could not be read") } else { String::new() };
    writeln!(io::stdout(), "{}: {new} added{again}{bad}", quote::clean(&path.display().to_string()))?;
    Ok(failed == 0)
}

impl Adding<'_> {
    fn text(&self, file: &Path) -> Result<Rows, Failure> {
        input::read(&self.reader, self.limit, file, &Known::default()).map(|d| d.rows())
    }

    fn add(&mut self, read: Vec<Result<Rows, Failure>>) -> cubaru::Result<()> {
        let mut rows = Vec::with_capacity(read.len());
        for one in read {
            match one {
                Ok(one) => rows.push(one),
                Err(failure) => {
                    failure.tell();
                    self.failed += 1;
                }
            }
        }
        for new in self.base.add_rows(&rows)? {
            if new { self.new += 1 } else { self.known += 1 }
        }
        Ok(())
    }

    fn records(&mut self, file: &Path) -> cubaru::Result<()> {
        let name = input::name(file);
        let mut source: Box<dyn BufRead> = if input::is_stdin(file) {
            Box::new(io::stdin().lock())
        } else {
            match File::open(file) {
                Ok(file) => Box::new(BufReader::new(file)),
                Err(error) => return self.add(vec![Err(Failure::io(&name, &error))]),
            }
        };
        let mut number = 0;
        loop {
            let mut lines: Vec<(usize, Vec<u8>)> = Vec::new();
            let mut failed = None;
            while lines.len() < TOGETHER {
                let mut line = Vec::new();
                match source.read_until(b'\n', &mut line) {
                    Ok(0) => break,
                    Ok(_) => {
                        number += 1;
                        lines.push((number, line));
                    }
                    Err(error) => {
                        failed = Some(Failure::io(&name, &error));
                        break;
                    }
                }
            }
            let end = lines.len() < TOGETHER;
            let full: Vec<_> = lines.into_iter().filter(|(_, line)| !line.trim_ascii().is_empty()).collect();
            let mut read: Vec<_> = full.par_iter().map(|(number, line)| self.record(&format!("{name}:{number}"), line)).collect();
            read.extend(failed.map(Err));
            self.add(read)?;
            if end {
                return Ok(());
            }
        }
    }

    fn record(&self, place: &str, line: &[u8]) -> Result<Rows, Failure> {
        let bad = |message: String| {
            Failure {
            place: place.into(),
            code: "not-a-record",
            message,
            hint: "write one JSON object a line: `text` is a string, as are `id`, `title`, `url`, `publisher`, `published`; `authors` is a list"
                .into(),
        }
        };
        let line = line.strip_prefix(b"\xef\xbb\xbf").unwrap_or(line);
        let mut record: Value = serde_json::from_slice(line).map_err(|e| bad(e.to_string()))?;
        // Corpora often count their records.
        if let Some(id) = record.get("id").filter(|id| id.is_number()).map(ToString::to_string) {
            record["id"] = id.into();
        }
        if !record["text"].is_string() {
            return Err(bad("there is no `text`".into()));
        }
        let metadata: Metadata = serde_json::from_value(record.clone()).map_err(|e| bad(e.to_string()))?;
        let text = record["text"].as_str().unwrap_or_default().to_string();
        let source = Source { text, metadata };
        self.reader.read(&source).map(|d| d.rows()).map_err(|e| Failure::text(place, source.text.as_bytes(), &e))
    }
}
