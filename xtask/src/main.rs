//! The workspace's own commands: `cargo xtask COMMAND`.

mod bench;
mod cases;
mod ci;
mod eval;
mod fit;
mod generate;
mod glue;
mod tidy;
mod train;

use clap::{Parser, Subcommand};
use std::{path::PathBuf, process::ExitCode};

/// The workspace's own commands.
#[derive(Parser)]
#[command(name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Write the JSON Schema and what the bindings make of it; with --check, only say whether they are up to date.
    Glue {
        /// Change nothing; fail where something would change.
        #[arg(long)]
        check: bool,
    },
    /// Run the Markdown cases of `cases/`; with --update, rewrite their outlines for a person to review.
    Cases {
        /// The files; all below `cases/` where none is named.
        files: Vec<PathBuf>,
        /// Write the outlines as reading gives them now.
        #[arg(long)]
        update: bool,
    },
    /// Test everything, in Rust, Python and JavaScript; installs what that needs.
    Ci,
    /// Run what takes too long for every change: a base survives 200 kills.
    Slow,
    /// Measure how fast each door is.
    Bench {
        /// For criterion: a part of a bench's name, `--save-baseline NAME`, `--baseline NAME`.
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        arguments: Vec<String>,
    },
    /// Write articles that nobody wrote, as JSON Lines, for measuring: `cargo xtask generate 10000 > articles.jsonl`.
    Generate(generate::Options),
    /// Check what the compiler does not: floors, crates, lists, lengths, leftovers.
    Tidy,
    /// Make the tables of the syntax floor from treebanks.
    Train(train::Options),
    /// Fit the weights that tell who "he" and "she" is, and print them.
    Fit(fit::Options),
    /// Measure how well cubaru reads, against gold outside the repository.
    Eval(eval::Options),
}

/// What a command gives: nothing, or the reason why it failed.
pub type Outcome = Result<(), String>;

/// The workspace's folder.
pub fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).parent().expect("the workspace above xtask").to_path_buf()
}

fn main() -> ExitCode {
    let outcome = match Arguments::parse().command {
        Command::Glue { check } => glue::run(check),
        Command::Cases { files, update } => cases::run(&files, update),
        Command::Ci => ci::run(),
        Command::Slow => ci::slow(),
        Command::Bench { arguments } => bench::run(&arguments),
        Command::Generate(options) => generate::run(&options),
        Command::Tidy => tidy::run(),
        Command::Train(options) => train::run(&options),
        Command::Fit(options) => fit::run(options.gold()),
        Command::Eval(options) => eval::run(&options),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => {
            eprintln!("xtask: {reason}");
            ExitCode::FAILURE
        }
    }
}
