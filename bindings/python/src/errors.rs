//! Errors of the facade as exceptions of `cubaru`.

use cubaru::Error;
use pyo3::prelude::*;

/// The exception for an error; `text` is what its span, if it has one, counts in.
pub fn exception(py: Python<'_>, error: &Error, text: Option<&[u8]>) -> PyErr {
    build(py, error, text).map_or_else(|failure| failure, PyErr::from_value)
}

fn build<'py>(py: Python<'py>, error: &Error, text: Option<&[u8]>) -> PyResult<Bound<'py, PyAny>> {
    let span = text.and_then(|text| span(error, text)).map(|span| py.import("cubaru._types")?.getattr("Span")?.call1(span)).transpose()?;
    let (message, code, hint) = (error.to_string(), error.code(), error.hint());
    let errors = py.import("cubaru._errors")?;
    match error {
        Error::NotUtf8 { offset } => errors.getattr("NotUtf8Error")?.call1((message, code, span, hint, offset)),
        Error::TooLong { .. } => errors.getattr("TooLongError")?.call1((message, code, span, hint)),
        Error::BadDate { .. } => errors.getattr("BadDateError")?.call1((message, code, span, hint)),
        Error::Rules(rules) => errors.getattr("RuleError")?.call1((message, code, span, hint, rules.line, rules.column)),
        Error::Base(_) => errors.getattr("BaseError")?.call1((message, code, span, hint)),
        Error::Edtf(_) => errors.getattr("EdtfError")?.call1((message, code, span, hint)),
        _ => errors.getattr("CubaruError")?.call1((message, code, span, hint)),
    }
}

/// An error's span in code points.
fn span(error: &Error, text: &[u8]) -> Option<(usize, usize)> {
    if let Error::NotUtf8 { offset } = error {
        let start = code_points(text, *offset);
        return Some((start, start + 1));
    }
    // A limit may cut a character: the whole of it lies beyond.
    let cuts = |at: &usize| text.get(*at).is_some_and(|byte| (byte & 0xC0) == 0x80);
    let whole = |offset: u32| (0..4).map(|back| (offset as usize).saturating_sub(back)).find(|at| !cuts(at)).unwrap_or(offset as usize);
    error.span().map(|s| (code_points(text, whole(s.start)), code_points(text, whole(s.end))))
}

/// How many characters the bytes before an offset have, as `bytes.decode(errors="replace")` counts them.
fn code_points(text: &[u8], offset: usize) -> usize {
    let before = text.get(..offset).unwrap_or(text);
    before.utf8_chunks().map(|chunk| chunk.valid().chars().count() + usize::from(!chunk.invalid().is_empty())).sum()
}
