//! `cubaru base check`: the documents of a base against themselves and against one another.

use super::{Outcome, open, told};
use crate::check::{Look, Texts};
use clap::Args;
use cubaru::Reader;
use std::path::PathBuf;

const EXAMPLES: &str = "\
Examples:
  cubaru base check news.sqlite
  cubaru base check news.sqlite --kind contradiction --kind drift
  cubaru base check news.sqlite --kind count --all --json

A finding sets two places side by side and says nothing of who is right; docs/checks.md tells what each kind reports.";

/// Check the documents against themselves and against one another
#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Arguments {
    /// The base
    base: PathBuf,
    #[command(flatten)]
    look: Look,
}

pub(super) fn run(arguments: &Arguments) -> Outcome {
    let path = &arguments.base;
    let base = open(path, false)?;
    let findings = base.check(&Reader::english()).map_err(told(path))?;
    let mut texts = Texts::new();
    for row in base.documents().map_err(told(path))? {
        let hash = row.sha256.to_string();
        let text = base.text(&hash).map_err(told(path))?;
        texts.insert(hash.clone(), (row.source.id.unwrap_or_else(|| hash[..16].into()), text));
    }
    arguments.look.write(findings, &texts)?;
    Ok(true)
}
