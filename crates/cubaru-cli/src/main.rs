//! `cubaru`, the command line: reads arguments and files, asks the `cubaru` crate, writes what it says.
mod annotate;
mod base;
mod check;
mod code;
mod compare_names;
mod completions;
mod dates;
mod explain;
mod failure;
mod input;
mod lines;
mod own;
mod page;
mod place;
mod quote;
mod read;
mod report;

use clap::{Parser, Subcommand};
use std::{io, process::ExitCode};

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Reads political news and gives back knowledge with its sources.
///
/// Who did or said what to whom, when, where, according to whom and how certainly: each fact with the exact words that say
/// it. Works offline; the same text always gives the same output.
#[derive(Parser)]
#[command(name = "cubaru", version, after_help = EXAMPLES, propagate_version = true, arg_required_else_help = true)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

const EXAMPLES: &str = "\
Examples:
  cubaru read article.txt                    a report: people, timeline, who says what
  cubaru read --json *.txt > articles.jsonl  one JSON document a file, one line each
  cubaru explain article.txt --words Lavrov  which rules and list entries read these words
  cubaru check article.txt                   counts against lists, claims against later ones
  cubaru annotate corpus.jsonl > read.jsonl  a corpus, one record a line, on all cores
  cubaru base add news.sqlite *.txt          many articles, one knowledge base to ask
  cubaru code corpus.jsonl -o events.csv     a corpus as a table, one row an event; goes on after a kill
  cubaru compare-names pairs.jsonl           which pairs of names are the same person

Exit codes: 0 all was read; 1 something could not be read; 2 the command line is wrong.
`cubaru COMMAND --help` tells more and shows examples.";

#[derive(Subcommand)]
enum Command {
    Read(read::Arguments),
    Annotate(annotate::Arguments),
    Base(Box<base::Arguments>),
    Code(code::Arguments),
    Explain(explain::Arguments),
    CompareNames(compare_names::Arguments),
    Check(check::Arguments),
    Completions(completions::Arguments),
}

fn main() -> ExitCode {
    let outcome = match Arguments::parse().command {
        Command::Read(arguments) => read::run(arguments),
        Command::Annotate(arguments) => annotate::run(&arguments),
        Command::Base(arguments) => base::run(&arguments),
        Command::Code(arguments) => code::run(&arguments),
        Command::Check(arguments) => check::run(&arguments),
        Command::Explain(arguments) => explain::run(arguments),
        Command::CompareNames(arguments) => compare_names::run(&arguments),
        Command::Completions(arguments) => completions::run(&arguments),
    };
    match outcome {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        // Whoever read our output has seen enough: `cubaru read … | head` is no failure.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            failure::warn(&format!("error: the output cannot be written: {error}"));
            ExitCode::FAILURE
        }
    }
}
