//! `cargo xtask bench`: how fast each door is.

use crate::{Outcome, root};
use std::process::Command;

/// Runs the benches; arguments go to criterion (a part of a name, `--save-baseline NAME`, `--baseline NAME`).
pub fn run(arguments: &[String]) -> Outcome {
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".into());
    // `base` measures the command line itself.
    run_cargo(&cargo, &["build", "--release", "--package", "cubaru-cli"])?;
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    run_cargo(&cargo, &[&["bench", "--package", "cubaru-benches", "--"], &arguments[..]].concat())
}

fn run_cargo(cargo: &str, arguments: &[&str]) -> Outcome {
    let status = Command::new(cargo).args(arguments).current_dir(root()).status();
    match status {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("cargo {}: {status}", arguments[0])),
        Err(e) => Err(format!("cargo {}: {e}", arguments[0])),
    }
}
