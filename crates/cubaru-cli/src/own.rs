//! Rules of events of the user's own, from files.

use crate::{failure::Failure, input};
use clap::Args;
use cubaru::{Error, Reader};
use std::path::{Path, PathBuf};

/// Files of rules that go before the reader's.
#[derive(Args, Debug, Clone, Default)]
pub(crate) struct Own {
    /// Rules of events of your own, which go before the reader's; once for each file
    #[arg(long = "rules", value_name = "FILE")]
    rules: Vec<PathBuf>,
}

impl Own {
    /// The reader with these rules.
    pub(crate) fn give(&self, mut reader: Reader) -> Result<Reader, Failure> {
        for file in &self.rules {
            reader = with(reader, file)?;
        }
        Ok(reader)
    }

    /// What the files hold, one after the other: with other rules a text reads otherwise.
    pub(crate) fn contents(&self) -> Result<Vec<u8>, Failure> {
        let read = |file: &PathBuf| std::fs::read(file).map_err(|e| Failure::io(&input::name(file), &e));
        Ok(self.rules.iter().map(read).collect::<Result<Vec<_>, _>>()?.concat())
    }
}

fn with(reader: Reader, file: &Path) -> Result<Reader, Failure> {
    let name = input::name(file);
    let bytes = std::fs::read(file).map_err(|e| Failure::io(&name, &e))?;
    let plain = Reader::text(&reader, &bytes).map_err(|e| Failure::text(&name, &bytes, &e))?;
    reader.clone().with_rules(plain).map_err(|error| match &error {
        Error::Rules(wrong) => Failure {
            place: format!("{}:{}:{}", crate::quote::clean(&name), wrong.line, wrong.column),
            code: error.code(),
            message: crate::quote::clean(&wrong.problem),
            hint: wrong.hint.into(),
        },
        other => Failure::text(&name, &bytes, other),
    })
}
