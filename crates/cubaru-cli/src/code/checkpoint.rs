//! How far a run has come, so that it can go on after a kill.

use super::{
    corpus::{Fields, Input},
    output::{self, Format},
    record::Answer,
};
use crate::failure::Failure;
use serde::{Deserialize, Serialize};
use std::{
    fs::{self, File},
    io::{self, Write},
    path::{Path, PathBuf},
};

/// What a run was asked for; it can go on only with the same.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Job {
    /// The version of cubaru: another one reads otherwise.
    version: String,
    inputs: Vec<Input>,
    fields: Fields,
    format: Format,
    /// The user's rules.
    rules: Vec<u8>,
    limit: usize,
}

impl Job {
    pub fn new(inputs: &[Input], fields: &Fields, format: Format, rules: &[u8], limit: usize) -> Self {
        let version = env!("CARGO_PKG_VERSION").into();
        Self { version, inputs: inputs.to_vec(), fields: fields.clone(), format, rules: rules.to_vec(), limit }
    }
}

/// How far it has come.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Checkpoint {
    #[serde(skip)]
    path: PathBuf,
    job: Job,
    /// The records that are done.
    pub records: u64,
    /// The rows written for them.
    pub events: u64,
    /// How many of them could not be read.
    pub bad: u64,
    /// How long the table was then.
    pub table_bytes: u64,
    /// How long the list of bad records was then.
    pub bad_bytes: u64,
}

impl Checkpoint {
    /// A new run, or the one that was begun.
    pub fn begin(out: &Path, job: Job, force: bool) -> Result<Self, Failure> {
        let path = output::beside(out, "checkpoint");
        let failure = |code, message: &str, hint: &str| Failure {
            place: crate::quote::clean(&out.display().to_string()),
            code,
            message: message.into(),
            hint: hint.into(),
        };
        let new = Self { path: path.clone(), job, records: 0, events: 0, bad: 0, table_bytes: 0, bad_bytes: 0 };
        if force {
            return Ok(new);
        }
        if out.exists() {
            return Err(failure("exists", "the table is there already", "name another, or write over it with `--force`"));
        }
        let bytes = match fs::read(&path) {
            Ok(bytes) => bytes,
            Err(e) if e.kind() == io::ErrorKind::NotFound => return Ok(new),
            Err(e) => return Err(Failure::io(&path.display().to_string(), &e)),
        };
        let other = || {
            let message = "a run with another corpus, other options or another version was begun here";
            failure("other-run", message, "give what was given then to go on, or begin anew with `--force`")
        };
        let begun: Self = serde_json::from_slice(&bytes).map_err(|_| other())?;
        if begun.job != new.job {
            return Err(other());
        }
        let length = |path: PathBuf| fs::metadata(path).map_or(0, |m| m.len());
        let whole = length(output::part(out)) >= begun.table_bytes && length(output::bad(out)) >= begun.bad_bytes;
        Ok(if whole { Self { path, ..begun } } else { new })
    }

    /// Counts what became of a record.
    pub fn count(&mut self, answer: &Answer) {
        self.events += answer.events;
        self.bad += u64::from(answer.bad.is_some());
    }

    /// Writes it down: the file is the old one or the new one, never half of it.
    pub fn write(&self) -> io::Result<()> {
        let new = self.path.with_extension("checkpoint-new");
        let mut file = File::create(&new)?;
        file.write_all(&serde_json::to_vec(self).map_err(io::Error::other)?)?;
        file.sync_data()?;
        fs::rename(new, &self.path)
    }

    /// Takes it away; the run is through.
    pub fn end(&self) {
        // Where it stays, the next run finds the table first.
        let _ = fs::remove_file(&self.path);
    }
}
