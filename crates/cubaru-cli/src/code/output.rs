//! The table on the disk, and beside it the records that could not be read.

use super::{
    checkpoint::Checkpoint,
    record::Answer,
    table::{COLUMNS, Row},
};
use crate::failure::Failure;
use cubaru::table::{ParquetFile, csv_head};
use serde::{Deserialize, Serialize};
use std::{
    fs::{self, File, OpenOptions},
    io::{self, BufRead, BufReader, BufWriter, Seek, SeekFrom, Write},
    path::{Path, PathBuf},
};

/// How the table is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Format {
    Csv,
    Jsonl,
    /// Until the run is through, as JSON Lines.
    Parquet,
}

impl Format {
    /// By the file's ending.
    pub fn of(out: &Path) -> Result<Self, Failure> {
        match out.extension().and_then(|e| e.to_str()).map(str::to_ascii_lowercase).as_deref() {
            Some("csv") => Ok(Self::Csv),
            Some("jsonl" | "ndjson") => Ok(Self::Jsonl),
            Some("parquet") => Ok(Self::Parquet),
            _ => Err(Failure {
                place: crate::quote::clean(&out.display().to_string()),
                code: "unknown-kind",
                message: "its ending tells no kind of table".into(),
                hint: "let it end in .csv, .jsonl or .parquet".into(),
            }),
        }
    }
}

/// The table until the run is through.
pub(super) fn part(out: &Path) -> PathBuf {
    beside(out, "part")
}

/// The records that could not be read.
pub(super) fn bad(out: &Path) -> PathBuf {
    beside(out, "bad.jsonl")
}

/// A file beside the table, with its name and more.
pub(super) fn beside(out: &Path, more: &str) -> PathBuf {
    let mut name = out.as_os_str().to_os_string();
    name.push(".");
    name.push(more);
    name.into()
}

/// Both files, open at their ends.
pub(super) struct Output {
    out: PathBuf,
    format: Format,
    table: BufWriter<File>,
    bad: BufWriter<File>,
}

impl Output {
    /// Opens them, cut to where the checkpoint says.
    pub fn open(out: &Path, format: Format, checkpoint: &Checkpoint) -> Result<Self, Failure> {
        let at = |path: PathBuf, length: u64| {
            let open = || -> io::Result<BufWriter<File>> {
                let mut file = OpenOptions::new().write(true).create(true).truncate(false).open(&path)?;
                file.set_len(length)?;
                file.seek(SeekFrom::End(0))?;
                Ok(BufWriter::with_capacity(1 << 20, file))
            };
            open().map_err(|e| unwritable(&path, &e))
        };
        let mut table = at(part(out), checkpoint.table_bytes)?;
        if checkpoint.table_bytes == 0 && format == Format::Csv {
            table.write_all(csv_head(COLUMNS).as_bytes()).map_err(|e| unwritable(out, &e))?;
        }
        Ok(Self { out: out.into(), format, table, bad: at(bad(out), checkpoint.bad_bytes)? })
    }

    /// Writes what became of a record.
    pub fn write(&mut self, answer: &Answer) -> Result<(), Failure> {
        self.table.write_all(&answer.rows).map_err(|e| unwritable(&self.out, &e))?;
        let bad = answer.bad.as_deref().unwrap_or_default();
        self.bad.write_all(bad.as_bytes()).map_err(|e| unwritable(&bad_of(&self.out), &e))
    }

    /// Makes sure that all lies on the disk, then says so in the checkpoint.
    pub fn commit(&mut self, checkpoint: &mut Checkpoint) -> Result<(), Failure> {
        let length = |file: &mut BufWriter<File>| -> io::Result<u64> {
            file.flush()?;
            file.get_ref().sync_data()?;
            file.stream_position()
        };
        let mut commit = || -> io::Result<()> {
            checkpoint.table_bytes = length(&mut self.table)?;
            checkpoint.bad_bytes = length(&mut self.bad)?;
            checkpoint.write()
        };
        commit().map_err(|e| unwritable(&self.out, &e))
    }

    /// Gives the table its name.
    pub fn finish(self) -> Result<(), Failure> {
        let Self { out, format, table, bad } = self;
        let end = || -> io::Result<()> {
            table.into_inner().map_err(io::IntoInnerError::into_error)?.sync_all()?;
            let empty = bad.into_inner().map_err(io::IntoInnerError::into_error)?.metadata()?.len() == 0;
            if format == Format::Parquet {
                let whole = beside(&out, "whole");
                to_parquet(BufReader::new(File::open(part(&out))?), File::create(&whole)?)?;
                fs::rename(whole, &out)?;
                fs::remove_file(part(&out))?;
            } else {
                fs::rename(part(&out), &out)?;
            }
            if empty { fs::remove_file(bad_of(&out)) } else { Ok(()) }
        };
        end().map_err(|e| unwritable(&out, &e))
    }
}

/// Writes the table anew, from rows of JSON.
fn to_parquet(rows: impl BufRead, out: File) -> io::Result<()> {
    let mut file = ParquetFile::new(out, COLUMNS)?;
    for line in rows.lines() {
        file.push(serde_json::from_str::<Row>(&line?)?.cells())?;
    }
    file.finish()?.sync_all()
}

fn bad_of(out: &Path) -> PathBuf {
    bad(out)
}

fn unwritable(path: &Path, error: &io::Error) -> Failure {
    Failure {
        place: crate::quote::clean(&path.display().to_string()),
        code: "unwritable",
        message: format!("cannot be written: {error}"),
        hint: "check the folder, its permissions and the room on the disk".into(),
    }
}
