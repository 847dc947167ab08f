//! A file with the metadata beside it, or stdin.

use crate::failure::Failure;
use clap::Args;
use cubaru::{Document, Error, Metadata, PartialDate, Reader, Source};
use std::{
    fs::File,
    io::{self, Read},
    path::Path,
};

/// What is known of a text, from the command line.
#[derive(Args, Debug, Clone, Default)]
#[command(next_help_heading = "What is known of the text (overrides NAME.json)")]
pub(crate) struct Known {
    /// When it was published: 2023, 2023-06 or 2023-06-04
    #[arg(long, value_name = "DATE", value_parser = date)]
    published: Option<String>,
    /// Its title
    #[arg(long)]
    title: Option<String>,
    /// Where it stands
    #[arg(long)]
    url: Option<String>,
    /// Who published it
    #[arg(long, value_name = "NAME")]
    publisher: Option<String>,
    /// Who wrote it; once for each author
    #[arg(long = "author", value_name = "NAME")]
    authors: Vec<String>,
    /// Your own id for it
    #[arg(long)]
    id: Option<String>,
}

fn date(given: &str) -> Result<String, String> {
    match PartialDate::parse(given) {
        Some(_) => Ok(given.into()),
        None => Err(Error::BadDate { given: given.into() }.hint()),
    }
}

impl Known {
    fn over(&self, metadata: Metadata) -> Metadata {
        let or = |option: &Option<String>, other| option.clone().or(other);
        Metadata {
            id: or(&self.id, metadata.id),
            title: or(&self.title, metadata.title),
            url: or(&self.url, metadata.url),
            publisher: or(&self.publisher, metadata.publisher),
            authors: if self.authors.is_empty() { metadata.authors } else { self.authors.clone() },
            published: or(&self.published, metadata.published),
        }
    }
}

/// Reads a file (`-`: stdin) and what stands in it.
pub(crate) fn read(reader: &Reader, limit: usize, file: &Path, known: &Known) -> Result<Document, Failure> {
    let name = name(file);
    let bytes = bytes(file, limit)?;
    let metadata = known.over(if is_stdin(file) { Metadata::default() } else { beside(file)? });
    let source = Source { text: String::new(), metadata };
    reader.read_bytes(&bytes, &source).map_err(|e| Failure::text(&name, &bytes, &e))
}

/// The bytes of a file, and what stands beside it.
pub(crate) fn file(file: &Path, limit: usize) -> Result<(Vec<u8>, Metadata), Failure> {
    Ok((bytes(file, limit)?, beside(file)?))
}

/// A file's name as messages show it.
pub(crate) fn name(file: &Path) -> String {
    if is_stdin(file) { "stdin".into() } else { file.display().to_string() }
}

/// Whether a path means stdin.
pub(crate) fn is_stdin(file: &Path) -> bool {
    file.as_os_str() == "-"
}

/// The bytes of a file; not one more than shows that it is longer than `limit`.
fn bytes(file: &Path, limit: usize) -> Result<Vec<u8>, Failure> {
    let name = name(file);
    let failed = |e: io::Error| Failure::io(&name, &e);
    let most = limit as u64 + 1;
    let (mut bytes, mut length) = (Vec::new(), None);
    if is_stdin(file) {
        io::stdin().lock().take(most).read_to_end(&mut bytes).map_err(failed)?;
    } else {
        let open = File::open(file).map_err(failed)?;
        length = open.metadata().map_err(failed).map(|m| m.is_file().then_some(m.len() as usize))?;
        open.take(most).read_to_end(&mut bytes).map_err(failed)?;
    }
    if bytes.len() <= limit {
        return Ok(bytes);
    }
    let error = Error::TooLong { length: length.unwrap_or(bytes.len()).max(bytes.len()), limit };
    let failure = Failure::text(&name, &bytes, &error);
    // What comes from a pipe has no length until it ends, and it need not end.
    let message = if length.is_some() { failure.message } else { format!("the text is longer than the limit of {limit} bytes") };
    let hint = format!("split the text, or raise the limit (`--limit {}`)", length.unwrap_or(limit * 2));
    Err(Failure { message, hint, ..failure })
}

/// What `NAME.json` beside `NAME.txt` says; nothing where there is none.
fn beside(file: &Path) -> Result<Metadata, Failure> {
    let path = file.with_extension("json");
    if path == file {
        return Ok(Metadata::default());
    }
    let bytes = match std::fs::read(&path) {
        Ok(bytes) => bytes,
        Err(e) if e.kind() == io::ErrorKind::NotFound => return Ok(Metadata::default()),
        Err(e) => return Err(Failure::io(&path.display().to_string(), &e)),
    };
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes);
    serde_json::from_slice(bytes).map_err(|e| Failure::metadata(&path, &e))
}
