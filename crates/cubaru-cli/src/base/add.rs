//! `cubaru base add`: texts are read on all cores and go in, each wholly or not at all.

use super::{Outcome, told};
use crate::{failure::Failure, input, quote};
use clap::Args;
use cubaru::{DEFAULT_LIMIT, KnowledgeBase, Metadata, Reader, Rows, Source};
use rayon::prelude::*;
use serde_json::Value;
use std::{
    fs::File,
    io::{self, BufRead, BufReader, Write},
    path::{Path, PathBuf},
    sync::mpsc::{self, Receiver, SendError, SyncSender},
    thread,
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

/// So many texts are read at once, and go in together: the more, the less often a core waits for the last of them, and pages are written.
const TOGETHER: usize = 256;

/// What became of a text: its rows, none where it is in the base already, or why it could not be read.
type Read = Result<Option<Rows>, Failure>;

pub(super) fn run(arguments: &Arguments) -> Outcome {
    let path = &arguments.base;
    let base = KnowledgeBase::open(path).map_err(told(path))?;
    // Asks of its own, so that nobody who reads waits for him who writes.
    let known = KnowledgeBase::read_only(path).map_err(told(path))?;
    let reading = Reading { base: &known, reader: Reader::english().with_limit(arguments.limit), limit: arguments.limit };
    // All cores read while one of them writes what was read before.
    let (sender, receiver) = mpsc::sync_channel(1);
    let done = thread::scope(|scope| {
        let adding = scope.spawn(|| write(&base, receiver));
        // Where nobody writes any more, the writer says why.
        let _ = reading.files(&arguments.files, &sender);
        drop(sender);
        adding.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
    });
    let Done { new, known, failed } = done.map_err(told(path))?;
    base.publish().map_err(told(path))?;
    let again = if known > 0 { format!(", {known} were there already") } else { String::new() };
    let bad = if failed > 0 { format!(", {failed} could not be read") } else { String::new() };
    writeln!(io::stdout(), "{}: {new} added{again}{bad}", quote::clean(&path.display().to_string()))?;
    Ok(failed == 0)
}

#[derive(Default)]
struct Done {
    new: usize,
    known: usize,
    failed: usize,
}

/// Writes what was read, as it comes.
fn write(base: &KnowledgeBase, read: Receiver<Vec<Read>>) -> cubaru::Result<Done> {
    let mut done = Done::default();
    for some in read {
        let mut rows = Vec::with_capacity(some.len());
        for one in some {
            match one {
                Ok(Some(one)) => rows.push(one),
                Ok(None) => done.known += 1,
                Err(failure) => {
                    failure.tell();
                    done.failed += 1;
                }
            }
        }
        for new in base.add_rows(&rows)? {
            if new { done.new += 1 } else { done.known += 1 }
        }
    }
    Ok(done)
}

struct Reading<'a> {
    base: &'a KnowledgeBase,
    reader: Reader,
    limit: usize,
}

/// Nobody writes any more.
type Sent = Result<(), SendError<Vec<Read>>>;

impl Reading<'_> {
    fn files(&self, files: &[PathBuf], to: &SyncSender<Vec<Read>>) -> Sent {
        let records = |file: &&PathBuf| input::is_stdin(file) || file.extension().is_some_and(|e| e == "jsonl");
        let (lines, texts): (Vec<&PathBuf>, Vec<&PathBuf>) = files.iter().partition(records);
        for some in texts.chunks(TOGETHER) {
            to.send(some.par_iter().map(|file| self.text(file)).collect())?;
        }
        lines.into_iter().try_for_each(|file| self.records(file, to))
    }

    fn text(&self, file: &Path) -> Read {
        let name = input::name(file);
        let (bytes, metadata) = input::file(file, self.limit)?;
        let text = self.reader.text(&bytes).map_err(|e| Failure::text(&name, &bytes, &e))?;
        self.rows(&name, Source { text: text.into(), metadata })
    }

    /// Reads a text that is not in the base yet.
    fn rows(&self, place: &str, source: Source) -> Read {
        let failed = |e: &cubaru::Error| Failure::text(place, source.text.as_bytes(), e);
        if self.base.has(&source.text).map_err(|e| failed(&e))? {
            return Ok(None);
        }
        self.reader.read(&source).map(|d| Some(d.rows())).map_err(|e| failed(&e))
    }

    fn records(&self, file: &Path, to: &SyncSender<Vec<Read>>) -> Sent {
        let name = input::name(file);
        let mut source: Box<dyn BufRead> = if input::is_stdin(file) {
            Box::new(io::stdin().lock())
        } else {
            match File::open(file) {
                Ok(file) => Box::new(BufReader::new(file)),
                Err(error) => return to.send(vec![Err(Failure::io(&name, &error))]),
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
            let mut read: Vec<Read> = full.par_iter().map(|(number, line)| self.record(&format!("{name}:{number}"), line)).collect();
            read.extend(failed.map(Err));
            to.send(read)?;
            if end {
                return Ok(());
            }
        }
    }

    fn record(&self, place: &str, line: &[u8]) -> Read {
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
        self.rows(place, Source { text, metadata })
    }
}
