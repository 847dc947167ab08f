//! `cargo xtask bench`: how fast each door is.

use crate::{Outcome, root};
use std::process::Command;

/// Runs the benches; arguments go to criterion (a part of a name, `--save-baseline NAME`, `--baseline NAME`).
pub fn run(arguments: &[String]) -> Outcome {
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".into());
    let status = Command::new(cargo).args(["bench", "--package", "cubaru-benches", "--"]).args(arguments).current_dir(root()).status();
    match status {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("cargo bench: {status}")),
        Err(e) => Err(format!("cargo bench: {e}")),
    }
}
