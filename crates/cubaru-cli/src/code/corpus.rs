//! The corpus: records from files of several kinds, one after the other.

use super::{parquet, record::Record};
use crate::{failure::Failure, input, lines};
use clap::Args;
use serde::{Deserialize, Serialize};
use std::{
    fs::{self, File},
    io::{self, BufReader},
    path::{Path, PathBuf},
};

/// How the columns are called that are looked at.
#[derive(Args, Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[command(next_help_heading = "How your columns are called")]
pub(crate) struct Fields {
    /// The text
    #[arg(long = "text-column", value_name = "NAME", default_value = "text")]
    pub text: String,
    /// Your own id of the record
    #[arg(long = "id-column", value_name = "NAME", default_value = "id")]
    pub id: String,
    /// When it was published: 2023, 2023-06, 2023-06-04 or a longer time stamp that begins so
    #[arg(long = "published-column", value_name = "NAME", default_value = "published")]
    pub published: String,
    /// The language (`en` is read)
    #[arg(long = "lang-column", value_name = "NAME", default_value = "lang")]
    pub lang: String,
    /// The title
    #[arg(long = "title-column", value_name = "NAME", default_value = "title")]
    pub title: String,
    /// Who published it
    #[arg(long = "publisher-column", value_name = "NAME", default_value = "publisher")]
    pub publisher: String,
    /// Where it stands
    #[arg(long = "url-column", value_name = "NAME", default_value = "url")]
    pub url: String,
}

impl Fields {
    /// The names, in the order of [`Record`]'s fields.
    pub fn names(&self) -> [&str; 7] {
        [&self.text, &self.id, &self.published, &self.lang, &self.title, &self.publisher, &self.url]
    }
}

/// A file of the corpus, as a checkpoint knows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Input {
    pub path: PathBuf,
    pub bytes: u64,
}

/// What stands at one place of the corpus.
pub(super) struct Raw {
    /// The file, with the line or row.
    pub place: String,
    pub content: Content,
}

/// A record, more or less taken apart.
pub(super) enum Content {
    /// A line of JSON Lines, with its number.
    Line(u64, lines::Line),
    /// Cells with names.
    Cells(Record),
    /// The bytes of a whole file, and what is known of it.
    Text(Vec<u8>, Box<cubaru::Metadata>),
    /// Nothing that can be read.
    Bad { code: &'static str, hint: String },
}

impl Content {
    fn size(&self) -> usize {
        match self {
            Self::Line(_, lines::Line::Whole(bytes)) | Self::Text(bytes, _) => bytes.len(),
            Self::Cells(record) => record.size(),
            Self::Line(..) | Self::Bad { .. } => 0,
        }
    }
}

/// The records of one file.
pub(super) trait Records {
    /// The next one; none at the end.
    fn next(&mut self) -> Result<Option<Raw>, Failure>;
    /// Passes over some, and says how many there were.
    fn skip(&mut self, count: u64) -> Result<u64, Failure> {
        for passed in 0..count {
            if self.next()?.is_none() {
                return Ok(passed);
            }
        }
        Ok(count)
    }
    /// How many bytes of the file are done, for the progress bar.
    fn position(&self) -> u64;
}

/// All files, read one after the other.
pub(super) struct Corpus {
    inputs: Vec<Input>,
    fields: Fields,
    limit: usize,
    at: usize,
    current: Option<Box<dyn Records>>,
}

impl Corpus {
    /// Looks at every file, so that a run does not fail in its middle for a path that was wrong from the start.
    pub fn open(files: &[PathBuf], fields: &Fields, limit: usize) -> Result<Self, Failure> {
        let input = |path: &PathBuf| {
            let data = fs::metadata(path).map_err(|e| Failure::io(&input::name(path), &e))?;
            if data.is_dir() {
                return Err(Failure::io(&input::name(path), &io::ErrorKind::IsADirectory.into()));
            }
            kind(path)?;
            Ok(Input { path: path.clone(), bytes: data.len() })
        };
        let inputs = files.iter().map(input).collect::<Result<_, _>>()?;
        Ok(Self { inputs, fields: fields.clone(), limit, at: 0, current: None })
    }

