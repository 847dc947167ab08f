//! `cargo xtask ci`: the one command that tests everything, in all three languages.

use crate::{Outcome, glue, root, tidy, train};
use std::{
    ffi::OsStr,
    process::Command,
    time::{Duration, Instant},
};

/// Built and tested by their own tools (maturin, wasm-bindgen): here they would not link, or take long for nothing.
const BINDINGS: [&str; 3] = ["cubaru-js", "cubaru-python", "xtask-bindgen"];
/// What others build on, and so read the documentation of.
const LIBRARIES: [&str; 8] =
    ["cubaru-edtf", "cubaru-lexicon", "cubaru-names", "cubaru-parse", "cubaru-english", "cubaru-model", "cubaru-petrarch", "cubaru"];
const EXAMPLES: [&str; 3] = ["read", "claims", "quotes"];

/// What a stage does.
type Work = Box<dyn Fn() -> Outcome>;

/// Runs every stage, also after one has failed, and sums up.
pub fn run() -> Outcome {
    let stages = stages();
    let mut failed: Vec<(&str, String)> = Vec::new();
    let mut times: Vec<(&str, Duration, bool)> = Vec::new();
    for (name, work) in &stages {
        println!("=== {name}");
        let clock = Instant::now();
        let outcome = work();
        let taken = clock.elapsed();
        println!("=== {name}: {} in {:.1} s", if outcome.is_ok() { "passed" } else { "FAILED" }, taken.as_secs_f32());
        times.push((name, taken, outcome.is_ok()));
        if let Err(reason) = outcome {
            println!("{reason}");
            failed.push((name, reason));
        }
    }
    println!("\n{}", summary(&times));
    match failed.len() {
        0 => Ok(()),
        _ => Err(failed.iter().map(|(name, reason)| format!("{name}: {reason}")).collect::<Vec<_>>().join("; ")),
    }
}

/// What takes too long for every change.
pub fn slow() -> Outcome {
    let crash = ["test", "-p", "cubaru-model", "--features", "sqlite", "--test", "crash"];
    run_with("cargo", &crash, &[("CUBARU_KILLS", "200")])
}

/// A line a stage, and at the end how many passed and failed, alone on its line.
fn summary(times: &[(&str, Duration, bool)]) -> String {
    let mut lines: Vec<String> = times
        .iter()
        .map(|(name, taken, passed)| format!("{:6} {:7.1} s  {name}", if *passed { "ok" } else { "FAILED" }, taken.as_secs_f32()))
        .collect();
    let passed = times.iter().filter(|(_, _, passed)| *passed).count();
    lines.push(format!("{passed} passed, {} failed", times.len() - passed));
    lines.join("\n")
}

fn stages() -> Vec<(&'static str, Work)> {
    let workspace = || {
        let mut arguments = vec!["--workspace"];
        BINDINGS.iter().for_each(|b| arguments.extend(["--exclude", *b]));
        arguments
    };
    let with = |first: &[&'static str], last: &[&'static str]| [first, &workspace()[..], last].concat();
    let lint = with(&["clippy"], &["--all-targets", "--", "-D", "warnings"]);
    let test = with(&["test", "--quiet"], &["--all-targets", "--no-fail-fast"]);
    // The bindings are looked at as well; what needs no linking works everywhere.
    let lint_bindings = vec!["clippy", "-p", "cubaru-js", "-p", "cubaru-python", "--", "-D", "warnings"];
    let doctest = with(&["test", "--quiet"], &["--doc", "--no-fail-fast"]);
    let mut doc = vec!["doc", "--quiet", "--no-deps"];
    LIBRARIES.iter().for_each(|l| doc.extend(["-p", *l]));
    vec![
        ("Rust's tools", Box::new(tools)),
        ("fmt", Box::new(|| cargo(&["fmt", "--all", "--check"]))),
        ("clippy", Box::new(move || cargo(&lint))),
        ("clippy of the bindings", Box::new(move || cargo(&lint_bindings))),
        ("tidy", Box::new(tidy::run)),
        ("glue", Box::new(|| glue::run(true))),
        ("training", Box::new(|| train::sample(false))),
        ("Rust", Box::new(move || cargo(&test))),
        ("examples in the documentation", Box::new(move || cargo(&doctest))),
        ("documentation", Box::new(move || run_with("cargo", &doc, &[("RUSTDOCFLAGS", "-D warnings")]))),
        ("examples", Box::new(examples)),
        ("Python", Box::new(|| script("scripts/python.sh"))),
        ("JavaScript", Box::new(|| script("scripts/js.sh"))),
    ]
}

