//! A base as lines: saved where there is no file (a browser tab), sent to somebody else, loaded into memory or into a file.
//!
//! The first line tells the version; then comes a line for each document, with its text and all its rows, and one for each decision. Places
//! count code points, as in all JSON that cubaru writes.

use super::{Base, BaseError, DocumentId, Rows, Store};
use crate::resolve::Decision;
use cubaru_parse::{Offsets, Unit, span::Spans};
use serde::{Deserialize, Serialize};
use std::io::{self, BufRead, Write};

/// The version of the lines that [`Base::save`] writes.
pub const SAVED_VERSION: i64 = 1;

/// So many documents go in together.
const TOGETHER: usize = 256;

/// What stands on a line.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Line {
    /// The version of the lines.
    Base { version: i64 },
    /// A document.
    Rows(Box<Rows>),
    /// What the user decided about who is who.
    Decision(Decision),
}

fn failed(error: &io::Error) -> BaseError {
    BaseError::Store { problem: error.to_string() }
}

fn write(out: &mut dyn Write, line: &Line) -> Result<(), BaseError> {
    // Of one value no more is wrong with the writing than with the place it goes to.
    let mut json = serde_json::to_vec(line).map_err(|e| BaseError::Store { problem: e.to_string() })?;
    json.push(b'\n');
    out.write_all(&json).map_err(|e| failed(&e))
}

/// Writes what a store holds.
pub(super) fn save(store: &dyn Store, out: &mut dyn Write) -> Result<(), BaseError> {
    write(out, &Line::Base { version: SAVED_VERSION })?;
    for document in store.documents()? {
        if let Some(mut rows) = store.rows(document.sha256)? {
            let text = rows.document.text.clone();
            let offsets = Offsets::new(&text);
            rows.spans(&mut |start, end| {
                for place in [start, end] {
                    *place = offsets.convert(&text, *place, Unit::CodePoint);
                }
            });
            write(out, &Line::Rows(Box::new(rows)))?;
        }
    }
    store.decisions()?.into_iter().try_for_each(|decision| write(out, &Line::Decision(decision)))
}

/// The next line that is not empty, and its number.
fn next(input: &mut dyn BufRead, number: &mut usize) -> Result<Option<Line>, BaseError> {
    let mut bytes = Vec::new();
    loop {
        bytes.clear();
        if input.read_until(b'\n', &mut bytes).map_err(|e| failed(&e))? == 0 {
            return Ok(None);
        }
        *number += 1;
        let line = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes).trim_ascii();
        if !line.is_empty() {
            return serde_json::from_slice(line).map(Some).map_err(|e| BaseError::BadLine { line: *number, problem: e.to_string() });
        }
    }
}

/// The rows with places in bytes, or what is wrong with them: each must belong to the text, and each quote stand in it.
fn sound(mut rows: Rows) -> Result<Rows, &'static str> {
    let id = rows.document.sha256;
    if DocumentId::of(&rows.document.text) != id {
        return Err("the text is not the one whose hash stands beside it");
    }
    if !rows.is_whole() {
        return Err("a row is of another document, or not at its place");
    }
    let text = std::mem::take(&mut rows.document.text);
    let offsets = Offsets::new(&text);
    let end = offsets.convert(&text, text.len() as u32, Unit::CodePoint);
    let mut inside = true;
    rows.spans(&mut |start, stop| {
        for place in [start, stop] {
            inside &= *place <= end;
            *place = offsets.byte(&text, *place, Unit::CodePoint);
        }
    });
    let quoted = |rows: &Rows| {
        let mut evidence = rows.claims.iter().flat_map(|claim| &claim.evidence);
        evidence.all(|e| text.get(e.position.start as usize..e.position.end as usize) == Some(&e.quote.exact))
    };
    if !inside || !quoted(&rows) {
        return Err("a quote does not stand at its place in the text");
    }
    rows.document.text = text;
    Ok(rows)
}

/// Puts saved lines into a store; says how many documents were new.
pub(super) fn load(store: &mut dyn Store, input: &mut dyn BufRead) -> Result<usize, BaseError> {
    let (mut number, mut new, mut rows) = (0, 0, Vec::new());
    let bad = |line, problem: &str| BaseError::BadLine { line, problem: problem.into() };
    match next(input, &mut number)? {
        Some(Line::Base { version }) if version > SAVED_VERSION => {
            return Err(BaseError::Newer { found: version, known: SAVED_VERSION });
        }
        Some(Line::Base { .. }) => {}
        _ => return Err(bad(number.max(1), "the first line of a saved base tells its version")),
    }
    let mut decisions = Vec::new();
    let mut add = |rows: &mut Vec<Rows>| -> Result<(), BaseError> {
        new += store.add(rows)?.into_iter().filter(|new| *new).count();
        rows.clear();
        Ok(())
    };
    let read = loop {
        match next(input, &mut number) {
            Ok(Some(Line::Rows(one))) => match sound(*one) {
                Ok(one) => rows.push(one),
                Err(problem) => break Err(bad(number, problem)),
            },
            Ok(Some(Line::Decision(decision))) => decisions.push(decision),
            Ok(Some(Line::Base { .. })) => break Err(bad(number, "the version stands here once more")),
            Ok(None) => break Ok(()),
            Err(error) => break Err(error),
        }
        if rows.len() == TOGETHER {
            add(&mut rows)?;
        }
    };
    add(&mut rows)?;
    read?;
    for decision in decisions {
        store.decide(&decision)?;
    }
    Ok(new)
}

impl Base {
    /// Writes the base: a line that tells the version, a line for each document with its text and rows, a line for each decision. The same
    /// base gives the same bytes, in whichever order its documents came; places count code points.
    ///
    /// # Errors
    /// `store` where the base cannot be read or the lines cannot be written.
    pub fn save(&self, out: &mut dyn Write) -> Result<(), BaseError> {
        self.steady(|inner| save(inner.store.as_ref(), out))
    }

    /// Adds what [`Base::save`] wrote, decisions included; says how many documents were new.
    ///
    /// # Errors
    /// `bad-line` for a line that is damaged or whose quotes do not stand in its text: what stands before it is in, each document wholly.
    /// `newer-base` for lines that a later version wrote.
    pub fn load(&self, input: &mut dyn BufRead) -> Result<usize, BaseError> {
        load(self.inner().store.as_mut(), input)
    }
}