    pub fn inputs(&self) -> &[Input] {
        &self.inputs
    }

    /// The bytes of all files.
    pub fn bytes(&self) -> u64 {
        self.inputs.iter().map(|i| i.bytes).sum()
    }

    /// How many of them are done.
    pub fn position(&self) -> u64 {
        let done: u64 = self.inputs[..self.at].iter().map(|i| i.bytes).sum();
        done + self.current.as_ref().map_or(0, |c| c.position())
    }

    /// Passes over the records that were coded before.
    pub fn skip(&mut self, mut count: u64) -> Result<(), Failure> {
        while count > 0 {
            let Some(file) = self.file()? else { break };
            count -= file.skip(count)?;
            if count > 0 {
                self.close();
            }
        }
        Ok(())
    }

    /// The next records, at most so many of at most so many bytes; but always one, as long as there is one.
    pub fn batch(&mut self, records: usize, bytes: usize) -> Result<Vec<Raw>, Failure> {
        let (mut batch, mut size) = (Vec::new(), 0);
        while batch.len() < records && size < bytes {
            let Some(file) = self.file()? else { break };
            match file.next()? {
                Some(raw) => {
                    size += raw.content.size();
                    batch.push(raw);
                }
                None => self.close(),
            }
        }
        Ok(batch)
    }

    fn close(&mut self) {
        self.current = None;
        self.at += 1;
    }

    fn file(&mut self) -> Result<Option<&mut Box<dyn Records>>, Failure> {
        if self.current.is_none() {
            let Some(Input { path, bytes }) = self.inputs.get(self.at) else { return Ok(None) };
            self.current = Some(open(path, *bytes, &self.fields, self.limit)?);
        }
        Ok(self.current.as_mut())
    }
}

#[derive(Clone, Copy)]
enum Kind {
    Lines,
    Table(u8),
    Parquet,
    Text,
}

fn kind(path: &Path) -> Result<Kind, Failure> {
    let ending = path.extension().and_then(|e| e.to_str()).map(str::to_ascii_lowercase);
    Ok(match ending.as_deref() {
        Some("jsonl" | "ndjson") => Kind::Lines,
        Some("csv") => Kind::Table(b','),
        Some("tsv") => Kind::Table(b'\t'),
        Some("parquet") => Kind::Parquet,
        Some("txt") => Kind::Text,
        _ => {
            let (message, hint) = ("its ending tells no kind of corpus".into(), ".jsonl, .ndjson, .csv, .tsv, .parquet and .txt are read");
            return Err(Failure { place: crate::quote::clean(&input::name(path)), code: "unknown-kind", message, hint: hint.into() });
        }
    })
}

fn open(path: &Path, bytes: u64, fields: &Fields, limit: usize) -> Result<Box<dyn Records>, Failure> {
    let name = input::name(path);
    let kind = kind(path)?;
    let file = || File::open(path).map_err(|e| Failure::io(&name, &e));
    Ok(match kind {
        Kind::Lines => {
            Box::new(Lines { input: BufReader::with_capacity(1 << 20, file()?), number: 0, read: 0, longest: lines::longest(limit), name })
        }
        Kind::Table(delimiter) => Box::new(Table::open(file()?, delimiter, fields, name)?),
        Kind::Parquet => Box::new(parquet::Rows::open(file()?, bytes, fields, name)?),
        Kind::Text => Box::new(Text { path: Some(path.into()), bytes, limit, name }),
    })
}

/// JSON Lines.
struct Lines {
    input: BufReader<File>,
    number: u64,
    read: u64,
    longest: usize,
    name: String,
}

impl Lines {
    fn line(&mut self) -> Result<Option<lines::Line>, Failure> {
        loop {
            let read = lines::line(&mut self.input, self.longest).map_err(|e| Failure::io(&self.name, &e))?;
            let Some((mut line, bytes)) = read else { return Ok(None) };
            self.number += 1;
            self.read += bytes;
            if self.number == 1 {
                line.drop_mark();
            }
            if !line.is_blank() {
                return Ok(Some(line));
            }
        }
    }
}

impl Records for Lines {
    fn next(&mut self) -> Result<Option<Raw>, Failure> {
        let line = self.line()?;
        Ok(line.map(|line| Raw { place: format!("{}:{}", self.name, self.number), content: Content::Line(self.number, line) }))
    }

