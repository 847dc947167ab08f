//! Events as a user's dictionaries code them.

use super::layers::{Place, place};
use crate::{failure::Failure, quote};
use cubaru::{Coding, Dictionaries, petrarch};
use serde::Serialize;
use std::{fs, io, path::Path};

/// An event: the code as the file writes it, and the lines that decided.
#[derive(Serialize)]
pub(super) struct Coded {
    cameo: String,
    trigger: Vec<Place>,
    source: Vec<String>,
    target: Vec<String>,
    source_spans: Vec<Place>,
    target_spans: Vec<Place>,
    /// `file:line` of the verb or pattern, then of the actors and agents.
    entries: Vec<String>,
}

pub(super) fn events(coding: &Coding) -> Vec<Coded> {
    coding.events.iter().map(event).collect()
}

fn event(event: &petrarch::CodedEvent) -> Coded {
    let entries = [&event.entry].into_iter().chain(&event.source.entries).chain(&event.target.entries);
    Coded {
        cameo: event.code.clone(),
        trigger: vec![place(&event.trigger)],
        source: vec![event.source.code.clone()],
        target: vec![event.target.code.clone()],
        source_spans: vec![place(&event.source.words)],
        target_spans: vec![place(&event.target.words)],
        entries: entries.map(|e| format!("{}:{}", e.file, e.line)).collect(),
    }
}

/// The dictionaries of a folder, in the order of their names; lines that cannot be used are told on stderr.
pub(super) fn dictionaries(folder: &Path) -> Result<Dictionaries, Failure> {
    let failed = |path: &Path, error: &io::Error| Failure::io(&path.display().to_string(), error);
    let entries = fs::read_dir(folder).map_err(|e| match e.kind() {
        io::ErrorKind::NotADirectory => unfit(folder, "it is no folder"),
        _ => failed(folder, &e),
    })?;
    let mut paths = Vec::new();
    for entry in entries {
        let path = entry.map_err(|e| failed(folder, &e))?.path();
        if path.is_file() && path.file_name().is_some_and(|n| Dictionaries::takes(&n.to_string_lossy())) {
            paths.push(path);
        }
    }
    paths.sort();
    if paths.is_empty() {
        return Err(unfit(folder, "it holds no dictionary"));
    }
    let mut files = Vec::new();
    for path in paths {
        // Old dictionaries are in many encodings; what is not UTF-8 in them is a name or two.
        let bytes = fs::read(&path).map_err(|e| failed(&path, &e))?;
        let name = path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
        files.push((name, String::from_utf8_lossy(&bytes).into_owned()));
    }
    let dictionaries = Dictionaries::read(files);
    for problem in dictionaries.problems() {
        Failure {
            place: format!("{}:{}:{}", quote::clean(&problem.file), problem.line, problem.column),
            code: problem.code,
            message: quote::clean(&problem.message),
            hint: problem.hint.into(),
        }
        .tell();
    }
    Ok(dictionaries)
}

fn unfit(folder: &Path, message: &str) -> Failure {
    Failure {
        place: quote::clean(&folder.display().to_string()),
        code: "no-dictionaries",
        message: message.into(),
        hint: "name a folder with files that end in .txt, .actors, .agents, .verbs, .discards or .issues".into(),
    }
}
