//! What cubaru says of a gold file: `cubaru annotate`, built once and run on every file.

use crate::root;
use serde_json::Value;
use std::{
    fs::{self, File},
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

/// The built command line, and what it can do.
pub struct Cubaru {
    program: PathBuf,
    /// Whether `annotate` takes users' dictionaries.
    pub dictionaries: bool,
}

impl Cubaru {
    /// Builds the release binary.
    pub fn build() -> Result<Self, String> {
        let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".into());
        let build = ["build", "--quiet", "--release", "--package", "cubaru-cli", "--message-format", "json"];
        let output = Command::new(cargo).args(build).current_dir(root()).stderr(Stdio::inherit()).output();
        let output = output.map_err(|e| format!("cargo build: {e}"))?;
        if !output.status.success() {
            return Err("`cubaru` does not build".into());
        }
        // Cargo says where the program lies: the target folder can be anywhere.
        let messages = String::from_utf8_lossy(&output.stdout).into_owned();
        let program = messages.lines().filter_map(|l| serde_json::from_str::<Value>(l).ok()).find_map(|m| {
            let own = m["target"]["name"] == "cubaru" && m["target"]["kind"][0] == "bin";
            own.then(|| m["executable"].as_str().map(PathBuf::from)).flatten()
        });
        let program = program.ok_or("cargo names no program `cubaru`")?;
        let help = Command::new(&program).args(["annotate", "--help"]).output().map_err(|e| e.to_string())?;
        let dictionaries = String::from_utf8_lossy(&help.stdout).contains("--dictionaries");
        Ok(Self { program, dictionaries })
    }

    /// Annotates a file of records as CoNLL-U.
    pub fn conllu(&self, records: &Path, out: &Path) -> Result<(), String> {
        let file = File::create(out).map_err(|e| format!("{}: {e}", out.display()))?;
        let mut command = Command::new(&self.program);
        command.arg("annotate").arg(records).args(["--progress", "never", "--format", "conllu"]).stdout(file);
        let status = command.status().map_err(|e| format!("{}: {e}", self.program.display()))?;
        if status.success() { Ok(()) } else { Err(format!("cubaru annotate --format conllu {}: {status}", records.display())) }
    }

    /// Annotates a file of records; every record must get its line.
    pub fn annotate(&self, gold: &Path, out: &Path, dictionaries: Option<&Path>) -> Result<(), String> {
        let name = gold.display();
        let file = File::create(out).map_err(|e| format!("{}: {e}", out.display()))?;
        let mut command = Command::new(&self.program);
        command.arg("annotate").arg(gold).args(["--progress", "never"]).stdout(file);
        if let Some(folder) = dictionaries {
            command.arg("--dictionaries").arg(folder);
        }
        let status = command.status().map_err(|e| format!("{}: {e}", self.program.display()))?;
        if !status.success() {
            return Err(format!("cubaru annotate {name}: {status}"));
        }
        let ids = |path: &Path| -> Result<Vec<Value>, String> {
            let text = fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))?;
            text.lines().map(|l| serde_json::from_str::<Value>(l).map_err(|e| format!("{}: {e}", path.display()))).collect()
        };
        let (wanted, got) = (ids(gold)?, ids(out)?);
        if !wanted.iter().map(|r| &r["id"]).eq(got.iter().map(|r| &r["id"])) {
            return Err(format!("cubaru annotate {name}: the records' ids do not come back in their order"));
        }
        match got.iter().find(|r| r.get("error").is_some()) {
            Some(wrong) => Err(format!("cubaru annotate {name}: {} {}", wrong["id"], wrong["error"])),
            None => Ok(()),
        }
    }
}