    fn position(&self) -> u64 {
        self.read
    }
}

/// CSV or TSV with a header.
struct Table {
    rows: csv::Reader<File>,
    columns: [Option<usize>; 7],
    name: String,
}

impl Table {
    fn open(file: File, delimiter: u8, fields: &Fields, name: String) -> Result<Self, Failure> {
        let mut rows = csv::ReaderBuilder::new().delimiter(delimiter).flexible(true).from_reader(file);
        let header = rows.byte_headers().map_err(|e| damaged(&name, &e))?;
        let plain = |cell: &[u8]| String::from_utf8_lossy(cell).trim_start_matches('\u{feff}').trim().to_string();
        let header: Vec<String> = header.iter().map(plain).collect();
        let columns = fields.names().map(|name| header.iter().position(|h| h == name));
        if columns[0].is_none() {
            return Err(no_column(&name, &fields.text, &header));
        }
        Ok(Self { rows, columns, name })
    }
}

/// A table without the column of texts.
pub(super) fn no_column(name: &str, text: &str, columns: &[String]) -> Failure {
    let message = format!("there is no column `{}`", crate::quote::clean(text));
    let hint = format!("name the column of the texts with `--text-column`; there are: {}", crate::quote::clean(&columns.join(", ")));
    Failure { place: crate::quote::clean(name), code: "no-column", message, hint }
}

fn damaged(name: &str, error: &csv::Error) -> Failure {
    let place = error.position().map_or(crate::quote::clean(name), |p| format!("{}:{}", crate::quote::clean(name), p.line()));
    Failure { place, code: "unreadable", message: format!("cannot be read: {error}"), hint: "check the file and the disk".into() }
}

impl Records for Table {
    fn next(&mut self) -> Result<Option<Raw>, Failure> {
        let mut row = csv::ByteRecord::new();
        if !self.rows.read_byte_record(&mut row).map_err(|e| damaged(&self.name, &e))? {
            return Ok(None);
        }
        let line = row.position().map_or(0, csv::Position::line);
        let cells = self.columns.map(|column| column.and_then(|c| row.get(c)).filter(|cell| !cell.is_empty()));
        let mut out = [const { None }; 7];
        let mut content = None;
        for (cell, out) in cells.into_iter().zip(&mut out) {
            match cell.map(std::str::from_utf8).transpose() {
                Ok(text) => *out = text.map(String::from),
                Err(_) => content = Some(Content::Bad { code: "not-utf8", hint: format!("line {line}: save the file as UTF-8") }),
            }
        }
        let content = content.unwrap_or_else(|| Content::Cells(Record::of(out)));
        Ok(Some(Raw { place: format!("{}:{line}", self.name), content }))
    }

    fn position(&self) -> u64 {
        self.rows.position().byte()
    }
}

/// One text in a file of its own.
struct Text {
    path: Option<PathBuf>,
    bytes: u64,
    limit: usize,
    name: String,
}

impl Records for Text {
    fn next(&mut self) -> Result<Option<Raw>, Failure> {
        let Some(path) = self.path.take() else { return Ok(None) };
        let content = match input::file(&path, self.limit) {
            Ok((bytes, metadata)) => Content::Text(bytes, Box::new(metadata)),
            Err(Failure { code, message, hint, .. }) => Content::Bad { code, hint: format!("{message}: {hint}") },
        };
        Ok(Some(Raw { place: self.name.clone(), content }))
    }

    fn skip(&mut self, count: u64) -> Result<u64, Failure> {
        Ok(u64::from(count > 0 && self.path.take().is_some()))
    }

    fn position(&self) -> u64 {
        if self.path.is_none() { self.bytes } else { 0 }
    }
}
