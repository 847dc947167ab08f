//! `cubaru base join`, `split`, `merges`: who is who.

use super::{Outcome, open, told};
use clap::Args;
use cubaru::{Decision, Label};
use std::{
    io::{self, Write},
    path::PathBuf,
};

/// Decide that two names are one person, body or place
#[derive(Args)]
#[command(after_help = "Examples:\n  cubaru base join news.sqlite 'Dmitri Chernyshenko' 'Dmitry Chernishenko'\n\n\
The decision is kept, and holds for texts that are added later; `split` undoes it.")]
pub(super) struct Join {
    /// The base
    base: PathBuf,
    /// An id or a name
    a: String,
    /// Another
    b: String,
}

/// Decide that a name, or who bears it in one document, is somebody else
#[derive(Args)]
#[command(
    after_help = "Examples:\n  cubaru base split news.sqlite john-smith.gbr 'Jon Smith'\n  cubaru base split news.sqlite john-smith.gbr article-17\n\n\
The decision is kept, and holds for texts that are added later; `join` undoes it."
)]
pub(super) struct Split {
    /// The base
    base: PathBuf,
    /// The entity: an id, or a name
    entity: String,
    /// One of its names; or a document (its hash, or your own id) in which somebody else bears the name
    part: String,
}

/// Which names are one, with score and reasons
#[derive(Args)]
pub(super) struct Merges {
    /// The base
    base: PathBuf,
    /// Write JSON, one merge a line
    #[arg(long)]
    json: bool,
}

pub(super) fn join(arguments: &Join) -> Outcome {
    let path = &arguments.base;
    let base = open(path, true)?;
    let decision = base.join(&arguments.a, &arguments.b).map_err(told(path))?;
    base.publish().map_err(told(path))?;
    writeln!(io::stdout(), "{}", said(&decision))?;
    Ok(true)
}

pub(super) fn split(arguments: &Split) -> Outcome {
    let path = &arguments.base;
    let base = open(path, true)?;
    let decisions = base.split(&arguments.entity, &arguments.part).map_err(told(path))?;
    base.publish().map_err(told(path))?;
    decisions.iter().try_for_each(|d| writeln!(io::stdout(), "{}", said(d)))?;
    Ok(true)
}

pub(super) fn merges(arguments: &Merges) -> Outcome {
    let path = &arguments.base;
    let mut out = io::stdout().lock();
    for merge in open(path, false)?.merges().map_err(told(path))? {
        if arguments.json {
            writeln!(out, "{}", serde_json::to_string(&merge).map_err(io::Error::from)?)?;
        } else {
            let (a, b) = (label(&merge.a), label(&merge.b));
            writeln!(out, "{}\t{a} = {b}\t{}\t{}", merge.entity, merge.score, merge.why.join(", "))?;
        }
    }
    Ok(true)
}

fn said(decision: &Decision) -> String {
    let (a, b) = decision.pair();
    format!("{} {} {}", label(a), if decision.joins() { "is" } else { "is not" }, label(b))
}

fn label(label: &Label) -> String {
    let country = label.country.as_ref().map(|c| format!(" ({c})")).unwrap_or_default();
    let document = label.document.as_ref().map(|d| format!(" in {}", &d[..d.len().min(16)])).unwrap_or_default();
    format!("{}{country}{document}", label.name)
}
