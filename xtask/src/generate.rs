//! `cargo xtask generate`: articles that nobody wrote, for measuring what many documents cost.

use crate::Outcome;
use clap::Args;
use std::io::{BufWriter, ErrorKind, Write};

/// How many, how long, and of which world.
#[derive(Args)]
pub struct Options {
    /// How many articles.
    count: usize,
    /// How many words each has at least.
    #[arg(long, default_value_t = 600)]
    words: usize,
    /// The same seed gives the same articles.
    #[arg(long, default_value_t = 1)]
    seed: u64,
}

/// Writes the articles to standard output, one JSON object a line.
pub fn run(options: &Options) -> Outcome {
    let mut out = BufWriter::new(std::io::stdout().lock());
    for article in cubaru_benches::articles(options.count, options.words, options.seed) {
        let line = serde_json::to_string(&article).map_err(|e| e.to_string())?;
        match writeln!(out, "{line}") {
            // Whoever reads has had enough.
            Err(e) if e.kind() == ErrorKind::BrokenPipe => return Ok(()),
            written => written.map_err(|e| e.to_string())?,
        }
    }
    out.flush().map_err(|e| e.to_string())
}
