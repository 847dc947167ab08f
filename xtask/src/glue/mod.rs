//! One description of the shapes of documents and of what a base answers, in every language: the JSON Schemas come from the Rust types, the
//! rest from them.

mod python;
mod typescript;

use crate::{Outcome, root};
use serde_json::{Map, Value};
use std::{fs, path::Path};

/// What the languages get their types from.
struct Schema {
    /// The schema of a document, without its definitions.
    document: Value,
    /// The schema of what a base answers, without its definitions.
    answers: Value,
    /// The definitions of both.
    shapes: Map<String, Value>,
}

impl Schema {
    fn of(document: &str, answers: &str) -> Result<Self, String> {
        let read = |text: &str| -> Result<(Value, Map<String, Value>), String> {
            let mut schema: Value = serde_json::from_str(text).map_err(|e| format!("the schema is no JSON: {e}"))?;
            match schema.as_object_mut().and_then(|s| s.remove("$defs")) {
                Some(Value::Object(shapes)) => Ok((schema, shapes)),
                _ => Err("the schema has no $defs".into()),
            }
        };
        let (document, mut shapes) = read(document)?;
        let (answers, more) = read(answers)?;
        for (name, shape) in more {
            if shapes.get(&name).is_some_and(|known| *known != shape) {
                return Err(format!("two shapes are called {name}"));
            }
            shapes.entry(name).or_insert(shape);
        }
        Ok(Self { document, answers, shapes })
    }
}

/// Files made from the Rust types, as (path below the workspace, contents).
fn files() -> Result<Vec<(&'static str, String)>, String> {
    let (document, answers) = (cubaru::Document::json_schema(), cubaru::KnowledgeBase::json_schema());
    let schema = Schema::of(&document, &answers)?;
    let python = python::types(&schema)?;
    let typescript = typescript::types(&schema)?;
    Ok(vec![
        ("docs/schema/document-1.json", document),
        ("docs/schema/answers-1.json", answers),
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
