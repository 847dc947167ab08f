//! What went wrong with an input, as a person is told on stderr.

use crate::{place::Places, quote};
use cubaru::Error;
use std::{
    fmt,
    io::{self, Write},
    path::Path,
};

/// Why an input could not be read.
#[derive(Debug)]
pub(crate) struct Failure {
    /// The file, with line and column where the text is to blame.
    pub place: String,
    /// A stable code.
    pub code: &'static str,
    /// What is the matter.
    pub message: String,
    /// What to do.
    pub hint: String,
}

impl Failure {
    /// What the operating system says of a file.
    pub(crate) fn io(name: &str, error: &io::Error) -> Self {
        let (message, hint) = match error.kind() {
            io::ErrorKind::NotFound => ("there is no such file".into(), "check the path; `-` reads from stdin"),
            io::ErrorKind::PermissionDenied => ("no permission to read it".into(), "check who owns it (`ls -l`)"),
            io::ErrorKind::IsADirectory => ("it is a folder".into(), "name the files in it, as in `FOLDER/*.txt`"),
            _ => (format!("cannot be read: {error}"), "check the file and the disk"),
        };
        Self { place: quote::clean(name), code: "unreadable", message, hint: hint.into() }
    }

    /// What the reader says of a text.
    pub(crate) fn text(name: &str, bytes: &[u8], error: &Error) -> Self {
        let place = match error {
            Error::NotUtf8 { offset } => {
                let before = String::from_utf8_lossy(bytes.get(..*offset).unwrap_or(bytes));
                let (line, column) = Places::new(&before).at(before.len() as u32);
                format!("{}:{line}:{column}", quote::clean(name))
            }
            _ => quote::clean(name),
        };
        Self { place, code: error.code(), message: error.to_string(), hint: error.hint() }
    }

    /// What is wrong with the metadata beside a text.
    pub(crate) fn metadata(path: &Path, error: &serde_json::Error) -> Self {
        let place = format!("{}:{}:{}", quote::clean(&path.display().to_string()), error.line(), error.column());
        let hint =
            "write one JSON object: \"id\", \"title\", \"url\", \"publisher\", \"published\" are strings, \"authors\" a list of strings";
        Self { place, code: "metadata", message: format!("the metadata cannot be read: {error}"), hint: hint.into() }
    }

    /// Tells it on stderr.
    pub(crate) fn tell(&self) {
        warn(&self.to_string());
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "error[{}]: {}: {}\n  hint: {}", self.code, self.place, self.message, self.hint)
    }
}

/// Writes a line on stderr; that stderr is closed stops nothing.
pub(crate) fn warn(line: &str) {
    let _ = writeln!(io::stderr(), "{line}");
}
