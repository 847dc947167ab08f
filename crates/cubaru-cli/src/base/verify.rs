//! `cubaru base verify`: does every quotation stand where it is said to stand?

use super::{Outcome, Trouble, open, told};
use crate::{failure::Failure, quote, report::count};
use clap::Args;
use cubaru::{Texts, Verified};
use std::{
    fs,
    io::{self, Write},
    path::{Path, PathBuf},
};

const EXAMPLES: &str = "\
Examples:
  cubaru base verify news.sqlite --texts articles
  cubaru base verify claims.json --texts articles

A text is known by its hash, whatever its file is called. The comparison is exact: quotations, and all other words with their place. BASE may be \
JSON (or JSON lines) that cubaru wrote, as by `base export`. A line that fails names the text, the claim (or event, holding …), the place and why.
Exit codes: 0 everything stands; 1 something does not (each is named), or a text is missing.";

/// Verify that every quotation of every claim stands at its place in the text with its hash
#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Arguments {
    /// The base, or JSON that cubaru wrote
    base: PathBuf,
    /// The folder of the texts, with those below it: text files, and the `text` of records in *.jsonl
    #[arg(long, value_name = "DIR")]
    texts: PathBuf,
}

pub(super) fn run(arguments: &Arguments) -> Outcome {
    let mut texts = Texts::default();
    gather(&arguments.texts, &mut texts).map_err(|(path, error)| Trouble::Told(Failure::io(&path.display().to_string(), &error)))?;
    let verified = verify(&arguments.base, &texts)?;
    let mut out = io::stdout().lock();
    for failure in &verified.failures {
        let claim = failure.claim.as_ref().map(|c| format!(" in {c}")).unwrap_or_default();
        let place = failure.position.map(|p| format!(" at {}–{}", p.start, p.end)).unwrap_or_default();
        writeln!(out, "FAILED {}{claim}{place}: {}", failure.document, quote::clean(&failure.problem))?;
    }
    let failed = verified.failures.len();
    writeln!(out, "{} compared, {}", count(verified.quotes as usize, "quotation"), count(failed, "failure"))?;
    Ok(failed == 0)
}

fn verify(path: &Path, texts: &Texts) -> Result<Verified, Trouble> {
    let name = path.display().to_string();
    let bytes = |n: usize| -> io::Result<Vec<u8>> {
        use io::Read;
        let mut start = Vec::new();
        fs::File::open(path)?.take(n as u64).read_to_end(&mut start)?;
        Ok(start)
    };
    let start = bytes(16).map_err(|e| Trouble::Told(Failure::io(&name, &e)))?;
    if !start.trim_ascii_start().starts_with(b"{") && !start.trim_ascii_start().starts_with(b"[") {
        return texts.verify(&open(path, false)?).map_err(told(path));
    }
    let json = fs::read_to_string(path).map_err(|e| Trouble::Told(Failure::io(&name, &e)))?;
    texts.verify_json(&json).map_err(told(path))
}

/// All texts below a folder.
fn gather(folder: &Path, texts: &mut Texts) -> Result<(), (PathBuf, io::Error)> {
    let at = |path: &Path| {
        let path = path.to_path_buf();
        move |error| (path, error)
    };
    for entry in fs::read_dir(folder).map_err(at(folder))? {
        let path = entry.map_err(at(folder))?.path();
        if path.is_dir() {
            gather(&path, texts)?;
            continue;
        }
        // What is not UTF-8 was never read.
        let Ok(text) = String::from_utf8(fs::read(&path).map_err(at(&path))?) else { continue };
        if path.extension().is_some_and(|e| e == "jsonl") {
            let records = text.lines().filter_map(|l| serde_json::from_str::<serde_json::Value>(l).ok());
            records.filter_map(|r| r["text"].as_str().map(String::from)).for_each(|t| texts.add(t));
        } else {
            texts.add(text);
        }
    }
    Ok(())
}
