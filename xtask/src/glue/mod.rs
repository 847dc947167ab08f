//! One description of the document's shape, in every language: the JSON Schema comes from the Rust types, the rest from it.

mod python;
mod typescript;

use crate::{Outcome, root};
use std::{fs, path::Path};

/// Files made from the Rust types, as (path below the workspace, contents).
fn files() -> Result<Vec<(&'static str, String)>, String> {
    let schema = cubaru::Document::json_schema();
    let python = python::types(&schema)?;
    let typescript = typescript::types(&schema)?;
    Ok(vec![
        ("docs/schema/document-1.json", schema),
        ("bindings/python/python/cubaru/_types.py", python),
        ("bindings/js/types.d.ts", typescript),
    ])
}

/// The paths of these files below the workspace.
pub fn paths() -> Result<Vec<&'static str>, String> {
    Ok(files()?.into_iter().map(|(path, _)| path).collect())
}

/// Writes the files, or checks them.
pub fn run(check: bool) -> Outcome {
    let mut stale = Vec::new();
    for (path, contents) in files()? {
        let full = root().join(path);
        if fs::read_to_string(&full).ok().as_deref() == Some(contents.as_str()) {
            continue;
        }
        if check {
            stale.push(path);
        } else {
            let folder = full.parent().unwrap_or(Path::new("."));
            fs::create_dir_all(folder).and_then(|()| fs::write(&full, contents)).map_err(|e| format!("{path}: {e}"))?;
            println!("wrote {path}");
        }
    }
    if stale.is_empty() { Ok(()) } else { Err(format!("out of date: {}; run `cargo xtask glue`", stale.join(", "))) }
}
