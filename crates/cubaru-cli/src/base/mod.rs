//! `cubaru base`: many documents, one knowledge base.

mod add;
mod check;
mod conditions;
mod decide;
mod export;
mod saved;
mod show;
mod sql;
mod verify;

use crate::{failure::Failure, quote};
use clap::{Args, Subcommand};
use cubaru::{Error, KnowledgeBase};
use std::{io, path::Path};

const EXAMPLES: &str = "\
Examples:
  cubaru base add news.sqlite articles/*.txt
  cubaru base timeline news.sqlite --of CONSULT --mode visit --recipient CUB --between 2022-02..2023-06
  cubaru base who news.sqlite Lavrov
  cubaru base claims news.sqlite --speaker 'Maria Zakharova' --json
  cubaru base sources news.sqlite 9c56cc51b374c3ba.e5
  cubaru base join news.sqlite 'Dmitri Chernyshenko' 'Dmitry Chernishenko'
  cubaru base sql news.sqlite 'SELECT class, count(*) FROM events GROUP BY class'
  cubaru base check news.sqlite --kind drift
  cubaru base export news.sqlite --format csv-events -o events.csv
  cubaru base save news.sqlite -o news.jsonl
  cubaru base load all.sqlite news.jsonl
  cubaru base verify news.sqlite --texts articles

The base is one SQLite file, which Datasette, DuckDB and pandas open as well; docs/sql.md tells its views.
Exit codes: 0 all went well; 1 something could not be read, found or verified; 2 the command line is wrong.";

/// Many documents, one knowledge base: add, ask, decide who is who, verify
#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Subcommand)]
enum Verb {
    Add(add::Arguments),
    List(show::List),
    Timeline(show::Timeline),
    Network(show::Network),
    Who(show::Who),
    Claims(show::Claims),
    Sources(show::Sources),
    Join(decide::Join),
    Split(decide::Split),
    Merges(decide::Merges),
    Check(check::Arguments),
    Export(export::Arguments),
    Save(saved::Save),
    Load(saved::Load),
    Verify(verify::Arguments),
    Sql(sql::Arguments),
}

pub(crate) fn run(arguments: &Arguments) -> io::Result<bool> {
    let outcome = match &arguments.verb {
        Verb::Add(arguments) => add::run(arguments),
        Verb::List(arguments) => show::list(arguments),
        Verb::Timeline(arguments) => show::timeline(arguments),
        Verb::Network(arguments) => show::network(arguments),
        Verb::Who(arguments) => show::who(arguments),
        Verb::Claims(arguments) => show::claims(arguments),
        Verb::Sources(arguments) => show::sources(arguments),
        Verb::Join(arguments) => decide::join(arguments),
        Verb::Split(arguments) => decide::split(arguments),
        Verb::Merges(arguments) => decide::merges(arguments),
        Verb::Check(arguments) => check::run(arguments),
        Verb::Export(arguments) => export::run(arguments),
        Verb::Save(arguments) => saved::save(arguments),
        Verb::Load(arguments) => saved::load(arguments),
        Verb::Verify(arguments) => verify::run(arguments),
        Verb::Sql(arguments) => sql::run(arguments),
    };
    match outcome {
        Ok(fine) => Ok(fine),
        Err(Trouble::Io(error)) => Err(error),
        Err(Trouble::Told(failure)) => {
            failure.tell();
            Ok(false)
        }
    }
}

/// Why a verb did not get through.
enum Trouble {
    /// The output cannot be written.
    Io(io::Error),
    /// What a person is to be told.
    Told(Failure),
}

impl From<io::Error> for Trouble {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

type Outcome = Result<bool, Trouble>;

/// What the base says of a file.
fn told(path: &Path) -> impl Fn(Error) -> Trouble + '_ {
    move |error| {
        let place = quote::clean(&path.display().to_string());
        Trouble::Told(Failure { place, code: error.code(), message: error.to_string(), hint: error.hint() })
    }
}

/// A base that is there.
fn open(path: &Path, write: bool) -> Result<KnowledgeBase, Trouble> {
    if !path.exists() {
        return Err(Trouble::Told(Failure::io(&path.display().to_string(), &io::ErrorKind::NotFound.into())));
    }
    if write { KnowledgeBase::open(path) } else { KnowledgeBase::read_only(path) }.map_err(told(path))
}
