//! `cubaru base save`, `load`: a base as lines.

use super::{Outcome, Trouble, open, told};
use crate::{failure::Failure, input, quote};
use clap::Args;
use cubaru::KnowledgeBase;
use std::{
    fs::File,
    io::{self, BufRead, BufReader, BufWriter, Write},
    path::{Path, PathBuf},
};

/// Write the whole base as lines that `load` reads
#[derive(Args)]
#[command(
    after_help = "Examples:\n  cubaru base save news.sqlite -o news.jsonl\n  cubaru base save news.sqlite | gzip > news.jsonl.gz\n\n\
A line for each document with its text and all that was read of it, and one for each decision. The same base gives the same bytes, \
in whichever order its documents came. Python and the browser read and write the same lines."
)]
pub(super) struct Save {
    /// The base
    base: PathBuf,
    /// The file to write; stdout where none is named
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
}

/// Add what `save` wrote; a base that is not there is made
#[derive(Args)]
#[command(after_help = "Examples:\n  cubaru base load all.sqlite news.jsonl\n  zcat news.jsonl.gz | cubaru base load all.sqlite -\n\n\
Nothing is read again. A text that is in the base already changes nothing; decisions are taken over. Every quote is looked up in its text.")]
pub(super) struct Load {
    /// The base
    base: PathBuf,
    /// What `save` wrote; `-` is stdin
    file: PathBuf,
}

fn io(file: &Path) -> impl Fn(io::Error) -> Trouble + '_ {
    move |error| Trouble::Told(Failure::io(&input::name(file), &error))
}

pub(super) fn save(arguments: &Save) -> Outcome {
    let path = &arguments.base;
    let base = open(path, false)?;
    match &arguments.output {
        Some(file) => {
            let mut out = BufWriter::new(File::create(file).map_err(|error| {
                let place = quote::clean(&file.display().to_string());
                let hint = "check the folder, who may write there, and the disk".into();
                Trouble::Told(Failure { place, code: "unwritable", message: format!("cannot be written: {error}"), hint })
            })?);
            base.save(&mut out).map_err(told(file))?;
            out.flush().map_err(io(file))?;
        }
        None => {
            let mut out = BufWriter::new(io::stdout().lock());
            base.save(&mut out).map_err(told(path))?;
            out.flush()?;
        }
    }
    Ok(true)
}

pub(super) fn load(arguments: &Load) -> Outcome {
    let (path, file) = (&arguments.base, &arguments.file);
    let lines: Box<dyn BufRead> =
        if input::is_stdin(file) { Box::new(io::stdin().lock()) } else { Box::new(BufReader::new(File::open(file).map_err(io(file))?)) };
    let base = KnowledgeBase::open(path).map_err(told(path))?;
    let loaded = base.load(lines);
    base.publish().map_err(told(path))?;
    let new = loaded.map_err(told(file))?;
    writeln!(io::stdout(), "{}: {new} added", quote::clean(&path.display().to_string()))?;
    Ok(true)
}