/// rustfmt and clippy, where rustup left them out.
fn tools() -> Outcome {
    for (component, command) in [("rustfmt", "fmt"), ("clippy", "clippy")] {
        let there = Command::new("cargo").args([command, "--version"]).current_dir(root()).output().is_ok_and(|o| o.status.success());
        if !there {
            run_with("rustup", &["component", "add", component], &[])?;
        }
    }
    cargo(&["--version"])
}

/// Each example checks itself; what it prints is shown only where it fails.
fn examples() -> Outcome {
    for name in EXAMPLES {
        let arguments = ["run", "--quiet", "--package", "cubaru-examples", "--example", name];
        let output = tool("cargo").args(arguments).output().map_err(|e| format!("cargo: {e}"))?;
        let printed = String::from_utf8_lossy(&output.stdout);
        if !output.status.success() || printed.trim().is_empty() {
            return Err(format!("the example `{name}` fails\n{printed}{}", String::from_utf8_lossy(&output.stderr)));
        }
        println!("{name}: {} lines", printed.lines().count());
    }
    Ok(())
}

fn script(path: &str) -> Outcome {
    run_with("bash", &[path], &[])
}

fn cargo(arguments: &[&str]) -> Outcome {
    run_with("cargo", arguments, &[])
}

/// Runs a program in the workspace's folder; what it prints goes through.
fn run_with(program: &str, arguments: &[&str], variables: &[(&str, &str)]) -> Outcome {
    let mut command = tool(program);
    command.args(arguments).envs(variables.iter().copied());
    let shown = format!("{program} {}", arguments.join(" "));
    println!("$ {shown}");
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("`{shown}` ended with {status}")),
        Err(e) => Err(format!("`{shown}` does not start: {e}")),
    }
}

fn tool(program: &str) -> Command {
    let mut command = Command::new(program);
    // Cargo told this process about xtask; a cargo within must not take it for its own.
    let inherited = std::env::vars_os().map(|(key, _)| key).filter(|k| is_cargos(k));
    inherited.for_each(|key| {
        command.env_remove(key);
    });
    // What lets a next build begin where this one ended takes gigabytes, and disks of test machines are small.
    command.env("CARGO_INCREMENTAL", "0").current_dir(root());
    command
}

fn is_cargos(key: &OsStr) -> bool {
    key.to_str().is_some_and(|k| k.starts_with("CARGO_PKG_") || k.starts_with("CARGO_MANIFEST_"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_line_counts() {
        let times = [("a", Duration::from_millis(1500), true), ("b", Duration::from_secs(2), false), ("c", Duration::ZERO, true)];
        let summary = summary(&times);
        assert_eq!(summary.lines().last(), Some("2 passed, 1 failed"));
        assert!(summary.starts_with("ok         1.5 s  a\nFAILED     2.0 s  b"), "{summary}");
    }

    #[test]
    fn a_failing_stage_says_why() {
        assert!(run_with("bash", &["-c", "exit 0"], &[]).is_ok());
        let error = run_with("bash", &["-c", "exit 3"], &[]).unwrap_err();
        assert!(error.contains("exit 3") && error.contains("ended with"), "{error}");
        assert!(run_with("no-such-program", &[], &[]).unwrap_err().contains("does not start"));
        assert!(script("scripts/no-such-script.sh").is_err());
    }

    #[test]
    fn every_language_has_its_stage() {
        let names: Vec<&str> = stages().iter().map(|(name, _)| *name).collect();
        for name in ["fmt", "clippy", "tidy", "Rust", "Python", "JavaScript"] {
            assert!(names.contains(&name), "{name}");
        }
        for path in ["scripts/python.sh", "scripts/js.sh"] {
            assert!(root().join(path).is_file(), "{path}");
        }
    }
}
