//! Runs the binary, and a folder of its own for each test's files.
#![allow(dead_code)]

use std::{
    fs,
    io::Write,
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
};

/// The binary, with nothing of the environment that changes its output.
pub fn cubaru() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_cubaru"));
    command.env_remove("NO_COLOR");
    command
}

/// What one run wrote.
pub struct Ran {
    pub code: i32,
    pub out: String,
    pub err: String,
}

pub fn run(arguments: &[&str]) -> Ran {
    finish(cubaru().args(arguments).stdin(Stdio::null()).output().unwrap())
}

pub fn run_with(arguments: &[&str], input: &[u8]) -> Ran {
    let mut child = cubaru().args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let (mut stdin, input) = (child.stdin.take().unwrap(), input.to_vec());
    // The binary may answer before all is sent, or end before it: neither blocks nor fails here.
    let sender = std::thread::spawn(move || drop(stdin.write_all(&input)));
    let output = child.wait_with_output().unwrap();
    sender.join().unwrap();
    finish(output)
}

fn finish(output: Output) -> Ran {
    let text = |bytes| String::from_utf8(bytes).unwrap();
    Ran { code: output.status.code().unwrap(), out: text(output.stdout), err: text(output.stderr) }
}

/// The workspace.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).unwrap().into()
}

/// The texts of `examples/articles`.
pub fn articles() -> Vec<PathBuf> {
    let entries = fs::read_dir(root().join("examples/articles")).unwrap().map(|e| e.unwrap().path());
    let mut found: Vec<PathBuf> = entries.filter(|p| p.extension().is_some_and(|e| e == "txt")).collect();
    found.sort();
    assert!(found.len() >= 4, "{found:?}");
    found
}

/// One of them.
pub fn article(name: &str) -> PathBuf {
    root().join("examples/articles").join(name)
}

/// A folder that goes when the test ends.
pub struct Folder(PathBuf);

impl Folder {
    pub fn new(test: &str) -> Self {
        let path = std::env::temp_dir().join(format!("cubaru-cli-{test}-{}", std::process::id()));
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    /// Writes a file; gives its path.
    pub fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> String {
        let path = self.0.join(name);
        fs::write(&path, bytes).unwrap();
        path.to_str().unwrap().into()
    }

    pub fn path(&self) -> &str {
        self.0.to_str().unwrap()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// White space collapsed and invisible characters left out, as the report does.
pub fn flat(text: &str) -> String {
    let shown = text.chars().filter(|c| !matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')).collect::<String>();
    shown.split_whitespace().collect::<Vec<_>>().join(" ")
}
