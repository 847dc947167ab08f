//! `cubaru annotate`: records in, one line each; layers out, in the same order.

mod coded;
mod layers;
mod record;

pub(crate) use record::{Refusal, json_line};

use crate::{
    failure::{Failure, warn},
    input,
    lines::{self, Line},
    own::Own,
};
use clap::{Args, ValueEnum};
use cubaru::{DEFAULT_LIMIT, Dictionaries, Reader};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use rayon::{ThreadPool, ThreadPoolBuilder, prelude::*};
use std::{
    fs::File,
    io::{self, BufRead, BufReader, BufWriter, IsTerminal, Write},
    path::PathBuf,
};

const DETAILS: &str = "\
Read a corpus, one JSON record a line, and write what each says

A record has `text` (a string), and may have `id`, `published` (2023, 2023-06 or 2023-06-04) and `lang` (`en`); nothing else \
in it is looked at. Each record gives one line of JSON, in the order of the input: `id` and the layers `timexes`, `entities`, \
`offices`, `attributions`, `events`. All offsets count Unicode code points of `text`, as Python's `str` does.

With `--format conllu` each record gives its sentences as CoNLL-U (Universal Dependencies): words, lemmas, classes, the tree.

With `--dictionaries DIR` the events are those that your own TABARI or PETRARCH dictionaries code: `cameo` as the file writes it, \
the actors' codes, and `entries`, the lines behind them. What each file of DIR holds is told from its contents; lines that cannot be \
used are named on stderr.

A record that cannot be read gives {\"id\", \"error\": {\"code\", \"hint\"}} on its line (as CoNLL-U it gives nothing, and stderr tells \
of it), and the run goes on. Codes: not-json, not-utf8, no-text, other-language, bad-date, too-long.";

const EXAMPLES: &str = "\
Examples:
  cubaru annotate corpus.jsonl > read.jsonl
  zcat corpus.jsonl.gz | cubaru annotate - | jq -c 'select(.error)'
  cubaru annotate --format conllu corpus.jsonl > corpus.conllu
  cubaru annotate --rules debt.rules corpus.jsonl > read.jsonl
  cubaru annotate --dictionaries my-dictionaries corpus.jsonl > coded.jsonl
  cubaru annotate --jobs 1 -               (answers each line before it reads the next)

Exit codes: 0 the file was read, whatever its records; 1 it could not be read; 2 the command line is wrong.";

/// Read a corpus, one JSON record a line, and write what each says
#[derive(Args)]
#[command(long_about = DETAILS, after_help = EXAMPLES)]
pub(crate) struct Arguments {
    /// The records; `-` is stdin
    file: PathBuf,
    /// What is written of each record
    #[arg(long, value_name = "FORMAT", default_value = "json")]
    format: Format,
    /// A folder of TABARI or PETRARCH dictionaries, which code the events
    #[arg(long, value_name = "DIR")]
    dictionaries: Option<PathBuf>,
    #[command(flatten)]
    own: Own,
    /// How many cores to use [default: all]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    jobs: Option<u16>,
    /// Whether to show progress on stderr (`auto`: where stderr is a terminal)
    #[arg(long, value_name = "WHEN", default_value = "auto")]
    progress: Progress,
    /// The longest text taken, in bytes
    #[arg(long, value_name = "BYTES", default_value_t = DEFAULT_LIMIT)]
    limit: usize,
}

/// What is written of each record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// A line of JSON with the layers.
    Json,
    /// Its sentences with their trees.
    Conllu,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Progress {
    /// Where stderr is a terminal.
    Auto,
    /// Never.
    Never,
}

/// So many records are read at a time …
const CHUNK_RECORDS: usize = 256;
/// … or so many bytes of them, so that memory stays bounded.
const CHUNK_BYTES: usize = 4 << 20;

pub(crate) fn run(arguments: &Arguments) -> io::Result<bool> {
    let name = input::name(&arguments.file);
    let dictionaries = match arguments.dictionaries.as_deref().map(coded::dictionaries).transpose() {
        Ok(dictionaries) => dictionaries,
        Err(failure) => {
            failure.tell();
            return Ok(false);
        }
    };
    let opened = open(&arguments.file);
    let (mut records, length) = match opened {
        Ok(opened) => opened,
        Err(error) => {
            Failure::io(&name, &error).tell();
            return Ok(false);
        }
    };
    let reader = match arguments.own.give(Reader::english().with_limit(arguments.limit)) {
        Ok(reader) => reader,
        Err(failure) => {
            failure.tell();
            return Ok(false);
        }
    };
    let jobs = arguments.jobs.map_or(0, usize::from);
    let pool = if jobs == 1 { None } else { Some(ThreadPoolBuilder::new().num_threads(jobs).build().map_err(io::Error::other)?) };
    // Alone, each record is answered before the next is read, so that a program can converse with us.
    let most = if pool.is_some() { CHUNK_RECORDS } else { 1 };
    let longest = lines::longest(arguments.limit);
    let bar = bar(arguments.progress, length);
    let mut out = BufWriter::with_capacity(1 << 20, io::stdout().lock());
    let mut tally = Tally::default();
    let mut line = 0;
    loop {
        let chunk = match Chunk::read(&mut *records, most, longest, &mut line) {
            Ok(chunk) => chunk,
            Err(error) => {
                out.flush()?;
                bar.finish_and_clear();
                Failure::io(&name, &error).tell();
                return Ok(false);
            }
        };
        if chunk.lines.is_empty() {
            break;
        }
        for (answer, (number, _)) in
            answers(&reader, dictionaries.as_ref(), arguments.format, pool.as_ref(), &chunk).into_iter().zip(&chunk.lines)
        {
            tally.count(&answer, *number);
            if let (Format::Conllu, Some(error)) = (arguments.format, &answer.error) {
                bar.suspend(|| {
                    Failure {
                        place: crate::quote::clean(&name),
                        code: error.code,
                        message: "a record that cannot be read".into(),
                        hint: error.hint.clone(),
                    }
                    .tell()
                });
            }
            out.write_all(answer.text.as_bytes())?;
        }
        if pool.is_none() {
            out.flush()?;
        }
        bar.set_message(format!("{} records", tally.records));
        bar.inc(chunk.bytes);
    }
    out.flush()?;
    bar.finish_and_clear();
    tally.tell(&name);
    Ok(true)
}

fn answers(
    reader: &Reader,
    dictionaries: Option<&Dictionaries>,
    format: Format,
    pool: Option<&ThreadPool>,
    chunk: &Chunk,
) -> Vec<record::Answer> {
    let answer = |(number, line): &(u64, Line)| record::answer(reader, dictionaries, format, *number, line);
    match pool {
        Some(pool) => pool.install(|| chunk.lines.par_iter().map(answer).collect()),
        None => chunk.lines.iter().map(answer).collect(),
    }
}

/// The input, and its length in bytes where that is known.
pub(crate) fn open(file: &PathBuf) -> io::Result<(Box<dyn BufRead>, Option<u64>)> {
    if input::is_stdin(file) {
        return Ok((Box::new(BufReader::with_capacity(1 << 20, io::stdin())), None));
    }
    let open = File::open(file)?;
    let data = open.metadata()?;
    if data.is_dir() {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    Ok((Box::new(BufReader::with_capacity(1 << 20, open)), data.is_file().then_some(data.len())))
}

fn bar(progress: Progress, length: Option<u64>) -> ProgressBar {
    if progress == Progress::Never || !io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let template = match length {
        Some(_) => "{bar:30} {percent:>3} %  {msg}, {bytes} of {total_bytes}, {eta} left",
        None => "{spinner} {msg}, {bytes}, {elapsed}",
    };
    let style = ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar());
    ProgressBar::with_draw_target(length, ProgressDrawTarget::stderr()).with_style(style).with_message("0 records")
}

/// Some lines with their numbers.
struct Chunk {
    lines: Vec<(u64, Line)>,
    bytes: u64,
}

impl Chunk {
    fn read(input: &mut dyn BufRead, most: usize, longest: usize, number: &mut u64) -> io::Result<Self> {
        let mut chunk = Self { lines: Vec::new(), bytes: 0 };
        while chunk.lines.len() < most && chunk.bytes < CHUNK_BYTES as u64 {
            let Some((mut line, read)) = lines::line(input, longest)? else { break };
            *number += 1;
            chunk.bytes += read;
            if *number == 1 {
                line.drop_mark();
            }
            if !line.is_blank() {
                chunk.lines.push((*number, line));
            }
        }
        Ok(chunk)
    }
}

/// How many records could not be read.
#[derive(Default)]
struct Tally {
    records: u64,
    errors: u64,
    first: Option<(u64, &'static str)>,
}

impl Tally {
    fn count(&mut self, answer: &record::Answer, line: u64) {
        self.records += 1;
        if let Some(error) = &answer.error {
            self.errors += 1;
            self.first.get_or_insert((line, error.code));
        }
    }

    fn tell(&self, name: &str) {
        if let Some((line, code)) = self.first {
            let name = crate::quote::clean(name);
            warn(&format!("{name}: {} of {} records could not be read; the first on line {line} ({code})", self.errors, self.records));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(input: &str, most: usize, longest: usize) -> Vec<Vec<(u64, String)>> {
        let (mut input, mut number, mut out) = (BufReader::with_capacity(3, input.as_bytes()), 0, Vec::new());
        loop {
            let chunk = Chunk::read(&mut input, most, longest, &mut number).unwrap();
            if chunk.lines.is_empty() {
                return out;
            }
            let show = |l: Line| match l {
                Line::Whole(bytes) => String::from_utf8(bytes).unwrap(),
                Line::TooLong(n) => format!("<{n}>"),
            };
            out.push(chunk.lines.into_iter().map(|(n, l)| (n, show(l))).collect());
        }
    }

    #[test]
    fn lines_keep_their_numbers_and_stay_short() {
        let found = lines("\u{feff}one\n\n  \ntwo\nlonger than ten\nten bytes.\nlast", 2, 10);
        let own = |list: &[(u64, &str)]| list.iter().map(|(n, l)| (*n, l.to_string())).collect::<Vec<_>>();
        assert_eq!(found, [own(&[(1, "one"), (4, "two")]), own(&[(5, "<16>"), (6, "ten bytes.")]), own(&[(7, "last")])]);
    }
}
